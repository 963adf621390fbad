//! `cotejo accept --moved`: records follow sources that moved.

use serde_json::json;

use super::{Args, Format, Run, expected, write};
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::cli::workspace::moves::{self, Move};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::locale::Locale;
use crate::messages::Value;
use crate::sources::ledger::syntax;
use crate::sources::step::Step;

/// Lets the records of the moves found, or of those that are named, follow.
pub fn run(workspace: &Workspace, run: &Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let mut found = moves::find(workspace);
    if !args.articles.is_empty() {
        // By the old name or the new: the old path is no file any more, so it is looked up here.
        let is_old = |found: &Move, name: &String| found.id.as_str() == name || found.from.as_str() == name;
        let (old, new): (Vec<String>, Vec<String>) =
            args.articles.iter().cloned().partition(|name| found.iter().any(|found| is_old(found, name)));
        let named: Vec<ArticleId> = match new.is_empty() {
            true => Vec::new(),
            false => selection::named(workspace, &run.folder, &new, &args.locale)?
                .into_iter()
                .map(|pick| pick.article.id.clone())
                .collect(),
        };
        found.retain(|found| named.contains(&found.article) || old.iter().any(|name| is_old(found, name)));
    }
    let takes = |locale: &Locale| args.locale.is_empty() || args.locale.contains(locale);
    let mut step = Step::new();
    let mut shown = Vec::new();
    let mut behind: Vec<(TreePath, Option<TreePath>)> = Vec::new();
    for found in &found {
        let article = workspace.pairing.article(&found.article);
        for moving in found.records.iter().filter(|moving| takes(&moving.record.target.locale)) {
            let mut record = moving.record.clone();
            record.source.path = found.to.clone();
            let target = article.and_then(|article| {
                article.targets.iter().find(|file| file.locale.as_ref() == Some(&record.target.locale))
            });
            match target {
                Some(file) => record.target.path = file.path.clone(),
                None if workspace.has(&record.target.path) => {
                    let wanted =
                        article.and_then(|article| workspace.target_path(article, &record.target.locale));
                    behind.push((record.target.path.clone(), wanted));
                }
                None => {}
            }
            let text = syntax::write(&record).into_bytes();
            step.put(moving.path.clone(), text, expected(Some(moving.fingerprint)));
            shown.push((found, record.target.locale.clone(), moving.path.clone()));
        }
    }
    if !args.dry_run {
        write(workspace, step)?;
    }
    if args.format == Format::Json {
        let moved: Vec<_> = shown
            .iter()
            .map(|(found, locale, path)| {
                json!({ "article": found.id, "locale": locale, "from": found.from, "to": found.to,
                        "share": found.share, "record": path })
            })
            .collect();
        let object = json!({ "cotejo": "accept", "version": 1, "dry_run": args.dry_run, "moved": moved });
        ui.line(&format!("{object:#}"))?;
    } else {
        let id = if args.dry_run { "accept-moved-dry" } else { "accept-moved" };
        let head = ui.get(id, &[("count", Value::from(shown.len()))]);
        ui.line(&head)?;
        for (found, locale, _) in &shown {
            let line = ui.get(
                "accept-moved-line",
                &[
                    ("article", Value::text(&found.id)),
                    ("locale", Value::text(locale)),
                    ("from", Value::text(&found.from)),
                    ("to", Value::text(&found.to)),
                ],
            );
            ui.line(&format!("  {line}"))?;
        }
    }
    for (path, wanted) in behind {
        let message = match wanted {
            Some(wanted) => Message::new("accept-target-behind").showing("wanted", wanted),
            None => Message::new("accept-target-behind-somewhere"),
        };
        ui.warn(&message.showing("path", path));
    }
    Ok(Exit::Done)
}

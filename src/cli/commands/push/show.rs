//! What was taken, what was not and why.

use std::collections::BTreeMap;

use serde_json::json;

use super::article::{Planned, name};
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::ui::Ui;
use crate::domain::article::TreePath;
use crate::domain::package::take::{Back, Outcome};
use crate::messages::{Value, visible};
use crate::reports::findings::message;

/// The outcomes in the order in which they are shown.
const ORDER: [&str; 10] = [
    "translated",
    "reviewed",
    "already",
    "open",
    "source",
    "conflict",
    "locked",
    "gone",
    "refused",
    "context",
];
/// So many articles, and so many units, are shown.
const MOST: usize = 40;

/// A line an article.
pub fn text(planned: &[Planned], dry_run: bool, ui: &mut Ui) -> Result<(), Failure> {
    if dry_run {
        let head = ui.text("push-dry-run");
        ui.line(&head)?;
    }
    for one in planned.iter().take(MOST) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        one.backs.iter().for_each(|back| *counts.entry(name(&back.what)).or_default() += 1);
        let waits = |back: &&Back| matches!(&back.what, Outcome::Taken(taken) if taken.source_changed);
        let waiting = one.backs.iter().filter(waits).count();
        let mut parts: Vec<String> = ORDER
            .iter()
            .filter(|outcome| **outcome != "context")
            .filter_map(|outcome| Some((outcome, *counts.get(outcome)?)))
            .map(|(outcome, count)| {
                ui.get(&format!("push-count-{outcome}"), &[("count", Value::from(count))])
            })
            .collect();
        if waiting > 0 {
            parts.push(ui.get("push-count-waiting", &[("count", Value::from(waiting))]));
        }
        if one.absent > 0 {
            parts.push(ui.get("push-count-absent", &[("count", Value::from(one.absent))]));
        }
        let article = visible(one.article.as_str()).into_owned();
        let parts = if parts.is_empty() { ui.text("push-nothing") } else { parts.join(" · ") };
        ui.line(&format!("{article}  {}  {parts}", one.locale))?;
        for file in &one.files {
            let id = match one.is_new && Some(&file.path) == one.target.as_ref() {
                true => "push-file-new",
                false => "push-file",
            };
            let line = ui.get(id, &[("path", Value::text(&file.path))]);
            ui.line(&format!("    {line}"))?;
        }
    }
    if planned.len() > MOST {
        let line = ui.get("accept-more", &[("count", Value::from(planned.len() - MOST))]);
        ui.line(&line)?;
    }
    Ok(())
}

/// All of it as one object, with what was wrong; where something is and the rest was not asked for, no
/// article was taken.
pub fn json(planned: &[Planned], wrong: &[Message], dry_run: bool, ui: &mut Ui) -> Result<(), Failure> {
    let articles: Vec<_> = planned
        .iter()
        .map(|one| {
            let units: Vec<_> = one
                .backs
                .iter()
                .map(|back| {
                    let mut unit = json!({ "unit": back.key.to_string(), "line": back.line,
                                           "outcome": name(&back.what) });
                    match &back.what {
                        Outcome::Conflict(conflict) => {
                            unit["base"] = json!(conflict.base);
                            unit["ours"] = json!(conflict.ours);
                            unit["theirs"] = json!(conflict.theirs);
                        }
                        Outcome::Taken(taken) => unit["source_changed"] = json!(taken.source_changed),
                        _ => {}
                    }
                    unit
                })
                .collect();
            let files: Vec<&TreePath> = one.files.iter().map(|file| &file.path).collect();
            let told = one.told.iter().filter_map(|(at, finding, _)| Some((one.backs.get(*at)?, finding)));
            let findings: Vec<_> = told
                .map(|(back, finding)| {
                    json!({ "unit": back.key.to_string(), "line": back.line, "code": finding.code,
                            "severity": finding.severity, "message": message(finding, &ui.messages) })
                })
                .collect();
            json!({ "package": one.found.out.name.as_str(), "article": one.article, "locale": one.locale,
                    "target": one.target, "new": one.is_new, "files": files, "units": units, "absent": one.absent,
                    "findings": findings })
        })
        .collect();
    let problems: Vec<String> = wrong.iter().map(|one| ui.get(&one.id, &one.args)).collect();
    let object = json!({ "cotejo": "push", "version": 1, "dry_run": dry_run, "articles": articles,
                         "problems": problems });
    ui.line(&format!("{object:#}"))
}

/// Conflicts are no success: they are told, with both texts, and where they are kept.
pub fn conflicts(planned: &[Planned], kept_in: &[TreePath]) -> Result<Exit, Failure> {
    let mut what = Vec::new();
    let mut count = 0_usize;
    for one in planned {
        for back in &one.backs {
            let (id, ours, theirs) = match &back.what {
                Outcome::Conflict(conflict) => ("push-conflict", conflict.ours.as_str(), &conflict.theirs),
                Outcome::Kept(kept, text) => match kept {
                    crate::domain::package::take::Kept::Locked => ("push-kept-locked", "", text),
                    crate::domain::package::take::Kept::Gone => ("push-kept-gone", "", text),
                },
                _ => continue,
            };
            count += 1;
            if what.len() < MOST {
                what.push(
                    Message::new(id)
                        .showing("article", &one.article)
                        .showing("locale", &one.locale)
                        .showing("unit", back.key)
                        .with("ours", ours)
                        .with("theirs", theirs.as_str()),
                );
            }
        }
    }
    if what.is_empty() {
        return Ok(Exit::Done);
    }
    if count > MOST {
        what.push(Message::new("accept-more").with("count", count - MOST));
    }
    let paths: Vec<&str> = kept_in.iter().map(TreePath::as_str).collect();
    Err(Failure::many(what).hint(Message::new("push-conflict-hint").with("paths", paths.join(", "))))
}

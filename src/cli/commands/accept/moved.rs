//! `cotejo accept --moved`: records follow sources that moved, those that are known by their text and
//! those that somebody names.

use serde_json::json;

use super::{Args, Format, Run, expected, write};
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::cli::workspace::moves::{self, Lost, Move, Moves};
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::locale::Locale;
use crate::messages::Value;
use crate::sources::ledger::syntax;
use crate::sources::step::Step;

/// So many sources that are gone are named.
const MOST_NAMED: usize = 5;

/// Lets the records of the moves found follow, or of those that are named, or of one from where it
/// stood to where it stands, as the user says.
pub fn run(workspace: &Workspace, run: &Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    selection::check_locales(workspace, &args.locale)?;
    let moves = match args.articles.as_slice() {
        [] => moves::find(workspace),
        names => named(workspace, run, names)?,
    };
    let takes = |locale: &Locale| args.locale.is_empty() || args.locale.contains(locale);
    let mut step = Step::new();
    let mut shown = Vec::new();
    let mut behind: Vec<(TreePath, Option<TreePath>)> = Vec::new();
    for Move { lost, place } in &moves.found {
        let article = workspace.pairing.article(&place.article);
        for moving in lost.records.iter().filter(|moving| takes(&moving.record.target.locale)) {
            let mut record = moving.record.clone();
            record.source.path = place.to.clone();
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
            shown.push((lost, place, record.target.locale.clone(), moving.path.clone()));
        }
    }
    if !args.dry_run {
        write(workspace, step)?;
    }
    if args.format == Format::Json {
        let moved: Vec<_> = shown
            .iter()
            .map(|(lost, place, locale, path)| {
                json!({ "article": lost.id, "locale": locale, "from": lost.from, "to": place.to,
                        "share": place.share, "record": path })
            })
            .collect();
        let open: Vec<_> = moves
            .open
            .iter()
            .map(|open| {
                let places: Vec<_> = open.places.iter().map(|place| &place.to).collect();
                json!({ "article": open.lost.id, "from": open.lost.from, "places": places })
            })
            .collect();
        let object = json!({ "cotejo": "accept", "version": 1, "dry_run": args.dry_run, "moved": moved,
                             "undecided": open });
        ui.line(&format!("{object:#}"))?;
    } else {
        if !shown.is_empty() || moves.open.is_empty() {
            let id = if args.dry_run { "accept-moved-dry" } else { "accept-moved" };
            let head = ui.get(id, &[("count", Value::from(shown.len()))]);
            ui.line(&head)?;
        }
        for (lost, place, locale, _) in &shown {
            let line = ui.get(
                "accept-moved-line",
                &[
                    ("article", Value::text(&lost.id)),
                    ("locale", Value::text(locale)),
                    ("from", Value::text(&lost.from)),
                    ("to", Value::text(&place.to)),
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
    moves::say_open(&moves, ui);
    Ok(Exit::Done)
}

/// The moves that the names mean. Two of which the first is a source that is gone and the second an
/// article that is there are FROM and TO; any others are each the old name of a source that moved, or
/// the new one. One that can't be made is an error.
fn named(workspace: &Workspace, run: &Run<'_>, names: &[String]) -> Result<Moves, Failure> {
    let lost = moves::lost(workspace);
    let spelled: Vec<Vec<String>> =
        names.iter().map(|name| selection::spellings(workspace, &run.folder, name)).collect();
    let is_old = |lost: &Lost, spelled: &Vec<String>| {
        let is = |name: &String| {
            let path = |path: &TreePath| path.as_str() == name;
            lost.id.as_str() == name
                || path(&lost.from)
                || lost.records.iter().any(|moving| path(&moving.path) || path(&moving.record.target.path))
        };
        spelled.iter().any(is)
    };
    let is_lost: Vec<bool> = spelled.iter().map(|name| lost.iter().any(|lost| is_old(lost, name))).collect();
    if let ([from, to], [first, _], [from_is_lost, false]) = (names, &spelled[..], &is_lost[..]) {
        if *from_is_lost {
            return by_hand(workspace, run, lost.into_iter().filter(|lost| is_old(lost, first)), to);
        }
        // Neither a source that is gone nor anything that is there.
        if selection::named(workspace, &run.folder, std::slice::from_ref(from), &[]).is_err() {
            return Err(unknown(&lost, from));
        }
    }
    let mut found = moves::find(workspace);
    let all = || names.iter().zip(&spelled).zip(&is_lost);
    let new: Vec<String> =
        all().filter(|(_, is_lost)| !**is_lost).map(|((name, _), _)| name.clone()).collect();
    let old: Vec<(&String, &Vec<String>)> =
        all().filter(|(_, is_lost)| **is_lost).map(|(name, _)| name).collect();
    let new: Vec<ArticleId> = match new.is_empty() {
        true => Vec::new(),
        false => selection::named(workspace, &run.folder, &new, &[])?
            .into_iter()
            .map(|pick| pick.article.id.clone())
            .collect(),
    };
    let is_meant = |lost: &Lost| old.iter().any(|(_, name)| is_old(lost, name));
    found.found.retain(|found| new.contains(&found.place.article) || is_meant(&found.lost));
    found
        .open
        .retain(|open| open.places.iter().any(|place| new.contains(&place.article)) || is_meant(&open.lost));
    let mut what: Vec<Message> = found.open.iter().map(moves::Open::message).collect();
    let known = |name: &Vec<String>| {
        let mut lost = found.found.iter().map(|one| &one.lost).chain(found.open.iter().map(|one| &one.lost));
        lost.any(|lost| is_old(lost, name))
    };
    let nowhere = old.iter().filter(|(_, name)| !known(name));
    what.extend(nowhere.map(|(name, _)| Message::new("accept-moved-nowhere").with("from", name.as_str())));
    if let ([from, to], true) = (names, found.found.is_empty() && what.is_empty()) {
        let there = Message::new("accept-moved-there").with("from", from.as_str());
        return Err(Failure::new(there).hint(Message::new("accept-moved-there-hint").with("to", to.as_str())));
    }
    if what.is_empty() { Ok(found) } else { Err(Failure::many(what)) }
}

/// A source that no record knows.
fn unknown(lost: &[Lost], from: &str) -> Failure {
    let failure = Failure::new(Message::new("accept-moved-unknown").with("from", from));
    let mut gone: Vec<&str> = lost.iter().take(MOST_NAMED).map(|lost| lost.from.as_str()).collect();
    if lost.len() > MOST_NAMED {
        gone.push("…");
    }
    failure.hint(match gone.is_empty() {
        true => Message::new("accept-moved-none-gone"),
        false => Message::new("accept-moved-gone").with("paths", gone.join(", ")),
    })
}

/// The lost source went to the article `to`, whatever its text says today. Of several that the name
/// means, those of the first one's id.
fn by_hand(
    workspace: &Workspace,
    run: &Run<'_>,
    lost: impl Iterator<Item = Lost>,
    to: &str,
) -> Result<Moves, Failure> {
    let picks = selection::named(workspace, &run.folder, &[to.to_owned()], &[])?;
    let article: &Article = match picks.as_slice() {
        [pick] => pick.article,
        many => {
            let failure = Message::new("accept-moved-many").with("to", to).with("count", many.len());
            return Err(Failure::new(failure));
        }
    };
    let own = workspace.config.locales().map(|locale| workspace.record_path(&article.id, locale));
    if let Some(record) = own.into_iter().find(|path| workspace.has(path)) {
        return Err(Failure::new(
            Message::new("accept-moved-recorded").with("to", to).showing("record", &record),
        )
        .hint(Message::new("accept-moved-recorded-hint").showing("record", record)));
    }
    let mut found: Vec<Move> = Vec::new();
    for lost in lost {
        let Some(place) = moves::by_hand(workspace, &lost, article) else {
            return Err(Failure::new(Message::new("accept-moved-no-source").with("to", to))
                .hint(Message::new("select-list")));
        };
        if found.first().is_none_or(|first| first.lost.id == lost.id) {
            found.push(Move { lost, place });
        }
    }
    Ok(Moves { found, open: Vec::new() })
}

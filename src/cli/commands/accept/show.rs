//! What was accepted, what was not and why, for people and for programs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::plan::{Item, Outcome, Recorded, Unit, Why};
use crate::cli::error::{Failure, Message};
use crate::cli::ui::{Label, Ui};
use crate::domain::locale::Locale;
use crate::domain::record::LinkState;
use crate::domain::track::UnitRef;
use crate::messages::{Messages, Value};
use crate::reports::diff::cause as cause_in_words;
use crate::reports::table::cut;
use crate::reports::wording;

/// So many records are listed where they were not named.
const FEW: usize = 40;
/// So many numbers of units are listed.
const MOST_NUMBERS: usize = 12;
/// So many units of one article are told that need a reason.
const MOST_UNITS: usize = 20;
/// So many causes of one change are told.
const MOST_CAUSES: usize = 3;
/// So much of a unit's text is shown, in columns.
const TEXT_ROOM: usize = 60;

/// What is shown.
pub struct Shown<'i> {
    /// Every (article, locale) that was asked for.
    pub items: &'i [Item],
    /// Nothing was written.
    pub dry_run: bool,
    /// All articles were asked for.
    pub all: bool,
}

/// What happened to a record, in one word.
fn kind(recorded: &Recorded) -> &'static str {
    match (&recorded.text, recorded.before) {
        (None, _) => "unchanged",
        (Some(_), None) => "new",
        (Some(_), Some(_)) => "updated",
    }
}

/// Writes the summary by locale, then what is worth a line.
pub fn text(shown: &Shown<'_>, ui: &mut Ui) -> Result<(), Failure> {
    if shown.dry_run {
        let head = ui.text("accept-dry-run");
        ui.line(&head)?;
    }
    let mut by_locale: BTreeMap<&Locale, Vec<&Item>> = BTreeMap::new();
    for item in shown.items {
        by_locale.entry(&item.locale).or_default().push(item);
    }
    let room = by_locale.keys().map(|locale| locale.as_str().len()).max().unwrap_or(0);
    for (locale, items) in &by_locale {
        let lines = summary(items, &ui.messages);
        for (at, line) in lines.iter().enumerate() {
            let name = if at == 0 { locale.as_str() } else { "" };
            ui.line(format!("{name:room$}  {line}").trim_end())?;
        }
    }
    records(shown, ui)?;
    left_out(shown, ui)
}

fn summary(items: &[&Item], messages: &Messages) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut states = [0; LinkState::ALL.len()];
    let mut notes = [("accept-doubtful", 0), ("accept-copies", 0), ("accept-pending", 0)];
    for item in items {
        match &item.outcome {
            Outcome::Recorded(recorded) => {
                *counts.entry(kind(recorded)).or_default() += 1;
                for (sum, count) in states.iter_mut().zip(recorded.states) {
                    *sum += count;
                }
                let sizes = [recorded.doubtful.len(), recorded.copies.len(), recorded.left.len()];
                for ((_, sum), count) in notes.iter_mut().zip(sizes) {
                    *sum += count;
                }
            }
            Outcome::LeftOut(Why::Unwanted(_)) => *counts.entry("unwanted").or_default() += 1,
            Outcome::LeftOut(_) => *counts.entry("left-out").or_default() += 1,
        }
    }
    let order = ["new", "updated", "unchanged", "left-out", "unwanted"];
    let first: Vec<String> = order
        .into_iter()
        .filter_map(|name| Some((name, *counts.get(name)?)))
        .map(|(name, count)| messages.get(&format!("accept-count-{name}"), &[("count", Value::from(count))]))
        .collect();
    let mut lines = vec![first.join(" · ")];
    let links = links(&states, messages);
    if !links.is_empty() {
        lines.push(links);
    }
    let notes = notes.into_iter().filter(|(_, count)| *count > 0);
    let notes: Vec<String> =
        notes.map(|(id, count)| messages.get(id, &[("count", Value::from(count))])).collect();
    if !notes.is_empty() {
        lines.push(notes.join(" · "));
    }
    lines
}

/// The links by state: `70 links translated · 2 as they are`.
fn links(states: &[usize; LinkState::ALL.len()], messages: &Messages) -> String {
    let parts = LinkState::ALL.iter().zip(states).filter(|(_, count)| **count > 0);
    let parts: Vec<String> = parts
        .map(|(state, count)| {
            messages.get(&format!("accept-links-{}", state.name()), &[("count", Value::from(*count))])
        })
        .collect();
    parts.join(" · ")
}

/// The records, one a line; of very many only those with something to look at.
fn records(shown: &Shown<'_>, ui: &mut Ui) -> Result<(), Failure> {
    let recorded = |item: &Item| -> bool { matches!(item.outcome, Outcome::Recorded(_)) };
    let count = shown.items.iter().filter(|item| recorded(item)).count();
    let everyone = count <= FEW || shown.dry_run;
    let mut listed = 0;
    let mut more = 0_usize;
    for item in shown.items {
        let Outcome::Recorded(recorded) = &item.outcome else { continue };
        let notes = notes(recorded, &ui.messages);
        let is_quiet = recorded.text.is_none() && shown.all;
        if notes.is_empty() && (!everyone || (is_quiet && !shown.dry_run)) {
            continue;
        }
        if !shown.dry_run && listed >= FEW {
            more += 1;
            continue;
        }
        if listed == 0 {
            ui.line("")?;
        }
        listed += 1;
        let name = ui.text(&format!("accept-kind-{}", kind(recorded)));
        let name = ui.paint(if recorded.text.is_some() { Label::Good } else { Label::Dim }, &name);
        let links = links(&recorded.states, &ui.messages);
        let article = crate::messages::visible(item.article.as_str()).into_owned();
        ui.line(format!("{article}  {}  {name}  {links}", item.locale).trim_end())?;
        for note in notes {
            ui.line(&format!("    {note}"))?;
        }
    }
    if more > 0 {
        let line = ui.get("accept-more", &[("count", Value::from(more))]);
        ui.line(&line)?;
    }
    Ok(())
}

fn notes(recorded: &Recorded, messages: &Messages) -> Vec<String> {
    let lists = [
        ("accept-units-pending", &recorded.left),
        ("accept-units-doubtful", &recorded.doubtful),
        ("accept-units-copies", &recorded.copies),
    ];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    lists
        .map(|(id, list)| {
            let units = Value::from(ranges(list));
            messages.get(id, &[("count", Value::from(list.len())), ("units", units)])
        })
        .collect()
}

/// Numbers as `2, 5-7, 9`; the rest of a long list is cut off.
fn ranges(numbers: &[usize]) -> String {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => out.push((*number, *number)),
        }
    }
    let more = out.len() > MOST_NUMBERS;
    let mut parts: Vec<String> = out
        .into_iter()
        .take(MOST_NUMBERS)
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") })
        .collect();
    if more {
        parts.push("…".to_owned());
    }
    parts.join(", ")
}

/// What was left out: a count for each reason, then a line each.
fn left_out(shown: &Shown<'_>, ui: &mut Ui) -> Result<(), Failure> {
    let mut by_reason: BTreeMap<&'static str, Vec<(&Item, &Why)>> = BTreeMap::new();
    for item in shown.items {
        if let Outcome::LeftOut(why) = &item.outcome
            && !matches!(why, Why::Unwanted(_))
        {
            by_reason.entry(why.name()).or_default().push((item, why));
        }
    }
    let singly: BTreeSet<&str> =
        shown.items.iter().filter(|item| item.singly).map(|item| item.article.as_str()).collect();
    for (reason, items) in by_reason {
        ui.line("")?;
        let head = ui.get(&format!("accept-left-{reason}"), &[("count", Value::from(items.len()))]);
        let label = if reason == "unreadable" { Label::Bad } else { Label::Doubt };
        let head = ui.paint(label, &head);
        ui.line(&head)?;
        for (item, why) in items.iter().take(FEW) {
            let article = crate::messages::visible(item.article.as_str()).into_owned();
            let detail = detail(why, &ui.messages);
            ui.line(format!("  {article}  {}  {detail}", item.locale).trim_end())?;
            if let Why::NeedsReason(units) = why {
                for unit in units.iter().take(MOST_UNITS) {
                    let line = unit_line(unit, &ui.messages);
                    ui.line(&format!("    {line}"))?;
                }
            }
        }
        if items.len() > FEW {
            let line = ui.get("accept-more", &[("count", Value::from(items.len() - FEW))]);
            ui.line(&format!("  {line}"))?;
        }
        if singly.is_empty()
            && matches!(reason, "partial" | "untranslated" | "undecided" | "needs-reason" | "moved")
        {
            let hint = ui.text(&format!("accept-left-{reason}-hint"));
            ui.line(&format!("  {hint}"))?;
        }
    }
    Ok(())
}

/// What is to be said of one that was left out, besides the reason.
fn detail(why: &Why, messages: &Messages) -> String {
    match why {
        Why::Untranslated(Some(how)) => wording::how(*how, messages),
        Why::Partial(share) => {
            let percent = (share * 100.0).round().clamp(1.0, 99.0);
            messages.get("accept-share", &[("percent", Value::Number(percent))])
        }
        Why::Unreadable(trouble) | Why::Ambiguous(trouble) => wording::trouble(trouble, messages),
        Why::Changed(path) => messages.get("accept-path", &[("path", Value::text(path))]),
        Why::Moved { from, .. } => messages.get("accept-moved-from", &[("from", Value::text(from))]),
        _ => String::new(),
    }
}

/// One unit that needs a reason.
fn unit_line(unit: &Unit, messages: &Messages) -> String {
    let name = match unit.numbers.as_slice() {
        [] => unit.link.map(|link| link.to_string()).unwrap_or_default(),
        numbers => ranges(numbers),
    };
    let id = match (unit.class, unit.has_target, unit.numbers.is_empty()) {
        (_, true, true) => "accept-unit-source-gone",
        (_, false, _) => "accept-unit-no-target",
        (Some(crate::domain::change::ChangeClass::Major), true, _) if unit.link.is_some() => {
            "accept-unit-unchanged"
        }
        _ => "accept-unit-untranslated",
    };
    let causes = unit.causes.iter().take(MOST_CAUSES).map(|cause| cause_in_words(cause, messages));
    let causes = causes.collect::<Vec<_>>().join(", ");
    // A line of the target is followed by what stands there.
    let text = unit.target.as_deref().unwrap_or(&unit.text);
    messages.get(
        id,
        &[
            ("unit", Value::from(name)),
            ("line", Value::from(unit.line.map(|line| line.to_string()).unwrap_or_default())),
            ("causes", Value::from(causes)),
            ("text", Value::from(cut(&one_line(text), TEXT_ROOM))),
        ],
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why an article that was named itself was not accepted.
pub fn refusal(item: &Item, why: &Why, messages: &Messages) -> Vec<Message> {
    let said = |id: &str| Message::new(id).showing("article", &item.article).showing("locale", &item.locale);
    match why {
        Why::Unwanted(_) => vec![said("accept-refused-unwanted")],
        Why::Missing => vec![said("accept-refused-missing")],
        Why::Orphan => vec![said("accept-refused-orphan")],
        Why::Ambiguous(_) | Why::Unreadable(_) => {
            vec![said("accept-refused-unreadable").with("why", detail(why, messages))]
        }
        Why::Untranslated(_) => vec![said("accept-refused-untranslated").with("how", detail(why, messages))],
        Why::Partial(_) => vec![said("accept-refused-partial").with("how", detail(why, messages))],
        Why::Undecided => vec![said("accept-refused-undecided")],
        Why::Moved { from, .. } => vec![said("accept-refused-moved").showing("from", from)],
        Why::Changed(path) => vec![Message::new("step-changed").showing("path", path)],
        Why::UnknownUnit(unit) => {
            let name = match unit {
                UnitRef::Number(number) => number.to_string(),
                UnitRef::Hash(hash) => hash.to_string(),
                UnitRef::Link(link) => link.to_string(),
            };
            vec![said("accept-refused-unit").with("unit", name)]
        }
        Why::NeedsReason(units) => {
            let mut what = vec![said("accept-refused-reason").with("count", units.len())];
            for unit in units.iter().take(MOST_UNITS) {
                let line = unit_line(unit, messages);
                what.push(Message::new("accept-refused-line").with("line", line));
            }
            if units.len() > MOST_UNITS {
                what.push(Message::new("accept-more").with("count", units.len() - MOST_UNITS));
            }
            what
        }
    }
}

/// Writes all of it as one JSON object.
pub fn json(shown: &Shown<'_>, ui: &mut Ui) -> Result<(), Failure> {
    let mut records = Vec::new();
    let mut left_out = Vec::new();
    for item in shown.items {
        match &item.outcome {
            Outcome::Recorded(recorded) => records.push(record_json(item, recorded)),
            Outcome::LeftOut(why) => left_out.push(why_json(item, why)),
        }
    }
    let object = json!({
        "cotejo": "accept",
        "version": 1,
        "dry_run": shown.dry_run,
        "records": records,
        "left_out": left_out,
    });
    serde_json::to_writer_pretty(&mut *ui.out(), &object).map_err(|error| Failure::output(error.into()))?;
    ui.line("")
}

fn record_json(item: &Item, recorded: &Recorded) -> Json {
    let states: serde_json::Map<String, Json> = LinkState::ALL
        .iter()
        .zip(recorded.states)
        .map(|(state, count)| (state.name().to_owned(), json!(count)))
        .collect();
    let [added, changed, removed] = recorded.links;
    json!({
        "article": item.article,
        "locale": item.locale,
        "record": recorded.path,
        "outcome": kind(recorded),
        "links": { "added": added, "changed": changed, "removed": removed, "by_state": states },
        "pending_units": recorded.left,
        "doubtful_units": recorded.doubtful,
        "copied_units": recorded.copies,
    })
}

fn why_json(item: &Item, why: &Why) -> Json {
    let mut object = json!({ "article": item.article, "locale": item.locale, "why": why.name() });
    match why {
        Why::Untranslated(how) => object["how"] = json!(how),
        Why::Partial(share) => object["source_share"] = json!(share),
        Why::Unreadable(trouble) | Why::Ambiguous(trouble) => object["trouble"] = json!(trouble),
        Why::Changed(path) => object["path"] = json!(path),
        Why::Moved { from, .. } => object["from"] = json!(from),
        Why::Unwanted(wish) => object["wish"] = json!(wish),
        Why::NeedsReason(units) => {
            let list: Vec<Json> = units
                .iter()
                .map(|unit| {
                    json!({ "units": unit.numbers, "link": unit.link.map(|link| link.to_string()),
                            "class": unit.class, "text": unit.text })
                })
                .collect();
            object["units"] = json!(list);
        }
        _ => {}
    }
    object
}

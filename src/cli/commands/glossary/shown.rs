//! What an import would do or did, for people.

use super::load;
use crate::cli::error::{Failure, Message};
use crate::cli::ui::{Label, Ui};
use crate::domain::termbase::Status;
use crate::interchange::merge::{Change, Item, Plan, TermItem};
use crate::interchange::terms_tsv::Problem;
use crate::messages::{Value, visible};
use crate::reports::table::cut;

/// So many findings are told one by one.
pub const MOST: usize = 20;
/// So many concepts are shown where they were not asked for by a dry run.
const FEW: usize = 40;

/// Tells what is doubtful but was taken.
pub fn findings(findings: &[Problem], found: usize, ui: &mut Ui) {
    for problem in findings.iter().take(MOST) {
        ui.warn(&load::message(problem));
    }
    let more = found.saturating_sub(findings.len().min(MOST));
    if more > 0 {
        ui.warn(&Message::new("exchange-more").with("count", more));
    }
}

/// Shows a plan: the sums, then each concept of which something is new or differs.
pub fn plan(plan: &Plan, dry_run: bool, ui: &mut Ui) -> Result<(), Failure> {
    if dry_run {
        let line = ui.text("exchange-dry-run");
        ui.line(&line)?;
    }
    let counts = plan.counts();
    let sums = |id: &str, new: usize, changed: usize, same: usize, ui: &Ui| {
        ui.get(id, &[("new", new.into()), ("changed", changed.into()), ("same", same.into())])
    };
    let same = plan.same_concepts
        + plan.items.iter().filter(|item| !item.writes() && !item.clash && item.standing.is_some()).count();
    let line = sums("exchange-concepts", counts.new_concepts, counts.changed_concepts, same, ui);
    ui.line(&line)?;
    let line = sums("exchange-terms", counts.new_terms, counts.changed_terms, plan.same_terms, ui);
    ui.line(&line)?;
    if counts.kept > 0 {
        let line = ui.get("exchange-differ", &[("count", counts.kept.into())]);
        ui.line(&line)?;
    }
    let most = if dry_run { usize::MAX } else { FEW };
    let items = plan.items.iter().filter(|item| !item.clash);
    for (at, item) in items.clone().take(most).enumerate() {
        if at == 0 {
            ui.line("")?;
        }
        concept(item, ui)?;
    }
    let more = items.count().saturating_sub(most);
    if more > 0 {
        let line = ui.get("exchange-more-concepts", &[("count", more.into())]);
        ui.line(&line)?;
    }
    if !plan.items.is_empty() {
        ui.line("")?;
    }
    Ok(())
}

fn concept(item: &Item, ui: &mut Ui) -> Result<(), Failure> {
    let (id, label) = match (item.standing, item.writes()) {
        (None, _) => ("exchange-new", Label::Good),
        (Some(_), true) => ("exchange-changed", Label::Good),
        (Some(_), false) => ("exchange-kept", Label::Doubt),
    };
    let word = ui.text(id);
    let word = ui.paint(label, &word);
    ui.line(&format!("{word}  {}", visible(&item.id)))?;
    for change in &item.changes {
        changed("", change, ui)?;
    }
    for term in &item.terms {
        self::term(term, ui)?;
    }
    Ok(())
}

fn term(term: &TermItem, ui: &mut Ui) -> Result<(), Failure> {
    let name = format!("{}  {}", term.locale, visible(&term.text));
    if term.standing.is_none() {
        let [status, ..] = &term.cells;
        let status = match status.parse::<Status>() {
            Ok(status) => ui.text(&format!("term-status-{}", status.name())),
            Err(()) => String::new(),
        };
        let room = ui.width().saturating_sub(status.chars().count() + 8);
        let line = format!("    + {}  {status}", cut(&name, room));
        ui.line(line.trim_end())?;
    }
    for change in &term.changes {
        changed(&name, change, ui)?;
    }
    Ok(())
}

/// One cell: what was filled in; or what stood and what takes its place, what is kept and what the
/// file says, in two lines that begin a little before the first difference.
fn changed(name: &str, change: &Change, ui: &mut Ui) -> Result<(), Failure> {
    let head = if name.is_empty() { String::new() } else { format!("{name}  ") };
    let ids: &[&str] = match (change.from.is_empty(), change.taken) {
        (true, _) => &["exchange-cell-filled"],
        (_, true) => &["exchange-cell-before", "exchange-cell-after"],
        (_, false) => &["exchange-cell-kept", "exchange-cell-other"],
    };
    let (from, to) = apart(&change.from, &change.to);
    let args = [("column", Value::from(change.column)), ("from", Value::from(from)), ("to", Value::from(to))];
    for (at, id) in ids.iter().enumerate() {
        let head = if at == 0 { head.clone() } else { " ".repeat(head.chars().count()) };
        let text = ui.get(id, &args);
        let line = cut(&format!("    {head}{text}"), ui.width());
        ui.line(&line)?;
    }
    Ok(())
}

/// Two texts without most of what they begin with in common.
fn apart(from: &str, to: &str) -> (String, String) {
    const SHOWN: usize = 12;
    let common = from.chars().zip(to.chars()).take_while(|(a, b)| a == b).count();
    let skipped = common.saturating_sub(SHOWN);
    let rest = |text: &str| match skipped {
        0 => text.to_owned(),
        _ => std::iter::once('…').chain(text.chars().skip(skipped)).collect(),
    };
    (rest(from), rest(to))
}

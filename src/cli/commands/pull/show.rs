//! What was handed out, what was not and why, and what is out with whom.

use serde_json::json;

use super::gather::Said;
use super::{Args, Counts, Made};
use crate::cli::error::{Failure, Message};
use crate::cli::ui::{Label, Ui};
use crate::domain::change::ChangeClass;
use crate::domain::document::BlockKind;
use crate::domain::memory::leverage::Band;
use crate::domain::termbase::Status;
use crate::interchange::work::Labels;
use crate::messages::{Value, visible};
use crate::reports::table::{Side, Table};
use crate::reports::wording;
use crate::sources::out::Found;

/// So many packages, and so many articles, are named.
const MOST: usize = 20;

/// Shows all of it.
pub fn show(made: &[Made], said: &Said, outs: &[Found], args: &Args, ui: &mut Ui) -> Result<(), Failure> {
    match args.counts {
        Counts::Csv => csv(made, ui)?,
        Counts::Json => json(made, said, outs, args, ui)?,
        Counts::Text => text(made, args, ui)?,
    }
    beside(said, ui);
    if args.counts != Counts::Csv {
        idle(outs, said, args, ui);
    }
    if args.counts != Counts::Json {
        out(outs, said, made.is_empty(), args, ui)?;
    }
    Ok(())
}

fn text(made: &[Made], args: &Args, ui: &mut Ui) -> Result<(), Failure> {
    if made.is_empty() {
        let line = ui.text("pull-nothing");
        return ui.line(&line);
    }
    for (number, made) in made.iter().enumerate() {
        if number > 0 {
            ui.line("")?;
        }
        let units: usize = made.handed.iter().map(|one| one.open()).sum();
        let counted = if made.counts.characters { "pull-size-characters" } else { "pull-size-words" };
        let size = ui.get(counted, &[("count", Value::from(made.counts.leverage.total().words))]);
        let head = ui.get(
            if args.count { "pull-would" } else { "pull-head" },
            &[
                ("package", Value::text(&made.package.name)),
                ("articles", Value::from(made.handed.len())),
                ("units", Value::from(units)),
                ("size", Value::from(size)),
            ],
        );
        let head = ui.paint(Label::Heading, &head);
        ui.line(&head)?;
        if !args.count {
            for path in made.files.iter().take(MOST) {
                let path = visible(&path.display().to_string()).into_owned();
                let line = ui.get("pull-file", &[("path", Value::from(path))]);
                ui.line(&format!("  {line}"))?;
            }
            if made.files.len() > MOST {
                let line = ui.get("accept-more", &[("count", Value::from(made.files.len() - MOST))]);
                ui.line(&format!("  {line}"))?;
            }
        }
        ui.line("")?;
        let mut table = Table::new(vec![Side::Left, Side::Right, Side::Right, Side::Right]);
        let words = if made.counts.characters { "pull-column-characters" } else { "pull-column-words" };
        table.row(vec![
            String::new(),
            ui.text("pull-column-segments"),
            ui.text(words),
            ui.text("pull-column-all-characters"),
        ]);
        let number = |count: usize, ui: &Ui| ui.get("pull-number", &[("count", Value::from(count))]);
        let total = made.counts.leverage.total();
        let bands = Band::ALL
            .into_iter()
            .rev()
            .map(|band| (ui.text(&format!("pull-band-{}", band.name())), made.counts.leverage.of(band)));
        let rows: Vec<_> = bands.chain([(ui.text("pull-total"), total)]).collect();
        for (name, count) in rows {
            table.row(vec![
                name,
                number(count.segments, ui),
                number(count.words, ui),
                number(count.characters, ui),
            ]);
        }
        for line in table.lines(ui.width().saturating_sub(2), &|_, _, text| text.to_owned()) {
            ui.line(&format!("  {line}"))?;
        }
    }
    Ok(())
}

/// A row a band, for the invoice: names in no one's language.
fn csv(made: &[Made], ui: &mut Ui) -> Result<(), Failure> {
    let failed = |error: csv::Error| Failure::output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["package", "source", "target", "for", "band", "segments", "words", "characters"])
        .map_err(failed)?;
    for made in made {
        for band in Band::ALL {
            let count = made.counts.leverage.of(band);
            let numbers = [count.segments, count.words, count.characters].map(|n| n.to_string());
            let out = &made.out;
            let row = [out.name.as_str(), out.source.as_str(), out.target.as_str(), &out.holder, band.name()];
            writer.write_record(row.into_iter().chain(numbers.iter().map(String::as_str))).map_err(failed)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| Failure::output(error.into_error()))?;
    ui.out().write_all(&bytes).map_err(Failure::output)
}

fn json(made: &[Made], said: &Said, outs: &[Found], args: &Args, ui: &mut Ui) -> Result<(), Failure> {
    let packages: Vec<_> = made
        .iter()
        .map(|made| {
            let bands: serde_json::Map<String, serde_json::Value> = Band::ALL
                .into_iter()
                .map(|band| (band.name().to_owned(), json!(made.counts.leverage.of(band))))
                .collect();
            let articles: Vec<_> = made
                .handed
                .iter()
                .map(|one| {
                    json!({ "article": one.job.article, "verdict": one.row.verdict, "open": one.open(),
                                   "words": one.words })
                })
                .collect();
            json!({
                "package": made.out.name.as_str(),
                "source": made.out.source,
                "target": made.out.target,
                "for": made.out.holder,
                "articles": articles,
                "bands": bands,
                "total": made.counts.leverage.total(),
                "across": made.counts.leverage.across,
                "files": made.files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
            })
        })
        .collect();
    let out: Vec<_> = outs
        .iter()
        .filter(|found| found.out.left() > 0)
        .map(|found| {
            json!({ "package": found.out.name.as_str(), "for": found.out.holder, "by": found.out.by,
                    "at": found.out.at, "units": found.out.left() })
        })
        .collect();
    let object = json!({
        "cotejo": "pull",
        "version": 1,
        "written": !args.count,
        "packages": packages,
        "out": out,
        "by_hand": said.by_hand,
        "mirror": said.mirror,
        "left": { "units": said.left.0, "words": said.left.1 },
    });
    ui.line(&format!("{object:#}"))
}

/// What was not handed out.
fn beside(said: &Said, ui: &mut Ui) {
    for article in said.placeless.iter().take(MOST) {
        ui.warn(&Message::new("pull-placeless").showing("article", article));
    }
    if said.by_hand > 0 {
        ui.note(&Message::new("pull-by-hand").with("count", said.by_hand));
    }
    if said.mirror > 0 {
        ui.note(&Message::new("pull-mirror").with("count", said.mirror));
    }
    if said.left.0 > 0 {
        ui.note(&Message::new("pull-left").with("count", said.left.0).with("words", said.left.1 as usize));
    }
}

/// Packages of which nothing waits any more: it was done elsewhere. Only where all that waits was looked
/// at is that known.
fn idle(outs: &[Found], said: &Said, args: &Args, ui: &mut Ui) {
    if args.again || !args.takes_all() {
        return;
    }
    let idle = |(number, found): &(usize, &Found)| found.out.left() > 0 && !said.held.contains_key(number);
    for (_, found) in outs.iter().enumerate().filter(idle).take(MOST) {
        let message = Message::new("pull-out-idle").showing("package", &found.out.name);
        ui.note(&message.with("count", found.out.left()));
    }
}

/// What is out, and with whom.
fn out(outs: &[Found], said: &Said, nothing: bool, args: &Args, ui: &mut Ui) -> Result<(), Failure> {
    let open: Vec<(usize, &Found)> =
        outs.iter().enumerate().filter(|(_, found)| found.out.left() > 0).collect();
    if open.is_empty() || args.counts == Counts::Csv {
        return Ok(());
    }
    ui.line("")?;
    let head = ui.text("pull-out");
    let head = ui.paint(Label::Heading, &head);
    ui.line(&head)?;
    for (_, found) in open.iter().take(MOST) {
        let out = &found.out;
        let day = out.at.to_string().chars().take(10).collect::<String>();
        let id = if out.holder.is_empty() { "pull-out-line" } else { "pull-out-line-with" };
        let line = ui.get(
            id,
            &[
                ("package", Value::text(&out.name)),
                ("count", Value::from(out.left())),
                ("holder", Value::text(&out.holder)),
                ("date", Value::from(day)),
            ],
        );
        ui.line(&format!("  {line}"))?;
    }
    if open.len() > MOST {
        let line = ui.get("accept-more", &[("count", Value::from(open.len() - MOST))]);
        ui.line(&format!("  {line}"))?;
    }
    if nothing && !said.held.is_empty() {
        let hint = ui.text("pull-out-hint");
        ui.line(&hint)?;
    }
    Ok(())
}

/// The words for people in the files.
pub fn labels(ui: &Ui) -> Labels {
    let messages = &ui.messages;
    let text = |name: &str| messages.text(&format!("work-{name}"));
    let kinds = BlockKind::ALL.iter().map(|kind| messages.text(&format!("block-{}", kind.name()))).collect();
    let classes = ChangeClass::ALL.iter().map(|class| wording::class(*class, messages)).collect();
    let statuses =
        Status::ALL.iter().map(|status| messages.text(&format!("term-status-{}", status.name()))).collect();
    Labels {
        colon: text("colon"),
        id: text("id"),
        source: text("source"),
        target: text("target"),
        notes: text("notes"),
        instructions: vec![text("instructions"), text("instructions-codes"), text("instructions-back")],
        file: text("file"),
        line: text("line"),
        before: text("before"),
        change: text("change"),
        offer: text("offer"),
        in_context: text("in-context"),
        one_sentence: text("one-sentence"),
        term: text("term"),
        remark: text("remark"),
        note: text("note"),
        todo_translate: text("todo-translate"),
        todo_update: text("todo-update"),
        todo_check: text("todo-check"),
        todo_nothing: text("todo-nothing"),
        kinds,
        classes,
        statuses,
    }
}

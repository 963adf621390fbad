//! `cotejo note`: an editor's words for the translator, of an article or of one of its units.

use super::Run;
use super::accept::{by, numbers};
use super::pull::gather::{own, record};
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter;
use crate::cli::selection;
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::{ArticleView, LocaleView, Workspace};
use crate::domain::change::NoTerms;
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::pairing::Status;
use crate::domain::record::{About, Note, Record, Timestamp};
use crate::domain::track::{Tracking, UnitRef, track};
use crate::messages::Value;
use crate::sources::ledger::syntax;
use crate::sources::step::{self, Expected, Step};

/// The arguments of `cotejo note`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE", required = true)]
    article: String,
    #[arg(value_name = "TEXT", conflicts_with = "remove")]
    text: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    unit: Option<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long)]
    remove: bool,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    if args.text.as_ref().is_some_and(|text| text.trim().is_empty()) {
        return Err(Failure::new(Message::new("note-empty")));
    }
    let writes = args.text.is_some() || args.remove;
    let workspace = match writes {
        true => Workspace::open_for_writing(run, ui, "note")?,
        false => Workspace::open(run, ui)?,
    };
    let unit = args.unit.as_deref().map(|text| {
        let bad = |_| Failure::new(Message::new("accept-bad-unit").with("unit", text));
        text.trim().parse::<UnitRef>().map_err(bad)
    });
    let unit = unit.transpose()?;
    let at = Timestamp::from_seconds(run.now).ok_or_else(|| Failure::new(Message::new("accept-bad-now")))?;
    let by = by(run, &workspace, args.by.as_deref());
    let picks = selection::named(&workspace, &run.folder, std::slice::from_ref(&args.article), &args.locale)?;
    let mut step = Step::new();
    let mut lines = Vec::new();
    let mut known_unit = unit.is_none();
    for pick in &picks {
        let view = ArticleView::read(&workspace, pick.article);
        let wanted =
            pick.pairings.iter().filter(|pairing| !matches!(pairing.status, Status::Unwanted { .. }));
        for pairing in wanted {
            let seen = LocaleView::read(&workspace, &view, &pairing.locale, &pairing.status);
            if let Some(trouble) = &seen.row.trouble {
                trouble::ending([trouble])?;
            }
            let (Some(source), Some(target)) = (seen.source, seen.row.target.clone()) else { continue };
            let old = record(&seen, pick.article, source.path, &target);
            let version = own(&seen, pick.article).map(|version| &version.page.document);
            let document = &source.page.document;
            let line = |id: &str| {
                let message = Message::new(id).showing("article", &pick.article.id);
                message.showing("locale", &pairing.locale)
            };
            if !writes {
                lines.extend(old.notes.iter().map(|note| {
                    let about = match note.about {
                        About::Article => Value::Message("note-of-article"),
                        about => Value::text(about),
                    };
                    line("note-line").with("about", about).with("text", note.text.as_str())
                }));
                known_unit = true;
                continue;
            }
            let tracking = track(&old, document, version, &NoTerms);
            let Some(about) = about(unit, &old, document, &tracking) else { continue };
            known_unit = true;
            let mut new = old.clone();
            let text = args.text.as_deref().unwrap_or_default().trim().to_owned();
            if !new.set_note(Note { about, text, by: by.clone(), at }) {
                lines.push(line("note-same"));
                continue;
            }
            lines.push(line(if args.remove { "note-removed" } else { "note-written" }));
            let path = seen.record_path.clone();
            match (new.notes.is_empty() && new.links.is_empty(), seen.record_fingerprint) {
                // A record of nothing is none.
                (true, Some(held)) => step.remove(path, held),
                (true, None) => {}
                (false, held) => {
                    let text = syntax::write(&new).into_bytes();
                    step.put(path, text, held.map_or(Expected::Absent, Expected::Holds));
                }
            }
        }
    }
    if let (false, Some(text)) = (known_unit, &args.unit) {
        let what = Message::new("note-no-unit").with("article", args.article.as_str());
        return Err(Failure::new(what.with("unit", text.as_str())));
    }
    if lines.is_empty() && writes {
        return Err(Failure::new(Message::new("note-nothing").with("article", args.article.as_str())));
    }
    if !step.is_empty()
        && let Some(lock) = workspace.exclusive()
    {
        step::commit(&workspace.root, workspace.disk(), lock, step, true).map_err(trouble::of_step)?;
    }
    if lines.is_empty() {
        lines.push(Message::new("note-none"));
    }
    for message in lines {
        let line = ui.get(&message.id, &message.args);
        ui.line(&line)?;
    }
    Ok(Exit::Done)
}

/// What the note is about; `None` where the article has no such unit.
fn about(unit: Option<UnitRef>, record: &Record, source: &Document, tracking: &Tracking) -> Option<About> {
    let of_block = |at: usize| -> Option<About> {
        let link = tracking.links.iter().position(|link| link.source.contains(&at));
        match link.and_then(|number| record.links.get(number)) {
            Some(link) => Some(About::Link(link.id)),
            None => Some(About::Unit(source.blocks.get(at)?.hash())),
        }
    };
    match unit {
        None => Some(About::Article),
        Some(UnitRef::Number(number)) => {
            of_block(numbers(source).iter().position(|own| *own == number && number > 0)?)
        }
        Some(UnitRef::Hash(hash)) => of_block(source.blocks.iter().position(|block| block.hash() == hash)?),
        Some(UnitRef::Link(id)) => record.links.iter().any(|link| link.id == id).then_some(About::Link(id)),
    }
}

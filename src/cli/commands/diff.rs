//! `cotejo diff`: what changed in the source since the baseline, beside the target.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Run;
use super::accept::numbers;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection::{self, Pick};
use crate::cli::trouble;
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::{self, ArticleView, LocaleView, Workspace};
use crate::domain::article::ArticleId;
use crate::domain::change::{ChangeClass, DiffOp};
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::pairing::{Pairing, Status};
use crate::domain::record::{About, Record};
use crate::domain::text::normalised;
use crate::domain::track::{Pending, SourceState, TargetState, Tracking};
use crate::domain::verdict::{Row, Trouble, Verdict};
use crate::reports::diff::{
    self as report, Accepted, Change, Diff, Entry, Look, TargetUnit, TextStyle, What,
};

/// The arguments of `cotejo diff`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE")]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = crate::cli::filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "CLASS", value_parser = crate::cli::filter::class)]
    class: Option<ChangeClass>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    side_by_side: Columns,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Html,
    Markdown,
}

/// When to show source and target in two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Columns {
    Auto,
    Always,
    Never,
}

/// From so many columns on a terminal has room for two texts.
const WIDE: usize = 120;

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let (mut unrecorded, mut unread) = (0, Vec::new());
    let mut edited = Vec::new();
    let picks = match args.articles.is_empty() {
        true => outdated(&workspace, args, &mut unrecorded, &mut edited, &mut unread)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    let lists: Vec<Vec<Entry>> = picks
        .par_iter()
        .map(|pick| {
            let view = ArticleView::read(&workspace, pick.article);
            pick.pairings.iter().map(|pairing| entry(&workspace, &view, pairing, args.class)).collect()
        })
        .collect();
    let diff = Diff { entries: lists.into_iter().flatten().collect(), unrecorded };
    let mut out = Vec::new();
    match args.format {
        Format::Text => {
            let paint =
                |look: Look, text: &str| looks(look).map_or(text.to_owned(), |label| ui.paint(label, text));
            let style = TextStyle {
                width: (ui.is_terminal() || args.side_by_side == Columns::Always).then(|| ui.width()),
                side_by_side: match args.side_by_side {
                    Columns::Auto => ui.is_terminal() && ui.width() >= WIDE,
                    Columns::Always => true,
                    Columns::Never => false,
                },
                painted: ui.is_coloured(),
                paint: &paint,
            };
            report::text(&diff, &ui.messages, &style, &mut out)
        }
        Format::Json => report::json(&diff, &mut out),
        Format::Html => report::html(&diff, &ui.messages, &mut out),
        Format::Markdown => report::markdown(&diff, &ui.messages, &mut out),
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)?;
    if let Some(first) = edited.first() {
        let message = Message::new("diff-edited-elsewhere").with("count", edited.len());
        ui.note(&message.with("article", first.to_string()));
    }
    workspace::moves::propose(&workspace, ui);
    let shown = diff.entries.iter().filter(|entry| entry.verdict == Verdict::Unreadable);
    unread.extend(shown.filter_map(|entry| entry.trouble.clone()));
    if args.articles.is_empty() {
        unread.extend(workspace.problems.iter().cloned());
    }
    trouble::ending(&unread)
}

fn looks(look: Look) -> Option<Label> {
    match look {
        Look::Plain => None,
        Look::Added => Some(Label::Added),
        Look::Removed => Some(Label::Removed),
        Look::Dim => Some(Label::Dim),
        Look::Heading => Some(Label::Heading),
        Look::Major => Some(Label::Bad),
        Look::Lesser => Some(Label::Doubt),
    }
}

/// All versions that the source has left behind, and those that lost units, by the rows, which the
/// cache knows.
fn outdated<'w>(
    workspace: &'w Workspace,
    args: &Args,
    unrecorded: &mut usize,
    edited: &mut Vec<ArticleId>,
    unread: &mut Vec<Trouble>,
) -> Result<Vec<Pick<'w>>, Failure> {
    let all = selection::all(workspace, &args.locale)?;
    let least = args.class.unwrap_or(ChangeClass::Cosmetic);
    let rows = workspace::rows(workspace);
    let mut behind: FxHashMap<(&ArticleId, &Locale), &Row> = FxHashMap::default();
    for row in rows.iter().filter(|row| row.wish.is_none()) {
        if args.locale.is_empty() || args.locale.contains(&row.locale) {
            unread.extend(row.unread().cloned());
        }
        let waits = row.pending.from_class(least) > 0;
        match row.verdict {
            Verdict::Outdated | Verdict::Partial if waits => {
                behind.insert((&row.article, &row.locale), row);
            }
            // What a version lost is work too, though the source asks for none.
            Verdict::Current if row.lost > 0 && args.class.is_none() => {
                behind.insert((&row.article, &row.locale), row);
            }
            // Nothing waits there, so it is not listed; but who looks for work should know.
            Verdict::Current
                if row.edited > 0
                    && args.class.is_none()
                    && (args.locale.is_empty() || args.locale.contains(&row.locale)) =>
            {
                edited.push(row.article.clone())
            }
            // What can be read of its record may tell of work.
            Verdict::Unreadable
                if row.trouble.as_ref().is_some_and(|trouble| trouble.code == trouble::DAMAGED) =>
            {
                behind.insert((&row.article, &row.locale), row);
            }
            Verdict::Unrecorded if args.locale.is_empty() || args.locale.contains(&row.locale) => {
                *unrecorded += 1
            }
            _ => {}
        }
    }
    let mut picks = Vec::new();
    for mut pick in all {
        pick.pairings.retain(|pairing| behind.contains_key(&(&pairing.article, &pairing.locale)));
        if !pick.pairings.is_empty() {
            picks.push(pick);
        }
    }
    Ok(picks)
}

fn entry(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    pairing: &Pairing,
    class: Option<ChangeClass>,
) -> Entry {
    let seen = LocaleView::read(workspace, view, &pairing.locale, &pairing.status);
    let last = seen.record.as_ref().and_then(|record| record.links.iter().max_by_key(|link| link.at));
    let mut entry = Entry {
        article: pairing.article.clone(),
        title: seen.row.title.clone(),
        locale: pairing.locale.clone(),
        source_locale: view.article.source_locale.clone(),
        source: seen.row.source.clone(),
        target: seen.version.as_ref().map(|version| version.path.clone()).or(seen.row.target.clone()),
        verdict: seen.row.verdict,
        recorded: seen.record.as_ref().is_some_and(|record| !record.links.is_empty()),
        editors_note: seen.record.as_ref().and_then(|record| record.note(About::Article)).map(str::to_owned),
        unwanted: matches!(pairing.status, Status::Unwanted { .. }),
        last: last.map(|link| (link.by.clone(), link.at)),
        pending: seen.row.pending,
        changes: Vec::new(),
        trouble: seen.row.trouble.clone(),
    };
    let known = seen.record.as_ref().zip(seen.tracking.as_ref());
    let rest = || seen.rest.as_ref().map(|(record, tracking)| (record, tracking));
    if let (Some(source), Some((record, tracking))) = (seen.source, known.or_else(rest)) {
        let target = seen.version.as_ref().map(|version| &version.page.document);
        let texts = Texts { source: &source.page.document, target, record, tracking };
        entry.changes = texts.changes(class);
    }
    entry
}

/// The texts of one version with its record.
struct Texts<'t> {
    source: &'t Document,
    target: Option<&'t Document>,
    record: &'t Record,
    tracking: &'t Tracking,
}

impl Texts<'_> {
    /// The pending changes of that class or a graver one; where no class is asked for, all of them,
    /// and what was done to the target by hand.
    fn changes(&self, class: Option<ChangeClass>) -> Vec<Change> {
        let numbers = numbers(self.source);
        let pending = self.tracking.pending(class.unwrap_or(ChangeClass::Cosmetic));
        let mut changes: Vec<Change> =
            pending.iter().map(|pending| self.pending(pending, &numbers)).collect();
        if class.is_some() {
            return changes;
        }
        for (at, tracked) in self.tracking.links.iter().enumerate() {
            if tracked.source_state == SourceState::Same && tracked.target_state != TargetState::Same {
                let mut change = self.bare(What::Target, &tracked.source, &tracked.target, &numbers);
                change.link = self.record.links.get(at).map(|link| link.id);
                change.target_state = tracked.target_state;
                change.accepted = self.accepted(at);
                // What the target is to be held against, or to be translated from anew.
                let blocks = tracked.source.iter().filter_map(|at| self.source.blocks.get(*at));
                let texts: Vec<&str> = blocks.map(|block| block.text.as_str()).collect();
                change.words = vec![DiffOp::Equal(texts.join("\n"))];
                changes.push(change);
            }
        }
        for at in &self.tracking.extra {
            changes.push(self.bare(What::Extra, &[], &[*at], &numbers));
        }
        changes
    }

    fn pending(&self, pending: &Pending<'_>, numbers: &[usize]) -> Change {
        let tracked = pending.link.and_then(|at| self.tracking.links.get(at));
        // Links whose sources were merged are one change, and it touches the targets of all.
        let mut target = pending.target.to_vec();
        let mut state = tracked.map_or(TargetState::Same, |tracked| tracked.target_state);
        if let Some(tracked) =
            tracked.filter(|tracked| matches!(tracked.source_state, SourceState::Merged(_)))
        {
            for other in self.tracking.links.iter().filter(|other| other.group == tracked.group) {
                target.extend(&other.target);
                if state == TargetState::Same {
                    state = other.target_state;
                }
            }
            target.sort_unstable();
            target.dedup();
        }
        let what = match tracked.map(|tracked| &tracked.source_state) {
            None => What::Added,
            Some(SourceState::Removed(_)) => What::Removed,
            Some(_) => What::Changed,
        };
        let mut change = self.bare(what, pending.source, &target, numbers);
        change.class = Some(pending.change.class);
        change.causes.clone_from(&pending.change.causes);
        change.words.clone_from(&pending.change.words);
        change.target_state = state;
        change.link = pending.link.and_then(|at| self.record.links.get(at)).map(|link| link.id);
        change.after = pending.after.and_then(|at| self.unit(at));
        change.accepted = pending.link.and_then(|at| self.accepted(at));
        change.editors_note = self.note(pending.link, pending.source);
        change
    }

    fn bare(&self, what: What, source: &[usize], target: &[usize], numbers: &[usize]) -> Change {
        let text = |document: &Document, list: &[usize]| -> Vec<String> {
            let blocks = list.iter().filter_map(|at| document.blocks.get(*at));
            blocks
                .filter(|block| block.kind.is_unit())
                .map(|block| normalised(&block.text).into_owned())
                .collect()
        };
        let own = text(self.source, source);
        let copied = what == What::Added
            && !own.is_empty()
            && self.target.is_some_and(|document| text(document, target) == own);
        Change {
            what,
            units: source.iter().filter_map(|at| numbers.get(*at)).copied().collect(),
            link: None,
            class: None,
            causes: Vec::new(),
            words: Vec::new(),
            source_line: source.first().and_then(|at| self.source.blocks.get(*at)).map(|block| block.line),
            target: target.iter().filter_map(|at| self.unit(*at)).collect(),
            target_state: TargetState::Same,
            copied,
            after: None,
            accepted: None,
            editors_note: None,
        }
    }

    /// What the editor wrote about a link, or about one of the source units.
    fn note(&self, link: Option<usize>, source: &[usize]) -> Option<String> {
        let link = link.and_then(|at| self.record.links.get(at)).map(|link| About::Link(link.id));
        let units = source.iter().filter_map(|at| self.source.blocks.get(*at));
        let mut about = link.into_iter().chain(units.map(|block| About::Unit(block.hash())));
        about.find_map(|about| self.record.note(about)).map(str::to_owned)
    }

    fn unit(&self, at: usize) -> Option<TargetUnit> {
        let block = self.target?.blocks.get(at)?;
        Some(TargetUnit { line: block.line, text: block.text.clone(), hash: block.hash() })
    }

    fn accepted(&self, at: usize) -> Option<Accepted> {
        let link = self.record.links.get(at)?;
        let (by, reason) = (link.by.clone(), link.reason.clone());
        Some(Accepted { by, at: link.at, state: link.state, reason })
    }
}

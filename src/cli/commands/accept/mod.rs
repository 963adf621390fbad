//! `cotejo accept`: this version is in step with the source.
//!
//! All is read and decided first, article by article on all cores; then what is to be written goes
//! to the disk in one step, which `--undo` takes back.

mod moved;
mod plan;
mod show;
mod undo;

use rayon::prelude::*;

use super::Run;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection::{self, Pick};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::moves::{self, Moves};
use crate::cli::workspace::{ArticleView, Workspace};
use crate::domain::locale::Locale;
use crate::domain::record::{LinkState, Timestamp};
use crate::domain::track::{Acceptance, Selection, UnitRef, Untranslated};
use crate::sources::git;
use crate::sources::step::{self, Expected, Step};
pub use plan::numbers;
use plan::{Asked, Item, Outcome, Recorded, Why};

/// The arguments of `cotejo accept`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE", conflicts_with_all = ["all", "undo"])]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = crate::cli::filter::locale)]
    #[arg(conflicts_with = "undo")]
    locale: Vec<Locale>,
    #[arg(long = "unit", value_name = "NUMBER", value_delimiter = ',')]
    #[arg(conflicts_with_all = ["all", "moved", "undo"])]
    units: Vec<String>,
    #[arg(long, conflicts_with_all = ["moved", "undo"])]
    all: bool,
    #[arg(long, value_name = "STATE", default_value = "translated")]
    state: State,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["moved", "undo"])]
    reason: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "undo")]
    by: Option<String>,
    #[arg(long, conflicts_with = "undo")]
    moved: bool,
    #[arg(long)]
    undo: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The state of the links recorded. `as-is` is not chosen but follows from a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum State {
    Translated,
    Reviewed,
    DraftMt,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// The longest range of units that is taken; no article has more.
const LONGEST_RANGE: usize = 100_000;

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    if args.undo {
        let workspace = match args.dry_run {
            true => Workspace::open(run, ui)?,
            false => Workspace::open_for_writing(run, ui, "accept --undo")?,
        };
        return undo::run(&workspace, ui, args.dry_run, args.format == Format::Json);
    }
    // A locale without an article is all of that locale.
    let all = args.all
        || (args.articles.is_empty() && args.units.is_empty() && !args.locale.is_empty() && !args.moved);
    if args.articles.is_empty() && !all && !args.moved {
        let id = if args.units.is_empty() { "accept-nothing-named" } else { "accept-units-of-what" };
        return Err(Failure::new(Message::new(id)).hint(Message::new("accept-nothing-named-hint")));
    }
    if args.reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Failure::new(Message::new("accept-empty-reason")));
    }
    let selection = units(&args.units)?;
    let workspace = Workspace::open_for_writing(run, ui, "accept")?;
    if args.moved {
        return moved::run(&workspace, run, ui, args);
    }
    let picks = match all {
        true => selection::all(&workspace, &args.locale)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    if selection != Selection::All && picks.len() > 1 {
        let failure = Failure::new(Message::new("accept-units-of-many").with("count", picks.len()));
        return Err(failure);
    }
    let asked = Asked { selection, how: how(run, &workspace, args)? };
    let found = moves::find(&workspace);
    let mut items = decide(&workspace, &picks, &asked);
    leave_moved(&mut items, &found);
    check_again(&workspace, &mut items);
    refuse(&items, ui)?;
    if !args.dry_run {
        write(&workspace, step(&mut items))?;
    }
    let shown = show::Shown { items: &items, dry_run: args.dry_run, all };
    match args.format {
        Format::Text => show::text(&shown, ui)?,
        Format::Json => show::json(&shown, ui)?,
    }
    say_unkept(&items, args.reason.is_some(), all, ui);
    moves::say(&found, ui);
    let elsewhere = match all {
        true => workspace.problems.clone(),
        false => selection::unlisted(&workspace, &run.folder, &args.articles),
    };
    let unread = items.iter().filter_map(|item| match &item.outcome {
        Outcome::LeftOut(Why::Unreadable(trouble)) => Some(trouble),
        _ => None,
    });
    trouble::ending(unread.chain(&elsewhere))
}

/// Says which records did not take the reason that was given: what was asked for was in step already.
/// Of a whole tree that is no wonder, as long as one did.
fn say_unkept(items: &[Item], given: bool, all: bool, ui: &mut Ui) {
    let recorded = items.iter().filter_map(|item| match &item.outcome {
        Outcome::Recorded(recorded) => Some(recorded),
        Outcome::LeftOut(_) => None,
    });
    let (kept, unkept): (Vec<_>, Vec<_>) = recorded.partition(|recorded| recorded.takes_reason);
    if given && !unkept.is_empty() && (kept.is_empty() || !all) {
        ui.note(&Message::new("accept-reason-unkept").with("count", unkept.len()));
    }
}

/// Leaves out what seems to have moved: to record it as new would take today's source for the one it
/// was made from, and what changed since would never be shown. All locales of the article wait, since
/// with a record in one of them it would be no new place for the others.
fn leave_moved(items: &mut [Item], moves: &Moves) {
    let arrivals = moves.by_article();
    for item in items.iter_mut().filter(|item| matches!(item.outcome, Outcome::Recorded(_))) {
        if let Some(arrival) = arrivals.get(&item.article) {
            let to = arrival.open.map(|_| arrival.place.to.clone());
            item.outcome = Outcome::LeftOut(Why::Moved { from: arrival.lost.from.clone(), to });
        }
    }
}

/// Decides every article that was picked; in the order of the picks.
fn decide(workspace: &Workspace, picks: &[Pick<'_>], asked: &Asked) -> Vec<Item> {
    let lists: Vec<Vec<Item>> = picks
        .par_iter()
        .map(|pick| {
            let view = ArticleView::read(workspace, pick.article);
            let decide = |pairing| plan::decide(workspace, &view, pairing, pick.singly, asked);
            pick.pairings.iter().copied().map(decide).collect()
        })
        .collect();
    lists.into_iter().flatten().collect()
}

/// Leaves out what changed since it was listed: what was decided is about another text.
fn check_again(workspace: &Workspace, items: &mut [Item]) {
    items.par_iter_mut().for_each(|item| {
        if let Outcome::Recorded(recorded) = &item.outcome
            && let Some(path) = plan::changed_since(workspace, recorded.seen.iter())
        {
            item.outcome = Outcome::LeftOut(Why::Changed(path));
        }
    });
}

/// Of the articles named themselves all are recorded or none. One that has no version in some
/// locale, or is not wanted in it, is only asked about the others.
fn refuse(items: &[Item], ui: &Ui) -> Result<(), Failure> {
    let alone = |item: &Item| {
        items.iter().filter(|other| other.article == item.article).all(|other| match &other.outcome {
            Outcome::LeftOut(why) => is_absence(why),
            Outcome::Recorded(_) => false,
        })
    };
    let mut what = Vec::new();
    let (mut reason, mut moved) = (false, None);
    for item in items.iter().filter(|item| item.singly) {
        let Outcome::LeftOut(why) = &item.outcome else { continue };
        if is_absence(why) && !alone(item) {
            continue;
        }
        reason |= matches!(why, Why::NeedsReason(_) | Why::Untranslated(_));
        if let Why::Moved { from, to } = why {
            moved = moved.or(Some((from, to)));
        }
        what.extend(show::refusal(item, why, &ui.messages));
    }
    if what.is_empty() {
        return Ok(());
    }
    let failure = Failure::many(what);
    Err(failure.hint(match (reason, moved) {
        (true, _) => Message::new("accept-hint-reason"),
        (false, Some((_, None))) => Message::new("accept-hint-moved"),
        (false, Some((from, Some(to)))) => {
            Message::new("accept-hint-moved-perhaps").showing("from", from).showing("to", to)
        }
        (false, None) => Message::new("accept-hint-nothing"),
    }))
}

/// Whether there is nothing to record rather than something wrong with it.
fn is_absence(why: &Why) -> bool {
    matches!(why, Why::Unwanted(_) | Why::Missing)
}

/// The step that writes the records.
fn step(items: &mut [Item]) -> Step {
    let mut step = Step::new();
    for item in items {
        let Outcome::Recorded(recorded) = &mut item.outcome else { continue };
        let Recorded { path, before, text, .. } = recorded.as_mut();
        // An empty text from here on still says that the record was written.
        if let Some(text) = text {
            step.put(path.clone(), std::mem::take(text), expected(*before));
        }
    }
    step
}

fn expected(before: Option<crate::sources::fingerprint::Fingerprint>) -> Expected {
    before.map_or(Expected::Absent, Expected::Holds)
}

fn write(workspace: &Workspace, step: Step) -> Result<(), Failure> {
    if step.is_empty() {
        return Ok(());
    }
    // `open_for_writing` holds it.
    let Some(lock) = workspace.exclusive() else { return Ok(()) };
    step::commit(&workspace.root, workspace.disk(), lock, step, true).map_err(trouble::of_step)?;
    Ok(())
}

/// The state, reason, name and moment that links get.
fn how(run: &Run<'_>, workspace: &Workspace, args: &Args) -> Result<Acceptance, Failure> {
    let at = Timestamp::from_seconds(run.now).ok_or_else(|| Failure::new(Message::new("accept-bad-now")))?;
    Ok(Acceptance {
        state: match args.state {
            State::Translated => LinkState::Translated,
            State::Reviewed => LinkState::Reviewed,
            State::DraftMt => LinkState::DraftMt,
        },
        reason: args.reason.as_ref().map(|reason| reason.trim().to_owned()),
        by: by(run, workspace, args.by.as_deref()),
        at,
        untranslated: Untranslated::default(),
    })
}

/// Who accepts: as named, by `COTEJO_BY`, by git's name for the user, by the system's.
pub fn by(run: &Run<'_>, workspace: &Workspace, named: Option<&str>) -> String {
    let environment = &run.environment;
    let system = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| environment.var(name));
    let given = named.or_else(|| environment.var("COTEJO_BY")).map(str::trim).filter(|name| !name.is_empty());
    given
        .map(str::to_owned)
        .or_else(|| git::user_name(&workspace.root))
        .or_else(|| system().map(str::to_owned))
        .unwrap_or_default()
}

/// Reads `3`, `5-7`, a hash or a link's name.
fn units(texts: &[String]) -> Result<Selection, Failure> {
    if texts.is_empty() {
        return Ok(Selection::All);
    }
    let bad = |text: &str| Failure::new(Message::new("accept-bad-unit").with("unit", text));
    let mut units = Vec::new();
    for text in texts.iter().map(|text| text.trim()) {
        if let Ok(unit) = text.parse::<UnitRef>() {
            units.push(unit);
            continue;
        }
        let (first, last) = text.split_once('-').ok_or_else(|| bad(text))?;
        match (first.parse(), last.parse()) {
            (Ok(UnitRef::Number(first)), Ok(UnitRef::Number(last)))
                if first <= last && last - first < LONGEST_RANGE =>
            {
                units.extend((first..=last).map(UnitRef::Number));
            }
            _ => return Err(bad(text)),
        }
    }
    Ok(Selection::Units(units))
}

//! `cotejo push`: finished work back.
//!
//! Every file is read (`intake`), every unit decided and every text composed (`article`) before
//! anything is written; then the translations, the records and what is known of the package change in
//! one step, which `accept --undo` takes back. What is wrong with one unit keeps all of it from being
//! written, unless `--partial` says that the rest is to be taken.

mod article;
mod intake;
mod show;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Run;
use super::accept::by;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::cli::worth::FailOn;
use crate::domain::package::out::{Out, What};
use crate::domain::package::take::{Back, Outcome};
use crate::domain::package::{PackageName, UnitKey};
use crate::domain::record::Timestamp;
use crate::sources::files::{self, Limits, ReadError};
use crate::sources::fingerprint::fingerprint;
use crate::sources::out::{self, Found, Stuck};
use crate::sources::step::{self, Expected, Step};
use article::Planned;

/// The arguments of `cotejo push`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "PACKAGE", value_parser = super::pull::package)]
    package: Option<PackageName>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    #[arg(long)]
    partial: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// So many things that are wrong are told.
const MOST: usize = 30;

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = match args.dry_run {
        true => Workspace::open(run, ui)?,
        false => Workspace::open_for_writing(run, ui, "push")?,
    };
    if workspace.has_bad_termbase() {
        ui.warn(&Message::new("terms-bad"));
    }
    let at = Timestamp::from_seconds(run.now).ok_or_else(|| Failure::new(Message::new("accept-bad-now")))?;
    let mut intake = intake::read(&workspace, run, args)?;
    for path in intake.passed_over.iter().take(MOST) {
        ui.warn(&Message::new("push-passed-over").showing("path", path.display()));
    }
    let mut wrong = std::mem::take(&mut intake.wrong);
    let usual = by(run, &workspace, args.by.as_deref());
    let mut planned: Vec<Planned> = Vec::new();
    for work in &intake.works {
        let by = match (&args.by, work.found.out.holder.as_str()) {
            (None, holder) if !holder.is_empty() => holder,
            _ => usual.as_str(),
        };
        let how = article::How { by, at, fail_on: args.fail_on };
        planned.push(article::plan(&workspace, work, &how, ui, &mut wrong)?);
    }
    if !wrong.is_empty() && (!args.partial || planned.is_empty()) {
        if args.format == Format::Json {
            show::json(&[], &wrong, args.dry_run, ui)?;
        }
        return Err(failed(wrong));
    }
    let (step, stuck) = step(&workspace, &planned, at)?;
    if !args.dry_run
        && !step.is_empty()
        && let Some(lock) = workspace.exclusive()
    {
        step::commit(&workspace.root, workspace.disk(), lock, step, true).map_err(trouble::of_step)?;
    }
    match args.format {
        Format::Text => show::text(&planned, args.dry_run, ui)?,
        Format::Json => show::json(&planned, &wrong, args.dry_run, ui)?,
    }
    for (.., message) in planned.iter().flat_map(|one| &one.told).take(MOST) {
        ui.warn(message);
    }
    if !wrong.is_empty() {
        return Err(failed(wrong));
    }
    show::conflicts(&planned, &stuck)
}

/// The work was not taken, or not all of it.
fn failed(wrong: Vec<Message>) -> Failure {
    let more = wrong.len().saturating_sub(MOST);
    let more = (more > 0).then(|| Message::new("accept-more").with("count", more));
    let failure = Failure::many(wrong.into_iter().take(MOST).chain(more).collect());
    failure.hint(Message::new("push-wrong-hint"))
}

/// The one step that writes all of it, and the files that conflicts are kept in.
fn step(
    workspace: &Workspace,
    planned: &[Planned],
    at: Timestamp,
) -> Result<(Step, Vec<crate::domain::article::TreePath>), Failure> {
    let mut step = Step::new();
    let mut outs: BTreeMap<&PackageName, (&Found, Vec<&Planned>)> = BTreeMap::new();
    for one in planned {
        for file in &one.files {
            step.put(file.path.clone(), file.bytes.clone(), file.expected);
        }
        outs.entry(&one.found.out.name).or_insert((&one.found, Vec::new())).1.push(one);
    }
    let mut stuck_in = Vec::new();
    for (found, planned) in outs.into_values() {
        let mut out = found.out.clone();
        planned.iter().for_each(|one| mark(&mut out, one, at));
        if out != found.out {
            let bytes = out::write(&out).into_bytes();
            step.put(found.path.clone(), bytes, Expected::Holds(found.fingerprint));
        }
        let path = out::conflicts_path(&out.target, &out.name);
        let (held, mut list) = match files::read(&workspace.root, &path, Limits::default()) {
            Ok(contents) => {
                let list = out::read_stuck(&contents.text());
                (Some(fingerprint(&contents.bytes)), list)
            }
            Err(ReadError::Missing { .. }) => (None, Vec::new()),
            Err(error) => return Err(trouble::failure_of_read(&error)),
        };
        for one in planned {
            let keys: BTreeSet<UnitKey> = one.backs.iter().map(|back| back.key).collect();
            let decided = |stuck: &Stuck| stuck.article == one.article && keys.contains(&stuck.key);
            list.retain(|stuck| !decided(stuck));
            list.extend(one.backs.iter().filter_map(|back| Stuck::of(&one.article, back)));
        }
        match (list.is_empty(), held) {
            (true, Some(held)) => step.remove(path, held),
            (true, None) => {}
            (false, held) => {
                let text = out::write_stuck(&list).into_bytes();
                stuck_in.push(path.clone());
                if held != Some(fingerprint(&text)) {
                    step.put(path, text, held.map_or(Expected::Absent, Expected::Holds));
                }
            }
        }
    }
    Ok((step, stuck_in))
}

/// Marks what was taken back.
fn mark(out: &mut Out, planned: &Planned, at: Timestamp) {
    let backs: BTreeMap<UnitKey, &Back> = planned.backs.iter().rev().map(|back| (back.key, back)).collect();
    for unit in out.units.iter_mut().filter(|unit| unit.article == planned.article) {
        let (What::Open(sent), Some(back)) = (&mut unit.what, backs.get(&unit.key)) else { continue };
        match &back.what {
            Outcome::Taken(taken) => {
                sent.taken = Some(at);
                sent.target.clone_from(&taken.says);
                sent.shown = None;
            }
            Outcome::Already if sent.taken.is_none() => sent.taken = Some(at),
            _ => {}
        }
    }
}

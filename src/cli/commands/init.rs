//! `cotejo init`: looks at the tree, says what it guessed and why, and writes a commented
//! `cotejo.toml`. It never overwrites one.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::Run;
use crate::cli::error::{Exit, Failure, Message, io_cause};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::config::guess::{self, Evidence, Guess, GuessedCollection, Told};
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::messages::Value;
use crate::sources::lock::ExclusiveLock;
use crate::sources::step::{self, Expected, Step, StepError};
use crate::sources::walk;

/// The arguments of `cotejo init`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "LOCALE", value_parser = crate::cli::filter::locale)]
    source: Option<Locale>,
    #[arg(
        long,
        value_name = "LOCALES",
        value_delimiter = ',',
        value_parser = crate::cli::filter::locale
    )]
    targets: Vec<Locale>,
}

const NAME: &str = "cotejo.toml";

/// A folder with more files is somebody's disk, no project: looking at all of it would take
/// minutes, and at a part of it would tell what came first.
const MOST_FILES: usize = 1_000_000;

/// So much of a file is read for what it says of locales, in bytes.
const PEEK: u64 = 64 * 1024;

/// How long to wait for another cotejo at work in the folder.
const WAIT: Duration = Duration::from_secs(10);

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let told = Told { source: args.source.clone(), targets: args.targets.clone() };
    if let Some(both) = told.source.as_ref().filter(|source| told.targets.contains(source)) {
        return Err(Failure::new(Message::new("init-source-is-target").showing("locale", both)));
    }
    let root = fs::canonicalize(&run.folder).map_err(|error| {
        let path = run.folder.display().to_string();
        Failure::new(Message::new("error-read").with("path", path).with("cause", io_cause(&error)))
    })?;
    let path = root.join(NAME);
    // A link that leads nowhere is in the way too.
    let exists = fs::symlink_metadata(&path).is_ok();
    if exists && !args.dry_run {
        return Err(there_already(&path));
    }

    let listed = list(&root, MOST_FILES)?;
    let files: Vec<&str> = listed.files.iter().map(TreePath::as_str).collect();
    let guess = guess::guess(&files, &told, &|path| peek(&root, path));
    let text = guess::commented(&guess, &|id| ui.text(id));
    let mut said = told_of(&guess, &root, listed.files.len(), ui);
    said.extend(listed.problem);

    if args.dry_run {
        ui.write(&text)?;
        for message in &said {
            ui.note(message);
        }
        let path = path.display().to_string();
        let end = if exists { "init-exists-dry" } else { "init-would-write" };
        ui.note(&Message::new(end).with("path", path));
        return Ok(Exit::Done);
    }
    if let Some(above) = root.ancestors().skip(1).map(|above| above.join(NAME)).find(|path| path.is_file()) {
        ui.warn(&Message::new("init-inside").with("path", above.display().to_string()));
    }
    write(run, &root, text)?;
    for message in said.iter().chain([&Message::new("init-written").with("file", NAME)]) {
        let line = ui.get(&message.id, &message.args);
        ui.line(&line)?;
    }
    Ok(Exit::Done)
}

fn there_already(path: &Path) -> Failure {
    Failure::new(Message::new("init-exists").with("path", path.display().to_string()))
        .hint(Message::new("init-exists-hint"))
}

/// Writes the file, if there is still none.
fn write(run: &Run<'_>, root: &Path, text: String) -> Result<(), Failure> {
    let disk = run.environment.disk.as_ref();
    let lock = ExclusiveLock::take(root, disk, "init", WAIT).map_err(trouble::of_lock)?;
    let mut step = Step::new();
    step.put(TreePath::new(NAME), text.into_bytes(), Expected::Absent);
    match step::commit(root, disk, &lock, step, false) {
        Ok(_) => Ok(()),
        Err(StepError::Changed { .. }) => Err(there_already(&root.join(NAME))),
        Err(error) => Err(trouble::of_step(error)),
    }
}

/// The files of a tree, sorted, and what could not be looked at.
struct Listed {
    files: Vec<TreePath>,
    problem: Option<Message>,
}

/// Lists the files but those in folders that hold no articles. More than `most` are an error.
fn list(root: &Path, most: usize) -> Result<Listed, Failure> {
    let count = AtomicUsize::new(0);
    let passed_over = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        // Each file is asked for once; once there are too many, the rest need not be read.
        guess::passes_over(name) || count.fetch_add(1, Ordering::Relaxed) > most
    };
    let listing = walk::walk(root, &[TreePath::new("")], &passed_over);
    if count.load(Ordering::Relaxed) > most {
        let message = Message::new("init-too-many").with("most", most);
        return Err(Failure::new(message.with("folder", root.display().to_string()))
            .hint(Message::new("init-too-many-hint")));
    }
    let problems: Vec<_> = listing.problems.iter().filter_map(trouble::of_walk).collect();
    let problem = problems.first().map(|first| {
        Message::new("init-not-listed").with("count", problems.len()).showing("example", &first.path)
    });
    Ok(Listed { files: listing.files.into_iter().map(|(path, _)| path).collect(), problem })
}

/// The beginning of a file's text.
fn peek(root: &Path, path: &str) -> Option<String> {
    let file = fs::File::open(root.join(path)).ok()?;
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(PEEK).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What was guessed, and why, a message a line.
fn told_of(guess: &Guess, root: &Path, files: usize, ui: &Ui) -> Vec<Message> {
    let mut said = vec![
        Message::new("init-looked").with("files", files).with("folder", root.display().to_string()),
        Message::new("init-source").showing("locale", &guess.source),
    ];
    match guess.targets.is_empty() {
        true => said.push(Message::new("init-targets-none").with("locale", guess::likely_target(guess))),
        false => {
            let target = |(locale, count): (&Locale, &usize)| {
                ui.get("init-target", &[("locale", Value::text(locale)), ("files", Value::from(*count))])
            };
            let list: Vec<String> = guess.targets.iter().map(target).collect();
            said.push(Message::new("init-targets").with("locales", list.join(", ")));
        }
    }
    said.extend(guess.collections.iter().map(collection));
    said.push(Message::new("init-why"));
    let reasons = std::iter::once(&guess.source_why).chain(&guess.evidence).map(reason);
    said.extend(
        reasons.map(|reason| Message::new("init-reason").with("reason", Value::Nested(Box::new(reason)))),
    );
    said
}

fn collection(collection: &GuessedCollection) -> Message {
    let template = match (&collection.files, &collection.sides) {
        (Some(files), _) => Value::from(files.as_str()),
        (None, Some((source, target))) => {
            let sides = Message::new("init-sides").with("source", source.as_str());
            Value::Nested(Box::new(sides.with("target", target.as_str())))
        }
        (None, None) => Value::from(""),
    };
    let counts = collection.counts.iter().map(|(locale, count)| (locale, *count));
    Message::new("init-collection").with("name", collection.name.as_str()).with("template", template).with(
        "counts",
        counts.map(|(locale, count)| format!("{locale} {count}")).collect::<Vec<_>>().join(", "),
    )
}

/// A piece of evidence as a message; numbers choose plural forms.
fn reason(evidence: &Evidence) -> Message {
    let mut message = Message::new(format!("guess-{}", evidence.code));
    for (name, value) in &evidence.args {
        message = match value.parse::<u64>() {
            Ok(number) if *name == "files" => message.with(name, number),
            _ => message.with(name, value.as_str()),
        };
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_disk_is_refused_and_a_tree_at_the_limit_is_not() {
        let root = tempfile::tempdir().expect("a folder");
        for name in ["a.md", "b.md", "c.md", "node_modules/x/d.md", ".hidden/e.md"] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            fs::write(path, "x").expect("the file can be written");
        }
        let files = |most| list(root.path(), most).map(|listed| listed.files.len());
        assert_eq!(files(3).ok(), Some(3));
        let failure = files(2).expect_err("too many");
        assert_eq!(failure.what.first().map(|what| what.id.as_str()), Some("init-too-many"));
    }
}

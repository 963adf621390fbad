//! Reads the termbase that a command is to use.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::super::Run;
use crate::cli::error::{Failure, Message, io_cause};
use crate::cli::input::cannot_read;
use crate::cli::workspace::find_config;
use crate::config::{Config, TERMBASE};
use crate::domain::termbase::Termbase;
use crate::interchange::terms_tsv::{self, File, Places, Problem, Shape};
use crate::messages::Value;

/// The files of a termbase, read and not yet understood.
pub enum Tables {
    /// The repository's own two; the concepts may be left out.
    Own(Option<File>, File),
    /// A plain table.
    Plain(File),
}

impl Tables {
    /// The files.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        let (first, second) = match self {
            Tables::Own(concepts, terms) => (concepts.as_ref(), terms),
            Tables::Plain(table) => (None, table),
        };
        first.into_iter().chain([second])
    }

    /// What they say, and where it stands.
    pub fn read(&self) -> Result<(Termbase, Places<'_>), Vec<Problem>> {
        match self {
            Tables::Own(concepts, terms) => terms_tsv::read_placed(concepts.as_ref(), terms),
            Tables::Plain(table) => terms_tsv::read_plain_placed(table),
        }
    }
}

/// Reads the termbase at `path`: a folder with `concepts.tsv` and `terms.tsv`, one of these, or a
/// plain table. Without a path, the project's.
pub fn termbase(run: &Run<'_>, path: Option<&Path>) -> Result<Termbase, Failure> {
    read(&tables(run, path)?)
}

/// The files of that termbase.
pub fn tables(run: &Run<'_>, path: Option<&Path>) -> Result<Tables, Failure> {
    if let Some(path) = path {
        return files(&run.folder.join(path), path);
    }
    match find_config(&run.folder)? {
        Some(found) => tables_of(&found.root, &found.config),
        None => Err(Failure::new(Message::new("glossary-none")).hint(Message::new("glossary-none-hint"))),
    }
}

/// The files of a project's own termbase.
pub fn tables_of(root: &Path, config: &Config) -> Result<Tables, Failure> {
    let Some(path) = of_project(root, config) else {
        let folder = root.display().to_string();
        return Err(Failure::new(Message::new("glossary-no-folder").with("folder", folder))
            .hint(Message::new("glossary-none-hint")));
    };
    files(&root.join(&path), &path)
}

/// Where a project's termbase is, below its root: where the configuration says, or the usual folder
/// if it is there.
pub fn of_project(root: &Path, config: &Config) -> Option<PathBuf> {
    match &config.termbase {
        Some(path) => Some(path.to_path()),
        None => Some(PathBuf::from(TERMBASE)).filter(|path| root.join(path).is_dir()),
    }
}

/// The termbase in those files; its problems are a failure.
pub fn read(tables: &Tables) -> Result<Termbase, Failure> {
    tables.read().map(|(termbase, _)| termbase).map_err(|problems| {
        let count = problems.len();
        let all = problems.iter().map(message).collect();
        Failure::many(all).hint(Message::new("glossary-hint").with("count", count))
    })
}

/// The files at `path`, which problems call `shown`.
fn files(path: &Path, shown: &Path) -> Result<Tables, Failure> {
    if path.is_dir() {
        let concepts = file(&path.join("concepts.tsv"), &shown.join("concepts.tsv"))?;
        return Ok(Tables::Own(Some(concepts), file(&path.join("terms.tsv"), &shown.join("terms.tsv"))?));
    }
    let named = file(path, shown)?;
    Ok(match terms_tsv::shape(&named.bytes) {
        Shape::Plain => Tables::Plain(named),
        Shape::Terms => {
            let (other, name) = (path.with_file_name("concepts.tsv"), shown.with_file_name("concepts.tsv"));
            Tables::Own(other.is_file().then(|| file(&other, &name)).transpose()?, named)
        }
        Shape::Concepts => {
            let terms = file(&path.with_file_name("terms.tsv"), &shown.with_file_name("terms.tsv"))?;
            Tables::Own(Some(named), terms)
        }
    })
}

/// Reads one file of a termbase, `shown` being its name for people.
pub fn file(path: &Path, shown: &Path) -> Result<File, Failure> {
    let failed = |error: std::io::Error| cannot_read(shown, &error);
    let meta = std::fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    let most = terms_tsv::LARGEST as u64 + 1;
    let opened = std::fs::File::open(path).map_err(failed)?;
    opened.take(most).read_to_end(&mut bytes).map_err(|error| {
        let cause = io_cause(&error);
        Failure::new(
            Message::new("error-read").with("path", shown.display().to_string()).with("cause", cause),
        )
    })?;
    Ok(File { name: shown.display().to_string(), bytes })
}

/// A problem of a table, with its place.
pub fn message(problem: &Problem) -> Message {
    let what = Message::new(format!("glossary-problem-{}", problem.code))
        .with("found", problem.found.as_str())
        .with("known", problem.known.as_str());
    Message::new("error-config")
        .with("path", problem.file.as_str())
        .with("line", problem.line.to_string())
        .with("column", problem.column.to_string())
        .with("problem", Value::Nested(Box::new(what)))
}

//! Reads the termbase that a command is to use.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::super::Run;
use crate::cli::error::{Failure, Message, io_cause};
use crate::cli::input::cannot_read;
use crate::cli::workspace::find_config;
use crate::domain::termbase::Termbase;
use crate::interchange::terms_tsv::{self, File, Problem, Shape};
use crate::messages::Value;

/// The folder of a project's termbase.
pub const FOLDER: &str = "glossary";

/// Reads the termbase at `path`: a folder with `concepts.tsv` and `terms.tsv`, one of these, or a
/// plain table. Without a path, the project's.
pub fn termbase(run: &Run<'_>, path: Option<&Path>) -> Result<Termbase, Failure> {
    let (shown, path) = match path {
        Some(path) => (path.to_owned(), run.folder.join(path)),
        None => {
            let Some(found) = find_config(&run.folder)? else {
                return Err(
                    Failure::new(Message::new("glossary-none")).hint(Message::new("glossary-none-hint"))
                );
            };
            let path = found.root.join(FOLDER);
            if !path.is_dir() {
                let folder = found.root.display().to_string();
                return Err(Failure::new(Message::new("glossary-no-folder").with("folder", folder))
                    .hint(Message::new("glossary-none-hint")));
            }
            (PathBuf::from(FOLDER), path)
        }
    };
    let read = match path.is_dir() {
        true => {
            let concepts = file(&path.join("concepts.tsv"), &shown.join("concepts.tsv"))?;
            let terms = file(&path.join("terms.tsv"), &shown.join("terms.tsv"))?;
            terms_tsv::read(Some(&concepts), &terms)
        }
        false => {
            let named = file(&path, &shown)?;
            let beside = |name: &str| {
                let other = path.with_file_name(name);
                other.is_file().then(|| file(&other, &shown.with_file_name(name))).transpose()
            };
            match terms_tsv::shape(&named.bytes) {
                Shape::Plain => terms_tsv::read_plain(&named),
                Shape::Terms => terms_tsv::read(beside("concepts.tsv")?.as_ref(), &named),
                Shape::Concepts => {
                    let terms = file(&path.with_file_name("terms.tsv"), &shown.with_file_name("terms.tsv"))?;
                    terms_tsv::read(Some(&named), &terms)
                }
            }
        }
    };
    read.map_err(|problems| {
        let count = problems.len();
        let all = problems.iter().map(message).collect();
        Failure::many(all).hint(Message::new("glossary-hint").with("count", count))
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

//! The files that came back, and which package and articles they are of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::Run;
use super::Args;
use crate::cli::error::{Failure, Message};
use crate::cli::input::{cannot_read, read as read_file};
use crate::cli::trouble;
use crate::cli::workspace::Workspace;
use crate::domain::article::ArticleId;
use crate::domain::package::out::OutUnit;
use crate::domain::package::{Returned, ReturnedJob, UnitKey};
use crate::interchange::work::{self, Problem};
use crate::messages::Value;
use crate::sources::out::{self, Found};

/// So many files of a folder are read.
const MOST_FILES: usize = 10_000;
/// So deep a folder is looked into.
const DEEPEST: usize = 8;

/// What came back of one article.
pub struct Work {
    /// The package it is of.
    pub found: Arc<Found>,
    /// Its units, in the order of the files.
    pub job: ReturnedJob,
    /// The file of each unit, as the user named it.
    pub files: Vec<PathBuf>,
}

impl Work {
    /// The file that a unit of that number stands in.
    pub fn file(&self, number: usize) -> String {
        self.files.get(number).map(|path| path.display().to_string()).unwrap_or_default()
    }
}

/// What came back.
pub struct Intake {
    /// By package and article.
    pub works: Vec<Work>,
    /// What is wrong with it.
    pub wrong: Vec<Message>,
    /// Office documents in a folder, which are not read.
    pub passed_over: Vec<PathBuf>,
}

/// Reads the files. That one is none of ours is an error; what is wrong with single units is told.
pub fn read(workspace: &Workspace, run: &Run<'_>, args: &Args) -> Result<Intake, Failure> {
    let mut all = Vec::new();
    for locale in workspace.config.locales() {
        all.extend(out::list(&workspace.root, locale).map_err(trouble::of_out)?.into_iter().map(Arc::new));
    }
    let mut works: BTreeMap<(String, ArticleId), Work> = BTreeMap::new();
    let (mut wrong, mut bad) = (Vec::new(), Vec::new());
    let found = files(run, &args.files)?;
    for path in found.work {
        let bytes = read_file(&run.folder.join(&path)).map_err(|error| cannot_read(&path, &error))?;
        let returned = match work::read(&bytes) {
            Ok(returned) => returned,
            Err(problem) => {
                bad.push(message(&path, &problem));
                continue;
            }
        };
        let found = match package(&all, &returned, args) {
            Ok(found) => found,
            Err(what) => {
                bad.push(what.showing("path", path.display()));
                continue;
            }
        };
        for foreign in &returned.foreign {
            wrong.push(
                Message::new("push-foreign")
                    .showing("path", path.display())
                    .with("line", foreign.line.to_string())
                    .with("id", foreign.id.as_str()),
            );
        }
        for job in returned.jobs {
            let key = (found.out.name.to_string(), job.article.clone());
            let work = works.entry(key).or_insert_with(|| Work {
                found: Arc::clone(found),
                job: ReturnedJob { article: job.article.clone(), units: Vec::new() },
                files: Vec::new(),
            });
            work.files.extend(job.units.iter().map(|_| path.clone()));
            work.job.units.extend(job.units);
        }
    }
    if !bad.is_empty() {
        return Err(Failure::many(bad).hint(Message::new("push-file-hint")));
    }
    Ok(Intake { works: works.into_values().collect(), wrong, passed_over: found.office })
}

/// Files as the user would name them.
#[derive(Default)]
struct Files {
    /// Those that may be of a package.
    work: Vec<PathBuf>,
    /// Office documents, which nobody named.
    office: Vec<PathBuf>,
    /// The last project of OmegaT.
    omegat: Option<PathBuf>,
}

/// The files that are named, and those in folders that are named, sorted.
fn files(run: &Run<'_>, named: &[PathBuf]) -> Result<Files, Failure> {
    let mut files = Files::default();
    for path in named {
        let full = run.folder.join(path);
        match full.is_dir() {
            false => files.work.push(path.clone()),
            true => {
                let (before, passed) = (files.work.len(), files.office.len());
                files.omegat = None;
                below(&full, path, DEEPEST, &mut files)?;
                if files.work.len() == before {
                    let (id, path) = match &files.omegat {
                        Some(project) => ("push-omegat-empty", project),
                        None if files.office.len() > passed => ("push-office-folder", path),
                        None => ("push-empty-folder", path),
                    };
                    return Err(Failure::new(Message::new(id).showing("path", path.display())));
                }
            }
        }
    }
    Ok(files)
}

/// The file that makes a folder a project of OmegaT.
const OMEGAT: &str = "omegat.project";

/// The files of a folder whose names end as those of packages do. Of a project of OmegaT it is what
/// that wrote: its sources are what was sent.
fn below(full: &Path, shown: &Path, deep: usize, files: &mut Files) -> Result<(), Failure> {
    let failed = |error: std::io::Error| cannot_read(shown, &error);
    let is_omegat = full.join(OMEGAT).is_file();
    if is_omegat {
        files.omegat = Some(shown.to_owned());
    }
    let mut names = Vec::new();
    for entry in std::fs::read_dir(full).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    names.sort();
    for name in names.iter().filter(|name| !name.to_string_lossy().starts_with('.')) {
        let (full, shown) = (full.join(name), shown.join(name));
        // A link may lead anywhere, and in a circle.
        let is_link = std::fs::symlink_metadata(&full).is_ok_and(|meta| meta.is_symlink());
        if is_link || files.work.len() >= MOST_FILES || is_omegat && name != "target" {
            continue;
        }
        if full.is_dir() {
            if deep > 0 {
                below(&full, &shown, deep - 1, files)?;
            }
            continue;
        }
        let end = shown.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
        if ["xlf", "xliff", "po", "html", "htm", "md", "json"].contains(&end.as_str()) {
            files.work.push(shown);
        } else if ["odt", "docx", "doc", "rtf"].contains(&end.as_str()) && files.office.len() < MOST_FILES {
            files.office.push(shown);
        }
    }
    Ok(())
}

/// The package that a file is of: the one that is named, that the file names, or the only one that has
/// its units.
fn package<'f, 'r>(
    all: &'f [Arc<Found>],
    returned: &'r Returned,
    args: &Args,
) -> Result<&'f Arc<Found>, Message> {
    let name = args.package.as_ref().or(returned.name.as_ref());
    let units = |job: &'r ReturnedJob| job.units.iter().map(move |unit| (&job.article, unit.key));
    let back: BTreeSet<(&ArticleId, UnitKey)> = match name {
        Some(_) => BTreeSet::new(),
        None => returned.jobs.iter().flat_map(units).collect(),
    };
    let fits = |found: &&Arc<Found>| -> bool {
        let is_own = |unit: &OutUnit| back.contains(&(&unit.article, unit.key));
        returned.target.as_ref().is_none_or(|locale| *locale == found.out.target)
            && found.out.units.iter().any(is_own)
    };
    let found = match name {
        Some(name) => all
            .iter()
            .find(|found| found.out.name == *name)
            .ok_or_else(|| Message::new("push-no-package").showing("package", name))?,
        None => {
            let mut fitting = all.iter().filter(fits);
            match (fitting.next(), fitting.next()) {
                (Some(one), None) => one,
                (None, _) => return Err(Message::new("push-not-ours")),
                (Some(_), Some(_)) => return Err(Message::new("push-which-package")),
            }
        }
    };
    for (locale, own) in [(&returned.source, &found.out.source), (&returned.target, &found.out.target)] {
        if let Some(locale) = locale.as_ref().filter(|locale| *locale != own) {
            return Err(Message::new("push-other-locale")
                .showing("package", &found.out.name)
                .showing("found", locale)
                .showing("locale", own));
        }
    }
    Ok(found)
}

/// What is wrong with a file, with its place.
fn message(path: &Path, problem: &Problem) -> Message {
    let what = Message::new(format!("push-problem-{}", problem.code))
        .with("found", problem.found.as_str())
        .with("known", problem.known.as_str());
    let id = if problem.column == 0 { "push-problem" } else { "push-problem-column" };
    Message::new(id)
        .showing("path", path.display())
        .with("line", problem.line.to_string())
        .with("column", problem.column.to_string())
        .with("problem", Value::Nested(Box::new(what)))
}

//! The translation memory of a project: made of its own bitexts, at each run, and of the TMX files that
//! `[memory]` names.
//!
//! **Of a TMX file** the texts are taken, and nothing that its other fields say: who made a unit, when,
//! for which file and between which neighbours is of another project, so that no match of it is ever in
//! context. Its origin is the file. What stands in inline codes is markup of the project's own formats
//! only where cotejo wrote the file; of other files the codes are left out.

use rayon::prelude::*;

use super::terms::{is_translated, pairs};
use super::{ArticleView, LocaleView, Workspace};
use crate::cli::error::{Failure, Message};
use crate::cli::trouble;
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::memory::gather::{Linked, entries};
use crate::domain::memory::{Entry, Memory, Origin, Stored};
use crate::domain::pairing::Pairing;
use crate::domain::record::{LinkState, Record};
use crate::domain::text::normalised;
use crate::domain::track::{TargetState, Tracking};
use crate::interchange::terms_tsv::Problem;
use crate::interchange::tmx::{Reader, entry_of};
use crate::messages::Value;
use crate::sources::files::{Limits, read};
use crate::sources::walk;

/// A larger TMX file is refused, in bytes.
const LARGEST: u64 = 1 << 30;

/// The memory from `source` to `target`: of every article that is translated, its links as they were
/// accepted (what the source said then, and a target that nobody touched since); where no record
/// knows the version, its texts as they align.
pub fn memory(workspace: &Workspace, source: &Locale, target: &Locale) -> Result<Memory, Failure> {
    let mut entries = own_entries(workspace, source, target);
    let penalty = workspace.config.memory.penalty;
    for path in memory_files(workspace) {
        entries.extend(of_file(workspace, &path, source, target, penalty)?);
    }
    Ok(Memory::new(Stored::new(source.clone(), target.clone(), entries)))
}

/// The memory of the project's own bitexts alone.
pub fn own_memory(workspace: &Workspace, source: &Locale, target: &Locale) -> Memory {
    Memory::new(Stored::new(source.clone(), target.clone(), own_entries(workspace, source, target)))
}

/// The files that `[memory]` names, sorted.
pub fn memory_files(workspace: &Workspace) -> Vec<TreePath> {
    let globs = &workspace.config.memory.files;
    if globs.is_empty() {
        return Vec::new();
    }
    // What stands before the first part with a pattern in it.
    let folder = |text: &String| {
        let parts = text.split('/').take_while(|part| !part.contains(['*', '?', '[', '{']));
        TreePath::new(parts.collect::<Vec<_>>().join("/"))
    };
    let prefixes: Vec<TreePath> = globs.texts().iter().map(folder).collect();
    let hidden = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with('.'));
    let listing = walk::walk(&workspace.root, &prefixes, &hidden);
    listing.files.into_iter().map(|(path, _)| path).filter(|path| globs.matches(path.as_str())).collect()
}

/// The entries of a TMX file.
fn of_file(
    workspace: &Workspace,
    path: &TreePath,
    source: &Locale,
    target: &Locale,
    penalty: u8,
) -> Result<Vec<Entry>, Failure> {
    let contents = read(&workspace.root, path, Limits { max_bytes: LARGEST })
        .map_err(|error| trouble::failure_of_read(&error))?;
    let mut reader = Reader::open(contents.bytes.as_slice(), path.as_str()).map_err(|one| failure(&one))?;
    let is_ours = reader.header().attributes.get("creationtool") == Some("cotejo");
    let mut entries = Vec::new();
    while let Some((_, unit)) = reader.next_unit().map_err(|one| failure(&one))? {
        let texts = |locale: &Locale| {
            let variant = unit.variant(locale)?;
            Some(if is_ours { variant.native() } else { variant.plain() })
        };
        let Some(read) = entry_of(&unit, source, target) else { continue };
        let (Some(from), Some(to)) = (texts(source), texts(target)) else { continue };
        if from.trim().is_empty() || to.trim().is_empty() {
            continue;
        }
        let origin = Origin { article: ArticleId::from_text(path.as_str()), link: None };
        let (grain, state) = (read.grain, read.state);
        entries.push(Entry { grain, state, origin: Some(origin), penalty, ..Entry::new(from, to) });
    }
    Ok(entries)
}

/// A problem of a TMX file, with its place.
fn failure(problem: &Problem) -> Failure {
    let what = Message::new(format!("glossary-problem-{}", problem.code))
        .with("found", problem.found.as_str())
        .with("known", problem.known.as_str());
    Failure::new(
        Message::new("error-config")
            .with("path", problem.file.as_str())
            .with("line", problem.line.to_string())
            .with("column", problem.column.to_string())
            .with("problem", Value::Nested(Box::new(what))),
    )
    .hint(Message::new("memory-hint"))
}

fn own_entries(workspace: &Workspace, source: &Locale, target: &Locale) -> Vec<Entry> {
    let pairings: Vec<&Pairing> =
        workspace.pairing.pairings.iter().filter(|pairing| pairing.locale == *target).collect();
    let lists: Vec<Vec<Entry>> = pairings
        .par_iter()
        .map(|pairing| of_pairing(workspace, pairing, source, target).unwrap_or_default())
        .collect();
    lists.into_iter().flatten().collect()
}

fn of_pairing(
    workspace: &Workspace,
    pairing: &Pairing,
    source: &Locale,
    target: &Locale,
) -> Option<Vec<Entry>> {
    let article = workspace.pairing.article(&pairing.article).filter(|one| one.source_locale == *source)?;
    let view = ArticleView::read(workspace, article);
    let seen = LocaleView::read(workspace, &view, target, &pairing.status);
    if !is_translated(seen.row.verdict) || seen.row.wish.is_some() {
        return None;
    }
    let document = &seen.version.as_ref()?.page.document;
    let linked = match (&seen.record, &seen.tracking) {
        (Some(record), Some(tracking)) => of_record(record, tracking, document),
        _ => {
            let found = pairs(None, &seen.source?.page.document, document);
            let list: Vec<Linked<'_>> = found
                .iter()
                .map(|pair| Linked {
                    id: None,
                    source: vec![pair.source.as_str()],
                    target: if is_copy(&pair.source, &pair.target) { Vec::new() } else { vec![&pair.target] },
                    state: LinkState::Translated,
                    by: "",
                    at: None,
                })
                .collect();
            return Some(entries(Some(&article.id), &list, source, target));
        }
    };
    Some(entries(Some(&article.id), &linked, source, target))
}

fn is_copy(source: &str, target: &str) -> bool {
    normalised(source) == normalised(target)
}

fn of_record<'t>(record: &'t Record, tracking: &Tracking, target: &'t Document) -> Vec<Linked<'t>> {
    record
        .links
        .iter()
        .zip(&tracking.links)
        .filter(|(link, _)| link.baseline.iter().any(|unit| unit.kind.is_unit()))
        .map(|(link, tracked)| {
            let text = |at: &usize| target.blocks.get(*at).map(|block| block.text.as_str());
            let texts: Vec<&str> = match tracked.target_state {
                TargetState::Same => tracked.target.iter().filter_map(text).collect(),
                // Edited by hand: nobody said what of.
                _ => Vec::new(),
            };
            let source: Vec<&str> = link.baseline.iter().map(|unit| unit.text.as_str()).collect();
            let copy = is_copy(&source.join(" "), &texts.join(" "));
            Linked {
                id: Some(link.id),
                source,
                target: if copy { Vec::new() } else { texts },
                state: link.state,
                by: &link.by,
                at: Some(link.at),
            }
        })
        .collect()
}

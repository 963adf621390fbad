//! What tables of units share: their head, their rows and how they are read.
//!
//! A row is a unit: its id with the article (`news/a#link-kmnopqrs`), its source, its target, and what
//! there is to read. The head's first cell tells the package: `cotejo es-20261122 en es`. A row that is
//! read has its id in one of its cells; source and target are the two behind it. So it is of no matter
//! where rows are moved to, and what a program adds before or behind.

use super::Problem;
use super::gather::{Found, Gather, Id};
use super::token::pieces;
use super::xliff12::OURS;
use crate::domain::package::{Package, PackageName};

/// The first cell of a table's head.
pub(super) fn head(package: &Package) -> String {
    format!("{OURS} {} {} {}", package.name, package.source, package.target)
}

/// A row as it was read, its cells trimmed.
pub(super) struct Row {
    /// The line it begins on.
    pub line: usize,
    /// Whether it is a head.
    pub head: bool,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Takes what a row says.
pub(super) fn take(gather: &mut Gather, row: Row) -> Result<(), Problem> {
    let Row { line, head, cells } = row;
    if cells.iter().all(String::is_empty) {
        return Ok(());
    }
    let ours = cells.iter().position(|cell| is_id(cell));
    if let Some(at) = ours {
        let text = cells.get(at).cloned().unwrap_or_default();
        let (Some(source), Some(target)) = (cells.get(at + 1), cells.get(at + 2)) else {
            return Err(Problem::new(line, "cells", &text, cells.len()));
        };
        let found =
            Found { source: Some(pieces(source)), target: Some(pieces(target)), line, ..Found::default() };
        return gather.unit(Id::of(&text), &text, found);
    }
    if let Some(first) = cells.iter().find(|cell| is_head(cell)) {
        let mut words = first.split_whitespace().skip(1);
        gather.name(words.next().unwrap_or_default());
        for (tag, to_target) in [(words.next(), false), (words.next(), true)] {
            match (tag, to_target) {
                (Some(tag), false) => gather.source(tag, line)?,
                (Some(tag), true) => gather.target(tag, line)?,
                (None, _) => {}
            }
        }
        return Ok(());
    }
    // A row of someone else's, or one whose id was taken off. What stands in its third cell may be work.
    if cells.len() >= 3 && !head {
        let id = cells.first().cloned().unwrap_or_default();
        return gather.unit(Id::Foreign, &id, Found { line, ..Found::default() });
    }
    Ok(())
}

/// Whether a cell is the first of a table's head. "cotejo inspect --jsonl" of a manual is none, and a
/// tag that is no locale is one all the same, so that it can be told what is wrong with it.
pub(super) fn is_head(cell: &str) -> bool {
    let mut words = cell.split_whitespace();
    words.next() == Some(OURS)
        && words.next().is_some_and(|name| name.parse::<PackageName>().is_ok())
        && (0..2).all(|_| words.next().is_some_and(|tag| tag.starts_with(char::is_alphabetic)))
}

/// Whether a cell holds an id of ours.
pub(super) fn is_id(cell: &str) -> bool {
    matches!(Id::of(cell), Id::Ours(..))
}

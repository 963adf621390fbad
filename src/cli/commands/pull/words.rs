//! The words of a package by how much of them is known, as translators are paid.

use super::gather::Handed;
use crate::domain::inline::written;
use crate::domain::locale::Locale;
use crate::domain::memory::Memory;
use crate::domain::memory::leverage::{Leverage, Unit, leverage};

/// The words of a package.
pub struct Table {
    /// The bands over the whole package; a repetition across articles is one.
    pub leverage: Leverage,
    /// Whether characters are counted in the place of words.
    pub characters: bool,
}

/// Counts the open units.
pub fn count(handed: &[Handed], memory: &Memory, source: &Locale) -> Table {
    let texts: Vec<Vec<(String, bool)>> = handed
        .iter()
        .map(|one| {
            one.units.iter().map(|built| (written(&built.unit.source), built.unit.todo.is_open())).collect()
        })
        .collect();
    let mut units = Vec::new();
    for (one, texts) in handed.iter().zip(&texts) {
        for (at, (text, open)) in texts.iter().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| texts.get(at)).map_or("", |(text, _)| text);
            if *open {
                units.push(Unit {
                    text,
                    context: Some((beside(at.checked_sub(1)), beside(at.checked_add(1)))),
                    article: Some(one.job.article.as_str()),
                });
            }
        }
    }
    Table {
        leverage: leverage(Some(memory), source, &units),
        characters: crate::domain::text::counts_characters(source),
    }
}

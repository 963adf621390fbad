//! The translation memory of a project: made of its own bitexts, at each run.

use rayon::prelude::*;

use super::terms::{is_translated, pairs};
use super::{ArticleView, LocaleView, Workspace};
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::memory::gather::{Linked, entries};
use crate::domain::memory::{Entry, Memory, Stored};
use crate::domain::pairing::Pairing;
use crate::domain::record::{LinkState, Record};
use crate::domain::text::normalised;
use crate::domain::track::{TargetState, Tracking};

/// The memory from `source` to `target`: of every article that is translated, its links as they were
/// accepted (what the source said then, and a target that nobody touched since); where no record
/// knows the version, its texts as they align.
pub fn memory(workspace: &Workspace, source: &Locale, target: &Locale) -> Memory {
    let pairings: Vec<&Pairing> =
        workspace.pairing.pairings.iter().filter(|pairing| pairing.locale == *target).collect();
    let lists: Vec<Vec<Entry>> = pairings
        .par_iter()
        .map(|pairing| of_pairing(workspace, pairing, source, target).unwrap_or_default())
        .collect();
    Memory::new(Stored::new(source.clone(), target.clone(), lists.into_iter().flatten()))
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

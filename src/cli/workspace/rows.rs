//! The rows of a project: every article in every locale that is wanted of it, judged; from the
//! cache where none of the files a row depends on has changed.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Workspace;
use super::view::{ArticleView, LocaleView};
use crate::domain::article::{Article, TreePath};
use crate::domain::pairing::Pairing;
use crate::domain::verdict::Row;
use crate::sources::cache;
use crate::sources::files::Stamp;

const CACHE: &str = "rows";
/// To be raised whenever a row for the same files could come out different.
const VERSION: u32 = 3;

/// A row with the digest of all it depends on.
#[derive(Clone, Debug)]
struct Kept {
    digest: [u8; 16],
    row: Row,
}

/// The rows of the project, sorted by article and locale.
pub fn rows(workspace: &Workspace) -> Vec<Row> {
    // A row is kept as JSON: it has enums with a tag inside, which the cache's own encoding can
    // write but not read back.
    let kept: Vec<([u8; 16], String)> =
        cache::load(&workspace.root, CACHE, VERSION, workspace.config_key).unwrap_or_default();
    let read: Vec<([u8; 16], Row)> = kept
        .into_par_iter()
        .filter_map(|(digest, text)| Some((digest, serde_json::from_str(&text).ok()?)))
        .collect();
    let old: FxHashMap<[u8; 16], Row> = read.into_iter().collect();
    let articles = &workspace.pairing.articles;
    let pairings = by_article(&workspace.pairing.pairings, articles);
    let results: Vec<Vec<(Kept, bool, bool)>> = articles
        .par_iter()
        .zip(pairings.par_iter())
        .map(|(article, pairings)| {
            let digests: Vec<([u8; 16], bool)> =
                pairings.iter().map(|pairing| digest(workspace, article, pairing)).collect();
            if digests.iter().all(|(digest, _)| old.contains_key(digest)) {
                return digests
                    .into_iter()
                    .filter_map(|(digest, safe)| {
                        Some((Kept { digest, row: old.get(&digest)?.clone() }, safe, false))
                    })
                    .collect();
            }
            let view = ArticleView::read(workspace, article);
            pairings
                .iter()
                .zip(digests)
                .map(|(pairing, (digest, safe))| {
                    let row = LocaleView::read(workspace, &view, &pairing.locale, &pairing.status).row;
                    (Kept { digest, row }, safe, true)
                })
                .collect()
        })
        .collect();
    let mut fresh = false;
    let mut keep = Vec::with_capacity(results.len() * 2);
    let mut rows = Vec::with_capacity(results.len() * 2);
    for (kept, safe, new) in results.into_iter().flatten() {
        fresh |= new;
        rows.push(kept.row.clone());
        if safe {
            keep.push(kept);
        }
    }
    if fresh || keep.len() != old.len() {
        let texts: Vec<([u8; 16], String)> = keep
            .par_iter()
            .filter_map(|kept| Some((kept.digest, serde_json::to_string(&kept.row).ok()?)))
            .collect();
        cache::store(&workspace.root, workspace.disk(), CACHE, VERSION, workspace.config_key, &texts);
    }
    rows
}

/// The pairings of each article; both lists are sorted by id.
fn by_article<'p>(pairings: &'p [Pairing], articles: &[Article]) -> Vec<&'p [Pairing]> {
    let mut rest = pairings;
    articles
        .iter()
        .map(|article| {
            let count = rest.iter().take_while(|pairing| pairing.article == article.id).count();
            let (own, others) = rest.split_at(count);
            rest = others;
            own
        })
        .collect()
}

/// The digest of all that a row depends on besides the configuration: the article's shape and the
/// stamps of its files. The second value is whether it may be kept: a file that changed in the
/// moment before it was listed may change again within the same tick of the clock.
fn digest(workspace: &Workspace, article: &Article, pairing: &Pairing) -> ([u8; 16], bool) {
    let mut hasher = blake3::Hasher::new();
    let mut safe = true;
    let mut file = |path: &TreePath| {
        hasher.update(path.as_str().as_bytes());
        hasher.update(b"\0");
        if let Some(stamp) = workspace.stamps.get(path) {
            hasher.update(&stamp_bytes(stamp));
            safe &= !stamp.is_racy(workspace.listed_ns);
        }
    };
    for known in article.source.iter().chain(&article.pages) {
        file(&known.path);
        if let Some(locale) = &known.locale {
            file(&TreePath::new(locale.as_str()));
        }
    }
    for known in article.targets.iter().filter(|known| known.locale.as_ref() == Some(&pairing.locale)) {
        file(&known.path);
    }
    file(&workspace.record_path(&article.id, &pairing.locale));
    let shape = format!("{:?} {:?} {:?}", article.source_locale, pairing, article.wish);
    hasher.update(shape.as_bytes());
    let mut short = [0; 16];
    short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    (short, safe)
}

fn stamp_bytes(stamp: &Stamp) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (slot, part) in bytes.chunks_exact_mut(8).zip([
        stamp.size.to_le_bytes(),
        stamp.mtime_ns.to_le_bytes(),
        stamp.ctime_ns.to_le_bytes(),
        stamp.ino.to_le_bytes(),
    ]) {
        slot.copy_from_slice(&part);
    }
    bytes
}

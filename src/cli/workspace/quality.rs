//! What the quality checks find in the project's versions, kept in a cache beside the rows and by
//! the same digests. The texts that were read for a row are looked at while they are there, so a
//! first `check` reads no file twice, and a source is read once for all of its translations. Of a
//! corpus as `examples/make_corpus.rs` makes it (60 articles in two locales, no records, one thread,
//! counted by callgrind) `status` takes 84 million instructions beside its start, the checks another 315
//! (with the alignment, for which `status` has no need there; they took 405 before words were told off
//! by how they begin, texts looked at eight bytes at once and steps of an alignment left out by a bound
//! on their cost); any later `check` less than `status`. `cargo bench --bench check` prints the ratio.
//!
//! A store of what was read of units that occur again in a run was thought of and not made: hardly any
//! whole paragraph does, and one of single sentences would win on the made corpus, whose sentences
//! are few, and little on any other.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Workspace;
use super::rows::Digest;
use super::view::LocaleView;
use crate::domain::article::Article;
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::qa::bitext::{Bitext, Side};
use crate::domain::qa::{Extra, Looked, Site, look};
use crate::domain::record::Record;
use crate::domain::termbase::quality::TermChecks;
use crate::domain::track::Tracking;
use crate::domain::verdict::Verdict;
use crate::sources::cache;

const NAME: &str = "quality";
/// To be raised whenever the checks could find something else in the same files.
const VERSION: u32 = 6;

/// Looks at the version of an article in one locale: one that is translated, at least in part.
/// `sources` keeps the source as it was read for another locale.
pub fn look_at<'v>(
    workspace: &Workspace,
    article: &'v Article,
    seen: &LocaleView<'v>,
    sources: &OnceCell<Side<'v>>,
) -> Option<Looked> {
    let to_look_at = matches!(
        seen.row.verdict,
        Verdict::Current | Verdict::Outdated | Verdict::Partial | Verdict::Unrecorded | Verdict::Undecided
    );
    if !to_look_at || seen.row.wish.is_some() {
        return None;
    }
    let (source, version) = (seen.source?, seen.version.as_ref()?);
    let source = sources.get_or_init(|| Side::read(&source.page.document, &article.source_locale));
    let target = Side::read(&version.page.document, &seen.row.locale);
    let judged = version.judgement.blocks.iter().filter(|block| block.spoken);
    judged.for_each(|block| target.is_spoken_in(block.block));
    let bitext = match (&seen.record, &seen.tracking) {
        (Some(record), Some(tracking)) => Bitext::tracked(source, &target, record, tracking),
        _ => Bitext::of_sides(source, &target),
    };
    Some(looked(workspace, article, &seen.row.locale, &bitext))
}

/// Looks at a source and a target that stand in no file, joined by a record.
pub fn look_over(
    workspace: &Workspace,
    article: &Article,
    locale: &Locale,
    (source, target): (&Document, &Document),
    record: &Record,
    tracking: &Tracking,
) -> Looked {
    let (source, target) = (Side::read(source, &article.source_locale), Side::read(target, locale));
    looked(workspace, article, locale, &Bitext::tracked(&source, &target, record, tracking))
}

fn looked(workspace: &Workspace, article: &Article, locale: &Locale, bitext: &Bitext<'_>) -> Looked {
    let candidates = workspace.reader(article).site.candidates();
    let terms = workspace.checker(&article.source_locale, locale).map(TermChecks::new);
    let extra: Vec<&dyn Extra> = terms.iter().map(|terms| terms as &dyn Extra).collect();
    look(bitext, &Site { candidates, extra: &extra })
}

/// What was found before, by the digests of all that it depends on.
#[derive(Default)]
pub struct Cache {
    known: FxHashMap<Digest, Option<Looked>>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    digest: Digest,
    looked: Option<Looked>,
}

impl Cache {
    /// Reads the cache.
    pub fn load(workspace: &Workspace) -> Cache {
        let kept: Vec<Kept> =
            cache::load_parts(&workspace.root, NAME, VERSION, workspace.config_key).unwrap_or_default();
        Cache { known: kept.into_iter().map(|kept| (kept.digest, kept.looked)).collect() }
    }

    /// Whether something is known of that digest.
    pub fn has(&self, digest: &Digest) -> bool {
        self.known.contains_key(digest)
    }

    /// What is known of that digest.
    pub fn take(&mut self, digest: &Digest) -> Option<Looked> {
        self.known.get_mut(digest)?.take()
    }

    /// Writes what was found, where it changed: of each row whether it may be kept, its digest and
    /// what was found.
    pub fn store(
        &self,
        workspace: &Workspace,
        fresh: bool,
        safe: impl Iterator<Item = bool>,
        digests: &[(Digest, bool)],
        looked: &[Option<Looked>],
    ) {
        let keep: Vec<Kept> = digests
            .iter()
            .zip(looked)
            .zip(safe)
            .filter(|(_, safe)| *safe)
            .map(|(((digest, _), looked), _)| Kept { digest: *digest, looked: looked.clone() })
            .collect();
        if fresh || keep.len() != self.known.len() {
            cache::store_parts(&workspace.root, workspace.disk(), NAME, VERSION, workspace.config_key, &keep);
        }
    }
}

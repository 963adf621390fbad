//! What the files' own front matter says for their pairing, kept in a cache by the files' stamps.

use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::domain::article::TreePath;
use crate::domain::document::Meta;
use crate::domain::locale::Locale;
use crate::domain::pairing::{Role, Seen};
use crate::formats;
use crate::sources::cache;
use crate::sources::disk::Disk;
use crate::sources::files::{Limits, Stamp, read};
use crate::sources::fingerprint::Fingerprint;

const CACHE: &str = "facts";
const VERSION: u32 = 2;

/// What one file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Facts {
    stamp: Stamp,
    locale: Option<Locale>,
    /// Whether it names a locale at all, though perhaps by no name that is one.
    says_locale: bool,
    own_source: Option<Locale>,
    url: Option<String>,
    keys: Vec<(String, String)>,
}

/// Adds to `seen` what the files' front matter says. Only formats that have front matter are read.
/// A file that can't be read keeps the evidence of its path; the trouble is told where its text is
/// needed. Tells whether all of them could be read.
pub fn gather(
    root: &Path,
    disk: &dyn Disk,
    key: Fingerprint,
    config: &Config,
    seen: &mut [Seen],
    stamps: &FxHashMap<TreePath, Stamp>,
    now_ns: i64,
) -> bool {
    let wanted =
        |seen: &Seen| formats::by_path(&seen.path.to_path()).is_some_and(|format| format.has_front_matter());
    if !seen.iter().any(wanted) {
        return true;
    }
    let old: FxHashMap<TreePath, Facts> = cache::load(root, CACHE, VERSION, key).unwrap_or_default();
    let found: Vec<Option<(Facts, bool)>> = seen
        .par_iter()
        .map(|seen| {
            if !wanted(seen) {
                return None;
            }
            let stamp = stamps.get(&seen.path).copied()?;
            if let Some(facts) = old.get(&seen.path)
                && facts.stamp == stamp
            {
                return Some((facts.clone(), false));
            }
            let contents = read(root, &seen.path, Limits::default()).ok()?;
            let document = formats::by_path(&seen.path.to_path())?.parse(contents.bytes);
            Some((of_meta(&document.meta, config, contents.stamp), true))
        })
        .collect();
    let mut kept = FxHashMap::default();
    let mut fresh = false;
    let mut all = true;
    for (seen, found) in seen.iter_mut().zip(found) {
        let Some((facts, new)) = found else {
            all &= !wanted(seen);
            continue;
        };
        fresh |= new;
        apply(seen, &facts, config);
        if !facts.stamp.is_racy(now_ns) {
            kept.insert(seen.path.clone(), facts);
        }
    }
    if fresh || kept.len() != old.len() {
        cache::store(root, disk, CACHE, VERSION, key, &kept);
    }
    all
}

fn of_meta(meta: &Meta, config: &Config, stamp: Stamp) -> Facts {
    let keys = &config.front_matter;
    let first =
        |names: &[String]| names.iter().find_map(|name| meta.get(name)).filter(|value| !value.is_empty());
    let locale = |names: &[String]| {
        let name = first(names)?;
        config.names.get(name).cloned().or_else(|| name.parse().ok())
    };
    Facts {
        stamp,
        locale: locale(&keys.locale),
        says_locale: first(&keys.locale).is_some(),
        own_source: locale(&keys.source_locale),
        url: first(&keys.url).map(str::to_owned),
        keys: keys
            .translation_key
            .iter()
            .filter_map(|name| Some((name.clone(), meta.get(name)?.to_owned())))
            .filter(|(_, value)| !value.is_empty())
            .collect(),
    }
}

fn apply(seen: &mut Seen, facts: &Facts, config: &Config) {
    let known = |locale: &Option<Locale>| {
        locale.clone().filter(|locale| config.locales().any(|other| other == locale))
    };
    if seen.role == Role::Version && seen.locale.is_none() {
        // A file that says nothing is in the collection's own locale, as generators have it.
        let own = || config.collections.iter().find(|collection| collection.name == seen.collection);
        seen.locale = match &facts.locale {
            // One that is none of the project's is told as such.
            Some(locale) => Some(locale.clone()),
            None if facts.says_locale => None,
            None => own().map(|collection| collection.source_locale.clone()),
        };
    }
    seen.own_source = known(&facts.own_source);
    if seen.url.is_none() {
        seen.url = facts.url.clone();
    }
    seen.keys = facts.keys.clone();
}

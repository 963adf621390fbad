//! TOML front matter, by the `toml` crate and the places it gives.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Entry;

/// The scalar entries in the order of the text, or the offset at which it is not well-formed.
/// How deep tables nest is limited by the crate (to 80).
pub fn entries(text: &str) -> Result<Vec<Entry>, usize> {
    let table = DeTable::parse(text).map_err(|error| error.span().map_or(0, |span| span.start))?;
    let mut entries = Vec::new();
    walk_table(text, table.get_ref(), "", &mut entries);
    entries.sort_by_key(|entry: &Entry| entry.whole.start);
    // `a.b = 1` and `a.c = 2` share no bytes, but a key may be told at its table's place.
    let mut at = 0;
    entries.retain(|entry| {
        let apart = entry.whole.start >= at;
        at = at.max(entry.whole.end);
        apart
    });
    Ok(entries)
}

fn walk_table(text: &str, table: &DeTable<'_>, path: &str, entries: &mut Vec<Entry>) {
    for (key, value) in table {
        let name = key.get_ref();
        let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        walk_value(text, value, &path, Some(key.span().start), entries);
    }
}

fn walk_value(
    text: &str,
    value: &Spanned<DeValue<'_>>,
    path: &str,
    key: Option<usize>,
    entries: &mut Vec<Entry>,
) {
    let range = value.span();
    let (says, place) = match value.get_ref() {
        DeValue::Table(table) => return walk_table(text, table, path, entries),
        DeValue::Array(items) => {
            for item in items {
                walk_value(text, item, path, None, entries);
            }
            return;
        }
        DeValue::String(says) => (says.to_string(), place(text, range.clone())),
        other => (text.get(range.clone()).unwrap_or(other.type_str()).to_owned(), None),
    };
    let start = key.filter(|key| *key <= range.start).unwrap_or(range.start);
    entries.push(Entry { key: path.to_owned(), value: says, whole: start..range.end, place });
}

/// Where a new value would be written: within double or triple quotes, and over single ones,
/// between which not every text could stand.
fn place(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let raw = text.get(range.clone())?;
    let within = |quotes: usize| (raw.len() >= 2 * quotes).then(|| range.start + quotes..range.end - quotes);
    if raw.starts_with("\"\"\"") || raw.starts_with("'''") {
        within(3)
    } else if raw.starts_with('"') {
        within(1)
    } else {
        raw.starts_with('\'').then_some(range)
    }
}

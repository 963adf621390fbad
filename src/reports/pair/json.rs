//! Pairings as JSON: stable and language-neutral; described by `schema/pair.schema.json`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::{ArticleRow, Pairings, PlaceRow};
use crate::domain::article::File;

/// Writes one JSON object and a line end.
pub fn json(pairings: &Pairings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let locales: Vec<Value> = pairings
        .locales
        .iter()
        .map(|(locale, counts)| {
            with(json!(counts), [("locale", json!(locale)), ("places", json!(counts.all()))])
        })
        .collect();
    let unplaced: Vec<Value> =
        pairings.unplaced.iter().map(|(path, why)| json!({"path": path, "why": why})).collect();
    let object = json!({
        "cotejo": "pair",
        "version": 1,
        "articles": pairings.rows.len(),
        "collections": pairings.collections,
        "locales": locales,
        "total": with(json!(pairings.total), [("places", json!(pairings.total.all()))]),
        "files": with(json!(pairings.files), [("files", json!(pairings.files.all()))]),
        "rows": pairings.rows.iter().map(row).collect::<Vec<_>>(),
        "unplaced": unplaced,
        "notes": pairings.notes,
        "problems": pairings.problems,
    });
    object.serialize(&mut serde_json::Serializer::pretty(&mut *out))?;
    writeln!(out)
}

fn with<const N: usize>(mut object: Value, more: [(&str, Value); N]) -> Value {
    for (name, value) in more {
        object[name] = value;
    }
    object
}

fn row(row: &ArticleRow<'_>) -> Value {
    let article = row.article;
    json!({
        "article": article.id,
        "collection": article.collection,
        "source_locale": article.source_locale,
        "wish": article.wish,
        "source": article.source.as_ref().map(|file| &file.path),
        "pages": article.pages.iter().map(page).collect::<Vec<_>>(),
        "locales": row.places.iter().map(place).collect::<Vec<_>>(),
    })
}

fn page(file: &File) -> Value {
    json!({"path": file.path, "requested": file.locale, "url": file.url})
}

/// The status with what belongs to it, the locale and the file.
fn place(place: &PlaceRow<'_>) -> Value {
    with(json!(place.status), [("locale", json!(place.locale)), ("path", json!(place.path))])
}

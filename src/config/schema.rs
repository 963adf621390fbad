//! The JSON Schema (draft 2020-12) of `cotejo.toml`, made from [`super::keys`].
//!
//! Editors that know TOML schemas complete and check the file by it. What a schema can't say (a
//! locale that is both source and target, two collections for one file) the reader says alone.

use serde_json::{Map, Value, json};

use super::keys::{FILE, Key, Kind, NeedsLocale, Table};

/// The shape of a BCP 47 tag as unic-langid reads it: language, script, region, variants.
const TAG: &str = "^(?!und$)[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?([-_]([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$|^(?!und)[A-Za-z]{5,8}$";

/// A relative path that stays in the project.
const PATH: &str = "^(?![/~]|[A-Za-z]:|\\.{1,2}(/|$))(?!.*/\\.{0,2}(/|$))[^\\\\]+$";

/// The schema of the file.
pub fn schema() -> Value {
    let mut schema = table(&FILE);
    if let Some(object) = schema.as_object_mut() {
        object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        object.insert("title".to_owned(), json!("cotejo.toml"));
    }
    schema
}

fn table(table: &Table) -> Value {
    let properties: Map<String, Value> =
        table.keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object",
        "description": table.doc,
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    match table.name {
        "collection" => {
            schema["oneOf"] = json!([
                { "required": ["files"], "not": { "anyOf": absent(&["source", "target", "pages"]) } },
                { "required": ["source", "target"], "not": { "anyOf": absent(&["files", "pages"]) } },
                { "required": ["pages"], "not": { "anyOf": absent(&["files"]) } },
            ]);
            let told = json!({ "const": "front-matter" });
            let place = json!({ "pattern": "\\{locale\\}" });
            schema["if"] = json!({ "properties": { "locale_from": told }, "required": ["locale_from"] });
            schema["then"] = json!({ "required": ["files"], "properties": { "files": { "not": place } } });
            schema["else"] = json!({ "properties": { "files": place } });
        }
        "keep" | "local" => schema["anyOf"] = json!(absent(&["path", "article"])),
        _ => {}
    }
    schema
}

fn absent(keys: &[&str]) -> Vec<Value> {
    keys.iter().map(|key| json!({ "required": [key] })).collect()
}

fn described(key: &Key) -> Value {
    let mut value = of_kind(key.kind);
    value["description"] = json!(key.doc);
    if let Some(default) = default(key) {
        value["default"] = default;
    }
    value
}

/// The default as JSON: the TOML of our defaults (texts, numbers, lists) is JSON as well.
fn default(key: &Key) -> Option<Value> {
    if key.default.is_empty() { None } else { serde_json::from_str(key.default).ok() }
}

fn of_kind(kind: Kind) -> Value {
    let text = || json!({ "type": "string", "pattern": "\\S" });
    let tag = || json!({ "type": "string", "pattern": TAG });
    let list = |items: Value| json!({ "type": "array", "items": items, "uniqueItems": true });
    match kind {
        Kind::Text | Kind::Glob => text(),
        Kind::Texts | Kind::Globs => list(text()),
        Kind::Locale => tag(),
        Kind::Locales => list(tag()),
        Kind::Path => json!({ "type": "string", "pattern": PATH }),
        Kind::Template(needs) => {
            let mut all = vec![
                json!({ "pattern": PATH }),
                json!({ "pattern": "^([^{}]|\\{(locale|name|path)\\}(?!\\{))*$" }),
                json!({ "not": { "pattern": "[*]|(^|/)[.](cotejo|git|hg|svn|jj)/" } }),
                json!({ "pattern": "^[^{}]*(\\{locale\\}[^{}]*)*\\{(name|path)\\}[^{}]*(\\{locale\\}[^{}]*)*$" }),
            ];
            match needs {
                NeedsLocale::Yes => all.push(json!({ "pattern": "\\{locale\\}" })),
                NeedsLocale::No => all.push(json!({ "not": { "pattern": "\\{locale\\}" } })),
                NeedsLocale::Either => {}
            }
            json!({ "type": "string", "allOf": all })
        }
        Kind::Url => json!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]" }),
        Kind::OneOf(words) => json!({ "enum": words }),
        Kind::SomeOf(words) => list(json!({ "enum": words })),
        Kind::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Percentages => json!({
            "type": "object",
            "propertyNames": { "pattern": TAG },
            "additionalProperties": { "type": "integer", "minimum": 0, "maximum": 100 },
        }),
        Kind::Segments => json!({
            "type": "object",
            "propertyNames": { "pattern": "^[^/\\\\{}\\s]{1,64}$" },
            "additionalProperties": tag(),
        }),
        Kind::Table(below) => table(below),
        Kind::Tables(below) => json!({ "type": "array", "items": table(below) }),
    }
}

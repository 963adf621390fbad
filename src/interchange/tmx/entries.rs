//! Entries of a memory as units, and back.

use super::{Attributes, Code, CodeKind, Piece, Remark, Unit, Variant, written};
use crate::domain::article::ArticleId;
use crate::domain::locale::Locale;
use crate::domain::memory::{Entry, Grain, Origin, View};
use crate::domain::record::LinkState;
use crate::domain::segment::codes;

/// An entry as a unit.
pub fn unit_of(entry: &View<'_>, source: &Locale, target: &Locale) -> Unit {
    let mut unit = Unit::default();
    unit.attributes.set("segtype", if entry.grain == Grain::Unit { "paragraph" } else { "sentence" });
    let mut prop = |kind: &str, text: Option<&str>| {
        unit.remarks.extend(text.map(|text| Remark::prop(kind, text)));
    };
    prop("file", entry.article);
    prop("prev", entry.before);
    prop("next", entry.after);
    prop("x-cotejo-state", Some(entry.state.name()));
    prop("x-cotejo-link", entry.link.map(|link| link.to_string()).as_deref());
    let mut numbers = Vec::new();
    let first = Variant::new(source, pieces(entry.source, &mut numbers));
    numbers.iter_mut().for_each(|(_, used)| *used = false);
    let mut second = Variant::new(target, pieces(entry.target, &mut numbers));
    if !entry.by.is_empty() {
        second.attributes.set("changeid", entry.by);
    }
    if let Some(at) = entry.at {
        second.attributes.set("changedate", written(at));
    }
    unit.variants = vec![first, second];
    unit
}

/// A text with its inline markup as codes. A code has the number of the first one with the same text
/// that was not used yet: the same in source and target.
fn pieces<'t>(text: &'t str, numbers: &mut Vec<(&'t str, bool)>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut plain = 0;
    for range in codes(text) {
        if plain < range.start {
            out.push(Piece::Text(text.get(plain..range.start).unwrap_or_default().to_owned()));
        }
        plain = range.end;
        let own = text.get(range).unwrap_or_default();
        // Among the first hundred: a text of nothing but codes stays linear.
        let free = numbers.iter().take(100).position(|(code, used)| *code == own && !used);
        let number = free.unwrap_or(numbers.len());
        match numbers.get_mut(number) {
            Some(slot) => slot.1 = true,
            None => numbers.push((own, true)),
        }
        let mut attributes = Attributes::default();
        attributes.set("x", (number + 1).to_string());
        let pieces = vec![Piece::Text(own.to_owned())];
        out.push(Piece::Code(Code { kind: CodeKind::Placeholder, attributes, pieces }));
    }
    if plain < text.len() {
        out.push(Piece::Text(text.get(plain..).unwrap_or_default().to_owned()));
    }
    out
}

/// A unit as an entry of the memory of two locales; `None` if it lacks one of them, or a text. What a
/// unit of another program does not say is taken for a person's translation.
pub fn entry_of(unit: &Unit, source: &Locale, target: &Locale) -> Option<Entry> {
    let (first, second) = (unit.variant(source)?, unit.variant(target)?);
    if std::ptr::eq(first, second) {
        return None;
    }
    let (text, translation) = (first.native(), second.native());
    if text.trim().is_empty() || translation.trim().is_empty() {
        return None;
    }
    let said = |names: [&str; 2]| {
        let of =
            |attributes: &Attributes| names.iter().find_map(|name| attributes.get(name).map(str::to_owned));
        of(&second.attributes).or_else(|| of(&unit.attributes))
    };
    let moment = |attributes: &Attributes| {
        attributes.moment("changedate").or_else(|| attributes.moment("creationdate"))
    };
    let state = unit.prop("x-cotejo-state").and_then(LinkState::from_name).unwrap_or(LinkState::Translated);
    let link = unit.prop("x-cotejo-link").and_then(|text| text.parse().ok());
    let article = unit.prop("file").map(ArticleId::from_text);
    Some(Entry {
        before: unit.prop("prev").map(str::to_owned),
        after: unit.prop("next").map(str::to_owned),
        grain: if unit.attributes.get("segtype") == Some("paragraph") { Grain::Unit } else { Grain::Segment },
        state,
        by: said(["changeid", "creationid"]).unwrap_or_default(),
        at: moment(&second.attributes).or_else(|| moment(&unit.attributes)),
        origin: article.map(|article| Origin { article, link }),
        ..Entry::new(text, translation)
    })
}

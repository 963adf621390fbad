//! Texts with codes as OmegaT shows them: `<g0>…</g0>` for a pair, `<x1/>` for one that stands alone.
//!
//! OmegaT finds what a memory offers by the text that it shows, tags and all: a text with codes is
//! offered as equal, and filled in, only where the memory has the tags as OmegaT makes them of the
//! project's file. It takes the first letter of the element's name, and numbers what opens or stands
//! alone from 0, in the order of the segment (looked at in version 3.6). A translation has the numbers
//! of its source.

use std::collections::BTreeMap;

use super::gather::well_made;
use super::token::joined;
use crate::domain::inline::{Code, Inline, Side, broken, codes};

/// A source and its translation as OmegaT shows them. `None` where the codes of one are not those of
/// the other, or cross: OmegaT would take what it does not know for words. The codes of both have to
/// have the same numbers. Time n log n in the codes.
pub fn shown(source: &[Inline], target: &[Inline]) -> Option<(String, String)> {
    let (source, target) = (joined(source), joined(target));
    if !(well_made(&source) && well_made(&target) && broken(&source, &target).is_empty()) {
        return None;
    }
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    for code in codes(&source).filter(|code| code.side != Side::Close) {
        let next = numbers.len();
        numbers.entry(code.id).or_insert(next);
    }
    Some((text(&source, &numbers)?, text(&target, &numbers)?))
}

fn text(pieces: &[Inline], numbers: &BTreeMap<u32, usize>) -> Option<String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Inline::Text(text) => out.push_str(text),
            Inline::Code(Code { id, side, .. }) => {
                let number = numbers.get(id)?;
                out.push_str(&match side {
                    Side::Open => format!("<g{number}>"),
                    Side::Close => format!("</g{number}>"),
                    Side::Alone => format!("<x{number}/>"),
                });
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inline::Style;

    fn pieces(text: &str) -> Vec<Inline> {
        super::super::token::pieces(text)
    }

    #[test]
    fn tags_are_numbered_as_the_source_has_them() {
        for (source, target, expected) in [
            ("a", "b", Some(("a", "b"))),
            (
                "a <7>b</7> <2/> <3>d <4>e</4></3>",
                "<3>D <4>E</4></3> <2/> <7>B</7>",
                Some(("a <g0>b</g0> <x1/> <g2>d <g3>e</g3></g2>", "<g2>D <g3>E</g3></g2> <x1/> <g0>B</g0>")),
            ),
            // A code that is missing, one too many, and such that cross.
            ("a <1/>", "b", None),
            ("a", "b <1/>", None),
            ("<1>a<2>b</1>c</2>", "<1>a<2>b</1>c</2>", None),
        ] {
            let expected = expected.map(|(one, other)| (one.to_owned(), other.to_owned()));
            assert_eq!(shown(&pieces(source), &pieces(target)), expected, "{source}");
        }
        let lone = Code { id: 1, side: Side::Open, style: Style::Other, written: String::new() };
        assert_eq!(shown(&[Inline::Code(lone.clone())], &[Inline::Code(lone)]), None);
    }
}

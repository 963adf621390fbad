//! The inline markup of a unit as codes: what a translator may move, but never break.
//!
//! A unit's text is written with the markup of its format (`**now**`, `[here](url)`). Tools for
//! translators show such markup as codes that stand for it. [`Inline`] is a text taken apart so:
//! put together again ([`written`]) it is the text as it was, byte for byte. Which characters are
//! markup is the format's to say; here is what all of them share, and the test whether what came
//! back still holds every code.
//!
//! The model is XLIFF's (1.2, section 2.4; 2.1, section 4.7): a pair of codes around text, or one
//! that stands alone, each with a number that is the same on both sides.

use std::collections::BTreeMap;

/// A piece of a unit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words, as written in the file.
    Text(String),
    /// Markup.
    Code(Code),
}

/// A code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its number within the unit, from 1 in the order of the source; the two of a pair share it.
    pub id: u32,
    /// Which side it is of.
    pub side: Side,
    /// What it does to the text.
    pub style: Style,
    /// How it is written in the file.
    pub written: String,
}

/// Which side a code is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The first of a pair.
    Open,
    /// The second of a pair.
    Close,
    /// It stands alone.
    Alone,
}

/// What a code does to the text; tools show it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Emphasis, mostly italics.
    Italic,
    /// Strong emphasis, mostly bold.
    Bold,
    /// Struck through.
    Struck,
    /// A link.
    Link,
    /// A picture.
    Image,
    /// Words of a machine: code, a formula.
    Code,
    /// The end of a line that is kept.
    Break,
    /// What a program puts something in the place of.
    Placeholder,
    /// Any other.
    Other,
}

/// The text as it stands in the file.
pub fn written(pieces: &[Inline]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Inline::Text(text) => text.as_str(),
            Inline::Code(code) => code.written.as_str(),
        })
        .collect()
}

/// The words alone, all codes left out.
pub fn words(pieces: &[Inline]) -> String {
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Inline::Text(text) => Some(text.as_str()),
            Inline::Code(_) => None,
        })
        .collect()
}

/// What is wrong with the codes of a text that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Broken {
    /// The code of that number is not there, or half of it.
    Missing(u32),
    /// It stands there more often than it was sent.
    Twice(u32),
    /// No such code was sent.
    Unknown(u32),
    /// It ends before it begins, or crosses another.
    Crossed(u32),
}

/// What is wrong with the codes of `back`, held against those of `sent`; empty where each is there
/// and each pair holds what it should. Their order is free. Sorted; linear but for the sorting.
pub fn broken(sent: &[Inline], back: &[Inline]) -> Vec<Broken> {
    let count = |pieces: &[Inline]| {
        let mut counts: BTreeMap<(u32, Side), usize> = BTreeMap::new();
        codes(pieces).for_each(|code| *counts.entry((code.id, code.side)).or_default() += 1);
        counts
    };
    let (wanted, found) = (count(sent), count(back));
    let mut wrong = Vec::new();
    for (key, times) in &wanted {
        match found.get(key).copied().unwrap_or(0) {
            there if there < *times => wrong.push(Broken::Missing(key.0)),
            there if there > *times => wrong.push(Broken::Twice(key.0)),
            _ => {}
        }
    }
    wrong.extend(found.keys().filter(|key| !wanted.contains_key(key)).map(|key| Broken::Unknown(key.0)));
    let mut open = Vec::new();
    for code in codes(back) {
        match code.side {
            Side::Open => open.push(code.id),
            Side::Close if open.last() == Some(&code.id) => drop(open.pop()),
            Side::Close => wrong.push(Broken::Crossed(code.id)),
            Side::Alone => {}
        }
    }
    wrong.sort_unstable();
    wrong.dedup();
    wrong
}

/// The same text with the markup of `sent` in the place of each code of that number, whatever the
/// tool made of it. Codes that were not sent are left out; ask [`broken`] first.
pub fn restored(sent: &[Inline], back: &[Inline]) -> Vec<Inline> {
    let known: BTreeMap<(u32, Side), &Code> = codes(sent).map(|code| ((code.id, code.side), code)).collect();
    let restore = |piece: &Inline| match piece {
        Inline::Text(text) => Some(Inline::Text(text.clone())),
        Inline::Code(code) => known.get(&(code.id, code.side)).map(|code| Inline::Code((*code).clone())),
    };
    back.iter().filter_map(restore).collect()
}

/// The codes in their order.
pub fn codes(pieces: &[Inline]) -> impl Iterator<Item = &Code> {
    pieces.iter().filter_map(|piece| match piece {
        Inline::Code(code) => Some(code),
        Inline::Text(_) => None,
    })
}

/// Puts pieces together in order, neighbouring words joined and numbers given by the order of the
/// codes.
#[derive(Debug, Default)]
pub struct Pieces {
    done: Vec<Inline>,
}

impl Pieces {
    /// Adds words.
    pub fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.done.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.done.push(Inline::Text(text.to_owned())),
        }
    }

    /// Adds a code.
    pub fn code(&mut self, code: Code) {
        self.done.push(Inline::Code(code));
    }

    /// The pieces.
    pub fn finish(self) -> Vec<Inline> {
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: u32, side: Side) -> Inline {
        Inline::Code(Code { id, side, style: Style::Other, written: format!("<{id}{side:?}>") })
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn codes_may_change_places_but_not_get_lost_double_or_crossed() {
        use Side::{Alone, Close, Open};
        let sent =
            [text("See "), code(1, Open), text("the page"), code(1, Close), text(" of "), code(2, Alone)];
        let pair = |inner: &str| [code(1, Open), text(inner), code(1, Close)];
        let moved = [&[code(2, Alone), text(": ")][..], &pair("la página")].concat();
        assert_eq!(broken(&sent, &moved), []);
        for (back, wrong) in [
            (pair("sin dos").to_vec(), vec![Broken::Missing(2)]),
            ([&pair("a")[..], &[code(2, Alone), code(2, Alone)]].concat(), vec![Broken::Twice(2)]),
            ([&pair("a")[..], &[code(2, Alone), code(7, Alone)]].concat(), vec![Broken::Unknown(7)]),
            (vec![code(1, Close), text("a"), code(1, Open), code(2, Alone)], vec![Broken::Crossed(1)]),
            (vec![text("nada")], vec![Broken::Missing(1), Broken::Missing(2)]),
        ] {
            assert_eq!(broken(&sent, &back), wrong, "{back:?}");
        }
        let crossed = [code(1, Open), code(2, Open), code(1, Close), code(2, Close)];
        let nested = [code(1, Open), code(2, Open), code(2, Close), code(1, Close)];
        assert_eq!(broken(&crossed, &nested), []);
        assert_eq!(broken(&nested, &crossed), [Broken::Crossed(1)]);
    }

    #[test]
    fn what_a_tool_made_of_a_code_is_of_no_matter() {
        let sent = [code(1, Side::Open), text("now"), code(1, Side::Close)];
        let mut back = sent.to_vec();
        if let Some(Inline::Code(code)) = back.first_mut() {
            code.written = "&lt;b&gt;".to_owned();
        }
        assert_eq!(written(&restored(&sent, &back)), written(&sent));
        assert_eq!(words(&sent), "now");
    }
}

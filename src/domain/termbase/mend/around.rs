//! The words around a term: those before it that agree with it or change by its sound, and those
//! behind it that may agree with it.

use std::ops::Range;

use super::grammar::{Agree, Cell, Grammar};
use super::{Edit, Why, forms};
use crate::domain::qa::reading::{Kind, Piece};

/// So many words before a term are looked at.
const MOST_BEFORE: usize = 5;
/// Behind a verb of being, so many words may be what is said of its subject.
const REACH: usize = 3;

/// What stands between a word and the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A blank.
    Blank(Range<usize>),
    /// An apostrophe.
    Apostrophe(Range<usize>),
}

/// A word, or two, before a term.
#[derive(Clone, Debug)]
pub(super) struct Item<'g> {
    /// Where it stands, without the apostrophe.
    pub(super) range: Range<usize>,
    /// In lower case, with its apostrophe.
    pub(super) form: String,
    /// What stands between it and what follows.
    pub(super) gap: Gap,
    /// What it may be a form of; nothing for a word of one form.
    pub(super) agrees: Vec<&'g Agree>,
}

/// The words before a term.
#[derive(Debug, Default)]
pub(super) struct Left<'g> {
    /// Those that belong to it, the nearest first.
    pub(super) items: Vec<Item<'g>>,
    /// The one before them.
    pub(super) before: Option<Item<'g>>,
    /// One of them has another form here than the table's, should the gender change.
    pub(super) partitive: bool,
}

/// A text with its pieces.
#[derive(Clone, Copy)]
pub(super) struct Cut<'t> {
    pub(super) text: &'t str,
    pub(super) pieces: &'t [Piece],
}

impl<'t> Cut<'t> {
    fn piece(&self, at: Option<usize>) -> Option<&'t Piece> {
        self.pieces.get(at?)
    }

    /// The number of the first piece that begins at or behind that byte.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.pieces.partition_point(|piece| piece.start < byte)
    }

    fn over_markup(&self, mut at: Option<usize>) -> Option<usize> {
        while self.piece(at).is_some_and(|piece| piece.kind == Kind::Markup) {
            at = at.and_then(|at| at.checked_sub(1));
        }
        at
    }

    /// The word before the piece of that number, and what stands between.
    pub(super) fn word_before(&self, at: usize) -> Option<(usize, Gap)> {
        let gap = self.over_markup(at.checked_sub(1))?;
        let piece = self.piece(Some(gap))?;
        match piece.kind {
            Kind::Blank => {
                let word = self.over_markup(gap.checked_sub(1))?;
                (self.piece(Some(word))?.kind == Kind::Word).then(|| (word, Gap::Blank(piece.range())))
            }
            Kind::Mark('’' | '\'') => {
                let word = gap.checked_sub(1)?;
                (self.piece(Some(word))?.kind == Kind::Word).then(|| (word, Gap::Apostrophe(piece.range())))
            }
            _ => None,
        }
    }

    /// Whether emphasis, a link or a tag begins or ends among those bytes.
    pub(super) fn has_markup(&self, bytes: Range<usize>) -> bool {
        let pieces = self.pieces.iter().skip(self.at(bytes.start));
        pieces
            .take_while(|piece| piece.start < bytes.end)
            .any(|piece| matches!(piece.kind, Kind::Markup | Kind::Address | Kind::Code))
    }

    /// Whether what stands right before the piece of that number ends in a link's target or in code.
    pub(super) fn is_hidden_before(&self, at: usize) -> bool {
        let mut before = self.pieces.get(..at).unwrap_or_default().iter().rev();
        let Some(last) = before.find(|piece| !matches!(piece.kind, Kind::Blank | Kind::Markup)) else {
            return false;
        };
        matches!(last.kind, Kind::Address | Kind::Code)
    }

    /// The word behind the piece of that number with nothing but a blank between; its number.
    pub(super) fn word_behind(&self, at: usize) -> Option<usize> {
        let mut at = at + 1;
        let mut blank = false;
        loop {
            match self.piece(Some(at))?.kind {
                Kind::Markup => {}
                Kind::Blank if !blank => blank = true,
                Kind::Word => return blank.then_some(at),
                _ => return None,
            }
            at += 1;
        }
    }

    /// The last of the words that hyphens join to the word of that number, if any.
    fn hyphened(&self, mut at: usize) -> Option<usize> {
        let mut last = None;
        while let (Some(Kind::Mark('-' | '‐' | '‑')), Some(Kind::Word)) = (
            self.piece(Some(at + 1)).map(|piece| piece.kind),
            self.piece(Some(at + 2)).map(|piece| piece.kind),
        ) {
            at += 2;
            last = Some(at);
        }
        last
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.piece(Some(at)).map(|piece| piece.of(self.text)).unwrap_or_default()
    }
}

impl Grammar {
    /// The words before the term that begins at the piece of that number. `is_own` tells whether a
    /// form that could be another word as well is a determiner here.
    pub(super) fn left<'g>(&'g self, cut: Cut<'_>, first: usize, is_own: impl Fn(&str) -> bool) -> Left<'g> {
        let mut left = Left::default();
        let mut at = first;
        while let Some((word, gap)) = cut.word_before(at) {
            let one = self.item(cut, word, gap.clone());
            let two = cut.word_before(word).filter(|(_, gap)| matches!(gap, Gap::Blank(_)));
            let both = two.map(|(other, _)| {
                let form = format!("{} {}", cut.word(other).to_lowercase(), one.form);
                let start = cut.pieces.get(other).map_or(one.range.start, |piece| piece.start);
                (other, Item { range: start..one.range.end, agrees: self.agreeing(&form), form, gap })
            });
            let single = self.one.contains(one.form.as_str()) || self.many.contains(one.form.as_str());
            let (next, item) = match both {
                Some((other, item)) if !item.agrees.is_empty() => (other, item),
                _ if !one.agrees.is_empty() && is_own(&one.form) || single => (word, one),
                _ => {
                    left.before = Some(one);
                    return left;
                }
            };
            // Of "los del gobierno" the first stands for another noun; of "algunas de las empresas" it goes
            // with this one, and "una de las empresas" has a form of its own for that.
            if left.items.last().is_some_and(|inner| self.has_preposition(&inner.form)) {
                let many = item.agrees.iter().any(|agree| {
                    agree.cells(&item.form, true).iter().any(|(_, number)| *number == forms::Number::Many)
                });
                if self.is_article(&item.form) || item.agrees.is_empty() {
                    left.before = Some(item);
                    return left;
                }
                left.partitive |= !many && self.language != "fr";
            }
            at = next;
            left.items.push(item);
            if left.items.len() == MOST_BEFORE {
                break;
            }
        }
        left
    }

    fn item(&self, cut: Cut<'_>, word: usize, gap: Gap) -> Item<'_> {
        let range = cut.pieces.get(word).map(Piece::range).unwrap_or_default();
        let mut form = cut.word(word).to_lowercase();
        if matches!(gap, Gap::Apostrophe(_)) {
            form.push('’');
        }
        Item { range, agrees: self.agreeing(&form), form, gap }
    }

    /// Whether the word is a small one: article, preposition, conjunction, and whatever else agrees with
    /// no noun before it.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.safe.contains(word)
            || self.conjunctions.contains(word)
            || self.one.contains(word)
            || self.many.contains(word)
            || !self.agreeing(word).is_empty()
            || self.endings.functions.iter().any(|own| own.form == word)
    }

    /// What to change behind the term so that it agrees with its new gender; an error where something
    /// in the sentence may agree with the old one, and it is not known how.
    ///
    /// `last` is the number of the term's last piece, `sentence` the bytes of its sentence, `term` those
    /// of the term with the words before it that agree.
    pub(super) fn right(
        &self,
        cut: Cut<'_>,
        last: usize,
        sentence: &Range<usize>,
        term: &Range<usize>,
        (old, new): (&[Cell], Cell),
    ) -> Result<Vec<Edit>, Why> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut at = last;
        while let Some(word) = cut.word_behind(at) {
            let text = cut.word(word);
            if let Some(form) = self.adjective(text, old, new) {
                edits.push(Edit {
                    range: cut.pieces.get(word).map(Piece::range).unwrap_or_default(),
                    text: form,
                });
                at = word;
                continue;
            }
            // "rápida y segura"
            let joined = self.conjunctions.contains(text.to_lowercase().as_str()) && !edits.is_empty();
            if joined
                && cut
                    .word_behind(word)
                    .is_some_and(|next| self.adjective(cut.word(next), old, new).is_some())
            {
                at = word;
                continue;
            }
            let lower = text.to_lowercase();
            // "más rico", "mais ricos", "récemment adoptée".
            if self.adverbs.contains(lower.as_str()) || self.is_adverb(&lower) {
                at = word;
                continue;
            }
            // "la classification nouvelle": its form behind a noun may be another than the one before it.
            if self.light.contains(lower.as_str()) && self.agrees_only(&lower, old, new) {
                return Err(Why::Agreement);
            }
            // "El monitor lo apagan", "la mainlevée la plus rapide".
            if self.is_article(&lower) && self.agrees_only(&lower, old, new) {
                return Err(Why::Agreement);
            }
            // "sul-coreana"
            let joined = cut.hyphened(word).map(|last| cut.word(last).to_lowercase());
            if !self.is_small(&lower)
                && (self.may_agree(&lower, old) || joined.is_some_and(|last| self.may_agree(&last, old)))
            {
                return Err(Why::Agreement);
            }
            // "le plus puissant"
            let more = cut
                .word_behind(word)
                .is_some_and(|next| self.adverbs.contains(cut.word(next).to_lowercase().as_str()));
            if more && self.agrees_only(&lower, old, new) {
                return Err(Why::Agreement);
            }
            break;
        }
        let words: Vec<usize> = (cut.at(sentence.start)..cut.at(sentence.end))
            .filter(|at| cut.pieces.get(*at).is_some_and(|piece| piece.kind == Kind::Word))
            .filter(|at| {
                let start = cut.pieces.get(*at).map_or(0, |piece| piece.start);
                !term.contains(&start) && !edits.iter().any(|edit| edit.range.contains(&start))
            })
            .collect();
        let lower: Vec<String> = words.iter().map(|at| cut.word(*at).to_lowercase()).collect();
        for (at, word) in lower.iter().enumerate() {
            // "en el que", "a los cuales"
            let relative = lower.get(at + 1).is_some_and(|next| self.asks.contains(next.as_str()));
            let is_old = |word: &str| {
                let cells: Vec<Cell> =
                    self.agreeing(word).iter().flat_map(|agree| agree.cells(word, false)).collect();
                !cells.contains(&new) && cells.iter().any(|cell| old.contains(cell))
            };
            if self.agrees_afar(word, old) || relative && is_old(word) {
                return Err(Why::Agreement);
            }
            // "qu’ils ont choisie", "il l’a reçue": the participle agrees with what stands before it.
            if self.objects.contains(word.as_str())
                && lower.iter().skip(at + 1).take(REACH).any(|next| self.having.contains(next.as_str()))
            {
                return Err(Why::Agreement);
            }
            if !self.copula.contains(word.as_str()) {
                continue;
            }
            for said in lower.iter().skip(at + 1).take(REACH) {
                if self.adverbs.contains(said.as_str()) || self.copula.contains(said.as_str()) {
                    continue;
                }
                // "es el responsable", of a noun or of what is said of it.
                if self.agrees_only(said, old, new) {
                    return Err(Why::Agreement);
                }
                if self.is_small(said) {
                    break;
                }
                if self.may_agree(said, old) {
                    return Err(Why::Agreement);
                }
            }
        }
        let whole = format!(" {} ", lower.join(" "));
        if self.relatives.iter().any(|pronoun| whole.contains(&format!(" {pronoun} "))) {
            return Err(Why::Agreement);
        }
        Ok(edits)
    }

    /// Whether the word agrees with what follows, and has the old gender and not the new one.
    fn agrees_only(&self, word: &str, old: &[Cell], new: Cell) -> bool {
        let cells: Vec<Cell> = self.agreeing(word).iter().flat_map(|agree| agree.cells(word, true)).collect();
        !cells.contains(&new) && cells.iter().any(|cell| old.contains(cell))
    }

    /// An adjective whose forms are known in the new gender; `None` for another word, or one that does
    /// not stand in the old gender.
    fn adjective(&self, word: &str, old: &[Cell], new: Cell) -> Option<String> {
        let lower = word.to_lowercase();
        for masculine in &self.after {
            let feminine = self.endings.feminines_of(masculine);
            let feminine = match feminine.as_slice() {
                [] => (*masculine).to_owned(),
                [one] => one.clone(),
                _ => continue,
            };
            let form = |(gender, number): Cell| -> Option<String> {
                let one = if gender == forms::GenderOf::Masculine {
                    (*masculine).to_owned()
                } else {
                    feminine.clone()
                };
                if number == forms::Number::One { Some(one) } else { self.endings.plural_of(&one) }
            };
            if old.iter().any(|cell| form(*cell).as_deref() == Some(lower.as_str())) {
                let new = form(new)?;
                return Some(like(word, &new));
            }
        }
        None
    }
}

/// The form with the capitals of the word it stands for: all, the first, or none.
pub(super) fn like(old: &str, new: &str) -> String {
    let letters = || old.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        new.to_uppercase()
    } else if old.starts_with(char::is_uppercase) {
        forms::capital(new)
    } else {
        new.to_owned()
    }
}

//! Finds a termbase's terms in a text whatever their number and gender, all in one pass.
//!
//! **Method.** Each word of each term is given all its forms beforehand, by a small table of number
//! and gender endings a language ([`endings`]); a text's words are then only looked up, so that
//! rules cost nothing at run time and can't confuse words that merely look alike: a form is
//! found or not. Forms that share a word are one class, and terms are paths of classes in a trie.
//! Runs of known words are walked through it from each word on; what the trie accepts is held
//! against the term word by word (form, capitals, function words between), the longest that
//! stands wins, and the search goes on behind it. Function words between the words of a term are
//! stepped over: articles come and go, a light preposition may differ or be left out, but one where
//! the term has none makes another phrase. Where two terms differ by these alone, the words as they
//! stand decide.
//!
//! Stemming is not used: measured on customs texts, Snowball stems take *operación* for
//! *operador* and *customer* for *customs* in 15 to 26 of 100 hits, light rules in 1 to 4.
//!
//! Everyday phrases of the language (*press release*, *recursos humanos*, *Conseil de sécurité*) hide
//! the terms in them, unless a term is longer; initials that the text itself spells out as
//! something else are none of the termbase's ([`settle`]).
//!
//! **Measured.** Of the half of the gold set that was put aside 99.4 to 100 of 100 occurrences are found
//! in es, fr and en, and 0.3 to 1.1 of 100 hits and look-alikes are false, with this repository's
//! termbase as with the plain table it was made from (`tests/it/terms.rs` holds the former). Spanish
//! news in which every 56th byte begins a hit are searched at 99 to 101 MB of text a second of one
//! core's time, text without hits at 268 with 10³ concepts and 203 with 10⁵: 1.3 times the time.
//! (Processor time of one thread, the best of 100 runs, with eight jobs on a machine's two cores;
//! `benches/terms.rs` has the texts and termbases.)
//!
//! **Bounds.** A word of the text is looked at at most 128 times (terms have at most 32 words with
//! three function words between two), so time is linear in the text whatever it holds; memory is a
//! run of at most 4096 words, and the hits.

mod compile;
pub(super) mod endings;
mod settle;
mod table;
mod words;

use rustc_hash::FxHashMap;

use super::super::locale::Locale;
use super::{Kind, Status, Termbase};
use compile::{Case, Pattern};
use endings::Function;
use table::Table;
use words::{Piece, Pieces};

/// The longest run of known words that is kept; then all but its tail is walked.
const LONGEST_RUN: usize = 4096;
/// What is kept of it: no term reaches farther.
const TAIL: usize = 160;
/// How many function words may stand between two words of a term.
const MOST_BETWEEN: usize = 3;
/// How many terms of one wording are held against the text.
const MOST_OF_ONE: usize = 64;
/// Stands for a term where an everyday phrase was found.
const PHRASE: u32 = u32::MAX;

/// By what a locale's terms are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// In any number and gender, by the rules of the language.
    Inflected,
    /// As they stand only: no rules are known for the language.
    Exact,
}

/// A term found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The place of the term in [`Termbase::terms`].
    pub term: usize,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The places of terms of other concepts that the same words may stand for, likeliest first.
    pub others: Box<[usize]>,
}

/// What is told of a term when candidates are weighed.
#[derive(Clone, Copy, Debug)]
struct Weight {
    concept: u32,
    status: Status,
    acronym: bool,
    /// Found only beside the concept's full name.
    doubtful: bool,
    distance: u8,
}

impl Weight {
    /// Terms go before everyday phrases of the same words.
    const PHRASE: Weight = Weight {
        concept: u32::MAX,
        status: Status::Forbidden,
        acronym: false,
        doubtful: true,
        distance: u8::MAX,
    };
}

/// A word of the text that a term may have.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    symbol: u32,
    class: u32,
    /// For a word in capitals: the group of the words that it may be without accents.
    fold: u32,
    function: Option<Function>,
    /// Whether the word before it is one that stands before verbs.
    barred: bool,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Symbol {
    /// Its class; 0 where no term has it.
    class: u32,
    fold: u32,
    function: Option<Function>,
    elided: bool,
    bar: bool,
}

/// The terms of one locale, ready to be found in any number of texts.
#[derive(Debug)]
pub struct Matcher {
    rules: Rules,
    /// From words in lower case to their number in `symbols`.
    words: Table,
    /// From words without accents to their group in `folds`.
    capitals: FxHashMap<Box<[u8]>, u32>,
    /// From words without the accent of their first letter to their number.
    initials: FxHashMap<Box<[u8]>, u32>,
    marks: FxHashMap<char, u32>,
    symbols: Vec<Symbol>,
    /// The class of each group of words that differ in accents.
    folds: Vec<u32>,
    slots: Vec<compile::Slot>,
    patterns: Vec<Pattern>,
    /// From classes to the nodes of depth one; 0 is none.
    roots: Vec<u32>,
    edges: FxHashMap<(u32, u32), u32>,
    /// By which classes a node may be left, one bit for 64 of them: most words are told off here.
    ways: Vec<u64>,
    /// The patterns that end at each node.
    ends: Vec<Vec<u32>>,
    /// By the place of the term; `None` for those of other locales.
    weights: Vec<Option<Weight>>,
    /// How many of them there are.
    count: usize,
    /// The word that & stands for; 0 is none.
    ampersand: u32,
}

impl Matcher {
    /// Makes ready the terms of `termbase` that a text in `locale` may use: those of its language.
    pub fn new(termbase: &Termbase, locale: &Locale) -> Self {
        compile::matcher(termbase, locale)
    }

    /// By what the terms are found.
    pub fn rules(&self) -> Rules {
        self.rules
    }

    /// How many terms it looks for.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it looks for none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What is told of a term.
    fn weight(&self, term: u32) -> Option<Weight> {
        *self.weights.get(term as usize)?
    }

    /// The terms in the text, in order, none within another.
    pub fn find(&self, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        if self.is_empty() {
            return found;
        }
        let mut run: Vec<Token> = Vec::new();
        let mut path = Vec::with_capacity(32);
        let mut pieces = Pieces::new(text);
        let mut bar = false;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Word { start, end, capital, capitals, elided } => {
                    let known = self.words.get(pieces.key());
                    let token = self.token(known, pieces.key().bytes, capital, capitals, elided);
                    let barred = std::mem::take(&mut bar);
                    match token {
                        Some((mut token, is_bar)) => {
                            bar = is_bar;
                            let goes_on = !run.is_empty() && (token.class != 0 || token.function.is_some());
                            if goes_on || self.root(token.class).is_some() {
                                (token.start, token.end, token.barred) = (start, end, barred);
                                run.push(token);
                                if run.len() >= LONGEST_RUN {
                                    let walked =
                                        self.walk(&run, run.len() - TAIL, text, &mut path, &mut found);
                                    run.drain(..walked);
                                }
                                continue;
                            }
                        }
                        None => bar = false,
                    }
                    self.flush(&mut run, text, &mut path, &mut found);
                }
                Piece::Mark(start, mark) => {
                    bar = false;
                    let own = self.marks.get(&mark).copied();
                    let at = own.or((mark == '&' && self.ampersand != 0).then_some(self.ampersand));
                    match at.and_then(|at| Some((at, self.symbols.get(at as usize)?.class))) {
                        Some((symbol, class)) if !run.is_empty() && run.len() < LONGEST_RUN => {
                            let end = start + mark.len_utf8();
                            let (fold, function, barred) = (0, None, false);
                            run.push(Token { start, end, symbol, class, fold, function, barred });
                        }
                        _ => self.flush(&mut run, text, &mut path, &mut found),
                    }
                }
                Piece::Drop(from) => {
                    bar = false;
                    while run.last().is_some_and(|token| token.start >= from) {
                        run.pop();
                    }
                    self.flush(&mut run, text, &mut path, &mut found);
                    while found.last().is_some_and(|hit: &Match| hit.start >= from) {
                        found.pop();
                    }
                }
                Piece::Break => {
                    bar = false;
                    self.flush(&mut run, text, &mut path, &mut found);
                }
            }
        }
        self.flush(&mut run, text, &mut path, &mut found);
        settle::settled(self, text, found)
    }

    /// The node to which a first word of that class leads.
    #[inline]
    fn root(&self, class: u32) -> Option<u32> {
        self.roots.get(class as usize).copied().filter(|node| *node != 0)
    }

    #[inline]
    fn flush(&self, run: &mut Vec<Token>, text: &str, path: &mut Vec<usize>, found: &mut Vec<Match>) {
        if !run.is_empty() {
            self.walk(run, run.len(), text, path, found);
            run.clear();
        }
    }

    /// The word as a token, its place still to be set; and whether it stands before verbs.
    #[inline]
    fn token(
        &self,
        mut symbol: Option<u32>,
        key: &[u8],
        capital: bool,
        capitals: bool,
        elided: bool,
    ) -> Option<(Token, bool)> {
        let mut fold = 0;
        if capitals {
            fold = match symbol.and_then(|at| self.symbols.get(at as usize)) {
                Some(known) => known.fold,
                None => self.capitals.get(words::folded(key).as_slice()).copied().unwrap_or(0),
            };
            // Accents that do stand on capitals count.
            if symbol.is_none() && !key.is_ascii() {
                fold = 0;
            }
        } else if capital && symbol.is_none() {
            symbol = self.initials.get(key).copied();
        }
        let known = match symbol {
            Some(at) => *self.symbols.get(at as usize)?,
            None if fold != 0 => Symbol { class: *self.folds.get(fold as usize)?, fold, ..Symbol::default() },
            None => return None,
        };
        let function = known.function.filter(|_| elided || !known.elided);
        let symbol = symbol.unwrap_or(u32::MAX);
        let token = Token { start: 0, end: 0, symbol, class: known.class, fold, function, barred: false };
        Some((token, known.bar))
    }

    /// Looks for terms that begin at the first `upto` words of the run; tells how many it passed.
    fn walk(
        &self,
        run: &[Token],
        upto: usize,
        text: &str,
        path: &mut Vec<usize>,
        found: &mut Vec<Match>,
    ) -> usize {
        let mut at = 0;
        while at < upto {
            match self.longest(run, at, text, path) {
                Some((hit, next)) if hit.term == PHRASE as usize => {
                    // A term that begins in the phrase and goes on behind it stands.
                    at = (at + 1..next)
                        .find(|from| {
                            let inner = self.longest(run, *from, text, path);
                            inner.is_some_and(|(hit, end)| end > next && hit.term != PHRASE as usize)
                        })
                        .unwrap_or(next);
                }
                Some((hit, next)) => {
                    found.push(hit);
                    at = next;
                }
                None => at += 1,
            }
        }
        at
    }

    /// The longest term that begins at that word, and the word behind it.
    fn longest(
        &self,
        run: &[Token],
        from: usize,
        text: &str,
        path: &mut Vec<usize>,
    ) -> Option<(Match, usize)> {
        path.clear();
        let first = run.get(from)?;
        let mut node = self.root(first.class)?;
        path.push(from);
        let mut best = None;
        let mut between = 0;
        let mut at = from;
        loop {
            if between == 0
                && let Some(ends) = self.ends.get(node as usize).filter(|ends| !ends.is_empty())
                && let Some(hit) = self.right(ends, run, path, text)
            {
                best = Some((hit, at + 1));
            }
            let ways = self.ways.get(node as usize).copied().unwrap_or(0);
            if ways == 0 {
                return best;
            }
            // The next word of a term, over function words.
            node = loop {
                at += 1;
                let Some(token) = run.get(at) else { return best };
                let may = token.class != 0 && ways & way(token.class) != 0;
                let edge = if may { self.edges.get(&(node, token.class)) } else { None };
                if let Some(next) = edge {
                    between = 0;
                    path.push(at);
                    break *next;
                }
                between += 1;
                if token.function.is_none() || between > MOST_BETWEEN {
                    return best;
                }
            };
        }
    }

    /// The best of those patterns that really stands there.
    fn right(&self, ends: &[u32], run: &[Token], path: &[usize], text: &str) -> Option<Match> {
        let (start, end) = (run.get(*path.first()?)?.start, run.get(*path.last()?)?.end);
        if let [only] = ends {
            let pattern = self.patterns.get(*only as usize)?;
            self.fit(pattern, run, path, text)?;
            return Some(Match { term: pattern.term as usize, start, end, others: Box::default() });
        }
        // How far the function words are from the term's, how many words are not in its own form.
        let mut fits: Vec<(u8, u8, u32, Weight)> = Vec::new();
        let mut first = None;
        for number in ends.iter().take(MOST_OF_ONE) {
            let Some(pattern) = self.patterns.get(*number as usize) else { continue };
            let Some((far, changed)) = self.fit(pattern, run, path, text) else { continue };
            let weight = match pattern.term {
                PHRASE => Some(Weight::PHRASE),
                term => self.weight(term),
            };
            let Some(weight) = weight else { continue };
            let fit = (far, changed, pattern.term, weight);
            // Mostly there is only one.
            match first {
                None => first = Some(fit),
                Some(one) => {
                    if fits.is_empty() {
                        fits.push(one);
                    }
                    fits.push(fit);
                }
            }
        }
        let (.., term, _) = first?;
        if fits.is_empty() {
            return Some(Match { term: term as usize, start, end, others: Box::default() });
        }
        // Of one concept the wording that is nearest, then the better status.
        fits.sort_by_key(|(far, changed, term, weight)| {
            (weight.concept, *far, *changed, weight.distance, weight.status, *term)
        });
        fits.dedup_by_key(|(.., weight)| weight.concept);
        // Of several concepts: what the function words decide, then what is right to write.
        fits.sort_by_key(|(far, _, term, weight)| {
            (*far == 2, weight.status, weight.doubtful, *far, weight.distance, *term)
        });
        let (.., term, _) = fits.first()?;
        let others = fits.iter().skip(1).filter(|(.., term, _)| *term != PHRASE);
        let others = others.map(|(.., term, _)| *term as usize).collect();
        Some(Match { term: *term as usize, start, end, others })
    }

    /// Whether the words of the path are the pattern's: how far its function words are (0 the same,
    /// 1 other articles, 2 other prepositions), and how many words have another form.
    fn fit(&self, pattern: &Pattern, run: &[Token], path: &[usize], text: &str) -> Option<(u8, u8)> {
        if pattern.slots.len() != path.len() {
            return None;
        }
        let mut changed = 0_u8;
        let mut far = 0;
        let mut before: Option<usize> = None;
        for (at, (slot, place)) in pattern.slots.iter().zip(path).enumerate() {
            let slot = self.slots.get(*slot as usize)?;
            let token = run.get(*place)?;
            if slot.forms.first() != Some(&token.symbol) {
                let in_capitals = token.fold != 0 && slot.folds.contains(&token.fold);
                if !(in_capitals || slot.forms.contains(&token.symbol)) {
                    return None;
                }
                changed = changed.saturating_add(1);
            }
            if let Some(before) = before {
                let gap = run.get(before + 1..*place)?;
                far = far.max(distance_between(pattern.gaps.get(at)?, gap)?);
            }
            if pattern.cases.get(at).is_some_and(|case| !is_cased(case, token, text)) {
                return None;
            }
            before = Some(*place);
        }
        let barred = pattern.noun && path.len() == 1 && run.get(*path.first()?)?.barred;
        (!barred).then_some((far, changed))
    }
}

/// The bit of a class in [`Matcher::ways`].
fn way(class: u32) -> u64 {
    1 << (class & 63)
}

/// How far the function words of the text are from the term's; `None` where they make it another
/// phrase.
fn distance_between(term: &compile::Gap, text: &[Token]) -> Option<u8> {
    if text.is_empty() && term.symbols.is_empty() {
        return Some(0);
    }
    let symbols = || text.iter().map(|token| token.symbol);
    if symbols().eq(term.symbols.iter().copied()) {
        return Some(0);
    }
    let mut said = text.iter().filter_map(|token| match token.function {
        Some(Function::Preposition(lemma)) => Some(lemma),
        _ => None,
    });
    match (term.prepositions.is_empty(), said.clone().next().is_some()) {
        (true, false) => Some(1),
        (true, true) => None,
        (false, true) => Some(if said.by_ref().eq(term.prepositions.iter().copied()) { 1 } else { 2 }),
        // Left out together with its article; an article alone makes the next word an object.
        (false, false) => text.is_empty().then_some(2),
    }
}

/// Whether a word has the capitals that its term asks for.
fn is_cased(case: &Case, token: &Token, text: &str) -> bool {
    let Some(word) = text.get(token.start..token.end) else { return false };
    match case {
        Case::Any => true,
        Case::First => word.chars().next().is_some_and(char::is_uppercase),
        Case::As { written, .. } if &**written == word && word.bytes().all(|b| b.is_ascii_alphanumeric()) => {
            true
        }
        Case::As { written, in_line } => {
            let written = &**written;
            let plain: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            plain == written
                || plain.strip_suffix('s') == Some(written)
                || (*in_line && plain == written.to_uppercase() && in_capitals(text, token))
        }
    }
}

/// Whether the line is all in capitals, as far as it can be seen from the word.
fn in_capitals(text: &str, token: &Token) -> bool {
    const SEEN: usize = 200;
    let small = |c: &char| c.is_lowercase() && !matches!(c, 'ª' | 'º');
    let before = text.get(..token.start).unwrap_or_default().chars().rev().take(SEEN);
    let after = text.get(token.end..).unwrap_or_default().chars().take(SEEN);
    !before.take_while(|c| *c != '\n').any(|c| small(&c))
        && !after.take_while(|c| *c != '\n').any(|c| small(&c))
}

/// Whether initials are found beside their full name only, because many things have them: the
/// termbase says so (they are worth a hint), or it says nothing and everybody knows others.
fn is_doubtful(termbase: &Termbase, term: &super::Term, everyday: &[&str]) -> bool {
    let said = match term.enforce {
        Some(worth) => worth == super::Enforce::Hint,
        None => everyday.contains(&term.text.as_str()),
    };
    said && term.kind == Kind::Acronym && termbase.terms().len() > 1
}

#[cfg(test)]
mod tests;

//! From a termbase's terms to what the matcher walks.

use rustc_hash::FxHashMap;

use super::super::{Gender, Kind, PartOfSpeech, Term, Termbase, distance};
use super::endings::{Endings, Function};
use super::table::Table;
use super::words::{Piece, Pieces, first_folded, folded};
use super::{Matcher, PHRASE, Rules, Symbol, Weight, is_doubtful, way};

use super::super::super::locale::Locale;

/// No term has more words; longer ones are not looked for.
const MOST_WORDS: usize = 32;

/// One word of a term with all its forms.
#[derive(Debug)]
pub(super) struct Slot {
    /// The forms, that of the term first.
    pub(super) forms: Box<[u32]>,
    /// The groups of the forms without accents.
    pub(super) folds: Box<[u32]>,
}

/// The function words before a word of a term.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap {
    pub(super) symbols: Box<[u32]>,
    pub(super) prepositions: Box<[u16]>,
}

/// What capitals a word of a term has.
#[derive(Debug)]
pub(super) enum Case {
    /// They don't count.
    Any,
    /// The first letter is one.
    First,
    /// As written: initials, or capitals within.
    As {
        written: Box<str>,
        /// Not a term of initials but a word with capitals within: a line all in capitals may have it so.
        in_line: bool,
    },
}

impl Case {
    /// Of a word as it is written in a term; `counts` tells whether its capitals count.
    fn of(written: &str, counts: bool, acronym: bool) -> Self {
        if !counts || !written.chars().any(char::is_uppercase) {
            return Case::Any;
        }
        let inner = written.chars().skip(1).any(char::is_uppercase);
        match acronym || inner {
            true => Case::As { written: written.into(), in_line: inner && !acronym },
            false => Case::First,
        }
    }
}

/// One wording of one term.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) term: u32,
    pub(super) slots: Box<[u32]>,
    pub(super) gaps: Box<[Gap]>,
    /// How each word is to be written.
    pub(super) cases: Box<[Case]>,
    /// Whether it is a common noun, which does not stand where verbs do.
    pub(super) noun: bool,
}

/// Puts a matcher together.
struct Builder {
    locale: Locale,
    endings: Option<Endings>,
    matcher: Matcher,
    interned: FxHashMap<(String, Inflection), u32>,
    /// From words to their numbers; the matcher's own table is made of it at the end.
    words: FxHashMap<Box<[u8]>, u32>,
}

/// Which forms of a word are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Inflection {
    None,
    /// A plural s.
    Acronym,
    Number,
    NumberAndGender,
}

/// A word of a term as it was cut.
struct Cut {
    key: String,
    written: Box<str>,
    function: Option<(u32, Function)>,
    mark: bool,
}

/// The matcher for a text in `locale`.
pub(super) fn matcher(termbase: &Termbase, locale: &Locale) -> Matcher {
    let endings = Endings::of(locale.language());
    let rules = if endings.is_some() { Rules::Inflected } else { Rules::Exact };
    let matcher = Matcher {
        rules,
        words: Table::default(),
        capitals: FxHashMap::default(),
        initials: FxHashMap::default(),
        marks: FxHashMap::default(),
        symbols: vec![Symbol::default()],
        folds: vec![0],
        slots: Vec::new(),
        patterns: Vec::new(),
        roots: Vec::new(),
        edges: FxHashMap::default(),
        ways: Vec::new(),
        ends: vec![Vec::new()],
        weights: vec![None; termbase.terms().len()],
        count: 0,
        ampersand: 0,
    };
    let mut builder = Builder {
        locale: locale.clone(),
        endings,
        matcher,
        interned: FxHashMap::default(),
        words: FxHashMap::default(),
    };
    builder.function_words();
    let everyday: &[&str] = builder.endings.as_ref().map_or(&[], |endings| &endings.everyday);
    let everyday = everyday.to_vec();
    for place in termbase.places_for(locale) {
        let (Some(term), Ok(number)) = (termbase.terms().get(place), u32::try_from(place)) else { continue };
        let weight = Weight {
            concept: u32::try_from(term.concept).unwrap_or(u32::MAX),
            status: term.status,
            acronym: term.kind == Kind::Acronym,
            doubtful: is_doubtful(termbase, term, &everyday),
            distance: distance(&term.locale, locale).unwrap_or(2),
        };
        if let Some(known) = builder.matcher.weights.get_mut(place) {
            *known = Some(weight);
            builder.matcher.count += 1;
        }
        builder.term(number, term);
    }
    if !builder.matcher.is_empty() {
        builder.phrases();
    }
    builder.finish()
}

impl Builder {
    fn function_words(&mut self) {
        let Some(endings) = self.endings.take() else { return };
        for word in &endings.functions {
            let at = self.symbol(word.form) as usize;
            if let Some(symbol) = self.matcher.symbols.get_mut(at) {
                symbol.function = Some(word.function);
                symbol.elided = word.elided;
            }
        }
        for word in &endings.bars {
            let at = self.symbol(word.trim_end_matches('’')) as usize;
            if let Some(symbol) = self.matcher.symbols.get_mut(at) {
                symbol.bar = true;
            }
        }
        if let Some(word) = endings.ampersand {
            self.matcher.ampersand = self.symbol(word);
        }
        self.endings = Some(endings);
    }

    /// Everyday phrases: those of whose words a term has at least one, in any of its forms.
    fn phrases(&mut self) {
        let phrases = self.endings.as_mut().map(|endings| std::mem::take(&mut endings.phrases));
        for phrase in phrases.into_iter().flatten() {
            let mut cuts = self.cut(&phrase);
            // Only function words stay light; a phrase of one word would hide all its uses.
            cuts.iter_mut().take(1).for_each(|cut| cut.function = None);
            if cuts.iter().filter(|cut| cut.function.is_none()).count() < 2 {
                continue;
            }
            let known = |cut: &Cut| cut.function.is_none() && self.words.contains_key(cut.key.as_bytes());
            if cuts.iter().any(known) {
                let term = Term::new(0, self.locale.clone(), phrase.as_str());
                self.pattern(PHRASE, &term, &cuts);
            }
        }
    }

    /// The number of a word in lower case.
    fn symbol(&mut self, word: &str) -> u32 {
        if let Some(at) = self.words.get(word.as_bytes()) {
            return *at;
        }
        let at = u32::try_from(self.matcher.symbols.len()).unwrap_or(u32::MAX);
        let plain = folded(word.as_bytes()).into_boxed_slice();
        let next = u32::try_from(self.matcher.folds.len()).unwrap_or(u32::MAX);
        let fold = *self.matcher.capitals.entry(plain).or_insert(next);
        if fold == next {
            self.matcher.folds.push(0);
        }
        if let Some(initial) = first_folded(word.as_bytes()) {
            self.matcher.initials.entry(initial.into_boxed_slice()).or_insert(at);
        }
        self.matcher.symbols.push(Symbol { fold, ..Symbol::default() });
        self.words.insert(word.as_bytes().into(), at);
        at
    }

    fn mark(&mut self, mark: char) -> u32 {
        if let Some(at) = self.matcher.marks.get(&mark) {
            return *at;
        }
        let at = u32::try_from(self.matcher.symbols.len()).unwrap_or(u32::MAX);
        self.matcher.symbols.push(Symbol::default());
        self.matcher.marks.insert(mark, at);
        at
    }

    /// Adds all wordings of a term.
    fn term(&mut self, number: u32, term: &Term) {
        for wording in std::iter::once(&term.text).chain(&term.variants) {
            for wording in alternatives(wording) {
                let cuts = self.cut(&wording);
                for joined in joined(&wording) {
                    let joined = self.cut(&joined);
                    self.pattern(number, term, &joined);
                }
                self.pattern(number, term, &cuts);
            }
        }
    }

    fn cut(&mut self, wording: &str) -> Vec<Cut> {
        let mut cuts = Vec::new();
        let mut pieces = Pieces::new(wording);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Word { start, end, elided, .. } => {
                    let key = String::from_utf8_lossy(pieces.key().bytes).into_owned();
                    let written: String = wording
                        .get(start..end)
                        .unwrap_or_default()
                        .chars()
                        .filter(|c| c.is_alphanumeric())
                        .collect();
                    let known = self.words.get(key.as_bytes()).copied();
                    let function = known.and_then(|at| {
                        let symbol = self.matcher.symbols.get(at as usize)?;
                        Some((at, symbol.function.filter(|_| elided || !symbol.elided)?))
                    });
                    cuts.push(Cut { key, written: written.into(), function, mark: false });
                }
                Piece::Mark(_, mark) => cuts.push(Cut {
                    key: mark.to_string(),
                    written: mark.to_string().into(),
                    function: None,
                    mark: true,
                }),
                Piece::Break => {}
                Piece::Drop(_) => return Vec::new(),
            }
        }
        // Marks at the edges are not looked for.
        while cuts.last().is_some_and(|cut| cut.mark) {
            cuts.pop();
        }
        let marks = cuts.iter().take_while(|cut| cut.mark).count();
        cuts.drain(..marks);
        let last = cuts.len().saturating_sub(1);
        for (at, cut) in cuts.iter_mut().enumerate() {
            let capital = cut.written.chars().next().is_some_and(char::is_uppercase);
            // "Los Cabos", "category A": these words are the name's own.
            let own = at == last || capital && (at == 0 || cut.written.chars().count() == 1);
            if own {
                cut.function = None;
            }
        }
        let articles =
            cuts.iter().take_while(|cut| matches!(cut.function, Some((_, Function::Article)))).count();
        cuts.drain(..articles);
        // A preposition that a term begins with is a word of it.
        if let Some(first) = cuts.first_mut() {
            first.function = None;
        }
        cuts
    }

    fn pattern(&mut self, number: u32, term: &Term, cuts: &[Cut]) {
        let words = cuts.iter().filter(|cut| cut.function.is_none()).count();
        if words == 0 || words > MOST_WORDS || cuts.iter().any(|cut| cut.key.is_empty()) {
            return;
        }
        let acronym = term.kind == Kind::Acronym;
        let inflection = match (&self.endings, acronym) {
            (_, true) => Inflection::Acronym,
            (None, _) => Inflection::None,
            (Some(endings), _) if has_two_genders(term, cuts, endings) => Inflection::NumberAndGender,
            _ => Inflection::Number,
        };
        let (mut slots, mut gaps, mut cases) = (Vec::new(), Vec::new(), Vec::new());
        let (mut symbols, mut prepositions) = (Vec::new(), Vec::new());
        for cut in cuts {
            if let Some((symbol, function)) = cut.function {
                symbols.push(symbol);
                if let Function::Preposition(lemma) = function {
                    prepositions.push(lemma);
                }
                continue;
            }
            let inflection = if is_initials(&cut.written) { Inflection::Acronym } else { inflection };
            slots.push(if cut.mark { self.mark_slot(&cut.key) } else { self.slot(&cut.key, inflection) });
            gaps.push(Gap {
                symbols: std::mem::take(&mut symbols).into(),
                prepositions: std::mem::take(&mut prepositions).into(),
            });
            // Initials keep their capitals: a safe framework is no SAFE Framework.
            let counts = term.exact || is_initials(&cut.written) && !is_all_capitals(&term.text);
            cases.push(Case::of(&cut.written, counts, acronym));
        }
        let proper = term.pos == Some(PartOfSpeech::Proper)
            || cuts.first().is_some_and(|cut| cut.written.chars().next().is_some_and(char::is_uppercase));
        self.matcher.patterns.push(Pattern {
            term: number,
            slots: slots.into(),
            gaps: gaps.into(),
            cases: cases.into(),
            noun: !acronym && !proper,
        });
    }

    fn mark_slot(&mut self, key: &str) -> u32 {
        let symbol = key.chars().next().map(|mark| self.mark(mark)).unwrap_or(0);
        self.matcher.slots.push(Slot { forms: [symbol].into(), folds: [].into() });
        u32::try_from(self.matcher.slots.len() - 1).unwrap_or(u32::MAX)
    }

    fn slot(&mut self, key: &str, inflection: Inflection) -> u32 {
        if let Some(at) = self.interned.get(&(key.to_owned(), inflection)) {
            return *at;
        }
        let mut forms = match (&self.endings, inflection) {
            (_, Inflection::Acronym) => vec![key.to_owned(), format!("{key}s")],
            (Some(endings), Inflection::Number) => endings.forms_of(key, false),
            (Some(endings), Inflection::NumberAndGender) => endings.forms_of(key, true),
            _ => vec![key.to_owned()],
        };
        let same = self.endings.iter().flat_map(|endings| &endings.same);
        forms.extend(
            same.flat_map(|(a, b)| [(a, b), (b, a)])
                .filter(|(a, _)| **a == key)
                .map(|(_, b)| (*b).to_owned()),
        );
        let forms: Vec<u32> = forms.iter().map(|form| self.symbol(form)).collect();
        let fold = |at: &u32| self.matcher.symbols.get(*at as usize).map(|symbol| symbol.fold);
        let mut folds: Vec<u32> = forms.iter().filter_map(fold).collect();
        folds.sort_unstable();
        folds.dedup();
        self.matcher.slots.push(Slot { forms: forms.into(), folds: folds.into() });
        let at = u32::try_from(self.matcher.slots.len() - 1).unwrap_or(u32::MAX);
        self.interned.insert((key.to_owned(), inflection), at);
        at
    }

    /// Gives words their classes and terms their paths.
    fn finish(mut self) -> Matcher {
        let matcher = &mut self.matcher;
        // Words that are forms of one word, or differ in accents only, are one class.
        let mut above: Vec<u32> = (0..).take(matcher.symbols.len()).collect();
        let mut of_fold: Vec<Option<u32>> = vec![None; matcher.folds.len()];
        let mut used = vec![false; matcher.symbols.len()];
        for slot in &matcher.slots {
            for pair in slot.forms.windows(2) {
                if let [a, b] = pair {
                    join(&mut above, *a, *b);
                }
            }
            for form in &slot.forms {
                if let Some(flag) = used.get_mut(*form as usize) {
                    *flag = true;
                }
            }
        }
        for (at, symbol) in (0_u32..).zip(&matcher.symbols) {
            let is_used = used.get(at as usize).copied().unwrap_or(false);
            match of_fold.get_mut(symbol.fold as usize) {
                Some(Some(first)) if symbol.fold != 0 && is_used => join(&mut above, *first, at),
                Some(place) if is_used => *place = Some(at),
                _ => {}
            }
        }
        for at in 0..matcher.symbols.len() {
            let class = if used.get(at).copied().unwrap_or(false) {
                top(&mut above, u32::try_from(at).unwrap_or(0)) + 1
            } else {
                0
            };
            if let Some(symbol) = matcher.symbols.get_mut(at) {
                symbol.class = class;
                if let Some(fold) =
                    matcher.folds.get_mut(symbol.fold as usize).filter(|_| class != 0 && symbol.fold != 0)
                {
                    *fold = class;
                }
            }
        }
        matcher.roots = vec![0; matcher.symbols.len() + 2];
        for (number, pattern) in (0_u32..).zip(&matcher.patterns) {
            let mut node = 0_u32;
            for slot in &pattern.slots {
                let form = matcher.slots.get(*slot as usize).and_then(|slot| slot.forms.first());
                let class = form.and_then(|at| matcher.symbols.get(*at as usize)).map_or(0, |s| s.class);
                let next = u32::try_from(matcher.ends.len()).unwrap_or(u32::MAX);
                let child = if node == 0 {
                    match matcher.roots.get_mut(class as usize) {
                        Some(child) => child,
                        None => break,
                    }
                } else {
                    matcher.edges.entry((node, class)).or_insert(0)
                };
                if *child == 0 {
                    *child = next;
                    matcher.ends.push(Vec::new());
                }
                node = *child;
            }
            if let Some(ends) = matcher.ends.get_mut(node as usize).filter(|_| node != 0) {
                ends.push(number);
            }
        }
        matcher.ways = vec![0; matcher.ends.len()];
        for (node, class) in matcher.edges.keys() {
            if let Some(ways) = matcher.ways.get_mut(*node as usize) {
                *ways |= way(*class);
            }
        }
        let words = self.words.iter().map(|(word, number)| (word.as_ref(), *number));
        matcher.words = Table::new(words, matcher.symbols.len());
        self.matcher
    }
}

fn top(above: &mut [u32], mut at: u32) -> u32 {
    while let Some(next) = above.get(at as usize).copied().filter(|next| *next != at) {
        // Halves the way for the next one.
        let over = above.get(next as usize).copied().unwrap_or(next);
        if let Some(place) = above.get_mut(at as usize) {
            *place = over;
        }
        at = over;
    }
    at
}

fn join(above: &mut [u32], a: u32, b: u32) {
    let (a, b) = (top(above, a), top(above, b));
    // The lower number stays on top, so that classes don't depend on the order of joining.
    if let Some(place) = above.get_mut(a.max(b) as usize) {
        *place = a.min(b);
    }
}

/// Whether a term has forms for both genders: it says so, or its first words end as nouns for
/// people do and nothing is said.
fn has_two_genders(term: &Term, cuts: &[Cut], endings: &Endings) -> bool {
    match term.gender {
        Some(Gender::Pair | Gender::Common) => true,
        Some(_) => false,
        None => {
            let mut words = cuts.iter().filter(|cut| cut.function.is_none());
            let first = words.next().is_some_and(|cut| endings.is_person(&cut.key));
            let vice = cuts.first().is_some_and(|cut| cut.key == "vice");
            first || vice && words.next().is_some_and(|cut| endings.is_person(&cut.key))
        }
    }
}

/// Whether the word is initials within a term (`carnet ATA`): no rules for words bear on it.
fn is_initials(written: &str) -> bool {
    written.chars().count() > 1 && written.chars().all(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether a name of several words is written all in capitals, which then say nothing.
fn is_all_capitals(text: &str) -> bool {
    text.contains(' ') && !text.chars().any(char::is_lowercase)
}

/// The wordings of a term with letters to choose from (*category A/B/C commitments* is three), or
/// with a comma before its last *and* or without.
fn alternatives(wording: &str) -> Vec<String> {
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    let choice = wording.split_whitespace().find(|word| word.contains('/') && word.split('/').all(is_letter));
    if let Some(choice) = choice {
        return choice.split('/').map(|letter| wording.replacen(choice, letter, 1)).collect();
    }
    let mut all = vec![wording.to_owned()];
    if wording.contains(", ") {
        all.push(match wording.contains(", and ") {
            true => wording.replacen(", and ", " and ", 1),
            false => wording.replacen(" and ", ", and ", 1),
        });
        all.dedup();
    }
    all
}

/// The wordings with the prefixes of its words written apart, with a hyphen, or as one word
/// (*Vice-Chair*, *vicepresidente*, *co-operation*, *pre-arrival*): all are in use.
fn joined(wording: &str) -> Vec<String> {
    const PREFIXES: [&str; 16] = [
        "co", "re", "ré", "e", "pre", "pré", "post", "non", "anti", "multi", "vice", "trans", "inter", "sub",
        "micro", "land",
    ];
    // Where no hyphen shows the prefix: only words that are written both ways.
    const APART: [&str; 14] = [
        "vice",
        "cooperat",
        "cooperac",
        "coopérat",
        "coordinat",
        "reimport",
        "reexport",
        "réimport",
        "réexport",
        "prearriv",
        "preload",
        "postclear",
        "microempres",
        "landlocked",
    ];
    let lower = wording.to_lowercase();
    if !lower.contains('-') && !lower.split(' ').any(|word| APART.iter().any(|at| word.starts_with(at))) {
        return Vec::new();
    }
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for (word, lower) in wording.split(' ').zip(lower.split(' ')) {
        let hyphened = lower.split_once('-').filter(|(prefix, rest)| {
            PREFIXES.contains(prefix) && rest.chars().next().is_some_and(char::is_alphabetic)
        });
        let cut = APART.iter().find(|at| lower.starts_with(**at));
        let is_prefix = |prefix: &&&str| lower.starts_with(**prefix) && lower.len() > prefix.len() + 2;
        let prefix = PREFIXES.iter().filter(is_prefix).max_by_key(|prefix| prefix.len());
        match (hyphened, cut, prefix) {
            (Some((prefix, rest)), ..) => {
                one.push(format!("{prefix}{rest}"));
                two.push(word.to_owned());
            }
            (None, Some(_), Some(prefix)) => {
                one.push(word.to_owned());
                two.push(format!("{prefix}-{}", lower.get(prefix.len()..).unwrap_or_default()));
            }
            _ => {
                one.push(word.to_owned());
                two.push(word.to_owned());
            }
        }
    }
    let mut all = vec![one.join(" "), two.join(" ")];
    all.dedup();
    all.retain(|other| other != wording);
    all
}

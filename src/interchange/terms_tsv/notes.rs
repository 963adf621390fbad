//! The variants that the notes of a plain table name.
//!
//! People write a term's other forms into a remark: *ES "despacho aduanero/de aduana" = admitted;
//! "liberación" = deprecated. FR keeps the EN acronym*. This reads what such remarks have in
//! common. A sentence is a row of clauses (between semicolons); a language tag (`ES`, `FR2205`) or
//! the code of a country where Spanish or Portuguese is spoken holds to the end of its sentence. A
//! phrase in quotation marks counts if a tag or a status word says what it is, and does not if the
//! clause says that it means something else. Without a tag, the table's own words tell a phrase's
//! language. A single word takes the place of another that is quoted in the same sentence and stands
//! in the term (*ES "Kyoto" … and "Kioto"*). Also read: *WCO left in ES/FR = deprecated*, lists
//! of terms with regions (*agente aduanal (MX), …*), forms behind *feminine*, *plural*, *gender* and
//! *full*. Whatever else a note says is left alone: a variant that is missed is only not found, one
//! that is invented is found everywhere.

use rustc_hash::{FxHashMap, FxHashSet};

use super::plain::is_light;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Kind, Status, Term};

/// No note has more variants.
const MOST: usize = 40;
/// Notes are read to this length, in bytes.
const LONGEST: usize = 4000;
/// What stands beside a phrase that is no name of the concept.
const OTHER: [&str; 7] =
    ["means", "is also", "= different", "is a different", "= related", "= typo", "never swap"];
/// Countries, by the language in which their notes quote.
const COUNTRIES: [(&str, &str); 26] = [
    ("AR", "es"),
    ("BO", "es"),
    ("CA", "es"),
    ("CL", "es"),
    ("CO", "es"),
    ("CR", "es"),
    ("CU", "es"),
    ("DO", "es"),
    ("EC", "es"),
    ("GT", "es"),
    ("HN", "es"),
    ("MX", "es"),
    ("NI", "es"),
    ("PA", "es"),
    ("PE", "es"),
    ("PY", "es"),
    ("SV", "es"),
    ("UY", "es"),
    ("VE", "es"),
    ("UE", "es"),
    ("BR", "pt"),
    ("GB", "en"),
    ("UK", "en"),
    ("US", "en"),
    ("BE", "fr"),
    ("CH", "fr"),
];

/// A name that a note tells of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) locale: Locale,
    pub(super) text: String,
    pub(super) kind: Kind,
    pub(super) status: Status,
}

/// The words of each column, to tell the language of a phrase.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: FxHashMap<String, FxHashSet<String>>,
    beginnings: FxHashMap<String, FxHashSet<String>>,
    endings: FxHashMap<String, FxHashSet<String>>,
}

impl Vocabulary {
    /// Takes in a name of that locale.
    pub(super) fn learn(&mut self, locale: &Locale, name: &str) {
        for word in words(name) {
            let language = || locale.language().to_owned();
            self.beginnings.entry(stem(&word)).or_default().insert(language());
            self.endings.entry(ending(&word)).or_default().insert(language());
            self.words.entry(word).or_default().insert(language());
        }
    }

    /// How well that language knows the words of the phrase: a word itself counts three, its
    /// beginning two, its ending one.
    fn worth(&self, words: &[String], language: &str) -> usize {
        let has = |map: &FxHashMap<String, FxHashSet<String>>, key: &str| {
            map.get(key).is_some_and(|all| all.contains(language))
        };
        let worth = |word: &String| match (
            has(&self.words, word),
            has(&self.beginnings, &stem(word)),
            has(&self.endings, &ending(word)),
        ) {
            (true, ..) => 3,
            (_, true, _) => 2,
            (.., true) => 1,
            _ => 0,
        };
        words.iter().map(worth).sum()
    }

    /// The languages that know the phrase best, of those given; none if nobody knows it.
    fn languages<'l>(&self, phrase: &str, among: &[&'l str]) -> Vec<&'l str> {
        let words = words(phrase);
        let best = among.iter().map(|language| self.worth(&words, language)).max().unwrap_or(0);
        if best == 0 || best < words.len() {
            return Vec::new();
        }
        among.iter().copied().filter(|language| self.worth(&words, language) == best).collect()
    }

    /// Whether that language knows at least something of each second word.
    fn knows(&self, phrase: &str, language: &str) -> bool {
        let words = words(phrase);
        self.worth(&words, language) >= words.len()
    }
}

/// The words of a phrase in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A word without its ending, near enough to know it again.
fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}

/// The end of a word, in which languages differ.
fn ending(word: &str) -> String {
    let count = word.chars().count();
    word.chars().skip(count.saturating_sub(4)).collect()
}

/// A phrase in quotation marks, by its place in the clause.
struct Quoted<'n> {
    text: &'n str,
    start: usize,
    end: usize,
}

/// The variants in a note on a concept that has those terms.
pub(super) fn variants(note: &str, own: &[Term], vocabulary: &Vocabulary) -> Vec<Variant> {
    let mut languages: Vec<&str> = Vec::new();
    for term in own.iter().filter(|term| term.kind == Kind::Term) {
        if !languages.contains(&term.locale.language()) {
            languages.push(term.locale.language());
        }
    }
    let mut reader = Reader { own, vocabulary, languages, found: Vec::new() };
    let end = (0..=note.len().min(LONGEST)).rev().find(|at| note.is_char_boundary(*at)).unwrap_or(0);
    for sentence in sentences(note.get(..end).unwrap_or_default()) {
        reader.sentence(sentence);
    }
    reader.found
}

/// Cut behind a full stop and a blank before a capital, where no quotation mark is open.
fn sentences(note: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let (mut from, mut open) = (0, false);
    for (at, c) in note.char_indices() {
        open ^= c == '"';
        let rest = note.get(at + c.len_utf8()..).unwrap_or_default();
        let mut next = rest.chars();
        if c == '.' && !open && next.next() == Some(' ') && next.next().is_some_and(char::is_uppercase) {
            sentences.extend(note.get(from..at));
            from = at + 1;
        }
    }
    sentences.extend(note.get(from..));
    sentences
}

struct Reader<'a> {
    own: &'a [Term],
    vocabulary: &'a Vocabulary,
    /// The languages of the concept's names.
    languages: Vec<&'a str>,
    found: Vec<Variant>,
}

impl<'a> Reader<'a> {
    fn sentence(&mut self, sentence: &str) {
        let mut tags: Vec<&'a str> = Vec::new();
        let all: Vec<&str> = quoted(sentence).iter().map(|quote| quote.text).collect();
        for clause in clauses(sentence) {
            self.left_in(clause);
            let quotes = quoted(clause);
            let mut from = 0;
            for quote in &quotes {
                let before = clause.get(from..quote.start).unwrap_or_default();
                let here = self.tags(before);
                if !here.is_empty() {
                    tags = here;
                }
                let direct =
                    before.split_whitespace().next_back().is_some_and(|word| country(word).is_some());
                from = quote.end;
                self.phrase(clause, quote, &tags, direct, &all);
            }
            if quotes.is_empty() {
                let here = self.tags(clause);
                if !here.is_empty() {
                    tags = here;
                }
                self.labelled(clause);
                self.list(clause, &tags);
            }
        }
    }

    /// The languages that the words name, the last group of them.
    fn tags(&self, text: &str) -> Vec<&'a str> {
        let mut last = Vec::new();
        for word in text.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let mut group = Vec::new();
            for part in word.split(['/', '-']) {
                let part = part.trim_end_matches(char::is_numeric);
                let lower = part.to_lowercase();
                let is_tag = part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase());
                let named = self.languages.iter().find(|language| is_tag && **language == lower);
                let spoken =
                    country(part).and_then(|of| self.languages.iter().find(|language| **language == of));
                group.extend(named.or(spoken).copied());
            }
            if !group.is_empty() {
                last = group;
            }
        }
        last
    }

    /// One phrase in quotation marks.
    fn phrase(&mut self, clause: &str, quote: &Quoted<'_>, tags: &[&'a str], direct: bool, all: &[&str]) {
        let before = clause.get(..quote.start).unwrap_or_default().trim_end();
        let after = clause.get(quote.end..).unwrap_or_default();
        if before.ends_with(" not")
            || before.ends_with("gave")
            || OTHER.iter().any(|other| after.contains(other))
        {
            return;
        }
        let status = status(after);
        let equation = after.trim_start().strip_prefix('=').filter(|_| status.is_none());
        // "fiscalización a posteriori" (CL/PE)
        let bracket = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
        let regional = bracket.filter(|text| text.split('/').all(|code| country(code).is_some()));
        let regional = regional.map(|text| self.tags(text)).unwrap_or_default();
        let tags = if regional.is_empty() { tags } else { regional.as_slice() };
        if tags.is_empty() && status.is_none() && equation.is_none() {
            return;
        }
        let status = status.unwrap_or(Status::Admitted);
        if quote.text.split('/').all(|part| !part.trim().contains(' ')) {
            let alone = !quote.text.contains('/');
            for word in quote.text.split('/') {
                self.word(word.trim(), status, tags, direct, alone, all);
            }
        } else {
            for text in spelled_out(quote.text) {
                self.add(&text, status, tags);
            }
        }
        // "arrangement" (Mutual Recognition Agreement): the full name in brackets.
        if let Some(bracket) = bracket.filter(|bracket| bracket.contains(' ') && self.is_like_own(bracket)) {
            self.add(bracket, status, &[]);
        }
        // "customs declaration" = declaración en aduana / déclaration en douane.
        for part in equation.into_iter().flat_map(|rest| rest.split(" / ")) {
            if part.trim().contains(' ') && self.is_like_own(part) {
                self.add(part.trim(), status, &[]);
            }
        }
    }

    /// A single word: the concept's name if that has one word, or instead of a word of it.
    fn word(
        &mut self,
        word: &str,
        status: Status,
        tags: &[&'a str],
        direct: bool,
        alone: bool,
        all: &[&str],
    ) {
        if word.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            return;
        }
        let others: Vec<String> = all.iter().flat_map(|text| words(text)).collect();
        let own = self.own;
        for term in own.iter().filter(|term| term.kind == Kind::Term) {
            let language = term.locale.language();
            let single = !term.text.contains(' ');
            let mine = match tags.is_empty() {
                true => self.vocabulary.languages(word, &self.languages).contains(&language),
                // "riesgos/risques": one of them is the tag's, one is not.
                false => tags.contains(&language) && (alone || self.vocabulary.knows(word, language)),
            };
            if !mine {
                continue;
            }
            if single || direct {
                if word.to_lowercase() != term.text.to_lowercase() {
                    self.push(word, status, &term.locale);
                }
                continue;
            }
            let replaced = term.text.split(' ').find(|own| {
                let own = own.to_lowercase();
                own != word.to_lowercase() && others.contains(&own)
            });
            if let Some(replaced) = replaced
                && !words(&term.text).contains(&word.to_lowercase())
            {
                let text = term.text.replacen(replaced, word, 1);
                self.push(&text, status, &term.locale);
            }
        }
    }

    /// A phrase of several words.
    fn add(&mut self, text: &str, status: Status, tags: &[&'a str]) {
        let text = text.trim().trim_end_matches(['.', ',', ';']);
        // "...de los Procedimientos Aduaneros": the beginning is the term's.
        if let Some(tail) = text.strip_prefix("...").or_else(|| text.strip_prefix('…')) {
            let mut lead = tail.trim().split(' ');
            let lead = format!(" {} {} ", lead.next().unwrap_or_default(), lead.next().unwrap_or_default());
            let own = self.own;
            for term in own.iter().filter(|term| tags.is_empty() || tags.contains(&term.locale.language())) {
                if let Some(head) = term.text.rfind(&lead).and_then(|at| term.text.get(..at)) {
                    self.push(&format!("{head} {}", tail.trim()), status, &term.locale);
                }
            }
            return;
        }
        let voted = self.vocabulary.languages(text, &self.languages);
        let languages: Vec<&str> = match (tags, voted.as_slice()) {
            ([], [one]) => vec![*one],
            ([], _) => Vec::new(),
            // The table knows better than a tag that was meant for another phrase.
            (tags, [one]) if !tags.iter().any(|tag| self.vocabulary.knows(text, tag)) => vec![*one],
            (tags, _) => tags.to_vec(),
        };
        for language in languages {
            if let Some(term) = self.own.iter().find(|term| term.locale.language() == language) {
                let locale = plain(&term.locale);
                // "facilitation du commerce" of *Accord sur la facilitation des échanges*.
                let first = text.split(' ').next().unwrap_or_default();
                let head = term.text.find(&format!(" {first} ")).and_then(|at| term.text.get(..at));
                if let Some(head) = head.filter(|_| term.text.len() > text.len()) {
                    self.push(&format!("{head} {text}"), status, &locale);
                }
                self.push(text, status, &locale);
            }
        }
    }

    fn push(&mut self, text: &str, status: Status, locale: &Locale) {
        let same = |other: &str| other.to_lowercase() == text.to_lowercase();
        // A phrase of another column is that column's; words may be spelled alike.
        let here = |term: &Term| term.locale.language() == locale.language() || text.contains(' ');
        let known = self.own.iter().any(|term| same(&term.text) && here(term))
            || self.found.iter().any(|found| found.locale == *locale && same(&found.text));
        if known || self.found.len() >= MOST || text.chars().count() < 2 {
            return;
        }
        let initials = text.chars().count() > 1 && text.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let kind = if initials { Kind::Acronym } else { Kind::Term };
        self.found.push(Variant { locale: locale.clone(), text: text.to_owned(), kind, status });
    }

    /// Whether the phrase has half its words from one of the concept's names.
    fn is_like_own(&self, phrase: &str) -> bool {
        let words: Vec<String> = words(phrase).iter().map(|word| stem(word)).collect();
        let weighty = |word: &String| word.chars().count() > 3;
        self.own.iter().any(|term| {
            let own: Vec<String> = self::words(&term.text).iter().map(|word| stem(word)).collect();
            let shared = words.iter().filter(|word| weighty(word) && own.contains(word)).count();
            shared > 0 && shared * 2 >= words.iter().filter(|word| weighty(word)).count()
        })
    }

    /// *WCO left in ES/FR text is an error*: the acronym as a term of those locales.
    fn left_in(&mut self, clause: &str) {
        let Some((before, after)) = clause.split_once(" left in ") else { return };
        let Some(acronym) = before.split_whitespace().next_back() else { return };
        if acronym.chars().count() < 2 || !acronym.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
            return;
        }
        let is_error = after.contains("error") || after.contains("forbidden");
        let status = if is_error { Status::Forbidden } else { Status::Deprecated };
        let first = after.split_whitespace().next().unwrap_or_default();
        for language in self.tags(first) {
            if let Some(term) = self.own.iter().find(|term| term.locale.language() == language) {
                let locale = plain(&term.locale);
                // It is a name of another column: told here in this one.
                if !self.found.iter().any(|found| found.locale == locale && found.text == acronym) {
                    let (text, kind) = (acronym.to_owned(), Kind::Acronym);
                    self.found.push(Variant { locale, text, kind, status });
                }
            }
        }
    }

    /// Forms behind a label: *feminine Secretaria General / Secrétaire générale*.
    fn labelled(&mut self, clause: &str) {
        const LABELS: [&str; 4] = ["feminine ", "plural ", "gender: ", "full: "];
        let Some(rest) =
            LABELS.iter().find_map(|label| clause.trim().split_once(label)).map(|(_, rest)| rest)
        else {
            return;
        };
        for part in rest.split([',', '/']) {
            let part = part.split('(').next().unwrap_or_default().trim();
            let skip = |word: &&str| {
                let tag = word.len() == 2 && word.chars().all(|c| c.is_ascii_uppercase());
                tag || matches!(*word, "la" | "el" | "le" | "the")
            };
            let text = part.split_whitespace().skip_while(skip).collect::<Vec<_>>().join(" ");
            if text.contains(' ') && self.is_like_own(&text)
                || text.chars().count() > 6 && self.shares_beginning(&text)
            {
                self.add(&text, Status::Admitted, &[]);
            }
        }
    }

    fn shares_beginning(&self, word: &str) -> bool {
        let head: String = word.to_lowercase().chars().take(8).collect();
        self.own.iter().any(|term| term.text.to_lowercase().starts_with(&head))
    }

    /// A list of terms with their regions: *agente aduanal (MX), despachante de aduana (AR, UY)*.
    fn list(&mut self, clause: &str, tags: &[&'a str]) {
        let text = clause.split_once(": ").map_or(clause, |(_, rest)| rest);
        let mut rest = text;
        while let Some((item, tail)) = rest.split_once('(') {
            let Some((region, next)) = tail.split_once(')') else { return };
            let item = item.trim_start_matches([',', ' ']).trim();
            let lower = item.chars().next().is_some_and(char::is_lowercase);
            let capital = region.chars().next().is_some_and(char::is_uppercase);
            if lower
                && capital
                && item.contains(' ')
                && !item.contains(['=', '"', ';', ','])
                && self.is_like_own(item)
            {
                self.add(item, Status::Admitted, tags);
            }
            rest = next;
        }
    }
}

/// The locale without its region.
fn plain(locale: &Locale) -> Locale {
    locale.language().parse().unwrap_or_else(|_| locale.clone())
}

fn country(word: &str) -> Option<&'static str> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    COUNTRIES.iter().find(|(code, _)| *code == word).map(|(_, language)| *language)
}

/// Cut at semicolons outside quotation marks.
fn clauses(sentence: &str) -> Vec<&str> {
    let (mut clauses, mut from, mut open) = (Vec::new(), 0, false);
    for (at, c) in sentence.char_indices() {
        open ^= c == '"';
        if c == ';' && !open {
            clauses.extend(sentence.get(from..at));
            from = at + 1;
        }
    }
    clauses.extend(sentence.get(from..));
    clauses
}

/// The phrases in straight quotation marks.
fn quoted(text: &str) -> Vec<Quoted<'_>> {
    let mut quotes = Vec::new();
    let mut marks = text.match_indices('"').map(|(at, _)| at);
    while let (Some(open), Some(close)) = (marks.next(), marks.next()) {
        let inside = text.get(open + 1..close).unwrap_or_default();
        quotes.push(Quoted { text: inside.trim(), start: open, end: close + 1 });
    }
    quotes
}

/// The status word that comes first.
fn status(text: &str) -> Option<Status> {
    const WORDS: [(&str, Status); 5] = [
        ("admitted", Status::Admitted),
        ("preferred", Status::Admitted),
        ("variant", Status::Admitted),
        ("deprecated", Status::Deprecated),
        ("forbidden", Status::Forbidden),
    ];
    let found = WORDS.iter().filter_map(|(word, status)| Some((text.find(word)?, *status)));
    found.min_by_key(|(at, _)| *at).map(|(_, status)| status)
}

/// A phrase with a slash in full: *despacho aduanero/de aduana* is two.
fn spelled_out(text: &str) -> Vec<String> {
    let Some((first, second)) = text.split_once('/') else { return vec![text.to_owned()] };
    let lead = second.split(' ').next();
    match first.rsplit_once(' ') {
        Some((head, _)) if is_light(lead) => vec![first.to_owned(), format!("{head} {second}")],
        _ => vec![text.to_owned()],
    }
}

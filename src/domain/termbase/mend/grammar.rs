//! What a language's words around a noun do, as a table.
//!
//! A line is a verb and words; `_` stands for the blank within a form. `agree M F MP FP [MV FV]`: a
//! determiner or a light adjective before the noun, its masculine and feminine, both in the plural,
//! and its singulars before a vowel (in Spanish, before a stressed *a*); `-` where it has none.
//! `one`, `many`: words before a noun that tell its number and have one form. `elide A B`: A is B
//! before a vowel. `sound X A B`: A is B before the sound X. `conjunction`, `safe`: words that may
//! follow a noun and don't agree with it. `copula`: verbs whose complement agrees with their
//! subject. `participle G END`: endings of words that agree with a noun of that gender and number from
//! afar; `also G WORD…`: such words. `relative`: pronouns that do; `asks`: words that make one of an
//! article before them. `marked G END…`: endings of
//! adjectives that show gender; `invariable END…`: such that don't. `after WORD…`: adjectives whose
//! forms are known. `contracted`: forms that hold a preposition. `article`: what stands for a noun of its
//! own before one. `light`: those of the lines `agree` that may stand behind a noun too. `object`: words
//! for what a participle agrees with that follows a form of `having`. `adverb`: words within a term that have one form,
//! `adverbial END`: endings of such words. `gender G END…`: endings that
//! tell a noun's gender. `foreign`: small words of other languages. `elsewhere`: names of other
//! languages. `both`: nouns whose plural is their singular. `vowel-h`, `consonant`: words that don't
//! sound as they are written.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::{GenderOf, Number};
use crate::domain::termbase::matching::endings::Endings;

const TABLES: [(&str, &str); 4] = [
    ("en", include_str!("grammar/en.txt")),
    ("es", include_str!("grammar/es.txt")),
    ("fr", include_str!("grammar/fr.txt")),
    ("pt", include_str!("grammar/pt.txt")),
];

/// The forms of a word that agrees with the noun behind it.
#[derive(Debug)]
pub(super) struct Agree {
    /// Masculine, feminine, masculine plural, feminine plural, then the singulars before a vowel.
    forms: [Option<String>; 6],
}

impl Agree {
    /// The form for that gender and number before that sound; `None` where it has none.
    pub(super) fn form(&self, gender: GenderOf, number: Number, vowel: bool) -> Option<&str> {
        let (plain, before_vowel) = match (gender, number) {
            (GenderOf::Masculine, Number::One) => (0, Some(4)),
            (GenderOf::Feminine, Number::One) => (1, Some(5)),
            (GenderOf::Masculine, Number::Many) => (2, None),
            (GenderOf::Feminine, Number::Many) => (3, None),
        };
        let special = before_vowel.filter(|_| vowel).and_then(|at| self.forms[at].as_deref());
        special.or(self.forms[plain].as_deref())
    }

    /// Which genders and numbers the form may stand for, before a vowel or not.
    pub(super) fn cells(&self, form: &str, vowel: bool) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (at, own) in self.forms.iter().enumerate() {
            if own.as_deref() == Some(form) && (at < 4 || vowel) {
                cells.push(match at {
                    0 | 4 => (GenderOf::Masculine, Number::One),
                    1 | 5 => (GenderOf::Feminine, Number::One),
                    2 => (GenderOf::Masculine, Number::Many),
                    _ => (GenderOf::Feminine, Number::Many),
                });
            }
        }
        cells
    }
}

/// The rules of one language.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) language: &'static str,
    pub(super) endings: Endings,
    agree: Vec<Agree>,
    forms: FxHashMap<String, Vec<usize>>,
    pub(super) one: FxHashSet<&'static str>,
    pub(super) many: FxHashSet<&'static str>,
    elide: Vec<(&'static str, &'static str)>,
    sound: Vec<(&'static str, &'static str, &'static str)>,
    pub(super) conjunctions: FxHashSet<&'static str>,
    pub(super) safe: FxHashSet<&'static str>,
    pub(super) copula: FxHashSet<&'static str>,
    participles: Vec<(Cell, &'static str)>,
    also: Vec<(Cell, &'static str)>,
    pub(super) relatives: Vec<String>,
    pub(super) asks: FxHashSet<&'static str>,
    contracted: FxHashSet<&'static str>,
    articles: FxHashSet<&'static str>,
    marked: Vec<(Cell, &'static str)>,
    pub(super) invariable: Vec<&'static str>,
    pub(super) after: Vec<&'static str>,
    pub(super) adverbs: FxHashSet<&'static str>,
    adverbial: Vec<&'static str>,
    pub(super) light: FxHashSet<&'static str>,
    pub(super) objects: FxHashSet<&'static str>,
    pub(super) having: FxHashSet<&'static str>,
    genders: Vec<(GenderOf, &'static str)>,
    pub(super) foreign: FxHashSet<&'static str>,
    pub(super) elsewhere: FxHashSet<&'static str>,
    pub(super) both: FxHashSet<&'static str>,
    vowel_h: FxHashSet<&'static str>,
    consonant: FxHashSet<&'static str>,
}

/// A gender and a number.
pub(super) type Cell = (GenderOf, Number);

fn cell(word: &str) -> Option<Cell> {
    Some(match word {
        "m" => (GenderOf::Masculine, Number::One),
        "f" => (GenderOf::Feminine, Number::One),
        "mp" => (GenderOf::Masculine, Number::Many),
        "fp" => (GenderOf::Feminine, Number::Many),
        _ => return None,
    })
}

impl Grammar {
    /// The rules of the language with that subtag; `None` where there is no table.
    pub(super) fn of(language: &str) -> Option<Self> {
        let (language, text) = TABLES.iter().find(|(tag, _)| *tag == language)?;
        let mut grammar = Grammar {
            language,
            endings: Endings::of(language)?,
            agree: Vec::new(),
            forms: FxHashMap::default(),
            one: FxHashSet::default(),
            many: FxHashSet::default(),
            elide: Vec::new(),
            sound: Vec::new(),
            conjunctions: FxHashSet::default(),
            safe: FxHashSet::default(),
            copula: FxHashSet::default(),
            participles: Vec::new(),
            also: Vec::new(),
            relatives: Vec::new(),
            asks: FxHashSet::default(),
            contracted: FxHashSet::default(),
            articles: FxHashSet::default(),
            marked: Vec::new(),
            invariable: Vec::new(),
            after: Vec::new(),
            adverbs: FxHashSet::default(),
            adverbial: Vec::new(),
            light: FxHashSet::default(),
            objects: FxHashSet::default(),
            having: FxHashSet::default(),
            genders: Vec::new(),
            foreign: FxHashSet::default(),
            elsewhere: FxHashSet::default(),
            both: FxHashSet::default(),
            vowel_h: FxHashSet::default(),
            consonant: FxHashSet::default(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(verb) = words.next() else { continue };
            grammar.line(verb, &words.collect::<Vec<_>>());
        }
        Some(grammar)
    }

    fn line(&mut self, verb: &str, words: &[&'static str]) {
        let celled = |words: &[&'static str]| -> Vec<(Cell, &'static str)> {
            let cell = words.first().and_then(|word| cell(word));
            cell.map(|cell| words.iter().skip(1).map(|word| (cell, *word)).collect()).unwrap_or_default()
        };
        let set = match verb {
            "agree" => {
                let form = |at: usize| -> Option<String> {
                    words.get(at).filter(|word| **word != "-").map(|word| word.replace('_', " "))
                };
                let agree = Agree { forms: std::array::from_fn(form) };
                for form in agree.forms.iter().flatten() {
                    let places = self.forms.entry(form.clone()).or_default();
                    if !places.contains(&self.agree.len()) {
                        places.push(self.agree.len());
                    }
                }
                self.agree.push(agree);
                return;
            }
            "elide" => return self.elide.extend(words.first().zip(words.get(1)).map(|(a, b)| (*a, *b))),
            "sound" => {
                if let [sound, a, b] = words {
                    self.sound.push((sound, a, b));
                }
                return;
            }
            "participle" => return self.participles.extend(celled(words)),
            "also" => return self.also.extend(celled(words)),
            "marked" => return self.marked.extend(celled(words)),
            "relative" => return self.relatives.extend(words.iter().map(|word| word.replace('_', " "))),
            "invariable" => return self.invariable.extend(words),
            "after" => return self.after.extend(words),
            "adverbial" => return self.adverbial.extend(words),
            "gender" => {
                return self
                    .genders
                    .extend(celled(words).into_iter().map(|((gender, _), end)| (gender, end)));
            }
            "one" => &mut self.one,
            "many" => &mut self.many,
            "conjunction" => &mut self.conjunctions,
            "safe" => &mut self.safe,
            "copula" => &mut self.copula,
            "asks" => &mut self.asks,
            "contracted" => &mut self.contracted,
            "article" => &mut self.articles,
            "adverb" => &mut self.adverbs,
            "light" => &mut self.light,
            "object" => &mut self.objects,
            "having" => &mut self.having,
            "foreign" => &mut self.foreign,
            "elsewhere" => &mut self.elsewhere,
            "both" => &mut self.both,
            "vowel-h" => &mut self.vowel_h,
            "consonant" => &mut self.consonant,
            _ => return,
        };
        set.extend(words);
    }

    /// Whether nouns have genders.
    pub(super) fn has_gender(&self) -> bool {
        !self.genders.is_empty()
    }

    /// The words that agree with a noun behind them of which this is a form.
    pub(super) fn agreeing(&self, form: &str) -> Vec<&Agree> {
        self.forms.get(form).into_iter().flatten().filter_map(|at| self.agree.get(*at)).collect()
    }

    /// Whether the word is an adverb by its ending.
    pub(super) fn is_adverb(&self, word: &str) -> bool {
        self.adverbial.iter().any(|end| word.ends_with(end))
    }

    /// Whether the form has a preposition in it: what stands before it is another phrase, or a part of
    /// this one (*algunos de los países*).
    pub(super) fn has_preposition(&self, form: &str) -> bool {
        form.contains(' ') || self.contracted.contains(form)
    }

    /// Whether a word before a preposition stands for another noun (*los del gobierno*).
    pub(super) fn is_article(&self, form: &str) -> bool {
        self.articles.contains(form)
    }

    /// What a word that stands before a noun is before a word of that sound; itself where sounds make no
    /// difference to it.
    pub(super) fn before<'w>(&self, word: &'w str, next: &str) -> &'w str
    where
        Self: 'w,
    {
        let vowel = self.is_vowel(next, false);
        for (plain, elided) in &self.elide {
            if word == *plain || word == *elided {
                return if vowel { elided } else { plain };
            }
        }
        for (sound, plain, other) in &self.sound {
            if word == *plain || word == *other {
                return if begins_with_sound(next, sound) { other } else { plain };
            }
        }
        word
    }

    /// Whether the word is one that sounds change (`de`, `y`).
    pub(super) fn minds_sounds(&self, word: &str) -> bool {
        self.elide.iter().any(|(a, b)| *a == word || *b == word)
            || self.sound.iter().any(|(_, a, b)| *a == word || *b == word)
    }

    /// Whether words before this one take their form for vowels: it begins with the sound of one; in
    /// Spanish, with a stressed *a* and is a noun.
    pub(super) fn is_vowel(&self, word: &str, noun: bool) -> bool {
        let letters: String = word.chars().take_while(|c| c.is_alphanumeric()).collect();
        let lower = letters.to_lowercase();
        let Some(first) = lower.chars().next() else { return false };
        let initials =
            letters.chars().count() > 1 && letters.chars().all(|c| c.is_uppercase() || c.is_numeric());
        match self.language {
            "es" => noun && !initials && begins_with_stressed_a(&lower),
            "en" if initials => {
                matches!(first, 'a' | 'e' | 'f' | 'h' | 'i' | 'l' | 'm' | 'n' | 'o' | 'r' | 's' | 'x')
            }
            _ if self.vowel_h.contains(lower.as_str()) => true,
            _ if self.consonant.contains(lower.as_str()) => false,
            "fr" => matches!(
                first,
                'a' | 'e'
                    | 'i'
                    | 'o'
                    | 'u'
                    | 'à'
                    | 'â'
                    | 'é'
                    | 'è'
                    | 'ê'
                    | 'ë'
                    | 'î'
                    | 'ï'
                    | 'ô'
                    | 'û'
                    | 'œ'
                    | 'æ'
            ),
            "en" => matches!(first, 'a' | 'e' | 'i' | 'o' | 'u'),
            _ => false,
        }
    }

    /// Whether how the word sounds at its beginning can't be told from how it is written: French
    /// words with an h.
    pub(super) fn is_unsure(&self, word: &str) -> bool {
        let lower: String =
            word.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        self.language == "fr" && lower.starts_with(['h', 'y']) && !self.vowel_h.contains(lower.as_str())
    }

    /// The gender that a noun of that ending has, where the ending is sure.
    pub(super) fn gender_of(&self, word: &str) -> Option<GenderOf> {
        let longest =
            self.genders.iter().filter(|(_, end)| word.ends_with(end)).max_by_key(|(_, end)| end.len());
        longest.map(|(gender, _)| *gender)
    }

    /// Whether the word agrees, from afar, with a noun of one of these cells.
    pub(super) fn agrees_afar(&self, word: &str, cells: &[Cell]) -> bool {
        let ends = |(cell, end): &(Cell, &str)| {
            cells.contains(cell) && word.ends_with(end) && word.len() > end.len() + 1
        };
        let is = |(cell, own): &(Cell, &str)| cells.contains(cell) && word == *own;
        // French nouns in -té are none; "été" is of être.
        let noun = self.language == "fr" && (word.ends_with("té") || word.ends_with("tés"));
        (self.participles.iter().any(ends) && !noun) || self.also.iter().any(is)
    }

    /// Whether the word, right behind a noun or a verb of being, may be an adjective of one of these
    /// cells.
    pub(super) fn may_agree(&self, word: &str, cells: &[Cell]) -> bool {
        if self.agrees_afar(word, cells) {
            return true;
        }
        if self.marked.is_empty() {
            // French: what ends as adjectives of these cells may, and not as those of one form do.
            let singular = word.trim_end_matches('s');
            let may = cells.iter().any(|(gender, number)| {
                (*number == Number::One || word.ends_with(['s', 'x']))
                    && (*gender == GenderOf::Masculine || singular.ends_with('e'))
            });
            return may && !self.invariable.iter().any(|end| singular.ends_with(end));
        }
        self.marked.iter().any(|(cell, end)| cells.contains(cell) && word.ends_with(end))
    }
}

/// Whether the word begins with that Spanish sound: i (not in a diphthong) or o.
fn begins_with_sound(word: &str, sound: &str) -> bool {
    let lower: String = word.chars().take(4).flat_map(char::to_lowercase).collect();
    let bare = lower.strip_prefix('h').unwrap_or(&lower);
    let bare: String = bare
        .chars()
        .map(|c| match c {
            'í' => 'i',
            'ó' => 'o',
            c => c,
        })
        .collect();
    match sound {
        "i" => {
            bare.starts_with('i') && !matches!(bare.chars().nth(1), Some('a' | 'e' | 'o' | 'á' | 'é' | 'ó'))
        }
        sound => bare.starts_with(sound),
    }
}

/// Whether a Spanish word begins with a stressed *a* (*acta*, *área*, *hacha*): an accent says so, or
/// it has two syllables and the stress of words in a vowel, n or s.
fn begins_with_stressed_a(lower: &str) -> bool {
    let bare = lower.strip_prefix('h').unwrap_or(lower);
    if bare.starts_with('á') {
        return true;
    }
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut groups = 0;
    let mut before = false;
    for c in bare.chars() {
        groups += usize::from(is_vowel(c) && !before);
        before = is_vowel(c);
    }
    let end = bare.ends_with(|c| is_vowel(c) || c == 'n' || c == 's');
    bare.starts_with('a')
        && bare.is_ascii()
        && groups == 2
        && end
        && !matches!(bare.as_bytes().get(1), Some(b'i' | b'u'))
}

//! A language's rules as a table: number and gender by ending, exceptions, function words.
//!
//! A line is a verb and words. `plural END ENDS…`: a word that ends in END has these plurals; the
//! longest END counts, `*` is any other, on the right the ending as it is. `feminine` likewise;
//! `neuter END…`: no feminine is made of these. `forms WORD FORMS…`: all forms of an exception.
//! `fixed WORD…`: words of one form. `spelling END END`: two ways to write one ending. `article`,
//! `preposition LEMMA [FORM]`; with ’ where they are elided. `same A B`: one word in two shapes.
//! `bar`: words after which a single word is no noun (*se levante*, *est garantie*). `verb`: nouns that
//! are forms of verbs as well: before an article they are (*levante la mano*), unless an article, a
//! preposition or one of the words of `lead` leads them. `feminine-before`: words in the singular that
//! only feminine nouns follow.
//! `person END|WORD…`: endings of nouns for people, which may have a feminine. `ampersand WORD`:
//! what & is read as. `everyday INITIALS…`: initials that mean other things to everybody.
//! `phrase WORD WORD…`: everyday phrases whose words are no terms of a field (*press release*,
//! *recursos humanos*), unless a termbase has them.

use rustc_hash::FxHashMap;

/// The tables, by primary language subtag.
const TABLES: [(&str, &str); 6] = [
    ("de", include_str!("endings/de.txt")),
    ("en", include_str!("endings/en.txt")),
    ("es", include_str!("endings/es.txt")),
    ("fr", include_str!("endings/fr.txt")),
    ("it", include_str!("endings/it.txt")),
    ("pt", include_str!("endings/pt.txt")),
];

/// No more forms are made of one word.
const MOST_FORMS: usize = 48;

/// What a function word does between two words of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain::termbase) enum Function {
    /// May come or go.
    Article,
    /// May be another or be left out; the number stands for its base form.
    Preposition(u16),
}

/// A function word as the table has it.
#[derive(Clone, Debug)]
pub(in crate::domain::termbase) struct FunctionWord {
    pub(in crate::domain::termbase) form: &'static str,
    /// Whether an apostrophe has to follow.
    pub(super) elided: bool,
    pub(super) function: Function,
}

/// The rules of one language; none for a language without a table.
#[derive(Debug, Default)]
pub(in crate::domain::termbase) struct Endings {
    plural: Vec<(&'static str, Vec<&'static str>)>,
    feminine: Vec<(&'static str, Vec<&'static str>)>,
    neuter: Vec<&'static str>,
    spelling: Vec<(&'static str, &'static str)>,
    person: Vec<&'static str>,
    forms: FxHashMap<&'static str, Vec<Vec<&'static str>>>,
    fixed: Vec<&'static str>,
    pub(super) same: Vec<(&'static str, &'static str)>,
    pub(in crate::domain::termbase) functions: Vec<FunctionWord>,
    pub(super) bars: Vec<&'static str>,
    pub(super) verbs: Vec<&'static str>,
    pub(super) leads: Vec<&'static str>,
    pub(super) feminines_before: Vec<&'static str>,
    pub(super) ampersand: Option<&'static str>,
    pub(super) everyday: Vec<&'static str>,
    pub(super) phrases: Vec<String>,
}

impl Endings {
    /// The rules of the language with that subtag; `None` where there is no table.
    pub(in crate::domain::termbase) fn of(language: &str) -> Option<Self> {
        let (_, text) = TABLES.iter().find(|(tag, _)| *tag == language)?;
        let mut rules = Endings::default();
        let mut lemmas: Vec<&str> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(verb) = words.next() else { continue };
            let words: Vec<&'static str> = words.collect();
            let (Some(first), rest) = (words.first().copied(), words.get(1..).unwrap_or_default()) else {
                continue;
            };
            match verb {
                "plural" => rules.plural.push((first.trim_start_matches('*'), endings(rest))),
                "feminine" => rules.feminine.push((first.trim_start_matches('*'), endings(rest))),
                "neuter" => rules.neuter.extend(words),
                "person" => rules.person.extend(words),
                "fixed" => rules.fixed.extend(words),
                "ampersand" => rules.ampersand = Some(first),
                "everyday" => rules.everyday.extend(words),
                "phrase" => rules.phrases.push(words.join(" ")),
                "bar" => rules.bars.extend(words),
                "verb" => rules.verbs.extend(words),
                "lead" => rules.leads.extend(words),
                "feminine-before" => rules.feminines_before.extend(words),
                "spelling" => rules.spelling.extend(rest.first().map(|other| (first, *other))),
                "same" => rules.same.extend(rest.first().map(|other| (first, *other))),
                "forms" => {
                    for word in &words {
                        rules.forms.entry(word).or_default().push(words.clone());
                    }
                }
                "article" => {
                    rules.functions.extend(words.iter().map(|word| function(word, Function::Article)))
                }
                "preposition" => {
                    let at = lemmas.iter().position(|lemma| *lemma == first).unwrap_or_else(|| {
                        lemmas.push(first);
                        lemmas.len() - 1
                    });
                    let lemma = Function::Preposition(u16::try_from(at).unwrap_or(u16::MAX));
                    if rest.is_empty() {
                        rules.functions.push(function(first, lemma));
                    }
                    for form in rest {
                        if !rules.functions.iter().any(|word| word.form == first) {
                            rules.functions.push(function(first, lemma));
                        }
                        rules.functions.push(function(form, lemma));
                    }
                }
                _ => {}
            }
        }
        for table in [&mut rules.plural, &mut rules.feminine] {
            // The longest ending is tried first.
            table.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        }
        Some(rules)
    }

    /// All forms of a word in lower case: itself, its singular, its plurals, their other
    /// spellings, and with `gender` the feminine forms too. Without a repeat, the word itself first.
    pub(super) fn forms_of(&self, word: &str, gender: bool) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        let add = |form: String, forms: &mut Vec<String>| {
            if forms.len() < MOST_FORMS && !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        };
        if word.chars().any(char::is_numeric) || word.chars().count() < 2 || self.plural.is_empty() {
            return forms;
        }
        if let Some(lists) = self.forms.get(word) {
            for form in lists.iter().flatten() {
                add((*form).to_owned(), &mut forms);
            }
        } else if !self.fixed.contains(&word) {
            for singular in self.singulars(word) {
                add(singular, &mut forms);
            }
            for at in 0..forms.len() {
                for plural in changed(&self.plural, &forms[at]) {
                    add(plural, &mut forms);
                }
            }
        }
        if gender && !self.neuter.iter().any(|ending| word.ends_with(ending)) {
            for at in 0..forms.len() {
                for feminine in changed(&self.feminine, &forms[at]) {
                    for plural in changed(&self.plural, &feminine) {
                        add(plural, &mut forms);
                    }
                    add(feminine, &mut forms);
                }
            }
        }
        for at in 0..forms.len() {
            for (a, b) in &self.spelling {
                for (from, to) in [(a, b), (b, a)] {
                    // "advise" is no spelling of "advize"; nobody looks for the latter.
                    if let Some(head) = forms[at].strip_suffix(from) {
                        add(format!("{head}{to}"), &mut forms);
                    }
                }
            }
        }
        forms
    }

    /// Whether the word, or what it is the plural of, ends as nouns for people do.
    pub(super) fn is_person(&self, word: &str) -> bool {
        let ends = |word: &str| {
            self.person.iter().any(|ending| word.ends_with(ending))
                && !self.neuter.iter().any(|ending| word.ends_with(ending))
        };
        ends(word) || self.singulars(word).iter().any(|singular| ends(singular))
    }

    /// The plurals of a word in lower case, as the rules and exceptions have them.
    pub(in crate::domain::termbase) fn plurals_of(&self, word: &str) -> Vec<String> {
        if let Some(lists) = self.forms.get(word) {
            let own =
                lists.iter().flat_map(|list| list.iter().filter(|_| list.first() == Some(&word)).skip(1));
            return own.map(|form| (*form).to_owned()).collect();
        }
        if self.fixed.contains(&word) { Vec::new() } else { changed(&self.plural, word) }
    }

    /// The plural to write of a word in lower case; `None` where several are as good.
    pub(in crate::domain::termbase) fn plural_of(&self, word: &str) -> Option<String> {
        if self.is_fixed(word) {
            return Some(word.to_owned());
        }
        let all = self.plurals_of(word);
        let by_rule = changed(&self.plural, word);
        let listed = all.iter().find(|form| by_rule.contains(form)).or(all.first());
        match (self.forms.contains_key(word), all.as_slice()) {
            (true, _) => listed.cloned(),
            (_, [one]) => Some(one.clone()),
            // The usual one is listed first; where the others are usual too, no rule can tell.
            (_, [first, ..]) if ["al", "ail", "í", "ú", "ís", "s"].iter().any(|end| word.ends_with(end)) => {
                Some(first.clone())
            }
            (_, [first, ..]) if word.ends_with("ção") || word.ends_with("são") => Some(first.clone()),
            _ => None,
        }
    }

    /// The feminine forms of a word in lower case; none where it has the masculine's.
    pub(in crate::domain::termbase) fn feminines_of(&self, word: &str) -> Vec<String> {
        if self.neuter.iter().any(|ending| word.ends_with(ending)) {
            return Vec::new();
        }
        if let Some(lists) = self.forms.get(word) {
            let all: Vec<&str> = lists.iter().flatten().copied().collect();
            return all
                .into_iter()
                .filter(|form| form.ends_with('a') && !word.ends_with('a'))
                .map(str::to_owned)
                .collect();
        }
        changed(&self.feminine, word).into_iter().filter(|form| form != word).collect()
    }

    /// What the word in lower case may be the plural of.
    pub(in crate::domain::termbase) fn singulars_of(&self, word: &str) -> Vec<String> {
        if let Some(lists) = self.forms.get(word) {
            let mut firsts: Vec<String> = Vec::new();
            for first in lists.iter().filter_map(|list| list.first()).filter(|first| **first != word) {
                if !firsts.iter().any(|known| known == first) {
                    firsts.push((*first).to_owned());
                }
            }
            return firsts;
        }
        let mut all = self.singulars(word);
        all.sort();
        all.dedup();
        all
    }

    /// Whether the word has one form.
    pub(in crate::domain::termbase) fn is_fixed(&self, word: &str) -> bool {
        self.fixed.contains(&word) && !self.forms.contains_key(word)
    }

    /// What the word may be the plural of: the rules read from right to left.
    fn singulars(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (singular, plurals) in &self.plural {
            for plural in plurals {
                let Some(head) = word.strip_suffix(plural).filter(|head| head.chars().count() >= 2) else {
                    continue;
                };
                let candidate = format!("{head}{singular}");
                // Only if the rules lead back: "normas" is no plural of "normás".
                if candidate != word && changed(&self.plural, &candidate).iter().any(|form| form == word) {
                    found.push(candidate);
                }
            }
        }
        found
    }
}

/// The word with each ending that its longest rule gives it.
fn changed(table: &[(&'static str, Vec<&'static str>)], word: &str) -> Vec<String> {
    let rule = table.iter().find_map(|(ending, others)| Some((word.strip_suffix(ending)?, others)));
    let Some((head, others)) = rule else { return Vec::new() };
    others.iter().map(|other| format!("{head}{other}")).collect()
}

fn endings(words: &[&'static str]) -> Vec<&'static str> {
    words.iter().map(|word| word.trim_start_matches('*')).collect()
}

fn function(word: &'static str, function: Function) -> FunctionWord {
    FunctionWord { form: word.trim_end_matches('’'), elided: word.ends_with('’'), function }
}

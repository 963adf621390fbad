//! One sentence of a block, its cues and names, and the questions that the shapes of a notice ask
//! of it.

use std::ops::Range;

use super::cues::{CLASSES, Class, Hit, Language};
use super::names::{Named, same_language};

/// The sentences of a folded text.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut start) = (Vec::new(), 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = match c {
            '!' | '?' => true,
            '.' => {
                let before = text.get(..at).and_then(|head| head.chars().next_back());
                chars.peek().is_none_or(|(_, next)| {
                    matches!(next, ' ' | '"' | ')' | '<' | '*' | '_')
                        || before.is_some_and(super::fold::is_unspaced)
                })
            }
            _ => false,
        };
        if ends {
            out.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    if start < text.len() {
        out.push(start..text.len());
    }
    out
}

/// How long a text is, in characters; those of scripts that write a syllable or a word with each
/// count twice, so that one limit fits all languages.
fn width(text: &str) -> usize {
    text.chars().map(|c| if super::fold::is_unspaced(c) { 2 } else { 1 }).sum()
}

/// The hits of one sentence, and the questions the shapes ask of them.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    by_class: [Vec<Range<usize>>; CLASSES],
    pub(super) names: Vec<Named>,
    pub(super) chars: usize,
    /// The primary subtag of the language the cues are of.
    primary: &'static str,
    /// How far a "not" may stand from its verb.
    reach: usize,
    /// Whether a "not" may follow what it denies.
    verb_last: bool,
    /// A condition stands after its clause.
    if_last: bool,
    /// "Not" and "have" are signs that stand everywhere.
    pub(super) near_signs: bool,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(
        text: &'a str,
        range: Range<usize>,
        hits: &[Hit],
        names: &[Named],
        language: &Language,
    ) -> Self {
        let within = |start: usize, end: usize| start >= range.start && end <= range.end;
        let mut by_class: [Vec<Range<usize>>; CLASSES] = Default::default();
        // Where words are not parted, 翻译中 ("being translated") stands in 翻译中文 ("translate
        // Chinese") as well: a name that a hit ends within is stronger.
        let cut = |hit: &&Hit| {
            names.iter().any(|name| hit.start < name.start && name.start < hit.end && hit.end < name.end)
        };
        for hit in hits.iter().filter(|hit| within(hit.start, hit.end) && !cut(hit)) {
            if let Some(list) = by_class.get_mut(hit.class as usize) {
                list.push(hit.start..hit.end);
            }
        }
        let names = names.iter().filter(|name| within(name.start, name.end)).copied().collect();
        let chars = text.get(range.clone()).map_or(0, width);
        let reach = if language.near { 3 } else { 34 };
        Sentence {
            text,
            range,
            by_class,
            names,
            chars,
            primary: language.primary(),
            reach,
            verb_last: language.verb_last,
            if_last: language.if_last,
            near_signs: language.near,
        }
    }

    pub(super) fn all(&self, class: Class) -> &[Range<usize>] {
        self.by_class.get(class as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has(&self, class: Class) -> bool {
        !self.all(class).is_empty()
    }

    /// How many characters lie between two ranges; 0 where they touch or overlap.
    pub(super) fn gap(&self, a: &Range<usize>, b: &Range<usize>) -> usize {
        let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
        self.text.get(from..to).map_or(0, |between| between.chars().count())
    }

    /// The first pair of the two classes no farther apart than `limit` characters.
    pub(super) fn near(&self, a: Class, b: Class, limit: usize) -> Option<Range<usize>> {
        self.all(a).iter().find_map(|x| {
            self.all(b)
                .iter()
                .find(|y| *x != **y && self.gap(x, y) <= limit)
                .map(|y| x.start.min(y.start)..x.end.max(y.end))
        })
    }

    /// "this page", "halaman ini", "the requested page".
    pub(super) fn this_page(&self) -> bool {
        self.page_named().is_some()
    }

    /// Where it says "this page".
    fn page_named(&self) -> Option<Range<usize>> {
        self.near(Class::This, Class::Page, if self.near_signs { 3 } else { 9 })
    }

    /// "your language", "idioma seleccionado"; or one word that says both.
    pub(super) fn your_language(&self) -> bool {
        self.all(Class::Selected)
            .iter()
            .any(|s| self.all(Class::Language).iter().any(|g| s == g || self.gap(s, g) <= 14))
    }

    /// How far that "not" may stand from that verb: less where it follows the verb in a language
    /// whose verbs don't come last.
    fn reach_from(&self, not: &Range<usize>, verb: &Range<usize>) -> usize {
        if not.start < verb.start || self.verb_last { self.reach } else { self.reach.min(10) }
    }

    /// Where the sentence says that something is not there or not translated.
    pub(super) fn denied(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for n in self.all(Class::Not) {
            for verb in [Class::Available, Class::Translated] {
                out.extend(
                    self.all(verb)
                        .iter()
                        .filter(|v| *v != n && self.gap(n, v) <= self.reach_from(n, v))
                        .map(|v| n.start.min(v.start)..n.end.max(v.end)),
                );
            }
        }
        out.extend(self.all(Class::Unavailable).iter().cloned());
        out.extend(self.all(Class::Untranslated).iter().cloned());
        if let Some(pair) = self.near(Class::No, Class::Translation, 24) {
            out.push(pair);
        }
        out
    }

    /// "no French version", "kein deutsche Fassung": a denial before a named version.
    pub(super) fn no_named_version(&self) -> Option<Range<usize>> {
        let version = self
            .all(Class::Version)
            .iter()
            .find(|b| self.names.iter().any(|name| self.gap(b, &name.range()) <= 12))?;
        [Class::No, Class::Not]
            .iter()
            .flat_map(|class| self.all(*class))
            .find(|n| {
                // "Not translated yet - the English version is shown" denies no version.
                let before = n.end <= version.start && self.clause_ends(n.end, version.start);
                // "Русской версии этой страницы пока нет": what denies is the last word.
                let last = version.end <= n.start && n.end + 3 >= self.range.end;
                (self.verb_last || last || n.start < version.start) && self.gap(n, version) <= 40 && !before
            })
            .map(|n| n.start.min(version.start)..n.end.max(version.end))
    }

    /// Whether a clause ends between the two places: a dash, a semicolon or a comma; where words are
    /// not parted, a blank does it too.
    pub(super) fn clause_ends(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|between| {
            between.contains([',', ';'])
                || between.contains(" - ")
                || self.near_signs && between.contains([' ', '-'])
        })
    }

    /// How many of its characters are cues or names, in percent.
    pub(super) fn told_share(&self) -> usize {
        let mut ranges: Vec<(usize, usize)> =
            self.by_class.iter().flatten().map(|range| (range.start, range.end)).collect();
        ranges.extend(self.names.iter().map(|name| (name.start, name.end)));
        ranges.sort_unstable();
        let (mut sum, mut at) = (0, self.range.start);
        for (start, end) in ranges {
            sum += end.saturating_sub(start.max(at));
            at = at.max(end);
        }
        sum * 100 / self.range.len().max(1)
    }

    /// "we don't have this page in Spanish", "this page isn't in Spanish yet": a denial, and a language
    /// right behind "this page" that ends its clause.
    pub(super) fn page_not_in_named(&self) -> Option<Range<usize>> {
        let page = self.page_named()?;
        let name = self.names.first().map(|name| name.range()).filter(|name| page.end <= name.start)?;
        let after = (name.end + 8).min(self.range.end);
        let ends = after == self.range.end || self.clause_ends(name.end, after);
        let not =
            self.all(Class::Not).iter().find(|not| not.end <= name.start && self.gap(not, &page) <= 12)?;
        (ends && self.gap(&page, &name) <= 12).then(|| not.start.min(page.start)..page.end.max(not.end))
    }

    /// "only in English", "английском языке" after "только".
    pub(super) fn only_named(&self, limit: usize) -> bool {
        self.all(Class::Only)
            .iter()
            .any(|o| self.names.iter().any(|name| self.gap(o, &name.range()) <= limit))
    }

    /// A question, or a line that leads to what follows it.
    pub(super) fn asks(&self) -> bool {
        self.text.get(self.range.clone()).is_some_and(|s| s.trim_end().ends_with(['?', ':']))
    }

    /// Something turns the sentence into another thing than a notice.
    pub(super) fn is_spoken_against(&self) -> bool {
        self.has(Class::Blocks) || self.asks() || self.is_supposed() || self.of_another_thing()
    }

    /// Whether it speaks of another thing than the page: a poem, a product, but not of a product's
    /// description.
    pub(super) fn of_another_thing(&self) -> bool {
        let pages = self.all(Class::Page);
        self.all(Class::Thing).iter().any(|thing| !pages.iter().any(|page| self.gap(thing, page) <= 5))
    }

    /// How many words of the sentence are cues or names: overlapping ones count once.
    pub(super) fn words_told(&self) -> usize {
        let mut ranges: Vec<(usize, usize)> =
            self.by_class.iter().flatten().map(|range| (range.start, range.end)).collect();
        ranges.extend(self.names.iter().map(|name| (name.start, name.end)));
        ranges.sort_unstable();
        let (mut count, mut at) = (0, self.range.start);
        for (start, end) in ranges {
            count += usize::from(start >= at);
            at = at.max(end);
        }
        count
    }

    /// What tells of a lack, a limit or a poor copy: where the sentence's claim stands.
    fn claims(&self) -> Vec<Range<usize>> {
        let mut out = self.denied();
        out.extend(self.no_named_version());
        out.extend(self.page_not_in_named());
        for class in [Class::Only, Class::Pending] {
            out.extend(self.all(class).iter().cloned());
        }
        out
    }

    /// Whether the claim hangs on a condition: "if" before it, or, where conditions end
    /// their clause, anywhere ("翻訳されていない場合は").
    pub(super) fn is_supposed(&self) -> bool {
        let conditions = self.all(Class::If);
        if conditions.is_empty() {
            return false;
        }
        let claims = self.claims();
        self.begins_with(Class::If)
            || conditions.iter().any(|c| claims.iter().any(|claim| c.start < claim.end || self.if_last))
    }

    /// Whether the page is what is denied: "this page" and a denial with no other thing between.
    pub(super) fn page_is_denied(&self) -> bool {
        let Some(page) = self.page_named() else { return false };
        let things = self.all(Class::Thing);
        self.denied().iter().any(|denied| {
            let (from, to) = (page.start.min(denied.start), page.end.max(denied.end));
            !things.iter().any(|thing| thing.start >= from && thing.end <= to)
        })
    }

    /// It says something of translating.
    pub(super) fn of_translation(&self) -> bool {
        [Class::Translated, Class::Translation, Class::Untranslated].iter().any(|class| self.has(*class))
    }

    /// It points to what stands here; where words are not parted, only "this page" does.
    pub(super) fn points_here(&self) -> bool {
        if self.near_signs { self.this_page() } else { self.has(Class::This) }
    }

    /// It denies something.
    pub(super) fn is_negative(&self) -> bool {
        if self.near_signs {
            return !self.denied().is_empty() || self.no_named_version().is_some();
        }
        [Class::Not, Class::No, Class::Unavailable, Class::Untranslated].iter().any(|class| self.has(*class))
    }

    /// It names the language it is written in.
    pub(super) fn names_own(&self) -> bool {
        self.names
            .iter()
            .any(|name| same_language(name.tag.split('-').next().unwrap_or(name.tag), self.primary))
    }

    /// It names two languages.
    pub(super) fn two_names(&self) -> bool {
        self.names.iter().any(|name| self.names.first().is_some_and(|first| first.tag != name.tag))
    }

    /// A word for the page stands among its first, and none for another thing before it.
    pub(super) fn opens_with_page(&self) -> bool {
        let until = |range: &Range<usize>| {
            self.text.get(self.range.start..range.start).map_or(usize::MAX, |head| head.chars().count())
        };
        self.all(Class::Page).iter().any(|page| until(page) <= 24)
    }

    /// It begins with a word of that class.
    pub(super) fn begins_with(&self, class: Class) -> bool {
        self.all(class).iter().any(|range| range.start <= self.range.start + 3)
    }
}

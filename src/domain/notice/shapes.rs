//! The general cue rule: notices that no list knows.
//!
//! A notice says three things at once, in a breath: *this page* + *is not there* + *in a
//! language*. Each of the three alone is everywhere ("El servicio no está disponible en domingo",
//! "this page", "in English"); the three within one short sentence hardly ever are, unless the
//! site speaks of itself. So a sentence is a notice only by one of a few combinations of cue
//! classes, close enough to each other to be one clause (the shapes below). What turns such a
//! sentence into talk *about* translation is looked for as well:
//!
//! * a condition before what is denied ("if a page is not translated, …"; one that follows is an
//!   invitation: "not translated yet, if you would like to help …");
//! * another thing than the page as what is not translated (poems, a product, a string), unless
//!   the sentence says "this page" of its own;
//! * words that no notice has (said, never, cookies, country), and a question mark.
//!
//! What one language knows against a sentence holds for its neighbours: Galician does not see the
//! Spanish "si", but Spanish covers more of the sentence and says no.
//!
//! *Measured.* Notices that no list has, written before the rule was read: 180 of 183 found at the
//! first look, 176 with both languages right, 7 of 203 sentences like them taken for one (146, 142
//! and 21 by the rule before). On 60,260 public Markdown pages in some thirty languages, on which
//! the rule was made: 12 pages with a notice, of which 4 have none (0.7 in 10,000; two thirds of
//! the pages are short). On 39,019 technical pages in five languages that it had not seen: 21, none
//! with a notice, of four wordings (5 in 10,000); each of the four is known since, by its kind
//! (programming languages, language packs, tables, "fines" for "finés").
//!
//! Why cue combinations and not a classifier: a notice is six to twenty words long, there are no
//! thousands of them to learn from in each of sixty languages, and the editor must be shown *why*
//! something was taken for one.

use std::ops::Range;

use super::cues::{Class, Cue, Hit, Language, Place};
use super::names::NAMES;
use super::roles::roles;
use super::sentence::Sentence;

/// Whether the language's cue words make the block a notice, and what it then says; else the
/// sentences that something speaks against.
pub(super) fn judge(
    text: &str,
    sentences: &[Range<usize>],
    hits: &[Hit],
    language: &Language,
    place: Place,
) -> Result<Cue, Vec<Range<usize>>> {
    let primary = language.primary();
    let names = NAMES.find(text, Some(primary));
    let parts: Vec<Sentence<'_>> =
        sentences.iter().map(|range| Sentence::new(text, range.clone(), hits, &names, language)).collect();
    let chars: usize = parts.iter().map(|part| part.chars).sum();
    let block = Block { parts: &parts, chars, place };
    let Some(at) = parts.iter().position(|part| block.is_notice(part)) else {
        let against = parts.iter().filter(|part| part.is_spoken_against());
        return Err(against.map(|part| part.range.clone()).collect());
    };
    let offering = |i: &usize| parts.get(*i).is_some_and(|part| offers(part) && !part.has(Class::Blocks));
    // "The page is not there in Norwegian yet. Here it is in English."
    let here_it_is = |i: &usize| {
        let brief = |part: &Sentence<'_>| part.chars <= 70 && !part.names.is_empty() && !part.names_own();
        offering(i)
            || *i == at + 1 && parts.get(*i).is_some_and(|part| brief(part) && !part.has(Class::Blocks))
    };
    let last = (at + 1..parts.len()).take_while(here_it_is).last().unwrap_or(at);
    let first = at.checked_sub(1).filter(offering).unwrap_or(at);
    let said = parts.get(first..=last).unwrap_or_default();
    let (target, served) = roles(said, primary);
    let from = said.first().map_or(0, |part| part.range.start);
    let range = from..said.last().map_or(from, |part| part.range.end);
    let blank = text.get(range.clone()).map_or(0, |head| head.chars().take_while(|c| *c == ' ').count());
    Ok(Cue {
        range: range.start + blank..range.end,
        language: language.tag,
        target,
        served,
        twins: Vec::new(),
    })
}

/// Whether a sentence beside a notice says what is offered instead.
fn offers(part: &Sentence<'_>) -> bool {
    !part.names.is_empty()
        && [Class::Shown, Class::Only, Class::Version, Class::Pending, Class::ForNow]
            .iter()
            .any(|class| part.has(*class))
}

/// How many characters a block deep inside the page may have to be a notice.
pub(super) const LONGEST_INSIDE: usize = 320;

/// A block, as the shapes see it.
struct Block<'a> {
    parts: &'a [Sentence<'a>],
    /// How long it is, in characters.
    chars: usize,
    place: Place,
}

impl Block<'_> {
    fn is_notice(&self, part: &Sentence<'_>) -> bool {
        // Neither a row of a table, nor anything long.
        let row = part.text.matches('|').count() > 1;
        if part.has(Class::Blocks) || part.asks() || row || part.chars > 300 {
            return false;
        }
        let this_page = part.this_page();
        if self.place == Place::Inside && (self.chars > LONGEST_INSIDE || !this_page) {
            return false;
        }
        if part.is_supposed() || !self.says_enough(part) {
            return false;
        }
        if this_page && self.tells_of_this_page(part) {
            return true;
        }
        // What follows leaves "this page" out, so it must be prose, and little of it, and not of
        // another thing.
        let marked_up = part.text.contains(['`', '{', '=', '[', '<', '#', '|']);
        if self.place == Place::Inside || marked_up || part.of_another_thing() && !this_page {
            return false;
        }
        self.denies(part) || self.offers_only(part) || self.is_on_its_way(part)
    }

    /// One or two cue words may stand in any sentence by chance, save where they are all of it.
    fn says_enough(&self, part: &Sentence<'_>) -> bool {
        let least = if part.near_signs || self.chars <= 45 { 2 } else { 3 };
        let told = part.words_told();
        told >= least
            || told >= 2 && part.told_share() >= 60
            || self.chars <= 90
                && self.parts.iter().map(Sentence::words_told).sum::<usize>() >= 3
                && told >= 2
    }

    /// No more than a few short sentences.
    fn brief(&self) -> bool {
        self.chars <= 170 && self.parts.len() <= 3
    }

    /// Shapes of a sentence that says "this page".
    fn tells_of_this_page(&self, part: &Sentence<'_>) -> bool {
        let about_language = !part.names.is_empty() || part.has(Class::Language) || part.of_translation();
        // "This page is not available in French", "… has not been translated yet".
        if about_language && part.page_is_denied() {
            return true;
        }
        // "There is no French version of this page".
        if part.no_named_version().is_some() {
            return true;
        }
        // "This page has no version in the language you chose".
        if part.your_language() && part.has(Class::No) && part.has(Class::Version) {
            return true;
        }
        // "This page is only available in English".
        let says_where = part.has(Class::Available) || part.has(Class::Shown) || part.has(Class::Translated);
        // "This page is not in Turkish yet".
        let not_in_own = part.names_own()
            && part.chars <= 60
            && part
                .all(Class::Not)
                .iter()
                .any(|not| part.names.iter().any(|name| part.gap(not, &name.range()) <= 10));
        // "We don't have this page in Spanish yet".
        let not_in = part.page_not_in_named().is_some() && part.chars <= 110;
        part.only_named(40) && says_where || part.only_named(8) || not_in_own || not_in
    }

    /// "… is not there", without "this page".
    fn denies(&self, part: &Sentence<'_>) -> bool {
        let denied = !part.denied().is_empty();
        let no_version = part.no_named_version().is_some();
        let named = !part.names.is_empty();
        let own = !named || part.names_own();
        let about_language = named || part.has(Class::Language) || part.of_translation();
        let this = part.points_here();
        // "Content not available in your language".
        if denied && part.your_language() && part.chars <= 180 {
            return true;
        }
        // "The French version is not available. Showing English instead."
        let offered = self
            .parts
            .iter()
            .any(|other| offers(other) && (!std::ptr::eq(other, part) || part.names.len() > 1));
        if (denied && about_language || no_version) && offered && self.chars <= 320 {
            return true;
        }
        // "No translation available": all that the block says.
        if self.parts.len() <= 2 && self.chars <= 90 && denied && part.has(Class::Translation) {
            return true;
        }
        // "Not translated yet - the English original is shown": two clauses, and all that is said.
        let foreign = named && !part.names_own();
        let then = |cue: &Range<usize>| {
            part.names.iter().any(|name| cue.end <= name.start && part.clause_ends(cue.end, name.start))
        };
        if denied
            && self.chars <= 110
            && self.parts.len() <= 2
            && part.of_translation()
            && foreign
            && offers(part)
            && part.denied().iter().all(then)
        {
            return true;
        }
        // "The whole story is not there in Hindi yet - reading it in English".
        if denied && self.brief() && part.names_own() && part.two_names() && offers(part) && part.chars <= 120
        {
            return true;
        }
        // "Untranslated page: the original is shown".
        let page = part.has(Class::Page) || part.has(Class::Translation);
        if self.chars <= 90 && denied && page && part.of_translation() && part.has(Class::Shown) {
            return true;
        }
        if !self.brief() {
            return false;
        }
        // "Nobody has translated this guide yet".
        if denied && own && part.has(Class::Translated) && (this || part.has(Class::Page) && part.chars <= 60)
        {
            return true;
        }
        // "The Dutch version of the article does not exist yet": about the page, in its own language.
        let about_page = this || part.has(Class::Page) || part.has(Class::Version);
        let of_language = part.your_language() || part.has(Class::Translation) || named;
        if about_page && own && of_language && (denied || no_version) && part.chars <= 120 {
            return true;
        }
        // "There is no Dutch page of that name; you were taken to the French one".
        let subject = [Class::Page, Class::Translation, Class::Version].iter().any(|c| part.has(*c));
        let negative = part.is_negative();
        if negative && part.two_names() && subject && part.has(Class::Shown) {
            return true;
        }
        // "No page was found in the language you chose".
        negative && part.your_language() && subject && part.chars <= 90 && !part.near_signs
    }

    /// "… only in English", without "this page".
    fn offers_only(&self, part: &Sentence<'_>) -> bool {
        if !self.brief() || part.has(Class::Also) {
            return false;
        }
        // "The terms below are published in German only".
        let this = part.points_here();
        let foreign = !part.names.is_empty() && !part.names_own();
        if this && foreign && part.only_named(26) && part.chars <= 130 {
            return true;
        }
        // "Page shown in English for want of a translation".
        let shown = foreign && part.has(Class::Shown) && !part.has(Class::Not);
        if shown && part.has(Class::Page) && part.of_translation() && part.chars <= 80 {
            return true;
        }
        // "The terms of this fare are shown in English".
        if shown && this && !part.of_translation() && part.chars <= 100 {
            return true;
        }
        // "Article only available in English": what it begins with is the page, and that is all.
        if self.parts.len() <= 2
            && self.chars <= 90
            && part.opens_with_page()
            && foreign
            && part.only_named(30)
            && (part.has(Class::Available) || part.has(Class::Shown) || part.chars <= 40)
        {
            return true;
        }
        // "The notice is published in English for the time being".
        let there = part.has(Class::Available) || part.has(Class::Shown);
        let of_page = part.opens_with_page() || part.only_named(30);
        if foreign && there && part.has(Class::ForNow) && of_page && part.chars <= 90 {
            return true;
        }
        // "Nur auf Englisch", "英語のみ": all that the block says.
        if self.parts.len() == 1
            && foreign
            && part.only_named(8)
            && part.told_share() >= 80
            && self.chars <= 30
        {
            return true;
        }
        // "Only available in English": all that the block says.
        self.parts.len() == 1 && self.chars <= 42 && part.only_named(30) && part.has(Class::Available)
    }

    /// "The French translation is on its way", "We are translating this section".
    fn is_on_its_way(&self, part: &Sentence<'_>) -> bool {
        if !self.brief() || !part.has(Class::Pending) {
            return false;
        }
        let named = !part.names.is_empty();
        let own = !named || part.names_own();
        let version = part.has(Class::Version) || part.has(Class::Page);
        let translation = part.near(Class::Pending, Class::Translation, 40).is_some();
        // "The Spanish version of the guide will be published in June": news of another language,
        // unless it says "this".
        let here = own || part.points_here();
        part.chars <= 90
            && translation
            && (here || self.chars <= 40)
            && (!part.near_signs || part.points_here() || self.chars <= 40)
            || part.chars <= 130 && named && version && here
            || part.points_here() && part.has(Class::Translated) && own
    }
}

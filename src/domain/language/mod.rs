//! Which of a site's languages a text is in.
//!
//! Scripts are counted first, then words: each language has a short list of its commonest words
//! (about 200, by how often they stand in running text), of its commonest word endings and of the
//! letters that its alphabet adds, each with a weight in bits. A text's score for a language is
//! the sum over its words, which is a naive Bayes classifier with all rare words left out, so that
//! names and terms, the same in every version of an article, say nothing. All languages with data
//! are scored in the same pass, not the site's alone: a Portuguese sentence on a site of English
//! and Spanish has to be *none of these*. (Grefenstette, "Comparing two language identification
//! schemes", JADT 1995, on short words; Lui & Baldwin, "langid.py", ACL 2012, on closed sets.)
//!
//! `whatlang` gives a second opinion where a candidate language has no data here.

mod candidate;
mod han;
mod lexicon;
mod quote;
mod scan;
mod script;
mod tally;
mod word;

use whatlang::{Detector, Lang};

pub use scan::{Piece, scan};
pub use script::Script;
pub use script::script_of;
pub(in crate::domain) use script::{classify, dense};
pub use tally::Tally;
pub(in crate::domain) use word::{eight_bytes, letters_ahead};

use super::locale::Locale;
use candidate::{Candidate, usual_language};
use lexicon::{LANES, LATIN_LANES, lane_of, profile, usual_bits};

/// From this confidence on, what an [`Identification`] says may be taken for settled.
pub const SETTLED: f32 = 0.75;
/// A stranger must lead the best candidate by so many bits …
const STRANGER_LEAD: f32 = 7.0;
/// … and by this share of the best candidate's own bits.
const STRANGER_SHARE: f32 = 0.15;
/// Running text scores some three bits a word in its own language; below this it is doubtful.
const BITS_A_WORD: f32 = 1.2;
/// Bits of lead that halve the doubt: words follow from each other, so that a bit counts less.
const BITS_A_HALVING: f32 = 4.0;
/// From this share of kana among kana and Han characters on, a text is Japanese.
const KANA_SHARE: f32 = 0.04;
/// Languages so close that one stands for another that the site does not have.
const TWINS: &[&[&str]] = &[&["hr", "bs", "sr-Latn"], &["nb", "nn"], &["id", "ms"]];

/// Lists, and the languages without one that they give nearly as many bits as their own.
const NEAR: &[(&str, &[&str])] =
    &[("is", &["fo"]), ("kk", &["ba", "kaa", "ky", "nog", "tt"]), ("zu", &["nr", "ss", "xh"])];

/// Tells the language of a text among some candidates.
pub trait Identify {
    /// The language of `text`.
    fn identify(&self, text: &str) -> Identification;
}

/// What a text was found to be written in.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Identification {
    /// The index of the candidate it is in; `None` where nothing told, or a stranger won.
    pub best: Option<usize>,
    /// A language that no candidate has (a primary subtag), where the text is in one.
    pub stranger: Option<&'static str>,
    /// 0 (nothing told) to 1 (certain).
    pub confidence: f32,
    /// The text's letters, each counted once.
    pub letters: usize,
    /// Whether other candidates are as good as `best`: regional twins that nothing told apart.
    pub tied: bool,
}

impl Identification {
    /// Whether it names a candidate or a stranger with confidence.
    pub fn settled(&self) -> bool {
        self.confidence >= SETTLED
    }
}

/// The languages of one script that the site has not.
#[derive(Clone, Debug)]
struct Strangers {
    script: Script,
    /// The lane that the mask begins with.
    first: usize,
    /// For each lane of the script's table all bits, or none.
    mask: Vec<u32>,
}

impl Strangers {
    /// The bits of the one that most speaks for.
    #[inline]
    fn most(&self, tally: &Tally) -> u32 {
        tally.lanes(self.script).iter().zip(&self.mask).map(|(bits, mask)| bits & mask).max().unwrap_or(0)
    }

    /// The first lane with so many bits.
    fn lane_with(&self, tally: &Tally, bits: u32) -> Option<usize> {
        let at = tally.lanes(self.script).iter().zip(&self.mask).position(|(b, mask)| b & mask == bits)?;
        Some(at + self.first)
    }
}

/// A site's locales, prepared once.
#[derive(Clone, Debug)]
pub struct Candidates {
    locales: Vec<Locale>,
    candidates: Vec<Candidate>,
    /// The lanes of languages that the site has not, by script.
    strangers: Vec<Strangers>,
    second: Option<Vec<Lang>>,
}

impl Candidates {
    /// Prepares to tell these locales apart. A locale that stands twice is kept twice.
    pub fn new(locales: &[Locale]) -> Self {
        let candidates: Vec<Candidate> = locales.iter().map(Candidate::new).collect();
        let own = |lane: usize| candidates.iter().any(|c| c.lanes.contains(&lane));
        let twin = |tag: &str| {
            let family = TWINS.iter().find(|family| family.contains(&tag));
            family.is_some_and(|family| family.iter().filter_map(|tag| lane_of(tag)).any(own))
        };
        let foreign = |lane: &usize, script: Script| {
            !own(*lane) && profile(*lane).is_some_and(|p| p.script == script && !p.variant && !twin(p.tag))
        };
        let strangers = Script::ALL
            .into_iter()
            .filter(|script| has_lanes(*script))
            .map(|script| {
                let first = if script == Script::Latin { 0 } else { LATIN_LANES };
                let end = if script == Script::Latin { LATIN_LANES } else { LANES };
                let mask = (first..end).map(|lane| if foreign(&lane, script) { u32::MAX } else { 0 });
                Strangers { script, first, mask: mask.collect() }
            })
            .collect();
        let dataless =
            candidates.iter().any(|c| c.lanes.is_empty() && c.scripts.iter().any(|s| has_lanes(*s)));
        let second = dataless.then(|| candidates.iter().filter_map(|c| c.whatlang).collect());
        Candidates { locales: locales.to_vec(), candidates, strangers, second }
    }

    /// The locales, in the order given.
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The index of a locale: itself, or the first of its language and script.
    pub fn index(&self, locale: &Locale) -> Option<usize> {
        self.locales.iter().position(|l| l == locale).or_else(|| {
            self.locales.iter().position(|l| {
                l.language() == locale.language()
                    && (l.script().is_none() || locale.script().is_none() || l.script() == locale.script())
            })
        })
    }

    /// Whether two candidates are one language in one script, so that words tell little or nothing.
    pub fn same_language(&self, a: usize, b: usize) -> bool {
        match (self.candidates.get(a), self.candidates.get(b)) {
            (Some(x), Some(y)) => {
                x.language == y.language
                    && x.scripts.iter().any(|s| y.scripts.contains(s))
                    && (x.simplified.is_none() || y.simplified.is_none() || x.simplified == y.simplified)
            }
            _ => false,
        }
    }

    /// Whether two candidates are so close that one text may well pass for either.
    pub fn are_twins(&self, a: usize, b: usize) -> bool {
        let family = |i: usize| {
            let lanes = self.candidates.get(i).map_or(&[][..], |c| &c.lanes);
            TWINS
                .iter()
                .position(|tags| tags.iter().filter_map(|tag| lane_of(tag)).any(|l| lanes.contains(&l)))
        };
        a != b && family(a).is_some() && family(a) == family(b)
    }

    /// Whether a candidate's language has neither a word list here nor a script of its own, so that
    /// only whatlang, or a script that the others don't write, can tell it.
    pub fn is_unlisted(&self, index: usize) -> bool {
        self.candidates
            .get(index)
            .is_some_and(|c| c.lanes.is_empty() && c.scripts.iter().any(|s| has_lanes(*s)))
    }

    /// How many of the bits that running text in a candidate's language usually gives the tally has
    /// for it: about 1, and less for a relative. `None` for a candidate without a word list, or
    /// whose list does not tell it from the language of `beside`.
    pub fn usual_share(&self, tally: &Tally, index: usize, beside: usize) -> Option<f32> {
        let lanes = &self.candidates.get(index)?.lanes;
        self.usual_share_of(tally, lanes.iter().copied().max_by_key(|lane| tally.lane(*lane))?, beside)
    }

    /// The same for a stranger (a primary subtag).
    pub fn usual_share_of_stranger(&self, tally: &Tally, stranger: &str, beside: usize) -> Option<f32> {
        self.usual_share_of(tally, lane_of(stranger)?, beside)
    }

    fn usual_share_of(&self, tally: &Tally, lane: usize, beside: usize) -> Option<f32> {
        let tag = profile(lane)?.tag;
        let beside = self.candidates.get(beside).map_or("", |c| &c.language);
        let near = NEAR.iter().any(|(list, others)| *list == tag && others.contains(&beside));
        let usual = usual_bits(lane) * tally.words.max(1) as f32;
        (!near && usual > 0.0).then(|| tally.lane(lane) as f32 / usual)
    }

    /// Whether a candidate's language is written in the script.
    pub fn writes(&self, index: usize, script: Script) -> bool {
        self.candidates.get(index).is_some_and(|c| c.scripts.contains(&script))
    }

    /// Whether two candidates are written in one script.
    pub fn share_script(&self, a: usize, b: usize) -> bool {
        self.candidates.get(a).is_some_and(|c| c.scripts.iter().any(|s| self.writes(b, *s)))
    }

    /// The candidates without a word list that a text taken for that stranger (a primary subtag)
    /// may be in: those that are written in its script.
    pub fn unlisted_like<'a>(&'a self, stranger: &str) -> impl Iterator<Item = usize> + 'a {
        let script = lane_of(stranger).and_then(profile).map(|p| p.script);
        (0..self.candidates.len())
            .filter(move |i| self.is_unlisted(*i) && script.is_some_and(|s| self.writes(*i, s)))
    }

    /// The bits that speak for a candidate: words where its script has lists, else letters.
    pub fn score(&self, tally: &Tally, index: usize) -> f32 {
        let Some(candidate) = self.candidates.get(index) else { return 0.0 };
        match candidate.lanes.iter().map(|lane| tally.lane(*lane)).max() {
            Some(bits) => bits as f32,
            None => {
                candidate.scripts.iter().filter(|s| !has_lanes(**s)).map(|s| tally.of(*s) * 3).sum::<u32>()
                    as f32
            }
        }
    }

    /// What a tally tells, without a second opinion.
    pub fn weigh(&self, tally: &Tally) -> Identification {
        let letters = tally.letters();
        let none = Identification { best: None, stranger: None, confidence: 0.0, letters, tied: false };
        let weighted = |script: Script| match script {
            // One writing system of two scripts.
            Script::Kana => 0,
            Script::Han => tally.of(Script::Han) * 3 + tally.of(Script::Kana) * 2,
            _ => tally.of(script) * script.weight(),
        };
        let latin = tally.of(Script::Latin);
        let leading = if latin as usize == letters {
            Some(Script::Latin)
        } else {
            Script::ALL.into_iter().max_by_key(|s| (weighted(*s), std::cmp::Reverse(*s)))
        };
        let Some(script) = leading else {
            return none;
        };
        if weighted(script) == 0 || script == Script::Other {
            return none;
        }
        let found = match script {
            Script::Han => self.weigh_han(tally),
            _ if has_lanes(script) => self.weigh_words(tally, script),
            _ => self.weigh_script(tally, script),
        };
        Identification { letters, ..found }
    }

    /// Whether a stretch in Latin letters speaks for no language more than for that candidate, so
    /// that it can't be settled to be in another; the cheap half of [`Candidates::weigh`].
    pub fn leads(&self, tally: &Tally, index: usize) -> bool {
        let Some(candidate) = self.candidates.get(index) else { return false };
        let [lane] = candidate.lanes.as_slice() else { return false };
        if candidate.variant.is_some() || tally.of(Script::Latin) as usize != tally.letters() {
            return false;
        }
        let own = tally.lane(*lane);
        *lane < LATIN_LANES && tally.lanes(Script::Latin).iter().all(|bits| *bits <= own)
    }

    fn weigh_script(&self, tally: &Tally, script: Script) -> Identification {
        let able: Vec<usize> = self.writing(script).collect();
        let confidence = certainty(tally.of(script) as f32 * 1.5);
        match able.first() {
            Some(first) => {
                let tied = able.len() > 1;
                let rivals = able.iter().any(|i| !self.same_language(*first, *i));
                Identification {
                    best: Some(*first),
                    stranger: None,
                    confidence: if rivals { 0.5 } else { confidence },
                    letters: 0,
                    tied,
                }
            }
            None => Identification {
                best: None,
                stranger: usual_language(script),
                confidence,
                letters: 0,
                tied: false,
            },
        }
    }

    fn weigh_han(&self, tally: &Tally) -> Identification {
        let (han, kana) = (tally.of(Script::Han) as f32, tally.of(Script::Kana) as f32);
        let japanese = kana / (han + kana) >= KANA_SHARE;
        // A short text of Han characters alone may be a Japanese headline.
        let mut confidence =
            certainty((han * 2.0 + kana * 3.0) * if kana > 0.0 || han >= 12.0 { 1.5 } else { 0.75 });
        let wanted = if japanese { "ja" } else { "zh" };
        let is_chinese = |language: &str| matches!(language, "zh" | "yue" | "wuu" | "lzh" | "nan" | "hak");
        let fits = |i: &usize| {
            self.candidates
                .get(*i)
                .is_some_and(|c| c.language == wanted || !japanese && is_chinese(&c.language))
        };
        let mut able: Vec<usize> = self.writing(Script::Han).filter(fits).collect();
        if able.is_empty() {
            // Only the other of the two is among the site's: a few characters don't tell.
            let stranger = if japanese { "ja" } else { "zh" };
            return match self.writing(Script::Han).next() {
                Some(other) if !japanese && han < 12.0 => Identification {
                    best: Some(other),
                    stranger: None,
                    confidence: 0.6,
                    letters: 0,
                    tied: false,
                },
                _ => Identification {
                    best: None,
                    stranger: Some(stranger),
                    confidence,
                    letters: 0,
                    tied: false,
                },
            };
        }
        let simplified = match tally.simplified.cmp(&tally.traditional) {
            std::cmp::Ordering::Greater => Some(true),
            std::cmp::Ordering::Less => Some(false),
            std::cmp::Ordering::Equal => None,
        };
        let of_kind = |i: &usize| self.candidates.get(*i).and_then(|c| c.simplified);
        if let Some(kind) = simplified.filter(|_| !japanese)
            && able.iter().any(|i| of_kind(i) == Some(kind))
        {
            able.retain(|i| of_kind(i) == Some(kind));
            let lead = tally.simplified.abs_diff(tally.traditional) as f32;
            confidence = confidence.min(certainty(lead * 4.0));
        }
        Identification {
            best: able.first().copied(),
            stranger: None,
            confidence,
            letters: 0,
            tied: able.len() > 1,
        }
    }

    fn weigh_words(&self, tally: &Tally, script: Script) -> Identification {
        // The best candidate, and the best of another language than that.
        let bits = |i: usize| {
            self.candidates.get(i).map_or(0, |c| c.lanes.iter().map(|l| tally.lane(*l)).max().unwrap_or(0))
        };
        let mut best: Option<(usize, u32)> = None;
        for i in self.writing(script) {
            if best.is_none_or(|(_, most)| bits(i) > most) {
                best = Some((i, bits(i)));
            }
        }
        let second = best.map_or(0, |(b, _)| {
            self.writing(script).filter(|i| !self.same_language(b, *i)).map(bits).max().unwrap_or(0)
        });
        let strangers = self.strangers.iter().find(|s| s.script == script);
        let own = best.map_or(0.0, |(_, bits)| bits as f32);
        let most = strangers.map_or(0, |s| s.most(tally));
        let foreign = most as f32;
        let usual = |bits: f32| (bits / (tally.words.max(1) as f32 * BITS_A_WORD)).min(1.0);
        let lead = foreign - own * (1.0 + STRANGER_SHARE);
        if lead >= STRANGER_LEAD {
            return Identification {
                best: None,
                stranger: strangers
                    .and_then(|s| s.lane_with(tally, most))
                    .and_then(profile)
                    .map(|p| primary(p.tag)),
                confidence: certainty(lead) * usual(foreign),
                letters: 0,
                tied: false,
            };
        }
        let Some((index, _)) = best.filter(|(_, bits)| *bits > 0) else {
            return Identification { best: None, stranger: None, confidence: 0.0, letters: 0, tied: false };
        };
        let lead = (own - second as f32).min(own + STRANGER_LEAD - foreign);
        let (index, tied) = self.variant(tally, index);
        Identification {
            best: Some(index),
            stranger: None,
            confidence: certainty(lead) * usual(own),
            letters: 0,
            tied,
        }
    }

    /// Among the regional twins of a candidate the one whose own words stand in the text, and
    /// whether that is left open.
    fn variant(&self, tally: &Tally, index: usize) -> (usize, bool) {
        let own = |i: usize| {
            let lane = self.candidates.get(i).and_then(|c| c.variant);
            lane.map_or(0, |lane| tally.lane(lane))
        };
        let (mut best, mut most, mut tied) = (index, own(index), false);
        for twin in (0..self.candidates.len()).filter(|i| *i != index && self.same_language(index, *i)) {
            match own(twin).cmp(&most) {
                std::cmp::Ordering::Greater => (best, most, tied) = (twin, own(twin), false),
                std::cmp::Ordering::Equal => tied = true,
                std::cmp::Ordering::Less => {}
            }
        }
        (best, tied)
    }

    fn writing(&self, script: Script) -> impl Iterator<Item = usize> {
        self.candidates.iter().enumerate().filter(move |(_, c)| c.scripts.contains(&script)).map(|(i, _)| i)
    }

    /// What `first` says of `text`, or what whatlang says where `first` is in doubt and a
    /// candidate has no data here.
    pub fn second_opinion(&self, text: &str, first: Identification) -> Identification {
        let Some(allowed) = self.second.as_ref().filter(|_| !first.settled() || first.stranger.is_some())
        else {
            return first;
        };
        // A page's first kilobytes tell as much as all of it.
        let mut end = text.len().min(4096);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let found = Detector::with_allowlist(allowed.clone()).detect(text.get(..end).unwrap_or(text));
        let Some(info) = found else { return first };
        let Some(best) =
            self.candidates.iter().position(|c| c.whatlang == Some(info.lang()) && c.lanes.is_empty())
        else {
            return first;
        };
        let confidence = (info.confidence() as f32).min(0.9);
        if confidence <= first.confidence && first.stranger.is_none() {
            return first;
        }
        Identification { best: Some(best), stranger: None, confidence, ..first }
    }
}

impl Identify for Candidates {
    fn identify(&self, text: &str) -> Identification {
        let mut sum = Tally::default();
        scan(text, |piece| sum.add(&piece.tally));
        self.second_opinion(text, self.weigh(&sum))
    }
}

/// How sure a lead of so many bits makes, from 0 to 1.
fn certainty(bits: f32) -> f32 {
    1.0 - (-bits.max(0.0) / BITS_A_HALVING).exp2()
}

/// Whether there are word lists for the script.
fn has_lanes(script: Script) -> bool {
    matches!(script, Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari)
}

fn primary(tag: &'static str) -> &'static str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(test)]
mod tests;

//! What one page is: the source, a translation, or something served in a translation's place.
//!
//! The order is notice, then the language of the blocks, then copy of the source. A notice that the
//! general cue rule found is held against the page: one that the page contradicts is none. A block's
//! sentences are each given to a language where their words settle it, and to the block's
//! language where they don't; letters are then summed over the page. What can be in another
//! language on a page that is translated all the same is not let decide:
//!
//! * code, addresses, the notice and the date line are left out;
//! * a quotation in another language than the text around it is left out, and so is a block that
//!   is nothing but a quotation;
//! * a block without running words (names, figures, titles in capitals) is left out;
//! * a caption, headline or other *scrap* (short, without a full stop) in the source's language is
//!   left out unless running text of the page is in that language too, or scraps make up
//!   [`SCRAPS_SHARE`] of the page and there are several.
//!
//! Shares are by letters, each letter one, as the verdict's rules are: a page in Chinese with an
//! English paragraph has more of its letters in English than of its meaning. Only within one
//! sentence, to tell which language it is in, a Han character weighs three letters.
//!
//! A page asked for in one locale and written in a third (neither that nor the source's) is no
//! translation into the requested locale: it is `untranslated`, `silent` or by `notice`, and
//! `served` names the third. It names a language that the site has not only where that is sure.
//!
//! A locale that there is no word list of is held against the others by a rule of its own, see
//! `unlisted.rs`: where nothing tells it, the page is undecided, and the evidence says why.

mod blocks;
mod code;
mod copy;
mod credible;
mod unlisted;
mod within;

use super::article::TreePath;
use super::date;
use super::document::{BlockKind, Document};
use super::language::{Candidates, script_of};
use super::locale::Locale;
use super::notice::{Notice, Rule, same_language};
pub use blocks::{BlockJudgement, LeftOut};
use blocks::{Read, Shares, Tongue};

/// Below this share of source-language letters a page is translated.
pub const PARTIAL_FROM: f64 = 0.05;
/// Above this share of source-language letters a page is untranslated.
pub const PARTIAL_TO: f64 = 0.85;
/// From this share of letters that equal the source's a page is a copy.
pub const COPY_FROM: f64 = 0.90;
/// From this share on, scraps alone can make a page partial.
pub const SCRAPS_SHARE: f64 = 0.15;
/// A page with fewer letters that count is undecided.
const MIN_LETTERS: usize = 20;
/// A date line is among the first so many blocks.
const DATE_WITHIN: usize = 12;
/// Evidence names at most so many lines.
const MAX_LINES: usize = 10;

/// A site's locales, prepared once.
#[derive(Clone, Debug)]
pub struct Site {
    source: Locale,
    candidates: Candidates,
}

impl Site {
    /// A site whose articles are by default written in `source` and that has these locales;
    /// `source` is added where it is not among them.
    pub fn new(source: Locale, mut locales: Vec<Locale>) -> Self {
        if !locales.contains(&source) {
            locales.insert(0, source.clone());
        }
        let candidates = Candidates::new(&locales);
        Site { source, candidates }
    }

    /// The locale that articles are written in.
    pub fn source(&self) -> &Locale {
        &self.source
    }

    /// All locales, as given.
    pub fn locales(&self) -> &[Locale] {
        self.candidates.locales()
    }

    /// The locales as candidates of identification.
    pub fn candidates(&self) -> &Candidates {
        &self.candidates
    }
}

/// The source's text, to tell a copy by.
#[derive(Clone, Copy, Debug)]
pub enum SourceText<'a> {
    /// As plain text.
    Text(&'a str),
    /// As parsed.
    Document(&'a Document),
}

/// A page and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct PageInput<'a> {
    /// The page.
    pub document: &'a Document,
    /// The locale it was asked for in, if known.
    pub requested: Option<&'a Locale>,
    /// The source's text, if known.
    pub source_text: Option<SourceText<'a>>,
    /// The notice found on it.
    pub notice: Option<&'a Notice>,
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageVerdict {
    /// The source's own text, asked for as such or not known to be asked for otherwise.
    Source,
    /// In the requested locale, or, where that is not known, in one other than the source's.
    Translated,
    /// In the source's language, or in a third one, though asked for in another.
    Untranslated,
    /// Partly in the source's language.
    Partial,
    /// Too little text to tell, or text that nothing tells.
    Undecided,
}

impl PageVerdict {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            PageVerdict::Source => "source",
            PageVerdict::Translated => "translated",
            PageVerdict::Untranslated => "untranslated",
            PageVerdict::Partial => "partial",
            PageVerdict::Undecided => "undecided",
        }
    }
}

/// How a page is untranslated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The site said so.
    Notice,
    /// The site served another language and said nothing.
    Silent,
    /// It is the source's text.
    Copy,
}

impl How {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            How::Notice => "notice",
            How::Silent => "silent",
            How::Copy => "copy",
        }
    }
}

/// Where the requested locale is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestedBy {
    /// It was given.
    Given,
    /// The project that the page belongs to knows it.
    Project,
    /// The notice names it or is written in it.
    Notice,
    /// The date line is in its language.
    DateLine,
    /// It is not known.
    None,
}

/// By what a project knows the locale of a page or a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// By its path and the collection's template.
    Path,
    /// By its address and the project's map of segments.
    Url,
    /// By what the configuration says of this page.
    Page,
    /// By what the configuration says of all of its collection.
    Collection,
    /// By its front matter.
    FrontMatter,
    /// By a pair that was settled by hand.
    Hand,
}

impl KnownBy {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            KnownBy::Path => "path",
            KnownBy::Url => "url",
            KnownBy::Page => "page",
            KnownBy::Collection => "collection",
            KnownBy::FrontMatter => "front-matter",
            KnownBy::Hand => "hand",
        }
    }
}

/// One thing that speaks for a verdict: a code and its arguments.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Evidence {
    /// A notice stands on the page.
    Notice {
        /// Its line, counted from 1.
        line: usize,
        /// How it was recognised: the wording's name, or `cue`.
        rule: String,
        /// The locale it says was asked for.
        target: Option<Locale>,
        /// The locale it says is served.
        served: Option<Locale>,
    },
    /// The notice stands over a body in the requested language.
    StaleNotice {
        /// Its line.
        line: usize,
    },
    /// The requested locale was taken from the notice.
    RequestedFromNotice {
        /// The locale.
        locale: Locale,
    },
    /// The requested locale was taken from the date line.
    RequestedFromDateLine {
        /// The locale.
        locale: Locale,
        /// The line.
        line: usize,
    },
    /// The project that the page belongs to knows the locale.
    RequestedFromProject {
        /// The locale.
        locale: Locale,
        /// By what it knows.
        by: KnownBy,
    },
    /// The project knows the source of the page's article.
    SourceFromProject {
        /// Where it stands.
        path: TreePath,
    },
    /// The date line may be in any of these locales, none of which is the source's: the page was
    /// not asked for in that one.
    DateLineNotSource {
        /// The locales.
        locales: Vec<Locale>,
        /// The line.
        line: usize,
    },
    /// So much of the text that counts is in a language.
    Language {
        /// The site's locale, or the primary subtag of a language that the site has not.
        language: String,
        /// Its share of the letters, 0 to 1.
        share: f64,
        /// Its letters.
        letters: usize,
    },
    /// Lines of a page's blocks in the source's language, the first few.
    SourceLines {
        /// The lines.
        lines: Vec<usize>,
        /// How many such blocks there are.
        blocks: usize,
    },
    /// So much of the text equals the source's.
    Copy {
        /// The share of the letters, 0 to 1.
        share: f64,
    },
    /// The body is in a language neither asked for nor the source's.
    ThirdLanguage {
        /// The site's locale, or a primary subtag.
        language: String,
    },
    /// Source and requested locale are one language, so that words can't tell them apart.
    SameLanguage {
        /// The requested locale.
        requested: Locale,
        /// The source's.
        source: Locale,
    },
    /// There is no word list of the requested locale, and neither script nor anything else tells
    /// what the text is in.
    NoWordList {
        /// The requested locale.
        locale: Locale,
    },
    /// There is too little text to tell.
    TooLittleText {
        /// The letters that count.
        letters: usize,
    },
}

/// What [`judge`] says of a page.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Judgement {
    /// What it is.
    pub verdict: PageVerdict,
    /// How it is untranslated, where it is.
    pub how: Option<How>,
    /// The locale it was asked for in, if known.
    pub requested: Option<Locale>,
    /// Where that is known from.
    pub requested_by: RequestedBy,
    /// The locale that most of it is in; a language that the site has not, by its primary subtag.
    pub served: Option<Locale>,
    /// The part of the text that counts, by letters, in the source's language: 0 to 1.
    pub source_share: f64,
    /// Whether a notice stands over a body in the requested language.
    pub stale_notice: bool,
    /// Block by block.
    pub blocks: Vec<BlockJudgement>,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// Judges a page: what it is, how, and why. Linear in the page's and the source's length.
pub fn judge(site: &Site, input: &PageInput<'_>) -> Judgement {
    let known = know(site, input);
    if credible::is_credible(site, input, known.requested.as_ref(), &known.read.shares) {
        return judge_known(site, input, known);
    }
    // A notice that the page itself contradicts is none.
    let input = PageInput { notice: None, ..*input };
    judge_known(site, &input, know(site, &input))
}

/// What is known of a page before it is judged.
struct Known {
    requested: Option<Locale>,
    requested_by: RequestedBy,
    /// What the requested locale is known by.
    evidence: Vec<Evidence>,
    source: usize,
    target: Option<usize>,
    read: Read,
}

fn know(site: &Site, input: &PageInput<'_>) -> Known {
    let mut evidence = Vec::new();
    let (requested, requested_by) = requested(site, input, &mut evidence);
    let candidates = site.candidates();
    let source = candidates.index(site.source()).unwrap_or(0);
    let target = requested.as_ref().and_then(|locale| candidates.index(locale));
    let read = blocks::read(site, source, target, input);
    if requested_by == RequestedBy::DateLine && speaks_a_dateless(site, target, input, &read) {
        let read = blocks::read(site, source, None, input);
        return Known {
            requested: None,
            requested_by: RequestedBy::None,
            evidence: Vec::new(),
            source,
            target: None,
            read,
        };
    }
    Known { requested, requested_by, evidence, source, target, read }
}

/// Whether most of a page is in another locale of the site than the one that its date line was
/// taken for, and in one whose dates aren't known here: the line may be in that locale.
fn speaks_a_dateless(site: &Site, target: Option<usize>, input: &PageInput<'_>, read: &Read) -> bool {
    let is_dateless = |index: usize| {
        Some(index) != target
            && site.locales().get(index).is_some_and(|locale| !date::has_names(locale.language()))
    };
    read.shares.ranked().first().is_some_and(|(tongue, letters)| {
        letters * 2 > read.shares.total()
            && match tongue {
                Tongue::Other(index) => is_dateless(*index),
                Tongue::Stranger(tag) => {
                    unlisted::like(site, tag, input, &read.blocks).into_iter().any(is_dateless)
                }
                Tongue::Source | Tongue::Target => false,
            }
    })
}

fn judge_known(site: &Site, input: &PageInput<'_>, known: Known) -> Judgement {
    let Known { requested, requested_by, mut evidence, source, target, read: Read { mut blocks, shares } } =
        known;
    let copied = input.source_text.and_then(|text| copy::share(input, text));
    let unlisted = target
        .filter(|target| *target != source && site.candidates().is_unlisted(*target))
        .map(|target| unlisted::read(site, source, target, input, &mut blocks));
    let (tongues, total, source_share) = match &unlisted {
        Some(reading) => (reading.tongues.clone(), reading.total, reading.share(Tongue::Source)),
        None => (shares.ranked(), shares.total(), shares.source_share()),
    };
    let facts = Facts {
        site,
        source,
        target,
        requested: requested.as_ref(),
        shares: &shares,
        tongues,
        total,
        source_share,
        not_source: evidence.iter().any(|e| matches!(e, Evidence::DateLineNotSource { .. })),
        copied,
        input,
        blocks: &blocks,
    };
    let ruling = match &unlisted {
        Some(reading) => facts.rule_unlisted(reading),
        None => facts.rule(),
    };

    if let Some(notice) = input.notice {
        let line = input.document.blocks.get(notice.block).map_or(1, |block| block.line);
        evidence.insert(0, facts.notice_evidence(notice, line));
        if ruling.stale {
            evidence.insert(0, Evidence::StaleNotice { line });
        }
    }
    if let Some(share) = copied.filter(|share| *share >= COPY_FROM || ruling.how == Some(How::Copy)) {
        evidence.push(Evidence::Copy { share });
    }
    facts.language_evidence(&ruling, &mut evidence);
    Judgement {
        verdict: ruling.verdict,
        how: ruling.how,
        served: ruling.served,
        requested_by: if requested.is_some() { requested_by } else { RequestedBy::None },
        requested,
        source_share,
        stale_notice: ruling.stale,
        blocks,
        evidence,
    }
}

/// The requested locale: as given, as the notice has it, or as the date line tells.
fn requested(
    site: &Site,
    input: &PageInput<'_>,
    evidence: &mut Vec<Evidence>,
) -> (Option<Locale>, RequestedBy) {
    if let Some(given) = input.requested {
        return (Some(given.clone()), RequestedBy::Given);
    }
    let locales = site.locales();
    if let Some(notice) = input.notice {
        let named = notice.target.as_ref().and_then(|t| {
            site.candidates().index(t).and_then(|i| locales.get(i)).cloned().or_else(|| Some(t.clone()))
        });
        // A notice in the served language, or in the source's, tells nothing of the one asked for.
        let own = || {
            let tells = |l: &Locale| {
                notice.served.as_ref().is_none_or(|s| s.language() != l.language())
                    && l.language() != site.source().language()
            };
            notice.speaks_to(locales).filter(tells)
        };
        if let Some(locale) = named.or_else(own) {
            evidence.push(Evidence::RequestedFromNotice { locale: locale.clone() });
            return (Some(locale), RequestedBy::Notice);
        }
    }
    for block in input.document.blocks.iter().take(DATE_WITHIN) {
        if block.kind != BlockKind::DateLine && !date::may_be_line(&block.text) {
            continue;
        }
        let Some(line) = date::read_line(&block.text) else { continue };
        let script = block.text.chars().find(|c| c.is_alphabetic()).map(script_of);
        let writes = |index: usize| script.is_none_or(|script| site.candidates().writes(index, script));
        let able = |languages: &[&str]| -> Vec<&Locale> {
            let fits =
                |(index, l): &(usize, &Locale)| date::may_be_in(l.language(), languages) && writes(*index);
            locales.iter().enumerate().filter(fits).map(|(_, locale)| locale).collect()
        };
        let (fitting, as_written) = (able(&line.languages), able(&line.as_written));
        if let ([locale], _) | (_, [locale]) = (&fitting[..], &as_written[..]) {
            evidence.push(Evidence::RequestedFromDateLine { locale: (*locale).clone(), line: block.line });
            return (Some((*locale).clone()), RequestedBy::DateLine);
        }
        let source = site.source().language();
        if !as_written.is_empty() && !as_written.iter().any(|locale| same_language(locale.language(), source))
        {
            let locales = as_written.into_iter().cloned().collect();
            evidence.push(Evidence::DateLineNotSource { locales, line: block.line });
            return (None, RequestedBy::None);
        }
    }
    (None, RequestedBy::None)
}

/// A verdict before it is dressed with evidence.
struct Ruling {
    verdict: PageVerdict,
    how: Option<How>,
    served: Option<Locale>,
    stale: bool,
}

struct Facts<'a> {
    site: &'a Site,
    source: usize,
    target: Option<usize>,
    requested: Option<&'a Locale>,
    shares: &'a Shares,
    /// The letters of each language, the most first.
    tongues: Vec<(Tongue, usize)>,
    /// All letters that count, those of no known language included.
    total: usize,
    /// The part of them in the source's language, 0 to 1.
    source_share: f64,
    /// Whether it is known, without the requested locale, that it is not the source's.
    not_source: bool,
    copied: Option<f64>,
    input: &'a PageInput<'a>,
    blocks: &'a [BlockJudgement],
}

impl Facts<'_> {
    fn rule(&self) -> Ruling {
        let asked_for_source = self.requested.is_some_and(|r| r == self.site.source());
        let is_copy = self.copied.is_some_and(|share| share >= COPY_FROM);
        let ruling = |verdict, how, served: Option<Locale>| Ruling { verdict, how, served, stale: false };
        let source = || Some(self.site.source().clone());
        if is_copy && !asked_for_source {
            let how = if self.input.notice.is_some() { How::Notice } else { How::Copy };
            return ruling(PageVerdict::Untranslated, Some(how), source());
        }
        if self.total < MIN_LETTERS {
            return self.rule_by_notice();
        }
        let share = self.source_share;
        let served = self.served();
        let how = if self.input.notice.is_some() { How::Notice } else { How::Silent };
        if asked_for_source {
            return match (share >= 1.0 - PARTIAL_TO, self.input.notice) {
                (true, notice) => {
                    Ruling { stale: notice.is_some(), ..ruling(PageVerdict::Source, None, source()) }
                }
                (false, Some(_)) => ruling(PageVerdict::Untranslated, Some(How::Notice), served),
                (false, None) => ruling(PageVerdict::Undecided, None, served),
            };
        }
        if let (Some(target), Some(requested)) = (self.target, self.requested)
            && self.site.candidates().same_language(target, self.source)
            && share > PARTIAL_TO
        {
            // Twins: only their few own words, the site's word or a copy can tell.
            return match (self.input.notice.is_some(), self.shares.told_apart()) {
                (true, _) => ruling(PageVerdict::Untranslated, Some(How::Notice), source()),
                (_, true) => ruling(PageVerdict::Untranslated, Some(How::Silent), source()),
                _ => ruling(PageVerdict::Translated, None, Some(requested.clone())),
            };
        }
        if share > PARTIAL_TO {
            return match (self.requested, self.input.notice) {
                (None, None) if !self.not_source => ruling(PageVerdict::Source, None, source()),
                _ => ruling(PageVerdict::Untranslated, Some(how), source()),
            };
        }
        let stale = self.input.notice.is_some();
        if share >= PARTIAL_FROM {
            return ruling(PageVerdict::Partial, None, served);
        }
        match self.requested {
            Some(_) if self.shares.is_third() => ruling(PageVerdict::Untranslated, Some(how), served),
            Some(requested) => {
                Ruling { stale, ..ruling(PageVerdict::Translated, None, Some(requested.clone())) }
            }
            None => {
                let said = self.input.notice.and_then(|n| n.served.as_ref());
                if said.is_some() && said.map(Locale::language) == served.as_ref().map(Locale::language) {
                    return ruling(PageVerdict::Untranslated, Some(How::Notice), served);
                }
                Ruling { stale, ..ruling(PageVerdict::Translated, None, served) }
            }
        }
    }

    /// The ruling on a page with too little text: the site's word, with nothing to hold against it.
    fn rule_by_notice(&self) -> Ruling {
        let ruling = |verdict, how, served| Ruling { verdict, how, served, stale: false };
        match self.input.notice {
            Some(notice) => ruling(PageVerdict::Untranslated, Some(How::Notice), notice.served.clone()),
            None => ruling(PageVerdict::Undecided, None, None),
        }
    }

    /// The ruling on a page asked for in a locale without a word list.
    fn rule_unlisted(&self, reading: &unlisted::Reading) -> Ruling {
        let ruling = |verdict, how, served: Option<Locale>| Ruling { verdict, how, served, stale: false };
        let how = if self.input.notice.is_some() { How::Notice } else { How::Silent };
        if self.copied.is_some_and(|share| share >= COPY_FROM) {
            let how = if how == How::Silent { How::Copy } else { how };
            return ruling(PageVerdict::Untranslated, Some(how), Some(self.site.source().clone()));
        }
        if self.total < MIN_LETTERS {
            return self.rule_by_notice();
        }
        let share = self.source_share;
        let most = reading.most();
        if share > PARTIAL_TO || matches!(most, Some(Tongue::Other(_))) {
            return ruling(PageVerdict::Untranslated, Some(how), self.served());
        }
        if share >= PARTIAL_FROM {
            return ruling(PageVerdict::Partial, None, most.and_then(|tongue| self.locale(tongue)));
        }
        match most {
            Some(Tongue::Target) => {
                let stale = self.input.notice.is_some();
                Ruling { stale, ..ruling(PageVerdict::Translated, None, self.requested.cloned()) }
            }
            _ => ruling(PageVerdict::Undecided, None, None),
        }
    }

    /// The locale that most of the page is in; a language that the site has not only where it is
    /// sure: nearly all there is, and not to be mistaken for a locale without a word list.
    fn served(&self) -> Option<Locale> {
        let (tongue, letters) = *self.tongues.first()?;
        match tongue {
            Tongue::Stranger(tag) => {
                let source = self.source;
                match unlisted::like(self.site, tag, self.input, self.blocks)[..] {
                    [] => self.locale(tongue).filter(|_| letters * 5 > self.total * 4),
                    [only] if !self.site.candidates().share_script(source, only) => {
                        self.site.locales().get(only).cloned()
                    }
                    _ => None,
                }
            }
            _ => self.locale(tongue),
        }
    }

    fn locale(&self, tongue: Tongue) -> Option<Locale> {
        match tongue {
            Tongue::Source => Some(self.site.source().clone()),
            Tongue::Target => self.requested.cloned(),
            Tongue::Other(index) => self.site.locales().get(index).cloned(),
            Tongue::Stranger(tag) => tag.parse().ok(),
        }
    }

    fn notice_evidence(&self, notice: &Notice, line: usize) -> Evidence {
        let rule = match &notice.rule {
            Rule::Listed(name) => (*name).to_owned(),
            Rule::Custom(name) => name.clone(),
            Rule::Cue => "cue".to_owned(),
            Rule::Label => "label".to_owned(),
        };
        Evidence::Notice { line, rule, target: notice.target.clone(), served: notice.served.clone() }
    }

    fn language_evidence(&self, ruling: &Ruling, evidence: &mut Vec<Evidence>) {
        let total = self.total;
        if total < MIN_LETTERS {
            evidence.push(Evidence::TooLittleText { letters: total });
        } else if let (PageVerdict::Undecided, Some(locale)) = (ruling.verdict, self.requested)
            && self.target.is_some_and(|target| self.site.candidates().is_unlisted(target))
        {
            evidence.push(Evidence::NoWordList { locale: locale.clone() });
        }
        if let (Some(target), Some(requested)) = (self.target, self.requested)
            && requested != self.site.source()
            && self.site.candidates().same_language(target, self.source)
        {
            let (requested, source) = (requested.clone(), self.site.source().clone());
            evidence.push(Evidence::SameLanguage { requested, source });
        }
        for (tongue, letters) in self.tongues.iter().copied() {
            let language = match tongue {
                Tongue::Stranger(tag) => tag.to_owned(),
                tongue => self.locale(tongue).as_ref().map(Locale::to_string).unwrap_or_default(),
            };
            if ruling.how.is_some()
                && self.tongues.first().is_some_and(|(first, _)| *first == tongue)
                && tongue != Tongue::Source
            {
                evidence.push(Evidence::ThirdLanguage { language: language.clone() });
            }
            evidence.push(Evidence::Language {
                language,
                share: letters as f64 / total.max(1) as f64,
                letters,
            });
        }
        if ruling.verdict == PageVerdict::Partial {
            let of_source = || self.blocks.iter().filter(|b| b.counts && b.source_letters > 0);
            let lines = of_source().take(MAX_LINES).map(|b| b.line).collect();
            evidence.push(Evidence::SourceLines { lines, blocks: of_source().count() });
        }
    }
}

#[cfg(test)]
mod tests;

//! Fallback notices: what a site says when it serves another language than the one asked for.
//!
//! Three layers, asked in this order for each block: the user's own wordings, a built-in list of
//! wordings with slots for the names of languages (`wordings`), and a general rule for notices that
//! nobody listed: cue words in sixty-eight languages (`cues`), where they stand in a sentence
//! (`sentence`), the shapes of a notice (`shapes`) and who is named as what (`roles`). Text is
//! compared in a folded form (`fold`); names are known in the languages notices are written in
//! (`names`).
//!
//! *Speed.* Every notice names a language or has a word for "language" or "translate". Those words,
//! in the shapes they are typed in, are looked for first (`filter`); only the few blocks that have
//! one are folded and looked at closely. Blocks
//! of more than [`LONGEST`] bytes are no notices; the head of a first block is looked at all the
//! same, since extractors glue a notice to what follows it.

mod bare;
mod cues;
mod filter;
mod fold;
mod heads;
mod label;
mod names;
mod roles;
mod sentence;
mod shapes;
mod wordings;

use std::ops::Range;
use std::sync::LazyLock;

use self::bare::bare;
use self::cues::{CUES, Place};
use self::filter::FILTER;
use self::fold::Folded;
pub(crate) use self::fold::{fold, is_word, western_letter};
use self::names::resolve;
pub(crate) use self::names::same_language;
use self::shapes::LONGEST_INSIDE;
pub use self::wordings::{BadNotice, BadNoticeReason, CustomNotice};
use self::wordings::{Listed, Wordings, listed};
use super::locale::Locale;

/// The longest block, in bytes, that is taken for a notice as a whole.
pub const LONGEST: usize = 700;

/// How much of a longer block's head is looked at, if it is among the first.
const HEAD: usize = 400;

/// How many blocks at the top and at the bottom of a page are its edge.
const EDGE: (usize, usize) = (10, 4);

/// A notice found on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The index of the block it stands in.
    pub block: usize,
    /// The byte range of the notice in that block's text.
    pub range: Range<usize>,
    /// The locale that the page was asked for in, if the notice names it; never guessed. Whom it
    /// speaks to by its own language is another question: [`Notice::speaks_to`].
    pub target: Option<Locale>,
    /// The locale that the page is offered in, if the notice names it.
    pub served: Option<Locale>,
    /// How it was recognised.
    pub rule: Rule,
    /// The tag of the language the notice is written in, if told by its words (`es`, `zh-Hant`).
    pub language: Option<&'static str>,
}

impl Notice {
    /// The locale among `locales` whose readers the notice speaks to by the language it is written
    /// in: most often the one asked for, but a site may speak the served language as well.
    pub fn speaks_to(&self, locales: &[Locale]) -> Option<Locale> {
        let tag = self.language?;
        let there = locales.iter().any(|locale| same_language(locale.language(), primary(tag)));
        there.then(|| resolve(tag, locales)).flatten()
    }
}

/// How a notice was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// By a wording of the built-in list; its name.
    Listed(&'static str),
    /// By a wording of the user's; its name in the configuration.
    Custom(String),
    /// By the general cue rule, listed nowhere.
    Cue,
    /// It is a label, "English only": to be believed only of a page that bears it out.
    Label,
}

/// What notices are recognised by.
#[derive(Clone, Debug)]
pub struct NoticeRules {
    custom: Vec<CustomNotice>,
    own: Wordings,
}

/// The built-in list, compiled once.
static LISTED: LazyLock<(Vec<Listed>, Wordings)> =
    LazyLock::new(|| (listed().collect(), Wordings::builtin()));

static BUILTIN: LazyLock<NoticeRules> =
    LazyLock::new(|| NoticeRules::with_custom(Vec::new()).unwrap_or_else(|_| NoticeRules::none()));

impl NoticeRules {
    /// The built-in rules.
    pub fn builtin() -> &'static NoticeRules {
        &BUILTIN
    }

    /// The built-in rules and the user's own wordings, which are asked first.
    ///
    /// # Errors
    /// The first wording that can't be searched for, and why.
    pub fn with_custom(custom: Vec<CustomNotice>) -> Result<NoticeRules, BadNotice> {
        let own = Wordings::custom(&custom)?;
        Ok(NoticeRules { custom, own })
    }

    fn none() -> NoticeRules {
        NoticeRules { custom: Vec::new(), own: Wordings::none() }
    }

    /// The first notice among the blocks of a page, in reading order. `locales` are the site's:
    /// names of languages resolve to them.
    ///
    /// Linear in the text; what is looked at closely is at most [`LONGEST`] bytes a block.
    pub fn find(&self, blocks: &[&str], locales: &[Locale]) -> Option<Notice> {
        self.find_sentence(blocks, locales).or_else(|| find_label(blocks, locales))
    }

    fn find_sentence(&self, blocks: &[&str], locales: &[Locale]) -> Option<Notice> {
        blocks.iter().enumerate().find_map(|(index, block)| {
            let place =
                if index < EDGE.0 || index + EDGE.1 >= blocks.len() { Place::Edge } else { Place::Inside };
            let (text, whole) = match block.get(..) {
                Some(text) if text.len() <= LONGEST => (text, true),
                Some(text) if index < 3 => (head(text), false),
                _ => return None,
            };
            if self.own.is_empty() && !FILTER.passes(text) {
                return None;
            }
            self.judge(text, whole, place, locales).map(|notice| Notice { block: index, ..notice })
        })
    }

    /// What one block says, its index left at 0.
    fn judge(&self, text: &str, whole: bool, place: Place, locales: &[Locale]) -> Option<Notice> {
        let bared = bare(text);
        let folded = Folded::new(&bared);
        if let Some((index, fit)) = self.own.find(&folded.text) {
            let notice = self.custom.get(index)?;
            return Some(Notice {
                block: 0,
                range: folded.original(fit.range.clone()),
                target: fit.target.and_then(|tag| resolve(tag, locales)).or_else(|| notice.locale.clone()),
                served: fit.served.and_then(|tag| resolve(tag, locales)),
                rule: Rule::Custom(notice.name.clone()),
                language: None,
            });
        }
        let (lines, wordings) = &*LISTED;
        let by_list = wordings
            .find(&folded.text)
            .filter(|(_, fit)| stands_alone(&folded.text, &fit.range))
            .and_then(|(index, fit)| lines.get(index).map(|line| (line, fit)));
        if by_list.is_none() && !whole {
            return None;
        }
        let in_locales =
            |tag: &str| locales.iter().any(|locale| same_language(locale.language(), primary(tag)));
        // Most of the paragraphs that name a language are too long for the rule: no need to ask.
        let signs = || folded.text.chars().filter(|c| !c.is_whitespace()).count();
        let by_cue = match place == Place::Inside && signs() > LONGEST_INSIDE {
            true => None,
            false => CUES.find(&folded, place, in_locales),
        };
        match (by_list, by_cue) {
            (Some((line, fit)), cue) => {
                // The list knows the wording; the sentence beside it may say more.
                let beside = cue
                    .filter(|cue| cue.range.start <= fit.range.start && fit.range.end <= cue.range.end + 2);
                let target = fit.target.or(beside.as_ref().and_then(|cue| cue.target));
                let served =
                    fit.served.or(beside.as_ref().and_then(|cue| cue.served)).filter(|s| Some(*s) != target);
                Some(told(
                    &folded,
                    fit.range,
                    target,
                    served,
                    line.language,
                    Rule::Listed(line.name),
                    locales,
                ))
            }
            (None, Some(cue)) => {
                Some(told(&folded, cue.range, cue.target, cue.served, cue.language, Rule::Cue, locales))
            }
            (None, None) => None,
        }
    }
}

/// The first label at the top of a page.
fn find_label(blocks: &[&str], locales: &[Locale]) -> Option<Notice> {
    let prefer = |tag: &str| locales.iter().any(|locale| same_language(locale.language(), primary(tag)));
    blocks.iter().take(label::WITHIN).enumerate().find_map(|(index, block)| {
        if block.len() > label::LONGEST_TYPED || !FILTER.passes(block) {
            return None;
        }
        let folded = Folded::new(&bare(block));
        let label = label::find(&folded, &CUES, prefer)?;
        let range = 0..folded.text.len();
        let notice = told(&folded, range, None, Some(label.served), label.language, Rule::Label, locales);
        Some(Notice { block: index, ..notice })
    })
}

/// Whether a listed wording begins its sentence or clause and asks nothing: "If this page is not
/// available in your language, …" tells of no page.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).map(str::trim_end).and_then(|head| head.chars().next_back());
    let after = text.get(range.end..).map(str::trim_start).and_then(|rest| rest.chars().next());
    before.is_none_or(|c| !c.is_alphanumeric()) && after != Some('?')
}

/// Puts a notice together; `language` is the tag of the language it is written in.
fn told(
    folded: &Folded,
    range: Range<usize>,
    target: Option<&str>,
    served: Option<&str>,
    language: &'static str,
    rule: Rule,
    locales: &[Locale],
) -> Notice {
    Notice {
        block: 0,
        range: folded.original(range),
        target: target.and_then(|tag| resolve(tag, locales)),
        served: served.and_then(|tag| resolve(tag, locales)),
        rule,
        language: Some(language),
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The head of a long text, cut at a character.
fn head(text: &str) -> &str {
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;

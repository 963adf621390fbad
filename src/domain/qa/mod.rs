//! The quality checks of a bitext: what a careful second reader would mark in a translation
//! without asking whether it is a good one.
//!
//! Each check is a file of its own and finds one thing, under one code of a closed list
//! ([`Check`]). All of them hold units against units that belong together (recorded links, or else
//! an alignment), never the texts as wholes. The rule for all is that a flag that is wrong costs
//! more than one that lacks: a reader who meets three false flags stops reading. So a check that
//! compares (numbers, dates, names) wants evidence on both sides, something lost *and* something
//! come, wherever one side alone is what good translators leave as well; where one side is enough,
//! its doc says why.
//!
//! What others do and was measured: on a published French translation of one of the pages in this
//! repository a well-known checker gave nine flags, all false, most of them for numbers and
//! capitals that French writes otherwise. The figures of these checks are printed and held by the
//! tests in `tests/it/qa.rs`.
//!
//! Checks of terms come by way of [`Extra`]: a termbase is no part of a text.

pub mod bitext;
mod checks;
pub mod ignore;
pub(in crate::domain) mod reading;

use std::collections::BTreeMap;

use super::article::{ArticleId, TreePath};
use super::finding::{Arg, Finding, Location, Severity};
use super::gate::identity;
use super::language::Candidates;
use super::locale::Locale;
use bitext::{Bitext, Pair, Unit};

pub use checks::across::{Lengths, Place, Said, across};

/// What a check looks for. The name is the code of its findings; their messages' ids are `rule-` and
/// `finding-` and the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// A unit, or a sentence of it, is the source's own text, or in the source's language.
    LeftUntranslated,
    /// A unit or a sentence of it is in a language that is neither the source's nor the target's.
    WrongLanguage,
    /// A link, an image, code, a placeholder or an address that the source has is gone, or its
    /// markup is broken.
    MarkupBroken,
    /// A unit of the source has no counterpart, or one of the target has none.
    UnitsDiffer,
    /// A term that the termbase calls an error.
    ForbiddenTerm,
    /// Initials, or a name, that the termbase keeps in every language are not in the target.
    KeepBroken,
    /// A number that is not the source's.
    NumberDiffers,
    /// A date or a month that is not the source's.
    DateDiffers,
    /// A name that is spelt otherwise than in the source.
    NameDiffers,
    /// A bracket or a quotation mark without its fellow.
    BracketOpen,
    /// A question or an exclamation without the mark before it.
    InvertedMark,
    /// A word that stands twice in a row.
    WordTwice,
    /// A target much longer or shorter than others of its locales.
    LengthUnusual,
    /// A sentence that is translated in one way here and in another there.
    TwoWays,
    /// A list with more or fewer items than the source's.
    ListItems,
    /// A heading that stands deeper or higher than the source's.
    HeadingLevel,
    /// The unit ends with another mark.
    EndMark,
    /// A blank that French typography wants, or wants unbreakable.
    FrenchSpace,
    /// Two blanks in a row.
    DoubleSpace,
}

impl Check {
    /// Every check, gravest first.
    pub const ALL: [Check; 19] = [
        Check::LeftUntranslated,
        Check::WrongLanguage,
        Check::MarkupBroken,
        Check::UnitsDiffer,
        Check::ForbiddenTerm,
        Check::KeepBroken,
        Check::NumberDiffers,
        Check::DateDiffers,
        Check::NameDiffers,
        Check::BracketOpen,
        Check::InvertedMark,
        Check::WordTwice,
        Check::LengthUnusual,
        Check::TwoWays,
        Check::ListItems,
        Check::HeadingLevel,
        Check::EndMark,
        Check::FrenchSpace,
        Check::DoubleSpace,
    ];

    /// The code of its findings.
    pub const fn name(self) -> &'static str {
        match self {
            Check::LeftUntranslated => "left-untranslated",
            Check::WrongLanguage => "wrong-language",
            Check::MarkupBroken => "markup-broken",
            Check::UnitsDiffer => "units-differ",
            Check::ForbiddenTerm => "forbidden-term",
            Check::KeepBroken => "keep-broken",
            Check::NumberDiffers => "number-differs",
            Check::DateDiffers => "date-differs",
            Check::NameDiffers => "name-differs",
            Check::BracketOpen => "bracket-open",
            Check::InvertedMark => "inverted-mark",
            Check::WordTwice => "word-twice",
            Check::LengthUnusual => "length-unusual",
            Check::TwoWays => "two-ways",
            Check::ListItems => "list-items",
            Check::HeadingLevel => "heading-level",
            Check::EndMark => "end-mark",
            Check::FrenchSpace => "french-space",
            Check::DoubleSpace => "double-space",
        }
    }

    /// The check of that code.
    pub fn from_name(name: &str) -> Option<Check> {
        Check::ALL.into_iter().find(|check| check.name() == name)
    }

    /// How grave what it finds is.
    pub const fn severity(self) -> Severity {
        match self {
            Check::LeftUntranslated
            | Check::WrongLanguage
            | Check::MarkupBroken
            | Check::UnitsDiffer
            | Check::ForbiddenTerm
            | Check::KeepBroken => Severity::Error,
            Check::NumberDiffers
            | Check::DateDiffers
            | Check::NameDiffers
            | Check::BracketOpen
            | Check::InvertedMark
            | Check::WordTwice
            | Check::LengthUnusual
            | Check::TwoWays
            | Check::ListItems
            | Check::HeadingLevel => Severity::Warning,
            Check::EndMark | Check::FrenchSpace | Check::DoubleSpace => Severity::Hint,
        }
    }
}

/// One thing that a check found in one bitext.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// The line of the target's file; 0 where it has no place of its own there.
    pub line: u32,
    /// What found it.
    pub check: Check,
    /// What makes it the same problem in another run besides article and locale: the source unit's
    /// hash (the target's where there is none) and what was found, as hex.
    pub id: String,
    /// The line is one of the source's file.
    pub in_source: bool,
    /// The arguments of its message, by name.
    pub args: Vec<(ArgName, String)>,
}

/// The names that arguments of messages have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum ArgName {
    /// What it is about, as the target has it.
    Target,
    /// What it is about, as the source has it.
    Source,
    /// Which of several cases it is.
    Kind,
    /// Another place: `path:line`.
    Place,
    /// A percentage.
    Percent,
    /// A language.
    Language,
    /// How many units.
    Count,
}

impl ArgName {
    fn name(self) -> &'static str {
        match self {
            ArgName::Target => "target",
            ArgName::Source => "source",
            ArgName::Kind => "kind",
            ArgName::Place => "place",
            ArgName::Percent => "percent",
            ArgName::Language => "language",
            ArgName::Count => "count",
        }
    }
}

/// A check that is no part of this module: the termbase's, say.
pub trait Extra: Sync {
    /// Adds what it finds in these pairs of the bitext: those that are to be held against each
    /// other, in order. What an editor left as it is, or is in another language, is not among them.
    fn look(&self, bitext: &Bitext<'_>, pairs: &[&Pair], out: &mut Vec<Problem>);
}

/// What is needed to check besides the bitext.
pub struct Site<'s> {
    /// The site's locales, made ready to be told apart.
    pub candidates: &'s Candidates,
    /// Further checks.
    pub extra: &'s [&'s dyn Extra],
}

/// What was found in one bitext, and what only all bitexts together can tell.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Looked {
    /// The problems, sorted.
    pub problems: Vec<Problem>,
    /// How long the sides are.
    pub lengths: Lengths,
    /// Which sentence was translated how.
    pub said: Vec<Said>,
    /// How many words of the target were looked at.
    pub words: u32,
}

/// The longest part of a text that a message shows, in characters.
const SHOWN: usize = 60;

/// A text as a message shows it: one line, not too long.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.trim().chars().enumerate() {
        if count == SHOWN {
            out.push('…');
            break;
        }
        out.push(if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' { ' ' } else { c });
    }
    out
}

impl Problem {
    /// A problem of a pair, at `place` (or at the pair's first unit), known again by `what`.
    pub(in crate::domain) fn new(
        check: Check,
        bitext: &Bitext<'_>,
        pair: &Pair,
        place: Option<(&Unit<'_>, usize)>,
        what: &str,
        args: Vec<(ArgName, String)>,
    ) -> Problem {
        let mut hasher = blake3::Hasher::new();
        for source in bitext.sources(pair) {
            hasher.update(source.hash().to_string().as_bytes());
        }
        if pair.source.is_empty() {
            for target in bitext.targets(pair) {
                hasher.update(b"target");
                hasher.update(target.hash().to_string().as_bytes());
            }
        }
        hasher.update(&[0]);
        hasher.update(what.as_bytes());
        let id = hasher.finalize().to_hex().chars().take(16).collect();
        let in_source = place.is_none() && pair.target.is_empty();
        let line = match place {
            Some((unit, at)) => unit.line_of(at),
            None => bitext
                .targets(pair)
                .next()
                .or_else(|| bitext.sources(pair).next())
                .map_or(0, |unit| unit.line),
        };
        Problem { line: u32::try_from(line).unwrap_or(u32::MAX), check, id, in_source, args }
    }
}

/// Looks at one bitext with every check.
pub fn look(bitext: &Bitext<'_>, site: &Site<'_>) -> Looked {
    let mut problems = Vec::new();
    checks::run(bitext, site, &mut problems);
    let mut looked = checks::across::gather(bitext);
    problems.sort();
    problems.dedup();
    number_again(&mut problems);
    looked.problems = problems;
    looked
}

/// Gives problems that repeat (the same text, the same fault) ids of their own.
fn number_again(problems: &mut [Problem]) {
    let mut seen: BTreeMap<(Check, String), u32> = BTreeMap::new();
    for problem in problems {
        let count = seen.entry((problem.check, problem.id.clone())).or_insert(0);
        *count += 1;
        if *count > 1 {
            let again = blake3::hash(format!("{} {count}", problem.id).as_bytes());
            problem.id = again.to_hex().chars().take(16).collect();
        }
    }
}

/// The short name by which a user ignores a finding: the same in another run, whatever lines moved.
pub fn finding_id(check: Check, article: &ArticleId, locale: &Locale, problem: &Problem) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [check.name(), article.as_str(), locale.as_str(), &problem.id] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex().chars().take(12).collect()
}

/// The problem as a finding of an article in a locale, which stand in those files.
pub fn finding(
    problem: &Problem,
    article: &ArticleId,
    locale: &Locale,
    source: &TreePath,
    target: &TreePath,
) -> Finding {
    let id = finding_id(problem.check, article, locale, problem);
    let mut args: Vec<(&'static str, Arg)> = vec![
        ("article", Arg::Text(article.to_string())),
        ("locale", Arg::Text(locale.to_string())),
        ("id", Arg::Text(id.clone())),
    ];
    args.extend(problem.args.iter().map(|(name, value)| {
        let value = match name {
            ArgName::Percent | ArgName::Count => {
                value.parse().map_or_else(|_| Arg::Text(value.clone()), Arg::Number)
            }
            _ => Arg::Text(value.clone()),
        };
        (name.name(), value)
    }));
    let path = if problem.in_source { source } else { target };
    let line = (problem.line > 0).then_some(problem.line as usize);
    Finding {
        code: problem.check.name(),
        severity: problem.check.severity(),
        location: Location { path: path.clone(), line, column: None },
        args,
        identity: format!("{}\t{id}", identity(problem.check.name(), article.as_str(), locale.as_str())),
    }
}

#[cfg(test)]
mod tests;

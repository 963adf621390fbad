//! What cotejo says of one (article, locale), with its evidence.

use super::article::{ArticleId, TreePath, Wish};
use super::change::ChangeClass;
use super::date::Date;
use super::document::{Document, ReadProblemKind};
use super::finding::{Location, Severity};
use super::locale::Locale;
use super::page::{How, PageVerdict};
use super::track::ClassCounts;

/// What cotejo says of the version of an article in one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There is no version.
    Missing,
    /// The version is not in its locale's language.
    Untranslated,
    /// A part of the version is still in the source's language.
    Partial,
    /// The source has changed since the version was last in step with it.
    Outdated,
    /// Translated, but no baseline is known.
    Unrecorded,
    /// In step with the source.
    Current,
    /// Too little text to tell.
    Undecided,
    /// A target without a source.
    Orphan,
    /// Several files may be the version, or the file may be the version of several articles.
    Ambiguous,
    /// The version, its source or its record could not be read.
    Unreadable,
}

impl Verdict {
    /// Every verdict, in the order in which reports list them.
    pub const ALL: [Verdict; 10] = [
        Verdict::Current,
        Verdict::Outdated,
        Verdict::Partial,
        Verdict::Untranslated,
        Verdict::Missing,
        Verdict::Unrecorded,
        Verdict::Undecided,
        Verdict::Orphan,
        Verdict::Ambiguous,
        Verdict::Unreadable,
    ];

    /// The name in configuration, JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Missing => "missing",
            Verdict::Untranslated => "untranslated",
            Verdict::Partial => "partial",
            Verdict::Outdated => "outdated",
            Verdict::Unrecorded => "unrecorded",
            Verdict::Current => "current",
            Verdict::Undecided => "undecided",
            Verdict::Orphan => "orphan",
            Verdict::Ambiguous => "ambiguous",
            Verdict::Unreadable => "unreadable",
        }
    }

    /// The verdict of that name.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// What the site shows to those who ask for the locale.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Published {
    /// No page asked for in this locale is known.
    Unknown,
    /// The site serves a version in this locale.
    Yes,
    /// The site serves another language.
    No {
        /// The language it serves, if told.
        served: Option<Locale>,
        /// Whether it says so.
        how: Option<How>,
    },
}

/// The first place of a file that could not be read as meant, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Flaw {
    /// The file.
    pub path: TreePath,
    /// The line of the first place, counted from 1.
    pub line: u32,
    /// Its column in characters, counted from 1.
    pub column: u32,
    /// What it is.
    pub kind: ReadProblemKind,
    /// How many places there are.
    pub count: u32,
}

impl Flaw {
    /// The flaw of a document that was read from that file, if it has one.
    pub fn of(document: &Document, path: &TreePath) -> Option<Flaw> {
        let first = document.problems.first()?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(Flaw {
            path: path.clone(),
            line: number(first.line),
            column: number(first.column),
            kind: first.kind,
            count: number(document.problems.len().saturating_add(document.more_problems)),
        })
    }
}

/// How many of a version's links are in which state of work; an axis apart from the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ReviewCounts {
    /// Made by a machine and not looked at.
    pub draft_mt: u32,
    /// Translated by a person.
    pub translated: u32,
    /// Reviewed by a second person.
    pub reviewed: u32,
    /// Left as it was, with a reason.
    pub as_is: u32,
}

/// What decides the verdict of one version that has a readable source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// What the version's own text says; `None` where there is no version at all.
    pub page: Option<PageVerdict>,
    /// The changes that wait, where a record is known.
    pub pending: Option<ClassCounts>,
    /// From which class on a version is outdated.
    pub outdated_from: ChangeClass,
}

/// The verdict of one version.
///
/// The text speaks first: a version that is not in its language is `untranslated` or `partial`
/// whatever its record says. A person's record outranks only the doubt of too little text.
pub fn decide(grounds: Grounds) -> Verdict {
    let Some(page) = grounds.page else { return Verdict::Missing };
    match (page, grounds.pending) {
        (PageVerdict::Untranslated | PageVerdict::Source, _) => Verdict::Untranslated,
        (PageVerdict::Partial, _) => Verdict::Partial,
        (PageVerdict::Undecided, None) => Verdict::Undecided,
        (PageVerdict::Translated, None) => Verdict::Unrecorded,
        (PageVerdict::Translated | PageVerdict::Undecided, Some(pending)) => {
            match pending.from_class(grounds.outdated_from) {
                0 => Verdict::Current,
                _ => Verdict::Outdated,
            }
        }
    }
}

/// The measures of an article's source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Size {
    /// Units.
    pub units: u32,
    /// Words by UAX #29; characters where the source's locale writes no blanks.
    pub words: u32,
}

/// All that `status`, `check` and `report` know of one (article, locale).
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    /// The article.
    pub article: ArticleId,
    /// Its collection.
    pub collection: String,
    /// Its title in the source, for people; may be empty.
    pub title: String,
    /// The target locale.
    pub locale: Locale,
    /// The source's locale.
    pub source_locale: Locale,
    /// The file with the source text.
    pub source: Option<TreePath>,
    /// The file with the version, or where it would be.
    pub target: Option<TreePath>,
    /// The date the article gives for itself.
    pub date: Option<Date>,
    /// The verdict.
    pub verdict: Verdict,
    /// How, where it is untranslated.
    pub how: Option<How>,
    /// The part of the version, by letters, in the source's language, 0 to 1.
    pub source_share: f64,
    /// Whether the version begins with a notice although it is translated.
    pub stale_notice: bool,
    /// What the site shows.
    pub published: Published,
    /// An editor's wish; such a row counts in no sum.
    pub wish: Option<Wish>,
    /// The changes that wait.
    pub pending: ClassCounts,
    /// How many target units were edited by hand since they were accepted.
    pub edited: u32,
    /// How many accepted units the version has no more, although the source still has them.
    pub lost: u32,
    /// What of the version, or of its source, could not be read as meant.
    pub flaw: Option<Flaw>,
    /// The states of the links.
    pub review: ReviewCounts,
    /// The size of the source text.
    pub size: Size,
    /// The words (or characters) of source text that are still to be done.
    pub words_to_do: u32,
    /// Findings about terms in the version; none where the project has no termbase.
    pub terms: TermCounts,
    /// The moment of the record's last link, in seconds since 1970.
    pub recorded_at: Option<i64>,
    /// The moment, in seconds since 1970, after which the first of the changes that wait came: the
    /// oldest accept of the links that wait; where only units were added, the record's last accept.
    pub pending_from: Option<i64>,
    /// Where the verdict shows: at the version (the first unit that is touched or untranslated), at
    /// the source where there is no version, at the file that could not be read.
    pub place: Option<Location>,
    /// Why it is unreadable: the id of a message and its arguments.
    pub trouble: Option<Trouble>,
}

impl Row {
    /// Why it could not be read, where the version is wanted and could not.
    pub fn unread(&self) -> Option<&Trouble> {
        self.trouble.as_ref().filter(|_| self.verdict == Verdict::Unreadable && self.wish.is_none())
    }
}

/// Why a version, its source or its record could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Trouble {
    /// The id of the message that says why.
    pub code: String,
    /// Its arguments.
    pub args: Vec<(String, String)>,
    /// The file.
    pub path: TreePath,
}

/// How many findings about terms there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TermCounts {
    /// Forbidden terms, as a rule.
    pub errors: u32,
    /// Missing and deprecated terms, as a rule.
    pub warnings: u32,
    /// What is only worth a look.
    pub hints: u32,
}

impl TermCounts {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == TermCounts::default()
    }

    /// Counts one more.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Hint => self.hints += 1,
        }
    }

    /// Takes out those that are told elsewhere.
    pub fn less(&mut self, told: TermCounts) {
        self.errors = self.errors.saturating_sub(told.errors);
        self.warnings = self.warnings.saturating_sub(told.warnings);
        self.hints = self.hints.saturating_sub(told.hints);
    }

    fn add(&mut self, other: TermCounts) {
        self.errors = self.errors.saturating_add(other.errors);
        self.warnings = self.warnings.saturating_add(other.warnings);
        self.hints = self.hints.saturating_add(other.hints);
    }
}

/// Sums over rows, wishes left out. Every row lands in exactly one bucket.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Totals {
    /// Rows that count.
    pub articles: u32,
    /// Rows by verdict, in the order of [`Verdict::ALL`].
    pub by_verdict: [u32; Verdict::ALL.len()],
    /// Units of the sources.
    pub units: u64,
    /// Words of the sources.
    pub words: u64,
    /// Words still to be done.
    pub words_to_do: u64,
    /// Rows whose version the site serves.
    pub published: u32,
    /// Rows whose version the site is known not to serve.
    pub not_published: u32,
    /// Rows left out by a wish.
    pub left_out: u32,
    /// Findings about terms.
    pub terms: TermCounts,
    /// Rows with units that were edited by hand since they were accepted.
    pub edited: u32,
    /// Rows whose version lost units that were accepted.
    pub lost: u32,
    /// Rows whose version or source could not be read as meant.
    pub flawed: u32,
    /// Links whose target a machine drafted and nobody looked at.
    pub drafts: u64,
    /// Links whose target a second person reviewed.
    pub reviewed: u64,
}

impl Totals {
    /// The sums over those rows.
    pub fn over<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Totals {
        let mut totals = Totals::default();
        for row in rows {
            totals.add(row);
        }
        totals
    }

    fn add(&mut self, row: &Row) {
        if row.wish.is_some() {
            self.left_out += 1;
            return;
        }
        self.articles += 1;
        if let Some(at) = Verdict::ALL.iter().position(|verdict| *verdict == row.verdict) {
            self.by_verdict[at] += 1;
        }
        self.units += u64::from(row.size.units);
        self.words += u64::from(row.size.words);
        self.words_to_do += u64::from(row.words_to_do);
        self.terms.add(row.terms);
        self.edited += u32::from(row.edited > 0);
        self.lost += u32::from(row.lost > 0);
        self.flawed += u32::from(row.flaw.is_some());
        self.drafts += u64::from(row.review.draft_mt);
        self.reviewed += u64::from(row.review.reviewed);
        match row.published {
            Published::Yes => self.published += 1,
            Published::No { .. } => self.not_published += 1,
            Published::Unknown => {}
        }
    }

    /// How many rows have that verdict.
    pub fn count(&self, verdict: Verdict) -> u32 {
        Verdict::ALL.iter().position(|other| *other == verdict).map_or(0, |at| self.by_verdict[at])
    }

    /// The percentage of rows that are current, rounded down so that 100 means all; `None` of none.
    pub fn percent_current(&self) -> Option<u32> {
        (self.articles > 0).then(|| self.count(Verdict::Current) * 100 / self.articles)
    }
}

//! The gate: which rows are findings, how grave they are, and which fail.
//!
//! A finding fails when it is an [`Severity::Error`]. What makes it one is the policy: the
//! verdicts it names, or a change that waits of a class it names or a graver one. Days of grace
//! and recorded debts come after, at the hands of the caller: they need dates and files.

pub mod debt;

use std::fmt;

use super::article::TreePath;
use super::change::ChangeClass;
use super::finding::{Arg, Finding, Location, Severity};
use super::locale::Locale;
use super::page::How;
use super::qa::Check;
use super::track::ClassCounts;
use super::verdict::{Published, Row, Totals, Trouble, Verdict};

/// A code that a finding of `check` may have. Its messages' ids are `rule-` and `finding-` and
/// the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The code.
    pub code: &'static str,
    /// How grave it is where the policy does not name it.
    pub severity: Severity,
    /// Whether it may be recorded as a debt: what a translator can pay.
    pub owed: bool,
}

const fn rule(code: &'static str, severity: Severity, owed: bool) -> Rule {
    Rule { code, severity, owed }
}

/// Every code that `check` and `qa` can find, the verdicts first, the quality checks' last.
pub const RULES: [Rule; 38] = [
    rule("missing", Severity::Warning, true),
    rule("untranslated", Severity::Warning, true),
    rule("partial", Severity::Warning, true),
    rule("outdated", Severity::Warning, true),
    rule("unrecorded", Severity::Warning, true),
    rule("moved", Severity::Warning, false),
    rule("undecided", Severity::Hint, true),
    rule("orphan", Severity::Warning, true),
    rule("ambiguous", Severity::Warning, true),
    rule("unreadable", Severity::Error, false),
    rule("not-published", Severity::Hint, true),
    rule("stale-notice", Severity::Warning, false),
    rule("flawed", Severity::Warning, false),
    rule("terms", Severity::Warning, true),
    rule("coverage-low", Severity::Error, false),
    rule("debt-grown", Severity::Error, false),
    rule("debt-paid", Severity::Hint, false),
    rule("nothing-recorded", Severity::Hint, false),
    of_check(Check::LeftUntranslated),
    of_check(Check::WrongLanguage),
    of_check(Check::MarkupBroken),
    of_check(Check::UnitsDiffer),
    of_check(Check::ForbiddenTerm),
    of_check(Check::KeepBroken),
    of_check(Check::NumberDiffers),
    of_check(Check::DateDiffers),
    of_check(Check::NameDiffers),
    of_check(Check::BracketOpen),
    of_check(Check::InvertedMark),
    of_check(Check::WordTwice),
    of_check(Check::LengthUnusual),
    of_check(Check::TwoWays),
    of_check(Check::ListItems),
    of_check(Check::HeadingLevel),
    of_check(Check::EndMark),
    of_check(Check::FrenchSpace),
    of_check(Check::DoubleSpace),
    rule("ignore-idle", Severity::Hint, false),
];

/// The rule of a quality check.
const fn of_check(check: Check) -> Rule {
    rule(check.name(), check.severity(), true)
}

/// The rule of that code.
pub fn rule_of(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// What a check can be told to fail on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// Versions of that verdict.
    Verdict(Verdict),
    /// Versions in order that the site does not serve.
    NotPublished,
    /// Versions with a waiting change of that class or a graver one.
    Class(ChangeClass),
}

impl Gate {
    /// The gate of that name: a verdict's (but `current`), `not-published`, or a class of change.
    pub fn from_name(name: &str) -> Option<Gate> {
        match name {
            "current" => None,
            "not-published" => Some(Gate::NotPublished),
            _ => Verdict::from_name(name)
                .map(Gate::Verdict)
                .or_else(|| ChangeClass::from_name(name).map(Gate::Class)),
        }
    }

    /// The name in configuration and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Gate::Verdict(verdict) => verdict.name(),
            Gate::NotPublished => "not-published",
            Gate::Class(class) => class.name(),
        }
    }
}

/// What to do with versions that no record knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrecorded {
    /// Nothing.
    Allow,
    /// Say so.
    Warn,
    /// Fail.
    Fail,
}

/// What makes a row a finding, and a finding an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatePolicy {
    /// What fails.
    pub fail_on: Vec<Gate>,
    /// What to do with versions that no record knows; [`GatePolicy::fail_on`] outranks it.
    pub unrecorded: Unrecorded,
    /// From which class on a version is outdated.
    pub outdated_from: ChangeClass,
}

impl GatePolicy {
    /// Whether it fails on that gate by name.
    pub fn names(&self, gate: Gate) -> bool {
        self.fail_on.contains(&gate)
    }

    /// The slightest class of change that it fails on.
    fn class(&self) -> Option<ChangeClass> {
        self.fail_on
            .iter()
            .filter_map(|gate| match gate {
                Gate::Class(class) => Some(*class),
                _ => None,
            })
            .min()
    }

    /// Whether a change waits that it fails on.
    fn fails_by_class(&self, row: &Row) -> bool {
        self.class().is_some_and(|class| row.pending.from_class(class) > 0)
    }
}

/// What makes it the same finding in another run: code, subject and locale with tabs between; it is
/// a line of the file of debts too. Line ends, tabs and other control characters are escaped.
pub fn identity(code: &str, subject: &str, locale: &str) -> String {
    format!("{code}\t{}\t{}", Escaped(subject), Escaped(locale))
}

/// A text as one field of an identity.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\\' => f.write_str("\\\\")?,
                '\t' => f.write_str("\\t")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                    write!(f, "{}", c.escape_unicode())?;
                }
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

/// The findings of one row, wished-away rows having none: at most one for its verdict, and what
/// else is to be said of a version.
pub fn of_row(row: &Row, policy: &GatePolicy) -> Vec<Finding> {
    if row.wish.is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some((code, severity)) = verdict(row, policy) {
        found.push(finding(row, code, severity, details(row, code, policy)));
    }
    if row.verdict == Verdict::Current
        && let Published::No { served, .. } = &row.published
    {
        let severity =
            if policy.names(Gate::NotPublished) { Severity::Error } else { severity_of("not-published") };
        let served = served.as_ref().map_or("none", Locale::as_str);
        found.push(finding(row, "not-published", severity, vec![("served", Arg::Text(served.to_owned()))]));
    }
    if row.stale_notice {
        found.push(finding(row, "stale-notice", severity_of("stale-notice"), Vec::new()));
    }
    if let Some(flaw) = &row.flaw {
        let details = vec![
            ("kind", Arg::Text(flaw.kind.name().to_owned())),
            ("count", Arg::Number(i64::from(flaw.count))),
        ];
        let mut finding = finding(row, "flawed", severity_of("flawed"), details);
        let place = |number: u32| usize::try_from(number).ok();
        finding.location =
            Location { path: flaw.path.clone(), line: place(flaw.line), column: place(flaw.column) };
        found.push(finding);
    }
    // A forbidden term fails; hints alone are for `glossary check` to tell.
    let terms = row.terms;
    if terms.errors + terms.warnings > 0 {
        let severity = if terms.errors > 0 { Severity::Error } else { severity_of("terms") };
        let counts = [("errors", terms.errors), ("warnings", terms.warnings), ("hints", terms.hints)];
        let details = counts.map(|(name, count)| (name, Arg::Number(i64::from(count)))).to_vec();
        found.push(finding(row, "terms", severity, details));
    }
    found
}

/// What is known of a version whose record waits at the place that its source has left.
#[derive(Clone, Debug)]
pub struct Moved<'a> {
    /// Where the source stood.
    pub from: &'a TreePath,
    /// Where its text stands.
    pub to: &'a TreePath,
    /// The places among which somebody must choose; `None` where there is one.
    pub places: Option<String>,
    /// The changes that wait by the record, were this the place.
    pub followed: ClassCounts,
}

/// A version whose record waits at the place that its source has left. `row` is the version as it
/// stands without the record. It is as grave as the version would be with its record: to move a file
/// hides no change from a gate.
pub fn moved(row: &Row, moved: Moved<'_>, policy: &GatePolicy) -> Finding {
    let Moved { from, to, places, followed } = moved;
    let verdict = match followed.from_class(policy.outdated_from) {
        0 => Verdict::Current,
        _ => Verdict::Outdated,
    };
    let with_record = Row { verdict, pending: followed, ..row.clone() };
    let severity = [row, &with_record]
        .into_iter()
        .filter_map(|row| Some(self::verdict(row, policy)?.1))
        .chain([severity_of("moved")])
        .max();
    let gravest = ChangeClass::ALL.into_iter().rev().find(|class| followed.from_class(*class) > 0);
    let changes = i64::try_from(followed.from_class(ChangeClass::Cosmetic)).unwrap_or(i64::MAX);
    let details = vec![
        ("from", Arg::Text(from.to_string())),
        ("path", Arg::Text(to.to_string())),
        ("candidates", Arg::Text(places.unwrap_or_else(|| "none".to_owned()))),
        ("changes", Arg::Number(changes)),
        ("class", Arg::Text(gravest.map_or("none", ChangeClass::name).to_owned())),
    ];
    finding(row, "moved", severity.unwrap_or(Severity::Warning), details)
}

fn severity_of(code: &str) -> Severity {
    rule_of(code).map_or(Severity::Warning, |rule| rule.severity)
}

/// The code and severity of a row's verdict; `None` where there is nothing to find.
fn verdict(row: &Row, policy: &GatePolicy) -> Option<(&'static str, Severity)> {
    let code = row.verdict.name();
    let named = policy.names(Gate::Verdict(row.verdict)) || policy.fails_by_class(row);
    match row.verdict {
        // A gate on a class below the one from which a version is outdated still fails.
        Verdict::Current if named => Some(("outdated", Severity::Error)),
        Verdict::Current => None,
        _ if named => Some((code, Severity::Error)),
        Verdict::Unrecorded => match policy.unrecorded {
            Unrecorded::Allow => None,
            Unrecorded::Warn => Some((code, Severity::Warning)),
            Unrecorded::Fail => Some((code, Severity::Error)),
        },
        _ => Some((code, severity_of(code))),
    }
}

fn finding(row: &Row, code: &'static str, severity: Severity, details: Vec<(&'static str, Arg)>) -> Finding {
    let title = if row.title.is_empty() { row.article.as_str() } else { row.title.as_str() };
    let mut args = vec![
        ("article", Arg::Text(row.article.to_string())),
        ("locale", Arg::Text(row.locale.to_string())),
        ("title", Arg::Text(title.to_owned())),
    ];
    args.extend(details);
    let place = || row.target.clone().or_else(|| row.source.clone()).unwrap_or_else(|| TreePath::new(""));
    Finding {
        code,
        severity,
        location: row.place.clone().unwrap_or_else(|| Location { path: place(), line: None, column: None }),
        args,
        identity: identity(code, row.article.as_str(), row.locale.as_str()),
    }
}

/// What a verdict's message says besides article and locale.
fn details(row: &Row, code: &str, policy: &GatePolicy) -> Vec<(&'static str, Arg)> {
    let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let text = |text: &str| Arg::Text(text.to_owned());
    match code {
        "missing" => vec![("words", Arg::Number(i64::from(row.size.words)))],
        "untranslated" => {
            let how = row.how.map_or("silent", How::name);
            vec![("how", text(how)), ("source", text(row.source_locale.as_str()))]
        }
        "partial" => {
            let percent = (row.source_share * 100.0).round().clamp(1.0, 99.0) as i64;
            vec![("percent", Arg::Number(percent)), ("source", text(row.source_locale.as_str()))]
        }
        "outdated" => {
            let from = policy.class().map_or(policy.outdated_from, |class| class.min(policy.outdated_from));
            let gravest = ChangeClass::ALL.into_iter().rev().find(|class| row.pending.from_class(*class) > 0);
            vec![
                ("changes", number(row.pending.from_class(from))),
                ("class", text(gravest.unwrap_or(ChangeClass::Cosmetic).name())),
                ("major", number(row.pending.major)),
                ("mirror", number(row.pending.mirror)),
                ("minor", number(row.pending.minor)),
                ("cosmetic", number(row.pending.cosmetic)),
                ("words", Arg::Number(i64::from(row.words_to_do))),
            ]
        }
        "ambiguous" => {
            let candidates =
                row.trouble.iter().flat_map(|trouble| &trouble.args).find(|(name, _)| name == "candidates");
            vec![("candidates", text(candidates.map_or("", |(_, paths)| paths)))]
        }
        "unreadable" => row.trouble.clone().map(|why| ("why", Arg::Trouble(why))).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What could not be read and belongs to no article in particular.
pub fn of_problem(problem: &Trouble) -> Finding {
    let line = problem.args.iter().find(|(name, _)| name == "line").and_then(|(_, line)| line.parse().ok());
    Finding {
        code: "unreadable",
        severity: severity_of("unreadable"),
        location: Location { path: problem.path.clone(), line, column: None },
        args: vec![("why", Arg::Trouble(problem.clone()))],
        identity: identity("unreadable", problem.path.as_str(), ""),
    }
}

/// A locale with fewer current versions than `least` percent; it stands in the configuration, at
/// `path`. Compared exactly, not by the rounded percentage.
pub fn of_coverage(locale: &Locale, totals: &Totals, least: u8, path: &TreePath) -> Option<Finding> {
    let current = totals.count(Verdict::Current);
    if u64::from(current) * 100 >= u64::from(totals.articles) * u64::from(least) {
        return None;
    }
    Some(Finding {
        code: "coverage-low",
        severity: severity_of("coverage-low"),
        location: Location { path: path.clone(), line: None, column: None },
        args: vec![
            ("locale", Arg::Text(locale.to_string())),
            ("percent", Arg::Number(i64::from(totals.percent_current().unwrap_or(0)))),
            ("least", Arg::Number(i64::from(least))),
            ("current", Arg::Number(i64::from(current))),
            ("articles", Arg::Number(i64::from(totals.articles))),
        ],
        identity: identity("coverage-low", "", locale.as_str()),
    })
}

/// Nothing is recorded yet in the whole project: one finding in place of one for each version. It
/// stands in the configuration, at `path`.
pub fn nothing_recorded(count: usize, path: &TreePath) -> Finding {
    Finding {
        code: "nothing-recorded",
        severity: severity_of("nothing-recorded"),
        location: Location { path: path.clone(), line: None, column: None },
        args: vec![("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))],
        identity: identity("nothing-recorded", "", ""),
    }
}

#[cfg(test)]
mod tests;

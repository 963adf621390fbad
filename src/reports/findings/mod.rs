//! What a gate found, in the formats that people and CI systems read.
//!
//! All of them render the same [`Found`]; which format was asked for changes neither what was
//! found nor the exit code.

mod github;
mod json;
mod junit;
mod sarif;
mod text;

pub use github::github;
pub use json::{json, of_finding};
pub use junit::junit;
pub use sarif::sarif;
pub use text::{lines, text};

use std::collections::BTreeMap;

use crate::domain::article::ArticleId;
use crate::domain::finding::{Arg, Finding, Severity};
use crate::domain::locale::Locale;
use crate::messages::{Messages, Value, visible};
use crate::reports::wording;

/// What a gate looked at, and what it found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The command whose gate it is: `check`, `qa`, `glossary-check` or `glossary-lint`.
    pub command: &'static str,
    /// The findings, sorted by path, line, code and identity.
    pub findings: Vec<Finding>,
    /// Each (article, locale) that was looked at, those without a finding too, sorted.
    pub cases: Vec<Case>,
    /// The findings that no one (article, locale) has: coverage, debts. Indexes of `findings`.
    pub general: Vec<usize>,
    /// How many were passed over, and why: ids of messages that take `count`.
    pub passed_over: Vec<(&'static str, usize)>,
    /// Whether the gate fails.
    pub fails: bool,
    /// From which severity on a finding makes it fail; `None` where nothing does.
    pub fails_from: Option<Severity>,
    /// Whether something could not be read, so that the gate can vouch for nothing there.
    pub incomplete: bool,
    /// What goes before each path in formats that count from the repository's top: the project's
    /// folder in it with a `/` at its end, or nothing.
    pub prefix: String,
}

/// One (article, locale) that a gate looked at.
#[derive(Clone, Debug)]
pub struct Case {
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// Its findings: indexes of [`Found::findings`].
    pub findings: Vec<usize>,
}

/// The finding's message in the user's language.
pub fn message(finding: &Finding, messages: &Messages) -> String {
    let args: Vec<(&'static str, Value)> =
        finding.args.iter().map(|(name, arg)| (*name, value(arg, messages))).collect();
    messages.get(&format!("finding-{}", finding.code), &args)
}

fn value(arg: &Arg, messages: &Messages) -> Value {
    match arg {
        Arg::Trouble(trouble) => {
            let text = wording::trouble(trouble, messages);
            Value::Text(without_place(&text, trouble.path.as_str()).to_owned())
        }
        arg => arg.into(),
    }
}

/// A trouble's text without the `path:line: ` that it begins with, since a finding has its own.
fn without_place<'t>(text: &'t str, path: &str) -> &'t str {
    let Some(rest) = text.strip_prefix(&*visible(path)) else { return text };
    let rest = rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit() || c.is_whitespace());
    if rest.is_empty() { text } else { rest }
}

/// `path:line:column` as people and editors read it, nothing in it that steers a terminal.
fn place(finding: &Finding) -> String {
    let location = &finding.location;
    let mut place = visible(location.path.as_str()).into_owned();
    for number in [location.line, location.column].into_iter().map_while(|number| number) {
        place.push_str(&format!(":{number}"));
    }
    place
}

/// The fingerprint that is the same in another run: BLAKE3 of the identity, 128 bits in hex.
fn fingerprint(finding: &Finding) -> String {
    let hex = blake3::hash(finding.identity.as_bytes()).to_hex();
    hex.chars().take(32).collect()
}

/// The findings as a list shows them: a file that could not be read once, however many versions it
/// was needed for.
fn listed(found: &Found) -> impl Iterator<Item = &Finding> {
    let why = |finding: &Finding| finding.args.iter().find(|(name, _)| *name == "why").cloned();
    let same = move |one: &Finding, other: &Finding| {
        matches!(one.code, "unreadable" | "flawed")
            && other.code == one.code
            && one.location == other.location
            && why(one) == why(other)
    };
    let mut before: Option<&Finding> = None;
    found.findings.iter().filter(move |finding| {
        let again = before.is_some_and(|before| same(before, finding));
        before = Some(*finding);
        !again
    })
}

/// How many findings there are of each code, in the order of the codes.
fn by_code<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.code).or_default() += 1;
    }
    counts
}

/// How many findings of that severity are listed.
fn count(found: &Found, severity: Severity) -> usize {
    listed(found).filter(|finding| finding.severity == severity).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::article::TreePath;
    use crate::domain::finding::Location;

    /// So many articles without a Spanish version.
    pub(super) fn found(count: usize) -> Found {
        let article = |number: usize| format!("news/{number:04}");
        let finding = |number: usize| Finding {
            code: "missing",
            severity: Severity::Error,
            location: Location {
                path: TreePath::new(format!("news/en/{number:04}.txt")),
                line: Some(1),
                column: None,
            },
            args: vec![("article", Arg::Text(article(number))), ("locale", Arg::Text("es".to_owned()))],
            identity: format!("missing {} es", article(number)),
        };
        let case = |number: usize| Case {
            article: ArticleId::from_text(&article(number)),
            locale: "es".parse().expect("a tag"),
            findings: vec![number],
        };
        Found {
            command: "check",
            findings: (0..count).map(finding).collect(),
            cases: (0..count).map(case).collect(),
            general: Vec::new(),
            passed_over: Vec::new(),
            fails: count > 0,
            fails_from: Some(Severity::Error),
            incomplete: false,
            prefix: String::new(),
        }
    }
}

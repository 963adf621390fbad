//! The recorded list of accepted debts: findings that do not fail, and a list that may only shrink.
//!
//! The file has a line for each debt, `code<TAB>article<TAB>locale`, sorted; a quality check's has
//! the finding's id behind, since a version may have several. It is compared by
//! identity, never by line number, so that two branches that pay different debts merge cleanly.

use std::collections::{BTreeMap, BTreeSet};

use super::super::article::TreePath;
use super::super::finding::{Arg, Finding, Location};
use super::super::locale::Locale;
use super::super::qa::Check;
use super::super::qa::ignore::is_id;
use super::{identity, rule_of, severity_of};

/// A list of debts: the line of each by its identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debts {
    lines: BTreeMap<String, usize>,
}

/// A line that is no debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDebt {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: BadDebtKind,
}

/// What is wrong with a line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadDebtKind {
    /// It has not three fields with tabs between.
    Fields,
    /// Its code is none, or none that can be owed.
    Code,
    /// Its locale is no BCP 47 tag.
    Locale,
}

impl Debts {
    /// Reads the list; every bad line is told. Empty lines are passed over, and a line that stands
    /// twice counts once.
    pub fn read(text: &str) -> Result<Debts, Vec<BadDebt>> {
        let mut debts = Debts::default();
        let mut bad = Vec::new();
        for (at, line) in text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match check(line) {
                Ok(()) => {
                    debts.lines.entry(line.to_owned()).or_insert(at + 1);
                }
                Err(kind) => bad.push(BadDebt { line: at + 1, kind }),
            }
        }
        if bad.is_empty() { Ok(debts) } else { Err(bad) }
    }

    /// The list of those identities.
    pub fn of(identities: impl IntoIterator<Item = String>) -> Debts {
        let sorted: BTreeSet<String> = identities.into_iter().collect();
        Debts { lines: sorted.into_iter().zip(1..).collect() }
    }

    /// The text of the file, sorted.
    pub fn text(&self) -> String {
        self.lines.keys().map(|identity| format!("{identity}\n")).collect()
    }

    /// Whether the finding of that identity is owed.
    pub fn has(&self, identity: &str) -> bool {
        self.lines.contains_key(identity)
    }

    /// The identities, sorted.
    pub fn identities(&self) -> impl Iterator<Item = &str> {
        self.lines.keys().map(String::as_str)
    }

    /// A finding that the debt of that identity was paid: nothing owes it any more. The list stands
    /// at `path`.
    pub fn paid(&self, identity: &str, path: &TreePath) -> Finding {
        self.finding("debt-paid", identity, path)
    }

    /// The findings for those debts that `before` (the list or lists it is compared with) lacks.
    pub fn grown<'d>(
        &'d self,
        before: impl Fn(&str) -> bool + 'd,
        path: &'d TreePath,
    ) -> impl Iterator<Item = Finding> + 'd {
        self.identities()
            .filter(move |identity| !before(identity))
            .map(|identity| self.finding("debt-grown", identity, path))
    }

    fn finding(&self, code: &'static str, debt: &str, path: &TreePath) -> Finding {
        let mut fields = debt.splitn(4, '\t');
        let mut field = || fields.next().unwrap_or_default().to_owned();
        let (of, article, locale) = (field(), field(), field());
        Finding {
            code,
            severity: severity_of(code),
            location: Location { path: path.clone(), line: self.lines.get(debt).copied(), column: None },
            identity: identity(code, &format!("{of} {article}"), &locale),
            args: vec![
                ("debt", Arg::Text(of)),
                ("article", Arg::Text(article)),
                ("locale", Arg::Text(locale)),
            ],
        }
    }
}

fn check(line: &str) -> Result<(), BadDebtKind> {
    let fields: Vec<&str> = line.split('\t').collect();
    let (code, article, locale) = match fields[..] {
        [code, article, locale] if Check::from_name(code).is_none() => (code, article, locale),
        [code, article, locale, id] if Check::from_name(code).is_some() && is_id(id) => {
            (code, article, locale)
        }
        _ => return Err(BadDebtKind::Fields),
    };
    if article.is_empty() {
        return Err(BadDebtKind::Fields);
    }
    if !rule_of(code).is_some_and(|rule| rule.owed) {
        return Err(BadDebtKind::Code);
    }
    locale.parse::<Locale>().map(drop).map_err(|_| BadDebtKind::Locale)
}

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::debt::{BadDebtKind, Debts};
use super::*;
use crate::domain::article::{ArticleId, Wish};
use crate::domain::track::ClassCounts;
use crate::domain::verdict::{ReviewCounts, Size, TermCounts};

fn row(verdict: Verdict) -> Row {
    let path = |path: &str| Some(TreePath::new(path));
    Row {
        article: ArticleId::new("news", "a"),
        collection: "news".to_owned(),
        title: String::new(),
        locale: "es".parse().unwrap(),
        source_locale: "en".parse().unwrap(),
        source: path("en/a.txt"),
        target: path("es/a.txt"),
        date: None,
        verdict,
        how: None,
        source_share: 0.0,
        stale_notice: false,
        published: Published::Unknown,
        wish: None,
        pending: ClassCounts::default(),
        edited: 0,
        lost: 0,
        flaw: None,
        review: ReviewCounts::default(),
        size: Size { units: 3, words: 70 },
        words_to_do: 0,
        terms: TermCounts::default(),
        recorded_at: None,
        pending_from: None,
        place: None,
        trouble: None,
    }
}

fn policy(fail_on: &[&str], unrecorded: Unrecorded) -> GatePolicy {
    let fail_on = fail_on.iter().map(|name| Gate::from_name(name).expect("a gate")).collect();
    GatePolicy { fail_on, unrecorded, outdated_from: ChangeClass::Minor }
}

fn codes(row: &Row, policy: &GatePolicy) -> Vec<(&'static str, Severity)> {
    of_row(row, policy).iter().map(|finding| (finding.code, finding.severity)).collect()
}

#[test]
fn no_two_rules_share_a_code_and_every_verdict_but_current_has_one() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    for verdict in Verdict::ALL {
        assert_eq!(rule_of(verdict.name()).is_some(), verdict != Verdict::Current, "{verdict:?}");
    }
}

#[test]
fn every_name_that_the_configuration_takes_is_a_gate_and_reads_back() {
    let names = ["missing", "untranslated", "partial", "outdated", "unrecorded", "undecided", "orphan"];
    let more = ["ambiguous", "not-published", "unreadable", "major", "mirror", "minor", "cosmetic"];
    for name in names.into_iter().chain(more) {
        assert_eq!(Gate::from_name(name).map(Gate::name), Some(name));
    }
    for name in ["current", "", "Missing", "translated", "nothing-recorded"] {
        assert_eq!(Gate::from_name(name), None, "{name:?}");
    }
}

#[test]
fn a_verdict_fails_when_it_is_named_and_is_told_when_it_is_not() {
    use Severity::{Error, Hint, Warning};
    for (verdict, unnamed) in [
        (Verdict::Missing, Warning),
        (Verdict::Untranslated, Warning),
        (Verdict::Partial, Warning),
        (Verdict::Outdated, Warning),
        (Verdict::Unrecorded, Warning),
        (Verdict::Undecided, Hint),
        (Verdict::Orphan, Warning),
        (Verdict::Ambiguous, Warning),
        (Verdict::Unreadable, Error),
    ] {
        let row = row(verdict);
        assert_eq!(codes(&row, &policy(&[], Unrecorded::Warn)), [(verdict.name(), unnamed)]);
        assert_eq!(codes(&row, &policy(&[verdict.name()], Unrecorded::Allow)), [(verdict.name(), Error)]);
        let wished = Row { wish: Some(Wish::Keep), ..row };
        assert_eq!(codes(&wished, &policy(&[verdict.name()], Unrecorded::Fail)), []);
    }
}

#[test]
fn a_class_fails_for_changes_as_grave_and_graver_whatever_the_verdict() {
    let waiting = |verdict, class: &str| Row {
        pending: ClassCounts {
            major: usize::from(class == "major"),
            mirror: usize::from(class == "mirror"),
            minor: usize::from(class == "minor"),
            cosmetic: usize::from(class == "cosmetic"),
        },
        ..row(verdict)
    };
    let classes = ["cosmetic", "minor", "mirror", "major"];
    for (at, gate) in classes.iter().enumerate() {
        for (other, change) in classes.iter().enumerate() {
            let fails = other >= at;
            let found = codes(&waiting(Verdict::Outdated, change), &policy(&[gate], Unrecorded::Warn));
            let severity = if fails { Severity::Error } else { Severity::Warning };
            assert_eq!(found, [("outdated", severity)], "{change} at the gate {gate}");
        }
    }
    let policy = policy(&["cosmetic"], Unrecorded::Warn);
    let current = codes(&waiting(Verdict::Current, "cosmetic"), &policy);
    assert_eq!(current, [("outdated", Severity::Error)], "current by the policy, and yet asked for");
    assert_eq!(codes(&waiting(Verdict::Partial, "minor"), &policy), [("partial", Severity::Error)]);
    assert_eq!(codes(&row(Verdict::Current), &policy), []);
}

#[test]
fn what_the_site_serves_is_told_of_versions_in_order_alone() {
    let unserved = |verdict| Row {
        published: Published::No { served: Some("en".parse().unwrap()), how: None },
        stale_notice: true,
        ..row(verdict)
    };
    let found = codes(&unserved(Verdict::Current), &policy(&["not-published"], Unrecorded::Warn));
    assert_eq!(found, [("not-published", Severity::Error), ("stale-notice", Severity::Warning)]);
    let found = codes(&unserved(Verdict::Outdated), &policy(&[], Unrecorded::Warn));
    assert_eq!(found, [("outdated", Severity::Warning), ("stale-notice", Severity::Warning)]);
}

#[test]
fn coverage_of_two_thirds_is_neither_66_nor_67_percent() {
    let rows = [Verdict::Current, Verdict::Current, Verdict::Missing].map(row);
    let totals = Totals::over(&rows);
    let locale = "es".parse().unwrap();
    let low = |least| of_coverage(&locale, &totals, least, &TreePath::new("cotejo.toml")).is_some();
    assert!(!low(66) && low(67) && !low(0) && low(100));
    assert!(of_coverage(&locale, &Totals::default(), 100, &TreePath::new("cotejo.toml")).is_none());
}

#[test]
fn a_bad_debt_says_its_line_and_why() {
    let text = "missing\tnews/a\tes\n\nmissing\tnews/a\ncoverage-low\tnews/a\tes\nmissing\t\tes\nmissing\ta\tlater on\n";
    let bad = Debts::read(text).expect_err("four bad lines");
    let bad: Vec<_> = bad.iter().map(|bad| (bad.line, bad.kind)).collect();
    let (fields, code, locale) = (BadDebtKind::Fields, BadDebtKind::Code, BadDebtKind::Locale);
    assert_eq!(bad, [(3, fields), (4, code), (5, fields), (6, locale)]);
}

#[test]
fn a_list_with_crlf_and_a_mark_and_a_line_twice_is_the_same_list() {
    let plain = Debts::read("missing\ta\tes\noutdated\tb\tes\n").unwrap();
    let dressed = Debts::read("\u{feff}outdated\tb\tes\r\nmissing\ta\tes\r\nmissing\ta\tes\r\n").unwrap();
    assert_eq!(plain.text(), dressed.text());
}

proptest! {
    /// Whatever an article is called, its debt is one line that reads back, and no other's.
    #[test]
    fn any_finding_can_be_owed(articles in proptest::collection::btree_set("\\PC*[\t\n\r\\\\\u{85}\u{2028}]?\\PC+", 1..6)) {
        let debts: Vec<String> =
            articles.iter().map(|article| identity("missing", article, "pt-BR")).collect();
        let list = Debts::of(debts.iter().cloned());
        prop_assert_eq!(list.identities().count(), articles.len());
        let read = Debts::read(&list.text()).expect("what was written is read");
        prop_assert_eq!(&read, &list);
        prop_assert!(debts.iter().all(|debt| read.has(debt)));
    }
}

//! Findings as JUnit XML, in the form that Jenkins, GitLab and Azure read: a suite for each
//! locale, a test case for each article, and a suite for what no article has.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Found, message, place};
use crate::messages::{Messages, visible};

/// One test case: its name and the findings that it has.
struct Test {
    name: String,
    findings: Vec<usize>,
}

/// Writes one XML document. What could not be read is an `error`, in JUnit's sense of a case that
/// could not be tried; other errors are failures. Findings that do not fail the gate are told in
/// `system-out`, since a JUnit case knows no warnings.
pub fn junit(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: BTreeMap<String, Vec<Test>> = BTreeMap::new();
    for case in &found.cases {
        suites
            .entry(format!("cotejo.{}", case.locale))
            .or_default()
            .push(Test { name: case.article.to_string(), findings: case.findings.clone() });
    }
    for index in &found.general {
        if let Some(finding) = found.findings.get(*index) {
            let test = Test { name: finding.identity.replace('\t', " "), findings: vec![*index] };
            suites.entry("cotejo".to_owned()).or_default().push(test);
        }
    }
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.create_element("testsuites").write_inner_content(|writer| {
        for (name, tests) in &suites {
            let sum = |tag: &str| {
                let has = |test: &&Test| test.findings.iter().any(|index| tag_of(found, *index) == Some(tag));
                tests.iter().filter(has).count().to_string()
            };
            let (failures, errors) = (sum(FAILURE), sum(ERROR));
            let count = tests.len().to_string();
            writer
                .create_element("testsuite")
                .with_attribute(("name", name.as_str()))
                .with_attribute(("tests", count.as_str()))
                .with_attribute(("failures", failures.as_str()))
                .with_attribute(("errors", errors.as_str()))
                .with_attribute(("skipped", "0"))
                .write_inner_content(|writer| {
                    tests.iter().try_for_each(|test| case(writer, name, test, found, messages))
                })?;
        }
        Ok(())
    })?;
    writeln!(out)
}

fn case<W: Write>(
    writer: &mut Writer<W>,
    suite: &str,
    test: &Test,
    found: &Found,
    messages: &Messages,
) -> io::Result<()> {
    let name = legal(&visible(&test.name));
    let element = writer
        .create_element("testcase")
        .with_attribute(("classname", suite))
        .with_attribute(("name", name.as_str()));
    if test.findings.is_empty() {
        return element.write_empty().map(drop);
    }
    let told: Vec<(usize, String)> = test
        .findings
        .iter()
        .filter_map(|index| Some((*index, found.findings.get(*index)?)))
        .map(|(index, finding)| {
            (index, legal(&format!("{}: {} [{}]", place(finding), message(finding, messages), finding.code)))
        })
        .collect();
    element
        .write_inner_content(|writer| {
            let mut rest = Vec::new();
            for (index, text) in &told {
                let Some(tag) = tag_of(found, *index) else {
                    rest.push(text.as_str());
                    continue;
                };
                let code = found.findings.get(*index).map_or("", |finding| finding.code);
                writer
                    .create_element(tag)
                    .with_attribute(("type", code))
                    .with_attribute(("message", text.as_str()))
                    .write_text_content(BytesText::new(text))?;
            }
            if !rest.is_empty() {
                writer.create_element("system-out").write_text_content(BytesText::new(&rest.join("\n")))?;
            }
            Ok(())
        })
        .map(drop)
}

const FAILURE: &str = "failure";
const ERROR: &str = "error";

/// The element that a finding that fails the gate stands in; `None` for one that does not.
fn tag_of(found: &Found, index: usize) -> Option<&'static str> {
    let finding = found.findings.get(index)?;
    found.fails_from.is_some_and(|least| finding.severity >= least).then_some(match finding.code {
        "unreadable" => ERROR,
        _ => FAILURE,
    })
}

/// The text without the characters that XML 1.0 (§2.2) can't hold even escaped.
fn legal(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
        .collect()
}

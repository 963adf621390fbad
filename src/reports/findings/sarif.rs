//! Findings as SARIF 2.1.0 (OASIS, 2020), as code-scanning views read it.
//!
//! GitHub refuses a run of more than 25,000 results whole (GitHub docs, "SARIF support for code
//! scanning"), so no more are written, the gravest first, and the run itself says how many it lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::{Found, fingerprint, message};
use crate::domain::finding::{Finding, Severity};
use crate::domain::gate::rule_of;
use crate::messages::{Messages, Value};

/// How many results GitHub takes of one run.
const TAKEN: usize = 25_000;

/// Writes one SARIF log and a line end.
pub fn sarif(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeSet<&'static str> = found.findings.iter().map(|finding| finding.code).collect();
    let index: BTreeMap<&'static str, usize> =
        codes.iter().enumerate().map(|(index, code)| (*code, index)).collect();
    let rules: Vec<Json> = codes
        .iter()
        .map(|code| {
            let of_code = found.findings.iter().filter(|finding| finding.code == *code);
            let gravest = of_code.map(|finding| finding.severity).max();
            let own = rule_of(code).map(|rule| rule.severity);
            let severity = own.or(gravest).unwrap_or(Severity::Warning);
            json!({
                "id": code,
                "name": code,
                "shortDescription": {"text": messages.text(&format!("rule-{code}"))},
                "defaultConfiguration": {"level": level(severity)},
            })
        })
        .collect();
    let mut findings: Vec<&Finding> = found.findings.iter().collect();
    let mut invocation = json!({"executionSuccessful": !found.incomplete});
    if let Some(rest) = findings.len().checked_sub(TAKEN).filter(|rest| *rest > 0) {
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings.truncate(TAKEN);
        let text = messages.get("sarif-more", &[("count", Value::from(rest))]);
        invocation["toolExecutionNotifications"] = json!([{"level": "warning", "message": {"text": text}}]);
    }
    let results: Vec<Json> =
        findings.into_iter().map(|finding| result(finding, &found.prefix, &index, messages)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "cotejo",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": messages.language().tag(),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn result(
    finding: &Finding,
    prefix: &str,
    index: &BTreeMap<&'static str, usize>,
    messages: &Messages,
) -> Json {
    let path = format!("{prefix}{}", finding.location.path);
    // Viewers show no result without a line; what is about a whole file stands at its beginning.
    let mut region = json!({"startLine": finding.location.line.unwrap_or(1).max(1)});
    if let (Some(_), Some(column)) = (finding.location.line, finding.location.column) {
        region["startColumn"] = json!(column.max(1));
    }
    let physical = json!({
        "artifactLocation": {"uri": uri(&path), "uriBaseId": "%SRCROOT%"},
        "region": region,
    });
    json!({
        "ruleId": finding.code,
        "ruleIndex": index.get(finding.code),
        "level": level(finding.severity),
        "message": {"text": message(finding, messages)},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"cotejoIdentity/v1": fingerprint(finding)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a relative URI reference (RFC 3986): what is not unreserved is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char)
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;
    use crate::messages::Language;

    #[test]
    fn no_more_results_than_are_taken_and_the_gravest_of_them() {
        for count in [TAKEN, TAKEN + 7] {
            let mut found = found(count);
            for finding in found.findings.iter_mut().take(7) {
                finding.severity = Severity::Hint;
            }
            let mut out = Vec::new();
            sarif(&found, &Messages::new(Language::En), &mut out).expect("a vector takes all");
            let log: Json = serde_json::from_slice(&out).expect("JSON");
            let run = &log["runs"][0];
            let results = run["results"].as_array().expect("results");
            assert_eq!(results.len(), TAKEN);
            let hints = results.iter().filter(|result| result["level"] == "note").count();
            let said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str();
            match count > TAKEN {
                true => assert_eq!((hints, said.is_some_and(|said| said.contains('7'))), (0, true)),
                false => assert_eq!((hints, said), (7, None)),
            }
        }
    }
}

//! Findings as SARIF 2.1.0 (OASIS, 2020), as code-scanning views read it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Found, fingerprint, message};
use crate::domain::finding::{Finding, Severity};
use crate::domain::gate::rule_of;
use crate::messages::Messages;

/// Writes one SARIF log and a line end.
pub fn sarif(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeSet<&'static str> = found.findings.iter().map(|finding| finding.code).collect();
    let index: BTreeMap<&'static str, usize> =
        codes.iter().enumerate().map(|(index, code)| (*code, index)).collect();
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            let severity = rule_of(code).map_or(Severity::Warning, |rule| rule.severity);
            json!({
                "id": code,
                "name": code,
                "shortDescription": {"text": messages.text(&format!("rule-{code}"))},
                "defaultConfiguration": {"level": level(severity)},
            })
        })
        .collect();
    let results: Vec<Value> =
        found.findings.iter().map(|finding| result(finding, &found.prefix, &index, messages)).collect();
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
            "invocations": [{"executionSuccessful": !found.incomplete}],
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
) -> Value {
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

//! Findings as SARIF 2.1.0 (OASIS, 2020), as code-scanning views read it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Found, fingerprint, message};
use crate::domain::finding::{Finding, Severity};
use crate::messages::Messages;

/// Writes one SARIF log and a line end.
pub fn sarif(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeMap<&'static str, Severity> =
        found.findings.iter().map(|finding| (finding.code, finding.severity)).collect();
    let index: BTreeMap<&'static str, usize> =
        codes.keys().enumerate().map(|(index, code)| (*code, index)).collect();
    let rules: Vec<Value> = codes
        .iter()
        .map(|(code, severity)| {
            json!({
                "id": code,
                "shortDescription": {"text": messages.text(&format!("rule-{code}"))},
                "defaultConfiguration": {"level": level(*severity)},
            })
        })
        .collect();
    let results: Vec<Value> =
        found.findings.iter().map(|finding| result(finding, &index, messages)).collect();
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
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn result(finding: &Finding, index: &BTreeMap<&'static str, usize>, messages: &Messages) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(finding.location.path.as_str())}});
    if let Some(line) = finding.location.line {
        let mut region = json!({"startLine": line});
        if let Some(column) = finding.location.column {
            region["startColumn"] = json!(column);
        }
        physical["region"] = region;
    }
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

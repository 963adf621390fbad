//! Findings as JSON: stable and language-neutral; described by `schema/check.schema.json`, for
//! `check` and `qa` alike.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Found, by_code, fingerprint};
use crate::domain::finding::{Finding, Severity};

/// Writes one JSON object and a line end.
pub fn json(found: &Found, out: &mut dyn Write) -> io::Result<()> {
    let passed_over: Map<String, Value> =
        found.passed_over.iter().map(|(id, count)| (why(id).to_owned(), json!(count))).collect();
    let cases: Vec<Value> = found
        .cases
        .iter()
        .map(|case| json!({"article": case.article, "locale": case.locale, "findings": case.findings}))
        .collect();
    let count = |severity| found.findings.iter().filter(|finding| finding.severity == severity).count();
    let object = json!({
        "cotejo": found.command,
        "version": 1,
        "fails": found.fails,
        "incomplete": found.incomplete,
        "findings": found.findings.iter().map(of_finding).collect::<Vec<_>>(),
        "counts": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "hints": count(Severity::Hint),
            "by_code": by_code(&found.findings),
        },
        "cases": cases,
        "passed_over": passed_over,
    });
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

/// The bare word for why something was passed over: its message's id without what all have.
fn why(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or(id)
}

/// One finding as an object.
pub fn of_finding(finding: &Finding) -> Value {
    let args: Map<String, Value> =
        finding.args.iter().map(|(name, arg)| ((*name).to_owned(), json!(arg))).collect();
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "args": args,
        "fingerprint": fingerprint(finding),
    })
}

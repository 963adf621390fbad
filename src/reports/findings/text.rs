//! Findings for people: one a line, as compilers write them, and a sum.

use std::io::{self, Write};

use super::{Found, count, listed, message, place};
use crate::domain::finding::Severity;
use crate::messages::{Messages, Value};

/// Writes `path:line:column: severity: message [code]`, then what was passed over and the sum.
/// `paint` gives a text the looks of its severity.
pub fn text(
    found: &Found,
    messages: &Messages,
    paint: &dyn Fn(Severity, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    lines(found, messages, paint, out)?;
    for (id, number) in &found.passed_over {
        writeln!(out, "{}", messages.get(id, &[("count", Value::from(*number))]))?;
    }
    sum(found, messages, out)
}

/// Writes the findings alone.
pub fn lines(
    found: &Found,
    messages: &Messages,
    paint: &dyn Fn(Severity, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    for finding in listed(found) {
        let severity = messages.text(match finding.severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Hint => "severity-hint",
        });
        let place = place(finding);
        // A CI system that looks for its commands at the beginning of a line finds none there.
        let guard = if place.trim_start().starts_with([':', '#']) { "./" } else { "" };
        writeln!(
            out,
            "{guard}{place}: {} {} [{}{}]",
            paint(finding.severity, &severity),
            message(finding, messages),
            finding.code,
            finding.id().map(|id| format!(" {id}")).unwrap_or_default(),
        )?;
    }
    Ok(())
}

fn sum(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let sum = messages.get(
        match (found.incomplete, found.fails) {
            (true, _) => "check-sum-incomplete",
            (false, true) => "check-sum-fails",
            (false, false) => "check-sum-passes",
        },
        &[
            ("cases", Value::from(found.cases.len())),
            ("errors", Value::from(count(found, Severity::Error))),
            ("warnings", Value::from(count(found, Severity::Warning))),
            ("hints", Value::from(count(found, Severity::Hint))),
        ],
    );
    writeln!(out, "{sum}")
}

//! Findings for people: one a line, as compilers write them, and a sum.

use std::io::{self, Write};

use super::{Found, by_code, count, listed, message, place};
use crate::domain::finding::Severity;
use crate::messages::{Messages, Value};
use unicode_width::UnicodeWidthStr;

/// Writes `path:line:column: severity: message [code]`, then what was passed over and the sum.
/// `paint` gives a text the looks of its severity. With a `width` in columns lines are broken at
/// blanks, and what goes on is indented; without one a finding is a line.
pub fn text(
    found: &Found,
    messages: &Messages,
    width: Option<usize>,
    paint: &dyn Fn(Severity, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    lines(found, messages, width, paint, out)?;
    for (id, number) in &found.passed_over {
        writeln!(out, "{}", messages.get(id, &[("count", Value::from(*number))]))?;
    }
    let by_code = by_code(listed(found));
    if by_code.values().sum::<usize>() > MANY && by_code.len() > 1 {
        let parts: Vec<String> = by_code.iter().map(|(code, count)| format!("{code} {count}")).collect();
        writeln!(out, "{}", messages.get("check-by-code", &[("codes", Value::from(parts.join(" · ")))]))?;
    }
    sum(found, messages, out)
}

/// More findings than can be counted at a look are summed up by their code.
const MANY: usize = 10;

/// Writes the findings alone.
pub fn lines(
    found: &Found,
    messages: &Messages,
    width: Option<usize>,
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
        let head = format!("{guard}{place}: ");
        let id = finding.id().map(|id| format!(" {id}")).unwrap_or_default();
        let line = format!("{head}{severity} {} [{}{id}]", message(finding, messages), finding.code);
        for (number, line) in broken(&line, head.len() + severity.len(), width).into_iter().enumerate() {
            match line.strip_prefix(head.as_str()).and_then(|rest| rest.strip_prefix(severity.as_str())) {
                Some(rest) if number == 0 => {
                    writeln!(out, "{head}{}{rest}", paint(finding.severity, &severity))?;
                }
                _ => writeln!(out, "{line}")?,
            }
        }
    }
    Ok(())
}

/// The line in lines of at most `width` columns: broken at blanks, never before the byte `from` nor
/// within a word, however long, so that a path can be copied.
fn broken(line: &str, from: usize, width: Option<usize>) -> Vec<String> {
    const INDENT: &str = "    ";
    let Some(width) = width.filter(|width| line.width() > *width) else { return vec![line.to_owned()] };
    let (head, rest) = line.split_at_checked(from).unwrap_or(("", line));
    let mut lines = vec![head.to_owned()];
    for word in rest.split_inclusive(' ') {
        let Some(last) = lines.last_mut() else { break };
        if last.width() + word.trim_end().width() > width && !last.trim().is_empty() {
            last.truncate(last.trim_end().len());
            lines.push(INDENT.to_owned());
        }
        lines.last_mut().into_iter().for_each(|last| last.push_str(word));
    }
    lines
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

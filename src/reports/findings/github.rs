//! Findings as GitHub workflow commands, which the web shows beside the lines they are about.
//!
//! GitHub shows at most ten annotations of a kind a step and drops the rest without a word
//! (GitHub docs, "Usage limits for workflow commands"), so of each kind the tenth says how many
//! more there are. All findings stand in the log all the same, as the text format has them.

use std::io::{self, Write};

use super::{Found, listed, message, text};
use crate::domain::finding::Severity;
use crate::messages::{Messages, Value, steers};

/// How many annotations of a kind GitHub shows for one step.
const SHOWN: usize = 10;

/// Writes the annotations, then the findings as text.
pub fn github(found: &Found, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for (severity, command) in
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Hint, "notice")]
    {
        let of_kind: Vec<_> = listed(found).filter(|finding| finding.severity == severity).collect();
        let room = if of_kind.len() > SHOWN { SHOWN - 1 } else { SHOWN };
        for finding in of_kind.iter().take(room) {
            let location = &finding.location;
            write!(out, "::{command} file={}", property(&format!("{}{}", found.prefix, location.path)))?;
            if let Some(line) = location.line {
                write!(out, ",line={line}")?;
            }
            if let Some(column) = location.column {
                write!(out, ",col={column}")?;
            }
            writeln!(out, ",title={}::{}", property(finding.code), data(&message(finding, messages)))?;
        }
        if of_kind.len() > room {
            let rest = messages.get("github-more", &[("count", Value::from(of_kind.len() - room))]);
            writeln!(out, "::{command}::{}", data(&rest))?;
        }
    }
    // The log below is other people's text. Until the token comes again, no line is a command; the
    // token is of the text itself, which can't know it.
    let mut log = Vec::new();
    text(found, messages, None, &|_, text| text.to_owned(), &mut log)?;
    let token: String = blake3::hash(&log).to_hex().chars().take(32).collect();
    writeln!(out, "::stop-commands::{token}")?;
    out.write_all(&log)?;
    writeln!(out, "::{token}::")
}

/// A message with what would end it early escaped, as the runner's toolkit does.
fn data(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !steers(*c) || matches!(c, '\r' | '\n')).collect();
    bare.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, escaped likewise.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;
    use crate::messages::Language;

    fn shown(count: usize) -> String {
        let mut out = Vec::new();
        github(&found(count), &Messages::new(Language::En), &mut out).expect("a vector takes all");
        String::from_utf8(out).expect("only text is written")
    }

    #[test]
    fn never_more_annotations_than_are_shown_and_all_are_counted() {
        for (count, annotations) in [(0, 0), (1, 1), (10, 10), (11, 10), (250, 10)] {
            let text = shown(count);
            let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("::error")).collect();
            assert_eq!(lines.len(), annotations, "{count} findings");
            if count > SHOWN {
                let rest = (count - SHOWN + 1).to_string();
                assert!(lines.last().is_some_and(|line| line.contains(&rest)), "{lines:?}");
            }
        }
    }

    #[test]
    fn a_file_name_can_not_forge_a_command() {
        let mut found = found(1);
        found.findings[0].location.path =
            crate::domain::article::TreePath::new("a,line=9::b\n::error::forged");
        let mut out = Vec::new();
        github(&found, &Messages::new(Language::En), &mut out).expect("a vector takes all");
        let text = String::from_utf8(out).expect("only text is written");
        let (annotations, log) = text.split_once("::stop-commands::").expect("the log is fenced");
        assert_eq!(annotations.lines().filter(|line| line.starts_with("::")).count(), 1, "{text}");
        let (token, log) = log.split_once('\n').expect("a token stands by itself");
        assert!(log.ends_with(&format!("::{token}::\n")), "{text}");
        assert_eq!(log.matches(token).count(), 1, "{text}");
        assert!(text.starts_with("::error file=a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Aforged,"), "{text}");
    }
}

//! The diff as Markdown, to be pasted into an issue or a review.

use std::io::{self, Write};

use super::text::excerpt;
use super::{Change, Diff, Entry, What};
use crate::domain::change::DiffOp;
use crate::messages::{Messages, Value, visible};
use crate::reports::wording;

/// Writes the diff. What went and came stands in `<del>` and `<ins>`, which GitHub, GitLab and mail
/// show as meant; `~~` and `**` would depend on the blanks around them.
pub fn markdown(diff: &Diff, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for (at, entry) in diff.entries.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        self::entry(entry, messages, out)?;
    }
    if diff.entries.is_empty() {
        writeln!(out, "{}", plain(&messages.text("diff-nothing")))?;
    }
    if diff.unrecorded > 0 {
        let text = messages.get("diff-unrecorded", &[("count", Value::from(diff.unrecorded))]);
        writeln!(out, "\n{}", plain(&text))?;
    }
    Ok(())
}

fn entry(entry: &Entry, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let title = if entry.title.is_empty() { entry.article.as_str() } else { &entry.title };
    writeln!(out, "## {} · {}\n", plain(title), entry.locale)?;
    writeln!(out, "{}", plain(&entry.state(messages)))?;
    if let (Some(source), Some(target)) = (&entry.source, &entry.target) {
        writeln!(out, "\n{} → {}", code(source.as_str()), code(target.as_str()))?;
    }
    for note in entry.notes(messages) {
        writeln!(out, "\n{}", plain(&note))?;
    }
    for change in &entry.changes {
        self::change(entry, change, messages, out)?;
    }
    Ok(())
}

fn change(entry: &Entry, change: &Change, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut head = Vec::new();
    if change.what != What::Extra {
        head.push(messages.get("diff-unit", &[("unit", Value::from(change.name()))]));
    }
    head.extend(change.class.map(|class| wording::class(class, messages)));
    head.push(change.summary(messages));
    writeln!(out, "\n### {}", plain(&head.join(" · ")))?;
    let words: String = change
        .shown_words()
        .iter()
        .map(|op| match op {
            DiffOp::Equal(text) => plain(text),
            DiffOp::Delete(text) => format!("<del>{}</del>", plain(text)),
            DiffOp::Insert(text) => format!("<ins>{}</ins>", plain(text)),
        })
        .collect();
    if !words.is_empty() {
        writeln!(out, "\n{}", quoted(&words))?;
    }
    let place = |line: usize| match &entry.target {
        Some(path) => code(&format!("{}:{line}", path.as_str())),
        None => line.to_string(),
    };
    if let Some(first) = change.target.first() {
        let texts: Vec<String> = change.target.iter().map(|unit| plain(&unit.text)).collect();
        writeln!(out, "\n{}\n\n{}", place(first.line), quoted(&texts.join("\n")))?;
    } else if let Some(after) = &change.after {
        let text = messages.get("diff-belongs-after", &[("text", Value::from(excerpt(&after.text)))]);
        writeln!(out, "\n{} {}", place(after.line), plain(&text))?;
    } else if change.what == What::Added {
        writeln!(out, "\n{}", plain(&messages.text("diff-belongs-first")))?;
    }
    for remark in change.remarks(messages) {
        writeln!(out, "\n{}", plain(&remark))?;
    }
    Ok(())
}

/// Lines as a quotation, each line kept.
fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("  \n")
}

/// A text without any markup of its own, HTML and the beginnings of lists included.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let line = visible(line.trim_end_matches('\r'));
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        for (at, c) in line.char_indices() {
            let marks = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '!' | '{' | '}'
            );
            let list = (at == 0 && matches!(c, '-' | '+' | '='))
                || (digits > 0 && at == digits && matches!(c, '.' | ')'));
            if marks || list {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// A text as code, whatever backticks it has.
fn code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if longest > 0 { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

//! The diff as one HTML page that needs nothing else: no script, no font, no picture. It follows
//! the reader's light or dark scheme, folds to one column on a phone, and prints on white.

use std::borrow::Cow;
use std::io::{self, Write};

use unic_langid::CharacterDirection;

use super::text::excerpt;
use super::{Change, Diff, Entry, What};
use crate::domain::change::DiffOp;
use crate::domain::locale::Locale;
use crate::messages::{Messages, Value, visible};
use crate::reports::wording;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--page:#fff;--card:#f6f8fa;--line:#d0d7de;\
--add:#116329;--add-bg:#dafbe1;--del:#82071e;--del-bg:#ffebe9;--major:#a40e26;--lesser:#7d4e00}\
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--page:#0d1117;--card:#161b22;\
--line:#30363d;--add:#7ee787;--add-bg:#12361f;--del:#ffa198;--del-bg:#4b1113;--major:#ff7b72;--lesser:#e3b341}}\
*{box-sizing:border-box}\
body{margin:0 auto;max-width:76rem;padding:1.5rem 1rem 4rem;background:var(--page);color:var(--ink);\
font:1rem/1.55 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}\
h1{font-size:1.4rem;margin:0 0 1rem}h2{font-size:1.15rem;margin:2.5rem 0 .25rem}\
h3{font-size:1rem;margin:1.5rem 0 .5rem;font-weight:600}h3 .soft{font-weight:400}\
p{margin:.25rem 0}code{font:.85em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}\
.soft{color:var(--soft)}.major{color:var(--major)}.lesser{color:var(--lesser)}\
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}\
.side{min-width:0;border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.6rem .8rem}\
.side>p:first-child{font-size:.8rem}\
.words{white-space:pre-wrap;overflow-wrap:anywhere;margin-top:.35rem}\
ins{color:var(--add);background:var(--add-bg);text-decoration:underline;text-decoration-thickness:1px}\
del{color:var(--del);background:var(--del-bg)}\
.remark{margin:.4rem 0 0;font-size:.9rem;color:var(--soft)}\
@media (max-width:44rem){.pair{grid-template-columns:1fr}}\
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--page:#fff;--card:#fff;--line:#999;--add:#0a4a1e;\
--add-bg:#fff;--del:#6d0518;--del-bg:#fff;--major:#6d0518;--lesser:#000}body{max-width:none;padding:0;\
font-size:10pt}.change{break-inside:avoid}h2{break-after:avoid}h3{break-after:avoid}}";

/// Writes the page.
pub fn html(diff: &Diff, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let title = escape(&messages.text("diff-title")).into_owned();
    let tag = messages.language().tag();
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    for entry in &diff.entries {
        self::entry(entry, messages, out)?;
    }
    if diff.entries.is_empty() {
        writeln!(out, "<p>{}</p>", escape(&messages.text("diff-nothing")))?;
    }
    if diff.unrecorded > 0 {
        let text = messages.get("diff-unrecorded", &[("count", Value::from(diff.unrecorded))]);
        writeln!(out, "<p>{}</p>", escape(&text))?;
    }
    writeln!(out, "</body>\n</html>")
}

fn entry(entry: &Entry, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let title = if entry.title.is_empty() { entry.article.as_str() } else { &entry.title };
    writeln!(out, "<article>\n<h2 {}>{}</h2>", of(&entry.source_locale), escape(title))?;
    let look = if entry.pending.major > 0 { "major" } else { "lesser" };
    writeln!(
        out,
        "<p><strong>{}</strong> <span class=\"{look}\">{}</span> <span class=\"soft\">{}</span></p>",
        escape(entry.locale.as_str()),
        escape(&entry.state(messages)),
        escape(entry.article.as_str())
    )?;
    for note in entry.notes(messages) {
        writeln!(out, "<p>{}</p>", escape(&note))?;
    }
    for change in &entry.changes {
        self::change(entry, change, messages, out)?;
    }
    writeln!(out, "</article>")
}

fn change(entry: &Entry, change: &Change, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut head = String::new();
    if change.what != What::Extra {
        head.push_str(&escape(&messages.get("diff-unit", &[("unit", Value::from(change.name()))])));
        head.push(' ');
    }
    if let Some(class) = change.class {
        let look = if class == crate::domain::change::ChangeClass::Major { "major" } else { "lesser" };
        head.push_str(&format!(
            "<span class=\"{look}\">{}</span> ",
            escape(&wording::class(class, messages))
        ));
    }
    let summary = change.summary(messages);
    writeln!(
        out,
        "<section class=\"change\">\n<h3>{head}<span class=\"soft\">{}</span></h3>\n<div class=\"pair\">",
        escape(&summary)
    )?;
    let words: String = change
        .shown_words()
        .iter()
        .map(|op| match op {
            DiffOp::Equal(text) => shown(text),
            DiffOp::Delete(text) => format!("<del>{}</del>", shown(text)),
            DiffOp::Insert(text) => format!("<ins>{}</ins>", shown(text)),
        })
        .collect();
    side(
        &entry.source_locale,
        entry.source.as_ref().map(|path| path.as_str()),
        change.source_line,
        &words,
        out,
    )?;
    let path = entry.target.as_ref().map(|path| path.as_str());
    if change.target.is_empty() {
        let text = match (&change.after, change.what) {
            (Some(after), _) => {
                messages.get("diff-belongs-after", &[("text", Value::from(excerpt(&after.text)))])
            }
            (None, What::Added) => messages.text("diff-belongs-first"),
            (None, _) => String::new(),
        };
        writeln!(
            out,
            "<div class=\"side\">{}",
            place(&entry.locale, path, change.after.as_ref().map(|a| a.line))
        )?;
        writeln!(out, "<p class=\"soft\">{}</p></div>", escape(&text))?;
    } else {
        let texts: Vec<String> = change.target.iter().map(|unit| shown(&unit.text)).collect();
        side(&entry.locale, path, change.target.first().map(|unit| unit.line), &texts.join("\n"), out)?;
    }
    writeln!(out, "</div>")?;
    for remark in change.remarks(messages) {
        writeln!(out, "<p class=\"remark\">{}</p>", escape(&remark))?;
    }
    writeln!(out, "</section>")
}

/// One text with its place; `html` is escaped already.
fn side(
    locale: &Locale,
    path: Option<&str>,
    line: Option<usize>,
    html: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<div class=\"side\">{}", place(locale, path, line))?;
    writeln!(out, "<div class=\"words\" {}>{html}</div></div>", of(locale))
}

fn place(locale: &Locale, path: Option<&str>, line: Option<usize>) -> String {
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    let path = path.map(|path| format!(" <code>{}{line}</code>", escape(path))).unwrap_or_default();
    format!("<p class=\"soft\">{}{path}</p>", escape(locale.as_str()))
}

/// The attributes of a text in that locale.
fn of(locale: &Locale) -> String {
    let direction = match locale.identifier().character_direction() {
        CharacterDirection::RTL => "rtl",
        _ => "ltr",
    };
    format!("lang=\"{}\" dir=\"{direction}\"", escape(locale.as_str()))
}

/// A text of a page, line ends kept. Marks of writing direction stay: they belong to texts written
/// from right to left, and each text stands in a box of its own that they can't leave.
fn shown(text: &str) -> String {
    let clean: String = text
        .chars()
        .flat_map(|c| match c {
            '\n' | '\t' => vec![c],
            '\r' => Vec::new(),
            c if c.is_control() => c.escape_unicode().collect(),
            c => vec![c],
        })
        .collect();
    escaped(&clean).into_owned()
}

/// A text of cotejo's own or a name, on one line, nothing in it that steers.
fn escape(text: &str) -> Cow<'_, str> {
    match visible(text) {
        Cow::Borrowed(text) => escaped(text),
        Cow::Owned(text) => Cow::Owned(escaped(&text).into_owned()),
    }
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

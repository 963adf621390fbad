//! What `glossary apply` mends and leaves: as a plan, or as it was written.

use std::io::{self, Write};

use serde_json::json;

use super::diff::{Look, layout};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::change::DiffOp;
use crate::domain::locale::Locale;
use crate::domain::termbase::mend::Why;
use crate::messages::{Messages, Value, visible};

/// What was planned or done.
#[derive(Debug, Default)]
pub struct Applied {
    /// The versions in which there is something, in order.
    pub versions: Vec<Version>,
    /// Whether it was written.
    pub written: bool,
    /// Whether something could not be read.
    pub incomplete: bool,
}

/// One version of an article.
#[derive(Debug)]
pub struct Version {
    /// The article.
    pub article: ArticleId,
    /// Its locale.
    pub locale: Locale,
    /// Its file.
    pub path: TreePath,
    /// The blocks that change.
    pub changes: Vec<Change>,
    /// The terms that are mended.
    pub mended: Vec<Mend>,
    /// The terms that are left.
    pub left: Vec<Left>,
}

/// A block that changes.
#[derive(Debug)]
pub struct Change {
    /// The line it begins on.
    pub line: usize,
    /// Before and after.
    pub words: Vec<DiffOp>,
}

/// A term that is mended.
#[derive(Debug)]
pub struct Mend {
    /// The line of the file.
    pub line: usize,
    /// The id of its concept.
    pub concept: String,
    /// The code of the finding.
    pub code: &'static str,
    /// The words that go.
    pub old: String,
    /// The words that come.
    pub new: String,
}

/// A term that is left.
#[derive(Debug)]
pub struct Left {
    /// The line of the file.
    pub line: usize,
    /// The id of its concept.
    pub concept: String,
    /// The code of the finding.
    pub code: &'static str,
    /// Its words.
    pub words: String,
    /// What to write instead.
    pub better: Vec<String>,
    /// Why it is left.
    pub why: Why,
}

/// So many characters of what stays are shown beside what changes.
const CONTEXT: usize = 40;
/// What goes before a line of a version.
const INDENT: usize = 7;

/// Writes it for people, in lines of `width` columns; unless it is `painted`, what goes stands in
/// `[-…-]` and what comes in `{+…+}`.
pub fn text(
    applied: &Applied,
    messages: &Messages,
    width: usize,
    painted: bool,
    paint: &dyn Fn(Look, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    let room = width.saturating_sub(INDENT).max(20);
    for version in &applied.versions {
        let (mended, left) = (!version.mended.is_empty(), !version.left.is_empty());
        if !mended && !left {
            continue;
        }
        let article = paint(Look::Heading, &visible(version.article.as_str()));
        writeln!(
            out,
            "{article}  {}  {}",
            version.locale,
            paint(Look::Dim, &visible(version.path.as_str()))
        )?;
        let mut entries: Vec<(usize, Vec<layout::Piece>)> = Vec::new();
        for (line, words) in version.changes.iter().flat_map(places) {
            let marked = |op: &DiffOp| match op {
                DiffOp::Equal(text) => (Look::Plain, shown(text)),
                DiffOp::Delete(text) if painted => (Look::Removed, shown(text)),
                DiffOp::Insert(text) if painted => (Look::Added, shown(text)),
                DiffOp::Delete(text) => (Look::Removed, format!("[-{}-]", shown(text))),
                DiffOp::Insert(text) => (Look::Added, format!("{{+{}+}}", shown(text))),
            };
            entries.push((line, words.iter().map(marked).collect()));
        }
        for left in &version.left {
            let why = messages.text(&format!("apply-why-{}", left.why.name()));
            let args = [
                ("words", Value::text(&left.words)),
                ("concept", Value::text(&left.concept)),
                ("why", Value::text(&why)),
            ];
            entries.push((left.line, vec![(Look::Plain, messages.get("apply-left", &args))]));
        }
        entries.sort_by_key(|(line, _)| *line);
        for (line, pieces) in &entries {
            lines(*line, pieces, room, paint, out)?;
        }
    }
    let sum = |of: &dyn Fn(&Version) -> usize| applied.versions.iter().map(of).sum::<usize>();
    let mended = sum(&|version| version.mended.len());
    let id = match (applied.written, mended) {
        (_, 0) => "apply-sum-nothing",
        (true, _) => "apply-sum-written",
        (false, _) => "apply-sum-plan",
    };
    let files = applied.versions.iter().filter(|version| !version.mended.is_empty()).count();
    let text = messages.get(
        id,
        &[
            ("mended", Value::from(mended)),
            ("files", Value::from(files)),
            ("left", Value::from(sum(&|version| version.left.len()))),
        ],
    );
    for line in layout::lines(&[(Look::Plain, text)], Some(width)) {
        writeln!(out, "{}", line.iter().map(|(_, text)| text.as_str()).collect::<String>())?;
    }
    Ok(())
}

fn lines(
    number: usize,
    pieces: &[layout::Piece],
    room: usize,
    paint: &dyn Fn(Look, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (at, line) in layout::lines(pieces, Some(room)).iter().enumerate() {
        let head = if at == 0 { format!("{number:>5}  ") } else { " ".repeat(INDENT) };
        let text: String = line.iter().map(|(look, text)| paint(*look, text)).collect();
        writeln!(out, "{head}{text}")?;
    }
    Ok(())
}

/// A text on one line, nothing in it that steers a terminal.
fn shown(text: &str) -> String {
    visible(&text.replace(['\n', '\r'], " ")).into_owned()
}

/// The places of a block that change, each with its line and what stands around it.
fn places(change: &Change) -> Vec<(usize, Vec<DiffOp>)> {
    let mut places: Vec<(usize, Vec<DiffOp>)> = Vec::new();
    let mut line = change.line;
    let mut open: Option<(usize, Vec<DiffOp>)> = None;
    for (number, op) in change.words.iter().enumerate() {
        match op {
            DiffOp::Equal(text) => {
                let first = number == 0;
                let last = number + 1 == change.words.len();
                let long = text.chars().count() > 2 * CONTEXT + 3;
                if let Some((_, words)) = &mut open {
                    words.push(DiffOp::Equal(if long || last { head(text) } else { text.clone() }));
                    if long || last {
                        places.extend(open.take());
                    }
                }
                line += text.matches('\n').count();
                if open.is_none() && !last {
                    let text = if long || first { tail(text) } else { text.clone() };
                    open = Some((line, vec![DiffOp::Equal(text)]));
                }
            }
            op => open.get_or_insert_with(|| (line, Vec::new())).1.push(op.clone()),
        }
    }
    places.extend(open);
    places
}

/// The end of a text, from a word on.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    if count <= CONTEXT + 1 {
        return text.to_owned();
    }
    let end: String = text.chars().skip(count - CONTEXT).collect();
    format!("…{}", end.split_once(char::is_whitespace).map_or(end.as_str(), |(_, rest)| rest))
}

/// The beginning of a text, to the end of a word.
fn head(text: &str) -> String {
    if text.chars().count() <= CONTEXT + 1 {
        return text.to_owned();
    }
    let begin: String = text.chars().take(CONTEXT).collect();
    format!("{}…", begin.rsplit_once(char::is_whitespace).map_or(begin.as_str(), |(rest, _)| rest))
}

/// Writes it for programs: stable and in no one's language; described by `schema/apply.schema.json`.
pub fn json(applied: &Applied, out: &mut dyn Write) -> io::Result<()> {
    let versions: Vec<_> = applied
        .versions
        .iter()
        .map(|version| {
            let mended = version.mended.iter().map(|one| {
                json!({"line": one.line, "concept": one.concept, "code": one.code, "old": one.old, "new": one.new})
            });
            let left = version.left.iter().map(|one| {
                json!({
                    "line": one.line, "concept": one.concept, "code": one.code, "words": one.words,
                    "better": one.better, "why": one.why.name(),
                })
            });
            json!({
                "article": version.article, "locale": version.locale, "path": version.path,
                "mended": mended.collect::<Vec<_>>(), "left": left.collect::<Vec<_>>(),
            })
        })
        .collect();
    let whole = json!({
        "cotejo": "glossary-apply", "version": 1, "written": applied.written,
        "incomplete": applied.incomplete, "versions": versions,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

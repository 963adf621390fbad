//! The diff for a terminal: one below the other, or side by side where there is room.

use std::io::{self, Write};

use super::layout::{self, Piece};
use super::{Change, Diff, Entry, What};
use crate::domain::change::{ChangeClass, DiffOp};
use crate::messages::{Messages, Value, visible};
use crate::reports::table::cut;
use crate::reports::wording;

/// What a piece of text means; who calls knows how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text as it is.
    Plain,
    /// Words that came.
    Added,
    /// Words that went.
    Removed,
    /// Of lesser weight: paths, locales.
    Dim,
    /// A heading.
    Heading,
    /// A change that must be followed.
    Major,
    /// A change of a lesser class.
    Lesser,
}

/// How the text is laid out.
pub struct TextStyle<'s> {
    /// The width in columns; `None` where lines are not to be broken.
    pub width: Option<usize>,
    /// Source and target in two columns.
    pub side_by_side: bool,
    /// Whether `paint` shows what came and went; else it is marked `[-…-]` and `{+…+}`.
    pub painted: bool,
    /// Gives a text its looks, without changing its width.
    pub paint: &'s dyn Fn(Look, &str) -> String,
}

/// The least width of a column.
const LEAST_COLUMN: usize = 24;
/// Between two columns.
const BETWEEN: &str = " │ ";

/// Writes the diff.
pub fn text(diff: &Diff, messages: &Messages, style: &TextStyle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut written = Writer { messages, style, out };
    let mut before: Option<&Entry> = None;
    for entry in &diff.entries {
        written.entry(entry, before)?;
        before = Some(entry);
    }
    if diff.entries.is_empty() {
        writeln!(written.out, "{}", messages.text("diff-nothing"))?;
    }
    if diff.unrecorded > 0 {
        let count = Value::from(diff.unrecorded);
        writeln!(written.out, "{}", messages.get("diff-unrecorded", &[("count", count)]))?;
    }
    Ok(())
}

struct Writer<'a> {
    messages: &'a Messages,
    style: &'a TextStyle<'a>,
    out: &'a mut dyn Write,
}

impl Writer<'_> {
    fn paint(&self, look: Look, text: &str) -> String {
        (self.style.paint)(look, text)
    }

    fn entry(&mut self, entry: &Entry, before: Option<&Entry>) -> io::Result<()> {
        if before.is_none_or(|before| before.article != entry.article) {
            if before.is_some() {
                writeln!(self.out)?;
            }
            let title = match entry.title.is_empty() {
                true => visible(entry.article.as_str()).into_owned(),
                false => format!("{}  {}", visible(entry.article.as_str()), visible(&entry.title)),
            };
            let title = self.style.width.map_or(title.clone(), |width| cut(&title, width));
            writeln!(self.out, "{}", self.paint(Look::Heading, &title))?;
        } else {
            writeln!(self.out)?;
        }
        let state = entry.state(self.messages);
        let look = if entry.pending.major > 0 { Look::Major } else { Look::Lesser };
        let locale = format!("{}  ", entry.locale);
        self.flow("  ", vec![(Look::Plain, locale), (look, state)])?;
        if let (Some(source), Some(target)) = (&entry.source, &entry.target) {
            let paths = format!("  {} → {}", visible(source.as_str()), visible(target.as_str()));
            writeln!(self.out, "{}", self.paint(Look::Dim, &paths))?;
        }
        for note in entry.notes(self.messages) {
            self.flow("  ", vec![(Look::Plain, note)])?;
        }
        for change in &entry.changes {
            self.change(entry, change)?;
        }
        Ok(())
    }

    /// A sentence, in as many lines as it needs, the further ones set in by two columns more.
    fn flow(&mut self, indent: &str, pieces: Vec<Piece>) -> io::Result<()> {
        let room = self.style.width.map(|width| width.saturating_sub(indent.len() + 2).max(LEAST_COLUMN));
        for (number, line) in layout::lines(&pieces, room).iter().enumerate() {
            let further = if number > 0 { "  " } else { "" };
            writeln!(self.out, "{indent}{further}{}", self.painted(line))?;
        }
        Ok(())
    }

    fn change(&mut self, entry: &Entry, change: &Change) -> io::Result<()> {
        writeln!(self.out)?;
        let look = if change.class == Some(ChangeClass::Major) { Look::Major } else { Look::Lesser };
        let name = match change.what {
            What::Extra => String::new(),
            _ => self.messages.get("diff-unit", &[("unit", Value::from(change.name()))]) + "  ",
        };
        let class = change.class.map(|class| wording::class(class, self.messages) + "  ").unwrap_or_default();
        let summary = change.summary(self.messages);
        self.flow("  ", vec![(Look::Heading, name), (look, class), (Look::Plain, summary)])?;
        if self.style.side_by_side {
            self.columns(entry, change)?
        } else {
            self.stacked(entry, change)?
        }
        for remark in change.remarks(self.messages) {
            self.flow("    ", vec![(Look::Plain, remark)])?;
        }
        Ok(())
    }

    fn stacked(&mut self, entry: &Entry, change: &Change) -> io::Result<()> {
        let room = self.style.width.map(|width| width.saturating_sub(6).max(LEAST_COLUMN));
        for (head, body) in [self.source(entry, change), self.target(entry, change)] {
            if body.is_empty() {
                continue;
            }
            writeln!(self.out, "    {}", self.paint(Look::Dim, &head))?;
            for line in layout::lines(&body, room) {
                writeln!(self.out, "{}", format!("      {}", self.painted(&line)).trim_end())?;
            }
        }
        Ok(())
    }

    fn columns(&mut self, entry: &Entry, change: &Change) -> io::Result<()> {
        let width = self.style.width.unwrap_or(120);
        let room = (width.saturating_sub(4 + 3) / 2).max(LEAST_COLUMN);
        let [left, right] = [self.source(entry, change), self.target(entry, change)].map(|(head, body)| {
            if body.is_empty() {
                return Vec::new();
            }
            let mut lines = vec![vec![(Look::Dim, cut(&head, room))]];
            lines.extend(layout::lines(&body, Some(room)));
            lines
        });
        for at in 0..left.len().max(right.len()) {
            let line = |side: &[Vec<Piece>]| side.get(at).cloned().unwrap_or_default();
            let (left, right) = (line(&left), line(&right));
            let blanks = " ".repeat(room.saturating_sub(layout::width(&left)));
            let between = self.paint(Look::Dim, BETWEEN.trim_end());
            let whole = format!("    {}{blanks}{between} {}", self.painted(&left), self.painted(&right));
            writeln!(self.out, "{}", whole.trim_end())?;
        }
        Ok(())
    }

    fn painted(&self, line: &[Piece]) -> String {
        line.iter().map(|(look, text)| self.paint(*look, text)).collect()
    }

    /// The source's place and its diff.
    fn source(&self, entry: &Entry, change: &Change) -> (String, Vec<Piece>) {
        let head = place(&entry.source_locale, entry.source.as_ref(), change.source_line);
        let pieces = change
            .shown_words()
            .iter()
            .map(|op| match (op, self.style.painted) {
                (DiffOp::Equal(text), _) => (Look::Plain, shown(text)),
                (DiffOp::Delete(text), true) => (Look::Removed, shown(text)),
                (DiffOp::Insert(text), true) => (Look::Added, shown(text)),
                (DiffOp::Delete(text), false) => (Look::Plain, format!("[-{}-]", shown(text))),
                (DiffOp::Insert(text), false) => (Look::Plain, format!("{{+{}+}}", shown(text))),
            })
            .collect();
        (head, pieces)
    }

    /// The target's place and its text; for an added unit the place where it belongs.
    fn target(&self, entry: &Entry, change: &Change) -> (String, Vec<Piece>) {
        if let (true, Some(after)) = (change.target.is_empty(), &change.after) {
            let head = place(&entry.locale, entry.target.as_ref(), Some(after.line));
            let text =
                self.messages.get("diff-belongs-after", &[("text", Value::from(excerpt(&after.text)))]);
            return (head, vec![(Look::Dim, text)]);
        }
        if change.target.is_empty() && change.what == What::Added {
            let head = place(&entry.locale, entry.target.as_ref(), None);
            return (head, vec![(Look::Dim, self.messages.text("diff-belongs-first"))]);
        }
        let head = place(&entry.locale, entry.target.as_ref(), change.target.first().map(|unit| unit.line));
        let texts: Vec<String> = change.target.iter().map(|unit| shown(&unit.text)).collect();
        let pieces = if texts.is_empty() { Vec::new() } else { vec![(Look::Plain, texts.join("\n"))] };
        (head, pieces)
    }
}

/// A place as editors and terminals know it: `es  translations/es/a.md:7`.
fn place(
    locale: &crate::domain::locale::Locale,
    path: Option<&crate::domain::article::TreePath>,
    line: Option<usize>,
) -> String {
    let path = path.map(|path| visible(path.as_str()).into_owned()).unwrap_or_default();
    match line {
        Some(line) => format!("{locale}  {path}:{line}"),
        None => format!("{locale}  {path}"),
    }
}

/// A text line by line, without what would steer a terminal.
pub(super) fn shown(text: &str) -> String {
    text.split('\n').map(|line| visible(line.trim_end_matches('\r'))).collect::<Vec<_>>().join("\n")
}

/// The beginning of a text on one line.
pub(super) fn excerpt(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), 60)
}

//! Pairings for a terminal: the sums first, then the articles, then what belongs to none.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{ArticleRow, Pairings, PlaceRow};
use crate::domain::article::{TreePath, Wish};
use crate::domain::pairing::{Candidate, How, Note, Status, Unplaced, Why};
use crate::messages::{Messages, Value, visible};
use crate::reports::table::{Side, Table, cut, wrapped};

/// So many files or notes are listed where rows were not asked for.
const FEW: usize = 10;

/// Writes the pairings; no line is wider than `width` columns, but for those to be copied into the
/// configuration. `paint` gives a text the looks of the status it belongs to.
pub fn text(
    pairings: &Pairings<'_>,
    messages: &Messages,
    width: usize,
    paint: &dyn Fn(&Status, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head =
        [("articles", Value::from(pairings.rows.len())), ("collections", Value::from(pairings.collections))];
    writeln!(out, "{}", messages.get("pair-head", &head))?;
    writeln!(out)?;
    if !pairings.locales.is_empty() {
        for line in sums(pairings, messages).lines(width, &|_, _, text| text.to_owned()) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    for line in files(pairings, messages, width) {
        writeln!(out, "{line}")?;
    }
    if pairings.list_rows {
        let layout = Layout { messages, width, paint };
        for row in &pairings.rows {
            writeln!(out)?;
            layout.article(row, out)?;
        }
    } else if !pairings.rows.is_empty() {
        writeln!(out)?;
        let count = pairings.rows.iter().map(|row| row.places.len()).sum::<usize>();
        writeln!(out, "{}", messages.get("pair-rows-hint", &[("count", Value::from(count))]))?;
    }
    let reasons = |(path, why): &(&TreePath, &Unplaced)| {
        let why = unplaced(why, messages);
        messages.get("pair-unplaced", &[("path", Value::text(path)), ("why", Value::from(why))])
    };
    let lines = pairings.unplaced.iter().map(reasons);
    some("pair-unplaced-head", lines, pairings.list_rows, messages, out)?;
    // A file of a pair that is not there is warned of, at its line in the configuration.
    let shown = pairings.notes.iter().filter(|found| !matches!(found, Note::HandFileUnseen { .. }));
    let lines: Vec<String> = shown.map(|found| note(found, messages)).collect();
    some("pair-notes-head", lines.into_iter(), pairings.list_rows, messages, out)?;
    Ok(())
}

fn sums(pairings: &Pairings<'_>, messages: &Messages) -> Table {
    let total = pairings.total.parts();
    let shown: Vec<usize> = total
        .iter()
        .enumerate()
        .filter(|(_, (name, count))| *count > 0 || matches!(*name, "paired" | "missing"))
        .map(|(at, _)| at)
        .collect();
    let mut sides = vec![Side::Left];
    sides.extend(shown.iter().map(|_| Side::Right));
    let mut table = Table::new(sides);
    let mut head = vec![messages.text("status-column-locale")];
    let name = |at: &usize| total.get(*at).map(|(name, _)| messages.text(&format!("pairing-{name}")));
    head.extend(shown.iter().filter_map(name));
    table.row(head);
    let mut row = |name: String, parts: [(&str, usize); 6]| {
        let number = |at: &usize| parts.get(*at).map(|(_, count)| number(*count, messages));
        table.row(std::iter::once(name).chain(shown.iter().filter_map(number)).collect());
    };
    for (locale, counts) in &pairings.locales {
        row(locale.to_string(), counts.parts());
    }
    if pairings.locales.len() > 1 {
        row(messages.text("status-all"), total);
    }
    table
}

fn number(count: usize, messages: &Messages) -> String {
    messages.get("number", &[("number", Value::from(count))])
}

/// Where the files fell: the whole first, then its parts.
fn files(pairings: &Pairings<'_>, messages: &Messages, width: usize) -> Vec<String> {
    let count = ("count", Value::from(pairings.files.all()));
    let mut lines = vec![messages.get("pair-files", &[count])];
    let parts = pairings.files.parts().into_iter().filter(|(_, count)| *count > 0);
    for (at, (name, count)) in parts.enumerate() {
        let part = messages.get(&format!("pair-files-{name}"), &[("count", Value::from(count))]);
        let Some(line) = lines.last_mut() else { break };
        let mark = if at == 0 { " " } else { " · " };
        match line.width() + mark.width() + part.width() > width {
            true => lines.push(format!("  {part}")),
            false => *line += &format!("{mark}{part}"),
        }
    }
    lines
}

/// Lines under a heading; a few of them where not all were asked for.
fn some(
    head: &str,
    lines: impl ExactSizeIterator<Item = String>,
    all: bool,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = lines.len();
    if count == 0 {
        return Ok(());
    }
    writeln!(out)?;
    writeln!(out, "{}", messages.get(head, &[("count", Value::from(count))]))?;
    let shown = if all { count } else { count.min(FEW) };
    for line in lines.take(shown) {
        writeln!(out, "  {line}")?;
    }
    if shown < count {
        writeln!(out, "  {}", messages.get("pair-more", &[("count", Value::from(count - shown))]))?;
    }
    Ok(())
}

struct Layout<'l> {
    messages: &'l Messages,
    width: usize,
    paint: &'l dyn Fn(&Status, &str) -> String,
}

impl Layout<'_> {
    fn article(&self, row: &ArticleRow<'_>, out: &mut dyn Write) -> io::Result<()> {
        let article = row.article;
        writeln!(out, "{}", cut(&visible(article.id.as_str()), self.width))?;
        if let Some(source) = &article.source {
            let locale = Value::text(&article.source_locale);
            self.line(
                2,
                &self.messages.get("pair-source", &[("path", Value::text(&source.path)), ("locale", locale)]),
                out,
            )?;
        }
        for page in &article.pages {
            let path = Value::text(&page.path);
            let line = match &page.locale {
                Some(locale) => {
                    self.messages.get("pair-page", &[("path", path), ("locale", Value::text(locale))])
                }
                None => self.messages.get("pair-page-unknown", &[("path", path)]),
            };
            self.line(2, &line, out)?;
        }
        let room = row.places.iter().map(|place| place.locale.as_str().len()).max().unwrap_or(2);
        for place in &row.places {
            self.place(place, room, out)?;
        }
        Ok(())
    }

    fn line(&self, indent: usize, text: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}{}", " ".repeat(indent), cut(text, self.width.saturating_sub(indent)))
    }

    fn place(&self, place: &PlaceRow<'_>, room: usize, out: &mut dyn Write) -> io::Result<()> {
        let name = self.messages.text(&format!("pairing-{}", name(place.status)));
        let told = match place.status {
            Status::Paired { by } => {
                let by = Value::from(self.how(*by));
                let path = Value::text(place.path.map_or("", TreePath::as_str));
                self.messages.get("pair-paired", &[("path", path), ("by", by)])
            }
            Status::Orphan => visible(place.path.map_or("", TreePath::as_str)).into_owned(),
            Status::Unreadable { place } => visible(place.as_str()).into_owned(),
            Status::Unwanted { wish } => self.messages.text(match wish {
                Wish::Keep => "wish-keep",
                Wish::Local => "wish-local",
            }),
            Status::Ambiguous { candidates, more } => {
                let count = Value::from(candidates.len() + more);
                self.messages.get("pair-candidates", &[("count", count)])
            }
            Status::Missing => String::new(),
        };
        let used = 2 + room + 2 + name.width() + 2;
        let line = format!(
            "  {:room$}  {}  {}",
            place.locale,
            (self.paint)(place.status, &name),
            cut(&told, self.width.saturating_sub(used))
        );
        writeln!(out, "{}", line.trim_end())?;
        if let Status::Ambiguous { candidates, more } = place.status {
            for candidate in candidates {
                self.line(6, &visible(candidate.path.as_str()), out)?;
                for line in wrapped(&self.why(candidate), self.width.saturating_sub(8)) {
                    writeln!(out, "        {line}")?;
                }
            }
            if *more > 0 {
                self.line(6, &self.messages.get("pair-more", &[("count", Value::from(*more))]), out)?;
            }
            self.line(6, &self.messages.text("pair-settle"), out)?;
            for line in &place.by_hand {
                writeln!(out, "        {line}")?;
            }
        }
        Ok(())
    }

    fn how(&self, how: How) -> String {
        self.messages.text(how_id(how))
    }

    fn why(&self, candidate: &Candidate) -> String {
        let by = Value::from(self.how(candidate.by));
        let shared = Value::from(candidate.shared.as_str());
        let why = match &candidate.why {
            Why::SeveralVersions => self.messages.text("pair-why-several-versions"),
            Why::SeveralArticles { articles } => {
                let list = listed(articles.iter());
                self.messages.get("pair-why-several-articles", &[("articles", Value::from(list))])
            }
            Why::KeyDiffers { name, source, target } => self.messages.get(
                "pair-why-key-differs",
                &[
                    ("name", Value::from(name.as_str())),
                    ("source", Value::from(source.as_str())),
                    ("target", Value::from(target.as_str())),
                ],
            ),
        };
        self.messages.get("pair-candidate", &[("by", by), ("shared", shared), ("why", Value::from(why))])
    }
}

/// A status by the name that filters and JSON use.
fn name(status: &Status) -> &'static str {
    match status {
        Status::Paired { .. } => "paired",
        Status::Missing => "missing",
        Status::Unwanted { .. } => "unwanted",
        Status::Orphan => "orphan",
        Status::Ambiguous { .. } => "ambiguous",
        Status::Unreadable { .. } => "unreadable",
    }
}

fn how_id(how: How) -> &'static str {
    match how {
        How::Hand => "pair-by-hand",
        How::Key => "pair-by-key",
        How::Url => "pair-by-url",
        How::Template => "pair-by-template",
        How::Twin => "pair-by-twin",
        How::Page => "pair-by-page",
    }
}

fn unplaced(why: &Unplaced, messages: &Messages) -> String {
    match why {
        Unplaced::NoLocale => messages.text("unplaced-no-locale"),
        Unplaced::OtherLocale { locale } => {
            messages.get("unplaced-other-locale", &[("locale", Value::text(locale))])
        }
        Unplaced::NoCollection => messages.text("unplaced-no-collection"),
        Unplaced::SeenTwice { collections } => {
            messages.get("unplaced-seen-twice", &[("collections", Value::from(collections.join(", ")))])
        }
    }
}

fn note(note: &Note, messages: &Messages) -> String {
    let path = |path: &TreePath| Value::text(path);
    match note {
        Note::Twin { path: file, with } => {
            messages.get("pair-note-twin", &[("path", path(file)), ("with", path(with))])
        }
        Note::Outranked { path: file, by, holder } => messages.get(
            "pair-note-outranked",
            &[("path", path(file)), ("by", Value::Message(how_id(*by))), ("holder", path(holder))],
        ),
        Note::SharedBySources { by, shared, paths, count } => messages.get(
            "pair-note-shared",
            &[
                ("by", Value::Message(how_id(*by))),
                ("shared", Value::from(shared.as_str())),
                ("paths", Value::from(listed(paths.iter()))),
                ("count", Value::from(*count)),
            ],
        ),
        Note::HandFileUnseen { path: file } => messages.get("pair-note-unseen", &[("path", path(file))]),
        Note::HandPairImpossible { source, target } => {
            messages.get("pair-note-impossible", &[("source", path(source)), ("target", path(target))])
        }
    }
}

fn listed<'p>(paths: impl Iterator<Item = &'p TreePath>) -> String {
    paths.map(TreePath::as_str).collect::<Vec<_>>().join(", ")
}

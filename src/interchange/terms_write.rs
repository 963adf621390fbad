//! Writes the repository's two tables: anew, or with a plan brought into them.
//!
//! A plan touches the lines it is about and no other: what stands keeps its bytes, its comments,
//! its columns of other people and its order, so that git shows what the import did and nothing
//! else. New concepts come behind the last of their subject, new terms where the order of the
//! tables has them: by concept, then locale, terms before acronyms, then by status.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::merge::{CONCEPT, Change, Item, Plan, TERM, TermItem, concept_cells, term_cells};
use super::terms_tsv::HEAD;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Kind, Status, Termbase};

/// The column of `terms.tsv` that a table may lack.
const FOR: &str = "for";

/// The columns of `concepts.tsv`.
fn concept_columns() -> Vec<&'static str> {
    std::iter::once("concept").chain(CONCEPT).collect()
}

/// The columns of `terms.tsv`.
fn term_columns() -> Vec<&'static str> {
    ["concept", "locale", "term"].into_iter().chain(TERM).collect()
}

/// The two tables with nothing in them.
pub fn empty() -> (String, String) {
    (
        format!("{HEAD}\n{}\n", concept_columns().join("\t")),
        format!("{HEAD}\n{}\n", term_columns().join("\t")),
    )
}

/// Writes the concepts of a termbase.
pub fn concepts(termbase: &Termbase, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEAD}\n{}", concept_columns().join("\t"))?;
    for concept in termbase.concepts() {
        writeln!(out, "{}\t{}", concept.id, concept_cells(concept).join("\t"))?;
    }
    Ok(())
}

/// Writes the terms of a termbase that are wanted.
pub fn terms(termbase: &Termbase, wanted: &dyn Fn(&Locale) -> bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEAD}\n{}", term_columns().join("\t"))?;
    for (at, concept) in termbase.concepts().iter().enumerate() {
        for term in termbase.terms_of(at).filter(|term| wanted(&term.locale)) {
            let cells = term_cells(term).join("\t");
            writeln!(out, "{}\t{}\t{}\t{cells}", concept.id, term.locale, term.text)?;
        }
    }
    Ok(())
}

/// Brings a plan into the two tables that `base` was read from; their new texts.
pub fn apply(concepts: &str, terms: &str, base: &Termbase, plan: &Plan) -> (String, String) {
    (apply_concepts(concepts, base, plan), apply_terms(terms, base, plan))
}

/// What a new row comes behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    /// The column names.
    Head,
    /// That row.
    Row(usize),
    /// All rows.
    All,
}

impl Behind {
    fn row(row: Option<&usize>) -> Self {
        row.map_or(Behind::All, |row| Behind::Row(*row))
    }
}

fn apply_concepts(text: &str, base: &Termbase, plan: &Plan) -> String {
    let mut table = Table::of(text, &concept_columns());
    let mut last_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, concept) in base.concepts().iter().enumerate() {
        last_of.insert(&concept.subject, at);
    }
    for item in plan.items.iter().filter(|item| item.writes()) {
        match item.standing {
            Some(at) => table.change(at, &item.changes),
            None => {
                let [subject, ..] = &item.cells;
                let behind = Behind::row(last_of.get(subject.as_str()));
                let id = [("concept", item.id.as_str())].into_iter();
                let cells = id.chain(CONCEPT.into_iter().zip(item.cells.iter().map(String::as_str)));
                table.insert(behind, true, cells);
            }
        }
    }
    table.text()
}

fn apply_terms(text: &str, base: &Termbase, plan: &Plan) -> String {
    // A column that few tables need is put in where something is to stand in it.
    let says_for = plan.items.iter().filter(|item| item.writes()).flat_map(|item| &item.terms).any(|term| {
        let [.., said, _, _, _] = &term.cells;
        term.standing.is_none() && !said.is_empty() || term.changes.iter().any(|change| change.column == FOR)
    });
    let columns = term_columns().into_iter().filter(|column| says_for || *column != FOR);
    let mut table = Table::of(text, &columns.collect::<Vec<_>>());
    // New concepts come behind the last of their subject, and so do their terms.
    let mut last_term: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of_concept: Vec<Vec<usize>> = vec![Vec::new(); base.concepts().len()];
    for (at, term) in base.terms().iter().enumerate() {
        let subject = base.concept_of(term).map_or("", |concept| concept.subject.as_str());
        last_term.insert(subject, at);
        if let Some(list) = of_concept.get_mut(term.concept) {
            list.push(at);
        }
    }
    for item in plan.items.iter().filter(|item| item.writes()) {
        let mut new: Vec<&TermItem> = Vec::new();
        for term in &item.terms {
            match term.standing {
                Some(at) => table.change(at, &term.changes),
                None => new.push(term),
            }
        }
        new.sort_by_cached_key(|term| order(term));
        let [subject, ..] = &item.cells;
        let last = Behind::row(last_term.get(subject.as_str()));
        let standing = item.standing.and_then(|concept| of_concept.get(concept));
        let standing = standing.map(Vec::as_slice).unwrap_or_default();
        for (term, behind) in new.iter().zip(places(base, standing, &new, last)) {
            table.insert(behind, item.standing.is_none(), cells(item, term));
        }
    }
    table.text()
}

fn cells<'i>(item: &'i Item, term: &'i TermItem) -> impl Iterator<Item = (&'static str, &'i str)> {
    let head =
        [("concept", item.id.as_str()), ("locale", term.locale.as_str()), ("term", term.text.as_str())];
    let said = TERM.into_iter().zip(term.cells.iter().map(String::as_str));
    head.into_iter().chain(said.filter(|(column, cell)| *column != FOR || !cell.is_empty()))
}

/// Where a term stands among those of its concept.
fn order(term: &TermItem) -> (Locale, Option<Kind>, Option<Status>) {
    let [status, kind, ..] = &term.cells;
    (term.locale.clone(), kind.parse().ok(), status.parse().ok())
}

/// What the new terms of a concept come behind, both its own and they in order: one pass over both.
fn places(base: &Termbase, own: &[usize], new: &[&TermItem], last: Behind) -> Vec<Behind> {
    let key = |at: &usize| {
        let term = base.terms().get(*at)?;
        Some(((term.locale.clone(), Some(term.kind), Some(term.status)), *at))
    };
    let mut standing: Vec<_> = own.iter().filter_map(key).collect();
    standing.sort();
    let first = match own.first() {
        None => last,
        // Before the first of the concept is behind what stands before it.
        Some(first) => first.checked_sub(1).map_or(Behind::Head, Behind::Row),
    };
    let mut at = 0;
    let place = |term: &&TermItem| {
        let own = order(term);
        while standing.get(at).is_some_and(|(other, _)| *other <= own) {
            at += 1;
        }
        at.checked_sub(1).and_then(|at| standing.get(at)).map_or(first, |(_, row)| Behind::Row(*row))
    };
    new.iter().map(place).collect()
}

/// A table as lines, of which some change and behind which some come.
struct Table<'t> {
    lines: Vec<&'t str>,
    names: Vec<String>,
    /// The line of the column names.
    head: usize,
    /// The lines of the rows.
    rows: Vec<usize>,
    ending: &'static str,
    changed: BTreeMap<usize, String>,
    /// New lines by the line they come behind: those of concepts that stand, then the others.
    new: BTreeMap<usize, [Vec<String>; 2]>,
    added: Vec<String>,
}

impl<'t> Table<'t> {
    fn of(text: &'t str, columns: &[&str]) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let plain = |line: &str| {
            let line = line.trim_start_matches('\u{feff}');
            !line.starts_with('#') && !line.trim().is_empty()
        };
        let head = lines.iter().position(|line| plain(line)).unwrap_or(lines.len());
        let head_line = lines.get(head).copied().unwrap_or_default();
        let mut names: Vec<String> =
            bare(head_line).split('\t').map(|name| name.trim().to_lowercase()).collect();
        let rows = lines.iter().enumerate().skip(head + 1).filter(|(_, line)| plain(line)).map(|(at, _)| at);
        let rows = rows.collect();
        let ending = if head_line.ends_with("\r\n") { "\r\n" } else { "\n" };
        let added: Vec<String> = columns
            .iter()
            .filter(|column| !names.iter().any(|name| name == *column))
            .map(|column| (*column).to_owned())
            .collect();
        names.extend(added.iter().cloned());
        Table { lines, names, head, rows, ending, changed: BTreeMap::new(), new: BTreeMap::new(), added }
    }

    fn column(&self, name: &str) -> usize {
        self.names.iter().position(|own| own == name).unwrap_or(0)
    }

    /// Changes cells of a row.
    fn change(&mut self, row: usize, changes: &[Change]) {
        let Some(line) = self.rows.get(row).copied() else { return };
        let taken: Vec<&Change> = changes.iter().filter(|change| change.taken).collect();
        if taken.is_empty() {
            return;
        }
        let stands = self.lines.get(line).copied().unwrap_or_default();
        let stands = self.changed.get(&line).map_or_else(|| bare(stands), |changed| bare(changed));
        let mut cells: Vec<&str> = stands.split('\t').collect();
        for change in taken {
            let column = self.column(change.column);
            if cells.len() <= column {
                cells.resize(column + 1, "");
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = &change.to;
            }
        }
        let text = format!("{}{}", cells.join("\t"), self.ending);
        self.changed.insert(line, text);
    }

    /// Puts a row behind another one; rows of new concepts behind those of the others there.
    fn insert<'c>(
        &mut self,
        behind: Behind,
        of_new: bool,
        cells: impl Iterator<Item = (&'static str, &'c str)>,
    ) {
        let row = match behind {
            Behind::Head => None,
            Behind::Row(row) => self.rows.get(row),
            Behind::All => self.rows.last(),
        };
        let line = row.copied().unwrap_or(self.head);
        let mut row = vec![""; self.names.len()];
        for (name, cell) in cells {
            let column = self.column(name);
            if let Some(own) = row.get_mut(column) {
                *own = cell;
            }
        }
        let text = format!("{}{}", row.join("\t"), self.ending);
        self.new.entry(line).or_default()[usize::from(of_new)].push(text);
    }

    fn text(&self) -> String {
        if self.changed.is_empty() && self.new.is_empty() {
            return self.lines.concat();
        }
        let mut out = String::new();
        for (at, line) in self.lines.iter().enumerate() {
            let line = self.changed.get(&at).map_or(*line, String::as_str);
            let names = &self.added;
            if at == self.head && !names.is_empty() {
                out.push_str(&format!("{}\t{}{}", bare(line), names.join("\t"), self.ending));
            } else {
                out.push_str(line);
                if !line.ends_with('\n') {
                    out.push_str(self.ending);
                }
            }
            for new in self.new.get(&at).into_iter().flatten().flatten() {
                out.push_str(new);
            }
        }
        out
    }
}

/// A line without its end.
fn bare(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

//! OmegaT's glossaries: a line a pair, the source term, the target term and a comment, a tab
//! between them (OmegaT's manual, "Glossaries"). UTF-8, or UTF-16 with a mark.
//!
//! There is no status: OmegaT proposes whatever stands there. So a pair is written for each source
//! term, whatever its status, and each target term that may be written, best first; deprecated and
//! forbidden ones stay behind, counted. The comment is the concept's definition, or its note.

use std::io::{self, Read, Write};

use encoding_rs::Encoding;

use super::decode::Declared;
use super::entry::{Chosen, Entry, Intake, Name, Unheld};
use super::rows::Rows;
use super::terms_tsv::Problem;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Status, Term, Termbase, distance};

/// Reads pairs of those two locales.
pub fn read(
    input: impl Read,
    encoding: &'static Encoding,
    locales: &(Locale, Locale),
    intake: &mut Intake<'_>,
) -> Result<(), Problem> {
    let mut rows = Rows::new(input, Declared::As(encoding), Some(b'\t'), true).verbatim();
    while let Some(row) = rows.next(intake)? {
        if row.get(0).is_empty() || row.get(1).is_empty() {
            let (found, known) = (row.filled().to_string(), String::new());
            let problem = intake.problem(row.place, "two-cells", found, known);
            return Err(problem);
        }
        let mut entry = Entry { place: row.place, comment: row.get(2).to_owned(), ..Entry::default() };
        for cell in row.cells.iter().skip(3).filter(|cell| !cell.text.is_empty()) {
            super::entry::append(&mut entry.comment, &cell.text);
        }
        for (at, locale) in [&locales.0, &locales.1].into_iter().enumerate() {
            let mut name = Name::new(row.place_of(at), locale.clone(), row.get(at));
            name.usual = Status::Preferred;
            name.usual_exact = true;
            entry.names.push(name);
        }
        intake.entry(entry)?;
    }
    Ok(())
}

/// What of a termbase is a pair of two locales, and what is not: shared by the formats that hold
/// pairs.
pub(super) struct Pairs<'t> {
    /// The concept.
    pub concept: &'t Concept,
    /// Its terms of the source locale, best first.
    pub sources: Vec<&'t Term>,
    /// Those of the target locale that may be written, best first.
    pub targets: Vec<&'t Term>,
}

/// Whether texts in a locale use a term: of the same region, or where either has none.
fn used(locale: &Locale, term: &Term) -> bool {
    distance(&term.locale, locale).is_some_and(|distance| distance < 2)
}

/// The concepts that have terms in both locales; what can't be held is counted.
pub(super) fn pairs<'t>(
    termbase: &'t Termbase,
    locales: &'t (Locale, Locale),
    unheld: &mut Unheld,
    mut take: impl FnMut(Pairs<'t>, &mut Unheld) -> io::Result<()>,
) -> io::Result<()> {
    for (at, concept) in termbase.concepts().iter().enumerate() {
        let mut sources: Vec<&Term> = Vec::new();
        let mut targets: Vec<&Term> = Vec::new();
        for term in termbase.terms_of(at) {
            if used(&locales.0, term) {
                sources.push(term);
            } else if used(&locales.1, term) {
                targets.push(term);
            }
        }
        if sources.is_empty() && targets.is_empty() {
            continue;
        }
        let may = |term: &&Term| term.status <= Status::Admitted;
        let wrong = targets.iter().filter(|term| !may(term)).count();
        (0..wrong).for_each(|_| unheld.count("wrong-word"));
        targets.retain(|term| may(term));
        if sources.is_empty() || targets.is_empty() {
            unheld.count("lone");
            continue;
        }
        for list in [&mut sources, &mut targets] {
            list.sort_by_key(|term| (term.status, term.kind));
        }
        unheld.count("concept");
        unheld.count_if(!concept.subject.is_empty(), "subject");
        unheld.count_if(concept.keep, "keep");
        unheld.count_if(concept.enforce.is_some(), "enforce");
        unheld.count_if(!concept.source.is_empty(), "source");
        for term in sources.iter().chain(&targets) {
            unheld.count("status");
            unheld.count_if(term.pos.is_some(), "pos");
            unheld.count_if(term.gender.is_some(), "gender");
            unheld.count_if(term.exact, "case");
            unheld.count_if(term.enforce.is_some(), "enforce");
            unheld.count_if(!term.note.is_empty(), "note");
            unheld.count_if(!term.source.is_empty(), "source");
            unheld.count_if(!term.variants.is_empty(), "variant");
            unheld.count_if(!term.renders.is_empty(), "for");
        }
        take(Pairs { concept, sources, targets }, unheld)?;
    }
    Ok(())
}

/// A text as a cell between tabs can hold it.
pub(super) fn cell(text: &str, unheld: &mut Unheld) -> String {
    if !text.contains(char::is_control) {
        return text.to_owned();
    }
    unheld.count("control");
    text.replace(char::is_control, " ")
}

/// Writes the pairs of two locales.
pub fn write(termbase: &Termbase, locales: &(Locale, Locale), out: &mut dyn Write) -> io::Result<Unheld> {
    let mut unheld = Unheld::default();
    pairs(termbase, locales, &mut unheld, |pairs, unheld| {
        let Concept { definition, note, .. } = pairs.concept;
        unheld.count_if(!definition.is_empty() && !note.is_empty(), "note");
        let comment = cell(if definition.is_empty() { note } else { definition }, unheld);
        for source in &pairs.sources {
            // A line that begins with # is a comment to some versions.
            if source.text.starts_with('#') {
                unheld.count("more-words");
                continue;
            }
            for target in
                pairs.targets.iter().filter(|target| target.kind == source.kind || lone(&pairs, source))
            {
                let (source, target) = (cell(&source.text, unheld), cell(&target.text, unheld));
                writeln!(out, "{}", [source.as_str(), &target, &comment].join("\t").trim_end())?;
            }
        }
        Ok(())
    })?;
    out.flush()?;
    Ok(unheld)
}

/// Whether a source term has no target of its kind: an acronym that the target writes out.
pub(super) fn lone(pairs: &Pairs<'_>, source: &Term) -> bool {
    !pairs.targets.iter().any(|target| target.kind == source.kind)
}

/// The locales that a list of pairs is of, where they were named; the chosen ones in their order.
pub fn two(chosen: &Chosen) -> Option<(Locale, Locale)> {
    match chosen.0.as_slice() {
        [source, target] if source != target => Some((source.clone(), target.clone())),
        _ => None,
    }
}

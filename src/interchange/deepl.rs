//! DeepL's glossaries: pairs of terms as CSV or TSV (DeepL API reference, "Manage glossaries").
//! CSV may have two columns more, the languages of the pair.
//!
//! A source term stands once, with one translation: a second line for it is refused by DeepL. So
//! each source term gets the best target of its kind; what other terms there are is counted.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};

use encoding_rs::Encoding;

use super::decode::Declared;
use super::entry::{Entry, Intake, Name, Unheld, cut};
use super::omegat::{cell, lone, pairs};
use super::rows::Rows;
use super::terms_tsv::Problem;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Status, Term, Termbase};

/// Reads pairs in that encoding, unless a byte order mark says another: of the locales that a line
/// names, else of those given.
pub fn read(
    input: impl Read,
    encoding: &'static Encoding,
    between: Option<u8>,
    locales: Option<&(Locale, Locale)>,
    intake: &mut Intake<'_>,
) -> Result<(), Problem> {
    let mut rows = Rows::new(input, Declared::As(encoding), between, false).verbatim();
    while let Some(row) = rows.next(intake)? {
        let count = row.filled();
        if row.get(0).is_empty() || row.get(1).is_empty() || ![2, 4].contains(&count) {
            return Err(intake.problem(row.place, "two-cells", count.to_string(), String::new()));
        }
        let own = match count {
            4 => {
                let tag = |at: usize| {
                    let tag = row.get(at);
                    tag.parse::<Locale>()
                        .map_err(|_| intake.problem(row.place_of(at), "bad-locale", cut(tag), String::new()))
                };
                Some((tag(2)?, tag(3)?))
            }
            _ => locales.cloned(),
        };
        let Some((source, target)) = own else {
            return Err(intake.problem(row.place, "languages", String::new(), String::new()));
        };
        if source == target {
            intake.leave_out("same-languages", row.place);
            continue;
        }
        let mut entry = Entry { place: row.place, ..Entry::default() };
        for (at, locale) in [source, target].into_iter().enumerate() {
            let mut name = Name::new(row.place_of(at), locale, row.get(at));
            name.usual = Status::Preferred;
            name.usual_exact = true;
            entry.names.push(name);
        }
        intake.entry(entry)?;
    }
    Ok(())
}

/// Writes the pairs of two locales: with a tab between them, or with a comma and then with their
/// languages too.
pub fn write(
    termbase: &Termbase,
    locales: &(Locale, Locale),
    between: u8,
    out: &mut dyn Write,
) -> io::Result<Unheld> {
    let mut unheld = Unheld::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut writer = csv::WriterBuilder::new().delimiter(b',').from_writer(Vec::new());
    pairs(termbase, locales, &mut unheld, |pairs, unheld| {
        unheld.count_if(!pairs.concept.definition.is_empty(), "definition");
        unheld.count_if(!pairs.concept.note.is_empty(), "note");
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for source in &pairs.sources {
            let fits = |target: &&&Term| target.kind == source.kind || lone(&pairs, source);
            let Some(target) = pairs.targets.iter().find(fits) else { continue };
            used.insert(target.text.as_str());
            let (source, target) = (cell(&source.text, unheld), cell(&target.text, unheld));
            let (source, target) = (source.trim(), target.trim());
            if !seen.insert(source.to_owned()) {
                unheld.count("more-words");
                continue;
            }
            if between == b'\t' {
                writeln!(out, "{source}\t{target}")?;
                continue;
            }
            writer.write_record([source, target, locales.0.as_str(), locales.1.as_str()])?;
            writer.flush()?;
        }
        for target in &pairs.targets {
            unheld.count_if(!used.contains(target.text.as_str()), "synonym");
        }
        Ok(())
    })?;
    let lines = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    out.write_all(&lines)?;
    out.flush()?;
    Ok(unheld)
}

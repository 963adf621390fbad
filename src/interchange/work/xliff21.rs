//! XLIFF 2.1 (OASIS standard, 13 February 2018), written: the core, with the modules for matches,
//! glossaries and metadata.
//!
//! An article is a `file`, a unit a `unit` of one `segment` with its key as id; tools are told not to
//! cut it up. The target as it was sent, and the name of the package, are metadata of the category
//! `cotejo`, which every tool has to keep.

use super::labels::{About, Labels};
use super::token::{Xml, XmlLine, plain, written as tokens};
use super::xliff_content::{Version, data_id, write as content};
use super::xliff12::OURS;
use super::xml_write::Out;
use crate::domain::inline::{Inline, codes};
use crate::domain::package::{Job, Package, Reach, WorkUnit};

/// Writes a package. An article without a unit has no place in XLIFF 2 and is left out.
pub fn write(package: &Package, labels: &Labels) -> String {
    let mut out = Out::new();
    out.open(
        "xliff",
        &[
            ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
            ("xmlns:mtc", "urn:oasis:names:tc:xliff:matches:2.0"),
            ("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0"),
            ("xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0"),
            ("version", "2.1"),
            ("srcLang", package.source.as_str()),
            ("trgLang", package.target.as_str()),
        ],
    );
    let jobs = package.jobs.iter().filter(|job| !job.units.is_empty());
    for (number, job) in jobs.enumerate() {
        write_job(&mut out, package, number + 1, job, labels);
    }
    out.close();
    out.finish()
}

fn meta(out: &mut Out, kind: &str, text: &str) {
    out.open("mda:metadata", &[]);
    out.open("mda:metaGroup", &[("category", OURS)]);
    out.element("mda:meta", &[("type", kind)], text);
    out.close();
    out.close();
}

fn write_job(out: &mut Out, package: &Package, number: usize, job: &Job, labels: &Labels) {
    let article = plain(job.article.as_str(), &Xml);
    let id = format!("f{number}");
    out.open("file", &[("id", &id), ("original", &article), ("canResegment", "no")]);
    meta(out, "package", package.name.as_str());
    out.open("notes", &[]);
    let mut note = |category: &str, text: &str| out.element("note", &[("category", category)], text);
    note("file", &labels.labelled(&labels.file, job.source.as_str()));
    labels.instructions.iter().for_each(|text| note("instruction", text));
    if let Some(text) = &job.note {
        note("note", &labels.labelled(&labels.note, text));
    }
    out.close();
    for unit in &job.units {
        write_unit(out, job, unit, labels);
    }
    out.close();
}

fn write_unit(out: &mut Out, job: &Job, unit: &WorkUnit, labels: &Labels) {
    let id = unit.key.to_string();
    let whole = super::id_of(&job.article, unit.key, &Xml);
    let kind = format!("{OURS}:{}", unit.kind.name());
    let open = unit.todo.is_open();
    let mut attributes = vec![("id", id.as_str()), ("name", &whole), ("canResegment", "no")];
    if !open {
        attributes.push(("translate", "no"));
    }
    attributes.extend([("type", kind.as_str()), ("xml:space", "preserve")]);
    out.open("unit", &attributes);
    write_matches(out, unit);
    write_terms(out, unit);
    if let Some(sent) = unit.target.as_ref().filter(|_| open) {
        meta(out, "sent", &tokens(sent, &XmlLine));
    }
    out.open("notes", &[]);
    for (about, line) in labels.lines(unit, false).into_iter().filter(|(about, _)| *about != About::Term) {
        let side = if about == About::Remark { "target" } else { "source" };
        out.element("note", &[("category", about.name()), ("appliesTo", side)], &line);
    }
    out.close();
    write_data(out, &unit.source, unit.target.as_deref().unwrap_or_default());
    match open {
        true => out.open("segment", &[("id", "s1"), ("state", "initial")]),
        false if unit.target.is_some() => out.open("segment", &[("id", "s1"), ("state", "translated")]),
        false => out.open("segment", &[("id", "s1")]),
    }
    out.mixed("source", &[], |out| content(out, &unit.source, Version::Two));
    if let Some(target) = &unit.target {
        out.mixed("target", &[], |out| content(out, target, Version::Two));
    }
    out.close();
    out.close();
}

fn write_matches(out: &mut Out, unit: &WorkUnit) {
    if unit.matches.is_empty() {
        return;
    }
    out.open("mtc:matches", &[]);
    for offer in &unit.matches {
        // That the neighbours are the same, too, is the kind of match; that it is for one sentence of the
        // unit only, its kind in our words.
        let percent = offer.percent.to_string();
        let kind = if offer.reach == Reach::Context { "icm" } else { "tm" };
        let mut attributes = vec![
            ("ref", "#s1"),
            ("similarity", percent.as_str()),
            ("type", kind),
            ("origin", offer.origin.as_str()),
        ];
        if matches!(offer.reach, Reach::Part(_)) {
            attributes.push(("subType", "cotejo:part"));
        }
        out.open("mtc:match", &attributes);
        write_data(out, &offer.source, &offer.target);
        out.mixed("source", &[], |out| content(out, &offer.source, Version::Two));
        out.mixed("target", &[], |out| content(out, &offer.target, Version::Two));
        out.close();
    }
    out.close();
}

fn write_terms(out: &mut Out, unit: &WorkUnit) {
    // An entry needs a translation or a definition.
    let mut terms = unit.terms.iter().filter(|term| !term.targets.is_empty() || term.definition.is_some());
    let Some(first) = terms.next() else { return };
    out.open("gls:glossary", &[]);
    for term in std::iter::once(first).chain(terms) {
        out.open("gls:glossEntry", &[]);
        out.element("gls:term", &[], &term.source);
        for (target, status) in &term.targets {
            let status = format!("{OURS}:{}", status.name());
            out.element("gls:translation", &[("source", &status)], target);
        }
        if let Some(definition) = &term.definition {
            out.element("gls:definition", &[], definition);
        }
        out.close();
    }
    out.close();
}

/// What the codes stand for; those of the target that the source has not, too.
fn write_data(out: &mut Out, source: &[Inline], target: &[Inline]) {
    let mut seen = rustc_hash::FxHashSet::default();
    let data: Vec<_> = codes(source)
        .chain(codes(target))
        .filter(|code| seen.insert((code.id, code.side)))
        .map(|code| (data_id(code), code.written.as_str()))
        .collect();
    if data.is_empty() {
        return;
    }
    out.open("originalData", &[]);
    for (id, written) in data {
        out.element("data", &[("id", &id), ("xml:space", "preserve")], written);
    }
    out.close();
}

//! XLIFF 1.2 (OASIS standard, 1 February 2008), written.
//!
//! An article is a `file`, a unit a `trans-unit` with its key as id. Every unit that is open has a
//! `target`, since OmegaT 3.6 finds nothing to translate without; where there is no translation it is
//! the source over again, with the state `needs-translation`, as is every other open unit's. The target
//! as it was sent is kept as an `alt-trans` of the type `previous-version`, beside what the source said
//! then. Matches are `alt-trans` with the unit's own codes; of one that is for a sentence of the unit
//! only, a note says so, and its `match-quality` is that of the whole. Units that are there for context have `translate="no"`.

use super::labels::{About, Labels};
use super::token::{Xml, plain};
use super::xliff_content::{Version, write as content};
use super::xml_write::Out;
use crate::domain::package::{Job, Package, Reach, Todo, WorkUnit};

/// The name of our phase, and of who wrote an `alt-trans`.
pub(super) const OURS: &str = "cotejo";

/// The `state-qualifier` of a target that is the source over again.
pub(super) const FILLED: &str = "x-source";

/// Writes a package.
pub fn write(package: &Package, labels: &Labels) -> String {
    write_with(package, labels, false)
}

/// Writes a package for OmegaT, which shows what stands in a target as what is to be translated, and
/// passes over the source: the target of every open unit is its source. What the targets were is for
/// its memory to offer.
pub fn write_for_omegat(package: &Package, labels: &Labels) -> String {
    write_with(package, labels, true)
}

fn write_with(package: &Package, labels: &Labels, fill: bool) -> String {
    let mut out = Out::new();
    out.open("xliff", &[("xmlns", "urn:oasis:names:tc:xliff:document:1.2"), ("version", "1.2")]);
    package.jobs.iter().for_each(|job| write_job(&mut out, package, job, labels, fill));
    out.close();
    out.finish()
}

fn write_job(out: &mut Out, package: &Package, job: &Job, labels: &Labels, fill: bool) {
    let article = plain(job.article.as_str(), &Xml);
    out.open(
        "file",
        &[
            ("original", &article),
            ("source-language", package.source.as_str()),
            ("target-language", package.target.as_str()),
            ("datatype", datatype(job.source.as_str())),
            ("product-name", OURS),
        ],
    );
    out.open("header", &[]);
    out.open("phase-group", &[]);
    let name = package.name.as_str();
    out.empty("phase", &[("phase-name", OURS), ("process-name", "translation"), ("job-id", name)]);
    out.close();
    out.element("note", &[("from", OURS)], &labels.labelled(&labels.file, job.source.as_str()));
    for text in &labels.instructions {
        out.element("note", &[("from", OURS)], text);
    }
    if let Some(note) = &job.note {
        out.element("note", &[("from", OURS), ("priority", "1")], &labels.labelled(&labels.note, note));
    }
    out.close();
    out.open("body", &[]);
    for unit in &job.units {
        write_unit(out, package, job, unit, labels, fill);
    }
    out.close();
    out.close();
}

/// What sort of file the source is, in XLIFF's words.
fn datatype(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "htm" | "html" | "xhtml" | "aspx" => "html",
        "md" | "markdown" | "mdx" => "x-markdown",
        _ => "plaintext",
    }
}

fn write_unit(out: &mut Out, package: &Package, job: &Job, unit: &WorkUnit, labels: &Labels, fill: bool) {
    let id = unit.key.to_string();
    let whole = super::id_of(&job.article, unit.key, &Xml);
    let kind = format!("x-{}", unit.kind.name());
    let open = unit.todo.is_open();
    let mut attributes = vec![("id", id.as_str()), ("resname", &whole), ("restype", &kind)];
    attributes.push(if open { ("approved", "no") } else { ("translate", "no") });
    attributes.push(("xml:space", "preserve"));
    out.open("trans-unit", &attributes);
    let (source, target) = (("xml:lang", package.source.as_str()), ("xml:lang", package.target.as_str()));
    out.mixed("source", &[source], |out| content(out, &unit.source, Version::One));
    let mut attributes = vec![target];
    if open {
        attributes.push(("state", "needs-translation"));
    }
    let shown = unit.target.as_ref().filter(|_| !(open && fill));
    if open && shown.is_none() {
        attributes.push(("state-qualifier", FILLED));
    } else if unit.todo == Todo::Check {
        attributes.push(("state-qualifier", "leveraged-mt"));
    }
    if let Some(text) = shown.or(open.then_some(&unit.source)) {
        out.mixed("target", &attributes, |out| content(out, text, Version::One));
    }
    out.open("context-group", &[("purpose", "location")]);
    out.element("context", &[("context-type", "sourcefile")], job.source.as_str());
    if unit.line > 0 {
        out.element("context", &[("context-type", "linenumber")], &unit.line.to_string());
    }
    out.close();
    for (about, line) in labels.lines(unit, false) {
        let side = if about == About::Remark { "target" } else { "source" };
        out.element("note", &[("from", OURS), ("annotates", side)], &line);
    }
    if let Some(sent) = unit.target.as_ref().filter(|_| open) {
        let kind = [("alttranstype", "previous-version"), ("origin", OURS), ("xml:space", "preserve")];
        out.open("alt-trans", &kind);
        if let Some(before) = &unit.before {
            out.mixed("source", &[source], |out| content(out, before, Version::One));
        }
        out.mixed("target", &[target], |out| content(out, sent, Version::One));
        out.close();
    }
    for offer in &unit.matches {
        let percent = format!("{}%", offer.percent);
        let mut kind = vec![("match-quality", percent.as_str()), ("origin", offer.origin.as_str())];
        if offer.reach == Reach::Context {
            kind.push(("extradata", "in-context"));
        }
        kind.push(("xml:space", "preserve"));
        out.open("alt-trans", &kind);
        out.mixed("source", &[source], |out| content(out, &offer.source, Version::One));
        out.mixed("target", &[target], |out| content(out, &offer.target, Version::One));
        if let Some(part) = labels.part(offer) {
            out.element("note", &[("from", OURS)], &part);
        }
        out.close();
    }
    out.close();
}

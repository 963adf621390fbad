//! Reads TBX of either version and style, a concept at a time.

use std::io::Read;

use rustc_hash::FxHashMap;

use super::id_of_xml;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Gender, Kind, PartOfSpeech, Status};
use crate::interchange::entry::{Entry, Intake, Name, Place, append, clean, cut, looks};
use crate::interchange::terms_tsv::Problem;
use crate::interchange::xml::{Tag, Token, Xml};

/// So much text and so many tags are read of one concept.
const MOST_TEXT: usize = 64 << 20;
const MOST_NODES: usize = 1_000_000;

/// Reads a file. What it holds goes to the intake; the first thing that makes it no TBX ends it.
pub fn read(input: impl Read, intake: &mut Intake<'_>) -> Result<(), Problem> {
    let file = intake.file.clone();
    let mut xml = Xml::new(input, &file);
    let mut open: Vec<Tag> = Vec::new();
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    let mut locales = FxHashMap::default();
    let mut root = false;
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(tag) => {
                if !root {
                    root = true;
                    if !["tbx", "martif", "TBX"].contains(&tag.name.as_str()) {
                        return Err(intake.problem(tag.place, "not-tbx", cut(&tag.name), String::new()));
                    }
                }
                if ["conceptEntry", "termEntry"].contains(&tag.name.as_str()) {
                    let node = gather(&mut xml, tag, intake)?;
                    entry(&node, &mut seen, &mut locales, intake)?;
                    continue;
                }
                let inside = |name: &str| open.iter().any(|tag| tag.name == name);
                if inside("back") && tag.name == "refObject" {
                    intake.leave_out("back", tag.place);
                }
                open.push(tag);
            }
            Token::Close => drop(open.pop()),
            Token::Text(_) => {}
        }
    }
    if !root {
        return Err(intake.problem(Place { line: 1, column: 1 }, "not-tbx", String::new(), String::new()));
    }
    Ok(())
}

/// An element with what is in it.
struct Node {
    tag: Tag,
    /// Its own text and that of the markup in it.
    text: String,
    below: Vec<Node>,
}

impl Node {
    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.tag.name.as_str())
    }

    /// The data category that an element is of: its type, or in the style DCT its name.
    fn category(&self) -> &str {
        let typed = ["admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "xref"];
        match self.is(&typed) {
            true => self.tag.get("type").unwrap_or(&self.tag.name),
            false => &self.tag.name,
        }
    }

    fn clean(&self) -> String {
        clean(&self.text)
    }
}

/// Elements that only mark up the text they stand in.
const MARKUP: [&str; 8] = ["hi", "foreign", "bpt", "ept", "ph", "it", "sc", "ec"];

/// Reads an element to its end.
fn gather(xml: &mut Xml<'_, impl Read>, tag: Tag, intake: &mut Intake<'_>) -> Result<Node, Problem> {
    let place = tag.place;
    let mut stack = vec![Node { tag, text: String::new(), below: Vec::new() }];
    let (mut nodes, mut size) = (0, 0);
    loop {
        match xml.next()? {
            Some(Token::Open(tag)) => {
                nodes += 1;
                stack.push(Node { tag, text: String::new(), below: Vec::new() });
            }
            Some(Token::Text(text)) => {
                size += text.len();
                if let Some(node) = stack.last_mut() {
                    node.text.push_str(&text);
                }
            }
            Some(Token::Close) => {
                let Some(node) = stack.pop() else { continue };
                let Some(parent) = stack.last_mut() else { return Ok(node) };
                if node.is(&MARKUP) {
                    parent.text.push_str(&node.text);
                    intake.leave_out("markup", node.tag.place);
                } else {
                    parent.below.push(node);
                }
            }
            // The document ends within no element without a problem.
            None => return Err(intake.problem(place, "xml-cut", String::new(), String::new())),
        }
        if nodes > MOST_NODES || size > MOST_TEXT {
            return Err(intake.problem(
                place,
                "entry-too-long",
                String::new(),
                (MOST_TEXT >> 20).to_string(),
            ));
        }
    }
}

type Locales = FxHashMap<String, Option<Locale>>;

fn entry(
    node: &Node,
    seen: &mut FxHashMap<String, usize>,
    locales: &mut Locales,
    intake: &mut Intake<'_>,
) -> Result<(), Problem> {
    let place = node.tag.place;
    let mut entry = Entry { place, id: node.tag.get("id").map(id_of_xml), ..Entry::default() };
    if let Some(id) = &entry.id {
        if let Some(line) = seen.get(id) {
            return Err(intake.problem(place, "same-entry", cut(id), line.to_string()));
        }
        seen.insert(id.clone(), place.line);
    }
    let mut definitions = Vec::new();
    for below in &node.below {
        match below.is(&["langSec", "langSet"]) {
            true => language(below, &mut entry, &mut definitions, locales, intake)?,
            false => of_concept(below, None, &mut entry, &mut definitions, intake),
        }
    }
    // One definition, in English where there is one; the others stay in the note.
    let at = definitions
        .iter()
        .position(|(locale, _)| locale.is_none())
        .or_else(|| definitions.iter().position(|(locale, _)| starts_with(locale.as_ref(), "en")))
        .unwrap_or(0);
    for (order, (locale, text)) in definitions.into_iter().enumerate() {
        if order == at {
            entry.definition = text;
        } else {
            let lang = locale.map(|locale| format!(" {locale}")).unwrap_or_default();
            append(&mut entry.note, &format!("[definition{lang}] {text}"));
        }
    }
    intake.entry(entry)
}

fn starts_with(locale: Option<&Locale>, language: &str) -> bool {
    locale.is_some_and(|locale| locale.language() == language)
}

type Definitions = Vec<(Option<Locale>, String)>;

/// What is said of a concept, or of it in one language.
fn of_concept(
    node: &Node,
    locale: Option<&Locale>,
    entry: &mut Entry,
    definitions: &mut Definitions,
    intake: &mut Intake<'_>,
) {
    if !is_kept(node, intake) {
        return;
    }
    if node.is(&["descripGrp", "adminGrp", "termNoteGrp"]) {
        for below in &node.below {
            of_concept(below, locale, entry, definitions, intake);
        }
        return;
    }
    let text = node.clean();
    let lang = locale.map(|locale| format!(" {locale}")).unwrap_or_default();
    match node.category() {
        "subjectField" => append(&mut entry.subject, &text),
        "definition" if !text.is_empty() => definitions.push((locale.cloned(), text)),
        "definition" => {}
        "source" => append(&mut entry.source, &text),
        "externalCrossReference" => {
            let target = node.tag.get("target").unwrap_or_default();
            append(&mut entry.source, if target.is_empty() { &text } else { target });
            if !text.is_empty() && !target.is_empty() && text != target {
                append(&mut entry.note, &format!("[externalCrossReference] {text} {target}"));
            }
        }
        "note" if locale.is_none() => append(&mut entry.note, &text),
        category => append(&mut entry.note, &kept(category, &lang, &text, node)),
    }
}

/// Whether a part is one that the termbase can keep; those that are not are counted.
fn is_kept(node: &Node, intake: &mut Intake<'_>) -> bool {
    if node.is(&["transacGrp", "transac", "transacNote", "date", "transactionType"]) {
        intake.leave_out("transaction", node.tag.place);
        return false;
    }
    if node.category() == "xGraphic" || node.category() == "figure" {
        intake.leave_out("picture", node.tag.place);
        return false;
    }
    true
}

/// How what has no field of its own is kept in a note: its category, its text, what it points to.
fn kept(category: &str, lang: &str, text: &str, node: &Node) -> String {
    let target = node.tag.get("target").map(|target| format!(" → {target}")).unwrap_or_default();
    if text.is_empty() && target.is_empty() {
        return String::new();
    }
    match category == "note" {
        true => format!("[{}] {text}{target}", lang.trim()),
        false => format!("[{category}{lang}] {text}{target}"),
    }
}

fn language(
    node: &Node,
    entry: &mut Entry,
    definitions: &mut Definitions,
    locales: &mut Locales,
    intake: &mut Intake<'_>,
) -> Result<(), Problem> {
    let tag = node.tag.get("lang").unwrap_or_default();
    let locale = match locales.get(tag) {
        Some(known) => known.clone(),
        None => {
            let locale = tag.parse::<Locale>().ok();
            if locales.len() < 10_000 {
                locales.insert(tag.to_owned(), locale.clone());
            }
            locale
        }
    };
    let Some(locale) = locale else {
        return Err(intake.problem(node.tag.place, "bad-locale", cut(tag), String::new()));
    };
    // The term that variants behind it are variants of.
    let mut main: Option<usize> = None;
    for below in &node.below {
        if !below.is(&["termSec", "tig", "ntig"]) {
            of_concept(below, Some(&locale), entry, definitions, intake);
            continue;
        }
        let (name, is_variant) = term(below, &locale, entry, definitions, intake);
        let Some(name) = name else {
            intake.leave_out("empty-term", below.tag.place);
            continue;
        };
        let variant_of = main.filter(|_| is_variant).and_then(|at| entry.names.get_mut(at));
        match variant_of {
            // A variant of which more is said is a term of its own.
            Some(own) if is_bare(&name) && own.locale == name.locale => own.variants.push(name.text),
            _ => {
                main = Some(entry.names.len());
                let mut name = name;
                if is_variant {
                    append(&mut name.note, "[termType] variant");
                }
                entry.names.push(name);
            }
        }
    }
    Ok(())
}

/// Whether nothing is said of a name but that it is one.
fn is_bare(name: &Name) -> bool {
    let said = name.status.is_some() || name.pos.is_some() || name.gender.is_some();
    !said && name.note.is_empty() && name.source.is_empty()
}

/// A term with what is said of it, and whether it is said to be a variant.
fn term(
    node: &Node,
    locale: &Locale,
    entry: &mut Entry,
    definitions: &mut Definitions,
    intake: &mut Intake<'_>,
) -> (Option<Name>, bool) {
    let mut name = Name::new(node.tag.place, locale.clone(), "");
    name.usual_exact = true;
    let mut said = Said::default();
    let mut parts: Vec<&Node> = node.below.iter().rev().collect();
    while let Some(part) = parts.pop() {
        if part.is(&["termGrp", "termNoteGrp", "descripGrp", "adminGrp"]) {
            parts.extend(part.below.iter().rev());
            continue;
        }
        if !is_kept(part, intake) {
            continue;
        }
        let text = part.clean();
        match part.category() {
            "term" if name.text.is_empty() => {
                name.place = part.tag.place;
                name.text = text;
            }
            "administrativeStatus" | "normativeAuthorization" => {
                match status(&text) {
                    Some((status, exactly)) if name.status.is_none() => {
                        name.status = Some(status);
                        if exactly {
                            continue;
                        }
                    }
                    _ => {}
                }
                append(&mut name.note, &kept(part.category(), "", &text, part));
            }
            "partOfSpeech" | "pos" => match pos(&text) {
                Some(pos) if name.pos.is_none() => name.pos = Some(pos),
                _ => append(&mut name.note, &kept("partOfSpeech", "", &text, part)),
            },
            "grammaticalGender" => match text.to_ascii_lowercase().as_str() {
                "masculine" => name.gender = Some(Gender::Masculine),
                "feminine" => name.gender = Some(Gender::Feminine),
                "neuter" => name.gender = Some(Gender::Neuter),
                _ => append(&mut name.note, &kept("grammaticalGender", "", &text, part)),
            },
            "termType" => said.types.push((text.to_ascii_lowercase(), text)),
            "geographicalUsage" => match region(locale, &text) {
                Some(regional) if name.locale == *locale => name.locale = regional,
                _ => append(&mut name.note, &kept("geographicalUsage", "", &text, part)),
            },
            "definition" if !text.is_empty() => definitions.push((Some(locale.clone()), text)),
            "subjectField" => append(&mut entry.subject, &text),
            "source" => append(&mut name.source, &text),
            "externalCrossReference" => {
                let target = part.tag.get("target").unwrap_or_default();
                append(&mut name.source, if target.is_empty() { &text } else { target });
                if !text.is_empty() && !target.is_empty() && text != target {
                    append(&mut name.note, &format!("[externalCrossReference] {text} {target}"));
                }
            }
            "note" => append(&mut name.note, &text),
            category => append(&mut name.note, &kept(category, "", &text, part)),
        }
    }
    let is_variant = said.apply(&mut name);
    (Some(name).filter(|name| !name.text.is_empty()), is_variant)
}

/// The types of a term, which decide once its text is known.
#[derive(Default)]
struct Said {
    types: Vec<(String, String)>,
}

impl Said {
    fn apply(self, name: &mut Name) -> bool {
        let mut is_variant = false;
        for (lower, text) in self.types {
            match lower.as_str() {
                "acronym" | "initialism" => name.kind = Some(Kind::Acronym),
                "fullform" => name.kind = Some(Kind::Term),
                "abbreviation" if looks(&name.text) == Kind::Acronym => name.kind = Some(Kind::Acronym),
                "phrase" if name.pos.is_none() => {
                    name.pos = Some(PartOfSpeech::Phrase);
                    name.kind.get_or_insert(Kind::Term);
                }
                "variant" => is_variant = true,
                "" => {}
                _ => append(&mut name.note, &format!("[termType] {text}")),
            }
        }
        is_variant
    }
}

/// A term's status, and whether the word says no more than that.
fn status(text: &str) -> Option<(Status, bool)> {
    let lower = text.to_ascii_lowercase();
    let word = lower.strip_suffix("-admn-sts").unwrap_or(&lower);
    let word = word.strip_suffix("term").unwrap_or(word);
    Some(match word {
        "preferred" => (Status::Preferred, true),
        "admitted" => (Status::Admitted, true),
        "deprecated" => (Status::Deprecated, true),
        "forbidden" => (Status::Forbidden, true),
        "standardized" | "legal" | "regulated" => (Status::Preferred, false),
        "superseded" | "obsolete" => (Status::Deprecated, false),
        _ => return None,
    })
}

fn pos(text: &str) -> Option<PartOfSpeech> {
    Some(match text.to_ascii_lowercase().as_str() {
        "noun" => PartOfSpeech::Noun,
        "propernoun" | "proper noun" | "proper" => PartOfSpeech::Proper,
        "verb" => PartOfSpeech::Verb,
        "adjective" => PartOfSpeech::Adjective,
        "phrase" => PartOfSpeech::Phrase,
        _ => return None,
    })
}

/// The locale of a language in a region that is given as `AR` or `es-AR`.
fn region(locale: &Locale, text: &str) -> Option<Locale> {
    let is_code = (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()))
        || (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let regional: Locale = match is_code {
        true => format!("{}-{text}", locale.language()).parse().ok()?,
        false => text.parse().ok()?,
    };
    let fits = regional.language() == locale.language() && regional.region().is_some();
    (fits && locale.region().is_none() && locale.script() == regional.script()).then_some(regional)
}

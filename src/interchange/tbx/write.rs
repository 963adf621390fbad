//! Writes TBX: v3 in either style, and v2.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{BASIC, MIN, NAMESPACE, id_to_xml};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Gender, Kind, PartOfSpeech, Status, Term, Termbase};
use crate::interchange::entry::{Chosen, Unheld, looks};

/// Which TBX to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// v3, data categories as attributes.
    Dca,
    /// v3, data categories as tags.
    Dct,
    /// v2, `martif`.
    Martif,
}

/// Writes the termbase; tells what the format could not hold.
pub fn write(
    termbase: &Termbase,
    chosen: &Chosen,
    version: Version,
    out: &mut dyn Write,
) -> io::Result<Unheld> {
    let mut page = Page { xml: Writer::new_with_indent(out, b' ', 2), version, unheld: Unheld::default() };
    page.head()?;
    for (at, concept) in termbase.concepts().iter().enumerate() {
        let mut by_locale: BTreeMap<&Locale, Vec<&Term>> = BTreeMap::new();
        let mut has_any = false;
        for term in termbase.terms_of(at) {
            has_any = true;
            if chosen.has(&term.locale) {
                by_locale.entry(&term.locale).or_default().push(term);
            }
        }
        if by_locale.is_empty() {
            // Who asked for some locales knows that the concepts of others stay behind.
            page.unheld.count_if(!has_any, "no-terms");
            continue;
        }
        page.concept(concept, &by_locale)?;
    }
    page.foot()?;
    let out = page.xml.into_inner();
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(page.unheld)
}

struct Page<'o> {
    xml: Writer<&'o mut dyn Write>,
    version: Version,
    unheld: Unheld,
}

impl Page<'_> {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.xml.write_event(Event::Start(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.xml.write_event(Event::End(BytesEnd::new(name)))
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        let text = self.printable(text);
        let element = self.xml.create_element(name).with_attributes(attributes.iter().copied());
        element.write_text_content(BytesText::new(&text)).map(drop)
    }

    /// XML has no way to write most control characters, and readers drop the others.
    fn printable<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let wrong = |c: char| c.is_control() || c == '\u{fffe}' || c == '\u{ffff}';
        if !text.contains(wrong) {
            return Cow::Borrowed(text);
        }
        self.unheld.count("control");
        Cow::Owned(text.replace(wrong, " "))
    }

    /// A data category of a concept or a term.
    fn category(&mut self, tag: &str, name: &str, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if self.version != Version::Dct {
            return self.text(tag, &[("type", name)], text);
        }
        let min = ["administrativeStatus", "partOfSpeech", "subjectField"].contains(&name);
        let module = if min { "min" } else { "basic" };
        self.text(&format!("{module}:{name}"), &[], text)
    }

    fn names(&self) -> [&'static str; 4] {
        match self.version {
            Version::Martif => ["martif", "termEntry", "langSet", "tig"],
            Version::Dca | Version::Dct => ["tbx", "conceptEntry", "langSec", "termSec"],
        }
    }

    fn head(&mut self) -> io::Result<()> {
        self.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let [root, ..] = self.names();
        let lang = ("xml:lang", "en");
        match self.version {
            Version::Martif => self.open(root, &[("type", "TBX-Basic"), lang])?,
            Version::Dca => {
                self.open(root, &[("type", "TBX-Basic"), ("style", "dca"), lang, ("xmlns", NAMESPACE)])?;
            }
            Version::Dct => {
                let own = [("xmlns", NAMESPACE), ("xmlns:min", MIN), ("xmlns:basic", BASIC)];
                let all = [("type", "TBX-Basic"), ("style", "dct"), lang];
                self.open(root, &[all, own].concat())?;
            }
        }
        let header = if self.version == Version::Martif { "martifHeader" } else { "tbxHeader" };
        for name in [header, "fileDesc", "sourceDesc"] {
            self.open(name, &[])?;
        }
        self.text("p", &[], "A termbase of cotejo")?;
        self.close("sourceDesc")?;
        self.close("fileDesc")?;
        if self.version == Version::Martif {
            self.open("encodingDesc", &[])?;
            self.text("p", &[("type", "XCSURI")], "TBXBasicXCSV02.xcs")?;
            self.close("encodingDesc")?;
        }
        self.close(header)?;
        self.open("text", &[])?;
        self.open("body", &[])
    }

    fn foot(&mut self) -> io::Result<()> {
        self.close("body")?;
        self.close("text")?;
        let [root, ..] = self.names();
        self.close(root)
    }

    fn concept(&mut self, concept: &Concept, by_locale: &BTreeMap<&Locale, Vec<&Term>>) -> io::Result<()> {
        let [_, entry, language, _] = self.names();
        self.unheld.count_if(concept.keep, "keep");
        self.unheld.count_if(concept.enforce.is_some(), "enforce");
        self.open(entry, &[("id", &id_to_xml(&concept.id))])?;
        self.category("descrip", "subjectField", &concept.subject)?;
        self.category("descrip", "definition", &concept.definition)?;
        self.category("admin", "source", &concept.source)?;
        if !concept.note.is_empty() {
            self.text("note", &[], &concept.note)?;
        }
        for (locale, terms) in by_locale {
            self.open(language, &[("xml:lang", locale.as_str())])?;
            let has_acronym = terms.iter().any(|term| term.kind == Kind::Acronym);
            for term in terms {
                self.term(term, has_acronym)?;
            }
            self.close(language)?;
        }
        self.close(entry)
    }

    fn term(&mut self, term: &Term, has_acronym: bool) -> io::Result<()> {
        let [.., section] = self.names();
        self.open(section, &[])?;
        self.text("term", &[], &term.text)?;
        let pos = match term.pos {
            None | Some(PartOfSpeech::Phrase) => "",
            Some(PartOfSpeech::Proper) if self.version != Version::Martif => {
                self.unheld.count("proper");
                "noun"
            }
            Some(PartOfSpeech::Proper) => "properNoun",
            Some(PartOfSpeech::Noun) => "noun",
            Some(PartOfSpeech::Verb) => "verb",
            Some(PartOfSpeech::Adjective) => "adjective",
        };
        self.category("termNote", "partOfSpeech", pos)?;
        let gender = match term.gender {
            None => "",
            Some(Gender::Masculine) => "masculine",
            Some(Gender::Feminine) => "feminine",
            Some(Gender::Neuter) => "neuter",
            Some(Gender::Common | Gender::Pair) => {
                self.unheld.count("gender");
                ""
            }
        };
        self.category("termNote", "grammaticalGender", gender)?;
        let is_phrase = term.pos == Some(PartOfSpeech::Phrase);
        let kind = match term.kind {
            Kind::Acronym => {
                self.unheld.count_if(is_phrase, "phrase");
                "acronym"
            }
            Kind::Term if is_phrase => "phrase",
            // Said where a reader might think otherwise.
            Kind::Term if has_acronym || looks(&term.text) == Kind::Acronym => "fullForm",
            Kind::Term => "",
        };
        self.category("termNote", "termType", kind)?;
        let status = match term.status {
            Status::Preferred => "preferredTerm-admn-sts",
            Status::Admitted => "admittedTerm-admn-sts",
            Status::Deprecated => "deprecatedTerm-admn-sts",
            Status::Forbidden => {
                self.unheld.count("forbidden");
                "deprecatedTerm-admn-sts"
            }
        };
        self.category("termNote", "administrativeStatus", status)?;
        self.category("admin", "source", &term.source)?;
        if !term.note.is_empty() {
            self.text("note", &[], &term.note)?;
        }
        self.close(section)?;
        self.unheld.count_if(term.exact, "case");
        self.unheld.count_if(term.enforce.is_some(), "enforce");
        self.unheld.count_if(!term.renders.is_empty(), "for");
        for form in &term.variants {
            self.open(section, &[])?;
            self.text("term", &[], form)?;
            self.category("termNote", "termType", "variant")?;
            self.close(section)?;
        }
        Ok(())
    }
}

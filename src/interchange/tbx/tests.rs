use super::*;
use crate::domain::termbase::{Kind, PartOfSpeech, Status, Termbase};
use crate::interchange::entry::{Entry, Intake};
use crate::interchange::merge::Options;
use crate::interchange::terms_tsv::Problem;
use crate::interchange::tests::{made, planned};

/// A kind of what was left out, how many, the line of the first.
type Left = (&'static str, usize, usize);

/// The entries of a file, and what of it was left out.
fn entries(text: &str) -> Result<(Vec<Entry>, Vec<Left>), Problem> {
    let mut all = Vec::new();
    let mut take = |entry: Entry| {
        all.push(entry);
        None
    };
    let mut intake = Intake::new("a.tbx", &mut take);
    let done = read(text.as_bytes(), &mut intake);
    let left = intake.left_out.into_iter().map(|(kind, left)| (kind, left.count, left.first.line)).collect();
    done.map(|()| (all, left))
}

const V2: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Default" xml:lang="en">
 <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
 <text><body>
  <termEntry id="IATE-1">
   <descripGrp><descrip type="subjectField">trade</descrip></descripGrp>
   <transacGrp><transac type="transactionType">origination</transac><date>2010-04-17</date></transacGrp>
   <note>for all</note>
   <langSet xml:lang="fr">
    <descrip type="definition">Droit perçu.</descrip>
    <ntig><termGrp><term>droit de <hi type="italics">douane</hi></term>
     <termNote type="termType">fullForm</termNote><termNote type="partOfSpeech">noun</termNote></termGrp>
     <descripGrp><descrip type="context">Les droits   de
       douane sont dus.</descrip><admin type="source">JO</admin></descripGrp></ntig>
    <tig><term>DD</term><termNote type="termType">abbreviation</termNote></tig>
   </langSet>
   <langSet xml:lang="EN">
    <descripGrp><descrip type="definition">A levy.</descrip><admin type="source">https://example.org/a?b&amp;c</admin></descripGrp>
    <xref type="xGraphic" target="a.jpg">picture</xref>
    <note>mind the plural</note>
    <tig><term>customs duty</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
     <termNote type="grammaticalNumber">singular</termNote></tig>
    <tig><term>customs duties</term><termNote type="termType">variant</termNote></tig>
    <tig><term>impost</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
    <tig><term>tariff</term><termNote type="geographicalUsage">US</termNote></tig>
    <tig><term/></tig>
   </langSet>
  </termEntry>
 </body>
 <back><refObjectList type="respPerson"><refObject id="p1"><item type="fn">Tommy</item></refObject></refObjectList></back>
 </text>
</martif>"#;

#[test]
fn what_other_programs_write_is_read_and_nothing_of_it_lost_in_silence() {
    let (entries, left) = entries(V2).expect("it is TBX");
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!(entry.id.as_deref(), Some("IATE-1"));
    assert_eq!((entry.subject.as_str(), entry.definition.as_str()), ("trade", "A levy."));
    assert_eq!(entry.source, "JO".replace("JO", "https://example.org/a?b&c"));
    assert_eq!(entry.note, "for all | [en] mind the plural | [definition fr] Droit perçu.");
    let names: Vec<_> = entry
        .names
        .iter()
        .map(|name| (name.locale.as_str(), name.text.as_str(), name.status, name.kind(), name.note.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("fr", "droit de douane", None, Kind::Term, "[context] Les droits   de douane sont dus."),
            ("fr", "DD", None, Kind::Acronym, ""),
            ("en", "customs duty", Some(Status::Preferred), Kind::Term, "[grammaticalNumber] singular"),
            (
                "en",
                "impost",
                Some(Status::Deprecated),
                Kind::Term,
                "[administrativeStatus] supersededTerm-admn-sts"
            ),
            ("en-US", "tariff", None, Kind::Term, ""),
        ]
    );
    assert_eq!(entry.names[0].source, "JO");
    assert_eq!(entry.names[0].pos, Some(PartOfSpeech::Noun));
    assert_eq!(entry.names[2].variants, ["customs duties"]);
    assert_eq!((entry.names[2].place.line, entry.names[2].place.column), (22, 10));
    assert_eq!(
        left,
        [
            ("back", 1, 31),
            ("empty-term", 1, 27),
            ("markup", 1, 12),
            ("picture", 1, 20),
            ("transaction", 1, 8)
        ]
    );
}

#[test]
fn the_styles_of_version_three_say_the_same() {
    let dct = r#"<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>trade</min:subjectField><langSec xml:lang="es">
<b:definition>Tributo.</b:definition><termSec><term>arancel</term><min:partOfSpeech>noun</min:partOfSpeech>
<b:grammaticalGender>masculine</b:grammaticalGender><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<b:context>El arancel.</b:context></termSec></langSec></conceptEntry></body></text></tbx>"#;
    let dca = r#"<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text>
<body>
<conceptEntry id="c1"><descrip type="subjectField">trade</descrip><langSec xml:lang="es">
<descrip type="definition">Tributo.</descrip><termSec><term>arancel</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="grammaticalGender">masculine</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<descrip type="context">El arancel.</descrip></termSec></langSec></conceptEntry></body></text></tbx>"#;
    let (mut dct, mut dca) = (entries(dct).expect("it is TBX").0, entries(dca).expect("it is TBX").0);
    for entry in dct.iter_mut().chain(&mut dca) {
        entry.names.iter_mut().for_each(|name| name.place = entry.place);
    }
    assert_eq!(dct, dca);
    assert_eq!(dct[0].names[0].note, "[context] El arancel.");
    assert_eq!(dct[0].definition, "Tributo.");
}

#[test]
fn what_makes_a_file_no_termbase_is_told_with_its_place() {
    let body = |inner: &str| format!("<martif>\n<text><body>\n{inner}\n</body></text></martif>");
    let entry = |id: &str, lang: &str| {
        format!(
            "<termEntry id='{id}'><langSet xml:lang='{lang}'><tig><term>x</term></tig></langSet></termEntry>"
        )
    };
    for (text, expected) in [
        ("<html/>".to_owned(), ("not-tbx", 1, 1)),
        (String::new(), ("not-tbx", 1, 1)),
        (body(&format!("{}\n {}", entry("a", "en"), entry("a", "es"))), ("same-entry", 4, 2)),
        (body(&entry("a", "no tag")), ("bad-locale", 3, 19)),
        (body(&entry("#a", "en")), ("bad-id", 3, 1)),
        (body("<termEntry id='a'>\n <langSet>"), ("xml-end-tag", 5, 1)),
    ] {
        let problem = entries(&text).expect_err("it is refused");
        assert_eq!((problem.code, problem.line, problem.column), expected, "{text}");
    }
    let two = "<martif><text><body><termEntry id='a'><langSet xml:lang='es'>\n\
        <tig><term>uno</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></tig>\n\
        <tig><term>dos</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></tig>\n\
        </langSet></termEntry></body></text></martif>";
    let base = Termbase::default();
    let plan = planned(&base, Options::default(), |intake| read(two.as_bytes(), intake)).expect("it is read");
    let found: Vec<_> = plan.findings.iter().map(|found| (found.code, found.line, found.column)).collect();
    assert_eq!(found, [("preferred-twice", 3, 6)]);
    assert_eq!(made(&plan).terms().len(), 2);
}

#[test]
fn any_id_is_an_xml_name_and_comes_back() {
    for id in
        ["wco", "3d_printing", "a b", "_x0041_", "é", "漢", "a_x", "_", "x:y", "\u{1F600}", "_x41_", "-"]
    {
        let name = id_to_xml(id);
        let mut all = name.chars();
        let first = all.next().expect("it is not empty");
        assert!(first.is_alphabetic() || first == '_', "{name}");
        assert!(all.all(|c| c.is_alphanumeric() || "-_.".contains(c)), "{name}");
        assert_eq!(id_of_xml(&name), id, "{name}");
    }
    assert_eq!(id_to_xml("wco_es"), "wco_es");
}

/// A million concepts as a stream, an entry at a time.
struct Million {
    next: usize,
    count: usize,
    left: Vec<u8>,
}

impl std::io::Read for Million {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.left.is_empty() {
            let number = self.next;
            self.next += 1;
            self.left = match number {
                0 => b"<martif><text><body>\n".to_vec(),
                _ if number <= self.count => format!(
                    "<termEntry id='c{number}'><descrip type='subjectField'>trade</descrip>\n\
                     <langSet xml:lang='en'><tig><term>customs term {number}</term><termNote type='partOfSpeech'>noun</termNote></tig></langSet>\n\
                     <langSet xml:lang='es'><tig><term>término aduanero {number}</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></tig></langSet></termEntry>\n"
                )
                .into_bytes(),
                _ if number == self.count + 1 => b"</body></text></martif>".to_vec(),
                _ => return Ok(0),
            };
        }
        let count = self.left.len().min(out.len());
        out[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

/// `cargo test --release --lib million -- --ignored --nocapture`
#[test]
#[ignore = "takes a while; prints its figures"]
fn a_million_entries_take_time_in_proportion() {
    #[allow(clippy::disallowed_methods, reason = "it measures")]
    let measure = |count: usize| {
        let begun = std::time::Instant::now();
        let mut terms = 0;
        let mut take = |entry: Entry| {
            terms += entry.names.len();
            None
        };
        let mut intake = Intake::new("a.tbx", &mut take);
        read(Million { next: 0, count, left: Vec::new() }, &mut intake).expect("it is TBX");
        assert_eq!(terms, 2 * count);
        begun.elapsed()
    };
    let (small, large) = (measure(100_000), measure(1_000_000));
    #[allow(clippy::disallowed_macros, reason = "the figures are what it is for")]
    {
        println!("100 000 entries {small:?}, 1 000 000 entries {large:?}");
    }
    assert!(large < small * 15, "{small:?} {large:?}");
}

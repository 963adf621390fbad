use proptest::prelude::*;

use super::*;
use crate::domain::memory::{Entry, Grain, Memory, Stored};
use crate::domain::record::{LinkId, LinkState};
use crate::interchange::terms_tsv::Problem;

/// Header, units, and what was passed over.
type File = (Header, Vec<Unit>, Vec<(String, usize)>);

fn read(bytes: &[u8]) -> Result<File, Problem> {
    let mut reader = Reader::open(bytes, "a.tmx")?;
    let mut units = Vec::new();
    while let Some((_, unit)) = reader.next_unit()? {
        units.push(unit);
    }
    let left = reader.left_out().iter().map(|(what, (count, _))| (what.clone(), *count)).collect();
    Ok((reader.header().clone(), units, left))
}

fn write(header: &Header, units: &[Unit]) -> String {
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, header).unwrap();
    units.iter().for_each(|unit| writer.unit(unit).unwrap());
    assert_eq!(writer.finish().unwrap(), 0);
    String::from_utf8(out).unwrap()
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// Everything that TMX 1.4 has a place for.
const WHOLE: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="X" creationtoolversion="1" segtype="sentence" o-tmf="Y" adminlang="en" srclang="en-US" datatype="html" o-encoding="iso-8859-1" creationdate="20020101T163812Z" creationid="ana" changedate="20020413T023401Z" changeid="bob">
    <note xml:lang="en" o-encoding="x">A note</note>
    <prop type="x-a">1</prop>
    <ude name="MacRoman" base="Macintosh">
      <map unicode="#xF8FF" code="#xF0" ent="Apple_logo" subst="[Apple]"/>
    </ude>
  </header>
  <body>
    <tu tuid="0001" o-encoding="x" datatype="html" usagecount="2" lastusagedate="19970314T023401Z" creationtool="c" creationtoolversion="2" creationdate="20020413T023401Z" creationid="ana" changedate="20020413T023401Z" segtype="block" changeid="bob" o-tmf="z" srclang="en-US">
      <note>Text of the note</note>
      <prop type="x-domain">Cooking</prop>
      <tuv xml:lang="en-US" usagecount="1" changeid="bob">
        <prop type="x-b">2</prop>
        <seg>The <bpt i="1" x="1" type="bold">&lt;b></bpt>black<ept i="1">&lt;/b></ept> <hi type="term">cat<ph x="2" assoc="p">&lt;img alt="<sub datatype="html" type="alt">a <it pos="begin" x="3">&lt;i></it>cat</sub>"/></ph></hi> &amp; <ut x="4">{\x}</ut>  two
lines</seg>
      </tuv>
      <tuv xml:lang="es-ES">
        <seg>El gato <ph/>negro</seg>
      </tuv>
    </tu>
  </body>
</tmx>"##;

#[test]
fn nothing_that_the_format_holds_is_lost() {
    let (header, units, left) = read(WHOLE.as_bytes()).expect("it is TMX");
    assert!(left.is_empty(), "{left:?}");
    let written = write(&header, &units);
    assert_eq!(read(written.as_bytes()).expect("it is TMX"), (header.clone(), units.clone(), left));
    // What stood there stands there still, word by word.
    let words = |text: &str| -> Vec<String> {
        let same = text
            .replace("&lt;b>", "&lt;b&gt;")
            .replace("/b></ept", "/b&gt;</ept")
            .replace("&lt;i>", "&lt;i&gt;");
        let same =
            same.replace("\"/></ph>", "\"/&gt;</ph>").replace("<ph/>", "<ph></ph>").replace("/map>", "/>");
        same.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(words(&written), words(WHOLE));
    let [unit] = units.as_slice() else { panic!("{units:?}") };
    assert_eq!(unit.variants[0].native(), "The <b>black</b> cat<img alt=\"a <i>cat\"/> & {\\x}  two\nlines");
    assert_eq!(unit.variants[0].plain(), "The black cat &   two\nlines");
    assert_eq!(header.source(), Some(locale("en-US")));
    assert_eq!(header.attributes.moment("creationdate").unwrap().to_string(), "2002-01-01T16:38:12Z");
    assert_eq!(unit.prop("x-domain"), Some("Cooking"));
}

#[test]
fn old_and_strange_files_are_read_and_what_is_strange_is_counted() {
    let old = "<tmx version='1.1'><header srclang='*all*' x-own='1'/><body xmlns:a='b'>\
        <tu><tuv lang='EN-us'><seg>One <b>two</b> &#x33;</seg></tuv><tuv lang='fr'><seg><![CDATA[<un>]]></seg></tuv></tu>\
        <other><tu/></other><tu><tuv xml:lang='no tag'><seg>x</seg></tuv></tu></body></tmx>";
    let (header, units, left) = read(old.as_bytes()).expect("it is TMX");
    assert_eq!(header.source(), None);
    assert_eq!(units.len(), 2);
    assert_eq!(units[0].variants[0].native(), "One two 3");
    assert_eq!(units[0].variants[1].native(), "<un>");
    assert_eq!(units[0].variants[0].locale(), Some(locale("en-US")));
    assert_eq!(
        (units[1].variants[0].locale(), units[1].variants[0].attributes.get("lang")),
        (None, Some("no tag"))
    );
    let left: Vec<(&str, usize)> = left.iter().map(|(what, count)| (what.as_str(), *count)).collect();
    assert_eq!(left, [("@x-own", 1), ("b", 1), ("other", 1)]);
    let wide: Vec<u8> = format!("\u{feff}{old}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide).expect("it is UTF-16").1, units);
}

#[test]
fn what_makes_a_file_no_memory_is_told_with_its_place() {
    let bomb = "<?xml version='1.0'?>\n<!DOCTYPE tmx [\n <!ENTITY a 'aaaa'>\n]>\n<tmx><body><tu>&a;</tu></body></tmx>";
    let deep = format!("<tmx><header/><body><tu><tuv><seg>{}", "<hi>".repeat(200));
    for (text, expected) in [
        ("", ("not-tmx", 1, 1)),
        ("<tbx/>", ("not-tmx", 1, 1)),
        ("<tmx>\n<header/>\n<body>\n<tu>\n", ("xml-cut", 5, 1)),
        ("<tmx>\n<body>\n <tu><tuv></tu></body></tmx>", ("xml-end-tag", 3, 11)),
        ("<tmx><body><tu/></body>\n</tmx></b>", ("xml-end-tag", 2, 7)),
        ("<tmx><body>&nbsp;</body></tmx>", ("entity", 1, 12)),
        (bomb, ("entity-declared", 3, 2)),
        (deep.as_str(), ("too-deep", 1, 415)),
    ] {
        let problem = read(text.as_bytes()).expect_err(text);
        assert_eq!((problem.code, problem.line, problem.column), expected, "{text:.60}");
    }
    let mut long = b"<tmx><header/><body>\n<tu><tuv>".to_vec();
    for _ in 0..20 {
        long.extend_from_slice(b"<note>");
        long.resize(long.len() + 1_000_000, b'x');
        long.extend_from_slice(b"</note>");
    }
    let problem = read(&long).expect_err("it is too long");
    assert_eq!((problem.code, problem.line), ("unit-too-long", 2));
}

#[test]
fn the_variant_of_a_locale_is_the_one_that_serves() {
    let variant = |tag: &str| Variant::new(&locale(tag), vec![Piece::Text(tag.to_owned())]);
    let unit =
        Unit { variants: ["en-GB", "es-ES", "es", "pt-BR", "zh-TW"].map(variant).into(), ..Unit::default() };
    for (asked, expected) in [
        ("es", Some("es")),
        ("es-MX", Some("es")),
        ("es-ES", Some("es-ES")),
        ("en", Some("en-GB")),
        ("en-US", None),
        ("pt", Some("pt-BR")),
        ("pt-PT", None),
        ("zh-Hant", Some("zh-TW")),
        ("zh-Hans", None),
    ] {
        assert_eq!(unit.variant(&locale(asked)).map(Variant::native).as_deref(), expected, "{asked}");
    }
}

#[test]
fn moments_are_read_and_written() {
    assert_eq!(moment("20180419T080000Z").map(written).as_deref(), Some("20180419T080000Z"));
    for wrong in [
        "",
        "2018-04-19T08:00:00Z",
        "20180419T080000",
        "20181319T080000Z",
        "2018041éT08000Z",
        "20180419 080000Z",
    ] {
        assert_eq!(moment(wrong), None, "{wrong}");
    }
}

#[test]
fn an_entry_of_a_memory_comes_back_as_it_was() {
    let entries = vec![
        Entry {
            before: Some(String::new()),
            after: Some("Next & <last>.".to_owned()),
            grain: Grain::Unit,
            state: LinkState::Reviewed,
            by: "Ana \"A\"\n".to_owned(),
            at: moment("20180419T080000Z"),
            origin: Some(crate::domain::memory::Origin {
                article: crate::domain::article::ArticleId::new("news", "a"),
                link: Some(LinkId::from_number(9)),
            }),
            ..Entry::new(
                "See **[the `a. b`](x.md)** & <b>go</b>\r\n now.",
                "Vea el **[`a. b`](x.md)** y <b>vaya</b>.",
            )
        },
        Entry::new(" One ", "Uno"),
    ];
    let memory = Memory::new(Stored::new(locale("en"), locale("es"), entries));
    let units: Vec<Unit> =
        memory.entries().map(|entry| unit_of(&entry, &locale("en"), &locale("es"))).collect();
    let text = write(&Header::new(&locale("en"), None), &units);
    let (_, back, left) = read(text.as_bytes()).expect("it is TMX");
    assert!(left.is_empty());
    let back: Vec<Entry> =
        back.iter().filter_map(|unit| entry_of(unit, &locale("en-GB"), &locale("es"))).collect();
    let before: Vec<Entry> = memory.entries().map(|entry| entry.to_entry()).collect();
    assert_eq!(back, before);
    // The same code has the same number on both sides.
    let unit = units.iter().find(|unit| unit.prop("file").is_some()).unwrap();
    let numbers = |variant: &Variant| -> Vec<(String, String)> {
        let codes = variant.segment.iter().filter_map(|piece| match piece {
            Piece::Code(code) => Some(code),
            Piece::Text(_) => None,
        });
        let number = |code: &Code| code.attributes.get("x").unwrap_or_default().to_owned();
        let mut list: Vec<_> = codes
            .map(|code| {
                (Variant { segment: code.pieces.clone(), ..Variant::default() }.native(), number(code))
            })
            .collect();
        list.sort();
        list
    };
    assert_eq!(numbers(&unit.variants[0]), numbers(&unit.variants[1]));
    assert!(numbers(&unit.variants[0]).len() >= 4);
}

/// Texts of all that XML can write.
fn text() -> impl Strategy<Value = String> {
    "[ a-cé<>&\"'\n\t\r\u{85}\u{2028}\u{a0}世]{0,12}"
}

fn attributes(names: &'static [&'static str]) -> impl Strategy<Value = Attributes> {
    prop::collection::vec(prop::option::of(text()), names.len()).prop_map(move |values| {
        let mut attributes = Attributes::default();
        for (name, value) in names.iter().zip(values) {
            if let Some(value) = value {
                attributes.set(name, value);
            }
        }
        attributes
    })
}

fn remarks() -> impl Strategy<Value = Vec<Remark>> {
    let remark = (any::<bool>(), attributes(REMARK), text());
    let remark = remark.prop_map(|(is_prop, attributes, text)| Remark { is_prop, attributes, text });
    prop::collection::vec(remark, 0..3)
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let leaf = text().prop_map(Piece::Text).boxed();
    let piece = leaf.prop_recursive(3, 12, 3, |inner| {
        let kind = prop::sample::select(CodeKind::ALL.to_vec());
        let code = (kind, prop::collection::vec(inner, 0..3), text());
        code.prop_map(|(kind, pieces, value)| {
            let mut attributes = Attributes::default();
            if let Some(name) = kind.attributes().first() {
                attributes.set(name, value);
            }
            Piece::Code(Code { kind, attributes, pieces: joined(pieces) })
        })
    });
    prop::collection::vec(piece, 0..4).prop_map(joined)
}

/// Neighbouring texts are one to a reader, and empty ones none.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
            (_, Piece::Text(text)) if text.is_empty() => {}
            (_, piece) => out.push(piece),
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_unit_comes_back(
        own in attributes(UNIT),
        notes in remarks(),
        segments in prop::collection::vec((attributes(VARIANT), remarks(), pieces()), 0..3),
    ) {
        let variants =
            segments.into_iter().map(|(attributes, remarks, segment)| Variant { attributes, remarks, segment });
        let unit = Unit { attributes: own, remarks: notes, variants: variants.collect() };
        let text = write(&Header::default(), std::slice::from_ref(&unit));
        let (_, units, left) = read(text.as_bytes()).expect("what we write is TMX");
        prop_assert!(left.is_empty(), "{:?}", left);
        prop_assert_eq!(units, vec![unit]);
    }

    #[test]
    fn any_bytes_are_read_or_refused(text in "(<(/?(tmx|header|body|tu|tuv|seg|ph|hi|note)|x) ?>|[a&<;]|&#9;){0,30}") {
        let whole = format!("<tmx><header/><body><tu><tuv xml:lang='en'><seg>{text}</seg></tuv></tu></body></tmx>");
        let _ = read(text.as_bytes());
        if let Ok((_, units, _)) = read(whole.as_bytes()) {
            let again = write(&Header::default(), &units);
            prop_assert_eq!(read(again.as_bytes()).expect("what we write is TMX").1, units);
        }
    }
}

/// So many units as a stream, a unit at a time.
struct Many {
    next: usize,
    count: usize,
    left: Vec<u8>,
}

impl std::io::Read for Many {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.left.is_empty() {
            let number = self.next;
            self.next += 1;
            self.left = match number {
                0 => b"<tmx version='1.4'><header srclang='en'/><body>\n".to_vec(),
                _ if number <= self.count => format!(
                    "<tu tuid='{number}' creationdate='20180419T080000Z'><prop type='file'>news/{number}</prop>\
                     <tuv xml:lang='en'><seg>The <ph x='1'>**</ph>Council<ph x='2'>**</ph> met for the {number}th time.</seg></tuv>\
                     <tuv xml:lang='es'><seg>El <ph x='1'>**</ph>Consejo<ph x='2'>**</ph> se reunió por {number}.ª vez.</seg></tuv></tu>\n"
                )
                .into_bytes(),
                _ if number == self.count + 1 => b"</body></tmx>".to_vec(),
                _ => return Ok(0),
            };
        }
        let count = self.left.len().min(out.len());
        out[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

/// `cargo test --release --lib gigabyte -- --ignored --nocapture`
#[test]
#[ignore = "takes a while; prints its figures"]
fn a_gigabyte_is_read_in_flat_memory() {
    let peak = || -> usize {
        #[allow(clippy::disallowed_methods, reason = "it measures")]
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    #[allow(clippy::disallowed_methods, reason = "it measures")]
    let measure = |count: usize| {
        let begun = std::time::Instant::now();
        let mut reader = Reader::open(Many { next: 0, count, left: Vec::new() }, "a.tmx").expect("it is TMX");
        let mut units = 0;
        while reader.next_unit().expect("it is TMX").is_some() {
            units += 1;
        }
        assert_eq!(units, count);
        (begun.elapsed(), peak())
    };
    let (small, large) = (measure(30_000), measure(3_000_000));
    #[allow(clippy::disallowed_macros, reason = "the figures are what it is for")]
    {
        println!("30 000 units {small:?}, 3 000 000 units (1 GB) {large:?}: time, peak in kB");
    }
    assert!(large.1 < small.1 + 16_000, "{small:?} {large:?}");
}

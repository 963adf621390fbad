//! Files as tools hand them back: the same words in other clothes.

use super::{key, text};
use crate::domain::article::ArticleId;
use crate::domain::inline::{Inline, Side, broken, words};
use crate::domain::package::{Done, ReturnedUnit};
use crate::interchange::work::*;

#[track_caller]
fn units(bytes: &[u8]) -> Vec<ReturnedUnit> {
    let back =
        read(bytes).unwrap_or_else(|problem| panic!("{problem:?}\n{}", String::from_utf8_lossy(bytes)));
    assert_eq!(back.jobs.len(), 1);
    assert_eq!(back.jobs[0].article, ArticleId::from_text("news/a"));
    assert!(back.foreign.is_empty(), "{:?}", back.foreign);
    back.jobs[0].units.clone()
}

#[track_caller]
fn one(bytes: &[u8]) -> (Option<String>, Done) {
    let units = units(bytes);
    assert_eq!(units.len(), 1);
    assert_eq!(units[0].key, key(1));
    (units[0].target.as_ref().map(|target| token::written(target, &token::All)), units[0].state)
}

const HEAD: &str =
    "<xliff version='1.2'><file original='news/a' source-language='en' target-language='es'><body>";
const TAIL: &str = "</body></file></xliff>";

/// A unit of XLIFF 1.2.
fn one_point_two(attributes: &str, inner: &str) -> String {
    format!("{HEAD}<trans-unit id='link-kkkkkkkl' {attributes}>{inner}</trans-unit>{TAIL}")
}

/// A unit of XLIFF 2.
fn two(inner: &str) -> String {
    format!(
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.2' srcLang='en' trgLang='es'>\
         <file id='f1' original='news/a'><unit id='link-kkkkkkkl'>{inner}</unit></file></xliff>"
    )
}

#[test]
fn states_of_xliff_say_how_far_a_unit_is() {
    let source = "<source>The gate</source>";
    let of = |attributes: &str, target: &str| {
        one(one_point_two(attributes, &format!("{source}{target}")).as_bytes())
    };
    let text = || Some("La puerta".to_owned());
    let copy = || Some("The gate".to_owned());
    for (attributes, target, expected) in [
        ("", "", (None, Done::No)),
        ("", "<target/>", (None, Done::No)),
        ("approved='yes'", "<target state='final'></target>", (None, Done::No)),
        ("", "<target state='needs-translation'>The gate</target>", (None, Done::No)),
        ("", "<target state='new'>The gate</target>", (None, Done::No)),
        // A name, or words that are the same in both.
        ("", "<target state='translated'>The gate</target>", (copy(), Done::Translated)),
        ("", "<target>The gate</target>", (copy(), Done::Unsaid)),
        // OmegaT leaves the state.
        ("approved='no'", "<target state='needs-translation'>La puerta</target>", (text(), Done::Unsaid)),
        ("", "<target>La puerta</target>", (text(), Done::Unsaid)),
        ("", "<target state='x-mine'>La puerta</target>", (text(), Done::Unsaid)),
        ("", "<target state='translated'>La puerta</target>", (text(), Done::Translated)),
        ("", "<target state='signed-off'>La puerta</target>", (text(), Done::Reviewed)),
        ("", "<target state='final'>La puerta</target>", (text(), Done::Reviewed)),
        ("approved='yes'", "<target>La puerta</target>", (text(), Done::Reviewed)),
        ("approved='yes'", "<target state='needs-translation'>La puerta</target>", (text(), Done::Reviewed)),
        ("", "<target state='needs-review-translation'>La puerta</target>", (text(), Done::No)),
        ("approved='yes'", "<target state='needs-review-l10n'>La puerta</target>", (text(), Done::No)),
        ("", "<target state='needs-adaptation'>La puerta</target>", (text(), Done::No)),
    ] {
        assert_eq!(of(attributes, target), expected, "{attributes} {target}");
    }
    // Beside the target as it was sent, only what was touched is more than nothing.
    let sent = "<alt-trans alttranstype='previous-version' origin='cotejo'><source>A gate</source><target>La puerta</target></alt-trans>";
    for (target, done) in [("La puerta", Done::No), ("Una puerta", Done::Unsaid)] {
        let target = format!("<target state='needs-translation'>{target}</target>{sent}");
        assert_eq!(of("", &target).1, done, "{target}");
    }
    let of = |state: &str, target: &str| {
        one(two(&format!("<segment{state}><source>The gate</source>{target}</segment>")).as_bytes())
    };
    for (state, target, expected) in [
        ("", "", (None, Done::No)),
        (" state='final'", "<target/>", (None, Done::No)),
        ("", "<target>La puerta</target>", (text(), Done::Unsaid)),
        (" state='initial'", "<target>La puerta</target>", (text(), Done::Unsaid)),
        (" state='initial'", "<target>The gate</target>", (None, Done::No)),
        (" state='translated'", "<target>La puerta</target>", (text(), Done::Translated)),
        (" state='reviewed'", "<target>La puerta</target>", (text(), Done::Reviewed)),
        (" state='final' subState='a:b'", "<target>La puerta</target>", (text(), Done::Reviewed)),
    ] {
        assert_eq!(of(state, target), expected, "{state} {target}");
    }
}

#[test]
fn xliff_is_the_same_in_other_clothes() {
    let expected = (Some("La <1>puerta</1> y más<2/>".to_owned()), Done::Translated);
    let content = "La <g id='1'>puerta</g> y más<x id='2'/>";
    let unit = format!("<source>x</source><target state='translated'>{content}</target>");
    let plain = one_point_two("", &unit);
    let prefixed = "<?xml version=\"1.0\"?><a:xliff xmlns:a='urn:oasis:names:tc:xliff:document:1.1' version='1.1'><a:file a:original='no' original='news/a' source-language='en' target-language='es'><a:header/><a:body><a:group><a:group><a:trans-unit sdl:id='9' id='link-kkkkkkkl'><a:source>x</a:source><a:target its:state='new' state='translated'>La <a:g id='1'>puerta</a:g> y más<a:x id='2'/></a:target></a:trans-unit></a:group></a:group></a:body></a:file></a:xliff>";
    // OmegaT and others cut sentences out.
    let cut = one_point_two(
        "",
        "<source>x. y</source><seg-source><mrk mtype='seg' mid='0'>x.</mrk> <mrk mtype='seg' mid='1'>y</mrk></seg-source>\
         <target state='translated'><mrk mtype='seg' mid='0'>La <g id='1'>puerta</g></mrk> <mrk mtype='seg' mid='1'>y más<x id='2'/></mrk></target>",
    );
    let native = one_point_two(
        "",
        "<source>x</source><target state='translated'>La <bpt id='1' rid='1'>&lt;b&gt;</bpt>puerta<ept id='9' rid='1'>&lt;/b&gt;</ept> y <mrk mtype='term'>más</mrk><ph id='2'>&lt;br&gt;<sub>no</sub></ph></target>",
    );
    let halves = one_point_two(
        "",
        "<source>x</source><target state='translated'>La <it id='1' pos='open'>a</it>puerta<it id='1' pos='close'>b</it> y más<x id='2'></x></target>",
    );
    let indented = plain
        .replace("><", ">\n    <")
        .replace("<target state='translated'>", "<target state='translated'>\n        ")
        .replace("</target>", "\n      </target>")
        .replace("La\n", "La ");
    let indented = indented.replace("<source>", "<source>\n  ").replace("</source>", "\n  </source>");
    let version_two = two(
        "<originalData><data id='d1'>x</data></originalData><segment state='translated'><source>x</source>\
         <target>La <pc id='1' dataRefStart='d1'>puerta</pc> y <mrk id='m1' type='term'>más</mrk><ph id='2'/></target></segment>",
    );
    let segments = two(
        "<segment state='final'><source>x.</source><target>La <sc id='1'/>puerta<ec startRef='1'/></target></segment>\
         <ignorable><source> </source></ignorable>\
         <segment state='translated'><source>y</source><target>y más<ph id='2'/></target></segment>",
    );
    let reordered = two(
        "<segment state='translated'><source>a</source><target order='3'>y más<ph id='2'/></target></segment>\
         <ignorable><source> </source></ignorable>\
         <segment state='translated'><source>b</source><target order='1'>La <pc id='1'>puerta</pc></target></segment>",
    );
    for file in [&plain, prefixed, &cut, &native, &halves, &indented, &version_two, &segments, &reordered] {
        assert_eq!(one(file.as_bytes()), expected, "{file}");
    }
    // The article may stand in the unit's name alone.
    for (from, to) in [("original='news/a'", "original='other'"), ("original='news/a'", "")] {
        let moved =
            plain.replace(from, to).replace("<trans-unit ", "<trans-unit resname='news/a#link-kkkkkkkl' ");
        assert_eq!(one(moved.as_bytes()), expected);
        let moved = moved.replace("id='link-kkkkkkkl'", "id='17'");
        assert_eq!(one(moved.as_bytes()), expected);
    }
}

#[test]
fn every_encoding_that_says_which_is_read() {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"ENC\"?>\n{}",
        one_point_two("", "<source>x</source><target state='translated'>Más</target>")
    );
    let html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=ENC\"></head><table><tr><td>news/a#link-kkkkkkkl</td><td>x</td><td>Más</td></tr></table></html>";
    let po = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=ENC\\n\"\n\nmsgctxt \"news/a#link-kkkkkkkl\"\nmsgid \"x\"\nmsgstr \"Más\"\n";
    let markdown = "| news/a#link-kkkkkkkl | x | Más |\n";
    let json = "{\"format\": \"cotejo-work\", \"articles\": [{\"article\": \"news/a\", \"units\": [{\"id\": \"link-kkkkkkkl\", \"target\": \"Más\"}]}]}";
    let expected = Some("Más".to_owned());
    for (file, names) in [(xml.as_str(), true), (html, true), (po, true), (markdown, false), (json, false)] {
        let wide = |big: bool, mark: bool| -> Vec<u8> {
            let text = [if mark { "\u{feff}" } else { "" }, &file.replace("ENC", "UTF-16")].concat();
            text.encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        for bytes in [
            file.replace("ENC", "UTF-8").into_bytes(),
            format!("\u{feff}{}", file.replace("ENC", "utf-8")).into_bytes(),
            wide(true, true),
            wide(false, true),
            wide(true, false),
            wide(false, false),
        ] {
            assert_eq!(one(&bytes).0, expected, "{bytes:?}");
        }
        if names {
            let latin: Vec<u8> = file
                .replace("ENC", "ISO-8859-1")
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap())
                .collect();
            assert_eq!(one(&latin).0, expected, "{file}");
        }
        let lines = file.replace("ENC", "UTF-8").replace('\n', "\r\n");
        assert_eq!(one(lines.as_bytes()).0, expected, "{lines}");
    }
}

#[test]
fn catalogues_are_read_as_poedit_and_gettext_leave_them() {
    let file = r##"# Traducción de cotejo
# Copyright 2026
msgid ""
msgstr ""
"Project-Id-Version: es-20261122\n"
"POT-Creation-Date: \n"
"PO-Revision-Date: 2026-11-22 13:00+0100\n"
"Last-Translator: Ana Núñez <ana@example.org>\n"
"Language-Team: \n"
"Language: es\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Source-Language: en\n"
"X-Cotejo-Package: es-20261122\n"
"X-Generator: Poedit 3.2.2\n"

#. paragraph
#: content/a.md:2
msgctxt "news/a#link-kkkkkkkl"
msgid ""
"The <1>gate</1> is \"open\", \\ and "
"it stays so.\n"
"Now."
msgstr ""
"La <1>puerta</1> está «abierta», \\ y"
" lo queda.\n"
"Ahora.\tY\040ya."

#: content/a.md:3
#, fuzzy, no-wrap
#| msgctxt "news/a#link-kkkkkkkm"
#| msgid "Old"
msgctxt "news/a#link-kkkkkkkm"
msgid "New"
msgstr "Viejo"
msgctxt   "news/a#"
"link-kkkkkkkn"
msgid "Not yet"
msgstr ""

#~ msgctxt "news/a#link-kkkkkkko"
#~ msgid "Gone"
#~ msgstr "Ido"
"##;
    let back = read(file.as_bytes()).expect("it is a catalogue");
    assert_eq!(back.name.as_ref().map(|name| name.as_str()), Some("es-20261122"));
    assert_eq!(back.source.as_ref().map(|tag| tag.as_str()), Some("en"));
    let units = units(file.as_bytes());
    let found: Vec<_> = units
        .iter()
        .map(|unit| (unit.key, unit.target.as_ref().map(|target| words(target)), unit.state, unit.line))
        .collect();
    assert_eq!(
        found,
        [
            (
                key(1),
                Some("La puerta está «abierta», \\ y lo queda.\nAhora.\tY ya.".to_owned()),
                Done::Translated,
                21
            ),
            (key(2), Some("Viejo".to_owned()), Done::No, 35),
            (key(3), None, Done::No, 38),
        ]
    );
    let source = units[0].source.as_deref().unwrap();
    assert_eq!(words(source), "The gate is \"open\", \\ and it stays so.\nNow.");
    assert_eq!(broken(source, units[0].target.as_deref().unwrap()), []);
}

#[test]
fn pages_are_read_as_word_processors_leave_them() {
    let libre_office = "<!DOCTYPE html>\n<html>\n<head>\n\t<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n\t<title>es | news/a#link-kkkkkkkm</title>\n\t<style type=\"text/css\">td { a: \"<td>\" }</style>\n</head>\n<body lang=\"en-US\" dir=\"ltr\"><p>Fill in.</p>\n<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\">\n\t<tr>\n\t\t<th width=\"14%\" style=\"border: 1px\"><p>\n\t\t\t<font size=\"1\" style=\"font-size: 7pt\">cotejo es-20261122 en\n\t\t\tes<br/>\nid</font></p>\n\t\t</th>\n\t\t<th><p>source</p>\n\t\t</th>\n\t\t<th><p>target</p></th>\n\t</tr>\n\t<tr>\n\t\t<td style=\"border: 1px\"><p>\n\t\t\t<font color=\"#666666\"><font size=\"1\" style=\"font-size: 7pt\">news/a#link-kkkkkkkl</font></font></p>\n\t\t</td>\n\t\t<td><p>The &lt;1&gt;gate&lt;/1&gt; is\n\t\t\topen.<br/>\nNow</p>\n\t\t</td>\n\t\t<td><p lang=\"es-ES\"><span style=\"background: #ffff00\">La\n\t\t\t&lt;1&gt;<b>puerta</b>&lt;/1&gt;</span> est&aacute;\n\t\t\tabierta:&nbsp;&laquo;s&iacute;&raquo; &amp;&#8239;!</p>\n\t\t\t<p>Ahora <br/>\n\n\t\t\t</p>\n\t\t</td>\n\t\t<td></td>\n\t</tr>\n</table>\n<p><br/>\n\n</p>\n</body>\n</html>\n";
    let word = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">\n<!--[if gte mso 9]><xml><o:a><td>no</td></o:a></xml><![endif]-->\n</head>\n<BODY lang=ES style='tab-interval:35.4pt'>\n<TABLE class=MsoTable border=1 cellspacing=0>\n <TR style='mso-yfti-irow:0'>\n  <TD width=\"14%\" valign=top style='padding:3.0pt > 1'>\n  <p class=MsoNormal><span lang=EN-GB style='font-size:7.5pt'>news/a#link-<span class=SpellE>kkkkkkkl</span></span><o:p></o:p></p>\n  </TD>\n  <TD><p>The &lt;1&gt;gate&lt;/1&gt; is open.<br>\n  Now</p></TD>\n  <TD><![if !supportLists]><p class=MsoNormal>La &lt;1&gt;<span\n  class=SpellE>puerta</span>&lt;/1&gt; est\u{e1} <del cite=\"mailto:ana\">cerrada</del><ins cite=\"mailto:ana\">abierta</ins>:&nbsp;\u{ab}s\u{ed}\u{bb} &amp;&#8239;!</p>\n  <p class=MsoNormal>Ahora<o:p></o:p></p></TD>\n <TR><TD>&nbsp;</TD><TD></TD><TD><p class=MsoNormal><o:p>&nbsp;</o:p></p></TD></TR>\n</TABLE></BODY></html>";
    let word: Vec<u8> = word.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let expected = "La <1>puerta</1> está abierta:\u{a0}«sí» &\u{202f}!\nAhora";
    for file in [libre_office.as_bytes(), &word] {
        assert_eq!(one(file), (Some(expected.to_owned()), Done::Unsaid));
        let source = units(file)[0].source.clone().unwrap();
        assert_eq!(token::written(&source, &token::All), "The <1>gate</1> is open.\nNow");
    }
    let name = read(libre_office.as_bytes()).expect("it is read").name;
    assert_eq!(name.as_ref().map(|name| name.as_str()), Some("es-20261122"));
    // Columns before the id, tables around and within, no end tags, an empty cell.
    let nested = "<table><tr><td>1<td> news/a#link-kkkkkkkl <td>x<td><table><tr><td>La</td></tr><tr><td>puerta</table><tr><td>2<td>news/a#link-kkkkkkkm<td>y<td><br></table>";
    let back = units(nested.as_bytes());
    assert_eq!(back[0].target, Some(vec![text("La\npuerta")]));
    assert_eq!((back[1].target.as_ref(), back[1].state), (None, Done::No));
}

#[test]
fn tables_are_read_as_editors_align_them() {
    let expected = (Some("La <1>puerta</1> | o\nmás <br> \\".to_owned()), Done::Unsaid);
    for file in [
        "# x\n\n| cotejo es en es id | source | target | notes |\n| --- | --- | --- | --- |\n| news/a#link-kkkkkkkl | x | La <1>puerta</1> \\| o<br>más <\\br> \\ | a |\n",
        "| cotejo es en es id   | source |                  target                    |\n|:---------------------|:------:|-------------------------------------------:|\n| news/a#link-kkkkkkkl |   x    | La <1>puerta</1> \\| o<BR />más <\\br> <u+5c>  |",
        "cotejo es en es | source | target\n--- | --- | ---\nnews/a#link-kkkkkkkl | x | La <1>puerta</1> \\| o<br/>más <\\br> \\\n",
        "| The first cell | is | written over |\n|-|-|-|\n|news/a#link-kkkkkkkl|x|La <1>puerta</1> \\| o<br/>más <\\br> <u+5C>|\n\nSome words | of someone.\n",
    ] {
        assert_eq!(one(file.as_bytes()), expected, "{file}");
    }
}

#[test]
fn a_code_that_a_tool_made_up_is_known_for_one() {
    let file = one_point_two("", "<source>x</source><target>a<x id='dup_1'/></target>");
    let target = units(file.as_bytes())[0].target.clone().unwrap();
    assert!(matches!(&target[1], Inline::Code(code) if code.id == 0 && code.side == Side::Alone));
    assert!(!broken(&[text("x")], &target).is_empty());
}

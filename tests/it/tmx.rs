//! TMX as we write it, held against its schema and another program that reads it.

use std::path::Path;
use std::process::Command;

use cotejo::domain::article::ArticleId;
use cotejo::domain::locale::Locale;
use cotejo::domain::memory::{Entry, Grain, Memory, Origin, Stored, gather};
use cotejo::domain::record::{LinkId, LinkState, Timestamp};
use cotejo::interchange::tmx::{Header, Reader, Remark, UserEncoding, Writer, unit_of};

use super::tools::{python, tool, tools};

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

/// A memory with what a newsroom's has: sentences, whole units, markup, every field.
fn memory() -> Memory {
    let article = ArticleId::new("news", "a & <b>");
    let linked = |source: &'static str, target: &'static str| gather::Linked {
        id: Some(LinkId::from_number(7)),
        source: vec![source],
        target: vec![target],
        state: LinkState::Reviewed,
        by: "Ana \"A\" Núñez",
        at: Timestamp::from_seconds(1_524_124_800),
    };
    let links = [
        linked("Customs seize ivory", "La aduana incauta marfil"),
        linked(
            "Mr. Gil met **25** officers at the [WCO](https://www.wcoomd.org/?a=1&b=2). They spoke of <b>ivory</b>.",
            "El Sr. Gil se reunió con **25** agentes en la [OMA](https://www.wcoomd.org/?a=1&b=2). Hablaron del <b>marfil</b>.",
        ),
        linked("Run `a < b && c`\nnow.", "Ejecute `a < b && c`\nahora."),
    ];
    let mut entries = gather::entries(Some(&article), &links, &locale("en"), &locale("es"));
    assert!(entries.len() >= 4, "{entries:?}");
    entries.push(Entry::new("A text without anything else", "Un texto sin nada más"));
    entries.push(Entry {
        grain: Grain::Unit,
        origin: Some(Origin { article, link: None }),
        state: LinkState::DraftMt,
        ..Entry::new("世界海关组织 \u{a0}😀", "OMA")
    });
    Memory::new(Stored::new(locale("en"), locale("es"), entries))
}

fn written(memory: &Memory) -> Vec<u8> {
    let mut header = Header::new(&locale("en"), Timestamp::from_seconds(1_524_124_800));
    header.remarks = vec![Remark::note("A & B"), Remark::prop("x-a", "<1>")];
    let mut encoding = UserEncoding::default();
    encoding.attributes.set("name", "own");
    encoding.attributes.set("base", "x");
    let mut map = cotejo::interchange::tmx::Attributes::default();
    map.set("unicode", "#xF8FF");
    map.set("ent", "logo");
    encoding.maps.push(map);
    header.encodings.push(encoding);
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, &header).expect("it is written");
    for entry in memory.entries() {
        writer.unit(&unit_of(&entry, &locale("en"), &locale("es"))).expect("it is written");
    }
    assert_eq!(writer.finish().expect("it is written"), 0);
    out
}

#[test]
fn tmx_is_valid_by_the_schema_that_omegat_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.tmx");
    let text = written(&memory());
    std::fs::write(&path, &text).expect("it is written");
    let schema = tools().join("schemas/tmx14.xsd");
    let Some(schema) = tool(Some(schema).filter(|path| path.exists()), "schema of TMX in target/tools")
    else {
        return;
    };
    let run = |path: &Path| {
        Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(&schema).arg(path).output().ok()
    };
    let Some(output) = tool(run(&path), "xmllint") else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(text).expect("UTF-8");
    for (from, to) in [
        ("segtype=\"paragraph\"", "segtype=\"x\""),
        ("<ph ", "<it "),
        ("</ph>", "</it>"),
        (" srclang=", " x="),
    ] {
        assert!(text.contains(from), "{from}");
        let wrong = text.replace("</ph>", if from.contains("ph") { "</it>" } else { "</ph>" });
        let wrong = if from.contains("ph") { wrong.replace("<ph ", "<it ") } else { wrong.replace(from, to) };
        std::fs::write(&path, wrong).expect("it is written");
        assert!(!run(&path).expect("it ran").status.success(), "the schema must be able to fail: {from}");
    }
}

#[test]
fn the_translate_toolkit_reads_every_unit_of_tmx() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.tmx");
    let memory = memory();
    std::fs::write(&path, written(&memory)).expect("it is written");
    // Its text is all that stands in a segment: what stands in the codes too.
    let script = "import sys, json\nfrom translate.storage import tmx\n\
        store = tmx.tmxfile.parsefile(sys.argv[1])\n\
        ns = '{http://www.w3.org/XML/1998/namespace}lang'\n\
        for unit in store.units:\n\
        \x20   if unit.isheader(): continue\n\
        \x20   nodes = [(n.get(ns), ''.join(n.find('seg').itertext())) for n in unit.getlanguageNodes()]\n\
        \x20   print(json.dumps(nodes))\n";
    let python = python();
    let run = |script: &str| Command::new(&python).args(["-c", script]).arg(&path).output().ok();
    let has = run("import translate.storage.tmx").filter(|output| output.status.success());
    if tool(has, "translate-toolkit (PyPI)").is_none() {
        return;
    }
    let output = run(script).expect("it ran");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let read: Vec<Vec<(String, String)>> =
        out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let expected: Vec<Vec<(String, String)>> = memory
        .entries()
        .map(|entry| {
            vec![("en".to_owned(), entry.source.to_owned()), ("es".to_owned(), entry.target.to_owned())]
        })
        .collect();
    assert!(expected.len() >= 6);
    assert_eq!(read, expected);
}

#[test]
fn what_the_translate_toolkit_writes_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.tmx");
    let script = "import sys\nfrom translate.storage import tmx\n\
        store = tmx.tmxfile(sourcelanguage='en', targetlanguage='es')\n\
        store.addtranslation('One & <two>', 'en', 'Uno y <dos>', 'es', 'a note')\n\
        store.addtranslation('Three', 'en', 'Tres', 'es')\n\
        store.savefile(sys.argv[1])\n";
    let python = python();
    let output = Command::new(&python).args(["-c", script]).arg(&path).output().ok();
    if tool(output.filter(|output| output.status.success()), "translate-toolkit (PyPI)").is_none() {
        return;
    }
    let bytes = std::fs::read(&path).expect("it was written");
    let mut reader = Reader::open(bytes.as_slice(), "out.tmx").expect("it is TMX");
    let mut found = Vec::new();
    while let Some((_, unit)) = reader.next_unit().expect("it is TMX") {
        let text = |tag: &str| unit.variant(&locale(tag)).map(|one| one.native()).unwrap_or_default();
        found.push((text("en"), text("es")));
    }
    let expected = [("One & <two>", "Uno y <dos>"), ("Three", "Tres")];
    assert_eq!(found, expected.map(|(one, other)| (one.to_owned(), other.to_owned())));
}

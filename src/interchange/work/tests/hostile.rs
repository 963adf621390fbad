//! Files that are wrong, and files that mean ill.

use super::{package, text, unit};
use crate::domain::package::Todo;
use crate::interchange::work::*;

/// What is wrong with a file, and where.
fn wrong(bytes: &[u8]) -> (&'static str, usize) {
    let problem = read(bytes).expect_err(&String::from_utf8_lossy(bytes));
    assert!(CODES.contains(&problem.code), "{problem:?}");
    (problem.code, problem.line)
}

fn xliff(body: &str) -> String {
    format!(
        "<xliff version='1.2'>\n<file original='a' source-language='en' target-language='es'>\n<body>\n{body}\n</body></file></xliff>"
    )
}

#[test]
fn a_wrong_file_is_told_from_a_right_one() {
    let bomb =
        "<?xml version='1.0'?>\n<!DOCTYPE xliff [\n<!ENTITY a 'aa'>\n]>\n<xliff version='1.2'>&a;</xliff>";
    let foreign = xliff("<trans-unit id='1'><source>a</source><target>b</target></trans-unit>");
    for (bytes, expected) in [
        ("", ("empty-file", 1)),
        (" \n\u{feff}\n", ("empty-file", 1)),
        ("PK\u{3}\u{4}...", ("archive", 1)),
        ("\u{1f}", ("not-work", 1)),
        ("%PDF-1.4", ("office", 1)),
        ("{\\rtf1 a}", ("office", 1)),
        (
            "PK\u{3}\u{4}..........................mimetypeapplication/vnd.oasis.opendocument.text",
            ("office", 1),
        ),
        ("PK\u{3}\u{4}..........................[Content_Types].xml", ("office", 1)),
        ("PK\u{3}\u{4}..........................work/es.xlf", ("archive", 1)),
        ("A letter to the editor", ("not-work", 1)),
        ("# Title\n\n| a | b |\n| - | - |\n| c | d |\n", ("not-work", 1)),
        ("$ zcat p.gz | cotejo inspect --jsonl --locales en\n\n| `cotejo` | a b |\n", ("not-work", 1)),
        ("<?xml version='1.0'?><tmx version='1.4'/>", ("not-work", 1)),
        ("<!-- x -->\n<martif xmlns='a'/>", ("not-work", 1)),
        ("<xliff version='1.2'/>", ("no-units", 1)),
        (&foreign, ("no-units", 4)),
        (bomb, ("entity-declared", 3)),
        (&xliff("<trans-unit id='1'><source>&nbsp;</source></trans-unit>"), ("entity", 4)),
        (&xliff("<trans-unit id='1'><source>a</target></trans-unit>"), ("xml-end-tag", 4)),
        (&xliff(&"<g>".repeat(200)), ("too-deep", 4)),
        ("<?xml version='1.0' encoding='klingon'?><xliff/>", ("unknown-encoding", 1)),
        ("<xliff version='1.2'>\n<file original='a' source-language='e n'>", ("bad-locale", 2)),
        ("{}", ("not-work", 1)),
        ("{\"format\":\"other\"}", ("not-work", 1)),
        ("{\"format\":\"cotejo-work\",\"version\":9}", ("not-work", 1)),
        (
            "{\"format\":\"cotejo-work\",\n\"articles\":[{\"article\":\"a\",\"units\":[\n{\"id\":1}]}]}",
            ("json-syntax", 3),
        ),
        (
            "{\"format\":\"cotejo-work\",\n\"articles\":[{\"article\":\"a\",\"units\":[\n\n{\"id\":\"link-kkkkkkkl\",\"state\":\"x\"}]}]}",
            ("bad-state", 4),
        ),
        ("{\"format\":\"cotejo-work\",\n \"articles\": [", ("cut", 2)),
        ("msgid \"\"\nmsgstr \"\"\n", ("no-units", 1)),
        ("msgid \"a\"\nmsgstr \"b\"\n", ("no-units", 1)),
        ("msgid \"a\"\nmsgstr \"b", ("po-syntax", 2)),
        ("msgid \"a\"\n\"b\"\n", ("cut", 3)),
        ("msgid \"a\"\nmsgid \"b\"\nmsgstr \"\"", ("po-syntax", 2)),
        ("msgid \"a\"\nmsgstr \"b\" c\n", ("po-syntax", 2)),
        ("msgid \"a\\", ("po-syntax", 1)),
        ("<html><table><tr><td>a#link-kkkkkkkl</td><td>b</td>", ("cut", 1)),
        ("<html>\n<table>\n<tr><td>a#link-kkkkkkkl</td><td>b</td></tr></table>", ("cells", 3)),
        ("<html>\n<!-- a", ("cut", 2)),
        ("<html>\n<td a='", ("cut", 2)),
        ("<html><p>Nothing</p>", ("no-units", 1)),
        ("| cotejo es en es | s | t |\n| --- | --- | --- |\n| a#link-kkkkkkkl | b | c", ("cut", 3)),
        ("| cotejo es en es | s | t |\n| a#link-kkkkkkkl | b |\n", ("cells", 2)),
    ] {
        assert_eq!(wrong(bytes.as_bytes()), expected, "{bytes}");
    }
    assert_eq!(wrong(b"\x1f\x8b\x08"), ("archive", 1));
    assert_eq!(wrong(b"\xd0\xcf\x11\xe0"), ("office", 1));
    assert_eq!(wrong(b"msgid \"a\"\nmsgstr \"\xff\"\n"), ("bad-encoding", 2));
    assert_eq!(wrong(b"<html>\n\n\xff</html>"), ("bad-encoding", 3));
    assert_eq!(wrong(b"{\"format\":\n\"\xff\"}"), ("bad-encoding", 2));
}

#[test]
fn half_a_file_is_never_taken_for_a_whole_one() {
    for format in WorkFormat::ALL {
        let bytes = write(&package(), format, &Labels::default());
        let sent = read(&bytes).expect("it is whole");
        let sent: Vec<_> =
            sent.jobs.iter().flat_map(|job| job.units.iter().map(|unit| (unit.key, &unit.target))).collect();
        let mut refused = 0;
        for at in (1..bytes.len() - 1).step_by(23).filter(|at| std::str::from_utf8(&bytes[..*at]).is_ok()) {
            match read(&bytes[..at]) {
                Err(_) => refused += 1,
                Ok(back) => {
                    // Between messages or rows nothing tells; what was read is whole.
                    assert!(
                        !matches!(format, WorkFormat::Xliff | WorkFormat::Xliff2 | WorkFormat::Json),
                        "{at}"
                    );
                    let units = back.jobs.iter().flat_map(|job| &job.units);
                    assert!(units.clone().count() <= sent.len());
                    for unit in units {
                        assert!(sent.contains(&(unit.key, &unit.target)), "{format:?} {at} {unit:?}");
                    }
                }
            }
        }
        assert!(refused > bytes.len() / 200, "{format:?} {refused} of {}", bytes.len());
    }
}

#[test]
fn what_is_not_ours_is_counted_with_its_line() {
    let ours = "<trans-unit id='link-kkkkkkkl'><source>a</source><target>b</target></trans-unit>";
    let body = format!("{ours}\n<trans-unit id='42'>\n<source>a</source></trans-unit>");
    let po = "msgctxt \"a#link-kkkkkkkl\"\nmsgid \"a\"\nmsgstr \"b\"\n\n#, c-format\nmsgid \"x\"\nmsgid_plural \"xs\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
    let html = "<table><tr><td>a#link-kkkkkkkl<td>a<td>b</tr>\n<tr><td>lost<td>a<td>b</table>";
    let markdown = "| a#link-kkkkkkkl | a | b |\n| lost | a | b |\n";
    let json = "{\"format\":\"cotejo-work\",\"articles\":[{\"article\":\"a\",\"units\":[{\"id\":\"link-kkkkkkkl\",\"target\":\"b\"},\n{\"id\":\"lost\"}]}]}";
    for (file, id, line) in [
        (xliff(&body).as_str(), "42", 5),
        (po, "x", 6),
        (html, "lost", 2),
        (markdown, "lost", 2),
        (json, "lost", 2),
    ] {
        let back = read(file.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?} {file}"));
        assert_eq!(back.jobs[0].units.len(), 1, "{file}");
        let foreign: Vec<_> =
            back.foreign.iter().map(|foreign| (foreign.id.as_str(), foreign.line)).collect();
        assert_eq!(foreign, [(id, line)], "{file}");
    }
}

#[test]
fn one_unit_with_two_translations_is_no_choice_of_ours() {
    let mut twice = package();
    twice.jobs.truncate(1);
    twice.jobs[0].units = vec![
        unit(
            1,
            vec![text("a")],
            Some(vec![text("b")]),
            Todo::Update(crate::domain::change::ChangeClass::Minor),
        ),
        unit(
            1,
            vec![text("a")],
            Some(vec![text("c")]),
            Todo::Update(crate::domain::change::ChangeClass::Minor),
        ),
    ];
    let mut same = twice.clone();
    same.jobs[0].units[1].target = Some(vec![text("b")]);
    let mut empty = twice.clone();
    empty.jobs[0].units[0].target = None;
    for format in WorkFormat::ALL {
        let of = |package: &Package| read(&write(package, format, &Labels::default()));
        let problem = of(&twice).expect_err("which of the two?");
        assert_eq!(problem.code, "same-unit", "{format:?}");
        assert!(problem.known.parse::<usize>().is_ok_and(|line| line < problem.line), "{problem:?}");
        assert_eq!(of(&same).expect("they agree").jobs[0].units.len(), 1);
        let taken = of(&empty).expect("one of them is empty");
        assert_eq!(taken.jobs[0].units[0].target, Some(vec![text("c")]));
    }
}

#[test]
fn what_is_long_is_read_in_a_moment_or_refused() {
    let long = |part: &str| part.repeat(100_000 / part.len());
    let unit = |inner: &str| xliff(&format!("<trans-unit id='link-kkkkkkkl'>{inner}</trans-unit>"));
    for file in [
        unit(&format!("<source>{}</source>", long("a "))),
        unit(&format!("<source>{}</source>", long("<x id='1'/>"))),
        unit(&long("<note/>")),
        unit(&long("<alt-trans/>")),
        xliff(&format!("<trans-unit {}/>", long("a='b' "))),
        long("<"),
        format!("<html>{}", long("<")),
        format!("<html>{}", long("<td ")),
        format!("<html><table>{}", long("<tr><td>")),
        format!("<html>{}", long("<table>")),
        format!("<html><table><tr><td>{}", long("&")),
        format!("<html><table><tr><td>{}", long("&#")),
        format!("<html><script>{}", long("</")),
        format!("<html><table><tr><td a#link-kkkkkkkl {}></table>", long("a=b ")),
        format!("msgid \"{}", long("\\")),
        format!("msgid \"\"\n{}", long("\"a\"\n")),
        long("#\n"),
        format!("| a#link-kkkkkkkl | {}", long("\\")),
        format!("| a#link-kkkkkkkl | {} | |", long("<\\")),
        format!("| a#link-kkkkkkkl {}", long("|")),
        long("{"),
        format!("{{\"format\":{}", long("[")),
        format!("{{\"articles\":[{}", long("{},")),
    ] {
        // Whatever comes of it; a test that takes longer than a moment is the failure.
        if let Err(problem) = read(file.as_bytes()) {
            assert!(CODES.contains(&problem.code), "{problem:?}");
            assert!(problem.found.chars().count() <= 60);
        }
    }
}

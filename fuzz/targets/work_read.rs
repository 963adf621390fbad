//! Packages of work from bytes that need not be any; what is read comes back from what is written.
#![no_main]

use cotejo::domain::article::TreePath;
use cotejo::domain::document::BlockKind;
use cotejo::domain::inline::Inline;
use cotejo::domain::package::{Done, Job, Package, Returned, Todo, WorkUnit};
use cotejo::interchange::work::{CODES, Labels, WorkFormat, read, token, write, write_for_omegat};

fn check(bytes: &[u8]) {
    match read(bytes) {
        Ok(returned) => again(&returned),
        Err(problem) => assert!(CODES.contains(&problem.code) && problem.line >= 1, "{problem:?}"),
    }
}

/// A package of what was read, in every format and back.
fn again(returned: &Returned) {
    let job = |job: &cotejo::domain::package::ReturnedJob| Job {
        article: job.article.clone(),
        source: TreePath::new("a.md"),
        target: TreePath::new("b.md"),
        note: None,
        units: job
            .units
            .iter()
            .map(|unit| WorkUnit {
                key: unit.key,
                kind: BlockKind::Paragraph,
                line: unit.line,
                source: unit
                    .source
                    .clone()
                    .filter(|own| !own.is_empty())
                    .unwrap_or(vec![Inline::Text("x".to_owned())]),
                before: None,
                target: unit.target.clone(),
                todo: if unit.state == Done::No { Todo::Translate } else { Todo::Nothing },
                matches: Vec::new(),
                terms: Vec::new(),
                remarks: Vec::new(),
                note: None,
            })
            .collect(),
    };
    let package = Package {
        name: "fuzz".parse().expect("a name"),
        source: "en".parse().expect("a locale"),
        target: "es".parse().expect("a locale"),
        jobs: returned.jobs.iter().map(job).collect(),
    };
    let shown = |pieces: Option<&Vec<Inline>>| pieces.map(|own| token::written(own, &token::All));
    for format in WorkFormat::ALL {
        let bytes = write(&package, format, &Labels::default());
        let back = read(&bytes)
            .unwrap_or_else(|problem| panic!("{format:?} {problem:?}\n{}", String::from_utf8_lossy(&bytes)));
        assert!(back.foreign.is_empty());
        for (sent, back) in package.jobs.iter().zip(&back.jobs) {
            assert_eq!(sent.article, back.article);
            for (sent, back) in sent.units.iter().zip(&back.units) {
                assert_eq!(sent.key, back.key);
                assert_eq!(shown(back.source.as_ref()), shown(Some(&sent.source)), "{format:?}");
                assert_eq!(shown(back.target.as_ref()), shown(sent.target.as_ref()), "{format:?}");
            }
        }
    }
    // OmegaT has sources alone: what it leaves as it is, is not done, and says nothing.
    let back = read(&write_for_omegat(&package, &Labels::default())).expect("it is read");
    for (sent, back) in package.jobs.iter().zip(&back.jobs) {
        for (sent, back) in sent.units.iter().zip(&back.units).filter(|(sent, _)| sent.todo.is_open()) {
            assert_eq!((sent.key, Done::No, None), (back.key, back.state, back.target.as_ref()));
            assert_eq!(shown(back.source.as_ref()), shown(Some(&sent.source)));
        }
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    // Most inputs fail at the first byte; give them a place to stand in.
    let text = String::from_utf8_lossy(bytes);
    let id = "a#link-kkkkkkkl";
    check(format!("<xliff version='1.2'><file original='a'><body>{text}</body></file></xliff>").as_bytes());
    check(format!("<xliff version='1.2'><file original='a'><body><trans-unit id='link-kkkkkkkl'><source>a</source><target state='translated'>{text}</target></trans-unit></body></file></xliff>").as_bytes());
    check(format!("<xliff version='2.0'><file original='a'><unit id='link-kkkkkkkl'><segment state='translated'><source>a</source><target>{text}</target></segment></unit></file></xliff>").as_bytes());
    check(format!("msgctxt \"{id}\"\nmsgid \"a\"\nmsgstr \"{text}\"\n").as_bytes());
    check(format!("msgctxt \"{id}\"\nmsgid \"a\"\nmsgstr {text}\n").as_bytes());
    check(format!("<html><table><tr><td>{id}</td><td>a</td><td>{text}</td></tr></table></html>").as_bytes());
    check(format!("<html><table>{text}</table></html>").as_bytes());
    check(format!("| {id} | a | {text} |\n").as_bytes());
    check(format!("{{\"format\":\"cotejo-work\",\"articles\":[{{\"article\":\"a\",\"units\":[{{\"id\":\"link-kkkkkkkl\",{text}}}]}}]}}").as_bytes());
});

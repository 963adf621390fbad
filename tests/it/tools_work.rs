//! Packages of work as we write them, held against the tools that read them, and what those make of
//! them read back.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cotejo::domain::article::{ArticleId, TreePath};
use cotejo::domain::change::ChangeClass;
use cotejo::domain::document::BlockKind;
use cotejo::domain::inline::{Code, Inline, Side, Style, restored, words, written};
use cotejo::domain::package::{
    Done, Job, Offer, Package, Reach, Returned, ReturnedUnit, TermOffer, Todo, UnitKey, WorkUnit,
};
use cotejo::domain::record::LinkId;
use cotejo::domain::termbase::Status;
use cotejo::domain::text::UnitHash;
use cotejo::interchange::work::{Labels, WorkFormat, read, write};

use super::tools::{tool, tools};

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn code(id: u32, side: Side, style: Style, written: &str) -> Inline {
    Inline::Code(Code { id, side, style, written: written.to_owned() })
}

fn unit(number: u32, source: Vec<Inline>, target: Option<Vec<Inline>>, todo: Todo) -> WorkUnit {
    WorkUnit {
        key: UnitKey::Link(LinkId::from_number(number)),
        kind: BlockKind::Paragraph,
        line: number as usize,
        source,
        before: None,
        target,
        todo,
        matches: Vec::new(),
        terms: Vec::new(),
        remarks: Vec::new(),
        note: None,
    }
}

/// Two articles with all that a unit may have.
fn package() -> Package {
    let bold = |words: &str| {
        vec![code(1, Side::Open, Style::Bold, "**"), text(words), code(1, Side::Close, Style::Bold, "**")]
    };
    let link = |words: &str| {
        vec![
            code(2, Side::Open, Style::Link, "["),
            text(words),
            code(2, Side::Close, Style::Link, "](https://www.wcoomd.org/?a=1&b=\"2\")"),
        ]
    };
    let break_ = || vec![code(3, Side::Alone, Style::Break, "<br>")];
    let mut changed = unit(
        2,
        [vec![text("Mr. Gil met ")], bold("25 officers"), vec![text(" of the ")], link("WCO"), break_()]
            .concat(),
        Some(
            [vec![text("Gil vio a ")], bold("20 agentes"), vec![text(" de la ")], link("OMA"), break_()]
                .concat(),
        ),
        Todo::Update(ChangeClass::Major),
    );
    changed.before = Some(
        [vec![text("Mr. Gil met ")], bold("20 officers"), vec![text(" of the ")], link("WCO"), break_()]
            .concat(),
    );
    changed.matches = vec![
        Offer {
            percent: 97,
            reach: Reach::Context,
            source: [vec![text("Mr. Gil met ")], bold("25 officers")].concat(),
            target: [vec![text("El Sr. Gil se reunió con ")], bold("25 agentes")].concat(),
            origin: "news/b".to_owned(),
        },
        Offer {
            percent: 72,
            reach: Reach::Part(100),
            source: vec![text("Ms. Gil & <b>")],
            target: vec![text("La Sra. Gil y <b>"), link("OMA").remove(0), link("").remove(2)],
            origin: "a.tmx".to_owned(),
        },
    ];
    changed.terms = vec![
        TermOffer {
            source: "officers".to_owned(),
            targets: vec![
                ("agente".to_owned(), Status::Preferred),
                ("oficial".to_owned(), Status::Forbidden),
            ],
            definition: Some("One who serves in customs".to_owned()),
        },
        TermOffer { source: "WCO".to_owned(), targets: vec![], definition: None },
    ];
    changed.remarks = vec!["\"25\" is missing in the target".to_owned()];
    changed.note = Some("Keep it < 80 characters".to_owned());
    let mut title = unit(1, vec![text("Customs seize ivory")], None, Todo::Translate);
    title.kind = BlockKind::Title;
    title.key = UnitKey::New { hash: UnitHash::of("Customs seize ivory"), number: 1 };
    let again = WorkUnit {
        key: UnitKey::New { hash: UnitHash::of("Customs seize ivory"), number: 2 },
        kind: BlockKind::Caption,
        ..title.clone()
    };
    let context = unit(3, vec![text("It is done.")], Some(vec![text("Está hecho.")]), Todo::Nothing);
    let draft = unit(
        4,
        vec![text(
            "Two lines | of \\text\\\nwith \"quotes\", 'ticks' & <tags>, a\u{a0}blank and\ta tab  and two.",
        )],
        Some(vec![text("Dos líneas | de \\texto\\\ncon «comillas»\u{202f}!")]),
        Todo::Check,
    );
    let job = |article: &str, units: Vec<WorkUnit>| Job {
        article: ArticleId::new("news", article),
        source: TreePath::new(format!("content/{article}.md")),
        target: TreePath::new(format!("translations/es/{article}.md")),
        note: Some("For the <front> page".to_owned()),
        units,
    };
    Package {
        name: "es-20261122".parse().expect("a name"),
        source: "en".parse().expect("a locale"),
        target: "es".parse().expect("a locale"),
        jobs: vec![
            job("a & b", vec![title, changed, context, draft]),
            job("c", vec![unit(2, vec![text("The other article")], None, Todo::Translate), again]),
        ],
    }
}

fn labels() -> Labels {
    Labels { instructions: vec!["Fill in the last column.".to_owned()], ..Labels::default() }
}

/// Writes the package into a folder and gives the file's path.
fn file(folder: &Path, format: WorkFormat) -> PathBuf {
    let path = folder.join(format!("work.{}", format.extension()));
    std::fs::write(&path, write(&package(), format, &labels())).expect("it is written");
    path
}

fn run(command: &mut Command) -> Option<Output> {
    command.env("LC_ALL", "C.UTF-8").output().ok()
}

/// The units that came back, by article and key.
fn units(returned: &Returned) -> Vec<(String, &ReturnedUnit)> {
    let of = |job: &'_ _| -> String {
        let job: &cotejo::domain::package::ReturnedJob = job;
        job.article.to_string()
    };
    let jobs = returned.jobs.iter();
    jobs.flat_map(|job| job.units.iter().map(move |unit| (format!("{}#{}", of(job), unit.key), unit)))
        .collect()
}

fn schema(version: &str) -> Option<PathBuf> {
    let path = tools().join(format!("schemas/xliff-core-{version}.xsd"));
    tool(Some(path).filter(|path| path.exists()), "schema of XLIFF in target/tools")
}

#[test]
fn xliff_is_valid_by_its_schemas() {
    let folder = tempfile::tempdir().expect("a folder");
    for (format, version, wrong) in [
        (WorkFormat::Xliff, "1.2-strict", [("state=\"needs-translation\"", "state=\"x\""), ("<g ", "<q ")]),
        (WorkFormat::Xliff2, "2.0", [("state=\"initial\"", "state=\"x\""), ("<pc ", "<q ")]),
    ] {
        let Some(schema) = schema(version) else { return };
        let path = file(folder.path(), format);
        let check = |path: &Path| {
            run(Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(&schema).arg(path))
        };
        let Some(output) = tool(check(&path), "xmllint") else { return };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        for (from, to) in wrong {
            assert!(text.contains(from), "{from}");
            std::fs::write(&path, text.replace(from, to)).expect("it is written");
            assert!(
                !check(&path).expect("it ran").status.success(),
                "the schema must be able to fail: {from}"
            );
        }
    }
}

/// What a unit says once each is a translation of its own, its codes kept.
fn translated(source: &[Inline]) -> Vec<Inline> {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => Inline::Text(format!("ñ{text}")),
        code => code.clone(),
    };
    source.iter().map(piece).collect()
}

/// The text of a unit with its codes as the file has them.
fn whole(sent: &[Inline], back: &Option<Vec<Inline>>) -> String {
    written(&restored(sent, back.as_deref().unwrap_or_default()))
}

#[track_caller]
fn python(script: &str, arguments: &[&Path]) -> Option<String> {
    let python = tools().join("python/bin/python");
    let python = tool(Some(python).filter(|path| path.exists()), "translate-toolkit in target/tools/python")?;
    let output = run(Command::new(python).arg("-c").arg(script).args(arguments)).expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn gettext_takes_a_catalogue_and_its_merge_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), WorkFormat::Po);
    let format = |path: &Path| run(Command::new("msgfmt").args(["--check", "-o", "/dev/null"]).arg(path));
    let Some(output) = tool(format(&path), "msgfmt") else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // A translator fills in the first message, wraps lines as gettext does, and one message is gone.
    let sent_text = std::fs::read_to_string(&path).expect("UTF-8") + "\n";
    let filled = sent_text.replace("\nmsgstr \"\"\n\n", "\nmsgstr \"Incautan marfil\"\n\n");
    let filled_path = folder.path().join("filled.po");
    std::fs::write(&filled_path, &filled).expect("it is written");
    let mut less = package();
    less.jobs[1].units.pop();
    let template = folder.path().join("new.pot");
    std::fs::write(&template, write(&less, WorkFormat::Po, &labels())).expect("it is written");
    let output = run(Command::new("msgmerge").args(["-q", "--width=40"]).arg(&filled_path).arg(&template));
    let Some(output) = tool(output, "msgmerge") else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("#~ msg"), "{text}");
    let back = read(text.as_bytes()).expect("it is read");
    let sent = package();
    assert_eq!(back.name, Some(sent.name.clone()));
    assert!(back.foreign.is_empty());
    assert_eq!(units(&back).len(), units(&read(filled.as_bytes()).expect("it is read")).len() - 1);
    let first = &back.jobs[0].units[0];
    assert_eq!(
        (first.target.as_deref().map(words), first.state),
        (Some("Incautan marfil".to_owned()), Done::Translated)
    );
    // What was fuzzy is still, and its text is whole.
    let changed = &back.jobs[0].units[1];
    let unit = &sent.jobs[0].units[1];
    assert_eq!(changed.state, Done::No);
    assert_eq!(whole(&unit.source, &changed.source), written(&unit.source));
    assert_eq!(
        whole(unit.target.as_deref().expect("a target"), &changed.target),
        written(unit.target.as_deref().expect("a target"))
    );
    let draft = &back.jobs[0].units[3];
    assert_eq!(whole(&[], &draft.source), written(&sent.jobs[0].units[3].source));
}

/// Reads a file, translates what is open, saves it elsewhere and prints how many units there are.
const FILL: &str = r"
import sys
from translate.storage import MODULE
store = MODULE.CLASS.parsefile(sys.argv[1])
count = 0
for unit in store.units:
    if unit.isheader() or not unit.istranslatable():
        continue
    count += 1
    if not unit.target or unit.target == unit.source or unit.isfuzzy():
        rich = getattr(unit, 'rich_source', None)
        if rich and any(not isinstance(part, str) for part in rich[0].sub):
            unit.rich_target = rich
        else:
            unit.target = 'ñ' + unit.source
        unit.markfuzzy(False)
store.savefile(sys.argv[2])
print(count)
";

#[test]
fn the_translate_toolkit_reads_and_fills_every_format_it_knows() {
    let folder = tempfile::tempdir().expect("a folder");
    let sent = package();
    for (format, module, class) in [
        (WorkFormat::Xliff, "xliff", "xlifffile"),
        (WorkFormat::Xliff2, "xliff2", "Xliff2File"),
        (WorkFormat::Po, "pypo", "pofile"),
    ] {
        let path = file(folder.path(), format);
        let out = folder.path().join("out");
        let script = FILL.replace("MODULE", module).replace("CLASS", class);
        let Some(count) = python(&script, &[&path, &out]) else { return };
        let back = std::fs::read(&out).expect("it is there");
        let shown = String::from_utf8_lossy(&back).into_owned();
        let back = read(&back).unwrap_or_else(|problem| panic!("{format:?} {problem:?}\n{shown}"));
        assert_eq!(back.name.as_ref(), Some(&sent.name));
        let open = sent.jobs.iter().flat_map(|job| &job.units).filter(|unit| unit.todo.is_open()).count();
        assert!(count.trim().parse::<usize>().expect("a number") >= open, "{format:?} {count}");
        let mut seen = 0;
        for (job, back) in sent.jobs.iter().zip(&back.jobs) {
            for (unit, back) in job.units.iter().zip(&back.units) {
                assert_eq!(unit.key, back.key);
                assert_eq!(whole(&unit.source, &back.source), written(&unit.source), "{format:?}");
                if unit.todo.is_open() {
                    seen += 1;
                    let plain = unit.source.len() == 1;
                    if plain {
                        assert_eq!(
                            whole(&unit.source, &back.target),
                            written(&translated(&unit.source)),
                            "{format:?}\n{shown}"
                        );
                    }
                    assert!(back.state > Done::No, "{format:?} {back:?}\n{shown}");
                }
            }
        }
        assert_eq!(seen, open);
    }
}

//! Packages out and back.

mod hostile;
mod rewritten;

use proptest::prelude::*;

use crate::domain::article::TreePath;
use crate::domain::change::ChangeClass;
use crate::domain::document::BlockKind;
use crate::domain::inline::{Code, Inline, Side, Style, restored};
use crate::domain::package::{
    Done, Job, Offer, Package, Reach, ReturnedUnit, TermOffer, Todo, UnitKey, WorkUnit,
};
use crate::domain::record::LinkId;
use crate::domain::termbase::Status;
use crate::domain::text::UnitHash;
use crate::interchange::work::*;

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn code(id: u32, side: Side, written: &str) -> Inline {
    let style = if side == Side::Alone { Style::Image } else { Style::Bold };
    Inline::Code(Code { id, side, style, written: written.to_owned() })
}

pub(super) fn key(number: u32) -> UnitKey {
    UnitKey::Link(LinkId::from_number(number))
}

pub(super) fn unit(number: u32, source: Vec<Inline>, target: Option<Vec<Inline>>, todo: Todo) -> WorkUnit {
    WorkUnit {
        key: key(number),
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

/// A package with everything that one may have.
pub(super) fn package() -> Package {
    let pair = |words: &str| vec![code(1, Side::Open, "**"), text(words), code(1, Side::Close, "**")];
    let mut full = unit(
        2,
        [
            vec![text("The Council met ")],
            pair("25 officers"),
            vec![text(" at "), code(2, Side::Alone, "![](a.png)")],
        ]
        .concat(),
        Some(
            [
                vec![text("El Consejo se reunió con ")],
                pair("20 agentes"),
                vec![code(2, Side::Alone, "![](a.png)")],
            ]
            .concat(),
        ),
        Todo::Update(ChangeClass::Major),
    );
    full.before = Some(vec![text("The Council met **20 officers** at ![](a.png)")]);
    full.matches = vec![Offer {
        percent: 85,
        reach: Reach::Part(98),
        source: [vec![text("The Council met <b>")], pair("25")].concat(),
        target: [vec![text("El Consejo & se")], pair("25")].concat(),
        origin: "news/b".to_owned(),
    }];
    full.terms = vec![TermOffer {
        source: "officer".to_owned(),
        targets: vec![("agente".to_owned(), Status::Preferred), ("oficial".to_owned(), Status::Forbidden)],
        definition: Some("One who serves".to_owned()),
    }];
    full.remarks = vec!["\"25\" is missing".to_owned()];
    full.note = Some("Keep it short".to_owned());
    let mut title = unit(1, vec![text("A title")], None, Todo::Translate);
    title.kind = BlockKind::Title;
    title.key = UnitKey::New { hash: UnitHash::of("A title"), number: 1 };
    let context = unit(3, vec![text("Done")], Some(vec![text("Hecho")]), Todo::Nothing);
    let untold = unit(5, vec![text("Keep")], None, Todo::Nothing);
    let draft = unit(4, vec![text("A draft\nof two lines")], Some(vec![text("Un borrador")]), Todo::Check);
    let job = |article: &str, units: Vec<WorkUnit>| Job {
        article: ArticleId::from_text(article),
        source: TreePath::new(format!("content/{article}.md")),
        target: TreePath::new(format!("translations/es/{article}.md")),
        note: Some("For the <front> page".to_owned()),
        units,
    };
    Package {
        name: "es-20261122".parse().unwrap(),
        source: "en".parse().unwrap(),
        target: "es".parse().unwrap(),
        jobs: vec![
            job("news/a", vec![title, full.clone(), context, draft, untold]),
            // The same links stand in another article.
            job("news/b & \"c\" #1", vec![unit(2, vec![text("Other")], None, Todo::Translate)]),
        ],
    }
}

/// Holds what came back against what was sent, nobody having touched it.
#[track_caller]
fn is_untouched(package: &Package, back: &Returned, format: WorkFormat) {
    assert_eq!(back.name.as_ref(), Some(&package.name), "{format:?}");
    assert_eq!(back.source.as_ref(), Some(&package.source));
    assert_eq!(back.target.as_ref(), Some(&package.target));
    assert!(back.foreign.is_empty(), "{:?}", back.foreign);
    let articles = |jobs: &mut dyn Iterator<Item = &ArticleId>| -> Vec<ArticleId> { jobs.cloned().collect() };
    assert_eq!(
        articles(&mut back.jobs.iter().map(|job| &job.article)),
        articles(&mut package.jobs.iter().filter(|job| !job.units.is_empty()).map(|job| &job.article)),
    );
    for (sent, back) in package.jobs.iter().filter(|job| !job.units.is_empty()).zip(&back.jobs) {
        assert_eq!(sent.units.len(), back.units.len());
        for (sent, back) in sent.units.iter().zip(&back.units) {
            is_unit(sent, back, format);
        }
    }
}

#[track_caller]
fn is_unit(sent: &WorkUnit, back: &ReturnedUnit, format: WorkFormat) {
    let same = |sent: &[Inline], back: &Option<Vec<Inline>>| {
        let back = back.as_deref().unwrap_or_default();
        assert_eq!(restored(sent, back), token::joined(sent), "{format:?} {back:?}");
    };
    assert_eq!(back.key, sent.key);
    same(&sent.source, &back.source);
    same(sent.target.as_deref().unwrap_or_default(), &back.target);
    assert!(back.line > 0);
    let empty = sent.target.as_deref().unwrap_or_default().is_empty();
    if sent.todo.is_open() && !matches!(format, WorkFormat::Html | WorkFormat::Markdown) || empty {
        assert_eq!(back.state, Done::No, "{format:?} {back:?}");
    }
    if matches!(format, WorkFormat::Xliff | WorkFormat::Xliff2 | WorkFormat::Json) && sent.todo.is_open() {
        same(sent.target.as_deref().unwrap_or_default(), &back.sent_target);
    }
}

#[test]
fn what_nobody_touched_comes_back_as_it_was_and_undone() {
    for format in &WorkFormat::ALL {
        let package = package();
        let bytes = write(&package, *format, &Labels::default());
        let back = read(&bytes)
            .unwrap_or_else(|problem| panic!("{format:?} {problem:?}\n{}", String::from_utf8_lossy(&bytes)));
        is_untouched(&package, &back, *format);
    }
}

#[test]
fn omegat_is_given_sources_alone_and_what_it_left_is_undone() {
    let package = package();
    let bytes = write_for_omegat(&package, &Labels::default());
    let back = read(&bytes).expect("it is read");
    for (sent, back) in package.jobs.iter().zip(&back.jobs) {
        for (sent, back) in sent.units.iter().zip(&back.units).filter(|(sent, _)| sent.todo.is_open()) {
            assert_eq!((back.target.as_ref(), back.state), (None, Done::No), "{back:?}");
            let was = sent.target.as_deref();
            assert_eq!(back.sent_target.is_some(), was.is_some());
        }
    }
    // It writes over the target and leaves everything else.
    let text = String::from_utf8(bytes).expect("UTF-8");
    let at = text.find(">A title</target>").expect("the source over again");
    let filled = format!("{}>Un título{}", &text[..at], &text[at + ">A title".len()..]);
    let back = read(filled.as_bytes()).expect("it is read");
    let unit = &back.jobs[0].units[0];
    assert_eq!(
        (unit.target.clone(), unit.state),
        (Some(vec![super::tests::text("Un título")]), Done::Unsaid)
    );
}

#[test]
fn pairs_in_pairs_in_pairs_are_read_back() {
    let mut deep: Vec<Inline> = (1..=300).map(|id| code(id, Side::Open, "*")).collect();
    deep.push(text("deep"));
    deep.extend((1..=300).rev().map(|id| code(id, Side::Close, "*")));
    let crossed = vec![
        code(1, Side::Open, "*"),
        code(2, Side::Open, "_"),
        text("crossed"),
        code(1, Side::Close, "*"),
        code(2, Side::Close, "_"),
    ];
    let mut package = package();
    package.jobs.truncate(1);
    package.jobs[0].article = ArticleId::from_text(" a ");
    package.jobs[0].units = vec![
        unit(1, deep.clone(), Some(deep), Todo::Check),
        unit(2, crossed.clone(), Some(crossed), Todo::Check),
    ];
    for format in WorkFormat::ALL {
        let back = read(&write(&package, format, &Labels::default())).expect("it is read");
        is_untouched(&package, &back, format);
    }
}

/// Texts that are hard on some format.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ a-cé]{1,4}",
        prop::sample::select(vec![
            "]]>",
            "|",
            "\\|",
            "\\",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "  ",
            "\"",
            "'",
            "&",
            "&amp;",
            "<",
            ">",
            "<1>",
            "</1>",
            "<\\2/>",
            "<br>",
            "<u+41>",
            "#",
            "#~ ",
            "msgid \"\"",
            "\u{1}",
            "\u{0}",
            "\u{b}",
            "\u{7f}",
            "\u{85}",
            "\u{2028}",
            "\u{fffe}",
            "\u{a0}",
            "\u{202f}",
            "\u{feff}",
            "\u{200b}",
            "عربي",
            "\u{202e}x",
            "😀",
            "世界",
            "e\u{301}",
            "`",
            "*",
            "---",
            "<!--",
            "-->",
            "%s",
            "\\n",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Pieces with codes that stand as codes should.
fn inline() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec((0..4u8, hostile()), 0..5).prop_map(|parts| {
        let (mut out, mut open, mut next) = (Vec::new(), Vec::new(), 1);
        for (kind, words) in parts {
            match kind {
                0 => {
                    out.push(code(next, Side::Open, "<b \"&'>"));
                    open.push(next);
                    next += 1;
                }
                1 => {
                    out.push(code(next, Side::Alone, "![\u{1}](|)"));
                    next += 1;
                }
                2 => {
                    if let Some(id) = open.pop() {
                        out.push(code(id, Side::Close, "]]>"));
                    }
                }
                _ => {}
            }
            out.push(text(&words));
        }
        while let Some(id) = open.pop() {
            out.push(code(id, Side::Close, "]]>"));
        }
        token::joined(&out)
    })
}

fn any_package() -> impl Strategy<Value = Package> {
    let todo = prop::sample::select(vec![
        Todo::Translate,
        Todo::Update(ChangeClass::Minor),
        Todo::Check,
        Todo::Nothing,
    ]);
    let one = (inline(), prop::option::of(inline()), todo, prop::option::of(hostile()), hostile());
    let units = prop::collection::vec(one, 1..4);
    prop::collection::vec((hostile(), units), 1..3).prop_map(|jobs| {
        let mut package = package();
        let mut count = 0;
        let job = |(number, (name, units)): (usize, (String, Vec<_>))| Job {
            article: ArticleId::from_text(&format!("{number}{name}")),
            source: TreePath::new(format!("content/{name}.md")),
            target: TreePath::new("es.md"),
            note: Some(name.clone()),
            units: units
                .into_iter()
                .map(
                    |(source, target, todo, before, note): (
                        Vec<Inline>,
                        Option<Vec<Inline>>,
                        _,
                        Option<String>,
                        String,
                    )| {
                        count += 1;
                        let target = target.filter(|target| !target.is_empty());
                        let source = if source.is_empty() { vec![text("x")] } else { source };
                        let mut unit = unit(count, source, target, todo);
                        unit.before = before.map(|before: String| vec![text(&before)]);
                        unit.remarks = vec![note.clone()];
                        unit.terms = vec![TermOffer {
                            source: note.clone(),
                            targets: vec![(note.clone(), Status::Preferred)],
                            definition: Some(note.clone()),
                        }];
                        unit.matches = vec![Offer {
                            percent: 100,
                            reach: Reach::Context,
                            source: vec![text(&note)],
                            target: unit.source.clone(),
                            origin: note.clone(),
                        }];
                        unit.note = Some(note);
                        unit
                    },
                )
                .collect(),
        };
        package.jobs = jobs.into_iter().enumerate().map(job).collect();
        package
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn any_package_comes_back(package in any_package()) {
        for format in &WorkFormat::ALL {
            let bytes = write(&package, *format, &Labels::default());
            let back = read(&bytes);
            let back = back.unwrap_or_else(|problem| panic!("{format:?} {problem:?}\n{}", String::from_utf8_lossy(&bytes)));
            is_untouched(&package, &back, *format);
        }
    }
}

/// The units that came back, by article and key.
fn by_key(back: &Returned) -> Vec<(String, Option<Vec<Inline>>, Done)> {
    let jobs = back.jobs.iter();
    let unit = |article: &ArticleId, unit: &ReturnedUnit| {
        (format!("{article}#{}", unit.key), unit.target.clone(), unit.state)
    };
    let mut units: Vec<_> =
        jobs.flat_map(|job| job.units.iter().map(|own| unit(&job.article, own))).collect();
    units.sort_by(|one, other| one.0.cmp(&other.0));
    units
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_order_of_units_and_articles_is_of_no_matter(package in any_package(), by in 0..7usize) {
        let mut moved = package.clone();
        for job in &mut moved.jobs {
            let by = by % job.units.len();
            job.units.rotate_left(by);
            job.units.reverse();
        }
        moved.jobs.reverse();
        for format in &WorkFormat::ALL {
            let back = |package: &Package| {
                by_key(&read(&write(package, *format, &Labels::default())).expect("it is read"))
            };
            prop_assert_eq!(back(&moved), back(&package));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..4000usize, format in 0..6usize) {
        let _ = read(&bytes);
        // The same in the midst of a file.
        let format = WorkFormat::ALL[format];
        let mut file = write(&package(), format, &Labels::default());
        let at = at.min(file.len());
        file.splice(at..at, bytes.into_iter().take(8));
        if let Err(problem) = read(&file) {
            prop_assert!(CODES.contains(&problem.code), "{problem:?}");
            prop_assert!(problem.line >= 1);
        }
    }
}

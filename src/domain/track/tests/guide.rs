//! What people do to a page with front matter, lists, a table, code and a sentence that stands twice.

use super::*;

const GUIDE: [&str; 18] = [
    "= Transit guide",
    "@ How goods cross the border of two countries",
    "% draft: false",
    "# Before you start",
    "- Bring the commercial invoice.",
    "- Bring the certificate of origin.",
    "- Bring a copy of your passport.",
    "# Fees",
    "| Country",
    "& Fee",
    "| Peru",
    "& 30 USD",
    "| Chile",
    "& 45 USD",
    "Ask the office.",
    "$ cotejo status",
    "The declaration is lodged before the goods arrive. The office checks it within two working days. The goods are released when the fee is paid.",
    "Ask the office.",
];
const GUIA: [&str; 18] = [
    "= Guía de tránsito",
    "@ Cómo cruzan las mercancías la frontera de dos países",
    "% draft: false",
    "# Antes de empezar",
    "- Lleve la factura comercial.",
    "- Lleve el certificado de origen.",
    "- Lleve una copia de su pasaporte.",
    "# Tasas",
    "| País",
    "& Tasa",
    "| Perú",
    "& 30 USD",
    "| Chile",
    "& 45 USD",
    "Pregunte en la oficina.",
    "$ cotejo status",
    "La declaración se presenta antes de que lleguen las mercancías. La oficina la comprueba en dos días hábiles. Las mercancías se entregan cuando se paga la tasa.",
    "Pregunte en la oficina.",
];
const SENTENCES: [&str; 3] = [
    "The declaration is lodged before the goods arrive.",
    "The office checks it within two working days.",
    "The goods are released when the fee is paid.",
];

/// What is pending or was edited: the link's number in the record, then as in [`picture`].
fn pending(record: &Record, source: &Document, target: &Document) -> String {
    let tracking = track(record, source, Some(target), &NoTerms);
    let shown = picture(&tracking);
    let mut parts = shown.split(' ');
    let links: Vec<String> = parts
        .by_ref()
        .take(tracking.links.len())
        .enumerate()
        .filter(|(_, part)| part.contains([':', '/']))
        .map(|(number, part)| format!("{number}={part}"))
        .collect();
    links.into_iter().chain(parts.map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

type Edit = fn(&mut Vec<&'static str>);

struct Case {
    name: &'static str,
    source: Edit,
    target: Edit,
    /// What is pending then.
    pending: &'static str,
    /// The number of a unit that is accepted, and what is pending after it.
    unit: usize,
    left: &'static str,
}

fn case(name: &'static str, source: Edit, pending: &'static str, unit: usize, left: &'static str) -> Case {
    Case { name, source, target: |_| {}, pending, unit, left }
}

#[test]
fn links_follow_what_people_do_to_a_guide() {
    let cases = [
        case("a heading inserted", |s| s.insert(7, "# Papers for animals"), "+7>@6", 8, ""),
        case("bullets reordered", |s| s.swap(4, 6), "4=6>4:moved 6=4>6:moved", 5, "5=6>4:moved"),
        case("a bullet inserted among them", |s| s.insert(5, "- Bring two photographs."), "+5>@4", 6, ""),
        case(
            "bullets merged",
            |s| {
                s[5] = "- Bring the certificate of origin. Bring a copy of your passport.";
                s.remove(6);
            },
            "5=5>5:merged 6=5>6:merged",
            6,
            "",
        ),
        case(
            "a paragraph split in three",
            |s| {
                s.splice(16..17, SENTENCES);
            },
            "16=16+17+18>16:split",
            18,
            "",
        ),
        Case {
            name: "a paragraph split in three and half of it split in the target",
            source: |s| {
                s.splice(16..17, SENTENCES);
            },
            target: |t| {
                t.splice(
                    16..17,
                    [
                        "La declaración se presenta antes de que lleguen las mercancías.",
                        "La oficina la comprueba en dos días hábiles. Las mercancías se entregan cuando se paga la tasa.",
                    ],
                );
            },
            pending: "16=16+17+18>16+17:split/edited",
            unit: 17,
            left: "",
        },
        Case {
            name: "a paragraph split in three, edited, and the target edited for the first",
            source: |s| {
                s.splice(16..17, SENTENCES);
                s[14] = "Ask the officer on duty.";
                s[17] = "The office checks it within three working days.";
            },
            target: |t| {
                t[14] = "Pregunte al funcionario de turno.";
            },
            pending: "14=14>14:changed/edited 16=16+17+18>16:split",
            unit: 15,
            left: "16=16+17+18>16:split",
        },
        case(
            "the first of two equal sentences edited",
            |s| s[14] = "Ask the office at the border.",
            "14=14>14:changed",
            15,
            "",
        ),
        case(
            "the second of two equal sentences edited",
            |s| s[17] = "Ask the office at the border.",
            "17=17>17:changed",
            18,
            "",
        ),
        case("the sentence a third time, at the end", |s| s.push("Ask the office."), "+18>@17", 19, ""),
        case(
            "the sentence a third time, at the beginning",
            |s| s.insert(3, "Ask the office."),
            "+3>@2",
            4,
            "",
        ),
        case(
            "the sentence twice more, of which the second is accepted",
            |s| s.extend(["Ask the office.", "Ask the office."]),
            "+18>@17 +19>@17",
            20,
            "+18>@17",
        ),
        case(
            "a row of the table moved",
            |s| s[10..14].rotate_left(2),
            "10=12>10:moved 11=13>11:moved",
            13,
            "10=13>11:moved",
        ),
        case(
            "a row put in",
            |s| {
                s.splice(12..12, ["| Bolivia", "& 20 USD"]);
            },
            "+12>@11 +13>@11",
            13,
            "+13>@11",
        ),
        case(
            "a row taken out",
            |s| {
                s.drain(10..12);
            },
            "10=>10:removed 11=>11:removed",
            1,
            "10=>10:removed 11=>11:removed",
        ),
        case("a fee changed", |s| s[13] = "& 50 USD", "13=13>13:changed", 14, ""),
        case("the title in the front matter", |s| s[0] = "= Handbook for carriers", "0=0>0:changed", 1, ""),
        case(
            "the description in the front matter",
            |s| s[1] = "@ How goods cross the border",
            "1=1>1:changed",
            2,
            "",
        ),
        case("another value in the front matter", |s| s[2] = "% draft: true", "2=2>2:changed", 3, ""),
        case("code edited", |s| s[15] = "$ cotejo status --locale es", "15=15>15:changed", 16, ""),
        case("code that is other code now", |s| s[15] = "$ make", "15=15>15:changed", 16, ""),
        Case {
            name: "code that is other code on both sides",
            source: |s| s[15] = "$ make",
            target: |t| t[15] = "$ make",
            pending: "15=15>15:changed/edited",
            unit: 16,
            left: "",
        },
        case("a paragraph that became an item", |s| s[14] = "- Ask the office.", "14=14>14:changed", 15, ""),
        case(
            "a section moved",
            |s| s[3..].rotate_left(4),
            "3=14>3:moved 4=15>4:moved 5=16>5:moved 6=17>6:moved",
            16,
            "3=14>3:moved 4=16>5:moved 5=17>6:moved",
        ),
        case(
            "the heading moved and edited",
            |s| {
                s.remove(7);
                s.insert(3, "# Fees in US dollars");
            },
            "7=>7:removed +3>@2",
            4,
            "8=>7:removed",
        ),
    ];
    let record = first(&pages(&GUIDE), &pages(&GUIA));
    assert_eq!(pending(&record, &pages(&GUIDE), &pages(&GUIA)), "");
    for case in cases {
        let (source, target) = (edit(&GUIDE, case.source), edit(&GUIA, case.target));
        assert_eq!(pending(&record, &source, &target), case.pending, "{}", case.name);
        let unit = Selection::Units(vec![UnitRef::Number(case.unit)]);
        let half = accept(&record, &source, &target, &unit, &because("so"), &NoTerms).unwrap().record;
        assert_eq!(pending(&half, &source, &target), case.left, "{}, half accepted", case.name);
        // Given up: what was not accepted is as it was when the old text is restored.
        let back = track(&half, &pages(&GUIDE), Some(&target), &NoTerms);
        let touched = |link: &Link| link.by == "Eva";
        for (link, tracked) in half.links.iter().zip(&back.links).filter(|(link, _)| !touched(link)) {
            let moved = matches!(&tracked.source_state, SourceState::Moved(change) if change.causes == [Cause::Moved]);
            assert!(
                moved || tracked.source_state == SourceState::Same,
                "{}: {} {:?}",
                case.name,
                picture(&back),
                half
            );
            assert!(link.stands.is_none() || case.name.starts_with("the sentence twice"), "{}", case.name);
        }
    }
}

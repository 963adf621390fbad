use super::*;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn concept(id: &str) -> Concept {
    Concept { id: id.to_owned(), ..Concept::default() }
}

fn term(concept: usize, tag: &str, text: &str, status: Status) -> Term {
    Term { status, ..Term::new(concept, locale(tag), text) }
}

#[test]
fn what_makes_a_termbase_useless_is_told_all_at_once() {
    let concepts = vec![concept("a"), concept("a"), concept(" ")];
    let terms = vec![
        term(0, "es", "uno", Status::Preferred),
        term(0, "es", "dos", Status::Preferred),
        term(0, "es-AR", "tres", Status::Preferred),
        term(0, "es", "uno", Status::Forbidden),
        term(9, "es", "cuatro", Status::Admitted),
        term(1, "es", " – ", Status::Admitted),
        term(1, "es", &"x".repeat(LONGEST + 1), Status::Admitted),
    ];
    let faults = Termbase::new(concepts, terms).expect_err("it has faults");
    assert_eq!(
        faults,
        [
            Fault::SameId(0, 1),
            Fault::NoId(2),
            Fault::TwoPreferred(0, 1),
            Fault::SameTerm(0, 3),
            Fault::NoConcept(4),
            Fault::Empty(5),
            Fault::TooLong(6),
        ]
    );
}

#[test]
fn a_text_uses_the_terms_of_its_language_whatever_the_region() {
    let terms = ["es", "es-AR", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant"];
    let list = terms.iter().map(|tag| term(0, tag, tag, Status::Admitted)).collect();
    let base = Termbase::new(vec![concept("a")], list).expect("no faults");
    for (tag, expected) in [
        ("es-GT", vec!["es", "es-AR"]),
        ("es", vec!["es", "es-AR"]),
        ("pt", vec!["pt-BR", "pt-PT"]),
        ("zh-Hant-TW", vec!["zh-Hant"]),
        ("fr", vec![]),
    ] {
        let found: Vec<&str> =
            base.places_for(&locale(tag)).map(|at| base.terms()[at].text.as_str()).collect();
        assert_eq!(found, expected, "{tag}");
    }
}

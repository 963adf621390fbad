use super::acronyms::definitions;
use super::equivalents::{Bitext, equivalents};
use super::*;

fn english() -> Words {
    let stop =
        ["the", "a", "and", "in", "to", "was", "is", "with", "by", "it", "which", "this", "were", "at"];
    Words::new("en", stop.map(str::to_owned))
}

fn spanish() -> Words {
    let stop = ["y", "se", "que", "con", "por", "es", "un", "una", "su", "este", "esta", "fue", "no"];
    Words::new("es", stop.map(str::to_owned))
}

fn named(texts: &[&str], words: &Words, least: usize) -> Vec<(String, usize)> {
    let all = candidates(texts.iter().copied(), words, least);
    all.into_iter().map(|candidate| (candidate.words, candidate.count)).collect()
}

#[test]
fn what_is_said_twice_and_is_long_comes_first() {
    let texts = [
        "The harbour pilot station was closed, and the tariff tables were sold.",
        "A harbour pilot station is a house. The tariff tables were sold at the harbour pilot station.",
    ];
    assert_eq!(
        named(&texts, &english(), 2),
        [("harbour pilot station".to_owned(), 3), ("tariff tables".to_owned(), 2)],
        "what stands inside of a longer one only is none of its own"
    );
}

#[test]
fn a_part_that_stands_alone_as_well_is_a_candidate() {
    let texts = ["Customs brokers met. Licensed customs brokers, licensed customs brokers: customs brokers."];
    let all = named(&texts, &english(), 2);
    assert!(
        all.contains(&("Licensed customs brokers".to_owned(), 2))
            || all.contains(&("licensed customs brokers".to_owned(), 2))
    );
    assert!(
        all.iter().any(|(words, count)| words.eq_ignore_ascii_case("customs brokers") && *count == 4),
        "{all:?}"
    );
}

#[test]
fn the_name_of_a_month_is_no_term() {
    let texts = [
        "It opens in March and shuts in June; in March, the Harbour Festival.",
        "June: the Harbour Festival.",
    ];
    assert_eq!(named(&texts, &english(), 2), [("Harbour Festival".to_owned(), 2)]);
}

#[test]
fn prepositions_join_and_end_nothing() {
    let texts = [
        "El despacho de las mercancías se hizo con el despacho de las mercancías por la tarde.",
        "Controla la bodega; controla la bodega.",
        "Declaración\nde\u{a0}origen, declaración de origen.",
    ];
    let all: Vec<String> =
        named(&texts, &spanish(), 2).into_iter().map(|(words, _)| words.to_lowercase()).collect();
    assert!(all.contains(&"despacho de las mercancías".to_owned()), "{all:?}");
    assert!(all.contains(&"declaración de origen".to_owned()), "{all:?}");
    for words in &all {
        assert!(!words.starts_with("de ") && !words.ends_with(" de") && !words.ends_with(" la"), "{words}");
        assert!(!words.starts_with("controla"), "an article alone joins nothing: {words}");
    }
}

#[test]
fn of_single_words_names_and_acronyms_only() {
    let texts =
        ["In the port Valdemar slept. To Valdemar the PNRs, the PNR and IT were boats. Boats it was."];
    let all: Vec<String> = named(&texts, &english(), 1).into_iter().map(|(words, _)| words).collect();
    for wanted in ["Valdemar", "PNR", "PNRs"] {
        assert!(all.iter().any(|words| words == wanted), "{wanted}: {all:?}");
    }
    assert!(
        !all.iter().any(|words| ["Boats", "boats", "port", "In", "it", "slept"].contains(&words.as_str())),
        "{all:?}"
    );
}

#[test]
fn a_hyphen_joins_and_a_title_is_no_name() {
    let texts = [
        "The new Vice-Chair and Secretary General met, the Vice-Chair slept; a general one slept by Secretary General Ruiz.",
    ];
    let all = named(&texts, &english(), 1);
    assert!(all.contains(&("Vice-Chair".to_owned(), 2)), "{all:?}");
    assert!(
        !all.iter().any(|(words, _)| ["Vice", "Chair", "General", "Secretary"].contains(&words.as_str())),
        "{all:?}"
    );
}

#[test]
fn an_acronym_is_told_with_what_it_stands_for() {
    for (text, acronym, long) in [
        ("the Authorized Economic Operator (AEO) met", "AEO", "Authorized Economic Operator"),
        ("el Operador Económico Autorizado (OEA)", "OEA", "Operador Económico Autorizado"),
        ("l’Opérateur économique agréé (OEA)", "OEA", "Opérateur économique agréé"),
        ("los Organismos Económicos (OOEE, con sede)", "OOEE", "Organismos Económicos"),
        (
            "of Regional Offices for Capacity Building (ROCBs)",
            "ROCBs",
            "Regional Offices for Capacity Building",
        ),
    ] {
        let found: Vec<_> = definitions(text).into_iter().map(|d| (d.acronym, d.long)).collect();
        let wanted = if acronym == "OOEE" { vec![] } else { vec![(acronym, long)] };
        assert_eq!(found, wanted, "{text}");
    }
    for text in ["in Lima (PERU)", "the rest (AEO)", "(AEO)", "Meeting. Other (MO)", "a (B"] {
        assert_eq!(definitions(text), [], "{text}");
    }
}

#[test]
fn what_stands_in_the_same_units_is_the_likely_equivalent() {
    let pairs = [
        ("The harbour pilot slept.", "El práctico del puerto dormía."),
        (
            "A harbour pilot is a seaman with a tide table.",
            "El práctico del puerto es un marino con tabla de mareas.",
        ),
        ("This tide table was sold.", "Esta tabla de mareas se vendió."),
        ("The mill was closed.", "Se cerró el molino viejo."),
        ("The mill was opened.", "Se abrió el molino viejo."),
    ]
    .map(|(source, target)| (source.to_owned(), target.to_owned()));
    let (source, target) = (english(), spanish());
    let of = candidates(pairs.iter().map(|(source, _)| source.as_str()), &source, 2);
    let found = equivalents(&of, &Bitext { pairs: &pairs, source: &source, target: &target });
    let best: Vec<(&str, Option<&str>)> = of
        .iter()
        .zip(&found)
        .map(|(candidate, list)| (candidate.words.as_str(), list.first().map(|e| e.words.as_str())))
        .collect();
    assert!(best.contains(&("harbour pilot", Some("práctico del puerto"))), "{best:?}");
    assert!(best.contains(&("tide table", Some("tabla de mareas"))), "{best:?}");
}

proptest::proptest! {
    #[test]
    fn candidates_are_of_the_text_whatever_it_holds(texts in proptest::collection::vec("[a-cA-C'’ .,\n\u{a0}-]{0,60}|.{0,40}", 0..5)) {
        let all = candidates(texts.iter().map(String::as_str), &english(), 1);
        for candidate in &all {
            let text = &texts[candidate.first.text];
            let written = text.get(candidate.first.range.clone()).unwrap_or_default();
            proptest::prop_assert!(!written.is_empty() && candidate.count >= candidate.texts.len());
            proptest::prop_assert_eq!(candidate.texts.first(), Some(&candidate.first.text));
        }
        for text in &texts {
            for definition in definitions(text) {
                proptest::prop_assert!(text.get(definition.range).is_some_and(|all| all.contains(definition.acronym)));
            }
        }
    }
}

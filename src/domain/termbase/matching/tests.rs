use proptest::prelude::*;

use super::super::{Concept, Gender, Status, Term, Termbase};
use super::endings::Endings;
use super::*;

/// The words found in a text, for terms of one concept each.
fn found(tag: &str, terms: &[&str], text: &str) -> Vec<String> {
    let locale: Locale = tag.parse().expect("a tag");
    let concepts =
        terms.iter().map(|term| Concept { id: (*term).to_owned(), ..Concept::default() }).collect();
    let list = terms.iter().enumerate().map(|(at, term)| Term::new(at, locale.clone(), *term)).collect();
    let base = Termbase::new(concepts, list).expect("no faults");
    Matcher::new(&base, &locale).find(text).iter().map(|hit| text[hit.start..hit.end].to_owned()).collect()
}

#[test]
fn a_words_forms_are_those_of_its_number_and_gender_only() {
    for (tag, word, gender, has, has_not) in [
        ("es", "operador", true, "operadoras", "operación"),
        ("es", "régimen", false, "regímenes", "regimiento"),
        ("es", "valor", false, "valores", "valoración"),
        ("es", "levante", false, "levantes", "levantar"),
        ("es", "ventanillas", false, "ventanilla", "ventana"),
        ("fr", "général", true, "générales", "généralité"),
        ("fr", "commerciaux", false, "commercial", "commerce"),
        ("fr", "opérateur", true, "opératrices", "opération"),
        ("fr", "recours", false, "recours", "recour"),
        ("en", "party", false, "parties", "parts"),
        ("en", "customs", false, "customs", "custom"),
        ("en", "authorized", false, "authorised", "authorize"),
        ("pt", "declaração", false, "declarações", "declarar"),
        ("it", "tecnica", false, "tecniche", "tecnico"),
        ("de", "zoll", false, "zölle", "zollamt"),
    ] {
        let forms = Endings::of(tag).expect("a table").forms_of(word, gender);
        assert!(forms.iter().any(|form| form == has), "{tag} {word} lacks {has}: {forms:?}");
        assert!(!forms.iter().any(|form| form == has_not), "{tag} {word} has {has_not}: {forms:?}");
    }
}

#[test]
fn blanks_hyphens_and_what_does_not_show_make_no_difference() {
    for text in [
        "trade-facilitation",
        "Trade\u{a0}Facilitation",
        "trade\n   facilitation",
        "trade\r\nfacilitation",
        "TRADE FACILITATION",
        "trade facili\u{ad}tation",
        "trade\u{2011}facilitation",
    ] {
        assert_eq!(found("en", &["trade facilitation"], text), [text], "{text:?}");
    }
    for text in
        ["trade\n\nfacilitation", "trade. Facilitation", "trade, facilitation", "trade (facilitation)"]
    {
        assert!(found("en", &["trade facilitation"], text).is_empty(), "{text:?}");
    }
}

#[test]
fn function_words_inside_a_term_are_light_and_yet_tell_phrases_apart() {
    let terms = ["administración de aduanas", "secretario general", "derechos e impuestos"];
    for (text, hit) in [
        ("administraciones de las aduanas", true),
        ("administración aduanas", true),
        ("administración para la aduana", true),
        ("administración y aduanas", false),
        ("administración la aduana", false),
        ("secretario del general", false),
        ("derechos y los impuestos", true),
        ("derechos o impuestos", false),
    ] {
        assert_eq!(!found("es", &terms, text).is_empty(), hit, "{text}");
    }
    assert_eq!(
        found("fr", &["règle d’origine"], "l'article et les règles de l’origine"),
        ["règles de l’origine"]
    );
}

#[test]
fn the_longest_term_wins_and_the_search_goes_on_behind_it() {
    let terms = ["customs", "customs administration", "economic operator", "authorized economic operator"];
    let text = "customs, Customs administrations, authorised economic operators, economic operators";
    assert_eq!(
        found("en", &terms, text),
        ["customs", "Customs administrations", "authorised economic operators", "economic operators"]
    );
}

#[test]
fn accents_count_but_on_capitals_that_dropped_them() {
    let terms = ["público", "État"];
    assert!(found("es", &terms, "publico publicó Publico").is_empty());
    assert_eq!(found("es", &terms, "PUBLICO PÚBLICO"), ["PUBLICO", "PÚBLICO"]);
    assert!(found("es", &terms, "PUBLICÓ").is_empty());
    assert_eq!(found("fr", &terms, "les Etats, l’Etat, ETATS"), ["Etats", "Etat", "ETATS"]);
    assert!(found("fr", &terms, "etat").is_empty());
}

/// Once, `_` before a letter beyond Latin-1 was read again and again.
#[test]
fn whatever_a_word_is_made_of_it_comes_to_an_end() {
    for word in ["_α", "_", "__ж_", "a_\u{301}", "_\u{ad}", "ª_ª", "×_÷", "é_ế", "\u{301}_", "_\u{200b}_"]
    {
        let text = format!("{word} aduana {word}aduana aduana{word} aduana");
        assert_eq!(found("es", &["aduana"], &text).first().map(String::as_str), Some("aduana"), "{word:?}");
    }
}

#[test]
fn scripts_without_blanks_are_searched_too() {
    assert_eq!(found("ja", &["税関"], "日本の税関は"), ["税関"]);
}

#[test]
fn a_long_run_of_known_words_is_walked_in_pieces_without_loss() {
    let text = "aduana regional ".repeat(10_000);
    assert_eq!(found("es", &["aduana regional"], &text).len(), 10_000);
}

#[test]
fn of_two_concepts_in_one_wording_the_one_that_is_right_to_write_is_told_first() {
    let locale: Locale = "es".parse().expect("a tag");
    let concepts = ["clearance", "release"].map(|id| Concept { id: id.to_owned(), ..Concept::default() });
    let wrong = Term { status: Status::Forbidden, ..Term::new(0, locale.clone(), "levante") };
    let right = Term { status: Status::Preferred, ..Term::new(1, locale.clone(), "levante") };
    let base = Termbase::new(concepts.to_vec(), vec![wrong, right]).expect("no faults");
    let hits = Matcher::new(&base, &locale).find("el levante");
    assert_eq!(hits, [Match { term: 1, start: 3, end: 10, others: [0].into() }]);
}

#[test]
fn everyday_phrases_hide_the_terms_in_them_but_no_longer_term() {
    let terms = ["release", "Consejo", "administración aduanera", "recurso"];
    assert_eq!(found("en", &terms, "press releases and releases"), ["releases"]);
    assert_eq!(
        found("es", &terms, "el Consejo de administración; Consejo de Administración Aduanera"),
        ["Administración Aduanera"]
    );
    assert_eq!(found("es", &["recursos humanos", "recurso"], "recursos humanos"), ["recursos humanos"]);
}

#[test]
fn a_run_of_known_marks_is_bounded() {
    let text = "CLiKC! ".repeat(20) + &"!".repeat(50_000) + " CLiKC!";
    assert_eq!(found("en", &["CLiKC!", "so! what!"], &text).len(), 21);
}

proptest! {
    #[test]
    fn hits_lie_in_the_text_in_order_and_apart(
        parts in prop::collection::vec(
            prop_oneof!["aduana", "ADMINISTRACION", "de", "las", "l’", "\u{301}", "-", "\n", " ", "\u{ad}", "OEA", ".", "@", "\\PC"],
            0..40,
        ),
    ) {
        let text = parts.concat();
        let locale: Locale = "es".parse().expect("a tag");
        let terms = ["aduana", "administración de aduana", "OEA"];
        let concepts = terms.iter().map(|id| Concept { id: (*id).to_owned(), ..Concept::default() }).collect();
        let list = terms.iter().enumerate().map(|(at, term)| Term::new(at, locale.clone(), *term)).collect();
        let base = Termbase::new(concepts, list).expect("no faults");
        let mut end = 0;
        for hit in Matcher::new(&base, &locale).find(&text) {
            prop_assert!(hit.start >= end && hit.start < hit.end);
            prop_assert!(text.get(hit.start..hit.end).is_some());
            end = hit.end;
        }
    }
}

#[test]
fn a_noun_that_is_a_form_of_a_verb_is_told_by_what_stands_around_it() {
    for (text, hits) in [
        ("No levante la voz.", 0),
        ("Levante la mano quien quiera.", 0),
        ("Para que el gobierno levante el embargo.", 0),
        ("Espero que no levante sospechas.", 0),
        ("Aunque levante polvo, pase.", 0),
        ("El Levante UD perdió.", 0),
        ("Se autorizó el levante.", 1),
        ("El levante la semana pasada tardó un día.", 1),
        ("Tras su levante los bienes circulan.", 1),
        ("Solicitud de levante los lunes.", 1),
        ("Levante de las mercancías", 1),
        ("Plazos: levante, un día.", 1),
    ] {
        assert_eq!(found("es", &["levante"], text).len(), hits, "{text}");
    }
    for (text, hits) in [
        ("sans la garantie exigée", 1),
        ("sans garantie", 1),
        ("sous la garantie de la caution", 1),
        ("un appareil encore sous garantie", 0),
        ("sans le recours prévu", 0),
    ] {
        assert_eq!(found("fr", &["garantie"], text).len(), hits, "{text}");
    }
    assert_eq!(found("fr", &["recours"], "sans le recours prévu").len(), 1);
}

/// A termbase in which initials stand for two things, of which one is only beside its name.
#[test]
fn the_gender_before_initials_tells_which_of_two_concepts_they_are() {
    let locale: Locale = "es".parse().expect("a tag");
    let concept = |id: &str| Concept { id: id.to_owned(), ..Concept::default() };
    let acronym = |concept, gender, enforce| Term {
        kind: Kind::Acronym,
        gender: Some(gender),
        exact: true,
        enforce,
        ..Term::new(concept, locale.clone(), "OEA")
    };
    let hint = Some(super::super::Enforce::Hint);
    let base = Termbase::new(
        vec![concept("operator"), concept("organisation")],
        vec![acronym(0, Gender::Pair, None), acronym(1, Gender::Feminine, hint)],
    )
    .expect("no faults");
    for (text, concept) in [
        ("La OEA se reunió en Lima.", 1),
        ("El Secretario General de la OEA habló.", 1),
        ("En **la** OEA se dijo.", 1),
        ("Un OEA paga menos.", 0),
        ("Las OEA pagan menos.", 0),
        ("Es OEA desde ayer.", 0),
    ] {
        let hits = Matcher::new(&base, &locale).find(text);
        let concepts: Vec<usize> = hits.iter().map(|hit| base.terms()[hit.term].concept).collect();
        assert_eq!(concepts, [concept], "{text}");
        assert_eq!(hits[0].others.len(), 1, "{text}: the other may be meant");
    }
}

//! What was left in the source's language, and what is in a third one.

use super::*;

const BEFORE: &str =
    "The mayor opened the new library on Saturday and thanked the neighbours for their patience.";
const BEHIND: &str = "The building has three floors and a garden with old trees.";
const TRANSLATED: [(&str, &str, &str); 2] = [
    (
        "es",
        "El alcalde inauguró el sábado la nueva biblioteca y agradeció a los vecinos su paciencia.",
        "El edificio tiene tres plantas y un jardín con árboles viejos.",
    ),
    (
        "fr",
        "Le maire a inauguré samedi la nouvelle bibliothèque et a remercié les voisins de leur patience.",
        "Le bâtiment compte trois étages et un jardin planté de vieux arbres.",
    ),
];

/// The sentence within a paragraph whose other sentences are translated.
fn within(source: &str, target: &str, to: usize) -> Vec<&'static str> {
    let (to, before, behind) = TRANSLATED[to];
    codes(&format!("{BEFORE} {source} {BEHIND}"), &format!("{before} {target} {behind}"), to)
}

#[test]
fn a_short_sentence_left_within_a_paragraph_is_told() {
    let mut silent = Vec::new();
    for sentence in [
        "Tickets cost between €15 and €45.",
        "The meeting began at 9.15 a.m.",
        "Children under six travel free.",
        "Parking costs €3 per hour.",
        "See chapter 4 for details.",
        "Maria paid the bill.",
        "Press the red button.",
        "It rained all night.",
        "Closed on Mondays.",
        "Bring warm clothes.",
        "Serves four people.",
        "The dog barked.",
        "Done at Luxembourg, 16 July 2019.",
        "Nobody knew why.",
        "Call us before noon!",
        "Who won the race?",
        "Keep it dry.",
        "Lunch is included.",
        "Mr. Silva bought two houses.",
    ] {
        for (to, &(locale, ..)) in TRANSLATED.iter().enumerate() {
            if !within(sentence, sentence, to).contains(&"left-untranslated") {
                silent.push((locale, sentence));
            }
        }
    }
    for unit in [
        "Nobody answered.",
        "We won.",
        "Parking costs €3 per hour.",
        "Closed on Mondays.",
        "Bring warm clothes.",
        "Press the red button.",
    ] {
        if !codes(unit, unit, "es").contains(&"left-untranslated") {
            silent.push(("unit", unit));
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn what_is_left_as_it_is_on_purpose_is_let_be() {
    let mut told = Vec::new();
    for sentence in [
        "Gabriel García Márquez.",
        "Kubernetes, Prometheus, Grafana.",
        "The Lord of the Rings.",
        "Gone with the Wind, 1939.",
        "“Nobody knows the trouble I have seen.”",
        "*A brief history of the modern world.*",
        "[How to write a good page](https://example.org/page).",
        "`sudo apt install ship`.",
        "Amazon Web Services, Inc.",
        "Press Ctrl+C.",
        "221B Baker Street, London.",
        "Massachusetts Institute of Technology.",
        "Food and Agriculture Organization.",
        "No.",
        "In vitro et in vivo.",
        "docker-compose up -d.",
        "John Smith, Mary Brown and Peter Green.",
    ] {
        for (to, &(locale, ..)) in TRANSLATED.iter().enumerate() {
            if within(sentence, sentence, to)
                .iter()
                .any(|code| matches!(*code, "left-untranslated" | "wrong-language"))
            {
                told.push((locale, sentence));
            }
        }
    }
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn a_sentence_in_a_third_language_is_told() {
    let mut silent = Vec::new();
    for sentence in [
        "Детвора играет сегодня в саду за домом, и никто не знает, когда она придёт.",
        "Заседание было перенесено на другой день.",
        "Τα παιδιά παίζουν σήμερα στον κήπο πίσω από το σπίτι.",
        "孩子们今天在房子后面的花园里玩耍。",
        "الأطفال يلعبون اليوم في الحديقة خلف المنزل.",
        "Die Kinder spielen heute im Garten hinter dem Haus.",
    ] {
        let source = "The children play today in the garden behind the house.";
        for (to, &(locale, ..)) in TRANSLATED.iter().enumerate() {
            if !within(source, sentence, to).contains(&"wrong-language") {
                silent.push((locale, sentence));
            }
            if !codes(source, sentence, locale).contains(&"wrong-language") {
                silent.push(("alone", sentence));
            }
        }
    }
    if !within(
        "The children play in the garden behind the house today.",
        "As crianças brincam hoje no jardim atrás da casa.",
        0,
    )
    .contains(&"wrong-language")
    {
        silent.push(("es", "pt"));
    }
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn words_in_another_script_within_a_sentence_are_let_be() {
    for (to, source, target) in [
        ("es", "Moscow (Russian: Москва) is the capital.", "Moscú (en ruso: Москва) es la capital."),
        ("es", "The word means “house” in Chinese.", "La palabra 房子 significa «casa» en chino."),
        ("es", "Русский, Ελληνικά, 中文, العربية", "Русский, Ελληνικά, 中文, العربية"),
        ("es", "The motto is “Ελευθερία ή θάνατος”.", "El lema es «Ελευθερία ή θάνατος»."),
        ("ru", "Press the button on the left.", "Нажмите кнопку слева."),
        ("ja", "Press the button on the left.", "左のボタンを押してください。"),
        ("sr", "Press the button on the left.", "Притисните дугме лево."),
    ] {
        assert_eq!(codes(source, target, to), <[&str; 0]>::default(), "{target}");
    }
}

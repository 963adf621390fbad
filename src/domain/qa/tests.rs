use super::*;

use std::collections::BTreeSet;

use super::bitext::Bitext;

mod languages;
mod names;

/// The codes of what is found in one unit and its translation, hints too.
fn codes(source: &str, target: &str, to: &str) -> Vec<&'static str> {
    found(&[(source, target)], to).into_iter().map(|problem| problem.check.name()).collect()
}

fn found(lines: &[(&str, &str)], to: &str) -> Vec<Problem> {
    let (from, to): (Locale, Locale) = ("en".parse().unwrap(), to.parse().unwrap());
    let candidates = Candidates::new(&[from.clone(), to.clone()]);
    let lines: Vec<(String, String)> =
        lines.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let bitext = Bitext::of_lines(&lines, &from, &to);
    let looked = look(&bitext, &Site { candidates: &candidates, extra: &[] });
    let place = [Place { locales: (&from, &to), path: "es/a.txt", looked: &looked }];
    let across = across(&place).into_iter().map(|(_, problem)| problem);
    looked.problems.iter().cloned().chain(across).collect()
}

#[test]
fn codes_are_closed_and_read_back() {
    let names: BTreeSet<&str> = Check::ALL.iter().map(|check| check.name()).collect();
    assert_eq!(names.len(), Check::ALL.len());
    for check in Check::ALL {
        assert_eq!(Check::from_name(check.name()), Some(check));
    }
    assert_eq!(Check::from_name("missing"), None);
}

#[test]
fn what_good_translators_write_is_left_alone() {
    for (to, source, target) in [
        ("es", "The 21st century began with 1,234.5 tonnes.", "El siglo XXI empezó con 1.234,5 toneladas."),
        ("es", "It grew by 50% in the 1990s.", "Creció a la mitad en los años 90."),
        (
            "es",
            "A dozen ships, three billion dollars.",
            "Una docena de barcos, tres mil millones de dólares.",
        ),
        ("es", "The train leaves at 5:30 p.m.", "El tren sale a las 17.30 horas."),
        ("es", "Yahoo! said so.", "Yahoo! lo dijo."),
        (
            "es",
            "Mr. Peter Smith of the Ministry of Justice met the Minister of Peru.",
            "El Sr. Peter Smith, del Ministerio de Justicia, se reunió con el Ministro del Perú.",
        ),
        ("fr", "The office is open from 9 to 5.", "Le bureau est ouvert de 9 h à 17 h."),
        ("fr", "It follows the standard EN 301 549 of 2021.", "Elle suit la norme EN 301 549 de 2021."),
        (
            "fr",
            "With Natural Resources Canada (NRCan) we went on.",
            "Avec Ressources naturelles Canada (RNCan), nous avons continué.",
        ),
        ("fr", "Include people in the research.", "Inclure les personnes dans la recherche."),
        ("pl", "It is a part of Erlang, and well known.", "Jest to część Erlanga, dobrze znana."),
        ("es", "Double click on the file to open it.", "Doble clic en el archivo para abrirlo."),
        ("fr", "Oh my, that works well today.", "Oh là là, cela marche bien aujourd’hui."),
        (
            "es",
            "Mark the box “Add it to your environment variables on each start” and go on.",
            "Marque la casilla “Add it to your environment variables on each start” y continúe.",
        ),
        (
            "fr",
            "In her book, *How to design good services that work for all*, she explains at length how the public services of a country are made and why.",
            "Dans son livre, *How to design good services that work for all*, elle explique longuement comment naissent les services publics d’un pays et pourquoi.",
        ),
        (
            "es",
            "{% filename %}blog/templates/blog/the_list_of_posts.html{% endfilename %}",
            "{% filename %}blog/templates/blog/the_list_of_posts.html{% endfilename %}",
        ),
        (
            "es",
            "See [the word](https://example.org/wiki/Word_(computing)) for it.",
            "Véase [la palabra](https://example.org/wiki/Word_(computing)) al respecto.",
        ),
        (
            "fr",
            "25 members met on 1 November 2022.",
            "Vingt-cinq membres se sont réunis le 1er novembre 2022.",
        ),
        (
            "fr",
            "In the twentieth century, 97 ships sank.",
            "Au XXe siècle, quatre-vingt-dix-sept navires ont coulé.",
        ),
        ("fr", "You meet each other in Moscow.", "Vous vous rencontrez à Moscou."),
        (
            "fr",
            "President Vladimir Putin came with Mr. Sergei Lavrov.",
            "Le président Vladimir Poutine est venu avec M. Sergueï Lavrov.",
        ),
        ("de", "Those who come get 2.5 million.", "Die, die kommen, erhalten 2,5 Millionen."),
        (
            "pt",
            "Between 24 and 25 April 2014, a third left.",
            "Entre 24 e 25 de abril de 2014, um terço saiu.",
        ),
        ("it", "Twenty-one members and 3,000 guests.", "Ventuno membri e 3.000 ospiti."),
        (
            "es",
            "See [the guide](https://en.example.org/guide) and `code`.",
            "Véanse [la guía](https://es.example.org/guia) y `code`.",
        ),
        ("zh", "In 2018 the total was 150 million.", "2018年总数为1.5亿。"),
        ("zh", "There are two hundred ships and 550 million people.", "有200艘船和5.5 亿人。"),
    ] {
        assert_eq!(codes(source, target, to), Vec::<&str>::new(), "{source} | {target}");
    }
}

#[test]
fn each_fault_is_told_under_its_own_code() {
    for (to, source, target, code) in [
        ("es", "There were 25 members.", "Hubo 52 miembros.", "number-differs"),
        ("fr", "There were eleven members.", "Il y avait douze membres.", "number-differs"),
        ("es", "1.5 billion dollars in all.", "1.5 millones de dólares en total.", "number-differs"),
        ("es", "From 96 to 61 hours.", "De 61 a 96 horas.", "number-differs"),
        ("es", "On 24 April 2014 they met.", "El 25 de abril de 2014 se reunieron.", "date-differs"),
        ("pt", "They met in April.", "Reuniram-se em maio.", "date-differs"),
        ("es", "Mr. Sergio Mujica spoke to us.", "El Sr. Sergio Mujcia nos habló.", "name-differs"),
        ("es", "Members (all of them) came.", "Los miembros (todos ellos vinieron.", "bracket-open"),
        ("es", "Who pays for the system?", "Quién paga el sistema?", "inverted-mark"),
        ("es", "The list of the members.", "La lista de de los miembros.", "word-twice"),
        ("es", "Write to window@example.org now.", "Escriba a windows@example.org ahora.", "markup-broken"),
        ("es", "Hello {name}, come in.", "Hola, {nombre}, pase.", "markup-broken"),
        ("es", "See [the guide](https://example.org/guide).", "Véase la guía.", "markup-broken"),
        (
            "es",
            "See [the guide](https://example.org/guide).",
            "Véase [la guía] (https://example.org/guide).",
            "markup-broken",
        ),
        (
            "es",
            "The members of the Council have agreed on it.",
            "The members of the Council have agreed on it.",
            "left-untranslated",
        ),
        (
            "es",
            "The members of the Council have agreed on it with all of their partners.",
            "Los membros do Conselho chegaram a um acordo sobre isso com todos os seus parceiros e não há mais nada a dizer.",
            "wrong-language",
        ),
        (
            "es",
            "“Add it to your environment variables on each start.”",
            "“Add it to your environment variables on each start.”",
            "left-untranslated",
        ),
        (
            "es",
            "**Add it to your environment variables on each start**, he said.",
            "**Add it to your environment variables on each start**, dijo entonces.",
            "left-untranslated",
        ),
        ("fr", "The shop opens from 9 to 5.", "Le magasin ouvre de 9 h à 18 h.", "number-differs"),
        (
            "fr",
            "Talks with Villahermosa went on.",
            "Les échanges avec Villahemrosa se poursuivent.",
            "name-differs",
        ),
        ("es", "It is over.", "Se acabó", "end-mark"),
        ("fr", "Who pays?", "Qui paie?", "french-space"),
        ("es", "It is over now.", "Ya se  acabó.", "double-space"),
    ] {
        assert_eq!(codes(source, target, to), [code], "{source} | {target}");
    }
}

#[test]
fn small_numbers_that_vanish_double_or_come_are_told() {
    for (to, source, target) in [
        (
            "es",
            "Only 14% of women and 35% of men agreed.",
            "Solo el 14 % de las mujeres y el 14 % de los hombres estuvieron de acuerdo.",
        ),
        ("fr", "Take 20 mg in the morning and 40 mg at night.", "Prenez 20 mg le matin et 20 mg le soir."),
        ("es", "We have 48 tables and 67 chairs.", "Tenemos 48 mesas y 48 sillas."),
        ("fr", "The plan covers 2019 and 2023.", "Le plan porte sur 2019 et 2019."),
        ("es", "He has seven cats and nine dogs.", "Tiene siete gatos y siete perros."),
        ("es", "Only nineteen of them came on 18 April.", "Solo dieciocho de ellos vinieron el 18 de abril."),
        ("fr", "The hall holds 67 chairs.", "La salle contient des chaises."),
        ("es", "The firm has 48 offices.", "La empresa tiene 48 oficinas y 67 tiendas."),
        ("es", "The river is 12,500 km long.", "El río mide 12,5 km."),
        ("fr", "It costs 2,250 euros.", "Cela coûte 2,25 euros."),
        ("es", "The weight is 1.234 kg in all.", "El peso es de 1234 kg en total."),
        ("es", "It was -5 °C outside.", "Fuera había 5 °C."),
        ("fr", "The balance was 1,250 euros.", "Le solde était de -1 250 euros."),
        ("es", "It takes 1½ hours.", "Tarda 1 hora."),
        ("es", "The school has 340 pupils and 12 teachers.", "La escuela tiene 12 alumnos y 340 profesores."),
        ("es", "It fell from 21% to 10%.", "Pasó del 10 % al 21 %."),
        ("es", "Change the port from 8080 to 9090.", "Cambie el puerto del 9090 al 8080."),
        ("fr", "Upgrade from version 2.8 to version 3.0.", "Passer de la version 3.0 à la version 2.8."),
        ("es", "The vote was nine votes against two.", "La votación fue de dos votos contra nueve."),
    ] {
        assert_eq!(codes(source, target, to), ["number-differs"], "{source} | {target}");
    }
}

#[test]
fn small_numbers_that_are_said_otherwise_are_left_alone() {
    for (to, source, target) in [
        ("es", "It was -5 °C outside.", "Fuera había 5 grados bajo cero."),
        ("es", "It was -5 °C outside.", "Fuera había \u{2212}5 °C."),
        ("fr", "A change of -5% in all.", "Une baisse de 5 % en tout."),
        ("es", "Pages 10 -5 more.", "Páginas 10 a 5 más."),
        ("es", "It takes 1½ hours.", "Tarda hora y media."),
        ("es", "It takes 1½ hours.", "Tarda 1,5 horas."),
        ("fr", "It takes 1½ hours.", "Cela dure 1 h 30."),
        ("es", "It lasts 90 minutes.", "Dura 1½ horas."),
        ("es", "It costs 12,500 euros.", "Cuesta 12.500 euros."),
        ("es", "It costs 12,500 euros.", "Cuesta 12,500 euros."),
        ("es", "It costs 12,500 euros.", "Cuesta 12500 euros."),
        ("fr", "It costs 12,500 euros.", "Cela coûte 12\u{202f}500 euros."),
        ("es", "It weighs 1.250 kg.", "Pesa 1,25 kg."),
        ("es", "In May 24 came; both were late.", "En mayo vinieron 24; los dos llegaron tarde."),
        ("es", "The Senate of 2019 and the 12 mayors.", "Los 12 alcaldes y el Senado de 2019."),
        ("es", "Two cats and a dog, two in all.", "Dos gatos y un perro, dos en total."),
        ("es", "The 15 members spoke, then left.", "Los 15 miembros hablaron, y los 15 se fueron."),
        ("es", "It grew by half in the year 2020.", "Creció un 50 % en 2020."),
    ] {
        assert_eq!(codes(source, target, to), Vec::<&str>::new(), "{source} | {target}");
    }
}

#[test]
fn months_code_links_brackets_and_marks_that_changed_are_told_and_lawful_changes_are_not() {
    for (to, source, target, code) in [
        ("es", "He came in early March.", "Vino a principios de mayo.", Some("date-differs")),
        ("fr", "He came in early March.", "Il est venu début mai.", Some("date-differs")),
        ("es", "It happened in May.", "Ocurrió en junio.", Some("date-differs")),
        ("es", "The fair was in March.", "La feria fue en mayo.", Some("date-differs")),
        ("fr", "We may march in May.", "Nous marcherons peut-être en mai.", None),
        ("es", "May they go on in June.", "Que sigan en junio.", None),
        (
            "es",
            "Edit `/etc/app/server.conf` now.",
            "Edite `/etc/app/servidor.conf` ahora.",
            Some("markup-broken"),
        ),
        ("fr", "Run `pgdump --all` now.", "Lancez `pgdump --tout` maintenant.", Some("markup-broken")),
        ("es", "Run `npm test` now.", "Ejecute `npm instalar` ahora.", Some("markup-broken")),
        ("es", "Run `rm -rf tmp` now.", "Ejecute `rm -rf /` ahora.", Some("markup-broken")),
        ("es", "Run `cd <folder>` now.", "Ejecute `cd <carpeta>` ahora.", None),
        ("es", "Name it `my_file` now.", "Llámelo `mi_archivo` ahora.", None),
        (
            "es",
            "See [notes](https://example.org/3.0/notes).",
            "Véanse [las notas](https://example.org/2.8/notes).",
            Some("markup-broken"),
        ),
        (
            "es",
            "See [notes](https://example.org/3.0/notes).",
            "Véanse [las notas](https://example.org/3.0/apuntes).",
            None,
        ),
        ("es", "See the list [of them] here.", "Vea la lista [de ellos aquí.", Some("bracket-open")),
        ("fr", "See the list [of them] here.", "Voyez la liste d’eux] ici.", Some("bracket-open")),
        ("es", "The part [0, 1) is open.", "La parte [0, 1) es abierta.", None),
        (
            "es",
            "Does it taste flat? Add vinegar. Do not salt it!",
            "¿Le sabe a poco? Añada vinagre. No eche la sal!",
            Some("inverted-mark"),
        ),
        ("es", "Really? Yes! Why not?!", "¿De verdad? ¡Sí! ¡¿Por qué no?!", None),
        ("es", "Do you use Yahoo! each day?", "¿Usa Yahoo! todos los días?", None),
        ("es", "What a question!", "¡Qué pregunta?", None),
    ] {
        let found: Vec<&str> =
            codes(source, target, to).into_iter().filter(|code| *code != "end-mark").collect();
        assert_eq!(found, code.into_iter().collect::<Vec<_>>(), "{source} | {target}");
    }
}

#[test]
fn the_unit_that_lacks_is_named_where_another_was_cut_short() {
    let (from, to): (Locale, Locale) = ("en".parse().unwrap(), "es".parse().unwrap());
    let candidates = Candidates::new(&[from.clone(), to.clone()]);
    let soak =
        "Soak the lentils overnight and drain them. Heat two tablespoons of olive oil for ten minutes.";
    let add = "Add the chorizo, the carrots and a teaspoon of paprika, and pour in the water at 100 degrees.";
    let lines = [
        (soak.to_owned(), String::new()),
        (
            add.to_owned(),
            "Deje las lentejas en remojo y escúrralas. Caliente dos cucharadas de aceite de oliva diez minutos."
                .to_owned(),
        ),
    ];
    let mut bitext = Bitext::of_lines(&lines, &from, &to);
    bitext.pairs[0].target.clear();
    let looked = look(&bitext, &Site { candidates: &candidates, extra: &[] });
    let lacking: Vec<&Problem> =
        looked.problems.iter().filter(|problem| problem.check == Check::UnitsDiffer).collect();
    assert_eq!(lacking.len(), 1, "{:?}", looked.problems);
    assert!(lacking[0].args.iter().any(|(_, value)| value.starts_with("Add the chorizo")), "{lacking:?}");
}

#[test]
fn a_blank_that_french_lacks_throughout_is_told_once() {
    let lines =
        [("One: two.", "Un : deux."), ("Three: four.", "Trois : quatre."), ("Five: six.", "Cinq : six.")];
    let told = |lines: &[(&str, &str)]| -> Vec<(u32, Vec<(ArgName, String)>)> {
        found(lines, "fr").into_iter().map(|problem| (problem.line, problem.args)).collect()
    };
    let arg = |name, value: &str| (name, value.to_owned());
    let all = [arg(ArgName::Target, ":"), arg(ArgName::Kind, "throughout"), arg(ArgName::Count, "3")];
    assert_eq!(told(&lines), [(1, all.to_vec())]);
    // Where one has its blank the others are slips.
    let mut mixed = lines.to_vec();
    mixed.push(("Seven: eight.", "Sept\u{a0}: huit."));
    let slips: Vec<u32> = told(&mixed).into_iter().map(|(line, _)| line).collect();
    assert_eq!(slips, [1, 2, 3]);
}

#[test]
fn a_paragraph_that_was_moved_is_neither_lost_nor_new() {
    let (from, to): (Locale, Locale) = ("en".parse().unwrap(), "es".parse().unwrap());
    let candidates = Candidates::new(&[from.clone(), to.clone()]);
    let told = |source: &str, target: &str| {
        let first = ("The Council met in Lima.".to_owned(), "El Consejo se reunió en Lima.".to_owned());
        let lines = [first, (source.to_owned(), target.to_owned())];
        let mut bitext = Bitext::of_lines(&lines, &from, &to);
        let mut alone = bitext.pairs[1].clone();
        bitext.pairs[1].target.clear();
        alone.source.clear();
        bitext.pairs.insert(0, alone);
        let looked = look(&bitext, &Site { candidates: &candidates, extra: &[] });
        looked.problems.iter().map(|problem| problem.check.name()).collect::<Vec<_>>()
    };
    let source = "On 12 May they agreed with the delegates of Peru on a common plan for the coming years.";
    let target = "El 12 de mayo acordaron con los delegados del Peru un plan común para los años siguientes.";
    assert_eq!(told(source, target), <[&str; 0]>::default());
    // Other figures, other names, another length: one was left out and another put in.
    let other = target.replace("12", "14");
    assert_eq!(told(source, &other), ["units-differ", "units-differ"]);
    let other = target.replace("Peru", "Chile");
    assert_eq!(told(source, &other), ["units-differ", "units-differ"]);
    assert_eq!(
        told(source, &format!("{target} {target}").replace(". El 12", ". El")),
        ["units-differ", "units-differ"]
    );
}

#[test]
fn a_sentence_translated_two_ways_and_a_unit_cut_short_are_told() {
    let said = "The Council adopted the recommendation on the security of the supply chain.";
    let two = found(
        &[
            (said, "El Consejo aprobó la recomendación sobre la seguridad de la cadena logística."),
            (said, "El Consejo aprobó la recomendación sobre la seguridad de la cadena logística."),
            (said, "El Consejo adoptó la recomendación relativa a la seguridad de la cadena de suministro."),
        ],
        "es",
    );
    assert_eq!(
        two.iter().map(|problem| (problem.check, problem.line)).collect::<Vec<_>>(),
        [(Check::TwoWays, 3)]
    );
    let long = "The participants discussed the regional priorities, exchanged their best practices and agreed to \
        strengthen the coordination of the action plans of the Regional Office for Capacity Building.";
    let cut = found(&[(long, "Los participantes debatieron las prioridades regionales.")], "es");
    assert!(cut.iter().any(|problem| problem.check == Check::LengthUnusual), "{cut:?}");
}

#[test]
fn ids_stay_whatever_moves_and_change_with_the_source() {
    let id = |lines: &[(&str, &str)]| {
        let problems = found(lines, "es");
        let found: Vec<&Problem> =
            problems.iter().filter(|problem| problem.check == Check::NumberDiffers).collect();
        assert_eq!(found.len(), 1, "{problems:?}");
        found[0].id.clone()
    };
    let fault = ("There were 25 members.", "Hubo 52 miembros.");
    let first = id(&[fault]);
    assert_eq!(id(&[("Another line.", "Otra línea."), fault]), first);
    assert_eq!(id(&[("There were 25 members.", "Asistieron 52 miembros.")]), first);
    assert_ne!(id(&[("There were 25 Members there.", "Hubo 52 miembros.")]), first);
    assert_ne!(id(&[("There were 25 members.", "Hubo 53 miembros.")]), first);
    let twice = found(&[fault, fault], "es");
    let ids: BTreeSet<&String> = twice.iter().map(|problem| &problem.id).collect();
    assert_eq!((twice.len(), ids.len()), (2, 2), "{twice:?}");
}

#[test]
fn hostile_units_are_read_in_bounded_time() {
    for text in [
        "(".repeat(30_000) + &")".repeat(30_000),
        "« ) ".repeat(15_000),
        "1 May 2014 ".repeat(6_000),
        "Mujica Mikuriya ".repeat(4_000),
        "[a](b) `c` {d} ".repeat(4_000),
        "25 of 52. ".repeat(6_000),
        "million ".repeat(8_000),
        "ab".repeat(30_000),
    ] {
        let other = text.replace("25", "11").replace('u', "v").replace('d', "e");
        found(&[(&text, &other)], "es");
    }
    // Each name is near to another: what tells them is sought once a text.
    let name = |at: usize, end: &str| -> String {
        let letter = |by: usize| char::from(b'a' + (at / by % 26) as u8);
        format!("Q{}{}{}{end}", letter(676), letter(26), letter(1))
    };
    let lines: Vec<(String, String)> = (0..3_000)
        .map(|at| {
            (
                format!("They met {} again.", name(at, "ovilda")),
                format!("Vieron otra vez a {}.", name(at, "oivlda")),
            )
        })
        .collect();
    let lines: Vec<(&str, &str)> = lines.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert!(found(&lines, "es").iter().any(|problem| problem.check == Check::NameDiffers));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_looked_at_and_a_text_is_its_own_translation_in_numbers(
        text in "([A-Za-zé]{1,9}|[0-9]{1,6}([.,][0-9]{1,3})?|[(«\"`*{¿]|https://a.b/c|XIV|twenty-five)([ .,;!?%\u{a0}]{1,2}([A-Z][a-z]{1,6}|[0-9]{1,4}|of|[)»\"`}])){0,20}"
    ) {
        for problem in found(&[(&text, &text)], "es") {
            let compared = matches!(problem.check, Check::NumberDiffers | Check::DateDiffers | Check::NameDiffers | Check::UnitsDiffer);
            proptest::prop_assert!(!compared, "{problem:?}");
        }
    }
}

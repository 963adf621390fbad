//! Changes as newsrooms make them, with the class and all the causes expected.

use super::super::*;

/// `=` before a text: a title; `@`: a date line; none: a paragraph.
fn changed(tag: &str, before: &str, after: &str) -> (ChangeClass, String) {
    let (kind, cut) = match before.chars().next() {
        Some('=') => (BlockKind::Title, 1),
        Some('@') => (BlockKind::DateLine, 1),
        _ => (BlockKind::Paragraph, 0),
    };
    let before: Vec<&str> = before[cut..].split(" / ").collect();
    let after: Vec<&str> = after.split(" / ").collect();
    let change = classify(&before, &after, kind, &tag.parse().unwrap(), &NoTerms);
    let mut names: Vec<String> = change
        .causes
        .iter()
        .map(|cause| format!("{cause:?}").split([' ', '{']).next().unwrap_or_default().to_owned())
        .collect();
    names.dedup();
    (change.class, names.join(" "))
}

#[test]
fn newsroom_changes_have_their_class_and_all_their_causes() {
    use ChangeClass::*;
    let cases = [
        // Numbers.
        ("en", "Some 1,000 parcels were seized.", "Some 1000 parcels were seized.", Cosmetic, "Space"),
        ("es", "Unos 1.000 paquetes.", "Unos 1000 paquetes.", Cosmetic, "Space"),
        ("es", "Unos 1.000 paquetes.", "Unos 1 000 paquetes.", Cosmetic, "Space"),
        (
            "de",
            "Rund 1.000 Pakete wurden beschlagnahmt.",
            "Rund 10.000 Pakete wurden beschlagnahmt.",
            Major,
            "Number",
        ),
        ("en", "The fee is €5 for each.", "The fee is 5 € for each.", Cosmetic, "Space"),
        ("en", "The fee is €5 for each.", "The fee is $5 for each.", Major, "Number"),
        ("fr", "La taxe est de 5 % par an.", "La taxe est de 5\u{a0}% par an.", Cosmetic, "Space"),
        ("fr", "Un taux de 2,5 % s’applique.", "Un taux de 3,5 % s’applique.", Major, "Number"),
        ("it", "Sono stati sequestrati 12 colli.", "Sono stati sequestrati 21 colli.", Major, "Number"),
        ("pt", "Participaram 25 países na reunião.", "Participaram 26 países na reunião.", Major, "Number"),
        (
            "ru",
            "В заседании участвовали 182 делегата.",
            "В заседании участвовали 183 делегата.",
            Major,
            "Number",
        ),
        ("zh", "世界海关组织有182个成员。", "世界海关组织有183个成员。", Major, "Number"),
        ("en", "It takes two days.", "It takes 2 days.", Minor, "Wording"),
        ("en", "Call +32 2 209 92 11 now.", "Call +32 2 209 92 12 now.", Major, "Number"),
        // Tags: what is copied across, and what their attributes say to readers.
        (
            "en",
            "See <Foo to=\"/docs/one\">it</Foo>.",
            "See <Foo to=\"/docs/two\">it</Foo>.",
            Mirror,
            "Address",
        ),
        ("en", "See <Tag kind=\"new\" /> now.", "See <Tag kind=\"old\" /> now.", Mirror, "Code"),
        ("en", "See <Tag count={3} /> now.", "See <Tag count={4} /> now.", Mirror, "Code"),
        ("en", "It is <b>now</b> open.", "It is <i>now</i> open.", Cosmetic, "Markup"),
        (
            "en",
            "The <img src=\"a.png\" alt=\"old gate\"> is open.",
            "The <img src=\"a.png\" alt=\"new gate\"> is open.",
            Minor,
            "Wording",
        ),
        (
            "en",
            "The <img alt='a gate with 5 doors' src='a.png'> is open.",
            "The <img alt='a gate with 6 doors' src='a.png'> is open.",
            Major,
            "Number",
        ),
        (
            "en",
            "An <abbr title=\"a world body\">WCO</abbr>.",
            "An <abbr title=\"a global body\">WCO</abbr>.",
            Minor,
            "Wording",
        ),
        (
            "en",
            "The <img src=\"a.png\" alt=\"a gate\"> is open.",
            "The <img src=\"b.png\" alt=\"a gate\"> is open.",
            Mirror,
            "Address",
        ),
        // A task's box is copied across.
        ("en", "[ ] Paint the gate.", "[x] Paint the gate.", Mirror, "Code"),
        ("en", "[x] Paint the gate.", "[x] Paint the door.", Minor, "Wording"),
        // Dates.
        ("es", "@19 abril 2018", "19 April 2018", Cosmetic, "DateForm"),
        ("es", "@19 abril 2018", "19 de abril de 2018", Cosmetic, "DateForm"),
        ("en", "@22 April 2021", "23 April 2021", Major, "Date"),
        ("en", "@Thursday, 22 April 2021", "22/04/2021", Cosmetic, "DateForm"),
        ("fr", "@19 avril 2018", "19 avril 2019", Major, "Date"),
        ("ru", "@16 ноября 2020", "16.11.2020", Cosmetic, "DateForm"),
        ("zh", "@2020年8月31日", "2020-08-31", Cosmetic, "DateForm"),
        (
            "en",
            "It was held on 24-25 April 2014 in Lima.",
            "It was held on April 24–25, 2014 in Lima.",
            Cosmetic,
            "DateForm Punctuation",
        ),
        (
            "en",
            "It was held on 24-25 April 2014 in Lima.",
            "It was held on 24-26 April 2014 in Lima.",
            Major,
            "Date",
        ),
        (
            "en",
            "It was held on April 22, 2021 in Lima.",
            "It was held on 22 April 2021 in Lima.",
            Cosmetic,
            "DateForm Punctuation",
        ),
        ("es", "Se celebró el 22 de abril de 2021.", "Se celebró el 23 de abril de 2021.", Major, "Date"),
        (
            "de",
            "Die Sitzung fand am 3. Mai 2019 statt.",
            "Die Sitzung fand am 03.05.2019 statt.",
            Cosmetic,
            "DateForm Punctuation",
        ),
        (
            "it",
            "La riunione del 5 marzo 2020 è finita.",
            "La riunione del 6 marzo 2020 è finita.",
            Major,
            "Date",
        ),
        (
            "pt",
            "A reunião de 5 de março de 2020 terminou.",
            "A reunião de 5 de maio de 2020 terminou.",
            Major,
            "Date",
        ),
        ("en", "The meeting of May 2019 was long.", "The meeting of May 2020 was long.", Major, "Date"),
        // Negation.
        (
            "en",
            "The directors did not attend the meeting.",
            "The directors attended the meeting.",
            Major,
            "Negation Wording",
        ),
        (
            "es",
            "Los directores no asistieron a la reunión.",
            "Los directores asistieron a la reunión.",
            Major,
            "Negation Wording",
        ),
        (
            "fr",
            "Aucun directeur n’a assisté à la réunion.",
            "Un directeur a assisté à la réunion.",
            Major,
            "Negation Wording",
        ),
        (
            "de",
            "Es gab keine Einwände gegen den Plan.",
            "Es gab Einwände gegen den Plan.",
            Major,
            "Negation Wording",
        ),
        (
            "it",
            "Il direttore ha parlato senza interprete.",
            "Il direttore ha parlato con interprete.",
            Major,
            "Negation Wording",
        ),
        (
            "pt",
            "Ninguém assistiu à reunião de ontem.",
            "Alguém assistiu à reunião de ontem.",
            Major,
            "Negation Wording",
        ),
        ("ru", "Решение ещё не принято советом.", "Решение уже принято советом.", Major, "Negation Wording"),
        ("zh", "会议没有结束。", "会议已经结束。", Major, "Negation Wording"),
        ("en", "The goods are not yet released.", "The goods aren't yet released.", Minor, "Wording"),
        // Names.
        (
            "en",
            "It was opened by Mr. García in Lima.",
            "It was opened by Mr. Garcia in Lima.",
            Major,
            "Name Wording",
        ),
        ("en", "It was opened by Mr. García in Lima.", "It was opened by García in Lima.", Minor, "Wording"),
        ("en", "It was opened by Dr. Kunio Mikuriya.", "It was opened by Kunio Mikuriya.", Minor, "Wording"),
        ("es", "La abrió la Sra. Tania Quispe.", "La abrió Tania Quispe.", Minor, "Wording"),
        (
            "en",
            "The delegates of Peru Customs met.",
            "The delegates of Customs of Peru met.",
            Minor,
            "Wording",
        ),
        ("en", "The delegates of Peru met.", "The delegates of Chile met.", Major, "Name Wording"),
        (
            "fr",
            "La délégation de l’OMA est arrivée.",
            "La délégation de l’OMC est arrivée.",
            Major,
            "Name Wording",
        ),
        (
            "ru",
            "Совещание прошло в городе Москва.",
            "Совещание прошло в городе Казань.",
            Major,
            "Name Wording",
        ),
        (
            "es",
            "El acto tuvo lugar en Lima (Perú).",
            "El acto tuvo lugar en Quito (Ecuador).",
            Major,
            "Name Wording",
        ),
        // What is copied across.
        (
            "en",
            "See [the report](https://x.org/a.pdf) for more.",
            "See [the report](https://x.org/b.pdf) for more.",
            Mirror,
            "Address",
        ),
        ("en", "![The delegates](a.jpg)", "![The delegates](b.jpg)", Mirror, "Address"),
        ("en", "Run `status` to see it.", "Run `status --all` to see it.", Mirror, "Code"),
        ("en", "Hello {{ name }}, welcome.", "Hello {{ user }}, welcome.", Mirror, "Code"),
        (
            "fr",
            "Écrire à presse@exemple.org pour en savoir plus.",
            "Écrire à info@exemple.org pour en savoir plus.",
            Mirror,
            "Address",
        ),
        // Wording.
        ("en", "The customs adminstration agreed.", "The customs administration agreed.", Minor, "Wording"),
        ("en", "The colour of the label is red.", "The color of the label is red.", Minor, "Wording"),
        (
            "de",
            "Die Behörde prüft die Ware heute.",
            "Die Behörde kontrolliert die Ware heute.",
            Minor,
            "Wording",
        ),
        (
            "it",
            "I delegati hanno discusso il piano.",
            "I delegati hanno esaminato il piano.",
            Minor,
            "Wording",
        ),
        ("pt", "Os delegados discutiram o plano.", "Os delegados debateram o plano.", Minor, "Wording"),
        ("zh", "代表们讨论了计划。", "代表们研究了计划。", Minor, "Wording"),
        ("ru", "Делегаты обсудили план.", "Делегаты рассмотрели план.", Minor, "Wording"),
        (
            "en",
            "The talks went on all day long.",
            "The talks went on all day long. Everyone was pleased with them.",
            Minor,
            "Wording",
        ),
        (
            "en",
            "The talks went on all day long.",
            "The talks went on all day long. The next ones are in Quito.",
            Major,
            "Name Wording",
        ),
        (
            "en",
            "The talks went on all day long.",
            "The talks went on all day long. Some 40 people took part.",
            Major,
            "Number Wording",
        ),
        (
            "en",
            "The talks went on all day. They ended late. / Then all left.",
            "The talks went on all day. They ended late. However, then all left.",
            Minor,
            "Wording Merged",
        ),
        // Looks.
        (
            "en",
            "The talks went on all day. They ended late.",
            "The talks went on all day. / They ended late.",
            Cosmetic,
            "Split",
        ),
        (
            "en",
            "The talks went on all day. / They ended late.",
            "The talks went on all day. They ended late.",
            Cosmetic,
            "Merged",
        ),
        ("en", "This is very good news.", "This is **very** good news.", Cosmetic, "Markup"),
        ("en", "This is <b>very</b> good news.", "This is very good news.", Cosmetic, "Markup"),
        ("en", "He said \"yes\" to it.", "He said “yes” to it.", Cosmetic, "Punctuation"),
        ("es", "Dijo \"sí\" a todo.", "Dijo «sí» a todo.", Cosmetic, "Punctuation"),
        ("fr", "Il a dit « oui » à tout.", "Il a dit «\u{a0}oui\u{a0}» à tout.", Cosmetic, "Space"),
        ("fr", "Qui est venu ?", "Qui est venu\u{202f}?", Cosmetic, "Space"),
        (
            "en",
            "The plan - a good one - was agreed.",
            "The plan—a good one—was agreed.",
            Cosmetic,
            "Punctuation",
        ),
        (
            "en",
            "=The Meeting of the Directors Begins",
            "The meeting of the directors begins",
            Cosmetic,
            "Case",
        ),
        ("es", "=REUNIÓN DE LOS DIRECTORES", "Reunión de los directores", Cosmetic, "Case"),
        ("de", "Das ist gut, sehr gut.", "Das ist gut – sehr gut.", Cosmetic, "Punctuation"),
        ("it", "Tutto bene", "Tutto bene.", Cosmetic, "Punctuation"),
        ("zh", "会议结束了,代表们离开了。", "会议结束了，代表们离开了。", Cosmetic, "Punctuation"),
        ("ru", "Он сказал \"да\" плану.", "Он сказал «да» плану.", Cosmetic, "Punctuation"),
        ("pt", "co-operação aduaneira", "cooperação aduaneira", Cosmetic, "Punctuation"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(tag, before, after, class, causes)| {
            let found = changed(tag, before, after);
            (found != (*class, (*causes).to_owned()))
                .then(|| format!("{tag} {before:?} → {after:?}: {found:?}, not {class:?} {causes}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn a_date_that_changes_is_shown_as_it_was_and_as_it_is() {
    let change = |before: &str, after: &str, kind| {
        classify(&[before], &[after], kind, &"en".parse().unwrap(), &NoTerms).causes
    };
    let date =
        |before: &str, after: &str| Cause::Date { before: Some(before.into()), after: Some(after.into()) };
    assert_eq!(
        change("22 April 2021", "23 April 2021", BlockKind::DateLine),
        [date("22 April 2021", "23 April 2021")]
    );
    assert_eq!(
        change(
            "It begins on 22 April 2021 in Lima.",
            "It begins on 23 April 2021 in Lima.",
            BlockKind::Paragraph
        )[0],
        date("22 April 2021", "23 April 2021")
    );
    // A time of day beside the date is a number of its own.
    let causes = change("22 April 2021, 10:00", "22 April 2021, 11:00", BlockKind::DateLine);
    assert!(matches!(causes.as_slice(), [Cause::Number { .. }]), "{causes:?}");
}

#[test]
fn an_alternative_text_in_raw_html_is_words_and_the_rest_is_copied() {
    let block = |alt: &str, file: &str| format!("<div>\n<img src=\"{file}\" alt=\"{alt}\">\n</div>");
    let class = |before: &str, after: &str| {
        classify(&[before], &[after], BlockKind::Data, &"en".parse().unwrap(), &NoTerms).class
    };
    let old = block("the old gate of the port", "a.png");
    for (new, expected) in [
        (block("the new gate of the port", "a.png"), ChangeClass::Minor),
        (block("The old gate of the port", "a.png"), ChangeClass::Cosmetic),
        (block("the old gate of 3 ports", "a.png"), ChangeClass::Major),
        (block("the old gate of the port", "b.png"), ChangeClass::Mirror),
        (block("the new gate of the port", "b.png"), ChangeClass::Mirror),
        (old.replace("div", "p"), ChangeClass::Mirror),
    ] {
        assert_eq!(class(&old, &new), expected, "{new}");
    }
}

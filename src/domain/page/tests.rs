use super::*;
use crate::domain::document::{Block, Encoding, Meta};
use crate::domain::notice::Rule;
use proptest::prelude::*;

const EN: [&str; 4] = [
    "The harbour office has published new rules for small boats that enter the port after dark.",
    "Every skipper must now report by radio before passing the outer wall, and wait for an answer.",
    "The rules were written after two accidents last winter, in which nobody was hurt but a good deal was broken.",
    "They will apply from the first of March, and the office hopes that they will not be needed for long.",
];
const ES: [&str; 4] = [
    "La capitanía del puerto ha publicado nuevas normas para las embarcaciones pequeñas que entran de noche.",
    "Todos los patrones deben avisar por radio antes de pasar el muelle exterior y esperar la respuesta.",
    "Las normas se redactaron tras dos accidentes del invierno pasado, en los que no hubo heridos pero sí muchos daños.",
    "Se aplicarán a partir del primero de marzo, y la capitanía espera que no hagan falta durante mucho tiempo.",
];
const FR: [&str; 4] = [
    "La capitainerie a publié de nouvelles règles pour les petits bateaux qui entrent dans le port la nuit.",
    "Chaque patron doit désormais s'annoncer par radio avant de passer la digue et attendre une réponse.",
    "Ces règles ont été écrites après deux accidents de l'hiver dernier, qui n'ont fait que des dégâts.",
    "Elles s'appliqueront dès le premier mars, et l'on espère qu'elles ne serviront pas longtemps.",
];

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn site(source: &str, locales: &[&str]) -> Site {
    Site::new(locale(source), locales.iter().map(|tag| locale(tag)).collect())
}

fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut bytes = Vec::new();
    let mut out = Vec::new();
    for (index, (kind, text)) in blocks.iter().enumerate() {
        let start = bytes.len();
        bytes.extend_from_slice(text.as_bytes());
        let fragment = start..bytes.len();
        bytes.extend_from_slice(b"\n\n");
        out.push(Block {
            kind: *kind,
            level: None,
            text: (*text).to_owned(),
            fragments: vec![fragment],
            line: index * 2 + 1,
        });
    }
    Document::new(bytes, Encoding::Utf8, out, Meta::default(), Vec::new())
}

fn paragraphs(texts: &[&str]) -> Document {
    let blocks: Vec<(BlockKind, &str)> = texts.iter().map(|text| (BlockKind::Paragraph, *text)).collect();
    document(&blocks)
}

fn input<'a>(document: &'a Document, requested: Option<&'a Locale>) -> PageInput<'a> {
    PageInput { document, requested, source_text: None, notice: None }
}

fn verdict(site: &Site, texts: &[&str], requested: Option<&str>) -> (PageVerdict, Option<How>) {
    let requested = requested.map(locale);
    let document = paragraphs(texts);
    let judged = judge(site, &input(&document, requested.as_ref()));
    (judged.verdict, judged.how)
}

#[test]
fn a_page_is_what_its_body_is_in() {
    use PageVerdict::{Partial, Source, Translated, Undecided, Untranslated};
    let site = site("en", &["en", "es", "fr"]);
    let half: Vec<&str> = EN[..2].iter().chain(&ES[2..]).copied().collect();
    for (texts, requested, expected, how) in [
        (&EN[..], Some("es"), Untranslated, Some(How::Silent)),
        (&EN[..], Some("en"), Source, None),
        (&EN[..], None, Source, None),
        (&ES[..], Some("es"), Translated, None),
        (&ES[..], None, Translated, None),
        (&half[..], Some("es"), Partial, None),
        (&half[..], None, Partial, None),
        // Asked for in Spanish, served in French: no translation into Spanish.
        (&FR[..], Some("es"), Untranslated, Some(How::Silent)),
        (&["2018"][..], Some("es"), Undecided, None),
        (&[][..], Some("es"), Undecided, None),
    ] {
        assert_eq!(verdict(&site, texts, requested), (expected, how), "{requested:?} {texts:?}");
    }
}

#[test]
fn the_served_locale_of_a_page_in_a_third_language_is_named() {
    let site = site("en", &["en", "es", "fr"]);
    let requested = locale("es");
    let page = paragraphs(&FR);
    let judged = judge(&site, &input(&page, Some(&requested)));
    assert_eq!(judged.served, Some(locale("fr")));
    assert!(
        judged.evidence.iter().any(|e| matches!(e, Evidence::ThirdLanguage { language } if language == "fr"))
    );
    assert_eq!(judged.source_share, 0.0);
}

#[test]
fn what_stays_in_the_source_language_on_a_translated_page_does_not_make_it_partial() {
    use BlockKind::{Caption, Code, Data, Heading, Paragraph, Title};
    let site = site("en", &["en", "es", "fr"]);
    let requested = locale("es");
    for (kind, extra) in [
        (Title, "New rules for small boats in the port"),
        (Heading, "What the harbour office expects from the skippers"),
        (Paragraph, "Download full size image"),
        (
            Caption,
            "The outer wall of the port, seen from the harbour office in the first days of the year, before the storm.",
        ),
        (Paragraph, "World Customs Organization, Harbour Office of Saltwick, Ministry of Transport"),
        (
            Paragraph,
            "“We have been waiting for these rules for a long time, and we will do what they ask of us.”",
        ),
        (
            Paragraph,
            "«We have been waiting for these rules for a long time», dijo el presidente de la asociación de patrones.",
        ),
        (Code, "if the boat is not in the port then wait for the answer of the office and then enter"),
        (Data, "https://example.org/the/rules/for/all/of/the/boats/that/are/in/the/port"),
    ] {
        let mut blocks: Vec<(BlockKind, &str)> = ES.iter().map(|text| (Paragraph, *text)).collect();
        blocks.insert(1, (kind, extra));
        let page = document(&blocks);
        let judged = judge(&site, &input(&page, Some(&requested)));
        assert_eq!(judged.verdict, PageVerdict::Translated, "{extra}: {:?}", judged.blocks);
        assert_eq!(judged.source_share, 0.0, "{extra}");
    }
}

#[test]
fn an_untranslated_paragraph_or_sentence_pair_is_seen() {
    let site = site("en", &["en", "es"]);
    let requested = locale("es");
    let mixed = format!("{} {} {} {}", ES[0], ES[1], EN[2], EN[3]);
    for page in [
        vec![ES[0], ES[1], EN[2], ES[3]],
        vec![EN[0], ES[1], ES[2], ES[3], ES[0], ES[1], ES[2], ES[3]],
        vec![ES[0], mixed.as_str()],
    ] {
        let page = paragraphs(&page);
        let judged = judge(&site, &input(&page, Some(&requested)));
        assert_eq!(judged.verdict, PageVerdict::Partial, "{:?}", judged.blocks);
        let lines = judged.evidence.iter().find_map(|e| match e {
            Evidence::SourceLines { lines, .. } => Some(lines.len()),
            _ => None,
        });
        assert_eq!(lines, Some(1), "{:?}", judged.evidence);
    }
}

fn notice(target: Option<&str>, language: Option<&'static str>, len: usize) -> Notice {
    Notice {
        block: 0,
        range: 0..len,
        target: target.map(locale),
        served: Some(locale("en")),
        rule: Rule::Cue,
        language,
    }
}

#[test]
fn a_notice_outranks_all_but_a_body_in_the_requested_language() {
    let site = site("en", &["en", "es", "fr"]);
    let text = "Esta página no está disponible en español; la mostramos en inglés.";
    for (body, verdict, how, stale) in
        [(EN, PageVerdict::Untranslated, Some(How::Notice), false), (ES, PageVerdict::Translated, None, true)]
    {
        let blocks: Vec<&str> = std::iter::once(text).chain(body).collect();
        let page = paragraphs(&blocks);
        for found in [notice(Some("es"), None, text.len()), notice(None, Some("es"), text.len())] {
            let source = EN.join("\n\n");
            let source_text = Some(SourceText::Text(&source));
            let judged = judge(
                &site,
                &PageInput { document: &page, requested: None, source_text, notice: Some(&found) },
            );
            assert_eq!((judged.verdict, judged.how, judged.stale_notice), (verdict, how, stale));
            assert_eq!(judged.requested, Some(locale("es")));
            assert_eq!(judged.requested_by, RequestedBy::Notice);
            assert!(matches!(judged.blocks.first(), Some(b) if b.left_out == Some(LeftOut::Notice)));
        }
    }
}

/// What the cue rule may take for a notice in the text of an article is held against the article.
#[test]
fn a_page_that_contradicts_what_sounds_like_a_notice_has_none() {
    let cue = |target: Option<&str>, served: Option<&str>, language| Notice {
        served: served.map(locale),
        rule: Rule::Cue,
        ..notice(target, language, 20)
    };
    let site = site("en", &["en", "es", "fr", "de", "vi"]);
    let long = "Only the English version of these terms is binding. ".repeat(8);
    let opening = "Lo que sigue se tradujo en 2014.";
    for (what, text, place, body, found, is_one) in [
        (
            "Spanish on the source: not translated",
            "Aún sin traducir.",
            1,
            EN,
            cue(None, None, Some("es")),
            true,
        ),
        ("in Spanish: shown in German", opening, 1, ES, cue(None, Some("de"), Some("es")), false),
        ("in Spanish: not in French", opening, 1, ES, cue(Some("fr"), None, Some("es")), false),
        ("in English, deep within: only in English", &long, 4, EN, cue(None, Some("en"), Some("en")), false),
        (
            "in English, at the head: only in English",
            "English only.",
            0,
            EN,
            cue(None, Some("en"), Some("en")),
            true,
        ),
        ("in English: not in Spanish", "Not in Spanish yet.", 4, EN, cue(Some("es"), None, Some("en")), true),
        ("in English: not in English", "Not in English.", 1, EN, cue(Some("en"), None, Some("en")), true),
        ("in Spanish: a third and a fourth", opening, 1, ES, cue(Some("vi"), Some("fr"), Some("es")), false),
        ("in Spanish, at the head: not in Spanish", opening, 0, ES, cue(Some("es"), None, Some("es")), true),
        ("in Spanish, deep within: not in Spanish", opening, 4, ES, cue(Some("es"), None, Some("es")), false),
    ] {
        let mut blocks: Vec<&str> = [body; 3].concat();
        blocks.insert(place, text);
        let page = paragraphs(&blocks);
        let found = Notice { block: place, range: 0..text.len(), ..found };
        let judged = judge(&site, &PageInput { notice: Some(&found), ..input(&page, None) });
        let kept = judged.evidence.iter().any(|e| matches!(e, Evidence::Notice { .. }));
        assert_eq!(kept, is_one, "{what}: {judged:?}");
        if !is_one {
            assert_eq!(judged, judge(&site, &input(&page, None)), "{what}");
        }
    }
}

#[test]
fn a_notice_alone_is_believed() {
    let site = site("en", &["en", "es"]);
    let text = "Esta página no está disponible en español.";
    let page = paragraphs(&[text]);
    let found = notice(Some("es"), Some("es"), text.len());
    let judged = judge(&site, &PageInput { notice: Some(&found), ..input(&page, None) });
    assert_eq!((judged.verdict, judged.how), (PageVerdict::Untranslated, Some(How::Notice)));
    assert_eq!(judged.served, Some(locale("en")));
}

#[test]
fn a_copy_is_told_from_an_older_state_of_the_source() {
    let site = site("en", &["en", "es"]);
    let requested = locale("es");
    let source = EN.join("\n\n");
    let wrapped = EN.join("\n").replace(" port ", "\nport ");
    let older = [
        EN[0],
        "The weather has been calm since then, and most of the boats have stayed at home anyway.",
        EN[3],
    ];
    for (texts, source, how) in
        [(&EN[..], &source, How::Copy), (&EN[..], &wrapped, How::Copy), (&older[..], &source, How::Silent)]
    {
        let page = paragraphs(texts);
        let source_text = Some(SourceText::Text(source));
        let judged = judge(&site, &PageInput { source_text, ..input(&page, Some(&requested)) });
        assert_eq!(
            (judged.verdict, judged.how),
            (PageVerdict::Untranslated, Some(how)),
            "{:?}",
            judged.evidence
        );
    }
    // Not known what was asked for: still the source's own text.
    let page = paragraphs(&EN);
    let judged =
        judge(&site, &PageInput { source_text: Some(SourceText::Text(&source)), ..input(&page, None) });
    assert_eq!((judged.verdict, judged.how), (PageVerdict::Untranslated, Some(How::Copy)));
}

#[test]
fn regional_twins_are_told_apart_by_a_notice_or_a_copy_only() {
    let site = site("es", &["es", "es-MX", "en"]);
    assert_eq!(verdict(&site, &ES, Some("es-MX")), (PageVerdict::Translated, None));
    assert_eq!(verdict(&site, &EN, Some("es-MX")), (PageVerdict::Untranslated, Some(How::Silent)));
    let requested = locale("es-MX");
    let source = ES.join("\n");
    let page = paragraphs(&ES);
    let source_text = Some(SourceText::Text(&source));
    let judged = judge(&site, &PageInput { source_text, ..input(&page, Some(&requested)) });
    assert_eq!((judged.verdict, judged.how), (PageVerdict::Untranslated, Some(How::Copy)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_gets_a_judgement_whose_figures_hold(texts in prop::collection::vec(".{0,200}", 0..12)) {
        let site = site("en", &["en", "es", "zh-Hans", "ru"]);
        let requested = locale("es");
        let lines: Vec<String> = texts.iter().map(|t| t.replace('\n', " ")).collect();
        let page = paragraphs(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let source = lines.join("\n");
        let source_text = Some(SourceText::Text(&source));
        let judged = judge(&site, &PageInput { source_text, ..input(&page, Some(&requested)) });
        prop_assert!((0.0..=1.0).contains(&judged.source_share));
        prop_assert_eq!(judged.blocks.len(), page.blocks.len());
        for block in &judged.blocks {
            prop_assert_eq!(block.counts, block.left_out.is_none());
            prop_assert!(block.source_letters <= block.letters);
            prop_assert!((0.0..=1.0).contains(&block.confidence));
        }
        prop_assert_eq!(judged.how.is_some(), judged.verdict == PageVerdict::Untranslated);
    }
}

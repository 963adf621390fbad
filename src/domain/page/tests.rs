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

pub(super) fn paragraphs(texts: &[&str]) -> Document {
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

/// A mark of quotation that belongs to no pair leaves nothing out of what follows.
#[test]
fn a_stray_mark_of_quotation_swallows_no_untranslated_text() {
    let site = site("en", &["en", "es"]);
    let lines = format!("{} \"Bien.\n{}\n{}\n{} \"Bueno\".", ES[0], EN[1], EN[2], ES[3]);
    let closing = format!("{} The end was brilliant.\" {} \"Good\", they say.", EN[0], EN[1]);
    let cells = format!("| 1 | {} \"Bien |\n| 2 | {} |\n| 3 | {} \"Bueno |", ES[0], EN[1], ES[3]);
    for page in
        [vec![lines.as_str()], vec![ES[0], ES[1], closing.as_str(), ES[2], ES[3]], vec![cells.as_str()]]
    {
        assert_eq!(verdict(&site, &page, Some("es")), (PageVerdict::Partial, None), "{page:?}");
    }
}

#[test]
fn lists_of_names_are_in_no_language() {
    let site = site("en", &["en", "es", "fr", "de"]);
    let names = "J Robinson (Saltwick Town, capt); M Cueto (Saltwick Town), M Tait (Harbourside), J Noon \
                 (Harbourside), J Lewsey (Millers); C Hodgson (Saltwick Town), M Dawson (Millers).";
    let fixtures = "France v Israel; Switzerland v Faroe Islands; Republic of Ireland v Cyprus.";
    for list in [names, fixtures] {
        let page = [EN[0], list, EN[1]];
        assert_eq!(
            verdict(&site, &page, Some("es")),
            (PageVerdict::Untranslated, Some(How::Silent)),
            "{list}"
        );
        assert_eq!(verdict(&site, &[list], Some("es")), (PageVerdict::Undecided, None), "{list}");
    }
}

/// Which of two close relatives it is may stay open; that it is not the source's is clear.
#[test]
fn a_language_that_could_be_one_of_two_is_not_the_sources() {
    let site = site("en", &["en", "hr", "sr-Latn", "bs"]);
    let text = [
        "Brod je ostao u luci dok nisu bili pregledani svi njegovi papiri.",
        "Posada je na to mogla samo da gleda i da se nada da sve to neće dugo trajati.",
    ];
    for page in [&text[..], &text[..1]] {
        assert_eq!(verdict(&site, page, None), (PageVerdict::Translated, None), "{page:?}");
        assert_eq!(verdict(&site, page, Some("bs")), (PageVerdict::Translated, None), "{page:?}");
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

const RU: [&str; 2] = [
    "Администрация порта опубликовала новые правила для небольших судов, которые входят в порт ночью.",
    "Каждый капитан теперь должен сообщить по радио, прежде чем пройти внешний мол, и ждать ответа.",
];
const KY: [&str; 3] = [
    "Порттун башкармасы түнкүсүн кирген чакан кемелер үчүн жаңы эрежелерди жарыялады.",
    "Ар бир кеме башчысы сырткы дубалдан өтөрдөн мурун радио аркылуу кабар берип, жооп күтүшү керек.",
    "Эрежелер өткөн кыштагы эки кырсыктан кийин жазылган, анда эч ким жабыркаган эмес.",
];
const XH: [&str; 3] = [
    "I-ofisi yezibuko ipapashe imithetho emitsha yezikhephe ezincinci ezingena ezibukweni ebusuku.",
    "Umphathi ngamnye wesikhephe kufuneka azise ngonomathotholo phambi kokuba adlule udonga lwangaphandle.",
    "Le mithetho yabhalwa emva kweengozi ezimbini zasebusika obudlulileyo, apho kungekho mntu wenzakeleyo.",
];

/// A page with a date line below its first paragraph.
fn dated<'a>(date: &'a str, texts: &[&'a str]) -> Document {
    let mut blocks: Vec<(BlockKind, &str)> = texts.iter().map(|text| (BlockKind::Paragraph, *text)).collect();
    blocks.insert(1, (BlockKind::DateLine, date));
    document(&blocks)
}

#[test]
fn a_date_line_names_the_locale_that_it_is_written_in_and_no_neighbour() {
    for (locales, date, body, requested, expected) in [
        (&["en", "de", "nn"][..], "laurdag 19. januar 2008", &EN, Some("nn"), PageVerdict::Untranslated),
        (&["en", "es", "fil"], "Huwebes, Abril 27, 2006", &EN, Some("fil"), PageVerdict::Untranslated),
        (&["en", "hi", "mr"], "मंगळवार, 7 मार्च, 2017", &EN, Some("mr"), PageVerdict::Untranslated),
        (&["en", "th"], "วันพฤหัสบดีที่ 19 กุมภาพันธ์ ค.ศ. 2010", &EN, Some("th"), PageVerdict::Untranslated),
        (&["en", "no"], "3. august 2016", &EN, Some("no"), PageVerdict::Untranslated),
        // In the letters of one of the two.
        (&["en", "sr", "sr-Latn"], "12. август 2018.", &EN, Some("sr"), PageVerdict::Untranslated),
        // Either of two, and not the source's: asked for in one of them.
        (&["en", "hi", "mr"], "7 मार्च 2017", &EN, None, PageVerdict::Untranslated),
        (&["en", "da", "nb"], "3. august 2016", &EN, None, PageVerdict::Untranslated),
        (&["en", "es", "fil"], "Abril 27, 2006", &ES, None, PageVerdict::Translated),
        // The source's too.
        (&["en", "de"], "3 August 2016", &EN, None, PageVerdict::Source),
    ] {
        let site = site("en", locales);
        let judged = judge(&site, &input(&dated(date, body), None));
        let asked = judged.requested.as_ref().map(Locale::as_str);
        assert_eq!((asked, judged.verdict), (requested, expected), "{date} on {locales:?}");
        let either = judged.evidence.iter().any(|e| matches!(e, Evidence::DateLineNotSource { .. }));
        assert_eq!(either, requested.is_none() && expected != PageVerdict::Source, "{date}");
    }
}

#[test]
fn a_date_that_may_be_in_the_bodys_own_language_says_nothing_of_another() {
    // No names of months are known in Yoruba.
    const YO: [&str; 2] = [
        "Àwọn aláṣẹ ti sọ pé àwọn òfin tuntun náà yóò bẹ̀rẹ̀ ní oṣù tó ń bọ̀, wọ́n sì ní kí gbogbo ènìyàn tẹ̀lé e.",
        "Ó ní àwọn ènìyàn náà kò gbọdọ̀ ṣe ohun tí wọ́n ti ń ṣe láti ìgbà yìí, nítorí pé ó lè fa ìjàmbá fún wọn.",
    ];
    let site = site("en", &["en", "fr", "yo"]);
    let judged = judge(&site, &input(&dated("12 mars 2018", &YO), None));
    assert_eq!((judged.requested, judged.verdict), (None, PageVerdict::Translated));
    assert_eq!(judged.served, Some(locale("yo")));
}

#[test]
fn a_locale_without_a_word_list_is_told_by_its_script_or_not_at_all() {
    use PageVerdict::{Partial, Translated, Undecided, Untranslated};
    let half = [XH[0], XH[1], EN[0], EN[1]];
    for (locales, requested, texts, verdict, served) in [
        (&["en", "ky"][..], "ky", &KY[..], Translated, Some("ky")),
        (&["en", "kk", "ky", "ru"], "ky", &KY, Translated, Some("ky")),
        (&["en", "ky", "ru"], "ky", &RU, Untranslated, Some("ru")),
        (&["en", "ky"], "ky", &EN, Untranslated, Some("en")),
        (&["en", "xh"], "xh", &XH, Undecided, None),
        (&["en", "xh", "zu"], "xh", &XH, Undecided, None),
        (&["en", "xh"], "xh", &EN, Untranslated, Some("en")),
        (&["en", "es", "xh"], "xh", &ES, Untranslated, Some("es")),
        (&["en", "xh"], "xh", &half, Partial, None),
        // As much Cyrillic as Russian is.
        (&["ru", "ky"], "ky", &KY, Undecided, None),
        (&["ru", "ky"], "ky", &RU, Untranslated, Some("ru")),
    ] {
        let site = site(locales[0], locales);
        let asked = locale(requested);
        let judged = judge(&site, &input(&paragraphs(texts), Some(&asked)));
        let is = judged.served.as_ref().map(Locale::as_str);
        assert_eq!((judged.verdict, is), (verdict, served), "{requested} of {locales:?}: {texts:?}");
        let why = judged.evidence.contains(&Evidence::NoWordList { locale: asked });
        assert_eq!(why, verdict == Undecided, "{locales:?}");
        assert!(judged.blocks.iter().all(|b| b.language.as_deref().is_none_or(|l| locales.contains(&l))));
    }
}

#[test]
fn what_is_served_is_a_locale_of_the_site_or_sure() {
    for (locales, texts, served) in [
        (&["en", "ky"][..], &KY[..], Some("ky")),
        // Two that it may be.
        (&["en", "ky", "tt"], &KY, None),
        // What the site has not, and no list here tells for sure.
        (&["en", "es"], &KY, None),
        // What the site has not, and nothing but that.
        (&["en", "es"], &RU, Some("ru")),
    ] {
        let judged = judge(&site("en", locales), &input(&paragraphs(texts), None));
        let is = judged.served.as_ref().map(Locale::as_str);
        assert_eq!((judged.verdict, is), (PageVerdict::Translated, served), "{locales:?}");
    }
}

/// Two words at the head of a page that was asked for in another language tell what is there; the same
/// words on a page that is what was asked for, or deep in a text, tell nothing.
#[test]
fn a_label_is_a_notice_where_the_page_bears_it_out() {
    use crate::domain::notice::NoticeRules;
    let site = site("en", &["en", "es", "fr", "de", "nl", "ru", "zh"]);
    let how = |label: &str, place: usize, body: &[&str], requested: Option<&str>| {
        let mut texts = body.to_vec();
        texts.insert(place, label);
        let page = paragraphs(&texts);
        let blocks: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        let notice = NoticeRules::builtin().find(&blocks, site.locales());
        let requested = requested.map(locale);
        let input = PageInput { notice: notice.as_ref(), ..input(&page, requested.as_ref()) };
        let judged = judge(&site, &input);
        (judged.how, judged.stale_notice)
    };
    for (label, requested) in [
        ("English only", "es"),
        ("(English only)", "fr"),
        ("English version only.", "fr"),
        ("Solo en inglés", "es"),
        ("Únicamente en inglés", "es"),
        ("Uniquement en anglais", "fr"),
        ("Anglais seulement", "fr"),
        ("Nur auf Englisch", "de"),
        ("Nur Englisch", "de"),
        ("Alleen in het Engels", "nl"),
        ("Только на английском", "ru"),
        ("仅英文", "zh"),
    ] {
        assert_eq!(how(label, 1, &EN, Some(requested)), (Some(How::Notice), false), "{label}");
    }
    let silent = (Some(How::Silent), false);
    for label in ["French only", "Solo para ingleses", "English lessons only", "Only the English win here"] {
        assert_eq!(how(label, 1, &EN, Some("es")), silent, "{label}");
    }
    let many: Vec<&str> = EN.iter().chain(&EN).copied().collect();
    assert_eq!(how("English only", 7, &many, Some("es")), silent);
    for (body, requested) in [(&ES, Some("es")), (&EN, None), (&EN, Some("en"))] {
        assert_eq!(how("English only", 1, body, requested), (None, false), "{requested:?}");
    }
}

/// What a paragraph cites in the source's language says nothing of the page; the same words as a
/// sentence, line or paragraph of their own do.
#[test]
fn what_a_sentence_cites_is_not_left_untranslated() {
    let site = site("en", &["en", "es", "de", "fr"]);
    let verdict = |text: &str, requested: &str| {
        let page = paragraphs(&[text]);
        let requested = locale(requested);
        judge(&site, &input(&page, Some(&requested))).verdict
    };
    let german = "Bisher waren diese Rechner davon ausgenommen, was viele Firmen begrüßt haben, weil sie \
                  ihre Systeme selbst pflegen und dabei nicht gestört werden wollen.";
    let title = "Turn off the upgrade to the latest version of the system through the update service";
    for cited in [
        format!("{german} Eine Gruppenrichtlinie namens {title} soll jedoch Abhilfe schaffen. {german}"),
        format!(
            "{german} Wie das geht, sehen Sie in diesem kurzen Film: {title}, which is on our site. {german}"
        ),
        format!(
            "{german} @garry More importantly, this is the opposite of what many of you said would happen. {german}"
        ),
        format!(
            "{german} This new harbour in the north is turning out to be fantastic for all of us #harbour! {german}"
        ),
    ] {
        assert_eq!(verdict(&cited, "de"), PageVerdict::Translated, "{cited}");
    }
    for left in [
        format!(
            "{german} You can turn off the upgrade to the latest version with a rule that was made for it. {german}"
        ),
        format!(
            "{german} So you can turn off the upgrade # 3 to the latest version with a rule made for it. {german}"
        ),
        format!("{german} {german} Das ist alles. {}", EN.join(" ")),
    ] {
        assert_eq!(verdict(&left, "de"), PageVerdict::Partial, "{left}");
    }
    let spanish =
        format!("{} La canción se titula {title} y la cantan desde hace dos años. {}", ES[0], ES[1]);
    assert_eq!(verdict(&spanish, "es"), PageVerdict::Translated);
}

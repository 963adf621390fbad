use super::*;
use proptest::prelude::*;

fn candidates(tags: &str) -> Candidates {
    let locales: Vec<Locale> = tags.split(' ').map(|tag| tag.parse().expect("a tag")).collect();
    Candidates::new(&locales)
}

/// What the candidates say: a locale, `~` and a stranger's subtag, or `?`.
fn found(tags: &str, text: &str) -> String {
    let candidates = candidates(tags);
    let found = candidates.identify(text);
    match (found.settled(), found.best, found.stranger) {
        (true, Some(best), _) => candidates.locales()[best].to_string(),
        (true, None, Some(stranger)) => format!("~{stranger}"),
        _ => "?".to_owned(),
    }
}

#[test]
fn a_sentence_is_in_its_language_among_relatives() {
    for (tags, right, text) in [
        ("en es fr", "en", "The ship was held in the port until all of its papers had been checked."),
        ("es pt ca gl it", "es", "El barco estuvo en el puerto hasta que se revisaron todos sus papeles."),
        ("es pt ca gl it", "pt", "O navio ficou no porto até que todos os seus papéis fossem verificados."),
        (
            "es pt ca gl it",
            "ca",
            "El vaixell va quedar al port fins que es van revisar tots els seus papers.",
        ),
        (
            "es pt ca gl it",
            "gl",
            "O barco quedou no porto ata que se revisaron todos os seus papeis, que non eran poucos.",
        ),
        (
            "es pt ca gl it",
            "it",
            "La nave è rimasta nel porto finché non sono state controllate tutte le sue carte.",
        ),
        (
            "da nb sv de nl af",
            "da",
            "Skibet blev holdt i havnen, indtil alle dets papirer var blevet undersøgt af myndighederne.",
        ),
        (
            "da nb sv de nl af",
            "sv",
            "Fartyget hölls kvar i hamnen tills alla dess papper hade kontrollerats.",
        ),
        (
            "da nb sv de nl af",
            "de",
            "Das Schiff wurde im Hafen festgehalten, bis alle seine Papiere geprüft waren.",
        ),
        (
            "da nb sv de nl af",
            "nl",
            "Het schip werd in de haven vastgehouden tot al zijn papieren waren nagekeken.",
        ),
        (
            "da nb sv de nl af",
            "af",
            "Die skip is in die hawe gehou totdat al sy papiere nagegaan is, en dit het lank geduur.",
        ),
        (
            "cs sk pl sl hr",
            "cs",
            "Loď byla zadržena v přístavu, dokud nebyly všechny její doklady zkontrolovány.",
        ),
        (
            "cs sk pl sl hr",
            "sk",
            "Loď bola zadržaná v prístave, kým neboli skontrolované všetky jej doklady.",
        ),
        (
            "cs sk pl sl hr",
            "pl",
            "Statek został zatrzymany w porcie, dopóki nie sprawdzono wszystkich jego dokumentów.",
        ),
        ("ru uk be bg", "ru", "Судно задержали в порту, пока не были проверены все его документы."),
        ("ru uk be bg", "uk", "Судно затримали в порту, доки не було перевірено всі його документи."),
        (
            "ru uk be bg",
            "bg",
            "Корабът беше задържан в пристанището, докато не бяха проверени всички негови документи.",
        ),
        ("ar fa ur", "ar", "احتُجزت السفينة في الميناء إلى أن تم التحقق من جميع أوراقها."),
        ("ar fa ur", "fa", "کشتی در بندر نگه داشته شد تا همه مدارک آن بررسی شود."),
        ("hi mr ne", "hi", "जहाज को बंदरगाह में तब तक रोका गया जब तक उसके सभी कागज़ों की जाँच नहीं हो गई।"),
        ("id vi tl", "id", "Kapal itu ditahan di pelabuhan sampai semua dokumennya selesai diperiksa."),
        ("zh ja ko", "zh", "该船被扣留在港口，直到所有文件检查完毕。"),
        ("zh ja ko", "ja", "その船は、すべての書類の確認が終わるまで港に留め置かれた。"),
        ("zh ja ko", "ko", "그 배는 모든 서류가 확인될 때까지 항구에 억류되었다."),
        ("zh-Hans zh-Hant", "zh-Hans", "该船被扣留在港口，直到所有文件检查完毕为止，这让船员们很不满。"),
        ("zh-CN zh-TW", "zh-TW", "該船被扣留在港口，直到所有文件檢查完畢為止，這讓船員們很不滿。"),
        (
            "sr-Cyrl sr-Latn",
            "sr-Latn",
            "Brod je zadržan u luci dok sva njegova dokumenta nisu bila pregledana.",
        ),
        (
            "sr-Cyrl sr-Latn",
            "sr-Cyrl",
            "Брод је задржан у луци док сва његова документа нису била прегледана.",
        ),
        (
            "pt-BR pt-PT",
            "pt-BR",
            "O usuário deve salvar o arquivo antes de fechar a tela, e o registro é feito pela equipe.",
        ),
        (
            "pt-BR pt-PT",
            "pt-PT",
            "O utilizador deve gravar o ficheiro antes de fechar o ecrã, e o registo é feito pela equipa.",
        ),
        ("en th el he", "th", "เรือถูกกักไว้ที่ท่าเรือจนกว่าเอกสารทั้งหมดจะได้รับการตรวจสอบ"),
    ] {
        let candidates = candidates(tags);
        let best = candidates.identify(text).best.map(|i| candidates.locales()[i].to_string());
        assert_eq!(best.as_deref(), Some(right), "{text}");
    }
}

#[test]
fn a_language_the_site_has_not_is_none_of_its_own() {
    for (tags, text) in [
        ("en es", "O navio ficou no porto até que todos os seus papéis fossem verificados pela autoridade."),
        ("en fr", "Das Schiff wurde im Hafen festgehalten, bis alle seine Papiere geprüft waren."),
        ("en es", "Судно задержали в порту, пока не были проверены все его документы."),
        ("en ru", "Судно затримали в порту, доки не було перевірено всі його документи."),
        ("en zh", "その船は、すべての書類の確認が終わるまで港に留め置かれた。"),
    ] {
        let found = found(tags, text);
        assert!(found.starts_with('~') || found == "?", "{text}: {found}");
    }
}

#[test]
fn names_figures_and_single_words_settle_nothing() {
    for text in ["", "2018", "Kunio Mikuriya", "COMALEP, OMA, WCO", "Bruxelles", "25.04.2014 – 10:30", "!?…"]
    {
        assert_eq!(found("en es fr de", text), "?", "{text:?}");
    }
}

#[test]
fn regional_twins_tie_where_nothing_tells_them_apart() {
    let candidates = candidates("es es-MX en");
    let spanish =
        candidates.identify("El barco estuvo en el puerto hasta que se revisaron todos sus papeles.");
    assert!(spanish.tied && candidates.same_language(0, spanish.best.expect("Spanish")));
    assert!(
        !candidates.identify("The ship was held in the port until all of its papers had been checked.").tied
    );
}

#[test]
fn addresses_code_and_tags_say_nothing() {
    let text = "El puerto <a href=\"the-and-of\">estará cerrado</a> hoy, véase \
                https://example.org/the/and/of/this/that/with y `if the and of this then that with` en who@the.and.of.";
    assert_eq!(found("en es", text), "es");
    let mut english = 0;
    let candidates = candidates("en es");
    scan("https://example.org/the/and/of/this/that/with", |piece| {
        english += candidates.score(&piece.tally, 0) as u32
    });
    assert_eq!(english, 0);
}

#[test]
fn a_quotation_is_a_piece_of_its_own() {
    let mut pieces = Vec::new();
    scan("El ministro dijo: «We will not wait for that. It is too late». Después se marchó.", |piece| {
        pieces.push((piece.quoted, piece.tally.letters()));
    });
    assert_eq!(pieces, [(true, 20), (true, 11), (false, 14), (false, 15)]);
}

#[test]
fn a_candidate_without_lists_gets_a_second_opinion() {
    let text = "Bugun shahar hokimligida yangi maktablar qurilishi bo‘yicha katta yig‘ilish bo‘lib o‘tdi va unda ko‘p qarorlar qabul qilindi.";
    assert_eq!(candidates("en uz").identify(text).best, Some(1));
    let english = "The ship was held in the port until all of its papers had been checked.";
    assert_eq!(found("en uz", english), "en");
}

proptest! {
    #[test]
    fn no_text_breaks_the_scan(text in ".{0,400}") {
        let mut letters = 0;
        let mut last = [0, 0];
        scan(&text, |piece| {
            letters += piece.tally.letters();
            assert!(text.get(piece.range.clone()).is_some(), "{:?}", piece.range);
            assert!(piece.range.start >= last[usize::from(piece.quoted)]);
            last[usize::from(piece.quoted)] = piece.range.end;
        });
        prop_assert!(letters <= crate::domain::text::letters(&text));
        let found = candidates("en es zh ar").identify(&text);
        prop_assert!((0.0..=1.0).contains(&found.confidence));
    }
}

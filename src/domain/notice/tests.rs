//! Notices as sites word them, and sentences that only look like one.

use super::*;

fn locales(tags: &str) -> Vec<Locale> {
    tags.split_whitespace().map(|tag| tag.parse().unwrap()).collect()
}

const ALL: &str = "en es fr pt it ro ca gl eu de nl af sv da nb fi et lv lt pl cs sk sl hr sr bs mk bg ru uk be hu el tr az sq id ms sw vi tl ar fa ur he hi bn ta th ka hy kk zh-Hans zh-Hant ja ko";

fn find(text: &str) -> Option<Notice> {
    NoticeRules::builtin().find(&[text], &locales(ALL))
}

fn said(notice: &Notice) -> (String, String) {
    let tag = |locale: &Option<Locale>| locale.as_ref().map_or("-".to_owned(), |l| l.language().to_owned());
    (tag(&notice.target), tag(&notice.served))
}

#[test]
fn the_first_sites_four_wordings_name_both_languages() {
    for (text, name, target) in [
        (
            "Esta página no está disponible en el idioma seleccionado Spanish : Español y la proponemos por consiguiente en English : English.",
            "pair-es",
            "es",
        ),
        (
            "Cette page n'est pas disponible dans la langue sélectionnée French : français et vous est donc proposée en English : English.",
            "pair-fr",
            "fr",
        ),
        (
            "Эта страница не доступна на выбранном вами языке Russian : русский, поэтому предлагаем вернуться к версии English : English",
            "pair-ru",
            "ru",
        ),
        ("所选语言本页无任何内容 Chinese : 中文 因此返回到 English : English", "pair-zh", "zh"),
    ] {
        for shape in
            [text.to_owned(), text.to_uppercase(), text.replace(' ', "\u{a0}\n "), text.replace('\'', "’")]
        {
            let notice = find(&shape).unwrap_or_else(|| panic!("not found: {shape}"));
            assert_eq!(notice.rule, Rule::Listed(name), "{shape}");
            assert_eq!(said(&notice), (target.to_owned(), "en".to_owned()), "{shape}");
            assert!(
                notice.range.start == 0 && notice.range.end + 1 >= shape.trim_end_matches('.').len(),
                "{shape}"
            );
        }
    }
}

#[test]
fn every_line_of_the_list_is_found_under_its_own_name() {
    let lines: Vec<Listed> = listed().collect();
    assert!(lines.len() > 80);
    let mut names: Vec<&str> = lines.iter().map(|line| line.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), lines.len(), "a name stands twice");
    for line in &lines {
        assert!(
            Wordings::custom(&[CustomNotice {
                name: line.name.to_owned(),
                pattern: line.pattern.to_owned(),
                locale: None,
            }])
            .is_ok()
        );
        let text = line.pattern.replace("{target}", "Suomi").replace("{served}", "Deutsch");
        let notice = find(&text).unwrap_or_else(|| panic!("not found: {text}"));
        assert!(matches!(notice.rule, Rule::Listed(_)), "{text}: {:?}", notice.rule);
    }
}

#[test]
fn a_notice_names_whom_it_names_and_no_one_else() {
    for (text, target, served) in [
        // The served language speaks: what was asked for stays unknown.
        ("This content is not available in your language yet.", "-", "-"),
        ("This article is only available in English.", "-", "en"),
        // The language asked for speaks, and names nothing or what is served.
        ("Cet article n'existe pas dans la langue choisie.", "-", "-"),
        ("Dieser Beitrag liegt nur auf Englisch vor.", "-", "en"),
        ("Ez a cikk csak angolul olvasható.", "-", "en"),
        // Names in the forms that the sentence asks for.
        ("Материал опубликован только по-английски.", "-", "en"),
        ("Bu sayfanın Türkçe çevirisi yok, İngilizce sürümü gösteriliyor.", "tr", "en"),
        ("Selle artikli eestikeelne versioon puudub, kuvame ingliskeelse.", "et", "en"),
        ("Šīs lapas tulkojuma latviešu valodā vēl nav, tāpēc rādām to angliski.", "lv", "en"),
        ("Artikkelen finnes ikke på norsk ennå. Her er den på svensk.", "nb", "sv"),
        ("Tato stránka není ve španělštině, zobrazujeme ji v angličtině.", "es", "en"),
        // Two names beside "only", or on either side of what parts the clauses.
        ("You asked for French, but this article exists in English only.", "fr", "en"),
        ("You asked for French, but this page is only available in English.", "fr", "en"),
        ("We don't have this page in Spanish yet.", "es", "-"),
        ("We do not have this page in Spanish yet; here it is in English.", "es", "en"),
        ("This page isn't in Spanish yet; here it is in English.", "es", "en"),
    ] {
        let notice = find(text).unwrap_or_else(|| panic!("not found: {text}"));
        assert_eq!(said(&notice), (target.to_owned(), served.to_owned()), "{text}");
    }
}

#[test]
fn a_notice_speaks_to_the_readers_of_its_language() {
    let notice = find("此頁面尚未翻譯成您所選的語言。").expect("a notice");
    let site = locales("en zh-Hans zh-Hant");
    assert_eq!(notice.speaks_to(&site), Some(site[2].clone()));
    assert_eq!(notice.speaks_to(&locales("en fr")), None);
}

#[test]
fn a_condition_before_the_claim_takes_it_back_and_one_after_it_does_not() {
    for (hypothetical, real) in [
        (
            "If this page is not translated into Dutch, the English text is shown.",
            "This page is not translated into Dutch yet, let us know if you can help.",
        ),
        (
            "Wenn diese Seite nicht übersetzt ist, wird der englische Text gezeigt.",
            "Diese Seite ist noch nicht übersetzt; melden Sie sich, wenn Sie helfen möchten.",
        ),
        (
            "Si esta página no está traducida, se muestra la versión inglesa.",
            "Esta página aún no está traducida; avísenos si quiere ayudar.",
        ),
    ] {
        assert_eq!(find(hypothetical), None, "{hypothetical}");
        assert!(find(real).is_some(), "{real}");
    }
}

#[test]
fn another_thing_than_the_page_is_not_missing_from_the_site() {
    for (other, page) in [
        ("His poems are not yet translated into English.", "This page is not yet translated into English."),
        (
            "Ihre Romane sind noch nicht ins Deutsche übersetzt.",
            "Diese Seite ist noch nicht ins Deutsche übersetzt.",
        ),
        ("Его стихи ещё не переведены на русский.", "Эта статья ещё не переведена на русский."),
        ("这部小说还没有翻译成中文。", "此页面还没有翻译成中文。"),
        ("このページは英語でもご覧いただけます。", "このページは英語でのみご覧いただけます。"),
        ("Cette page est aussi disponible en anglais.", "Cette page est uniquement disponible en anglais."),
    ] {
        assert_eq!(find(other), None, "{other}");
        assert!(find(page).is_some(), "{page}");
    }
}

#[test]
fn sentences_that_only_talk_of_availability_are_no_notices() {
    for text in [
        "El servicio no está disponible en domingo.",
        "This form is not available online.",
        "The app is not available in Germany.",
        "The page you are looking for does not exist.",
        "This page is available in English, French and Spanish.",
        "This content is not available in your country.",
        "This page was translated from English by volunteers.",
        "Please select your language.",
        "If this page is not available in your language, the English version is shown.",
        "This page is not an official translation.",
        "We don't expect that this page in English law changes much.",
        "This article does not cover the guide in Spanish cities such as Vigo.",
        "This page does not cover French verbs; see the chapter on German ones.",
        "Is this page not available in French?",
        "The museum is not open on Sundays; guided tours are available in English only on request.",
        "No part of this publication may be translated without permission.",
        "The minister said the report had not yet been translated into French.",
        "Ce service n'est pas disponible le dimanche.",
        "Some pages are only available in English.",
        "このページは英語版から翻訳されたものです。",
        "部分页面仅提供英文版。",
        "Diese Seite verwendet Cookies, die nicht in der englischen Version vorhanden sind.",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}

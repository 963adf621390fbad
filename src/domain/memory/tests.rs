use proptest::prelude::*;

use super::leverage::{Band, Unit, leverage, matches};
use super::*;
use crate::domain::article::ArticleId;
use crate::domain::record::{LinkState, Timestamp};

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

fn memory(entries: Vec<Entry>) -> Memory {
    Memory::new(Stored::new(locale("en"), locale("es"), entries))
}

fn of(texts: &[&str]) -> Memory {
    memory(texts.iter().map(|text| Entry::new(*text, text.to_uppercase())).collect())
}

fn best<'m>(memory: &'m Memory, text: &str) -> Option<(u8, &'m str)> {
    memory.searcher().best(&Query::new(text)).first().map(|found| (found.score, found.entry.source))
}

#[test]
fn the_best_match_is_found_with_its_score() {
    let memory = of(&[
        "The Council met in Brussels in June 2018.",
        "The Council met in Brussels.",
        "The Committee met in Paris.",
        "Photo: WCO",
        "2018",
    ]);
    assert_eq!(best(&memory, "The Council met in Brussels."), Some((100, "The Council met in Brussels.")));
    assert_eq!(best(&memory, "The  Council\nmet in Brussels."), Some((100, "The Council met in Brussels.")));
    assert_eq!(best(&memory, "The council met in Brussels."), Some((99, "The Council met in Brussels.")));
    assert_eq!(best(&memory, "The Council met in Lima."), Some((80, "The Council met in Brussels.")));
    assert_eq!(
        best(&memory, "The Council met in Brussels in June 2019."),
        Some((99, "The Council met in Brussels in June 2018."))
    );
    assert_eq!(best(&memory, "2018"), Some((100, "2018")));
    assert_eq!(best(&memory, "2019"), None);
    assert_eq!(best(&memory, "Nothing like it at all"), None);
    assert_eq!(best(&memory, ""), None);
    assert_eq!(best(&of(&[]), "The Council met."), None);
}

#[test]
fn a_match_in_context_comes_before_one_that_is_newer() {
    let entry = |target: &str, before: &str, after: &str, at: i64| Entry {
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
        at: Timestamp::from_seconds(at),
        ..Entry::new("Photo", target)
    };
    let memory = memory(vec![
        entry("Foto", "One.", "Two.", 10),
        entry("Imagen", "Three.", "", 20),
        entry("Foto", "Five.", "Six.", 30),
    ]);
    let ask = |context| {
        let query = Query { context, most: 5, ..Query::new("Photo") };
        let found = memory.searcher().best(&query);
        found.iter().map(|found| (found.entry.target, found.in_context)).collect::<Vec<_>>()
    };
    assert_eq!(ask(Some(("One.", " Two. "))), [("Foto", true), ("Imagen", false)]);
    assert_eq!(ask(Some(("Three.", ""))), [("Imagen", true), ("Foto", false)]);
    assert_eq!(ask(Some(("Three.", "Four."))), [("Foto", false), ("Imagen", false)]);
    assert_eq!(ask(None), [("Foto", false), ("Imagen", false)]);
}

#[test]
fn of_equal_scores_ones_own_article_trust_and_date_decide() {
    let entry = |target: &str, article: &str, state: LinkState, at: i64| Entry {
        state,
        at: Timestamp::from_seconds(at),
        origin: Some(Origin { article: ArticleId::from_text(article), link: None }),
        ..Entry::new("The Council met.", target)
    };
    let memory = memory(vec![
        entry("a machine's", "news/a", LinkState::DraftMt, 90),
        entry("old", "news/b", LinkState::Translated, 10),
        entry("new", "news/b", LinkState::Translated, 20),
        entry("read twice", "news/c", LinkState::Reviewed, 5),
    ]);
    let ask = |article| {
        let query = Query { article, most: 9, ..Query::new("The Council met!") };
        let found = memory.searcher().best(&query);
        found.iter().map(|found| found.entry.target).collect::<Vec<_>>()
    };
    assert_eq!(ask(None), ["read twice", "new", "old", "a machine's"]);
    assert_eq!(ask(Some("news/a"))[0], "a machine's");
    assert_eq!(ask(Some("news/b"))[..2], ["new", "old"]);
}

#[test]
fn a_cache_gives_the_memory_back() {
    let entries = vec![
        Entry {
            before: Some(String::new()),
            after: Some("The next.".to_owned()),
            by: "ana".to_owned(),
            at: Timestamp::from_seconds(1_524_124_800),
            state: LinkState::Reviewed,
            grain: Grain::Unit,
            origin: Some(Origin {
                article: ArticleId::new("news", "a"),
                link: Some(crate::domain::record::LinkId::from_number(77)),
            }),
            ..Entry::new("The **Council** met.", "El Consejo se reunió.")
        },
        Entry::new("The next.", "El siguiente."),
    ];
    let first = memory(entries.clone());
    let bytes = postcard::to_stdvec(first.stored()).unwrap();
    let second = Memory::new(postcard::from_bytes(&bytes).unwrap());
    let mut back: Vec<Entry> = second.entries().map(|entry| entry.to_entry()).collect();
    back.sort_by(|one, other| one.source.cmp(&other.source));
    assert_eq!(back, entries);
    assert_eq!(best(&second, "The next!"), Some((99, "The next.")));
    assert_eq!(second.target_locale().as_str(), "es");
}

#[test]
fn a_job_is_counted_in_bands_and_their_sum_is_the_job() {
    let context = |entry: Entry, article: &str| Entry {
        before: Some(String::new()),
        after: Some("The Council met in Brussels.".to_owned()),
        origin: Some(Origin { article: ArticleId::from_text(article), link: None }),
        ..entry
    };
    let memory = memory(vec![
        context(Entry::new("Customs news", "Noticias"), "news/a"),
        Entry::new("The Council met in Brussels.", "…"),
        Entry::new("Twenty officers of the Dutch customs came by train to the meeting.", "…"),
    ]);
    let unit = |text, context| Unit { text, context, article: Some("news/b") };
    let units = [
        unit("Customs news", Some(("", "The Council met in Brussels."))),
        unit("The Council met in Brussels. It was cold. It was cold.", None),
        unit("Twenty officers of the Dutch customs came by train to the meetings.", None),
        unit("Ten officers of the Dutch customs went by train to the meeting.", None),
        unit("Customs news", Some(("x", "y"))),
        unit("It was cold.", None),
        unit("Ten people from the Irish customs came by bus to the meeting.", None),
    ];
    let table = leverage(Some(&memory), &locale("en"), &units);
    let words = |band: Band| (table.of(band).segments, table.of(band).words);
    assert_eq!(words(Band::InContext), (1, 2));
    assert_eq!(words(Band::Exact), (2, 7));
    assert_eq!(words(Band::Repetition), (2, 6));
    assert_eq!(words(Band::New), (1, 3));
    assert_eq!(words(Band::From85), (1, 12));
    assert_eq!(words(Band::From75), (1, 12));
    assert_eq!(words(Band::From50), (1, 12));
    assert_eq!(table.total().words, 54);
    assert_eq!(table.total().segments, 9);
    assert_eq!((table.across.segments, table.across.words), (2, 4));
    let without = leverage(None, &locale("en"), &units);
    assert_eq!(without.total(), table.total());
    assert_eq!(without.of(Band::Exact).words, 0);
}

#[test]
fn a_unit_without_an_equal_is_matched_sentence_by_sentence() {
    let memory = of(&["It was cold.", "The Council met in Brussels."]);
    let text = "  The Council met in Lima. It was cold. Mr. Gil left.";
    let unit = Unit { text, context: Some(("", "")), article: None };
    let found = matches(&mut memory.searcher(), &unit, &locale("en"));
    let seen: Vec<_> =
        found.iter().map(|part| (&text[part.range.clone()], part.best.map(|best| best.score))).collect();
    assert_eq!(
        seen,
        [("The Council met in Lima.", Some(80)), ("It was cold.", Some(100)), ("Mr. Gil left.", None)]
    );
}

#[test]
fn chinese_is_compared_and_counted_by_characters() {
    let zh = Memory::new(Stored::new(
        locale("zh"),
        locale("es"),
        [Entry::new("世界海关组织在布鲁塞尔成立。", "…")],
    ));
    assert_eq!(best(&zh, "世界海关组织在巴塞罗尼成立。"), Some((69, "世界海关组织在布鲁塞尔成立。")));
    let unit = Unit { text: "世界海关组织。", context: None, article: None };
    assert_eq!(leverage(Some(&zh), &locale("zh"), &[unit]).total().words, 7);
}

/// A long line of words of which there are few: what an index likes least.
#[test]
fn hostile_texts_are_bounded() {
    let long = "the ".repeat(50_000);
    let same = |n: usize| format!("the the the {n}");
    let mut texts = vec![long.clone(), "a ".repeat(900)];
    texts.extend((0..3_000).map(same));
    let memory = memory(texts.iter().map(|text| Entry::new(text.as_str(), "x")).collect());
    assert_eq!(best(&memory, &long).map(|found| found.0), Some(100));
    assert_eq!(best(&memory, &format!("{long} end")), None);
    assert_eq!(best(&memory, &format!("{}b", "a ".repeat(900))).map(|found| found.0), Some(99));
    assert_eq!(best(&memory, "the the the 5000").map(|found| found.0), Some(99));
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the", "The", "council", "met", "in", "Brussels", "customs", "officers", "WCO", "12", "2018", "`x`",
        "of", "and", ",", "*", "!", "![",
    ]);
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_index_finds_what_a_scan_of_all_finds(
        texts in prop::collection::vec(words(), 0..60),
        query in words(),
        least in 50u8..100,
        most in 1usize..4,
    ) {
        let memory = of(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let mut all: Vec<(u8, String)> = texts
            .iter()
            .map(|text| (score(&query, text), normalised(text).into_owned()))
            .filter(|(score, _)| *score >= least)
            .collect();
        all.sort();
        all.dedup();
        let mut scores: Vec<u8> = all.iter().map(|(score, _)| *score).collect();
        scores.reverse();
        scores.truncate(most);
        let found = memory.searcher().best(&Query { least, most: most * 20, ..Query::new(&query) });
        // Texts that differ in blanks alone have one score.
        let mut distinct: Vec<(u8, String)> =
            found.iter().map(|found| (found.score, normalised(found.entry.source).into_owned())).collect();
        distinct.dedup();
        let found: Vec<u8> = distinct.iter().take(most).map(|(score, _)| *score).collect();
        prop_assert_eq!(found, scores);
        for one in memory.searcher().best(&Query { least, most, ..Query::new(&query) }) {
            prop_assert_eq!(one.score, score(&query, one.entry.source));
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter(
        texts in prop::collection::vec((words(), 0..3i64), 1..40),
        query in words(),
        seed in 0usize..40,
    ) {
        let entries: Vec<Entry> = texts
            .iter()
            .map(|(text, at)| Entry { at: Timestamp::from_seconds(*at), ..Entry::new(text.as_str(), format!("{text} {at}")) })
            .collect();
        let mut turned = entries.clone();
        turned.rotate_left(seed % entries.len());
        turned.reverse();
        let (one, other) = (memory(entries), memory(turned));
        let query = Query { most: 5, ..Query::new(&query) };
        prop_assert_eq!(one.searcher().best(&query), other.searcher().best(&query));
    }

    #[test]
    fn what_is_there_is_always_found(texts in prop::collection::vec(words(), 1..40), at in 0usize..40) {
        let memory = of(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let text = &texts[at % texts.len()];
        let found = memory.searcher().best(&Query::new(text));
        prop_assert_eq!(found.first().map(|found| found.score), Some(100));
    }
}

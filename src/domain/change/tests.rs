mod cases;

use super::*;
use proptest::prelude::*;

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn change(tag: &str, before: &str, after: &str) -> Change {
    classify(&[before], &[after], BlockKind::Paragraph, &locale(tag), &NoTerms)
}

/// The names of the causes, without what they quote.
fn causes(change: &Change) -> Vec<String> {
    change
        .causes
        .iter()
        .map(|cause| format!("{cause:?}").split([' ', '{']).next().unwrap().to_owned())
        .collect()
}

#[test]
fn each_change_has_the_class_and_the_cause_an_editor_would_give() {
    use ChangeClass::*;
    let cases = [
        // Numbers.
        ("en", "The WCO has 182 Members.", "The WCO has 183 Members.", Major, "Number"),
        ("en", "It rose by 1.5 million.", "It rose by 1.5 billion.", Major, "Number"),
        ("en", "It rose from 5 to 10.", "It rose from 10 to 5.", Major, "Number"),
        ("en", "A rate of 25 % applies.", "A rate of 25 € applies.", Major, "Number"),
        ("en", "It fell to -5 degrees.", "It fell to 5 degrees.", Major, "Number"),
        ("en", "They seized eleven cars.", "They seized twelve cars.", Major, "Number"),
        ("en", "the third meeting", "the fourth meeting", Major, "Number"),
        ("es", "más de 1.500 agentes", "más de 1.600 agentes", Major, "Number"),
        ("zh", "共有182个成员", "共有183个成员", Major, "Number"),
        ("en", "They seized 11 cars.", "They seized eleven cars.", Minor, "Wording"),
        ("en", "over 25 countries took part", "over twenty-five countries took part", Minor, "Wording"),
        ("en", "about 5,000,000 tonnes of it", "about 5 million tonnes of it", Minor, "Wording"),
        ("en", "a share of 25%", "a share of 25 per cent", Minor, "Wording"),
        ("en", "Some 1,234 parcels", "Some 1234 parcels", Cosmetic, ""),
        ("fr", "près de 1 234 colis", "près de 1234 colis", Cosmetic, ""),
        // Dates.
        ("en", "It opened on 2018-04-19 in Lima.", "It opened on 2018-04-20 in Lima.", Major, "Date"),
        ("zh", "会议于2020年8月31日召开", "会议于2020年9月1日召开", Major, "Date"),
        ("en", "It opened on 19 April.", "It opened on 19 May.", Major, "Date"),
        // Names.
        ("en", "It was chaired by Rafael García.", "It was chaired by Rafael Garcés.", Major, "Name"),
        ("en", "Tania Quispe spoke.", "Maria Quispe spoke.", Major, "Name"),
        ("en", "He spoke for the WCO.", "He spoke for the WTO.", Major, "Name"),
        ("fr", "La mission de l'OMA est close.", "La mission de l'OMC est close.", Major, "Name"),
        (
            "de",
            "Der Vertrag mit Herrn Peter Weber gilt.",
            "Der Vertrag mit Herrn Peter Huber gilt.",
            Major,
            "Name",
        ),
        ("de", "Der Vertrag über die Waren gilt.", "Das Abkommen über die Güter gilt.", Minor, "Wording"),
        ("en", "Mr. Mujica attended it.", "Mujica attended it.", Minor, "Wording"),
        ("en", "All Members agreed to it.", "Each Member agreed to it.", Minor, "Wording"),
        ("en", "Then they left.", "Afterwards they left.", Minor, "Wording"),
        // Negation.
        ("en", "The goods are released.", "The goods are not released.", Major, "Negation"),
        ("en", "They can pay later.", "They can't pay later.", Major, "Negation"),
        ("en", "This is a legal import.", "This is an illegal import.", Major, "Negation"),
        ("en", "It hits not goods but services.", "It hits goods but not services.", Major, "Negation"),
        ("en", "They don't pay it.", "They do not pay it.", Minor, "Wording"),
        ("es", "La carga llegó con sello.", "La carga llegó sin sello.", Major, "Negation"),
        (
            "fr",
            "Les marchandises sont libérées.",
            "Les marchandises ne sont pas libérées.",
            Major,
            "Negation",
        ),
        ("pt", "A carga foi liberada.", "A carga não foi liberada.", Major, "Negation"),
        ("de", "Die Ware ist frei.", "Die Ware ist nicht frei.", Major, "Negation"),
        ("it", "La merce è libera.", "La merce non è libera.", Major, "Negation"),
        ("ru", "Товар выпущен сегодня.", "Товар не выпущен сегодня.", Major, "Negation"),
        ("zh", "货物可以放行", "货物不可以放行", Major, "Negation"),
        // Addresses and code.
        ("en", "See https://wcoomd.org/a for it.", "See https://wcoomd.org/b for it.", Mirror, "Address"),
        ("en", "See [the page](2017/a.html).", "See [the page](2018/b.html).", Mirror, "Address"),
        ("en", "Run `cotejo status 1` first.", "Run `cotejo check 2` first.", Mirror, "Code"),
        ("en", "Write to info@wcoomd.org now.", "Write to press@wcoomd.org now.", Mirror, "Address"),
        ("en", "Read https://x.org/a soon.", "Go through https://x.org/b soon.", Mirror, "Address"),
        // Wording and looks.
        ("en", "They met to discuss trade.", "They met to talk about trade.", Minor, "Wording"),
        ("en", "They met to discuss Trade.", "They met to discuss trade.", Cosmetic, "Case"),
        ("en", "Download full size image", "Download full-size image", Cosmetic, "Punctuation"),
        ("en", "closer cooperation", "closer co-operation", Cosmetic, "Punctuation"),
        ("en", "It is \"good\", he said.", "It is “good”, he said.", Cosmetic, "Punctuation"),
        ("en", "the WCO’s work", "the WCO's work", Cosmetic, ""),
        ("en", "This is *very* good.", "This is **very** good.", Cosmetic, "Markup"),
        ("en", "one line", "one\nline", Cosmetic, "Space"),
    ];
    for (tag, before, after, class, cause) in cases {
        let found = change(tag, before, after);
        assert_eq!(found.class, class, "{before:?} → {after:?}: {:?}", found.causes);
        let named = causes(&found);
        assert!(
            cause.is_empty() || named.iter().any(|name| name == cause),
            "{before:?} → {after:?}: {named:?}"
        );
    }
}

#[test]
fn the_evidence_quotes_what_changed() {
    let found = change("en", "The WCO has 182 Members.", "The WTO has 1,164 Members.");
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        found.causes[..2],
        [
            Cause::Number { before: some("182"), after: some("1,164") },
            Cause::Name { before: some("WCO"), after: some("WTO") }
        ]
    );
}

#[test]
fn a_heading_with_capitals_on_every_word_names_only_its_acronyms() {
    let title = |before: &str, after: &str| {
        classify(&[before], &[after], BlockKind::Title, &locale("en"), &NoTerms).class
    };
    assert_eq!(title("WCO Publishes New Transit Guide", "WCO Issues New Transit Guide"), ChangeClass::Minor);
    assert_eq!(
        title("WCO Publishes New Transit Guide", "WTO Publishes New Transit Guide"),
        ChangeClass::Major
    );
    assert_eq!(title("Customs meets in Lima", "Customs meets in Quito"), ChangeClass::Major);
}

#[test]
fn a_term_that_goes_or_comes_is_major() {
    let terms = ["authorized economic operator".to_owned(), "AEO".to_owned(), "broker".to_owned()];
    let spot = |before: &str, after: &str| {
        classify(&[before], &[after], BlockKind::Paragraph, &locale("en"), &terms[..])
    };
    let found = spot("Each broker was heard.", "Each agent was heard.");
    assert_eq!(found.causes[0], Cause::Term { before: Some("broker".into()), after: None });
    assert_eq!(found.class, ChangeClass::Major);
    assert_eq!(spot("Each broker was heard.", "Every broker was heard.").class, ChangeClass::Minor);
    assert_eq!(spot("No brokers here at all.", "No dealers here at all.").class, ChangeClass::Minor);
}

#[test]
fn a_text_put_in_anothers_place_is_major_and_a_split_is_not() {
    let found = change(
        "en",
        "The meeting was opened by the chair with a word of welcome.",
        "Several workshops took place afterwards on risk management tools.",
    );
    assert_eq!(found.causes[0], Cause::Rewritten);
    let split = classify(
        &["First this was said. Then that was done."],
        &["First this was said.", "Then that was done."],
        BlockKind::Paragraph,
        &locale("en"),
        &NoTerms,
    );
    assert_eq!((split.class, causes(&split)), (ChangeClass::Cosmetic, vec!["Split".to_owned()]));
}

#[test]
fn blocks_copied_across_are_mirror_whatever_changes_in_them() {
    for kind in [BlockKind::Code, BlockKind::Data] {
        let found = classify(&["let a = 1;"], &["let a = 2;"], kind, &locale("en"), &NoTerms);
        assert_eq!(found.class, ChangeClass::Mirror);
    }
}

#[test]
fn the_word_diff_reads_by_phrases() {
    let words = change("en", "They met to discuss trade.", "They sat to talk about trade.").words;
    assert_eq!(
        words,
        [
            DiffOp::Equal("They ".into()),
            DiffOp::Delete("met".into()),
            DiffOp::Insert("sat".into()),
            DiffOp::Equal(" to ".into()),
            DiffOp::Delete("discuss".into()),
            DiffOp::Insert("talk about".into()),
            DiffOp::Equal(" trade.".into()),
        ]
    );
    let chinese = change("zh", "世界海关组织", "世界贸易组织").words;
    assert_eq!(
        chinese,
        [
            DiffOp::Equal("世界".into()),
            DiffOp::Delete("海关".into()),
            DiffOp::Insert("贸易".into()),
            DiffOp::Equal("组织".into()),
        ]
    );
}

#[test]
fn endless_texts_are_compared_in_bounded_time() {
    let started = std::time::Instant::now();
    let noise = |seed: usize, count: usize| -> String {
        (0..count).map(|n| format!("w{} ", n.wrapping_mul(seed) % 9_973)).collect()
    };
    for (before, after) in [
        (noise(7, 12_000), noise(13, 12_000)),
        (noise(7, 5_000), noise(13, 5_000)),
        ("`".repeat(40_000), "<a".repeat(20_000)),
        ("](".repeat(20_000), "{{".repeat(20_000)),
        ("a@".repeat(20_000), "1,".repeat(20_000)),
        ("A b. ".repeat(10_000), "not ".repeat(10_000)),
    ] {
        let found = change("en", &before, &after);
        assert!(found.causes.len() < 200);
    }
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn a_long_text_is_still_compared_between_its_equal_sentences() {
    let sentence = |n: usize| format!("Parcel {n} was seen by the officer on duty at gate {}. ", n % 7);
    let old: Vec<String> = (0..2_000).map(sentence).collect();
    let mut new = old.clone();
    new[3] = "Nobody saw it. ".to_owned();
    new[1_990] = new[1_990].replace("officer", "clerk");
    let words = change("en", &old.concat(), &new.concat()).words;
    let changed: Vec<&DiffOp> = words.iter().filter(|op| !matches!(op, DiffOp::Equal(_))).collect();
    assert_eq!(
        changed[changed.len() - 2..],
        [&DiffOp::Delete("officer".into()), &DiffOp::Insert("clerk".into())]
    );
    let deleted: usize = changed
        .iter()
        .map(|op| match op {
            DiffOp::Delete(text) => text.len(),
            _ => 0,
        })
        .sum();
    assert!(deleted < 100, "{deleted} bytes are shown as deleted");
}

proptest! {
    #[test]
    fn a_diff_gives_both_texts_back(
        old in "[a-c ,.界*`]{0,40}|\\PC{0,30}",
        new in "[a-c ,.界*`]{0,40}|\\PC{0,30}",
    ) {
        let found = change("en", &old, &new);
        let side = |keep: fn(&DiffOp) -> Option<&str>| found.words.iter().filter_map(keep).collect::<String>();
        prop_assert_eq!(&side(|op| match op { DiffOp::Equal(t) | DiffOp::Delete(t) => Some(t), _ => None }), &old);
        prop_assert_eq!(&side(|op| match op { DiffOp::Equal(t) | DiffOp::Insert(t) => Some(t), _ => None }), &new);
        prop_assert!(!found.causes.is_empty());
        prop_assert!(found.causes.iter().all(|cause| cause.class() <= found.class));
    }

    #[test]
    fn a_class_does_not_depend_on_the_direction(
        old in "([A-Za-z]{1,6}|[0-9]{1,3}|not|WCO)( ([a-zA-Z]{1,6}|[0-9]{1,3}|not|WCO)){0,8}",
        new in "([A-Za-z]{1,6}|[0-9]{1,3}|not|WCO)( ([a-zA-Z]{1,6}|[0-9]{1,3}|not|WCO)){0,8}",
    ) {
        let numbers = |change: &Change| change.causes.iter().any(|cause| matches!(cause, Cause::Number { .. }));
        let (there, back) = (change("en", &old, &new), change("en", &new, &old));
        prop_assert_eq!(numbers(&there), numbers(&back));
    }
}

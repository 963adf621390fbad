//! Any text gets a judgement, a notice that lies within its block, and dates that lie within it.
#![no_main]

use cotejo::domain::date::find_dates;
use cotejo::domain::locale::Locale;
use cotejo::domain::notice::NoticeRules;
use cotejo::domain::page::{PageInput, Site, SourceText, judge};
use cotejo::formats::plain_text;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let locales: Vec<Locale> =
        ["en", "es", "zh-Hans", "ru", "ar"].iter().map(|tag| tag.parse().expect("a tag")).collect();
    let site = Site::new(locales[0].clone(), locales.clone());
    let document = plain_text().parse(bytes.to_vec());
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    let notice = NoticeRules::builtin().find(&texts, &locales);
    if let Some(found) = &notice {
        assert!(texts[found.block].get(found.range.clone()).is_some());
    }
    for text in &texts {
        for date in find_dates(text) {
            assert!(text.get(date.range.clone()).is_some());
        }
    }
    let source = texts.join("\n");
    let judged = judge(
        &site,
        &PageInput {
            document: &document,
            requested: locales.get(1),
            source_text: Some(SourceText::Text(&source)),
            notice: notice.as_ref(),
        },
    );
    assert!((0.0..=1.0).contains(&judged.source_share));
    assert_eq!(judged.blocks.len(), document.blocks.len());
    for block in &judged.blocks {
        assert!(block.source_letters <= block.letters);
    }
});

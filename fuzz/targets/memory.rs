//! Segments are the text; a memory finds what a scan of all its texts finds.
#![no_main]

use cotejo::domain::memory::{Entry, FLOOR, Memory, Query, Stored, score};
use cotejo::domain::segment::{codes, core, segments};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for tag in ["en", "de", "ja", "el"] {
        let locale = tag.parse().expect("a locale");
        let cut = segments(&text, &locale);
        let whole: String = cut.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(whole, text);
        assert!(cut.iter().all(|range| text.get(core(&text, range)).is_some()));
    }
    assert!(codes(&text).iter().all(|range| text.get(range.clone()).is_some()));
    let mut lines: Vec<&str> = text.lines().take(60).collect();
    let Some(query) = lines.pop() else { return };
    let entries = lines.iter().map(|line| Entry::new(*line, ""));
    let memory = Memory::new(Stored::new("en".parse().expect("a locale"), "es".parse().expect("a locale"), entries));
    let best = lines.iter().map(|line| score(query, line)).max().filter(|score| *score >= FLOOR);
    let found = memory.searcher().best(&Query::new(query));
    assert_eq!(found.first().map(|found| found.score), best, "{query:?} in {lines:?}");
});

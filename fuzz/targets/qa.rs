//! Whatever stands in a source, its translation and the list of ignores: the checks end, places are
//! lines that there are, ids are told apart, and a list that was read is written as it was read.
#![no_main]

use std::collections::BTreeSet;

use cotejo::domain::language::Candidates;
use cotejo::domain::locale::Locale;
use cotejo::domain::qa::bitext::Bitext;
use cotejo::domain::qa::ignore::Ignores;
use cotejo::domain::qa::{Place, Site, across, look};
use cotejo::formats;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if let Ok(ignores) = Ignores::read(&text) {
        assert_eq!(Ignores::read(&ignores.text()).map(|again| again.text()), Ok(ignores.text()));
    }
    let (source, target) = text.split_once('\0').unwrap_or((&text, &text));
    let parse = |text: &str| formats::plain_text().parse(text.as_bytes().to_vec());
    let (source, target) = (parse(source), parse(target));
    for (from, to) in [("en", "es"), ("en", "fr"), ("es", "zh")] {
        let (from, to): (Locale, Locale) = (from.parse().expect("a tag"), to.parse().expect("a tag"));
        let candidates = Candidates::new(&[from.clone(), to.clone()]);
        let bitext = Bitext::aligned((&source, &from), (&target, &to));
        let looked = look(&bitext, &Site { candidates: &candidates, extra: &[] });
        // A lone carriage return ends a line too.
        let lines = text.split(['\n', '\r']).count();
        assert!(looked.problems.iter().all(|problem| problem.line as usize <= lines));
        let ids: BTreeSet<_> = looked.problems.iter().map(|problem| (problem.check, &problem.id)).collect();
        assert_eq!(ids.len(), looked.problems.len());
        across(&[Place { locales: (&from, &to), path: "a", looked: &looked }]);
    }
});

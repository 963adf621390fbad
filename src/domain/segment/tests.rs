use std::collections::BTreeSet;

use icu_segmenter::SentenceSegmenter;
use proptest::prelude::*;

use super::*;

const GOLD: [(&str, &str); 4] = [
    ("en", include_str!("gold/en.txt")),
    ("es", include_str!("gold/es.txt")),
    ("fr", include_str!("gold/fr.txt")),
    ("", include_str!("gold/others.txt")),
];

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

/// The units of the gold tables with their language and the boundaries within them.
fn gold() -> Vec<(&'static str, String, BTreeSet<usize>)> {
    let mut out = Vec::new();
    for (tag, table) in GOLD {
        let mut tag = tag;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'))
                && name.parse::<Locale>().is_ok()
            {
                tag = name;
                continue;
            }
            let mut text = String::new();
            let mut places = BTreeSet::new();
            for part in line.replace('⏎', "\n").split('‖') {
                places.insert(text.len());
                text.push_str(part);
            }
            let end = text.trim_end().len();
            out.push((tag, text, places.into_iter().filter(|at| *at > 0 && *at < end).collect()));
        }
    }
    out
}

/// Boundaries found and right, found and wrong, and missed.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
    /// Places behind a stop and a blank: where a boundary might be.
    places: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<usize>, expected: &BTreeSet<usize>, text: &str) {
        self.right += found.intersection(expected).count();
        self.wrong += found.difference(expected).count();
        self.missed += expected.difference(found).count();
        let stops = text.match_indices(['.', '!', '?', '…', '。', '！', '？', '؟']);
        self.places += stops
            .filter(|(at, stop)| {
                let after = &text[at + stop.len()..];
                let blank = after.trim_start_matches(closes).starts_with(char::is_whitespace);
                blank && !after.trim().is_empty() || stop.len() == 3 && !after.is_empty()
            })
            .count();
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

/// `cargo test --lib segment::tests::measured -- --nocapture` prints the table.
#[test]
#[allow(clippy::disallowed_macros, reason = "the figures are what it is for")]
fn measured() {
    let mut ours: std::collections::BTreeMap<&str, [Tally; 2]> = std::collections::BTreeMap::new();
    for (tag, text, expected) in gold() {
        let found: BTreeSet<usize> =
            segments(&text, &locale(tag)).iter().map(|range| range.start).skip(1).collect();
        let inner = |at: &usize| *at > 0 && *at < text.trim_end().len();
        let base = SentenceSegmenter::new(Default::default()).segment_str(&text).filter(inner).collect();
        let [own, unicode] = ours.entry(tag).or_default();
        own.add(&found, &expected, &text);
        unicode.add(&base, &expected, &text);
        for (what, list) in [("wrong", found.difference(&expected)), ("missed", expected.difference(&found))]
        {
            for at in list {
                println!("{tag} {what}: {}‖{}", &text[..*at], &text[*at..]);
            }
        }
    }
    println!("locale places boundaries  precision recall  UAX #29 alone");
    for (tag, [own, base]) in &ours {
        println!(
            "{tag:6} {:6} {:10}  {:9.3} {:6.3}  {:.3} {:.3}",
            own.places,
            own.right + own.missed,
            own.precision(),
            own.recall(),
            base.precision(),
            base.recall()
        );
        if own.right + own.missed == 0 {
            assert_eq!(own.wrong, 0, "{tag}");
            continue;
        }
        let (precision, recall) = if ["en", "es", "fr"].contains(tag) { (0.98, 0.98) } else { (0.9, 0.9) };
        assert!(own.precision() >= precision && own.recall() >= recall, "{tag}: {own:?}");
    }
    for tag in ["en", "es", "fr"] {
        assert!(ours[tag][0].places >= 200, "{tag}: {:?}", ours[tag]);
    }
    assert!(ours.len() >= 10, "{:?}", ours.keys());
}

fn cut<'t>(text: &'t str, tag: &str) -> Vec<&'t str> {
    segments(text, &locale(tag)).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn blanks_go_with_the_sentence_before_and_core_leaves_them_out() {
    assert_eq!(cut(" One.  Two.\n", "en"), [" One.  ", "Two.\n"]);
    assert!(cut("", "en").is_empty());
    assert_eq!(cut("  ", "en"), ["  "]);
    let text = " One.  Two.\n";
    let cores: Vec<&str> =
        segments(text, &locale("en")).iter().map(|range| &text[core(text, range)]).collect();
    assert_eq!(cores, ["One.", "Two."]);
}

#[test]
fn a_locale_without_a_list_knows_what_all_share() {
    assert_eq!(cut("Acme Inc. Group. Mr. Smith.", "sw").len(), 2);
    assert_eq!(cut("Dne 19. Dubna. Konec.", "cs").len(), 2);
    assert_eq!(cut("Dne 19. Dubna. Konec.", "es").len(), 3);
}

#[test]
fn inline_codes_are_told_from_text() {
    let of = |text: &str| codes(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
    assert_eq!(
        of("Run `a. b` **now**, see [it](x.md) at <b>www.example.org</b>."),
        ["`a. b`", "**", "**", "[", "]", "(x.md)", "<b>", "www.example.org", "</b>"]
    );
    assert_eq!(of("5 * 3 \\* 2, snake_case"), ["*"]);
    assert!(of("No codes: 50 %, e.g. \"this\".").is_empty());
}

/// Texts that would cost an hour if a rule looked back to the beginning of its sentence.
#[test]
fn hostile_texts_take_linear_time() {
    let size = 30_000;
    let fill = |pattern: &str| pattern.repeat(size / pattern.len() + 1);
    for text in [
        fill("."),
        fill(". "),
        fill("a"),
        fill("Mr. "),
        fill("A. "),
        fill("1. "),
        fill(".) "),
        fill(".\" "),
        fill("(("),
        fill("`a. B "),
        fill("[1]"),
        fill(".[1]"),
        fill("… "),
        fill("<b. "),
        fill("。」"),
        fill("! a"),
        fill("U.S. "),
        fill(". ("),
        fill(".«"),
        fill("\u{2029}"),
    ] {
        let found = segments(&text, &locale("en"));
        assert_eq!(found.last().map(|range| range.end), Some(text.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn segments_together_are_the_text(
        text in "([A-Ca-cé1-2.!?…;:,'’\"“»«()\\[\\]`*_<>/@ \n\r\u{a0}\u{85}\u{2029}。」世か]|Mr\\. |`a\\. B`|<br>|\\[1\\]|etc\\.|U\\.S\\. ){0,40}",
        tag in prop::sample::select(vec!["en", "es", "fr", "de", "ja", "el", "sw"]),
    ) {
        let found = segments(&text, &locale(tag));
        let whole: String = found.iter().map(|range| &text[range.clone()]).collect();
        prop_assert_eq!(&whole, &text);
        prop_assert!(found.iter().all(|range| !range.is_empty()));
    }

    #[test]
    fn any_text_is_its_segments(text in "\\PC{0,60}") {
        let whole: String = cut(&text, "en").concat();
        prop_assert_eq!(whole, text);
    }

    /// Nothing is cut within code, an address or a tag, whatever stands around.
    #[test]
    fn code_addresses_and_tags_are_never_cut(
        before in "[A-C][a-c]{1,4}[.!?,]{0,2} ",
        inner in "[A-Ca-c.!? ]{1,20}[a-c]",
        after in "[.!?]{0,2} [A-C][a-c]{1,4}\\.",
        form in 0..5usize,
    ) {
        let inner = inner.trim();
        let special = match form {
            0 => format!("`{inner}`"),
            1 => format!("[x](http://example.org/{})", inner.replace(' ', ". ")),
            2 => format!("<a href=\"{inner}\">"),
            3 => format!("``{inner}``"),
            _ => format!("https://example.org/{}x", inner.replace(' ', ".")),
        };
        let text = format!("{before}{special}{after}");
        let hidden = before.len()..before.len() + special.len();
        for range in segments(&text, &locale("en")) {
            prop_assert!(range.start <= hidden.start || range.start >= hidden.end, "{:?}", &text[range]);
        }
    }
}

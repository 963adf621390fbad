use proptest::prelude::*;

use super::*;
use crate::domain::record::BaselineUnit;

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, level: None, text: text.to_owned(), fragments: Vec::new(), line: 1 }
}

/// The blocks of a plain text as the seeds are laid out: the first is the title.
fn page(text: &str) -> Vec<Block> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let kind = |at: usize| if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
    parts.enumerate().map(|(at, part)| block(kind(at), part)).collect()
}

fn refs(blocks: &[Block]) -> Vec<&Block> {
    blocks.iter().collect()
}

const PAIRS: [(&str, &str); 5] = [
    (
        include_str!("../../../seeds/000_a993cfb2819e14f5.txt"),
        include_str!("../../../translations/es/000_a993cfb2819e14f5.txt"),
    ),
    (
        include_str!("../../../seeds/001_f82248b1379ea873.txt"),
        include_str!("../../../translations/fr/001_f82248b1379ea873.txt"),
    ),
    (
        include_str!("../../../seeds/003_8f369ce769463c9a.txt"),
        include_str!("../../../translations/es/003_8f369ce769463c9a.txt"),
    ),
    (
        include_str!("../../../seeds/001_f82248b1379ea873.txt"),
        include_str!("../../../translations/es/001_f82248b1379ea873.txt"),
    ),
    (
        include_str!("../../../seeds/000_a993cfb2819e14f5.txt"),
        include_str!("../../../translations/es/000_a993cfb2819e14f5.txt"),
    ),
];

/// The pairings as "source>target" by numbers.
fn picture(source: &[Block], target: &[Block]) -> Vec<String> {
    let numbers = |list: &[usize]| list.iter().map(|at| at.to_string()).collect::<Vec<_>>().join("+");
    let pairings = align(&refs(source), &refs(target));
    pairings
        .iter()
        .map(|pairing| format!("{}>{}", numbers(&pairing.source), numbers(&pairing.target)))
        .collect()
}

fn diagonal(len: usize) -> Vec<String> {
    (0..len).map(|at| format!("{at}>{at}")).collect()
}

#[test]
fn real_translations_align_one_to_one_and_surely() {
    for (source, target) in PAIRS {
        let (source, target) = (page(source), page(target));
        assert_eq!(picture(&source, &target), diagonal(source.len()));
        let pairings = align(&refs(&source), &refs(&target));
        assert!(pairings.iter().all(|pairing| pairing.confidence > 0.8), "{pairings:?}");
    }
}

#[test]
fn a_unit_left_out_anywhere_is_the_one_without_counterpart() {
    let (mut right, mut all) = (0, 0);
    for (source, target) in PAIRS {
        let (source, target) = (page(source), page(target));
        for gone in 0..target.len() {
            let kept: Vec<Block> =
                (0..target.len()).filter(|at| *at != gone).map(|at| target[at].clone()).collect();
            let alone = |at: usize| if at < gone { at } else { at - 1 };
            let expected: Vec<String> = (0..source.len())
                .map(|at| if at == gone { format!("{at}>") } else { format!("{at}>{}", alone(at)) })
                .collect();
            let found = picture(&source, &kept);
            right += usize::from(found == expected);
            all += 1;
        }
    }
    assert!(right * 100 >= all * 90, "{right} of {all}");
}

#[test]
fn of_a_long_page_a_chapter_left_out_is_found() {
    let names =
        ["Lima", "Quito", "Peru", "Tania", "García", "Asunción", "WCO", "Kyoto", "Brussels", "Bolivia"];
    let text = |word: &str, n: usize| {
        let words = (0..12 + n * 7 % 23).map(|k| format!("{word}{}", (n * 13 + k * k) % 97));
        let name = (names[n % 10], names[n / 10 % 10], 1_000 + n * 7 % 1_013);
        format!("{} {} {} {}.", words.collect::<Vec<_>>().join(" "), name.0, name.1, name.2)
    };
    let gone = 440..560;
    let page = |word: &str, list: &[usize]| -> Vec<Block> {
        list.iter().map(|n| block(BlockKind::Paragraph, &text(word, *n))).collect()
    };
    let all: Vec<usize> = (0..1_000).collect();
    let kept: Vec<usize> = (0..1_000).filter(|n| !gone.contains(n)).collect();
    let (source, target) = (page("trade", &all), page("comercio", &kept));
    let right = align(&refs(&source), &refs(&target))
        .iter()
        .filter(|pairing| match (pairing.source.as_slice(), pairing.target.as_slice()) {
            ([i], [j]) => kept[*j] == *i,
            ([i], []) => gone.contains(i),
            _ => false,
        })
        .count();
    assert!(right >= 980, "{right}");
}

#[test]
fn two_units_translated_as_one_are_aligned_together() {
    let (mut right, mut all) = (0, 0);
    for (source, target) in PAIRS {
        let (source, target) = (page(source), page(target));
        // Paragraphs only; nobody joins a title with a date line.
        for first in 3..target.len() - 2 {
            let mut joined = target.clone();
            let second = joined.remove(first + 1);
            joined[first].text = format!("{} {}", joined[first].text, second.text);
            let together = format!("{first}+{}>{first}", first + 1);
            let found = picture(&source, &joined);
            all += 1;
            right += usize::from(found.contains(&together));
        }
    }
    assert!(right * 100 >= all * 80, "{right} of {all}");
}

#[test]
fn code_is_never_paired_with_text_and_equal_code_is_a_fixed_point() {
    let text = |kind, texts: &[&str]| texts.iter().map(|text| block(kind, text)).collect::<Vec<_>>();
    let mut source = text(BlockKind::Paragraph, &["First we install it.", "Then we run it."]);
    let mut target = text(BlockKind::Paragraph, &["Primero lo instalamos.", "Luego lo ejecutamos."]);
    source.insert(1, block(BlockKind::Code, "cargo install cotejo"));
    target.insert(1, block(BlockKind::Code, "cargo install cotejo"));
    assert_eq!(picture(&source, &target), ["0>0", "1>1", "2>2"]);
    target[1] = block(BlockKind::Paragraph, "cargo install cotejo");
    assert!(!picture(&source, &target).contains(&"1>1".to_owned()));
}

fn unit(text: &str) -> BaselineUnit {
    BaselineUnit { kind: BlockKind::Paragraph, level: None, text: text.to_owned(), after: None }
}

proptest! {
    #[test]
    fn every_block_is_in_one_pairing(
        source in prop::collection::vec((0..BlockKind::ALL.len(), "[A-Za-z0-9 .]{0,30}"), 0..14),
        target in prop::collection::vec((0..BlockKind::ALL.len(), "[A-Za-z0-9 .]{0,30}"), 0..14),
    ) {
        let blocks = |list: &[(usize, String)]| list.iter().map(|(kind, text)| block(BlockKind::ALL[*kind], text)).collect::<Vec<_>>();
        let (source, target) = (blocks(&source), blocks(&target));
        let pairings = align(&refs(&source), &refs(&target));
        let left: Vec<usize> = pairings.iter().flat_map(|pairing| pairing.source.clone()).collect();
        let right: Vec<usize> = pairings.iter().flat_map(|pairing| pairing.target.clone()).collect();
        prop_assert_eq!(left, (0..source.len()).collect::<Vec<_>>());
        prop_assert_eq!(right, (0..target.len()).collect::<Vec<_>>());
    }

    #[test]
    fn every_unit_is_followed_once(
        old in prop::collection::vec("[a-c]( [a-f]){0,7}", 0..14),
        new in prop::collection::vec("[a-c]( [a-f]){0,7}", 0..14),
    ) {
        let old: Vec<BaselineUnit> = old.iter().map(|text| unit(text)).collect();
        let new: Vec<Block> = new.iter().map(|text| block(BlockKind::Paragraph, text)).collect();
        let steps = follow(&old.iter().collect::<Vec<_>>(), &refs(&new));
        let sorted = |list: Vec<usize>| { let mut list = list; list.sort_unstable(); list };
        let left = sorted(steps.iter().flat_map(|step| step.old.clone()).collect());
        let right = sorted(steps.iter().flat_map(|step| step.new.clone()).collect());
        prop_assert_eq!(left, (0..old.len()).collect::<Vec<_>>());
        prop_assert_eq!(right, (0..new.len()).collect::<Vec<_>>());
        for step in steps {
            let lengths = (step.old.len(), step.new.len());
            let fits = match step.how {
                How::Same | How::Edited => lengths == (1, 1),
                How::Split => lengths.0 == 1 && lengths.1 > 1,
                How::Merged => lengths.0 > 1 && lengths.1 == 1,
                How::Removed => lengths == (1, 0),
                How::Added => lengths == (0, 1),
            };
            prop_assert!(fits, "{step:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn what_is_told_off_early_would_not_have_mattered(
        one in "((Lima|Quito|customs|2018|25|,|x\\.org/a) ){0,30}[.?:]?",
        other in "((Lima|Quito|aduana|2018|25|,|x\\.org/a) ){0,30}[.?:]?",
        ratio in 0.3_f64..3.0,
        most in -500_i32..900,
    ) {
        let kinds = [BlockKind::Paragraph, BlockKind::Heading];
        for kind in kinds {
            let (x, y) = (Features::of(&block(kinds[0], &one)), Features::of(&block(kind, &other)));
            let exact = unlikeness(&x, &y, ratio, path::NEVER);
            let told = unlikeness(&x, &y, ratio, most);
            prop_assert!(told == exact || told >= path::NEVER && exact > most, "{told} {exact} {most}");
        }
    }

    #[test]
    fn two_neighbours_have_the_anchors_of_both(
        one in "((Lima|Quito|Peru|2018|25|[A-Z][a-z]{2}|[1-9]{2}) ){0,50}",
        other in "((Lima|Quito|Peru|2018|25|[A-Z][a-z]{2}|[1-9]{2}) ){0,50}",
    ) {
        let (x, y) = (Features::of(&block(BlockKind::Paragraph, &one)), Features::of(&block(BlockKind::Paragraph, &other)));
        let mut both: Vec<(u32, u16)> = x.anchors.iter().chain(&y.anchors).copied().collect();
        both.sort_unstable();
        both.truncate(64);
        prop_assert_eq!(&x.joined(&y).anchors, &both);
        // Of anchors that both have the lighter counts, each as often as the rarer side has it.
        let mut rest = y.anchors.clone();
        let mut sum = 0;
        for (hash, weight) in &x.anchors {
            if let Some(at) = rest.iter().position(|(other, _)| other == hash) {
                sum += u32::from(rest.remove(at).1.min(*weight));
            }
        }
        prop_assert_eq!(x.common(&y), sum);
    }
}

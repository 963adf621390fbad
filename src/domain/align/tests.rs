use proptest::prelude::*;

use super::*;
use crate::domain::record::BaselineUnit;

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.to_owned(), fragments: Vec::new(), line: 1 }
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

#[test]
fn show() {
    for (source, target) in PAIRS {
        let (source, target) = (page(source), page(target));
        eprintln!("{} {}", source.len(), target.len());
        for pairing in align(&refs(&source), &refs(&target)) {
            let head = |list: &[usize], from: &[Block]| {
                list.iter().map(|i| from[*i].text.chars().take(40).collect::<String>()).collect::<Vec<_>>()
            };
            eprintln!(
                "  {:.2} {:?} {:?}",
                pairing.confidence,
                head(&pairing.source, &source),
                head(&pairing.target, &target)
            );
        }
    }
    let _ = BaselineUnit::from(&block(BlockKind::Title, ""));
}

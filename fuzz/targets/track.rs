//! Two revisions of a source and of its target, of blocks that a byte each chooses or that hold
//! the input's own text: every block is in one place, and accepting all leaves nothing pending.
#![no_main]

use cotejo::domain::article::{ArticleId, TreePath};
use cotejo::domain::change::NoTerms;
use cotejo::domain::document::{Block, BlockKind, Document, Encoding, Meta};
use cotejo::domain::record::{Endpoint, LinkState, Record, Timestamp};
use cotejo::domain::track::{Acceptance, Selection, UnitRef, Untranslated, accept, track};
use libfuzzer_sys::fuzz_target;

/// A block for each line: its own text, or one of a few made ones where the line is short.
fn document(text: &str) -> Document {
    let block = |(number, line): (usize, &str)| {
        let kind = BlockKind::ALL[line.bytes().next().map_or(0, usize::from) % BlockKind::ALL.len()];
        let made = || (0..6).map(|k| format!("{line}{k} ")).collect::<String>() + "and so on.";
        let text = if line.len() < 3 { made() } else { line.to_owned() };
        Block { kind, level: None, text, fragments: Vec::new(), line: number + 1 }
    };
    let blocks = text.lines().filter(|line| !line.is_empty()).take(60).enumerate().map(block).collect();
    Document::new(Vec::new(), Encoding::Utf8, blocks, Meta::default(), Vec::new())
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.splitn(4, '\0').map(document);
    let mut next = || parts.next().unwrap_or_else(|| document("a\nb"));
    let (old, old_target, new, new_target) = (next(), next(), next(), next());
    let endpoint =
        |tag: &str| Endpoint { locale: tag.parse().expect("a tag"), path: TreePath::new(format!("{tag}/a")) };
    let empty = Record::new(ArticleId::new("a", "b"), endpoint("en"), endpoint("es"));
    let how = Acceptance {
        untranslated: Untranslated::default(),
        state: LinkState::Translated,
        reason: Some("so".into()),
        by: String::new(),
        at: Timestamp::from_seconds(0).expect("a moment"),
    };
    let go = |record: &Record, source: &Document, target: &Document, what: &Selection| {
        accept(record, source, target, what, &how, &NoTerms).map(|accepted| accepted.record)
    };
    let start = go(&empty, &old, &old_target, &Selection::All).expect("a reason is given");
    assert!(track(&start, &old, Some(&old_target), &NoTerms).is_in_step());
    let one = Selection::Units(vec![UnitRef::Number(1)]);
    let half = go(&start, &new, &new_target, &one).unwrap_or(start);
    let tracking = track(&half, &new, Some(&new_target), &NoTerms);
    let mut seen = vec![false; new.blocks.len()];
    let linked = tracking.links.iter().flat_map(|link| &link.source);
    linked.chain(tracking.added.iter().flat_map(|added| &added.source)).for_each(|at| seen[*at] = true);
    assert!(new.article_blocks().all(|(at, _)| seen[at]), "a block is in no place");
    let all = go(&half, &new, &new_target, &Selection::All).expect("a reason is given");
    let after = track(&all, &new, Some(&new_target), &NoTerms);
    assert!(after.is_in_step() && after.is_target_as_accepted());
});

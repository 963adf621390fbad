//! Pages made to be slow. None of these would end if anything were quadratic in what they hold.

use super::*;

const MANY: usize = 100_000;

fn of_texts(texts: impl Iterator<Item = String>) -> Document {
    let block =
        |text| Block { kind: BlockKind::Paragraph, level: None, text, fragments: Vec::new(), line: 1 };
    Document::new(Vec::new(), Encoding::Utf8, texts.map(block).collect(), Meta::default(), Vec::new())
}

fn all(record: &Record, source: &Document, target: &Document) -> Record {
    accept(record, source, target, &Selection::All, &because("so"), &NoTerms).unwrap().record
}

#[test]
fn a_hundred_thousand_equal_blocks() {
    let same = |count: usize, word: &str| of_texts((0..count).map(|_| word.to_owned()));
    let (source, target) = (same(MANY, "Photo: WCO"), same(MANY, "Foto: OMA"));
    let record = all(&no_record(), &source, &target);
    assert_eq!(record.links.len(), MANY);
    assert!(track(&record, &source, Some(&target), &NoTerms).is_in_step());
    // One in the middle is another now, and the last is gone.
    let mut texts = vec!["Photo: WCO".to_owned(); MANY - 1];
    texts[MANY / 2] = "Photo: the Customs of Peru".into();
    let source = of_texts(texts.into_iter());
    let tracking = track(&record, &source, Some(&target), &NoTerms);
    assert_eq!(tracking.pending(ChangeClass::Cosmetic).len(), 3);
    let one = Selection::Units(vec![UnitRef::Number(MANY / 2 + 1)]);
    let half = accept(&record, &source, &target, &one, &because("so"), &NoTerms).unwrap().record;
    assert_eq!(track(&half, &source, Some(&target), &NoTerms).pending(ChangeClass::Cosmetic).len(), 2);
    assert!(track(&all(&half, &source, &target), &source, Some(&target), &NoTerms).is_in_step());
}

#[test]
fn two_texts_in_turn_that_change_places() {
    let text = |odd: usize| of_texts((0..MANY).map(|n| ["yes", "no"][(n + odd) % 2].to_owned()));
    let record = all(&no_record(), &text(0), &text(0));
    let tracking = track(&record, &text(1), Some(&text(1)), &NoTerms);
    assert_eq!((tracking.links.len(), tracking.added.len()), (MANY, 0));
}

#[test]
fn a_hundred_thousand_blocks_moved_around() {
    // A step that is prime to the number brings each place once.
    let text = |step: usize, word: &str| {
        of_texts((0..MANY).map(|n| format!("{word} {} of the meeting in Lima", n * step % MANY)))
    };
    let (source, target) = (text(1, "Item"), text(1, "Punto"));
    let record = all(&no_record(), &source, &target);
    let moved = text(31_337, "Item");
    let tracking = track(&record, &moved, Some(&target), &NoTerms);
    assert!(tracking.added.is_empty() && tracking.counts().minor > MANY / 2);
}

#[test]
fn twenty_thousand_blocks_all_rewritten() {
    let text = |word: &str| of_texts((0..20_000).map(|n| format!("{word} {n} of the meeting in Lima")));
    let record = all(&no_record(), &text("Item"), &text("Punto"));
    let tracking = track(&record, &text("Bullet and"), Some(&text("Otro")), &NoTerms);
    assert_eq!(tracking.links.len(), 20_000);
}

#[test]
fn five_megabytes_in_one_block() {
    let text = |word: &str, count: usize| of_texts((0..1).map(|_| format!("{word} 1 ").repeat(count)));
    let (source, target) = (text("word", 720_000), text("palabra", 500_000));
    let record = all(&no_record(), &source, &target);
    let tracking = track(&record, &text("other", 720_000), Some(&target), &NoTerms);
    assert!(tracking.counts().major > 0);
    let endless = of_texts((0..1).map(|_| "a".repeat(5_000_000)));
    assert!(track(&record, &endless, Some(&endless), &NoTerms).links.len() == 1);
}

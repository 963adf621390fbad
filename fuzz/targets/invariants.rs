//! What must hold of a document whatever its bytes are. Included by the targets of each format.

use std::borrow::Cow;

/// Panics if the format loses a byte, gives fragments out of order, or changes a block that was
/// given its own text.
pub fn check(format: &str, bytes: &[u8]) {
    let format = cotejo::formats::by_name(format).expect("a format of that name");
    let document = format.parse(bytes.to_vec());
    assert_eq!(document.rebuild(|_, _| None), bytes);
    assert_eq!(document.rebuild(|_, block| Some(Cow::Owned(block.text.clone()))), bytes);
    let mut at = 0;
    for block in &document.blocks {
        assert!(!block.fragments.is_empty() && block.line > 0);
        for fragment in &block.fragments {
            assert!(at <= fragment.start && fragment.start < fragment.end && fragment.end <= bytes.len());
            at = fragment.end;
        }
    }
    let replaced = document.rebuild(|_, block| block.kind.is_unit().then_some(Cow::Borrowed("una: \"línea\"\ny 'otra' |")));
    format.parse(replaced);
}

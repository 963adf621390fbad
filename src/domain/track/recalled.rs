//! The source as a record holds it.
//!
//! A site that served its English text to those who asked for Spanish serves the Spanish one from the
//! day it is published: the page that was the source text is gone, and what it said stands in the
//! records alone.

use super::order::text_order;
use crate::domain::date;
use crate::domain::document::{Block, BlockKind, Document, Encoding, Meta};
use crate::domain::record::Record;

/// A document of the units that the record's source had when each link was last in step, in the
/// order of that text; `None` for a record without any. What stands outside the units is not recorded.
/// Linear.
pub fn recalled(record: &Record) -> Option<Document> {
    let mut bytes = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut line = 1;
    for at in text_order(&record.links) {
        let Some(unit) = record.links.get(at.link).and_then(|link| link.baseline.get(at.unit)) else {
            continue;
        };
        let fragment = bytes.len()..bytes.len() + unit.text.len();
        bytes.extend_from_slice(unit.text.as_bytes());
        blocks.push(Block {
            kind: unit.kind,
            level: unit.level,
            text: unit.text.clone(),
            fragments: vec![fragment],
            line,
        });
        bytes.extend_from_slice(b"\n\n");
        line += unit.text.matches('\n').count() + 2;
    }
    let dated = blocks.iter().find(|block| block.kind == BlockKind::DateLine);
    let date = dated.and_then(|block| date::read_line(&block.text)).map(|read| read.date);
    let meta = Meta { date, ..Meta::default() };
    (!blocks.is_empty()).then(|| Document::new(bytes, Encoding::Utf8, blocks, meta, Vec::new()))
}

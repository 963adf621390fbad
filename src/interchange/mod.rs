//! The termbase in the formats in which people keep and exchange it.

pub mod terms_tsv;

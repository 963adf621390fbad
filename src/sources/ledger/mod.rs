//! The ledger: one text file for each (article, locale).

pub mod path;
pub mod salvage;
pub mod syntax;

#[cfg(test)]
mod merge_tests;

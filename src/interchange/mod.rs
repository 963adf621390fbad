//! The termbase and translation memories in the formats in which people keep and exchange them.
//!
//! Readers hand on what they read, concept by concept ([`entry`]); [`merge`] holds it against a
//! termbase and plans what is new, what changes and what differs; [`terms_write`] brings the plan
//! into the repository's two tables, line by line. Writers write a termbase and count what their
//! format can't hold. [`tmx`] is the format of translation memories.
//! [`work`] holds the formats in which work goes out to translators and comes back.

pub mod csv;
mod decode;
pub mod deepl;
pub mod detect;
pub mod entry;
pub mod figures;
pub mod merge;
pub mod omegat;
mod rows;
pub mod table;
pub mod tbx;
pub mod terms_tsv;
pub mod terms_write;
pub mod tmx;
pub mod work;
pub mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

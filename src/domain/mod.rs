//! What cotejo knows, as pure functions of values: no file, network, clock, environment,
//! printing, clap or JSON text in here.

pub mod align;
pub mod article;
pub mod change;
pub mod date;
pub mod document;
pub mod extract;
pub mod finding;
pub mod gate;
pub mod inline;
pub mod language;
pub mod locale;
pub mod memory;
pub mod notice;
pub mod package;
pub mod page;
pub mod pairing;
pub mod qa;
pub mod record;
pub mod segment;
pub mod termbase;
pub mod text;
pub mod track;
pub mod verdict;

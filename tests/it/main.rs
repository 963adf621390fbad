//! The one integration binary: a harness, and a module for each command.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests make the trees they work on")]
#![allow(clippy::disallowed_macros, reason = "what a test measured or skipped is printed")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end by panic")]

mod accept;
mod check;
mod config;
mod corpus;
mod cycle;
mod diff;
mod exchange;
mod glossary;
mod glossary_apply;
mod glossary_check;
mod glossary_extract;
mod hard_days;
mod harness;
mod house;
mod html;
mod init;
mod inspect;
mod interface;
mod kill;
mod matches;
mod merge;
mod moved;
mod news;
mod note;
mod pair;
mod pull;
mod push;
mod qa;
mod report;
mod schema;
mod silence;
mod status;
mod terms;
mod tmx;
mod tools;
mod tools_cycle;
mod tools_office;
mod tools_omegat;
mod tools_work;

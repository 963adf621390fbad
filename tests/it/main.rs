//! The one integration binary: a harness, and a module for each command.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests make the trees they work on")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end by panic")]

mod corpus;
mod harness;
mod inspect;

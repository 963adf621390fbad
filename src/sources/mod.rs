//! Everything that touches the world: files, git, the clock. Errors are values with paths and
//! causes; what the user reads is made by the command line.
//!
//! Reading is direct ([`files`], [`walk`], [`git`]). All writing goes through a [`disk::Disk`], so
//! that a test can stop it at every single write, and reaches the user's files only in a
//! [`step`]: many files at once or none, under a [`lock`].

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the part that touches the world"
)]

pub mod cache;
pub mod cause;
pub mod clock;
pub mod disk;
pub mod files;
pub mod fingerprint;
pub mod git;
pub mod handout;
pub mod inside;
pub mod ledger;
pub mod local;
pub mod lock;
pub mod out;
pub mod step;
pub mod walk;

//! All reading and writing: files, ledger, git, web.

pub mod ledger;

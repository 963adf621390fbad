//! cotejo keeps every article and its language versions in step.

pub mod cli;
pub mod config;
pub mod domain;
pub mod formats;
pub mod interchange;
pub mod messages;
pub mod reports;
pub mod sources;

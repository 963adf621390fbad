//! Fallback notices: what a site says when it serves another language than the one asked for.

use std::ops::Range;

use super::locale::Locale;

/// A notice found on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The index of the block it stands in.
    pub block: usize,
    /// The byte range of the notice in that block's text.
    pub range: Range<usize>,
    /// The locale that the page was asked for in, if the notice names it (or its language does).
    pub target: Option<Locale>,
    /// The locale that the page is offered in, if the notice names it.
    pub served: Option<Locale>,
    /// How it was recognised.
    pub rule: Rule,
    /// The primary subtag of the language the notice is written in, if told by its words.
    pub language: Option<&'static str>,
}

/// How a notice was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// By a wording of the built-in list; its name.
    Listed(&'static str),
    /// By a wording of the user's; its name in the configuration.
    Custom(String),
    /// By the general cue rule, listed nowhere.
    Cue,
}

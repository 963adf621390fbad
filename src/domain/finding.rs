//! One problem at one place, as a value; text is made at the edge.

use super::article::TreePath;
use super::verdict::Trouble;

/// How grave a finding is, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Should be looked at.
    Warning,
    /// Must be mended.
    Error,
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Location {
    /// The file, below the project's root.
    pub path: TreePath,
    /// The line, counted from 1; `None` for the whole file.
    pub line: Option<usize>,
    /// The column in characters, counted from 1.
    pub column: Option<usize>,
}

/// An argument of a finding's message.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A text, shown as it is.
    Text(String),
    /// A whole number, shown in the user's way and choosing plural forms.
    Number(i64),
    /// Why something could not be read: a message of its own.
    Trouble(Trouble),
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Finding {
    /// Its code from a closed list; the message's Fluent id is `finding-` and the code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub location: Location,
    /// The arguments of its message, by name.
    pub args: Vec<(&'static str, Arg)>,
    /// What makes it the same finding in another run, whatever lines moved: code, article,
    /// locale, unit. Used for fingerprints and recorded debts.
    pub identity: String,
}

impl Finding {
    /// The short name by which a user can ignore it, where it has one.
    pub fn id(&self) -> Option<&str> {
        self.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "id" => Some(text.as_str()),
            _ => None,
        })
    }
}

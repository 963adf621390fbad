//! From which worth of a finding on a gate fails, as it is said on the command line, and how a
//! finding of some worth looks.

use super::ui::Label;
use crate::domain::finding::Severity;

/// From which severity on a gate fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
    Hint,
    None,
}

impl FailOn {
    /// The slightest severity that fails; `None` where none does.
    pub fn least(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Hint => Some(Severity::Hint),
            FailOn::None => None,
        }
    }

    /// Whether a finding of that severity fails.
    pub fn takes(self, severity: Severity) -> bool {
        self.least().is_some_and(|least| severity >= least)
    }
}

/// The looks of a finding of that severity.
pub fn label(severity: Severity) -> Label {
    match severity {
        Severity::Error => Label::Bad,
        Severity::Warning => Label::Doubt,
        Severity::Hint => Label::Dim,
    }
}

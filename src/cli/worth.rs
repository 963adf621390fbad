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
    /// Whether a finding of that severity fails.
    pub fn takes(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Hint => true,
            FailOn::None => false,
        }
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

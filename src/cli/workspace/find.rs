//! Finds and reads the configuration.

use std::path::{Path, PathBuf};

use crate::cli::error::{Failure, Message, io_cause};
use crate::cli::ui::Ui;
use crate::config::{self, Config, Problem};
use crate::messages::Value;

/// The name of the configuration's file.
pub const NAME: &str = "cotejo.toml";

/// The largest configuration that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// A configuration and where it stands.
pub struct Found {
    /// The folder it stands in: the project's root.
    pub root: PathBuf,
    /// What it means.
    pub config: Config,
    /// Its text.
    pub text: String,
}

/// Reads the `cotejo.toml` of `folder` or the nearest folder above it; `None` if there is none.
pub fn find_config(folder: &Path) -> Result<Option<Found>, Failure> {
    let folder = std::fs::canonicalize(folder).map_err(|error| {
        Failure::new(
            Message::new("error-read")
                .with("path", folder.display().to_string())
                .with("cause", io_cause(&error)),
        )
    })?;
    let Some(root) = folder.ancestors().find(|above| above.join(NAME).is_file()) else { return Ok(None) };
    let path = root.join(NAME);
    let failed = |cause: Value| {
        Failure::new(Message::new("error-read").with("path", path.display().to_string()).with("cause", cause))
    };
    let size = std::fs::metadata(&path).map_err(|error| failed(io_cause(&error)))?.len();
    if size > LARGEST {
        return Err(failed(Value::Message("cause-too-large")));
    }
    let bytes = std::fs::read(&path).map_err(|error| failed(io_cause(&error)))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..good];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column = 1 + String::from_utf8_lossy(&before[begins..]).chars().count();
        Failure::new(
            Message::new("error-not-utf8")
                .with("path", path.display().to_string())
                .with("line", format!("{line}:{column}")),
        )
        .hint(Message::new("config-not-utf8-hint"))
    })?;
    match config::read(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
        Ok(config) => Ok(Some(Found { root: root.to_owned(), config, text })),
        Err(problems) => {
            let count = problems.len();
            let all = problems.iter().map(message).collect();
            Err(Failure::many(all).hint(Message::new("config-hint").with("count", count)))
        }
    }
}

/// A problem of the configuration, with its place.
fn message(problem: &Problem) -> Message {
    let mut what = Message::new(format!("config-problem-{}", problem.code));
    for (name, value) in &problem.args {
        let value = match (*name, value.as_str()) {
            // A message can't choose by an empty text.
            ("table", "") => Value::from("top"),
            ("found", "") => Value::Message("config-line-end"),
            ("name" | "other", "") => Value::Message("config-unnamed"),
            (_, value) => Value::from(value),
        };
        what = what.with(name, value);
    }
    Message::new("error-config")
        .with("path", NAME)
        .with("line", problem.line.to_string())
        .with("column", problem.column.to_string())
        .with("problem", Value::Nested(Box::new(what)))
}

/// So many warnings are said of one configuration.
const TOLD: usize = 20;

/// Says what may be meant otherwise.
pub fn say(warnings: &[Problem], ui: &mut Ui) {
    for problem in warnings.iter().take(TOLD) {
        ui.warn(&message(problem));
    }
    if warnings.len() > TOLD {
        ui.warn(&Message::new("config-more").with("count", warnings.len() - TOLD));
    }
}

/// There is no configuration.
pub fn no_project(folder: &Path) -> Failure {
    Failure::new(Message::new("error-no-project").with("folder", folder.display().to_string()))
        .hint(Message::new("error-no-project-hint"))
}

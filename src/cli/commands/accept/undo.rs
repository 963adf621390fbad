//! `cotejo accept --undo`: one step back.

use serde_json::json;

use crate::cli::error::{Exit, Failure, Message};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::domain::article::TreePath;
use crate::messages::Value;
use crate::sources::step::{UndoError, undo_last};

/// So many files are named.
const MOST_NAMED: usize = 20;

/// Takes back the last step and says what that was.
pub fn run(workspace: &Workspace, ui: &mut Ui, as_json: bool) -> Result<Exit, Failure> {
    let Some(lock) = workspace.exclusive() else { return Ok(Exit::Failed) };
    let undone = undo_last(&workspace.root, workspace.disk(), lock).map_err(|error| match error {
        UndoError::Nothing => Failure::new(Message::new("accept-undo-nothing")),
        UndoError::Edited { paths } => {
            let mut what = vec![Message::new("accept-undo-edited").with("count", paths.len())];
            what.extend(named(&paths));
            Failure::many(what).hint(Message::new("accept-undo-edited-hint"))
        }
        UndoError::Step(error) => trouble::of_step(error),
    })?;
    if as_json {
        let object = json!({ "cotejo": "accept", "version": 1, "undone": undone.paths });
        ui.line(&format!("{object:#}"))?;
        return Ok(Exit::Done);
    }
    let head = ui.get("accept-undone", &[("count", Value::from(undone.paths.len()))]);
    ui.line(&head)?;
    for message in named(&undone.paths) {
        let line = ui.get(&message.id, &message.args);
        ui.line(&format!("  {line}"))?;
    }
    Ok(Exit::Done)
}

fn named(paths: &[TreePath]) -> Vec<Message> {
    let mut lines: Vec<Message> = paths
        .iter()
        .take(MOST_NAMED)
        .map(|path| Message::new("accept-path").with("path", path.as_str()))
        .collect();
    if paths.len() > MOST_NAMED {
        lines.push(Message::new("accept-more").with("count", paths.len() - MOST_NAMED));
    }
    lines
}

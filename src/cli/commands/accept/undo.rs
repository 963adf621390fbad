//! `cotejo accept --undo`: one step back.

use serde_json::json;

use crate::cli::error::{Exit, Failure, Message};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::domain::article::TreePath;
use crate::messages::Value;
use crate::sources::step::{UndoError, undo_last, undo_plan};

/// So many files are named.
const MOST_NAMED: usize = 20;

/// Takes back the last step and says what that was; or only says it.
pub fn run(workspace: &Workspace, ui: &mut Ui, dry_run: bool, as_json: bool) -> Result<Exit, Failure> {
    let undone = match (dry_run, workspace.exclusive()) {
        (true, _) => undo_plan(&workspace.root),
        (false, Some(lock)) => undo_last(&workspace.root, workspace.disk(), lock),
        (false, None) => return Ok(Exit::Failed),
    };
    let undone = undone.map_err(|error| match error {
        UndoError::Nothing => Failure::new(Message::new("accept-undo-nothing")),
        UndoError::Edited { paths } => {
            let mut what = vec![Message::new("accept-undo-edited").with("count", paths.len())];
            what.extend(named(&paths, &[]));
            Failure::many(what).hint(Message::new("accept-undo-edited-hint"))
        }
        UndoError::Step(error) => trouble::of_step(error),
    })?;
    if as_json {
        let object = json!({ "cotejo": "accept", "version": 1, "dry_run": dry_run,
                             "undone": undone.paths, "gone": undone.gone });
        ui.line(&format!("{object:#}"))?;
        return Ok(Exit::Done);
    }
    let id = if dry_run { "accept-undo-dry" } else { "accept-undone" };
    let head = ui.get(id, &[("count", Value::from(undone.paths.len()))]);
    ui.line(&head)?;
    for message in named(&undone.paths, &undone.gone) {
        let line = ui.get(&message.id, &message.args);
        ui.line(&format!("  {line}"))?;
    }
    Ok(Exit::Done)
}

/// The files, one a line; those that are gone again are told as such.
fn named(paths: &[TreePath], gone: &[TreePath]) -> Vec<Message> {
    let id = |path: &TreePath| if gone.contains(path) { "accept-path-gone" } else { "accept-path" };
    let mut lines: Vec<Message> = paths
        .iter()
        .take(MOST_NAMED)
        .map(|path| Message::new(id(path)).with("path", path.as_str()))
        .collect();
    if paths.len() > MOST_NAMED {
        lines.push(Message::new("accept-more").with("count", paths.len() - MOST_NAMED));
    }
    lines
}

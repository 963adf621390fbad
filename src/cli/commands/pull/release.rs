//! `cotejo pull --release`: a package is given up, and its units may go to others.

use crate::cli::commands::Run;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::domain::package::PackageName;
use crate::domain::package::out::Out;
use crate::domain::record::Timestamp;
use crate::messages::Value;
use crate::sources::out::{self, Found};
use crate::sources::step::{self, Expected, Step};

/// Gives up the package of that name.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, name: &PackageName) -> Result<Exit, Failure> {
    let workspace = Workspace::open_for_writing(run, ui, "pull --release")?;
    let at = Timestamp::from_seconds(run.now).ok_or_else(|| Failure::new(Message::new("accept-bad-now")))?;
    let found = find(&workspace, name)?;
    let left = found.out.left();
    let found_released = found.out.released;
    if found.out.released.is_none() {
        let out = Out { released: Some(at), ..found.out };
        let mut step = Step::new();
        step.put(found.path, out::write(&out).into_bytes(), Expected::Holds(found.fingerprint));
        if let Some(lock) = workspace.exclusive() {
            step::commit(&workspace.root, workspace.disk(), lock, step, false).map_err(trouble::of_step)?;
        }
    }
    if let Some(before) = found_released {
        let day: String = before.to_string().chars().take(10).collect();
        let line =
            ui.get("pull-released-before", &[("package", Value::text(name)), ("date", Value::from(day))]);
        ui.line(&line)?;
        return Ok(Exit::Done);
    }
    let line = ui.get("pull-released", &[("package", Value::text(name)), ("count", Value::from(left))]);
    ui.line(&line)?;
    Ok(Exit::Done)
}

/// The package of that name; an error that lists the others where there is none.
pub fn find(workspace: &Workspace, name: &PackageName) -> Result<Found, Failure> {
    let mut known = Vec::new();
    for locale in workspace.config.locales() {
        for found in out::list(&workspace.root, locale).map_err(trouble::of_out)? {
            if found.out.name == *name {
                return Ok(found);
            }
            known.push(found.out.name.to_string());
        }
    }
    let failure = Failure::new(Message::new("pull-no-package").showing("package", name));
    Err(match known.is_empty() {
        true => failure.hint(Message::new("pull-no-packages")),
        false => failure.hint(Message::new("pull-packages").with("known", known.join(", "))),
    })
}

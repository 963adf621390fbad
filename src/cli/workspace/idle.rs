//! What the configuration names and the project does not have, said once a run.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::find::say;
use crate::cli::ui::Ui;
use crate::config::Config;
use crate::config::idle::{Tree, idle};
use crate::domain::article::{Article, TreePath};
use crate::domain::pairing::Seen;
use crate::sources::files::Stamp;
use crate::sources::walk::{WalkProblem, WalkProblemKind};

/// The project's folder, as it was listed.
pub struct Listing<'l> {
    pub root: &'l Path,
    pub stamps: &'l FxHashMap<TreePath, Stamp>,
    pub problems: &'l [WalkProblem],
}

impl Tree for Listing<'_> {
    fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = self.stamps.keys().map(TreePath::as_str).collect();
        files.sort_unstable();
        files
    }

    fn names(&self, folder: &str) -> Option<Vec<String>> {
        let entries = std::fs::read_dir(self.root.join(TreePath::new(folder).to_path())).ok()?;
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.sort_unstable();
        Some(names)
    }

    fn is_file(&self, path: &str) -> bool {
        self.root.join(TreePath::new(path).to_path()).is_file()
    }

    fn is_hidden(&self, folder: &str) -> bool {
        let above = |outer: &str, inner: &str| {
            outer.is_empty()
                || inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let told = |problem: &&WalkProblem| {
            !matches!(problem.kind, WalkProblemKind::MissingPrefix | WalkProblemKind::ListedElsewhere)
        };
        self.problems.iter().filter(told).any(|p| above(&p.path, folder) || above(folder, &p.path))
    }
}

/// Says what is idle; whether anything is.
pub fn warn(
    config: &Config,
    seen: &[Seen],
    articles: &[Article],
    listing: &Listing<'_>,
    ui: &mut Ui,
) -> bool {
    let found = idle(config, seen, articles, listing);
    say(&found, ui);
    !found.is_empty()
}

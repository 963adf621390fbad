//! What may be touched: paths that stay inside the project.
//!
//! A path from a configuration, a record or a translator's package is a stranger's word. It is
//! checked twice: as text ([`check`], [`check_written`]) and on the disk, link by link
//! ([`Places`], and `openat2(RESOLVE_BENEATH)` in [`super::files`] where the kernel has it).

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::article::TreePath;

use super::cause::Cause;

/// No system opens longer paths, and what follows may take its time by the number of folders.
const MAX_LENGTH: usize = 4096;

/// What is wrong with a path as it is written. The user mends the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathProblem {
    /// It has no characters, or more than 4096 bytes.
    Length,
    /// It begins with `/`: a path is given from the project's root.
    Absolute,
    /// It has a `.` or `..` or two slashes in a row, or ends in a slash.
    Dots,
    /// It has a character no file name can have on this system (NUL; on Windows also `\` and `:`).
    Character,
    /// It lies in `.git`, which only git writes, or in `.cotejo/local`, which cotejo keeps.
    Reserved,
}

/// Whether a path is well formed: relative, with `/`, nothing that climbs out.
pub fn check(path: &TreePath) -> Result<(), PathProblem> {
    let text = path.as_str();
    if text.is_empty() || text.len() > MAX_LENGTH {
        return Err(PathProblem::Length);
    }
    if text.starts_with('/') {
        return Err(PathProblem::Absolute);
    }
    if text.contains('\0') || (cfg!(windows) && text.contains(['\\', ':'])) {
        return Err(PathProblem::Character);
    }
    if text.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Err(PathProblem::Dots);
    }
    Ok(())
}

/// Whether a path is well formed and one that a command may write to.
pub fn check_written(path: &TreePath) -> Result<(), PathProblem> {
    check(path)?;
    let local = path.as_str().strip_prefix(super::local::FOLDER);
    // Some systems take `.GIT` for `.git`; a nested repository's is as sacred as the outer one.
    let in_git = path.as_str().split('/').any(|part| part.eq_ignore_ascii_case(".git"));
    if in_git || local.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return Err(PathProblem::Reserved);
    }
    Ok(())
}

/// Why a path cannot be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceError {
    /// The path itself is at fault; the user mends it.
    Path(PathProblem),
    /// A link on the way leads out of the project, or nowhere; the user removes the link.
    Outside,
    /// Something other than a folder stands where a folder is needed, or other than a file where
    /// a file is; the user moves it away.
    InTheWay,
    /// The system would not say.
    Io(Cause),
}

impl From<io::Error> for PlaceError {
    fn from(error: io::Error) -> Self {
        let cause = Cause::from(error);
        if cause.is_link_loop() { PlaceError::Outside } else { PlaceError::Io(cause) }
    }
}

/// Where a path really stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// The path from the root with no link left in it.
    pub real: TreePath,
    /// The same as the system takes it.
    pub full: PathBuf,
    /// What stands there: a file, or nothing (yet).
    pub file: Option<fs::Metadata>,
}

/// Finds where paths really stand, each folder looked up once.
#[derive(Debug)]
pub struct Places {
    root: PathBuf,
    folders: HashMap<String, Folder>,
}

#[derive(Clone, Debug)]
struct Folder {
    /// From the root, no links, `""` for the root itself.
    real: String,
    exists: bool,
}

impl Places {
    /// For the project with that root, which must be there.
    pub fn new(root: &Path) -> io::Result<Self> {
        Ok(Places { root: fs::canonicalize(root)?, folders: HashMap::new() })
    }

    /// The root with no link left in it.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where `path` stands, or would stand once its folders are made.
    pub fn find(&mut self, path: &TreePath) -> Result<Place, PlaceError> {
        let place = self.parent(path)?;
        let file = match fs::symlink_metadata(&place.full) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(place),
            found => found?,
        };
        if file.is_symlink() {
            return self.linked_file(&place.full);
        }
        if !file.is_file() {
            return Err(PlaceError::InTheWay);
        }
        Ok(Place { file: Some(file), ..place })
    }

    /// As [`Places::find`], without looking whether a file or a link stands there.
    pub fn parent(&mut self, path: &TreePath) -> Result<Place, PlaceError> {
        check_written(path).map_err(PlaceError::Path)?;
        let (parent, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
        let folder = self.folder(parent)?;
        self.at(&folder, name)
    }

    /// The folders that must be made before a file can stand at `real`, outermost first.
    pub fn missing_folders(&self, real: &TreePath) -> Vec<TreePath> {
        let mut missing = Vec::new();
        for (end, _) in real.as_str().match_indices('/') {
            let folder = &real.as_str()[..end];
            if self.folders.get(folder).is_some_and(|known| !known.exists) {
                missing.push(TreePath::new(folder));
            }
        }
        missing
    }

    fn at(&self, folder: &Folder, name: &str) -> Result<Place, PlaceError> {
        let real = TreePath::new(join(&folder.real, name));
        // Again, for a link that leads into `.git`.
        check_written(&real).map_err(PlaceError::Path)?;
        Ok(Place { full: self.root.join(real.to_path()), real, file: None })
    }

    fn linked_file(&self, link: &Path) -> Result<Place, PlaceError> {
        let full = match fs::canonicalize(link) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PlaceError::Outside),
            found => found?,
        };
        let real = TreePath::new(self.below_root(&full)?);
        check_written(&real).map_err(PlaceError::Path)?;
        let file = fs::symlink_metadata(&full)?;
        if !file.is_file() {
            return Err(PlaceError::InTheWay);
        }
        Ok(Place { real, full, file: Some(file) })
    }

    fn folder(&mut self, path: &str) -> Result<Folder, PlaceError> {
        if let Some(known) = self.folders.get(path) {
            return Ok(known.clone());
        }
        let mut folder = Folder { real: String::new(), exists: true };
        for end in path.match_indices('/').map(|(at, _)| at).chain([path.len()]) {
            let Some(upto) = path.get(..end).filter(|upto| !upto.is_empty()) else { continue };
            folder = match self.folders.get(upto) {
                Some(known) => known.clone(),
                None => {
                    let name = upto.rsplit('/').next().unwrap_or(upto);
                    let found = self.folder_in(&folder, name)?;
                    // By its real path too, for `missing_folders`.
                    self.folders.insert(found.real.clone(), found.clone());
                    self.folders.insert(upto.to_owned(), found.clone());
                    found
                }
            };
        }
        Ok(folder)
    }

    fn folder_in(&self, parent: &Folder, name: &str) -> Result<Folder, PlaceError> {
        let here = self.at(parent, name)?;
        let missing = Folder { real: here.real.as_str().to_owned(), exists: false };
        if !parent.exists {
            return Ok(missing);
        }
        let found = match fs::symlink_metadata(&here.full) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(missing),
            found => found?,
        };
        if found.is_dir() {
            return Ok(Folder { exists: true, ..missing });
        }
        if !found.is_symlink() {
            return Err(PlaceError::InTheWay);
        }
        let full = match fs::canonicalize(&here.full) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PlaceError::Outside),
            full => full?,
        };
        if !fs::metadata(&full)?.is_dir() {
            return Err(PlaceError::InTheWay);
        }
        Ok(Folder { real: self.below_root(&full)?, exists: true })
    }

    fn below_root(&self, full: &Path) -> Result<String, PlaceError> {
        relative(&self.root, full).ok_or(PlaceError::Outside)
    }
}

/// The path of `full` from `root` with `/`; `None` if it lies outside or is not Unicode.
pub(super) fn relative(root: &Path, full: &Path) -> Option<String> {
    let below = full.strip_prefix(root).ok()?;
    let mut text = String::new();
    for part in below.components() {
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(part.as_os_str().to_str()?);
    }
    Some(text)
}

/// `folder/name`, or `name` in the root.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_climb_out_or_hit_what_is_not_ours_are_told_apart() {
        use PathProblem::*;
        for (path, problem) in [
            ("", Length),
            ("/etc/passwd", Absolute),
            ("../x", Dots),
            ("a/../../x", Dots),
            ("a/./x", Dots),
            ("a//x", Dots),
            ("a/", Dots),
            ("a\0b", Character),
            (".git/config", Reserved),
            ("sub/.GIT/hooks/pre-commit", Reserved),
            (".cotejo/local", Reserved),
            (".cotejo/local/lock", Reserved),
        ] {
            assert_eq!(check_written(&TreePath::new(path)), Err(problem), "{path:?}");
        }
        assert_eq!(check(&TreePath::new("a/".repeat(3000) + "a")), Err(Length));
        for good in
            ["a", "año/ñ.txt", "a\nb", ".cotejo/localised", ".cotejo/ledger/x", ".github/x", "..a/b.."]
        {
            assert_eq!(check_written(&TreePath::new(good)), Ok(()), "{good:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_inside_are_followed_and_links_that_lead_out_are_not() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("root");
        fs::create_dir_all(root.join("real/deep")).unwrap();
        fs::create_dir_all(root.join(".git")).unwrap();
        fs::create_dir(dir.path().join("outer")).unwrap();
        fs::write(dir.path().join("outer/file"), "x").unwrap();
        fs::write(root.join("real/file"), "x").unwrap();
        symlink("real", root.join("in")).unwrap();
        symlink("../outer", root.join("out")).unwrap();
        symlink("../outer/file", root.join("out-file")).unwrap();
        symlink("real/file", root.join("in-file")).unwrap();
        symlink("nowhere", root.join("broken")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        symlink(".git", root.join("sneaky")).unwrap();
        let mut places = Places::new(&root).unwrap();
        let mut real = |path: &str| places.find(&TreePath::new(path)).map(|place| place.real.to_string());
        assert_eq!(real("in/deep/new/x"), Ok("real/deep/new/x".into()));
        assert_eq!(real("in/file"), Ok("real/file".into()));
        assert_eq!(real("in-file"), Ok("real/file".into()));
        assert_eq!(real("out/file"), Err(PlaceError::Outside));
        assert_eq!(real("out-file"), Err(PlaceError::Outside));
        assert_eq!(real("broken"), Err(PlaceError::Outside));
        assert_eq!(real("loop"), Err(PlaceError::Outside));
        assert_eq!(real("loop/x"), Err(PlaceError::Outside));
        assert_eq!(real("sneaky/config"), Err(PlaceError::Path(PathProblem::Reserved)));
        assert_eq!(real("real/file/x"), Err(PlaceError::InTheWay));
        assert_eq!(real("real/deep"), Err(PlaceError::InTheWay));
        let missing = places.missing_folders(&TreePath::new("real/deep/new/x"));
        assert_eq!(missing, [TreePath::new("real/deep/new")]);
    }
}

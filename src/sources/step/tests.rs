use std::cell::Cell;
use std::sync::Mutex;
use std::time::Duration;

use proptest::prelude::*;
use tempfile::TempDir;

use super::super::disk::{RealDisk, Stop, StopAfter};
use super::*;

/// What a hook is told of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Op {
    Link,
    Rename,
    Other,
}

type Hook<'h> = Box<dyn Fn(Op, &Path, &Path) -> io::Result<()> + Sync + Send + 'h>;

/// The real disk without the waiting (the tests kill the process, not the machine), and with a
/// hook before each operation.
struct Quick<'h>(Hook<'h>);

impl Quick<'_> {
    fn new() -> Self {
        Quick(Box::new(|_, _, _| Ok(())))
    }

    fn go(&self, op: Op, from: &Path, to: &Path) -> io::Result<()> {
        (self.0)(op, from, to)
    }
}

impl Disk for Quick<'_> {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.go(Op::Other, dir, dir).and_then(|()| RealDisk.create_dir(dir))
    }
    fn write_new(&self, file: &Path, bytes: &[u8], mode: Option<&Permissions>) -> io::Result<()> {
        self.go(Op::Other, file, file).and_then(|()| RealDisk.write_new(file, bytes, mode))
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go(Op::Link, from, to).and_then(|()| RealDisk.link(from, to))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go(Op::Rename, from, to).and_then(|()| RealDisk.rename(from, to))
    }
    fn remove_file(&self, file: &Path) -> io::Result<()> {
        self.go(Op::Other, file, file).and_then(|()| RealDisk.remove_file(file))
    }
    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.go(Op::Other, dir, dir).and_then(|()| RealDisk.remove_dir(dir))
    }
    fn sync_file(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn sync_all(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// A disk on which `.cotejo/local` is a file system of its own.
fn two_file_systems() -> Quick<'static> {
    Quick(Box::new(|op, from, to| {
        let local = |path: &Path| path.components().any(|part| part.as_os_str() == "local");
        match op {
            Op::Link | Op::Rename if local(from) != local(to) => Err(io::ErrorKind::CrossesDevices.into()),
            _ => Ok(()),
        }
    }))
}

/// The project's files and folders but cotejo's own, with what they hold.
type Tree = BTreeMap<String, Option<String>>;

fn tree(root: &Path) -> Tree {
    fn below(root: &Path, dir: &Path, found: &mut Tree) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            let name = super::super::inside::relative(root, &path).unwrap();
            if name == ".cotejo/local" {
                continue;
            }
            if path.is_dir() {
                found.insert(name, None);
                below(root, &path, found);
            } else {
                found.insert(name, Some(fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Tree::new();
    below(root, root, &mut found);
    found
}

fn at(path: &str) -> TreePath {
    TreePath::new(path)
}

fn holds(text: &str) -> Expected {
    Expected::Holds(fingerprint(text.as_bytes()))
}

fn lock(root: &Path) -> ExclusiveLock {
    ExclusiveLock::take(root, &RealDisk, "test", Duration::ZERO).unwrap()
}

/// A project with these files.
fn project(files: &[(&str, &str)]) -> TempDir {
    // In memory where the system has that: hundreds of projects are made and killed here.
    let memory = Path::new("/dev/shm");
    let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    for (path, text) in files {
        let file = root.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    drop(lock(root.path()));
    root
}

const BEFORE: [(&str, &str); 4] =
    [("es/a.txt", "viejo a"), ("es/b.txt", "viejo b"), ("fr/gone.txt", "parti"), ("same.txt", "same")];

/// Replaces, leaves alone, removes, and makes a file two new folders deep.
fn a_step() -> Step {
    let mut step = Step::new();
    step.put(at("es/a.txt"), b"nuevo a".to_vec(), holds("viejo a"));
    step.put(at("es/b.txt"), b"nuevo b".to_vec(), holds("viejo b"));
    step.put(at("pt/BR/c.txt"), b"novo".to_vec(), Expected::Absent);
    step.put(at("same.txt"), b"same".to_vec(), holds("same"));
    step.remove(at("fr/gone.txt"), fingerprint(b"parti"));
    step
}

fn after() -> Tree {
    let root = project(&[("es/a.txt", "nuevo a"), ("es/b.txt", "nuevo b"), ("pt/BR/c.txt", "novo")]);
    fs::create_dir(root.path().join("fr")).unwrap();
    fs::write(root.path().join("same.txt"), "same").unwrap();
    tree(root.path())
}

fn commit_on(root: &Path, disk: &dyn Disk, step: Step) -> Result<Committed, StepError> {
    commit(root, disk, &lock(root), step, true)
}

fn recover_on(root: &Path, disk: &dyn Disk) -> Result<Recovered, StepError> {
    recover(root, disk, &lock(root))
}

#[test]
fn a_step_does_all_it_says() {
    let root = project(&BEFORE);
    let done = commit_on(root.path(), &RealDisk, a_step()).unwrap();
    let recovered = RecoveredFiles::default();
    assert_eq!(done, Committed { written: 3, removed: 1, unchanged: 1, recovered });
    assert_eq!(tree(root.path()), after());
    assert!(!is_pending(root.path()));
    assert_eq!(recover_on(root.path(), &RealDisk), Ok(Recovered::Nothing));
}

/// Does `act` on a fresh project with a disk that is killed at write 0, 1, 2 … until one is not;
/// recovers, with a disk that is killed at each of its writes in turn, and compares. Returns how
/// many ends were as before and as after.
fn kill_everywhere(
    fresh: impl Fn() -> TempDir,
    inner: impl Fn() -> Quick<'static>,
    act: impl Fn(&Path, &dyn Disk) -> bool,
    [before, after]: [&Tree; 2],
    recoveries_too: bool,
) -> [usize; 2] {
    let mut ends = [0; 2];
    for writes in 0.. {
        let mut killed = true;
        for recovery_writes in 0.. {
            let root = fresh();
            let disk = StopAfter::new(inner(), writes, Stop::Kill);
            killed = !act(root.path(), &disk);
            let pending = is_pending(root.path());
            let again = StopAfter::new(inner(), recovery_writes, Stop::Kill);
            let recovered = recoveries_too && recover_on(root.path(), &again).is_ok();
            recover_on(root.path(), &inner()).unwrap();
            let end = tree(root.path());
            assert!(end == *before || end == *after, "killed at {writes}, {recovery_writes}: {end:#?}");
            assert!(!pending || end == *after, "committed at {writes} and taken back");
            ends[usize::from(end == *after)] += 1;
            assert!(!root.path().join(".cotejo/local/step").exists());
            assert!(!root.path().join(".cotejo/local/old").exists());
            if recovered || !recoveries_too {
                break;
            }
        }
        if !killed {
            break;
        }
    }
    assert!(ends.iter().all(|count| *count > 3), "{ends:?}");
    ends
}

#[test]
fn killed_at_any_write_the_tree_is_as_before_or_as_after() {
    let before = tree(project(&BEFORE).path());
    for inner in [Quick::new, two_file_systems] {
        let act = |root: &Path, disk: &dyn Disk| commit_on(root, disk, a_step()).is_ok();
        kill_everywhere(|| project(&BEFORE), inner, act, [&before, &after()], true);
    }
}

#[test]
fn an_undo_killed_at_any_write_is_done_or_not_done() {
    let before = tree(project(&BEFORE).path());
    let fresh = || {
        let root = project(&BEFORE);
        commit_on(root.path(), &Quick::new(), a_step()).unwrap();
        root
    };
    let act = |root: &Path, disk: &dyn Disk| undo_last(root, disk, &lock(root)).is_ok();
    kill_everywhere(fresh, Quick::new, act, [&after(), &before], true);
}

#[test]
fn a_full_disk_is_an_error_and_changes_nothing() {
    let before = tree(project(&BEFORE).path());
    let mut refused = 0;
    for writes in 0.. {
        let root = project(&BEFORE);
        match commit_on(root.path(), &StopAfter::new(Quick::new(), writes, Stop::Full), a_step()) {
            Ok(_) => {
                assert_eq!(tree(root.path()), after());
                break;
            }
            Err(error) => {
                let full =
                    matches!(&error, StepError::Io { cause, .. } if cause.kind == io::ErrorKind::StorageFull);
                assert!(full, "{error:?}");
                // At once: removing and renaming work on a full disk.
                assert_eq!(tree(root.path()), before, "full at {writes}");
                assert_eq!(recover_on(root.path(), &Quick::new()), Ok(Recovered::Nothing));
                commit_on(root.path(), &Quick::new(), a_step()).unwrap();
                assert_eq!(tree(root.path()), after());
                refused += 1;
            }
        }
    }
    assert!(refused > 8, "{refused}");
}

#[test]
fn a_folder_that_lets_nothing_in_takes_the_whole_step_back() {
    let root = project(&BEFORE);
    let before = tree(root.path());
    let disk = Quick(Box::new(|op, _, to| match op {
        Op::Rename if to.ends_with("pt/BR/c.txt") => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    }));
    let error = commit_on(root.path(), &disk, a_step()).unwrap_err();
    let denied = Cause::from(io::ErrorKind::PermissionDenied);
    let path = fs::canonicalize(root.path()).unwrap().join("pt/BR/c.txt");
    assert_eq!(error, StepError::Io { path, cause: denied });
    assert_eq!(tree(root.path()), before);
    assert_eq!(recover_on(root.path(), &Quick::new()), Ok(Recovered::Nothing));
}

#[test]
fn a_file_edited_since_the_plan_is_not_overwritten() {
    for (edit, text) in [("es/a.txt", Some("mine")), ("fr/gone.txt", Some("mine")), ("es/b.txt", None)] {
        let root = project(&BEFORE);
        let file = root.path().join(edit);
        match text {
            Some(text) => fs::write(&file, text).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        let edited = tree(root.path());
        let error = commit_on(root.path(), &Quick::new(), a_step()).unwrap_err();
        assert_eq!(error, StepError::Changed { path: at(edit) });
        assert_eq!(tree(root.path()), edited);
    }
    // A file that someone made where the step would make one, or one the step leaves alone.
    for edit in ["pt/BR/c.txt", "same.txt"] {
        let root = project(&BEFORE);
        fs::create_dir_all(root.path().join("pt/BR")).unwrap();
        fs::write(root.path().join(edit), "mine").unwrap();
        let edited = tree(root.path());
        let error = commit_on(root.path(), &Quick::new(), a_step()).unwrap_err();
        assert_eq!(error, StepError::Changed { path: at(edit) });
        assert_eq!(tree(root.path()), edited);
    }
}

#[test]
fn a_file_edited_while_the_step_is_under_way_is_not_overwritten() {
    // Right after the journal is written, and between two of its renames.
    for moment in ["journal", "es/a.txt"] {
        for edit in ["es/b.txt", "pt/BR/c.txt", "fr/gone.txt"] {
            let root = project(&BEFORE);
            let before = tree(root.path());
            let file = root.path().join(edit);
            let done = Mutex::new(Cell::new(false));
            let disk = Quick(Box::new(|op, _, to| {
                if op == Op::Rename && to.ends_with(moment) && !done.lock().unwrap().replace(true) {
                    fs::create_dir_all(file.parent().unwrap()).unwrap();
                    fs::write(&file, "mine, just now").unwrap();
                }
                Ok(())
            }));
            let error = commit_on(root.path(), &disk, a_step()).unwrap_err();
            assert_eq!(error, StepError::Changed { path: at(edit) }, "{moment} {edit}");
            // As before but for the edit; the folder it stands in is the editor's too.
            let mut expected = before.clone();
            expected.insert(edit.into(), Some("mine, just now".into()));
            let made = Path::new(edit).ancestors().skip(1).filter(|dir| *dir != Path::new(""));
            expected.extend(made.map(|dir| (dir.to_str().unwrap().to_owned(), None)));
            assert_eq!(tree(root.path()), expected, "{moment} {edit}");
        }
    }
}

#[test]
fn a_file_edited_between_a_kill_and_the_recovery_is_left_alone() {
    let mut undone = 0;
    for writes in 0..60 {
        let root = project(&BEFORE);
        let disk = StopAfter::new(Quick::new(), writes, Stop::Kill);
        if commit_on(root.path(), &disk, a_step()).is_ok() {
            break;
        }
        let file = root.path().join("es/b.txt");
        fs::write(&file, "edited by hand").unwrap();
        if let Recovered::Undone { edited, .. } = recover_on(root.path(), &Quick::new()).unwrap()
            && !edited.is_empty()
        {
            assert_eq!(edited, [at("es/b.txt")]);
            undone += 1;
        }
        let mut end = tree(root.path());
        assert_eq!(end.remove("es/b.txt"), Some(Some("edited by hand".into())), "killed at {writes}");
        let without = |mut tree: Tree| {
            tree.remove("es/b.txt");
            tree
        };
        let whole = [without(tree(project(&BEFORE).path())), without(after())];
        assert!(whole.contains(&end), "killed at {writes}: {end:#?}");
    }
    assert!(undone > 0);
}

#[test]
fn an_undo_gives_back_files_folders_and_permissions_once() {
    let root = project(&BEFORE);
    let before = tree(root.path());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for (file, mode) in [("es/a.txt", 0o640), ("fr/gone.txt", 0o755)] {
            fs::set_permissions(root.path().join(file), Permissions::from_mode(mode)).unwrap();
        }
    }
    let lock = lock(root.path());
    assert_eq!(undo_last(root.path(), &RealDisk, &lock), Err(UndoError::Nothing));
    commit(root.path(), &RealDisk, &lock, a_step(), true).unwrap();
    #[cfg(unix)]
    assert_eq!(mode(&root.path().join("es/a.txt")), 0o640);
    let undone = undo_last(root.path(), &RealDisk, &lock).unwrap();
    assert_eq!(undone.paths, ["es/a.txt", "es/b.txt", "fr/gone.txt", "pt/BR/c.txt"].map(at));
    assert_eq!(tree(root.path()), before);
    #[cfg(unix)]
    assert_eq!([mode(&root.path().join("es/a.txt")), mode(&root.path().join("fr/gone.txt"))], [0o640, 0o755]);
    assert_eq!(undo_last(root.path(), &RealDisk, &lock), Err(UndoError::Nothing));
}

#[cfg(unix)]
fn mode(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).unwrap().permissions().mode() & 0o7777
}

#[test]
fn an_undo_does_not_touch_what_was_edited_since() {
    let root = project(&BEFORE);
    let lock = lock(root.path());
    commit(root.path(), &Quick::new(), &lock, a_step(), true).unwrap();
    fs::write(root.path().join("es/b.txt"), "better still").unwrap();
    fs::write(root.path().join("fr/gone.txt"), "back again").unwrap();
    let edited = tree(root.path());
    let error = undo_last(root.path(), &Quick::new(), &lock).unwrap_err();
    assert_eq!(error, UndoError::Edited { paths: ["es/b.txt", "fr/gone.txt"].map(at).to_vec() });
    assert_eq!(tree(root.path()), edited);
}

#[test]
fn the_way_back_is_of_the_last_step_that_keeps_one() {
    let root = project(&[("a", "1"), ("b", "1")]);
    let lock = lock(root.path());
    let go = |path: &str, from: &str, to: &str, undo| {
        let mut step = Step::new();
        step.put(at(path), to.as_bytes().to_vec(), holds(from));
        commit(root.path(), &Quick::new(), &lock, step, undo).unwrap();
    };
    go("a", "1", "2", true);
    go("a", "2", "3", true);
    go("b", "1", "2", false);
    undo_last(root.path(), &Quick::new(), &lock).unwrap();
    let now = |path: &str| fs::read_to_string(root.path().join(path)).unwrap();
    assert_eq!([now("a"), now("b")], ["2", "2"]);
}

#[test]
fn a_step_that_cannot_be_is_refused_before_anything_is_written() {
    let root = project(&BEFORE);
    let before = tree(root.path());
    let lock = lock(root.path());
    let refusal = |puts: &[(&str, Expected)]| {
        let mut step = Step::new();
        for (path, expected) in puts {
            step.put(at(path), b"x".to_vec(), *expected);
        }
        commit(root.path(), &Quick::new(), &lock, step, true).unwrap_err()
    };
    let absent = Expected::Absent;
    assert_eq!(
        refusal(&[("../out", absent)]),
        StepError::Path { path: at("../out"), problem: PathProblem::Dots }
    );
    assert_eq!(
        refusal(&[("ok", absent), (".git/hooks/post-commit", absent)]),
        StepError::Path { path: at(".git/hooks/post-commit"), problem: PathProblem::Reserved }
    );
    assert_eq!(refusal(&[("es", absent)]), StepError::InTheWay { path: at("es") });
    assert_eq!(refusal(&[("same.txt/x", absent)]), StepError::InTheWay { path: at("same.txt/x") });
    assert_eq!(refusal(&[("new", absent), ("new/x", absent)]), StepError::InTheWay { path: at("new/x") });
    let other = project(&[]);
    assert_eq!(commit(other.path(), &Quick::new(), &lock, a_step(), true), Err(StepError::WrongLock));
    assert_eq!(tree(root.path()), before);
    assert!(!root.path().join(".cotejo/local/step").exists());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_written() {
    use std::os::unix::fs::symlink;
    let root = project(&[("real/a", "old")]);
    symlink("real", root.path().join("folder")).unwrap();
    symlink("real/a", root.path().join("file")).unwrap();
    let lock = lock(root.path());
    let mut step = Step::new();
    step.put(at("file"), b"new".to_vec(), holds("old"));
    step.put(at("folder/deep/b"), b"b".to_vec(), Expected::Absent);
    let mut twice = step.clone();
    twice.put(at("real/a"), b"other".to_vec(), holds("old"));
    let error = commit(root.path(), &Quick::new(), &lock, twice, true).unwrap_err();
    assert_eq!(error, StepError::SameFile { path: at("real/a"), other: at("file") });
    commit(root.path(), &Quick::new(), &lock, step, true).unwrap();
    assert!(fs::symlink_metadata(root.path().join("file")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(root.path().join("real/a")).unwrap(), "new");
    undo_last(root.path(), &Quick::new(), &lock).unwrap();
    assert_eq!(fs::read_to_string(root.path().join("real/a")).unwrap(), "old");
    assert!(!root.path().join("real/deep").exists());
}

#[test]
fn two_names_of_one_file_are_two_files_to_a_step() {
    let root = project(&[("a", "old")]);
    fs::hard_link(root.path().join("a"), root.path().join("b")).unwrap();
    let mut step = Step::new();
    step.put(at("a"), b"new a".to_vec(), holds("old"));
    step.put(at("b"), b"new b".to_vec(), holds("old"));
    commit_on(root.path(), &Quick::new(), step).unwrap();
    assert_eq!(fs::read_to_string(root.path().join("a")).unwrap(), "new a");
    assert_eq!(fs::read_to_string(root.path().join("b")).unwrap(), "new b");
    undo_last(root.path(), &Quick::new(), &lock(root.path())).unwrap();
    assert_eq!(fs::read_to_string(root.path().join("b")).unwrap(), "old");
}

#[test]
fn a_damaged_journal_is_not_guessed_at() {
    let root = project(&BEFORE);
    for writes in 0.. {
        let disk = StopAfter::new(Quick::new(), writes, Stop::Kill);
        commit_on(root.path(), &disk, a_step()).unwrap_err();
        if is_pending(root.path()) {
            break;
        }
    }
    let step = root.path().join(".cotejo/local/step");
    let journal = fs::read_to_string(step.join("journal")).unwrap();
    fs::write(step.join("journal"), journal.replacen("es/a", "es/z", 1)).unwrap();
    let damaged = StepError::Damaged { path: step };
    assert_eq!(recover_on(root.path(), &Quick::new()), Err(damaged.clone()));
    assert_eq!(commit_on(root.path(), &Quick::new(), a_step()), Err(damaged));
}

/// A random tree and a random step over the same few paths: 0 = no file, other numbers = texts.
fn random_step() -> impl Strategy<Value = Vec<(String, u8, u8)>> {
    let path = prop::sample::select(vec!["a", "d/b", "d/c", "d/e/f", "g/h/i", "año/ñ\n.txt", "z"]);
    prop::collection::btree_map(path, (0..3_u8, 0..3_u8), 1..7)
        .prop_map(|changes| changes.into_iter().map(|(path, (a, b))| (path.to_owned(), a, b)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_step_killed_anywhere_is_whole(changes in random_step()) {
        let text = |n: u8| "x".repeat(usize::from(n) * 5);
        let files: Vec<_> = changes.iter().filter(|(_, a, _)| *a > 0).collect();
        let fresh = || {
            let files: Vec<_> = files.iter().map(|(path, a, _)| (path.as_str(), text(*a))).collect();
            let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
            project(&files)
        };
        let mut step = Step::new();
        for (path, a, b) in &changes {
            let expected = if *a == 0 { Expected::Absent } else { holds(&text(*a)) };
            match (*a, *b) {
                (0, 0) => {}
                (_, 0) => step.remove(at(path), fingerprint(text(*a).as_bytes())),
                _ => step.put(at(path), text(*b).into_bytes(), expected),
            }
        }
        let before = tree(fresh().path());
        let done = fresh();
        commit_on(done.path(), &Quick::new(), step.clone()).unwrap();
        let after = tree(done.path());
        for (path, _, b) in &changes {
            let held = after.get(path).cloned().flatten();
            prop_assert_eq!(held, (*b > 0).then(|| text(*b)));
        }
        for writes in 0.. {
            let root = fresh();
            let disk = StopAfter::new(Quick::new(), writes, Stop::Kill);
            let whole = commit_on(root.path(), &disk, step.clone()).is_ok();
            recover_on(root.path(), &Quick::new()).unwrap();
            let end = tree(root.path());
            prop_assert!(end == before || end == after, "killed at {}: {:#?}", writes, end);
            if whole {
                break;
            }
        }
        let changed = before != after;
        let undone = undo_last(done.path(), &Quick::new(), &lock(done.path()));
        prop_assert_eq!(undone.is_ok(), changed);
        prop_assert_eq!(tree(done.path()), before);
    }
}

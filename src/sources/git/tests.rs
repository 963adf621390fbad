use std::fs;

use tempfile::TempDir;

use super::*;
use crate::domain::article::TreePath;

/// A repository in a folder of its own, whatever the configuration of who runs the tests.
struct Repo {
    _dir: TempDir,
    root: PathBuf,
}

/// Commit n is made at this moment plus n hours.
const START: i64 = 1_500_000_000;

fn hour(n: i64) -> i64 {
    START + n * 3600
}

fn git_in(root: &Path, args: &[&str], time: i64) -> String {
    let date = format!("{time} +0000");
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
        .args(["-c", "protocol.file.allow=always"])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_COMMITTER_DATE", &date)
        .env("GIT_AUTHOR_DATE", "1000000000 +0000")
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

impl Repo {
    fn new() -> Repo {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("checkout");
        fs::create_dir(&root).unwrap();
        git_in(&root, &["init", "-q"], START);
        Repo { _dir: dir, root }
    }

    fn git(&self, args: &[&str]) -> String {
        git_in(&self.root, args, START)
    }

    fn write(&self, files: &[(&str, &str)]) {
        for (path, text) in files {
            let file = self.root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
    }

    /// Commits these files at hour `n`.
    fn commit(&self, n: i64, files: &[(&str, &str)]) {
        self.write(files);
        self.git(&["add", "-A"]);
        git_in(&self.root, &["commit", "-q", "--allow-empty", "-m", "x"], hour(n));
    }

    fn open(&self) -> Repository {
        Repository::find(&self.root).unwrap()
    }

    /// A clone with that many commits of history.
    fn shallow(&self, depth: &str) -> Repo {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("shallow");
        let from = format!("file://{}", self.root.display());
        let to = root.display().to_string();
        git_in(dir.path(), &["clone", "-q", "--depth", depth, &from, &to], START);
        Repo { _dir: dir, root }
    }
}

fn at(path: &str) -> TreePath {
    TreePath::new(path)
}

fn moments(times: &Times) -> Vec<i64> {
    times.after.iter().map(|change| change.at).collect()
}

fn paths(changes: &Changes) -> Vec<&str> {
    changes.paths.iter().map(TreePath::as_str).collect()
}

const ODD: &str = "año \"q\" 'r'\n\t:(top)x*.md";

#[test]
fn a_folder_without_a_repository_is_told_and_so_is_no_git() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(Repository::find(dir.path()).unwrap_err(), GitError::NotARepository);
    let error = Repository::find_with(dir.path(), OsStr::new("no-git-by-this-name")).unwrap_err();
    assert_eq!(error, GitError::NoGit);
    git_in(dir.path(), &["init", "-q", "--bare", "bare"], START);
    assert_eq!(Repository::find(&dir.path().join("bare")).unwrap_err(), GitError::NotARepository);
}

#[cfg(unix)]
#[test]
fn a_repository_of_someone_else_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::new();
    // git's own tests have this switch.
    let program = repo.root.join("as-other");
    fs::write(&program, "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(Repository::find_with(&repo.root, program.as_os_str()).unwrap_err(), GitError::Dubious);
}

#[test]
fn the_top_is_found_from_below_and_from_worktrees_and_submodules() {
    let repo = Repo::new();
    repo.commit(0, &[("site/a\nb/x", "1")]);
    let real = fs::canonicalize(&repo.root).unwrap();
    let below = Repository::find(&repo.root.join("site/a\nb")).unwrap();
    assert_eq!((below.top(), below.is_shallow()), (real.as_path(), false));
    repo.git(&["worktree", "add", "-q", "../tree", "-b", "other"]);
    let tree = repo.root.parent().unwrap().join("tree");
    let worktree = Repository::find(&tree).unwrap();
    assert_eq!(worktree.top(), fs::canonicalize(&tree).unwrap());
    assert_eq!(worktree.resolve("HEAD"), repo.open().resolve("main"));
    let outer = Repo::new();
    outer.git(&["submodule", "--quiet", "add", &repo.root.display().to_string(), "sub"]);
    let inside = Repository::find(&outer.root.join("sub/site")).unwrap();
    assert_eq!(inside.top(), fs::canonicalize(outer.root.join("sub")).unwrap());
    assert_eq!(
        inside.content_at(&inside.resolve("HEAD").unwrap(), &at("a\nb/x"), 9),
        Ok(Some(b"1".to_vec()))
    );
    // From outside, what is in the submodule is not the outer repository's.
    outer.commit(1, &[]);
    let outer_repo = outer.open();
    let head = outer_repo.resolve("HEAD").unwrap();
    assert_eq!(outer_repo.content_at(&head, &at("sub"), 9), Ok(None));
    fs::write(outer.root.join("sub/new"), "x").unwrap();
    assert_eq!(paths(&outer_repo.changes_since(&head).unwrap()), [""; 0]);
}

#[test]
fn a_ref_is_a_name_and_never_an_option() {
    let repo = Repo::new();
    let unborn = repo.open().resolve("HEAD");
    assert_eq!(unborn, Err(RefError::Unknown { name: "HEAD".into() }));
    repo.commit(0, &[("a", "1")]);
    repo.git(&["tag", "-a", "v1", "-m", "x"]);
    let git = repo.open();
    let head = repo.git(&["rev-parse", "HEAD"]);
    for name in ["HEAD", "main", "v1", "refs/heads/main", &head.trim()[..10]] {
        assert_eq!(git.resolve(name).unwrap().as_str(), head.trim(), "{name}");
    }
    for name in [
        "",
        "none",
        "-h",
        "--all",
        "--output=x",
        "a..b",
        "main:a",
        "HEAD~5",
        "ma\nin",
        "\0",
        "^main",
        "@{",
        "v1 v1",
    ] {
        assert_eq!(git.resolve(name), Err(RefError::Unknown { name: name.into() }), "{name:?}");
    }
    assert_eq!(fs::read_dir(&repo.root).unwrap().count(), 2);
}

#[test]
fn changes_are_those_since_the_branches_parted() {
    let repo = Repo::new();
    repo.commit(
        0,
        &[("site/kept", "1"), ("site/edited", "1"), ("site/old-name", "long enough to be known\n")],
    );
    repo.commit(
        1,
        &[("site/staged", "1"), ("site/gone", "1"), ("outside", "1"), ("site/.gitignore", "*.tmp\n")],
    );
    repo.git(&["checkout", "-q", "-b", "work"]);
    repo.commit(2, &[("site/committed", "1"), (&format!("site/{ODD}"), "1")]);
    repo.git(&["checkout", "-q", "main"]);
    repo.commit(3, &[("site/on-main-only", "1")]);
    repo.git(&["checkout", "-q", "work"]);
    repo.git(&["mv", "site/old-name", "site/new-name"]);
    repo.git(&["rm", "-q", "site/gone"]);
    repo.write(&[("site/staged", "2")]);
    repo.git(&["add", "site/staged"]);
    repo.write(&[("site/staged", "1"), ("site/edited", "2"), ("site/untracked", "1"), ("site/x.tmp", "1")]);
    repo.write(&[("outside", "2"), ("site/kept", "1")]);
    let site = Repository::find(&repo.root.join("site")).unwrap();
    let base = site.merge_base("main").unwrap();
    assert_eq!(base, site.resolve("main~1").unwrap());
    let changes = site.changes_since(&base).unwrap();
    let expected = ["committed", "edited", "gone", "new-name", "old-name", "staged", "untracked"];
    let mut expected: Vec<&str> = expected.into_iter().chain([ODD]).collect();
    expected.sort_unstable();
    assert_eq!(paths(&changes), expected);
    assert_eq!(changes.unnamed, 0);
    // Nothing was written: git's own index is as it was, whatever it would like to refresh.
    assert_eq!(site.content_at(&base, &at("edited"), 9), Ok(Some(b"1".to_vec())));
    assert_eq!(site.content_at(&base, &at("committed"), 9), Ok(None));
    assert_eq!(site.content_at(&base, &at("../outside"), 9), Ok(None));
    let head = site.resolve("HEAD").unwrap();
    assert_eq!(site.content_at(&head, &at(ODD), 9), Ok(Some(b"1".to_vec())));
    let error = site.content_at(&base, &at("old-name"), 9).unwrap_err();
    assert!(matches!(error, GitError::Io { cause, .. } if cause.kind == io::ErrorKind::FileTooLarge));
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_unicode_are_counted() {
    use std::os::unix::ffi::OsStrExt;
    let repo = Repo::new();
    repo.commit(0, &[("a", "1")]);
    fs::write(repo.root.join(OsStr::from_bytes(b"ma\xf1ana")), "x").unwrap();
    let git = repo.open();
    let changes = git.changes_since(&git.resolve("HEAD").unwrap()).unwrap();
    assert_eq!((changes.paths.len(), changes.unnamed), (0, 1));
}

#[test]
fn a_hook_s_environment_and_a_strange_configuration_change_nothing() {
    let repo = Repo::new();
    repo.commit(0, &[("b", "1"), ("a", "1")]);
    repo.commit(1, &[("a", "2")]);
    for (key, value) in [
        ("diff.external", "false"),
        ("diff.noprefix", "true"),
        ("diff.relative", "false"),
        ("diff.renames", "copies"),
        ("color.ui", "always"),
        ("core.pager", "false"),
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("log.decorate", "full"),
        ("log.date", "relative"),
        ("log.diffMerges", "separate"),
        ("format.pretty", "full"),
        ("core.quotePath", "true"),
        ("status.relativePaths", "false"),
    ] {
        repo.git(&["config", key, value]);
    }
    let git = repo.open();
    assert_eq!(paths(&git.changes_since(&git.resolve("HEAD~1").unwrap()).unwrap()), ["a"]);
    let times = git.times([(at("b"), Want::All), (at("a"), Want::All)]).unwrap();
    assert_eq!((times[&at("b")].last, times[&at("a")].first), (Some(hour(0)), Some(hour(0))));
    assert_eq!(times[&at("a")].last, Some(hour(1)));
}

#[test]
fn times_are_the_committers_and_each_question_gets_its_answer() {
    let repo = Repo::new();
    repo.commit(0, &[("site/a", "1"), ("site/b", "1"), (&format!("site/{ODD}"), "1"), ("site/\nfirst", "1")]);
    repo.commit(24 * 5, &[("site/a", "2"), ("outside", "1")]);
    repo.commit(24 * 9, &[("site/a", "3")]);
    repo.commit(24 * 10, &[]);
    repo.write(&[("site/new", "1")]);
    let site = Repository::find(&repo.root.join("site")).unwrap();
    let times =
        |wanted: &[(&str, Want)]| site.times(wanted.iter().map(|(path, want)| (at(path), *want))).unwrap();
    let all = times(&[
        ("a", Want::All),
        ("b", Want::Last),
        (ODD, Want::Last),
        ("\nfirst", Want::Last),
        ("new", Want::Last),
        ("outside", Want::Last),
    ]);
    let known = |first, last| Times { first: Some(first), last: Some(last), ..Times::default() };
    assert_eq!(all[&at("a")], known(hour(0), hour(24 * 9)));
    assert_eq!(all[&at("b")], known(hour(0), hour(0)));
    assert_eq!(all[&at(ODD)], known(hour(0), hour(0)));
    assert_eq!(all[&at("\nfirst")], known(hour(0), hour(0)));
    assert_eq!(all[&at("new")], Times::default());
    assert_eq!(all[&at("outside")], Times::default());
    let after = |moment| moments(&times(&[("a", Want::After(moment))])[&at("a")]);
    assert_eq!(after(hour(0)), [hour(24 * 9), hour(24 * 5)]);
    assert_eq!(after(hour(24 * 5)), [hour(24 * 9)]);
    assert_eq!(after(hour(24 * 9)), [0; 0]);
    // Stopped early: the first commit was not asked for and not walked to.
    assert_eq!(times(&[("a", Want::Last)])[&at("a")], known(hour(24 * 9), hour(24 * 9)));
    assert_eq!(site.times([]).unwrap(), Default::default());
    assert_eq!(Repo::new().open().times([(at("a"), Want::All)]).unwrap()[&at("a")], Times::default());
}

#[test]
fn a_merge_counts_only_for_what_it_changed_itself() {
    let repo = Repo::new();
    repo.commit(0, &[("a", "1\n"), ("b", "1\n")]);
    repo.git(&["checkout", "-q", "-b", "work"]);
    repo.commit(1, &[("a", "work\n"), ("b", "work\n")]);
    repo.git(&["checkout", "-q", "main"]);
    repo.commit(2, &[("a", "main\n")]);
    git_in(&repo.root, &["merge", "-q", "--no-commit", "-s", "ours", "work"], hour(3));
    repo.commit(3, &[("a", "resolved\n"), ("b", "work\n")]);
    let times = repo.open().times([(at("a"), Want::All), (at("b"), Want::All)]).unwrap();
    assert_eq!((times[&at("a")].last, times[&at("b")].last), (Some(hour(3)), Some(hour(1))));
}

#[test]
fn a_shallow_clone_says_what_it_cannot_tell() {
    let repo = Repo::new();
    repo.commit(0, &[("a", "1"), ("b", "1")]);
    repo.git(&["tag", "old"]);
    repo.commit(1, &[("c", "1")]);
    repo.commit(2, &[("a", "2")]);
    let clone = repo.shallow("2");
    let git = clone.open();
    assert!(git.is_shallow());
    assert_eq!(git.resolve("old"), Err(RefError::Shallow { name: "old".into() }));
    assert_eq!(git.resolve("-x"), Err(RefError::Unknown { name: "-x".into() }));
    let times = |path: &str, want| git.times([(at(path), want)]).unwrap()[&at(path)].clone();
    // The clone's oldest commit (hour 1) seems to add all three files; it tells nothing.
    assert_eq!(times("b", Want::Last), Times { too_short: true, ..Times::default() });
    assert_eq!(times("c", Want::Last), Times { too_short: true, ..Times::default() });
    let last = Times { first: Some(hour(2)), last: Some(hour(2)), ..Times::default() };
    assert_eq!(times("a", Want::Last), last);
    assert!(times("a", Want::All).too_short);
    assert!(times("a", Want::After(hour(0))).too_short);
    let found = times("a", Want::After(hour(1)));
    assert_eq!(moments(&found), [hour(2)]);
    assert_eq!(Times { after: Vec::new(), ..found }, last);
    // Two histories that meet only in what was not fetched.
    repo.git(&["checkout", "-q", "-b", "work", "old"]);
    repo.commit(3, &[("d", "1")]);
    repo.git(&["checkout", "-q", "main"]);
    git_in(&clone.root, &["fetch", "-q", "--depth", "1", "origin", "work:work"], START);
    assert_eq!(clone.open().merge_base("work"), Err(RefError::Shallow { name: "work".into() }));
    git_in(&clone.root, &["fetch", "-q", "--unshallow", "origin"], START);
    let whole = clone.open();
    assert_eq!(whole.merge_base("work"), whole.resolve("main~2"));
    assert!(!whole.times([(at("b"), Want::All)]).unwrap()[&at("b")].too_short);
}

#[test]
fn histories_with_nothing_in_common_are_told() {
    let repo = Repo::new();
    repo.commit(0, &[("a", "1")]);
    repo.git(&["checkout", "-q", "--orphan", "alone"]);
    repo.commit(1, &[("a", "2")]);
    assert_eq!(repo.open().merge_base("main"), Err(RefError::Unrelated { name: "main".into() }));
}

#[test]
fn an_error_of_git_s_keeps_what_git_said() {
    let repo = Repo::new();
    repo.commit(0, &[("a", "1")]);
    let git = repo.open();
    fs::remove_dir_all(repo.root.join(".git/objects")).unwrap();
    fs::create_dir(repo.root.join(".git/objects")).unwrap();
    let error = git.times([(at("a"), Want::Last)]).unwrap_err();
    assert!(matches!(&error, GitError::Failed { said, .. } if !said.is_empty()), "{error:?}");
}

#[test]
fn a_file_is_followed_through_its_renames() {
    let text: String = (0..20).map(|line| format!("line {line} of a page\n")).collect();
    let edited = text.replace("line 3 ", "line three ");
    let other: String = (0..20).map(|line| format!("something else {line}\n")).collect();
    let repo = Repo::new();
    repo.commit(0, &[("site/a", &text), ("site/gone", &other)]);
    repo.commit(1, &[("site/a", &edited)]);
    repo.git(&["mv", "site/a", "site/\nb"]);
    repo.commit(2, &[]);
    // The name is free again, and another file gets it.
    repo.commit(3, &[("site/a", &other)]);
    repo.git(&["mv", "site/\nb", "site/c"]);
    repo.git(&["rm", "-q", "site/gone"]);
    let changed = edited.replace("line 5 ", "line five ");
    repo.commit(4, &[("site/c", &changed), ("site/new", "1\n2\n3\n")]);
    let site = Repository::find(&repo.root.join("site")).unwrap();
    let times =
        |wanted: &[(&str, Want)]| site.times(wanted.iter().map(|(path, want)| (at(path), *want))).unwrap();
    let all = times(&[("a", Want::All), ("c", Want::All), ("new", Want::All)]);
    let known = |first, last| Times { first: Some(first), last: Some(last), ..Times::default() };
    assert_eq!(all[&at("c")], known(hour(0), hour(4)));
    assert_eq!(all[&at("new")], known(hour(4), hour(4)), "what went and what came are two files");
    // Of one name the oldest file counts, as ever.
    assert_eq!(all[&at("a")], known(hour(0), hour(3)));
    let after = times(&[("c", Want::After(hour(0)))]);
    let names: Vec<(i64, &str)> =
        after[&at("c")].after.iter().map(|change| (change.at, change.path.as_str())).collect();
    assert_eq!(names, [(hour(4), "c"), (hour(2), "\nb"), (hour(1), "a")]);
    // Not committed yet.
    repo.git(&["mv", "site/c", "site/d"]);
    assert_eq!(times(&[("d", Want::All)])[&at("d")], known(hour(0), hour(4)));
}

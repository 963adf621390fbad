use super::*;

fn make(root: &Path, files: &[&str]) {
    for file in files {
        let full = root.join(file);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, file).unwrap();
    }
}

fn list(root: &Path, prefixes: &[&str]) -> Listing {
    walk(root, &prefixes.iter().map(|prefix| TreePath::new(*prefix)).collect::<Vec<_>>(), &|_| false)
}

fn names(listing: &Listing) -> Vec<&str> {
    listing.files.iter().map(|(path, _)| path.as_str()).collect()
}

fn problems(listing: &Listing) -> Vec<(&str, WalkProblemKind)> {
    listing.problems.iter().map(|problem| (problem.path.as_str(), problem.kind.clone())).collect()
}

#[test]
fn files_come_sorted_with_the_stamps_they_have() {
    let root = tempfile::tempdir().unwrap();
    make(root.path(), &["en/b.md", "en/a.md", "en/a/x.md", "es/ñ\n\u{1b}[31m.md", "other/c.md", "top"]);
    let listing = list(root.path(), &["en", "es"]);
    assert_eq!(names(&listing), ["en/a.md", "en/a/x.md", "en/b.md", "es/ñ\n\u{1b}[31m.md"]);
    assert_eq!(listing.problems, []);
    for (path, stamp) in &listing.files {
        assert_eq!(super::super::files::stamp(root.path(), path), Ok(*stamp), "{path}");
    }
    assert_eq!(names(&list(root.path(), &[""])).len(), 6);
    assert_eq!(names(&list(root.path(), &["top", "en/a.md"])), ["en/a.md", "top"]);
}

#[test]
fn prefixes_that_overlap_list_each_file_once() {
    let root = tempfile::tempdir().unwrap();
    make(root.path(), &["a/b/c", "a/node_modules/own/d", "a/node_modules/other/e", "ab/f"]);
    let listing = list(root.path(), &["a", "a/b", "a/node_modules/own", "a"]);
    assert_eq!(names(&listing), ["a/b/c", "a/node_modules/own/d"]);
}

#[test]
fn folders_without_articles_are_passed_over_unless_asked_for() {
    let root = tempfile::tempdir().unwrap();
    make(
        root.path(),
        &[
            ".git/x",
            "a/.git/x",
            "a/node_modules/x",
            ".cotejo/ledger/x",
            "target/es.md",
            "build/x",
            "a/y",
            "a/skip",
        ],
    );
    fs::write(root.path().join("build/CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n")
        .unwrap();
    fs::write(root.path().join("target/CACHEDIR.TAG"), "not that signature").unwrap();
    let listing = walk(root.path(), &[TreePath::new("")], &|path| path == "a/skip");
    assert_eq!(names(&listing), ["a/y", "target/CACHEDIR.TAG", "target/es.md"]);
    assert_eq!(names(&list(root.path(), &[".cotejo/ledger"])), [".cotejo/ledger/x"]);
}

#[test]
fn a_prefix_that_is_not_there_or_climbs_out_is_told() {
    let root = tempfile::tempdir().unwrap();
    make(root.path(), &["a/b"]);
    let listing = list(root.path(), &["none", "a/b/c", "../x"]);
    assert_eq!(
        problems(&listing),
        [
            ("../x", WalkProblemKind::Path(PathProblem::Dots)),
            ("a/b/c", WalkProblemKind::MissingPrefix),
            ("none", WalkProblemKind::MissingPrefix),
        ]
    );
    assert_eq!(problems(&list(&root.path().join("gone"), &[""])).len(), 1);
}

#[cfg(unix)]
#[test]
fn links_lead_neither_out_nor_around() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("root");
    make(dir.path(), &["root/docs/v2/a", "root/docs/real", "root/elsewhere/deep/b", "secret/s"]);
    symlink("v2", root.join("docs/latest")).unwrap();
    symlink("real", root.join("docs/file")).unwrap();
    symlink("..", root.join("docs/v2/up")).unwrap();
    symlink("../elsewhere", root.join("docs/other")).unwrap();
    symlink("../docs", root.join("elsewhere/back")).unwrap();
    symlink("../../secret", root.join("docs/out")).unwrap();
    symlink("../../secret/s", root.join("docs/out-file")).unwrap();
    symlink("nowhere", root.join("docs/broken")).unwrap();
    symlink("circle", root.join("docs/circle")).unwrap();
    let listing = list(&root, &["docs"]);
    assert_eq!(names(&listing), ["docs/file", "docs/other/deep/b", "docs/real", "docs/v2/a"]);
    assert_eq!(
        problems(&listing),
        [
            ("docs/broken", WalkProblemKind::BrokenLink),
            ("docs/circle", WalkProblemKind::Loop),
            ("docs/latest", WalkProblemKind::ListedElsewhere),
            ("docs/other/back", WalkProblemKind::ListedElsewhere),
            ("docs/out", WalkProblemKind::Outside),
            ("docs/out-file", WalkProblemKind::Outside),
            ("docs/v2/up", WalkProblemKind::Loop),
        ]
    );
    // Asked for, a link is a folder like any other.
    assert_eq!(names(&list(&root, &["docs/latest"])), ["docs/latest/a"]);
    assert_eq!(problems(&list(&root, &["docs/out"])), [("docs/out", WalkProblemKind::Outside)]);
}

#[cfg(unix)]
#[test]
fn a_tree_of_links_that_double_at_each_step_is_walked_in_no_time() {
    use std::os::unix::fs::symlink;
    let root = tempfile::tempdir().unwrap();
    for level in 0..40 {
        make(root.path(), &[&format!("{level}/file")]);
        for name in ["left", "right"] {
            symlink(format!("../{}", level + 1), root.path().join(format!("{level}/{name}"))).unwrap();
        }
    }
    assert_eq!(names(&list(root.path(), &["0"])).len(), 40);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_unicode_and_special_files_are_told() {
    use std::os::unix::ffi::OsStrExt;
    let root = tempfile::tempdir().unwrap();
    make(root.path(), &["a/good"]);
    fs::write(root.path().join("a").join(std::ffi::OsStr::from_bytes(b"ma\xf1ana.txt")), "x").unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(root.path().join("a/socket")).unwrap();
    let listing = list(root.path(), &["a"]);
    assert_eq!(names(&listing), ["a/good"]);
    assert_eq!(
        problems(&listing),
        [("a/ma\u{fffd}ana.txt", WalkProblemKind::NotUnicode), ("a/socket", WalkProblemKind::Special)]
    );
}

#[test]
fn folders_without_end_are_bounded() {
    let root = tempfile::tempdir().unwrap();
    let deep = "d/".repeat(250);
    fs::create_dir_all(root.path().join(&deep)).unwrap();
    fs::write(root.path().join(&deep).join("file"), "x").unwrap();
    let listing = list(root.path(), &["d"]);
    assert_eq!(listing.files, []);
    assert!(matches!(&listing.problems[..], [WalkProblem { kind: WalkProblemKind::TooDeep, .. }]));
}

#[test]
fn a_folder_with_very_many_files_is_listed_whole() {
    let root = tempfile::tempdir().unwrap();
    let files: Vec<String> = (0..3000).map(|n| format!("{n:05}")).collect();
    make(root.path(), &files.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(names(&list(root.path(), &[""])), files);
}

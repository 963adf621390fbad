//! Hard days: what can go wrong around the files, seen through the commands.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use cotejo::sources::disk::RealDisk;
use cotejo::sources::lock::ExclusiveLock;
use serde_json::Value;

use crate::harness::{Project, Ran};
use crate::news::{newsroom, record_path, recorded};

/// The commands that look at a project.
const LOOKS: &[&[&str]] = &[
    &["status"],
    &["status", "--rows", "--format", "markdown"],
    &["pair", "--rows"],
    &["diff"],
    &["diff", "--format", "markdown"],
    &["check"],
    &["check", "--format", "github"],
    &["report"],
    &["accept", "--all", "--dry-run"],
];

fn articles(status: &Value) -> Vec<(&str, &str, &str)> {
    let text = |row: &'_ Value, key: &str| -> &'static str {
        String::leak(row[key].as_str().unwrap_or_default().to_owned())
    };
    let rows = status["rows"].as_array().expect("rows");
    rows.iter().map(|row| (text(row, "article"), text(row, "locale"), text(row, "verdict"))).collect()
}

#[test]
fn a_file_too_large_to_read_is_named_and_the_rest_goes_on() {
    let project = recorded(&[("a", &["es", "fr"])]);
    let huge = fs::File::create(project.path("news/en/huge.txt")).expect("the file can be made");
    huge.set_len(1 << 30).expect("a file may have a hole");
    let status = project.run(&["status", "--format", "json"]).json_with(2);
    assert_eq!(
        articles(&status),
        [
            ("news/a", "es", "current"),
            ("news/a", "fr", "current"),
            ("news/huge", "es", "unreadable"),
            ("news/huge", "fr", "unreadable"),
        ]
    );
    for args in LOOKS {
        let ran = project.run(args);
        let all = format!("{}{}", ran.out, ran.err);
        assert!(ran.code == 2 || args[0] == "pair", "{args:?} ended with {}: {all}", ran.code);
        if args[0] != "pair" {
            let said = if ["check", "accept"].contains(&args[0]) { &ran.out } else { &ran.err };
            assert!(said.contains("news/en/huge.txt") && said.contains("64 MiB"), "{args:?}: {all}");
        }
    }
    let before = project.tree();
    assert_eq!(project.run(&["accept", "--all"]).code, 2);
    assert_eq!(project.tree().len(), before.len(), "nothing is recorded of what could not be read");
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_are_walked_once() {
    use std::os::unix::fs::symlink;
    let project = recorded(&[("a", &["es"])]);
    let before = project.run(&["status", "--format", "json"]).json();
    symlink("..", project.path("news/en/up")).expect("a link");
    symlink(".", project.path("news/es/here")).expect("a link");
    symlink("itself", project.path("news/en/itself")).expect("a link");
    let after = project.run(&["status", "--format", "json"]);
    let said: Value = serde_json::from_str(&after.out).expect("JSON");
    assert_eq!(articles(&said), articles(&before), "{}", after.err);
}

#[test]
fn a_file_name_can_not_steer_the_terminal_nor_forge_a_line() {
    let name = "a\nnews/forged  current\u{1b}[31m\u{202e}";
    let project = newsroom(&[("plain", &["es"])]);
    project.write(&format!("news/en/{name}.txt"), crate::news::EN);
    project.write(&format!("news/es/{name}.txt"), crate::news::ES);
    let path = format!("news/en/{name}.txt");
    let inspect = ["inspect", path.as_str()];
    for args in LOOKS.iter().copied().chain([&inspect[..], &["accept", "--all"], &["diff"], &["status"]]) {
        let ran = project.run(args);
        let all = format!("{}{}", ran.out, ran.err);
        assert!(!all.contains('\u{1b}') && !all.contains('\u{202e}'), "{args:?}: {all:?}");
        assert!(!all.lines().any(|line| line.trim_start().starts_with("news/forged")), "{args:?}: {all}");
    }
    let status = project.run(&["status", "--format", "json"]).json();
    let verdicts = articles(&status);
    assert!(verdicts.contains(&(&format!("news/{name}"), "es", "current")), "{verdicts:?}");
    let outdated = project.path(&path);
    fs::write(&outdated, crate::news::EN.replace("two years", "three years"))
        .expect("the file can be written");
    let diff = project.run(&["diff", &format!("news/{name}")]);
    assert!(diff.out.contains("three"), "{}{}", diff.out, diff.err);
    assert_eq!(project.run(&["check", "--fail-on", "outdated"]).code, 1);
}

#[test]
fn a_second_process_waits_or_is_told_who_is_at_work() {
    let project = newsroom(&[("a", &["es"])]);
    let held = ExclusiveLock::take(&project.path(""), &RealDisk, "accept", Duration::ZERO)
        .expect("the lock is free");
    let before = project.tree();
    let accept = project.run(&["accept", "--all"]);
    assert_eq!(accept.code, 2);
    assert!(
        accept.err.contains("another cotejo is at work") && accept.err.contains("accept"),
        "{}",
        accept.err
    );
    assert_eq!(project.tree(), before);
    drop(held);
    project.run(&["accept", "--all"]).expect(0);
}

#[test]
fn what_stands_in_the_place_of_cotejo_s_own_files_is_told() {
    let project = recorded(&[("a", &["es", "fr"])]);
    project.write(".cotejo/local", "a file where a folder should be\n");
    let ran = project.run(&["status"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains(".cotejo/local"), "{}", ran.err);
    let project = recorded(&[("a", &["es", "fr"])]);
    let record = project.path(&record_path("a", "es"));
    fs::remove_file(&record).and_then(|()| fs::create_dir(&record)).expect("a folder in its place");
    let ran = project.run(&["accept", "--all"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains(&record_path("a", "es")), "{}", ran.err);
    let project = Project::empty();
    fs::create_dir(project.path("cotejo.toml")).expect("a folder in its place");
    let ran = project.run(&["status"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cotejo.toml"), "{}", ran.err);
}

/// The command in a process of its own that may not do all that root may.
#[cfg(unix)]
fn as_somebody(project: &Project, args: &[&str]) -> Ran {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let home = tempfile::tempdir().expect("a temporary folder");
    let binary = home.path().join("cotejo");
    fs::copy(env!("CARGO_BIN_EXE_cotejo"), &binary).expect("the binary can be copied");
    for path in [home.path(), &binary] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("permissions can be set");
    }
    let mut command = Command::new(&binary);
    command
        .args(args)
        .current_dir(project.path(""))
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("COTEJO_BY", "Ana");
    if fs::metadata(home.path()).expect("it is there").uid() == 0 {
        command.uid(65534).gid(65534);
    }
    let output = command.output().expect("the command starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    let code = u8::try_from(output.status.code().expect("an exit code")).expect("a small one");
    Ran { code, out: text(output.stdout), err: text(output.stderr) }
}

/// Gives the project's folders, and all in them, those permissions.
#[cfg(unix)]
fn permit(folder: &Path, folders: u32, files: u32) {
    use std::os::unix::fs::PermissionsExt;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => permit(&path, folders, files),
            false => fs::set_permissions(&path, fs::Permissions::from_mode(files)).expect("its permissions"),
        }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(folders)).expect("its permissions");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_named_and_the_rest_is_shown() {
    use std::os::unix::fs::PermissionsExt;
    let project = recorded(&[("a", &["es", "fr"])]);
    project.write("news/en/shut/b.txt", crate::news::EN);
    permit(&project.path(""), 0o755, 0o644);
    let shut = project.path("news/en/shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).expect("its permissions");
    let ran = as_somebody(&project, &["status"]);
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).expect("its permissions");
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("news/en/shut"), "{}", ran.err);
    assert!(ran.out.contains("news/a"), "{}", ran.out);
}

/// What stands in a folder that can't be listed is not known: nothing there is called an orphan,
/// missing or unrecorded, and nothing elsewhere because of it. The next run knows again.
#[cfg(unix)]
#[test]
fn what_a_shut_folder_may_hold_is_not_said_to_be_gone() {
    use std::os::unix::fs::PermissionsExt;
    let project = recorded(&[("a", &["es", "fr"]), ("deep/b", &["es"])]);
    project.write("news/es/lone.txt", crate::news::ES);
    permit(&project.path(""), 0o755, 0o644);
    fs::set_permissions(project.path(".cotejo"), fs::Permissions::from_mode(0o777)).expect("its permissions");
    let before = as_somebody(&project, &["status", "--format", "json"]).json();
    let found = |status: &Value| -> Vec<(String, String, String)> {
        let own = |(a, b, c): (&str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned());
        articles(status).into_iter().map(own).collect()
    };
    let whole = [
        ("news/a", "es", "current"),
        ("news/a", "fr", "current"),
        ("news/deep/b", "es", "current"),
        ("news/deep/b", "fr", "missing"),
        ("news/lone", "es", "orphan"),
    ];
    let verdicts = |changed: &[(usize, &'static str)]| -> Vec<(String, String, String)> {
        let mut expected = whole;
        changed.iter().for_each(|(at, verdict)| expected[*at].2 = verdict);
        expected.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
    };
    assert_eq!(found(&before), verdicts(&[]));
    for (folder, changed) in [
        ("news/en/deep", &[(2, "unreadable")][..]),
        ("news/es/deep", &[(2, "unreadable")]),
        (".cotejo/ledger/es", &[(0, "unreadable"), (2, "unreadable")]),
    ] {
        let shut = project.path(folder);
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).expect("its permissions");
        let status = as_somebody(&project, &["status", "--format", "json"]);
        let pair = as_somebody(&project, &["pair", "--format", "json"]);
        let text = as_somebody(&project, &["pair"]);
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).expect("its permissions");
        assert!(status.err.contains(folder), "{}", status.err);
        let seen = found(&status.json_with(2));
        // Of an article without its source no other locale is spoken of.
        let expected: Vec<_> = verdicts(changed)
            .into_iter()
            .filter(|row| folder != "news/en/deep" || row.0 != "news/deep/b" || row.1 == "es")
            .collect();
        assert_eq!(seen, expected, "{folder}");
        let pair = pair.json_with(2);
        assert_eq!(pair["total"]["orphan"], 1, "{folder}: {pair}");
        assert_eq!(pair["files"]["orphan"], 1, "{folder}: {pair}");
        assert_eq!(text.out.contains("unreadable"), folder.starts_with("news"), "{folder}: {}", text.out);
    }
    assert_eq!(found(&as_somebody(&project, &["status", "--format", "json"]).json()), verdicts(&[]));
}

#[cfg(unix)]
#[test]
fn a_project_that_may_not_be_written_is_read_and_accept_says_what_it_needs() {
    let project = recorded(&[("a", &["es", "fr"])]);
    project.write("news/en/b.txt", crate::news::EN);
    project.write("news/es/b.txt", crate::news::ES);
    let before = project.tree();
    permit(&project.path(""), 0o555, 0o444);
    let status = as_somebody(&project, &["status"]);
    let accept = as_somebody(&project, &["accept", "--all"]);
    permit(&project.path(""), 0o755, 0o644);
    assert_eq!(status.code, 0, "{}", status.err);
    assert_eq!(status.out, project.run(&["status"]).out);
    assert_eq!(accept.code, 2, "{}", accept.out);
    assert!(accept.err.contains(".cotejo"), "{}", accept.err);
    assert_eq!(project.tree(), before);
}

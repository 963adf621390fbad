//! `cotejo accept`, ended at every single write: by a kill, and by a disk without room.

use std::sync::Arc;

use cotejo::sources::disk::{RealDisk, Stop, StopAfter};

use crate::accept::{ES, recorded};
use crate::harness::{Project, Ran};

/// No accept of this size takes more writes.
const ENOUGH: usize = 500;

/// A project in which an accept changes two records and makes a third.
fn before() -> Project {
    let project = recorded();
    for (path, from, to) in [
        ("en/lab.md", "every month", "every week"),
        ("es/lab.md", "cada mes", "cada semana"),
        ("fr/lab.md", "chaque mois", "chaque semaine"),
    ] {
        project.edit(path, from, to);
    }
    project.write("en/new/page.md", crate::accept::EN);
    project.write("es/new/page.md", ES);
    project
}

/// Runs accept on a disk that stops after 0, 1, 2 … writes, until it does not stop any more.
fn at_every_write(how: Stop, check: impl Fn(usize, &mut Project, &Ran)) {
    let mut whole = 0;
    for writes in 0..ENOUGH {
        let mut project = before();
        let disk = Arc::new(StopAfter::new(RealDisk, writes, how));
        project.disk = Arc::clone(&disk) as _;
        let ran = project.run(&["accept", "--all"]);
        project.disk = Arc::new(RealDisk);
        check(writes, &mut project, &ran);
        if disk.asked() <= writes {
            assert_eq!(ran.code, 0, "{}", ran.err);
            whole = writes;
            break;
        }
    }
    assert!(whole > 10, "accept ended well after {whole} writes");
}

#[test]
fn killed_at_any_write_the_tree_is_as_before_or_as_after() {
    let start = before().tree();
    let project = before();
    project.run(&["accept", "--all"]).expect(0);
    let end = project.tree();
    assert_ne!(start, end);
    let seen = std::cell::RefCell::new((0, 0));
    at_every_write(Stop::Kill, |writes, project, _| {
        // The next command, whichever it is, completes the step or takes it back.
        project.run(&["status"]).expect(0);
        let tree = project.tree();
        let mut seen = seen.borrow_mut();
        match (tree == start, tree == end) {
            (true, false) => seen.0 += 1,
            (false, true) => seen.1 += 1,
            _ => panic!("killed at write {writes}, the tree is neither: {:?}", tree.keys()),
        }
        project.run(&["accept", "--all"]).expect(0);
        assert_eq!(project.tree(), end, "killed at write {writes}");
    });
    let (back, forth) = *seen.borrow();
    assert!(back > 3 && forth > 3, "taken back {back} times, completed {forth} times");
}

#[test]
fn a_full_disk_is_told_and_leaves_the_tree_as_it_was() {
    let start = before().tree();
    at_every_write(Stop::Full, |writes, project, ran| {
        if ran.code == 0 {
            // What had no room was only a cache, or the disk was full after the step.
            assert!(!ran.err.contains("error"), "{}", ran.err);
            return;
        }
        assert_eq!(ran.code, 2, "at write {writes}: {}", ran.err);
        assert!(ran.err.contains("the disk is full"), "at write {writes}: {}", ran.err);
        project.run(&["status"]).expect(0);
        assert_eq!(project.tree(), start, "at write {writes}");
    });
}

//! `cotejo status`.

use std::fs::Permissions;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cotejo::domain::article::TreePath;
use cotejo::sources::disk::{Disk, RealDisk};
use serde_json::Value;

use crate::harness::Project;

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"news\"\nfiles = \"{locale}/{path}.txt\"\n";

const PORT_EN: &str = "Port of Callao opens new inspection yard\n\n19 April 2018\n\nThe port authority opened a yard of 12 hectares on Monday, which will hold the containers that are chosen for inspection.\n\nThe director thanked the 40 officers who had worked through the weekend to make it ready.\n";
const PORT_ES: &str = "El puerto del Callao inaugura un nuevo patio de inspección\n\n19 de abril de 2018\n\nLa autoridad portuaria inauguró el lunes un patio de 12 hectáreas, que albergará los contenedores seleccionados para inspección.\n\nEl director dio las gracias a los 40 funcionarios que habían trabajado todo el fin de semana para tenerlo listo.\n";
const PORT_FR: &str = "Le port du Callao ouvre une nouvelle zone d’inspection\n\n19 avril 2018\n\nL’autorité portuaire a ouvert lundi une zone de 12 hectares, où seront placés les conteneurs choisis pour l’inspection.\n\nLe directeur a remercié les 40 agents qui avaient travaillé toute la fin de semaine pour qu’elle soit prête.\n";
const MEET_EN: &str = "Regional meeting in Quito\n\n3 May 2019\n\nThe heads of eleven administrations met for two days and agreed on a plan for the exchange of information at land borders.\n";

fn project() -> Project {
    Project::with(&[
        ("cotejo.toml", CONFIG),
        ("en/2018/port.txt", PORT_EN),
        ("es/2018/port.txt", PORT_ES),
        ("en/2019/meeting.txt", MEET_EN),
        ("fr/2019/meeting.txt", MEET_EN),
        ("es/2017/lost.txt", PORT_ES),
    ])
}

fn verdicts(status: &Value) -> Vec<(String, String, String)> {
    status["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            (text("article"), text("locale"), text("verdict"))
        })
        .collect()
}

#[test]
fn each_article_has_a_verdict_in_each_locale() {
    let status = project().run(&["status", "--format", "json"]).json();
    let row = |article: &str, locale: &str, verdict: &str| {
        (article.to_owned(), locale.to_owned(), verdict.to_owned())
    };
    assert_eq!(
        verdicts(&status),
        [
            row("news/2017/lost", "es", "orphan"),
            row("news/2018/port", "es", "unrecorded"),
            row("news/2018/port", "fr", "missing"),
            row("news/2019/meeting", "es", "missing"),
            row("news/2019/meeting", "fr", "untranslated"),
        ]
    );
    assert_eq!(status["rows"][4]["how"], "copy");
}

#[test]
fn every_row_is_in_exactly_one_bucket() {
    let status = project().run(&["status", "--format", "json"]).json();
    let mut rows = 0;
    for sums in status["locales"].as_array().expect("locales") {
        let buckets: u64 =
            sums["verdicts"].as_object().expect("verdicts").values().filter_map(Value::as_u64).sum();
        assert_eq!(buckets, sums["articles"].as_u64().expect("a number"), "{sums}");
        rows += buckets + sums["left_out"].as_u64().expect("a number");
    }
    assert_eq!(rows, status["rows"].as_array().expect("rows").len() as u64);
}

#[test]
fn a_second_run_shows_the_same_bytes_and_a_changed_file_is_seen() {
    let project = project();
    let first = project.run(&["status", "--format", "json"]);
    assert_eq!(project.run(&["status", "--format", "json"]).expect(0), first.expect(0));
    project.write("es/2019/meeting.txt", PORT_ES);
    let second = project.run(&["status", "--format", "json"]).json();
    assert!(verdicts(&second).contains(&("news/2019/meeting".into(), "es".into(), "unrecorded".into())));
    project.write("fr/2019/meeting.txt", PORT_EN.replace("Monday", "Tuesday"));
    let third = project.run(&["status", "--format", "json"]).json();
    assert_eq!(third["rows"][4]["how"], "silent");
}

#[test]
fn a_damaged_or_missing_cache_changes_nothing() {
    let project = project();
    let before = project.run(&["status", "--format", "json"]);
    for name in ["cache-rows", "cache-facts"] {
        project.write(&format!(".cotejo/local/{name}"), "not a cache");
    }
    assert_eq!(project.run(&["status", "--format", "json"]).expect(0), before.expect(0));
}

#[test]
fn what_is_kept_or_local_is_in_no_sum() {
    let project = project();
    let config = format!("{CONFIG}\n[[keep]]\npath = \"en/2019/**\"\n");
    project.write("cotejo.toml", config);
    let status = project.run(&["status", "--format", "json"]).json();
    assert_eq!(status["total"]["left_out"], 2);
    assert_eq!(status["total"]["articles"], 3);
}

#[test]
fn filters_choose_and_a_slip_in_one_is_an_error() {
    let project = project();
    let rows = |args: &[&str]| {
        let mut all = vec!["status", "--format", "json"];
        all.extend(args);
        verdicts(&project.run(&all).json()).len()
    };
    assert_eq!(rows(&["--locale", "fr"]), 2);
    assert_eq!(rows(&["--verdict", "missing,orphan"]), 3);
    assert_eq!(rows(&["--path", "en/2018"]), 2);
    assert_eq!(rows(&["--path", "**/meeting.txt", "--locale", "es"]), 1);
    assert_eq!(rows(&["--collection", "news"]), 5);
    for (args, word) in [
        (["--locale", "de"], "de"),
        (["--collection", "blog"], "blog"),
        (["--verdict", "stale"], "stale"),
        (["--path", "a[b"], "a[b"),
    ] {
        let ran = project.run(&["status", args[0], args[1]]);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(word), "{args:?}: {}", ran.err);
    }
}

#[test]
fn no_line_is_wider_than_the_terminal_in_any_language() {
    let mut project = Project::own();
    for width in [60, 80, 120] {
        project.width = Some(width);
        for language in ["en", "es", "fr"] {
            let ran = project.run(&["status", "--lang", language]);
            let widest = ran.expect(0).lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0);
            assert!(widest <= width.max(72), "{language} at {width}: {widest}\n{}", ran.out);
        }
    }
}

#[test]
fn this_repository_s_pages_are_translated_and_not_published() {
    let status = Project::own().run(&["status", "--format", "json", "--locale", "es"]).json();
    let rows = status["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 5);
    for row in rows {
        let name = row["article"].as_str().expect("an id");
        assert_eq!(row["verdict"], "current", "{name}");
        let expected = if name.contains("003_") { "unknown" } else { "no" };
        assert_eq!(row["published"]["state"], expected, "{name}");
    }
}

#[test]
fn the_site_s_own_pages_alone_are_untranslated_and_say_how() {
    let project = Project::own();
    std::fs::remove_dir_all(project.path("translations")).expect("they can be removed");
    std::fs::remove_dir_all(project.path(".cotejo")).expect("they can be removed");
    let status = project.run(&["status", "--format", "json", "--locale", "es"]).json();
    let found: Vec<(String, Value, Value)> = status["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            (
                row["article"].as_str().expect("an id")[9..13].to_owned(),
                row["verdict"].clone(),
                row["how"].clone(),
            )
        })
        .collect();
    let row = |name: &str, verdict: &str, how: Value| (name.to_owned(), Value::from(verdict), how);
    assert_eq!(
        found,
        [
            row("000_", "untranslated", "silent".into()),
            row("001_", "untranslated", "silent".into()),
            row("002_", "untranslated", "notice".into()),
            row("003_", "missing", Value::Null),
            row("004_", "untranslated", "notice".into()),
        ]
    );
}

#[test]
fn without_a_project_the_error_says_what_to_do() {
    let ran = Project::empty().run(&["status"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cotejo.toml") && ran.err.contains("cotejo init"), "{}", ran.err);
}

/// A disk that counts the articles and records that are read, and the new files.
#[derive(Default)]
struct Counting {
    reads: AtomicUsize,
    writes: AtomicUsize,
}

impl Disk for Counting {
    fn will_read(&self, _: &TreePath) {
        self.reads.fetch_add(1, Ordering::SeqCst);
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.create_dir(dir)
    }

    fn write_new(&self, file: &Path, bytes: &[u8], mode: Option<&Permissions>) -> io::Result<()> {
        self.writes.fetch_add(1, Ordering::SeqCst);
        RealDisk.write_new(file, bytes, mode)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        RealDisk.remove_file(file)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.remove_dir(dir)
    }

    fn sync_file(&self, file: &Path) -> io::Result<()> {
        RealDisk.sync_file(file)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.sync_dir(dir)
    }

    fn sync_all(&self, dir: &Path) -> io::Result<()> {
        RealDisk.sync_all(dir)
    }
}

/// A project of `articles` articles, all of them in both locales, on a disk that counts.
fn counted(articles: usize) -> (Project, Arc<Counting>) {
    let mut project = Project::with(&[("cotejo.toml", CONFIG)]);
    for n in 0..articles {
        for (locale, text) in [("en", PORT_EN), ("es", PORT_ES), ("fr", PORT_EN)] {
            project.write(&format!("{locale}/{n:03}.txt"), format!("{text}\n\n{n}\n"));
        }
    }
    let disk = Arc::new(Counting::default());
    project.disk = Arc::clone(&disk) as Arc<dyn Disk>;
    (project, disk)
}

/// Lets the files grow older than the tick of the file system's clock: what is learnt of younger
/// ones is not kept.
fn settle() {
    std::thread::sleep(std::time::Duration::from_millis(60));
}

/// The output of a run, and how many articles and records it read and files it wrote.
#[track_caller]
fn reads(project: &Project, disk: &Counting, args: &[&str]) -> (String, usize, usize) {
    disk.reads.store(0, Ordering::SeqCst);
    disk.writes.store(0, Ordering::SeqCst);
    let out = project.run(args).expect(0).to_owned();
    (out, disk.reads.load(Ordering::SeqCst), disk.writes.load(Ordering::SeqCst))
}

#[test]
fn where_nothing_changed_no_article_is_read_again() {
    for (articles, args) in [
        (30, &["status"][..]),
        (30, &["status", "--format", "json"]),
        (30, &["status", "--locale", "es"]),
        (3, &["status"]),
    ] {
        let (project, disk) = counted(articles);
        settle();
        let (first, read, _) = reads(&project, &disk, args);
        assert_eq!(read, articles * 3, "{args:?}");
        let again = reads(&project, &disk, args);
        assert_eq!(again, (first, 0, 0), "{args:?}");
    }
}

#[test]
fn every_change_is_seen_and_read_and_nothing_else() {
    let (project, disk) = counted(30);
    settle();
    let sums = |args: &[&str]| reads(&project, &disk, args);
    let (at_first, _, _) = sums(&["status"]);

    // A version: same length, so that its size tells nothing.
    project.edit("fr/007.txt", PORT_EN, &PORT_EN.replace("Callao", "Callaq"));
    settle();
    let (version, read, _) = sums(&["status"]);
    assert_eq!(read, 3);
    assert_eq!(sums(&["status"]), (version.clone(), 0, 0));
    assert_eq!(version, at_first, "still a copy");

    project.write("fr/007.txt", PORT_FR);
    settle();
    let (other, read, _) = sums(&["status"]);
    assert_eq!(read, 3);
    assert_ne!(other, at_first);

    // A file that goes, and one that comes back under its old name.
    std::fs::remove_file(project.path("es/011.txt")).expect("it is there");
    let (gone, read, _) = sums(&["status"]);
    assert!(gone.contains("missing") && read <= 3, "{gone}");
    project.write("es/011.txt", format!("{PORT_ES}\n\n11\n"));
    settle();
    assert_eq!(sums(&["status"]).0, other);

    // Records: made by the command, then lost.
    project.run(&["accept", "--locale", "es", "--all"]).expect(0);
    settle();
    let (recorded, _, _) = sums(&["status"]);
    assert!(recorded.contains("current"), "{recorded}");
    assert_eq!(sums(&["status"]), (recorded.clone(), 0, 0));
    std::fs::remove_dir_all(project.path(".cotejo/ledger")).expect("it is there");
    assert_eq!(sums(&["status"]).0, other);

    // The configuration.
    project.write("cotejo.toml", CONFIG.replace("\"es\", \"fr\"", "\"es\""));
    settle();
    let (one, _, _) = sums(&["status"]);
    assert!(!one.contains("fr  "), "{one}");
    project.write("cotejo.toml", CONFIG);
    assert_eq!(sums(&["status"]).0, other);

    // What is asked for, and in which language it is said.
    let (spanish, _, _) = sums(&["status", "--lang", "es"]);
    assert_ne!(spanish, other);
    assert_ne!(sums(&["status", "--locale", "es"]).0, other);
    assert_ne!(sums(&["status", "--rows"]).0, other);
    assert_eq!(sums(&["status"]).0, other);
}

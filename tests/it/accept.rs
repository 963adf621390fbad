//! `cotejo accept`: what is recorded, what is not, and why.

use std::collections::BTreeMap;
use std::time::Duration;

use cotejo::sources::disk::RealDisk;
use cotejo::sources::lock::ExclusiveLock;
use serde_json::Value;

use crate::harness::Project;

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{path}.md\"\n";

pub const EN: &str = "# Customs laboratories\n\nThe laboratory opened in Lima on 19 April 2018 with a staff of 24 chemists.\n\nSamples are taken at the border and sent to the laboratory within two days.\n\nThe results are published every month by the national administration.\n";
pub const ES: &str = "# Laboratorios aduaneros\n\nEl laboratorio abrió sus puertas en Lima el 19 de abril de 2018 con una plantilla de 24 químicos.\n\nLas muestras se toman en la frontera y se envían al laboratorio en un plazo de dos días.\n\nLos resultados los publica cada mes la administración nacional.\n";
pub const FR: &str = "# Laboratoires des douanes\n\nLe laboratoire a ouvert ses portes à Lima le 19 avril 2018 avec un effectif de 24 chimistes.\n\nLes échantillons sont prélevés à la frontière et envoyés au laboratoire dans les deux jours.\n\nLes résultats sont publiés chaque mois par l’administration nationale.\n";

/// A project with one article in two locales.
pub fn project() -> Project {
    Project::with(&[("cotejo.toml", CONFIG), ("en/lab.md", EN), ("es/lab.md", ES), ("fr/lab.md", FR)])
}

/// The same, both versions recorded.
pub fn recorded() -> Project {
    let project = project();
    project.run(&["accept", "--all"]).expect(0);
    project
}

const ES_RECORD: &str = ".cotejo/ledger/es/docs/lab.record";

fn row(project: &Project, article: &str, locale: &str) -> Value {
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let rows = status["rows"].as_array().unwrap().clone();
    rows.into_iter()
        .find(|row| row["article"] == article && row["locale"] == locale)
        .unwrap_or_else(|| panic!("{article} {locale}"))
}

fn verdict(project: &Project, article: &str, locale: &str) -> String {
    row(project, article, locale)["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn the_first_accept_of_this_repository_records_what_is_translated_and_says_what_is_not() {
    let project = Project::own();
    project.run(&["accept", "--all"]).expect(0);
    let fr = project.run(&["status", "--format", "json"]).json();
    assert_eq!(fr["locales"][0]["verdicts"]["current"], 5, "{fr:#}");
    assert_eq!(fr["locales"][1]["verdicts"]["current"], 2, "{fr:#}");

    let half = "newsroom/004_9924008ce1039be1";
    project.run(&["accept", half, "--locale", "fr"]).expect(0);
    let ran = project.run(&["accept", half, "--locale", "fr", "--format", "json"]).json();
    let record = &ran["records"][0];
    assert_eq!(record["outcome"], "unchanged");
    assert_eq!(record["pending_units"], serde_json::json!([5, 6, 7, 8]));
    assert_eq!(record["links"]["by_state"]["translated"], 4);
    assert_eq!(verdict(&project, half, "fr"), "partial");
    let text = project.read(&format!(".cotejo/ledger/fr/{half}.record"));
    assert!(!text.contains("Guatemala presented its first newsletter"), "{text}");

    // The source is a page; the site's notice is no part of it.
    let es = project.read(&format!(".cotejo/ledger/es/{half}.record"));
    assert!(es.contains("source en seeds/004_9924008ce1039be1.txt"), "{es}");
    assert!(!es.contains("Esta página no está disponible"), "{es}");
}

#[test]
fn all_leaves_out_what_is_not_translated_and_a_reason_records_it_as_it_is() {
    let project = project();
    project.write("es/lab.md", EN);
    project.write("en/short.md", "# OK\n");
    project.write("fr/short.md", "# OK\n");
    let ran = project.run(&["accept", "--all", "--format", "json"]).json();
    let why: Vec<_> = ran["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|left| (left["locale"].clone(), left["why"].clone()))
        .collect();
    assert!(why.contains(&(Value::from("es"), Value::from("untranslated"))), "{why:?}");
    assert!(!project.path(ES_RECORD).exists());

    let refused = project.run(&["accept", "docs/lab", "--locale", "es"]);
    refused.expect(2);
    assert!(refused.err.contains("untranslated") && refused.err.contains("--reason"), "{}", refused.err);
    assert!(!project.path(ES_RECORD).exists());
    project.run(&["accept", "docs/lab", "--locale", "es", "--reason", "English on purpose"]).expect(0);
    let record = project.read(ES_RECORD);
    assert!(record.contains("state as-is") && record.contains("reason English on purpose"), "{record}");
    assert!(!record.contains("state translated"), "{record}");
}

#[test]
fn two_of_three_changed_units_are_accepted_and_the_third_alone_is_pending() {
    let project = recorded();
    for (before, after) in
        [("24 chemists", "30 chemists"), ("two days", "three days"), ("every month", "every week")]
    {
        project.edit("en/lab.md", before, after);
    }
    for (before, after) in [("24 químicos", "30 químicos"), ("dos días", "tres días")] {
        project.edit("es/lab.md", before, after);
    }
    project.run(&["accept", "docs/lab", "--locale", "es", "--unit", "2-3"]).expect(0);
    let diff = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "json"]).json();
    let changes = diff["versions"][0]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{diff:#}");
    assert_eq!(changes[0]["units"], serde_json::json!([4]));
    assert_eq!(verdict(&project, "docs/lab", "es"), "outdated");
    project.run(&["accept", "es/lab.md", "--unit", "4", "--reason", "it says so already"]).expect(0);
    assert_eq!(verdict(&project, "docs/lab", "es"), "current");
    assert_eq!(verdict(&project, "docs/lab", "fr"), "outdated");
}

#[test]
fn a_major_change_that_the_target_did_not_follow_needs_a_reason() {
    let project = recorded();
    project.write("en/other.md", EN);
    project.write("es/other.md", ES);
    project.edit("en/lab.md", "24 chemists", "30 chemists");
    let before = project.tree();
    let refused = project.run(&["accept", "docs/lab", "docs/other"]);
    refused.expect(2);
    assert!(refused.err.contains("unit 2") && refused.err.contains("24 → 30"), "{}", refused.err);
    assert_eq!(project.tree(), before, "of articles that are named, all or none");

    let all = project.run(&["accept", "--all"]);
    all.expect(0);
    assert!(all.out.contains("1 new") && all.out.contains("unit 2"), "{}", all.out);
    assert_eq!(verdict(&project, "docs/lab", "es"), "outdated");
    project.run(&["accept", "docs/lab", "--reason", "the staff is not told here"]).expect(0);
    assert_eq!(verdict(&project, "docs/lab", "es"), "current");
    assert_eq!(row(&project, "docs/lab", "es")["review"]["as_is"], 1);
    project.edit("en/lab.md", "30 chemists", "31 chemists");
    let diff = project.run(&["diff", "docs/lab"]);
    assert!(diff.expect(0).contains("the staff is not told here"), "{}", diff.out);
}

#[test]
fn accepting_twice_changes_no_byte_and_a_dry_run_writes_nothing() {
    let project = project();
    let nothing = project.tree();
    let dry = project.run(&["accept", "--all", "--dry-run"]);
    assert!(dry.expect(0).contains("2 new") || dry.out.matches("1 new").count() == 2, "{}", dry.out);
    assert_eq!(project.tree(), nothing);
    project.run(&["accept", "--all"]).expect(0);
    let mut project = project;
    let once = project.tree();
    project.now += 1_000;
    project.vars.insert("COTEJO_BY".to_owned(), "Eva".to_owned());
    let again = project.run(&["accept", "--all"]);
    assert!(again.expect(0).contains("1 unchanged"), "{}", again.out);
    assert_eq!(project.tree(), once);
}

#[test]
fn a_record_names_who_and_when_and_in_which_state() {
    let project = project();
    project.run(&["accept", "docs/lab", "--locale", "es", "--state", "draft-mt", "--by", "Motor"]).expect(0);
    let record = project.read(ES_RECORD);
    assert!(record.contains("state draft-mt\nby Motor\nat 2026-01-15T12:00:00Z\n"), "{record}");
    project.run(&["accept", "docs/lab", "--locale", "es", "--state", "reviewed"]).expect(0);
    let record = project.read(ES_RECORD);
    assert!(record.contains("state reviewed\nby Ana\n") && !record.contains("draft-mt"), "{record}");
}

#[test]
fn undo_goes_back_one_step_and_never_over_later_work() {
    let project = recorded();
    let first = project.tree();
    project.edit("en/lab.md", "every month", "every week");
    let with_edit = project.tree();
    project.run(&["accept", "docs/lab", "--reason", "said so already"]).expect(0);
    assert_ne!(project.tree(), with_edit);
    let undone = project.run(&["accept", "--undo"]);
    assert!(undone.expect(0).contains(ES_RECORD), "{}", undone.out);
    assert_eq!(project.tree(), with_edit);
    let nothing = project.run(&["accept", "--undo"]);
    nothing.expect(2);
    assert!(nothing.err.contains("no step"), "{}", nothing.err);

    project.run(&["accept", "docs/lab", "--reason", "so"]).expect(0);
    project.edit(ES_RECORD, "by Ana", "by Eva");
    let edited = project.tree();
    let refused = project.run(&["accept", "--undo"]);
    refused.expect(2);
    assert!(refused.err.contains(ES_RECORD), "{}", refused.err);
    assert_eq!(project.tree(), edited);
    assert_ne!(first, edited);
}

#[test]
fn articles_are_named_by_id_path_folder_or_pattern() {
    let project = project();
    project.write("en/news/2020/a.md", EN);
    project.write("es/news/2020/a.md", ES);
    #[allow(clippy::type_complexity, reason = "a table of arguments and the rows that they choose")]
    let expected: [(&[&str], &[(&str, &str)]); 9] = [
        (&["docs/lab"], &[("docs/lab", "es"), ("docs/lab", "fr")]),
        (&["en/lab.md"], &[("docs/lab", "es"), ("docs/lab", "fr")]),
        (&["./en/../en/lab.md"], &[("docs/lab", "es"), ("docs/lab", "fr")]),
        (&["fr/lab.md"], &[("docs/lab", "fr")]),
        (&["fr/lab.md", "es/lab.md"], &[("docs/lab", "es"), ("docs/lab", "fr")]),
        (&["es"], &[("docs/lab", "es"), ("docs/news/2020/a", "es")]),
        (&["es/**/a.md"], &[("docs/news/2020/a", "es")]),
        (&["docs/*", "--locale", "fr"], &[("docs/lab", "fr")]),
        (&["en/news/"], &[("docs/news/2020/a", "es")]),
    ];
    for (names, expected) in expected {
        let mut args = vec!["accept", "--dry-run", "--format", "json"];
        args.extend(names);
        let plan = project.run(&args).json();
        let found: Vec<(&str, &str)> = plan["records"]
            .as_array()
            .unwrap()
            .iter()
            .map(|record| (record["article"].as_str().unwrap(), record["locale"].as_str().unwrap()))
            .collect();
        assert_eq!(found, expected, "{names:?}");
    }
    // From a folder below the root, by the path as seen from there.
    let from_below = project.run(&["-C", "es/news", "accept", "2020/a.md", "--dry-run"]);
    assert!(from_below.expect(0).contains("docs/news/2020/a"), "{}", from_below.out);
}

#[test]
fn a_wrong_name_number_or_option_is_told_with_what_to_do() {
    let project = recorded();
    let before = project.tree();
    let cases: [(&[&str], &[&str]); 11] = [
        (&["accept"], &["no article was named", "--all"]),
        (&["accept", "docs/labb"], &["docs/labb", "docs/lab?"]),
        (&["accept", "nowhere/near.txt"], &["nowhere/near.txt", "cotejo pair"]),
        (&["accept", "docs/lab", "--locale", "de"], &["de", "es, fr"]),
        (&["accept", "docs/lab", "--unit", "9"], &["no unit 9"]),
        (&["accept", "docs/lab", "--unit", "0"], &["0 is no unit", "5-7"]),
        (&["accept", "docs/lab", "--unit", "7-5"], &["7-5 is no unit"]),
        (&["accept", "docs/lab", "--unit", "1-999999999"], &["is no unit"]),
        (&["accept", "--unit", "1"], &["units were named"]),
        (&["accept", "docs/lab", "--reason", " "], &["reason is empty"]),
        (&["accept", "--undo", "--all"], &["--undo", "--all"]),
    ];
    for (args, words) in cases {
        let ran = project.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {}{}", ran.out, ran.err);
        for word in words {
            assert!(ran.err.contains(word), "{args:?} says nothing of {word:?}: {}", ran.err);
        }
    }
    assert_eq!(project.tree(), before);
}

#[test]
fn a_damaged_record_is_told_with_its_line_and_the_others_go_on() {
    let damage: BTreeMap<&str, (&str, &str, &str)> = BTreeMap::from([
        ("nonsense", ("state translated", "state splendid", "record:9: ")),
        ("a cut", ("end of record\n", "", "record:")),
    ]);
    for (name, (from, to, place)) in damage {
        let project = recorded();
        project.edit(ES_RECORD, from, to);
        let damaged = project.read(ES_RECORD);
        project.edit("fr/lab.md", "chaque mois", "tous les mois");
        let ran = project.run(&["accept", "--all"]);
        ran.expect(2);
        assert!(ran.out.contains(place) && ran.out.contains("1 updated"), "{name}: {}", ran.out);
        assert_eq!(project.read(ES_RECORD), damaged, "{name}: nothing is written over what can't be read");
        let singly = project.run(&["accept", "docs/lab", "--locale", "es"]);
        singly.expect(2);
        assert!(singly.err.contains(ES_RECORD), "{name}: {}", singly.err);
    }
}

#[test]
fn a_source_that_moved_takes_its_records_along_on_a_word() {
    let project = recorded();
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", "one"]);
    std::fs::create_dir_all(project.path("en/about")).unwrap();
    project.git(&["mv", "en/lab.md", "en/about/laboratories.md"]);
    for command in ["status", "accept"] {
        let args: &[&str] = if command == "status" { &["status"] } else { &["accept", "--all", "--dry-run"] };
        let said = project.run(args);
        assert!(
            said.err.contains("en/lab.md") && said.err.contains("accept --moved"),
            "{command}: {}",
            said.err
        );
    }
    // The versions move later; their records know the article meanwhile.
    let moved = project.run(&["accept", "--moved"]);
    assert!(moved.expect(0).contains("2 records"), "{}", moved.out);
    assert!(moved.err.contains("es/about/laboratories.md"), "{}", moved.err);
    let record = project.read(ES_RECORD);
    assert!(record.contains("article docs/lab\nsource en en/about/laboratories.md\n"), "{record}");
    for locale in ["es", "fr"] {
        std::fs::create_dir_all(project.path(&format!("{locale}/about"))).unwrap();
        let (from, to) = (format!("{locale}/lab.md"), format!("{locale}/about/laboratories.md"));
        project.git(&["mv", &from, &to]);
        assert_eq!(verdict(&project, "docs/lab", locale), "current");
    }
    assert!(!project.run(&["status"]).err.contains("--moved"));
    let none = project.run(&["accept", "--moved"]);
    assert!(none.expect(0).contains("no record"), "{}", none.out);
}

#[test]
fn a_move_is_not_guessed_where_it_could_be_another() {
    // Two copies of the text, with other names: which of them it became can't be known.
    let project = recorded();
    std::fs::remove_file(project.path("en/lab.md")).unwrap();
    project.write("en/one.md", EN);
    project.write("en/two.md", EN);
    let said = project.run(&["status"]).err;
    assert!(said.contains("en/one.md, en/two.md") && said.contains("--moved en/lab.md en/one.md"), "{said}");
    let moved = project.run(&["accept", "--moved", "--dry-run"]);
    assert!(!moved.expect(0).contains("would follow"), "{}", moved.out);
    // A page of which hardly anything is left.
    let project = recorded();
    std::fs::remove_file(project.path("en/lab.md")).unwrap();
    project.write("en/one.md", EN.replace("laboratory", "institute").replace("results", "findings"));
    assert!(!project.run(&["status"]).err.contains("--moved"));
}

#[test]
fn a_move_with_a_little_editing_is_still_a_move() {
    let project = recorded();
    std::fs::remove_file(project.path("en/lab.md")).unwrap();
    project.write("en/new.md", EN.replace("# Customs laboratories", "# The laboratories of Customs"));
    let moved = project.run(&["accept", "--moved", "--dry-run", "--format", "json"]).json();
    assert_eq!(moved["moved"].as_array().unwrap().len(), 2, "{moved:#}");
    assert_eq!(moved["moved"][0]["to"], "en/new.md");
}

#[test]
fn one_cotejo_waits_for_another_and_says_for_whom_when_it_takes_too_long() {
    let project = project();
    let root = project.path("");
    let lock = ExclusiveLock::take(&root, &RealDisk, "accept", Duration::ZERO).unwrap();
    let refused = project.run(&["accept", "--all"]);
    refused.expect(2);
    assert!(refused.err.contains("another cotejo is at work in this project: accept"), "{}", refused.err);
    assert!(!project.path(ES_RECORD).exists());
    let soon = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        drop(lock);
    });
    let waited = project.run(&["accept", "--all"]);
    waited.expect(0);
    soon.join().unwrap();
    assert!(!waited.err.contains("waiting"), "a moment is not worth a word: {}", waited.err);
    assert!(project.path(ES_RECORD).exists());
}

#[test]
fn a_locale_without_an_article_is_all_of_that_locale() {
    let project = project();
    let ran = project.run(&["accept", "--locale", "es"]);
    assert!(ran.expect(0).contains("1 new"), "{}", ran.out);
    assert!(project.path(ES_RECORD).exists() && !project.path(".cotejo/ledger/fr/docs/lab.record").exists());
    // Units are those of an article.
    let refused = project.run(&["accept", "--locale", "es", "--unit", "2"]);
    refused.expect(2);
    assert!(refused.err.contains("units were named"), "{}", refused.err);
}

#[test]
fn a_reason_is_kept_and_shown_wherever_the_version_is_reported() {
    let project = recorded();
    project.edit("en/lab.md", "24 chemists", "30 chemists");
    let reason = "the staff is not told here";
    project.run(&["accept", "docs/lab", "--locale", "es", "--unit", "2", "--reason", reason]).expect(0);
    for args in [&["report"][..], &["report", "--format", "json"]] {
        let ran = project.run(args);
        assert!(ran.expect(0).contains(reason), "{args:?}: {}", ran.out);
    }
    // Another change of the unit tells it beside what it is about.
    project.edit("en/lab.md", "30 chemists", "31 chemists");
    for format in ["text", "json", "html", "markdown"] {
        let ran = project.run(&["diff", "docs/lab", "--locale", "es", "--format", format]);
        assert!(ran.expect(0).contains(reason), "{format}: {}", ran.out);
    }
    // Followed at last, it is over.
    project.edit("es/lab.md", "24 químicos", "31 químicos");
    project.run(&["accept", "docs/lab", "--locale", "es"]).expect(0);
    let ran = project.run(&["report"]);
    assert!(!ran.expect(0).contains(reason), "{}", ran.out);
}

#[test]
fn undo_takes_back_the_last_accept_alone() {
    let project = recorded();
    for (path, from, to) in [
        ("en/lab.md", "24 chemists", "30 chemists"),
        ("es/lab.md", "24 químicos", "30 químicos"),
        ("en/lab.md", "two days", "three days"),
        ("es/lab.md", "dos días", "tres días"),
    ] {
        project.edit(path, from, to);
    }
    let accept =
        |unit: &str| project.run(&["accept", "docs/lab", "--locale", "es", "--unit", unit]).expect(0).len();
    accept("2");
    let one = project.read(ES_RECORD);
    accept("3");
    assert_ne!(project.read(ES_RECORD), one);
    let two = project.tree();
    let dry = project.run(&["accept", "--undo", "--dry-run"]);
    assert!(dry.expect(0).contains("Nothing was written") && dry.out.contains(ES_RECORD), "{}", dry.out);
    assert_eq!(project.tree(), two);
    project.run(&["accept", "--undo"]).expect(0);
    assert_eq!(project.read(ES_RECORD), one, "what was accepted before it stays");
    // The step before that is not kept.
    project.run(&["accept", "--undo"]).expect(2);
    project.run(&["accept", "--undo", "--dry-run"]).expect(2);
    assert_eq!(project.read(ES_RECORD), one);
}

#[test]
fn a_dry_run_of_undo_says_what_would_go_and_writes_nothing() {
    let project = recorded();
    let before = project.tree();
    let dry = project.run(&["accept", "--undo", "--dry-run"]);
    assert!(dry.expect(0).contains(&format!("{ES_RECORD} (not there before)")), "{}", dry.out);
    let dry = project.run(&["accept", "--undo", "--dry-run", "--format", "json"]).json();
    assert_eq!((&dry["dry_run"], &dry["gone"][0]), (&Value::from(true), &Value::from(ES_RECORD)));
    // As often as one likes; and then it can still be done.
    assert_eq!(project.tree(), before);
    project.edit(ES_RECORD, "by Ana", "by Eva");
    let refused = project.run(&["accept", "--undo", "--dry-run"]);
    refused.expect(2);
    assert!(refused.err.contains("1 file was changed since"), "{}", refused.err);
    project.edit(ES_RECORD, "by Eva", "by Ana");
    let undone = project.run(&["accept", "--undo", "--format", "json"]).json();
    assert_eq!((&undone["dry_run"], &undone["undone"]), (&Value::from(false), &dry["undone"]));
    assert!(!project.path(ES_RECORD).exists());
}

#[test]
fn a_reason_nobody_asked_for_is_kept_where_the_target_stayed_and_else_said_to_be_dropped() {
    // Only the wording changed, and the target needs nothing: that is a decision, and reported as one.
    let project = recorded();
    project.edit("en/lab.md", "are published", "are made public");
    let reason = "the Spanish says it so already";
    let ran = project.run(&["accept", "docs/lab", "--locale", "es", "--reason", reason]);
    ran.expect(0);
    assert!(!ran.err.contains("reason"), "{}", ran.err);
    assert!(project.read(ES_RECORD).contains(&format!("state as-is\nreason {reason}\n")));
    assert!(project.run(&["report"]).expect(0).contains(reason));
    // In step already: there is nothing to keep it at.
    let before = project.tree();
    let ran = project.run(&["accept", "fr/lab.md", "--unit", "2", "--reason", "so"]);
    ran.expect(0);
    assert!(
        ran.err.contains("the reason is not kept in 1 record") && ran.err.contains("cotejo note"),
        "{}",
        ran.err
    );
    assert_eq!(project.tree(), before);
    let all = project.run(&["accept", "--locale", "es", "--reason", "so", "--dry-run"]);
    assert!(all.err.contains("not kept in 1 record"), "{}", all.err);
}

#[test]
fn a_target_edited_by_hand_is_told_until_it_is_accepted() {
    let project = recorded();
    project.edit("es/lab.md", "24 químicos", "veinticuatro químicos");
    let said = |args: &[&str]| {
        let ran = project.run(args);
        format!("{}{}", ran.expect(0), ran.err)
    };
    let told = [
        (&["status"][..], "1 unit edited since it was accepted"),
        (&["diff"], "`cotejo diff docs/lab` shows where"),
        (&["diff", "docs/lab"], "unit 2  the target was edited since it was accepted"),
        (&["report", "--format", "json"], "\"edited\": 1"),
    ];
    for (args, words) in told {
        assert!(said(args).contains(words), "{args:?}: {}", said(args));
    }
    assert_eq!(verdict(&project, "docs/lab", "es"), "current", "its source asks for nothing");
    assert_eq!(row(&project, "docs/lab", "es")["edited"], 1);
    // Another unit accepted leaves it told; accepted itself, it is over.
    project.edit("en/lab.md", "every month", "every week");
    let unit = ["accept", "docs/lab", "--locale", "es", "--reason", "so", "--unit"];
    project.run(&[&unit[..], &["4"]].concat()).expect(0);
    assert_eq!(row(&project, "docs/lab", "es")["edited"], 1);
    project.run(&[&unit[..], &["2"]].concat()).expect(0);
    assert_eq!(row(&project, "docs/lab", "es")["edited"], 0);
    for (args, words) in told {
        assert!(!said(args).contains(words), "{args:?}: {}", said(args));
    }
}

#[test]
fn units_accepted_one_by_one_in_any_order_write_the_same_bytes() {
    let edits = |project: &Project| {
        for (path, from, to) in [
            ("en/lab.md", "24 chemists", "30 chemists"),
            ("es/lab.md", "24 químicos", "30 químicos"),
            ("en/lab.md", "every month", "every week"),
            ("es/lab.md", "cada mes", "cada semana"),
        ] {
            project.edit(path, from, to);
        }
        // The same line under two paragraphs, on both sides.
        for (path, line) in [("en/lab.md", "See also the annex."), ("es/lab.md", "Véase también el anexo.")]
        {
            let text = project.read(path).replacen(".\n\n", &format!(".\n\n{line}\n\n"), 2);
            project.write(path, text);
        }
    };
    let written = |orders: &[&str]| {
        let project = recorded();
        edits(&project);
        for unit in orders {
            let mut args = vec!["accept", "docs/lab", "--locale", "es"];
            if !unit.is_empty() {
                args.extend(["--unit", unit]);
            }
            project.run(&args).expect(0);
        }
        project.read(ES_RECORD)
    };
    let all = written(&[""]);
    for order in [&["2", "3", "5", "6"][..], &["6", "5", "3", "2"], &["5", "2", "6", "3"], &["3,5", "2,6"]] {
        assert_eq!(written(order), all, "{order:?}");
    }
}

#[test]
fn a_move_is_known_though_its_longest_paragraph_was_edited() {
    let project = recorded();
    std::fs::remove_file(project.path("en/lab.md")).unwrap();
    let edited = EN.replace("with a staff of 24 chemists", "with a staff of 30 chemists");
    project.write("en/new.md", &edited);
    let moved = project.run(&["accept", "--moved"]);
    assert!(moved.expect(0).contains("2 records"), "{}", moved.out);
    // Where half of it is another text it is another page.
    let project = recorded();
    std::fs::remove_file(project.path("en/lab.md")).unwrap();
    let other = EN.replace(
        "The laboratory opened in Lima on 19 April 2018 with a staff of 24 chemists.",
        "Officers learn to tell counterfeit medicines from genuine ones by their boxes and leaflets.",
    );
    project.write("en/new.md", &other);
    assert!(!project.run(&["status"]).err.contains("--moved"));
}

#[test]
fn who_waits_for_another_longer_than_a_moment_is_told_so_once() {
    let runs = [
        (&["accept", "--all"][..], "another cotejo is at work in this project; waiting for up to"),
        (&["status", "--lang", "es"], "otro cotejo está trabajando en este proyecto; se espera hasta"),
    ];
    for (args, words) in runs {
        let project = project();
        let lock = ExclusiveLock::take(&project.path(""), &RealDisk, "accept", Duration::ZERO).unwrap();
        let later = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(900));
            drop(lock);
        });
        let ran = project.run(args);
        later.join().unwrap();
        ran.expect(0);
        assert_eq!(ran.err.matches(words).count(), 1, "{args:?}: {}", ran.err);
        assert!(!ran.out.contains(words), "{}", ran.out);
    }
}

#[test]
fn the_json_is_as_its_schema_says() {
    let mut whys = std::collections::BTreeSet::new();
    let mut outcomes = std::collections::BTreeSet::new();
    let mut look = |project: &Project, code: u8, args: &[&str]| {
        let json = project.run(&[&["accept", "--format", "json"], args].concat()).json_with(code);
        crate::schema::holds("schema/accept.schema.json", &json);
        let gather = |list: &str, key: &str, into: &mut std::collections::BTreeSet<String>| {
            let all = json[list].as_array().into_iter().flatten();
            into.extend(all.map(|one| one[key].as_str().unwrap().to_owned()));
        };
        gather("records", "outcome", &mut outcomes);
        gather("left_out", "why", &mut whys);
        json
    };
    let project = project();
    project.write("es/lab.md", EN);
    project.write("fr/half.md", format!("{FR}\n{}\n", EN.replace("# Customs laboratories\n", "")));
    project.write("en/half.md", format!("{EN}\n{}\n", EN.replace("# Customs laboratories\n", "")));
    project.write("en/short.md", "# OK\n");
    project.write("fr/short.md", "# OK\n");
    project.write("en/kept.md", EN);
    project.write("fr/orphan.md", FR);
    project.edit("cotejo.toml", "\n[[collection]]", "keep = [{ article = \"docs/kept\" }]\n\n[[collection]]");
    look(&project, 0, &["--all", "--dry-run"]);
    look(&project, 0, &["--all"]);
    look(&project, 0, &["docs/lab", "--locale", "es", "--reason", "stays in English", "--state", "reviewed"]);
    look(&project, 0, &["docs/lab", "--locale", "fr"]);
    // A change that the target did not follow, a unit alone, a record that can't be read.
    project.edit("en/lab.md", "24 chemists", "30 chemists");
    let json = look(&project, 0, &["--all"]);
    let units =
        json["left_out"].as_array().unwrap().iter().find(|left| left["why"] == "needs-reason").unwrap();
    assert_eq!(units["units"][0]["units"], serde_json::json!([2]), "{json:#}");
    look(&project, 0, &["docs/lab", "--locale", "fr", "--unit", "2", "--reason", "the figure is an old one"]);
    let undone = look(&project, 0, &["--undo"]);
    assert_eq!(undone["undone"].as_array().map(Vec::len), Some(1), "{undone:#}");
    project.edit(".cotejo/ledger/fr/docs/lab.record", "state translated", "state splendid");
    look(&project, 2, &["--all"]);
    // A source that moved: left out, and then followed.
    let project = recorded();
    std::fs::rename(project.path("en/lab.md"), project.path("en/new.md")).unwrap();
    for locale in ["es", "fr"] {
        let (from, to) = (format!("{locale}/lab.md"), format!("{locale}/new.md"));
        std::fs::rename(project.path(&from), project.path(&to)).unwrap();
    }
    look(&project, 0, &["--all"]);
    for args in [&["--moved", "--dry-run"][..], &["--moved"]] {
        let moved = look(&project, 0, args);
        assert_eq!(moved["moved"].as_array().map(Vec::len), Some(2), "{moved:#}");
    }
    let all = [
        "missing",
        "moved",
        "needs-reason",
        "orphan",
        "partial",
        "undecided",
        "unreadable",
        "untranslated",
        "unwanted",
    ];
    let missing: Vec<&&str> = all.iter().filter(|why| !whys.contains(**why)).collect();
    assert!(missing.is_empty(), "{missing:?} is not among {whys:?}");
    assert_eq!(outcomes.iter().map(String::as_str).collect::<Vec<_>>(), ["new", "unchanged", "updated"]);
}

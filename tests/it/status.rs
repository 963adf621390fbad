//! `cotejo status`.

use serde_json::Value;

use crate::harness::Project;

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"news\"\nfiles = \"{locale}/{path}.txt\"\n";

const PORT_EN: &str = "Port of Callao opens new inspection yard\n\n19 April 2018\n\nThe port authority opened a yard of 12 hectares on Monday, which will hold the containers that are chosen for inspection.\n\nThe director thanked the 40 officers who had worked through the weekend to make it ready.\n";
const PORT_ES: &str = "El puerto del Callao inaugura un nuevo patio de inspección\n\n19 de abril de 2018\n\nLa autoridad portuaria inauguró el lunes un patio de 12 hectáreas, que albergará los contenedores seleccionados para inspección.\n\nEl director dio las gracias a los 40 funcionarios que habían trabajado todo el fin de semana para tenerlo listo.\n";
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

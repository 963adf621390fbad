//! `cotejo report`, and the JSON of the commands that look.

use cotejo::domain::record::LinkState;
use serde_json::Value;

use crate::harness::Project;
use crate::news::{CONFIG, newsroom, record, record_as, recorded};
use crate::schema::holds;

/// A newsroom over twelve years: every article is in Spanish, none in French but the newest.
fn archive() -> Project {
    let project = newsroom(&[]);
    for year in 2009..2021 {
        let name = format!("y{year}");
        let text = |text: &str| text.replace("2020", &year.to_string());
        project.write(&format!("news/en/{name}.txt"), text(crate::news::EN));
        project.write(&format!("news/es/{name}.txt"), text(crate::news::ES));
        record(&project, &name, "es");
    }
    project.write("news/fr/y2020.txt", crate::news::FR);
    record(&project, "y2020", "fr");
    project
}

#[test]
fn it_can_be_pasted_into_a_mail() {
    let report = archive().run(&["report"]).expect(0).to_owned();
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines[0], "# Translations on 15 January 2026");
    let line = |start: &str| {
        *lines.iter().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start} in {report}"))
    };
    let cells = |start: &str| {
        line(start)
            .split('|')
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(cells("| es "), ["es", "12", "12", "100%", "816", "0", "–"]);
    assert_eq!(cells("| fr ")[..4], ["fr", "12", "1", "8%"]);
    assert_eq!(cells("| 2020 "), ["2020", "1 of 1", "1 of 1"]);
    assert_eq!(cells("| 2011 "), ["2011", "1 of 1", "0 of 1"]);
    assert_eq!(
        cells("| earlier "),
        ["earlier", "2 of 2", "0 of 2"],
        "ten years are shown, the rest summed up"
    );
    assert_eq!(cells("| missing ")[..2], ["missing", "11"]);
    let waiting: Vec<&&str> = lines.iter().filter(|line| line.contains("· missing ·")).collect();
    assert_eq!(waiting.len(), 10);
    assert!(waiting[0].starts_with(
        "- not dated · fr · missing · [The harbour opens a new gate](news/en/y2009.txt) · 2009-03-12"
    ));
    assert!(line("There is no git history").contains("by its last accept"));
    assert_eq!(*lines.last().unwrap(), "- and 1 more");
    // Every table is whole: as many cells in each of its lines.
    let mut before = None;
    for line in lines {
        let cells = line.starts_with('|').then(|| line.matches('|').count());
        assert!(cells.is_none() || before.is_none() || cells == before, "{line}");
        before = cells;
    }
}

const DAY: i64 = 86_400;

/// Commits all there is, so many days before the project's now.
fn commit(project: &mut Project, age: i64) {
    let now = project.now;
    project.now = now - age * DAY;
    project.git(&["init", "-q"]);
    project.git(&["add", "-A"]);
    project.git(&["commit", "-qm", "work"]);
    project.now = now;
}

/// The article, locale, day and kind of day of each version that waits.
fn waiting(project: &Project) -> Vec<(String, String, Option<String>, String)> {
    let json = project.run(&["report", "--format", "json"]).json();
    holds("schema/report.schema.json", &json);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let all = json["waiting"]["first"].as_array().expect("a list").iter();
    let one = |one: &Value| {
        let name = |key: &str| text(&one[key]).expect("a text");
        (name("article"), name("locale"), text(&one["waiting_since"]), name("waiting_by"))
    };
    all.map(one).collect()
}

fn expected(list: &[(&str, &str, Option<&str>, &str)]) -> Vec<(String, String, Option<String>, String)> {
    let own = |text: &&str| (*text).to_owned();
    list.iter().map(|(a, l, day, by)| (own(a), own(l), day.as_ref().map(own), own(by))).collect()
}

#[test]
fn who_waits_longest_is_told_by_commits_and_not_by_the_articles_own_dates() {
    let mut project = newsroom(&[("old", &["es", "fr"]), ("new", &["es", "fr"])]);
    for name in ["old", "new"] {
        let now = project.now;
        project.now = now - 100 * DAY;
        record(&project, name, "es");
        record(&project, name, "fr");
        project.now = now;
    }
    // By its own date the first is ten years older.
    project.write("news/en/old.txt", crate::news::EN.replace("2020", "2010"));
    for locale in ["es", "fr"] {
        record(&project, "old", locale);
    }
    commit(&mut project, 60);
    // A comma leaves nothing behind; a number does, and what comes later does not make it younger.
    project.edit("news/en/new.txt", "Thursday, after", "Thursday after");
    commit(&mut project, 50);
    project.edit("news/en/new.txt", "two years", "three years");
    commit(&mut project, 30);
    project.edit("news/en/new.txt", "a second bridge", "a third bridge");
    commit(&mut project, 20);
    project.edit("news/en/old.txt", "two years", "three years");
    commit(&mut project, 10);
    project.write("news/en/born.txt", crate::news::EN);
    commit(&mut project, 40);
    project.write("news/en/draft.txt", crate::news::EN);
    let day = |age: i64| {
        let then = jiff::Timestamp::from_second(project.now - age * DAY).expect("a moment");
        then.to_string().chars().take(10).collect::<String>()
    };
    let (first, second, third) = (day(40), day(30), day(10));
    assert_eq!(
        waiting(&project),
        expected(&[
            ("news/born", "es", Some(&first), "commit"),
            ("news/born", "fr", Some(&first), "commit"),
            ("news/new", "es", Some(&second), "commit"),
            ("news/new", "fr", Some(&second), "commit"),
            ("news/old", "es", Some(&third), "commit"),
            ("news/old", "fr", Some(&third), "commit"),
            ("news/draft", "es", None, "uncommitted"),
            ("news/draft", "fr", None, "uncommitted"),
        ])
    );
    let report = project.run(&["report"]).expect(0).to_owned();
    let then = jiff::Timestamp::from_second(project.now - 30 * DAY).expect("a moment");
    let second = then.strftime("%-d %B %Y").to_string();
    let line = format!(
        "- since {second} · es · outdated · [The harbour opens a new gate](news/es/new.txt) · 2020-03-12"
    );
    assert!(report.lines().any(|other| other == line), "{line}\n{report}");
    assert!(
        !report.contains("no git history") && report.contains("- not committed yet · es · missing"),
        "{report}"
    );

    // A clone without the past says so, and does not make up a date.
    let shallow = Project::empty();
    let from = format!("file://{}", project.path("").display());
    shallow.git(&["clone", "-q", "--depth", "2", &from, "."]);
    let told = waiting(&shallow);
    assert_eq!(
        told[..2],
        expected(&[("news/new", "es", None, "short-history"), ("news/new", "fr", None, "short-history")])
    );
    assert!(told.iter().all(|(article, .., by)| by == "short-history" || article == "news/old"), "{told:?}");
    assert!(shallow.run(&["report"]).expect(0).contains("git fetch --unshallow"));
}

#[test]
fn without_git_a_version_waits_since_its_last_accept_at_the_longest() {
    let project = recorded(&[("a", &["es"]), ("b", &[])]);
    project.edit("news/en/a.txt", "two years", "three years");
    assert_eq!(
        waiting(&project),
        expected(&[
            ("news/a", "es", Some("2026-01-15"), "not-before"),
            ("news/a", "fr", None, "unknown"),
            ("news/b", "es", None, "unknown"),
            ("news/b", "fr", None, "unknown"),
        ])
    );
    let report = project.run(&["report"]).expect(0).to_owned();
    // What is a sentence has its dates as the language writes them.
    for (lang, words) in
        [("es", "- no antes del 15 de enero de 2026 ·"), ("fr", "- pas avant le 15 janvier 2026 ·")]
    {
        let report = project.run(&["report", "--lang", lang]).expect(0).to_owned();
        assert!(report.contains(words), "{words}\n{report}");
    }
    for words in [
        "There is no git history",
        "- not before 15 January 2026 · es · outdated",
        "- not dated · fr · missing",
    ] {
        assert!(report.contains(words), "{words}\n{report}");
    }
}

#[test]
fn it_speaks_the_editors_language() {
    let project = archive();
    for (language, title, day) in
        [("es", "# Traducciones a ", "15 de enero de 2026"), ("fr", "# Traductions au ", "15 janvier 2026")]
    {
        let report = project.run(&["report", "--lang", language]).expect(0).to_owned();
        assert!(report.starts_with(&format!("{title}{day}\n")), "{report}");
        for word in ["Coverage", "missing", "words", "more"] {
            assert!(!report.contains(word), "{word} in {report}");
        }
    }
    let json = |language: &str| project.run(&["report", "--format", "json", "--lang", language]).out;
    assert_eq!(json("en"), json("fr"), "JSON is in no one's language");
}

#[test]
fn what_was_left_as_it_is_is_shown_with_its_reason_and_its_markup_made_plain() {
    let project = newsroom(&[("a", &["es", "fr"])]);
    let reason = "the *quote* stays in English | [see](x)";
    record_as(&project, "a", "es", |at| match at {
        2 => (LinkState::AsIs, Some(reason)),
        3 => (LinkState::AsIs, None),
        _ => (LinkState::Translated, None),
    });
    let report = project.run(&["report"]).expect(0).to_owned();
    let line = "- es · [The harbour opens a new gate](news/es/a.txt) · the \\*quote\\* stays in English \\| \\[see\\](x) (Ana, 2026-01-15)";
    assert!(report.lines().any(|other| other == line), "{report}");
    let json = project.run(&["report", "--format", "json"]).json();
    assert_eq!(json["kept"]["first"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["kept"]["first"][0]["reason"], reason);
}

#[test]
fn equal_reasons_of_one_version_are_told_once_with_how_many_units_they_are_for() {
    let project = newsroom(&[("a", &["es", "fr"])]);
    record_as(&project, "a", "es", |at| match at {
        1 | 2 | 4 => (LinkState::AsIs, Some("nothing changes for Spain")),
        3 => (LinkState::AsIs, Some("the minister's own words")),
        _ => (LinkState::Translated, None),
    });
    record_as(&project, "a", "fr", |at| match at {
        2 => (LinkState::AsIs, Some("nothing changes for Spain")),
        _ => (LinkState::Translated, None),
    });
    let lines = |language: &str| -> Vec<String> {
        let report = project.run(&["report", "--lang", language]).expect(0).to_owned();
        report.lines().filter(|line| line.contains("(Ana, ")).map(str::to_owned).collect()
    };
    let title = "[The harbour opens a new gate]";
    assert_eq!(
        lines("en"),
        [
            format!("- es · {title}(news/es/a.txt) · nothing changes for Spain (Ana, 2026-01-15) · 3 units"),
            format!("- es · {title}(news/es/a.txt) · the minister's own words (Ana, 2026-01-15)"),
            format!("- fr · {title}(news/fr/a.txt) · nothing changes for Spain (Ana, 2026-01-15)"),
        ]
    );
    assert!(lines("es")[0].ends_with(" · 3 unidades") && lines("fr")[0].ends_with(" · 3 unités"));
    let kept = project.run(&["report", "--format", "json"]).json()["kept"]["first"].clone();
    let units: Vec<_> = kept.as_array().unwrap().iter().map(|one| one["units"].as_u64()).collect();
    assert_eq!(units, [Some(3), Some(1), Some(1)], "{kept:#}");
}

#[test]
fn machine_drafts_and_reviewed_units_are_counted_where_there_are_any() {
    let says = |project: &Project, language: &str| -> Vec<String> {
        let report = project.run(&["report", "--lang", language]).expect(0).to_owned();
        let words = ["draft", "reviewed", "máquina", "machine", "revisad", "relu", "révis"];
        report
            .lines()
            .filter(|line| words.iter().any(|word| line.contains(word)))
            .map(str::to_owned)
            .collect()
    };
    let project = newsroom(&[("a", &["es", "fr"]), ("b", &["es"])]);
    record(&project, "a", "fr");
    record(&project, "b", "es");
    record(&project, "a", "es");
    assert_eq!(says(&project, "en"), Vec::<String>::new(), "all of it is a person's work");
    record_as(&project, "a", "es", |at| match at {
        0 | 1 => (LinkState::DraftMt, None),
        2 => (LinkState::Reviewed, None),
        _ => (LinkState::Translated, None),
    });
    record_as(&project, "a", "fr", |at| match at {
        3 => (LinkState::DraftMt, None),
        _ => (LinkState::Translated, None),
    });
    assert_eq!(
        says(&project, "en"),
        ["3 units are a machine's drafts that nobody has looked at", "1 unit was reviewed"]
    );
    for language in ["es", "fr"] {
        let lines = says(&project, language);
        assert!(lines.len() == 2 && lines[0].contains('3') && lines[1].contains('1'), "{lines:?}");
    }
    let json = project.run(&["report", "--format", "json"]).json();
    assert_eq!((&json["total"]["drafts"], &json["total"]["reviewed"]), (&3.into(), &1.into()), "{json:#}");
}

#[test]
fn sums_add_up_and_what_could_not_be_read_is_told() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &["es"]), ("c", &[])]);
    project.write(&crate::news::record_path("b", "es"), "nonsense\n");
    project.write("cotejo.toml", format!("{CONFIG}\n[[keep]]\npath = \"news/en/c.txt\"\n"));
    let json = project.run(&["report", "--format", "json"]).json_with(2);
    let number = |value: &Value| value.as_u64().unwrap_or_else(|| panic!("{value}"));
    let waiting: u64 = json["to_do"].as_array().unwrap().iter().map(|one| number(&one["versions"])).sum();
    let total = &json["total"];
    assert_eq!(number(&total["articles"]), waiting + number(&total["verdicts"]["current"]));
    assert_eq!((number(&total["articles"]), number(&total["left_out"])), (4, 2));
    assert_eq!(json["unread"]["first"].as_array().map(Vec::len), Some(1));
    let report = project.run(&["report"]).expect(2).to_owned();
    assert!(
        report.contains("## Could not be read") && report.contains("2 versions are left out"),
        "{report}"
    );
}

#[test]
fn filters_narrow_it_and_an_empty_one_says_so() {
    let project = archive();
    let json =
        project.run(&["report", "--format", "json", "--locale", "fr", "--path", "news/en/y2010.txt"]).json();
    assert_eq!((&json["articles"], &json["total"]["articles"]), (&1.into(), &1.into()));
    let report = project.run(&["report", "--path", "nothing/**"]).expect(0).to_owned();
    assert!(report.contains("no article to report on"), "{report}");
    assert_eq!(project.run(&["report", "--collection", "olds"]).code, 2);
}

#[test]
fn json_is_as_its_schemas_say() {
    let project = archive();
    project.edit("news/en/y2012.txt", "two years", "three years");
    project.write("news/es/y2013.txt", project.read("news/en/y2013.txt"));
    project.write(&crate::news::record_path("y2014", "es"), "nonsense\n");
    let pages = Project::empty();
    pages.write("cotejo.toml", crate::news::PAGES);
    let notice = "Esta página no está disponible en el idioma seleccionado Spanish : Español y la proponemos por consiguiente en English : English.";
    pages.write("pages/a.txt", crate::news::EN);
    pages.write("pages/b.txt", format!("{notice}\n\n{}", crate::news::EN));
    pages.write("pages/c.txt", b"Caf\xe9 \0 12");
    // In the first there is a record that can't be read.
    for (project, code) in [(&project, 2), (&pages, 0), (&newsroom(&[]), 0)] {
        for verb in ["report", "status"] {
            let json = project.run(&[verb, "--format", "json"]).json_with(code);
            holds(&format!("schema/{verb}.schema.json"), &json);
        }
    }
    let args =
        ["inspect", "--format", "json", "--requested", "es", "pages/a.txt", "pages/b.txt", "pages/c.txt"];
    let json = pages.run(&args).json();
    assert_eq!(json["pages"].as_array().map(Vec::len), Some(3));
    holds("schema/inspect.schema.json", &json);
    let lines = [
        serde_json::json!({"id": 1, "text": crate::news::ES, "requested": "es", "source": crate::news::EN}),
        serde_json::json!({"id": {"any": "thing"}, "text": crate::news::EN, "requested": "es"}),
        serde_json::json!({"id": null, "text": "12"}),
        serde_json::json!({"id": "x", "requested": "es"}),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect::<String>() + "no JSON\n";
    let ran = pages.run_with(&["inspect", "--jsonl"], input.as_bytes());
    assert_eq!(ran.expect(0).lines().count(), 5);
    for line in ran.out.lines() {
        holds("schema/inspect.schema.json", &serde_json::from_str(line).unwrap());
    }
}

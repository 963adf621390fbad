//! `cotejo pull`: what is handed out, in which order, with what beside it, and what is kept of it.

use serde_json::Value;

use crate::accept::{EN, ES, project, recorded};
use crate::harness::Project;

/// The package that was written to `file`, as JSON.
pub fn package(project: &Project, args: &[&str]) -> (String, Value) {
    let line: Vec<&str> = ["pull", "--locale", "es", "--format", "json", "--counts", "json"]
        .iter()
        .chain(args)
        .copied()
        .collect();
    let ran = project.run(&line).json();
    let name = ran["packages"][0]["package"].as_str().unwrap_or_else(|| panic!("{ran:#}")).to_owned();
    let file = ran["packages"][0]["files"][0].as_str().unwrap().to_owned();
    (name, serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
}

/// An outdated article: one number changed, one paragraph is new.
pub fn outdated() -> Project {
    let project = recorded();
    project.edit("en/lab.md", "24 chemists", "30 chemists");
    project.edit("en/lab.md", "The results", "Nobody pays for a **sample**.\n\nThe results");
    project
}

#[test]
fn what_waits_is_open_and_the_rest_is_there_for_context() {
    let project = outdated();
    let (name, file) = package(&project, &["--for", "Ana"]);
    let text = format!("{file:#}");
    for part in ["30 chemists", "24 químicos", "Nobody pays", "Customs laboratories"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let out = project.read(&format!(".cotejo/out/es/{name}.package"));
    assert_eq!(out.matches("\nunit ").count(), 2, "{out}");
    assert_eq!(out.matches("\nlocked ").count(), 3, "{out}");
    assert!(out.contains("holder Ana") && out.contains("target El laboratorio abrió"), "{out}");
    // Nothing else was written.
    assert_eq!(project.read("es/lab.md"), ES);
}

#[test]
fn only_pending_leaves_the_context_out() {
    let project = outdated();
    let (name, _) = package(&project, &["--only-pending"]);
    let out = project.read(&format!(".cotejo/out/es/{name}.package"));
    assert_eq!((out.matches("\nunit ").count(), out.matches("\nlocked ").count()), (2, 0), "{out}");
}

#[test]
fn what_is_out_is_not_handed_out_again_until_it_is_given_up() {
    let project = outdated();
    let (name, _) = package(&project, &["--for", "Ana"]);
    let ran = project.run(&["pull", "--locale", "es"]);
    let text = ran.expect(0);
    assert!(
        text.contains("Nothing to hand out") && text.contains(&name) && text.contains("with Ana"),
        "{text}"
    );
    // New work is handed out beside it.
    project.edit("en/lab.md", "two days", "three days");
    let more = project.run(&["pull", "--locale", "es", "--counts", "json", "--format", "json"]).json();
    assert_eq!(more["packages"][0]["articles"][0]["open"], 1, "{more:#}");
    assert_eq!(more["out"][0]["units"], 2, "{more:#}");
    let again = project.run(&["pull", "--locale", "es", "--again", "--count", "--counts", "json"]).json();
    assert_eq!(again["packages"][0]["articles"][0]["open"], 3, "{again:#}");

    project.run(&["pull", "--release", &name]).expect(0);
    let free = project.run(&["pull", "--locale", "es", "--count", "--counts", "json"]).json();
    assert_eq!(free["packages"][0]["articles"][0]["open"], 2, "{free:#}");
    let unknown = project.run(&["pull", "--release", "nobody"]);
    unknown.expect(2);
    assert!(unknown.err.contains("nobody") && unknown.err.contains(&name), "{}", unknown.err);
}

#[test]
fn counting_writes_nothing() {
    let project = outdated();
    let before = project.tree();
    let text = project.run(&["pull", "--locale", "es", "--count"]).expect(0).to_owned();
    assert!(text.contains("2 units") && text.contains("total"), "{text}");
    let csv = project.run(&["pull", "--locale", "es", "--count", "--counts", "csv"]).expect(0).to_owned();
    assert!(csv.starts_with("package,source,target,for,band,segments,words,characters\n"), "{csv}");
    assert_eq!(csv.lines().count(), 9, "{csv}");
    assert_eq!(project.tree(), before);
}

#[test]
fn the_most_urgent_comes_first_and_a_day_s_work_ends() {
    let project = project();
    project.run(&["accept", "--all"]).expect(0);
    for (name, date) in [("old", "2019-05-01"), ("new", "2026-01-14"), ("read", "2019-04-01")] {
        let text = EN.replace("# Customs", &format!("---\ndate: {date}\n---\n\n# The {name} customs"));
        project.write(&format!("en/{name}.md"), text);
    }
    let order = |args: &[&str]| -> Vec<String> {
        let line: Vec<&str> =
            ["pull", "--locale", "es", "--count", "--counts", "json"].iter().chain(args).copied().collect();
        let ran = project.run(&line).json();
        let articles = ran["packages"][0]["articles"].as_array().cloned().unwrap_or_default();
        articles.iter().map(|one| one["article"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(order(&[]), ["docs/new", "docs/old", "docs/read"]);
    project.write("visits.csv", "page,visits\nen/read.md,900\ndocs/new,3\n");
    assert_eq!(order(&["--traffic", "visits.csv"]), ["docs/read", "docs/new", "docs/old"]);
    let config = project.read("cotejo.toml");
    project.write(
        "cotejo.toml",
        format!("{config}\n[urgency]\nfresh = 1\ntraffic = 9\nfigures = \"visits.csv\"\n"),
    );
    assert_eq!(order(&[]), ["docs/read", "docs/new", "docs/old"]);
    assert_eq!(order(&["--since", "2020-01-01"]), ["docs/new"]);
    // One article fits whole; one that does not is cut when it is the first, and left when not.
    assert_eq!(order(&["--words", "60"]), ["docs/read"]);
    let cut = project.run(&["pull", "--locale", "es", "--words", "20", "--count", "--counts", "json"]).json();
    assert_eq!(cut["packages"][0]["articles"].as_array().unwrap().len(), 1, "{cut:#}");
    assert!(cut["packages"][0]["total"]["words"].as_u64().unwrap() <= 20, "{cut:#}");
    assert!(cut["left"]["units"].as_u64().unwrap() > 0, "{cut:#}");
}

#[test]
fn what_helps_stands_beside_the_unit() {
    let project = outdated();
    project.write(
        "glossary.csv",
        "concept,en,es,definition\nlab,laboratory,laboratorio,A place where goods are analysed\n",
    );
    project.write("en/two.md", "# Two\n\nThe laboratory opened in Lima on 19 April 2018 with a staff of 31 chemists.\n\nSamples are taken at the border and sent to the laboratory within two days.\n");
    let (_, file) = package(&project, &["docs/two"]);
    let text = format!("{file:#}");
    // An equal text, and one that is like it.
    assert!(text.contains("Las muestras se toman en la frontera"), "{text}");
    assert!(text.contains("una plantilla de 24 químicos"), "{text}");
}

#[test]
fn a_file_an_article_where_it_is_asked_for_and_never_over_another() {
    let project = outdated();
    project.write("en/two/x.md", "# Two\n\nSomething else to be translated soon.\n");
    let ran =
        project.run(&["pull", "--locale", "es", "--per-article", "--out", "work", "--counts", "json"]).json();
    let files: Vec<String> = project.tree().into_keys().filter(|path| path.starts_with("work/")).collect();
    assert_eq!(files.len(), 2, "{ran:#}");
    assert!(files.iter().any(|path| path.ends_with("/docs/two/x.xlf")), "{files:?}");

    // A file in the way: nothing is handed out.
    let project = outdated();
    project.write("work", "a file");
    let before = project.tree();
    let ran = project.run(&["pull", "--locale", "es", "--out", "work"]);
    ran.expect(2);
    assert_eq!(project.tree(), before);
}

#[test]
fn an_omegat_project_has_its_folders() {
    let project = outdated();
    project.run(&["pull", "--locale", "es", "--format", "omegat", "--out", "to"]).expect(0);
    let files: Vec<String> = project.tree().into_keys().filter(|path| path.starts_with("to/")).collect();
    for end in ["/omegat.project", ".xlf", "/glossary/glossary.txt", "/tm/auto/cotejo.tmx"] {
        assert!(files.iter().any(|path| path.ends_with(end)), "{end}: {files:?}");
    }
    let tmx = files.iter().find(|path| path.ends_with(".tmx")).unwrap();
    assert!(project.read(tmx).contains("Los resultados los publica cada mes"));
    let settings = files.iter().find(|path| path.ends_with("omegat.project")).unwrap();
    assert!(project.read(settings).contains("<target_lang>es</target_lang>"));
}

/// OmegaT shows as source what stands in a target, fills in from `tm/auto` what has no place named, and
/// tells texts apart by their tags.
#[test]
fn an_omegat_project_has_sources_to_translate_and_a_memory_that_fits_them() {
    let mut project = outdated();
    let story = "# Story\n\nSee `code` and **all of it** in [the story](/en/story).\n";
    project.write("en/one.md", story);
    project.write("es/one.md", "# Relato\n\nEn [el relato](/es/relato) vea **todo** y `code`.\n");
    project.run(&["accept", "docs/one", "--locale", "es"]).expect(0);
    project.now += 60;
    project.write("en/two.md", story);
    project.write("es/two.md", "# Historia\n\nVea `code` y **todo** en [la historia](/es/relato).\n");
    project.run(&["accept", "docs/two", "--locale", "es"]).expect(0);
    project.write("en/draft.md", "# Draft\n\nNobody has read this draft yet, of 24 lines.\n");
    project.write("es/draft.md", "# Borrador\n\nNadie ha leído aún este borrador, de 24 líneas.\n");
    project.run(&["accept", "docs/draft", "--locale", "es", "--state", "draft-mt"]).expect(0);
    // Nobody said of this one what it was made from.
    project.write("en/free.md", "# Free\n\nThe harbour is open to every ship that comes by day.\n");
    project.write("es/free.md", "# Libre\n\nEl puerto está abierto a todo buque que llegue de día.\n");
    project.run(&["pull", "--locale", "es", "--format", "omegat", "--out", "to"]).expect(0);
    let read = |end: &str| {
        let path = project.tree().into_keys().find(|path| path.starts_with("to/") && path.ends_with(end));
        project.read(&path.unwrap_or_else(|| panic!("{end}")))
    };
    let work = read(".xlf");
    assert!(
        work.contains("x-source\">The laboratory opened in Lima on 19 April 2018 with a staff of 30"),
        "{work}"
    );
    let sent = work.split("previous-version").nth(1).unwrap();
    assert!(sent.contains("24 químicos.</target>"), "{work}");
    assert!(read("omegat/filters.xml").contains("removeTags=\"false\""));

    let auto = read("tm/auto/cotejo.tmx");
    assert!(!auto.contains("<prop"), "{auto}");
    assert!(
        auto.contains(
            "<seg>See &lt;x0/&gt; and &lt;g1&gt;all of it&lt;/g1&gt; in &lt;g2&gt;the story&lt;/g2&gt;.</seg>"
        ),
        "{auto}"
    );
    // The latest of two is filled in, the other one offered; and so is what only a machine translated.
    assert!(auto.contains("<seg>Vea &lt;x0/&gt; y") && !auto.contains("el relato"), "{auto}");
    let others = read("tm/cotejo.tmx");
    assert!(
        others.contains(
            "<seg>En &lt;g2&gt;el relato&lt;/g2&gt; vea &lt;g1&gt;todo&lt;/g1&gt; y &lt;x0/&gt;.</seg>"
        ),
        "{others}"
    );
    assert!(!auto.contains("El puerto está") && others.contains("El puerto está"), "{others}");
    assert!(!auto.contains("borrador") && read("tm/mt/cotejo.tmx").contains("borrador"), "{auto}");
}

#[test]
fn wrong_input_says_what_to_do() {
    let project = outdated();
    for (args, part) in [
        (&["pull"][..], "--locale"),
        (&["pull", "--locale", "de"], "de"),
        (&["pull", "--locale", "es", "--since", "soon"], "2026-11-21"),
        (&["pull", "--locale", "es", "docs/nothing"], "docs/nothing"),
        (&["pull", "--locale", "es", "--traffic", "none.csv"], "none.csv"),
        (&["pull", "--release", "../x"], "letters"),
    ] {
        let ran = project.run(args);
        ran.expect(2);
        assert!(ran.err.contains(part), "{args:?}: {}", ran.err);
    }
    project.write(".cotejo/out/es/x.package", "cotejo-package 1\nname x\n<<<<<<< ours\n");
    let ran = project.run(&["pull", "--locale", "es"]);
    ran.expect(2);
    assert!(ran.err.contains(".cotejo/out/es/x.package:3"), "{}", ran.err);
}

#[test]
fn figures_of_spreadsheets_are_read_and_what_is_none_is_told() {
    let project = project();
    project.run(&["accept", "--all"]).expect(0);
    for name in ["one", "two"] {
        project.write(&format!("en/{name}.md"), EN.replace("# Customs", &format!("# The {name} customs")));
    }
    let run = |text: &str| {
        project.write("visits.csv", text);
        project.run(&["pull", "--locale", "es", "--count", "--counts", "json", "--traffic", "visits.csv"])
    };
    for (text, first) in [
        ("page;visits\nen/one.md;1,5\nen/two.md;12,25\n", "docs/two"),
        ("page;visits\nen/one.md;1.900\nen/two.md;900\n", "docs/one"),
        ("en/one.md\t7\nen/two.md\t8\n", "docs/two"),
    ] {
        let ran = run(text).json();
        assert_eq!(ran["packages"][0]["articles"][0]["article"], first, "{text}: {ran:#}");
    }
    for (text, place) in [
        ("page,visits\nen/one.md,1\nen/two.md,abc\n", "visits.csv:3"),
        ("en/one.md,1\nen/two.md,-5\n", "visits.csv:2"),
        ("en/one.md,1\n\"en/two.md,5\nx,1\n", "visits.csv:2"),
    ] {
        let ran = run(text);
        ran.expect(2);
        assert!(ran.err.contains(place), "{text}: {}", ran.err);
    }
    let ran = run("en/one.md,1\nen/tow.md,5\n");
    ran.expect(0);
    assert!(ran.err.contains("en/tow.md") && !ran.err.contains("en/one.md"), "{}", ran.err);
}

#[test]
fn what_waits_only_for_what_is_copied_across_is_told() {
    let project = project();
    for locale in ["en", "es"] {
        let text = project.read(&format!("{locale}/lab.md"));
        project.write(&format!("{locale}/lab.md"), format!("{text}\n```sh\nlab --open\n```\n"));
    }
    project.run(&["accept", "--all"]).expect(0);
    project.edit("en/lab.md", "lab --open", "lab --close");
    let ran = project.run(&["pull", "--locale", "es", "--counts", "json", "--count"]);
    assert_eq!(ran.json()["mirror"], 1);
    assert!(ran.err.contains("copied across") && ran.err.contains("cotejo accept"), "{}", ran.err);
}

#[test]
fn a_package_of_which_nothing_waits_is_told_and_is_given_up_once() {
    let project = outdated();
    let (ana, mut file) = package(&project, &["--for", "ana"]);
    project.run(&["pull", "--release", &ana]).expect(0);
    let (bea, _) = package(&project, &["--for", "bea"]);
    let waits = project.run(&["pull", "--locale", "es"]);
    assert!(waits.expect(0).contains("What waits is out") && !waits.err.contains(&bea), "{}", waits.err);
    for unit in file["articles"][0]["units"].as_array_mut().unwrap() {
        if unit["state"] == "open" {
            let text = unit["source"].as_str().unwrap();
            let text = match text.contains("30 chemists") {
                true => "El laboratorio abrió sus puertas en Lima el 19 de abril de 2018 con 30 químicos.",
                false => "Nadie paga por una <1>muestra</1>.",
            };
            unit["target"] = Value::from(text);
            unit["state"] = Value::from("translated");
        }
    }
    project.write("back.json", file.to_string());
    project.run(&["push", "back.json"]).expect(0);
    let ran = project.run(&["pull", "--locale", "es"]);
    assert!(!ran.expect(0).contains("What waits is out"), "{}", ran.out);
    assert!(ran.err.contains(&bea) && ran.err.contains("--release"), "{}", ran.err);
    let again = project.run(&["pull", "--release", &ana]);
    assert!(again.expect(0).contains("already"), "{}", again.out);
}

#[test]
fn a_number_of_no_words_and_the_locale_of_the_sources_are_refused() {
    let project = outdated();
    for (args, part) in [
        (&["pull", "--locale", "es", "--words", "0"][..], "from 1 on"),
        (&["pull", "--locale", "en"], "written in"),
    ] {
        let ran = project.run(args);
        ran.expect(2);
        assert!(ran.err.contains(part), "{args:?}: {}", ran.err);
    }
}

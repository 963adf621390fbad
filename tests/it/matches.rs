//! Matches of the memory as `cotejo pull` offers them: what says 100 % can be put in as it is.

use serde_json::Value;

use crate::accept::project;
use crate::harness::Project;
use crate::pull::package;

const KNOWN_EN: &str = "# Old\n\nThey agreed on **three measures** for [the offices](https://example.org/offices), see `tool --all`.\n\nNobody pays for the *second* sample of the {{ kind }} week | never.\n\nThe Council met in Lima. It agreed on three measures.\n";
const KNOWN_ES: &str = "# Antiguo\n\nPara [las oficinas](https://example.org/offices) acordaron **tres medidas**, véase `tool --all`.\n\nNadie paga por la *segunda* muestra de la semana {{ kind }} | nunca.\n\nEl Consejo se reunió en Lima. Acordó tres medidas.\n";
/// What the memory knows, with what stands around it changed; and one of its sentences among others.
const NEW_EN: &str = "# A new page\n\nNobody pays for the *second* sample of the {{ kind }} week | never.\n\nSomething quite different was said about tariffs.\n\nThey agreed on **three measures** for [the offices](https://example.org/offices), see `tool --all`.\n\nTrade went on as before in all of the ports. The Council met in Lima. Nobody knows what its members had for lunch there.\n";

/// A project with an article that is translated, and a new one that repeats parts of it.
fn repeated() -> Project {
    let project = project();
    project.write("en/old.md", KNOWN_EN);
    project.write("es/old.md", KNOWN_ES);
    project.run(&["accept", "--all"]).expect(0);
    project.write("en/new.md", NEW_EN);
    project
}

/// What stands between two marks, the first time.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(from)?;
    rest.split_once(to).map(|(inner, _)| inner)
}

/// The text with `work` done on each part that begins with `from` and ends with `to`.
fn each(text: &str, from: &str, to: &str, work: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let end = rest[at..].find(to).map_or(rest.len(), |end| at + end + to.len());
        out.push_str(&rest[..at]);
        out.push_str(&work(&rest[at..end]));
        rest = &rest[end..];
    }
    out + rest
}

/// The target of a line for people about a match of 100 %.
fn of_line(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("Match: 100 %")?;
    let (_, target) = rest.split_once(" → ")?;
    target.rsplit_once(" (").map(|(target, _)| target)
}

/// The file with every match of 100 % as the translation, as a tool puts it in, and how many.
fn inserted(format: &str, text: &str) -> (String, usize) {
    let count = std::cell::Cell::new(0);
    let used = |text: String| {
        count.set(count.get() + 1);
        text
    };
    let done = match format {
        "xliff" => each(text, "<trans-unit", "</trans-unit>", |unit| {
            let Some(found) = between(unit, "<alt-trans match-quality=\"100%\"", "</alt-trans>") else {
                return unit.to_owned();
            };
            let target = between(found, "<target xml:lang=\"es\">", "</target>").unwrap();
            let (head, rest) = unit.split_once("<target ").unwrap();
            let (_, tail) = rest.split_once("</target>").unwrap();
            used(format!("{head}<target xml:lang=\"es\" state=\"translated\">{target}</target>{tail}"))
        }),
        "xliff2" => each(text, "<unit", "</unit>", |unit| {
            let found = unit.split("<mtc:match ").find(|found| found.contains("similarity=\"100\""));
            let Some(found) = found else { return unit.to_owned() };
            let target = between(found, "<target>", "</target>").unwrap();
            let (head, tail) = unit.rsplit_once("</source>").unwrap();
            let head = head.replace("state=\"initial\"", "state=\"translated\"");
            used(format!("{head}</source><target>{target}</target>{tail}"))
        }),
        "po" => {
            let units = text.split("\n\n").map(|unit| match unit.lines().find_map(of_line) {
                Some(target) => {
                    let (head, _) = unit.split_once("msgstr").unwrap();
                    let target = target.replace('\\', "\\\\").replace('"', "\\\"");
                    used(format!("{head}msgstr \"{target}\"\n"))
                }
                None => unit.to_owned(),
            });
            units.collect::<Vec<_>>().join("\n\n")
        }
        "html" => each(text, "<tr>", "</tr>", |row| match row.lines().find_map(of_line) {
            Some(target) => used(row.replace("dir=\"auto\"></td>", &format!("dir=\"auto\">{target}</td>"))),
            None => row.to_owned(),
        }),
        "markdown" => {
            let rows = text.lines().map(|row| {
                let line = row.split("<br>").find(|line| line.contains("Match: 100 %"));
                match line.and_then(of_line) {
                    Some(target) => used(row.replacen(" | | ", &format!(" | {target} | "), 1)),
                    None => row.to_owned(),
                }
            });
            rows.collect::<Vec<_>>().join("\n") + "\n"
        }
        _ => {
            let mut file: Value = serde_json::from_str(text).unwrap();
            for unit in file["articles"][0]["units"].as_array_mut().unwrap() {
                let found =
                    unit["matches"].as_array().into_iter().flatten().find(|one| one["percent"] == 100);
                if let Some(target) = found.map(|found| found["target"].clone()) {
                    unit["target"] = target;
                    unit["state"] = Value::from("translated");
                    used(String::new());
                }
            }
            file.to_string()
        }
    };
    (done, count.get())
}

#[test]
fn every_match_of_100_percent_is_taken_back_as_it_was_offered() {
    for format in ["xliff", "xliff2", "po", "html", "markdown", "json"] {
        let project = repeated();
        let line =
            ["pull", "--locale", "es", "--format", format, "--out", "out", "--counts", "json", "docs/new"];
        let ran = project.run(&line).json();
        let path = ran["packages"][0]["files"][0].as_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let (done, count) = inserted(format, &text);
        // The two paragraphs with markup; not the one of which the memory has one sentence.
        assert_eq!(count, 2, "{format}: {text}");
        std::fs::write(&path, done).unwrap();
        let ran = project.run(&["push", &path]);
        ran.expect(0);
        let new = project.read("es/new.md");
        for paragraph in [
            "Para [las oficinas](https://example.org/offices) acordaron **tres medidas**, véase `tool --all`.",
            "Nadie paga por la *segunda* muestra de la semana {{ kind }} | nunca.",
        ] {
            assert!(new.contains(&format!("\n{paragraph}\n")), "{format}: {}\n{new}", ran.out);
        }
        assert!(new.contains("Trade went on as before in all of the ports."), "{format}: {new}");
    }
}

#[test]
fn a_match_of_one_sentence_says_that_it_is_no_more() {
    let project = repeated();
    let (_, file) = package(&project, &["docs/new", "--out", "json"]);
    let units = file["articles"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["source"].as_str().unwrap().contains("Trade went on")).unwrap();
    let found = &unit["matches"][0];
    assert_eq!(found["source"], "The Council met in Lima.", "{unit:#}");
    assert_eq!(
        (&found["target"], &found["part"]),
        (&Value::from("El Consejo se reunió en Lima."), &Value::from(100))
    );
    assert!(found["percent"].as_u64().unwrap() < 50, "{unit:#}");
    for (format, says) in [
        ("xliff", "one sentence of it only: 100 %"),
        ("xliff2", "subType=\"cotejo:part\""),
        ("po", "one sentence of it only: 100 %"),
        ("html", "one sentence of it only: 100 %"),
        ("markdown", "one sentence of it only: 100 %"),
    ] {
        let line = [
            "pull", "--locale", "es", "--format", format, "--out", format, "--counts", "json", "--again",
            "docs/new",
        ];
        let ran = project.run(&line).json();
        let text = std::fs::read_to_string(ran["packages"][0]["files"][0].as_str().unwrap()).unwrap();
        assert!(text.contains(says), "{format}: {text}");
        assert!(text.contains("El Consejo se reunió en Lima."), "{format}: {text}");
        assert_eq!(inserted(format, &text).1, 2, "{format}: {text}");
    }
}

#[test]
fn what_stands_there_already_is_no_match_and_no_match_has_more_than_100_percent() {
    let project = repeated();
    project.edit("en/old.md", "three measures** for", "four measures** for");
    let ran = project.run(&["pull", "--locale", "es", "--out", "x", "--counts", "json", "docs/old"]).json();
    let text = std::fs::read_to_string(ran["packages"][0]["files"][0].as_str().unwrap()).unwrap();
    assert!(text.contains("previous-version") && !text.contains("match-quality"), "{text}");
    // What it said before has codes, as what it says today.
    let before = between(&text, "alttranstype=\"previous-version\"", "</alt-trans>").unwrap();
    assert!(before.contains(">three measures</g>") && !before.contains("**three"), "{before}");

    let project = repeated();
    project.write("en/old2.md", KNOWN_EN);
    let ran = project.run(&["pull", "--locale", "es", "--out", "x", "--counts", "json", "docs/old2"]).json();
    let text = std::fs::read_to_string(ran["packages"][0]["files"][0].as_str().unwrap()).unwrap();
    assert!(text.contains("match-quality=\"100%\"") && text.contains("in-context"), "{text}");
    assert!(!text.contains("101%"), "{text}");
}

const TMX: &str = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header creationtool=\"X\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/><body>\n<tu tuid=\"secret-7\" creationdate=\"20010101T000000Z\"><prop type=\"client\">secret</prop><tuv xml:lang=\"en-GB\"><seg>Something quite <bpt i=\"1\">{1}</bpt>different<ept i=\"1\">{2}</ept> was said about tariffs.</seg></tuv><tuv xml:lang=\"es-ES\" creationid=\"secret\"><seg>De aranceles se dijo algo muy distinto.</seg></tuv></tu>\n</body></tmx>\n";

#[test]
fn memories_of_other_tools_are_offered_with_their_penalty() {
    let project = repeated();
    let config = project.read("cotejo.toml");
    project.write("cotejo.toml", format!("{config}\n[memory]\nfiles = [\"tm/*.tmx\"]\n"));
    let none = project.run(&["pull", "--locale", "es", "--count"]);
    none.expect(0);
    assert!(none.err.contains("[memory]"), "{}", none.err);
    project.write("tm/agency.tmx", TMX);
    let (_, file) = package(&project, &["docs/new", "--out", "json"]);
    let units = file["articles"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["source"].as_str().unwrap().contains("tariffs")).unwrap();
    let found = &unit["matches"][0];
    assert_eq!(found["target"], "De aranceles se dijo algo muy distinto.", "{unit:#}");
    assert_eq!((&found["percent"], &found["origin"]), (&Value::from(99), &Value::from("tm/agency.tmx")));
    assert!(!file.to_string().contains("secret"), "{file:#}");
    // A penalty of its own, and none of it in what a tool fills in by itself.
    project.write("cotejo.toml", format!("{config}\n[memory]\nfiles = [\"tm/*.tmx\"]\npenalty = 20\n"));
    let line = ["pull", "--locale", "es", "--again", "--format", "omegat", "--out", "o", "docs/new"];
    project.run(&line).expect(0);
    let files = project.tree();
    let of = |end: &str| {
        let path = files.keys().find(|path| path.ends_with(end)).unwrap_or_else(|| panic!("{end}"));
        project.read(path)
    };
    assert!(
        of("tm/penalty-020/cotejo.tmx").contains("De aranceles")
            && !of("tm/auto/cotejo.tmx").contains("De aranceles")
    );
    // A file that can't be read is told with its line, a wrong setting with its own.
    project.write("tm/agency.tmx", TMX.replace("</tuv></tu>", "</tu>"));
    let broken = project.run(&["pull", "--locale", "es", "--count", "--again"]);
    broken.expect(2);
    assert!(broken.err.contains("tm/agency.tmx:3"), "{}", broken.err);
    project.write("cotejo.toml", format!("{config}\n[memory]\nfiles = \"tm/*.tmx\"\npenalty = 99\n"));
    let wrong = project.run(&["pull", "--locale", "es", "--count"]);
    wrong.expect(2);
    assert!(wrong.err.contains("files") && wrong.err.contains("penalty"), "{}", wrong.err);
}

#[test]
fn the_memory_is_written_as_tmx_and_read_back_as_one() {
    let project = repeated();
    let ran = project.run(&["memory", "--locale", "es"]);
    let text = ran.expect(0).to_owned();
    assert!(
        text.contains("<tmx version=\"1.4\">") && text.contains("El Consejo se reunió en Lima."),
        "{text}"
    );
    assert!(!text.contains("xml:lang=\"fr\""), "{text}");
    project.run(&["memory", "--locale", "es", "-o", "own.tmx"]).expect(0);
    assert_eq!(project.read("own.tmx"), text);
    let schema = crate::tools::tools().join("schemas/tmx14.xsd");
    if let Some(schema) =
        crate::tools::tool(Some(schema).filter(|path| path.exists()), "schema of TMX in target/tools")
    {
        let run = std::process::Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(&schema)
            .arg(project.path("own.tmx"))
            .output()
            .ok();
        if let Some(output) = crate::tools::tool(run, "xmllint") {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    // Another project has it as its memory, codes and all.
    let other = project_with_memory(&text);
    let (_, file) = package(&other, &["docs/new", "--out", "json"]);
    let targets: Vec<String> = file["articles"][0]["units"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|unit| unit["matches"].as_array().into_iter().flatten())
        .map(|found| format!("{} {}", found["percent"], found["target"]))
        .collect();
    let bold = "99 \"Para <2>las oficinas</2> acordaron <1>tres medidas</1>, véase <3/>.\"";
    assert!(targets.iter().any(|target| target == bold), "{targets:#?}");
    let wrong = project.run(&["memory", "--locale", "de"]);
    wrong.expect(2);
    assert!(wrong.err.contains("en, es, fr"), "{}", wrong.err);
}

/// A project that has nothing but a new article and that memory.
fn project_with_memory(tmx: &str) -> Project {
    let project = project();
    let config = project.read("cotejo.toml");
    project.write("cotejo.toml", format!("{config}\n[memory]\nfiles = [\"tm/**\"]\n"));
    project.write("tm/a/b.tmx", tmx);
    project.write("en/new.md", NEW_EN);
    project
}

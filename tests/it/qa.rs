//! `cotejo qa`: what it finds in faulty translations, what it leaves alone in good ones, and how a
//! finding is ignored.

#[path = "../../examples/plant_faults/faults.rs"]
mod faults;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use cotejo::domain::finding::Severity;
use cotejo::domain::language::Candidates;
use cotejo::domain::locale::Locale;
use cotejo::domain::qa::bitext::Bitext;
use cotejo::domain::qa::{Check, Place, Site, across, look};
use cotejo::domain::termbase::quality::TermChecks;
use cotejo::domain::termbase::usage::Checker;
use cotejo::formats;
use cotejo::messages::{Language, Messages};

use crate::harness::{Project, Ran};

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n\
    [[collection]]\nname = \"news\"\nfiles = \"news/{locale}/{path}.txt\"\n";

fn home(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A project with the texts of `tests/corpus/qa` in English and Spanish, edited by `edit`.
fn project(edit: impl Fn(&str) -> String) -> Project {
    let project = Project::with(&[("cotejo.toml", CONFIG)]);
    for name in ["seizures", "window"] {
        project.write(&format!("news/en/{name}.txt"), home(&format!("tests/corpus/qa/{name}.en.txt")));
        project.write(&format!("news/es/{name}.txt"), edit(&home(&format!("tests/corpus/qa/{name}.es.txt"))));
    }
    project
}

#[track_caller]
fn says(ran: &Ran, code: u8, words: &[&str]) {
    assert_eq!(ran.code, code, "\n--- out\n{}\n--- err\n{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{word:?} in\n{}\n{}", ran.out, ran.err);
    }
}

/// The texts that faults are planted into: source and target.
fn texts(locale: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for name in [
        "000_a993cfb2819e14f5",
        "001_f82248b1379ea873",
        "002_7f3a001c53b3cd7e",
        "003_8f369ce769463c9a",
        "004_9924008ce1039be1",
    ] {
        // Of the last one the French version is half done.
        let there = match locale {
            "es" => true,
            "fr" => matches!(name.get(..3), Some("001" | "002")),
            _ => false,
        };
        if there {
            let path = format!("translations/{locale}/{name}.txt");
            // The site's notice is no part of the article.
            let source = home(&format!("seeds/{name}.txt"));
            let source = match source.split_once("\n\n") {
                Some((first, rest)) if first.starts_with("Esta página") => rest.to_owned(),
                _ => source,
            };
            texts.push((source, home(&path)));
        }
    }
    for name in ["seizures", "window"] {
        let path = |locale: &str| format!("tests/corpus/qa/{name}.{locale}.txt");
        texts.push((home(&path("en")), home(&path(locale))));
    }
    texts
}

/// The checks for English and one other locale.
struct Checks {
    locales: [Locale; 2],
    candidates: Candidates,
    terms: Checker,
}

impl Checks {
    fn new(locale: &str) -> Self {
        let locales = ["en", locale].map(|tag| tag.parse().expect("a tag"));
        let terms = Checker::new(&Arc::new(crate::terms::termbase()), &locales[0], &locales[1]);
        Checks { candidates: Candidates::new(&locales), locales, terms }
    }

    /// What is found, hints left out: code, what makes it the same again, and the arguments.
    fn found(&self, source: &str, target: &str) -> BTreeSet<(Check, String, String)> {
        let [from, to] = &self.locales;
        let terms = TermChecks::new(&self.terms);
        let site = Site { candidates: &self.candidates, extra: &[&terms] };
        let parse = |text: &str| formats::plain_text().parse(text.as_bytes().to_vec());
        let (source, target) = (parse(source), parse(target));
        let looked = look(&Bitext::aligned((&source, from), (&target, to)), &site);
        let across = across(&[Place { locales: (from, to), path: "", looked: &looked }]);
        let all = looked.problems.iter().cloned().chain(across.into_iter().map(|(_, problem)| problem));
        all.filter(|problem| problem.check.severity() > Severity::Hint)
            .map(|problem| (problem.check, problem.id, format!("{:?}", problem.args)))
            .collect()
    }
}

#[test]
fn good_translations_are_left_alone() {
    let mut words = 0;
    for locale in ["es", "fr", "pt"] {
        let checks = Checks::new(locale);
        for (source, target) in texts(locale) {
            words += target.split_whitespace().count();
            assert_eq!(checks.found(&source, &target), BTreeSet::new(), "{locale}: {target:.60}");
        }
    }
    assert!(words > 4_500, "only {words} words were looked at");
}

#[test]
fn planted_faults_are_found() {
    let mut counts: BTreeMap<(&str, faults::Fault), (usize, usize)> = BTreeMap::new();
    for locale in ["es", "fr", "pt"] {
        let checks = Checks::new(locale);
        for (seed, (source, target)) in (1..).zip(texts(locale)) {
            let clean = checks.found(&source, &target);
            for planted in faults::plant(&source, &target, seed) {
                let count = counts.entry((locale, planted.fault)).or_default();
                count.0 += 1;
                let seen = checks.found(&source, &planted.text).difference(&clean).next().is_some();
                count.1 += usize::from(seen);
                if !seen {
                    println!("missed: {locale} {:?}: {}", planted.fault, planted.what);
                }
            }
        }
    }
    let mut all = (0, 0);
    for ((locale, fault), (planted, found)) in &counts {
        println!("{locale} {fault:?}: {found} of {planted}");
        // What only the order of numbers tells is more than was asked, and half of it is found.
        if *fault != faults::Fault::NumbersExchanged {
            assert!(*planted >= 5, "{locale} {fault:?}: only {planted} were planted");
            let least = if *fault == faults::Fault::NameMisspelt { 90 } else { 80 };
            assert!(found * 100 >= planted * least, "{locale} {fault:?}: {found} of {planted}");
            all = (all.0 + planted, all.1 + found);
        }
    }
    println!("{} of {} found", all.1, all.0);
    assert!(all.0 >= 450, "only {} were planted", all.0);
    assert!(all.1 * 100 >= all.0 * 95, "{} of {}", all.1, all.0);
}

/// Initials with their letters turned round, as a machine that translates them might.
fn turned(initials: &str) -> String {
    let letters: Vec<char> = initials.chars().filter(|c| c.is_alphabetic()).collect();
    initials.replace(letters.iter().collect::<String>().as_str(), &letters.iter().rev().collect::<String>())
}

#[test]
fn planted_terms_and_broken_initials_are_found_and_told_once() {
    let mut counts: BTreeMap<Check, (usize, usize)> = BTreeMap::new();
    for (locale, ours) in [("es", "OMA"), ("fr", "OMD")] {
        let checks = Checks::new(locale);
        for (source, target) in texts(locale) {
            let clean = checks.found(&source, &target);
            let mut plant = |check: Check, text: String, what: &str| {
                let found = checks.found(&source, &text);
                // That a sentence which repeats is said otherwise elsewhere is another thing.
                let new = found.difference(&clean).filter(|(check, ..)| *check != Check::TwoWays);
                let new: Vec<_> = new.collect();
                let count = counts.entry(check).or_default();
                count.0 += 1;
                if new.iter().any(|(found, ..)| *found == check) {
                    count.1 += 1;
                    assert_eq!(new.len(), 1, "told more than once: {new:?}");
                } else {
                    println!("missed: {locale} {check:?}: {what:.80}");
                }
            };
            // Each of our own initials left as they are in English; not those within COMALEP.
            let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            for (at, _) in target.match_indices(ours) {
                let (before, behind) = (&target[..at], &target[at + ours.len()..]);
                if !inner(before.chars().next_back()) && !inner(behind.chars().next()) {
                    plant(Check::ForbiddenTerm, format!("{before}WCO{behind}"), behind);
                }
            }
            // Initials that stay in every language, changed throughout a paragraph.
            for kept in ["COMALEP", "SUNAT", "G20", "COVID-19"] {
                for paragraph in target.split("\n\n").filter(|paragraph| paragraph.contains(kept)) {
                    let broken = match kept {
                        "G20" => paragraph.replace(kept, "grupo"),
                        _ => paragraph.replace(kept, &turned(kept)),
                    };
                    plant(Check::KeepBroken, target.replace(paragraph, &broken), paragraph);
                }
            }
        }
    }
    println!("{counts:?}");
    for (check, least) in [(Check::ForbiddenTerm, 30), (Check::KeepBroken, 10)] {
        let (planted, found) = counts[&check];
        assert!(planted >= least, "{check:?}: only {planted} were planted");
        assert!(found * 10 >= planted * 9, "{check:?}: {found} of {planted}");
    }
}

/// A project whose translation has a forbidden term, lacks initials that stay, and has a deprecated
/// and a missing term besides.
fn with_terms() -> Project {
    let project = Project::with(&[
        ("cotejo.toml", CONFIG),
        (
            "glossary/concepts.tsv",
            "# cotejo termbase 1\nconcept\tsubject\tkeep\nwco\t\t\npnr\t\tyes\nplan\t\t\n",
        ),
        (
            "glossary/terms.tsv",
            "# cotejo termbase 1\nconcept\tlocale\tterm\tstatus\tkind\n\
             wco\ten\tWCO\tpreferred\tacronym\nwco\tes\tOMA\tpreferred\tacronym\n\
             wco\tes\tWCO\tforbidden\tacronym\n\
             pnr\ten\tPNR\tpreferred\tacronym\npnr\tes\tPNR\tpreferred\tacronym\n\
             plan\ten\tstrategic plan\tpreferred\tterm\nplan\tes\tplan estratégico\tpreferred\tterm\n\
             plan\tes\tplano estratégico\tdeprecated\tterm\n",
        ),
    ]);
    project.write("news/en/window.txt", home("tests/corpus/qa/window.en.txt"));
    project.write("news/es/window.txt", home("tests/corpus/qa/window.es.txt"));
    let add = |path: &str, text: &str| project.write(path, format!("{}\n\n{text}\n", project.read(path)));
    add(
        "news/en/window.txt",
        "The office spoke of the WCO for a long while that day.\n\nThe lines ask for PNR data a day before the flight.\n\nThe strategic plan is to be read by all of them.",
    );
    add(
        "news/es/window.txt",
        "La oficina habló largo rato de la WCO ese día.\n\nLas líneas piden los datos RNP un día antes del vuelo.\n\nEl plano estratégico debe ser leído por todos ellos.",
    );
    project
}

#[test]
fn terms_are_checked_by_the_projects_own_termbase_and_counted_once() {
    let project = with_terms();
    let ran = project.run(&["qa"]);
    says(
        &ran,
        1,
        &[
            "error: “WCO” is wrong here; write OMA [forbidden-term ",
            "error: “PNR” stays as it is in every language, and does not stand here [keep-broken ",
            "failed: 1 version looked at, 2 errors, 0 warnings",
        ],
    );
    says(&project.run(&["qa", "--only", "keep-broken,forbidden-term"]), 1, &["2 errors"]);
    // `glossary check` has the same, and `check` tells of it only what the quality checks don't.
    let own = project.run(&["glossary", "check", "--format", "json"]).json_with(1);
    let found = own["versions"][0]["findings"].as_array().expect("findings");
    let codes: Vec<&str> = found.iter().map(|one| one["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["term-forbidden", "term-missing", "term-deprecated"]);
    let terms = |ran: &Ran| -> Option<(i64, i64)> {
        let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let all = json["findings"].as_array().expect("findings").clone();
        let one = all.iter().find(|one| one["code"] == "terms")?;
        Some((one["args"]["errors"].as_i64()?, one["args"]["warnings"].as_i64()?))
    };
    assert_eq!(terms(&project.run(&["check", "--format", "json"])), Some((0, 1)), "the deprecated one");
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\nquality = \"allow\"\n"));
    assert_eq!(terms(&project.run(&["check", "--format", "json"])), Some((1, 2)), "nothing else tells them");
    project.write("cotejo.toml", CONFIG);
    // An ignored one is not told by another name.
    let json = project.run(&["qa", "--format", "json"]).json_with(1);
    let id = |code: &str| {
        let all = json["findings"].as_array().expect("findings");
        let one = all.iter().find(|one| one["code"] == code).expect(code);
        one["args"]["id"].as_str().expect("an id").to_owned()
    };
    let ids = format!("{},{}", id("forbidden-term"), id("keep-broken"));
    says(&project.run(&["qa", "--ignore", &ids, "--reason", "a quotation"]), 0, &["ignored: 2 findings"]);
    assert_eq!(terms(&project.run(&["check", "--format", "json"])), Some((0, 1)));
    // A better termbase is minded at once.
    project.edit("glossary/terms.tsv", "WCO\tforbidden", "WCO\tdeprecated");
    let ran = project.run(&["qa"]);
    assert!(!ran.out.contains("[forbidden-term"), "{}", ran.out);
}

#[test]
fn lines_for_a_terminal_are_no_wider_than_it_and_files_get_a_finding_a_line() {
    let mut project = with_terms();
    let piped = project.run(&["qa"]).out;
    assert!(piped.lines().any(|line| line.chars().count() > 80), "{piped}");
    (project.terminal, project.width) = (true, Some(80));
    for lang in ["en", "es", "fr"] {
        for command in [vec!["qa"], vec!["check"], vec!["glossary", "check"], vec!["glossary", "lint"]] {
            let line: Vec<&str> =
                command.iter().copied().chain(["--lang", lang, "--color", "never"]).collect();
            let shown = project.run(&line).out;
            assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
        }
    }
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    project.terminal = true;
    let shown = project.run(&["qa", "--color", "never"]).out;
    assert_eq!(joined(&shown), joined(&piped), "the same words");
}

#[test]
fn what_is_in_order_passes_and_faults_are_told_with_place_code_and_id() {
    let ran = project(str::to_owned).run(&["qa"]);
    says(&ran, 0, &["passed: 2 versions looked at, 0 errors, 0 warnings, 0 hints"]);
    let faulty =
        project(|text| text.replace("860 kilogramos", "680 kilogramos").replace("Etchegaray", "Etchegray"));
    let ran = faulty.run(&["qa"]);
    says(
        &ran,
        0,
        &[
            "news/es/seizures.txt:5: warning: the source has 860, the translation 680 [number-differs ",
            "news/es/seizures.txt:18: warning: a name is spelt otherwise: “Etchegaray” in the source",
        ],
    );
    assert_eq!(faulty.run(&["qa", "--fail-on", "warning"]).code, 1);
    assert_eq!(faulty.run(&["qa", "window", "--fail-on", "warning"]).code, 2, "an article that is not there");
    assert_eq!(faulty.run(&["qa", "news/window", "--fail-on", "hint"]).code, 0);
    says(&faulty.run(&["qa", "--only", "name-differs"]), 0, &["0 errors, 1 warning, 0 hints"]);
    says(&faulty.run(&["qa", "--only", "names"]), 2, &["there are the checks left-untranslated, "]);
}

#[test]
fn an_error_fails_and_the_formats_say_the_same() {
    let left = |text: &str| {
        text.replace(
            "Se examinaron más de 27.500 contenedores en 18 días, y se abrieron 1.240 de ellos.",
            "More than 27,500 containers were examined over 18 days, and 1,240 of them were opened.",
        )
    };
    let project = project(left);
    says(
        &project.run(&["qa"]),
        1,
        &["news/es/seizures.txt:7: error: “More than 27,500", "[left-untranslated "],
    );
    let json = project.run(&["qa", "--format", "json"]).json_with(1);
    assert_eq!(json["cotejo"], "qa");
    assert_eq!(json["fails"], true);
    let finding = &json["findings"][0];
    assert_eq!(finding["code"], "left-untranslated");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["args"]["id"].as_str().map(str::len), Some(12));
    crate::schema::holds("schema/check.schema.json", &json);
    says(
        &project.run(&["qa", "--format", "github"]),
        1,
        &["::error file=news/es/seizures.txt,line=7,title=left-untranslated"],
    );
    let sarif = project.run(&["qa", "--format", "sarif"]).json_with(1);
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "left-untranslated");
    says(
        &project.run(&["qa", "--format", "junit"]),
        1,
        &["<testsuite name=\"cotejo.es\" tests=\"2\" failures=\"1\""],
    );
}

#[test]
fn an_ignore_has_a_reason_and_lapses_with_its_source() {
    let project = project(|text| text.replace("860 kilogramos", "680 kilogramos"));
    let json = project.run(&["qa", "--format", "json"]).json();
    let id = json["findings"][0]["args"]["id"].as_str().expect("an id").to_owned();
    let reason = ["qa", "--ignore", &id, "--reason", "the ministry counts otherwise", "--fail-on", "warning"];
    says(&project.run(&["qa", "--ignore", &id]), 2, &["--reason"]);
    says(
        &project.run(&["qa", "--ignore", "0123456789ab", "--reason", "so"]),
        2,
        &["nothing is found with the id"],
    );
    says(&project.run(&reason), 0, &[".cotejo/ignores now ignores it", "ignored: 1 finding"]);
    assert_eq!(
        project.read(".cotejo/ignores"),
        format!("{id}\tnumber-differs\tnews/seizures\tes\tthe ministry counts otherwise\n")
    );
    says(&project.run(&["qa", "--fail-on", "warning"]), 0, &["ignored: 1 finding"]);
    // The translation may be edited elsewhere; the source may not.
    project.edit("news/es/seizures.txt", "41 armas de fuego", "41 armas");
    says(&project.run(&["qa", "--fail-on", "warning"]), 0, &["ignored: 1 finding"]);
    project.edit("news/en/seizures.txt", "41 firearms", "41 guns");
    says(
        &project.run(&["qa", "--fail-on", "warning"]),
        1,
        &["[number-differs ", "is found no more", "[ignore-idle "],
    );
    project.write(".cotejo/ignores", "abc\tnumber-differs\tnews/seizures\tes\twhy\n");
    says(&project.run(&["qa"]), 2, &[".cotejo/ignores:1: this ignores nothing: the first field is no id"]);
}

#[test]
fn check_counts_what_is_found_by_the_policy() {
    let faulty = |text: &str| {
        text.replace("860 kilogramos", "680 kilogramos").replace(
            "Se examinaron más de 27.500 contenedores en 18 días, y se abrieron 1.240 de ellos.",
            "More than 27,500 containers were examined over 18 days, and 1,240 of them were opened.",
        )
    };
    let with = |policy: &str| {
        let project = project(faulty);
        let policy = format!("{CONFIG}\n[policy]\nfail_on = [\"outdated\"]\n{policy}\n");
        project.write("cotejo.toml", policy);
        project
    };
    let ran = with("").run(&["check"]);
    says(&ran, 1, &["error: “More than", "warning: the source has 860", "[left-untranslated "]);
    says(&with("quality = \"warn\"").run(&["check"]), 0, &["warning: “More than", "[number-differs "]);
    says(&with("quality = \"warnings\"").run(&["check"]), 1, &["error: the source has 860"]);
    let ran = with("quality = \"allow\"").run(&["check"]);
    says(&ran, 0, &[]);
    assert!(!ran.out.contains("number-differs"), "{}", ran.out);
    says(&with("quality = \"so\"").run(&["check"]), 2, &["cotejo.toml:"]);
}

#[test]
fn an_error_can_be_owed() {
    let left = |text: &str| {
        text.replace(
            "Se examinaron más de 27.500 contenedores en 18 días, y se abrieron 1.240 de ellos.",
            "More than 27,500 containers were examined over 18 days, and 1,240 of them were opened.",
        )
    };
    let project = project(left);
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\nfail_on = [\"outdated\"]\n"));
    assert_eq!(project.run(&["check"]).code, 1);
    assert_eq!(project.run(&["check", "--record-debts"]).code, 0);
    let debts = project.read(".cotejo/debts");
    assert!(debts.starts_with("left-untranslated\tnews/seizures\tes\t"), "{debts}");
    says(&project.run(&["check"]), 0, &["passed over: 1 recorded debt"]);
    project.write("news/es/seizures.txt", home("tests/corpus/qa/seizures.es.txt"));
    says(&project.run(&["check"]), 0, &["is paid", "[debt-paid"]);
}

#[test]
fn records_pair_the_units_and_a_change_that_waits_is_no_fault() {
    let project = project(str::to_owned);
    assert_eq!(project.run(&["accept", "--all"]).code, 0);
    assert_eq!(project.run(&["qa", "--fail-on", "hint"]).code, 0);
    // The source says another number now: that is for `status` to tell.
    project.edit("news/en/seizures.txt", "860 kilograms", "870 kilograms");
    assert_eq!(project.run(&["qa", "--fail-on", "hint"]).code, 0);
    // A paragraph that is gone from the translation is a fault, recorded or not.
    let text = project.read("news/es/seizures.txt");
    let paragraph =
        text.split("\n\n").find(|part| part.starts_with("La primera operación")).expect("it is there");
    project.write("news/es/seizures.txt", text.replace(&format!("{paragraph}\n\n"), ""));
    says(&project.run(&["qa"]), 1, &["a paragraph of the source is not translated: “The first operation"]);
}

#[test]
fn every_finding_has_words_in_every_language() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        for check in Check::ALL {
            for id in [format!("rule-{}", check.name()), format!("finding-{}", check.name())] {
                assert!(messages.has(&id), "{} lacks {id}", language.tag());
            }
        }
    }
}

#[test]
fn marks_of_a_list_and_blanks_that_lack_throughout_are_a_manner_of_writing() {
    let project = Project::with(&[("cotejo.toml", CONFIG)]);
    let source = "What the office does\n\n- drafts the rules\n- trains the officers\n- keeps the records\n\n\
        Last: it answers.\n\nThen: it waits.\n\nNow: it rests.\n";
    let target = "Ce que fait le bureau\n\n- rédiger les règles ;\n- former les agents ;\n- tenir les registres.\n\n\
        Enfin : il répond.\n\nPuis : il attend.\n\nMaintenant : il se repose.\n";
    project.write("news/en/list.txt", source);
    project.write("news/fr/list.txt", target.replace(" ;", "\u{a0};"));
    let ran = project.run(&["qa", "--locale", "fr"]);
    says(
        &ran,
        0,
        &["news/fr/list.txt:7", ": is without its unbreakable blank throughout: 3 units [french-space"],
    );
    assert_eq!(ran.out.matches("news/fr/list.txt:").count(), 1, "{}", ran.out);
    for (language, words) in [("es", "va siempre sin su espacio"), ("fr", "est partout sans son espace")] {
        says(&project.run(&["qa", "--locale", "fr", "--lang", language]), 0, &[words]);
    }
    // One item that alone has another mark is told.
    project.write(
        "news/fr/list.txt",
        target.replace("agents ;", "agents").replace("registres.", "registres").replace(" ;", "\u{a0};"),
    );
    says(&project.run(&["qa", "--locale", "fr"]), 0, &["news/fr/list.txt:3", "end-mark"]);
}

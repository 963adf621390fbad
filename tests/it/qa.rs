//! `cotejo qa`: what it finds in faulty translations, what it leaves alone in good ones, and how a
//! finding is ignored.

#[path = "../../examples/plant_faults/faults.rs"]
mod faults;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cotejo::domain::finding::Severity;
use cotejo::domain::language::Candidates;
use cotejo::domain::locale::Locale;
use cotejo::domain::qa::bitext::Bitext;
use cotejo::domain::qa::{Check, Place, Site, across, look};
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
}

impl Checks {
    fn new(locale: &str) -> Self {
        let locales = ["en", locale].map(|tag| tag.parse().expect("a tag"));
        Checks { candidates: Candidates::new(&locales), locales }
    }

    /// What is found, hints left out: code, what makes it the same again, and the arguments.
    fn found(&self, source: &str, target: &str) -> BTreeSet<(Check, String, String)> {
        let [from, to] = &self.locales;
        let site = Site { candidates: &self.candidates, extra: &[] };
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
    assert!(all.1 * 100 >= all.0 * 97, "{} of {}", all.1, all.0);
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

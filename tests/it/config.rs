//! A broken `cotejo.toml`: every problem at once, at its place, with the mend, in the user's language.

use std::collections::BTreeSet;

use cotejo::config::guess::EVIDENCE;
use cotejo::config::{CODES, keys, read};
use cotejo::messages::{Language, Messages, Value};

use crate::harness::Project;

const HEAD: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n";

/// What follows [`HEAD`] (two lines), and the places and words expected, in order.
const BROKEN: &[(&str, &[(&str, &str)])] = &[
    (
        "colour = 1\n",
        &[(
            "3:1",
            "there is no key colour at the top of the file; remove it, or use one of: source, targets, ledger",
        )],
    ),
    ("ledgr = \"x\"\n", &[("3:1", "did you mean ledger?")]),
    ("[policy]\nfail = []\n", &[("4:1", "there is no key fail in [policy]")]),
    ("ledger = 1\n", &[("3:10", "must be a text in quotes, as \"en\", and it is a whole number")]),
    ("collection = 3\n", &[("3:14", "each under a line [[collection]], and it is a whole number")]),
    (
        "[policy]\ngrace_days = true\n",
        &[("4:14", "must be a whole number without quotes, and it is true or false")],
    ),
    (
        "[front_matter]\nlocale = \"lang\"\n",
        &[("4:10", "must be a list of texts, as [\"es\", \"fr\"], and it is a text")],
    ),
    ("segments = [\"es\"]\n", &[("3:12", "must be a table, as { key = \"value\" }, and it is a list")]),
    ("ledger = \"\"\n", &[("3:10", "ledger is empty; give it a value")]),
    ("ledger = \"../x\"\n", &[("3:10", "\"../x\" leads out of the project")]),
    ("ledger = \"/var/x\"\n", &[("3:10", "write the path below the folder of cotejo.toml")]),
    ("ledger = 'a\\b'\n", &[("3:10", "write / between folders")]),
    (
        "segments = { \"es-es\" = \"español\" }\n",
        &[("3:24", "\"español\" is not a language tag; write BCP 47")],
    ),
    (
        "segments = { \"zh-cn\" = \"zh\" }\n",
        &[("3:14", "\"zh\" is none of the project's locales (en, es, fr)")],
    ),
    ("segments = { \"a/b\" = \"es\" }\n", &[("3:14", "\"a/b\" can't stand for a locale in a path")]),
    (
        "[[collection]]\nfiles = \"{locale}/{path}\"\n",
        &[("3:1", "name is missing in this [[collection]]; add it")],
    ),
    (
        "[[collection]]\nname = \"a\"\n",
        &[("3:1", "the collection a says of no files; give it files, or source and target, or pages")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{lang}/{path}.md\"\n",
        &[("5:15", "has {lang}, which stands for nothing; did you mean {locale}?")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{path}.md\"\n",
        &[("5:9", "the template \"docs/{path}.md\" of files lacks {locale}")],
    ),
    (
        "[[collection]]\nname = \"a\"\nlocale_from = \"front-matter\"\nfiles = \"{locale}/{path}.md\"\n",
        &[("6:9", "remove one of them")],
    ),
    (
        "[[collection]]\nname = \"a\"\nlocale_from = \"front-matter\"\npages = \"p/{name}\"\n",
        &[("5:15", "goes with files only")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"../{locale}/{path}\"\n",
        &[("5:9", "\"../{locale}/{path}\" leads out of the project")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"/srv/{locale}/{path}\"\n",
        &[("5:9", "begins at the root of the disk")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"{locale}{path}\"\n",
        &[("5:18", "two placeholders with nothing between them")],
    ),
    (
        "[[collection]]\nname = \"a\"\nsource = \"{path}.md\"\n",
        &[("5:10", "the collection a has source but not target; add target")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"{locale}/{path}\"\n[[collection]]\nname = \"b\"\nfiles = \"{locale}/{name}\"\n",
        &[("6:1", "the collections b and a would both take")],
    ),
    ("[[keep]]\nreason = \"x\"\n", &[("3:1", "this [[keep]] is about no article; give it path or article")]),
    ("[[pair]]\nsource = \"a\"\ntarget = \"a\"\n", &[("5:10", "source and target are both a")]),
    ("[policy]\noutdated_from = \"minr\"\n", &[("4:17", "did you mean minor?")]),
    (
        "[policy]\nfail_on = [\"stale\"]\n",
        &[("4:12", "\"stale\" is no value of fail_on; choose one of: missing")],
    ),
    (
        "[policy]\ngrace_days = -1\n",
        &[("4:14", "grace_days = -1 is out of range; it must be from 0 to 36500")],
    ),
    ("[policy.coverage]\nes = 101\n", &[("4:6", "es = 101 is out of range; it must be from 0 to 100")]),
    (
        "[[notice]]\ntext = \"{targt} is not here\"\n",
        &[("4:8", "a slot {targt}; there are {target} and {served}")],
    ),
    ("ledger =\n", &[("3:9", "there is no value: ledger =; write one after the =")]),
    ("ledger = \"x\n", &[("3:10", "a text in quotes is not closed: \"x; close it on the same line")]),
    (
        "[policy]\nfail_on = [\"missing\"\ngrace_days = -1\n",
        &[
            ("4:11", "what fail_on opens here is not closed; put ] after its last value"),
            ("5:14", "grace_days = -1 is out of range"),
        ],
    ),
    ("ledger: \"x\"\n", &[("3:7", "between key and value stands =, not a colon: ledger: \"x\"")]),
    ("[policy\n", &[("3:1", "the heading [policy is not closed")]),
    ("<<<<<<< ours\n", &[("3:1", "the mark of a merge conflict")]),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"{locale}/*/{path}.md\"\n",
        &[("5:19", "has a *, which stands for nothing in a template; write {name}")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \".cotejo/x/{locale}/{path}.md\"\n",
        &[("5:9", "leads into .cotejo, where no article is looked for")],
    ),
    (
        "ledger = \"records\"\n[[collection]]\nname = \"a\"\nfiles = \"records/{locale}/{path}.md\"\n",
        &[("6:9", "leads into records, the folder of the records")],
    ),
    ("source = \"fr\"\n", &[("3:1", "source stands twice here; keep one")]),
    (
        "colour = 1\nledger = 2\n[[keep]]\npath = \"a[b\"\nlocales = [\"de\"]\n",
        &[
            ("3:1", "there is no key colour"),
            ("4:10", "ledger must be a text"),
            ("6:8", "\"a[b\" is no path pattern"),
            ("7:12", "\"de\" is none of the project's locales"),
        ],
    ),
];

#[test]
fn every_problem_is_told_at_once_with_place_and_mend() {
    for (text, expected) in BROKEN {
        let project = Project::with(&[("cotejo.toml", &format!("{HEAD}{text}"))]);
        for command in ["status", "pair"] {
            let run = project.run(&[command]);
            run.expect(2);
            assert_eq!(run.out, "", "{text}");
            let problems: Vec<&str> = run.err.lines().filter(|line| line.starts_with("error:")).collect();
            assert_eq!(problems.len(), expected.len(), "{text}\n{}", run.err);
            for (line, (place, words)) in problems.iter().zip(*expected) {
                assert!(line.contains(&format!("cotejo.toml:{place}")), "{text}\nnot at {place}: {line}");
                assert!(line.contains(words), "{text}\n{words:?} is not in: {line}");
            }
        }
    }
}

#[test]
fn the_hint_names_what_the_user_has() {
    let project = Project::with(&[("cotejo.toml", &format!("{HEAD}colour = 1\n"))]);
    let run = project.run(&["status"]);
    run.expect(2);
    assert!(run.err.contains("`cotejo init --dry-run` prints a file with every key"), "{}", run.err);
    assert!(!run.err.contains("schema"), "{}", run.err);
}

/// What follows [`HEAD`], and the place and words of each warning.
const IDLE: &[(&str, &[(&str, &str)])] = &[
    (
        "[[collection]]\nname = \"a\"\nfiles = \"doc/{locale}/{path}.md\"\n",
        &[(
            "5:9",
            "the template \"doc/{locale}/{path}.md\" of files matches no file: there is no folder doc/; did you mean docs/?",
        )],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/manual/{locale}/{path}.md\"\n",
        &[("5:9", "there is no folder docs/manual/; correct the template")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{locale}/{path}.mdx\"\n",
        &[("5:9", "it would take docs/en/page.mdx, and what is there looks like docs/en/a.md")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{locale}/{path}.md\"\nexclude = [\"docs/**\"]\n",
        &[("5:9", "exclude takes them away, as docs/en/a.md")],
    ),
    // Translations may be yet to come, but not in a folder that is there under another name.
    (
        "[[collection]]\nname = \"a\"\nsource = \"docs/en/{path}.md\"\ntarget = \"out/{locale}/{path}.md\"\n",
        &[],
    ),
    (
        "[[collection]]\nname = \"a\"\nsource = \"docs/en/{path}.md\"\ntarget = \"outs/{locale}/{path}.md\"\n\
         [[collection]]\nname = \"b\"\nsource = \"pages/{path}.md\"\ntarget = \"translated/{locale}/{path}.md\"\n",
        &[("9:10", "there is no folder pages/; did you mean page/?")],
    ),
    (
        "[[collection]]\nname = \"b\"\npages = \"page/{name}.txt\"\ntarget = \"dosc/{locale}/{path}.txt\"\n",
        &[("6:10", "there is no folder dosc/; did you mean docs/?")],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{locale}/{path}.md\"\n[[pair]]\nsource = \"docs/en/a.md\"\ntarget = \"docs/es/A.md\"\n\
         [[pair]]\nsource = \"docs/en/nowhere.md\"\ntarget = \"page/x.txt\"\n",
        &[
            (
                "8:10",
                "target of this [[pair]] names docs/es/A.md, which is not there; did you mean docs/es/a.md?",
            ),
            (
                "10:10",
                "source of this [[pair]] names docs/en/nowhere.md, which is not there; correct the path",
            ),
            ("11:10", "target of this [[pair]] names page/x.txt, which is in no collection"),
        ],
    ),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"docs/{locale}/{path}.md\"\n[[keep]]\npath = \"legal/**\"\n[[local]]\narticle = \"b/*\"\n\
         [[keep]]\npath = \"a/*\"\n[[keep]]\narticle = \"docs/en/*\"\n[[keep]]\narticle = \"a/a\"\n[[keep]]\npath = \"docs/*/b.md\"\narticle = \"a/a\"\n",
        &[
            ("7:8", "no article has a file that path = \"legal/**\" of this [[keep]] matches"),
            ("9:11", "no article has an id that article = \"b/*\" of this [[local]] matches"),
            ("11:8", "but ids of articles do; write article = \"a/*\""),
            ("13:11", "but paths of files do; write path = \"docs/en/*\""),
            ("17:8", "no article fits both path = \"docs/*/b.md\" and article"),
        ],
    ),
];

#[test]
fn what_is_named_and_not_there_is_warned_of_once_at_its_place() {
    for (text, expected) in IDLE {
        let project = Project::with(&[
            ("cotejo.toml", &format!("{HEAD}{text}")),
            ("docs/en/a.md", "# A house on a hill\n"),
            ("docs/es/a.md", "# Una casa en la colina\n"),
            ("docs/en/b.md", "# A river\n"),
            ("page/x.txt", "A page of text.\n"),
        ]);
        // The second `check` comes from what the first one kept.
        for command in [&["status"][..], &["pair"], &["check", "--fail-on", "none"], &["check"], &["check"]] {
            let run = project.run(command);
            assert!(run.code < 2, "{text}\n{}", run.err);
            let warnings: Vec<&str> =
                run.err.lines().filter(|line| line.starts_with("warning: cotejo.toml:")).collect();
            assert_eq!(warnings.len(), expected.len(), "{command:?}\n{text}\n{}", run.err);
            for (line, (place, words)) in warnings.iter().zip(*expected) {
                assert!(line.contains(&format!("cotejo.toml:{place}: ")), "{text}\nnot at {place}: {line}");
                assert!(line.contains(words), "{text}\n{words:?} is not in: {line}");
            }
        }
    }
}

#[test]
fn the_sums_that_status_keeps_do_not_silence_a_warning() {
    let text = format!(
        "{HEAD}[[collection]]\nname = \"a\"\nfiles = \"docs/{{locale}}/{{path}}.md\"\n[[keep]]\npath = \"x/**\"\n"
    );
    let project = Project::with(&[("cotejo.toml", &text)]);
    for n in 0..60 {
        project.write(&format!("docs/en/{n}.md"), "# A house on a hill\n");
    }
    for _ in 0..3 {
        let run = project.run(&["status"]);
        run.expect(0);
        assert!(run.err.contains("cotejo.toml:7:8: no article has a file"), "{}", run.err);
    }
}

#[test]
fn problems_are_told_in_each_language() {
    let text = format!("{HEAD}ledgr = \"x\"\n[[collection]]\nname = \"a\"\n[policy]\ngrace_days = \"x\"\n");
    let project = Project::with(&[("cotejo.toml", &text)]);
    for (lang, words) in [
        (
            "en",
            ["did you mean ledger?", "says of no files", "a whole number without quotes, and it is a text"],
        ),
        (
            "es",
            [
                "¿se quería decir ledger?",
                "no dice qué archivos tiene",
                "un número entero sin comillas, y es un texto",
            ],
        ),
        (
            "fr",
            [
                "fallait-il lire ledger\u{202f}?",
                "ne dit pas quels sont ses fichiers",
                "un nombre entier sans guillemets, et c’est un texte",
            ],
        ),
    ] {
        let run = project.run(&["--lang", lang, "status"]);
        run.expect(2);
        for words in words {
            assert!(run.err.contains(words), "{lang}: {words:?} is not in\n{}", run.err);
        }
        assert!(!run.err.contains("config-problem"), "{}", run.err);
    }
}

#[test]
fn every_code_key_table_and_piece_of_evidence_has_its_message_in_each_language() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        assert_eq!(messages.faults(), &[] as &[String]);
        let mut ids: Vec<(String, &[&'static str])> = Vec::new();
        ids.extend(CODES.iter().map(|(code, args)| (format!("config-problem-{code}"), *args)));
        ids.extend(EVIDENCE.iter().map(|(code, args)| (format!("guess-{code}"), *args)));
        for table in keys::tables() {
            if !table.name.is_empty() {
                ids.push((format!("config-table-{}", table.name.replace('.', "-")), &[]));
            }
            ids.extend(table.keys.iter().map(|key| (key.message(table), &[] as &[&'static str])));
        }
        let mut texts = BTreeSet::new();
        for (id, args) in &ids {
            assert!(messages.has(id), "{} lacks {id}", language.tag());
            let given: Vec<(&'static str, Value)> =
                args.iter().map(|name| (*name, Value::from(format!("<{name}>")))).collect();
            let text = messages.get(id, &given);
            // Words that choose a form are not shown as they are.
            for name in args.iter().filter(|name| !matches!(**name, "expected" | "found" | "table")) {
                assert!(
                    text.contains(&format!("<{name}>")),
                    "{} {id} does not say its {name}: {text}",
                    language.tag()
                );
            }
            assert!(!text.contains("{$"), "{text}");
            if !id.starts_with("config-key") {
                texts.insert(text);
            }
        }
        assert!(texts.len() > 60, "messages are told apart: {}", texts.len());
    }
}

#[test]
fn paths_that_lead_out_of_the_project_are_refused_wherever_they_stand() {
    for (line, key) in [
        ("ledger = \"%\"", "ledger"),
        ("[[collection]]\nname = \"a\"\nfiles = \"%/{locale}/{path}.md\"", "files"),
        (
            "[[collection]]\nname = \"a\"\nsource = \"%/{path}.md\"\ntarget = \"t/{locale}/{path}.md\"",
            "source",
        ),
        (
            "[[collection]]\nname = \"a\"\nsource = \"s/{path}.md\"\ntarget = \"%/{locale}/{path}.md\"",
            "target",
        ),
        ("[[collection]]\nname = \"a\"\npages = \"%/{name}.txt\"", "pages"),
        (
            "[[collection]]\nname = \"a\"\npages = \"p/{name}.txt\"\n[[collection.page]]\nfile = \"%/x.txt\"",
            "file",
        ),
        ("[[pair]]\nsource = \"%/a\"\ntarget = \"b\"", "source"),
        ("[[pair]]\nsource = \"a\"\ntarget = \"%/b\"", "target"),
    ] {
        for out in ["..", "a/../..", "/etc", "~/x", "C:/x", "."] {
            let project = Project::with(&[("cotejo.toml", &format!("{HEAD}{}\n", line.replace('%', out)))]);
            let run = project.run(&["status"]);
            run.expect(2);
            assert!(run.err.contains(&format!("{key}: \"{out}")), "{line} {out}: {}", run.err);
            assert!(run.err.contains("below the folder of cotejo.toml"), "{}", run.err);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_out_of_the_project_is_not_read_and_said_so() {
    let outer = Project::with(&[("es/a.md", "SECRET\n"), ("en/a.md", "SECRET\n")]);
    let project = Project::with(&[(
        "cotejo.toml",
        &format!("{HEAD}[[collection]]\nname = \"a\"\nfiles = \"docs/{{locale}}/{{path}}.md\"\n"),
    )]);
    std::os::unix::fs::symlink(outer.path(""), project.path("docs")).unwrap();
    for command in ["status", "pair"] {
        let run = project.run(&[command]);
        let all = format!("{}{}", run.out, run.err);
        assert!(all.contains("docs: a link leads out of the project"), "{all}");
        assert!(!all.contains("a.md") && !all.contains("SECRET"), "{all}");
    }
}

#[test]
fn a_configuration_that_is_no_text_is_told_with_its_line() {
    let project = Project::empty();
    project.write("cotejo.toml", b"source = \"en\"\n# caf\xe9\n");
    let run = project.run(&["status"]);
    run.expect(2);
    assert!(run.err.contains("cotejo.toml:2:6:"), "{}", run.err);
    assert!(run.err.contains("hint: in an editor"), "{}", run.err);
    project.write("cotejo.toml", "#".repeat((1 << 20) + 1));
    let run = project.run(&["status"]);
    run.expect(2);
    assert!(run.err.contains("too large"), "{}", run.err);
}

#[test]
fn a_key_with_an_escape_can_not_steer_the_terminal() {
    let project = Project::with(&[("cotejo.toml", &format!("{HEAD}\"a\\u001b[31m\" = 1\n"))]);
    let run = project.run(&["status"]);
    run.expect(2);
    assert!(!run.err.contains('\u{1b}'), "{}", run.err);
    assert!(read(HEAD).is_ok(), "the head alone is good");
}

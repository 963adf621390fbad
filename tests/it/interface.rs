//! The interface speaks the user's language, and nothing else reaches what programs read.

use std::collections::BTreeSet;

use clap::{Arg, Command};
use cotejo::config::keys;
use cotejo::domain::gate::RULES;
use cotejo::messages::{Language, Messages};
use unicode_width::UnicodeWidthStr;

use crate::harness::{Project, Ran};

const LANGS: [&str; 4] = ["en", "es", "fr", "en-XA"];

/// The command line as it is defined, its global options handed down.
fn tree() -> Command {
    let mut command = cotejo::cli::command(&Messages::new(Language::En));
    command.build();
    command
}

fn verbs() -> Vec<String> {
    let verbs: Vec<String> = tree().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    assert!(verbs.len() >= 9, "{verbs:?}");
    verbs
}

/// The options of a command and of those below it, by its words.
fn options(command: &Command, words: &str, all: &mut Vec<(String, Vec<String>)>) {
    let below: Vec<&Command> = command.get_subcommands().filter(|sub| sub.get_name() != "help").collect();
    for sub in &below {
        options(sub, format!("{words} {}", sub.get_name()).trim_start(), all);
    }
    if below.is_empty() {
        let own = command.get_arguments().filter(|arg| !arg.is_global_set());
        all.push((words.to_owned(), own.filter_map(|arg| arg.get_long()).map(str::to_owned).collect()));
    }
}

#[test]
fn the_readme_lists_the_options_there_are() {
    let readme = include_str!("../../README.md");
    let (_, section) = readme.split_once("### Options\n").expect("a section of options");
    let section = section.split("\n### ").next().unwrap_or_default();
    let mut all = Vec::new();
    options(&tree(), "", &mut all);
    assert!(all.len() >= 20, "{all:?}");
    for (words, options) in all {
        let cells: Vec<String> = options.iter().map(|option| format!("`--{option}`")).collect();
        let cells = if cells.is_empty() { "–".to_owned() } else { cells.join(", ") };
        let line = format!("| `{words}` | {cells} |");
        assert!(section.lines().any(|one| one == line), "README lacks the line\n{line}");
    }
}

fn values(arg: &Arg) -> Vec<String> {
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

fn formats(verb: &str) -> Vec<String> {
    let tree = tree();
    let command = tree.find_subcommand(verb).unwrap();
    command.get_arguments().find(|arg| arg.get_id() == "format").map(values).unwrap_or_default()
}

/// A run of every command on this repository's own articles, in every format it has.
fn runs() -> Vec<Vec<String>> {
    let mut runs = Vec::new();
    for verb in verbs() {
        let rest: &[&str] = match verb.as_str() {
            "inspect" => &["seeds/000_a993cfb2819e14f5.txt", "seeds/004_9924008ce1039be1.txt"],
            "accept" => &["--all", "--dry-run"],
            "init" => &["--dry-run"],
            "glossary" => &["find"],
            "status" | "pair" => &["--rows"],
            "pull" => &["--locale", "fr", "--count"],
            "push" => &["seeds/NOTICE.md"],
            "memory" => &["--locale", "fr", "--output", "memory.tmx"],
            "note" => &["newsroom/000_a993cfb2819e14f5"],
            _ => &[],
        };
        // The formats of `pull` are of the files that it writes, and `push` needs one of those.
        let formats = if ["pull", "push"].contains(&verb.as_str()) { Vec::new() } else { formats(&verb) };
        let line = || std::iter::once(verb.clone()).chain(rest.iter().map(|arg| (*arg).to_owned()));
        if formats.is_empty() {
            runs.push(line().collect());
        }
        for format in formats {
            runs.push(line().chain(["--format".to_owned(), format]).collect());
        }
    }
    runs
}

fn run_in(project: &mut Project, lang: &str, args: &[String]) -> Ran {
    project.vars.insert("COTEJO_LANG".to_owned(), lang.to_owned());
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    project.run(&args)
}

/// Command lines that go wrong in every way that the parser and the commands know.
const WRONG: [&[&str]; 54] = [
    &[],
    &["stauts"],
    &["qqqqqq"],
    &["status", "--qqqqqq"],
    &["status", "--colection", "qqqqqq"],
    &["status", "-q"],
    &["status", "qqqqqq"],
    &["status", "--locale"],
    &["status", "--locale", "no-locale-at-all"],
    &["status", "--locale", "de"],
    &["status", "--verdict", "qqqqqq"],
    &["status", "--collection", "qqqqqq"],
    &["status", "--path", "a[b"],
    &["status", "--path", "a{b"],
    &["status", "--path", "[b-a]"],
    &["status", "--format", "qqqqqq"],
    &["status", "--format", "jsno"],
    &["status", "--format", "json", "--format", "csv"],
    &["status", "--rows=qqqqqq"],
    &["status", "--now", "qqqqqq"],
    &["status", "-C", "qqqqqq"],
    &["inspect"],
    &["inspect", "qqqqqq.txt"],
    &["inspect", "-", "-"],
    &["inspect", "seeds", "--source", "qqqqqq"],
    &["help", "stauts"],
    &["help", "qqqqqq"],
    &["help", "glossary", "imprt"],
    &["glossary"],
    &["glossary", "fnid"],
    &["glossary", "find", "--locale", "es"],
    &["glossary", "import"],
    &["glossary", "import", "seeds/NOTICE.md"],
    &["glossary", "import", "seeds/NOTICE.md", "--encoding", "qqqqqq"],
    &["glossary", "export"],
    &["glossary", "export", "--format", "cotejo"],
    &["glossary", "check", "qqqqqq"],
    &["glossary", "check", "--fail-on", "qqqqqq"],
    &["glossary", "suggest", "qqqqqq", "es"],
    &["glossary", "suggest", "qqqqqq"],
    &["glossary", "lint", "--glossary", "qqqqqq"],
    &["glossary", "extract", "qqqqqq"],
    &["glossary", "extract", "--least", "0"],
    &["glossary", "find", "--locale", "es", "--glossary", "qqqqqq", "seeds/NOTICE.md"],
    &["glossary", "find", "--locale", "es", "--glossary", "seeds/NOTICE.md", "seeds/NOTICE.md"],
    &["pull", "--count"],
    &["pull", "--locale", "es", "--since", "qqqqqq"],
    &["pull", "--release", "qqqqqq"],
    &["pull", "--locale", "en"],
    &["memory", "--locale", "de"],
    &["push", "qqqqqq.xlf"],
    &["push", "seeds"],
    &["note", "qqqqqq", "qqqqqq"],
    &["note", "newsroom/000_a993cfb2819e14f5", "qqqqqq", "--unit", "999"],
];

/// What may stand in plain letters: what is typed, and what the project's files say.
struct Plain {
    tokens: BTreeSet<String>,
    phrases: Vec<String>,
    folder: String,
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Plain {
    fn of(project: &Project) -> Self {
        let mut tokens = BTreeSet::from(["cotejo".to_owned(), env!("CARGO_PKG_VERSION").to_owned()]);
        let tree = tree();
        let below = tree.get_subcommands().flat_map(Command::get_subcommands);
        for command in tree.get_subcommands().chain([&tree]).chain(below) {
            tokens.insert(command.get_name().to_owned());
            for arg in command.get_arguments() {
                tokens.extend(arg.get_long().map(|long| format!("--{long}")));
                tokens.extend(values(arg));
            }
        }
        // What a value may be, and the name of the rule that found the notice.
        tokens.extend(keys::GATES.iter().map(|gate| (*gate).to_owned()));
        tokens.extend(RULES.iter().map(|rule| rule.code.to_owned()));
        // The column that a table of terms has to have.
        tokens.extend(["current".to_owned(), "pair-es".to_owned(), "concept".to_owned()]);
        let folder = project.path("").canonicalize().unwrap();
        let folder = folder.to_string_lossy().trim_end_matches('/').to_owned();
        let mut phrases = Vec::new();
        for (path, bytes) in project.tree() {
            let stem = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or(&path);
            tokens.insert(format!("newsroom/{stem}"));
            tokens.insert(path.clone());
            tokens.extend(path.split(['/', '.']).map(str::to_owned));
            tokens.extend(path.rsplit('/').next().map(str::to_owned));
            let text = String::from_utf8_lossy(&bytes).into_owned();
            phrases.extend(text.lines().map(one_blank).filter(|line| line.len() >= 12));
        }
        tokens.insert("newsroom".to_owned());
        // Who accepted, as this repository's records name them.
        phrases.push("The cotejo contributors".to_owned());
        // The date that changes below, as the cause of the change quotes it.
        phrases.push("24-25 April 2014".to_owned());
        // The longest first, since one may begin another.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        Plain { tokens, phrases, folder }
    }

    /// Where the line quotes the project's files, and how long: the longest quotation in it.
    fn quoted(&self, line: &str) -> Option<(usize, usize)> {
        let lengths = self.phrases.iter().filter_map(|phrase| {
            let head: String = phrase.chars().take(12).collect();
            let at = line.find(&head)?;
            let pairs = line[at..].chars().zip(phrase.chars());
            Some((at, pairs.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()))
        });
        lengths.max_by_key(|(_, length)| *length)
    }

    /// The words of three plain letters or more that came from nowhere.
    fn strays(&self, text: &str, args: &[String]) -> BTreeSet<String> {
        let mut strays = BTreeSet::new();
        for line in text.lines() {
            // A command to GitHub, and a line of the configuration that init proposes.
            let line = match line.strip_prefix("::") {
                Some(command) => command.split_once("::").map_or("", |(_, message)| message),
                None => line,
            };
            let setting = line.trim_start_matches(['#', ' ']);
            let key = setting.split(" = ").next().unwrap_or_default();
            if setting.contains(" = ") && key.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
                continue;
            }
            if setting.starts_with("[[") || (setting.starts_with('[') && setting.ends_with(']')) {
                continue;
            }
            let mut line = one_blank(&line.replace(&self.folder, " "));
            for slot in
                ["{locale}", "{name}", "{path}", "{target}", "{served}", "<del>", "</del>", "<ins>", "</ins>"]
            {
                line = line.replace(slot, "");
            }
            while let Some((at, length)) = self.quoted(&line) {
                line.replace_range(at..at + length, " ");
            }
            for token in line.split(|c: char| c.is_whitespace() || "()[]<>{},;:\"'“”«»…·|!?`".contains(c))
            {
                let token = token.trim_matches('.').trim_start_matches('/');
                let mut letters = 0;
                let long = token.chars().any(|c| {
                    letters = if c.is_ascii_alphabetic() { letters + 1 } else { 0 };
                    letters >= 3
                });
                let typed = args.iter().any(|arg| arg.split('=').any(|part| part == token) || arg == token);
                let parts = token.split('/').map(|part| part.trim_start_matches('.'));
                let path = token.contains('/')
                    && parts.into_iter().all(|part| self.tokens.contains(part) || part.is_empty());
                // The id by which a finding is ignored.
                let id = token.len() == 12 && token.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                if long && !typed && !path && !id && !self.tokens.contains(token) {
                    strays.insert(token.to_owned());
                }
            }
        }
        strays
    }
}

/// The text without the token by which GitHub's commands are stopped and resumed: a hash.
fn unfenced(text: &str) -> String {
    match text.lines().find_map(|line| line.strip_prefix("::stop-commands::")) {
        Some(token) => text.replace(token, ""),
        None => text.to_owned(),
    }
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_owned()).collect()
}

#[test]
fn no_text_comes_from_outside_the_catalogues() {
    let mut project = Project::own();
    let plain = Plain::of(&project);
    project.edit("seeds/000_a993cfb2819e14f5.txt", "Lima, 24-25 April 2014", "Lima, 24-25 April 2015");
    let mut lines = runs();
    lines.extend(WRONG.iter().map(|args| owned(args)));
    for verb in verbs() {
        lines.push(vec![verb.clone(), "--help".to_owned()]);
        lines.push(vec!["help".to_owned(), verb]);
    }
    for below in ["find", "import", "export", "check", "apply", "suggest", "extract", "lint"] {
        lines.push(owned(&["glossary", below, "--help"]));
    }
    lines.extend([owned(&["--help"]), owned(&["-h"]), owned(&["--version"]), owned(&["--lang", "tlh"])]);
    let mut found = Vec::new();
    for args in lines {
        // JSON, CSV, SARIF and XML are for programs; what they hold of text is looked at elsewhere.
        if args.iter().any(|arg| ["json", "csv", "sarif", "junit", "html"].contains(&arg.as_str())) {
            continue;
        }
        let ran = run_in(&mut project, "en-XA", &args);
        assert!(!ran.out.is_empty() || !ran.err.is_empty(), "{args:?} says nothing");
        let strays = plain.strays(&unfenced(&format!("{}\n{}", ran.out, ran.err)), &args);
        if !strays.is_empty() {
            found.push(format!("{args:?}: {strays:?}\n{}{}", ran.out, ran.err));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn plain_words_are_seen() {
    // The test above must be able to fail.
    let project = Project::own();
    let plain = Plain::of(&project);
    let strays = plain.strays("éŕŕóŕ: not found (status) --rows seeds/NOTICE.md", &[]);
    assert_eq!(strays, BTreeSet::from(["not".to_owned(), "found".to_owned()]));
}

#[test]
fn every_wrong_line_is_explained_in_the_language_asked_for() {
    let mut project = Project::own();
    for args in WRONG {
        let said: Vec<Ran> = LANGS[..3].iter().map(|lang| run_in(&mut project, lang, &owned(args))).collect();
        for (ran, label) in said.iter().zip(["error: ", "error: ", "erreur\u{a0}: "]) {
            assert_eq!(ran.code, 2, "{args:?}\n{}{}", ran.out, ran.err);
            assert!(ran.err.starts_with(label), "{args:?}: {}", ran.err);
            // No id of a message in a message's place.
            assert!(!ran.err.contains("args-") && !ran.err.contains("bad-"), "{args:?}: {}", ran.err);
        }
        assert!(said[0].err != said[1].err && said[1].err != said[2].err, "{args:?}: {}", said[0].err);
    }
}

#[test]
fn an_error_names_what_was_typed_and_what_to_do() {
    let project = Project::own();
    for (args, says) in [
        (vec!["stauts"], "did you mean status? See cotejo --help"),
        (vec!["status", "--colection", "x"], "did you mean --collection? See cotejo status --help"),
        (
            vec!["glossary", "find", "--localle", "es"],
            "did you mean --locale? See cotejo glossary find --help",
        ),
        (vec!["glossary", "lint", "--fail-on"], "cotejo glossary lint --help"),
        (vec!["glossary", "fnid"], "did you mean find? See cotejo glossary --help"),
        (vec!["status", "extra"], "extra is one argument too many"),
        (vec!["status", "--locale"], "--locale <LOCALE> needs a value"),
        (vec!["status", "--format", "jsno"], "choose one of: text, json, csv, markdown"),
        (vec!["status", "--format", "jsno"], "did you mean json?"),
        (vec!["status", "--format", "json", "--format", "csv"], "--format <FORMAT> is given twice"),
        (vec!["status", "--rows=3"], "--rows takes no value; leave out \"3\""),
        (vec!["status", "--verdict", "stale"], "there are the verdicts current, outdated, partial"),
        (vec!["status", "--lang", "tlh"], "the interface speaks en, es, fr"),
        (vec!["help", "stauts"], "did you mean status? See cotejo help status"),
        (vec!["help", "qqqqqq"], "there is no command qqqqqq"),
        (vec!["help", "glossary", "imprt"], "did you mean glossary import? See cotejo help glossary import"),
        (vec!["help", "status", "import"], "there is no command status import"),
    ] {
        let ran = project.run(&args);
        ran.expect(2);
        assert!(ran.err.contains(says), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_language_that_is_not_spoken_is_an_error_in_the_one_that_is() {
    let mut project = Project::own();
    for (lang, says) in [
        ("es", "error: «tlh» no es un valor de --lang <IDIOMA>: la interfaz habla en, es, fr\n"),
        (
            "fr",
            "erreur\u{a0}: «\u{a0}tlh\u{a0}» n’est pas une valeur de --lang <LANGUE>\u{a0}: l’interface parle en, es, fr\n",
        ),
        ("de", "error: \"tlh\" is no value for --lang <LOCALE>: the interface speaks en, es, fr\n"),
    ] {
        let ran = run_in(&mut project, lang, &owned(&["status", "--lang", "tlh"]));
        ran.expect(2);
        assert!(ran.err.starts_with(says), "{}", ran.err);
    }
}

#[test]
fn the_first_choice_that_is_made_decides_the_language() {
    let en = "Usage:";
    let (es, fr) = ("Uso:", "Usage\u{a0}:");
    for (args, vars, says) in [
        (vec![], vec![], en),
        (vec!["--lang", "es"], vec![("COTEJO_LANG", "fr"), ("LC_ALL", "en"), ("LANG", "en")], es),
        (vec!["--lang=fr"], vec![("COTEJO_LANG", "es")], fr),
        (vec![], vec![("COTEJO_LANG", "es"), ("LC_ALL", "fr_FR.UTF-8")], es),
        (vec![], vec![("LC_ALL", "fr_CA.UTF-8"), ("LC_MESSAGES", "es_ES"), ("LANG", "es_ES")], fr),
        (vec![], vec![("LC_MESSAGES", "es_GT"), ("LANG", "fr_FR")], es),
        (vec![], vec![("LANG", "fr_FR@euro")], fr),
        (vec![], vec![("LC_ALL", ""), ("LANG", "es")], es),
        (vec![], vec![("LC_ALL", "C"), ("LANG", "es")], en),
        (vec![], vec![("LC_ALL", "de_DE.UTF-8"), ("LANG", "es_ES.UTF-8")], en),
        // What COTEJO_LANG names and nobody speaks is a slip: the system's locale stands.
        (vec![], vec![("COTEJO_LANG", "tlh"), ("LANG", "fr")], fr),
        (vec![], vec![("COTEJO_LANG", "xx"), ("LC_ALL", "es_ES.UTF-8"), ("LANG", "fr")], es),
        (vec![], vec![("COTEJO_LANG", "xx"), ("LC_ALL", "de_DE"), ("LANG", "fr")], en),
    ] {
        let mut project = Project::empty();
        project.vars.extend(vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let mut line = vec!["--help"];
        line.extend(&args);
        let ran = project.run(&line);
        let shown = ran.expect(0).lines().any(|line| line.starts_with(says));
        assert!(shown, "{args:?} {vars:?}:\n{}", ran.out);
    }
}

#[test]
fn help_of_a_command_is_the_same_both_ways_and_fits_the_terminal() {
    let mut project = Project::empty();
    for lang in LANGS {
        for verb in verbs() {
            let one = run_in(&mut project, lang, &[verb.clone(), "--help".to_owned()]);
            let other = run_in(&mut project, lang, &["help".to_owned(), verb.clone()]);
            assert_eq!(one.expect(0), other.expect(0), "{lang} {verb}");
            assert!(one.out.contains(&format!("cotejo {verb}")), "{}", one.out);
            for id in ["help-", "value-"] {
                let shown = one.out.split_whitespace().any(|word| word.starts_with(id));
                assert!(!shown, "{lang} {verb}: an id stands for a text\n{}", one.out);
            }
            for line in one.out.lines() {
                // A code of a value list can't be broken; everything else can.
                assert!(line.width() <= 80, "{lang} {verb}: {line}");
            }
        }
        for below in ["import", "find"] {
            let one = run_in(&mut project, lang, &owned(&["glossary", below, "--help"]));
            let other = run_in(&mut project, lang, &owned(&["help", "glossary", below]));
            assert_eq!(one.expect(0), other.expect(0), "{lang} {below}");
        }
        let whole = run_in(&mut project, lang, &["--help".to_owned()]);
        assert_eq!(whole.expect(0), run_in(&mut project, lang, &["help".to_owned()]).expect(0));
        for verb in verbs() {
            assert!(whole.out.lines().any(|line| line.trim_start().starts_with(&verb)), "{}", whole.out);
        }
    }
}

#[test]
fn what_programs_read_is_in_no_language() {
    let mut project = Project::own();
    let mut seen = 0;
    for args in runs() {
        if !args.iter().any(|arg| ["json", "csv"].contains(&arg.as_str())) {
            continue;
        }
        // What check found is told in words beside its codes.
        if args[0] == "check" {
            continue;
        }
        let english = run_in(&mut project, "en", &args);
        assert!(!english.out.is_empty(), "{args:?}: {}", english.err);
        for lang in LANGS {
            assert_eq!(run_in(&mut project, lang, &args).out, english.out, "{args:?} in {lang}");
        }
        seen += 1;
    }
    assert!(seen >= 3, "only {seen} formats were looked at");
    let line = "{\"id\":1,\"text\":\"The Council met in Brussels on Monday to talk about customs.\"}\nno\n";
    let answers: BTreeSet<String> = LANGS
        .iter()
        .map(|lang| project.run_with(&["inspect", "--jsonl", "--lang", lang], line.as_bytes()).out)
        .collect();
    assert_eq!(answers.len(), 1, "{answers:#?}");
}

#[test]
fn no_isolation_marks_anywhere() {
    const MARKS: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    for lang in LANGS {
        let mut project = Project::own();
        let mut lines = runs();
        lines.extend(WRONG.iter().map(|args| owned(args)));
        lines.push(owned(&["accept", "--all"]));
        for args in lines {
            let ran = run_in(&mut project, lang, &args);
            assert!(!ran.out.contains(MARKS) && !ran.err.contains(MARKS), "{lang} {args:?}");
        }
        for (path, bytes) in project.tree() {
            assert!(!String::from_utf8_lossy(&bytes).contains(MARKS), "{lang}: {path}");
        }
    }
    let mut project = Project::with(&[("en/a.md", "# One\n\nText.\n"), ("es/a.md", "# Uno\n\nTexto.\n")]);
    for lang in LANGS {
        run_in(&mut project, lang, &owned(&["init"]));
        if let Some(bytes) = project.tree().get("cotejo.toml") {
            assert!(!String::from_utf8_lossy(bytes).contains(MARKS), "{lang}");
            std::fs::remove_file(project.path("cotejo.toml")).unwrap();
        }
    }
}

#[test]
fn eighty_columns_are_enough_in_every_language() {
    let mut project = Project::own();
    for lang in &LANGS[..3] {
        for verb in ["status", "inspect", "pair", "accept", "pull"] {
            let args: Vec<String> = runs().into_iter().find(|args| args[0] == verb).unwrap();
            let ran = run_in(&mut project, lang, &args);
            for line in ran.expect(0).lines() {
                assert!(line.width() <= 80, "{lang} {verb}: {line}");
            }
        }
    }
}

#[test]
fn numbers_and_shares_are_written_as_the_language_writes_them() {
    let mut text = String::from("# Report\n");
    for number in 0..2500 {
        text.push_str(&format!("\nParagraph {number} of the yearly report on trade and its rules.\n"));
    }
    let toml =
        "source = \"en\"\ntargets = [\"es\"]\n[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}.md\"\n";
    let mut project = Project::with(&[("cotejo.toml", toml), ("en/report.md", &text)]);
    for (lang, grouped) in [("en", "2,501"), ("es", "2501"), ("fr", "2\u{202f}501")] {
        let ran = run_in(&mut project, lang, &owned(&["status"]));
        assert!(ran.expect(0).contains(grouped), "{lang}: {}", ran.out);
        let percent = if lang == "en" { "0%" } else { "0\u{a0}%" };
        assert!(ran.out.contains(percent), "{lang}: {}", ran.out);
    }
    for (lang, grouped) in [("en", "27,501"), ("es", "27\u{202f}501"), ("fr", "27\u{202f}501")] {
        let ran = run_in(&mut project, lang, &owned(&["status"]));
        assert!(ran.out.contains(grouped), "{lang}: {}", ran.out);
    }
}

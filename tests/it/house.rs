//! The house is as its plan says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use cotejo::config::keys;
use cotejo::domain::change::ChangeClass;
use cotejo::domain::document::BlockKind;
use cotejo::domain::gate::RULES;
use cotejo::domain::locale::Locale;
use cotejo::domain::record::LinkState;
use cotejo::domain::termbase::{Status, lint, usage};
use cotejo::domain::verdict::Verdict;
use cotejo::messages::{self, Language, Messages};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(home().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in the first column of a page's tables, backticks off.
fn listed(page: &str) -> BTreeSet<String> {
    page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).map(str::to_owned).collect()
}

#[test]
fn architecture_lists_the_modules_there_are() {
    let listed = listed(&read("ARCHITECTURE.md"));
    let names = |folder: &str| -> BTreeSet<String> {
        fs::read_dir(home().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_stem().is_some_and(|stem| stem != "mod" && stem != "lib"))
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    let mut there: BTreeSet<String> = names("src")
        .into_iter()
        .map(|name| if name.ends_with(".rs") { format!("src/{name}") } else { format!("src/{name}/") })
        .collect();
    there.extend(names("src/domain").into_iter().map(|name| name.trim_end_matches(".rs").to_owned()));
    assert_eq!(listed, there);
}

#[test]
fn the_domain_compiles_alone() {
    let folder = tempfile::tempdir().unwrap();
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let all = manifest["dependencies"].as_table().unwrap();
    // What pure code may use: texts, numbers, hashes. No clap, no JSON, no threads, no files.
    let allowed = [
        "aho-corasick",
        "blake3",
        "encoding_rs",
        "icu_segmenter",
        "jiff",
        "memchr",
        "rustc-hash",
        "serde",
        "similar",
        "unic-langid",
        "unicode-normalization",
        "unicode-segmentation",
        "url",
        "whatlang",
    ];
    let mut own = toml::Table::new();
    for name in allowed {
        if let Some(value) = all.get(name) {
            own.insert(name.to_owned(), value.clone());
        }
    }
    let mut crate_ = toml::Table::new();
    let package = toml::toml! { name = "domain-alone" version = "0.0.0" edition = "2024" };
    crate_.insert("package".to_owned(), package.into());
    crate_.insert("dependencies".to_owned(), own.into());
    crate_.insert("workspace".to_owned(), toml::Table::new().into());
    fs::write(folder.path().join("Cargo.toml"), crate_.to_string()).unwrap();
    fs::copy(home().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    let domain = home().join("src/domain/mod.rs");
    fs::write(folder.path().join("src/lib.rs"), format!("#[path = {domain:?}]\npub mod domain;\n")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet"])
        .current_dir(folder.path())
        .env("CARGO_TARGET_DIR", home().join("target/domain-alone"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The messages of a catalogue with the names of their variables.
fn variables(catalogue: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (area, text) in catalogue {
        let resource =
            fluent_syntax::parser::parse(*text).unwrap_or_else(|(_, errors)| panic!("{area}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut names = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    in_pattern(pattern, &mut names);
                }
                let before = found.insert(message.id.name.to_owned(), names);
                assert!(before.is_none(), "{area}: {} stands twice", message.id.name);
            }
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| in_pattern(&variant.value, names));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|inline| in_inline(inline, names));
        }
        _ => {}
    }
}

#[test]
fn every_message_stands_in_every_language_with_the_same_variables() {
    let english = variables(messages::EN);
    assert!(english.len() > 300, "only {} messages were read", english.len());
    for (tag, catalogue) in [("es", messages::ES), ("fr", messages::FR)] {
        let other = variables(catalogue);
        let lacking: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let stray: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(lacking.is_empty(), "{tag} lacks {lacking:?}");
        assert!(stray.is_empty(), "{tag} has what English lacks: {stray:?}");
        for (id, names) in &english {
            assert_eq!(names, &other[id], "{tag}: the variables of {id}");
        }
    }
}

#[test]
fn the_catalogues_load_without_faults() {
    for language in [Language::En, Language::Es, Language::Fr, Language::Pseudo] {
        assert!(Messages::new(language).faults().is_empty(), "{:?}", Messages::new(language).faults());
    }
}

/// The code of the program, tests left out.
fn code() -> String {
    let mut code = String::new();
    gather(&home().join("src"), &mut code);
    code
}

/// Every text between two quotation marks; more than the string literals, never less.
fn literals(code: &str) -> BTreeSet<&str> {
    code.split('"').collect()
}

/// What the code puts ids together from: `pair-files-` of `format!("pair-files-{name}")`.
fn families(code: &str) -> BTreeSet<String> {
    code.split("format!(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.split_once('{'))
        .map(|(family, _)| family.to_owned())
        .filter(|family| family.ends_with('-') && is_id(family.trim_end_matches('-')))
        .collect()
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The ids of the families whose members are listed somewhere: what there has to be, no less.
fn listed_ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut family = |head: &str, names: Vec<&str>| {
        assert!(!names.is_empty(), "{head}");
        ids.extend(names.into_iter().map(|name| format!("{head}{name}")));
    };
    family("verdict-", Verdict::ALL.map(Verdict::name).to_vec());
    family("bucket-", Verdict::ALL.map(Verdict::name).to_vec());
    family("block-", BlockKind::ALL.map(BlockKind::name).to_vec());
    family("class-", ChangeClass::ALL.map(ChangeClass::name).to_vec());
    family("pending-", ChangeClass::ALL.map(ChangeClass::name).to_vec());
    family("accept-links-", LinkState::ALL.map(LinkState::name).to_vec());
    family("config-problem-", cotejo::config::CODES.iter().map(|(code, _)| *code).collect());
    family("glossary-problem-", cotejo::interchange::terms_tsv::CODES.to_vec());
    family("glossary-problem-", cotejo::interchange::entry::CODES.to_vec());
    family("exchange-left-out-", cotejo::interchange::entry::LEFT_OUT.to_vec());
    family("exchange-unheld-", cotejo::interchange::entry::UNHELD.to_vec());
    family("term-status-", Status::ALL.iter().map(|status| status.name()).collect());
    family("push-problem-", cotejo::interchange::work::CODES.to_vec());
    family("finding-", RULES.iter().map(|rule| rule.code).collect());
    family("finding-", usage::Fault::ALL.map(usage::Fault::code).to_vec());
    family("finding-", lint::Fault::ALL.map(lint::Fault::code).to_vec());
    family("finding-", vec!["lint-table"]);
    // Whatever language a page may be found to be in has a name.
    let data = fs::read_dir(home().join("src/domain/language/data")).expect("the word lists");
    let names: Vec<String> = data
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".txt").map(ToOwned::to_owned))
        .collect();
    family("language-", names.iter().map(String::as_str).collect());
    family("rule-", RULES.iter().map(|rule| rule.code).collect());
    for table in keys::tables() {
        if !table.name.is_empty() {
            ids.insert(format!("config-table-{}", table.name.replace('.', "-")));
        }
        ids.extend(table.keys.iter().map(|key| key.message(table)));
    }
    ids
}

/// The ids that the help asks for: those it must have, and those it may have.
fn help_ids() -> (BTreeSet<String>, BTreeSet<String>) {
    let english = Messages::new(Language::En);
    let mut command = cotejo::cli::command(&english);
    command.build();
    let (mut must, mut may) = (BTreeSet::new(), BTreeSet::new());
    let mut commands = vec![(command.get_name().to_owned(), &command)];
    for verb in command.get_subcommands() {
        let name = verb.get_name();
        commands.push((name.to_owned(), verb));
        commands.extend(verb.get_subcommands().map(|below| (format!("{name}-{}", below.get_name()), below)));
    }
    for (name, verb) in commands {
        must.insert(format!("help-{name}"));
        may.insert(format!("help-{name}-long"));
        for arg in verb.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let own = format!("help-{name}-{id}");
            let global = format!("help-global-{id}");
            must.insert(if arg.is_global_set() || id == "version" { global } else { own });
        }
    }
    (must, may)
}

#[test]
fn every_message_is_used_and_every_one_used_is_there() {
    let code = code();
    let literals = literals(&code);
    let families = families(&code);
    let listed = listed_ids();
    let (help, help_too) = help_ids();
    let english = variables(messages::EN);
    let there: BTreeSet<&str> = english.keys().map(String::as_str).collect();

    let known_families = ["help-", "help-global-", "config-key-", "config-table-", "value-"];
    let unused: Vec<&str> = there
        .iter()
        .copied()
        .filter(|id| !literals.contains(id) && !listed.contains(*id))
        .filter(|id| !help.contains(*id) && !help_too.contains(*id))
        // A number, a name or the like that went, or came, where the id is of one that changed.
        .filter(|id| {
            let changed = id.strip_suffix("-gone").or_else(|| id.strip_suffix("-new"));
            !changed.is_some_and(|changed| changed.starts_with("cause-") && literals.contains(changed))
        })
        .filter(|id| id.strip_prefix("language-").is_none_or(|tag| tag.parse::<Locale>().is_err()))
        .filter(|id| match id.strip_prefix("value-") {
            Some(name) => !code.contains(&format!("value_name = \"{name}\"")),
            None => true,
        })
        .filter(|id| {
            // A member of a family without a list is used where its name stands in the code.
            !families
                .iter()
                .filter(|family| !known_families.contains(&family.as_str()))
                .filter_map(|family| id.strip_prefix(family.as_str()))
                .any(|name| literals.contains(name) || literals.contains(name.trim_end_matches("-hint")))
        })
        .collect();
    assert!(unused.is_empty(), "no code asks for {unused:?}");

    let lacking: Vec<&String> =
        listed.iter().chain(&help).filter(|id| !there.contains(id.as_str())).collect();
    assert!(lacking.is_empty(), "the catalogues lack {lacking:?}");

    // Ids that are asked for in so many words.
    let asked =
        ["Message::new(", "messages.text(", "messages.get(", "ui.text(", "ui.get(", "Value::Message("]
            .iter()
            .flat_map(|call| code.split(call).skip(1))
            .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
            .chain(literals.iter().copied().filter(|text| {
                ["args-", "cause-", "evidence-", "left-out-", "lock-", "record-", "step-", "trouble-"]
                    .iter()
                    .any(|head| text.starts_with(head))
            }));
    let lacking: BTreeSet<&str> = asked.filter(|id| is_id(id) && !there.contains(id)).collect();
    assert!(lacking.is_empty(), "the catalogues lack {lacking:?}");

    let named: BTreeSet<&str> =
        code.split("value_name = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let lacking: Vec<_> =
        named.iter().filter(|name| !there.contains(format!("value-{name}").as_str())).collect();
    assert!(!named.is_empty() && lacking.is_empty(), "the catalogues lack value names {lacking:?}");
}

/// The texts of a pattern, placeables left out, with the variants they stand in.
fn texts<'p>(pattern: &Pattern<&'p str>, under: Option<&'p str>, found: &mut Vec<(Option<&'p str>, String)>) {
    let mut whole = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => whole.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                whole.push('x');
                let zero = variants.iter().any(|variant| key(&variant.key) == "0");
                for variant in variants {
                    let name = key(&variant.key);
                    texts(&variant.value, (name == "one" && !zero).then_some(name).or(under), found);
                }
            }
            // Whatever it is, it stands for a word.
            PatternElement::Placeable { .. } => whole.push('x'),
        }
    }
    found.push((under, whole));
}

fn key<'p>(key: &VariantKey<&'p str>) -> &'p str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

#[test]
fn spanish_and_french_are_set_as_their_printers_set_them() {
    let mut faults = Vec::new();
    for (tag, catalogue) in [("es", messages::ES), ("fr", messages::FR)] {
        for (area, text) in catalogue {
            for entry in fluent_syntax::parser::parse(*text).unwrap().body {
                let Entry::Message(message) = entry else { continue };
                let mut found = Vec::new();
                texts(message.value.as_ref().unwrap(), None, &mut found);
                for (under, text) in found {
                    let characters: Vec<char> = text.chars().collect();
                    let fault = characters.windows(3).any(|three| match (tag, three) {
                        (_, [_, ' ', '%']) => true,
                        ("fr", [_, ' ', '!' | '?' | ';' | '»']) => true,
                        ("fr", [before, ' ', ':']) => before.is_alphanumeric(),
                        ("fr", [_, '«', after]) => *after != '\u{a0}',
                        ("fr", [before, '\'', after]) => before.is_alphabetic() && after.is_alphabetic(),
                        ("fr", [before, '!' | '?' | ';', after]) => {
                            before.is_alphabetic() && (after.is_whitespace() || *after == '.')
                        }
                        ("es", ['«', ' ', _] | [_, ' ', '»']) => true,
                        ("es", [_, ' ', ';' | ':' | '!' | '?']) => true,
                        _ => false,
                    });
                    // "0 mot" is in the same form as "1 mot", so the number must not be written out.
                    let one = tag == "fr" && under == Some("one") && text.contains('1');
                    if fault || one {
                        faults.push(format!("{tag}/{area}: {} = {text:?}", message.id.name));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn gather(folder: &Path, code: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().is_some_and(|stem| !stem.to_string_lossy().ends_with("tests"))
        {
            let text = fs::read_to_string(&path).unwrap();
            code.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(""));
        }
    }
}

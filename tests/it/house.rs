//! The house is as its plan says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cotejo::messages::{self, Language, Messages};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

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

/// Beginnings of ids that are put together from a code at run time; the codes are closed lists
/// with tests of their own.
const FAMILIES: [&str; 18] = [
    "block-",
    "bucket-",
    "cause-",
    "change-cause-",
    "class-",
    "config-key-",
    "config-problem-",
    "finding-",
    "guess-",
    "help-",
    "how-",
    "left-out-",
    "problem-",
    "record-",
    "rule-",
    "status-column-",
    "value-",
    "verdict-",
];

#[test]
fn every_message_is_used() {
    let mut code = String::new();
    gather(&home().join("src"), &mut code);
    let unused: Vec<_> = variables(messages::EN)
        .into_keys()
        .filter(|id| !FAMILIES.iter().any(|family| id.starts_with(family)))
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no code asks for {unused:?}");
}

fn gather(folder: &PathBuf, code: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

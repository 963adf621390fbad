//! `cotejo glossary extract`.

use serde_json::Value;

use super::harness::Project;

const SOURCE: &str = "The tide table of the Harbour Pilot Office (HPO) is new.\n\nA tide table is printed by the \
                      HPO.\n\nThe tide table of the HPO was sold to the Authorized Economic Operator.\n\nThe \
                      Authorized Economic Operator slept.\n";
const TARGET: &str = "La tabla de mareas de la Oficina de Prácticos del Puerto (OPP) es nueva.\n\nLa tabla de mareas \
                      la imprime la OPP.\n\nLa tabla de mareas de la OPP se vendió al Operador Económico \
                      Autorizado.\n\nEl Operador Económico Autorizado dormía.\n";

fn project() -> Project {
    let config = "source = \"en\"\ntargets = [\"es\"]\n\n[[collection]]\nname = \"news\"\nfiles = \"{locale}/{name}.txt\"\n";
    let table = "concept\ten\tes\naeo\tAuthorized Economic Operator\tOperador Económico Autorizado\n";
    Project::with(&[
        ("cotejo.toml", config),
        ("en/tides.txt", SOURCE),
        ("es/tides.txt", TARGET),
        ("terms.tsv", table),
    ])
}

fn terms(project: &Project, more: &[&str]) -> Vec<Value> {
    let args = [&["glossary", "extract", "--format", "json"], more].concat();
    let whole: Value = serde_json::from_str(project.run(&args).expect(0)).expect("the answer is JSON");
    whole["locales"][0]["terms"].as_array().expect("terms").clone()
}

#[test]
fn what_the_termbase_lacks_is_listed_with_how_it_is_said_in_translations() {
    let project = project();
    let found = terms(&project, &["--glossary", "terms.tsv"]);
    let of = |words: &str| found.iter().find(|term| term["words"] == words);
    let tides = of("tide table").unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(
        (&tides["count"], &tides["path"], &tides["line"]),
        (&3.into(), &"en/tides.txt".into(), &1.into())
    );
    assert_eq!(tides["equivalents"]["es"][0]["words"], "tabla de mareas");
    let office = of("HPO").unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!((&office["acronym"], &office["stands_for"]), (&true.into(), &"Harbour Pilot Office".into()));
    assert_eq!(office["equivalents"]["es"][0]["words"], "OPP");
    assert!(of("Authorized Economic Operator").is_none(), "the termbase has it");
    let without = terms(&project, &[]);
    assert!(without.iter().any(|term| term["words"] == "Authorized Economic Operator"), "{without:?}");
}

#[test]
fn the_list_is_the_same_in_each_format_and_ends_where_it_is_told() {
    let project = project();
    let all = terms(&project, &[]);
    assert!(all.len() > 2);
    let two = terms(&project, &["--limit", "2"]);
    assert_eq!(two, all[..2]);
    let run = project.run(&["glossary", "extract", "--format", "csv"]);
    let lines: Vec<&str> = run.expect(0).lines().collect();
    assert_eq!(lines[0], "locale,term,value,count,articles,stands_for,path,line,es");
    assert_eq!(lines.len(), all.len() + 1);
    let rare = terms(&project, &["--least", "3"]);
    assert!(!rare.is_empty() && rare.iter().all(|term| term["count"].as_u64() >= Some(3)));
    for line in project.run(&["glossary", "extract"]).expect(0).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

//! What `pull` wrote, worked on by gettext and by the translate-toolkit, and pushed back; and all of it
//! held against the schemas.

use std::path::Path;
use std::process::Command;

use crate::cycle::{FORMATS, filled};
use crate::harness::Project;
use crate::tools::{bounded, ended, tool, tools};

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\"]\n\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{path}.md\"\n";
const OLD: &str =
    "# Page\n\nThe town of Quito says **much** of its 40 things.\n\nIn Lima there is nothing.\n";
const OLD_ES: &str =
    "# Página\n\nLa ciudad de Quito dice **mucho** de sus 40 cosas.\n\nEn Lima no hay nada.\n";
/// One paragraph changed, the others are new; the last stays as it is.
const NEW: &str = "# Page\n\nThe town of Quito says **much** of its 41 things.\n\nIn Lima there is nothing.\n\n\
    In Sucre there is [a link](/x?a=1&b=2 \"so\") and `code` & “so” 5\u{a0}% < 41\\\nthings of *Sucre*, {0}.\n\n\
    - Item Managua with 7 things\n- Item Managua with 7 things\n\nNobody translates this one.\n";
const NEW_ES: &str = "# Página\n\nLa ciudad de Quito dice **mucho** de sus 41 cosas.\n\nEn Lima no hay nada.\n\n\
    En Sucre hay [un enlace](/x?a=1&b=2 \"so\") y `code` & «así» 5\u{a0}% < 41\\\ncosas de *Sucre*, {0}.\n\n\
    - Punto Managua con 7 cosas\n- Punto Managua con 7 cosas\n";

/// A page that is outdated, and the file that is handed out for it.
fn handed_out(format: &str) -> (Project, String) {
    let project = Project::with(&[("cotejo.toml", CONFIG), ("en/a.md", OLD), ("es/a.md", OLD_ES)]);
    project
        .write("glossary.csv", "concept,en,es,definition\ntown,town,ciudad,Where people live & \"work\"\n");
    project.run(&["accept", "--all"]).expect(0);
    project.write("en/a.md", NEW);
    project.run(&["note", "docs/a", "--text", "For the <front> page & more"]);
    project.run(&["pull", "--locale", "es", "--format", format, "--out", "to"]).expect(0);
    let is_file =
        |path: &String| path.starts_with("to/") && (format != "omegat" || path.contains("/source/"));
    let file = project.tree().into_keys().find(is_file).unwrap();
    (project, file)
}

fn wanted(source: &str) -> bool {
    ["Quito", "Sucre", "Managua"].iter().any(|name| source.contains(name))
}

/// What the tool wrote is taken; what nobody translated waits.
#[track_caller]
fn taken(project: &Project, file: &str) {
    let text = project.read(file);
    project.run(&["push", file]).expect(0);
    assert_eq!(project.read("es/a.md"), NEW_ES, "{text}");
    let ran = project.run(&["pull", "--locale", "es", "--count", "--again", "--counts", "json"]).json();
    assert_eq!(ran["packages"][0]["articles"][0]["open"], 1, "{ran:#}");
    let before = project.tree();
    project.run(&["push", file]).expect(0);
    assert_eq!(project.tree(), before);
}

fn xmllint(arguments: &[&str], schema: &Path, file: &Path) -> Option<()> {
    tool(Some(schema).filter(|path| path.exists()), "schemas in target/tools")?;
    let mut command = tool(bounded("xmllint"), "xmllint")?;
    ended(command.args(["--noout", "--nonet"]).args(arguments).arg(schema).arg(file));
    Some(())
}

#[test]
fn what_is_handed_out_is_valid_by_its_schemas_and_so_is_what_was_filled_in() {
    let schemas = tools().join("schemas");
    for (format, schema) in [
        ("xliff", "xliff-core-1.2-strict.xsd"),
        ("xliff2", "xliff-core-2.0.xsd"),
        ("omegat", "xliff-core-1.2-strict.xsd"),
    ] {
        let (project, file) = handed_out(format);
        let path = project.path(&file);
        if xmllint(&["--schema"], &schemas.join(schema), &path).is_none() {
            return;
        }
        project.write(&file, filled(format, &project.read(&file), &wanted));
        assert!(xmllint(&["--schema"], &schemas.join(schema), &path).is_some());
        taken(&project, &file);
        if format != "omegat" {
            continue;
        }
        let folder = path.parent().and_then(Path::parent).unwrap();
        for (kind, schema, file) in [
            ("--dtdvalid", "tmx14.dtd", "tm/auto/cotejo.tmx"),
            ("--schema", "filters.xsd", "omegat/filters.xml"),
        ] {
            assert!(xmllint(&[kind], &schemas.join(schema), &folder.join(file)).is_some());
        }
    }
}

#[test]
fn what_gettext_merged_sorted_and_wrapped_is_taken_back() {
    let (project, file) = handed_out("po");
    let template = project.path(&file);
    project.write("filled.po", filled("po", &project.read(&file), &wanted));
    let path = |name: &str| project.path(name);
    let gettext = |name: &str, arguments: &[&str], files: &[&Path], out: &str| -> Option<()> {
        let mut command = tool(bounded(name), "gettext")?;
        ended(command.args(arguments).args(files).arg("-o").arg(path(out)));
        Some(())
    };
    let done = gettext("msgmerge", &["-q", "--width=30"], &[&path("filled.po"), &template], "merged.po")
        .and_then(|()| gettext("msgfmt", &["--check"], &[&path("merged.po")], "a.mo"))
        .and_then(|()| {
            gettext("msgcat", &["--sort-output", "--no-location"], &[&path("merged.po")], "sorted.po")
        })
        .and_then(|()| {
            gettext("msgattrib", &["--translated", "--no-fuzzy"], &[&path("merged.po")], "less.po")
        });
    if done.is_none() {
        return;
    }
    let merged = project.read("merged.po");
    assert!(
        merged.contains(
            "msgid \"\"
\"The town"
        ),
        "{merged}"
    );
    // Wrapped; without what was not done; sorted by their texts.
    taken(&project, "merged.po");
    let after = project.tree();
    for other in ["less.po", "sorted.po"] {
        project.run(&["push", other]).expect(0);
        assert_eq!(project.tree(), after, "{other}");
    }
}

/// Reads a file, translates the texts that are wanted by pairs of words, codes and all, and saves it.
const FILL: &str = r"
import json, sys
from translate.storage import MODULE
store = MODULE.CLASS.parsefile(sys.argv[1])
pairs, wanted = json.loads(sys.argv[3]), json.loads(sys.argv[4])

def spanish(text):
    for here, there in pairs:
        text = text.replace(here, there)
    return text

def go(element):
    element.sub = [spanish(part) if isinstance(part, str) else go(part) for part in element.sub]
    return element

for unit in store.units:
    if unit.isheader() or not unit.istranslatable() or not any(name in unit.source for name in wanted):
        continue
    if hasattr(unit, 'rich_source'):
        unit.rich_target = [go(part) for part in unit.rich_source]
    else:
        unit.target = spanish(unit.source)
    unit.markfuzzy(False)
store.savefile(sys.argv[2])
";

const WORDS: &str = r#"[["The town of", "La ciudad de"], ["of its", "de sus"], ["there is", "hay"], ["things of", "cosas de"],
    ["things", "cosas"], ["In ", "En "], ["says", "dice"], ["much", "mucho"], ["Item", "Punto"], ["with", "con"],
    ["a link", "un enlace"], [" and ", " y "], ["“so”", "«así»"]]"#;

/// A Python with the translate-toolkit, and the folder of its programs.
fn python() -> Option<std::path::PathBuf> {
    let folder = tools().join("python/bin");
    tool(Some(folder).filter(|path| path.join("python").exists()), "translate-toolkit in target/tools/python")
}

#[test]
fn what_the_translate_toolkit_filled_in_is_taken_back() {
    let Some(programs) = python() else { return };
    for (format, module, class) in
        [("xliff", "xliff", "xlifffile"), ("xliff2", "xliff2", "Xliff2File"), ("po", "pypo", "pofile")]
    {
        let (project, file) = handed_out(format);
        let script = FILL.replace("MODULE", module).replace("CLASS", class);
        ended(
            Command::new(programs.join("python"))
                .args(["-c", &script])
                .args([project.path(&file), project.path("back")])
                .args([WORDS, r#"["Quito", "Sucre", "Managua"]"#]),
        );
        taken(&project, "back");
    }
}

#[test]
fn what_pot2po_brought_over_into_a_new_template_is_taken_back() {
    let Some(programs) = python() else { return };
    let (project, file) = handed_out("po");
    project.write("filled.po", filled("po", &project.read(&file), &wanted));
    std::fs::copy(project.path(&file), project.path("new.pot")).unwrap();
    ended(Command::new(programs.join("pot2po")).args(["--progress=none", "--nofuzzymatching", "-t"]).args([
        project.path("filled.po"),
        project.path("new.pot"),
        project.path("new.po"),
    ]));
    taken(&project, "new.po");
}

#[test]
fn the_same_work_is_the_same_whatever_format_it_came_in() {
    let mut trees = Vec::new();
    for format in FORMATS {
        let (project, file) = handed_out(format);
        project.write(&file, filled(format, &project.read(&file), &wanted));
        taken(&project, &file);
        trees.push((format, project.read("es/a.md"), project.read(".cotejo/ledger/es/docs/a.record")));
    }
    // What the record says differs by nothing but the package's name.
    for (format, text, record) in &trees[1..] {
        assert_eq!((text, record), (&trees[0].1, &trees[0].2), "{format}");
    }
}

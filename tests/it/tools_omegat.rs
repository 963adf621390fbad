//! A project of OmegaT as `pull` makes it, filled by OmegaT itself (in its console mode, from a memory),
//! and what that wrote pushed back.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use crate::pull::outdated;
use crate::tools::{bounded, ended, tool};

/// A page with all that may be lost on the way: codes in any place, blanks, quotes, what XML or OmegaT
/// could read as its own.
const EN: &str = "# A page of *everything*\n\n\
    Read [the **whole** story](https://example.org/?a=1&b=2 \"now\") with `code`, then <b>go</b> & rest.\n\n\
    `status` shows it.\n\n\
    **Bold** comes first and last **too**\n\n\
    It costs 5\u{a0}% of a\u{202f}b, “so” they said… \u{1d4b3} is e\u{301}.\n\n\
    - This sentence stands here twice.\n- This sentence stands here twice.\n\n\
    A <1> and \\<g0> and {0} are words, 1 < 2 > 0.\n\n\
    First line,\nsecond line\\\nthird line.\n\n\
    ![A picture](a.png) of the port\n\n\
    Nobody translates this one.\n";

/// What OmegaT shows of it, and what a translator makes of that.
const DONE: [(&str, &str); 9] = [
    ("A page of <g0>everything</g0>", "<g0>Todo</g0> en una página"),
    (
        "Read <g0>the <g1>whole</g1> story</g0> with <x2/>, then <g3>go</g3> & rest.",
        "Con <x2/>, lea <g0>el relato <g1>entero</g1></g0>; luego, <g3>salga</g3> & descanse.",
    ),
    ("<x0/> shows it.", "Se ve con <x0/>."),
    (
        "<g0>Bold</g0> comes first and last <g1>too</g1>",
        "La <g0>negrita</g0> va primero y <g1>también</g1> al final",
    ),
    (
        "It costs 5\u{a0}% of a\u{202f}b, “so” they said… \u{1d4b3} is e\u{301}.",
        "Cuesta el 5\u{a0}% de a\u{202f}b, «así» dijeron… \u{1d4b3} es e\u{301}.",
    ),
    ("This sentence stands here twice.", "Esta frase aparece aquí dos veces."),
    ("A <1> and \\<g0> and {0} are words, 1 < 2 > 0.", "Un <1> y \\<g0> y {0} son palabras, 1 < 2 > 0."),
    ("First line,\nsecond line<x0/>third line.", "Primera línea,\nsegunda línea<x0/>tercera línea."),
    ("<g0>A picture</g0> of the port", "Del puerto, <g0>una foto</g0>"),
];

/// The page then. OmegaT composes characters.
const ES: &str = "# *Todo* en una página\n\n\
    Con `code`, lea [el relato **entero**](https://example.org/?a=1&b=2 \"now\"); luego, <b>salga</b> & descanse.\n\n\
    Se ve con `status`.\n\n\
    La **negrita** va primero y **también** al final\n\n\
    Cuesta el 5\u{a0}% de a\u{202f}b, «así» dijeron… \u{1d4b3} es é.\n\n\
    - Esta frase aparece aquí dos veces.\n- Esta frase aparece aquí dos veces.\n\n\
    Un <1> y \\<g0> y {0} son palabras, 1 < 2 > 0.\n\n\
    Primera línea,\nsegunda línea\\\ntercera línea.\n\n\
    Del puerto, ![una foto](a.png)\n\n\
    Nobody translates this one.\n";

/// A memory as another tool writes it: each text as OmegaT shows it.
fn memory(pairs: &[(&str, &str)]) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"test\" creationtoolversion=\"1\" segtype=\"paragraph\" o-tmf=\"x\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/>\n<body>\n".to_owned();
    for (source, target) in pairs {
        let segment = |locale: &str, text: &str| {
            format!("<tuv xml:lang=\"{locale}\"><seg>{}</seg></tuv>", escaped(text))
        };
        writeln!(text, "<tu>{}{}</tu>", segment("en", source), segment("es", target)).unwrap();
    }
    text + "</body>\n</tmx>\n"
}

/// Runs OmegaT over a project, without a screen and away from the user's own settings.
fn translate(folder: &Path, home: &Path) -> Option<()> {
    let mut command = tool(bounded("omegat"), "omegat")?;
    let java = format!("-Djava.awt.headless=true -Duser.home={}", home.display());
    command
        .arg("--mode=console-translate")
        .arg(format!("--config-dir={}", home.join("omegat").display()))
        .arg(folder)
        .env_remove("DISPLAY")
        .env("HOME", home)
        .env("JAVA_TOOL_OPTIONS", java);
    ended(&mut command);
    Some(())
}

fn outcomes(ran: &Value, article: &str) -> Vec<String> {
    let articles = ran["articles"].as_array().unwrap();
    let own = articles.iter().find(|one| one["article"] == article).unwrap_or_else(|| panic!("{ran:#}"));
    let units = own["units"].as_array().unwrap();
    let outcome = |unit: &Value| unit["outcome"].as_str().unwrap().to_owned();
    units.iter().map(outcome).filter(|outcome| outcome != "context").collect()
}

#[test]
fn what_omegat_fills_from_a_memory_is_taken_back_with_nothing_lost() {
    // One article is new; of another one paragraph changed and one was added.
    let project = outdated();
    project.edit("en/lab.md", "sent to the laboratory", "brought to the laboratory");
    // What the project's own memory has, with codes that another language puts elsewhere.
    project.write("en/known.md", "# Known\n\nSee `code` and **all of it** in [the story](/en/story).\n");
    project.write("es/known.md", "# Sabido\n\nEn [el relato](/es/relato) vea **todo** y `code`.\n");
    project.run(&["accept", "docs/known", "--locale", "es"]).expect(0);
    project.write("en/again.md", "# Again\n\nSee `code` and **all of it** in [the story](/en/story).\n");
    project.write("en/page.md", EN);
    let ran = project
        .run(&["pull", "--locale", "es", "--format", "omegat", "--out", "to", "--counts", "json"])
        .json();
    let folder = format!("to/{}", ran["packages"][0]["package"].as_str().unwrap());

    // Nothing was translated yet: that is said, and nothing is taken for work.
    let empty = project.run(&["push", &folder]);
    empty.expect(2);
    assert!(empty.err.contains("target") && empty.err.contains("OmegaT"), "{}", empty.err);
    let home = tempfile::tempdir().unwrap();
    let memory_of_ours = project.read(&format!("{folder}/tm/auto/cotejo.tmx"));
    project.write(&format!("{folder}/tm/auto/cotejo.tmx"), memory(&[]));
    if translate(&project.path(&folder), home.path()).is_none() {
        return;
    }
    let before = project.tree();
    project.run(&["push", &folder]).expect(0);
    assert_eq!(project.tree(), before);
    project.write(&format!("{folder}/tm/auto/cotejo.tmx"), memory_of_ours);

    let lab = [
        (
            "The laboratory opened in Lima on 19 April 2018 with a staff of 30 chemists.",
            "El laboratorio abrió sus puertas en Lima el 19 de abril de 2018 con una plantilla de 30 químicos.",
        ),
        ("Nobody pays for a <g0>sample</g0>.", "Una <g0>muestra</g0> no la paga nadie."),
        // As it was, which she finds right.
        (
            "Samples are taken at the border and brought to the laboratory within two days.",
            "Las muestras se toman en la frontera y se envían al laboratorio en un plazo de dos días.",
        ),
    ];
    project.write(&format!("{folder}/tm/auto/filled.tmx"), memory(&[&DONE[..], &lab[..]].concat()));
    assert!(translate(&project.path(&folder), home.path()).is_some());

    let ran = project.run(&["push", &folder, "--format", "json"]).json();
    // The last unit had no translation, and nobody says it is done.
    let mut page = vec!["translated"; 10];
    page.push("open");
    assert_eq!(outcomes(&ran, "docs/page"), page, "{ran:#}");
    assert_eq!(outcomes(&ran, "docs/lab"), ["translated"; 3], "{ran:#}");
    assert_eq!(outcomes(&ran, "docs/again"), ["open", "translated"], "{ran:#}");
    assert_eq!(project.read("es/page.md"), ES);
    assert_eq!(project.read("es/again.md"), "# Again\n\nEn [el relato](/en/story) vea **todo** y `code`.\n");
    let es = project.read("es/lab.md");
    assert!(
        es.contains("30 químicos.\n") && es.contains("\n\nUna **muestra** no la paga nadie.\n\n"),
        "{es}"
    );

    // What waits is what was left.
    let diff = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "json"]).json();
    assert_eq!(diff["versions"][0]["changes"], serde_json::json!([]), "{diff:#}");
    let left = project.run(&["pull", "--locale", "es", "--count", "--again", "--counts", "json"]).json();
    let open: Vec<(&str, u64)> = left["packages"][0]["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["article"].as_str().unwrap(), one["open"].as_u64().unwrap()))
        .collect();
    assert_eq!(open, [("docs/again", 1), ("docs/page", 1)], "{left:#}");

    let before = project.tree();
    project.run(&["push", &folder]).expect(0);
    assert_eq!(project.tree(), before);
}

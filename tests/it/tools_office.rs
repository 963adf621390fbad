//! The table in HTML that `pull` makes, opened and saved by LibreOffice, and pushed back.

use std::path::Path;

use crate::harness::Project;
use crate::pull::outdated;
use crate::tools::{bounded, ended, tool};

const EN: &str = "# A page of *everything*\n\n\
    Read [the **whole** story](https://example.org/?a=1&b=2) with `code`, then <b>go</b> & rest, for this is a \
    long paragraph that a program for letters breaks into many lines when it saves a page.\n\n\
    It costs 5\u{a0}% of a\u{202f}b, “so” they said… \u{1d4b3} is <1> or {0}.\n\n\
    First line,\nsecond line.\n\n\
    Nobody translates this one.\n";

const DONE: [(&str, &str); 4] = [
    ("A page of &lt;1&gt;everything&lt;/1&gt;", "&lt;1&gt;Todo&lt;/1&gt; en una página"),
    (
        "Read &lt;1&gt;",
        "Con &lt;3/&gt;, lea &lt;1&gt;el relato &lt;2&gt;entero&lt;/2&gt;&lt;/1&gt;; luego, &lt;4&gt;salga&lt;/4&gt; &amp; descanse, que este es un párrafo largo que un procesador de textos reparte en muchas líneas al guardar una página.",
    ),
    ("It costs", "Cuesta el 5\u{a0}% de a\u{202f}b, «así» dijeron… \u{1d4b3} es &lt;\\1&gt; o {0}."),
    ("First line,", "Primera línea,<br>segunda línea."),
];

const ES: &str = "# *Todo* en una página\n\n\
    Con `code`, lea [el relato **entero**](https://example.org/?a=1&b=2); luego, <b>salga</b> & descanse, que este es \
    un párrafo largo que un procesador de textos reparte en muchas líneas al guardar una página.\n\n\
    Cuesta el 5\u{a0}% de a\u{202f}b, «así» dijeron… \u{1d4b3} es <1> o {0}.\n\n\
    Primera línea,\nsegunda línea.\n\n\
    Nobody translates this one.\n";

/// Opens a file and saves it as something else, away from the user's own settings.
fn saved(file: &Path, kind: &str, home: &Path) -> Option<()> {
    let mut command = tool(bounded("soffice"), "soffice (package libreoffice-writer-nogui)")?;
    command
        .arg(format!("-env:UserInstallation=file://{}", home.join("office").display()))
        .args(["--headless", "--norestore", "--convert-to", kind, "--outdir"])
        .arg(file.parent().unwrap())
        .arg(file)
        .env_remove("DISPLAY")
        .env("HOME", home);
    let said = ended(&mut command);
    // It ends well whatever it did.
    assert!(file.with_extension(kind.split(':').next().unwrap()).exists(), "{said}");
    Some(())
}

/// Writes a translation into the cell beside each source that begins so.
fn filled(table: &str, done: &[(&str, &str)]) -> String {
    let mut text = table.to_owned();
    for (source, target) in done {
        let at = text
            .find(&format!("<td lang=\"en\" dir=\"auto\">{source}"))
            .unwrap_or_else(|| panic!("{source}"));
        let cell = at
            + text[at..].find("<td lang=\"es\" dir=\"auto\">").unwrap()
            + "<td lang=\"es\" dir=\"auto\">".len();
        let end = cell + text[cell..].find("</td>").unwrap();
        text.replace_range(cell..end, target);
    }
    text
}

/// A project with an outdated article and a new one, and the table that is handed out for both.
fn handed_out() -> (Project, String) {
    let project = outdated();
    project.write("en/page.md", EN);
    project.run(&["pull", "--locale", "es", "--format", "html", "--out", "to"]).expect(0);
    let file = project.tree().into_keys().find(|path| path.starts_with("to/")).unwrap();
    let table = project.read(&file);
    (project, table)
}

#[test]
fn a_table_that_an_office_saved_is_taken_back_with_nothing_lost() {
    let (project, table) = handed_out();
    let home = tempfile::tempdir().unwrap();
    let lab = [(
        "The laboratory opened",
        "El laboratorio abrió sus puertas en Lima el 19 de abril de 2018 con una plantilla de 30 químicos.",
    )];
    let text = filled(&table, &[&DONE[..], &lab[..]].concat());
    // Once as she gets it, once filled in; each opened, kept as the office's own document, and saved as
    // HTML from there.
    for (text, taken) in [(&table, false), (&text, true)] {
        project.write("work/table.html", text);
        for (from, kind) in [("html", "odt"), ("odt", "html:HTML")] {
            if saved(&project.path(&format!("work/table.{from}")), kind, home.path()).is_none() {
                return;
            }
        }
        assert!(project.read("work/table.html").contains("LibreOffice"));
        let before = project.tree();
        project.run(&["push", "work/table.html"]).expect(0);
        assert_eq!(project.tree() == before, !taken, "{}", project.read("work/table.html"));
    }
    assert_eq!(project.read("es/page.md"), ES);
    let es = project.read("es/lab.md");
    assert!(es.contains("30 químicos") && !es.contains("Nobody"), "{es}");
    let left = project.run(&["pull", "--locale", "es", "--count", "--again", "--counts", "json"]).json();
    assert_eq!(left["packages"][0]["articles"][0]["open"], 1, "{left:#}");
    assert_eq!(left["packages"][0]["articles"][1]["open"], 1, "{left:#}");

    // The office's own documents are not read, whoever wrote them; what to do is said.
    saved(&project.path("work/table.odt"), "docx:MS Word 2007 XML", home.path());
    saved(&project.path("work/table.odt"), "rtf", home.path());
    let before = project.tree();
    for name in ["table.odt", "table.docx", "table.rtf"] {
        for (lang, part) in
            [("en", "save it as HTML"), ("es", "guardarlo como HTML"), ("fr", "l’enregistrer en HTML")]
        {
            let ran = project.run(&["push", &format!("work/{name}"), "--lang", lang]);
            ran.expect(2);
            let own = name.rsplit('.').next().unwrap().to_uppercase();
            assert!(ran.err.contains(part) && ran.err.contains(&own), "{name}: {}", ran.err);
        }
    }
    assert_eq!(project.tree(), before);
    // A page that was kept as a document of Word on the way says the same.
    saved(&project.path("work/table.docx"), "html:HTML", home.path());
    project.run(&["push", "work/table.html"]).expect(0);
    assert_eq!(project.read("es/page.md"), ES);
    assert_eq!(project.read("es/lab.md"), es);
}

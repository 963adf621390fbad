//! A tree of HTML pages, from `init` to a translation written by `push`.

use serde_json::Value;

use crate::harness::Project;
use crate::pull::package;

const EN: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<title>The laboratory in Lima</title>
<meta name=\"description\" content=\"Customs opened a laboratory.\">
<script>if (1 < 2) { track(\"The laboratory\"); }</script>
</head>
<body class=\"post\">
<!-- menu -->
<h1>A new laboratory</h1>
<p>The laboratory opened in <b>Lima</b> with 24 chemists.
<p>Customs&nbsp;&amp; police work <a href=\"/together\">together</a> there.</p>
<img src=\"gate.png\" alt=\"The gate of the laboratory\">
<pre>ssh lab</pre>
</body>
</html>
";

const ES: &[(&str, &str)] = &[
    ("The laboratory in Lima", "El laboratorio de Lima"),
    ("Customs opened a laboratory.", "La Aduana abrió un laboratorio."),
    ("A new laboratory", "Un laboratorio nuevo"),
    (
        "The laboratory opened in <1>Lima</1> with 24 chemists.",
        "El laboratorio abrió en <1>Lima</1> con 24 químicos.",
    ),
    (
        "Customs\u{a0}& police work <1>together</1> there.",
        "La Aduana\u{a0}& la policía trabajan <1>juntas</1> allí.",
    ),
    ("The gate of the laboratory", "La puerta del \"laboratorio\""),
];

/// The package with the targets that [`ES`] has.
fn worked(file: &Value) -> String {
    let mut file = file.clone();
    let mut sources = Vec::new();
    for job in file["articles"].as_array_mut().unwrap() {
        for unit in job["units"].as_array_mut().unwrap() {
            let source = unit["source"].as_str().unwrap().to_owned();
            if let Some((_, target)) = ES.iter().find(|(one, _)| *one == source) {
                unit["target"] = Value::from(*target);
                unit["state"] = Value::from("translated");
            }
            sources.push(source);
        }
    }
    assert!(ES.iter().all(|(source, _)| sources.iter().any(|one| one == source)), "{sources:#?}");
    file.to_string()
}

fn verdict(project: &Project, article: &str) -> String {
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let rows = status["rows"].as_array().unwrap();
    let is_it = |row: &&Value| row["article"].as_str().is_some_and(|id| id.ends_with(article));
    let row = rows.iter().find(is_it).unwrap_or_else(|| panic!("{article}: {status:#}"));
    row["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn a_tree_of_pages_is_translated_in_place() {
    let old_en = "<html lang=en><title>The house</title><p>The brown house stands on the hill above the town.</p></html>\n";
    let old_es = "<html lang=es><title>La casa</title><p>La casa marrón está en la colina sobre la ciudad.</p></html>\n";
    let project = Project::with(&[
        ("site/en/lab.html", EN),
        ("site/en/house.html", old_en),
        ("site/es/house.html", old_es),
    ]);
    project.run(&["init"]).expect(0);
    assert_eq!(verdict(&project, "lab"), "missing");
    assert_eq!(verdict(&project, "house"), "unrecorded");
    project.run(&["accept", "--all"]).expect(0);
    assert_eq!(verdict(&project, "house"), "current");
    project.edit("site/en/house.html", "brown house", "white house");
    assert_eq!(verdict(&project, "house"), "outdated");

    let (_, file) = package(&project, &[]);
    project.write("back.json", worked(&file));
    project.run(&["push", "back.json"]).expect(0);
    let mut expected = EN.replace("lang=\"en\"", "lang=\"es\"");
    for (source, target) in [
        ("<title>The laboratory in Lima", "<title>El laboratorio de Lima"),
        ("Customs opened a laboratory.", "La Aduana abrió un laboratorio."),
        ("A new laboratory", "Un laboratorio nuevo"),
        (
            "The laboratory opened in <b>Lima</b> with 24 chemists.",
            "El laboratorio abrió en <b>Lima</b> con 24 químicos.",
        ),
        (
            "Customs&nbsp;&amp; police work <a href=\"/together\">together</a> there.",
            "La Aduana&nbsp;&amp; la policía trabajan <a href=\"/together\">juntas</a> allí.",
        ),
        ("The gate of the laboratory", "La puerta del &quot;laboratorio&quot;"),
    ] {
        assert!(expected.contains(source), "{source}");
        expected = expected.replace(source, target);
    }
    assert_eq!(project.read("site/es/lab.html"), expected);
    // The code and the picture's address are copied across; that they are in step is for the editor to say.
    project.run(&["accept", "site/lab"]).expect(0);
    assert_eq!(verdict(&project, "lab"), "current");
}

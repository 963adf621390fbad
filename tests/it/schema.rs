//! JSON against its schema, offline.

use std::path::Path;

use serde_json::Value;

/// Fails with every place where `value` is not as the schema at `path` says.
#[track_caller]
pub fn holds(path: &str, value: &Value) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let wrong: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{path}\n{}", wrong.join("\n"));
}

/// Fails where `junit` is not as Jenkins's schema says; skipped where there is no xmllint.
#[track_caller]
pub fn junit_holds(junit: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("junit.xml");
    std::fs::write(&file, junit).unwrap();
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/published/jenkins-junit-10.xsd");
    match std::process::Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema", schema])
        .arg(&file)
        .output()
    {
        Ok(output) => {
            assert!(output.status.success(), "{}\n{junit}", String::from_utf8_lossy(&output.stderr));
        }
        Err(error) => {
            assert!(std::env::var_os("COTEJO_REQUIRE_TOOLS").is_none(), "xmllint: {error}");
            eprintln!("skipped: there is no xmllint (package libxml2-utils)");
        }
    }
}

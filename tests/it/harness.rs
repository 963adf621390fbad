//! A project in a folder of its own, and the command run in it as a process would run it: same
//! arguments, variables, streams and exit code, but with a fixed clock and no terminal.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use cotejo::cli::{Environment, run};
use cotejo::sources::clock::Clock;
use cotejo::sources::disk::{Disk, RealDisk};
use tempfile::TempDir;

/// What a run printed and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The run's output, when it ended with that code.
    #[track_caller]
    pub fn expect(&self, code: u8) -> &str {
        assert_eq!(self.code, code, "\n--- out\n{}\n--- err\n{}", self.out, self.err);
        &self.out
    }

    /// The run's output as JSON, when it ended well.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        self.json_with(0)
    }

    /// The run's output as JSON, when it ended with that code: as the schema of its command says,
    /// where there is one.
    #[track_caller]
    pub fn json_with(&self, code: u8) -> serde_json::Value {
        let value: serde_json::Value =
            serde_json::from_str(self.expect(code)).unwrap_or_else(|error| panic!("{error}: {}", self.out));
        let command = match value["cotejo"].as_str() {
            Some("qa") => "check",
            Some("glossary-apply") => "apply",
            other => other.unwrap_or_default(),
        };
        let schema = format!("schema/{command}.schema.json");
        if std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&schema).exists() {
            crate::schema::holds(&schema, &value);
        }
        value
    }
}

/// A folder with a project in it, removed at the end.
pub struct Project {
    folder: TempDir,
    pub vars: BTreeMap<String, String>,
    pub now: i64,
    pub width: Option<usize>,
    /// Whether the result goes to a terminal.
    pub terminal: bool,
    pub disk: Arc<dyn Disk>,
}

impl Project {
    /// An empty folder. The clock stands at 2026-01-15T12:00:00Z.
    pub fn empty() -> Self {
        Project {
            folder: tempfile::tempdir().expect("a temporary folder"),
            vars: BTreeMap::from([("COTEJO_BY".to_owned(), "Ana".to_owned())]),
            now: 1_768_478_400,
            width: None,
            terminal: false,
            disk: Arc::new(RealDisk),
        }
    }

    /// A folder with those files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let project = Project::empty();
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    /// This repository's own project: configuration, seeds, translations and records, copied.
    pub fn own() -> Self {
        let project = Project::empty();
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::copy(home.join("cotejo.toml"), project.path("cotejo.toml"))
            .expect("this repository's configuration");
        for folder in ["seeds", "translations", "glossary", ".cotejo/ledger"] {
            if home.join(folder).exists() {
                copy_tree(&home.join(folder), &project.path(folder));
            }
        }
        project
    }

    /// The folder's path with `path` below it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, its folders too.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Reads a file.
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes a file: every `from` becomes `to`; there must be one.
    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replace(from, to));
    }

    /// Every file below the folder but those in `.git` and `.cotejo/local`, with its bytes.
    pub fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(self.folder.path(), self.folder.path(), &mut files);
        files
    }

    /// Runs `cotejo` with those arguments in the folder.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    /// Runs `cotejo` with those arguments and that standard input in the folder.
    pub fn run_with(&self, args: &[&str], stdin: &[u8]) -> Ran {
        let (out, err) = (Sink::default(), Sink::default());
        let environment = Environment {
            args: std::iter::once("cotejo").chain(args.iter().copied()).map(OsString::from).collect(),
            vars: self.vars.clone(),
            directory: self.folder.path().to_owned(),
            stdin: Some(Box::new(io::Cursor::new(stdin.to_vec()))),
            stdout: Some(Box::new(out.clone())),
            stderr: Some(Box::new(err.clone())),
            stdout_is_terminal: self.terminal,
            stderr_is_terminal: false,
            width: self.width,
            disk: Arc::clone(&self.disk),
            clock: Clock::fixed_at(self.now).expect("a moment"),
        };
        let code = run(environment);
        Ran { code, out: out.text(), err: err.text() }
    }

    /// Runs `git` in the folder, with a person's name and a fixed date; its output.
    #[track_caller]
    pub fn git(&self, args: &[&str]) -> String {
        let output = self.try_git(args);
        assert!(output.0, "git {args:?}: {}", output.1);
        output.1
    }

    /// Runs `git` in the folder; whether it ended well, and its output and errors.
    pub fn try_git(&self, args: &[&str]) -> (bool, String) {
        let date = format!("{} +0000", self.now);
        let output = Command::new("git")
            .args([
                "-c",
                "user.name=Ana",
                "-c",
                "user.email=ana@example.org",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
            .args(args)
            .current_dir(self.folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .output()
            .expect("git is installed");
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&text).into_owned())
    }
}

fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = path.strip_prefix(root).expect("it is below the root").to_string_lossy().into_owned();
        if name == ".git" || name == ".cotejo/local" {
            continue;
        }
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            files.insert(name, fs::read(&path).expect("the file can be read"));
        }
    }
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_tree(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("the file can be copied")),
        }
    }
}

/// A stream that keeps what is written to it.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Sink {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no writer panicked").clone()).expect("only text is printed")
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panicked").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

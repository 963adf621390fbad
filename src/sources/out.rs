//! What is out, as text files in the tree: `.cotejo/out/<locale>/<package>.package`.
//!
//! ```text
//! cotejo-package 1
//! name es-20260115-3f2a
//! source en
//! target es
//! holder Ana
//! by Berta
//! at 2026-01-15T12:00:00Z
//!
//! unit link-krvqsltp docs/lab
//! source paragraph The laboratory opened in Lima.
//! target El laboratorio abrió en Lima.
//! end
//!
//! locked link-kmnopqrs docs/lab
//! target 0123456789abcdef
//! end
//!
//! end of package
//! ```
//!
//! The form is that of a record ([`super::ledger::syntax`]), escapes included, and for the same reason:
//! two branches that take back different units of one package change different stanzas, and plain
//! `git merge` joins them. `shown` is the target as the translator got it, where that is not what the
//! file says; `taken` when work on the unit came back; `released` in the head when it was given up.

mod stuck;

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cause::Cause;
use super::files::{Limits, ReadError, fingerprint, read};
use super::fingerprint::Fingerprint;
use super::ledger::path::segment;
use super::ledger::syntax::{conflicts, line, unescape};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::document::BlockKind;
use crate::domain::locale::Locale;
use crate::domain::package::out::{Out, OutUnit, Sent, What};
use crate::domain::package::{PackageName, UnitKey};
use crate::domain::record::Timestamp;

pub use stuck::{Stuck, read_stuck, write_stuck};

/// The folder of what is out, below the project's root.
pub const FOLDER: &str = ".cotejo/out";
/// What the file of a package is called at its end.
pub const SUFFIX: &str = ".package";
/// What the file of a package's conflicts is called at its end.
pub const CONFLICTS: &str = ".conflicts";

const MAGIC: &str = "cotejo-package 1";
const LAST: &str = "end of package";

/// The path of a package.
pub fn path(locale: &Locale, name: &PackageName) -> TreePath {
    TreePath::new(format!("{FOLDER}/{locale}/{name}{SUFFIX}"))
}

/// The path of the conflicts that a package brought.
pub fn conflicts_path(locale: &Locale, name: &PackageName) -> TreePath {
    TreePath::new(format!("{FOLDER}/{locale}/{name}{CONFLICTS}"))
}

/// A file for one article in the folder of a package: its id, and that extension.
pub fn file_of(article: &ArticleId, extension: &str) -> PathBuf {
    let mut path: PathBuf = article.as_str().split('/').map(segment).collect();
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(extension);
    path.set_file_name(name);
    path
}

/// A package that is out, with the file it stands in.
#[derive(Clone, Debug)]
pub struct Found {
    /// The package.
    pub out: Out,
    /// Its file.
    pub path: TreePath,
    /// The file's fingerprint.
    pub fingerprint: Fingerprint,
}

/// Why what is out could not be read.
#[derive(Clone, Debug)]
pub enum OutError {
    /// A file could not be read.
    Read(ReadError),
    /// A folder could not be listed.
    List(TreePath, Cause),
    /// A file does not say what it should.
    Syntax(TreePath, BadOut),
}

/// Where a text is no package, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadOut {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub why: Why,
}

/// The kinds of [`BadOut`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The first line is not that of a package of a version that is known.
    Magic,
    /// A merge conflict that nobody settled.
    Conflict,
    /// A line that does not belong there, or says what it can't.
    Line,
    /// Something is missing that must be there.
    Missing,
    /// It ends before its last line.
    Truncated,
}

/// All packages for that locale, sorted by name.
pub fn list(root: &Path, locale: &Locale) -> Result<Vec<Found>, OutError> {
    let folder = TreePath::new(format!("{FOLDER}/{locale}"));
    let entries = match fs::read_dir(root.join(folder.to_path())) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(OutError::List(folder, error.into())),
        Ok(entries) => entries,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| OutError::List(folder.clone(), error.into()))?;
        let name = entry.file_name();
        let name = name.to_str().and_then(|name| name.strip_suffix(SUFFIX));
        names.extend(name.and_then(|name| name.parse::<PackageName>().ok()));
    }
    names.sort();
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let path = path(locale, &name);
        let contents = read(root, &path, Limits::default()).map_err(OutError::Read)?;
        let out = parse(&contents.text()).map_err(|bad| OutError::Syntax(path.clone(), bad))?;
        found.push(Found { out, path, fingerprint: fingerprint(&contents.bytes) });
    }
    Ok(found)
}

/// The text of a package that is out. Deterministic.
pub fn write(out: &Out) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{MAGIC}\nname {}\nsource {}\ntarget {}", out.name, out.source, out.target);
    for (key, value) in [("holder", &out.holder), ("by", &out.by)] {
        if !value.is_empty() {
            line(&mut text, key, "", value);
        }
    }
    let _ = writeln!(text, "at {}", out.at);
    if let Some(at) = out.released {
        let _ = writeln!(text, "released {at}");
    }
    text.push('\n');
    for unit in &out.units {
        match &unit.what {
            What::Open(sent) => {
                line(&mut text, "unit", &unit.key.to_string(), unit.article.as_str());
                for (kind, source) in &sent.source {
                    line(&mut text, "source", kind.name(), source);
                }
                for target in &sent.target {
                    line(&mut text, "target", "", target);
                }
                if let Some(shown) = &sent.shown {
                    line(&mut text, "shown", "", shown);
                }
                if let Some(at) = sent.taken {
                    let _ = writeln!(text, "taken {at}");
                }
            }
            What::Locked(target) => {
                line(&mut text, "locked", &unit.key.to_string(), unit.article.as_str());
                if let Some(hash) = target {
                    let _ = writeln!(text, "target {hash}");
                }
            }
        }
        text.push_str("end\n\n");
    }
    text.push_str(LAST);
    text.push('\n');
    text
}

/// Reads the text of a package that is out; the first thing that is wrong is the error. Linear.
pub fn parse(text: &str) -> Result<Out, BadOut> {
    if let Some(conflict) = conflicts(text).first() {
        return Err(BadOut { line: conflict.begin, why: Why::Conflict });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines =
        text.split('\n').zip(1..).map(|(line, number)| (number, line.trim_end_matches([' ', '\t', '\r'])));
    match lines.next() {
        Some((_, MAGIC)) => {}
        _ => return Err(BadOut { line: 1, why: Why::Magic }),
    }
    let mut out = head(&mut lines)?;
    let mut last = 1;
    while let Some((number, line)) = lines.next() {
        last = number;
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let bad = BadOut { line: number, why: Why::Line };
        match key {
            "" => continue,
            _ if line == LAST => return Ok(out),
            "unit" | "locked" => {}
            _ => return Err(bad),
        }
        let (name, article) = value.split_once(' ').ok_or(bad)?;
        let (name, article) =
            (name.parse::<UnitKey>().map_err(|_| bad)?, unescape(article).map_err(|_| bad)?);
        let article = ArticleId::from_text(&article);
        let mut part = Part::default();
        loop {
            let Some((number, line)) = lines.next() else {
                return Err(BadOut { line: last, why: Why::Truncated });
            };
            last = number;
            if line == "end" {
                break;
            }
            part.line(line, key == "locked").ok_or(BadOut { line: number, why: Why::Line })?;
        }
        let what = match key {
            "locked" => What::Locked(part.hash),
            _ if part.sent.source.is_empty() => return Err(BadOut { line: last, why: Why::Missing }),
            _ => What::Open(part.sent),
        };
        out.units.push(OutUnit { article, key: name, what });
    }
    Err(BadOut { line: last, why: Why::Truncated })
}

struct Part {
    sent: Sent,
    hash: Option<crate::domain::text::UnitHash>,
}

impl Default for Part {
    fn default() -> Self {
        let sent = Sent { source: Vec::new(), target: Vec::new(), shown: None, taken: None };
        Part { sent, hash: None }
    }
}

impl Part {
    /// Takes a line of a unit; `None` where it can't stand there.
    fn line(&mut self, line: &str, locked: bool) -> Option<()> {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        match (key, locked) {
            ("target", true) if self.hash.is_none() => self.hash = Some(value.parse().ok()?),
            ("source", false) => {
                let (kind, text) = value.split_once(' ').unwrap_or((value, ""));
                self.sent.source.push((BlockKind::from_name(kind)?, unescape(text).ok()?));
            }
            ("target", false) => self.sent.target.push(unescape(value).ok()?),
            ("shown", false) if self.sent.shown.is_none() => self.sent.shown = Some(unescape(value).ok()?),
            ("taken", false) if self.sent.taken.is_none() => self.sent.taken = Some(value.parse().ok()?),
            _ => return None,
        }
        Some(())
    }
}

fn head<'t>(lines: &mut impl Iterator<Item = (usize, &'t str)>) -> Result<Out, BadOut> {
    let (mut name, mut source, mut target, mut at): (_, _, _, Option<Timestamp>) = (None, None, None, None);
    let (mut holder, mut by, mut released) = (String::new(), String::new(), None);
    let mut last = 1;
    for (number, line) in lines {
        last = number;
        let bad = BadOut { line: number, why: Why::Line };
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        match key {
            "name" if name.is_none() => name = Some(value.parse::<PackageName>().map_err(|_| bad)?),
            "source" if source.is_none() => source = Some(value.parse::<Locale>().map_err(|_| bad)?),
            "target" if target.is_none() => target = Some(value.parse::<Locale>().map_err(|_| bad)?),
            "holder" => holder = unescape(value).map_err(|_| bad)?,
            "by" => by = unescape(value).map_err(|_| bad)?,
            "at" if at.is_none() => at = Some(value.parse().map_err(|_| bad)?),
            "released" if released.is_none() => released = Some(value.parse().map_err(|_| bad)?),
            "" => {
                let (Some(name), Some(source), Some(target), Some(at)) = (name, source, target, at) else {
                    return Err(BadOut { line: number, why: Why::Missing });
                };
                return Ok(Out { name, source, target, holder, by, at, released, units: Vec::new() });
            }
            _ => return Err(bad),
        }
    }
    Err(BadOut { line: last, why: Why::Truncated })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::LinkId;
    use crate::domain::text::UnitHash;

    fn sample() -> Out {
        let article = ArticleId::from_text("docs/lab");
        let open = |key, source: &[&str], target: &[&str], shown: Option<&str>| OutUnit {
            article: article.clone(),
            key,
            what: What::Open(Sent {
                source: source.iter().map(|text| (BlockKind::ListItem, (*text).to_owned())).collect(),
                target: target.iter().map(|text| (*text).to_owned()).collect(),
                shown: shown.map(str::to_owned),
                taken: shown.and_then(|_| Timestamp::from_seconds(1_768_478_400)),
            }),
        };
        Out {
            name: "es-20260115-3f2a".parse().unwrap(),
            source: "en".parse().unwrap(),
            target: "es".parse().unwrap(),
            holder: " Ana\nMaría ".to_owned(),
            by: String::new(),
            at: Timestamp::from_seconds(1_768_478_400).unwrap(),
            released: None,
            units: vec![
                open(UnitKey::Link(LinkId::from_number(7)), &["a\nb", " c\u{202e}"], &["", "d\\"], Some("e")),
                open(UnitKey::New { hash: UnitHash::of("x"), number: 2 }, &["x"], &[], None),
                OutUnit {
                    article: article.clone(),
                    key: UnitKey::Link(LinkId::from_number(9)),
                    what: What::Locked(Some(UnitHash::of("y"))),
                },
                OutUnit { article, key: UnitKey::Link(LinkId::from_number(8)), what: What::Locked(None) },
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let out = sample();
        let text = write(&out);
        assert_eq!(parse(&text), Ok(out.clone()), "{text}");
        assert_eq!(parse(&text.replace('\n', "\r\n")), Ok(out.clone()));
        let released = Out { released: Some(out.at), ..out };
        assert_eq!(parse(&write(&released)), Ok(released));
    }

    #[test]
    fn what_was_cut_off_or_changed_is_refused_with_its_line() {
        let text = write(&sample());
        for (at, _) in text.match_indices('\n').filter(|(at, _)| at + 1 < text.len()) {
            let cut = text.get(..=at).unwrap();
            assert!(parse(cut).is_err(), "{cut}");
        }
        for (from, to, line, why) in [
            ("cotejo-package 1", "cotejo-package 2", 1, Why::Magic),
            ("source en", "sauce en", 3, Why::Line),
            ("name es", "name ../es", 2, Why::Line),
            ("at 2026-01-15T12:00:00Z\n\n", "\n\n", 6, Why::Missing),
            ("source list-item x", "source list-thing x", 18, Why::Line),
            ("source list-item x\n", "", 18, Why::Missing),
            ("holder", "<<<<<<< ours\nholder", 5, Why::Conflict),
        ] {
            assert!(text.contains(from), "{from} {text}");
            assert_eq!(parse(&text.replacen(from, to, 1)), Err(BadOut { line, why }), "{from}\n{text}");
        }
    }
}

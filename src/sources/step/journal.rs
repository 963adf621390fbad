//! The journal of a step: what each path held before and is to hold after.
//!
//! JSON lines, so that whoever has to look into a damaged one can read it, and a last line with
//! the fingerprint of all the others.

use std::io;

use serde::{Deserialize, Serialize};

use crate::domain::article::TreePath;

use super::super::files::{Fingerprint, fingerprint};

const VERSION: u32 = 1;

/// What becomes of the way back once a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Keep {
    /// It is kept, in place of the one before.
    AsUndo,
    /// It is dropped; the one before stays.
    Nothing,
    /// It is dropped and so is the one before: the step was an undo.
    NothingAtAll,
}

/// One path of a step: its real place (no links), what it held and what it is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub path: TreePath,
    pub before: Option<Fingerprint>,
    pub after: Option<Fingerprint>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Journal {
    pub keep: Keep,
    /// Sorted by path; the index of an entry names its files in `stage` and `before`.
    pub entries: Vec<Entry>,
    /// Folders the step makes, outer ones first.
    pub made: Vec<TreePath>,
    /// Folders it removes at the end if they are empty, inner ones first.
    pub unmade: Vec<TreePath>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Line {
    CotejoStep { version: u32, keep: Keep },
    File { path: TreePath, before: Option<String>, after: Option<String> },
    Make(TreePath),
    Unmake(TreePath),
}

impl Journal {
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let text = |held: Option<Fingerprint>| held.map(|fingerprint| fingerprint.to_string());
        let file = |entry: &Entry| Line::File {
            path: entry.path.clone(),
            before: text(entry.before),
            after: text(entry.after),
        };
        let lines = [Line::CotejoStep { version: VERSION, keep: self.keep }]
            .into_iter()
            .chain(self.made.iter().cloned().map(Line::Make))
            .chain(self.entries.iter().map(file))
            .chain(self.unmade.iter().cloned().map(Line::Unmake));
        let mut bytes = Vec::new();
        for line in lines {
            serde_json::to_writer(&mut bytes, &line)?;
            bytes.push(b'\n');
        }
        let checksum = fingerprint(&bytes);
        bytes.extend_from_slice(format!("checksum {checksum}\n").as_bytes());
        Ok(bytes)
    }

    /// The journal of those bytes; `None` if it is not whole or not of this version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Journal> {
        const LAST: usize = "checksum \n".len() + 32;
        let (body, last) = bytes.split_at_checked(bytes.len().checked_sub(LAST)?)?;
        let checksum = std::str::from_utf8(last).ok()?.strip_prefix("checksum ")?.strip_suffix('\n')?;
        if checksum.parse() != Ok(fingerprint(body)) {
            return None;
        }
        let held = |text: Option<String>| match text {
            None => Some(None),
            Some(text) => text.parse().ok().map(Some),
        };
        let mut lines = std::str::from_utf8(body).ok()?.lines();
        let Line::CotejoStep { version: VERSION, keep } = serde_json::from_str(lines.next()?).ok()? else {
            return None;
        };
        let mut journal = Journal { keep, entries: Vec::new(), made: Vec::new(), unmade: Vec::new() };
        for line in lines {
            match serde_json::from_str(line).ok()? {
                Line::CotejoStep { .. } => return None,
                Line::Make(folder) => journal.made.push(folder),
                Line::Unmake(folder) => journal.unmade.push(folder),
                Line::File { path, before, after } => {
                    journal.entries.push(Entry { path, before: held(before)?, after: held(after)? });
                }
            }
        }
        Some(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_reads_back_whole_or_not_at_all() {
        let journal = Journal {
            keep: Keep::AsUndo,
            entries: vec![
                Entry { path: TreePath::new("es/a\n\"ñ.txt"), before: None, after: Some(fingerprint(b"1")) },
                Entry { path: TreePath::new("fr/b"), before: Some(fingerprint(b"2")), after: None },
            ],
            made: vec![TreePath::new("es")],
            unmade: vec![TreePath::new("x/y"), TreePath::new("x")],
        };
        let bytes = journal.to_bytes().unwrap();
        assert_eq!(Journal::from_bytes(&bytes), Some(journal));
        for length in 0..bytes.len() {
            assert_eq!(Journal::from_bytes(&bytes[..length]), None, "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut bent = bytes.clone();
            bent[at] ^= 1;
            assert_eq!(Journal::from_bytes(&bent), None, "bent at {at}");
        }
    }
}

//! What changed in a source since its versions were in step with it, beside the target it touches.

mod causes;
mod html;
mod json;
pub(in crate::reports) mod layout;
mod markdown;
mod text;

pub use causes::cause;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::{Look, TextStyle, text};

use crate::domain::article::{ArticleId, TreePath};
use crate::domain::change::{Cause, ChangeClass, DiffOp};
use crate::domain::locale::Locale;
use crate::domain::record::{LinkId, LinkState, Timestamp};
use crate::domain::text::UnitHash;
use crate::domain::track::{ClassCounts, TargetState};
use crate::domain::verdict::{Trouble, Verdict};
use crate::messages::{Messages, Value};

/// What `diff` shows.
#[derive(Debug, Default)]
pub struct Diff {
    /// The versions, sorted by article and locale.
    pub entries: Vec<Entry>,
    /// How many versions have no baseline, where all articles were looked at.
    pub unrecorded: usize,
}

/// One version of an article.
#[derive(Debug)]
pub struct Entry {
    /// The article.
    pub article: ArticleId,
    /// Its title in the source; may be empty.
    pub title: String,
    /// The target locale.
    pub locale: Locale,
    /// The source's locale.
    pub source_locale: Locale,
    /// The file with the source.
    pub source: Option<TreePath>,
    /// The file with the version, or where it would be.
    pub target: Option<TreePath>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether there is a record.
    pub recorded: bool,
    /// Whether nobody wants a version here.
    pub unwanted: bool,
    /// Who last accepted a link, and when.
    pub last: Option<(String, Timestamp)>,
    /// The changes that wait, of every class.
    pub pending: ClassCounts,
    /// The changes that are shown.
    pub changes: Vec<Change>,
    /// Why nothing can be shown.
    pub trouble: Option<Trouble>,
    /// What the editor wrote about the article.
    pub editors_note: Option<String>,
}

/// What a [`Change`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The source is no more as it was when the target was accepted.
    Changed,
    /// The source has a unit that no link knows.
    Added,
    /// The source lacks a unit that the target still has.
    Removed,
    /// The source is as it was; the target was changed by hand, or is gone.
    Target,
    /// The target has a unit that no link knows.
    Extra,
}

/// A change of a source unit, or of a target unit by hand.
#[derive(Debug)]
pub struct Change {
    /// What it is.
    pub what: What,
    /// The numbers of its source units, as `accept --unit` takes them.
    pub units: Vec<usize>,
    /// Its link, which names a unit that has no number any more.
    pub link: Option<LinkId>,
    /// The class of the source's change.
    pub class: Option<ChangeClass>,
    /// The causes of the source's change.
    pub causes: Vec<Cause>,
    /// The source, before and after.
    pub words: Vec<DiffOp>,
    /// The line of the source that it begins on.
    pub source_line: Option<usize>,
    /// The target units it touches.
    pub target: Vec<TargetUnit>,
    /// What became of the target since it was accepted.
    pub target_state: TargetState,
    /// Whether the target is the source's own text.
    pub copied: bool,
    /// For an added unit: the target unit after which its translation belongs.
    pub after: Option<TargetUnit>,
    /// How its target was accepted.
    pub accepted: Option<Accepted>,
    /// What the editor wrote about it.
    pub editors_note: Option<String>,
}

/// A unit of the target.
#[derive(Clone, Debug)]
pub struct TargetUnit {
    /// The line it begins on.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Its hash.
    pub hash: UnitHash,
}

/// How a target was accepted.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// By whom; may be empty.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// As what.
    pub state: LinkState,
    /// Why, where a reason was given.
    pub reason: Option<String>,
}

/// So many causes of one change are named.
const MOST_CAUSES: usize = 8;

impl Change {
    /// The word diff as it is shown: blanks put outside of the marks ([`tidied`]), and a rewritten
    /// unit as the old text and the new one, not as a ladder of the few words they share.
    pub fn shown_words(&self) -> Vec<DiffOp> {
        if !self.causes.contains(&Cause::Rewritten) {
            return tidied(&self.words);
        }
        let side = |skip: fn(&DiffOp) -> bool| -> String {
            let texts = self.words.iter().filter(|op| !skip(op)).map(|op| match op {
                DiffOp::Equal(text) | DiffOp::Delete(text) | DiffOp::Insert(text) => text.as_str(),
            });
            texts.collect()
        };
        vec![
            DiffOp::Delete(side(|op| matches!(op, DiffOp::Insert(_)))),
            DiffOp::Equal("\n".to_owned()),
            DiffOp::Insert(side(|op| matches!(op, DiffOp::Delete(_)))),
        ]
    }

    /// How the unit is called: `3`, `3, 4`, or the link's name.
    pub fn name(&self) -> String {
        match (self.units.as_slice(), self.link) {
            ([], Some(link)) => link.to_string(),
            (units, _) => units.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
        }
    }

    /// What it is, in words: the class and the causes, or what was done to the target.
    pub fn summary(&self, messages: &Messages) -> String {
        match (self.what, self.target_state) {
            (What::Target, TargetState::Removed) => messages.text("diff-target-gone"),
            (What::Target, _) => messages.text("diff-target-edited"),
            (What::Extra, _) => messages.text("diff-extra"),
            _ => {
                // Of a unit with hardly a word of the old one left the rest says nothing new.
                let rewritten = self.causes.contains(&Cause::Rewritten);
                let told = self.causes.iter().filter(|cause| !rewritten || **cause == Cause::Rewritten);
                let mut causes: Vec<String> =
                    told.map(|cause| causes::cause(cause, messages)).take(MOST_CAUSES + 1).collect();
                if causes.len() > MOST_CAUSES {
                    causes.truncate(MOST_CAUSES);
                    causes.push("…".to_owned());
                }
                causes.join(", ")
            }
        }
    }

    /// What the reader is to know of the target, in whole sentences.
    pub fn remarks(&self, messages: &Messages) -> Vec<String> {
        let mut remarks = Vec::new();
        let mut say = |id: &str| remarks.push(messages.text(id));
        match (self.what, self.target_state) {
            (What::Removed, _) if !self.target.is_empty() => say("diff-now-without-source"),
            (What::Changed | What::Removed, TargetState::Edited) => say("diff-also-edited"),
            (What::Changed, TargetState::Removed) => say("diff-target-gone"),
            (What::Changed, _) if self.target.is_empty() => say("diff-no-target"),
            _ => {}
        }
        if self.copied {
            say("diff-copied");
        } else if self.what == What::Added && !self.target.is_empty() {
            say("diff-perhaps");
        }
        if let Some(accepted) = self.accepted.as_ref().filter(|accepted| accepted.state == LinkState::AsIs)
            && let Some(reason) = &accepted.reason
        {
            remarks.push(messages.get("diff-left-as-is", &[("reason", Value::from(reason.as_str()))]));
        }
        remarks.extend(editors_note(self.editors_note.as_deref(), messages));
        remarks
    }
}

impl Entry {
    /// What is to be said before the changes: what the editor wrote, and why none are shown.
    pub fn notes(&self, messages: &Messages) -> Vec<String> {
        let own = editors_note(self.editors_note.as_deref(), messages);
        own.into_iter().chain(self.note(messages)).collect()
    }

    /// What is to be said where no changes are shown: one line.
    fn note(&self, messages: &Messages) -> Option<String> {
        if let Some(trouble) = &self.trouble {
            return Some(super::wording::trouble(trouble, messages));
        }
        if !self.changes.is_empty() {
            return None;
        }
        let id = match (self.verdict, self.recorded) {
            _ if self.unwanted => "diff-note-unwanted",
            (Verdict::Missing, _) => "diff-note-missing",
            (Verdict::Orphan, _) => "diff-note-orphan",
            (_, false) => "diff-note-unrecorded",
            (_, true) if self.pending.from_class(ChangeClass::Cosmetic) > 0 => "diff-note-lesser",
            (_, true) => "diff-note-current",
        };
        Some(messages.text(id))
    }

    /// The verdict, what waits, and who accepted it last.
    pub fn state(&self, messages: &Messages) -> String {
        let mut parts = vec![super::wording::verdict(self.verdict, messages)];
        let waiting = super::wording::pending(&self.pending, messages);
        if !waiting.is_empty() {
            parts.push(waiting);
        }
        if let Some((by, at)) = &self.last {
            let day = at.to_string().chars().take(10).collect::<String>();
            let id = if by.is_empty() { "diff-accepted-on" } else { "diff-accepted-by" };
            parts.push(messages.get(id, &[("by", Value::from(by.as_str())), ("day", Value::from(day))]));
        }
        parts.join(" · ")
    }
}

/// What the editor wrote, as it is shown.
fn editors_note(text: Option<&str>, messages: &Messages) -> Option<String> {
    Some(messages.get("diff-editors-note", &[("text", Value::from(text?))]))
}

/// The diff with blanks that both of a changed pair begin or end with put outside of it, so that
/// marks stand at the words: `a [-x-]{+y+} b` and not `a [-x -]{+y +}b`.
pub fn tidied(words: &[DiffOp]) -> Vec<DiffOp> {
    let mut out: Vec<DiffOp> = Vec::with_capacity(words.len() + 2);
    let equal = |out: &mut Vec<DiffOp>, text: &str| match out.last_mut() {
        _ if text.is_empty() => {}
        Some(DiffOp::Equal(last)) => last.push_str(text),
        _ => out.push(DiffOp::Equal(text.to_owned())),
    };
    let mut at = 0;
    while let Some(op) = words.get(at) {
        match (op, words.get(at + 1)) {
            (DiffOp::Delete(gone), Some(DiffOp::Insert(come))) => {
                let blank = |text: &str| text.len() - text.trim_start().len();
                let head = if gone[..blank(gone)] == come[..blank(come)] { blank(gone) } else { 0 };
                let (gone_rest, come_rest) = (&gone[head..], &come[head..]);
                let (gone_core, come_core) = (gone_rest.trim_end(), come_rest.trim_end());
                let (gone_tail, come_tail) = (&gone_rest[gone_core.len()..], &come_rest[come_core.len()..]);
                let same = gone_tail == come_tail && !(gone_core.is_empty() && come_core.is_empty());
                equal(&mut out, &gone[..head]);
                out.push(DiffOp::Delete(if same { gone_core } else { gone_rest }.to_owned()));
                out.push(DiffOp::Insert(if same { come_core } else { come_rest }.to_owned()));
                if same {
                    equal(&mut out, gone_tail);
                }
                at += 2;
            }
            (DiffOp::Equal(text), _) => {
                equal(&mut out, text);
                at += 1;
            }
            (other, _) => {
                out.push(other.clone());
                at += 1;
            }
        }
    }
    let is_empty = |op: &DiffOp| matches!(op, DiffOp::Equal(text) | DiffOp::Delete(text) | DiffOp::Insert(text) if text.is_empty());
    out.retain(|op| !is_empty(op));
    out
}

#[cfg(test)]
mod tests;

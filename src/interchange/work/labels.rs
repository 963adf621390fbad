//! What stands in a package for people to read: the caller's words, put together.

use std::fmt::Write;

use super::token::{All, written as tokens};
use crate::domain::change::{ChangeClass, DiffOp, word_diff};
use crate::domain::document::BlockKind;
use crate::domain::inline::written;
use crate::domain::package::{Offer, Reach, TermOffer, Todo, WorkUnit};
use crate::domain::termbase::Status;

/// The words of what is there for people to read, in their language. [`Labels::default`] has the names
/// of this program's code, for tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// What stands between a label and what it is the label of: `: `, in French with a blank before.
    pub colon: String,
    /// Above the column of ids: not to be changed.
    pub id: String,
    /// Above the column of sources.
    pub source: String,
    /// Above the column of targets: to be filled in.
    pub target: String,
    /// Above the column of notes.
    pub notes: String,
    /// What to do with the file, a paragraph each, where the format has room for it.
    pub instructions: Vec<String>,
    /// Before the file of an article's source.
    pub file: String,
    /// Before the number of a line.
    pub line: String,
    /// Before what the source said.
    pub before: String,
    /// Before the change of the source.
    pub change: String,
    /// Before a translation of a like source.
    pub offer: String,
    /// Says that the neighbours of a match are the same, too.
    pub in_context: String,
    /// Before how like one sentence of a unit a match is that is for no more than that.
    pub one_sentence: String,
    /// Before a term.
    pub term: String,
    /// Before what was found about the target.
    pub remark: String,
    /// Before what the editor wrote.
    pub note: String,
    /// Says that a unit has no translation.
    pub todo_translate: String,
    /// Says that the source of a unit changed; behind it stands the class of the change.
    pub todo_update: String,
    /// Says that a machine wrote the target.
    pub todo_check: String,
    /// Says that there is nothing to do about a unit.
    pub todo_nothing: String,
    /// The kinds of blocks, in the order of [`BlockKind::ALL`].
    pub kinds: Vec<String>,
    /// The classes of changes, in the order of [`ChangeClass::ALL`].
    pub classes: Vec<String>,
    /// What the use of a term is worth, in the order of [`Status::ALL`].
    pub statuses: Vec<String>,
}

impl Default for Labels {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Labels {
            colon: ": ".to_owned(),
            id: "id".to_owned(),
            source: "source".to_owned(),
            target: "target".to_owned(),
            notes: "notes".to_owned(),
            instructions: Vec::new(),
            file: "file".to_owned(),
            line: "line".to_owned(),
            before: "before".to_owned(),
            change: "change".to_owned(),
            offer: "offer".to_owned(),
            in_context: "in context".to_owned(),
            one_sentence: "one sentence only".to_owned(),
            term: "term".to_owned(),
            remark: "remark".to_owned(),
            note: "note".to_owned(),
            todo_translate: "translate".to_owned(),
            todo_update: "update".to_owned(),
            todo_check: "check".to_owned(),
            todo_nothing: "nothing".to_owned(),
            kinds: names(&BlockKind::ALL.map(BlockKind::name)),
            classes: names(&ChangeClass::ALL.map(ChangeClass::name)),
            statuses: Status::ALL.iter().map(|status| status.name().to_owned()).collect(),
        }
    }
}

/// What a line of text for the reader is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Where the unit stands and what there is to do.
    Place,
    /// What the source said.
    Before,
    /// How that changed.
    Change,
    /// A note of the editor.
    Note,
    /// What was found about the target.
    Remark,
    /// A term.
    Term,
    /// A translation of a like source.
    Offer,
}

impl About {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            About::Place => "place",
            About::Before => "before",
            About::Change => "change",
            About::Note => "note",
            About::Remark => "remark",
            About::Term => "term",
            About::Offer => "match",
        }
    }
}

impl Labels {
    /// The name of a kind of block.
    pub fn kind(&self, kind: BlockKind) -> &str {
        of(&BlockKind::ALL, &self.kinds, kind)
    }

    /// What there is to do about a unit.
    pub fn todo(&self, todo: Todo) -> String {
        match todo {
            Todo::Translate => self.todo_translate.clone(),
            Todo::Update(class) => {
                self.labelled(&self.todo_update, of(&ChangeClass::ALL, &self.classes, class))
            }
            Todo::Check => self.todo_check.clone(),
            Todo::Nothing => self.todo_nothing.clone(),
        }
    }

    /// A label and what it is the label of.
    pub fn labelled(&self, label: &str, text: &str) -> String {
        [label, &self.colon, text].concat()
    }

    /// A term with its translations and what it is.
    pub fn term(&self, term: &TermOffer) -> String {
        let mut text = term.source.clone();
        for (number, (target, status)) in term.targets.iter().enumerate() {
            let status = of(Status::ALL, &self.statuses, *status);
            let _ = write!(text, "{}{target} ({status})", if number > 0 { ", " } else { " → " });
        }
        if let Some(definition) = &term.definition {
            let _ = write!(text, " — {definition}");
        }
        text
    }

    /// A translation of a like source.
    pub fn offer(&self, offer: &Offer) -> String {
        let (source, target) = (tokens(&offer.source, &All), tokens(&offer.target, &All));
        let about = match offer.reach {
            Reach::Context => format!(" · {}", self.in_context),
            Reach::Whole => String::new(),
            Reach::Part(_) => format!(" · {}", self.part(offer).unwrap_or_default()),
        };
        format!("{} %{about} · {source} → {target} ({})", offer.percent, offer.origin)
    }

    /// That a match is for one sentence of the unit only, and how like that it is; `None` for one that
    /// is for the whole.
    pub fn part(&self, offer: &Offer) -> Option<String> {
        match offer.reach {
            Reach::Part(percent) => Some(self.labelled(&self.one_sentence, &format!("{percent} %"))),
            Reach::Context | Reach::Whole => None,
        }
    }

    /// What there is to read about a unit, in order, each with its label; matches only where `offers`
    /// says that the format has no better place for them.
    pub fn lines(&self, unit: &WorkUnit, offers: bool) -> Vec<(About, String)> {
        let mut lines = Vec::new();
        let mut place = format!("{} · {}", self.kind(unit.kind), self.todo(unit.todo));
        if unit.line > 0 {
            let _ = write!(place, " · {} {}", self.line, unit.line);
        }
        lines.push((About::Place, place));
        let mut add = |about: About, label: &str, text: &str| lines.push((about, self.labelled(label, text)));
        if let Some(note) = &unit.note {
            add(About::Note, &self.note, note);
        }
        if let Some(before) = &unit.before {
            let before = written(before);
            add(About::Before, &self.before, &before);
            add(About::Change, &self.change, &marked(&before, &written(&unit.source)));
        }
        unit.remarks.iter().for_each(|remark| add(About::Remark, &self.remark, remark));
        unit.terms.iter().for_each(|term| add(About::Term, &self.term, &self.term(term)));
        if offers {
            unit.matches.iter().for_each(|offer| add(About::Offer, &self.offer, &self.offer(offer)));
        }
        lines
    }
}

/// The name of `value`: the one at its place among all.
fn of<'n, T: PartialEq>(all: &[T], names: &'n [String], value: T) -> &'n str {
    let at = all.iter().position(|own| *own == value);
    at.and_then(|at| names.get(at)).map_or("", String::as_str)
}

/// The change by words, what went in `[-…-]` and what came in `{+…+}`, as `wdiff` writes it.
fn marked(before: &str, now: &str) -> String {
    let mut out = String::new();
    for op in word_diff(before, now) {
        let parts: [&str; 3] = match &op {
            DiffOp::Equal(text) => ["", text, ""],
            DiffOp::Delete(text) => ["[-", text, "-]"],
            DiffOp::Insert(text) => ["{+", text, "+}"],
        };
        parts.into_iter().for_each(|part| out.push_str(part));
    }
    out
}

//! What `sources` reports, as troubles of a row or as failures of a run. The messages' ids begin
//! with `trouble-`; a trouble's arguments are texts, `id:` before those that are messages.

use std::collections::BTreeSet;
use std::io;

use super::error::{Exit, Failure, Message};
use crate::domain::article::TreePath;
use crate::domain::verdict::Trouble;
use crate::messages::Value;
use crate::reports::wording;
use crate::sources::cause::Cause;
use crate::sources::files::{NotAFile, ReadError};
use crate::sources::ledger;
use crate::sources::ledger::salvage::Salvage;
use crate::sources::ledger::syntax::{Conflict, SyntaxError, SyntaxErrorKind};
use crate::sources::lock::LockError;
use crate::sources::out::{self, OutError};
use crate::sources::step::StepError;
use crate::sources::walk::{WalkProblem, WalkProblemKind};

/// A trouble with that code at that path.
pub fn trouble(code: &str, path: &TreePath, args: Vec<(&str, String)>) -> Trouble {
    Trouble {
        code: code.to_owned(),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        path: path.clone(),
    }
}

/// The code of a record of which some stanzas can be read and others can't.
pub const DAMAGED: &str = "trouble-record-part";

/// So many troubles are told one by one.
const TOLD: usize = 20;

/// How a run ends that had those troubles: they are told, each once, and the run has failed, whatever
/// else it could show.
pub fn ending<'t>(troubles: impl IntoIterator<Item = &'t Trouble>) -> Result<Exit, Failure> {
    let troubles: BTreeSet<&Trouble> = troubles.into_iter().collect();
    if troubles.is_empty() {
        return Ok(Exit::Done);
    }
    let hint = if troubles.iter().any(|trouble| may_be_left_out(trouble)) {
        "trouble-hint"
    } else {
        "trouble-hint-mend"
    };
    let more = troubles.len().saturating_sub(TOLD);
    let told = troubles.into_iter().take(TOLD).map(wording::trouble_message);
    let more = (more > 0).then(|| Message::new("trouble-more").with("count", more));
    Err(Failure::many(told.chain(more).collect()).hint(Message::new(hint)))
}

/// Whether the run could go on without the file: a record is of no collection that could leave it
/// out, and of two texts in one article's place one is to be chosen.
fn may_be_left_out(trouble: &Trouble) -> bool {
    const MENDED_ONLY: [&str; 4] =
        ["trouble-record", DAMAGED, "trouble-record-conflict", "trouble-merge-conflict"];
    !MENDED_ONLY.contains(&trouble.code.as_str())
        && !trouble.path.as_str().ends_with(ledger::path::SUFFIX)
        && !trouble.path.as_str().starts_with(".cotejo")
}

/// The reason, as an argument: the id of a message for the common ones, else the system's number.
pub fn cause_text(cause: Cause) -> String {
    match super::error::cause_id(cause.kind) {
        Some(id) => format!("id:{id}"),
        None => match cause.code {
            Some(code) => io::Error::from_raw_os_error(code).to_string(),
            None => cause.kind.to_string(),
        },
    }
}

/// The reason, as an argument of a failure's message.
pub fn cause_value(cause: Cause) -> Value {
    match super::error::cause_id(cause.kind) {
        Some(id) => Value::Message(id),
        None => Value::Text(cause_text(cause)),
    }
}

/// A file that could not be read, without which the run can do nothing.
pub fn failure_of_read(error: &ReadError) -> Failure {
    Failure::new(wording::trouble_message(&of_read(error)))
}

/// A file that could not be read.
pub fn of_read(error: &ReadError) -> Trouble {
    let path = error.path();
    match error {
        ReadError::Path { .. } => trouble("trouble-path", path, vec![]),
        ReadError::Missing { .. } => trouble("trouble-missing", path, vec![]),
        ReadError::NotAFile { what: NotAFile::Folder, .. } => trouble("trouble-folder", path, vec![]),
        ReadError::NotAFile { what: NotAFile::Special, .. } => trouble("trouble-special", path, vec![]),
        ReadError::TooLarge { size, limit, .. } => {
            trouble("trouble-too-large", path, vec![("size", mebibytes(*size)), ("limit", mebibytes(*limit))])
        }
        ReadError::Changing { .. } => trouble("trouble-changing", path, vec![]),
        ReadError::Outside { .. } => trouble("trouble-outside", path, vec![]),
        ReadError::LinkLoop { .. } => trouble("trouble-link-loop", path, vec![]),
        ReadError::Io { cause, .. } => trouble("trouble-io", path, vec![("cause", cause_text(*cause))]),
    }
}

fn mebibytes(bytes: u64) -> String {
    bytes.div_ceil(1 << 20).to_string()
}

/// A file that is no text.
pub fn of_no_text(path: &TreePath) -> Trouble {
    trouble("trouble-no-text", path, vec![])
}

/// An article with a merge conflict in it, which begins on that line.
pub fn of_conflict(path: &TreePath, line: usize) -> Trouble {
    trouble("trouble-merge-conflict", path, vec![("line", line.to_string())])
}

/// A record that could not be read as one.
pub fn of_record(path: &TreePath, error: &SyntaxError) -> Trouble {
    let line = ("line", error.line.to_string());
    match &error.kind {
        SyntaxErrorKind::Conflict(conflicts) => {
            let places: Vec<String> = conflicts.iter().map(conflict).collect();
            trouble("trouble-record-conflict", path, vec![line, ("what", places.join(", "))])
        }
        kind => trouble("trouble-record", path, vec![line, ("what", format!("id:{}", record_problem(kind)))]),
    }
}

/// A record that is damaged, and what could be read of it. Where only stanzas of links are, taking
/// them out is a mend too.
pub fn of_damaged_record(path: &TreePath, error: &SyntaxError, rest: Option<&Salvage>) -> Trouble {
    let Some(rest) = rest.filter(|rest| rest.damage.iter().all(|damage| damage.among_links)) else {
        return of_record(path, error);
    };
    let places = rest.damage.iter().take(TOLD).map(|damage| match damage.first == damage.last {
        true => damage.first.to_string(),
        false => format!("{}–{}", damage.first, damage.last),
    });
    let args = vec![
        ("line", error.line.to_string()),
        ("what", format!("id:{}", record_problem(&error.kind))),
        ("lines", places.collect::<Vec<_>>().join(", ")),
        ("count", rest.record.links.len().to_string()),
    ];
    trouble(DAMAGED, path, args)
}

fn conflict(conflict: &Conflict) -> String {
    match conflict.end {
        Some(end) => format!("{}–{end}", conflict.begin),
        None => conflict.begin.to_string(),
    }
}

fn record_problem(kind: &SyntaxErrorKind) -> &'static str {
    match kind {
        SyntaxErrorKind::NotARecord => "record-not-a-record",
        SyntaxErrorKind::UnknownVersion(_) => "record-version",
        SyntaxErrorKind::Conflict(_) => "record-conflict",
        SyntaxErrorKind::UnknownKey(_) => "record-unknown-key",
        SyntaxErrorKind::DuplicateKey(..) => "record-duplicate-key",
        SyntaxErrorKind::MissingKey(_) => "record-missing-key",
        SyntaxErrorKind::EmptyLink => "record-empty-link",
        SyntaxErrorKind::BadLinkId(_) => "record-bad-link",
        SyntaxErrorKind::BadLocale(_) => "record-bad-locale",
        SyntaxErrorKind::MissingPath => "record-missing-path",
        SyntaxErrorKind::BadPath(_) => "record-bad-path",
        SyntaxErrorKind::Misplaced => "record-misplaced",
        SyntaxErrorKind::BadKind(_) => "record-bad-kind",
        SyntaxErrorKind::BadHash(_) => "record-bad-hash",
        SyntaxErrorKind::BadStanding(_) => "record-bad-standing",
        SyntaxErrorKind::BadState(_) => "record-bad-state",
        SyntaxErrorKind::BadNote(_) => "record-bad-note",
        SyntaxErrorKind::BadTimestamp(_) => "record-bad-time",
        SyntaxErrorKind::BadEscape(_) => "record-bad-escape",
        SyntaxErrorKind::Truncated => "record-truncated",
        SyntaxErrorKind::AfterEnd => "record-after-end",
    }
}

/// A place of the tree that could not be listed; `None` where nothing is missing.
pub fn of_walk(problem: &WalkProblem) -> Option<Trouble> {
    let code = match &problem.kind {
        WalkProblemKind::MissingPrefix | WalkProblemKind::ListedElsewhere => return None,
        WalkProblemKind::Path(_) => "trouble-path",
        WalkProblemKind::Io(cause) => {
            let cause = cause_text(*cause);
            return Some(trouble(
                "trouble-io",
                &TreePath::new(problem.path.as_str()),
                vec![("cause", cause)],
            ));
        }
        WalkProblemKind::NotUnicode => "trouble-not-unicode",
        WalkProblemKind::Special => "trouble-special",
        WalkProblemKind::Outside => "trouble-outside",
        WalkProblemKind::BrokenLink => "trouble-broken-link",
        WalkProblemKind::Loop => "trouble-link-loop",
        WalkProblemKind::TooDeep => "trouble-too-deep",
    };
    Some(trouble(code, &TreePath::new(problem.path.as_str()), vec![]))
}

/// A lock that could not be had.
pub fn of_lock(error: LockError) -> Failure {
    match error {
        LockError::Held { by: Some(by), .. } => Failure::new(
            Message::new("lock-held").with("command", by.command).with("pid", by.pid.to_string()),
        )
        .hint(Message::new("lock-held-hint")),
        LockError::Held { by: None, .. } => {
            Failure::new(Message::new("lock-held-unknown")).hint(Message::new("lock-held-hint"))
        }
        LockError::Local(error) => of_local(error),
        LockError::NotAFile { path } => {
            Failure::new(Message::new("lock-not-a-file").with("path", path.display().to_string()))
        }
        LockError::Io { path, cause } => Failure::new(
            Message::new("error-write")
                .with("path", path.display().to_string())
                .with("cause", cause_value(cause)),
        ),
    }
}

fn of_local(error: crate::sources::local::LocalError) -> Failure {
    use crate::sources::local::LocalError;
    match error {
        LocalError::NotAFolder { path } => {
            Failure::new(Message::new("local-not-a-folder").with("path", path.display().to_string()))
        }
        LocalError::Io { path, cause } => Failure::new(
            Message::new("error-write")
                .with("path", path.display().to_string())
                .with("cause", cause_value(cause)),
        ),
    }
}

/// A step that did not happen.
pub fn of_step(error: StepError) -> Failure {
    let path = |id: &str, path: &TreePath| Failure::new(Message::new(id).showing("path", path));
    let full = |id: &str, path: &std::path::Path, cause: Cause| {
        Failure::new(
            Message::new(id).with("path", path.display().to_string()).with("cause", cause_value(cause)),
        )
    };
    match error {
        StepError::WrongLock => Failure::new(Message::new("step-wrong-lock")),
        StepError::Path { path: at, .. } => path("step-path", &at),
        StepError::Outside { path: at } => path("step-outside", &at),
        StepError::InTheWay { path: at } => path("step-in-the-way", &at),
        StepError::SameFile { path: at, other } => {
            Failure::new(Message::new("step-same-file").showing("path", at).showing("other", other))
        }
        StepError::Changed { path: at } => path("step-changed", &at).hint(Message::new("step-changed-hint")),
        StepError::Local(error) => of_local(error),
        StepError::Io { path, cause } => {
            full("error-write", &path, cause).hint(Message::new("step-nothing-written"))
        }
        StepError::Interrupted { path, cause } => {
            full("error-write", &path, cause).hint(Message::new("step-interrupted-hint"))
        }
        StepError::Damaged { path } => {
            Failure::new(Message::new("step-damaged").with("path", path.display().to_string()))
                .hint(Message::new("step-damaged-hint"))
        }
    }
}

/// What is out could not be read.
pub fn of_out(error: OutError) -> Failure {
    let what = match error {
        OutError::Read(error) => return failure_of_read(&error),
        OutError::List(path, cause) => {
            return Failure::new(
                Message::new("error-read").showing("path", path).with("cause", cause_value(cause)),
            );
        }
        OutError::Syntax(path, bad) => {
            let why = match bad.why {
                out::Why::Magic => "out-bad-magic",
                out::Why::Conflict => "out-bad-conflict",
                out::Why::Line => "out-bad-line",
                out::Why::Missing => "out-bad-missing",
                out::Why::Truncated => "out-bad-truncated",
            };
            Message::new("out-bad")
                .showing("path", path)
                .with("line", bad.line.to_string())
                .with("why", Value::Message(why))
        }
    };
    Failure::new(what).hint(Message::new("out-bad-hint"))
}

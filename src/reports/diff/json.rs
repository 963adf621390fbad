//! The diff as JSON: stable and language-neutral.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Accepted, Change, Diff, Entry, TargetUnit};

/// Writes one JSON object and a line end.
pub fn json(diff: &Diff, out: &mut dyn Write) -> io::Result<()> {
    let object = json!({
        "cotejo": "diff",
        "version": 1,
        "versions": diff.entries.iter().map(entry).collect::<Vec<Value>>(),
        "unrecorded": diff.unrecorded,
    });
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn entry(entry: &Entry) -> Value {
    json!({
        "article": entry.article,
        "title": entry.title,
        "locale": entry.locale,
        "source_locale": entry.source_locale,
        "source": entry.source,
        "target": entry.target,
        "verdict": entry.verdict,
        "recorded": entry.recorded,
        "unwanted": entry.unwanted,
        "last_accepted": entry.last.as_ref().map(|(by, at)| json!({ "by": by, "at": at })),
        "pending": entry.pending,
        "trouble": entry.trouble,
        "note": entry.editors_note,
        "changes": entry.changes.iter().map(change).collect::<Vec<Value>>(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "what": change.what,
        "units": change.units,
        "link": change.link.map(|link| link.to_string()),
        "class": change.class,
        "causes": change.causes,
        "words": change.words,
        "source_line": change.source_line,
        "target": change.target.iter().map(unit).collect::<Vec<Value>>(),
        "target_state": match change.target_state {
            crate::domain::track::TargetState::Same => "same",
            crate::domain::track::TargetState::Edited => "edited",
            crate::domain::track::TargetState::Removed => "removed",
        },
        "copied": change.copied,
        "after": change.after.as_ref().map(unit),
        "accepted": change.accepted.as_ref().map(accepted),
        "note": change.editors_note,
    })
}

fn unit(unit: &TargetUnit) -> Value {
    json!({ "line": unit.line, "hash": unit.hash.to_string(), "text": unit.text })
}

fn accepted(accepted: &Accepted) -> Value {
    json!({
        "by": accepted.by,
        "at": accepted.at,
        "state": accepted.state.name(),
        "reason": accepted.reason,
    })
}

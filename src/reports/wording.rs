//! How values of the domain are said in a sentence, in the user's language.

use crate::domain::change::ChangeClass;
use crate::domain::page::How;
use crate::domain::track::ClassCounts;
use crate::domain::verdict::{Published, Row, TermCounts, Totals, Trouble, Verdict};
use crate::messages::{Message, Messages, Value};

/// The verdict's name.
pub fn verdict(verdict: Verdict, messages: &Messages) -> String {
    messages.text(&format!("verdict-{}", verdict.name()))
}

/// The class's name.
pub fn class(class: ChangeClass, messages: &Messages) -> String {
    messages.text(&format!("class-{}", class.name()))
}

/// How a version is untranslated.
pub fn how(how: How, messages: &Messages) -> String {
    messages.text(match how {
        How::Notice => "how-notice",
        How::Silent => "how-silent",
        How::Copy => "how-copy",
    })
}

/// The changes that wait, as `2 major, 1 minor`; empty where there are none.
pub fn pending(counts: &ClassCounts, messages: &Messages) -> String {
    let parts: Vec<String> = [
        ("pending-major", counts.major),
        ("pending-mirror", counts.mirror),
        ("pending-minor", counts.minor),
        ("pending-cosmetic", counts.cosmetic),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| messages.get(id, &[("count", Value::from(count))]))
    .collect();
    parts.join(", ")
}

/// Who made what is there: a line for drafts of a machine, one for what was reviewed, where there are.
pub fn work(totals: &Totals, messages: &Messages) -> Vec<String> {
    [("status-drafts", totals.drafts), ("status-reviewed", totals.reviewed)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| messages.get(id, &[("count", Value::from(count))]))
        .collect()
}

/// What stands behind a row's verdict, and what the site shows: the parts in order, none empty.
pub fn details(row: &Row, messages: &Messages) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(wish) = row.wish {
        parts.push(messages.text(match wish {
            crate::domain::article::Wish::Keep => "wish-keep",
            crate::domain::article::Wish::Local => "wish-local",
        }));
    }
    if let Some(how_) = row.how {
        parts.push(how(how_, messages));
    }
    if row.verdict == Verdict::Partial {
        let percent = (row.source_share * 100.0).round().clamp(1.0, 99.0);
        parts.push(messages.get(
            "detail-share",
            &[("percent", Value::Number(percent)), ("locale", Value::text(&row.source_locale))],
        ));
    }
    let waiting = pending(&row.pending, messages);
    if !waiting.is_empty() {
        parts.push(waiting);
    }
    if row.edited > 0 {
        parts.push(messages.get("detail-edited", &[("count", Value::from(u64::from(row.edited)))]));
    }
    if row.lost > 0 {
        parts.push(messages.get("detail-lost", &[("count", Value::from(u64::from(row.lost)))]));
    }
    if row.review.draft_mt > 0 {
        parts.push(messages.get("detail-draft", &[("count", Value::from(u64::from(row.review.draft_mt)))]));
    }
    if row.review.reviewed > 0 {
        parts
            .push(messages.get("detail-reviewed", &[("count", Value::from(u64::from(row.review.reviewed)))]));
    }
    if let Some(flaw) = &row.flaw {
        parts.push(messages.get("detail-flawed", &[("count", Value::from(u64::from(flaw.count)))]));
    }
    if row.stale_notice {
        parts.push(messages.text("detail-stale-notice"));
    }
    if let Some(trouble) = &row.trouble {
        parts.push(self::trouble(trouble, messages));
    }
    if let Published::No { served, how: silent } = &row.published
        && row.verdict != Verdict::Untranslated
    {
        let id = match (served, silent) {
            (Some(_), Some(How::Silent)) => "detail-not-published-silent",
            (Some(_), _) => "detail-not-published",
            (None, _) => "detail-not-published-other",
        };
        let served = served.as_ref().map(ToString::to_string).unwrap_or_default();
        parts.push(messages.get(id, &[("served", Value::from(served))]));
    }
    parts
}

/// Why something could not be read.
pub fn trouble(trouble: &Trouble, messages: &Messages) -> String {
    let message = trouble_message(trouble);
    messages.get(&message.id, &message.args)
}

/// The same, not yet in any language.
pub fn trouble_message(trouble: &Trouble) -> Message {
    let mut message = Message::new(trouble.code.as_str()).showing("path", &trouble.path);
    for (name, value) in &trouble.args {
        // The names of the arguments that troubles have; a new one is added here.
        const NAMES: [&str; 8] = ["line", "size", "limit", "cause", "candidates", "what", "lines", "count"];
        if let Some(known) = NAMES.into_iter().find(|known| known == name) {
            let value = match value.strip_prefix("id:") {
                Some(id) => Value::Nested(Box::new(Message::new(id))),
                None => Value::from(value.as_str()),
            };
            message = message.with(known, value);
        }
    }
    message
}

/// How many findings about terms there are.
pub fn terms(counts: &TermCounts, messages: &Messages) -> String {
    let args = [
        ("errors", Value::from(u64::from(counts.errors))),
        ("warnings", Value::from(u64::from(counts.warnings))),
        ("hints", Value::from(u64::from(counts.hints))),
    ];
    messages.get("terms-found", &args)
}

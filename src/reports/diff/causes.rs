//! The causes of a change in words.

use crate::domain::change::Cause;
use crate::messages::{Messages, Value};
use crate::reports::table::cut;

/// So much of a text that a cause names is shown, in columns.
const ROOM: usize = 40;

/// A cause in a few words: `number 24 → 25`.
pub fn cause(cause: &Cause, messages: &Messages) -> String {
    let two = |id: &str, before: &Option<String>, after: &Option<String>| {
        let shown = |text: &Option<String>| {
            let text = text.as_deref().unwrap_or_default();
            Value::from(cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), ROOM))
        };
        let side = match (before, after) {
            (Some(_), None) => "-gone",
            (None, Some(_)) => "-new",
            _ => "",
        };
        messages.get(&format!("{id}{side}"), &[("before", shown(before)), ("after", shown(after))])
    };
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let id = match cause {
        Cause::Number { before, after } => return two("cause-number", before, after),
        Cause::Date { before, after } => return two("cause-date", before, after),
        Cause::Name { before, after } => return two("cause-name", before, after),
        Cause::Term { before, after } => return two("cause-term", before, after),
        Cause::Address { before, after } => return two("cause-address", before, after),
        Cause::Negation { before, after } => return two("cause-negation", &some(before), &some(after)),
        Cause::Kind { before, after } => {
            let name = |kind: &str| Value::Text(messages.text(&format!("block-{kind}")));
            return messages
                .get("cause-kind", &[("before", name(before.name())), ("after", name(after.name()))]);
        }
        Cause::Level { before, after } => {
            let level = |level: u8| Value::from(usize::from(level));
            return messages.get("cause-level", &[("before", level(*before)), ("after", level(*after))]);
        }
        Cause::Depth { before, after } => {
            let depth = |depth: u8| Value::from(usize::from(depth));
            return messages.get("cause-depth", &[("before", depth(*before)), ("after", depth(*after))]);
        }
        Cause::Added => "cause-added",
        Cause::Removed => "cause-removed",
        Cause::Rewritten => "cause-rewritten",
        Cause::Code => "cause-code",
        Cause::Data => "cause-data",
        Cause::Wording => "cause-wording",
        Cause::Moved => "cause-moved",
        Cause::Split => "cause-split",
        Cause::Merged => "cause-merged",
        Cause::DateForm => "cause-date-form",
        Cause::Markup => "cause-markup",
        Cause::Case => "cause-case",
        Cause::Punctuation => "cause-punctuation",
        Cause::Space => "cause-space",
    };
    messages.text(id)
}

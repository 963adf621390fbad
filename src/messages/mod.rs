//! The Fluent catalogues and the one place that formats them.
//!
//! A message is asked for by its id, with arguments by name, and comes back in the interface's
//! language. The catalogues are compiled in: a binary speaks its languages wherever it stands.
//! Isolation marks are off, so that what is shown can be copied and nothing invisible reaches a
//! file. `en-XA` is the pseudo-locale: English with every letter accented, by which a test sees
//! any text that did not come from here.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::finding::Arg;

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// English with accents on every letter, for tests and translators of the interface.
    Pseudo,
}

impl Language {
    /// The languages with a catalogue of their own.
    pub const ALL: [Language; 3] = [Language::En, Language::Es, Language::Fr];

    /// The language of a tag as `--lang`, `COTEJO_LANG` or `LANG` give it (`es`, `fr-CA`,
    /// `es_GT.UTF-8`); `None` where the interface does not speak it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let tag = tag.split(['.', '@']).next().unwrap_or("").replace('_', "-").to_ascii_lowercase();
        if tag == "en-xa" {
            return Some(Language::Pseudo);
        }
        match tag.split('-').next().unwrap_or("") {
            "en" | "c" | "posix" => Some(Language::En),
            "es" => Some(Language::Es),
            "fr" => Some(Language::Fr),
            _ => None,
        }
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
            Language::Fr => "fr",
            Language::Pseudo => "en-XA",
        }
    }

    fn resources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Language::En | Language::Pseudo => catalogue::EN,
            Language::Es => catalogue::ES,
            Language::Fr => catalogue::FR,
        }
    }
}

mod catalogue;
mod names;

pub use catalogue::{EN, ES, FR};

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, shown as it is; control characters are made visible.
    Text(String),
    /// A number, grouped in the user's way, choosing plural forms.
    Number(f64),
    /// Another message of the catalogue, by its id.
    Message(&'static str),
    /// Another message with arguments of its own.
    Nested(Box<Message>),
}

impl Value {
    /// Any text that shows itself.
    pub fn text(shown: impl fmt::Display) -> Value {
        Value::Text(shown.to_string())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(number as f64)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Value::Number(number as f64)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number as f64)
    }
}

impl From<&Arg> for Value {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => Value::Text(text.clone()),
            Arg::Number(number) => Value::Number(*number as f64),
            // The reports put it into words; here only its id can be shown.
            Arg::Trouble(trouble) => Value::Text(trouble.code.clone()),
        }
    }
}

/// A message of the catalogue with its arguments, not yet in any language.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The Fluent id.
    pub id: String,
    /// The arguments by name.
    pub args: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message of that id.
    pub fn new(id: impl Into<String>) -> Self {
        Message { id: id.into(), args: Vec::new() }
    }

    /// With one more argument.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// With one more argument that is shown as it shows itself.
    pub fn showing(self, name: &'static str, value: impl fmt::Display) -> Self {
        self.with(name, Value::text(value))
    }
}

/// The named arguments of a message.
pub type Args<'a> = &'a [(&'static str, Value)];

/// The messages in one interface language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

impl Messages {
    /// The catalogue of that language. A fault in a catalogue (a test keeps them without) is kept
    /// in [`Messages::faults`] and costs its own message only.
    pub fn new(language: Language) -> Self {
        let mut bundle = empty(language);
        let mut faults = Vec::new();
        let tag = language.tag();
        let mut languages = empty(language);
        for (name, text) in language.resources() {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, errors)| {
                faults.extend(errors.iter().map(|error| format!("{tag}/{name}: {error}")));
                rest
            });
            let bundle = if *name == names::AREA { &mut languages } else { &mut bundle };
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|error| format!("{tag}/{name}: {error}")));
            }
        }
        if let Err(error) = names::add_function(&mut bundle, languages) {
            faults.push(format!("{tag}: {error}"));
        }
        Messages { language, bundle, faults }
    }

    /// The language these messages are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What was wrong with the catalogues themselves.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Whether there is a message of that id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The message of that id. An id that the catalogue lacks gives the id itself, so that a slip
    /// costs a reader one sentence and not the whole run; a test finds it.
    pub fn get(&self, id: &str, args: Args<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Value::Text(text) => {
                    fluent.set(*name, FluentValue::String(Cow::Owned(visible(text).into_owned())))
                }
                Value::Number(value) => fluent.set(*name, *value),
                Value::Message(id) => fluent.set(*name, self.get(id, &[])),
                Value::Nested(message) => fluent.set(*name, self.get(&message.id, &message.args)),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }

    /// The message of that id without arguments.
    pub fn text(&self, id: &str) -> String {
        self.get(id, &[])
    }
}

/// A bundle that writes numbers as the language does, with no message in it.
fn empty(language: Language) -> FluentBundle<FluentResource> {
    let tag = match language {
        Language::Pseudo => "en",
        other => other.tag(),
    };
    let locales = tag.parse().map(|id| vec![id]).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(locales);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En | Language::Pseudo => |value, _| number(value, ",", 4, "."),
        Language::Es => |value, _| number(value, "\u{202f}", 5, ","),
        Language::Fr => |value, _| number(value, "\u{202f}", 4, ","),
    }));
    if language == Language::Pseudo {
        bundle.set_transform(Some(accented));
    }
    bundle
}

/// The text with control characters, line breaks and the marks that turn the direction of writing
/// made visible as `\u{…}`: what a page or a file name says must not steer a terminal.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if steers(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// Whether the letter would steer a terminal or the direction of writing.
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// A number with its digits grouped from `from` digits up (Spanish leaves four together, by the
/// Ortografía of 2010; English and French do not), at most one decimal.
fn number(value: &FluentValue<'_>, separator: &str, from: usize, point: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let tenths = (number.value.abs() * 10.0).round() as u64;
    let digits = (tenths / 10).to_string();
    let mut out = String::new();
    if number.value < 0.0 && tenths > 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() >= from && (digits.len() - index).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    if !tenths.is_multiple_of(10) {
        out.push_str(point);
        out.push_str(&(tenths % 10).to_string());
    }
    Some(out)
}

/// English with an accent on each ASCII letter.
fn accented(text: &str) -> Cow<'_, str> {
    const FROM: &str = "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ";
    const TO: &str = "áÁƀɃćĆđĐéÉƒƑǵǴĥĤíÍĵĴḱḰĺĹḿḾńŃóÓṕṔʠɊŕŔśŚţŢúÚṽṼẃẂẋẊýÝźŹ";
    Cow::Owned(
        text.chars()
            .map(|c| match FROM.chars().position(|plain| plain == c) {
                Some(at) => TO.chars().nth(at).unwrap_or(c),
                None => c,
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_in_any_dress_finds_its_language() {
        for (tag, language) in [
            ("es", Some(Language::Es)),
            ("es_GT.UTF-8", Some(Language::Es)),
            ("fr-CA", Some(Language::Fr)),
            ("C.UTF-8", Some(Language::En)),
            ("POSIX", Some(Language::En)),
            ("en_GB@euro", Some(Language::En)),
            ("en-XA", Some(Language::Pseudo)),
            ("de_DE.UTF-8", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        let shown = |language: Language, value: f64| {
            let messages = Messages::new(language);
            let source = "n = { $n }".to_owned();
            let mut bundle = messages.bundle;
            bundle.add_resource_overriding(FluentResource::try_new(source).expect("a plain message"));
            Messages { language, bundle, faults: Vec::new() }.get("n", &[("n", Value::Number(value))])
        };
        assert_eq!(shown(Language::En, 1234.0), "1,234");
        assert_eq!(shown(Language::Es, 1234.0), "1234");
        assert_eq!(shown(Language::Es, 12345.5), "12\u{202f}345,5");
        assert_eq!(shown(Language::Fr, 1234567.0), "1\u{202f}234\u{202f}567");
        assert_eq!(shown(Language::Fr, -0.04), "0");
    }

    #[test]
    fn a_page_can_not_steer_the_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\nc\u{202e}d"), "a\\u{1b}[31mb\\u{a}c\\u{202e}d");
        assert_eq!(visible("región — 25\u{a0}%"), "región — 25\u{a0}%");
    }
}

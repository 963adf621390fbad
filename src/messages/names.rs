//! The names of languages in the interface's language.
//!
//! In Spanish and French a bare tag reads as a word ("served in en"), so a sentence says
//! `{ LANGUAGE($locale) }`; tables and formats for programs keep the tags.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource, FluentValue};

use crate::domain::locale::Locale;

/// The area of the catalogues that holds the names, a message a tag: `language-pt-BR`.
pub const AREA: &str = "languages";

/// Gives the messages of `bundle` the function LANGUAGE, which puts a tag's name for the tag, and the
/// names for tags parted by a comma and a blank. `names` holds the names.
pub fn add_function(
    bundle: &mut FluentBundle<FluentResource>,
    names: FluentBundle<FluentResource>,
) -> Result<(), FluentError> {
    bundle.add_function("LANGUAGE", move |args, _| match args.first() {
        Some(FluentValue::String(tags)) => {
            let all: Vec<String> = tags.split(", ").map(|tag| named(tag, &names)).collect();
            FluentValue::String(Cow::Owned(all.join(", ")))
        }
        Some(other) => other.clone(),
        None => FluentValue::Error,
    })
}

/// The name of the tag; of a tag that has none the name of its language with the rest in brackets;
/// else the tag itself.
fn named(tag: &str, names: &FluentBundle<FluentResource>) -> String {
    let name = |tag: &str| {
        let pattern = names.get_message(&format!("language-{tag}"))?.value()?;
        Some(names.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    };
    if let Some(name) = name(tag) {
        return name;
    }
    let language = tag.parse::<Locale>().ok().map(|locale| locale.language().to_owned());
    match language.and_then(|language| Some((name(&language)?, tag.get(language.len() + 1..)?))) {
        Some((name, rest)) => format!("{name} ({rest})"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::{Language, Messages, Value};

    #[test]
    fn a_sentence_names_the_language_and_never_a_bare_tag() {
        let said = |language: Language, tag: &str| {
            Messages::new(language).get("evidence-requested-notice", &[("locale", Value::from(tag))])
        };
        for (language, tag, name) in [
            (Language::En, "es", "in Spanish"),
            (Language::Es, "en", "en inglés"),
            (Language::Fr, "en", "en anglais"),
            (Language::Fr, "pt-BR", "en portugais brésilien"),
            (Language::Es, "es-GT", "en español (GT)"),
            (Language::Es, "quc", "en quc"),
            (Language::Es, "da, nb", "en danés, noruego bokmål"),
            (Language::Pseudo, "es", "Śṕáńíśĥ"),
        ] {
            let said = said(language, tag);
            assert!(said.ends_with(name), "{tag}: {said}");
        }
    }
}

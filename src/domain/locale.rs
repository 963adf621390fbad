//! A locale: a checked BCP 47 tag.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

/// A BCP 47 language tag (`en`, `es`, `pt-BR`, `zh-Hant`), checked and in canonical case.
///
/// Ordered and hashed by its text, so that lists of locales are deterministic. A clone shares the
/// text: every file and every place of a tree has a locale.
#[derive(Clone, Debug)]
pub struct Locale {
    id: LanguageIdentifier,
    tag: Arc<str>,
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        // The tag is canonical, so it tells all that the identifier does.
        Arc::ptr_eq(&self.tag, &other.tag) || self.tag == other.tag
    }
}

impl Eq for Locale {}

impl Hash for Locale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}

/// A text that is no locale, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLocale {
    /// The text.
    pub text: String,
    /// Why it is none.
    pub why: NoLocale,
}

/// Why a text is no locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLocale {
    /// It is no BCP 47 tag.
    NoTag,
    /// `und`, the tag of what is in no known language: no text can be told to be in it.
    Undetermined,
    /// A tag that has no language at all, only what some people agreed on among themselves
    /// (`x-…`): what such a text is written in nobody else can tell.
    PrivateOnly,
    /// A tag of a language with a private or an extension part (`de-x-leicht`, `en-u-…`), which
    /// says more than which language, script and region a text is in.
    Extended,
}

impl fmt::Display for BadLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            NoLocale::NoTag => "is not a BCP 47 language tag",
            NoLocale::Undetermined => "names no language",
            NoLocale::PrivateOnly => "names no language, only something private",
            NoLocale::Extended => "has a private or an extension part",
        };
        write!(f, "{:?} {why}", self.text)
    }
}

impl std::error::Error for BadLocale {}

/// Why a text that unic-langid does not take, or takes for no language, is no locale.
fn why_not(text: &str) -> NoLocale {
    let lower = text.to_ascii_lowercase().replace('_', "-");
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let parts: Vec<&str> = lower.split('-').collect();
    if !parts.iter().all(|text| part(text)) {
        return NoLocale::NoTag;
    }
    match parts.as_slice() {
        ["und", ..] => NoLocale::Undetermined,
        ["x", _, ..] => NoLocale::PrivateOnly,
        // After a single letter or figure something stands that it is about.
        _ => match parts.iter().position(|part| part.len() == 1) {
            Some(at) if at > 0 && at + 1 < parts.len() => {
                let language = parts.get(..at).unwrap_or_default().join("-");
                match language.parse::<LanguageIdentifier>() {
                    Ok(id) if !id.language.is_empty() => NoLocale::Extended,
                    _ => NoLocale::NoTag,
                }
            }
            _ => NoLocale::NoTag,
        },
    }
}

impl Locale {
    /// English.
    pub fn english() -> Locale {
        let language = "en".parse().unwrap_or_default();
        Locale { id: LanguageIdentifier::from_parts(language, None, None, &[]), tag: "en".into() }
    }

    /// The primary language subtag in lower case (`pt` of `pt-BR`).
    pub fn language(&self) -> &str {
        self.id.language.as_str()
    }

    /// The script subtag, if the tag has one (`Hant` of `zh-Hant`).
    pub fn script(&self) -> Option<&str> {
        self.id.script.as_ref().map(|s| s.as_str())
    }

    /// The region subtag, if the tag has one (`BR` of `pt-BR`).
    pub fn region(&self) -> Option<&str> {
        self.id.region.as_ref().map(|r| r.as_str())
    }

    /// The canonical text of the tag.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The identifier as unic-langid knows it.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.id
    }
}

impl FromStr for Locale {
    type Err = BadLocale;

    /// Reads a tag. `_` is taken for `-`, and case is put right, as POSIX and CMS names write both.
    fn from_str(text: &str) -> Result<Self, BadLocale> {
        let bad = || BadLocale { text: text.to_owned(), why: why_not(text) };
        let id: LanguageIdentifier = text.parse().map_err(|_| bad())?;
        if id.language.is_empty() {
            return Err(bad());
        }
        let tag = id.to_string().into();
        Ok(Locale { id, tag })
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.tag)
    }
}

impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locale {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.tag.cmp(&other.tag)
    }
}

impl serde::Serialize for Locale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.tag)
    }
}

impl<'de> serde::Deserialize<'de> for Locale {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_canonical_however_it_was_typed() {
        for (typed, canonical) in
            [("es", "es"), ("PT-br", "pt-BR"), ("zh_hant", "zh-Hant"), ("sr-latn-rs", "sr-Latn-RS")]
        {
            assert_eq!(typed.parse::<Locale>().map(|l| l.to_string()), Ok(canonical.to_owned()));
        }
    }

    #[test]
    fn english_is_what_its_tag_reads_as() {
        let read: Locale = "en".parse().unwrap();
        assert_eq!(Locale::english(), read);
        assert_eq!(Locale::english().identifier(), read.identifier());
    }

    #[test]
    fn a_tag_that_names_no_language_is_refused_for_what_it_is() {
        for (typed, why) in [
            ("und", NoLocale::Undetermined),
            ("UND-Latn", NoLocale::Undetermined),
            ("x-private", NoLocale::PrivateOnly),
            ("X_klingon-2", NoLocale::PrivateOnly),
            ("de-x-leicht", NoLocale::Extended),
            ("en-US-u-ca-gregory", NoLocale::Extended),
            ("x", NoLocale::NoTag),
            ("x-", NoLocale::NoTag),
            ("de-x", NoLocale::NoTag),
            ("x-toolongapart", NoLocale::NoTag),
            ("español", NoLocale::NoTag),
            ("a-b-c", NoLocale::NoTag),
        ] {
            assert_eq!(typed.parse::<Locale>().map_err(|bad| bad.why), Err(why), "{typed}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for typed in ["", "und", "español", "e", "../es", "es es"] {
            assert!(typed.parse::<Locale>().is_err(), "{typed:?} was taken for a tag");
        }
    }
}

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

/// A text that is no BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLocale(pub String);

impl fmt::Display for BadLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a BCP 47 language tag", self.0)
    }
}

impl std::error::Error for BadLocale {}

impl Locale {
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
        let id: LanguageIdentifier = text.parse().map_err(|_| BadLocale(text.to_owned()))?;
        if id.language.is_empty() {
            return Err(BadLocale(text.to_owned()));
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
    fn what_is_no_tag_is_refused() {
        for typed in ["", "und", "español", "e", "../es", "es es"] {
            assert!(typed.parse::<Locale>().is_err(), "{typed:?} was taken for a tag");
        }
    }
}

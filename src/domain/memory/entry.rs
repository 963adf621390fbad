//! What a memory holds: a text and its translation, with where they come from.

use crate::domain::article::ArticleId;
use crate::domain::locale::Locale;
use crate::domain::record::{LinkId, LinkState, Timestamp};

/// Whether an entry is a whole unit or a sentence of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    /// A unit.
    Unit,
    /// A segment.
    Segment,
}

/// Where an entry comes from in the project; texts from elsewhere (a TMX) have none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The article.
    pub article: ArticleId,
    /// The link of its record, if it has one.
    pub link: Option<LinkId>,
}

/// A text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was translated, with its inline markup as written.
    pub source: String,
    /// The translation.
    pub target: String,
    /// The source text right before it, empty at the beginning of an article; `None` if not known.
    pub before: Option<String>,
    /// The source text right behind it, likewise.
    pub after: Option<String>,
    /// Unit or segment.
    pub grain: Grain,
    /// How the translation came to be.
    pub state: LinkState,
    /// Who made or accepted it; empty if nobody is named.
    pub by: String,
    /// When.
    pub at: Option<Timestamp>,
    /// Where it stands.
    pub origin: Option<Origin>,
    /// So many percent are taken off its matches: it is from elsewhere, and nobody here vouched for it.
    pub penalty: u8,
}

impl Entry {
    /// A translation by a person of which nothing else is known.
    pub fn new(source: impl Into<String>, target: impl Into<String>) -> Self {
        Entry {
            source: source.into(),
            target: target.into(),
            before: None,
            after: None,
            grain: Grain::Segment,
            state: LinkState::Translated,
            by: String::new(),
            at: None,
            origin: None,
            penalty: 0,
        }
    }
}

/// An entry as a memory holds it; see [`Entry`] for the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View<'m> {
    /// What was translated.
    pub source: &'m str,
    /// The translation.
    pub target: &'m str,
    /// The source text right before it.
    pub before: Option<&'m str>,
    /// The source text right behind it.
    pub after: Option<&'m str>,
    /// Unit or segment.
    pub grain: Grain,
    /// How the translation came to be.
    pub state: LinkState,
    /// Who made or accepted it.
    pub by: &'m str,
    /// When.
    pub at: Option<Timestamp>,
    /// The article it stands in.
    pub article: Option<&'m str>,
    /// The link of that article's record.
    pub link: Option<LinkId>,
    /// How many percent are taken off its matches.
    pub penalty: u8,
}

impl View<'_> {
    /// The entry as a value of its own.
    pub fn to_entry(&self) -> Entry {
        Entry {
            source: self.source.to_owned(),
            target: self.target.to_owned(),
            before: self.before.map(str::to_owned),
            after: self.after.map(str::to_owned),
            grain: self.grain,
            state: self.state,
            by: self.by.to_owned(),
            at: self.at,
            origin: self
                .article
                .map(|article| Origin { article: ArticleId::from_text(article), link: self.link }),
            penalty: self.penalty,
        }
    }

    /// How much it is to be trusted: what two people read comes first, a machine's draft last.
    pub(super) fn trust(&self) -> u8 {
        match self.state {
            LinkState::Reviewed => 3,
            LinkState::Translated => 2,
            LinkState::AsIs => 1,
            LinkState::DraftMt => 0,
        }
    }
}

/// How well a language of one text serves another.
///
/// `es-ES` serves `es`, and `es` serves `es-ES` and `es-MX`; `es-ES` does not serve `es-MX`. A script
/// that both name must be the same, and Chinese is told apart by its script even where only a region
/// names it (`zh-TW` is `zh-Hant`).
pub fn serves(one: &Locale, other: &Locale) -> bool {
    let compatible = |one: Option<&str>, other: Option<&str>| match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    one.language() == other.language()
        && compatible(script(one), script(other))
        && compatible(one.region(), other.region())
}

fn script(locale: &Locale) -> Option<&str> {
    let by_region = || match (locale.language(), locale.region()) {
        ("zh", Some("TW" | "HK" | "MO")) => Some("Hant"),
        ("zh", Some("CN" | "SG")) => Some("Hans"),
        _ => None,
    };
    locale.script().or_else(by_region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_serves_its_regions_and_they_serve_it() {
        let serve = |one: &str, other: &str| {
            let (one, other) = (one.parse().unwrap(), other.parse().unwrap());
            assert_eq!(serves(&one, &other), serves(&other, &one));
            serves(&one, &other)
        };
        for (one, other) in
            [("es", "es"), ("es-ES", "es"), ("zh-TW", "zh-Hant"), ("zh", "zh-CN"), ("sr", "sr-Latn")]
        {
            assert!(serve(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("es-ES", "es-MX"),
            ("es", "pt"),
            ("zh-TW", "zh-CN"),
            ("zh-Hans", "zh-HK"),
            ("sr-Cyrl", "sr-Latn"),
        ] {
            assert!(!serve(one, other), "{one} {other}");
        }
    }
}

//! The names a site gives its locales in paths and addresses.

use std::collections::BTreeMap;

use crate::domain::locale::Locale;

/// No name of a locale is longer: 35 characters hold every tag RFC 5646 asks software to take
/// (§4.4.1), and a configured segment may be somewhat longer.
pub const LONGEST_NAME: usize = 64;

/// What stands for a locale in a path or an address: its tag (`zh-Hans`, however it is written:
/// `zh_hans`, `ZH-HANS`) and the segments a site's configuration gives it (`zh-cn`, `es-es`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocaleNames {
    by_name: BTreeMap<String, Locale>,
    spelled: BTreeMap<Locale, String>,
}

impl LocaleNames {
    /// The names of `locales`: their tags.
    pub fn new<'l>(locales: impl IntoIterator<Item = &'l Locale>) -> Self {
        let mut names = LocaleNames::default();
        for locale in locales {
            names.by_name.insert(folded(locale.as_str()), locale.clone());
        }
        names
    }

    /// Lets `segment` stand for `locale` when a path or an address is read. A segment outranks a
    /// tag of the same text, for a site may mean `pt-BR` by `pt`.
    pub fn read_as(&mut self, segment: &str, locale: &Locale) {
        self.by_name.insert(folded(segment), locale.clone());
    }

    /// Lets `segment` stand for `locale` when a path is read, and when one is made.
    pub fn write_as(&mut self, segment: &str, locale: &Locale) {
        self.read_as(segment, locale);
        self.spelled.insert(locale.clone(), segment.to_owned());
    }

    /// The locale that `name` stands for, whatever its case and whether it has `-` or `_`.
    pub fn get(&self, name: &str) -> Option<&Locale> {
        if name.is_empty() || name.len() > LONGEST_NAME {
            return None;
        }
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.bytes().all(plain) {
            return self.by_name.get(name);
        }
        self.by_name.get(&folded(name))
    }

    /// What is written for `locale` in a new path: its own segment, or else its tag.
    pub fn spell<'s>(&'s self, locale: &'s Locale) -> &'s str {
        self.spelled.get(locale).map_or(locale.as_str(), String::as_str)
    }

    /// The locales that have a name, each once, sorted.
    pub fn locales(&self) -> Vec<&Locale> {
        let mut locales: Vec<&Locale> = self.by_name.values().collect();
        locales.sort();
        locales.dedup();
        locales
    }
}

fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(|c| if c == '_' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_known_by_its_tag_and_by_its_segments_in_any_case() {
        let tags: Vec<Locale> =
            ["en", "es", "pt-BR", "zh-Hans"].iter().filter_map(|t| t.parse().ok()).collect();
        let mut names = LocaleNames::new(&tags);
        names.read_as("zh-cn", &tags[3]);
        names.write_as("es-es", &tags[1]);
        for (name, tag) in [
            ("pt-br", "pt-BR"),
            ("PT_BR", "pt-BR"),
            ("zh-CN", "zh-Hans"),
            ("zh_Hans", "zh-Hans"),
            ("es", "es"),
            ("ES-es", "es"),
        ] {
            assert_eq!(names.get(name).map(Locale::as_str), Some(tag), "{name}");
        }
        for name in ["", "pt", "english", "fr", "es-mx"] {
            assert_eq!(names.get(name), None, "{name}");
        }
        assert_eq!(names.spell(&tags[1]), "es-es");
        assert_eq!(names.spell(&tags[3]), "zh-Hans");
    }
}

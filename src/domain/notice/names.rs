//! Names of languages as notices write them, and the site's locale that a name stands for.

use std::ops::Range;
use std::sync::LazyLock;

use super::fold::{ends_word, fold};
use super::heads::{Head, Heads};
use crate::domain::locale::Locale;

/// The list of names; its head says how it is written.
const LIST: &str = include_str!("names.txt");

/// What the list has in the place of a tag for words that only look like a name.
pub(crate) const NO_NAME: &str = "none";

/// One form of a name.
struct Form {
    /// The tag it names.
    tag: &'static str,
    /// Only in a notice written in this language.
    only_in: Option<&'static str>,
    /// Any ending may follow.
    open: bool,
}

/// A name found in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What it names: several tags where the form is shared ("slovensk" is Slovak to a Czech and
    /// Slovenian to a Swede), the unrestricted one first.
    pub(crate) tag: &'static str,
}

/// All names, compiled once.
pub(crate) struct Names {
    heads: Heads,
    forms: Vec<Vec<Form>>,
}

pub(crate) static NAMES: LazyLock<Names> = LazyLock::new(Names::compile);

/// The forms of the list as written: tag, form without its marks.
pub(crate) fn forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIST.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(tag, forms)| forms.split_whitespace().map(move |form| (tag.trim(), form)))
}

impl Names {
    fn compile() -> Self {
        let mut index = std::collections::BTreeMap::<String, Vec<Form>>::new();
        for (tag, form) in forms() {
            let (only_in, form) = match form.split_once('/') {
                Some((language, form)) => (Some(language), form),
                None => (None, form),
            };
            let open = form.ends_with('*');
            let text = fold(&form.trim_end_matches('*').replace('*', "").replace('_', " "));
            // Arabic adjectives: the list has the feminine ("language" is feminine), sites write both.
            if let Some(masculine) = text.strip_suffix("یه").filter(|head| head.chars().count() > 2) {
                index.entry(format!("{masculine}ی")).or_default().push(Form { tag, only_in, open });
            }
            let entry = index.entry(text).or_default();
            if !entry.iter().any(|known| known.tag == tag && known.only_in == only_in) {
                entry.push(Form { tag, only_in, open });
            }
        }
        let (heads, forms) = Heads::new(index);
        Names { heads, forms }
    }

    /// The names in a folded text, longest first where two begin at one place, none overlapping;
    /// `language` is the one the notice is written in, if known.
    pub(crate) fn find(&self, text: &str, language: Option<&str>) -> Vec<Named> {
        let mut found = Vec::new();
        self.heads.find(text, |Head { start, end, word }| {
            let Some(forms) = self.forms.get(word) else { return };
            let closed = ends_word(text, end);
            let fits = |form: &&Form| {
                (closed || form.open) && form.only_in.is_none_or(|only| language == Some(only))
            };
            let form = forms
                .iter()
                .filter(fits)
                .max_by_key(|form| (form.only_in.is_some(), std::cmp::Reverse(std::ptr::from_ref(*form))));
            if let Some(form) = form.filter(|form| form.tag != NO_NAME) {
                let end = if closed { end } else { word_end(text, end) };
                found.push(Named { start, end, tag: form.tag });
            }
        });
        found.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
        let mut last_end = 0;
        found.retain(|name| {
            let keep = name.start >= last_end;
            if keep {
                last_end = name.end;
            }
            keep
        });
        found
    }
}

/// Where the word that goes on at `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find(|c: char| !c.is_alphanumeric())).map_or(text.len(), |n| at + n)
}

/// The first of the site's locales that `tag` stands for: the same tag, else the same language
/// and script or region, else the same language; the bare language where the site has none.
pub(crate) fn resolve(tag: &str, locales: &[Locale]) -> Option<Locale> {
    let wanted: Locale = tag.parse().ok()?;
    let same = |locale: &&Locale| same_language(locale.language(), wanted.language());
    let with = |fits: &dyn Fn(&Locale) -> bool| locales.iter().filter(same).find(|l| fits(l)).cloned();
    with(&|l| *l == wanted)
        .or_else(|| with(&|l| wanted.script().is_some() && script(l) == wanted.script()))
        .or_else(|| with(&|l| wanted.script().is_none() && l.script().is_none() && l.region().is_none()))
        .or_else(|| with(&|_| true))
        .or(Some(wanted))
}

/// The script a Chinese locale is written in, by its region where it does not say.
fn script(locale: &Locale) -> Option<&str> {
    locale.script().or(match (locale.language(), locale.region()) {
        ("zh", Some("TW" | "HK" | "MO")) => Some("Hant"),
        ("zh", Some("CN" | "SG")) => Some("Hans"),
        _ => None,
    })
}

/// Whether two primary subtags mean one language: the same, or a deprecated or narrower twin.
pub(crate) fn same_language(a: &str, b: &str) -> bool {
    let plain = |code| match code {
        "no" | "nn" => "nb",
        "iw" => "he",
        "in" => "id",
        "fil" => "tl",
        "mo" => "ro",
        other => other,
    };
    let (a, b) = (if a == "nn" && b == "nn" { "nb" } else { plain(a) }, plain(b));
    a == b
}

/// A range of the folded text, as a convenience of the rules.
impl Named {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str, language: &str) -> Vec<&'static str> {
        NAMES.find(&fold(text), Some(language)).into_iter().map(|name| name.tag).collect()
    }

    #[test]
    fn a_name_is_known_in_the_form_the_sentence_gives_it() {
        for (text, language, tag) in [
            ("на английском языке", "ru", "en"),
            ("w języku angielskim", "pl", "en"),
            ("po polsku", "pl", "pl"),
            ("auf Englisch", "de", "en"),
            ("în engleză", "ro", "en"),
            ("englanniksi", "fi", "en"),
            ("v slovenskom jazyku", "sk", "sk"),
            ("v slovenskem jeziku", "sl", "sl"),
            ("na slovenskom jeziku", "hr", "sl"),
            ("באנגלית", "he", "en"),
            ("باللغة الإنجليزية", "ar", "en"),
            ("bằng tiếng Anh", "vi", "en"),
            ("英語で", "ja", "en"),
            ("영어로", "ko", "en"),
            ("İngilizce olarak", "tr", "en"),
            ("in het Nederlands", "nl", "nl"),
            ("Portuguese (Brazil)", "en", "pt-BR"),
            ("繁體中文", "zh", "zh-Hant"),
            ("ภาษาอังกฤษ", "th", "en"),
            ("ingelesez", "eu", "en"),
        ] {
            assert_eq!(tags(text, language), [tag], "{text}");
        }
    }

    #[test]
    fn a_country_is_no_language() {
        for text in ["in Germany", "en Inglaterra", "in England", "in Italien", "w Polsce", "in Hungary"] {
            assert_eq!(tags(text, "de"), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_name_stands_for_the_locale_the_site_has() {
        let locales: Vec<Locale> =
            ["en-GB", "zh-TW", "zh-CN", "pt-PT", "pt-BR", "no"].iter().map(|l| l.parse().unwrap()).collect();
        for (tag, locale) in [
            ("en", "en-GB"),
            ("zh", "zh-TW"),
            ("zh-Hans", "zh-CN"),
            ("zh-Hant", "zh-TW"),
            ("pt-BR", "pt-BR"),
            ("pt", "pt-PT"),
            ("nb", "no"),
            ("de", "de"),
        ] {
            assert_eq!(resolve(tag, &locales).unwrap().as_str(), locale, "{tag}");
        }
    }
}

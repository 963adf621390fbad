//! Addresses of pages, brought to the form in which two versions of one article are equal.
//!
//! The slug alone is no key: the same slug stands under two months of the same news site. What
//! stays the same from language to language is the host and the path *around* the locale
//! segment, so the key is those two. The rules below come from pages as sites serve them:
//!
//! - the locale is told by the first of the path's leading segments that names one of the site's
//!   locales, else by a sub-domain (`es.example.org`), else by a query parameter (`?lang=es`),
//!   else by the file's double ending (`about.es.html`, as web servers negotiate it). Never by
//!   another suffix of the slug: `…_en.aspx` stands under `es-es` on real sites;
//! - scheme, `www.`, default port, fragment, trailing slash and index file do not make another
//!   page; neither does the print view (`?p=1`) nor what a campaign hangs on a link (`utm_…`);
//! - percent-encoding is undone where it decodes to text, and the text is composed (NFC);
//! - the case of the host never counts; the case of the path does, but for `.aspx` pages, whose
//!   server ignores it.
//!
//! Parsing itself (hosts, dot segments, IDNA, odd bytes) is that of the `url` crate, which follows
//! the WHATWG standard: what a browser would have asked for.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use url::Url;

use super::names::LocaleNames;
use crate::domain::locale::Locale;

/// Addresses longer than this (in bytes) are no address: servers refuse them as well.
const LONGEST_ADDRESS: usize = 8192;

/// How many leading path segments may hold the locale (`/sites/public/es/…`).
const LOCALE_DEPTH: usize = 3;

/// What an address says, in the form in which versions compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What the versions of one article have in common.
    pub key: AddressKey,
    /// The locale it asks for, where it says one.
    pub locale: Option<Locale>,
    /// Whether it is the print view of its page.
    pub print_view: bool,
}

/// Host and path (and query, where it counts) without the locale.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AddressKey(String);

impl AddressKey {
    /// The key as text, for evidence: `wcoomd.org/media/newsroom/2018/april/x.aspx`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AddressKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Reads an address. `base` is the site's own, for addresses that are a path only
/// (`/es/about/`). `None` for what is no web address.
pub fn read(address: &str, base: Option<&str>, names: &LocaleNames) -> Option<Address> {
    let text = address.trim();
    if text.is_empty() || text.len() > LONGEST_ADDRESS {
        return None;
    }
    let url = parse(text, base)?;
    let mut host = url.host_str()?.trim_end_matches('.').to_lowercase();
    if let Some(bare) = host.strip_prefix("www.") {
        host = bare.to_owned();
    }
    if let Some(port) = url.port() {
        host = format!("{host}:{port}");
    }

    let mut segments: Vec<String> =
        url.path_segments()?.filter(|segment| !segment.is_empty()).map(decoded).collect();
    if segments.last().is_some_and(|last| is_index(last)) {
        segments.pop();
    }

    let mut locale = None;
    let place = segments.iter().take(LOCALE_DEPTH).position(|segment| names.get(segment).is_some());
    if let Some(place) = place {
        locale = names.get(&segments.remove(place)).cloned();
    }
    if let Some((label, rest)) = host.split_once('.')
        && rest.contains('.')
        && let Some(found) = names.get(label)
    {
        locale = locale.or_else(|| Some(found.clone()));
        host = rest.to_owned();
    }

    let mut print_view = false;
    let mut kept: Vec<(String, String)> = Vec::new();
    for (name, value) in url.query_pairs() {
        match name.to_ascii_lowercase().as_str() {
            "p" if value == "1" => print_view = true,
            "print" | "printable" => print_view = true,
            "lang" | "language" | "locale" | "hl" | "setlang" | "lng" | "l"
                if names.get(&value).is_some() =>
            {
                locale = locale.or_else(|| names.get(&value).cloned());
            }
            "fbclid" | "gclid" | "msclkid" => {}
            campaign if campaign.starts_with("utm_") => {}
            _ => kept.push((name.into_owned(), value.into_owned())),
        }
    }
    kept.sort();

    if locale.is_none()
        && let Some(last) = segments.last_mut()
        && let Some((before, ending)) = last.rsplit_once('.')
        && let Some((stem, name)) = before.rsplit_once('.')
        && !stem.is_empty()
        && let Some(found) = names.get(name)
    {
        locale = Some(found.clone());
        *last = format!("{stem}.{ending}");
        if is_index(last) {
            segments.pop();
        }
    }

    let caseless = segments.last().is_some_and(|last| last.to_ascii_lowercase().ends_with(".aspx"));
    let mut key = host;
    for segment in &segments {
        key.push('/');
        if caseless { key.push_str(&segment.to_lowercase()) } else { key.push_str(segment) }
    }
    for (index, (name, value)) in kept.iter().enumerate() {
        key.push(if index == 0 { '?' } else { '&' });
        key.push_str(name);
        key.push('=');
        key.push_str(value);
    }
    Some(Address { key: AddressKey(key), locale, print_view })
}

/// Parses an address against the site's own, if it is a path only.
fn parse(text: &str, base: Option<&str>) -> Option<Url> {
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(url::ParseError::RelativeUrlWithoutBase) => {
            // An address without a host is compared with others of its kind only: `.invalid` is
            // reserved (RFC 2606), so no real site is hit.
            let base = base.and_then(|base| Url::parse(base).ok());
            let base = base.or_else(|| Url::parse("http://address.invalid/").ok())?;
            base.join(text).ok()?
        }
        Err(_) => return None,
    };
    matches!(url.scheme(), "http" | "https").then_some(url)
}

fn is_index(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    match lower.split_once('.') {
        Some(("index", ending)) => {
            matches!(ending, "html" | "htm" | "xhtml" | "php" | "aspx" | "asp" | "jsp" | "md")
        }
        Some(("default", ending)) => matches!(ending, "aspx" | "asp" | "html" | "htm"),
        _ => false,
    }
}

/// A path segment with its percent-encoding undone where that gives text; an encoded slash stays,
/// since it is no border.
fn decoded(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let raw = segment.as_bytes();
    let mut at = 0;
    while let Some(&byte) = raw.get(at) {
        let pair = raw.get(at + 1).zip(raw.get(at + 2));
        let value = pair.and_then(|(high, low)| Some(hex(*high)? * 16 + hex(*low)?));
        match value {
            Some(value) if byte == b'%' && value != b'/' && value != b'%' => {
                bytes.push(value);
                at += 3;
            }
            _ => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => text.nfc().collect(),
        Err(_) => segment.to_ascii_uppercase(),
    }
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> LocaleNames {
        let locales: Vec<Locale> =
            ["en", "es", "fr", "ru", "zh-Hans"].iter().filter_map(|tag| tag.parse().ok()).collect();
        let mut names = LocaleNames::new(&locales);
        names.read_as("es-es", &locales[1]);
        names.read_as("ru-ru", &locales[3]);
        names.read_as("zh-cn", &locales[4]);
        names
    }

    fn key(address: &str) -> (String, Option<String>) {
        let address = read(address, Some("https://www.example.org"), &names()).expect(address);
        (address.key.to_string(), address.locale.map(|l| l.to_string()))
    }

    const NEWS: &str = "wcoomd.org/media/newsroom/2018/april/regional-conference.aspx";

    #[test]
    fn the_same_page_in_any_language_and_view_has_one_key() {
        for (address, locale) in [
            ("http://www.wcoomd.org/en/media/newsroom/2018/april/regional-conference.aspx", Some("en")),
            ("https://www.wcoomd.org/es-es/media/newsroom/2018/april/regional-conference.aspx", Some("es")),
            (
                "http://WWW.WCOOMD.ORG:80/zh-cn/Media/Newsroom/2018/April/Regional-Conference.aspx",
                Some("zh-Hans"),
            ),
            (
                "http://www.wcoomd.org/es-es/media/newsroom/2018/april/regional-conference.aspx?p=1",
                Some("es"),
            ),
            ("http://wcoomd.org/fr/media/newsroom/2018/april/regional-conference.aspx/#top", Some("fr")),
            ("http://wcoomd.org/fr/media//newsroom/2018/april/x/../regional-conference.aspx", Some("fr")),
            ("http://wcoomd.org/media/newsroom/2018/april/regional-conference.aspx?lang=ru", Some("ru")),
            (
                "http://fr.wcoomd.org/media/newsroom/2018/april/regional-conference.aspx?utm_source=x",
                Some("fr"),
            ),
            ("//wcoomd.org/media/newsroom/2018/april/regional%2Dconference.aspx", None),
        ] {
            assert_eq!(key(address), (NEWS.to_owned(), locale.map(str::to_owned)), "{address}");
        }
    }

    #[test]
    fn what_is_another_page_has_another_key() {
        for address in [
            "http://www.wcoomd.org/en/media/newsroom/2017/may/regional-conference.aspx",
            "http://www.wcoomd.org/en/media/newsroom/2018/april/regional-conference_en.aspx",
            "http://www.wcoomd.org/en/media/newsroom/2018/april/regional-conference.aspx?id=7",
            "http://other.org/en/media/newsroom/2018/april/regional-conference.aspx",
            "http://www.wcoomd.org/de/media/newsroom/2018/april/regional-conference.aspx",
        ] {
            assert_ne!(key(address).0, NEWS, "{address}");
        }
    }

    #[test]
    fn a_locale_suffix_in_a_slug_is_not_believed_against_the_path() {
        let (key, locale) = key("http://www.wcoomd.org/es-es/about/annual_report_en.aspx");
        assert_eq!(locale.as_deref(), Some("es"));
        assert_eq!(key, "wcoomd.org/about/annual_report_en.aspx");
    }

    #[test]
    fn paths_index_files_and_double_endings() {
        for (address, expected, locale) in [
            ("/es/about/", "example.org/about", Some("es")),
            ("/about/index.html", "example.org/about", None),
            ("/es", "example.org", Some("es")),
            ("/", "example.org", None),
            ("/about.es.html", "example.org/about.html", Some("es")),
            ("/docs/index.fr.html", "example.org/docs", Some("fr")),
            ("/fr/a%C3%A9ro/", "example.org/aéro", Some("fr")),
            ("/fr/ae%CC%81ro/", "example.org/aéro", Some("fr")),
            ("/fr/50%2525/a%2Fb", "example.org/50%2525/a%2Fb", Some("fr")),
            ("/x?b=2&a=1", "example.org/x?a=1&b=2", None),
        ] {
            assert_eq!(key(address), (expected.to_owned(), locale.map(str::to_owned)), "{address}");
        }
    }

    #[test]
    fn what_is_no_web_address_gives_no_key() {
        let long = format!("http://example.org/{}", "a".repeat(LONGEST_ADDRESS));
        for address in
            ["", "  ", "mailto:a@example.org", "http://", "file:///etc/passwd", "http://[::", &long]
        {
            assert_eq!(read(address, None, &names()), None, "{address}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}", base in proptest::option::of(".{0,40}")) {
            let _ = read(&text, base.as_deref(), &names());
            let _ = read(&format!("http://h.org/{text}"), None, &names());
        }

        #[test]
        fn the_locale_segment_never_counts(path in "[a-z0-9]{3,9}(/[a-zA-Z0-9.-]{3,9}){0,4}") {
            let en = key(&format!("https://example.org/en/{path}"));
            let es = key(&format!("http://www.example.org/es-es/{path}/?p=1"));
            prop_assert_eq!(en.0, es.0);
            prop_assert_eq!((en.1.as_deref(), es.1.as_deref()), (Some("en"), Some("es")));
        }
    }
}

//! What is known of a locale before any text is read: its word lists, scripts and variants.

use whatlang::Lang;

use super::super::locale::Locale;
use super::lexicon::{lane_of, profile};
use super::script::Script;

/// One locale of the site, made ready.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The lanes that hold its words; empty for a language without data here.
    pub(super) lanes: Vec<usize>,
    /// The lane of what tells this variant from its language.
    pub(super) variant: Option<usize>,
    pub(super) scripts: Vec<Script>,
    /// For Chinese: `Some(true)` for simplified, `Some(false)` for traditional.
    pub(super) simplified: Option<bool>,
    pub(super) language: String,
    pub(super) whatlang: Option<Lang>,
}

impl Candidate {
    pub(super) fn new(locale: &Locale) -> Self {
        let language = current_code(locale.language());
        let tags: &[&str] = match (language, locale.script()) {
            ("sr", Some("Latn")) => &["sr-Latn"],
            ("sr", Some("Cyrl")) => &["sr-Cyrl"],
            ("sr", _) => &["sr-Cyrl", "sr-Latn"],
            ("no", _) => &["nb", "nn"],
            ("sh", _) => &["hr", "bs", "sr-Latn"],
            _ => &[],
        };
        let explicit = locale.script().and_then(Script::from_code);
        let fits = |lane: &usize| explicit.is_none_or(|s| profile(*lane).is_some_and(|p| p.script == s));
        let lanes: Vec<usize> = match tags {
            [] => lane_of(language).filter(fits).into_iter().collect(),
            tags => tags.iter().filter_map(|tag| lane_of(tag)).collect(),
        };
        let mut scripts: Vec<Script> = lanes.iter().filter_map(|l| profile(*l)).map(|p| p.script).collect();
        if scripts.is_empty() {
            scripts = explicit.map_or_else(
                || scripts_of(language),
                |s| {
                    if s == Script::Kana { vec![Script::Kana, Script::Han] } else { vec![s] }
                },
            );
        }
        scripts.dedup();
        let simplified = match (language, locale.script(), locale.region()) {
            (_, Some("Hans"), _) => Some(true),
            (_, Some("Hant"), _) => Some(false),
            ("zh", None, Some("CN" | "SG" | "MY")) => Some(true),
            ("zh" | "yue", None, Some("TW" | "HK" | "MO")) => Some(false),
            _ => None,
        };
        let variant = match (language, locale.region()) {
            // `pt` alone beside `pt-BR` is European, and the other way round; see `variant`.
            ("pt", Some("BR")) => lane_of("pt-BR"),
            ("pt", _) => lane_of("pt-PT"),
            _ => None,
        };
        let whatlang = whatlang_of(language);
        Candidate { lanes, variant, scripts, simplified, language: language.to_owned(), whatlang }
    }
}

/// Today's code for a language with an old or a second one.
fn current_code(language: &str) -> &str {
    match language {
        "iw" => "he",
        "in" => "id",
        "ji" => "yi",
        "mo" => "ro",
        "fil" => "tl",
        "cmn" => "zh",
        "arb" => "ar",
        "pes" | "prs" => "fa",
        "zsm" => "ms",
        other => other,
    }
}

/// The scripts that a language without lists here is written in.
fn scripts_of(language: &str) -> Vec<Script> {
    let script = match language {
        "ja" => return vec![Script::Kana, Script::Han],
        "zh" | "yue" | "wuu" | "lzh" | "nan" | "hak" => Script::Han,
        "ko" => Script::Hangul,
        "el" => Script::Greek,
        "he" | "yi" | "lad" => Script::Hebrew,
        "hy" => Script::Armenian,
        "ka" => Script::Georgian,
        "bn" | "as" => Script::Bengali,
        "pa" => Script::Gurmukhi,
        "gu" => Script::Gujarati,
        "or" => Script::Oriya,
        "ta" => Script::Tamil,
        "te" => Script::Telugu,
        "kn" | "tcy" => Script::Kannada,
        "ml" => Script::Malayalam,
        "si" => Script::Sinhala,
        "th" => Script::Thai,
        "lo" => Script::Lao,
        "bo" | "dz" => Script::Tibetan,
        "my" | "shn" => Script::Myanmar,
        "km" => Script::Khmer,
        "am" | "ti" => Script::Ethiopic,
        "dv" => Script::Thaana,
        "uz" => return vec![Script::Latin, Script::Cyrillic],
        "ku" => return vec![Script::Latin, Script::Arabic],
        "ps" | "sd" | "ug" | "ckb" | "ks" | "bal" => Script::Arabic,
        "sa" | "mai" | "bho" | "kok" | "doi" | "brx" | "new" => Script::Devanagari,
        "ky" | "tg" | "tt" | "ba" | "cv" | "ce" | "os" | "ab" | "av" | "sah" | "kv" | "udm" | "rue"
        | "cu" => Script::Cyrillic,
        _ => Script::Latin,
    };
    vec![script]
}

fn whatlang_of(language: &str) -> Option<Lang> {
    let code = match language {
        "af" => "afr",
        "ak" => "aka",
        "am" => "amh",
        "ar" => "ara",
        "az" => "aze",
        "be" => "bel",
        "bg" => "bul",
        "bn" => "ben",
        "ca" => "cat",
        "cs" => "ces",
        "cy" => "cym",
        "da" => "dan",
        "de" => "deu",
        "el" => "ell",
        "en" => "eng",
        "eo" => "epo",
        "es" => "spa",
        "et" => "est",
        "fa" => "pes",
        "fi" => "fin",
        "fr" => "fra",
        "gu" => "guj",
        "he" => "heb",
        "hi" => "hin",
        "hr" => "hrv",
        "hu" => "hun",
        "hy" => "hye",
        "id" => "ind",
        "it" => "ita",
        "ja" => "jpn",
        "jv" => "jav",
        "ka" => "kat",
        "km" => "khm",
        "kn" => "kan",
        "ko" => "kor",
        "la" => "lat",
        "lt" => "lit",
        "lv" => "lav",
        "mk" => "mkd",
        "ml" => "mal",
        "mr" => "mar",
        "my" => "mya",
        "nb" | "no" => "nob",
        "ne" => "nep",
        "nl" => "nld",
        "or" => "ori",
        "pa" => "pan",
        "pl" => "pol",
        "pt" => "por",
        "ro" => "ron",
        "ru" => "rus",
        "si" => "sin",
        "sk" => "slk",
        "sl" => "slv",
        "sn" => "sna",
        "sr" => "srp",
        "sv" => "swe",
        "ta" => "tam",
        "te" => "tel",
        "th" => "tha",
        "tk" => "tuk",
        "tl" => "tgl",
        "tr" => "tur",
        "uk" => "ukr",
        "ur" => "urd",
        "uz" => "uzb",
        "vi" => "vie",
        "yi" => "yid",
        "zh" => "cmn",
        "zu" => "zul",
        _ => return None,
    };
    Lang::from_code(code)
}

/// The language that a script most likely is when the site has none that is written in it.
pub(super) fn usual_language(script: Script) -> Option<&'static str> {
    Some(match script {
        Script::Greek => "el",
        Script::Hebrew => "he",
        Script::Armenian => "hy",
        Script::Georgian => "ka",
        Script::Bengali => "bn",
        Script::Gurmukhi => "pa",
        Script::Gujarati => "gu",
        Script::Oriya => "or",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Kannada => "kn",
        Script::Malayalam => "ml",
        Script::Sinhala => "si",
        Script::Thai => "th",
        Script::Lao => "lo",
        Script::Tibetan => "bo",
        Script::Myanmar => "my",
        Script::Khmer => "km",
        Script::Ethiopic => "am",
        Script::Mongolian => "mn",
        Script::Thaana => "dv",
        Script::Hangul => "ko",
        _ => return None,
    })
}

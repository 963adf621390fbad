//! Words that have a capital without being a name: abbreviations, acronyms, function words.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::domain::locale::Locale;

/// Honorifics and abbreviations: their stop ends no sentence, and they are no names themselves.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "srta", "sres", "d", "dña", "dra", "m", "mm", "mme",
    "mlle", "me", "no", "nº", "n", "art", "fig", "vol", "p", "pp", "ed", "eds", "vs", "etc", "hr", "fr",
    "dott", "sig", "ing", "lic", "gen", "col", "gov", "rev", "hon", "jr", "inc", "ltd", "co", "cf", "i.e",
    "e.g", "u.s", "u.k", "г", "гг", "ст", "им", "ул", "herr", "frau", "señor", "señora", "monsieur",
    "madame", "senhor", "senhora", "signor", "signora", "г-н", "г-жа",
];

/// Whether the word is an abbreviation or a form of address.
pub(in crate::domain::change) fn is_abbreviation(word: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ABBREVIATIONS.iter().copied().collect());
    // For each length which letters those begin with, a bit each: most words are not looked up.
    static BEGINS: LazyLock<[u32; 33]> = LazyLock::new(|| {
        let mut begins = [0; 33];
        for word in ABBREVIATIONS {
            if let (Some(bits), Some(first)) = (begins.get_mut(word.len()), word.bytes().next()) {
                *bits |= 1 << (first & 31);
            }
        }
        begins
    });
    // The longest have eight letters.
    let Some(begins) = BEGINS.get(word.len()) else { return false };
    let first = word.bytes().next().unwrap_or(0);
    if word.len() > 1 && word.is_ascii() && begins >> (first & 31) & 1 == 0 {
        return false;
    }
    let mut small = [0; 32];
    let folded: Cow<'_, str> = match word.is_ascii() {
        true => {
            small.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from.to_ascii_lowercase());
            Cow::Borrowed(
                small.get(..word.len()).and_then(|small| std::str::from_utf8(small).ok()).unwrap_or(""),
            )
        }
        false => Cow::Owned(word.to_lowercase()),
    };
    // One capital alone is an initial.
    KNOWN.contains(folded.as_ref()) || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// Whether the word is an acronym: two capitals or more and no small letter but a plural `s`.
pub(in crate::domain::change) fn is_acronym(word: &str) -> bool {
    word.split(['\'', '’']).any(|part| {
        let part = part.strip_suffix('s').unwrap_or(part);
        part.chars().filter(|c| c.is_uppercase()).count() >= 2 && !part.chars().any(char::is_lowercase)
    })
}

/// Words that stand at the head of a sentence or of a heading without being names.
const FUNCTION_WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "a",
            "an",
            "the",
            "i",
            "he",
            "she",
            "it",
            "we",
            "you",
            "they",
            "his",
            "her",
            "its",
            "our",
            "their",
            "this",
            "that",
            "these",
            "those",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "of",
            "with",
            "as",
            "and",
            "or",
            "but",
            "if",
            "when",
            "while",
            "where",
            "after",
            "before",
            "during",
            "since",
            "until",
            "under",
            "over",
            "through",
            "both",
            "all",
            "some",
            "many",
            "most",
            "each",
            "every",
            "several",
            "other",
            "however",
            "also",
            "then",
            "there",
            "who",
            "what",
            "which",
            "how",
            "why",
            "no",
            "not",
            "such",
            "more",
            "among",
            "between",
            "following",
            "according",
            "although",
            "because",
            "furthermore",
            "moreover",
            "finally",
            "first",
            "second",
            "last",
            "today",
            "new",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "un", "una", "unos", "unas", "lo", "en", "de", "del", "al", "a", "por",
            "para", "con", "sin", "sobre", "entre", "desde", "hasta", "tras", "según", "y", "e", "o", "u",
            "pero", "si", "cuando", "como", "que", "su", "sus", "este", "esta", "estos", "estas", "ese",
            "esa", "esos", "esas", "se", "no", "durante", "además", "también", "todos", "todas", "cada",
            "muchos", "otros", "otras", "más",
        ],
    ),
    (
        "fr",
        &[
            "le",
            "la",
            "les",
            "l",
            "un",
            "une",
            "des",
            "du",
            "de",
            "d",
            "en",
            "à",
            "au",
            "aux",
            "par",
            "pour",
            "avec",
            "sans",
            "sur",
            "entre",
            "dans",
            "depuis",
            "selon",
            "et",
            "ou",
            "mais",
            "si",
            "quand",
            "lorsque",
            "comme",
            "que",
            "qu",
            "qui",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "ce",
            "cet",
            "cette",
            "ces",
            "c",
            "il",
            "elle",
            "ils",
            "elles",
            "on",
            "nous",
            "vous",
            "je",
            "j",
            "ne",
            "n",
            "s",
            "après",
            "avant",
            "pendant",
            "durant",
            "lors",
            "tous",
            "toutes",
            "chaque",
            "plusieurs",
        ],
    ),
    (
        "pt",
        &[
            "o", "a", "os", "as", "um", "uma", "em", "no", "na", "nos", "nas", "de", "do", "da", "dos",
            "das", "ao", "à", "por", "pelo", "pela", "para", "com", "sem", "sobre", "entre", "e", "ou",
            "mas", "se", "quando", "como", "que", "seu", "sua", "este", "esta", "esse", "essa", "após",
            "durante", "também", "além", "todos", "cada",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
            "in", "im", "am", "an", "auf", "aus", "bei", "mit", "nach", "von", "vom", "zu", "zum", "zur",
            "für", "über", "unter", "vor", "und", "oder", "aber", "wenn", "als", "wie", "dass", "er", "sie",
            "es", "wir", "ihr", "ich", "sein", "seine", "ihre", "dieser", "diese", "dieses", "auch", "nicht",
            "nur", "noch", "so", "da", "doch", "durch", "gegen", "ohne", "um", "seit", "während", "alle",
            "viele", "jede", "jeder", "anfang", "mitte", "ende",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "del", "della", "dei",
            "delle", "in", "nel", "nella", "a", "al", "alla", "da", "dal", "dalla", "per", "con", "su",
            "sul", "sulla", "tra", "fra", "e", "o", "ma", "se", "quando", "come", "che", "suo", "sua",
            "questo", "questa", "dopo", "durante", "anche", "tutti", "ogni",
        ],
    ),
    (
        "ru",
        &[
            "в",
            "во",
            "на",
            "с",
            "со",
            "к",
            "ко",
            "о",
            "об",
            "от",
            "до",
            "для",
            "по",
            "при",
            "за",
            "из",
            "у",
            "и",
            "или",
            "но",
            "а",
            "что",
            "как",
            "когда",
            "если",
            "он",
            "она",
            "оно",
            "они",
            "мы",
            "вы",
            "я",
            "его",
            "её",
            "их",
            "это",
            "этот",
            "эта",
            "эти",
            "все",
            "после",
            "также",
            "не",
        ],
    ),
];

/// Whether the word (small letters) is an article, a preposition, a pronoun or the like.
pub(in crate::domain::change) fn is_function_word(folded: &str, locale: &Locale) -> bool {
    FUNCTION_WORDS
        .iter()
        .find(|(name, _)| *name == locale.language())
        .is_some_and(|(_, list)| list.contains(&folded))
}

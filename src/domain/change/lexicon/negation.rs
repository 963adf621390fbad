//! Words that turn a statement round, and prefixes that make an antonym.

use crate::domain::locale::Locale;

/// Words that turn a statement round.
const NEGATIONS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without",
            "cannot",
        ],
    ),
    (
        "es",
        &[
            "no", "nunca", "jamás", "ni", "sin", "tampoco", "nadie", "nada", "ningún", "ninguno", "ninguna",
            "ningunos", "ningunas",
        ],
    ),
    (
        "fr",
        &[
            "pas",
            "non",
            "jamais",
            "aucun",
            "aucune",
            "aucuns",
            "aucunes",
            "ni",
            "sans",
            "nul",
            "nulle",
            "nullement",
            "guère",
            "rien",
        ],
    ),
    (
        "pt",
        &[
            "não", "nunca", "jamais", "nem", "sem", "tampouco", "ninguém", "nada", "nenhum", "nenhuma",
            "nenhuns", "nenhumas",
        ],
    ),
    (
        "de",
        &[
            "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "ohne",
            "weder", "nichts", "niemand", "nirgends", "nein",
        ],
    ),
    (
        "it",
        &[
            "non", "no", "mai", "né", "senza", "nessun", "nessuno", "nessuna", "niente", "nulla", "neanche",
            "nemmeno", "neppure",
        ],
    ),
    ("ru", &["не", "нет", "ни", "никогда", "без", "нельзя", "никто", "ничто", "ничего", "никакой", "нигде"]),
    ("uk", &["не", "ні", "немає", "ніколи", "без", "ніхто", "ніщо"]),
    ("nl", &["niet", "geen", "nooit", "zonder", "niemand", "niets", "noch", "nergens"]),
    ("pl", &["nie", "bez", "nigdy", "ani", "nikt", "nic", "żaden", "żadna", "żadne"]),
    ("cs", &["ne", "není", "bez", "nikdy", "ani", "nikdo", "nic", "žádný", "žádná", "žádné"]),
    ("sv", &["inte", "ej", "aldrig", "utan", "ingen", "inget", "inga", "varken"]),
    ("da", &["ikke", "aldrig", "uden", "ingen", "intet", "hverken"]),
    ("nb", &["ikke", "aldri", "uten", "ingen", "intet", "verken"]),
    ("no", &["ikke", "aldri", "uten", "ingen", "intet", "verken"]),
    ("fi", &["ei", "eivät", "en", "emme", "ette", "älä", "ilman", "koskaan"]),
    ("ro", &["nu", "fără", "niciodată", "nici", "nimeni", "nimic", "niciun", "nicio"]),
    ("ca", &["no", "mai", "sense", "cap", "ningú", "res", "ni", "tampoc"]),
    ("tr", &["değil", "yok", "hiç", "hayır", "asla"]),
    ("el", &["δεν", "μη", "μην", "όχι", "ποτέ", "χωρίς", "κανείς", "τίποτα"]),
    ("ar", &["لا", "لم", "لن", "ليس", "ليست", "غير", "بدون", "دون", "ما"]),
    ("fa", &["نه", "نیست", "نمی", "بدون", "هرگز", "هیچ"]),
    ("he", &["לא", "אין", "בלי", "ללא", "אל"]),
    ("hi", &["नहीं", "न", "मत", "बिना"]),
    ("id", &["tidak", "bukan", "tanpa", "jangan", "belum"]),
    ("ms", &["tidak", "bukan", "tanpa", "jangan", "belum"]),
    ("vi", &["không", "chẳng", "chưa", "đừng"]),
    // Scripts written without blanks fall apart into characters.
    ("zh", &["不", "没", "沒", "無", "无", "未", "非", "勿", "莫", "否"]),
    ("ja", &["不", "無", "未", "非", "ず", "ぬ"]),
    ("ko", &["안", "않", "없", "못", "아니", "아니다", "없다"]),
];

/// How many times the word (a token as written) says no.
pub(in crate::domain::change) fn negations(word: &str, locale: &Locale) -> usize {
    let folded = word.to_lowercase().replace('’', "'");
    let language = locale.language();
    if language == "en" && (folded.ends_with("n't") || folded == "cannot") {
        return 1;
    }
    let Some((_, list)) = NEGATIONS.iter().find(|(name, _)| *name == language) else { return 0 };
    if list.contains(&folded.as_str()) {
        return 1;
    }
    match language {
        // One word to UAX #29; in Finnish and Czech the verb holds the negation.
        "ko" => list.iter().filter(|no| no.chars().count() == 1 && folded.contains(**no)).count().min(1),
        "cs" => 0,
        _ => folded.split('\'').filter(|part| list.contains(part)).count(),
    }
}

const ANTONYM_PREFIXES: &[&str] =
    &["un", "in", "im", "il", "ir", "non", "dis", "des", "dés", "не", "без", "a"];

/// Whether `other` is `word` with a prefix that turns it round: "legal" and "illegal". `a` counts
/// for long words only ("symmetric").
pub(in crate::domain::change) fn is_antonym(word: &str, other: &str) -> bool {
    word.chars().count() >= 4
        && other.len() > word.len()
        && other.strip_suffix(word).is_some_and(|prefix| {
            ANTONYM_PREFIXES.contains(&prefix) && (prefix != "a" || word.chars().count() >= 8)
        })
}

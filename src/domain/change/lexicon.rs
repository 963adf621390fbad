//! The small words that facts are told by: negations, numbers in letters, words that have a
//! capital without being a name. Whole words in small letters, by primary language subtag.

use crate::domain::locale::Locale;

/// Words that turn a statement round.
const NEGATIONS: &[(&str, &[&str])] = &[
    ("en", &["not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without", "cannot"]),
    (
        "es",
        &[
            "no", "nunca", "jamás", "ni", "sin", "tampoco", "nadie", "nada", "ningún", "ninguno", "ninguna",
            "ningunos", "ningunas",
        ],
    ),
    (
        "fr",
        &["pas", "non", "jamais", "aucun", "aucune", "aucuns", "aucunes", "ni", "sans", "nul", "nulle", "nullement", "guère", "rien"],
    ),
    ("pt", &["não", "nunca", "jamais", "nem", "sem", "tampouco", "ninguém", "nada", "nenhum", "nenhuma", "nenhuns", "nenhumas"]),
    (
        "de",
        &[
            "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "ohne", "weder",
            "nichts", "niemand", "nirgends", "nein",
        ],
    ),
    ("it", &["non", "no", "mai", "né", "senza", "nessun", "nessuno", "nessuna", "niente", "nulla", "neanche", "nemmeno", "neppure"]),
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
pub(super) fn negations(word: &str, locale: &Locale) -> usize {
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

const ANTONYM_PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "non", "dis", "des", "dés", "не", "без", "a"];

/// Whether `other` is `word` with a prefix that turns it round: "legal" and "illegal". `a` counts
/// for long words only ("symmetric").
pub(super) fn is_antonym(word: &str, other: &str) -> bool {
    word.chars().count() >= 4
        && other.len() > word.len()
        && other.strip_suffix(word).is_some_and(|prefix| {
            ANTONYM_PREFIXES.contains(&prefix) && (prefix != "a" || word.chars().count() >= 8)
        })
}

/// Numbers in letters up to twelve, tens, and the powers; "one" with value 1 for "twenty-one".
const NUMBERS: &[(&str, &[(&str, u64)])] = &[
    (
        "en",
        &[
            ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
            ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
            ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
            ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
            ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1_000),
            ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
            ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
            ("ninth", 9), ("tenth", 10), ("twice", 2),
        ],
    ),
    (
        "es",
        &[
            ("uno", 1), ("un", 1), ("una", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5), ("seis", 6), ("siete", 7),
            ("ocho", 8), ("nueve", 9), ("diez", 10), ("once", 11), ("doce", 12), ("trece", 13),
            ("catorce", 14), ("quince", 15), ("veinte", 20), ("treinta", 30), ("cuarenta", 40),
            ("cincuenta", 50), ("sesenta", 60), ("setenta", 70), ("ochenta", 80), ("noventa", 90),
            ("cien", 100), ("ciento", 100), ("mil", 1_000), ("millón", 1_000_000), ("millones", 1_000_000),
            ("billón", 1_000_000_000_000), ("billones", 1_000_000_000_000), ("tercer", 3), ("tercera", 3),
            ("tercero", 3), ("quinta", 5), ("quinto", 5), ("sexta", 6), ("sexto", 6), ("séptima", 7),
            ("séptimo", 7), ("octava", 8), ("octavo", 8), ("novena", 9), ("décima", 10), ("décimo", 10),
        ],
    ),
    (
        "fr",
        &[
            ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7),
            ("huit", 8), ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14),
            ("quinze", 15), ("seize", 16), ("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50),
            ("soixante", 60), ("cent", 100), ("cents", 100), ("mille", 1_000), ("million", 1_000_000),
            ("millions", 1_000_000), ("milliard", 1_000_000_000), ("milliards", 1_000_000_000),
            ("troisième", 3), ("quatrième", 4), ("cinquième", 5), ("sixième", 6), ("septième", 7),
            ("huitième", 8), ("neuvième", 9), ("dixième", 10),
        ],
    ),
    (
        "pt",
        &[
            ("um", 1), ("uma", 1), ("dois", 2), ("duas", 2), ("três", 3), ("quatro", 4), ("cinco", 5), ("seis", 6),
            ("sete", 7), ("oito", 8), ("nove", 9), ("dez", 10), ("onze", 11), ("doze", 12), ("treze", 13),
            ("catorze", 14), ("quinze", 15), ("vinte", 20), ("trinta", 30), ("quarenta", 40),
            ("cinquenta", 50), ("sessenta", 60), ("setenta", 70), ("oitenta", 80), ("noventa", 90),
            ("cem", 100), ("cento", 100), ("mil", 1_000), ("milhão", 1_000_000), ("milhões", 1_000_000),
            ("bilhão", 1_000_000_000), ("bilhões", 1_000_000_000), ("terceira", 3), ("terceiro", 3),
        ],
    ),
    (
        "de",
        &[
            ("zwei", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6), ("sieben", 7), ("acht", 8),
            ("neun", 9), ("zehn", 10), ("elf", 11), ("zwölf", 12), ("zwanzig", 20), ("dreißig", 30),
            ("vierzig", 40), ("fünfzig", 50), ("sechzig", 60), ("siebzig", 70), ("achtzig", 80),
            ("neunzig", 90), ("hundert", 100), ("tausend", 1_000), ("million", 1_000_000),
            ("millionen", 1_000_000), ("milliarde", 1_000_000_000), ("milliarden", 1_000_000_000),
            ("dritte", 3), ("dritten", 3), ("vierte", 4), ("vierten", 4), ("fünfte", 5), ("fünften", 5),
        ],
    ),
    (
        "it",
        &[
            ("uno", 1), ("due", 2), ("tre", 3), ("quattro", 4), ("cinque", 5), ("sei", 6), ("sette", 7),
            ("otto", 8), ("nove", 9), ("dieci", 10), ("undici", 11), ("dodici", 12), ("venti", 20),
            ("trenta", 30), ("quaranta", 40), ("cinquanta", 50), ("cento", 100), ("mille", 1_000),
            ("mila", 1_000), ("milione", 1_000_000), ("milioni", 1_000_000), ("miliardo", 1_000_000_000),
            ("miliardi", 1_000_000_000), ("terza", 3), ("terzo", 3), ("quinta", 5), ("quinto", 5),
        ],
    ),
    (
        "ru",
        &[
            ("два", 2), ("две", 2), ("двух", 2), ("три", 3), ("трёх", 3), ("трех", 3), ("четыре", 4),
            ("пять", 5), ("пяти", 5), ("шесть", 6), ("семь", 7), ("восемь", 8), ("девять", 9), ("десять", 10),
            ("одиннадцать", 11), ("двенадцать", 12), ("двадцать", 20), ("тридцать", 30), ("сорок", 40),
            ("пятьдесят", 50), ("сто", 100), ("тысяч", 1_000), ("тысяча", 1_000), ("тысячи", 1_000),
            ("миллион", 1_000_000), ("миллиона", 1_000_000), ("миллионов", 1_000_000),
            ("миллиард", 1_000_000_000), ("миллиарда", 1_000_000_000), ("миллиардов", 1_000_000_000),
        ],
    ),
];

/// The value of a number in letters (small letters, singular or plural).
pub(super) fn number_word(folded: &str, locale: &Locale) -> Option<u64> {
    let (_, list) = NUMBERS.iter().find(|(name, _)| *name == locale.language())?;
    let find = |word: &str| list.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    find(folded).or_else(|| find(folded.strip_suffix('s')?).filter(|value| *value >= 100))
}

/// Words that stand inside a number: "veinte y cinco", "per cent".
pub(super) fn joins_numbers(folded: &str) -> bool {
    matches!(folded, "per" | "por" | "pour" | "y" | "et" | "and" | "e" | "und")
}

/// Words for `%`.
pub(super) fn is_percent_word(folded: &str) -> bool {
    matches!(folded, "percent" | "cent" | "ciento" | "cento" | "prozent")
        || folded.starts_with("процент")
}

/// Honorifics and abbreviations: their stop ends no sentence, and they are no names themselves.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "srta", "sres", "d", "dña", "dra", "m", "mm", "mme", "mlle",
    "me", "no", "nº", "n", "art", "fig", "vol", "p", "pp", "ed", "eds", "vs", "etc", "hr", "fr", "dott", "sig", "ing", "lic", "gen", "col", "gov",
    "rev", "hon", "jr", "inc", "ltd", "co", "cf", "i.e", "e.g", "u.s", "u.k", "г", "гг", "ст", "им", "ул", "herr", "frau", "señor",
    "señora", "monsieur", "madame", "senhor", "senhora", "signor", "signora", "г-н", "г-жа",
];

/// Whether the word is an abbreviation or a form of address.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let folded = word.to_lowercase();
    // One capital alone is an initial.
    ABBREVIATIONS.contains(&folded.as_str())
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// Whether the word is an acronym: two capitals or more and no small letter but a plural `s`.
pub(super) fn is_acronym(word: &str) -> bool {
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
            "a", "an", "the", "i", "he", "she", "it", "we", "you", "they", "his", "her", "its", "our", "their", "this",
            "that", "these", "those", "in", "on", "at", "by", "for", "from", "to", "of", "with", "as", "and", "or", "but",
            "if", "when", "while", "where", "after", "before", "during", "since", "until", "under", "over", "through",
            "both", "all", "some", "many", "most", "each", "every", "several", "other", "however", "also", "then", "there", "who",
            "what", "which", "how", "why", "no", "not", "such", "more", "among", "between", "following", "according",
            "although", "because", "furthermore", "moreover", "finally", "first", "second", "last", "today", "new",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "un", "una", "unos", "unas", "lo", "en", "de", "del", "al", "a", "por", "para", "con",
            "sin", "sobre", "entre", "desde", "hasta", "tras", "según", "y", "e", "o", "u", "pero", "si", "cuando", "como",
            "que", "su", "sus", "este", "esta", "estos", "estas", "ese", "esa", "esos", "esas", "se", "no", "durante", "además",
            "también", "todos", "todas", "cada", "muchos", "otros", "otras", "más",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "en", "à", "au", "aux", "par", "pour", "avec", "sans",
            "sur", "entre", "dans", "depuis", "selon", "et", "ou", "mais", "si", "quand", "lorsque", "comme", "que", "qu", "qui",
            "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "c", "il", "elle", "ils", "elles", "on", "nous",
            "vous", "je", "j", "ne", "n", "s", "après", "avant", "pendant", "durant", "lors", "tous", "toutes", "chaque", "plusieurs",
        ],
    ),
    (
        "pt",
        &[
            "o", "a", "os", "as", "um", "uma", "em", "no", "na", "nos", "nas", "de", "do", "da", "dos", "das", "ao", "à", "por",
            "pelo", "pela", "para", "com", "sem", "sobre", "entre", "e", "ou", "mas", "se", "quando", "como", "que", "seu", "sua",
            "este", "esta", "esse", "essa", "após", "durante", "também", "além", "todos", "cada",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "in", "im", "am",
            "an", "auf", "aus", "bei", "mit", "nach", "von", "vom", "zu", "zum", "zur", "für", "über", "unter", "vor", "und",
            "oder", "aber", "wenn", "als", "wie", "dass", "er", "sie", "es", "wir", "ihr", "ich", "sein", "seine", "ihre",
            "dieser", "diese", "dieses", "auch", "nicht", "nur", "noch", "so", "da", "doch", "durch", "gegen", "ohne", "um",
            "seit", "während", "alle", "viele", "jede", "jeder", "anfang", "mitte", "ende",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "del", "della", "dei", "delle", "in", "nel",
            "nella", "a", "al", "alla", "da", "dal", "dalla", "per", "con", "su", "sul", "sulla", "tra", "fra", "e", "o", "ma",
            "se", "quando", "come", "che", "suo", "sua", "questo", "questa", "dopo", "durante", "anche", "tutti", "ogni",
        ],
    ),
    (
        "ru",
        &[
            "в", "во", "на", "с", "со", "к", "ко", "о", "об", "от", "до", "для", "по", "при", "за", "из", "у", "и", "или", "но",
            "а", "что", "как", "когда", "если", "он", "она", "оно", "они", "мы", "вы", "я", "его", "её", "их", "это", "этот", "эта",
            "эти", "все", "после", "также", "не",
        ],
    ),
];

/// Whether the word (small letters) is an article, a preposition, a pronoun or the like.
pub(super) fn is_function_word(folded: &str, locale: &Locale) -> bool {
    FUNCTION_WORDS
        .iter()
        .find(|(name, _)| *name == locale.language())
        .is_some_and(|(_, list)| list.contains(&folded))
}

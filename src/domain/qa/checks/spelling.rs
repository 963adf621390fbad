//! How languages spell each other's names: what one of them writes otherwise by its own ways is no slip.
//!
//! For words of any kind the ways are many (endings, single for double letters, "Brazil", "Brasil"), and two
//! words are held to be one where they sound alike. A person's name is copied, save where it comes out of
//! another script, by each language's own table of sounds: there the rules say what is put for what, in
//! which place and which way round ([`is_respelt`]).

/// Whether the word ends as common nouns and adjectives do that languages share: capitals of a
/// heading or an institution make no name of "Independence", "Department".
pub(super) fn is_noun(folded: &str) -> bool {
    [
        "ment", "ence", "ance", "ent", "ant", "ible", "able", "tion", "sion", "ity", "ism", "ist", "ive",
        "al", "ary", "ory", "ic", "ics", "age", "ure", "er", "or", "ers", "ors", "ing", "ed", "ies", "ial",
        "ous", "ian", "ean", "ese", "ish", "ate", "ite", "ple", "ty", "gy", "cy", "ry", "ny", "phy", "nce",
        "nts", "ons", "ss", "ogue", "gram", "eum", "ct", "est", "ium", "ord", "ar", "ern", "ph",
    ]
    .iter()
    .any(|ending| folded.ends_with(ending))
}

/// Whether the words differ by two neighbouring letters that changed places, those at the end
/// ("theater", "théâtre") left out.
pub(super) fn is_swap(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    match differ.as_slice() {
        [one, two] => {
            // "Members", "membres"; "Blue", "bleu".
            let lawful = matches!((a[*one], a[*two]), ('e', 'r') | ('r', 'e') | ('u', 'e') | ('e', 'u'));
            *two == one + 1 && *two + 1 < a.len() && a[*one] == b[*two] && a[*two] == b[*one] && !lawful
        }
        _ => false,
    }
}

/// Whether the words differ by the endings that languages put to one stem: "Minister", "ministro";
/// "Colony", "Colonia"; "Silesian", "Silesia"; "Pacific", "Pacífico".
pub(super) fn is_ending(a: &str, b: &str) -> bool {
    let singular = |word: &'_ str| -> String { word.strip_suffix('s').unwrap_or(word).to_owned() };
    let (one, other) = (singular(a), singular(b));
    [(a, b), (&one, &other), (&one, b), (a, &other)].into_iter().any(|(a, b)| {
        let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        // "Mexican", "mexicain": the ending may begin before the first letter that differs.
        (0..=2usize).any(|back| {
            let from = common.saturating_sub(back);
            match (a.get(from..), b.get(from..)) {
                (Some(was), Some(is)) => from >= 2 && are_endings(was, is),
                _ => false,
            }
        })
    })
}

/// Whether languages put these endings to one stem.
fn are_endings(was: &str, is: &str) -> bool {
    matches!(
        (was, is),
        ("", "o" | "e" | "os" | "as" | "es" | "s" | "ne" | "te" | "us" | "is")
            | ("e", "a" | "ia" | "o" | "" | "ien" | "i")
            | ("er", "ro" | "ra" | "re" | "or" | "eur" | "ores")
            | ("or", "eur" | "ador" | "dor" | "ores" | "ora")
            | ("ary", "ario" | "aria" | "aire")
            | ("y", "io" | "ia" | "ie" | "e" | "a" | "i" | "ios" | "ias" | "o")
            | ("ic", "ico" | "ica" | "ique")
            | ("c", "que" | "co" | "ca")
            | (
                "ian" | "an",
                "iano"
                    | "ano"
                    | "ien"
                    | "ain"
                    | "iana"
                    | "ana"
                    | "ienne"
                    | "ais"
                    | "o"
                    | "a"
                    | "enne"
                    | "en"
                    | "eo"
            )
            | ("n", "" | "no" | "na" | "s")
            | ("n", "m")
            | ("land", "landa" | "lande" | "landia")
            | ("ese", "es" | "esa" | "ois" | "ais")
            | ("ist", "ista" | "iste")
            | ("us", "o" | "os")
            | ("um", "o" | "io")
            | ("t", "to" | "ta" | "te" | "d")
            | ("al", "ale" | "el" | "elle")
            | ("s", "z" | "se" | "a" | "e" | "")
    )
}

/// Whether the second word is the first with another ending, in a language that puts names into cases:
/// "Erlang", "Erlanga"; "Praha", "Prahy".
pub(super) fn is_inflected(a: &str, b: &str, language: &str) -> bool {
    let has_cases = matches!(
        language,
        "pl" | "cs"
            | "sk"
            | "sl"
            | "hr"
            | "sr"
            | "bs"
            | "lt"
            | "lv"
            | "et"
            | "fi"
            | "hu"
            | "tr"
            | "az"
            | "eu"
            | "sq"
            | "is"
    );
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    has_cases && common >= 3 && common + 1 >= a.chars().count()
}

/// Whether the second word has a letter twice that the first has not, and that the target's language
/// never doubles: a slip of the finger.
pub(super) fn is_strange_double(a: &str, b: &str, language: &str) -> bool {
    let lawful = match language {
        "es" | "ca" | "gl" => "lrncoe",
        "pt" => "rsceo",
        "fr" | "it" | "ro" => "bcdefglmnoprstz",
        _ => return false,
    };
    let doubles = |word: &str| -> Vec<u8> {
        word.as_bytes().windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect()
    };
    let known = doubles(a);
    doubles(b).into_iter().any(|letter| !known.contains(&letter) && !lawful.as_bytes().contains(&letter))
}

/// Whether two folded words are one, as the target's language writes foreign sounds or its own
/// endings. Of a word that is surely part of a person's name endings tell nothing.
pub(super) fn is_way_of_writing(a: &str, b: &str, language: &str, person: bool) -> bool {
    if is_strange_double(a, b, language) {
        return false;
    }
    let umlauts = |word: &str| word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    if umlauts(a) == umlauts(b) || a.replace("ae", "e") == b.replace("ae", "e") {
        return true;
    }
    // A letter that the target alone has twice is a slip, save in nouns ("Apartment", "appartement").
    let exact = person || b.len() > a.len() && !is_noun(a);
    if sound(a, language, exact) == sound(b, language, exact) {
        return true;
    }
    // "Valery", "Valeriy"
    if a.ends_with('y') && b.strip_suffix("iy").is_some_and(|b| a.strip_suffix('y') == Some(b)) {
        return true;
    }
    if person {
        return false;
    }
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - common <= 1
}

/// The word as it sounds, roughly: the spellings by which languages differ made one.
/// Of a person's name a letter more is a fault, of any other word ("Mississippi", "Misisipi") none.
fn sound(word: &str, language: &str, person: bool) -> String {
    let mut out = word.to_owned();
    // "Slovenia", "Eslovenia"
    if let Some(rest) = out.strip_prefix('e')
        && rest.starts_with('s')
        && rest.chars().nth(1).is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
    {
        out = rest.to_owned();
    }
    for (from, to) in [
        ("sch", "s"),
        ("tch", "s"),
        ("sh", "s"),
        ("ch", "s"),
        ("kh", "s"),
        ("ph", "f"),
        ("th", "t"),
        ("dj", "j"),
        ("ou", "u"),
        ("gu", "g"),
        ("qu", "k"),
        ("ck", "k"),
        ("tia", "sia"),
        ("ci", "si"),
        ("ce", "se"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("ii", "i"),
        ("ie", "e"),
        ("c", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("v", "b"),
        ("h", ""),
    ] {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    let mut last = None;
    out.retain(|c| {
        let keep = person || last != Some(c);
        last = Some(c);
        keep
    });
    if language == "fr" {
        while out.len() > 3 && out.ends_with('e') {
            out.pop();
        }
    }
    out
}

/// The distance of Damerau and Levenshtein (letters put in, left out, put for another, swapped with
/// their neighbour), or more than `most` where it is larger. Words are short.
pub(super) fn distance(a: &str, b: &str, most: usize) -> usize {
    if a.is_ascii() && b.is_ascii() {
        return distance_of(a.as_bytes(), b.as_bytes(), most);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(400).collect(), b.chars().take(400).collect());
    distance_of(&a, &b, most)
}

/// What differs between both is looked at in a table of so many places at most.
const LONGEST: usize = 40;

fn distance_of<T: PartialEq>(a: &[T], b: &[T], most: usize) -> usize {
    let (a, b) = (&a[..a.len().min(400)], &b[..b.len().min(400)]);
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    // What both begin and end with needs no table.
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    if a.len().max(b.len()) > LONGEST {
        return most + 1;
    }
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len());
    }
    // The rows for the letter before the last, the last and this one.
    let mut rows = [[0usize; LONGEST + 1]; 3];
    rows[1].iter_mut().enumerate().for_each(|(j, cell)| *cell = j);
    let mut before = 0;
    for i in 1..=a.len() {
        rows[2][0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let change = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
            least = least.min(best);
        }
        // What follows is not less than this row, nor than the one before and a swap.
        if least > most && before >= most {
            return most + 1;
        }
        before = least;
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

/// Whether a person's name that the source writes `a` may be `b` by the target language's own spelling of
/// sounds that come from other scripts: "Dmitry", "Dmitri"; "Yeltsin", "Eltsin"; "Gorbachev", "Gorbatchev". The
/// letters are walked along both words; where they part one of the rules of [`may_be`] has to hold.
pub(super) fn is_respelt(a: &str, b: &str, language: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(LONGEST).collect(), b.chars().take(LONGEST).collect());
    let slavic = is_slavic(&a);
    let mut budget = 400;
    walk((&a, 0), (&b, 0), language, slavic, &mut budget)
}

fn walk(
    (a, at): (&[char], usize),
    (b, place): (&[char], usize),
    language: &str,
    slavic: bool,
    budget: &mut usize,
) -> bool {
    let (Some(rest), Some(other)) = (a.get(at..), b.get(place..)) else { return false };
    if rest.is_empty() && other.is_empty() {
        return true;
    }
    let Some(left) = budget.checked_sub(1) else { return false };
    *budget = left;
    if let (Some(one), Some(two)) = (rest.first(), other.first())
        && one == two
        && walk((a, at + 1), (b, place + 1), language, slavic, budget)
    {
        return true;
    }
    [(0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (2, 3)].into_iter().any(|(takes, puts)| {
        let (Some(was), Some(is)) = (rest.get(..takes), other.get(..puts)) else { return false };
        let before = at.checked_sub(1).and_then(|at| a.get(at)).copied();
        let after = rest.get(takes).copied();
        let last = rest.len() <= takes + 1;
        let (was, is): (String, String) = (was.iter().collect(), is.iter().collect());
        was != is
            && may_be((&was, &is), (before, after, last), language, slavic)
            && walk((a, at + takes), (b, place + puts), language, slavic, budget)
    })
}

/// Whether the letters may be put for each other, between those letters of the source's word; `last`: no more
/// than one letter follows.
fn may_be(
    change: (&str, &str),
    (before, after, last): (Option<char>, Option<char>, bool),
    language: &str,
    slavic: bool,
) -> bool {
    let is_vowel = |c: Option<char>| matches!(c, Some('a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let romance = matches!(language, "es" | "fr" | "pt" | "it" | "ca" | "gl" | "ro");
    match change {
        // "Zelensky", "Zelenski"; "Katya", "Katia"; "Yuri", "Iouri"
        ("y", "i") => after.is_none() || before.is_none() || is_vowel(before) || is_vowel(after) || slavic,
        ("i", "y") => after.is_none() || is_vowel(before) || slavic,
        // "Yuriy", "Yurii", "Yuri"
        ("y" | "i", "") => before == Some('i') && after.is_none(),
        ("", "y" | "i") => matches!(before, Some('i' | 'y')) && after.is_none() || slavic && is_vowel(after),
        // "Yeltsin", "Eltsine"
        ("ye", "e") | ("e", "ye") => true,
        ("y", "j") if before == Some('i') => true,
        ("c", "ch") => slavic,
        ("j", "y" | "i") | ("y" | "i", "j") => !romance || slavic,
        // "Sergei", "Serguéi"
        ("", "u") => before == Some('g') && matches!(after, Some('e' | 'i')),
        ("u", "") => before == Some('g') && matches!(after, Some('e' | 'i')),
        // "Bashar", "Bachar"; but no Japanese name
        ("sh", "ch") => !(after == Some('i') && last),
        ("sh", "sch") => language == "de",
        ("sh", "s") | ("ch", "c") | ("zh", "z") | ("kh", "h") => !romance,
        ("zh", "y" | "j") | ("kh", "j") => matches!(language, "es" | "ca" | "gl"),
        ("kh", "k") | ("k", "kh") | ("gh", "g") => after != Some('u'),
        // "Gorbachev", "Gorbatchev"
        ("", "t") | ("t", "") => after == Some('c'),
        ("", "d") | ("d", "") => after == Some('j'),
        ("c", "k") | ("k", "c") | ("q", "k") | ("k", "q") | ("ck", "k") | ("c", "qu") => true,
        ("ph", "f") | ("f", "ph") | ("ks", "x") | ("x", "ks") => true,
        ("w", "v" | "u") | ("v", "w" | "u") | ("u", "w") => true,
        ("v", "f") | ("v", "ff") => after.is_none(),
        // "Mahmoud", "Mahmud"
        ("ou", "u") | ("u", "ou") | ("oo", "u") | ("oo", "ou") | ("ee", "i") | ("ei", "i") => true,
        // "Gorbachev", "Gorbachov"
        ("e", "o" | "io") | ("o", "e") => after == Some('v'),
        ("z", "s") | ("s", "z") => slavic || language == "de",
        ("h", "") => after.is_none() || before.is_none(),
        ("", "h") => after.is_none() && before == Some('a'),
        ("th", "t") => !romance,
        // "Putin", "Poutine"
        ("", "e") => language == "fr" && after.is_none() && before == Some('n'),
        _ => false,
    }
}

/// Whether a name looks like one that is written in Cyrillic letters at home.
fn is_slavic(name: &[char]) -> bool {
    let name: String = name.iter().collect();
    [
        "ov", "ev", "ova", "eva", "sky", "ski", "skaya", "skiy", "skyy", "enko", "chuk", "vich", "yev",
        "yeva", "iev", "shin", "tsin", "shchin", "ovsky", "evsky", "rov", "ayev", "khin", "kin",
    ]
    .iter()
    .any(|ending| name.ends_with(ending))
        || ["shch", "zh", "yev", "tsy", "dmi", "yuri", "slav", "lyu", "serg", "alek"]
            .iter()
            .any(|part| name.contains(part))
            && !name.contains('w')
}

/// Whether a name is built as those in another tongue that no language of the Latin script respells: Japanese
/// of four beats or more (Hepburn), or with the letters of Polish and Basque.
pub(super) fn is_always_copied(folded: &str) -> bool {
    let marked = folded.len() >= 6
        && (["cz", "sz", "tx"].iter().any(|part| folded.contains(part)) || folded.ends_with("mann"));
    marked || !is_noun(folded) && beats(folded).is_some_and(|count| count >= 4)
}

/// How many syllables of Hepburn's spelling make the word, each but the first with a consonant before its
/// vowel; `None` where it is no such word ("Europe", "Arabia").
fn beats(word: &str) -> Option<usize> {
    const HEADS: [&str; 28] = [
        "ky", "gy", "ny", "hy", "by", "py", "my", "ry", "sh", "ch", "ts", "k", "g", "s", "z", "t", "d", "n",
        "h", "b", "p", "m", "y", "r", "w", "j", "f", "",
    ];
    let mut rest = word;
    let mut count = 0;
    while !rest.is_empty() {
        let head = HEADS.iter().find(|head| {
            let vowel = rest.strip_prefix(**head).and_then(|rest| rest.chars().next());
            vowel.is_some_and(|vowel| {
                matches!(vowel, 'a' | 'e' | 'i' | 'o' | 'u')
                    && !matches!(
                        (**head, vowel),
                        ("s" | "t" | "d" | "z", 'i')
                            | ("t" | "h" | "d" | "w" | "y", 'u')
                            | ("y" | "w", 'i' | 'e')
                            | ("f", 'a' | 'e' | 'i' | 'o')
                    )
            })
        });
        rest = match head {
            Some(head) if !head.is_empty() || count == 0 => {
                count += 1;
                rest.get(head.len() + 1..)?
            }
            Some(_) => return None,
            None => rest.strip_prefix('n')?,
        };
    }
    Some(count)
}

/// Whether a family name is cut or filled where no language does that to one: a double n made single, a last s
/// left out, a letter changed before the last.
pub(super) fn is_no_family_ending(a: &str, b: &str) -> bool {
    let double = a.ends_with("nn") != b.ends_with("nn") && a.trim_end_matches('n') == b.trim_end_matches('n');
    let cut = a.strip_suffix('s').is_some_and(|a| a == b && a.ends_with(['a', 'e', 'o']));
    let inner = a.len() == b.len() && a.bytes().next_back() == b.bytes().next_back();
    double || cut || inner
}

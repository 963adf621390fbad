//! `name-differs`: a name that the target spells otherwise than the source.
//!
//! Names of persons are copied letter by letter between languages of one script; names of places,
//! institutions and months are not ("Peru", "Pérou"; "Minister", "ministre"). So a word with a
//! capital that lacks in the target and has a near one there in its stead (one or two letters by
//! the distance of Damerau and Levenshtein) is flagged only with evidence that it is a person's:
//! a neighbour that is the same on both sides ("Sergio Mujica", "Sergio Mujcia"), a form of
//! address before both, or the right spelling elsewhere in the same text. What differs by an
//! accent, by the way the target's language writes foreign sounds, or by an ending is let be.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::date::month_named;
use crate::domain::language::{Script, script_of};
use crate::domain::notice::fold;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Name, key};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// The names of the whole text.
pub struct Known {
    /// Every word with a capital of the source, by its key, and how often it stands there.
    source: FxHashMap<u64, u32>,
    /// Every word with a capital of the target, likewise.
    target: FxHashMap<u64, u32>,
    /// Words with a capital of the source that stand beside the same word on both sides somewhere:
    /// most likely parts of persons' names.
    settled: FxHashSet<u64>,
    /// Whether the target is written in Latin letters.
    latin: bool,
    /// What tells names from other words.
    words: OnceCell<Words>,
}

impl Known {
    /// Gathers them.
    pub fn of(bitext: &Bitext<'_>) -> Known {
        let latin = |locale: &crate::domain::locale::Locale| {
            !matches!(
                locale.language(),
                "ru" | "uk"
                    | "be"
                    | "bg"
                    | "mk"
                    | "ar"
                    | "fa"
                    | "ur"
                    | "he"
                    | "zh"
                    | "ja"
                    | "ko"
                    | "th"
                    | "el"
                    | "hi"
                    | "bn"
                    | "ka"
                    | "hy"
            ) && !matches!(locale.script(), Some("Cyrl"))
        };
        let latin = latin(bitext.source_locale) && latin(bitext.target_locale);
        let mut known = Known {
            source: FxHashMap::default(),
            target: FxHashMap::default(),
            settled: FxHashSet::default(),
            latin,
            words: OnceCell::new(),
        };
        if latin {
            let mut of_target: FxHashSet<(u64, u64)> = FxHashSet::default();
            for unit in &bitext.target {
                for name in unit.names() {
                    *known.target.entry(name.key).or_default() += 1;
                }
                of_target.extend(twos(unit.names()).map(|(one, other)| (one.key, other.key)));
            }
            for unit in &bitext.source {
                for name in unit.names() {
                    *known.source.entry(name.key).or_default() += 1;
                }
                for (one, other) in twos(unit.names()) {
                    if of_target.contains(&(one.key, other.key))
                        && !is_common(&one.folded)
                        && !is_common(&other.folded)
                    {
                        known.settled.extend([one.key, other.key]);
                    }
                }
            }
        }
        known
    }
}

/// The names that stand right behind each other.
fn twos(names: &[Name]) -> impl Iterator<Item = (&Name, &Name)> {
    names.windows(2).filter_map(|two| match two {
        [one, other] if other.follows => Some((one, other)),
        _ => None,
    })
}

/// The least length of a name that is compared.
const SHORTEST: usize = 4;

/// So many pairs of names are compared in one pair of units.
const MOST: usize = 20_000;

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, known: &Known, out: &mut Vec<Problem>) {
    if !known.latin || bitext.sources(pair).all(|unit| unit.names().is_empty()) {
        return;
    }
    let language = bitext.target_locale.language();
    let mut budget = MOST;
    for target in bitext.targets(pair) {
        let others = target.names();
        for (place, other) in others.iter().enumerate() {
            if other.folded.len() < SHORTEST || known.source.contains_key(&other.key) {
                continue;
            }
            let found = bitext.sources(pair).find_map(|unit| {
                let names = unit.names();
                let at = (0..names.len()).find(|at| {
                    let name = &names[*at];
                    budget = budget.saturating_sub(1);
                    if budget == 0 || name.folded.len().abs_diff(other.folded.len()) > 4 {
                        return false;
                    }
                    // A letter that was put for another changes two of the letters that are there.
                    if (name.letters ^ other.letters).count_ones() > 2 * most_of(&name.folded) as u32 {
                        return false;
                    }
                    name.folded.len() >= SHORTEST
                        && is_misspelt((names, *at), (others, place), known, language)
                        && month_named(&name.folded, bitext.source_locale.language()).is_none()
                        && !is_common(&name.folded)
                })?;
                if is_of_an_institution((names, at), (others, place), bitext, pair)
                    || is_a_word(&names[at], other, known, bitext)
                {
                    return None;
                }
                Some((unit.text.get(names[at].start..names[at].end)?, names[at].key))
            });
            let Some((was, name)) = found else { continue };
            // Asked last: it folds every word of the source.
            if bitext.sources(pair).any(|unit| has_word(unit, other)) {
                continue;
            }
            // "Comité de Supervisión Técnica (Technical Oversight Committee)": as often as the source
            // has the name it stands here as well.
            let count = |units: &mut dyn Iterator<Item = &Unit<'_>>| -> usize {
                units.map(|unit| unit.names().iter().filter(|other| other.key == name).count()).sum()
            };
            if count(&mut bitext.targets(pair)) >= count(&mut bitext.sources(pair)) {
                continue;
            }
            let is = target.text.get(other.start..other.end).unwrap_or_default();
            if is_latin(was) && is_latin(is) && !is_other_initials(was, is) {
                out.push(Problem::new(
                    Check::NameDiffers,
                    bitext,
                    pair,
                    Some((target, other.start)),
                    &format!("{was}>{is}"),
                    vec![(ArgName::Source, shown(was)), (ArgName::Target, shown(is))],
                ));
            }
        }
    }
}

/// Whether the word is one of an institution's name that was translated: "Natural Resources Canada",
/// "Ressources naturelles Canada". A neighbour of a person's name stays.
fn is_of_an_institution(
    (names, at): (&[Name], usize),
    others: (&[Name], usize),
    bitext: &Bitext<'_>,
    pair: &Pair,
) -> bool {
    let (Some(name), Some(other)) = (names.get(at), others.0.get(others.1)) else { return false };
    // Languages differ by single and double letters in such words; any other slip is one.
    let single = |name: &Name| -> Vec<char> {
        let mut letters: Vec<char> = name.folded.chars().collect();
        letters.dedup();
        letters
    };
    let language = bitext.target_locale.language();
    if name.titled
        || single(name) != single(other)
        || is_strange_double(&name.folded, &other.folded, language)
        || is_beside((names, at), others)
    {
        return false;
    }
    let stands = |key: u64| bitext.targets(pair).any(|unit| unit.names().iter().any(|name| name.key == key));
    // "Secretary General Mikuriya": an office is translated before a person's name too.
    let mut kin = neighbours(names, at).into_iter().flatten().filter(|name| !is_common(&name.folded));
    kin.any(|neighbour| !stands(neighbour.key))
}

/// Whether either is a word as any other, with a capital for its place alone: written small somewhere
/// in its text; or both begin a sentence, and nowhere else does the source's stand.
fn is_a_word(name: &Name, other: &Name, known: &Known, bitext: &Bitext<'_>) -> bool {
    if name.titled {
        return false;
    }
    // Gathered once a text, and only where a word is near to being flagged.
    let words = known.words.get_or_init(|| Words::of(bitext));
    words.source.contains(&name.key)
        || words.target.contains(&other.key)
        || name.leads && other.leads && !words.inside.contains(&name.key)
}

/// The words of a text that tell whether one with a capital is a name.
struct Words {
    /// The source's that are written small, by their keys.
    source: FxHashSet<u64>,
    /// The target's, likewise.
    target: FxHashSet<u64>,
    /// The source's with a capital that is not owed to the beginning of a sentence.
    inside: FxHashSet<u64>,
}

impl Words {
    fn of(bitext: &Bitext<'_>) -> Words {
        let small = |units: &[Rc<Unit<'_>>]| -> FxHashSet<u64> {
            let words = units.iter().flat_map(|unit| unit.words().map(|piece| piece.of(unit.text)));
            words.filter(|word| word.starts_with(char::is_lowercase)).map(|word| key(&fold(word))).collect()
        };
        let names = bitext.source.iter().flat_map(|unit| unit.names());
        Words {
            source: small(&bitext.source),
            target: small(&bitext.target),
            inside: names.filter(|name| !name.leads || name.titled).map(|name| name.key).collect(),
        }
    }
}

/// Whether both are initials with small letters among them that differ by their capitals alone, as
/// translated ones do: "NRCan", "RNCan".
fn is_other_initials(was: &str, is: &str) -> bool {
    let parts = |word: &str| -> (Vec<char>, String) {
        let mut capitals: Vec<char> = word.chars().filter(|c| c.is_uppercase()).collect();
        capitals.sort_unstable();
        (capitals, word.chars().filter(|c| !c.is_uppercase()).collect())
    };
    let (one, other) = (parts(was), parts(is));
    one.0.len() > 1 && !one.1.is_empty() && one == other
}

/// Whether the name, folded, is one of the unit's words.
fn has_word(unit: &Unit<'_>, name: &Name) -> bool {
    let words = unit.folded(|unit| {
        let long = unit.words().filter(|piece| piece.end - piece.start >= SHORTEST);
        let mut keys: Vec<u64> = long
            .filter_map(|piece| {
                let folded = fold(piece.of(unit.text));
                (folded.len() <= piece.end - piece.start).then(|| key(&folded))
            })
            .collect();
        keys.sort_unstable();
        keys
    });
    words.binary_search(&name.key).is_ok()
}

/// How many letters may differ in a word that is another one misspelt.
fn most_of(folded: &str) -> usize {
    if folded.chars().count() >= 8 { 2 } else { 1 }
}

fn is_latin(word: &str) -> bool {
    word.chars().all(|c| !c.is_alphabetic() || script_of(c) == Script::Latin)
}

/// The places of the names right before and right after one.
fn neighbours(list: &[Name], at: usize) -> [Option<&Name>; 2] {
    let before = list.get(at).filter(|name| name.follows).and_then(|_| list.get(at.checked_sub(1)?));
    [before, list.get(at + 1).filter(|name| name.follows)]
}

/// Whether the same name stands right before both, or right after.
fn is_beside((names, at): (&[Name], usize), (others, place): (&[Name], usize)) -> bool {
    neighbours(names, at).iter().zip(neighbours(others, place)).any(|two| match two {
        (Some(one), Some(two)) => one.key == two.key && one.folded.len() >= 3 && !is_common(&one.folded),
        _ => false,
    })
}

/// Whether `others[place]` is `names[at]` misspelt.
fn is_misspelt(
    (names, at): (&[Name], usize),
    (others, place): (&[Name], usize),
    known: &Known,
    language: &str,
) -> bool {
    let (Some(name), Some(other)) = (names.get(at), others.get(place)) else { return false };
    let (a, b) = (name.folded.as_str(), other.folded.as_str());
    if a.len().abs_diff(b.len()) > most_of(a) || name.all_capitals != other.all_capitals {
        return false;
    }
    let beside = is_beside((names, at), (others, place));
    // Half of a product's name is a noun of its own elsewhere ("OpenTelemetry Collector").
    let settled = known.settled.contains(&name.key) && !is_noun(a);
    // The target writes it as the source does elsewhere, and so but once; a word that ends as nouns
    // do in several languages, once less often than the source.
    let times = |of: &FxHashMap<u64, u32>, name: &Name| of.get(&name.key).copied().unwrap_or(0);
    let there = times(&known.target, name);
    let kept = there > 0
        && times(&known.target, other) == 1
        && !name.leads
        && !other.leads
        && (!is_noun(a) || there + 1 == times(&known.source, name));
    let person = beside || name.titled && other.titled || settled || kept;
    // Of any other word two letters are too many.
    let most = if person { most_of(a) } else { 1 };
    let differ = (name.letters ^ other.letters).count_ones() as usize;
    if differ > 2 * most || distance(a, b, most) > most {
        return false;
    }
    let length = a.chars().count();
    if is_ending(a, b) || is_ending(b, a) || is_inflected(a, b, language) {
        return false;
    }
    if person {
        return kept || is_swap(a, b) || !is_way_of_writing(a, b, language, true);
    }
    // A word of any other kind: near, and neither a cognate nor a name that the language writes so.
    // Two letters that changed places make no other language's word of any.
    length >= 5 && (is_swap(a, b) || !is_noun(a) && !is_way_of_writing(a, b, language, false))
}

/// Whether the word ends as common nouns and adjectives do that languages share: capitals of a
/// heading or an institution make no name of "Independence", "Department".
fn is_noun(folded: &str) -> bool {
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
fn is_swap(a: &str, b: &str) -> bool {
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

/// Words with a capital that are no one's name, alike or nearly so in several languages.
fn is_common(folded: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(folded)
}

const COMMON: &str = "\
    ababa admiral agency agreement ambassador aristotle article association asturias athens authority \
    azerbaijan bahrain bank blue blues botswana brussels bucharest caesar cairo cameroon capital \
    captain catholic central chair chairman chapter chief christian city club colonel commander \
    commission committee conference conservative convention council court democratic department \
    deputy digital director directora district doctor east eastern enterprise enterprises espagne \
    federal federation forum francis frankfurt general geneva germany global governor greenland \
    havana hotel hotels house independent inspector institute interior internacional international \
    iranian ireland isfahan istanbul japan journal justice king laboratories letters liberal \
    magazine malawi malaysia marseille master mayor member members mexico minister ministre ministro \
    ministry moscow multimedia museum nacional naples national noble north northern office \
    organisation organization party plan popular porto post president presidente prince princess \
    professor program programme project protocol province qaeda qaida queen region regional republic \
    romania rwanda saint sainte secretary section senator sergeant social socialist solomon south \
    southern specialties stadium state states street tajikistan tajiks texas tigers times union \
    university vice virgin west western zimbabwe zone";

/// Whether the words differ by the endings that languages put to one stem: "Minister", "ministro";
/// "Colony", "Colonia"; "Silesian", "Silesia"; "Pacific", "Pacífico".
fn is_ending(a: &str, b: &str) -> bool {
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
fn is_inflected(a: &str, b: &str, language: &str) -> bool {
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
fn is_strange_double(a: &str, b: &str, language: &str) -> bool {
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
fn is_way_of_writing(a: &str, b: &str, language: &str, person: bool) -> bool {
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

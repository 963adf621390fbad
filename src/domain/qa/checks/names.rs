//! `name-differs`: a name that the target spells otherwise than the source.
//!
//! Names of persons are copied letter by letter between languages of one script; names of places,
//! institutions and months are not ("Peru", "Pérou"; "Minister", "ministre"). So a word with a
//! capital that lacks in the target and has a near one there in its stead (one or two letters by
//! the distance of Damerau and Levenshtein) is flagged only with evidence that it is a person's:
//! a neighbour that is the same on both sides ("Sergio Mujica", "Sergio Mujcia"), a form of
//! address before both, the right spelling elsewhere in the same text, or a build that no language
//! respells ([`is_always_copied`]). What differs by an accent, by the way the target's language
//! writes foreign sounds, or by an ending is let be; of family names few endings are.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use super::spelling::distance;
use super::spelling::{
    is_always_copied, is_ending, is_inflected, is_no_family_ending, is_noun, is_respelt, is_strange_double,
    is_swap, is_way_of_writing,
};
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

/// The least length of a name that is compared …
const SHORTEST: usize = 4;
/// … and of one behind a first name.
const SHORTEST_FAMILY: usize = 3;

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
            if other.folded.len() < SHORTEST && !other.follows || known.source.contains_key(&other.key) {
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
                    let short = name.folded.len().min(other.folded.len()) < SHORTEST;
                    (!short || is_short_family((names, *at), (others, place)))
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
            if is_latin(was) && is_latin(is) && !is_other_initials(was, is) && !is_same_umlaut(was, is) {
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

/// Whether one writes with two letters what the other has a mark for: "Mueller", "Müller"; "Joergensen",
/// "Jørgensen".
fn is_same_umlaut(was: &str, is: &str) -> bool {
    let spelt = |word: &str| -> String {
        let mut out = String::with_capacity(word.len() + 2);
        for c in word.chars().flat_map(char::to_lowercase) {
            match c {
                'ä' | 'æ' => out.push_str("ae"),
                'ö' | 'ø' | 'œ' => out.push_str("oe"),
                'ü' => out.push_str("ue"),
                'å' => out.push_str("aa"),
                'ß' => out.push_str("ss"),
                c => out.push(c),
            }
        }
        fold(&out)
    };
    spelt(was) == fold(is) || fold(was) == spelt(is)
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

/// Whether both are short names of one length behind the same first name.
fn is_short_family(one: (&[Name], usize), other: (&[Name], usize)) -> bool {
    let length = |(list, at): (&[Name], usize)| list.get(at).map_or(0, |name| name.folded.len());
    let is_particle = |(list, at): (&[Name], usize)| {
        list.get(at).is_some_and(|name| matches!(name.folded.as_str(), "van" | "von"))
    };
    length(one) == length(other)
        && length(one) >= SHORTEST_FAMILY
        && !is_particle(one)
        && !is_particle(other)
        && is_behind(one, other)
}

/// Whether the same name stands right before both: a first name, most likely.
fn is_behind((names, at): (&[Name], usize), (others, place): (&[Name], usize)) -> bool {
    let before = neighbours(names, at)[0].zip(neighbours(others, place)[0]);
    before.is_some_and(|(one, other)| {
        one.key == other.key && one.folded.len() >= 3 && !one.all_capitals && !is_common(&one.folded)
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
    let copied = is_always_copied(a);
    let person = beside || name.titled && other.titled || settled || kept || copied;
    // Of any other word two letters are too many.
    let most = if person { most_of(a) } else { 1 };
    let differ = (name.letters ^ other.letters).count_ones() as usize;
    if differ > 2 * most || distance(a, b, most) > most {
        return false;
    }
    let length = a.chars().count();
    if is_inflected(a, b, language) {
        return false;
    }
    // A first name has its fellow in other languages ("Charles", "Carlos"), a family name has none.
    let family = copied
        || name.titled && other.titled
        || is_behind((names, at), (others, place)) && !is_noun(a) && !is_noun(b);
    if (!family || !is_no_family_ending(a, b)) && (is_ending(a, b) || is_ending(b, a)) {
        return false;
    }
    if person {
        return kept || is_swap(a, b) || !is_respelt(a, b, language);
    }
    // A word of any other kind: near, and neither a cognate nor a name that the language writes so.
    // Two letters that changed places make no other language's word of any.
    length >= 5 && (is_swap(a, b) || !is_noun(a) && !is_way_of_writing(a, b, language, false))
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

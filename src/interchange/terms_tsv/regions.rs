//! Two capitals in brackets behind a term: a region's own term (*desembaraço aduaneiro (BR)*), or the
//! term's acronym (*Sistema Harmonizado (SH)*)?
//!
//! Nearly every pair of capitals is the code of some country: SH is Saint Helena, SA Saudi Arabia, AR
//! Argentina. So a code is a region only where the language is a language of that region, and not
//! there either where the words before, written with capitals, have those initials. What is neither
//! is a remark.

use crate::domain::locale::Locale;
use crate::domain::notice::fold;

/// The regions whose terms a table may hold, by language: those where it is an official language or
/// the first of most, by CLDR's territory data, and the UN M.49 areas in use for it.
const REGIONS: [(&str, &str); 8] = [
    (
        "en",
        "GB UK US CA AU NZ IE ZA IN SG MT HK PH NG GH KE UG TZ ZM ZW BW NA LS SZ MW RW SL LR GM CM MU SC PK \
         JM TT BB BS BZ GY AG DM GD KN LC VC BM KY FJ PG SB VU WS TO KI TV NR PW FM MH 001 150",
    ),
    ("es", "ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PH PR PY SV US UY VE 419"),
    (
        "fr",
        "FR BE CA CH LU MC BF BI BJ CD CF CG CI CM DJ DZ GA GN GP GQ GF HT KM MA MG ML MQ MR MU NC NE PF \
         RE RW SC SN TD TG TN VU YT",
    ),
    ("pt", "BR PT AO CV GW GQ MO MZ ST TL"),
    ("de", "DE AT CH LI LU BE IT"),
    ("it", "IT CH SM VA"),
    ("nl", "NL BE SR AW CW SX"),
    ("zh", "CN TW HK MO SG"),
];

/// A term stands for no more regions.
const MOST: usize = 30;

/// What stands in brackets behind a term.
#[derive(Debug, PartialEq)]
pub(super) enum Bracket {
    /// Regions whose own term it is.
    Regions(Vec<Locale>),
    /// An acronym of it.
    Acronym,
    /// Anything else.
    Other,
}

/// Reads what stands in brackets behind the words `before`.
pub(super) fn bracket(inside: &str, before: &str, locale: &Locale) -> Bracket {
    let regions = regions(inside, locale);
    let capitals = inside.chars().all(|c| c.is_uppercase() || c.is_numeric());
    let letters = inside.chars().count();
    // "aduana (AR)" is Argentina's, "Acuerdo Regional (AR)" an acronym.
    let small_count = regions.is_empty() || !is_listed(locale);
    if capitals && letters >= 2 && are_initials(inside, before, !small_count) {
        Bracket::Acronym
    } else if !regions.is_empty() {
        Bracket::Regions(regions)
    } else if capitals && letters > 2 {
        Bracket::Acronym
    } else {
        Bracket::Other
    }
}

fn listed(locale: &Locale) -> Option<&'static str> {
    REGIONS.iter().find(|(language, _)| *language == locale.language()).map(|(_, list)| *list)
}

fn is_listed(locale: &Locale) -> bool {
    listed(locale).is_some()
}

/// The codes at the beginning, as far as they are regions of the language: `BR`, `AR, UY, PY`,
/// `CL/PE`, `PT, UCC`, `BR title`. None for a locale that has a region itself.
fn regions(inside: &str, locale: &Locale) -> Vec<Locale> {
    if locale.region().is_some() {
        return Vec::new();
    }
    inside
        .split([',', '/', ';', ' '])
        .filter(|code| !code.is_empty())
        .take(MOST)
        .map_while(|code| {
            let is_known = match listed(locale) {
                Some(list) => list.split_whitespace().any(|region| region == code),
                // Of a language that is not listed any code may be a region.
                None => code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()),
            };
            // "UK" is what people write for GB.
            let code = if code == "UK" { "GB" } else { code };
            is_known.then(|| format!("{}-{code}", locale.language()).parse().ok()).flatten()
        })
        .collect()
}

/// Whether `inside` is an acronym of the words before it: its letters are initials of theirs in
/// order, the first of the first; where `with_capitals`, of words that have a capital.
fn are_initials(inside: &str, before: &str, with_capitals: bool) -> bool {
    let mut initials = before
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|c| !with_capitals || c.is_uppercase())
        .map(plain);
    let mut letters = inside.chars().map(plain);
    letters.next().is_some_and(|first| initials.next() == Some(first))
        && letters.all(|letter| initials.any(|initial| initial == letter))
}

/// The letter small and without its accent: *États membres (EM)*.
fn plain(c: char) -> char {
    fold(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_told_from_an_acronym() {
        for (locale, before, inside, regions) in [
            ("pt", "desembaraço aduaneiro", "BR", "pt-BR"),
            ("pt", "autorização de saída", "PT, UCC", "pt-PT"),
            ("pt", "auditor-fiscal", "BR title", "pt-BR"),
            ("es", "despachante de aduana", "AR, UY, PY", "es-AR es-UY es-PY"),
            ("es", "fiscalización a posteriori", "CL/PE", "es-CL es-PE"),
            ("es", "aduana", "AR", "es-AR"),
            ("es", "computadora", "419", "es-419"),
            ("fr", "septante", "BE", "fr-BE"),
            ("en", "harbour", "UK", "en-GB"),
            ("fi", "tulli", "FI", "fi-FI"),
        ] {
            let locale: Locale = locale.parse().unwrap();
            let wanted = regions.split(' ').map(|tag| tag.parse().unwrap()).collect();
            assert_eq!(bracket(inside, before, &locale), Bracket::Regions(wanted), "{before} ({inside})");
        }
        for (locale, before, inside) in [
            ("pt", "Sistema Harmonizado", "SH"),
            ("pt", "sistema harmonizado", "SH"),
            ("pt", "Sistema Harmonizado de Designação", "SH"),
            ("es", "Sistema Armonizado", "SA"),
            // Argentina, were it not for the initials.
            ("es", "Acuerdo Regional", "AR"),
            ("es", "Secretaría de Ventas", "SV"),
            ("fr", "Bureau de renseignement", "BR"),
            ("fr", "États membres", "EM"),
            ("en", "World Trade Organization", "WTO"),
            ("en", "Harmonized System", "HS"),
            ("fi", "harmonoitu järjestelmä", "HJ"),
            ("de", "Harmonisiertes System", "HS"),
            // Its own letters are not those of the term: a foreign acronym.
            ("pt", "estudo de tempos", "TRS"),
        ] {
            let locale: Locale = locale.parse().unwrap();
            assert_eq!(bracket(inside, before, &locale), Bracket::Acronym, "{before} ({inside})");
        }
        for (locale, before, inside) in [
            // No Portuguese is spoken on Saint Helena, no Spanish on Malta.
            ("pt", "nomenclatura", "SH"),
            ("es", "facilitación de comercio", "MT calque"),
            ("en", "CRDGA", "ES"),
            ("pt-BR", "alfândega", "PT"),
            ("es", "aduana", "oficina"),
            ("es", "guichê", "BR: Portal Único"),
            ("es", "guichê", ""),
        ] {
            let locale: Locale = locale.parse().unwrap();
            assert_eq!(bracket(inside, before, &locale), Bracket::Other, "{before} ({inside})");
        }
    }
}

//! Which script a character is of, whether it is a letter, and its lower case: by table where
//! text is dense (ASCII and U+0080 to U+07FF), by range elsewhere.

use std::sync::LazyLock;

/// A writing system, as far as telling languages apart needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names of the scripts say all")]
pub enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Khmer,
    Ethiopic,
    Mongolian,
    Thaana,
    Hangul,
    Kana,
    Han,
    Other,
}

/// How many scripts there are.
pub const SCRIPTS: usize = Script::Other as usize + 1;

impl Script {
    /// Every script, by its number.
    pub const ALL: [Script; SCRIPTS] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Arabic,
        Script::Devanagari,
        Script::Greek,
        Script::Hebrew,
        Script::Armenian,
        Script::Georgian,
        Script::Bengali,
        Script::Gurmukhi,
        Script::Gujarati,
        Script::Oriya,
        Script::Tamil,
        Script::Telugu,
        Script::Kannada,
        Script::Malayalam,
        Script::Sinhala,
        Script::Thai,
        Script::Lao,
        Script::Tibetan,
        Script::Myanmar,
        Script::Khmer,
        Script::Ethiopic,
        Script::Mongolian,
        Script::Thaana,
        Script::Hangul,
        Script::Kana,
        Script::Han,
        Script::Other,
    ];

    /// How much text a letter of this script stands for, beside a Latin one, when a stretch that
    /// mixes both is given to a language: a Han character says about as much as three letters.
    pub fn weight(self) -> u32 {
        match self {
            Script::Han => 3,
            Script::Kana | Script::Hangul => 2,
            _ => 1,
        }
    }

    /// The ISO 15924 code, where tags use it to tell scripts apart.
    pub fn from_code(code: &str) -> Option<Script> {
        Some(match code {
            "Latn" => Script::Latin,
            "Cyrl" => Script::Cyrillic,
            "Arab" => Script::Arabic,
            "Deva" => Script::Devanagari,
            "Grek" => Script::Greek,
            "Hebr" => Script::Hebrew,
            "Armn" => Script::Armenian,
            "Geor" => Script::Georgian,
            "Beng" => Script::Bengali,
            "Guru" => Script::Gurmukhi,
            "Mong" => Script::Mongolian,
            "Kore" | "Hang" => Script::Hangul,
            "Jpan" | "Kana" | "Hira" => Script::Kana,
            "Hans" | "Hant" | "Hani" => Script::Han,
            _ => return None,
        })
    }
}

/// What a character is to the scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharClass {
    /// The character in lower case (its first character where that is several).
    pub lower: char,
    /// Its script.
    pub script: Script,
    /// Whether it is a letter (Unicode alphabetic), as letters are counted.
    pub letter: bool,
    /// Whether it goes on with a word without being a letter: a combining mark or a joiner.
    pub joins: bool,
}

const DENSE_FROM: u32 = 0x80;
const DENSE_TO: u32 = 0x800;

static DENSE: LazyLock<Vec<CharClass>> = LazyLock::new(|| {
    (DENSE_FROM..DENSE_TO).map(|code| classify_slowly(char::from_u32(code).unwrap_or(' '))).collect()
});

/// The table for U+0080 to U+07FF; taken once before a scan.
pub fn dense() -> &'static [CharClass] {
    &DENSE
}

/// The class of a character, with the table that [`dense`] gave.
#[inline]
pub fn classify(dense: &[CharClass], c: char) -> CharClass {
    let code = c as u32;
    match dense.get(code.wrapping_sub(DENSE_FROM) as usize) {
        Some(class) => *class,
        None => match code {
            // Dashes and quotation marks, which stand in any text.
            0x2010..=0x2027 => CharClass { lower: c, script: Script::Other, letter: false, joins: false },
            // Letters without case that take no mark: a page in Chinese has little else.
            0x4E00..=0x9FFF => CharClass { lower: c, script: Script::Han, letter: true, joins: false },
            _ => classify_slowly(c),
        },
    }
}

fn classify_slowly(c: char) -> CharClass {
    let script = script_of(c);
    let letter = c.is_alphabetic();
    let lower = match script {
        Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian | Script::Georgian if letter => {
            c.to_lowercase().next().unwrap_or(c)
        }
        _ => c,
    };
    CharClass { lower, script, letter, joins: !letter && is_mark(c) }
}

/// Marks that stand inside words: combining diacritics, Arabic points, Indic signs, joiners.
fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670
        | 0x093C | 0x094D | 0x09BC | 0x09CD | 0x0A3C | 0x0A4D | 0x0ABC | 0x0ACD | 0x0B3C | 0x0B4D | 0x0BCD
        | 0x0C4D | 0x0CCD | 0x0D4D | 0x0DCA | 0x0E31..=0x0E4E | 0x200C | 0x200D | 0xFE0F)
}

/// The script of a character, by Unicode block.
pub fn script_of(c: char) -> Script {
    match c as u32 {
        0x41..=0x5A
        | 0x61..=0x7A
        | 0xAA
        | 0xBA
        | 0xC0..=0x24F
        | 0x250..=0x2AF
        // Letters of their own beside o and g in Uzbek, and in many an orthography.
        | 0x2BB..=0x2BC
        | 0x1E00..=0x1EFF
        | 0x2C60..=0x2C7F
        | 0xA720..=0xA7FF
        | 0xFB00..=0xFB06
        | 0xFF21..=0xFF3A
        | 0xFF41..=0xFF5A => Script::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
        0x400..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Script::Cyrillic,
        0x530..=0x58F | 0xFB13..=0xFB17 => Script::Armenian,
        0x590..=0x5FF | 0xFB1D..=0xFB4F => Script::Hebrew,
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => Script::Arabic,
        0x780..=0x7BF => Script::Thaana,
        0x900..=0x97F | 0xA8E0..=0xA8FF => Script::Devanagari,
        0x980..=0x9FF => Script::Bengali,
        0xA00..=0xA7F => Script::Gurmukhi,
        0xA80..=0xAFF => Script::Gujarati,
        0xB00..=0xB7F => Script::Oriya,
        0xB80..=0xBFF => Script::Tamil,
        0xC00..=0xC7F => Script::Telugu,
        0xC80..=0xCFF => Script::Kannada,
        0xD00..=0xD7F => Script::Malayalam,
        0xD80..=0xDFF => Script::Sinhala,
        0xE00..=0xE7F => Script::Thai,
        0xE80..=0xEFF => Script::Lao,
        0xF00..=0xFFF => Script::Tibetan,
        0x1000..=0x109F | 0xAA60..=0xAA7F => Script::Myanmar,
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Script::Georgian,
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Script::Hangul,
        0x1200..=0x139F | 0x2D80..=0x2DDF => Script::Ethiopic,
        0x1780..=0x17FF => Script::Khmer,
        0x1800..=0x18AF => Script::Mongolian,
        0x3041..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Script::Kana,
        0x3005..=0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF => {
            Script::Han
        }
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_numbered_as_listed() {
        for (number, script) in Script::ALL.into_iter().enumerate() {
            assert_eq!(script as usize, number);
        }
    }

    #[test]
    fn letters_are_counted_as_the_rest_of_the_program_counts_them() {
        for code in (0..0x3_0000).filter_map(char::from_u32) {
            assert_eq!(classify(dense(), code).letter, code.is_alphabetic(), "{code:?}");
            assert_eq!(classify(dense(), code), classify_slowly(code), "{code:?}");
        }
    }

    #[test]
    fn characters_are_of_the_script_a_reader_sees() {
        for (c, script, lower) in [
            ('É', Script::Latin, 'é'),
            ('ộ', Script::Latin, 'ộ'),
            ('Й', Script::Cyrillic, 'й'),
            ('Σ', Script::Greek, 'σ'),
            ('گ', Script::Arabic, 'گ'),
            ('ि', Script::Devanagari, 'ि'),
            ('カ', Script::Kana, 'カ'),
            ('関', Script::Han, '関'),
            ('한', Script::Hangul, '한'),
            ('ๆ', Script::Thai, 'ๆ'),
        ] {
            let class = classify(dense(), c);
            assert_eq!((class.script, class.lower), (script, lower), "{c}");
        }
    }
}

//! Where a quotation begins and where it ends.
//!
//! Languages disagree on which mark opens and which closes (“…”, „…“, ”…”, «…», »…«), and text
//! has marks that belong to no pair: inches, a quotation cut short, a paragraph's opening mark
//! that the next one repeats. So a mark opens only where it stands as an opening one does, and
//! only if the mark that closes it follows soon: within [`LONGEST`] bytes, before another of its
//! kind opens, and before the line ends with its sentence or the table's cell ends. All others
//! are marks like a comma. What stands between two marks that are no pair is never taken for
//! somebody else's words.
//!
//! A search that found nothing is remembered, so that no stretch is searched twice for one kind
//! of mark: linear whatever the text.

use memchr::{memchr, memchr3};

use super::script::{Script, classify, dense};

/// A quotation is at most that long, in bytes.
const LONGEST: usize = 1000;

/// A way of writing quotations, by the mark that opens them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `"…"`
    Straight,
    /// `“…”`
    High,
    /// `„…“`, `„…”`
    Low,
    /// `”…”`
    Same,
    /// `«…»`
    Angle,
    /// `»…«`, `»…»`
    Inward,
    /// `「…」`
    Corner,
    /// `『…』`
    WhiteCorner,
}

const KINDS: usize = Kind::WhiteCorner as usize + 1;

/// How a mark stands: what is before it and what is after.
#[derive(Clone, Copy)]
struct Place {
    before: Option<char>,
    after: Option<char>,
}

impl Place {
    fn of(text: &str, at: usize, end: usize) -> Self {
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        Place { before, after: text.get(end..).and_then(|rest| rest.chars().next()) }
    }

    /// Whether it stands at the start, after a blank, or after what opens something itself.
    fn begins(self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || opens_something(c))
    }

    /// Whether something stands right after it that is no punctuation which ends something.
    fn leads_on(self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace() && !ends_something(c))
    }

    /// Whether it stands as a mark that opens.
    fn opens(self) -> bool {
        let loose = |c: char| matches!(c, ',' | ';' | '、' | '，' | '。') || is_unspaced(c);
        self.leads_on() && (self.begins() || self.before.is_some_and(loose))
    }

    /// Whether it stands as a mark that closes: after text, before a blank or punctuation.
    fn closes(self) -> bool {
        !self.begins() && !self.leads_on()
    }
}

fn opens_something(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '<'
            | '>'
            | '|'
            | '/'
            | '-'
            | '–'
            | '—'
            | '*'
            | '_'
            | ':'
            | '\''
            | '’'
            | '‘'
            | '¿'
            | '¡'
            | '“'
            | '„'
            | '（'
            | '【'
            | '：'
    )
}

fn ends_something(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…' | '|')
        || matches!(
            c,
            '。' | '，' | '、' | '；' | '：' | '！' | '？' | '）' | '】' | '।' | '۔' | '،' | '؟' | '؛'
        )
}

/// Whether the character is of a script that sets no blanks between words.
fn is_unspaced(c: char) -> bool {
    c >= '\u{0E00}'
        && matches!(
            classify(dense(), c).script,
            Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Han | Script::Kana
        )
}

/// Whether the text, up to a line's end, ends with a sentence: closing marks aside, with a
/// full stop or another of its kind, or in a script that has none.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closing = |c: &char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '“' | '»' | '«' | '’' | ')' | '）' | '」' | '』')
    };
    // More than a few closing marks are drawing.
    text.chars().rev().take(12).find(|c| !closing(c)).is_some_and(|c| {
        matches!(c, '.' | '!' | '?' | '…' | ':' | '|' | '。' | '！' | '？' | '：' | '।' | '۔' | '؟' | '．')
            || matches!(
                classify(dense(), c).script,
                Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan
            )
    })
}

/// What is known of where quotations can't end.
#[derive(Clone, Copy, Default)]
pub(super) struct Quotes {
    /// No quotation of that kind that begins before here has an end.
    barred: [usize; KINDS],
    /// No mark closes one of that kind between where it was looked for and here.
    seen: [usize; KINDS],
}

impl Quotes {
    /// Where the mark stands that closes the quotation which `mark`, from `at` to `end`, opens;
    /// `None` where it opens none.
    pub(super) fn closing(&mut self, text: &str, at: usize, end: usize, mark: char) -> Option<usize> {
        let kind = opened(Place::of(text, at, end), mark)?;
        let (barred, seen) = (self.barred.get_mut(kind as usize)?, self.seen.get_mut(kind as usize)?);
        if at < *barred {
            return None;
        }
        let from = end.max(*seen);
        match search(text, kind, from, end + LONGEST) {
            Found::Closing(at) => Some(at),
            Found::Bar(at) => {
                *barred = at;
                None
            }
            Found::Nothing => {
                *seen = end + LONGEST;
                None
            }
        }
    }
}

/// The kind of quotation that a mark opens which stands so.
fn opened(place: Place, mark: char) -> Option<Kind> {
    match mark {
        '"' if place.opens() => Some(Kind::Straight),
        '“' if !place.closes() => Some(Kind::High),
        '„' => Some(Kind::Low),
        '”' if place.begins() && place.leads_on() => Some(Kind::Same),
        '«' if !place.closes() => Some(Kind::Angle),
        '»' if place.begins() && place.leads_on() => Some(Kind::Inward),
        '「' => Some(Kind::Corner),
        '『' => Some(Kind::WhiteCorner),
        _ => None,
    }
}

enum Found {
    /// The mark that closes stands here.
    Closing(usize),
    /// What no quotation goes beyond stands here.
    Bar(usize),
    Nothing,
}

/// The first mark from `from` to `to` that closes a quotation of that kind, or what bars it.
fn search(text: &str, kind: Kind, from: usize, to: usize) -> Found {
    let bytes = text.as_bytes();
    let to = to.min(bytes.len());
    // The last bytes of the marks that close or open that kind.
    let (one, two): (u8, u8) = match kind {
        Kind::Straight => (b'"', b'"'),
        Kind::High => (0x9C, 0x9D),
        Kind::Low | Kind::Same => (0x9D, 0x9C),
        Kind::Angle | Kind::Inward => (0xAB, 0xBB),
        Kind::Corner => (0x8C, 0x8D),
        Kind::WhiteCorner => (0x8E, 0x8F),
    };
    let mut at = from;
    while let Some(found) = bytes.get(at..to).and_then(|rest| memchr3(one, two, b'\n', rest)) {
        let here = at + found;
        at = here + 1;
        // A cell of a table ends with a stroke.
        let stop = |start: usize| {
            let cell = bytes.get(start..here).and_then(|rest| memchr(b'|', rest));
            cell.map(|n| start + n)
                .filter(|n| bytes.get(n.wrapping_sub(1)).is_some_and(u8::is_ascii_whitespace))
        };
        if let Some(stroke) = stop(at - 1 - found) {
            return Found::Bar(stroke);
        }
        if bytes.get(here) == Some(&b'\n') {
            if text.get(..here).is_some_and(ends_sentence) || bytes.get(at) == Some(&b'\n') {
                return Found::Bar(here);
            }
            continue;
        }
        let width = match kind {
            Kind::Straight => 1,
            Kind::Angle | Kind::Inward => 2,
            _ => 3,
        };
        let start = at - width.min(at);
        let Some(mark) = text.get(start..at).and_then(|mark| mark.chars().next()) else { continue };
        let place = Place::of(text, start, at);
        match judge(kind, mark, place) {
            Some(true) => return Found::Closing(start),
            Some(false) => return Found::Bar(start),
            None if mark == '"' && place.before == Some('=') => {
                // An attribute's value.
                at += bytes.get(at..to).and_then(|rest| memchr(b'"', rest)).map_or(0, |n| n + 1);
            }
            None => {}
        }
    }
    Found::Nothing
}

/// Whether a mark closes a quotation of that kind (`true`), begins another (`false`), or neither.
fn judge(kind: Kind, mark: char, place: Place) -> Option<bool> {
    let begins_another = place.begins() && place.leads_on();
    match (kind, mark) {
        (Kind::Straight, '"') if place.before == Some('=') => None,
        (Kind::Straight, '"') if begins_another => Some(false),
        (Kind::Straight, '"') => (!place.before.is_some_and(char::is_whitespace)).then_some(true),
        (Kind::High, '”') | (Kind::Low, '“' | '”') => Some(true),
        (Kind::High, '“') => Some(place.closes()),
        (Kind::Same, '”') => Some(!begins_another),
        (Kind::Angle, '»') => Some(true),
        (Kind::Angle, '«') => Some(false),
        (Kind::Inward, '«') => Some(true),
        (Kind::Inward, '»') => Some(!begins_another),
        (Kind::Corner, '」') | (Kind::WhiteCorner, '』') => Some(true),
        (Kind::Corner, '「') | (Kind::WhiteCorner, '『') => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quotations of a text, in the order they stand.
    fn quoted(text: &str) -> Vec<&str> {
        let mut quotes = Quotes::default();
        let mut found = Vec::new();
        let mut until = 0;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if at >= until
                && let Some(closing) = quotes.closing(text, at, end, c)
            {
                found.push(text.get(end..closing).expect("on characters").trim());
                until = closing + 1;
            }
        }
        found
    }

    #[test]
    fn a_quotation_stands_between_two_marks_that_are_a_pair() {
        for (text, expected) in [
            ("He said: \"We are late.\" Then he left.", &["We are late."][..]),
            ("the end was brilliant.\" Tears are \"permitted\" here", &["permitted"]),
            ("“We are late,” he said. “Very late.”", &["We are late,", "Very late."]),
            ("Er sagte: „Wir sind spät“, und ging.", &["Wir sind spät"]),
            ("Powiedział: „Jesteśmy spóźnieni”. I wyszedł.", &["Jesteśmy spóźnieni"]),
            ("Han sa: ”Vi är sena”, och gick.", &["Vi är sena"]),
            (
                "Il a dit\u{a0}: «\u{a0}Nous sommes en retard\u{a0}», puis est parti.",
                &["Nous sommes en retard"],
            ),
            ("un temps d’«\u{a0}été\u{a0}» ou presque", &["été"]),
            ("Er sagte: »Wir sind spät«, und ging.", &["Wir sind spät"]),
            ("Hän sanoi: »Olemme myöhässä», ja lähti.", &["Olemme myöhässä"]),
            ("他说：“我们迟到了。”然后走了。", &["我们迟到了。"]),
            ("他说:\"我们迟到了。\"然后走了。", &["我们迟到了。"]),
            ("彼は「遅れた」と言った。『本』も。", &["遅れた", "本"]),
            ("Оркестр «Виртуозы «Москвы» играл", &["Москвы"]),
            ("Home » About » News", &[]),
            ("a 12\" pipe and a 14\" pipe", &[]),
            ("He said: \"We are late.\n\"And we know.\" So it ended.", &["And we know."]),
            ("He said: \"We are late.\nThe others came. \"Good\".", &["Good"]),
            ("He said: \"We are\nlate\" and left.", &["We are\nlate"]),
            ("| He said \"We are late | The others came\" |", &[]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn what_would_be_too_long_is_no_quotation() {
        let text = format!("\"{}\" and", "word ".repeat(300));
        assert!(quoted(&text).is_empty());
    }
}

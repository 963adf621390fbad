//! A unit's text cut into words, numbers, blanks, punctuation, addresses, code and markup.
//!
//! Words are those of UAX #29, in which Han, Kana and Thai fall apart into characters. Addresses,
//! code and markup are told by their outer form, for all text formats alike: what stands in an
//! address is neither a word nor a number of the text.

use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters or figures.
    Word,
    /// White space.
    Space,
    /// Other signs.
    Punctuation,
    /// A web or mail address, a link's target, a tag that holds one.
    Address,
    /// A code span or a placeholder.
    Code,
    /// A mark of emphasis or of a link, a tag.
    Markup,
}

/// A piece of the text; all pieces together are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// Its text.
    pub text: &'t str,
    /// What it is.
    pub class: Class,
    /// The byte it begins at.
    pub at: usize,
}

/// How far an opened code span, tag or link target is looked for its end, in bytes. Keeps a text
/// of nothing but opening marks linear.
const REACH: usize = 1_000;

/// Cuts the text into tokens. Linear.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 3 + 1);
    let mut plain = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match special(text, at) {
            Some((class, len)) => {
                words(text, plain, at, &mut out);
                out.push(Token { text: &text[at..at + len], class, at });
                at += len;
                plain = at;
            }
            None => at += 1,
        }
    }
    words(text, plain, text.len(), &mut out);
    out
}

fn words<'t>(text: &'t str, from: usize, to: usize, out: &mut Vec<Token<'t>>) {
    // UAX #29 glues the narrow non-breaking blank to the words beside it; here it is a blank.
    let parts = text[from..to].split_word_bound_indices().flat_map(|(at, word)| {
        let mut at = at;
        word.split_inclusive('\u{202f}').flat_map(move |part| {
            let (start, body) = (at, part.trim_end_matches('\u{202f}'));
            at += part.len();
            [(start, body), (start + body.len(), &part[body.len()..])]
        })
    });
    for (at, word) in parts.filter(|(_, word)| !word.is_empty()) {
        let class = if word.chars().any(char::is_alphanumeric) {
            Class::Word
        } else if word.chars().all(char::is_whitespace) {
            Class::Space
        } else {
            Class::Punctuation
        };
        out.push(Token { text: word, class, at: from + at });
    }
}

/// The token that is no plain text and begins at that byte, with its length.
pub(super) fn special(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let byte = *bytes.get(at)?;
    let found = match byte {
        b'`' => {
            let ticks = bytes[at..].iter().take_while(|b| **b == b'`').count();
            let close =
                window(bytes, at + ticks).windows(ticks).position(|run| run.iter().all(|b| *b == b'`'));
            Some(close.map_or((Class::Markup, ticks), |len| (Class::Code, ticks + len + ticks)))
        }
        b'{' if bytes.get(at + 1) == Some(&b'{') => {
            let close = memchr::memmem::find(window(bytes, at), b"}}");
            close.map(|len| (Class::Code, len + 2))
        }
        b'{' if bytes.get(at + 1) == Some(&b'%') => {
            let close = memchr::memmem::find(window(bytes, at), b"%}");
            close.map(|len| (Class::Code, len + 2))
        }
        b'(' if at > 0 && bytes.get(at - 1) == Some(&b']') => {
            target_end(window(bytes, at)).map(|len| (Class::Address, len))
        }
        b'<' if bytes.get(at + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!')) => {
            let close = memchr::memchr(b'>', window(bytes, at));
            close.map(|len| {
                let tag = &text[at..at + len];
                let address = [":", "href=", "src=", "@"].iter().any(|part| tag.contains(part));
                (if address { Class::Address } else { Class::Markup }, len + 1)
            })
        }
        b'*' | b'[' | b']' | b'~' => Some((Class::Markup, 1)),
        b'_' => {
            let inner = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
            let between = at > 0 && inner(bytes.get(at - 1)) && inner(bytes.get(at + 1));
            (!between).then_some((Class::Markup, 1))
        }
        b'!' if bytes.get(at + 1) == Some(&b'[') => Some((Class::Markup, 1)),
        b'h' | b'H' | b'w' | b'W' | b'f' | b'm' => {
            let starts = ["https://", "http://", "www.", "ftp://", "mailto:"].iter().any(|start| {
                bytes
                    .get(at..at + start.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
            });
            (starts && !follows_letter(text, at)).then(|| (Class::Address, address_end(text, at)))
        }
        b'@' => None,
        _ if byte.is_ascii_alphanumeric() && !follows_letter(text, at) => {
            mail_end(bytes, at).map(|len| (Class::Address, len))
        }
        _ => None,
    };
    found.filter(|(_, len)| text.is_char_boundary(at + len)).or_else(|| {
        (matches!(byte, b'h' | b'w' | b'f' | b'm' | b'H' | b'W') && !follows_letter(text, at))
            .then(|| mail_end(bytes, at).map(|len| (Class::Address, len)))
            .flatten()
    })
}

/// The length of a link's target with its brackets, on one line: brackets within it go in pairs
/// (CommonMark 0.31, section 6.3). Where they don't, it ends with the first that closes.
fn target_end(bytes: &[u8]) -> Option<usize> {
    let (mut open, mut first) = (0, None);
    for at in memchr::memchr3_iter(b'(', b')', b'\n', bytes) {
        match bytes.get(at) {
            Some(b'(') => open += 1,
            Some(b')') => {
                open -= 1;
                first = first.or(Some(at + 1));
                if open == 0 {
                    return Some(at + 1);
                }
            }
            _ => break,
        }
    }
    first
}

fn window(bytes: &[u8], from: usize) -> &[u8] {
    let from = from.min(bytes.len());
    &bytes[from..bytes.len().min(from + REACH)]
}

fn follows_letter(text: &str, at: usize) -> bool {
    at > 0 && {
        let before = text.as_bytes()[at - 1];
        before >= 0x80 && text[..at].chars().next_back().is_some_and(char::is_alphabetic)
            || before.is_ascii_alphanumeric()
    }
}

/// The length of the web address at that byte, the sentence's own punctuation left out.
fn address_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '“' | '”' | '«' | '»'))
        .unwrap_or(rest.len());
    let mut body = &rest[..end];
    loop {
        let cut = body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', ']', '。', '，', '…']);
        let cut = match cut.strip_suffix(')') {
            Some(inner) if !inner.contains('(') => inner,
            _ => cut,
        };
        if cut.len() == body.len() {
            return body.len().max(1);
        }
        body = cut;
    }
}

/// The length of the mail address at that byte: a name of at most 64 bytes, `@`, a host with a dot.
fn mail_end(bytes: &[u8], at: usize) -> Option<usize> {
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    let name = bytes[at..].iter().take(65).take_while(|b| part(b)).count();
    if name > 64 || bytes.get(at + name) != Some(&b'@') {
        return None;
    }
    let host = bytes[at + name + 1..].iter().take(253).take_while(|b| part(b)).count();
    let host = &bytes[at + name + 1..at + name + 1 + host];
    let kept = host.len() - host.iter().rev().take_while(|b| !b.is_ascii_alphanumeric()).count();
    host[..kept].contains(&b'.').then_some(name + 1 + kept)
}

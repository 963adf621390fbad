//! Bytes of any encoding as UTF-8 text, streamed, with the line and column they are at.
//!
//! The encoding is that of the byte order mark, else the one that the XML declaration (or the
//! user) names, else UTF-8. Bytes that are wrong in it are an error at their place and never become
//! replacement characters: a term with `�` in it would be lost without anybody told.
//!
//! Work is linear, and memory a few blocks, however long a line or a file is: [`Text::allow`] sets
//! how much may be read until the next call, so that nothing that gathers what it reads (an XML
//! parser its tag, a table its line) can be made to gather without end.

use std::fmt;
use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::entry::{LARGEST, Place};

/// How much is read at once, in bytes.
const BLOCK: usize = 64 * 1024;
/// An XML declaration is looked for in so many bytes.
const HEAD: usize = 256;

/// Why a text could not be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Bytes that are wrong in the text's encoding.
    Encoding,
    /// An encoding that nobody knows.
    Unknown,
    /// More than was allowed since [`Text::allow`].
    TooMuch,
    /// More than [`LARGEST`] bytes.
    TooLarge,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        io::Error::other(fault)
    }
}

impl Fault {
    /// The fault in an error that went through a reader, if it is one.
    pub fn of(error: &io::Error) -> Option<Fault> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// How the encoding is found where there is no byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// In an XML declaration.
    Xml,
    /// By the user.
    As(&'static Encoding),
}

/// A stream of UTF-8 text.
pub struct Text<R> {
    input: R,
    declared: Declared,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    from: usize,
    ended: bool,
    finished: bool,
    text: Vec<u8>,
    /// What of `text` was not taken yet.
    at: usize,
    taken: u64,
    allowed: usize,
    fault: Option<Fault>,
    place: Place,
}

impl<R: Read> Text<R> {
    /// A text read from `input`.
    pub fn new(input: R, declared: Declared) -> Self {
        Text {
            input,
            declared,
            decoder: None,
            raw: Vec::new(),
            from: 0,
            ended: false,
            finished: false,
            text: Vec::new(),
            at: 0,
            taken: 0,
            allowed: usize::MAX,
            fault: None,
            place: Place { line: 1, column: 1 },
        }
    }

    /// Allows so many bytes to be taken from here on.
    pub fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    /// The place of the next byte.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Reads another block behind what is not decoded yet.
    fn more(&mut self) -> io::Result<()> {
        self.raw.drain(..self.from);
        self.from = 0;
        let before = self.raw.len();
        self.raw.resize(before + BLOCK, 0);
        let read = loop {
            match self.input.read(self.raw.get_mut(before..).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.raw.truncate(before);
                    return Err(error);
                }
                Ok(read) => break read,
            }
        };
        self.raw.truncate(before + read);
        self.ended = read == 0;
        self.taken += read as u64;
        if self.taken > LARGEST {
            self.fault = Some(Fault::TooLarge);
        }
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        while self.raw.len() < HEAD && !self.ended {
            self.more()?;
        }
        let encoding = match Encoding::for_bom(&self.raw) {
            Some((encoding, length)) => {
                self.from = length;
                encoding
            }
            None => match (self.declared, self.raw.get(..2)) {
                (Declared::As(encoding), _) => encoding,
                (Declared::Xml, Some([b'<', 0])) => UTF_16LE,
                (Declared::Xml, Some([0, b'<'])) => UTF_16BE,
                (Declared::Xml, _) => match named(&self.raw) {
                    Some(label) => Encoding::for_label(label).ok_or(Fault::Unknown)?,
                    None => UTF_8,
                },
            },
        };
        self.decoder = Some(encoding.new_decoder_without_bom_handling());
        Ok(())
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.decoder.is_none() {
            self.begin()?;
        }
        self.text.clear();
        self.at = 0;
        while self.text.is_empty() && !self.finished {
            if let Some(fault) = self.fault {
                return Err(fault.into());
            }
            if self.from >= self.raw.len() && !self.ended {
                self.more()?;
                continue;
            }
            let Some(decoder) = self.decoder.as_mut() else { return Ok(()) };
            let left = self.raw.get(self.from..).unwrap_or_default();
            let room = decoder.max_utf8_buffer_length_without_replacement(left.len()).unwrap_or(4 * BLOCK);
            self.text.resize(room.min(8 * BLOCK), 0);
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(left, &mut self.text, self.ended);
            self.text.truncate(written);
            self.from += read;
            match result {
                // What was good is given first.
                DecoderResult::Malformed(..) => self.fault = Some(Fault::Encoding),
                DecoderResult::InputEmpty => self.finished = self.ended,
                DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

/// The encoding that an XML declaration names.
fn named(raw: &[u8]) -> Option<&[u8]> {
    let head = raw.get(..raw.len().min(HEAD))?;
    let end = head.windows(2).position(|two| two == b"?>")?;
    let head = head.get(..end).filter(|head| head.starts_with(b"<?xml"))?;
    let at = head.windows(8).position(|eight| eight == b"encoding")?;
    let rest = head.get(at + 8..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first()?;
    rest.split(|byte| byte == quote).next()
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), available.get(..count)) {
            to.copy_from_slice(from);
        }
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.text.len() {
            self.fill()?;
        }
        let available = self.text.get(self.at..).unwrap_or_default();
        if self.allowed == 0 && !available.is_empty() {
            return Err(Fault::TooMuch.into());
        }
        Ok(available.get(..available.len().min(self.allowed)).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        let end = (self.at + count).min(self.text.len());
        let taken = self.text.get(self.at..end).unwrap_or_default();
        let characters = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        match memchr::memrchr(b'\n', taken) {
            Some(last) => {
                self.place.line += memchr::memchr_iter(b'\n', taken).count();
                self.place.column = 1 + characters(taken.get(last + 1..).unwrap_or_default());
            }
            None => self.place.column += characters(taken),
        }
        self.allowed = self.allowed.saturating_sub(end - self.at);
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Declared) -> (String, Option<Fault>, Place) {
        let mut text = Text::new(bytes, declared);
        let mut out = Vec::new();
        let fault = loop {
            match text.fill_buf() {
                Ok([]) => break None,
                Ok(bytes) => {
                    let count = bytes.len().min(3);
                    out.extend_from_slice(&bytes[..count]);
                    text.consume(count);
                }
                Err(error) => break Fault::of(&error),
            }
        };
        (String::from_utf8(out).expect("UTF-8 comes out"), fault, text.place())
    }

    #[test]
    fn the_encoding_is_found_by_mark_declaration_or_word() {
        let xml = "<?xml version=\"1.0\" encoding='iso-8859-1'?><a>\u{e9}</a>";
        let latin: Vec<u8> = xml.chars().map(|c| c as u8).collect();
        assert_eq!(read(&latin, Declared::Xml).0, xml);
        let wide = |big: bool, mark: bool| -> Vec<u8> {
            let text = if mark { "\u{feff}<a>é</a>" } else { "<a>é</a>" };
            let units = text.encode_utf16();
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for (big, mark) in [(true, true), (true, false), (false, true), (false, false)] {
            assert_eq!(read(&wide(big, mark), Declared::Xml).0, "<a>é</a>", "{big} {mark}");
        }
        let windows = Encoding::for_label(b"windows-1252").expect("an encoding");
        assert_eq!(read(b"\x80 \xe9", Declared::As(windows)).0, "€ é");
        assert_eq!(read("\u{feff}é".as_bytes(), Declared::As(windows)).0, "é");
    }

    #[test]
    fn wrong_bytes_are_told_at_their_place_after_all_that_was_good() {
        let (text, fault, place) = read(b"one\nt\xc3\xa9w\xffo", Declared::As(UTF_8));
        assert_eq!((text.as_str(), fault), ("one\ntéw", Some(Fault::Encoding)));
        assert_eq!(place, Place { line: 2, column: 4 });
        // Cut in the middle of a character.
        assert_eq!(read(b"a\xc3", Declared::As(UTF_8)).1, Some(Fault::Encoding));
        let odd = b"<?xml version=\"1.0\" encoding=\"klingon\"?><a/>";
        assert_eq!(read(odd, Declared::Xml).1, Some(Fault::Unknown));
    }

    #[test]
    fn no_more_is_given_than_was_allowed() {
        let long = vec![b'x'; 200_000];
        let mut text = Text::new(long.as_slice(), Declared::As(UTF_8));
        text.allow(100_000);
        let mut out = Vec::new();
        let error = text.read_to_end(&mut out).expect_err("it is too much");
        assert_eq!((out.len(), Fault::of(&error)), (100_000, Some(Fault::TooMuch)));
    }
}

//! A parsed version: an ordered list of blocks over the bytes they came from.
//!
//! The bytes stay beside the blocks. A block names the byte ranges its text stands in; all that
//! lies outside of them is the skeleton. Skeleton and units, put together, are the file byte for
//! byte ([`Document::rebuild`] with nothing replaced), for every format and for broken input too.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::date::Date;
use super::text::UnitHash;

mod splice;
mod weave;
pub use splice::Edit;
pub use weave::Insert;

/// What a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The title of the document: its first heading, first short line, or front-matter `title`.
    Title,
    /// A heading below the title.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list, its mark outside.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// The caption of a picture or a table.
    Caption,
    /// A line that says when the article was published.
    DateLine,
    /// A fallback notice: said by the site, not part of the article.
    Notice,
    /// A translatable value of the front matter other than the title (a description, say).
    Meta,
    /// Code, copied across and never translated.
    Code,
    /// What else is copied across: raw HTML, addresses, front-matter values, directives.
    Data,
}

impl BlockKind {
    /// Every kind, in the order of declaration.
    pub const ALL: [BlockKind; 11] = [
        BlockKind::Title,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::TableCell,
        BlockKind::Caption,
        BlockKind::DateLine,
        BlockKind::Notice,
        BlockKind::Meta,
        BlockKind::Code,
        BlockKind::Data,
    ];

    /// Whether the block is copied across as it is (`mirror`) rather than translated.
    pub fn is_mirror(self) -> bool {
        matches!(self, BlockKind::Code | BlockKind::Data)
    }

    /// Whether the block belongs to the article: all but the site's notice.
    pub fn is_article(self) -> bool {
        self != BlockKind::Notice
    }

    /// Whether the block holds a unit: text of the article that is to be translated.
    pub fn is_unit(self) -> bool {
        self.is_article() && !self.is_mirror()
    }

    /// The name in records, JSON and reports (`list-item`).
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "list-item",
            BlockKind::TableCell => "table-cell",
            BlockKind::Caption => "caption",
            BlockKind::DateLine => "date-line",
            BlockKind::Notice => "notice",
            BlockKind::Meta => "meta",
            BlockKind::Code => "code",
            BlockKind::Data => "data",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<BlockKind> {
        BlockKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// How deep a heading stands, 1 to 6, or an item of a list, from 1; `None` for every other kind, and
    /// where the format has no such thing.
    pub level: Option<u8>,
    /// Its text with inline markup as written, list marks, indentation and line prefixes taken
    /// off; the fragments' texts joined by `\n`. Where a format quotes a whole value (front
    /// matter), the text is the value with quotes and escapes read; [`Spelling`] puts them back.
    pub text: String,
    /// The byte ranges of the file that its text stands in, one a line, in order, none empty
    /// unless the text is.
    pub fragments: Vec<Range<usize>>,
    /// The line of the file it begins on, counted from 1.
    pub line: usize,
}

impl Block {
    /// The hash of the block's normalised text. Computed at each call: parsing does not pay for it.
    pub fn hash(&self) -> UnitHash {
        UnitHash::of(&self.text)
    }
}

/// How the bytes of a file are read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, broken sequences read as U+FFFD and reported.
    Utf8,
    /// Windows-1252 (of which ISO 8859-1 is a part): no UTF-8, and no sequence that looks like it.
    Windows1252,
    /// UTF-16, little-endian, by its byte order mark.
    Utf16Le,
    /// UTF-16, big-endian, by its byte order mark.
    Utf16Be,
}

/// Something in a file that could not be read as meant; the bytes are kept as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProblem {
    /// What it is.
    pub kind: ReadProblemKind,
    /// The byte offset in the file.
    pub offset: usize,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// The kinds of [`ReadProblem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadProblemKind {
    /// The file is not UTF-8 and was read as Windows-1252; told once, at the first such byte.
    NotUtf8,
    /// A broken UTF-8 sequence, read as U+FFFD.
    BrokenUtf8,
    /// An unpaired surrogate or an odd last byte in UTF-16.
    BrokenUtf16,
    /// A NUL byte: the file is most likely not text.
    Nul,
    /// Front matter that is not well-formed, read as text that is copied across.
    FrontMatter,
    /// Markup nested deeper, or a file larger, than any written by hand: from here on the text is
    /// copied across.
    TooDeep,
    /// A merge conflict: two texts stand in the place of one. Formats do not tell it; who judges the
    /// text looks for it.
    MergeConflict,
}

impl ReadProblemKind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            ReadProblemKind::NotUtf8 => "not-utf8",
            ReadProblemKind::BrokenUtf8 => "broken-utf8",
            ReadProblemKind::BrokenUtf16 => "broken-utf16",
            ReadProblemKind::Nul => "nul",
            ReadProblemKind::FrontMatter => "front-matter",
            ReadProblemKind::TooDeep => "too-deep",
            ReadProblemKind::MergeConflict => "merge-conflict",
        }
    }
}

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The date of its date line or front matter.
    pub date: Option<Date>,
    /// The scalar front-matter entries in order, keys dotted where nested (`params.lang`).
    pub entries: Vec<(String, String)>,
}

impl Meta {
    /// The value of the first entry with that key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

/// A parsed version: blocks in order over the bytes of its file.
#[derive(Clone)]
pub struct Document {
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// What the document says of itself.
    pub meta: Meta,
    /// What could not be read as meant, in order of position; the first hundred at most.
    pub problems: Vec<ReadProblem>,
    /// How many problems there were beyond those in `problems`.
    pub more_problems: usize,
    bytes: Vec<u8>,
    spelling: &'static dyn Spelling,
    title_by_place: bool,
}

/// How a format writes a new text into the place of an old one.
///
/// A format whose syntax could read a translator's words as markup of its own (a quote in a
/// quoted front-matter value, `|` in a table cell) implements this and hands itself to
/// [`Document::with_spelling`].
pub trait Spelling: Sync {
    /// The lines to be written for `text`, which is to stand in `block`: neither empty nor with
    /// line ends in them. The caller puts them into the block's fragments.
    fn lines(&self, document: &Document, block: &Block, text: &str) -> Vec<String>;
}

/// The spelling of a format without any syntax: the lines that are not blank, as they are.
#[derive(Clone, Copy, Debug)]
pub struct PlainSpelling;

impl Spelling for PlainSpelling {
    fn lines(&self, _document: &Document, _block: &Block, text: &str) -> Vec<String> {
        let lines = text.split(['\r', '\n']).filter(|line| !line.trim().is_empty());
        lines.map(|line| line.trim_matches([' ', '\t']).to_owned()).collect()
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
            && self.encoding == other.encoding
            && self.blocks == other.blocks
            && self.meta == other.meta
            && self.problems == other.problems
            && self.more_problems == other.more_problems
    }
}

impl Eq for Document {}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("encoding", &self.encoding)
            .field("blocks", &self.blocks)
            .field("meta", &self.meta)
            .field("problems", &self.problems)
            .field("more_problems", &self.more_problems)
            .finish_non_exhaustive()
    }
}

impl Document {
    /// Whether the file is most likely no text: a part of its bytes could not be read that no broken
    /// encoding of a text leaves. `size` is the file's, in bytes.
    pub fn is_no_text(&self, size: usize) -> bool {
        /// One byte of so many: Windows-1252 text with stray UTF-8 has one of a hundred.
        const ONE_OF: usize = 20;
        const LEAST: usize = 8;
        let broken = |kind: ReadProblemKind| {
            matches!(kind, ReadProblemKind::BrokenUtf8 | ReadProblemKind::BrokenUtf16 | ReadProblemKind::Nul)
        };
        let told = self.problems.iter().filter(|problem| broken(problem.kind)).count();
        let all = if told > 0 { told.saturating_add(self.more_problems) } else { 0 };
        all >= LEAST && all.saturating_mul(ONE_OF) >= size
    }

    /// Puts together what a format's parser found. The fragments of all blocks, in block order,
    /// must be in bounds, in order and apart from each other; checked in debug builds.
    pub fn new(
        bytes: Vec<u8>,
        encoding: Encoding,
        blocks: Vec<Block>,
        meta: Meta,
        problems: Vec<ReadProblem>,
    ) -> Self {
        debug_assert!(fragments_in_order(&blocks, bytes.len()));
        Document {
            encoding,
            blocks,
            meta,
            problems,
            more_problems: 0,
            bytes,
            spelling: &PlainSpelling,
            title_by_place: false,
        }
    }

    /// The same document, new texts to be written by the rules of `spelling`.
    pub fn with_spelling(mut self, spelling: &'static dyn Spelling) -> Self {
        self.spelling = spelling;
        self
    }

    /// The same document, with a title that is known by nothing but its place (plain text): the
    /// first short line before the rest. See [`Document::retitle`].
    pub fn titled_by_place(mut self) -> Self {
        self.title_by_place = true;
        self.retitle();
        self
    }

    /// Finds the title anew after the kinds of blocks changed: to be called once detection has
    /// turned leading blocks into [`BlockKind::Notice`], which a parser cannot know.
    ///
    /// Does nothing where the format marks its titles. Otherwise the title is the first block of
    /// the article that is no date line and not copied across, if it is a paragraph of one line
    /// and at most [`TITLE_LIMIT`] characters with another block of the article after it.
    pub fn retitle(&mut self) {
        if !self.title_by_place {
            return;
        }
        for block in &mut self.blocks {
            if block.kind == BlockKind::Title {
                block.kind = BlockKind::Paragraph;
            }
        }
        let mut rest =
            self.blocks.iter_mut().filter(|block| block.kind.is_unit() && block.kind != BlockKind::DateLine);
        let Some(first) = rest.next() else { return };
        if first.kind == BlockKind::Paragraph
            && first.fragments.len() == 1
            && first.text.chars().nth(TITLE_LIMIT).is_none()
            && rest.next().is_some()
        {
            first.kind = BlockKind::Title;
        }
    }

    /// The bytes the document was parsed from.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text of a range of the file's bytes, read as the file is; empty if out of bounds.
    pub fn text_of(&self, range: Range<usize>) -> Cow<'_, str> {
        let bytes = self.bytes.get(range).unwrap_or_default();
        let pairs = || bytes.as_chunks::<2>().0.iter().copied();
        match self.encoding {
            Encoding::Utf8 => String::from_utf8_lossy(bytes),
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Encoding::Utf16Le => utf16(pairs().map(u16::from_le_bytes)).into(),
            Encoding::Utf16Be => utf16(pairs().map(u16::from_be_bytes)).into(),
        }
    }

    /// The article's blocks (all but notices) with their index in [`Document::blocks`].
    pub fn article_blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_article())
    }

    /// The blocks that hold units, with their index in [`Document::blocks`].
    pub fn units(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_unit())
    }

    /// The title's text, if there is a title.
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.text.as_str())
    }

    /// The file with some blocks' texts replaced: `replace` gives the new text of the block with
    /// that index, or `None` to leave its bytes alone. With nothing replaced, the file's bytes.
    ///
    /// The lines of a new text, spelled as the format needs it, go into the block's fragments in
    /// order. Where it has fewer lines than fragments, the lines left over go with all that stood
    /// between them. Where it has more, they follow with what stood between the last two
    /// fragments or, in running text of one line, with a line end and the line's own prefix, its
    /// list mark blanked out; anywhere else (a title, a table cell) blanks join them. Blank lines
    /// are left out: they would end the block.
    pub fn rebuild<'t>(&self, mut replace: impl FnMut(usize, &Block) -> Option<Cow<'t, str>>) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut at = 0;
        for (index, block) in self.blocks.iter().enumerate() {
            let Some(text) = replace(index, block) else { continue };
            if text == block.text {
                continue;
            }
            let (Some(first), Some(last)) = (block.fragments.first(), block.fragments.last()) else {
                continue;
            };
            out.extend_from_slice(self.slice(at..first.start));
            let joint = self.joint(block);
            for (n, line) in self.spelling.lines(self, block, &text).iter().enumerate() {
                let between = match block.fragments.get(n.wrapping_sub(1)..=n) {
                    _ if n == 0 => Cow::Borrowed([].as_slice()),
                    Some([before, here]) => Cow::Borrowed(self.slice(before.end..here.start)),
                    _ => Cow::Borrowed(joint.as_ref()),
                };
                out.extend_from_slice(&between);
                out.extend_from_slice(&encode(line, self.encoding));
            }
            at = last.end;
        }
        out.extend_from_slice(self.slice(at..self.bytes.len()));
        out
    }

    fn slice(&self, range: Range<usize>) -> &[u8] {
        self.bytes.get(range).unwrap_or_default()
    }

    /// What stands before a line for which the block has no fragment.
    fn joint(&self, block: &Block) -> Cow<'_, [u8]> {
        if let [.., before, last] = block.fragments.as_slice() {
            return Cow::Borrowed(self.slice(before.end..last.start));
        }
        let flows = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Notice);
        match block.fragments.first() {
            Some(fragment) if flows => {
                let mut joint = self.line_end_near(fragment.end).to_owned();
                joint.push_str(&self.prefix(fragment.start));
                Cow::Owned(encode(&joint, self.encoding).into_owned())
            }
            _ => Cow::Owned(encode(" ", self.encoding).into_owned()),
        }
    }

    /// The line end that follows `at`, or the file's first one, or `\n`.
    fn line_end_near(&self, at: usize) -> &'static str {
        let unit = self.unit_length();
        let find = |bytes: &[u8]| {
            let mut chars = bytes.chunks_exact(unit).map(|c| self.ascii(c));
            match chars.find(|c| matches!(c, b'\r' | b'\n')) {
                Some(b'\r') if chars.next() == Some(b'\n') => Some("\r\n"),
                Some(b'\r') => Some("\r"),
                Some(_) => Some("\n"),
                None => None,
            }
        };
        find(self.slice(at..self.bytes.len())).or_else(|| find(&self.bytes)).unwrap_or("\n")
    }

    /// The start of the line up to `at`, as the prefix of a line that goes on: quote marks and
    /// blanks as they are, a blank for every other character (the list's mark).
    fn prefix(&self, at: usize) -> String {
        let unit = self.unit_length();
        let line = self.slice(0..at);
        let length =
            line.rchunks_exact(unit).take_while(|c| !matches!(self.ascii(c), b'\r' | b'\n')).count() * unit;
        self.text_of(at - length..at)
            .chars()
            .filter(|c| *c != '\u{feff}')
            .map(|c| if matches!(c, ' ' | '\t' | '>') { c } else { ' ' })
            .collect()
    }

    /// How many bytes one code unit of the file takes: 2 in UTF-16, else 1.
    pub fn unit_length(&self) -> usize {
        match self.encoding {
            Encoding::Utf8 | Encoding::Windows1252 => 1,
            Encoding::Utf16Le | Encoding::Utf16Be => 2,
        }
    }

    /// The ASCII character of one code unit, 0 if it is none.
    fn ascii(&self, unit: &[u8]) -> u8 {
        match (self.encoding, unit) {
            (Encoding::Utf16Le, [c, 0]) | (Encoding::Utf16Be, [0, c]) => *c,
            (Encoding::Utf8 | Encoding::Windows1252, [c]) => *c,
            _ => 0,
        }
    }
}

/// The most characters a title that is known by its place may have. The longest titles on news
/// sites are near 200; a translation may be half as long again.
pub const TITLE_LIMIT: usize = 300;

fn utf16(units: impl Iterator<Item = u16>) -> String {
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The bytes of `text` in that encoding; a character that Windows-1252 lacks is written as a
/// numeric character reference, the one form that a web page and Markdown both read.
fn encode(text: &str, encoding: Encoding) -> Cow<'_, [u8]> {
    match encoding {
        Encoding::Utf8 => Cow::Borrowed(text.as_bytes()),
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0,
        Encoding::Utf16Le => Cow::Owned(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Cow::Owned(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    }
}

fn fragments_in_order(blocks: &[Block], len: usize) -> bool {
    let mut at = 0;
    blocks.iter().flat_map(|block| &block.fragments).all(|fragment| {
        let fits = at <= fragment.start && fragment.start <= fragment.end && fragment.end <= len;
        at = fragment.end;
        fits
    })
}

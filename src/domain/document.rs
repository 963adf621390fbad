//! A parsed version: an ordered list of blocks over the bytes they came from.
//!
//! The bytes stay beside the blocks. A block names the byte ranges its text stands in; all that
//! lies outside of them is the skeleton. Skeleton and units, put together, are the file byte for
//! byte ([`Document::rebuild`] with nothing replaced), for every format and for broken input too.

use std::borrow::Cow;
use std::ops::Range;

use super::date::Date;
use super::text::UnitHash;

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
    /// Its text with inline markup as written, list marks, indentation and line prefixes taken
    /// off; the fragments' texts joined by `\n`.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// What the document says of itself.
    pub meta: Meta,
    /// What could not be read as meant, in order of position.
    pub problems: Vec<ReadProblem>,
    bytes: Vec<u8>,
}

impl Document {
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
        Document { encoding, blocks, meta, problems, bytes }
    }

    /// The bytes the document was parsed from.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
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
    /// The lines of a new text go into the block's fragments in order; where it has more lines
    /// than fragments the rest is joined by blanks in the last one, and where it has fewer, the
    /// fragments left over become empty.
    pub fn rebuild<'t>(&self, mut replace: impl FnMut(usize, &Block) -> Option<Cow<'t, str>>) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut at = 0;
        for (index, block) in self.blocks.iter().enumerate() {
            let Some(text) = replace(index, block) else { continue };
            if text == block.text {
                continue;
            }
            let count = block.fragments.len();
            let mut lines = text.splitn(count.max(1), '\n');
            for fragment in &block.fragments {
                out.extend_from_slice(&self.bytes[at..fragment.start]);
                let line = lines.next().unwrap_or("").replace(['\r', '\n'], " ");
                out.extend_from_slice(&encode(&line, self.encoding));
                at = fragment.end;
            }
        }
        out.extend_from_slice(&self.bytes[at..]);
        out
    }
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

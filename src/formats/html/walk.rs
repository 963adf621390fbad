//! From tags to blocks.
//!
//! Between two tags of blocks stands what flows in a line: text and inline tags. Where it has words it
//! is a unit; the kind is that of the nearest element that gives one (`li`, `td`, `h2`). Which element
//! is open is kept on a stack, with the end tags that the standard implies (13.1.2.4) and its
//! barriers, so that a missing or stray end tag changes kinds at most, never bytes.

use std::borrow::Cow;
use std::ops::Range;

use super::elements::{Role, ends, is_barrier, leaves_foreign, lets_past, role};
use super::inline::{is_kept, is_untranslated, pairs};
use super::refs;
use super::tokens::{Key, Token, TokenKind, is_xml};
use crate::domain::date;
use crate::domain::document::{BlockKind, Meta};
use crate::formats::decode::Found;
use crate::formats::line::{is_address, is_blank, lines, trim};
use crate::formats::text::join;

/// Elements nested deeper are not told apart: browsers stop there too.
const DEEPEST: usize = 512;

/// What a page gives.
pub(super) struct Page {
    pub found: Vec<Found>,
    pub meta: Meta,
}

/// The blocks of `text`, whose tokens these are, in order.
pub(super) fn page(text: &str, tokens: &[Token]) -> Page {
    let mut walk = Walk {
        text,
        tokens,
        found: Vec::with_capacity(tokens.len() / 4 + 4),
        meta: Meta::default(),
        open: Vec::new(),
        titled: false,
        is_xml: is_xml(text),
        first: 0,
        start: 0,
        skip: None,
    };
    for at in 0..tokens.len() {
        walk.token(at);
    }
    walk.end_skip(text.len());
    walk.flush(tokens.len(), text.len());
    Page { found: walk.found, meta: walk.meta }
}

/// An open element.
struct Open<'t> {
    name: Cow<'t, str>,
    /// The number on the stack of the nearest element that gives its texts their kind: itself or above.
    giver: Option<usize>,
    /// Whether it gave one already.
    given: bool,
    /// How many lists' items it stands in.
    items: u8,
}

/// An element whose content is no text.
struct Skip<'t> {
    /// What its content is copied across as; `None`: not told.
    kind: Option<BlockKind>,
    start: usize,
    /// What is open inside, itself first.
    inner: Vec<Cow<'t, str>>,
    is_foreign: bool,
    /// Whether it stands in a line: the line goes on behind it.
    in_line: bool,
}

struct Walk<'t> {
    text: &'t str,
    tokens: &'t [Token],
    found: Vec<Found>,
    meta: Meta,
    open: Vec<Open<'t>>,
    titled: bool,
    /// Whether a tag written as closed is closed.
    is_xml: bool,
    /// The first token since the last tag of a block, and where it stood.
    first: usize,
    start: usize,
    skip: Option<Skip<'t>>,
}

impl<'t> Walk<'t> {
    fn token(&mut self, at: usize) {
        let tokens = self.tokens;
        let Some(token) = tokens.get(at) else { return };
        if token.kind == TokenKind::Other {
            return;
        }
        let name = lower(token.name(self.text));
        if self.skip.is_some() && !self.leaves_skip(token, name.clone()) {
            return;
        }
        let role = role(&name);
        match token.kind {
            TokenKind::End => match role {
                Role::Inline | Role::Kept | Role::Hidden => {}
                _ => {
                    self.boundary(at, token);
                    self.close(&name);
                }
            },
            _ => match role {
                Role::Inline | Role::Kept => {}
                Role::Hidden => self.begin_skip(token, name, None, true),
                Role::Void => {
                    self.boundary(at, token);
                    self.imply(&name);
                    self.attributes(token, &name);
                }
                Role::Apart => {
                    self.boundary(at, token);
                    self.attributes(token, &name);
                    self.begin_skip(token, name, None, false);
                }
                Role::Verbatim => {
                    self.boundary(at, token);
                    self.imply(&name);
                    self.begin_skip(token, name, Some(BlockKind::Code), false);
                }
                Role::Block => {
                    self.boundary(at, token);
                    self.imply(&name);
                    if is_untranslated(self.text, token) {
                        self.begin_skip(token, name, Some(BlockKind::Data), false);
                    } else {
                        self.attributes(token, &name);
                        if name == "html" && self.meta.entries.is_empty() {
                            self.keep_lang(token);
                        }
                        if token.kind == TokenKind::Start || !self.is_xml {
                            self.push_open(name);
                        }
                    }
                }
            },
        }
    }

    fn keep_lang(&mut self, token: &Token) {
        if let Some(lang) = token.value(self.text, Key::Lang) {
            self.meta.entries.push(("lang".to_owned(), lang.to_owned()));
        }
    }

    /// Ends the line of text before that tag.
    fn boundary(&mut self, at: usize, token: &Token) {
        self.flush(at, token.range.start);
        self.first = at + 1;
        self.start = token.range.end;
    }

    fn begin_skip(&mut self, token: &Token, name: Cow<'t, str>, kind: Option<BlockKind>, in_line: bool) {
        let is_foreign = matches!(name.as_ref(), "svg" | "math");
        if token.kind == TokenKind::Closed && (is_foreign || self.is_xml) {
            return;
        }
        self.skip = Some(Skip { kind, start: token.range.end, inner: vec![name], is_foreign, in_line });
    }

    /// Whether that tag, met while content is passed over, is to be read as any other.
    fn leaves_skip(&mut self, token: &Token, name: Cow<'t, str>) -> bool {
        let Some(skip) = &mut self.skip else { return true };
        let is_own = |one: &Cow<'_, str>| *one == name;
        match token.kind {
            TokenKind::Start | TokenKind::Closed
                if skip.is_foreign
                    && leaves_foreign(name.as_bytes())
                    && !skip
                        .inner
                        .iter()
                        .any(|one| one == "foreignobject" || one == "desc" || one == "annotation-xml") =>
            {
                self.skip = None;
                return true;
            }
            TokenKind::Start => {
                // In one that stands in a line, or where nothing nests, only its like counts.
                let counts = is_own(&name)
                    || matches!(role(&name), Role::Block | Role::Verbatim | Role::Apart | Role::Hidden)
                    || skip.is_foreign;
                if counts && skip.inner.len() < DEEPEST {
                    skip.inner.push(name.clone());
                }
                return false;
            }
            TokenKind::End => {}
            TokenKind::Closed | TokenKind::Other => return false,
        }
        if let Some(found) = skip.inner.iter().rposition(is_own) {
            skip.inner.truncate(found);
            if found > 0 {
                return false;
            }
            let in_line = skip.in_line;
            self.end_skip(token.range.start);
            // The end tag of what stands in a line belongs to the line.
            return !in_line;
        }
        // An end tag of what stands around it: the content ended before, with no end tag of its own.
        let around = !skip.in_line
            && matches!(role(&name), Role::Block)
            && self
                .open
                .iter()
                .rev()
                .take_while(|open| !is_barrier(&open.name) || open.name == name)
                .any(|open| open.name == name);
        if around {
            self.end_skip(token.range.start);
        }
        around
    }

    fn end_skip(&mut self, end: usize) {
        let Some(skip) = self.skip.take() else { return };
        if !skip.in_line {
            self.start = end;
            // No text of it belongs to the next line.
            self.first = self.tokens.partition_point(|token| token.range.start < end);
        }
        if let Some(kind) = skip.kind {
            self.verbatim(kind, skip.start..end);
        }
    }

    fn verbatim(&mut self, kind: BlockKind, range: Range<usize>) {
        let kept = lines(self.text, range).map(|line| {
            let part = self.text.get(line.clone()).unwrap_or_default();
            line.start..line.start + part.trim_end_matches(is_blank).len()
        });
        let fragments: Vec<_> = kept.filter(|line| !line.is_empty()).collect();
        let text = join(self.text, &fragments);
        if text.chars().any(char::is_alphanumeric) {
            self.found.push(Found { kind, level: None, text, fragments });
        }
    }

    /// Closes what that start tag ends without an end tag.
    fn imply(&mut self, next: &str) {
        let mut keep = None;
        for (at, open) in self.open.iter().enumerate().rev() {
            if ends(&open.name, next) {
                keep = Some(at);
                if !matches!(next, "tr" | "tbody" | "thead" | "tfoot" | "li" | "dt" | "dd") {
                    break;
                }
            } else if !lets_past(&open.name, next) {
                break;
            }
        }
        if let Some(at) = keep {
            self.open.truncate(at);
        }
    }

    fn close(&mut self, name: &str) {
        let through =
            matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "html" | "body");
        for (at, open) in self.open.iter().enumerate().rev() {
            if open.name == name || (is_heading(name) && is_heading(&open.name)) {
                self.open.truncate(at);
                return;
            }
            if is_barrier(&open.name) && !(through && open.name != "table") {
                return;
            }
        }
    }

    fn push_open(&mut self, name: Cow<'t, str>) {
        if self.open.len() >= DEEPEST {
            return;
        }
        let number = self.open.len();
        let above = self.open.last();
        let gives = is_heading(&name)
            || matches!(name.as_ref(), "li" | "dt" | "dd" | "td" | "th" | "caption" | "figcaption" | "title");
        // A table in an item, or a box in a cell, gives paragraphs of its own.
        let giver = if gives { Some(number) } else { above.and_then(|open| open.giver) };
        let items = above
            .map_or(0, |open| open.items)
            .saturating_add(u8::from(matches!(name.as_ref(), "li" | "dt" | "dd")));
        self.open.push(Open { name, giver, given: false, items });
    }

    /// The kind and level of the next text.
    fn kind(&mut self) -> (BlockKind, Option<u8>) {
        let Some(giver) = self.open.last().and_then(|open| open.giver) else {
            return (BlockKind::Paragraph, None);
        };
        let Some(open) = self.open.get_mut(giver) else { return (BlockKind::Paragraph, None) };
        let again = std::mem::replace(&mut open.given, true);
        let level = heading_level(&open.name);
        match open.name.as_ref() {
            "title" => {
                let kind = if self.titled { BlockKind::Meta } else { BlockKind::Title };
                self.titled = true;
                (kind, None)
            }
            "h1" if !self.titled => {
                self.titled = true;
                (BlockKind::Title, None)
            }
            _ if level.is_some() => (BlockKind::Heading, level),
            "caption" | "figcaption" => (BlockKind::Caption, None),
            _ if again => (BlockKind::Paragraph, None),
            "td" | "th" => (BlockKind::TableCell, None),
            _ => (BlockKind::ListItem, Some(open.items)),
        }
    }

    /// Takes the line of text up to that token and place.
    fn flush(&mut self, last: usize, end: usize) {
        let (first, start) = (self.first, self.start);
        self.first = last;
        self.start = end;
        let tokens = self.tokens.get(first..last).unwrap_or_default();
        if start >= end {
            return;
        }
        let is_plain = self.open.last().is_some_and(|open| open.name == "title");
        let mut line = Line { text: self.text, tokens, range: start..end, is_plain };
        let pairs = if tokens.is_empty() { Vec::new() } else { pairs(self.text, tokens) };
        let inner = line.trimmed(&pairs);
        if !line.has_words(&pairs, &inner) {
            for (at, token) in tokens.iter().enumerate() {
                self.edge(token, at, tokens, &pairs);
            }
            return;
        }
        let (before, behind) = (inner.start, inner.end);
        for token in tokens.iter().take_while(|token| token.range.end <= before) {
            let name = lower(token.name(self.text));
            self.attributes(token, &name);
        }
        line.range = inner;
        self.text_block(&line);
        for token in tokens.iter().filter(|token| token.range.start >= behind) {
            let name = lower(token.name(self.text));
            self.attributes(token, &name);
        }
    }

    /// A tag of a line without words: its attributes, and the code that it holds.
    fn edge(&mut self, token: &Token, at: usize, tokens: &[Token], pairs: &[Option<usize>]) {
        let within = self.found.last().and_then(|found| found.fragments.last()).map_or(0, |last| last.end);
        if token.range.start < within {
            return;
        }
        let name = lower(token.name(self.text));
        if is_kept(self.text, token)
            && role(&name) != Role::Hidden
            && let Some(end) = pairs.get(at).copied().flatten().and_then(|end| tokens.get(end))
            && token.kind == TokenKind::Start
        {
            let kind = if is_untranslated(self.text, token) { BlockKind::Data } else { BlockKind::Code };
            self.verbatim(kind, token.range.end..end.range.start);
            return;
        }
        self.attributes(token, &name);
    }

    fn text_block(&mut self, line: &Line<'_>) {
        let fragments: Vec<_> = lines(self.text, line.range.clone())
            .map(|one| trim(self.text, one))
            .filter(|one| !one.is_empty())
            .collect();
        let text = line.read(&fragments);
        if fragments.is_empty() {
            return;
        }
        if is_address(&text) {
            self.found.push(Found { kind: BlockKind::Data, level: None, text, fragments });
            return;
        }
        let (mut kind, level) = self.kind();
        if kind == BlockKind::Paragraph && self.meta.date.is_none() {
            let words = crate::domain::inline::words(&super::inline::pieces(&text));
            if date::may_be_line(words.trim())
                && let Some(line) = date::read_line(words.trim())
            {
                self.meta.date = Some(line.date);
                kind = BlockKind::DateLine;
            }
        }
        self.found.push(Found { kind, level, text, fragments });
    }

    /// The texts in a tag's attributes.
    fn attributes(&mut self, token: &Token, name: &str) {
        if token.attributes.is_empty() || token.kind == TokenKind::End || is_untranslated(self.text, token) {
            return;
        }
        let value = |key| token.value(self.text, key).unwrap_or_default();
        let is_picture = matches!(name, "img" | "area" | "input");
        let has_alt = token.attributes.iter().any(|one| one.key == Key::Alt);
        for attribute in &token.attributes {
            let kind = match attribute.key {
                Key::Alt if is_picture => BlockKind::Caption,
                Key::Words => BlockKind::Meta,
                Key::Content if name == "meta" && is_words(value(Key::Name)) => BlockKind::Meta,
                Key::Value if name == "input" && is_button(value(Key::Type)) => BlockKind::Meta,
                Key::Address if name == "img" && has_alt => BlockKind::Data,
                _ => continue,
            };
            self.value(kind, attribute.value.clone());
        }
    }

    fn value(&mut self, kind: BlockKind, range: Range<usize>) {
        let fragments: Vec<_> =
            lines(self.text, range).map(|one| trim(self.text, one)).filter(|one| !one.is_empty()).collect();
        let Some(first) = fragments.first() else { return };
        let line = Line { text: self.text, tokens: &[], range: first.start..first.end, is_plain: true };
        let text = if kind.is_mirror() { join(self.text, &fragments) } else { line.read(&fragments) };
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let kind = if is_address(&text) { BlockKind::Data } else { kind };
        self.found.push(Found { kind, level: None, text, fragments });
    }
}

/// A line of text: what stands between two tags of blocks.
struct Line<'t> {
    text: &'t str,
    tokens: &'t [Token],
    range: Range<usize>,
    is_plain: bool,
}

impl Line<'_> {
    /// The part from its first to its last word, with the tags whose other half is in it.
    fn trimmed(&self, pairs: &[Option<usize>]) -> Range<usize> {
        let (mut start, mut end) = (self.range.start, self.range.end);
        let (mut first, mut last) = (0, self.tokens.len());
        loop {
            start = self.past_blanks(start..end);
            match self.tokens.get(first) {
                Some(token) if first < last && token.range.start == start => {
                    let pair = pairs.get(first).copied().flatten();
                    let is_hidden = role(&lower(token.name(self.text))) == Role::Hidden;
                    match pair {
                        Some(pair) if is_hidden && pair < last => {
                            start = self.tokens.get(pair).map_or(start, |token| token.range.end);
                            first = pair + 1;
                        }
                        Some(_) if !is_hidden => break,
                        _ if is_text(token, self.text) => break,
                        _ => {
                            start = token.range.end;
                            first += 1;
                        }
                    }
                }
                _ => break,
            }
        }
        loop {
            end = self.before_blanks(start..end);
            match last.checked_sub(1).and_then(|at| self.tokens.get(at)) {
                Some(token) if first < last && token.range.end == end => {
                    let pair = pairs.get(last - 1).copied().flatten();
                    let is_hidden = role(&lower(token.name(self.text))) == Role::Hidden;
                    match pair {
                        Some(pair) if is_hidden && pair >= first => {
                            end = self.tokens.get(pair).map_or(end, |token| token.range.start);
                            last = pair;
                        }
                        Some(_) if !is_hidden => break,
                        _ if is_text(token, self.text) => break,
                        _ => {
                            end = token.range.start;
                            last -= 1;
                        }
                    }
                }
                _ => break,
            }
        }
        start..end.max(start)
    }

    fn past_blanks(&self, range: Range<usize>) -> usize {
        let mut start = range.start;
        loop {
            let rest = self.text.get(start..range.end).unwrap_or_default();
            let kept = rest.trim_start_matches(is_blank);
            start = range.end - kept.len();
            match BLANKS.iter().find(|blank| kept.starts_with(**blank)) {
                Some(blank) => start += blank.len(),
                None => return start,
            }
        }
    }

    fn before_blanks(&self, range: Range<usize>) -> usize {
        let mut end = range.end;
        loop {
            let rest = self.text.get(range.start..end).unwrap_or_default();
            let kept = rest.trim_end_matches(is_blank);
            end = range.start + kept.len();
            match BLANKS.iter().find(|blank| kept.ends_with(**blank)) {
                Some(blank) => end -= blank.len(),
                None => return end,
            }
        }
    }

    /// Whether a letter or a digit stands in it, outside of what is no words.
    fn has_words(&self, pairs: &[Option<usize>], inner: &Range<usize>) -> bool {
        let mut at = inner.start;
        let mut skip_to = 0;
        let mut text = String::new();
        let mut has = |range: Range<usize>| {
            let part = self.text.get(range).unwrap_or_default();
            if !part.contains('&') {
                return part.chars().any(char::is_alphanumeric);
            }
            text.clear();
            refs::read(part, self.is_plain, &mut text);
            text.chars().any(char::is_alphanumeric)
        };
        for (number, token) in self.tokens.iter().enumerate() {
            if token.range.end <= inner.start || number < skip_to {
                continue;
            }
            if token.range.start >= inner.end {
                break;
            }
            if has(at..token.range.start) {
                return true;
            }
            at = token.range.end;
            if let Some(end) = pairs.get(number).copied().flatten()
                && token.kind == TokenKind::Start
                && is_kept(self.text, token)
            {
                at = self.tokens.get(end).map_or(at, |token| token.range.end);
                skip_to = end + 1;
            }
        }
        at < inner.end && has(at..inner.end)
    }

    /// The text of those parts, references read between the tags.
    fn read(&self, fragments: &[Range<usize>]) -> String {
        let Some(whole) = fragments.first().zip(fragments.last()).map(|(first, last)| first.start..last.end)
        else {
            return String::new();
        };
        let raw = self.text.get(whole).unwrap_or_default();
        let is_read = raw.contains('&') || (self.is_plain && raw.contains('<'));
        if !is_read {
            return join(self.text, fragments);
        }
        let mut out = String::with_capacity(raw.len());
        let mut tokens = self.tokens.iter().peekable();
        for (number, fragment) in fragments.iter().enumerate() {
            if number > 0 {
                out.push('\n');
            }
            let mut at = fragment.start;
            while let Some(token) = tokens.peek().filter(|token| token.range.start < fragment.end) {
                let (start, end) = (token.range.start.max(at), token.range.end.min(fragment.end).max(at));
                refs::read(self.text.get(at..start).unwrap_or_default(), self.is_plain, &mut out);
                out.push_str(self.text.get(start..end).unwrap_or_default());
                at = end;
                if token.range.end > fragment.end {
                    break;
                }
                tokens.next();
            }
            refs::read(self.text.get(at..fragment.end).unwrap_or_default(), self.is_plain, &mut out);
        }
        out
    }
}

/// References to blanks, as people write them around a text to make room.
const BLANKS: [&str; 5] = ["&nbsp;", "&#160;", "&#xA0;", "&#xa0;", "&ensp;"];

/// Whether a tag that has no other half shows something in the line.
fn is_text(token: &Token, text: &str) -> bool {
    token.kind != TokenKind::End && matches!(lower(token.name(text)).as_ref(), "img")
}

fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|c| c.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

fn is_heading(name: &str) -> bool {
    heading_level(name).is_some()
}

fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// Whether the content of a `meta` of that name is read by people.
fn is_words(name: &str) -> bool {
    matches!(
        name.trim().to_ascii_lowercase().as_str(),
        "description"
            | "keywords"
            | "abstract"
            | "og:title"
            | "og:description"
            | "og:image:alt"
            | "twitter:title"
            | "twitter:description"
            | "twitter:image:alt"
            | "dc.title"
            | "dc.description"
            | "dcterms.title"
            | "dcterms.description"
    )
}

fn is_button(kind: &str) -> bool {
    matches!(kind.trim().to_ascii_lowercase().as_str(), "submit" | "button" | "reset")
}

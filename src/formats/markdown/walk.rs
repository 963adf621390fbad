//! From the parser's events to blocks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::{OPTIONS, directive};
use crate::domain::document::BlockKind;
use crate::formats::decode::Found;
use crate::formats::line::{is_address, is_blank, lines, trim};
use crate::formats::text::join;

/// The blocks of the part `range` of `text`, nearly in order (link definitions come last).
/// `titled` if the document has its title already.
pub fn blocks(text: &str, range: Range<usize>, titled: bool) -> Vec<Found> {
    let Some(body) = text.get(range.clone()) else { return Vec::new() };
    let events = Parser::new_ext(body, OPTIONS).into_offset_iter();
    let definitions: Vec<_> =
        events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    let mut walk = Walk {
        text,
        base: range.start,
        found: Vec::with_capacity(body.len() / 128 + 4),
        titled,
        containers: Vec::new(),
        quotes: 0,
        leaf: None,
        verbatim: None,
    };
    for (event, range) in events {
        walk.event(event, range.start + walk.base..range.end + walk.base);
    }
    walk.flush();
    for span in definitions {
        let span = span.start + walk.base..span.end + walk.base;
        let fragments = trimmed(text, lines(text, span));
        walk.push(BlockKind::Data, fragments);
    }
    walk.found
}

enum Container {
    Quote,
    /// A list item, and whether its first paragraph is still to come.
    Item {
        first: bool,
    },
    Note,
}

/// A block of inline content that is being read.
struct Leaf {
    kind: BlockKind,
    /// The level of a heading.
    level: Option<u8>,
    range: Option<Range<usize>>,
    /// Whether there are words or code outside images.
    has_text: bool,
    /// Whether there are links or HTML.
    has_other: bool,
    images: Vec<Image>,
    /// How many images are open.
    depth: usize,
}

struct Image {
    range: Range<usize>,
    alt: Option<Range<usize>>,
}

struct Walk<'t> {
    text: &'t str,
    base: usize,
    found: Vec<Found>,
    titled: bool,
    containers: Vec<Container>,
    quotes: usize,
    leaf: Option<Leaf>,
    /// The lines of a code or HTML block that is being read.
    verbatim: Option<Vec<Range<usize>>>,
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Rule => self.flush(),
            // A ticked box says that something is done: it is a part of the item.
            Event::TaskListMarker(_) => self.inline(range, |_| {}),
            Event::Text(_) | Event::Html(_) if self.verbatim.is_some() => {
                if let Some(fragments) = &mut self.verbatim {
                    fragments.extend(lines(self.text, range).filter(|line| !line.is_empty()));
                }
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words) => {
                let blank = words.trim().is_empty();
                self.inline(range, |leaf| leaf.has_text |= !blank);
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.inline(range, |leaf| leaf.has_other = true);
            }
            // Line ends only join what stands at both sides.
            Event::SoftBreak | Event::HardBreak => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                let kind = self.paragraph_kind();
                self.leaf = Some(Leaf::new(kind));
            }
            Tag::Heading { level, .. } => {
                self.flush();
                let is_title = level == HeadingLevel::H1 && !self.titled;
                let mut leaf = Leaf::new(if is_title { BlockKind::Title } else { BlockKind::Heading });
                leaf.level = (!is_title).then_some(level as u8);
                self.leaf = Some(leaf);
            }
            Tag::TableCell => {
                self.flush();
                let mut leaf = Leaf::new(BlockKind::TableCell);
                leaf.range = Some(range);
                self.leaf = Some(leaf);
            }
            Tag::BlockQuote(_) => self.open(Container::Quote),
            Tag::Item => self.open(Container::Item { first: true }),
            Tag::FootnoteDefinition(_) => self.open(Container::Note),
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.flush();
                self.verbatim = Some(Vec::new());
            }
            Tag::Image { .. } => {
                self.inline(range.clone(), |_| {});
                if let Some(leaf) = &mut self.leaf {
                    if leaf.depth == 0 {
                        leaf.images.push(Image { range, alt: None });
                    }
                    leaf.depth += 1;
                }
            }
            Tag::Link { .. } => self.inline(range, |leaf| leaf.has_other = true),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.inline(range, |_| {});
            }
            Tag::List(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::CodeBlock => self.close_verbatim(BlockKind::Code),
            TagEnd::HtmlBlock => self.close_verbatim(BlockKind::Data),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                if let Some(Container::Quote) = self.containers.pop() {
                    self.quotes -= 1;
                }
            }
            TagEnd::Image => {
                if let Some(leaf) = &mut self.leaf {
                    leaf.depth = leaf.depth.saturating_sub(1);
                }
            }
            TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.inline(range, |_| {});
            }
            _ => self.flush(),
        }
    }

    fn open(&mut self, container: Container) {
        self.flush();
        self.quotes += usize::from(matches!(container, Container::Quote));
        self.containers.push(container);
    }

    /// In how many list items it stands, in each other.
    fn list_depth(&self) -> u8 {
        let items = self.containers.iter().filter(|container| matches!(container, Container::Item { .. }));
        u8::try_from(items.count()).unwrap_or(u8::MAX)
    }

    /// What the next paragraph is, where it stands.
    fn paragraph_kind(&mut self) -> BlockKind {
        match self.containers.last_mut() {
            Some(Container::Item { first: first @ true }) => {
                *first = false;
                BlockKind::ListItem
            }
            _ => BlockKind::Paragraph,
        }
    }

    /// Takes a piece of inline content into the leaf; in a tight list there is none yet.
    fn inline(&mut self, range: Range<usize>, note: impl FnOnce(&mut Leaf)) {
        if self.leaf.is_none() {
            let kind = self.paragraph_kind();
            self.leaf = Some(Leaf::new(kind));
        }
        let Some(leaf) = &mut self.leaf else { return };
        // An escaped character is given without its backslash.
        let escaped = |start: usize| match self.text.as_bytes().get(start.wrapping_sub(1)) {
            Some(b'\\') => start - 1,
            _ => start,
        };
        if leaf.depth > 0 {
            if let Some(image) = leaf.images.last_mut() {
                let alt = image.alt.get_or_insert(escaped(range.start)..range.end);
                alt.end = alt.end.max(range.end);
            }
            return;
        }
        note(leaf);
        let whole = leaf.range.get_or_insert_with(|| escaped(range.start)..range.end);
        whole.end = whole.end.max(range.end);
    }

    fn close_verbatim(&mut self, kind: BlockKind) {
        if let Some(fragments) = self.verbatim.take() {
            self.push(kind, fragments);
        }
    }

    fn push(&mut self, kind: BlockKind, fragments: Vec<Range<usize>>) {
        if !fragments.is_empty() {
            let level = (kind == BlockKind::ListItem).then(|| self.list_depth());
            self.found.push(Found { kind, level, text: join(self.text, &fragments), fragments });
        }
    }

    fn flush(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let Some(mut range) = leaf.range.clone() else { return };
        // The parser gives `[text][]` without its end. A paragraph's text goes to the line's end.
        let rest = self.text.as_bytes().get(range.end..).unwrap_or_default();
        range.end += match leaf.kind {
            BlockKind::TableCell => 0,
            BlockKind::Title | BlockKind::Heading => {
                if rest.starts_with(b"[]") {
                    2
                } else {
                    0
                }
            }
            _ if self.text.as_bytes().get(range.end.wrapping_sub(1)) == Some(&b'\n') => 0,
            _ => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
        };
        match leaf.kind {
            BlockKind::Title | BlockKind::Heading => {
                let fragments = self.without_attributes(self.fragments(range));
                self.titled |= leaf.kind == BlockKind::Title && !fragments.is_empty();
                let before = self.found.len();
                self.push(leaf.kind, fragments);
                self.found.iter_mut().skip(before).for_each(|found| found.level = leaf.level);
            }
            BlockKind::TableCell => {
                let fragments = self.fragments(range);
                let kind = if self.is_address(&fragments) { BlockKind::Data } else { leaf.kind };
                self.push(kind, fragments);
            }
            _ if leaf.has_text => self.paragraph(leaf.kind, range),
            _ if leaf.has_other || leaf.images.is_empty() => {
                let fragments = self.fragments(range);
                self.push(BlockKind::Data, fragments);
            }
            _ => self.images(leaf, range),
        }
    }

    /// A paragraph with words: what of its lines are directives is set apart.
    fn paragraph(&mut self, kind: BlockKind, range: Range<usize>) {
        let fragments = self.fragments(range);
        if self.is_address(&fragments) {
            self.push(BlockKind::Data, fragments);
            return;
        }
        let text: Vec<&str> =
            fragments.iter().map(|fragment| self.text.get(fragment.clone()).unwrap_or_default()).collect();
        let marked = directive::mark(&text);
        let mut run = Vec::new();
        let mut run_is_directive = false;
        for (fragment, is_directive) in fragments.into_iter().zip(marked) {
            if is_directive != run_is_directive {
                let kind = if run_is_directive { BlockKind::Data } else { kind };
                self.push(kind, std::mem::take(&mut run));
                run_is_directive = is_directive;
            }
            run.push(fragment);
        }
        self.push(if run_is_directive { BlockKind::Data } else { kind }, run);
    }

    /// A paragraph of images only.
    fn images(&mut self, leaf: Leaf, range: Range<usize>) {
        let bytes = self.text.as_bytes();
        let simple = leaf.images.iter().all(|image| {
            let one_line =
                |range: &Range<usize>| self.text.get(range.clone()).is_some_and(|part| !part.contains('\n'));
            one_line(&image.range)
                && image.alt.as_ref().is_none_or(|alt| {
                    alt.start == image.range.start + 2
                        && alt.end <= image.range.end
                        && bytes.get(alt.end) == Some(&b']')
                        && !trim(self.text, alt.clone()).is_empty()
                })
        });
        if !simple {
            let fragments = self.fragments(range);
            self.push(leaf.kind, fragments);
            return;
        }
        for Image { range, alt } in leaf.images {
            let Some(alt) = alt else {
                self.push(BlockKind::Data, vec![range]);
                continue;
            };
            self.push(BlockKind::Caption, vec![trim(self.text, alt.clone())]);
            if bytes.get(alt.end..alt.end + 2) == Some(b"](") && range.end > alt.end + 2 {
                let address = trim(self.text, alt.end + 2..range.end - 1);
                if !address.is_empty() {
                    self.push(BlockKind::Data, vec![address]);
                }
            }
        }
    }

    /// The lines of a leaf, quote marks and indentation taken off.
    fn fragments(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let lines = lines(self.text, range).enumerate().map(|(n, mut line)| {
            let mut quotes = if n == 0 { 0 } else { self.quotes };
            while let Some(c) = self.text.as_bytes().get(line.start).filter(|_| !line.is_empty()) {
                match c {
                    b' ' | b'\t' => {}
                    b'>' if quotes > 0 => quotes -= 1,
                    _ => break,
                }
                line.start += 1;
            }
            line
        });
        trimmed(self.text, lines)
    }

    fn is_address(&self, fragments: &[Range<usize>]) -> bool {
        match fragments {
            [only] => self.text.get(only.clone()).is_some_and(is_address),
            _ => false,
        }
    }

    /// A heading's lines without `{#id .class}` or `{: #id}` at the end.
    fn without_attributes(&self, mut fragments: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let Some(last) = fragments.last_mut() else { return fragments };
        let line = self.text.get(last.clone()).unwrap_or_default();
        if let (true, Some(at)) = (line.ends_with('}'), line.rfind('{')) {
            let inner = line.get(at + 1..).unwrap_or_default().trim_start_matches(':').trim_start();
            if inner.starts_with(['#', '.']) {
                *last = trim(self.text, last.start..last.start + at);
            }
        }
        fragments.retain(|fragment| !fragment.is_empty());
        fragments
    }
}

impl Leaf {
    fn new(kind: BlockKind) -> Self {
        Leaf {
            kind,
            level: None,
            range: None,
            has_text: false,
            has_other: false,
            images: Vec::new(),
            depth: 0,
        }
    }
}

fn trimmed(text: &str, lines: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    // Only what Markdown calls blank: a non-breaking space at the end of a line is its text.
    lines
        .map(|line| {
            let part = text.get(line.clone()).unwrap_or_default();
            let start = line.end - part.trim_start_matches([' ', '\t', '\r']).len();
            start
                ..start
                    + text
                        .get(start..line.end)
                        .map_or(0, |part| part.trim_end_matches([' ', '\t', '\r']).len())
        })
        .filter(|line| text.get(line.clone()).is_some_and(|part| !part.chars().all(is_blank)))
        .collect()
}

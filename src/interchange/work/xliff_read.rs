//! XLIFF of any version, read: 1.0 to 1.2 and 2.0 to 2.2, as any tool saves it.
//!
//! The versions share no structural element but `file`, `group`, `source` and `target`, so one reader
//! takes them all, and a file that a tool took from one version to another. Namespaces count for
//! nothing. What a tool cut into segments (`segment` and `ignorable` of 2.x, `mrk` of 1.2) is put
//! together again; in 2.x a segment without a target leaves the unit undone.

use super::gather::{Found, Gather, Id};
use super::token::{All, pieces, written};
use super::xliff_content::{Content, Measure, read as content};
use super::xliff12::{FILLED, OURS};
use super::{Problem, token};
use crate::domain::inline::{Inline, words};
use crate::domain::package::{Done, Returned};
use crate::interchange::xml::{Tag, Token, Xml};

/// So many segments are read of one unit.
const MOST_SEGMENTS: usize = 10_000;

/// What a tool says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// That it needs work, in other words than we did.
    Rework,
    /// What we said: that it needs work.
    Open,
    /// Nothing.
    Nothing,
    /// That it is done.
    Done(Done),
}

impl Said {
    fn of(state: Option<&str>, approved: Option<&str>) -> Said {
        let state = state.map(str::trim).unwrap_or_default();
        match (state, approved.map(str::trim)) {
            ("needs-review-translation" | "needs-review-adaptation" | "needs-review-l10n", _)
            | ("needs-adaptation" | "needs-l10n", _) => Said::Rework,
            (_, Some("yes")) | ("final" | "signed-off" | "reviewed", _) => Said::Done(Done::Reviewed),
            ("translated", _) => Said::Done(Done::Translated),
            ("new" | "needs-translation" | "initial", _) => Said::Open,
            _ => Said::Nothing,
        }
    }

    /// How far a unit is, if its target was touched.
    fn done(self, touched: bool) -> Done {
        match self {
            Said::Rework => Done::No,
            Said::Open if !touched => Done::No,
            Said::Open | Said::Nothing => Done::Unsaid,
            Said::Done(done) => done,
        }
    }
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Returned, Problem> {
    let mut reader = Reader {
        xml: Xml::new(bytes, "").with_all_attributes(),
        gather: Gather::default(),
        article: String::new(),
    };
    reader.document()?;
    reader.gather.finish()
}

struct Reader<'b> {
    xml: Xml<'static, &'b [u8]>,
    gather: Gather,
    /// The article of the `file` that is open.
    article: String,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Problem> {
        let mut root = true;
        while let Some(token) = self.xml.next()? {
            let Token::Open(tag) = token else { continue };
            if root && tag.name != "xliff" {
                return Err(Problem::new(tag.place.line, "not-work", &tag.name, ""));
            }
            root = false;
            let line = tag.place.line;
            match tag.name.as_str() {
                "xliff" | "file" => {
                    if tag.name == "file" {
                        self.article = token::plain_of(tag.own("original").unwrap_or_default());
                    }
                    for name in ["source-language", "srcLang"] {
                        tag.own(name).map_or(Ok(()), |tag| self.gather.source(tag, line))?;
                    }
                    for name in ["target-language", "trgLang"] {
                        tag.own(name).map_or(Ok(()), |tag| self.gather.target(tag, line))?;
                    }
                }
                "header" | "phase-group" | "body" | "group" => {}
                "phase" if tag.own("phase-name") == Some(OURS) => {
                    self.gather.name(tag.own("job-id").unwrap_or_default());
                }
                "metadata" => {
                    for (kind, text) in self.metadata(&mut Measure::default())? {
                        if kind == "package" {
                            self.gather.name(&text);
                        }
                    }
                }
                "trans-unit" => self.unit_one(&tag)?,
                "unit" => self.unit_two(&tag)?,
                _ => self.xml.pass()?,
            }
        }
        match root {
            true => Err(Problem::new(1, "not-work", "", "")),
            false => Ok(()),
        }
    }

    /// Our own metadata: names and texts.
    fn metadata(&mut self, measure: &mut Measure) -> Result<Vec<(String, String)>, Problem> {
        let mut found = Vec::new();
        let mut groups = Vec::new();
        loop {
            match self.xml.next()? {
                Some(Token::Open(tag)) if tag.name == "metaGroup" => {
                    groups.push(tag.own("category") == Some(OURS));
                }
                Some(Token::Open(tag)) if tag.name == "meta" && groups.last() == Some(&true) => {
                    let text = content(&mut self.xml, measure)?;
                    found.push((tag.own("type").unwrap_or_default().to_owned(), words(&text.pieces())));
                }
                Some(Token::Open(_)) => self.xml.pass()?,
                Some(Token::Text(_)) => {}
                Some(Token::Close) if groups.pop().is_some() => {}
                Some(Token::Close) | None => return Ok(found),
            }
        }
    }

    /// The article and the key of a unit: what we wrote as its name has both.
    fn id(&self, id: &str, name: Option<&str>) -> Id {
        match name.map(Id::of) {
            Some(Id::Ours(article, key)) => Id::Ours(article, key),
            _ => match Id::within(&self.article, id) {
                Id::Ours(article, key) => Id::Ours(article, key),
                Id::Foreign => Id::of(id),
            },
        }
    }

    fn take(&mut self, id: Id, text: &str, line: usize, parts: Parts) -> Result<(), Problem> {
        let Parts { source, target, sent_target, said, filled } = parts;
        let same = |other: &Option<Vec<Inline>>| match (&target, other) {
            (Some(target), Some(other)) => written(target, &All) == written(other, &All),
            _ => false,
        };
        let (ours, as_sent) = (filled, same(&sent_target));
        let filled = (ours || sent_target.is_none()) && same(&source);
        // Put over the source that we had filled in, the target as it was is somebody's choice.
        let chosen = ours && as_sent && !filled;
        let state = match said.done(chosen || !(filled || as_sent)) {
            Done::Unsaid if chosen => Done::Translated,
            state => state,
        };
        // Filled in by us, so that there is a target.
        let target = target.filter(|_| !(filled && said == Said::Open));
        let found = Found { source, target, sent_target, state: Some(state), line };
        self.gather.unit(id, text, found)
    }

    fn unit_one(&mut self, unit: &Tag) -> Result<(), Problem> {
        let text = unit.own("id").unwrap_or_default();
        let id = self.id(text, unit.own("resname"));
        let mut measure = Measure::default();
        let mut parts = Parts::new();
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(tag) => match tag.name.as_str() {
                    "source" => parts.source = Some(content(&mut self.xml, &mut measure)?.pieces()),
                    "target" => {
                        parts.said = Said::of(tag.own("state"), unit.own("approved"));
                        parts.filled = tag.own("state-qualifier") == Some(FILLED);
                        parts.target = Some(content(&mut self.xml, &mut measure)?.pieces());
                    }
                    "alt-trans" => {
                        let ours = tag.own("origin") == Some(OURS)
                            && tag.own("alttranstype") == Some("previous-version");
                        let sent = self.alternative(&mut measure)?;
                        if ours && parts.sent_target.is_none() {
                            parts.sent_target = sent;
                        }
                    }
                    _ => self.xml.pass()?,
                },
                Token::Text(_) => {}
                Token::Close => break,
            }
        }
        self.take(id, text, unit.place.line, parts)
    }

    /// The target of an alternative.
    fn alternative(&mut self, measure: &mut Measure) -> Result<Option<Vec<Inline>>, Problem> {
        let mut target = None;
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(tag) if tag.name == "target" => {
                    target = Some(content(&mut self.xml, measure)?.pieces());
                }
                Token::Open(_) => self.xml.pass()?,
                Token::Text(_) => {}
                Token::Close => break,
            }
        }
        Ok(target)
    }

    fn unit_two(&mut self, unit: &Tag) -> Result<(), Problem> {
        let text = unit.own("id").unwrap_or_default();
        let id = self.id(text, unit.own("name"));
        let line = unit.place.line;
        let mut measure = Measure::default();
        let mut parts = Parts::new();
        let mut segments: Vec<Segment> = Vec::new();
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(tag) => match tag.name.as_str() {
                    "segment" | "ignorable" => {
                        if segments.len() >= MOST_SEGMENTS {
                            return Err(Problem::new(line, "unit-too-long", text, MOST_SEGMENTS));
                        }
                        let segment = self.segment(&tag, &mut measure)?;
                        segments.push(segment);
                    }
                    "metadata" => {
                        for (kind, text) in self.metadata(&mut measure)? {
                            if kind == "sent" {
                                parts.sent_target = Some(pieces(&text));
                            }
                        }
                    }
                    _ => self.xml.pass()?,
                },
                Token::Text(_) => {}
                Token::Close => break,
            }
        }
        parts.join(segments);
        self.take(id, text, line, parts)
    }

    fn segment(&mut self, tag: &Tag, measure: &mut Measure) -> Result<Segment, Problem> {
        let mut segment = Segment {
            counts: tag.name == "segment",
            said: Said::of(tag.own("state"), None),
            ..Segment::default()
        };
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(tag) if tag.name == "source" => {
                    segment.source = content(&mut self.xml, measure)?;
                }
                Token::Open(tag) if tag.name == "target" => {
                    segment.order = tag.own("order").and_then(|order| order.trim().parse().ok());
                    segment.target = Some(content(&mut self.xml, measure)?);
                }
                Token::Open(_) => self.xml.pass()?,
                Token::Text(_) => {}
                Token::Close => break,
            }
        }
        Ok(segment)
    }
}

/// What was read of a unit.
struct Parts {
    source: Option<Vec<Inline>>,
    target: Option<Vec<Inline>>,
    sent_target: Option<Vec<Inline>>,
    said: Said,
    /// Whether the target is one that we filled in, or was before somebody wrote over it.
    filled: bool,
}

/// A segment of XLIFF 2.
struct Segment {
    /// Whether it is to be translated; what stands between segments is not.
    counts: bool,
    source: Content,
    target: Option<Content>,
    order: Option<usize>,
    said: Said,
}

impl Default for Segment {
    fn default() -> Self {
        Segment { counts: false, source: Content::default(), target: None, order: None, said: Said::Nothing }
    }
}

impl Parts {
    fn new() -> Self {
        Parts { source: None, target: None, sent_target: None, said: Said::Nothing, filled: false }
    }

    /// Puts segments together: sources in their order, targets in theirs.
    fn join(&mut self, mut segments: Vec<Segment>) {
        if segments.is_empty() {
            return;
        }
        let whole = |parts: &mut dyn Iterator<Item = &Content>| {
            let mut out = Content::default();
            parts.for_each(|part| out.append(part));
            out.pieces()
        };
        self.source = Some(whole(&mut segments.iter().map(|segment| &segment.source)));
        let any = segments.iter().any(|segment| segment.counts && segment.target.is_some());
        if !any {
            return;
        }
        let single = segments.len() == 1;
        let counted = segments.iter().filter(|own| own.counts && (single || !own.source.is_blank()));
        self.said = counted
            .map(|segment| match &segment.target {
                Some(target) if !target.is_blank() => segment.said,
                _ => Said::Rework,
            })
            .min()
            .unwrap_or(Said::Nothing);
        // An order is a place among all segments, counted from 1; the others keep theirs.
        let mut order: Vec<(usize, usize)> = (0..segments.len())
            .map(|at| (segments.get(at).and_then(|segment| segment.order).unwrap_or(at + 1), at))
            .collect();
        order.sort_by_key(|(place, at)| (*place, segments.get(*at).is_some_and(|own| own.order.is_none())));
        for segment in &mut segments {
            if segment.target.is_none() {
                segment.target = Some(segment.source.clone());
            }
        }
        let targets = order.iter().filter_map(|(_, at)| segments.get(*at)?.target.as_ref());
        self.target = Some(whole(&mut targets.into_iter()));
    }
}

//! From bitexts to entries.
//!
//! Each link whose sides both have text gives an entry for the whole unit, and where a side has several
//! sentences one for each sentence and its translation. Which sentences belong together is told by
//! [`align()`], the aligner of blocks: it knows lengths, figures, names and last signs. A pair of
//! sentences of which it is not sure is left out: a wrong memory costs more than none.

use super::entry::{Entry, Grain, Origin};
use super::leverage::{first_segment, last_segment};
use crate::domain::align::align;
use crate::domain::article::ArticleId;
use crate::domain::document::{Block, BlockKind};
use crate::domain::locale::Locale;
use crate::domain::package::codes::BETWEEN;
use crate::domain::record::{LinkId, LinkState, Timestamp};
use crate::domain::segment::{core, segments};

/// A link as a value: what its source said when its target was last in step, and that target.
#[derive(Clone, Debug)]
pub struct Linked<'t> {
    /// Its id, if it is recorded.
    pub id: Option<LinkId>,
    /// The source units' texts.
    pub source: Vec<&'t str>,
    /// The target units' texts.
    pub target: Vec<&'t str>,
    /// How the target came to be in step.
    pub state: LinkState,
    /// Who accepted it; empty if nobody is named.
    pub by: &'t str,
    /// When.
    pub at: Option<Timestamp>,
}

/// Below it another pairing of sentences is about as good.
const SURE: f32 = 0.6;
/// Units with more sentences than that are taken as a whole only.
const MOST_SEGMENTS: usize = 200;

/// The entries of one article: `links` in the order of the source, those without a target among
/// them, for they are neighbours too. Of several units on one side the texts are joined by an empty
/// line, as in [`BETWEEN`].
pub fn entries(
    article: Option<&ArticleId>,
    links: &[Linked<'_>],
    source: &Locale,
    target: &Locale,
) -> Vec<Entry> {
    let mut out = Vec::new();
    let neighbour = |at: Option<usize>, last: bool| -> &str {
        let texts = at.and_then(|at| links.get(at)).map(|link| link.source.as_slice()).unwrap_or_default();
        if last { texts.last() } else { texts.first() }.copied().unwrap_or_default()
    };
    for (at, link) in links.iter().enumerate() {
        let (text, translation) = (link.source.join(BETWEEN), link.target.join(BETWEEN));
        if text.trim().is_empty() || translation.trim().is_empty() {
            continue;
        }
        let (before, after) = (neighbour(at.checked_sub(1), true), neighbour(Some(at + 1), false));
        let entry = |source: &str, target: &str, before: &str, after: &str, grain: Grain| Entry {
            source: source.to_owned(),
            target: target.to_owned(),
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
            grain,
            state: link.state,
            by: link.by.to_owned(),
            at: link.at,
            origin: article.map(|article| Origin { article: article.clone(), link: link.id }),
            penalty: 0,
        };
        out.push(entry(&text, &translation, before, after, Grain::Unit));
        let (sentences, translated) = (cut(&text, source), cut(&translation, target));
        if sentences.len() + translated.len() <= 2 || sentences.len().max(translated.len()) > MOST_SEGMENTS {
            continue;
        }
        for (from, to) in pairs(&sentences, &translated) {
            if from.len() == sentences.len() {
                continue;
            }
            let inner = |at: Option<usize>| at.and_then(|at| sentences.get(at)).copied();
            let head = inner(from.start.checked_sub(1)).unwrap_or_else(|| last_segment(before, source));
            let tail = inner(Some(from.end)).unwrap_or_else(|| first_segment(after, source));
            let (Some(from), Some(to)) =
                (joined(&text, &sentences, from), joined(&translation, &translated, to))
            else {
                continue;
            };
            out.push(entry(from, to, head, tail, Grain::Segment));
        }
    }
    out
}

fn cut<'t>(text: &'t str, locale: &Locale) -> Vec<&'t str> {
    let ranges = segments(text, locale);
    ranges
        .iter()
        .map(|range| text.get(core(text, range)).unwrap_or_default())
        .filter(|s| !s.is_empty())
        .collect()
}

/// The text from the first to the last of some of its parts.
fn joined<'t>(text: &'t str, parts: &[&'t str], range: std::ops::Range<usize>) -> Option<&'t str> {
    let place = |part: &str| (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    let (first, last) = (parts.get(range.start)?, parts.get(range.end.checked_sub(1)?)?);
    text.get(place(first)?..place(last)? + last.len())
}

type Places = std::ops::Range<usize>;

/// Which sentences say the same, as far as that is sure.
fn pairs(source: &[&str], target: &[&str]) -> Vec<(Places, Places)> {
    let block = |text: &&str| Block {
        kind: BlockKind::Paragraph,
        level: None,
        text: (*text).to_owned(),
        fragments: Vec::new(),
        line: 0,
    };
    let (source, target): (Vec<Block>, Vec<Block>) =
        (source.iter().map(block).collect(), target.iter().map(block).collect());
    let range = |list: &[usize]| Some(*list.first()?..*list.last()? + 1);
    align(&source.iter().collect::<Vec<_>>(), &target.iter().collect::<Vec<_>>())
        .into_iter()
        .filter(|pairing| pairing.confidence >= SURE)
        .filter_map(|pairing| Some((range(&pairing.source)?, range(&pairing.target)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link<'t>(source: &'t str, target: &'t str) -> Linked<'t> {
        let target = if target.is_empty() { Vec::new() } else { vec![target] };
        let (id, at) = (Some(LinkId::from_number(7)), Timestamp::from_seconds(86_400));
        Linked { id, source: vec![source], target, state: LinkState::Reviewed, by: "ana", at }
    }

    #[test]
    fn units_and_their_sentences_become_entries_with_their_neighbours() {
        let article = ArticleId::new("news", "a");
        let links = [
            link("Customs seize ivory", "La aduana incauta marfil"),
            link(
                "Mr. Gil met 25 officers in 2018. They spoke of the WCO for two hours. No report was written.",
                "El Sr. Gil se reunió con 25 agentes en 2018. Hablaron de la OMA durante dos horas. No se redactó ningún informe.",
            ),
            link("Nobody translated this.", ""),
        ];
        let (en, es) = ("en".parse().unwrap(), "es".parse().unwrap());
        let found = entries(Some(&article), &links, &en, &es);
        let seen: Vec<_> = found
            .iter()
            .map(|entry| {
                let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "?".to_owned());
                (entry.grain, entry.source.as_str(), text(&entry.before), text(&entry.after))
            })
            .collect();
        let of = |source: &str| {
            let (grain, _, before, after) = seen.iter().find(|entry| entry.1 == source).expect("an entry");
            (*grain, before.as_str(), after.as_str())
        };
        assert_eq!(of("Customs seize ivory"), (Grain::Unit, "", links[1].source[0]));
        assert_eq!(of(links[1].source[0]), (Grain::Unit, "Customs seize ivory", "Nobody translated this."));
        assert_eq!(
            of("Mr. Gil met 25 officers in 2018."),
            (Grain::Segment, "Customs seize ivory", "They spoke of the WCO for two hours.")
        );
        assert_eq!(
            of("No report was written."),
            (Grain::Segment, "They spoke of the WCO for two hours.", "Nobody translated this.")
        );
        let third = found.iter().find(|entry| entry.source == "No report was written.").unwrap();
        assert_eq!(third.target, "No se redactó ningún informe.");
        assert_eq!((third.by.as_str(), third.state, third.at), ("ana", LinkState::Reviewed, links[0].at));
        assert_eq!(third.origin, Some(Origin { article, link: Some(LinkId::from_number(7)) }));
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn two_sentences_made_one_stay_together_and_what_is_unsure_is_left_out() {
        let (en, es) = ("en".parse().unwrap(), "es".parse().unwrap());
        let text = "Delegates from 40 countries came to Brussels on 5 May. They met at the WCO. Nothing else happened there.";
        let translation = "Delegados de 40 países llegaron a Bruselas el 5 de mayo y se reunieron en la OMA. No ocurrió nada más allí.";
        let found = entries(None, &[link(text, translation)], &en, &es);
        assert_eq!(found[0].grain, Grain::Unit);
        for entry in &found[1..] {
            // Whatever was taken is text of the unit, and its last sentence goes with the last.
            assert!(text.contains(&entry.source) && translation.contains(&entry.target));
            assert_eq!(entry.source.ends_with("there."), entry.target.ends_with("allí."), "{entry:?}");
        }
        assert!(entries(None, &[link("  ", "x"), link("x", " ")], &en, &es).is_empty());
    }
}

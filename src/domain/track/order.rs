//! The order in which a record's units stood in the text.
//!
//! Links stand in the order of their first units, and a link's units one after another, unless a
//! unit names another link's behind which it stood ([`BaselineUnit::after`](crate::domain::record::BaselineUnit::after)).

use rustc_hash::FxHashMap;

use crate::domain::record::{Link, LinkId, UnitPlace};

/// A source unit by the number of its link in the record and its own within the link, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitAt {
    pub link: usize,
    pub unit: usize,
}

/// Every source unit of the links, in the order of the text. Marks that name no link, or each other
/// in a ring (a record that was damaged), are passed over. Linear.
pub(super) fn text_order(links: &[Link]) -> Vec<UnitAt> {
    let units: Vec<UnitAt> = links
        .iter()
        .enumerate()
        .flat_map(|(link, known)| (0..known.baseline.len()).map(move |unit| UnitAt { link, unit }))
        .collect();
    if links.iter().flat_map(|link| &link.baseline).all(|unit| unit.after.is_none()) {
        return units;
    }
    let mut starts: FxHashMap<LinkId, (usize, usize)> = FxHashMap::default();
    let mut at = 0;
    for link in links {
        starts.insert(link.id, (at, link.baseline.len()));
        at += link.baseline.len();
    }
    let before = |place: UnitPlace| -> Option<usize> {
        let (start, len) = *starts.get(&place.link)?;
        let number = usize::try_from(place.unit).ok()?.min(len).checked_sub(1)?;
        Some(start + number)
    };
    let mut behind: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut marked = vec![false; units.len()];
    for (at, unit) in links.iter().flat_map(|link| &link.baseline).enumerate() {
        if let Some(place) = unit.after.and_then(before) {
            behind.entry(place).or_default().push(at);
            marked[at] = true;
        }
    }
    let mut out = Vec::with_capacity(units.len());
    let mut done = vec![false; units.len()];
    // First the links as they begin, each unit followed by what stands behind it; then rings.
    let is_head = |at: usize| !marked[at] && (at == 0 || units[at - 1].link != units[at].link);
    for head in (0..units.len()).filter(|at| is_head(*at)).chain(0..units.len()) {
        let mut open = vec![head];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut done[at], true) {
                continue;
            }
            out.push(units[at]);
            // What goes on in the same link stands behind what was put between.
            let goes_on =
                |next: &usize| *next < units.len() && units[*next].link == units[at].link && !marked[*next];
            open.extend(Some(at + 1).filter(goes_on));
            open.extend(behind.get(&at).into_iter().flatten().rev());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::BlockKind;
    use crate::domain::record::{BaselineUnit, LinkState, Timestamp};

    /// Links `a`, `b` … of units `a1`, `a2` …; `a2<b1` stands behind `b1`.
    fn order(text: &str) -> String {
        let id = |name: &str| LinkId::from_number(name.chars().next().map_or(0, u32::from));
        let unit = |text: &str| {
            let (own, after) = text.split_once('<').unwrap_or((text, ""));
            let after =
                (!after.is_empty()).then(|| UnitPlace { link: id(after), unit: after[1..].parse().unwrap() });
            BaselineUnit { kind: BlockKind::Paragraph, level: None, text: own.to_owned(), after }
        };
        let links: Vec<Link> = text
            .split(" | ")
            .map(|link| Link {
                id: id(link),
                baseline: link.split(' ').map(unit).collect(),
                target: Vec::new(),
                state: LinkState::Translated,
                reason: None,
                by: String::new(),
                at: Timestamp::from_seconds(0).unwrap(),
                stands: None,
            })
            .collect();
        let text = |at: &UnitAt| links[at.link].baseline[at.unit].text.as_str();
        text_order(&links).iter().map(text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn units_stand_where_their_marks_say() {
        for (links, expected) in [
            ("a1 a2 | b1 | c1", "a1 a2 b1 c1"),
            ("a1 a2<b1 | b1 | c1", "a1 b1 a2 c1"),
            ("a1 a2<b1 | b1 b2<a2 | c1", "a1 b1 a2 b2 c1"),
            ("a1 a2<b2 a3 a4<c1 | b1 b2 | c1 | d1", "a1 b1 b2 a2 a3 c1 a4 d1"),
            // The other link has fewer units now, or is gone.
            ("a1 a2<b9 | b1 | c1", "a1 b1 a2 c1"),
            ("a1 a2<z1 a3 | b1", "a1 a2 a3 b1"),
            // Damaged: a ring, and a unit behind itself.
            ("a1 a2<b2 | b1 b2<a2 | c1", "a1 b1 c1 a2 b2"),
            ("a1 a2<a2 | b1", "a1 b1 a2"),
        ] {
            assert_eq!(order(links), expected, "{links}");
        }
    }
}

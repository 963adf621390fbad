//! What came back and could not be put into the tree: kept beside the package, so that no word is
//! lost. A stanza a unit, for people to read and to take from:
//!
//! ```text
//! unit link-krvqsltp docs/lab
//! why conflict
//! source The laboratory opened in Lima.
//! base El laboratorio abrió en Lima.
//! ours El laboratorio se abrió en Lima.
//! theirs El laboratorio abrió sus puertas en Lima.
//! end
//! ```

use crate::domain::article::ArticleId;
use crate::domain::package::UnitKey;
use crate::domain::package::take::{Back, Kept, Outcome};
use crate::sources::ledger::syntax::{line, unescape};

/// A unit that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Its article.
    pub article: ArticleId,
    /// What it is known by.
    pub key: UnitKey,
    /// Its lines: a key and a text each.
    pub lines: Vec<(String, String)>,
}

impl Stuck {
    /// What of a unit is to be kept; `None` where it is in the tree or not done.
    pub fn of(article: &ArticleId, back: &Back) -> Option<Stuck> {
        let lines: Vec<(&str, &str)> = match &back.what {
            Outcome::Conflict(conflict) => vec![
                ("why", "conflict"),
                ("source", &conflict.source),
                ("base", &conflict.base),
                ("ours", &conflict.ours),
                ("theirs", &conflict.theirs),
            ],
            Outcome::Kept(Kept::Locked, text) => vec![("why", "locked"), ("theirs", text)],
            Outcome::Kept(Kept::Gone, text) => vec![("why", "gone"), ("theirs", text)],
            _ => return None,
        };
        let lines = lines.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        Some(Stuck { article: article.clone(), key: back.key, lines })
    }
}

/// The text of what is kept.
pub fn write_stuck(list: &[Stuck]) -> String {
    let mut out = String::new();
    for stuck in list {
        line(&mut out, "unit", &stuck.key.to_string(), stuck.article.as_str());
        for (key, text) in &stuck.lines {
            line(&mut out, key, "", text);
        }
        out.push_str("end\n\n");
    }
    out
}

/// What is kept in a text. People may have worked in it: what is no stanza is passed over.
pub fn read_stuck(text: &str) -> Vec<Stuck> {
    let mut list = Vec::new();
    let mut now: Option<Stuck> = None;
    for text in text.lines() {
        let (key, value) = text.split_once(' ').unwrap_or((text, ""));
        match key {
            "unit" => {
                let name = value.split_once(' ');
                now = name.and_then(|(key, article)| {
                    let article = unescape(article).ok().filter(|article| !article.is_empty())?;
                    let article = ArticleId::from_text(&article);
                    Some(Stuck { article, key: key.parse().ok()?, lines: Vec::new() })
                });
            }
            "end" => list.extend(now.take()),
            "why" | "source" | "base" | "ours" | "theirs" => {
                if let (Some(now), Ok(value)) = (&mut now, unescape(value)) {
                    now.lines.push((key.to_owned(), value));
                }
            }
            _ => {}
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::package::take::Conflict;
    use crate::domain::record::LinkId;

    #[test]
    fn both_texts_are_kept_and_read_again() {
        let conflict = Conflict {
            source: "The gate\nopens".to_owned(),
            base: String::new(),
            ours: " La puerta ".to_owned(),
            theirs: "El portón".to_owned(),
        };
        let key = UnitKey::Link(LinkId::from_number(3));
        let article = ArticleId::from_text("docs/a b");
        let back = Back { key, line: 4, what: Outcome::Conflict(conflict) };
        let list = vec![Stuck::of(&article, &back).expect("it is kept")];
        let text = write_stuck(&list);
        assert!(text.contains("theirs El portón\n"), "{text}");
        assert_eq!(read_stuck(&text), list);
        assert_eq!(read_stuck(&format!("hello\n{text}my own words\nend\n")), list);
        assert_eq!(Stuck::of(&article, &Back { key, line: 4, what: Outcome::Open }), None);
    }
}

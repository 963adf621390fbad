//! The list of ignored findings: each with the reason why it is none.
//!
//! A file with a line for each, `id<TAB>code<TAB>article<TAB>locale<TAB>reason`, sorted, so that two
//! branches that ignore different findings merge cleanly. An id is made from the source unit's
//! text among others: when that changes, the finding is another one, and the ignore has lapsed.

use std::collections::BTreeMap;

use super::Check;
use crate::domain::locale::Locale;

/// One ignored finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// Its check.
    pub check: Check,
    /// Its article.
    pub article: String,
    /// Its locale.
    pub locale: String,
    /// Why it is none.
    pub reason: String,
}

/// The list by the findings' ids, each with its line in the file (0 for a new one).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ignores {
    list: BTreeMap<String, (Ignore, usize)>,
}

/// A line that is no ignore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadIgnore {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: BadIgnoreKind,
}

/// What is wrong with a line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadIgnoreKind {
    /// It has not five fields with tabs between.
    Fields,
    /// Its id is none.
    Id,
    /// Its code is none of a check.
    Code,
    /// Its locale is no BCP 47 tag.
    Locale,
    /// It has no reason.
    Reason,
}

/// Whether the text is an id as findings have it.
pub fn is_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

impl Ignores {
    /// Reads the list; every bad line is told. Empty lines are passed over; of two lines with one id
    /// the first counts.
    pub fn read(text: &str) -> Result<Ignores, Vec<BadIgnore>> {
        let mut ignores = Ignores::default();
        let mut bad = Vec::new();
        for (at, line) in text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match parse(line) {
                Ok((id, ignore)) => {
                    ignores.list.entry(id).or_insert((ignore, at + 1));
                }
                Err(kind) => bad.push(BadIgnore { line: at + 1, kind }),
            }
        }
        if bad.is_empty() { Ok(ignores) } else { Err(bad) }
    }

    /// The text of the file, sorted by article, locale, code and id, so that what belongs together
    /// stands together.
    pub fn text(&self) -> String {
        let mut lines: Vec<(&Ignore, &String)> =
            self.list.iter().map(|(id, (ignore, _))| (ignore, id)).collect();
        lines.sort_by_key(|(ignore, id)| (&ignore.article, &ignore.locale, ignore.check, *id));
        lines
            .into_iter()
            .map(|(ignore, id)| {
                let Ignore { check, article, locale, reason } = ignore;
                format!("{id}\t{}\t{article}\t{locale}\t{reason}\n", check.name())
            })
            .collect()
    }

    /// Whether the finding of that id is ignored.
    pub fn has(&self, id: &str) -> bool {
        self.list.contains_key(id)
    }

    /// Adds one, or gives it another reason. The reason becomes one line.
    pub fn add(&mut self, id: &str, ignore: Ignore) {
        let reason = ignore.reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = self.list.get(id).map_or(0, |(_, line)| *line);
        self.list.insert(id.to_owned(), (Ignore { reason, ..ignore }, line));
    }

    /// Takes one out; whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        self.list.remove(id).is_some()
    }

    /// Every ignore with its id and line, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Ignore, usize)> {
        self.list.iter().map(|(id, (ignore, line))| (id.as_str(), ignore, *line))
    }
}

fn parse(line: &str) -> Result<(String, Ignore), BadIgnoreKind> {
    let fields: Vec<&str> = line.splitn(5, '\t').collect();
    let [id, code, article, locale, reason] = fields[..] else { return Err(BadIgnoreKind::Fields) };
    if !is_id(id) {
        return Err(BadIgnoreKind::Id);
    }
    let check = Check::from_name(code).ok_or(BadIgnoreKind::Code)?;
    if locale.parse::<Locale>().is_err() {
        return Err(BadIgnoreKind::Locale);
    }
    if article.is_empty() {
        return Err(BadIgnoreKind::Fields);
    }
    if reason.trim().is_empty() {
        return Err(BadIgnoreKind::Reason);
    }
    let ignore = Ignore {
        check,
        article: article.to_owned(),
        locale: locale.to_owned(),
        reason: reason.trim().to_owned(),
    };
    Ok((id.to_owned(), ignore))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_what_it_writes_and_tells_bad_lines() {
        let mut ignores = Ignores::default();
        let ignore = |article: &str, reason: &str| Ignore {
            check: Check::NumberDiffers,
            article: article.to_owned(),
            locale: "es".to_owned(),
            reason: reason.to_owned(),
        };
        ignores.add("0123456789ab", ignore("news/b", "the source\nis wrong"));
        ignores.add("ffff56789abc", ignore("news/a", "25 of 26 came"));
        let text = ignores.text();
        assert_eq!(
            text,
            "ffff56789abc\tnumber-differs\tnews/a\tes\t25 of 26 came\n\
             0123456789ab\tnumber-differs\tnews/b\tes\tthe source is wrong\n"
        );
        let again = Ignores::read(&text).unwrap();
        assert_eq!(again.text(), text);
        assert!(again.has("ffff56789abc") && !again.has("000000000000"));
        for (line, kind) in [
            ("0123456789ab\tnumber-differs\tnews/b\tes", BadIgnoreKind::Fields),
            ("0123456789AB\tnumber-differs\tnews/b\tes\twhy", BadIgnoreKind::Id),
            ("0123456789ab\tmissing\tnews/b\tes\twhy", BadIgnoreKind::Code),
            ("0123456789ab\tnumber-differs\tnews/b\te\twhy", BadIgnoreKind::Locale),
            ("0123456789ab\tnumber-differs\tnews/b\tes\t ", BadIgnoreKind::Reason),
        ] {
            assert_eq!(Ignores::read(&format!("\n{line}\n")), Err(vec![BadIgnore { line: 2, kind }]));
        }
    }
}

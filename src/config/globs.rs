//! Glob patterns for paths and article ids.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Patterns of which one has to fit: `*` stays within a segment, `**` crosses them, `{a,b}` and
/// `[a-z]` choose, and a pattern that ends in `/` means all below that folder.
#[derive(Clone, Debug)]
pub struct Globs {
    texts: Vec<String>,
    set: GlobSet,
}

impl Default for Globs {
    fn default() -> Self {
        Globs { texts: Vec::new(), set: GlobSet::empty() }
    }
}

impl Globs {
    /// Reads patterns; the index of the first that is none, otherwise.
    pub fn read(texts: &[&str]) -> Result<Globs, usize> {
        let mut builder = GlobSetBuilder::new();
        for (at, text) in texts.iter().enumerate() {
            let all_below = if text.ends_with('/') { format!("{text}**") } else { (*text).to_owned() };
            builder.add(GlobBuilder::new(&all_below).literal_separator(true).build().map_err(|_| at)?);
        }
        let set = builder.build().map_err(|_| 0_usize)?;
        Ok(Globs { texts: texts.iter().map(|text| (*text).to_owned()).collect(), set })
    }

    /// Whether one of the patterns fits the whole of `text`.
    pub fn matches(&self, text: &str) -> bool {
        !self.is_empty() && self.set.is_match(text)
    }

    /// Whether there are no patterns.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The patterns as written.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_in_its_folder_and_two_cross_them() {
        let globs = Globs::read(&["docs/*/drafts/**", "blog/**/*.old.md", "private/"]).expect("patterns");
        for (path, fits) in [
            ("docs/es/drafts/a/b.md", true),
            ("docs/es/x/drafts/a.md", false),
            ("blog/a.old.md", true),
            ("blog/2020/01/a.old.md", true),
            ("private/a/b", true),
            ("x/private/a", false),
        ] {
            assert_eq!(globs.matches(path), fits, "{path}");
        }
        assert_eq!(Globs::read(&["ok", "a[b"]).err(), Some(1));
        assert!(!Globs::default().matches(""));
    }
}

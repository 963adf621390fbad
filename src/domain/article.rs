//! Articles, their versions and the pages a site served for them.

use std::fmt;
use std::path::PathBuf;

use super::locale::Locale;

/// The id of an article, given at first sight (collection and path stem, or its address) and
/// kept in the record, so that a move does not change it: `newsroom/000_a993cfb2819e14f5`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ArticleId(String);

impl ArticleId {
    /// The id for `stem` in `collection`. `stem` is a relative path with `/`, no extension.
    pub fn new(collection: &str, stem: &str) -> Self {
        ArticleId(format!("{collection}/{stem}"))
    }

    /// The id as a record or a user wrote it.
    pub fn from_text(text: &str) -> Self {
        ArticleId(text.to_owned())
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A version's file: its path below the project's root, with `/` on every system.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct TreePath(String);

impl TreePath {
    /// The path as written; the caller has made sure it is relative, has no `..` and uses `/`.
    pub fn new(text: impl Into<String>) -> Self {
        TreePath(text.into())
    }

    /// The text of the path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path in the system's own form, still relative to the root.
    pub fn to_path(&self) -> PathBuf {
        self.0.split('/').collect()
    }
}

impl fmt::Display for TreePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A file that belongs to an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Where it stands.
    pub path: TreePath,
    /// The locale it was asked for in (a page) or is written in (a version), if known.
    pub locale: Option<Locale>,
    /// The address it was served at, if known.
    pub url: Option<String>,
}

/// One subject with its files, as pairing put them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// The name of its collection.
    pub collection: String,
    /// The locale it is written in.
    pub source_locale: Locale,
    /// The file with the source text; `None` where only pages, or only targets, are known.
    pub source: Option<File>,
    /// The target versions, sorted by locale; at most one a locale.
    pub targets: Vec<File>,
    /// What the site served, one a requested locale or more; empty for a collection of files.
    pub pages: Vec<File>,
    /// Set for an article that is not to be translated (`keep`) or exists in one locale only (`local`).
    pub wish: Option<Wish>,
}

/// An editor's wish about an article; neither counts in coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// Not to be translated.
    Keep,
    /// An article of one locale only.
    Local,
}

//! What the project knows of a page that is to be inspected: the locale it was asked for in and by
//! what, its site, its format, and the source of its article. With these a file gets the verdict
//! that `status` gives it.

use std::path::{Path, PathBuf};

use crate::cli::commands::Run;
use crate::cli::error::Failure;
use crate::cli::reading::{Page, Reader};
use crate::cli::ui::Ui;
use crate::cli::workspace::{ArticleView, Workspace, find_config};
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::page::KnownBy;
use crate::domain::pairing::{How, Place};
use crate::domain::verdict::Trouble;
use crate::formats::Format;

/// The project that some of the files to be inspected belong to.
pub struct Project {
    workspace: Workspace,
}

/// What it knows of one file.
pub struct Known<'p> {
    /// The format that its collection has, or else its name.
    pub format: &'static dyn Format,
    /// What reads the pages of its article, if it has one.
    pub reader: Option<&'p Reader>,
    requested: Option<(Locale, KnownBy)>,
    view: Option<ArticleView<'p>>,
    locale_keys: &'p [String],
}

impl Project {
    /// Opens the project, if a collection of it has one of the files.
    pub fn open(run: &Run<'_>, ui: &mut Ui, files: &[PathBuf]) -> Result<Option<Self>, Failure> {
        let Some(found) = find_config(&run.folder)? else { return Ok(None) };
        let mut paths = files.iter().filter_map(|file| inside(&found.root, &run.folder.join(file)));
        if !paths.any(|path| !found.config.seen(path.as_str()).is_empty()) {
            return Ok(None);
        }
        Ok(Some(Project { workspace: Workspace::open(run, ui)? }))
    }

    /// What is known of the file at that path; `None` of one that no collection has.
    pub fn known(&self, file: &Path) -> Option<Known<'_>> {
        let workspace = &self.workspace;
        let path = inside(&workspace.root, file)?;
        let place = workspace.pairing.place(&path)?;
        let seen = workspace.config.seen(path.as_str()).into_iter().next()?;
        let (article, locale) = match place {
            Place::Source { article } => {
                let article = workspace.pairing.article(article)?;
                (Some(article), Some(article.source_locale.clone()))
            }
            Place::Target { article, locale, .. } | Place::Orphan { article, locale } => {
                (workspace.pairing.article(article), Some(locale.clone()))
            }
            Place::Page { article, .. } => {
                let article = workspace.pairing.article(article)?;
                let page = article.pages.iter().find(|page| page.path == path);
                (Some(article), page.and_then(|page| page.locale.clone()))
            }
            Place::Ambiguous | Place::Unplaced { .. } => (None, seen.locale.clone()),
        };
        let collection = workspace.config.collections.iter().find(|one| one.name == seen.collection)?;
        let by_hand = matches!(place, Place::Target { by: How::Hand, .. }) && seen.locale != locale;
        let by = match collection.locale_told_by(path.as_str()) {
            _ if by_hand => KnownBy::Hand,
            Some(by) => by,
            // What the configuration does not tell the file does.
            None if matches!(place, Place::Page { .. }) => KnownBy::Url,
            None => KnownBy::FrontMatter,
        };
        // Only a version is held against the source: a page may be the source itself.
        let is_version = matches!(place, Place::Target { .. });
        Some(Known {
            format: workspace.format(&seen.collection, &path),
            reader: article.map(|article| workspace.reader(article)),
            requested: locale.map(|locale| (locale, by)),
            view: article.filter(|_| is_version).map(|article| ArticleView::read(workspace, article)),
            locale_keys: &workspace.config.front_matter.locale,
        })
    }
}

impl Known<'_> {
    /// The locale that the page was asked for in or is to be in, and by what that is known.
    pub fn requested(&self, page: &Page) -> Option<(&Locale, KnownBy)> {
        let (locale, by) = self.requested.as_ref()?;
        let says = self.locale_keys.iter().any(|key| page.document.meta.get(key).is_some());
        // A file that says nothing is in the collection's own locale.
        let by = if *by == KnownBy::FrontMatter && !says { KnownBy::Collection } else { *by };
        Some((locale, by))
    }

    /// The source of its article, and where it stands.
    pub fn source(&self) -> Option<(&Page, &TreePath)> {
        let source = self.view.as_ref()?.source.as_ref()?;
        Some((&source.page, source.path))
    }

    /// What could not be read of the article's source.
    pub fn troubles(&self) -> &[Trouble] {
        self.view.as_ref().map_or(&[], |view| &view.troubles)
    }
}

/// The path of a file below the project's root, if it lies there. Links in the way to it are
/// followed; it itself may be one.
fn inside(root: &Path, file: &Path) -> Option<TreePath> {
    let folder = std::fs::canonicalize(file.parent()?).ok()?;
    let whole = folder.join(file.file_name()?);
    let names: Option<Vec<&str>> =
        whole.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(TreePath::new(names?.join("/")))
}

//! One article as it stands: its source, its versions, its pages and its records, read and judged.

use std::sync::OnceLock;

use crate::cli::reading::Page;
use crate::domain::article::{Article, File, TreePath};
use crate::domain::change::{ChangeClass, NoTerms};
use crate::domain::date::Date;
use crate::domain::document::{BlockKind, Document};
use crate::domain::finding::Location;
use crate::domain::locale::Locale;
use crate::domain::page::{Evidence, Judgement, PageVerdict, SourceText};
use crate::domain::pairing::Status;
use crate::domain::record::{Endpoint, LinkState, Record};
use crate::domain::text;
use crate::domain::track::{ClassCounts, SourceState, TargetState, Tracked, Tracking, recalled, track};
use crate::domain::verdict::{
    Flaw, Grounds, Published, ReviewCounts, Row, Size, TermCounts, Trouble, Verdict, decide,
};
use crate::sources::fingerprint::Fingerprint;

use super::{Workspace, terms};

/// A page that the site served, read and judged.
pub struct Served<'w> {
    /// The file it was stored in.
    pub file: &'w File,
    /// The page.
    pub page: Page,
    /// What it is.
    pub judgement: Judgement,
}

/// An article with all of its texts.
pub struct ArticleView<'w> {
    /// The article.
    pub article: &'w Article,
    /// The source text, where there is one that can be read.
    pub source: Option<SourceView<'w>>,
    /// The pages that the site served for it.
    pub served: Vec<Served<'w>>,
    /// What could not be read of source and pages.
    pub troubles: Vec<Trouble>,
    /// The source's measures, once they were asked for.
    size: OnceLock<Size>,
}

/// The source text of an article.
pub struct SourceView<'w> {
    /// The file it stands in.
    pub path: &'w TreePath,
    /// The page or version.
    pub page: Page,
}

/// A version of an article in one locale, with its record.
pub struct VersionView {
    /// The file it stands in.
    pub path: TreePath,
    /// The version.
    pub page: Page,
    /// What its text says.
    pub judgement: Judgement,
}

/// What is known of an article in one locale.
pub struct LocaleView<'v> {
    /// The version, where there is one.
    pub version: Option<VersionView>,
    /// Where the record stands, or would.
    pub record_path: TreePath,
    /// The record, where there is one.
    pub record: Option<Record>,
    /// The fingerprint of the record's file as it was read.
    pub record_fingerprint: Option<Fingerprint>,
    /// The record's links followed into today's texts.
    pub tracking: Option<Tracking>,
    /// Of a damaged record what could be read, followed likewise: to be shown, and for nothing else.
    pub rest: Option<(Record, Tracking)>,
    /// The row for reports.
    pub row: Row,
    /// The source it was judged by.
    pub source: Option<&'v SourceView<'v>>,
}

impl<'w> ArticleView<'w> {
    /// Reads the source and the pages of an article.
    ///
    /// The source text is the source file; failing that the page asked for in the source's locale;
    /// failing that a page served in it although another was asked for; failing that, where the site
    /// serves the article in other languages only, what the newest record says of it.
    pub fn read(workspace: &'w Workspace, article: &'w Article) -> Self {
        let mut troubles = Vec::new();
        let mut source = None;
        if let Some(file) = &article.source {
            match workspace.read_page(article, &file.path) {
                Ok(page) => source = Some(SourceView { path: &file.path, page }),
                Err(trouble) => troubles.push(trouble),
            }
        }
        let mut served = Vec::new();
        for file in &article.pages {
            match workspace.read_page(article, &file.path) {
                Ok(page) => {
                    let judgement = workspace.reader(article).judge(&page, file.locale.as_ref(), None);
                    served.push(Served { file, page, judgement });
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        if source.is_none() && article.source.is_none() {
            let rank = |page: &Served<'_>| match page.judgement.verdict {
                PageVerdict::Source => 0,
                _ if page.judgement.served.as_ref() == Some(&article.source_locale) => 1,
                _ => 2,
            };
            let best = (0..served.len()).min_by_key(|at| rank(&served[*at]));
            if let Some(at) = best.filter(|at| rank(&served[*at]) < 2) {
                let page = &served[at];
                source = Some(SourceView {
                    path: &page.file.path,
                    page: Page { document: page.page.document.clone(), notice: page.page.notice.clone() },
                });
            }
            if source.is_none() && troubles.is_empty() {
                source = recorded_source(workspace, article);
            }
        }
        ArticleView { article, source, served, troubles, size: OnceLock::new() }
    }

    /// The title in the source; empty where there is none.
    pub fn title(&self) -> String {
        self.source.as_ref().and_then(|source| source.page.document.title()).unwrap_or_default().to_owned()
    }

    /// The article's own date, from its source's date line or front matter.
    pub fn date(&self) -> Option<Date> {
        self.source.as_ref().and_then(|source| source.page.document.meta.date)
    }

    /// The source's measures.
    pub fn size(&self) -> Size {
        let size = |source: &SourceView<'_>| size(&source.page.document, &self.article.source_locale);
        *self.size.get_or_init(|| self.source.as_ref().map(size).unwrap_or_default())
    }

    /// What the site shows to those who ask for that locale.
    pub fn published(&self, locale: &Locale) -> Published {
        let mut known = Published::Unknown;
        for page in self.served.iter().filter(|page| {
            page.file.locale.as_ref() == Some(locale) || page.judgement.requested.as_ref() == Some(locale)
        }) {
            match page.judgement.verdict {
                PageVerdict::Translated | PageVerdict::Partial => return Published::Yes,
                PageVerdict::Untranslated => {
                    known = Published::No { served: page.judgement.served.clone(), how: page.judgement.how };
                }
                PageVerdict::Source | PageVerdict::Undecided => {}
            }
        }
        known
    }
}

/// The source as the record says that was written last, at the page that it stood on.
fn recorded_source<'w>(workspace: &Workspace, article: &'w Article) -> Option<SourceView<'w>> {
    let first = article.pages.first()?;
    let records = workspace.config.targets.iter().filter_map(|locale| {
        // A record that can't be read is told of with the version it belongs to.
        let (record, _) = workspace.read_record(&workspace.record_path(&article.id, locale)).ok()??;
        (record.source.locale == article.source_locale).then_some(record)
    });
    let written = |record: &Record| record.links.iter().map(|link| link.at).max();
    let newest = records.reduce(|known, next| if written(&next) > written(&known) { next } else { known })?;
    let path = article.pages.iter().find(|page| page.path == newest.source.path).unwrap_or(first);
    let page = Page { document: recalled(&newest)?, notice: None };
    Some(SourceView { path: &path.path, page })
}

/// The measures of a source text: its units, and their words or, where its locale writes no
/// blanks, their characters.
pub fn size(document: &Document, locale: &Locale) -> Size {
    let mut size = Size::default();
    for (_, block) in document.units() {
        size.units += 1;
        size.words = size.words.saturating_add(words(&block.text, locale));
    }
    size
}

/// The words of a text, or its characters where the locale writes no blanks.
pub fn words(text: &str, locale: &Locale) -> u32 {
    let count = if text::counts_characters(locale) { text::characters(text) } else { text::words(text) };
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl<'v> LocaleView<'v> {
    /// Reads and judges the version of an article in one locale.
    pub fn read(workspace: &Workspace, view: &'v ArticleView<'_>, locale: &Locale, status: &Status) -> Self {
        let article = view.article;
        let record_path = workspace.record_path(&article.id, locale);
        let mut row = Row {
            article: article.id.clone(),
            collection: article.collection.clone(),
            title: view.title(),
            locale: locale.clone(),
            source_locale: article.source_locale.clone(),
            source: view.source.as_ref().map(|source| source.path.clone()),
            target: workspace.target_path(article, locale),
            date: view.date(),
            verdict: Verdict::Missing,
            how: None,
            source_share: 0.0,
            stale_notice: false,
            published: view.published(locale),
            wish: workspace.config.wish(article, locale).map(|rule| rule.wish),
            pending: ClassCounts::default(),
            edited: 0,
            lost: 0,
            flaw: view.source.as_ref().and_then(|source| Flaw::of(&source.page.document, source.path)),
            review: ReviewCounts::default(),
            size: view.size(),
            words_to_do: 0,
            terms: TermCounts::default(),
            recorded_at: None,
            pending_from: None,
            place: None,
            trouble: view.troubles.first().cloned(),
        };
        let mut this = LocaleView {
            version: None,
            record_path: record_path.clone(),
            record: None,
            record_fingerprint: None,
            tracking: None,
            rest: None,
            source: view.source.as_ref(),
            row: row.clone(),
        };
        if row.trouble.is_some() {
            row.verdict = Verdict::Unreadable;
        }
        match status {
            Status::Unwanted { wish } => row.wish = Some(*wish),
            Status::Orphan => row.verdict = Verdict::Orphan,
            Status::Unreadable { place } => {
                row.verdict = Verdict::Unreadable;
                row.trouble = row.trouble.or_else(|| workspace.hidden.over(place).cloned());
            }
            Status::Ambiguous { candidates, more } => {
                let mut paths: Vec<String> = candidates.iter().map(|one| one.path.to_string()).collect();
                if *more > 0 {
                    paths.push(format!("… +{more}"));
                }
                row.verdict = Verdict::Ambiguous;
                row.trouble = Some(Trouble {
                    code: "trouble-ambiguous".to_owned(),
                    args: vec![("candidates".to_owned(), paths.join(", "))],
                    path: row.target.clone().unwrap_or_else(|| TreePath::new("")),
                });
            }
            Status::Paired { .. } | Status::Missing => {
                if row.trouble.is_none()
                    && let Err(trouble) = this.judge(workspace, view, &mut row)
                {
                    row.verdict = Verdict::Unreadable;
                    row.trouble = Some(trouble);
                }
            }
        }
        if matches!(row.verdict, Verdict::Missing | Verdict::Untranslated) && row.wish.is_none() {
            row.words_to_do = row.size.words;
        }
        row.place = this.place(view, &row);
        this.row = row;
        this
    }

    /// Where the verdict shows.
    fn place(&self, view: &ArticleView<'_>, row: &Row) -> Option<Location> {
        let at =
            |path: &TreePath, line: Option<usize>| Some(Location { path: path.clone(), line, column: None });
        if row.verdict == Verdict::Unreadable
            && let Some(trouble) = &row.trouble
        {
            let line = trouble.args.iter().find(|(name, _)| name == "line");
            return at(&trouble.path, line.and_then(|(_, line)| line.parse().ok()));
        }
        if let Some(version) = &self.version {
            return at(&version.path, self.line(version, row));
        }
        if row.verdict == Verdict::Orphan
            && let Some(target) = &row.target
        {
            return at(target, None);
        }
        if let Some(source) = &view.source {
            let title = source.page.document.blocks.iter().find(|block| block.kind == BlockKind::Title);
            return at(source.path, Some(title.map_or(1, |block| block.line)));
        }
        let page = view.served.first().map(|page| &page.file.path);
        at(page.or(row.target.as_ref())?, None)
    }

    /// The line of the version at which the verdict shows.
    fn line(&self, version: &VersionView, row: &Row) -> Option<usize> {
        let judgement = &version.judgement;
        let notice = || {
            judgement.evidence.iter().find_map(|evidence| match evidence {
                Evidence::Notice { line, .. } | Evidence::StaleNotice { line } => Some(*line),
                _ => None,
            })
        };
        let foreign =
            || judgement.blocks.iter().find(|block| block.source_letters > 0).map(|block| block.line);
        match row.verdict {
            Verdict::Partial => foreign(),
            Verdict::Untranslated => notice().or_else(foreign),
            _ if row.pending != ClassCounts::default() => {
                let tracking = self.tracking.as_ref()?;
                let line = |block: usize| Some(version.page.document.blocks.get(block)?.line);
                let first = tracking
                    .pending(ChangeClass::Cosmetic)
                    .into_iter()
                    .filter_map(|pending| {
                        let place = pending.target.first().copied().or(pending.after).and_then(line);
                        Some((std::cmp::Reverse(pending.change.class), place?))
                    })
                    .min()?;
                Some(first.1)
            }
            _ => notice().filter(|_| row.stale_notice),
        }
    }

    /// Reads version and record, judges the text and follows the links.
    fn judge(&mut self, workspace: &Workspace, view: &ArticleView<'_>, row: &mut Row) -> Result<(), Trouble> {
        let article = view.article;
        let source = self.source.map(|source| &source.page.document);
        let file = article.targets.iter().find(|file| file.locale.as_ref() == Some(&row.locale));
        self.version = match file {
            Some(file) => {
                let page = workspace.read_page(article, &file.path)?;
                let text = source.map(SourceText::Document);
                let judgement = workspace.reader(article).judge(&page, Some(&row.locale), text);
                Some(VersionView { path: file.path.clone(), page, judgement })
            }
            None => {
                view.served.iter().find(|page| page.judgement.requested.as_ref() == Some(&row.locale)).map(
                    |page| VersionView {
                        path: page.file.path.clone(),
                        page: Page { document: page.page.document.clone(), notice: page.page.notice.clone() },
                        judgement: page.judgement.clone(),
                    },
                )
            }
        };
        if let Some(flaw) =
            self.version.as_ref().and_then(|version| Flaw::of(&version.page.document, &version.path))
        {
            row.flaw = Some(flaw);
        }
        let mut pending = None;
        let read = workspace.read_record(&self.record_path);
        if read.is_err()
            && let Some(source) = self.source
        {
            let end =
                |locale: &Locale, path: &TreePath| Endpoint { locale: locale.clone(), path: path.clone() };
            let target = row.target.as_ref().unwrap_or(&self.record_path);
            let ends = (end(&row.source_locale, source.path), end(&row.locale, target));
            let known = Record::new(article.id.clone(), ends.0, ends.1);
            self.rest = workspace.salvage_record(&self.record_path, known).map(|record| {
                let target = self.version.as_ref().map(|version| &version.page.document);
                let tracking = track(&record, &source.page.document, target, &NoTerms);
                (record, tracking)
            });
        }
        if let Some((record, fingerprint)) = read? {
            self.record_fingerprint = Some(fingerprint);
            // A record of notes alone says nothing of the text.
            if let Some(source) = source.filter(|_| !record.links.is_empty()) {
                let target = self.version.as_ref().map(|version| &version.page.document);
                let tracking = track(&record, source, target, &NoTerms);
                pending = Some(tracking.counts());
                follow(&tracking, &record, source, workspace.outdated_from, row);
                // Where there is no version at all, that is the verdict.
                row.lost = if target.is_some() { lost(&tracking) } else { 0 };
                self.tracking = Some(tracking);
            }
            self.record = Some(record);
        }
        let page = self.version.as_ref().map(|version| {
            row.how = version.judgement.how;
            row.source_share = version.judgement.source_share;
            row.stale_notice = version.judgement.stale_notice;
            version.judgement.verdict
        });
        row.verdict = decide(Grounds { page, pending, outdated_from: workspace.outdated_from });
        if row.verdict == Verdict::Partial
            && let (Some(version), Some(_)) = (&self.version, source)
        {
            let share = version.judgement.source_share;
            let words = view.size().words;
            row.words_to_do = (f64::from(words) * share).ceil() as u32;
        }
        if row.wish.is_none()
            && terms::is_translated(row.verdict)
            && let (Some(version), Some(source)) = (&self.version, source)
            && let Some(checker) = workspace.checker(&article.source_locale, &row.locale)
        {
            let pairs = terms::pairs(self.tracking.as_ref(), source, &version.page.document);
            let pairs: Vec<_> = pairs.iter().map(terms::Joined::pair).collect();
            checker.check(&pairs).found.iter().for_each(|found| row.terms.count(found.severity));
        }
        Ok(())
    }
}

/// How many links have lost their target and not their source.
fn lost(tracking: &Tracking) -> u32 {
    let lost = |link: &&Tracked| {
        link.target_state == TargetState::Removed && !matches!(link.source_state, SourceState::Removed(_))
    };
    u32::try_from(tracking.links.iter().filter(lost).count()).unwrap_or(u32::MAX)
}

/// Puts what the links tell into the row.
fn follow(tracking: &Tracking, record: &Record, source: &Document, threshold: ChangeClass, row: &mut Row) {
    row.pending = tracking.counts();
    row.edited = tracking.links.iter().filter(|link| link.target_state == TargetState::Edited).count() as u32;
    row.words_to_do =
        u32::try_from(tracking.to_do(source, &row.source_locale, threshold)).unwrap_or(u32::MAX);
    for link in &record.links {
        let slot = match link.state {
            LinkState::DraftMt => &mut row.review.draft_mt,
            LinkState::Translated => &mut row.review.translated,
            LinkState::Reviewed => &mut row.review.reviewed,
            LinkState::AsIs => &mut row.review.as_is,
        };
        *slot += 1;
    }
    row.recorded_at = record.links.iter().map(|link| link.at.seconds()).max();
    let accepted = |link: Option<usize>| Some(record.links.get(link?)?.at.seconds());
    let waiting = tracking.pending(threshold);
    row.pending_from = waiting.iter().filter_map(|pending| accepted(pending.link)).min();
    if row.pending_from.is_none() && !waiting.is_empty() {
        row.pending_from = row.recorded_at;
    }
}

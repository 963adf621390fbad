//! Which commit of a source left its version behind.
//!
//! Not each commit that touches a source makes a version wait: the policy may pass over cosmetic
//! changes, and a change may be taken back. So the source is read as it stood at each commit since
//! the accept, from the newest back, and the version has been behind since the oldest commit in an
//! unbroken run of those at which one of the links that wait today waited already.

use std::collections::BTreeSet;

use crate::cli::workspace::Workspace;
use crate::domain::article::Article;
use crate::domain::change::{ChangeClass, NoTerms};
use crate::domain::document::Document;
use crate::domain::record::Record;
use crate::domain::track::track;
use crate::domain::verdict::Row;
use crate::sources::git::{Change, GitError, Repository};

/// As many commits of one source are read; a source that changed more often since the accept is
/// taken to have been behind all the time.
const MOST_READ: usize = 64;

/// What is known of an outdated version, so that its source's past can be held against it.
pub(super) struct Waiting<'w> {
    workspace: &'w Workspace,
    article: &'w Article,
    record: Record,
    /// The links that wait today; `None`: a unit that no link knows.
    links: BTreeSet<Option<usize>>,
}

impl<'w> Waiting<'w> {
    /// What waits in that row today. `None` where its files can't be read now, or nothing waits.
    pub(super) fn of(workspace: &'w Workspace, row: &'w Row) -> Option<Waiting<'w>> {
        let path = row.source.as_ref()?;
        let article = workspace.pairing.article(&row.article)?;
        let (record, _) =
            workspace.read_record(&workspace.record_path(&row.article, &row.locale)).ok().flatten()?;
        let source = workspace.read_page(article, path).ok()?.document;
        let links = pending(&record, &source, workspace.outdated_from);
        (!links.is_empty()).then_some(Waiting { workspace, article, record, links })
    }

    /// Since when the version has been behind, by the commits of its source (newest first).
    /// `None`: by none of them; it is behind for what is not committed yet.
    pub(super) fn since(
        &self,
        repository: &Repository,
        changes: &[Change],
        largest: u64,
    ) -> Result<Option<i64>, GitError> {
        let mut since = None;
        for change in changes.iter().take(MOST_READ) {
            let Some(bytes) = repository.content_at(&change.commit, &change.path, largest)? else {
                return Ok(since);
            };
            let format = self.workspace.format(&self.article.collection, &change.path);
            let source = self.workspace.reader(self.article).read(format, bytes).document;
            if !self.waited(&source, change.at) {
                return Ok(since);
            }
            since = Some(change.at);
        }
        Ok(changes.last().map(|change| change.at))
    }

    /// Whether one of the links that wait today waited with that source, at that moment. A link
    /// that was accepted later did not.
    fn waited(&self, source: &Document, at: i64) -> bool {
        let then = pending(&self.record, source, self.workspace.outdated_from);
        self.links.intersection(&then).any(|link| {
            let accepted = link.and_then(|link| self.record.links.get(link)).map(|link| link.at.seconds());
            accepted.is_none_or(|accepted| accepted < at)
        })
    }
}

fn pending(record: &Record, source: &Document, from: ChangeClass) -> BTreeSet<Option<usize>> {
    track(record, source, None, &NoTerms).pending(from).iter().map(|pending| pending.link).collect()
}

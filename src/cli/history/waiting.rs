//! Since when versions have waited for their translator, the longest first.
//!
//! The dates are those of commits. One log tells of all versions since when their articles have been
//! there, and of the outdated ones which commits touched their sources since the accept. Which of
//! these commits left a version behind is only read out of git for the versions at the head of the
//! list: the oldest commit that may have is a bound that the answer can't pass, so a version whose
//! bound comes after all those shown need not be looked at.

use std::collections::BTreeSet;

use super::{Age, Asked, History, Told, of_git, waits_since};
use crate::cli::error::Failure;
use crate::cli::workspace::Workspace;
use crate::domain::date::Date;
use crate::domain::verdict::{Row, Verdict};
use crate::reports::report::{Since, Waiting};
use crate::sources::git::{GitError, Repository};

/// Of so many versions the sources' past is read. Where that is not enough for the head of the list,
/// the bound is shown as what it is.
const MOST_READ: usize = 50;

/// The rows with the time since when they have waited, longest first; what is not dated comes last,
/// the oldest articles first. The first `shown` are exact. Tells too whether there is a history at all.
pub fn waiting<'r>(
    workspace: &Workspace,
    rows: Vec<&'r Row>,
    shown: usize,
) -> Result<(Vec<Waiting<'r>>, bool), Failure> {
    if rows.is_empty() {
        return Ok((Vec::new(), true));
    }
    let repository = match Repository::find(&workspace.root) {
        Ok(repository) => repository,
        Err(GitError::NoGit | GitError::NotARepository) => return Ok((by_record(rows), false)),
        Err(error) => return Err(of_git(&error)),
    };
    let asked: Vec<Asked<'_>> = rows.iter().copied().filter_map(Asked::of).collect();
    let history = History::of(workspace, &repository, &asked)?;
    let mut answers: Vec<Answer> = rows
        .iter()
        .map(|row| match Asked::of(row) {
            None => Answer::Known(Since::Unknown),
            Some(asked) if asked.is_outdated => match history.told(workspace, row) {
                Told::Age(age) => Answer::Known(since(&age)),
                Told::OneOf { oldest } => Answer::OneOf { oldest },
            },
            Some(asked) => Answer::Known(since(&history.of_article(&asked))),
        })
        .collect();
    let mut queue: BTreeSet<(Rank, usize)> =
        answers.iter().zip(&rows).enumerate().map(|(at, (answer, row))| (answer.rank(row), at)).collect();
    let (mut order, mut read) = (Vec::with_capacity(rows.len()), 0);
    while let Some((_, at)) = queue.pop_first() {
        let (Some(row), Some(answer)) = (rows.get(at), answers.get_mut(at)) else { continue };
        if let Answer::OneOf { oldest } = answer {
            let exact = order.len() < shown && read < MOST_READ;
            read += usize::from(exact);
            *answer = Answer::Known(match exact {
                true => since(&history.of_change(workspace, &repository, row)?),
                false if *oldest == i64::MIN => Since::Longer(None),
                false => Since::NotBefore(*oldest),
            });
            queue.insert((answer.rank(row), at));
        } else if let Answer::Known(since) = answer {
            order.push(Waiting { row, since: *since });
        }
    }
    Ok((order, true))
}

/// The same by the records alone: all they know is when the version was last in step.
pub fn by_record(rows: Vec<&Row>) -> Vec<Waiting<'_>> {
    let since = |row: &Row| match waits_since(row).filter(|_| row.verdict == Verdict::Outdated) {
        Some(accepted) => Since::NotBefore(accepted),
        None => Since::Unknown,
    };
    let mut all: Vec<Waiting<'_>> = rows.into_iter().map(|row| Waiting { row, since: since(row) }).collect();
    all.sort_by_key(|waiting| rank(waiting.since, waiting.row));
    all
}

/// What is known of one row.
enum Answer {
    Known(Since),
    /// One of several commits left it behind, and this is the moment of the oldest.
    OneOf {
        oldest: i64,
    },
}

/// Where a row stands in the list: dated ones first, then by the moment, then by the article's date.
type Rank = (u8, i64, bool, Option<Date>);

impl Answer {
    fn rank(&self, row: &Row) -> Rank {
        match self {
            Answer::Known(since) => rank(*since, row),
            Answer::OneOf { oldest } => rank(Since::NotBefore(*oldest), row),
        }
    }
}

fn rank(since: Since, row: &Row) -> Rank {
    let (class, at) = match since {
        // Older than all that is known.
        Since::Longer(None) => (0, i64::MIN),
        Since::Commit(at) | Since::NotBefore(at) | Since::Longer(Some(at)) => (0, at),
        Since::Uncommitted => (1, 0),
        Since::Unknown => (2, 0),
    };
    (class, at, row.date.is_none(), row.date)
}

fn since(age: &Age) -> Since {
    match (age.since, age.too_short) {
        (since, true) => Since::Longer(since),
        (Some(since), false) => Since::Commit(since),
        (None, false) => Since::Uncommitted,
    }
}

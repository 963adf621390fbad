//! One article: what becomes of each unit, the file and the record as they are to be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::intake::Work;
use crate::cli::commands::pull::gather::{foreign, own, record};
use crate::cli::commands::pull::help::of_terms;
use crate::cli::error::{Failure, Message};
use crate::cli::ui::Ui;
use crate::cli::workspace::{ArticleView, LocaleView, Workspace, look_over};
use crate::cli::worth::FailOn;
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::change::NoTerms;
use crate::domain::document::{BlockKind, Document, Encoding};
use crate::domain::finding::{Finding, Severity};
use crate::domain::inline::{Broken, Inline};
use crate::domain::locale::Locale;
use crate::domain::package::UnitKey;
use crate::domain::package::build::Version;
use crate::domain::package::compose::{Composed, Frame};
use crate::domain::package::out::What;
use crate::domain::package::take::{Back, Here, Kept, Outcome, Refusal, Taken, take};
use crate::domain::qa::{ArgName, Problem, finding};
use crate::domain::record::{LinkState, Record, Timestamp};
use crate::domain::track::{AcceptError, Acceptance, Told, Tracking, Untranslated, accept_told, track};
use crate::formats::Format;
use crate::messages::Value;
use crate::reports::findings::message;
use crate::reports::wording;
use crate::sources::files;
use crate::sources::fingerprint::fingerprint;
use crate::sources::ledger::syntax;
use crate::sources::out::Found;
use crate::sources::step::Expected;

/// How work is taken.
pub struct How<'h> {
    /// Who did it.
    pub by: &'h str,
    /// When it is taken.
    pub at: Timestamp,
    /// From which severity on a finding keeps it from being taken.
    pub fail_on: FailOn,
}

/// A file as it is to be.
pub struct File {
    /// Where.
    pub path: TreePath,
    /// What it is to hold.
    pub bytes: Vec<u8>,
    /// What it holds.
    pub expected: Expected,
}

/// What becomes of an article.
pub struct Planned {
    /// The package.
    pub found: Arc<Found>,
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// The file of its version.
    pub target: Option<TreePath>,
    /// Whether that file is new.
    pub is_new: bool,
    /// Its units.
    pub backs: Vec<Back>,
    /// How many units of the package that are still to be done did not come back.
    pub absent: usize,
    /// The files that change.
    pub files: Vec<File>,
    /// What was found in units that are taken all the same, by their place among `backs`.
    pub told: Vec<(usize, Finding, Message)>,
}

/// Plans one article; what is wrong with its units goes to `wrong`.
pub fn plan(
    workspace: &Workspace,
    work: &Work,
    how: &How<'_>,
    ui: &Ui,
    wrong: &mut Vec<Message>,
) -> Result<Planned, Failure> {
    let locale = &work.found.out.target;
    let mut planned = Planned {
        found: Arc::clone(&work.found),
        article: work.job.article.clone(),
        locale: locale.clone(),
        target: None,
        is_new: false,
        backs: Vec::new(),
        absent: 0,
        files: Vec::new(),
        told: Vec::new(),
    };
    let first = work.job.units.first().map_or(1, |unit| unit.line).to_string();
    let at_file = |id: &str| {
        Message::new(id)
            .with("path", work.file(0))
            .with("line", first.as_str())
            .showing("article", &work.job.article)
    };
    let pairing = workspace.pairing_of(&work.job.article, locale);
    let (Some(article), Some(pairing)) = (workspace.pairing.article(&work.job.article), pairing) else {
        wrong.push(at_file("push-no-article"));
        return Ok(planned);
    };
    let view = ArticleView::read(workspace, article);
    let seen = LocaleView::read(workspace, &view, locale, &pairing.status);
    if let Some(trouble) = &seen.row.trouble {
        wrong.push(wording::trouble_message(trouble));
        return Ok(planned);
    }
    let Some(source) = seen.source else {
        wrong.push(at_file("push-no-source"));
        return Ok(planned);
    };
    let Some(target) = seen.row.target.clone() else {
        wrong.push(at_file("push-no-target"));
        return Ok(planned);
    };
    planned.target = Some(target.clone());
    let version = own(&seen, article);
    let document = version.map(|version| &version.page.document);
    let old = record(&seen, article, source.path, &target);
    let tracking = track(&old, &source.page.document, document, &NoTerms);
    let format = workspace.format(&article.collection, &target);
    let apart = |kind: BlockKind, text: &str| format.inline(kind, text);
    // A title in the front matter is a value, not markup.
    let title = source.page.document.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let is_value =
        title.is_some_and(|title| source.page.document.meta.get("title") == Some(title.text.as_str()));
    let spell = |kind: BlockKind, pieces: &[Inline]| {
        let kind = if is_value && kind == BlockKind::Title { BlockKind::Meta } else { kind };
        format.written(kind, pieces)
    };
    let others = version.map(|version| foreign(version, locale)).unwrap_or_default();
    let units = Version {
        source: &source.page.document,
        target: document,
        record: &old,
        tracking: &tracking,
        foreign: &others,
        unrecorded_too: true,
        threshold: workspace.outdated_from,
        apart: &apart,
    }
    .work()
    .units;
    let one_language = article.source_locale.language() == locale.language();
    let here = Here { units: &units, record: &old, apart: &apart, spell: &spell, one_language };
    planned.backs = take(&here, &work.found.out, &work.job);
    let came: BTreeSet<UnitKey> = planned.backs.iter().map(|back| back.key).collect();
    let own = work.found.out.units.iter().filter(|unit| unit.article == work.job.article);
    let waits = |what: &What| matches!(what, What::Open(sent) if sent.taken.is_none());
    planned.absent = own.filter(|unit| waits(&unit.what) && !came.contains(&unit.key)).count();
    let unit_line = |number: usize, line: usize, id: &str| {
        Message::new(id).with("path", work.file(number)).with("line", line.to_string())
    };
    // The number of each unit among those of the files, for its file's name.
    let numbers: BTreeMap<(UnitKey, usize), usize> =
        work.job.units.iter().enumerate().map(|(number, unit)| ((unit.key, unit.line), number)).collect();
    let number_of = |back: &Back| numbers.get(&(back.key, back.line)).copied().unwrap_or(0);
    for back in &planned.backs {
        if let Outcome::Refused(refusal) = &back.what {
            let said = |id: &str| unit_line(number_of(back), back.line, id).showing("unit", back.key);
            wrong.push(match refusal {
                Refusal::NotOurs => said("push-not-our-unit").showing("package", &work.found.out.name),
                Refusal::Twice(line) => said("push-twice").with("other", line.to_string()),
                Refusal::Codes(broken) => said("push-codes").with("why", codes(broken)),
                Refusal::Unwritable => said("push-unwritable"),
            });
        }
    }
    let taken: Vec<(usize, &Taken)> = planned
        .backs
        .iter()
        .enumerate()
        .filter_map(|(at, back)| match &back.what {
            Outcome::Taken(taken) => Some((at, taken.as_ref())),
            _ => None,
        })
        .collect();
    if taken.is_empty() {
        return Ok(planned);
    }
    let read = |bytes: Vec<u8>| {
        workspace.reader(article).read(workspace.format(&article.collection, &target), bytes).document
    };
    let format = workspace.format(&article.collection, &target);
    let skeleton = skeleton(&source.page.document, format, locale, &read);
    let frame = Frame {
        source: &source.page.document,
        target: document.unwrap_or(&skeleton),
        is_skeleton: document.is_none(),
        tracking: &tracking,
        read: &read,
    };
    let reason = ui.get("push-kept-reason", &[("package", Value::text(&work.found.out.name))]);
    let make = |active: &[(usize, &Taken)]| {
        let list: Vec<&Taken> = active.iter().map(|(_, taken)| *taken).collect();
        let composed = frame.compose(&list);
        let new = recorded(&old, &composed, &list, how, &reason);
        (composed, new)
    };
    let (mut composed, mut new) = make(&taken);
    let mut refused = BTreeSet::new();
    let mut units = Vec::new();
    for ((at, taken), told) in taken.iter().zip(&composed.told) {
        let Some(back) = planned.backs.get(*at) else { continue };
        match told {
            Some(told) => units.push((*at, lines(&composed.document, told), *taken)),
            None => {
                refused.insert(*at);
                let what = unit_line(number_of(back), back.line, "push-unheld");
                wrong.push(what.showing("unit", back.key).showing("target", &target));
            }
        }
    }
    let over = track(&new, &composed.as_sent, Some(&composed.document), &NoTerms);
    let checked = Checked { workspace, article, locale, source: source.path, target: &target };
    for (at, finding) in checked.findings(&composed, &new, &over, &units) {
        let Some(back) = planned.backs.get(at) else { continue };
        let what = unit_line(number_of(back), back.line, "push-finding").showing("unit", back.key);
        let what = what.with("finding", message(&finding, &ui.messages));
        if how.fail_on.takes(finding.severity) {
            wrong.push(what);
            refused.insert(at);
        } else if finding.severity > Severity::Hint {
            planned.told.push((at, finding, what));
        }
    }
    if !refused.is_empty() {
        // The rest alone, for --partial.
        let rest: Vec<(usize, &Taken)> =
            taken.iter().filter(|(at, _)| !refused.contains(at)).copied().collect();
        (composed, new) = make(&rest);
    }
    planned.is_new = document.is_none();
    let before = document.map(|document| fingerprint(document.bytes()));
    let changed = document.is_none_or(|document| document.bytes() != composed.bytes);
    if changed && composed.told.iter().any(Option::is_some) {
        let stale = |path: &TreePath| {
            workspace.stamp(path).is_some()
                && files::stamp(&workspace.root, path).ok() != workspace.stamp(path)
        };
        if stale(&target) || stale(source.path) {
            wrong.push(Message::new("step-changed").showing("path", &target));
            return Ok(planned);
        }
        planned.files.push(File {
            path: target,
            bytes: composed.bytes,
            expected: before.map_or(Expected::Absent, Expected::Holds),
        });
    }
    if seen.record.as_ref() != Some(&new) && !new.links.is_empty() {
        planned.files.push(File {
            path: seen.record_path.clone(),
            bytes: syntax::write(&new).into_bytes(),
            expected: seen.record_fingerprint.map_or(Expected::Absent, Expected::Holds),
        });
    }
    planned.told.retain(|(at, ..)| !refused.contains(at));
    for at in refused {
        if let Some(back) = planned.backs.get_mut(at) {
            back.what = Outcome::Refused(Refusal::Unwritable);
        }
    }
    Ok(planned)
}

/// The source's file as the first form of a target: in UTF-8, whatever it is in itself, and of the
/// target's language where the format tells it.
fn skeleton(
    source: &Document,
    format: &dyn Format,
    locale: &Locale,
    read: &dyn Fn(Vec<u8>) -> Document,
) -> Document {
    let bytes = source.bytes();
    let text = match source.encoding {
        Encoding::Utf8 => bytes.to_vec(),
        _ => source.text_of(0..bytes.len()).trim_start_matches('\u{feff}').as_bytes().to_vec(),
    };
    let text = format.in_locale(text, locale);
    if text == bytes {
        return source.clone();
    }
    let document = read(text);
    if document.blocks.len() == source.blocks.len() { document } else { source.clone() }
}

/// The lines of a unit's target in the new file.
fn lines(document: &Document, told: &Told) -> Vec<std::ops::Range<usize>> {
    let blocks = told.target.iter().filter_map(|at| document.blocks.get(*at));
    blocks.map(|block| block.line..block.line + block.text.matches('\n').count() + 1).collect()
}

/// The record after the units are accepted.
fn recorded(old: &Record, composed: &Composed, units: &[&Taken], how: &How<'_>, reason: &str) -> Record {
    let mut record = old.clone();
    for reviewed in [false, true] {
        let pairs = units.iter().zip(&composed.told).filter(|(unit, _)| unit.reviewed == reviewed);
        let mut pairs: Vec<Told> = pairs.filter_map(|(_, told)| told.clone()).collect();
        if !reviewed {
            pairs.extend(composed.copied.iter().cloned());
        }
        if pairs.is_empty() {
            continue;
        }
        let state = if reviewed { LinkState::Reviewed } else { LinkState::Translated };
        let mut acceptance = Acceptance {
            state,
            reason: None,
            by: how.by.to_owned(),
            at: how.at,
            untranslated: Untranslated::default(),
        };
        let accept = |record: &Record, pairs: &[Told], how: &Acceptance| {
            accept_told(record, &composed.as_sent, &composed.document, pairs, how, &NoTerms)
        };
        let waiting = match accept(&record, &pairs, &acceptance) {
            Ok(accepted) => {
                record = accepted.record;
                continue;
            }
            Err(AcceptError::NeedsReason(list)) => list,
            Err(AcceptError::UnknownUnit(_)) => continue,
        };
        // A target that was left as it is although the source changed greatly: the translator says so.
        let asks =
            |told: &&Told| waiting.iter().any(|unit| unit.source.iter().any(|at| told.source.contains(at)));
        let (kept, rest): (Vec<&Told>, Vec<&Told>) = pairs.iter().partition(asks);
        let owned = |list: Vec<&Told>| list.into_iter().cloned().collect::<Vec<_>>();
        if let Ok(accepted) = accept(&record, &owned(rest), &acceptance) {
            record = accepted.record;
        }
        acceptance.reason = Some(reason.to_owned());
        if let Ok(accepted) = accept(&record, &owned(kept), &acceptance) {
            record = accepted.record;
        }
    }
    record
}

/// What the checks are about.
struct Checked<'c> {
    workspace: &'c Workspace,
    article: &'c Article,
    locale: &'c Locale,
    source: &'c TreePath,
    target: &'c TreePath,
}

impl Checked<'_> {
    /// What is found in the units that are taken, with their numbers.
    fn findings(
        &self,
        composed: &Composed,
        record: &Record,
        tracking: &Tracking,
        units: &[(usize, Vec<std::ops::Range<usize>>, &Taken)],
    ) -> Vec<(usize, Finding)> {
        let documents = (&composed.as_sent, &composed.document);
        let looked = look_over(self.workspace, self.article, self.locale, documents, record, tracking);
        let checker = self.workspace.checker(&self.article.source_locale, self.locale);
        let mut found = Vec::new();
        for (at, ranges, taken) in units {
            // The cells of a row share its line: a finding is about the one whose words it shows.
            let in_row = taken.sent.iter().any(|(kind, _)| *kind == BlockKind::TableCell);
            let is_own = |problem: &Problem| {
                let shown = problem.args.iter().filter(|(name, _)| *name == ArgName::Target);
                let mut shown = shown.map(|(_, words)| words.trim_end_matches('…'));
                !in_row || shown.all(|words| taken.says.iter().any(|text| text.contains(words)))
            };
            for problem in looked.problems.iter().filter(|problem| !problem.in_source) {
                let line = problem.line as usize;
                if ranges.iter().any(|range| range.contains(&line)) && is_own(problem) {
                    let one = finding(problem, &self.article.id, self.locale, self.source, self.target);
                    found.push((*at, one));
                }
            }
            if let Some(checker) = checker {
                let source: Vec<&str> = taken.sent.iter().map(|(_, text)| text.as_str()).collect();
                let list = of_terms(checker, &source.join("\n\n"), &taken.says.join("\n\n"), self.target);
                found.extend(list.into_iter().map(|one| (*at, one)));
            }
        }
        found
    }
}

/// What is wrong with the codes of a unit, in words.
fn codes(broken: &[Broken]) -> Value {
    let Some(first) = broken.first() else { return Value::from("") };
    let (id, number) = match first {
        Broken::Missing(number) => ("push-code-missing", number),
        Broken::Twice(number) => ("push-code-twice", number),
        Broken::Unknown(number) => ("push-code-unknown", number),
        Broken::Crossed(number) => ("push-code-crossed", number),
    };
    Value::Nested(Box::new(Message::new(id).with("number", number.to_string())))
}

/// The name of an outcome in JSON and in the ids of messages.
pub fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Taken(taken) if taken.reviewed => "reviewed",
        Outcome::Taken(_) => "translated",
        Outcome::Already => "already",
        Outcome::Open => "open",
        Outcome::Source => "source",
        Outcome::Context => "context",
        Outcome::Kept(Kept::Locked, _) => "locked",
        Outcome::Kept(Kept::Gone, _) => "gone",
        Outcome::Conflict(_) => "conflict",
        Outcome::Refused(_) => "refused",
    }
}

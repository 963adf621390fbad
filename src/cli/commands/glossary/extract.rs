//! `cotejo glossary extract`: terms and acronyms that the termbase lacks, from sources and from
//! their translations.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::super::Run;
use super::load;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection::{self, Pick};
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::terms::{is_translated, pairs};
use crate::cli::workspace::{ArticleView, LocaleView, Workspace};
use crate::cli::{filter, trouble};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::extract::acronyms::definitions;
use crate::domain::extract::equivalents::{Bitext, Equivalent, equivalents};
use crate::domain::extract::{Candidate, Words, candidates};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Matcher, Termbase};
use crate::domain::verdict::Trouble;
use crate::messages::{Value, visible};

/// The arguments of `cotejo glossary extract`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE")]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, value_name = "COUNT", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..))]
    least: u16,
    #[arg(long, value_name = "COUNT", default_value_t = 30)]
    limit: usize,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

/// The texts in one source locale, and their translations.
#[derive(Default)]
struct Texts {
    units: Vec<Unit>,
    bitexts: BTreeMap<Locale, Vec<(String, String)>>,
}

/// A unit of a source.
struct Unit {
    text: String,
    article: ArticleId,
    path: TreePath,
    line: usize,
}

/// What was found in one source locale.
struct Found {
    locale: Locale,
    /// Articles that were looked at.
    articles: usize,
    /// Candidates in all, those beyond the limit too.
    all: usize,
    terms: Vec<Term>,
}

/// A candidate with all that is told of it.
struct Term {
    candidate: Candidate,
    articles: usize,
    stands_for: Option<String>,
    path: TreePath,
    line: usize,
    equivalents: Vec<(Locale, Vec<Equivalent>)>,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let termbase = match &args.glossary {
        Some(path) => Some(load::termbase(run, Some(path))?),
        // Without a termbase every term is one that it lacks.
        None if load::of_project(&workspace.root, &workspace.config).is_none() => None,
        None => Some(load::read(&load::tables_of(&workspace.root, &workspace.config)?)?),
    };
    let picks = match args.articles.is_empty() {
        true => selection::all(&workspace, &args.locale)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    let mut by_locale: BTreeMap<Locale, Texts> = BTreeMap::new();
    let mut unread = Vec::new();
    for pick in &picks {
        let texts = by_locale.entry(pick.article.source_locale.clone()).or_default();
        gather(&workspace, pick, texts, &mut unread);
    }
    let found: Vec<Found> = by_locale
        .into_iter()
        .map(|(locale, texts)| extract(locale, &texts, termbase.as_ref(), args))
        .collect();
    for one in &found {
        if stop_words::lookup(one.locale.language()).is_none() {
            ui.warn(&Message::new("extract-no-words").with("locale", one.locale.as_str()));
        }
    }
    match args.format {
        Format::Text => text(&found, ui)?,
        Format::Json => {
            let whole = json!({
                "cotejo": "glossary-extract", "version": 1,
                "locales": found.iter().map(object).collect::<Vec<_>>(),
            });
            ui.line(&serde_json::to_string_pretty(&whole).unwrap_or_default())?;
        }
        Format::Csv => ui.write(&csv(&found).map_err(Failure::output)?)?,
    }
    trouble::ending(&unread)
}

/// Takes in an article's units and those of its translations.
fn gather(workspace: &Workspace, pick: &Pick<'_>, texts: &mut Texts, unread: &mut Vec<Trouble>) {
    let view = ArticleView::read(workspace, pick.article);
    unread.extend(view.troubles.iter().cloned());
    let Some(source) = &view.source else { return };
    texts.units.extend(source.page.document.units().map(|(_, block)| Unit {
        text: block.text.clone(),
        article: pick.article.id.clone(),
        path: source.path.clone(),
        line: block.line,
    }));
    for pairing in &pick.pairings {
        let seen = LocaleView::read(workspace, &view, &pairing.locale, &pairing.status);
        let (Some(source), Some(version)) = (seen.source, seen.version.as_ref()) else { continue };
        if is_translated(seen.row.verdict) && seen.row.wish.is_none() {
            let joined = pairs(seen.tracking.as_ref(), &source.page.document, &version.page.document);
            let bitext = texts.bitexts.entry(pairing.locale.clone()).or_default();
            bitext.extend(joined.into_iter().map(|pair| (pair.source, pair.target)));
        }
    }
}

/// The words of a locale's language.
fn words(locale: &Locale) -> Words {
    let stop = stop_words::lookup(locale.language()).unwrap_or_default();
    Words::new(locale.language(), stop.iter().map(|word| (*word).to_owned()))
}

/// The candidates of one source locale that the termbase lacks, with what is told of them.
fn extract(locale: Locale, texts: &Texts, termbase: Option<&Termbase>, args: &Args) -> Found {
    let own = words(&locale);
    let matcher = termbase.map(|termbase| Matcher::new(termbase, &locale));
    let is_known = |text: &str| {
        let hits = matcher.as_ref().map(|matcher| matcher.find(text)).unwrap_or_default();
        hits.first().is_some_and(|hit| hit.start == 0 && hit.end == text.len())
    };
    let units = || texts.units.iter().map(|unit| unit.text.as_str());
    let mut list = candidates(units(), &own, usize::from(args.least));
    list.retain(|candidate| !is_known(&candidate.words));
    let all = list.len();
    list.truncate(args.limit);
    let mut long_forms: BTreeMap<&str, &str> = BTreeMap::new();
    for definition in units().flat_map(definitions) {
        long_forms.entry(definition.acronym).or_insert(definition.long);
    }
    let mut said: Vec<(Locale, std::vec::IntoIter<Vec<Equivalent>>)> = texts
        .bitexts
        .iter()
        .map(|(target, pairs)| {
            let theirs = words(target);
            let bitext = Bitext { pairs, source: &own, target: &theirs };
            (target.clone(), equivalents(&list, &bitext).into_iter())
        })
        .collect();
    let articles = |units: &[usize]| {
        let mut articles: Vec<&ArticleId> =
            units.iter().filter_map(|at| texts.units.get(*at)).map(|unit| &unit.article).collect();
        articles.dedup();
        articles.len()
    };
    let every: Vec<usize> = (0..texts.units.len()).collect();
    let terms = list
        .into_iter()
        .filter_map(|candidate| {
            let equivalents = said
                .iter_mut()
                .map(|(target, lists)| (target.clone(), lists.next().unwrap_or_default()))
                .filter(|(_, list)| !list.is_empty())
                .collect();
            let unit = texts.units.get(candidate.first.text)?;
            let before = unit.text.get(..candidate.first.range.start).unwrap_or_default();
            Some(Term {
                articles: articles(&candidate.texts),
                stands_for: long_forms.get(candidate.words.as_str()).map(|long| (*long).to_owned()),
                path: unit.path.clone(),
                line: unit.line + before.matches('\n').count(),
                equivalents,
                candidate,
            })
        })
        .collect();
    Found { articles: articles(&every), all, terms, locale }
}

fn text(found: &[Found], ui: &mut Ui) -> Result<(), Failure> {
    for (at, one) in found.iter().enumerate() {
        if at > 0 {
            ui.line("")?;
        }
        let head = ui.get(
            "extract-head",
            &[
                ("count", Value::from(one.all)),
                ("shown", Value::from(one.terms.len())),
                ("articles", Value::from(one.articles)),
                ("locale", Value::from(one.locale.as_str())),
            ],
        );
        ui.line(&ui.paint(Label::Heading, &head))?;
        if !one.terms.is_empty() {
            ui.line(&ui.paint(Label::Dim, &ui.text("extract-columns")))?;
        }
        for term in &one.terms {
            let candidate = &term.candidate;
            let place = format!("{}:{}", visible(term.path.as_str()), term.line);
            let words = visible(&candidate.words);
            ui.line(&format!("{:>7.1} {:>6}  {words}", candidate.value, candidate.count))?;
            if let Some(long) = &term.stands_for {
                ui.line(&format!("{:16}{}", "", visible(long)))?;
            }
            for (locale, list) in &term.equivalents {
                let list: Vec<String> =
                    list.iter().map(|one| format!("{} ({})", visible(&one.words), one.together)).collect();
                ui.line(&format!("{:16}{locale}: {}", "", list.join(" · ")))?;
            }
            ui.line(&ui.paint(Label::Dim, &format!("{:16}{place}", "")))?;
        }
    }
    Ok(())
}

fn object(found: &Found) -> Json {
    let terms: Vec<Json> = found
        .terms
        .iter()
        .map(|term| {
            let said: BTreeMap<&str, Vec<Json>> = term
                .equivalents
                .iter()
                .map(|(locale, list)| {
                    let list = list
                        .iter()
                        .map(|one| json!({"words": one.words, "together": one.together, "dice": rounded(one.dice)}));
                    (locale.as_str(), list.collect())
                })
                .collect();
            json!({
                "words": term.candidate.words,
                "value": rounded(term.candidate.value),
                "count": term.candidate.count,
                "articles": term.articles,
                "acronym": term.candidate.acronym,
                "stands_for": term.stands_for,
                "path": term.path,
                "line": term.line,
                "equivalents": said,
            })
        })
        .collect();
    json!({
        "locale": found.locale, "articles": found.articles, "candidates": found.all, "terms": terms,
    })
}

/// Three places behind the point are more than enough to rank by.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn csv(found: &[Found]) -> std::io::Result<String> {
    let mut targets: Vec<&Locale> =
        found.iter().flat_map(|one| &one.terms).flat_map(|term| &term.equivalents).map(|(l, _)| l).collect();
    targets.sort();
    targets.dedup();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["locale", "term", "value", "count", "articles", "stands_for", "path", "line"];
    writer.write_record(head.into_iter().chain(targets.iter().map(|locale| locale.as_str())))?;
    for one in found {
        for term in &one.terms {
            let candidate = &term.candidate;
            let mut cells = vec![
                one.locale.to_string(),
                candidate.words.clone(),
                rounded(candidate.value).to_string(),
                candidate.count.to_string(),
                term.articles.to_string(),
                term.stands_for.clone().unwrap_or_default(),
                term.path.to_string(),
                term.line.to_string(),
            ];
            cells.extend(targets.iter().map(|target| {
                let said = term.equivalents.iter().find(|(locale, _)| locale == *target);
                let words = said.and_then(|(_, list)| list.first()).map(|one| one.words.clone());
                words.unwrap_or_default()
            }));
            writer.write_record(cells)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

//! `cotejo glossary suggest`: the terms that the translator of an article will need.

use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::super::Run;
use super::load;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection;
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::{ArticleView, Workspace};
use crate::cli::{filter, trouble};
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::termbase::usage::{Suggestion, suggestions};
use crate::domain::termbase::{Status, Termbase};
use crate::messages::{Value, visible};

/// The arguments of `cotejo glossary suggest`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE", required = true)]
    article: String,
    #[arg(value_name = "LOCALE", required = true, value_parser = filter::locale)]
    locale: Locale,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let termbase = load::termbase(run, args.glossary.as_deref())?;
    let locales = [args.locale.clone()];
    let picks = selection::named(&workspace, &run.folder, std::slice::from_ref(&args.article), &locales)?;
    let mut unread = Vec::new();
    let mut articles = Vec::new();
    for (at, pick) in picks.iter().enumerate() {
        let view = ArticleView::read(&workspace, pick.article);
        unread.extend(view.troubles.iter().cloned());
        let Some(source) = &view.source else { continue };
        let texts: Vec<&str> = source.page.document.units().map(|(_, block)| block.text.as_str()).collect();
        let list = suggestions(&termbase, &pick.article.source_locale, &args.locale, &texts);
        let shown = Shown { termbase: &termbase, document: &source.page.document, ui };
        match args.format {
            Format::Json => articles.push(json!({
                "article": pick.article.id,
                "source_locale": pick.article.source_locale,
                "locale": args.locale,
                "path": source.path,
                "terms": list.iter().map(|one| shown.object(one)).collect::<Vec<_>>(),
            })),
            Format::Text => {
                let lines = shown.lines(&list, pick.article.id.as_str());
                if at > 0 {
                    ui.line("")?;
                }
                for line in lines {
                    ui.line(&line)?;
                }
            }
        }
    }
    if args.format == Format::Json {
        let whole = json!({"cotejo": "glossary-suggest", "version": 1, "articles": articles});
        ui.line(&serde_json::to_string_pretty(&whole).unwrap_or_default())?;
    }
    if picks.is_empty() {
        ui.warn(&Message::new("suggest-no-article").showing("locale", &args.locale));
    }
    trouble::ending(&unread)
}

/// What suggestions are shown with.
struct Shown<'s> {
    termbase: &'s Termbase,
    document: &'s Document,
    ui: &'s Ui,
}

impl Shown<'_> {
    /// The line of the source that it stands in first.
    fn line_of(&self, one: &Suggestion) -> Option<usize> {
        let (_, block) = self.document.units().nth(one.unit)?;
        let before = block.text.get(..one.at).unwrap_or_default();
        Some(block.line + before.matches('\n').count())
    }

    fn object(&self, one: &Suggestion) -> Json {
        let concept = self.termbase.concepts().get(one.concept);
        let terms: Vec<Json> = one
            .terms
            .iter()
            .filter_map(|at| self.termbase.terms().get(*at))
            .map(|term| {
                json!({
                    "term": term.text, "locale": term.locale, "status": term.status, "kind": term.kind,
                    "note": term.note,
                })
            })
            .collect();
        json!({
            "concept": concept.map(|concept| concept.id.as_str()),
            "words": one.words,
            "line": self.line_of(one),
            "count": one.count,
            "keep": concept.is_some_and(|concept| concept.keep),
            "definition": concept.map(|concept| concept.definition.as_str()),
            "note": concept.map(|concept| concept.note.as_str()),
            "source": concept.map(|concept| concept.source.as_str()),
            "terms": terms,
        })
    }

    fn lines(&self, list: &[Suggestion], article: &str) -> Vec<String> {
        let ui = self.ui;
        let mut lines = vec![ui.paint(Label::Heading, &visible(article))];
        lines.push(format!("  {}", ui.get("suggest-count", &[("count", Value::from(list.len()))])));
        for one in list {
            let concept = self.termbase.concepts().get(one.concept);
            let id = concept.map(|concept| concept.id.as_str()).unwrap_or_default();
            let place = self.line_of(one).map(|line| line.to_string()).unwrap_or_default();
            lines.push(format!(
                "{place:>5}  {}  {}",
                visible(&one.words),
                ui.paint(Label::Dim, &visible(id))
            ));
            for status in Status::ALL {
                let of = one.terms.iter().filter_map(|at| self.termbase.terms().get(*at));
                let texts: Vec<String> = of
                    .filter(|term| term.status == *status)
                    .map(|term| visible(&term.text).into_owned())
                    .collect();
                if texts.is_empty() {
                    continue;
                }
                let label = match status {
                    Status::Preferred | Status::Admitted => Label::Good,
                    Status::Deprecated => Label::Doubt,
                    Status::Forbidden => Label::Bad,
                };
                let status = ui.paint(label, &ui.text(&format!("term-status-{}", status.name())));
                self.wrapped(&mut lines, &format!("{status}: "), &texts.join(" · "));
            }
            if one.terms.is_empty() {
                lines.push(format!("         {}", ui.text("suggest-none")));
            }
            if let Some(concept) = concept {
                if concept.keep {
                    lines.push(format!("         {}", ui.text("suggest-keep")));
                }
                for text in [&concept.definition, &concept.source].into_iter().filter(|text| !text.is_empty())
                {
                    self.wrapped(&mut lines, "", &visible(text));
                }
            }
        }
        lines
    }

    /// A text below its term, broken at the width of the terminal.
    fn wrapped(&self, lines: &mut Vec<String>, head: &str, text: &str) {
        const INDENT: usize = 9;
        let width = self.ui.width().saturating_sub(INDENT).max(20);
        let mut line = head.to_owned();
        let mut used = head.chars().count();
        for word in text.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + length > width {
                lines.push(format!("{}{}", " ".repeat(INDENT), line.trim_end()));
                (line, used) = (String::new(), 0);
            }
            line.push_str(word);
            line.push(' ');
            used += length + 1;
        }
        lines.push(format!("{}{}", " ".repeat(INDENT), line.trim_end()));
    }
}

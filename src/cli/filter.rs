//! Which articles and locales a command is about: the arguments that several commands share.

use std::collections::BTreeSet;

use globset::{ErrorKind, GlobBuilder, GlobMatcher};

use super::error::{Failure, Message};
use super::ui::Ui;
use super::workspace::Workspace;
use crate::domain::article::{Article, TreePath};
use crate::domain::change::ChangeClass;
use crate::domain::locale::{BadLocale, Locale, NoLocale};
use crate::domain::verdict::{Row, Trouble, Verdict};
use crate::messages::Value;

/// The filters by locale, collection and path.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct FilterArgs {
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "COLLECTION")]
    collection: Vec<String>,
    #[arg(long, value_name = "PATTERN")]
    path: Vec<String>,
}

/// Reads a locale; the error is the id of a message.
pub fn locale(text: &str) -> Result<Locale, String> {
    let id = |bad: BadLocale| match bad.why {
        NoLocale::NoTag => "bad-locale",
        NoLocale::Undetermined => "bad-locale-undetermined",
        NoLocale::PrivateOnly => "bad-locale-private",
        NoLocale::Extended => "bad-locale-extended",
    };
    text.parse().map_err(|bad| id(bad).to_owned())
}

/// Reads a verdict's name; the error is the id of a message.
pub fn verdict(text: &str) -> Result<Verdict, String> {
    Verdict::from_name(text).ok_or_else(|| "bad-verdict".to_owned())
}

/// Reads a change class's name; the error is the id of a message.
pub fn class(text: &str) -> Result<ChangeClass, String> {
    ChangeClass::from_name(text).ok_or_else(|| "bad-class".to_owned())
}

/// The filters, checked against what the project has.
pub struct Filter {
    locales: Vec<Locale>,
    collections: Vec<String>,
    paths: Vec<(String, GlobMatcher)>,
}

impl FilterArgs {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.locale.is_empty() && self.collection.is_empty() && self.path.is_empty()
    }

    /// Whether nothing but locales is filtered.
    pub fn is_of_locales_only(&self) -> bool {
        self.collection.is_empty() && self.path.is_empty()
    }

    /// Whether versions in that locale are among those asked for.
    pub fn takes_locale(&self, locale: &Locale) -> bool {
        self.locale.is_empty() || self.locale.contains(locale)
    }

    /// The locales that are named.
    pub fn locales(&self) -> &[Locale] {
        &self.locale
    }

    /// The filter for a project.
    pub fn for_project(&self, workspace: &Workspace) -> Result<Filter, Failure> {
        let collections: Vec<&str> =
            workspace.config.collections.iter().map(|collection| collection.name.as_str()).collect();
        let locales: Vec<Locale> = workspace.config.locales().cloned().collect();
        self.build(&locales, &collections)
    }

    /// The filter for a project with those target locales and collections. A locale or a
    /// collection that the project lacks is an error: a filter that can match nothing is a slip.
    pub fn build(&self, targets: &[Locale], collections: &[&str]) -> Result<Filter, Failure> {
        let list = |names: Vec<String>| names.join(", ");
        if let Some(other) = self.locale.iter().find(|locale| !targets.contains(locale)) {
            let known = list(targets.iter().map(ToString::to_string).collect());
            return Err(Failure::new(Message::new("filter-locale").showing("locale", other))
                .hint(Message::new("filter-known").with("known", known)));
        }
        if let Some(other) = self.collection.iter().find(|name| !collections.contains(&name.as_str())) {
            let known = list(collections.iter().map(|name| (*name).to_owned()).collect());
            return Err(Failure::new(Message::new("filter-collection").with("collection", other.as_str()))
                .hint(Message::new("filter-known").with("known", known)));
        }
        let read = |text: &String| Ok((text.clone(), pattern(text)?));
        let paths = self.path.iter().map(read).collect::<Result<_, Failure>>()?;
        Ok(Filter { locales: self.locale.clone(), collections: self.collection.clone(), paths })
    }
}

/// A path pattern: `*` within a folder, `**` across folders; a folder's name stands for all in it.
pub fn pattern(text: &str) -> Result<GlobMatcher, Failure> {
    let bare = text.trim_start_matches("./").trim_end_matches('/');
    let whole = match bare.contains(['*', '?', '[', '{']) {
        true => bare.to_owned(),
        false => format!("{{{bare},{bare}/**}}"),
    };
    GlobBuilder::new(&whole).literal_separator(true).build().map(|glob| glob.compile_matcher()).map_err(
        |error| {
            let why = match error.kind() {
                ErrorKind::UnclosedClass => "glob-class",
                ErrorKind::InvalidRange(..) => "glob-range",
                ErrorKind::UnopenedAlternates | ErrorKind::UnclosedAlternates => "glob-alternates",
                ErrorKind::DanglingEscape => "glob-escape",
                _ => "glob-other",
            };
            Failure::new(
                Message::new("filter-pattern").with("pattern", text).with("why", Value::Message(why)),
            )
        },
    )
}

/// What a row goes by: the article's id, its source, its target.
fn names(row: &Row) -> impl Iterator<Item = &str> {
    let paths = row.source.iter().chain(&row.target).map(TreePath::as_str);
    std::iter::once(row.article.as_str()).chain(paths)
}

impl Filter {
    /// Whether a row is asked for. A path pattern may match the article's id, its source or its target.
    pub fn takes(&self, row: &Row) -> bool {
        self.takes_locale(&row.locale) && self.takes_any(&row.collection, names(row))
    }

    /// Whether something of that collection is asked for that goes by any of these ids and paths.
    pub fn takes_any<'t>(&self, collection: &str, mut texts: impl Iterator<Item = &'t str>) -> bool {
        (self.collections.is_empty() || self.collections.iter().any(|name| name == collection))
            && (self.paths.is_empty() || texts.any(|text| self.fits(text)))
    }

    fn fits(&self, text: &str) -> bool {
        self.paths.iter().any(|(_, glob)| glob.is_match(text))
    }

    /// For a gate, which must not pass because it looked at nothing: the path patterns have to fit
    /// something of the project, whatever its collection and locale. That none does is an error; one
    /// of several that does not is warned of.
    pub fn check_paths(&self, rows: &[Row], problems: &[Trouble], ui: &mut Ui) -> Result<(), Failure> {
        let idle: Vec<&str> = self
            .paths
            .iter()
            .filter(|(_, glob)| {
                !rows.iter().any(|row| names(row).any(|text| glob.is_match(text)))
                    && !problems.iter().any(|problem| glob.is_match(problem.path.as_str()))
            })
            .map(|(text, _)| text.as_str())
            .collect();
        let message = |text: &&str| Message::new("filter-path").with("pattern", *text);
        if !idle.is_empty() && idle.len() == self.paths.len() {
            let failure = Failure::many(idle.iter().map(message).collect());
            return Err(failure.hint(Message::new("filter-path-hint")));
        }
        idle.iter().for_each(|text| ui.warn(&message(text)));
        Ok(())
    }

    /// Where nothing is shown: says why, and what there is. `by_more`: the command chose by more than
    /// this filter does.
    pub fn say_nothing(&self, workspace: &Workspace, by_more: bool, ui: &mut Ui) {
        if self.locales.is_empty() && self.collections.is_empty() && self.paths.is_empty() && !by_more {
            return;
        }
        let pairing = &workspace.pairing;
        let goes_by = |article: &Article| -> Vec<String> {
            let files = article.source.iter().chain(&article.pages).chain(&article.targets);
            std::iter::once(article.id.to_string()).chain(files.map(|file| file.path.to_string())).collect()
        };
        let asked = |article: &&Article| {
            let names = goes_by(article);
            self.takes_any(&article.collection, names.iter().map(String::as_str))
        };
        let articles: Vec<&Article> = pairing.articles.iter().filter(asked).collect();
        let idle = self.paths.iter().filter(|(_, glob)| {
            !pairing.articles.iter().any(|article| goes_by(article).iter().any(|name| glob.is_match(name)))
        });
        let mut said = false;
        for (text, _) in idle {
            ui.warn(&Message::new("filter-path").with("pattern", text.as_str()));
            said = true;
        }
        let own: BTreeSet<&Locale> = articles.iter().map(|article| &article.source_locale).collect();
        if said {
            ui.note(&Message::new("filter-path-hint"));
        } else if !self.locales.is_empty() && self.locales.iter().all(|locale| own.contains(locale)) {
            let list = |locales: Vec<&Locale>| {
                locales.into_iter().map(Locale::as_str).collect::<Vec<_>>().join(", ")
            };
            let others = workspace.config.locales().filter(|locale| !self.locales.contains(locale)).collect();
            let message =
                Message::new("filter-nothing-locale").with("locales", list(self.locales.iter().collect()));
            ui.warn(&message.with("known", list(others)));
        } else {
            ui.warn(&Message::new("filter-nothing"));
        }
    }

    /// Whether only some locales are asked for.
    pub fn names_locales(&self) -> bool {
        !self.locales.is_empty()
    }

    /// Whether a file or folder is asked for by its path.
    pub fn takes_path(&self, path: &str) -> bool {
        self.paths.is_empty() || self.fits(path)
    }

    /// Whether a locale is asked for.
    pub fn takes_locale(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

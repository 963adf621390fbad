//! `cotejo pull`: pending work out to a translator's tool.
//!
//! What waits is chosen by the rows, the most urgent first (`choose`), taken apart into units
//! (`gather`) and given what helps to translate it (`help`). The files are written, and what is in
//! them is kept under `.cotejo/out`, so that it is known who has what, and what comes back can be told
//! from what was sent.

mod choose;
pub mod gather;
pub mod help;
mod omegat;
mod release;
mod show;
mod words;

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::Run;
use super::accept::by;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter::{self, FilterArgs};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::domain::article::ArticleId;
use crate::domain::date::Date;
use crate::domain::locale::Locale;
use crate::domain::package::out::{Out, OutUnit, What};
use crate::domain::package::{Package, PackageName};
use crate::domain::record::Timestamp;
use crate::domain::text::UnitHash;
use crate::domain::verdict::Verdict;
use crate::interchange::work::{self, WorkFormat};
use crate::sources::handout;
use crate::sources::out::{self, Found};
use crate::sources::step::{self, Expected, Step};
use gather::Handed;

/// The arguments of `cotejo pull`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE", conflicts_with = "release")]
    articles: Vec<String>,
    #[command(flatten)]
    filter: FilterArgs,
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = filter::verdict)]
    verdict: Vec<Verdict>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    since: Option<Date>,
    #[arg(long, value_name = "NUMBER", value_parser = words_of)]
    words: Option<u32>,
    #[arg(long, value_name = "PATH")]
    traffic: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "xliff")]
    format: Format,
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[arg(long)]
    per_article: bool,
    #[arg(long)]
    only_pending: bool,
    #[arg(long = "for", value_name = "NAME")]
    holder: Option<String>,
    #[arg(long)]
    again: bool,
    #[arg(long)]
    count: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    counts: Counts,
    #[arg(long, value_name = "PACKAGE", value_parser = package)]
    release: Option<PackageName>,
}

/// The format of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Xliff,
    Xliff2,
    Po,
    Html,
    Markdown,
    Json,
    Omegat,
}

impl Format {
    fn of_files(self) -> WorkFormat {
        match self {
            Format::Xliff | Format::Omegat => WorkFormat::Xliff,
            Format::Xliff2 => WorkFormat::Xliff2,
            Format::Po => WorkFormat::Po,
            Format::Html => WorkFormat::Html,
            Format::Markdown => WorkFormat::Markdown,
            Format::Json => WorkFormat::Json,
        }
    }
}

/// The format of the word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Counts {
    Text,
    Csv,
    Json,
}

impl Args {
    /// Whether all that waits in the locale is asked for.
    fn takes_all(&self) -> bool {
        self.articles.is_empty()
            && self.verdict.is_empty()
            && self.since.is_none()
            && self.filter.is_of_locales_only()
    }
}

/// Reads how many words are to be handed out; the error is the id of a message.
fn words_of(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|words| *words > 0).ok_or_else(|| "bad-words".to_owned())
}

/// Reads a day; the error is the id of a message.
fn day(text: &str) -> Result<Date, String> {
    let day: jiff::civil::Date = text.parse().map_err(|_| "bad-day".to_owned())?;
    let (month, day_of_month) = (u8::try_from(day.month()), u8::try_from(day.day()));
    match (month, day_of_month) {
        (Ok(month), Ok(day_of_month)) => Ok(Date { year: day.year(), month, day: day_of_month }),
        _ => Err("bad-day".to_owned()),
    }
}

/// Reads a package's name; the error is the id of a message.
pub fn package(text: &str) -> Result<PackageName, String> {
    text.parse().map_err(|_| "bad-package".to_owned())
}

/// A package with what it was made of.
struct Made {
    package: Package,
    out: Out,
    handed: Vec<Handed>,
    counts: words::Table,
    files: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    if let Some(name) = &args.release {
        return release::run(run, ui, name);
    }
    let workspace = match args.count {
        true => Workspace::open(run, ui)?,
        false => Workspace::open_for_writing(run, ui, "pull")?,
    };
    let locale = locale(&workspace, &args.filter)?;
    if workspace.has_bad_termbase() {
        ui.warn(&Message::new("terms-bad"));
    }
    let names_none = workspace.config.memory.files.is_empty();
    if !names_none && crate::cli::workspace::memory_files(&workspace).is_empty() {
        ui.warn(&Message::new("memory-no-files"));
    }
    let outs = out::list(&workspace.root, &locale).map_err(trouble::of_out)?;
    let (chosen, strange) = choose::rows(&workspace, run, args, &locale)?;
    if !strange.is_empty() {
        let first = strange.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
        ui.note(&Message::new("pull-strange").with("count", strange.len()).with("first", first));
    }
    let gathered = gather::gather(&workspace, chosen, &outs, args)?;
    let at = Timestamp::from_seconds(run.now).ok_or_else(|| Failure::new(Message::new("accept-bad-now")))?;
    let by = by(run, &workspace, None);
    let mut made = Vec::new();
    for mut handed in by_source(gathered.handed) {
        let Some(source) = handed.first().map(|one| one.source_locale.clone()) else { continue };
        let memory = crate::cli::workspace::memory(&workspace, &source, &locale)?;
        help::fill(&workspace, &mut handed, &memory, &locale, &ui.messages)?;
        let counts = words::count(&handed, &memory, &source);
        if args.only_pending {
            handed.iter_mut().for_each(|one| one.units.retain(|built| built.unit.todo.is_open()));
        }
        let holder = args.holder.as_deref().map(str::trim).unwrap_or_default();
        let name = name(&handed, &locale, at, holder, &outs);
        let units = handed.iter().flat_map(|one| one.units.iter().map(|built| kept(&one.job.article, built)));
        let out = Out {
            name: name.clone(),
            source: source.clone(),
            target: locale.clone(),
            holder: holder.to_owned(),
            by: by.clone(),
            at,
            released: None,
            units: units.collect(),
        };
        let package =
            Package { name, source, target: locale.clone(), jobs: handed.iter().map(Handed::job).collect() };
        made.push(Made { package, out, handed, counts, files: Vec::new() });
    }
    if !args.count {
        write(run, &workspace, ui, args, &mut made)?;
    }
    show::show(&made, &gathered.said, &outs, args, ui)?;
    trouble::ending(&gathered.unread)
}

/// The one locale that work is asked for in.
fn locale(workspace: &Workspace, filter: &FilterArgs) -> Result<Locale, Failure> {
    filter.for_project(workspace)?;
    let all: Vec<&Locale> = workspace.config.targets.iter().collect();
    match (filter.locales(), all.as_slice()) {
        // Articles of one collection may be written in what others are translated to.
        ([one], _)
            if workspace.pairing.pairings.iter().all(|pairing| pairing.locale != *one)
                && workspace.pairing.articles.iter().any(|article| article.source_locale == *one) =>
        {
            let known: Vec<String> = all.iter().map(ToString::to_string).collect();
            Err(Failure::new(Message::new("pull-source-locale").with("locale", one.to_string()))
                .hint(Message::new("filter-known").with("known", known.join(", "))))
        }
        ([one], _) => Ok(one.clone()),
        ([], [one]) => Ok((*one).clone()),
        _ => {
            let known: Vec<String> = all.iter().map(ToString::to_string).collect();
            Err(Failure::new(Message::new("pull-one-locale"))
                .hint(Message::new("filter-known").with("known", known.join(", "))))
        }
    }
}

/// The articles by the locale they are written in, each list in its order.
fn by_source(handed: Vec<Handed>) -> Vec<Vec<Handed>> {
    let mut lists: Vec<Vec<Handed>> = Vec::new();
    for one in handed {
        let own = |list: &&mut Vec<Handed>| {
            list.first().is_some_and(|first| first.source_locale == one.source_locale)
        };
        match lists.iter_mut().find(own) {
            Some(list) => list.push(one),
            None => lists.push(vec![one]),
        }
    }
    lists
}

/// A name that no other package has: the locale, the day, and a hash of what is in it, so that two
/// branches that hand out different work on one day name it differently.
fn name(handed: &[Handed], locale: &Locale, at: Timestamp, holder: &str, outs: &[Found]) -> PackageName {
    let mut seed = format!("{at}\n{holder}\n");
    for one in handed {
        seed.push_str(one.job.article.as_str());
        for built in one.units.iter().filter(|built| built.unit.todo.is_open()) {
            seed.push_str(&format!("\n{}", built.unit.key));
        }
    }
    let day = jiff::Timestamp::from_second(at.seconds())
        .map(|moment| moment.to_zoned(TimeZone::UTC).strftime("%Y%m%d").to_string())
        .unwrap_or_default();
    // A tag has no more than letters of ASCII, digits and hyphens; a long one is cut.
    let tag: String = locale.as_str().chars().take(35).collect();
    let mut number = 0_u32;
    loop {
        let hash = UnitHash::of(&format!("{seed}\n{number}")).to_string();
        let text = format!("{tag}-{day}-{}", hash.get(..4).unwrap_or_default());
        match text.parse::<PackageName>() {
            Ok(name) if number > 1000 || outs.iter().all(|found| found.out.name != name) => return name,
            Ok(_) => number += 1,
            // Not reached: all of its parts are such as names have.
            Err(_) => return PackageName::from(number),
        }
    }
}

/// A unit as it is kept while it is out.
fn kept(article: &ArticleId, built: &crate::domain::package::build::Built) -> OutUnit {
    let what = match built.unit.todo.is_open() {
        true => What::Open(built.sent()),
        false => What::Locked(
            built.unit.target.as_ref().map(|pieces| UnitHash::of(&crate::domain::inline::written(pieces))),
        ),
    };
    OutUnit { article: article.clone(), key: built.unit.key, what }
}

/// Writes the files and the record of what is out.
fn write(
    run: &Run<'_>,
    workspace: &Workspace,
    ui: &Ui,
    args: &Args,
    made: &mut [Made],
) -> Result<(), Failure> {
    let folder = run.folder.join(args.out.as_deref().unwrap_or(Path::new("")));
    let mut files = Vec::new();
    let mut step = Step::new();
    for made in made.iter_mut() {
        let own = match args.format {
            Format::Omegat => omegat::project(workspace, &made.package, &folder, ui)?,
            format => plain(made, &folder, format.of_files(), args.per_article, ui),
        };
        made.files = own.iter().map(|(path, _)| path.clone()).collect();
        files.extend(own);
        let path = out::path(&made.out.target, &made.out.name);
        step.put(path, out::write(&made.out).into_bytes(), Expected::Absent);
    }
    let Some(lock) = workspace.exclusive().filter(|_| !files.is_empty()) else { return Ok(()) };
    handout::write(workspace.disk(), &files).map_err(|error| {
        let path = error.path.display().to_string();
        Failure::new(
            Message::new("error-write").with("path", path).with("cause", trouble::cause_value(error.cause)),
        )
        .hint(Message::new("pull-write-hint"))
    })?;
    step::commit(&workspace.root, workspace.disk(), lock, step, false).map_err(trouble::of_step)?;
    Ok(())
}

/// The files of a package: one, or one an article.
fn plain(
    made: &Made,
    folder: &Path,
    format: WorkFormat,
    per_article: bool,
    ui: &Ui,
) -> Vec<(PathBuf, Vec<u8>)> {
    let labels = show::labels(ui);
    let (package, end) = (&made.package, format.extension());
    if !per_article {
        let path = folder.join(format!("{}.{end}", package.name));
        return vec![(path, work::write(package, format, &labels))];
    }
    package
        .jobs
        .iter()
        .map(|job| {
            let path = folder.join(package.name.as_str()).join(out::file_of(&job.article, end));
            let alone = Package { jobs: vec![job.clone()], ..package.clone() };
            (path, work::write(&alone, format, &labels))
        })
        .collect()
}

//! `cotejo glossary export`: the termbase in the formats of other tools.
//!
//! What a format can't hold is said, counted by kind, on standard error. To standard output the
//! result streams; a file is written whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::super::Run;
use super::load;
use crate::cli::error::{Exit, Failure, Message, io_cause};
use crate::cli::filter;
use crate::cli::ui::Ui;
use crate::cli::workspace::find_config;
use crate::domain::locale::Locale;
use crate::domain::termbase::Termbase;
use crate::interchange::entry::{Chosen, Unheld, covers};
use crate::interchange::tbx::Version;
use crate::interchange::{csv, deepl, omegat, tbx, terms_write};
use crate::sources::disk::Disk;

/// The arguments of `cotejo glossary export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FORMAT", required = true)]
    format: OutputFormat,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
}

/// The format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    Tbx,
    TbxDct,
    Tbx2,
    Csv,
    Tsv,
    Omegat,
    DeeplCsv,
    DeeplTsv,
    Cotejo,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let termbase = load::termbase(run, args.glossary.as_deref())?;
    let pair = pair(run, args, &termbase)?;
    let chosen = Chosen(args.locale.clone());
    for locale in &args.locale {
        if !termbase.terms().iter().any(|term| covers(locale, &term.locale)) {
            ui.warn(&Message::new("glossary-no-terms").with("locale", locale.to_string()));
        }
    }
    if args.format == OutputFormat::Cotejo {
        return tables(run, args, &termbase, &chosen);
    }
    let write = |out: &mut dyn Write| -> io::Result<Unheld> {
        match (args.format, &pair) {
            (OutputFormat::Tbx, _) => tbx::write(&termbase, &chosen, Version::Dca, out),
            (OutputFormat::TbxDct, _) => tbx::write(&termbase, &chosen, Version::Dct, out),
            (OutputFormat::Tbx2, _) => tbx::write(&termbase, &chosen, Version::Martif, out),
            (OutputFormat::Csv, _) => csv::write(&termbase, &chosen, b',', out),
            (OutputFormat::Tsv, _) => csv::write(&termbase, &chosen, b'\t', out),
            (OutputFormat::Omegat, Some(pair)) => omegat::write(&termbase, pair, out),
            (OutputFormat::DeeplCsv, Some(pair)) => deepl::write(&termbase, pair, b',', out),
            (OutputFormat::DeeplTsv, Some(pair)) => deepl::write(&termbase, pair, b'\t', out),
            _ => Ok(Unheld::default()),
        }
    };
    let unheld = match &args.output {
        None => write(ui.out()).map_err(Failure::output)?,
        Some(path) => {
            let mut bytes = Vec::new();
            let unheld = write(&mut bytes).map_err(Failure::output)?;
            put(run.environment.disk.as_ref(), &run.folder.join(path), path, &bytes)?;
            unheld
        }
    };
    if !unheld.0.is_empty() {
        ui.note(&Message::new("exchange-unheld"));
        for (kind, count) in &unheld.0 {
            let what = ui.get(&format!("exchange-unheld-{kind}"), &[("count", (*count).into())]);
            ui.note(&Message::new("exchange-unheld-line").with("what", what));
        }
    }
    Ok(Exit::Done)
}

/// The two locales of a list of pairs: as named, else the project's source and its one target.
fn pair(run: &Run<'_>, args: &Args, termbase: &Termbase) -> Result<Option<(Locale, Locale)>, Failure> {
    let lists = [OutputFormat::Omegat, OutputFormat::DeeplCsv, OutputFormat::DeeplTsv];
    if !lists.contains(&args.format) {
        return Ok(None);
    }
    if let Some(pair) = omegat::two(&Chosen(args.locale.clone())) {
        return Ok(Some(pair));
    }
    if args.locale.is_empty()
        && let Some(found) = find_config(&run.folder)?
    {
        let source = found.config.source.clone();
        let mut others = found.config.locales().filter(|locale| **locale != source);
        if let (Some(target), None) = (others.next(), others.next())
            && termbase.terms().iter().any(|term| covers(target, &term.locale))
        {
            return Ok(Some((source, target.clone())));
        }
    }
    let format = Message::new("exchange-pair-needed");
    Err(Failure::new(format).hint(Message::new("exchange-two-locales-hint")))
}

/// Writes a file whole or not at all: beside its place first, then into it.
pub fn put(disk: &dyn Disk, path: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: io::Error| {
        let path = shown.display().to_string();
        Failure::new(Message::new("error-write").with("path", path).with("cause", io_cause(&error)))
    };
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let mode = std::fs::metadata(path).ok().map(|meta| meta.permissions());
    let written = disk
        .write_new(&beside, bytes, mode.as_ref())
        .and_then(|()| disk.sync_file(&beside))
        .and_then(|()| disk.rename(&beside, path));
    written.map_err(|error| {
        // Nothing of a file that could not be written is left.
        let _ = disk.remove_file(&beside);
        failed(error)
    })
}

/// Writes the two tables into a folder.
fn tables(run: &Run<'_>, args: &Args, termbase: &Termbase, chosen: &Chosen) -> Result<Exit, Failure> {
    let Some(named) = &args.output else {
        return Err(Failure::new(Message::new("exchange-needs-folder")));
    };
    let folder = run.folder.join(named);
    let disk = run.environment.disk.as_ref();
    let own = match &args.glossary {
        Some(path) => Some(run.folder.join(path)),
        None => find_config(&run.folder)?
            .and_then(|found| load::of_project(&found.root, &found.config).map(|path| found.root.join(path))),
    };
    let real = |path: &Path| path.canonicalize().ok();
    if own.is_some_and(|own| real(&own).is_some() && real(&own) == real(&folder)) {
        let path = named.display().to_string();
        return Err(Failure::new(Message::new("exchange-onto-itself").with("path", path)));
    }
    if !folder.is_dir() {
        disk.create_dir(&folder).map_err(|error| {
            let path = named.display().to_string();
            Failure::new(Message::new("error-write").with("path", path).with("cause", io_cause(&error)))
        })?;
    }
    let (mut concepts, mut terms) = (Vec::new(), Vec::new());
    terms_write::concepts(termbase, &mut concepts).map_err(Failure::output)?;
    terms_write::terms(termbase, &|locale| chosen.has(locale), &mut terms).map_err(Failure::output)?;
    for (name, bytes) in [("concepts.tsv", concepts), ("terms.tsv", terms)] {
        put(disk, &folder.join(name), &named.join(name), &bytes)?;
    }
    Ok(Exit::Done)
}

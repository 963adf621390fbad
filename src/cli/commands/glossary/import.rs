//! `cotejo glossary import`: what a file of terms says, merged into the project's tables.
//!
//! The file is read as a stream and held against the termbase; what would become of it is shown,
//! and written in one step, which `accept --undo` takes back. The new tables are read before they
//! are written: what could not be read again is never written.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use encoding_rs::{Encoding, UTF_8};

use super::super::Run;
use super::load;
use super::shown;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::input::{cannot_read, stdin};
use crate::cli::ui::Ui;
use crate::cli::workspace::find_config;
use crate::cli::{filter, trouble};
use crate::config::TERMBASE;
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::termbase::Termbase;
use crate::interchange::detect::{self, Format};
use crate::interchange::entry::{self, Chosen, Entry, Intake, LeftOut};
use crate::interchange::merge::{Coarse, How, Merger, Options, Plan};
use crate::interchange::terms_tsv::{self, File, Problem};
use crate::interchange::{csv, deepl, omegat, tbx, terms_write, xlsx};
use crate::sources::fingerprint::fingerprint;
use crate::sources::lock::{ExclusiveLock, SharedLock};
use crate::sources::step::{self, Expected, Step};

/// The arguments of `cotejo glossary import`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    format: Option<InputFormat>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    encoding: Option<&'static Encoding>,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, value_name = "PREFIX")]
    prefix: Option<String>,
    #[arg(long)]
    update: bool,
    #[arg(long)]
    dry_run: bool,
}

/// The format of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum InputFormat {
    Tbx,
    Csv,
    Tsv,
    Xlsx,
    Omegat,
    Deepl,
    Cotejo,
}

/// The largest workbook that is read, in bytes.
const LARGEST_BOOK: u64 = 256 << 20;
/// How long to wait for another cotejo at work in the project.
const WAIT: Duration = Duration::from_secs(10);

/// Reads the name of an encoding; the error is the id of a message.
fn encoding(text: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(text.as_bytes()).ok_or_else(|| "bad-encoding-name".to_owned())
}

/// What was read of a file, held against the termbase.
struct Taken {
    plan: Plan,
    left_out: Vec<(&'static str, LeftOut)>,
    findings: Vec<Problem>,
    found: usize,
}

/// The tables as they stand.
struct Tables {
    root: PathBuf,
    folder: TreePath,
    concepts: Option<File>,
    terms: Option<File>,
    base: Termbase,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let (root, folder) = folder(run, args.glossary.as_deref())?;
    let disk = std::sync::Arc::clone(&run.environment.disk);
    let disk = disk.as_ref();
    let mut lock = None;
    let mut shared = None;
    match args.dry_run {
        true => shared = Some(SharedLock::take(&root, disk, WAIT).map_err(trouble::of_lock)?),
        false => {
            let taken =
                ExclusiveLock::take(&root, disk, "glossary import", WAIT).map_err(trouble::of_lock)?;
            step::recover(&root, disk, &taken).map_err(trouble::of_step)?;
            lock = Some(taken);
        }
    }
    let tables = tables(root, folder)?;
    let read = read(run, args, &tables.base)?;
    for (kind, left) in &read.left_out {
        ui.warn(
            &Message::new(format!("exchange-left-out-{kind}"))
                .with("count", left.count)
                .with("line", left.first.line.to_string()),
        );
    }
    shown::findings(&read.findings, read.found, ui);
    shown::plan(&read.plan, args.dry_run, ui)?;
    let clashes: Vec<Message> = read
        .plan
        .items
        .iter()
        .filter(|item| item.clash)
        .map(|item| {
            load::message(&Problem {
                file: args.file.display().to_string(),
                line: item.place.line,
                column: item.place.column,
                code: "clash",
                found: item.id.clone(),
                known: String::new(),
            })
        })
        .take(shown::MOST)
        .collect();
    if !clashes.is_empty() {
        return Err(Failure::many(clashes).hint(Message::new("exchange-clash-hint")));
    }
    if !read.plan.writes() {
        let line = ui.text("exchange-nothing-new");
        ui.line(&line)?;
    } else if let Some(lock) = &lock {
        let (step, paths) = step_of(&tables, read.plan)?;
        step::commit(&tables.root, disk, lock, step, true).map_err(trouble::of_step)?;
        let line = ui.get("exchange-written", &[("files", paths.join(", ").into())]);
        ui.line(&line)?;
    }
    drop((lock, shared));
    Ok(Exit::Done)
}

/// The project's root and the folder of the termbase below it.
fn folder(run: &Run<'_>, named: Option<&Path>) -> Result<(PathBuf, TreePath), Failure> {
    let Some(found) = find_config(&run.folder)? else {
        return Err(Failure::new(
            Message::new("exchange-no-project").with("folder", run.folder.display().to_string()),
        )
        .hint(Message::new("error-no-project-hint")));
    };
    let configured = found.config.termbase.as_ref().map(|path| {
        let path = found.root.join(path.to_path());
        // One of the two files stands for both.
        match path.parent() {
            Some(folder) if path.ends_with("concepts.tsv") || path.ends_with("terms.tsv") => {
                folder.to_owned()
            }
            _ => path,
        }
    });
    let Some(named) = named.or(configured.as_deref()) else {
        return Ok((found.root, TreePath::new(TERMBASE)));
    };
    let outside = || Failure::new(Message::new("exchange-outside").with("path", named.display().to_string()));
    let whole = run.folder.join(named);
    // A folder that is not there yet is below one that is.
    let there = whole.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let (above, real) = there.ok_or_else(outside)?;
    let rest = whole.strip_prefix(above).map_err(|_| outside())?;
    let real = real.join(rest);
    let below = real.strip_prefix(&found.root).map_err(|_| outside())?;
    if real.is_file() || below.components().any(|part| !matches!(part, std::path::Component::Normal(_))) {
        return Err(outside());
    }
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    let path = parts.map(|parts| parts.join("/")).filter(|path| !path.is_empty()).ok_or_else(outside)?;
    Ok((found.root, TreePath::new(path.as_str())))
}

fn tables(root: PathBuf, folder: TreePath) -> Result<Tables, Failure> {
    let path =
        |name: &str| (root.join(folder.as_str()).join(name), PathBuf::from(format!("{folder}/{name}")));
    let [concepts, terms] = ["concepts.tsv", "terms.tsv"].map(path);
    let neither = |path: &Path| std::fs::symlink_metadata(path).is_err();
    if neither(&concepts.0) && neither(&terms.0) {
        return Ok(Tables { root, folder, concepts: None, terms: None, base: Termbase::default() });
    }
    let (concepts, terms) = (load::file(&concepts.0, &concepts.1)?, load::file(&terms.0, &terms.1)?);
    let base = terms_tsv::read(Some(&concepts), &terms).map_err(|problems| {
        let hint = Message::new("glossary-hint").with("count", problems.len());
        Failure::many(problems.iter().map(load::message).collect()).hint(hint)
    })?;
    Ok(Tables { root, folder, concepts: Some(concepts), terms: Some(terms), base })
}

/// Reads the file and holds it against the termbase.
fn read(run: &mut Run<'_>, args: &Args, base: &Termbase) -> Result<Taken, Failure> {
    let shown = args.file.display().to_string();
    let path = run.folder.join(&args.file);
    let failed = |error: &std::io::Error| cannot_read(&args.file, error);
    let is_stdin = args.file == Path::new("-");
    let is_folder = !is_stdin && path.is_dir();
    let mut input: Box<dyn Read + Send> = match (is_stdin, is_folder) {
        (true, _) => stdin(run)?,
        (_, true) => Box::new(std::io::empty()),
        _ => Box::new(std::fs::File::open(&path).map_err(|error| failed(&error))?),
    };
    let mut head = Vec::new();
    input.by_ref().take(detect::HEAD as u64).read_to_end(&mut head).map_err(|error| failed(&error))?;
    let encoding = args.encoding.unwrap_or(UTF_8);
    let format = match args.format {
        Some(InputFormat::Tbx) => Format::Tbx,
        Some(InputFormat::Csv | InputFormat::Tsv) => Format::Table,
        Some(InputFormat::Xlsx) => Format::Xlsx,
        Some(InputFormat::Omegat) => Format::Omegat,
        Some(InputFormat::Deepl) => Format::Deepl,
        Some(InputFormat::Cotejo) => Format::Cotejo,
        None if is_folder => Format::Cotejo,
        None => detect::detect(&shown, &head, encoding),
    };
    let pair = omegat::two(&Chosen(args.locale.clone()));
    let needs_pair = format == Format::Omegat || (format == Format::Deepl && !args.locale.is_empty());
    if needs_pair && pair.is_none() {
        return Err(Failure::new(Message::new("exchange-two-locales").with("path", shown))
            .hint(Message::new("exchange-two-locales-hint")));
    }
    let options = Options {
        how: if args.update { How::Update } else { How::Keep },
        coarse: match format {
            Format::Tbx => Coarse { status: true, pos: true, region: false },
            Format::Omegat | Format::Deepl => Coarse { region: true, ..Coarse::default() },
            _ => Coarse::default(),
        },
        prefix: args.prefix.clone().unwrap_or_default(),
    };
    let mut merger = Merger::new(base, shown.clone(), options);
    // What two-column lists of other languages say is not asked for.
    let mut take = |entry: Entry| {
        merger.add(entry);
        None
    };
    let mut intake = Intake::new(shown, &mut take);
    let whole = Cursor::new(head).chain(input);
    let done = match format {
        Format::Tbx => tbx::read(whole, &mut intake),
        Format::Table => csv::read(whole, encoding, &mut intake),
        Format::Omegat => match &pair {
            Some(pair) => omegat::read(whole, encoding, pair, &mut intake),
            None => Ok(()),
        },
        Format::Deepl => deepl::read(whole, encoding, None, pair.as_ref(), &mut intake),
        Format::Xlsx => {
            let mut bytes = Vec::new();
            whole.take(LARGEST_BOOK + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
            if bytes.len() as u64 > LARGEST_BOOK {
                return Err(failed(&std::io::ErrorKind::FileTooLarge.into()));
            }
            xlsx::read(&bytes, &mut intake)
        }
        Format::Cotejo => {
            let termbase = load::termbase(run, Some(&args.file))?;
            entry::of_termbase(&termbase).try_for_each(|entry| intake.entry(entry))
        }
    };
    let Intake { left_out, mut findings, found, .. } = intake;
    done.map_err(|problem| {
        Failure::new(load::message(&problem)).hint(Message::new("exchange-refused-hint"))
    })?;
    let mut plan = merger.finish();
    let found = found + plan.found;
    findings.append(&mut plan.findings);
    let mut left_out: Vec<_> = left_out.into_iter().collect();
    if let Some(first) = plan.ambiguous.first() {
        left_out.push(("ambiguous", LeftOut { count: plan.ambiguous.len(), first: *first }));
    }
    Ok(Taken { plan, left_out, findings, found })
}

/// The step that writes the tables, once they were read again.
fn step_of(tables: &Tables, plan: Plan) -> Result<(Step, Vec<String>), Failure> {
    let (no_concepts, no_terms) = terms_write::empty();
    let text = |file: &Option<File>, none: String| match file {
        Some(file) => String::from_utf8_lossy(&file.bytes).into_owned(),
        None => none,
    };
    let (concepts, terms) = (text(&tables.concepts, no_concepts), text(&tables.terms, no_terms));
    let (concepts, terms) = terms_write::apply(&concepts, &terms, &tables.base, &plan);
    // A large plan is as large as what was made of it: not both are kept.
    drop(plan);
    let name = |name: &str| format!("{}/{name}", tables.folder);
    let concepts = File { name: name("concepts.tsv"), bytes: concepts.into_bytes() };
    let terms = File { name: name("terms.tsv"), bytes: terms.into_bytes() };
    terms_tsv::read(Some(&concepts), &terms).map_err(|problems| {
        let hint = Message::new("exchange-unreadable-hint");
        Failure::many(problems.iter().map(load::message).collect()).hint(hint)
    })?;
    let mut step = Step::new();
    let mut paths = Vec::new();
    for (file, old) in [(concepts, &tables.concepts), (terms, &tables.terms)] {
        let expected = match old {
            Some(old) if old.bytes == file.bytes => continue,
            Some(old) => Expected::Holds(fingerprint(&old.bytes)),
            None => Expected::Absent,
        };
        paths.push(file.name.clone());
        step.put(TreePath::new(file.name.as_str()), file.bytes, expected);
    }
    Ok((step, paths))
}

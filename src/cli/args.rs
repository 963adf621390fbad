//! The command line as a whole: what every command takes, and the list of commands.

use std::path::PathBuf;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches};

use super::commands::Verb;
use super::environment::Environment;
use super::error::Failure;
use super::help;
use super::ui::{Colour, Ui};
use crate::messages::{Language, Messages};

/// What every command takes.
#[derive(clap::Parser)]
#[command(name = "cotejo", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
struct Line {
    #[arg(long, global = true, value_name = "LOCALE", value_parser = lang)]
    lang: Option<Language>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    #[arg(short = 'C', long, global = true, value_name = "FOLDER")]
    project: Option<PathBuf>,
    #[arg(long, global = true, value_name = "TIME", value_parser = time)]
    now: Option<i64>,
    #[command(subcommand)]
    verb: Verb,
}

/// A command line that could be read.
pub struct Parsed {
    /// When to use colour.
    pub colour: Colour,
    /// The folder to work in, if one was named.
    pub project: Option<PathBuf>,
    /// The moment to take for now, in seconds since 1970, if one was named.
    pub now: Option<i64>,
    /// The command.
    pub verb: Verb,
}

/// Reads a language of the interface; the error is the id of a message.
fn lang(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| "bad-lang".to_owned())
}

/// Reads a moment: RFC 3339, or a day.
fn time(text: &str) -> Result<i64, String> {
    text.parse::<jiff::Timestamp>()
        .or_else(|_| format!("{text}T00:00:00Z").parse::<jiff::Timestamp>())
        .map(jiff::Timestamp::as_second)
        .map_err(|_| "bad-time".to_owned())
}

/// The command line's definition in one language, for parsing, for help and for tests.
pub fn command(messages: &Messages) -> clap::Command {
    let mut command = help::localise(Line::command(), messages)
        .arg(flag("help", 'h', ArgAction::Help, messages))
        .arg(flag("version", 'V', ArgAction::Version, messages).global(false));
    let verbs: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for verb in verbs {
        command = command.mut_subcommand(verb, without_own_help);
    }
    command
}

/// The parser's own help flag is not in the user's language.
fn without_own_help(command: clap::Command) -> clap::Command {
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.disable_help_flag(true).disable_help_subcommand(true);
    below.into_iter().fold(command, |command, name| command.mut_subcommand(name, without_own_help))
}

fn flag(name: &'static str, short: char, action: ArgAction, messages: &Messages) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .global(true)
        .help(messages.text(&format!("help-global-{name}")))
        .help_heading(messages.text("help-global-options"))
}

/// The interface's language: `--lang`, `COTEJO_LANG`, then what the system's locale says, in the
/// order of POSIX. The first of these that is set decides for the system, and where it names a
/// language that the interface does not speak, that is English: who sets `LC_ALL=de_DE` over
/// `LANG=es_ES` did not ask for Spanish. A `COTEJO_LANG` that can't be spoken is a slip and says
/// nothing against the system's locale.
///
/// Looked up before the arguments are parsed, since help and errors are to be in it.
pub fn language(environment: &Environment) -> Language {
    let mut args = environment.args.iter().filter_map(|arg| arg.to_str());
    let mut named = None;
    while let Some(arg) = args.next() {
        if arg == "--" {
            break;
        }
        if arg == "--lang" {
            named = args.next();
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            named = Some(value);
        }
    }
    let system = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| environment.var(name));
    // What --lang names is an error where it can't be spoken; that is said in the user's language.
    named
        .and_then(Language::from_tag)
        .or_else(|| environment.var("COTEJO_LANG").and_then(Language::from_tag))
        .or_else(|| system().and_then(Language::from_tag))
        .unwrap_or(Language::En)
}

/// Reads the command line. Help and version are results, not failures: they are written to
/// standard output and the run is over.
pub fn parse(environment: &Environment, ui: &mut Ui) -> Result<Option<Parsed>, Failure> {
    let command = command(&ui.messages).term_width(ui.width());
    let verb = verb(&command, environment);
    let matches = match command.try_get_matches_from(&environment.args) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            write(&error.render(), ui)?;
            return Ok(None);
        }
        Err(error) => return Err(help::failure(&error, verb.as_deref())),
    };
    let line = Line::from_arg_matches(&matches).map_err(|error| help::failure(&error, verb.as_deref()))?;
    if let Some(lang) = line.lang {
        ui.speak(lang);
    }
    Ok(Some(Parsed { colour: line.color, project: line.project, now: line.now, verb: line.verb }))
}

/// The command that is called, with those below it that are (`glossary find`): as far as it can be
/// told before the line is parsed.
fn verb(command: &clap::Command, environment: &Environment) -> Option<String> {
    let mut at = command;
    let mut names: Vec<&str> = Vec::new();
    for arg in environment.args.iter().skip(1).filter_map(|arg| arg.to_str()) {
        if arg == "--" {
            break;
        }
        if let Some(below) = at.find_subcommand(arg) {
            names.push(below.get_name());
            at = below;
        } else if at.has_subcommands() && !names.is_empty() && !arg.starts_with('-') {
            break;
        }
    }
    (!names.is_empty()).then(|| names.join(" "))
}

/// Writes the help of the command of that name (`glossary import` is two), or that of the program.
pub fn show_help(names: &[String], ui: &mut Ui) -> Result<(), Failure> {
    let mut command = command(&ui.messages).term_width(ui.width());
    command.build();
    write(&help_of(command, names, 0)?, ui)
}

/// The help of the command that the names lead to, `at` of which have been followed.
fn help_of(mut command: clap::Command, names: &[String], at: usize) -> Result<StyledStr, Failure> {
    let Some(name) = names.get(at) else { return Ok(command.render_help()) };
    match command.find_subcommand(name).cloned() {
        Some(below) => help_of(below, names, at + 1),
        None => Err(help::unknown_command(names.get(..at).unwrap_or_default(), name, &command)),
    }
}

fn write(text: &StyledStr, ui: &mut Ui) -> Result<(), Failure> {
    let text = if ui.is_coloured() { text.ansi().to_string() } else { text.to_string() };
    ui.write(&text)
}

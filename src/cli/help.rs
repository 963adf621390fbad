//! Makes the argument parser speak the user's language: help texts, headings, usage lines and errors.
//!
//! Every text comes from the catalogue by a fixed id: `help-<verb>` and `help-<verb>-long` for a
//! command (`help-glossary-find` for one below another), `help-<verb>-<argument>` for an argument, `help-global-<argument>` for one that every
//! command has (its underscores as hyphens), `value-<name>` for a value's name.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::error::{Failure, Message};
use crate::config::keys;
use crate::domain::change::ChangeClass;
use crate::domain::qa::Check;
use crate::domain::verdict::Verdict;
use crate::messages::{Language, Messages, Value};

/// The command with all its texts in the language of `messages`.
pub fn localise(command: Command, messages: &Messages) -> Command {
    let name = command.get_name().to_owned();
    below(command, &name, &name, None, messages)
}

/// The texts of a command and of all commands below it; `id` is what the ids of its texts begin
/// with, `path` how it is called.
fn below(command: Command, id: &str, path: &str, parent: Option<&str>, messages: &Messages) -> Command {
    let verbs: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = texts(command, id, parent, messages);
    for verb in verbs {
        let id = if parent.is_none() { verb.clone() } else { format!("{id}-{verb}") };
        let called = format!("{path} {verb}");
        command = command.mut_subcommand(&verb, |sub| below(sub, &id, &called, Some(path), messages));
    }
    command
}

fn texts(command: Command, verb: &str, parent: Option<&str>, messages: &Messages) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        messages.text("help-usage")
    );
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(messages.text("help-commands"))
        .about(messages.text(&format!("help-{verb}")))
        .next_line_help(false)
        .mut_args(|arg| argument(arg, verb, messages));
    let long = format!("help-{verb}-long");
    if messages.has(&long) {
        command = command.after_help(flowed(&messages.text(&long)));
    }
    let usage = usage(&command, parent, messages);
    command.override_usage(StyledStr::from(usage))
}

/// The paragraphs of a text, a line each for the parser to break where the terminal ends: in the
/// catalogue they are broken where its own lines end.
fn flowed(text: &str) -> String {
    text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

/// The usage line, since the parser's own can't be put into another language.
fn usage(command: &Command, parent: Option<&str>, messages: &Messages) -> String {
    let verb = command.get_name();
    let mut usage = match parent {
        Some(parent) => format!("{parent} {verb}"),
        None => verb.to_owned(),
    };
    usage.push_str(&format!(" [{}]", messages.text("value-OPTIONS")));
    if command.has_subcommands() {
        usage.push_str(&format!(" <{}>", messages.text("value-COMMAND")));
    }
    for arg in command.get_positionals() {
        let name = value_name(arg, messages);
        let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
        let dots = if many { "..." } else { "" };
        match arg.is_required_set() {
            true => usage.push_str(&format!(" <{name}>{dots}")),
            false => usage.push_str(&format!(" [{name}]{dots}")),
        }
    }
    usage
}

fn value_name(arg: &Arg, messages: &Messages) -> String {
    let name = arg
        .get_value_names()
        .and_then(|names| names.first())
        .map(|name| name.to_string())
        .unwrap_or_else(|| arg.get_id().as_str().to_ascii_uppercase());
    let id = format!("value-{name}");
    if messages.has(&id) { messages.text(&id) } else { name }
}

fn argument(arg: Arg, verb: &str, messages: &Messages) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let mut help = messages.text(&match arg.is_global_set() {
        true => format!("help-global-{id}"),
        false => format!("help-{verb}-{id}"),
    });
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = match takes_value {
        true => arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
        false => Vec::new(),
    };
    if !values.is_empty() {
        help.push_str(&format!(
            " [{}]",
            messages.get("help-values", &[("values", Value::from(values.join(", ")))])
        ));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(
            " [{}]",
            messages.get("help-default", &[("value", Value::from(defaults.join(", ")))])
        ));
    }
    let heading = messages.text(match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "help-arguments",
        (false, false) => "help-options",
        (false, true) => "help-global-options",
    });
    let name = takes_value.then(|| value_name(&arg, messages));
    let arg = arg.help(help).help_heading(heading);
    match name {
        Some(name) => arg.value_name(name).hide_default_value(true).hide_possible_values(true),
        None => arg,
    }
}

/// What the argument parser found wrong, in the user's language.
pub fn failure(error: &clap::Error, verb: Option<&str>) -> Failure {
    let context = |kind: ContextKind| -> String { error.get(kind).map(shown).unwrap_or_default() };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            Message::new("args-unknown").with("argument", argument)
        }
        ErrorKind::UnknownArgument => Message::new("args-unexpected").with("argument", argument),
        ErrorKind::InvalidSubcommand => {
            Message::new("args-command").with("command", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("args-no-command")
        }
        ErrorKind::MissingRequiredArgument => Message::new("args-missing").with("argument", argument),
        // The parser reports an option that stands twice as in conflict with itself.
        ErrorKind::ArgumentConflict if [&argument, ""].contains(&context(ContextKind::PriorArg).as_str()) => {
            Message::new("args-twice").with("argument", argument)
        }
        ErrorKind::ArgumentConflict => Message::new("args-conflict")
            .with("argument", argument)
            .with("other", context(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if value.is_empty() => {
            Message::new("args-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue => Message::new("args-value")
            .with("argument", argument)
            .with("value", value)
            .with("values", context(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            Message::new("args-bad-value")
                .with("argument", argument)
                .with("value", value)
                .with("why", Value::Nested(Box::new(bad_value(&why))))
        }
        ErrorKind::TooManyValues if !value.is_empty() => {
            Message::new("args-flag-value").with("argument", argument).with("value", value)
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            Message::new("args-count").with("argument", argument)
        }
        ErrorKind::InvalidUtf8 => Message::new("args-not-unicode"),
        _ => Message::new("args-other"),
    };
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(context)
            .find(|text| !text.is_empty());
    let help = match verb {
        Some(verb) => format!("cotejo {verb} --help"),
        None => "cotejo --help".to_owned(),
    };
    Failure::new(message).hint(match suggestion {
        Some(meant) => Message::new("args-hint-meant").with("meant", meant).with("help", help),
        None => Message::new("args-hint").with("help", help),
    })
}

/// The reasons that the parsers of values give: they say the id of a message, not a text.
fn bad_value(why: &str) -> Message {
    const IDS: [&str; 14] = [
        "bad-locale",
        "bad-locale-undetermined",
        "bad-locale-private",
        "bad-locale-extended",
        "bad-number",
        "bad-time",
        "bad-percent",
        "bad-coverage",
        "bad-encoding-name",
        "bad-day",
        "bad-package",
        "bad-words",
        "bad-finding-id",
        "bad-reason",
    ];
    let known = |names: Vec<&str>| Value::from(names.join(", "));
    match why {
        "bad-lang" => {
            Message::new("bad-lang").with("known", known(Language::ALL.map(Language::tag).to_vec()))
        }
        "bad-verdict" => {
            Message::new("bad-verdict").with("known", known(Verdict::ALL.map(Verdict::name).to_vec()))
        }
        "bad-check" => Message::new("bad-check").with("known", known(Check::ALL.map(Check::name).to_vec())),
        "bad-gate" => Message::new("bad-gate")
            .with("known", known(keys::GATES.iter().copied().chain(["none"]).collect())),
        "bad-class" => {
            Message::new("bad-class").with("known", known(ChangeClass::ALL.map(ChangeClass::name).to_vec()))
        }
        why => Message::new(IDS.into_iter().find(|id| *id == why).unwrap_or("bad-number")),
    }
}

/// The command that `cotejo help` was asked for is not there, below those `above` it.
pub fn unknown_command(above: &[String], asked: &str, found: &Command) -> Failure {
    let names = found.get_subcommands().map(Command::get_name);
    let called = |name: &str| above.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join(" ");
    // The same measure and threshold as the argument parser's own suggestions.
    let near = names
        .map(|name| (strsim::jaro(asked, name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let failure = Failure::new(Message::new("args-command").with("command", called(asked)));
    failure.hint(match near {
        Some((_, name)) => Message::new("args-hint-meant")
            .with("meant", called(name))
            .with("help", format!("cotejo help {}", called(name))),
        None => Message::new("args-hint").with("help", format!("cotejo help {}", above.join(" ")).trim_end()),
    })
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}

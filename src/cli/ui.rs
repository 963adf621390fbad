//! The one owner of the streams: what is a result, what is said beside it, and how it looks.

use std::io::{self, BufWriter, Write};

use anstyle::{AnsiColor, Style};

use super::environment::Environment;
use super::error::{Failure, Message};
use crate::messages::{Args, Language, Messages};

/// What a piece of text means; its colour follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// In order: `current`.
    Good,
    /// Must be mended: `untranslated`, an error.
    Bad,
    /// Should be looked at: `outdated`, a warning.
    Doubt,
    /// Of lesser weight.
    Dim,
    /// A heading.
    Heading,
    /// A word that came.
    Added,
    /// A word that went.
    Removed,
}

impl Label {
    fn style(self) -> Style {
        let coloured = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Label::Good => coloured(AnsiColor::Green),
            Label::Bad => coloured(AnsiColor::Red),
            Label::Doubt => coloured(AnsiColor::Yellow),
            Label::Dim => Style::new().dimmed(),
            Label::Heading => Style::new().bold(),
            Label::Added => coloured(AnsiColor::Green).underline(),
            Label::Removed => coloured(AnsiColor::Red).strikethrough(),
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The streams, the messages and the looks of one run.
pub struct Ui {
    out: BufWriter<Box<dyn Write + Send>>,
    err: Box<dyn Write + Send>,
    /// The messages in the user's language.
    pub messages: Messages,
    terminal: bool,
    no_colour: bool,
    colour: bool,
    width: usize,
}

impl Ui {
    /// Takes the streams of the environment.
    pub fn new(environment: &mut Environment, language: Language) -> Self {
        let out = environment.stdout.take().unwrap_or_else(|| Box::new(io::sink()));
        let err = environment.stderr.take().unwrap_or_else(|| Box::new(io::sink()));
        let columns = environment.var("COLUMNS").and_then(|text| text.parse().ok());
        let no_colour = environment.var("NO_COLOR").is_some() || environment.var("TERM") == Some("dumb");
        let mut ui = Ui {
            out: BufWriter::with_capacity(1 << 16, out),
            err,
            messages: Messages::new(language),
            terminal: environment.stdout_is_terminal,
            no_colour,
            colour: false,
            width: columns.or(environment.width).unwrap_or(80).clamp(40, 400),
        };
        ui.set_colour(Colour::Auto);
        ui
    }

    /// Sets when to use colour.
    pub fn set_colour(&mut self, colour: Colour) {
        self.colour = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => self.terminal && !self.no_colour,
        };
    }

    /// Goes on in that language.
    pub fn speak(&mut self, language: Language) {
        if language != self.messages.language() {
            self.messages = Messages::new(language);
        }
    }

    /// Whether text is painted.
    pub fn is_coloured(&self) -> bool {
        self.colour
    }

    /// The width in columns that text is laid out for: the terminal's, `COLUMNS`, or 80.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The width that lines for a terminal are broken at; `None` where the result goes to a file or
    /// a pipe, whose reader wants a thing a line.
    pub fn line_width(&self) -> Option<usize> {
        self.terminal.then_some(self.width)
    }

    /// Whether the result goes to a terminal.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// The message of that id in the user's language.
    pub fn get(&self, id: &str, args: Args<'_>) -> String {
        self.messages.get(id, args)
    }

    /// The message of that id, without arguments.
    pub fn text(&self, id: &str) -> String {
        self.messages.text(id)
    }

    /// The text in the looks of its meaning.
    pub fn paint(&self, label: Label, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let style = label.style();
        format!("{style}{text}{style:#}")
    }

    /// Where a result is written: buffered standard output.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// Writes one line of the result.
    pub fn line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{text}").map_err(Failure::output)
    }

    /// Writes text of the result as it is.
    pub fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(Failure::output)
    }

    /// Says something beside the result, on standard error.
    pub fn note(&mut self, message: &Message) {
        let text = self.messages.get(&message.id, &message.args);
        self.say(&text);
    }

    /// Warns, on standard error.
    pub fn warn(&mut self, message: &Message) {
        let label = self.messages.text("label-warning");
        let text = self.messages.get(&message.id, &message.args);
        self.say(&format!("{label} {text}"));
    }

    /// Shows a failure, on standard error.
    pub fn failure(&mut self, failure: &Failure) {
        if let Some(text) = &failure.text {
            self.say(text.trim_end());
        }
        let label = self.messages.text("label-error");
        for what in &failure.what {
            let text = self.messages.get(&what.id, &what.args);
            self.say(&format!("{label} {text}"));
        }
        if let Some(hint) = &failure.hint {
            let label = self.messages.text("label-hint");
            let text = self.messages.get(&hint.id, &hint.args);
            self.say(&format!("{label} {text}"));
        }
    }

    /// Where standard error can't be written there is nobody left to tell.
    fn say(&mut self, text: &str) {
        let _: io::Result<()> = writeln!(self.err, "{text}");
    }

    /// Writes out what is still buffered.
    pub fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

//! `cotejo memory`: the project's translation memory as TMX 1.4, for other tools.
//!
//! What is written is what the project's own bitexts say, whole units and their sentences; the memories
//! of other tools that `[memory]` names are not given on.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

use super::Run;
use super::glossary::export::put;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter;
use crate::cli::ui::Ui;
use crate::cli::workspace::{Workspace, own_memory};
use crate::domain::locale::Locale;
use crate::domain::memory::Memory;
use crate::interchange::tmx::{self, Header, Writer};

/// The arguments of `cotejo memory`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let known: Vec<&Locale> = workspace.config.locales().collect();
    for locale in &args.locale {
        if !known.contains(&locale) {
            let list = known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            return Err(Failure::new(Message::new("filter-locale").with("locale", locale.to_string()))
                .hint(Message::new("filter-known").with("known", list)));
        }
    }
    let sources: BTreeSet<&Locale> =
        workspace.pairing.articles.iter().map(|article| &article.source_locale).collect();
    let mut memories: Vec<Memory> = Vec::new();
    for source in &sources {
        for target in &known {
            let named = args.locale.is_empty() || args.locale.contains(target);
            if named && target != source {
                memories.push(own_memory(&workspace, source, target));
            }
        }
    }
    let write = |out: &mut dyn Write| -> io::Result<()> {
        let header = match sources.first() {
            Some(source) if sources.len() == 1 => Header::new(source, None),
            _ => Header::default(),
        };
        let mut writer = Writer::new(out, &header)?;
        for memory in &memories {
            for entry in memory.entries() {
                let unit = tmx::unit_of(&entry, memory.source_locale(), memory.target_locale());
                writer.unit(&unit)?;
            }
        }
        writer.finish().map(drop)
    };
    match &args.output {
        None => write(ui.out()).map_err(Failure::output)?,
        Some(path) => {
            let mut bytes = Vec::new();
            write(&mut bytes).map_err(Failure::output)?;
            put(run.environment.disk.as_ref(), &run.folder.join(path), path, &bytes)?;
        }
    }
    let count: usize = memories.iter().map(Memory::len).sum();
    ui.note(&Message::new("memory-count").with("count", count));
    Ok(Exit::Done)
}

//! `cotejo pull --format omegat`: a folder that OmegaT opens as a project.
//!
//! The package stands in `source/` as XLIFF 1.2, the termbase in `glossary/`, the project's memory in
//! `tm/auto/`, from where OmegaT fills in what is equal; memories of other tools, with a penalty, stand in
//! the folder that OmegaT has for that (`tm/penalty-001/`). Segments are whole units: the file has them cut
//! as they are to come back. What OmegaT writes to `target/` is what `push` takes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::show::labels;
use crate::cli::commands::glossary::load;
use crate::cli::error::Failure;
use crate::cli::ui::Ui;
use crate::cli::workspace::{Workspace, memory};
use crate::domain::locale::Locale;
use crate::domain::memory::View;
use crate::domain::package::Package;
use crate::interchange::work::{self, WorkFormat};
use crate::interchange::{omegat, tmx};

/// The files of the project, in a folder of the package's name below `folder`.
pub fn project(
    workspace: &Workspace,
    package: &Package,
    folder: &Path,
    ui: &Ui,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let root = folder.join(package.name.as_str());
    let file = |name: &str| root.join(name);
    let locales = (package.source.clone(), package.target.clone());
    let mut files = vec![
        (file("omegat.project"), settings(&package.source, &package.target).into_bytes()),
        (file(&format!("source/{}.xlf", package.name)), work::write(package, WorkFormat::Xliff, &labels(ui))),
    ];
    let mut glossary = Vec::new();
    if load::of_project(&workspace.root, &workspace.config).is_some() {
        let termbase = load::read(&load::tables_of(&workspace.root, &workspace.config)?)?;
        omegat::write(&termbase, &locales, &mut glossary).map_err(Failure::output)?;
    }
    files.push((file("glossary/glossary.txt"), glossary));
    let memory = memory(workspace, &package.source, &package.target)?;
    let mut parts: BTreeMap<u8, Vec<View<'_>>> = BTreeMap::from([(0, Vec::new())]);
    for entry in memory.entries() {
        parts.entry(entry.penalty).or_default().push(entry);
    }
    for (penalty, entries) in parts {
        let mut bytes = Vec::new();
        let header = tmx::Header::new(&package.source, None);
        let mut writer = tmx::Writer::new(&mut bytes, &header).map_err(Failure::output)?;
        for entry in entries {
            writer.unit(&tmx::unit_of(&entry, &package.source, &package.target)).map_err(Failure::output)?;
        }
        writer.finish().map_err(Failure::output)?;
        let folder = if penalty == 0 { "auto".to_owned() } else { format!("penalty-{penalty:03}") };
        files.push((file(&format!("tm/{folder}/cotejo.tmx")), bytes));
    }
    // OmegaT refuses a project that lacks one of its folders; a file of ours keeps each.
    for name in ["dictionary", "omegat", "target"] {
        files.push((file(&format!("{name}/.keep")), Vec::new()));
    }
    Ok(files)
}

/// The project's settings, as OmegaT 3 and later read them.
fn settings(source: &Locale, target: &Locale) -> String {
    let folder = |name: &str| format!("        <{name}>__DEFAULT__</{name}>\n");
    let folders: String =
        ["source_dir", "target_dir", "tm_dir", "glossary_dir", "dictionary_dir"].map(folder).concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<omegat>\n    <project version=\"1.0\">\n{folders}        <glossary_file>__DEFAULT__</glossary_file>\n        <source_lang>{source}</source_lang>\n        <target_lang>{target}</target_lang>\n        <sentence_seg>false</sentence_seg>\n        <support_default_translations>false</support_default_translations>\n        <remove_tags>false</remove_tags>\n    </project>\n</omegat>\n"
    )
}

//! `cotejo pull --format omegat`: a folder that OmegaT opens as a project.
//!
//! The package stands in `source/` as XLIFF 1.2 with the source in each target, since OmegaT shows as
//! source what it finds there; the termbase in `glossary/`; the project's memory in `tm/auto/`, from
//! where OmegaT fills in what is equal; second translations of a text in `tm/`, and what only a machine
//! translated in `tm/mt/`, from where it offers; memories of other tools, with a penalty, in the folder
//! that OmegaT has for that (`tm/penalty-001/`). Segments are whole units: the file has them cut as they
//! are to come back. Tags at the ends of a segment are shown, since another language may want them
//! elsewhere. What OmegaT writes to `target/` is what `push` takes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::show::labels;
use crate::cli::commands::glossary::load;
use crate::cli::error::Failure;
use crate::cli::ui::Ui;
use crate::cli::workspace::{Workspace, memory};
use crate::domain::article::ArticleId;
use crate::domain::document::BlockKind;
use crate::domain::inline::words;
use crate::domain::locale::Locale;
use crate::domain::memory::View;
use crate::domain::package::Package;
use crate::domain::package::codes::numbered;
use crate::domain::record::LinkState;
use crate::interchange::tmx::Piece;
use crate::interchange::{omegat, tmx, work};

/// The settings of the file filters: OmegaT's own, save that tags and blanks at the ends of a segment
/// are shown. It adds what it has by default.
const FILTERS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<filters removeTags=\"false\" removeSpacesNonseg=\"false\" preserveSpaces=\"true\" ignoreFileContext=\"false\"/>\n";

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
        (file("omegat/filters.xml"), FILTERS.as_bytes().to_vec()),
        (file(&format!("source/{}.xlf", package.name)), work::write_for_omegat(package, &labels(ui))),
    ];
    let mut glossary = Vec::new();
    if load::of_project(&workspace.root, &workspace.config).is_some() {
        let termbase = load::read(&load::tables_of(&workspace.root, &workspace.config)?)?;
        omegat::write(&termbase, &locales, &mut glossary).map_err(Failure::output)?;
    }
    files.push((file("glossary/glossary.txt"), glossary));
    let memory = memory(workspace, &package.source, &package.target)?;
    let tmx = |entries: &[View<'_>]| tmx(workspace, entries, package).map_err(Failure::output);
    let (own, foreign): (Vec<View<'_>>, Vec<View<'_>>) =
        memory.entries().partition(|entry| entry.penalty == 0);
    let [auto, others, drafts] = sorted(own.into_iter());
    files.push((file("tm/auto/cotejo.tmx"), tmx(&auto)?));
    let mut offered = BTreeMap::from([("tm".to_owned(), others), ("tm/mt".to_owned(), drafts)]);
    for entry in foreign {
        offered.entry(format!("tm/penalty-{:03}", entry.penalty)).or_default().push(entry);
    }
    for (folder, entries) in offered {
        if !entries.is_empty() {
            files.push((file(&format!("{folder}/cotejo.tmx")), tmx(&entries)?));
        }
    }
    // OmegaT refuses a project that lacks one of its folders; a file of ours keeps each.
    for name in ["dictionary", "target"] {
        files.push((file(&format!("{name}/.keep")), Vec::new()));
    }
    Ok(files)
}

/// What OmegaT is to fill in, what it is only to offer, and what only a machine translated. Filled in is
/// what somebody recorded, since what comes back filled in counts as done; of several translations of
/// one text the best vouched for, and of these the latest.
fn sorted<'m>(entries: impl Iterator<Item = View<'m>>) -> [Vec<View<'m>>; 3] {
    let (drafts, done): (Vec<View<'_>>, Vec<View<'_>>) =
        entries.partition(|entry| entry.state == LinkState::DraftMt);
    let worth = |entry: &View<'_>| (entry.state, entry.at);
    let mut best: BTreeMap<&str, View<'_>> = BTreeMap::new();
    for entry in done.iter().filter(|entry| entry.link.is_some()) {
        let slot = best.entry(entry.source).or_insert(*entry);
        if worth(entry) > worth(slot) {
            *slot = *entry;
        }
    }
    let (auto, others) = done.into_iter().partition(|entry| best.get(entry.source) == Some(entry));
    [auto, others, drafts]
}

/// Entries of the memory, their codes as OmegaT shows them.
fn tmx(workspace: &Workspace, entries: &[View<'_>], package: &Package) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut writer = tmx::Writer::new(&mut bytes, &tmx::Header::new(&package.source, None))?;
    for entry in entries {
        let mut unit = tmx::unit_of(entry, &package.source, &package.target);
        // With a file or a neighbour named, OmegaT takes it for that place alone, and fills in nothing.
        unit.remarks.clear();
        let (source, target) = shown(workspace, entry);
        for (variant, text) in unit.variants.iter_mut().zip([source, target]) {
            variant.segment = vec![Piece::Text(text)];
        }
        writer.unit(&unit)?;
    }
    writer.finish()?;
    Ok(bytes)
}

/// The texts of an entry as OmegaT shows them; the words alone where the codes of the two differ.
fn shown(workspace: &Workspace, entry: &View<'_>) -> (String, String) {
    let article = entry.article.and_then(|id| workspace.pairing.article(&ArticleId::from_text(id)));
    let Some((article, source)) = article.and_then(|one| Some((one, one.source.as_ref()?))) else {
        return (entry.source.to_owned(), entry.target.to_owned());
    };
    let format = workspace.format(&article.collection, &source.path);
    let apart = |text: &str| format.inline(BlockKind::Paragraph, text);
    let (source, target) = (apart(entry.source), apart(entry.target));
    let target = numbered(&source, &[], &target);
    work::omegat::shown(&source, &target).unwrap_or_else(|| (words(&source), words(&target)))
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

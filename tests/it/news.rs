//! A small newsroom: articles in English, versions in Spanish and French, recorded or not.

use std::fs;

use cotejo::domain::article::{ArticleId, TreePath};
use cotejo::domain::record::{BaselineUnit, Endpoint, Link, LinkId, LinkState, Record, Timestamp};
use cotejo::domain::text::UnitHash;
use cotejo::formats::plain_text;
use cotejo::sources::ledger;

use crate::harness::Project;

pub const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"news\"\nfiles = \"news/{locale}/{path}.txt\"\n";

/// Pages that were asked for in Spanish, with versions beside them.
pub const PAGES: &str = "source = \"en\"\ntargets = [\"es\"]\n\n[[collection]]\nname = \"news\"\npages = \"pages/{name}.txt\"\ntarget = \"{locale}/{name}.txt\"\nrequested = \"es\"\n";

pub const EN: &str = "The harbour opens a new gate\n\n12 March 2020\n\nThe port authority opened a new gate for lorries on Thursday, after two years of building work that had closed the northern road.\n\nDrivers who carry fresh food will be able to pass without waiting, because their papers are now read before they arrive.\n\nThe minister said that the next step would be a second bridge over the river.\n";

pub const ES: &str = "El puerto abre una puerta nueva\n\n12 de marzo de 2020\n\nLa autoridad portuaria abrió el jueves una puerta nueva para camiones, después de dos años de obras que habían cerrado la carretera del norte.\n\nLos conductores que llevan alimentos frescos podrán pasar sin esperar, porque sus papeles se leen ahora antes de que lleguen.\n\nEl ministro dijo que el paso siguiente sería un segundo puente sobre el río.\n";

pub const FR: &str = "Le port ouvre une nouvelle porte\n\n12 mars 2020\n\nL’autorité portuaire a ouvert jeudi une nouvelle porte pour les camions, après deux ans de travaux qui avaient fermé la route du nord.\n\nLes conducteurs qui transportent des aliments frais pourront passer sans attendre, parce que leurs papiers sont désormais lus avant leur arrivée.\n\nLe ministre a dit que la prochaine étape serait un second pont sur le fleuve.\n";

/// A newsroom with those articles: each by its name, with the locales it has versions in.
pub fn newsroom(articles: &[(&str, &[&str])]) -> Project {
    let project = Project::empty();
    project.write("cotejo.toml", CONFIG);
    for (name, locales) in articles {
        project.write(&format!("news/en/{name}.txt"), EN);
        for locale in *locales {
            let text = if *locale == "es" { ES } else { FR };
            project.write(&format!("news/{locale}/{name}.txt"), text);
        }
    }
    project
}

/// A newsroom whose versions are all recorded, now.
pub fn recorded(articles: &[(&str, &[&str])]) -> Project {
    let project = newsroom(articles);
    for (name, locales) in articles {
        for locale in *locales {
            record(&project, name, locale);
        }
    }
    project
}

/// Where the record of an article stands.
pub fn record_path(name: &str, locale: &str) -> String {
    let article = ArticleId::new("news", name);
    ledger::path::path(&TreePath::new(".cotejo/ledger"), &article, &locale.parse().unwrap()).to_string()
}

/// Records a version as in step with its source, unit by unit, now.
pub fn record(project: &Project, name: &str, locale: &str) {
    record_as(project, name, locale, |_| (LinkState::Translated, None));
}

/// The same, with the state and reason of each link by its number.
pub fn record_as(
    project: &Project,
    name: &str,
    locale: &str,
    state: impl Fn(usize) -> (LinkState, Option<&'static str>),
) {
    let (source, target) = (format!("news/en/{name}.txt"), format!("news/{locale}/{name}.txt"));
    record_files(project, name, locale, &source, &target, state);
}

/// The same, for files that stand elsewhere.
pub fn record_files(
    project: &Project,
    name: &str,
    locale: &str,
    source: &str,
    target: &str,
    state: impl Fn(usize) -> (LinkState, Option<&'static str>),
) {
    let document =
        |path: &str| (TreePath::new(path), plain_text().parse(fs::read(project.path(path)).unwrap()));
    let ((source_path, source), (target_path, target)) = (document(source), document(target));
    let endpoint = |locale: &str, path| Endpoint { locale: locale.parse().unwrap(), path };
    let mut record =
        Record::new(ArticleId::new("news", name), endpoint("en", source_path), endpoint(locale, target_path));
    let mut taken = Default::default();
    for (at, ((_, one), (_, other))) in source.article_blocks().zip(target.article_blocks()).enumerate() {
        let baseline = vec![BaselineUnit::from(one)];
        let hashes = vec![UnitHash::of(&other.text)];
        let (state, reason) = state(at);
        record.links.push(Link {
            id: LinkId::fresh(&baseline, &hashes, &mut taken),
            baseline,
            target: hashes,
            state,
            reason: reason.map(str::to_owned),
            by: "Ana".to_owned(),
            at: Timestamp::from_seconds(project.now).unwrap(),
            stands: None,
        });
    }
    assert!(record.links.len() > 3, "{name} has units to record");
    project.write(&record_path(name, locale), ledger::syntax::write(&record));
}

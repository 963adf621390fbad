//! `inspect --jsonl`: a page a line in, a verdict a line out, in order, in constant memory.
//!
//! How lines are read and answered: [`lines`].

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, RwLock};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::cli::error::Failure;
use crate::cli::lines::{self, Id, Refusal};
use crate::cli::reading::{Page, Reader};
use crate::cli::ui::Ui;
use crate::domain::locale::Locale;
use crate::domain::page::{Evidence, How, PageVerdict, Site, SourceText};
use crate::formats;

/// For how many requested locales beyond the site's a reader is kept.
const MOST_READERS: usize = 64;

/// A line in.
#[derive(Deserialize)]
#[serde(expecting = "an object with a text")]
struct Line<'l> {
    #[serde(default)]
    id: Id,
    #[serde(borrow)]
    text: Cow<'l, str>,
    #[serde(default)]
    requested: Option<Cow<'l, str>>,
    #[serde(default)]
    source: Option<String>,
}

/// A line out.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Id,
    verdict: PageVerdict,
    how: Option<How>,
    requested: Option<&'a Locale>,
    served: Option<&'a Locale>,
    source_share: f64,
    evidence: &'a [Evidence],
    stale_notice: bool,
}

/// What holds for a line that does not say otherwise.
#[derive(Clone, Copy)]
pub struct Defaults<'d> {
    /// The locale that it was asked for in.
    pub requested: Option<&'d Locale>,
    /// The source's text.
    pub source: Option<&'d Page>,
}

/// Answers every line of `input`; `name` as [`lines::run`] has it.
pub fn run(
    reader: &Reader,
    defaults: Defaults<'_>,
    input: impl Read,
    name: Option<&Path>,
    ui: &mut Ui,
) -> Result<(), Failure> {
    let readers = Readers { base: reader, others: RwLock::new(FxHashMap::default()) };
    lines::run(input, name, ui, |number, text| answer(&readers, defaults, number, text))
}

/// The readers for the site, and for pages asked for in a locale that the site was not said to have.
struct Readers<'r> {
    base: &'r Reader,
    others: RwLock<FxHashMap<Locale, Arc<Reader>>>,
}

impl Readers<'_> {
    /// Calls `with` with the reader whose site has that locale.
    fn reading<T>(&self, requested: Option<&Locale>, with: impl FnOnce(&Reader) -> T) -> T {
        let site = &self.base.site;
        let Some(locale) = requested.filter(|locale| !site.locales().contains(locale)) else {
            return with(self.base);
        };
        let kept = self.others.read().ok().and_then(|others| others.get(locale).cloned());
        if let Some(reader) = kept {
            return with(&reader);
        }
        let mut locales = site.locales().to_vec();
        locales.push(locale.clone());
        let reader = Arc::new(self.base.with_site(Site::new(site.source().clone(), locales)));
        if let Ok(mut others) = self.others.write()
            && others.len() < MOST_READERS
        {
            others.insert(locale.clone(), Arc::clone(&reader));
        }
        with(&reader)
    }
}

fn answer(
    readers: &Readers<'_>,
    defaults: Defaults<'_>,
    number: usize,
    text: &str,
) -> Result<Vec<u8>, Refusal> {
    let line: Line<'_> = lines::parsed(number, text, "\"id\", \"text\", \"requested\", \"source\"")?;
    let asked: Option<Locale> = match line.requested.as_deref().map(str::parse) {
        None => defaults.requested.cloned(),
        Some(Ok(locale)) => Some(locale),
        Some(Err(_)) => return Err(Refusal::new(line.id, number, "bad-locale", "line-bad-locale")),
    };
    readers.reading(asked.as_ref(), |reader| {
        let page = reader.read(formats::plain_text(), line.text.into_owned().into_bytes());
        let source = line.source.as_deref().map(SourceText::Text);
        let source = source.or_else(|| defaults.source.map(|page| SourceText::Document(&page.document)));
        let judgement = reader.judge(&page, asked.as_ref(), source);
        Ok(lines::line_of(&Answer {
            id: &line.id,
            verdict: judgement.verdict,
            how: judgement.how,
            requested: judgement.requested.as_ref(),
            served: judgement.served.as_ref(),
            source_share: (judgement.source_share * 1e4).round() / 1e4,
            stale_notice: judgement.stale_notice,
            evidence: &judgement.evidence,
        }))
    })
}

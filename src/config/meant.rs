//! From types to meaning: what the values of a configuration say together.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::globs::Globs;
use super::keys::{self, FRONT_MATTER, GATES, MEMORY, POLICY};
use super::problem::{Problem, Problems, Spot, nearest};
use super::template::{BadTemplate, Template};
use super::typed::{Fields, Placed};
use super::{
    Collection, Config, FrontMatter, Layout, Memories, Notice, PageByHand, Policy, Quality, Unrecorded,
    Urgency, WishRule,
};
use crate::domain::article::{TreePath, Wish};
use crate::domain::locale::Locale;
use crate::domain::package::urgency::Weights;
use crate::domain::pairing::{ByHand, LocaleNames};

/// Collections are compared with each other up to so many; a site with more has a script.
const MOST_COMPARED: usize = 200;

/// Puts a configuration together. `None`, or a value of no use, where `problems` has any.
pub(super) fn config(fields: &Fields, problems: &mut Problems<'_>) -> Option<Config> {
    let source = fields.locale("source").map(|placed| placed.value.clone());
    let listed = fields.locales("targets").unwrap_or_default();
    if fields.locales("targets").is_some_and(<[_]>::is_empty) {
        problems.add("empty-value", fields.span_of("targets"), vec![("key", "targets".to_owned())]);
    }
    let mut targets = Vec::new();
    for target in listed {
        if source.as_ref() == Some(&target.value) {
            problems.add("source-is-target", target.span.clone(), vec![("locale", target.value.to_string())]);
        } else {
            targets.push(target.value.clone());
        }
    }
    let known: Vec<Locale> = source.iter().chain(&targets).cloned().collect();
    let mut meaning = Meaning { problems, complete: source.is_some() && fields.has("targets"), known };

    let mut names = LocaleNames::new(&meaning.known);
    for (segment, locale) in fields.segments("segments") {
        meaning.check_known(locale, segment.span.clone());
        names.read_as(&segment.value, locale);
    }
    let ledger = match fields.text("ledger") {
        Some(text) => meaning.path("ledger", &text),
        None => Some(TreePath::new(".cotejo/ledger")),
    };

    let mut collections = Vec::new();
    let mut named = BTreeSet::new();
    for table in fields.tables("collection") {
        if let Some(name) = table.text("name")
            && !named.insert(name.value.to_owned())
        {
            let args = vec![("key", "name".to_owned()), ("value", name.value.to_owned())];
            meaning.problems.add("duplicate-value", name.span, args);
        }
        collections
            .extend(meaning.collection(table, source.as_ref(), &names).map(|c| (c, table.span.clone())));
    }
    if let Some(ledger) = &ledger {
        meaning.check_ledger(ledger, &collections);
    }
    meaning.check_overlaps(&collections);

    let mut wishes = Vec::new();
    for (key, wish) in [("keep", Wish::Keep), ("local", Wish::Local)] {
        for table in fields.tables(key) {
            wishes.extend(meaning.wish(key, wish, table));
        }
    }
    let mut pairs: Vec<ByHand> = Vec::new();
    let mut pairs_at: Vec<(Spot, Spot)> = Vec::new();
    // The line on which each target was first named.
    let mut lines: BTreeMap<TreePath, usize> = BTreeMap::new();
    for table in fields.tables("pair") {
        let Some((pair, at)) = meaning.pair(table) else { continue };
        match lines.get(&pair.target) {
            Some(line) => {
                let args = vec![("path", pair.target.to_string()), ("other", line.to_string())];
                meaning.problems.add("pair-target-twice", table.span_of("target"), args);
            }
            None => drop(lines.insert(pair.target.clone(), at.1.line)),
        }
        pairs.push(pair);
        pairs_at.push(at);
    }
    let front_matter = front_matter(fields.table("front_matter"));
    let policy = meaning.policy(fields.table("policy"));
    let urgency = meaning.urgency(fields.table("urgency"));
    let termbase = fields.table("termbase").and_then(|table| table.text("path"));
    let termbase = termbase.and_then(|text| meaning.path("path", &text));
    let memory = meaning.memory(fields.table("memory"));
    let notices = fields.tables("notice").iter().filter_map(|table| meaning.notice(table)).collect();

    let mut warnings = Vec::new();
    if collections.is_empty() && !fields.has("collection") {
        warnings.push(Problem { line: 1, column: 1, code: "no-collection", args: Vec::new() });
    }
    Some(Config {
        source: source?,
        targets,
        ledger: ledger?,
        names,
        collections: collections.into_iter().map(|(collection, _)| collection).collect(),
        wishes,
        pairs,
        pairs_at,
        front_matter,
        policy,
        urgency,
        termbase,
        memory,
        notices,
        warnings,
    })
}

struct Meaning<'p, 't> {
    problems: &'p mut Problems<'t>,
    /// Whether source and targets could be read, so that a locale can be said to be none of them.
    complete: bool,
    known: Vec<Locale>,
}

impl Meaning<'_, '_> {
    fn check_known(&mut self, locale: &Locale, span: Range<usize>) -> bool {
        let known = self.known.contains(locale);
        if !known && self.complete {
            let list: Vec<&str> = self.known.iter().map(Locale::as_str).collect();
            let args = vec![("value", locale.to_string()), ("known", list.join(", "))];
            self.problems.add("unknown-locale", span, args);
        }
        known
    }

    fn known_locale(&mut self, fields: &Fields, key: &str) -> Option<Locale> {
        let placed = fields.locale(key)?;
        self.check_known(placed.value, placed.span);
        Some(placed.value.clone())
    }

    fn path(&mut self, key: &str, text: &Placed<&str>) -> Option<TreePath> {
        let path = text.value.trim_end_matches('/');
        let mut start = path.chars();
        let drive = start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':');
        let code = if text.value.starts_with(['/', '~']) || drive {
            "path-absolute"
        } else if path.contains('\\') {
            "path-backslash"
        } else if path.split('/').any(|segment| matches!(segment, "" | "." | "..")) {
            "path-climbs"
        } else {
            return Some(TreePath::new(path));
        };
        let args = vec![("key", key.to_owned()), ("value", text.value.to_owned())];
        self.problems.add(code, text.span.clone(), args);
        None
    }

    fn url(&mut self, key: &str, fields: &Fields) -> Option<String> {
        let text = fields.text(key)?;
        let url = url::Url::parse(text.value).ok();
        let web = url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !web {
            let args = vec![("key", key.to_owned()), ("value", text.value.to_owned())];
            self.problems.add("bad-url", text.span, args);
        }
        web.then(|| text.value.to_owned())
    }

    fn globs(&mut self, key: &str, texts: &[Placed<&str>]) -> Globs {
        let patterns: Vec<&str> = texts.iter().map(|text| text.value).collect();
        match Globs::read(&patterns) {
            Ok(globs) => globs,
            Err(_) => {
                for text in texts.iter().filter(|text| Globs::read(&[text.value]).is_err()) {
                    let args = vec![("key", key.to_owned()), ("value", text.value.to_owned())];
                    self.problems.add("bad-glob", text.span.clone(), args);
                }
                Globs::default()
            }
        }
    }

    fn collection(
        &mut self,
        fields: &Fields,
        source: Option<&Locale>,
        site: &LocaleNames,
    ) -> Option<Collection> {
        let name = fields.text("name");
        if let Some(name) = &name
            && (name.value.contains(['/', '~']) || name.value.chars().any(char::is_control))
        {
            let args = vec![("value", name.value.to_owned())];
            self.problems.add("bad-name", name.span.clone(), args);
        }
        let name = name.map(|name| name.value.to_owned()).unwrap_or_default();
        let mut names = site.clone();
        for (segment, locale) in fields.segments("segments") {
            self.check_known(locale, segment.span.clone());
            names.write_as(&segment.value, locale);
        }
        let source_locale = self.known_locale(fields, "source_locale").or_else(|| source.cloned());
        let requested = self.known_locale(fields, "requested");
        let base_url = self.url("base_url", fields);
        let exclude: Vec<Placed<&str>> = fields
            .texts("exclude")
            .unwrap_or_default()
            .iter()
            .map(|text| Placed { value: text.value.as_str(), span: text.span.clone() })
            .collect();
        let exclude = self.globs("exclude", &exclude);

        let mut pages = BTreeMap::new();
        for page in fields.tables("page") {
            let Some(file) = page.text("file") else { continue };
            let told = PageByHand {
                requested: self.known_locale(page, "requested"),
                url: self.url("url", page),
                article: page.text("article").map(|text| text.value.to_owned()),
            };
            let Some(path) = self.path("file", &file) else { continue };
            if pages.insert(path, told).is_some() {
                let args = vec![("key", "file".to_owned()), ("value", file.value.to_owned())];
                self.problems.add("duplicate-value", file.span, args);
            }
        }
        if !fields.has("pages") {
            for key in ["requested", "page"].into_iter().filter(|key| fields.has(key)) {
                let args = vec![("key", key.to_owned()), ("name", name.clone())];
                self.problems.add("key-for-pages", fields.span_of(key), args);
            }
        }

        let layout = self.layout(&name, fields, &names);
        Some(Collection {
            name,
            layout: layout?,
            source_locale: source_locale?,
            requested,
            base_url,
            format: fields.text("format").map(|text| text.value.to_owned()),
            exclude,
            pages,
            spots: ["files", "source", "target", "pages"]
                .into_iter()
                .map(|key| (key, self.problems.spot(fields.span_of(key).start)))
                .collect(),
            names,
        })
    }

    fn layout(&mut self, name: &str, fields: &Fields, names: &LocaleNames) -> Option<Layout> {
        let in_files = fields.text("locale_from").is_some_and(|text| text.value == keys::FRONT_MATTER_TELLS);
        let files = self.template("files", fields, names).and_then(|template| {
            let bad = match (in_files, template.has_locale()) {
                (true, true) => Some("template-locale-apart"),
                (false, false) => Some("template-no-locale"),
                _ => None,
            };
            let Some(code) = bad else { return Some(template) };
            let args = vec![("template", template.as_str().to_owned()), ("key", "files".to_owned())];
            self.problems.add(code, fields.text("files")?.span, args);
            None
        });
        if in_files && !fields.has("files") {
            self.problems.add(
                "locale-from-sides",
                fields.span_of("locale_from"),
                vec![("name", name.to_owned())],
            );
        }
        let source = self.template("source", fields, names);
        let target = self.template("target", fields, names);
        let pages = self.template("pages", fields, names);
        let has = |key: &str| fields.has(key);
        let named = || ("name", name.to_owned());
        let half =
            |has: &str, lacks: &str| vec![named(), ("has", has.to_owned()), ("lacks", lacks.to_owned())];
        match (has("files"), has("source"), has("target"), has("pages")) {
            (true, false, false, false) => files.map(Layout::Files),
            (true, ..) => {
                self.problems.add("collection-mixed", fields.span_of("files"), vec![named()]);
                None
            }
            (_, s, t, true) => {
                let whole = (!s || source.is_some()) && (!t || target.is_some());
                pages.filter(|_| whole).map(|pages| Layout::Pages { pages, source, target })
            }
            (_, true, true, _) => Some(Layout::Sides { source: source?, target: target? }),
            (_, true, false, _) => {
                self.problems.add("collection-half", fields.span_of("source"), half("source", "target"));
                None
            }
            (_, false, true, _) => {
                self.problems.add("collection-half", fields.span_of("target"), half("target", "source"));
                None
            }
            _ => {
                self.problems.add("collection-no-files", fields.span.clone(), vec![named()]);
                None
            }
        }
    }

    fn template(&mut self, key: &'static str, fields: &Fields, names: &LocaleNames) -> Option<Template> {
        let text = fields.text(key)?;
        let needs = keys::COLLECTION.key(key).map(|key| key.kind);
        let read = Template::read(text.value, names).and_then(|template| match needs {
            Some(keys::Kind::Template(keys::NeedsLocale::Yes)) if !template.has_locale() => {
                Err(BadTemplate::NoLocale)
            }
            Some(keys::Kind::Template(keys::NeedsLocale::No)) if template.has_locale() => {
                Err(BadTemplate::Locale)
            }
            _ => Ok(template),
        });
        let bad = match read {
            Ok(template) => return Some(template),
            Err(bad) => bad,
        };
        // Within a plain literal the place of the slip is exact; with escapes, its line is.
        let inside = |at: usize| {
            let written = self.problems.text.get(text.span.clone()).unwrap_or_default();
            let plain = written.get(1..).is_some_and(|rest| rest.starts_with(text.value));
            let offset = text.value.char_indices().nth(at).map_or(0, |(byte, _)| byte + 1);
            let start = text.span.start + if plain { offset } else { 0 };
            start..text.span.end.max(start)
        };
        let template = || ("template", text.value.to_owned());
        let with_key = || vec![template(), ("key", key.to_owned())];
        let path = || vec![("key", key.to_owned()), ("value", text.value.to_owned())];
        let (code, span, args) = match bad {
            BadTemplate::Empty => ("empty-value", text.span.clone(), vec![("key", key.to_owned())]),
            BadTemplate::Brace(at) => ("template-brace", inside(at), vec![template()]),
            BadTemplate::Placeholder(word, at) => {
                let mut args = vec![template(), ("placeholder", word.clone())];
                // `lang` is what other tools call it; no edit distance finds that.
                let synonym =
                    matches!(word.as_str(), "lang" | "language" | "l10n" | "i18n").then_some("locale");
                match synonym.or_else(|| nearest(&word, ["locale", "name", "path"])) {
                    Some(near) => {
                        args.push(("nearest", near.to_owned()));
                        ("template-placeholder-near", inside(at), args)
                    }
                    None => ("template-placeholder", inside(at), args),
                }
            }
            BadTemplate::NameAndPath => ("template-name-and-path", text.span.clone(), vec![template()]),
            BadTemplate::StemTwice => ("template-stem-twice", text.span.clone(), vec![template()]),
            BadTemplate::NoStem => ("template-no-stem", text.span.clone(), vec![template()]),
            BadTemplate::NoLocale => ("template-no-locale", text.span.clone(), with_key()),
            BadTemplate::Locale => ("template-locale", text.span.clone(), with_key()),
            BadTemplate::Adjacent(at) => ("template-adjacent", inside(at), vec![template()]),
            BadTemplate::Star(at) => ("template-star", inside(at), vec![template()]),
            BadTemplate::Reserved(name) => {
                ("template-reserved", text.span.clone(), vec![template(), ("folder", name)])
            }
            BadTemplate::TooLong => ("template-too-long", text.span.clone(), vec![template()]),
            BadTemplate::Absolute => ("path-absolute", text.span.clone(), path()),
            BadTemplate::Segment(_) => ("path-climbs", text.span.clone(), path()),
            BadTemplate::Backslash(at) => ("path-backslash", inside(at), path()),
        };
        self.problems.add(code, span, args);
        None
    }

    /// No file in the folder of the records is an article.
    fn check_ledger(&mut self, ledger: &TreePath, collections: &[(Collection, Range<usize>)]) {
        let below = format!("{ledger}/");
        for (collection, _) in collections {
            let inside = collection.named_templates().filter(|(_, one)| one.folder().starts_with(&below));
            for (key, template) in inside {
                let args = vec![("template", template.as_str().to_owned()), ("ledger", ledger.to_string())];
                let spot = collection.spots.get(key).copied().unwrap_or_default();
                self.problems.add_at("template-in-ledger", spot, args);
            }
        }
    }

    /// Whether two collections claim one file, tried on files that each would have.
    fn check_overlaps(&mut self, collections: &[(Collection, Range<usize>)]) {
        let compared = collections.get(..collections.len().min(MOST_COMPARED)).unwrap_or_default();
        for (at, (later, span)) in compared.iter().enumerate() {
            let earlier = compared.iter().take(at);
            let found = earlier
                .filter(|(other, _)| other.exclude.is_empty() && later.exclude.is_empty())
                .find_map(|(other, _)| {
                    let claims = |one: &Collection, two: &Collection| {
                        self.samples(one)
                            .into_iter()
                            .find(|path| one.seen(path).is_some() && two.seen(path).is_some())
                    };
                    Some((other, claims(other, later).or_else(|| claims(later, other))?))
                });
            if let Some((other, example)) = found {
                let args =
                    vec![("name", later.name.clone()), ("other", other.name.clone()), ("example", example)];
                self.problems.add("collections-overlap", span.clone(), args);
            }
        }
    }

    /// A few paths that a collection would claim.
    fn samples(&self, collection: &Collection) -> Vec<String> {
        let mut paths = Vec::new();
        for template in collection.templates() {
            for locale in &self.known {
                for stem in ["a", "a/b"] {
                    paths.extend(template.fill(locale, stem).map(|path| path.to_string()));
                }
                if !template.has_locale() {
                    break;
                }
            }
        }
        paths
    }

    fn wish(&mut self, table: &'static str, wish: Wish, fields: &Fields) -> Option<WishRule> {
        if !fields.has("path") && !fields.has("article") {
            self.problems.add("wish-of-nothing", fields.span.clone(), vec![("table", table.to_owned())]);
        }
        let mut globs = |key: &str| fields.text(key).map(|text| self.globs(key, &[text]));
        let (path, article) = (globs("path"), globs("article"));
        let locales = fields.locales("locales").map(|list| {
            let known = list.iter().filter(|locale| self.check_known(&locale.value, locale.span.clone()));
            known.map(|locale| locale.value.clone()).collect()
        });
        let reason = fields.text("reason").map(|text| text.value.to_owned());
        let at = |key: &str| self.problems.spot(fields.span_of(key).start);
        let (path_at, article_at) = (at("path"), at("article"));
        Some(WishRule { wish, path, article, path_at, article_at, locales, reason })
    }

    fn pair(&mut self, fields: &Fields) -> Option<(ByHand, (Spot, Spot))> {
        let source = fields.text("source").and_then(|text| self.path("source", &text));
        let target = fields.text("target").and_then(|text| self.path("target", &text));
        let locale = self.known_locale(fields, "locale");
        if source.is_some() && source == target {
            let path = source.as_ref().map(TreePath::to_string).unwrap_or_default();
            self.problems.add("pair-one-file", fields.span_of("target"), vec![("path", path)]);
        }
        let at = |key: &str| self.problems.spot(fields.span_of(key).start);
        Some((ByHand { source: source?, target: target?, locale }, (at("source"), at("target"))))
    }

    fn policy(&mut self, fields: Option<&Fields>) -> Policy {
        let none = Fields::default();
        let fields = fields.unwrap_or(&none);
        let word = |key: &str| match fields.text(key) {
            Some(text) => text.value.to_owned(),
            None => default_texts(POLICY.key(key)).into_iter().next().unwrap_or_default(),
        };
        let fail_on: Vec<String> = match fields.texts("fail_on") {
            Some(texts) => texts.iter().map(|text| text.value.clone()).collect(),
            None => default_texts(POLICY.key("fail_on")),
        };
        let mut coverage = BTreeMap::new();
        for (locale, share) in fields.percentages("coverage") {
            self.check_known(&locale.value, locale.span.clone());
            let share = u8::try_from(*share).unwrap_or(100);
            if coverage.insert(locale.value.clone(), share).is_some() {
                let args = vec![("key", "coverage".to_owned()), ("value", locale.value.to_string())];
                self.problems.add("duplicate-value", locale.span.clone(), args);
            }
        }
        Policy {
            outdated_from: word("outdated_from"),
            unrecorded: match word("unrecorded").as_str() {
                "allow" => Unrecorded::Allow,
                "fail" => Unrecorded::Fail,
                _ => Unrecorded::Warn,
            },
            quality: match word("quality").as_str() {
                "allow" => Quality::Allow,
                "warn" => Quality::Warn,
                "warnings" => Quality::Warnings,
                _ => Quality::Errors,
            },
            fail_on: GATES
                .iter()
                .filter(|gate| fail_on.iter().any(|w| w == *gate))
                .map(|g| (*g).to_owned())
                .collect(),
            grace_days: fields.whole("grace_days").and_then(|days| u16::try_from(days).ok()).unwrap_or(0),
            coverage,
        }
    }

    fn urgency(&mut self, fields: Option<&Fields>) -> Urgency {
        let usual = Weights::default();
        let weight = |key: &str, usual: u32| {
            let given = fields.and_then(|fields| fields.whole(key));
            given.and_then(|weight| u32::try_from(weight).ok()).unwrap_or(usual)
        };
        let figures = fields.and_then(|fields| fields.text("figures"));
        Urgency {
            weights: Weights {
                fresh: weight("fresh", usual.fresh),
                change: weight("change", usual.change),
                traffic: weight("traffic", usual.traffic),
                half_life: weight("half_life", usual.half_life),
            },
            figures: figures.and_then(|text| self.path("figures", &text)),
        }
    }

    fn memory(&mut self, fields: Option<&Fields>) -> Memories {
        let files: Vec<Placed<&str>> = fields
            .and_then(|fields| fields.texts("files"))
            .unwrap_or_default()
            .iter()
            .map(|text| Placed { value: text.value.as_str(), span: text.span.clone() })
            .collect();
        let usual = default_texts(MEMORY.key("penalty")).first().and_then(|text| text.parse().ok());
        let penalty = fields
            .and_then(|fields| fields.whole("penalty"))
            .and_then(|penalty| u8::try_from(penalty).ok())
            .or(usual)
            .unwrap_or(1);
        Memories { files: self.globs("files", &files), penalty }
    }

    fn notice(&mut self, fields: &Fields) -> Option<Notice> {
        // A notice may well be in a language that is none of the site's targets.
        let locale = fields.locale("locale").map(|placed| placed.value.clone());
        let text = fields.text("text")?;
        let mut rest = text.value;
        while let Some((_, after)) = rest.split_once('{') {
            let (slot, beyond) = after.split_once('}').unwrap_or((after, ""));
            if !matches!(slot, "target" | "served") {
                let slot: String = slot.chars().take(40).collect();
                self.problems.add("notice-slot", text.span.clone(), vec![("slot", slot)]);
            }
            rest = beyond;
        }
        let name = fields.text("name").map(|text| text.value.to_owned());
        Some(Notice { name, text: text.value.to_owned(), locale })
    }
}

/// A key's default as texts, taken from the one list of keys. The values there are TOML whose
/// only characters beyond words are quotes, brackets and commas.
fn default_texts(key: Option<&keys::Key>) -> Vec<String> {
    let default = key.map_or("", |key| key.default);
    let words = default.split(['"', '[', ']', ',', ' ']).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn front_matter(fields: Option<&Fields>) -> FrontMatter {
    let list = |key: &str| match fields.and_then(|fields| fields.texts(key)) {
        Some(texts) => texts.iter().map(|text| text.value.clone()).collect(),
        None => default_texts(FRONT_MATTER.key(key)),
    };
    FrontMatter {
        translation_key: list("translation_key"),
        locale: list("locale"),
        source_locale: list("source_locale"),
        url: list("url"),
    }
}

//! Path templates: `docs/{locale}/{path}.md`.
//!
//! A template says which files belong to a collection, and takes a path apart into the locale and
//! the *stem*, the part that all versions of an article share. `{locale}` stands for a name of one
//! of the site's locales, `{name}` for one path segment or a part of it, `{path}` for one or more
//! whole or partial segments. A template has one `{name}` or one `{path}`, and any number of
//! `{locale}`, which must agree.
//!
//! Matching tries every end of the stem from the shortest on, and the longest locale name first:
//! `about-pt-BR.md` is `about` in `pt-BR`. With one stem and bounded locale names this is linear
//! in the path for each literal part, so no regular expression is needed, and no path can make it
//! slow.

use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::pairing::{LONGEST_NAME, LocaleNames};

/// Longer paths match no template: no file system has them.
const LONGEST_PATH: usize = 4096;

/// More parts than that no template needs.
const MOST_PARTS: usize = 16;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Locale,
    Name,
    Path,
}

/// A path template, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    text: String,
    parts: Vec<Part>,
    names: LocaleNames,
}

/// What a template caught in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captures {
    /// The locale; `None` where the template has no `{locale}`.
    pub locale: Option<Locale>,
    /// The locale's name as the path has it (`zh-cn`, `ES`).
    pub segment: Option<String>,
    /// What `{name}` or `{path}` caught.
    pub stem: String,
}

/// Why a text is no template. Each has a message of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadTemplate {
    /// It is empty.
    Empty,
    /// A `{` without its `}`, or the other way round, at this character (from 0).
    Brace(usize),
    /// A placeholder that is none, with its text and the character it begins at.
    Placeholder(String, usize),
    /// Both `{name}` and `{path}`.
    NameAndPath,
    /// `{name}` or `{path}` twice.
    StemTwice,
    /// Neither `{name}` nor `{path}`.
    NoStem,
    /// No `{locale}` where one is needed.
    NoLocale,
    /// A `{locale}` where the locale is settled.
    Locale,
    /// Two placeholders with nothing between them.
    Adjacent(usize),
    /// It begins at the root of the file system or with a drive.
    Absolute,
    /// `..`, `.` or an empty segment: it leaves the project, or no path looks like it.
    Segment(String),
    /// `\` between segments.
    Backslash(usize),
    /// More than 16 parts.
    TooLong,
    /// A `*`, which is no placeholder, at this character.
    Star(usize),
    /// A folder that is never looked into, with its name.
    Reserved(String),
}

/// Folders that belong to cotejo or to version control: no article is looked for there.
const RESERVED: [&str; 5] = [".cotejo", ".git", ".hg", ".svn", ".jj"];

impl Template {
    /// Reads a template. `names` are the names that `{locale}` may stand for.
    pub fn read(text: &str, names: &LocaleNames) -> Result<Template, BadTemplate> {
        if text.is_empty() {
            return Err(BadTemplate::Empty);
        }
        if let Some(at) = text.chars().position(|c| c == '\\') {
            return Err(BadTemplate::Backslash(at));
        }
        check_path(text)?;
        if let Some(at) = text.chars().position(|c| c == '*') {
            return Err(BadTemplate::Star(at));
        }
        if let Some((folders, _)) = text.rsplit_once('/')
            && let Some(name) = folders.split('/').find(|name| RESERVED.contains(name))
        {
            return Err(BadTemplate::Reserved(name.to_owned()));
        }
        let parts = parts(text)?;
        if parts.len() > MOST_PARTS || text.len() > LONGEST_PATH {
            return Err(BadTemplate::TooLong);
        }
        let count = |kind: Part| parts.iter().filter(|part| **part == kind).count();
        match (count(Part::Name), count(Part::Path)) {
            (0, 0) => return Err(BadTemplate::NoStem),
            (1, 0) | (0, 1) => {}
            (0, _) | (_, 0) => return Err(BadTemplate::StemTwice),
            _ => return Err(BadTemplate::NameAndPath),
        }
        Ok(Template { text: text.to_owned(), parts, names: names.clone() })
    }

    /// The template as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the template catches the locale.
    pub fn has_locale(&self) -> bool {
        self.parts.contains(&Part::Locale)
    }

    /// The folder below which every path of this template lies (`docs/` of
    /// `docs/{locale}/{path}.md`; empty for the whole tree): all that a walker has to visit.
    pub fn folder(&self) -> &str {
        let fixed = match self.parts.first() {
            Some(Part::Text(text)) => text.len(),
            _ => 0,
        };
        let fixed = self.text.get(..fixed).unwrap_or_default();
        fixed.rfind('/').and_then(|slash| fixed.get(..=slash)).unwrap_or_default()
    }

    /// Takes a path (relative, with `/`) apart; `None` where it doesn't fit. Any text may be given.
    pub fn matches(&self, path: &str) -> Option<Captures> {
        let caught = self.caught(path)?;
        Some(Captures {
            locale: caught.locale.cloned(),
            segment: caught.segment.map(str::to_owned),
            stem: caught.stem.to_owned(),
        })
    }

    /// As [`Template::matches`], without a copy of anything: every file of a tree goes through here.
    pub(super) fn caught<'t, 'p>(&'t self, path: &'p str) -> Option<Caught<'t, 'p>> {
        if path.len() > LONGEST_PATH {
            return None;
        }
        let mut found = Found { segment: None, stem: None };
        self.fit(&self.parts, path, &mut found).then_some(())?;
        let locale = match found.segment {
            Some(segment) => Some(self.names.get(segment)?),
            None => None,
        };
        Some(Caught { locale, segment: found.segment, stem: found.stem? })
    }

    fn fit<'p>(&self, parts: &[Part], rest: &'p str, found: &mut Found<'p>) -> bool {
        let Some((part, after)) = parts.split_first() else { return rest.is_empty() };
        match part {
            Part::Text(text) => {
                rest.strip_prefix(text.as_str()).is_some_and(|rest| self.fit(after, rest, found))
            }
            Part::Locale => {
                if let Some(segment) = found.segment {
                    return rest.strip_prefix(segment).is_some_and(|rest| self.fit(after, rest, found));
                }
                let segment_end = rest.bytes().take(LONGEST_NAME).take_while(|byte| *byte != b'/').count();
                for end in (1..=segment_end).rev() {
                    // Within a character there is no end.
                    let Some((name, rest)) = rest.split_at_checked(end) else { continue };
                    if !self.literal_follows(after, rest) || self.names.get(name).is_none() {
                        continue;
                    }
                    found.segment = Some(name);
                    if self.fit(after, rest, found) {
                        return true;
                    }
                    found.segment = None;
                }
                false
            }
            Part::Name | Part::Path => {
                // Mostly the stem is followed by what every path ends in, or by nothing: then there
                // is one end that it can have.
                let ending = match after {
                    [] => Some(""),
                    [Part::Text(text)] => Some(text.as_str()),
                    _ => None,
                };
                if let Some(ending) = ending {
                    let Some(stem) = rest.strip_suffix(ending) else { return false };
                    let fits = is_stem(stem) && (*part == Part::Path || !stem.contains('/'));
                    found.stem = fits.then_some(stem);
                    return fits;
                }
                for (at, c) in rest.char_indices() {
                    if c == '/' && *part == Part::Name {
                        return false;
                    }
                    let Some((stem, rest)) = rest.split_at_checked(at + c.len_utf8()) else { continue };
                    if !self.literal_follows(after, rest) {
                        continue;
                    }
                    found.stem = Some(stem);
                    if self.fit(after, rest, found) && is_stem(stem) {
                        return true;
                    }
                    found.stem = None;
                }
                false
            }
        }
    }

    /// A cheap look ahead: the text that has to come next does.
    fn literal_follows(&self, after: &[Part], rest: &str) -> bool {
        match after.first() {
            Some(Part::Text(text)) => rest.starts_with(text.as_str()),
            Some(_) => true,
            None => rest.is_empty(),
        }
    }

    /// The path of an article's version: `locale` by the name the collection writes for it.
    /// `None` where the template can't make such a path, or would read it otherwise.
    pub fn fill(&self, locale: &Locale, stem: &str) -> Option<TreePath> {
        let path = self.fill_as(self.names.spell(locale), stem)?;
        let read = self.matches(path.as_str())?;
        read.locale.is_none_or(|read| read == *locale).then_some(path)
    }

    /// The path with `segment` as the locale's name, as another file of the collection writes it.
    pub fn fill_as(&self, segment: &str, stem: &str) -> Option<TreePath> {
        let mut path = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => path.push_str(text),
                Part::Locale => path.push_str(segment),
                Part::Name | Part::Path => path.push_str(stem),
            }
        }
        let read = self.matches(&path)?;
        let same = read.stem == stem && read.segment.is_none_or(|read| read == segment);
        same.then(|| TreePath::new(path))
    }
}

/// What a template caught in a path, borrowed from both.
pub(super) struct Caught<'t, 'p> {
    pub(super) locale: Option<&'t Locale>,
    pub(super) segment: Option<&'p str>,
    pub(super) stem: &'p str,
}

/// What was caught on the way.
struct Found<'p> {
    segment: Option<&'p str>,
    stem: Option<&'p str>,
}

fn is_stem(stem: &str) -> bool {
    stem.split('/').all(|segment| !matches!(segment, "" | "." | ".."))
}

/// Checks that the template is a relative path that stays in the project.
fn check_path(text: &str) -> Result<(), BadTemplate> {
    let mut start = text.chars();
    let drive = start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':');
    if text.starts_with('/') || text.starts_with('~') || drive {
        return Err(BadTemplate::Absolute);
    }
    match text.split('/').find(|segment| matches!(*segment, "" | "." | "..")) {
        Some(segment) => Err(BadTemplate::Segment(segment.to_owned())),
        None => Ok(()),
    }
}

fn parts(text: &str) -> Result<Vec<Part>, BadTemplate> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut open: Option<(usize, String)> = None;
    for (at, c) in text.chars().enumerate() {
        match (c, open.take()) {
            ('{', None) => open = Some((at, String::new())),
            ('}', Some((from, name))) => {
                let part = match name.as_str() {
                    "locale" => Part::Locale,
                    "name" => Part::Name,
                    "path" => Part::Path,
                    _ => return Err(BadTemplate::Placeholder(name, from)),
                };
                if !literal.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut literal)));
                } else if !parts.is_empty() {
                    return Err(BadTemplate::Adjacent(from));
                }
                parts.push(part);
            }
            ('{' | '}', _) => return Err(BadTemplate::Brace(at)),
            (c, Some((from, mut name))) => {
                name.push(c);
                open = Some((from, name));
            }
            (c, None) => literal.push(c),
        }
    }
    if let Some((from, _)) = open {
        return Err(BadTemplate::Brace(from));
    }
    if !literal.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> LocaleNames {
        let locales: Vec<Locale> = ["en", "es", "pt-BR", "pt", "br", "zh-Hans", "sr-Latn"]
            .iter()
            .map(|tag| tag.parse().expect(tag))
            .collect();
        let mut names = LocaleNames::new(&locales);
        names.write_as("zh-cn", &locales[5]);
        names
    }

    fn template(text: &str) -> Template {
        Template::read(text, &names()).expect(text)
    }

    #[test]
    fn a_path_is_taken_apart_as_its_author_meant_it() {
        for (text, path, locale, stem) in [
            ("docs/{locale}/{path}.md", "docs/es/a.md", "es", "a"),
            ("docs/{locale}/{path}.md", "docs/PT-br/a/b.c.md", "pt-BR", "a/b.c"),
            ("docs/{locale}/{path}.md", "docs/zh-cn/a.md.md", "zh-Hans", "a.md"),
            ("{path}.{locale}.md", "content/a.b/x.es.md", "es", "content/a.b/x"),
            ("{path}.{locale}.md", "v1.es.pt_BR.md", "pt-BR", "v1.es"),
            ("{name}-{locale}.txt", "about-pt-BR.txt", "pt-BR", "about"),
            ("{name}_{locale}.txt", "about_us_es.txt", "es", "about_us"),
            ("{locale}/{path}.{locale}.md", "es/a.es.es.md", "es", "a.es"),
            ("{locale}/_posts/{path}.md", "sr-latn/_posts/2020-01-01-x.md", "sr-Latn", "2020-01-01-x"),
            ("d/{locale}/{path}", "d/es/línea\nrota.md", "es", "línea\nrota.md"),
        ] {
            let found = template(text).matches(path);
            let found = found.unwrap_or_else(|| panic!("{text} does not match {path:?}"));
            assert_eq!(
                (found.locale.as_ref().map(Locale::as_str), found.stem.as_str()),
                (Some(locale), stem),
                "{path}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_not_taken() {
        for (text, path) in [
            ("docs/{locale}/{path}.md", "docs/de/a.md"),
            ("docs/{locale}/{path}.md", "docs/es/.md"),
            ("docs/{locale}/{path}.md", "docs/es/a.txt"),
            ("docs/{locale}/{path}.md", "docs/es//a.md"),
            ("docs/{locale}/{path}.md", "docs/es/../a.md"),
            ("docs/{locale}/{path}.md", "Docs/es/a.md"),
            ("docs/{locale}/{name}.md", "docs/es/a/b.md"),
            ("{locale}/{path}.{locale}.md", "es/a.pt.md"),
            ("{path}.{locale}.md", "es.md"),
        ] {
            assert_eq!(template(text).matches(path), None, "{text} takes {path}");
        }
    }

    #[test]
    fn wrong_templates_are_refused_with_the_reason() {
        for (text, why) in [
            ("", BadTemplate::Empty),
            ("docs/{locale}/{path", BadTemplate::Brace(14)),
            ("docs/locale}/{path}", BadTemplate::Brace(11)),
            ("docs/{{locale}/{path}", BadTemplate::Brace(6)),
            ("docs/{lang}/{path}", BadTemplate::Placeholder("lang".to_owned(), 5)),
            ("{locale}/{name}/{path}", BadTemplate::NameAndPath),
            ("{locale}/{name}/{name}", BadTemplate::StemTwice),
            ("docs/{locale}/index.md", BadTemplate::NoStem),
            ("docs/{locale}{path}.md", BadTemplate::Adjacent(13)),
            ("/docs/{locale}/{path}", BadTemplate::Absolute),
            ("C:/docs/{locale}/{path}", BadTemplate::Absolute),
            ("../{locale}/{path}", BadTemplate::Segment("..".to_owned())),
            ("a/./{locale}/{path}", BadTemplate::Segment(".".to_owned())),
            ("a//{locale}/{path}", BadTemplate::Segment(String::new())),
            ("a\\{locale}/{path}", BadTemplate::Backslash(1)),
            ("{locale}/*/{path}.md", BadTemplate::Star(9)),
            (".cotejo/x/{locale}/{path}", BadTemplate::Reserved(".cotejo".to_owned())),
            ("a/.git/{locale}/{path}", BadTemplate::Reserved(".git".to_owned())),
        ] {
            assert_eq!(Template::read(text, &names()).err(), Some(why), "{text}");
        }
    }

    #[test]
    fn a_walker_visits_only_what_can_match() {
        for (text, folder) in [
            ("docs/{locale}/{path}.md", "docs/"),
            ("{locale}/{path}.md", ""),
            ("i18n/x/doc-{locale}/{path}", "i18n/x/"),
            ("readme.{locale}.{name}", ""),
        ] {
            assert_eq!(template(text).folder(), folder);
        }
    }

    #[test]
    fn a_new_path_is_written_as_the_project_writes_its_locales() {
        let zh: Locale = "zh-Hans".parse().expect("a tag");
        let docs = template("docs/{locale}/{path}.md");
        assert_eq!(docs.fill(&zh, "a/b").map(|p| p.to_string()).as_deref(), Some("docs/zh-cn/a/b.md"));
        assert_eq!(docs.fill_as("zh_Hans", "a").map(|p| p.to_string()).as_deref(), Some("docs/zh_Hans/a.md"));
        for stem in ["", "../a", "a//b", "/a"] {
            assert_eq!(docs.fill(&zh, stem), None, "{stem}");
        }
        // `about-pt` in Breton would be read as `about` in Brazilian Portuguese.
        let br: Locale = "br".parse().expect("a tag");
        assert_eq!(template("{name}-{locale}.md").fill(&br, "about-pt"), None);
    }

    const TEMPLATES: [&str; 7] = [
        "docs/{locale}/{path}.md",
        "{path}.{locale}.md",
        "{locale}/{name}.txt",
        "{name}_{locale}.txt",
        "a/{locale}/b/{path}",
        "{locale}/{path}.{locale}",
        "seeds/{name}.txt",
    ];

    proptest! {
        #[test]
        fn matching_and_filling_undo_each_other(
            text in prop::sample::select(&TEMPLATES[..]),
            tag in prop::sample::select(vec!["en", "es", "pt-BR", "pt", "br", "zh-Hans"]),
            stem in "[a-zé._-]{1,6}(/[a-z.]{1,4}){0,2}",
        ) {
            let (template, locale) = (template(text), tag.parse::<Locale>().expect(tag));
            if let Some(path) = template.fill(&locale, &stem) {
                let found = template.matches(path.as_str()).expect("what was filled matches");
                prop_assert_eq!(&found.stem, &stem);
                prop_assert_eq!(found.locale, template.has_locale().then_some(locale));
            }
        }

        #[test]
        fn every_path_that_matches_is_made_again(
            text in prop::sample::select(&TEMPLATES[..]),
            path in "(docs/|a/|seeds/)?((es|PT-br|zh_hans|en)[/._]){0,2}[a-z./]{0,6}[._/]?(b/)?(es|pt)?(\\.md|\\.txt|\\.es)?",
        ) {
            let template = template(text);
            if let Some(found) = template.matches(&path) {
                let again = template.fill_as(found.segment.as_deref().unwrap_or_default(), &found.stem);
                prop_assert_eq!(again.map(|p| p.to_string()), Some(path));
            }
        }

        #[test]
        fn no_text_breaks_it(text in "[{}a-z/.\\\\é]{0,30}", path in ".{0,80}") {
            if let Ok(template) = Template::read(&text, &names()) {
                let _ = template.matches(&path);
                prop_assert!(text.starts_with(template.folder()));
            }
            for text in TEMPLATES {
                let _ = template(text).matches(&path);
            }
        }
    }

    #[test]
    fn most_paths_a_template_is_tried_on_are_ordinary() {
        // So that the properties above say something: the ordinary cases do fill.
        let es: Locale = "es".parse().expect("a tag");
        for text in TEMPLATES {
            assert!(template(text).fill(&es, "about").is_some(), "{text}");
        }
    }
}

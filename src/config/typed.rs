//! From text to types: which keys there are and what each value is, by [`super::keys`].
//!
//! The first of two passes. It parses with recovery, so that several slips of syntax are told at
//! once, refuses what is unknown or of the wrong type, and reads each single value: tags,
//! templates' text, numbers. What values mean together is the second pass, [`super::meant`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{FILE, Key, Kind, Table};
use super::problem::{Problems, nearest};
use super::syntax::{self, Slip};
use crate::domain::locale::{BadLocale, Locale, NoLocale};

/// A larger file is not read: a hand-written one of thousands of pairs stays far below.
pub(super) const LARGEST: usize = 1 << 20;

/// No more errors of syntax are told: what follows a few is mostly their echo.
const MOST_SYNTAX_ERRORS: usize = 20;

/// A value that has its type, with its place.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// A value as its key wants it.
#[derive(Clone, Debug)]
pub(super) enum Typed {
    /// `Text`, `Template`, `Path`, `Glob`, `Url`, `OneOf`.
    Text(String),
    /// `Texts`, `Globs`, `SomeOf`.
    Texts(Vec<Placed<String>>),
    Locale(Locale),
    Locales(Vec<Placed<Locale>>),
    Whole(i64),
    Percentages(Vec<(Placed<Locale>, i64)>),
    Segments(Vec<(Placed<String>, Locale)>),
    Table(Fields),
    Tables(Vec<Fields>),
}

/// A table's values by key, and the place of the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    pub(super) span: Range<usize>,
    values: BTreeMap<&'static str, Placed<Typed>>,
    /// Keys that stand there but have no value that could be read.
    spoiled: BTreeSet<&'static str>,
}

impl Fields {
    /// Whether the key stands there, be its value right or wrong.
    pub(super) fn has(&self, key: &str) -> bool {
        self.values.contains_key(key) || self.spoiled.contains(key)
    }

    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.values.get(key).map_or(self.span.clone(), |placed| placed.span.clone())
    }

    pub(super) fn text(&self, key: &str) -> Option<Placed<&str>> {
        let placed = self.values.get(key)?;
        match &placed.value {
            Typed::Text(value) => Some(Placed { value, span: placed.span.clone() }),
            _ => None,
        }
    }

    pub(super) fn texts(&self, key: &str) -> Option<&[Placed<String>]> {
        match &self.values.get(key)?.value {
            Typed::Texts(values) => Some(values),
            _ => None,
        }
    }

    pub(super) fn locale(&self, key: &str) -> Option<Placed<&Locale>> {
        let placed = self.values.get(key)?;
        match &placed.value {
            Typed::Locale(value) => Some(Placed { value, span: placed.span.clone() }),
            _ => None,
        }
    }

    pub(super) fn locales(&self, key: &str) -> Option<&[Placed<Locale>]> {
        match &self.values.get(key)?.value {
            Typed::Locales(values) => Some(values),
            _ => None,
        }
    }

    pub(super) fn whole(&self, key: &str) -> Option<i64> {
        match &self.values.get(key)?.value {
            Typed::Whole(value) => Some(*value),
            _ => None,
        }
    }

    pub(super) fn percentages(&self, key: &str) -> &[(Placed<Locale>, i64)] {
        match self.values.get(key).map(|placed| &placed.value) {
            Some(Typed::Percentages(values)) => values,
            _ => &[],
        }
    }

    pub(super) fn segments(&self, key: &str) -> &[(Placed<String>, Locale)] {
        match self.values.get(key).map(|placed| &placed.value) {
            Some(Typed::Segments(values)) => values,
            _ => &[],
        }
    }

    pub(super) fn table(&self, key: &str) -> Option<&Fields> {
        match &self.values.get(key)?.value {
            Typed::Table(fields) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn tables(&self, key: &str) -> &[Fields] {
        match self.values.get(key).map(|placed| &placed.value) {
            Some(Typed::Tables(tables)) => tables,
            _ => &[],
        }
    }
}

/// Reads the whole file, in which `closed` were mended; problems go to `problems`.
pub(super) fn read(problems: &mut Problems<'_>, closed: Vec<Slip>) -> Fields {
    let text = problems.text;
    let (table, errors) = DeTable::parse_recoverable(text.strip_prefix('\u{feff}').unwrap_or(text));
    let shift = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    // A slip of syntax is told once a line; what was closed is told where it was opened.
    for slip in closed {
        // What else is wrong with a heading is the echo of its brackets.
        match slip.code {
            "syntax-heading" => problems.add_syntax(slip.code, slip.span, slip.args),
            code => problems.add(code, slip.span, slip.args),
        }
    }
    for slip in
        syntax::slips(text.get(shift..).unwrap_or_default(), &errors).into_iter().take(MOST_SYNTAX_ERRORS)
    {
        problems.add_syntax(slip.code, slip.span.start + shift..slip.span.end + shift, slip.args);
    }
    let mut reader = Reader { problems, shift };
    let span = table.span();
    reader.table(&FILE, table.get_ref(), span, errors.is_empty())
}

struct Reader<'p, 't> {
    problems: &'p mut Problems<'t>,
    shift: usize,
}

impl Reader<'_, '_> {
    fn add(&mut self, code: &'static str, span: Range<usize>, args: Vec<(&'static str, String)>) {
        self.problems.add(code, span.start + self.shift..span.end + self.shift, args);
    }

    fn placed<T>(&self, value: T, span: Range<usize>) -> Placed<T> {
        Placed { value, span: span.start + self.shift..span.end + self.shift }
    }

    /// Reads a table. `whole`: nothing of the file was lost to a slip of syntax, so that a key
    /// that is not there can be said to be missing.
    fn table(
        &mut self,
        table: &'static Table,
        values: &DeTable<'_>,
        span: Range<usize>,
        whole: bool,
    ) -> Fields {
        let mut fields = Fields { span: self.placed((), span.clone()).span, ..Fields::default() };
        for (name, value) in values {
            let Some(key) = table.key(name.get_ref()) else {
                self.unknown(table, name.get_ref(), name.span());
                continue;
            };
            match self.value(key, value, whole) {
                Some(typed) => {
                    let placed = self.placed(typed, value.span());
                    fields.values.insert(key.name, placed);
                }
                None => {
                    fields.spoiled.insert(key.name);
                }
            }
        }
        for key in table.keys.iter().filter(|key| key.required && whole && !fields.has(key.name)) {
            let args = vec![("key", key.name.to_owned()), ("table", table.name.to_owned())];
            self.add("missing-key", span.clone(), args);
        }
        fields
    }

    fn unknown(&mut self, table: &Table, name: &str, span: Range<usize>) {
        let mut args = vec![("key", name.to_owned()), ("table", table.name.to_owned())];
        match nearest(name, table.keys.iter().map(|key| key.name)) {
            Some(near) => {
                args.push(("nearest", near.to_owned()));
                self.add("unknown-key-near", span, args);
            }
            None => {
                let known: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
                args.push(("known", known.join(", ")));
                self.add("unknown-key", span, args);
            }
        }
    }

    fn wrong(&mut self, key: &str, expected: &str, found: &DeValue<'_>, span: Range<usize>) {
        let found = found.type_str().replace(' ', "-");
        let args = vec![("key", key.to_owned()), ("expected", expected.to_owned()), ("found", found)];
        self.add("wrong-type", span, args);
    }

    fn value(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>, whole: bool) -> Option<Typed> {
        match key.kind {
            Kind::Text | Kind::Template(_) | Kind::Path | Kind::Glob | Kind::Url => {
                self.text(key.name, value).map(Typed::Text)
            }
            Kind::OneOf(words) => {
                let text = self.text(key.name, value)?;
                self.choice(key.name, &text, words, value.span()).then_some(Typed::Text(text))
            }
            Kind::Texts | Kind::Globs => self.texts(key.name, value).map(Typed::Texts),
            Kind::SomeOf(words) => {
                let mut texts = self.texts(key.name, value)?;
                let shift = self.shift;
                texts.retain(|text| {
                    let span = text.span.start - shift..text.span.end - shift;
                    self.choice(key.name, &text.value, words, span)
                });
                Some(Typed::Texts(texts))
            }
            Kind::Locale => {
                let text = self.text(key.name, value)?;
                self.locale(&text, value.span()).map(Typed::Locale)
            }
            Kind::Locales => {
                let texts = self.texts(key.name, value)?;
                let mut locales: Vec<Placed<Locale>> = Vec::new();
                for text in texts {
                    let span = text.span.start - self.shift..text.span.end - self.shift;
                    let Some(locale) = self.locale(&text.value, span.clone()) else { continue };
                    // `pt_br` and `pt-BR` are one; `texts` has seen to equal texts.
                    if locales.iter().any(|other| other.value == locale) {
                        let args = vec![("key", key.name.to_owned()), ("value", text.value)];
                        self.add("duplicate-value", span, args);
                    } else {
                        locales.push(Placed { value: locale, span: text.span });
                    }
                }
                Some(Typed::Locales(locales))
            }
            Kind::Whole(min, max) => self.whole(key.name, value, min, max).map(Typed::Whole),
            Kind::Percentages => {
                let mut shares = Vec::new();
                for (name, share) in self.entries(key.name, value)? {
                    let locale = self.locale(name.get_ref(), name.span());
                    let share = self.whole(name.get_ref(), share, 0, 100);
                    if let (Some(locale), Some(share)) = (locale, share) {
                        shares.push((self.placed(locale, name.span()), share));
                    }
                }
                Some(Typed::Percentages(shares))
            }
            Kind::Segments => {
                let mut segments = Vec::new();
                for (name, value) in self.entries(key.name, value)? {
                    let segment = name.get_ref().to_string();
                    let wrong = |c: char| c.is_whitespace() || matches!(c, '/' | '\\' | '{' | '}');
                    if segment.is_empty() || segment.len() > 64 || segment.contains(wrong) {
                        self.add("bad-segment", name.span(), vec![("segment", segment)]);
                        continue;
                    }
                    let Some(text) = self.text(&segment, value) else { continue };
                    if let Some(locale) = self.locale(&text, value.span()) {
                        segments.push((self.placed(segment, name.span()), locale));
                    }
                }
                segments.sort_by_key(|(segment, _)| segment.span.start);
                Some(Typed::Segments(segments))
            }
            Kind::Table(table) => match value.get_ref() {
                DeValue::Table(values) => Some(Typed::Table(self.table(table, values, value.span(), whole))),
                other => {
                    self.wrong(key.name, "table", other, value.span());
                    None
                }
            },
            Kind::Tables(table) => {
                let DeValue::Array(list) = value.get_ref() else {
                    self.wrong(key.name, "tables", value.get_ref(), value.span());
                    return None;
                };
                let mut tables = Vec::new();
                for value in list.iter() {
                    match value.get_ref() {
                        DeValue::Table(values) => tables.push(self.table(table, values, value.span(), whole)),
                        other => self.wrong(key.name, "table", other, value.span()),
                    }
                }
                Some(Typed::Tables(tables))
            }
        }
    }

    fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.add("empty-value", value.span(), vec![("key", key.to_owned())]);
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            other => {
                self.wrong(key, "text", other, value.span());
                None
            }
        }
    }

    fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<Placed<String>>> {
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(key, "texts", value.get_ref(), value.span());
            return None;
        };
        let mut seen = BTreeSet::new();
        let mut texts = Vec::new();
        for value in list.iter() {
            let Some(text) = self.text(key, value) else { continue };
            if !seen.insert(text.clone()) {
                self.add("duplicate-value", value.span(), vec![("key", key.to_owned()), ("value", text)]);
                continue;
            }
            texts.push(self.placed(text, value.span()));
        }
        Some(texts)
    }

    fn entries<'v, 'i>(
        &mut self,
        key: &str,
        value: &'v Spanned<DeValue<'i>>,
    ) -> Option<
        impl Iterator<Item = (&'v Spanned<toml::de::DeString<'i>>, &'v Spanned<DeValue<'i>>)> + use<'v, 'i>,
    > {
        match value.get_ref() {
            DeValue::Table(entries) => Some(entries.iter()),
            other => {
                self.wrong(key, "table", other, value.span());
                None
            }
        }
    }

    fn whole(&mut self, key: &str, value: &Spanned<DeValue<'_>>, min: i64, max: i64) -> Option<i64> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong(key, "whole-number", value.get_ref(), value.span());
            return None;
        };
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if let Some(read) = read.filter(|read| (min..=max).contains(read)) {
            return Some(read);
        }
        let args = vec![
            ("key", key.to_owned()),
            ("value", number.as_str().chars().take(40).collect()),
            ("min", min.to_string()),
            ("max", max.to_string()),
        ];
        self.add("out-of-range", value.span(), args);
        None
    }

    fn locale(&mut self, text: &str, span: Range<usize>) -> Option<Locale> {
        match text.parse() {
            Ok(locale) => Some(locale),
            Err(BadLocale { text, why }) => {
                let code = match why {
                    NoLocale::NoTag => "bad-locale",
                    NoLocale::Undetermined => "locale-undetermined",
                    NoLocale::PrivateOnly => "locale-private",
                    NoLocale::Extended => "locale-extended",
                };
                self.add(code, span, vec![("value", text)]);
                None
            }
        }
    }

    fn choice(&mut self, key: &str, text: &str, words: &[&'static str], span: Range<usize>) -> bool {
        if words.contains(&text) {
            return true;
        }
        let mut args =
            vec![("key", key.to_owned()), ("value", text.to_owned()), ("choices", words.join(", "))];
        match nearest(text, words.iter().copied()) {
            Some(near) => {
                args.push(("nearest", near.to_owned()));
                self.add("bad-choice-near", span, args);
            }
            None => self.add("bad-choice", span, args),
        }
        false
    }
}

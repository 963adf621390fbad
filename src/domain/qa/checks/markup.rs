//! `markup-broken`: links, images, code, placeholders, web and mail addresses that the source has
//! and the target has not, or has broken.
//!
//! Translators rightly point a link to another page (the Spanish one, another anchor) and name a
//! variable in their own language; so an address or a code span that became *another* is flagged
//! only where it is one slip away from the source's, or an address has other figures and a command
//! or a path other parts; one that is *gone* is flagged always. Placeholders and mail addresses have
//! to be the same.

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem, shown};

use super::names::distance;

/// What stands outside of the words of some units.
#[derive(Debug, Default)]
struct Marks {
    addresses: Vec<String>,
    images: usize,
    mails: Vec<String>,
    code: Vec<String>,
    placeholders: Vec<String>,
    /// Backticks that open no code.
    ticks: usize,
    /// `**` and `__`.
    strong: usize,
    /// `]` behind which a blank parts the link's target from it.
    parted: usize,
    /// `](` without its end.
    unclosed: usize,
    /// Tags that come in twos: opened less closed, by name.
    tags: Vec<(String, i32)>,
}

/// So many marks of a unit are compared.
const MOST: usize = 300;

/// Inline tags that come in twos.
const TWOS: [&str; 14] =
    ["a", "b", "i", "em", "strong", "code", "span", "sup", "sub", "u", "kbd", "abbr", "small", "mark"];

impl Marks {
    fn of<'b, 'd: 'b>(units: impl Iterator<Item = &'b Unit<'d>>) -> Marks {
        let mut marks = Marks::default();
        for unit in units {
            marks.read(unit);
        }
        marks
    }

    fn read(&mut self, unit: &Unit<'_>) {
        let text = unit.text;
        for (at, piece) in unit.pieces.iter().enumerate() {
            let own = piece.of(text);
            let next = unit.pieces.get(at + 1);
            match piece.kind {
                Kind::Address if self.addresses.len() + self.mails.len() < MOST => self.address(own),
                Kind::Code if self.code.len() + self.placeholders.len() < MOST => {
                    if own.starts_with('`') {
                        self.code.push(own.trim_matches('`').trim().to_owned());
                    } else {
                        self.placeholders.extend(placeholder(own));
                    }
                }
                Kind::Markup => match own {
                    "!" => self.images += 1,
                    "]" => {
                        let blank = next.is_some_and(|next| next.of(text) == " ");
                        let after = unit.pieces.get(at + 2);
                        let third = unit.pieces.get(at + 3);
                        if blank
                            && after.is_some_and(|after| after.kind == Kind::Mark('('))
                            && third.is_some_and(|third| third.kind == Kind::Address)
                        {
                            self.parted += 1;
                        }
                        if next.is_some_and(|next| next.kind == Kind::Mark('(')) {
                            self.unclosed += 1;
                        }
                    }
                    "*" | "_"
                        if next.is_some_and(|next| next.kind == Kind::Markup && next.of(text) == own) =>
                    {
                        self.strong += 1;
                    }
                    tag if tag.starts_with('<') => self.tag(tag),
                    ticks if ticks.starts_with('`') => self.ticks += 1,
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn address(&mut self, own: &str) {
        if own.starts_with('<') && !own.contains("://") && !own.contains("href=") && !own.contains("src=") {
            let inner = own.trim_matches(['<', '>']);
            if inner.contains('@') {
                self.mails.push(inner.trim_start_matches("mailto:").to_lowercase());
            }
            return;
        }
        if own.starts_with('<') {
            self.tag(own);
            let target = ["href=", "src="].iter().find_map(|key| {
                let rest = own.split_once(key)?.1;
                let quote = rest.chars().next()?;
                rest.get(quote.len_utf8()..)?.split(quote).next().map(str::to_owned)
            });
            let target = target.unwrap_or_else(|| own.trim_matches(['<', '>']).to_owned());
            self.push_address(&target);
            return;
        }
        let inner = own.strip_prefix('(').and_then(|own| own.strip_suffix(')')).unwrap_or(own);
        let target = inner.split_whitespace().next().unwrap_or_default();
        let bare = target.trim_start_matches("mailto:");
        if bare.contains('@') && !bare.contains('/') {
            self.mails.push(bare.to_lowercase());
        } else {
            self.push_address(target);
        }
    }

    /// Of an anchor on the same page nothing is left to compare: headings are translated.
    fn push_address(&mut self, target: &str) {
        let plain = plain(target);
        if !plain.is_empty() {
            self.addresses.push(plain);
        }
    }

    fn tag(&mut self, tag: &str) {
        let closing = tag.starts_with("</");
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if tag.ends_with("/>") || !TWOS.contains(&name.as_str()) {
            return;
        }
        let by = if closing { -1 } else { 1 };
        match self.tags.iter_mut().find(|(other, _)| *other == name) {
            Some((_, sum)) => *sum += by,
            None => self.tags.push((name, by)),
        }
    }
}

/// A placeholder as it is compared. Of a shortcode (`{{% alert title="Note" %}}`, `{{< figure … >}}`)
/// the name alone: what its arguments say may be translated. Its closing half stands in whatever
/// block is the last, which translators wrap otherwise.
fn placeholder(own: &str) -> Option<String> {
    let Some(inner) = own.strip_prefix("{{").and_then(|own| own.strip_suffix("}}")) else {
        return Some(own.chars().filter(|c| !c.is_whitespace()).collect());
    };
    let Some(inner) = inner.strip_prefix(['%', '<']) else {
        return Some(own.chars().filter(|c| !c.is_whitespace()).collect());
    };
    let name = inner.split_whitespace().next().unwrap_or_default();
    (!name.starts_with('/')).then(|| format!("{{{{{name}}}}}"))
}

/// The address without what a translator lawfully changes: the scheme, a locale, an anchor.
fn plain(address: &str) -> String {
    let address = address.trim_matches(['<', '>', '"', '\'']);
    let address = address.split('#').next().unwrap_or_default();
    let bare =
        address.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let is_locale = |part: &str| {
        let (language, rest) = part.split_once(['-', '_']).unwrap_or((part, ""));
        language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()) && rest.len() <= 4
    };
    let parts: Vec<&str> = bare
        .split('/')
        .map(|part| match part.split_once('.') {
            // es.wikipedia.org
            Some((head, rest)) if is_locale(head) && rest.contains('.') => rest,
            _ => part,
        })
        .filter(|part| !part.is_empty() && !is_locale(part))
        .collect();
    parts.join("/").to_lowercase()
}

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    if !may_have_marks(bitext.sources(pair)) && !may_have_marks(bitext.targets(pair)) {
        return;
    }
    let (source, target) = (Marks::of(bitext.sources(pair)), Marks::of(bitext.targets(pair)));
    let mut push = |kind: &str, was: &str, is: &str| {
        let args = vec![
            (ArgName::Kind, kind.to_owned()),
            (ArgName::Source, shown(was)),
            (ArgName::Target, shown(is)),
        ];
        out.push(Problem::new(Check::MarkupBroken, bitext, pair, None, &format!("{kind} {was}>{is}"), args));
    };
    if let Some((was, is)) = broken_one(&source.placeholders, &target.placeholders, true) {
        push("placeholder", &was, &is);
    }
    if let Some((was, is)) = broken_one(&source.mails, &target.mails, true)
        && !was.is_empty()
    {
        push("mail", &was, &is);
    }
    let address = broken_one(&source.addresses, &target.addresses, false);
    if let Some((was, is)) = address.or_else(|| changed(&source.addresses, &target.addresses, other_figures))
    {
        push("address", &was, &is);
    }
    let in_text = |code: &String| bitext.targets(pair).any(|unit| unit.text.contains(code.as_str()));
    // `Some texts quote so,' and it is no code.
    let is_code = |code: &&String| code.split_whitespace().count() <= 4 && !code.contains(['\'', '’']);
    let code: Vec<String> =
        source.code.iter().filter(is_code).filter(|code| !in_text(code)).cloned().collect();
    let in_source = |code: &String| bitext.sources(pair).any(|unit| unit.text.contains(code.as_str()));
    let other: Vec<String> = target.code.iter().filter(|code| !in_source(code)).cloned().collect();
    if let Some((was, is)) =
        broken_one(&code, &other, false).or_else(|| changed(&code, &other, other_command))
    {
        push("code", &was, &is);
    }
    if target.images < source.images {
        push("image", "", "");
    }
    let odd = |count: usize| count % 2 == 1;
    let tag = target.tags.iter().find(|(name, sum)| {
        *sum != 0 && source.tags.iter().find(|(other, _)| other == name).is_none_or(|(_, sum)| *sum == 0)
    });
    let parted = target.parted > source.parted;
    if target.unclosed > source.unclosed || parted && target.addresses.len() <= source.addresses.len() {
        push("syntax", "", "](");
    } else if odd(target.ticks)
        && source.ticks == 0
        && !source.code.is_empty()
        && source.code.iter().all(|code| is_code(&code))
    {
        push("syntax", "", "`");
    } else if odd(target.strong) && !odd(source.strong) {
        push("syntax", "", "**");
    } else if let Some((name, _)) = tag {
        push("syntax", "", &format!("<{name}>"));
    }
}

fn may_have_marks<'b, 'd: 'b>(mut units: impl Iterator<Item = &'b Unit<'d>>) -> bool {
    units.any(|unit| {
        unit.pieces.iter().any(|piece| matches!(piece.kind, Kind::Address | Kind::Code | Kind::Markup))
    })
}

/// The first of the source's that the target has not, and has in its stead one that is the same but
/// for what `is_changed` tells.
fn changed(
    source: &[String],
    target: &[String],
    is_changed: impl Fn(&str, &str) -> bool,
) -> Option<(String, String)> {
    let come: Vec<&String> = target.iter().filter(|text| !source.contains(text)).collect();
    if come.is_empty() {
        return None;
    }
    let lost = source.iter().filter(|text| !target.contains(text));
    lost.take(MOST_CHANGED).find_map(|was| {
        let is = come.iter().take(MOST_CHANGED).find(|is| is_changed(was, is))?;
        Some((was.clone(), (*is).clone()))
    })
}

/// So many of a side are held against so many of the other.
const MOST_CHANGED: usize = 40;

/// Whether two addresses are the same but for their figures: `/3.0/notes`, `/2.8/notes`.
fn other_figures(was: &str, is: &str) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_ascii_digit()).collect() };
    was.bytes().any(|b| b.is_ascii_digit()) && bare(was) == bare(is)
}

/// Whether two code spans are one command or one path with a part of it in another language or
/// changed: `npm test`, `/etc/app/server.conf`, `pgdump --all`. A name alone may be translated, and
/// so may what is plainly a name to fill in.
fn other_command(was: &str, is: &str) -> bool {
    if was.contains(['<', '"', '“', '{', '[', '(', '=']) || was.contains("...") || was.contains('…') {
        return false;
    }
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '\\'));
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (parts(was), parts(is));
    let path = was.contains('/');
    let flag = was.split_whitespace().any(|part| part.starts_with('-'));
    let words = was.split_whitespace().count();
    let plain = was.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b'_' | b'.'));
    // `name/2` is a name too.
    if one.len() < 2 || path && !flag && one.len() < 3 || !path && !flag && (words < 2 || !plain) {
        return false;
    }
    let same = one.iter().zip(&other).filter(|(a, b)| a == b).count();
    same > 0 && one.len().abs_diff(other.len()) <= 1 && same + 1 >= one.len().max(other.len())
}

/// What of the source's list is gone from the target's, or one slip away from what came instead;
/// where it has to be the `same`, whatever came.
fn broken_one(source: &[String], target: &[String], same: bool) -> Option<(String, String)> {
    let mut come: Vec<&String> = target.iter().filter(|text| !source.contains(text)).collect();
    let lost: Vec<&String> = source.iter().filter(|text| !target.contains(text)).collect();
    let slip = lost.iter().find_map(|was| {
        let near = come.iter().find(|is| was.len() >= 4 && was.len() <= 200 && distance(was, is, 1) <= 1)?;
        Some(((*was).clone(), (*near).clone()))
    });
    if slip.is_some() {
        return slip;
    }
    if same {
        let was = lost.first().map(|text| (*text).clone());
        let is = come.first().map(|text| (*text).clone());
        return match (was, is) {
            (None, None) => None,
            (was, is) => Some((was.unwrap_or_default(), is.unwrap_or_default())),
        };
    }
    // Each that came may stand for one that is lost.
    if lost.len() > come.len() && source.len() > target.len() {
        let was = lost.get(come.len()).map(|text| (*text).clone())?;
        come.clear();
        return Some((was, String::new()));
    }
    None
}

//! Whether what the page is fits what a notice on it says.
//!
//! A wording of a list is believed whatever stands below it, a label ("English only") only of a page
//! that was asked for in another language and is in the one it names. The general cue rule reads single
//! blocks, and among a hundred thousand blocks some talk of languages and translations without
//! being a notice; nearly all of them contradict their own page: they would have it shown in a
//! language that it isn't in, or deny in good Danish that a Danish page exists. On 75,119 public
//! pages that the rule had not seen, 35 of its 39 hits were false, all but one or two of which
//! contradict their page; none of the true ones do.

use super::blocks::{Shares, Tongue};
use super::{MIN_LETTERS, PageInput, Site};
use crate::domain::locale::Locale;
use crate::domain::notice::{Notice, Rule, same_language};

/// The leading language of a page has at least this share of its letters.
const LEADS: f64 = 0.6;
/// How many blocks at the top and at the bottom a notice stands in that has little else for it.
const EDGE: (usize, usize) = (3, 2);
/// How long, in bytes, such a notice may be.
const SHORT: usize = 300;

/// Whether the page bears the notice out.
pub(super) fn is_credible(
    site: &Site,
    input: &PageInput<'_>,
    requested: Option<&Locale>,
    shares: &Shares,
) -> bool {
    let notice = match input.notice {
        Some(notice) if notice.rule == Rule::Label => return fits_label(site, input, notice, shares),
        Some(notice) if notice.rule == Rule::Cue => notice,
        _ => return true,
    };
    let Some(body) = body(site, requested, shares) else {
        return shares.total() < MIN_LETTERS || is_prominent(input, notice);
    };
    let is_body = |locale: &Locale| same_language(locale.language(), &body);
    let is_source = |locale: &Locale| same_language(locale.language(), site.source().language());
    let body_is_source = same_language(&body, site.source().language());
    let speaks_the_bodys = notice.language.is_some_and(|tag| same_language(primary(tag), &body));
    let is_prominent = || is_prominent(input, notice);
    // "Not in Spanish" or "shown in English" above what has been translated since.
    let is_stale = || notice.block < EDGE.0 && is_prominent();
    match (&notice.target, &notice.served) {
        // That the source's own language is missing is worth a second look.
        (Some(target), Some(served)) if is_body(served) => !is_source(target) || is_prominent(),
        (Some(target), Some(served)) if is_body(target) => is_source(served) && is_stale(),
        // The other language may be one that the reader is offered beside it.
        (Some(target), Some(_)) => body_is_source && !is_source(target) && is_prominent(),
        // "Only the English version is binding", say the English terms of use.
        (None, Some(served)) if is_body(served) => !speaks_the_bodys || is_prominent(),
        (None, Some(served)) => is_source(served) && is_stale(),
        (Some(target), None) if is_body(target) => is_stale(),
        (Some(target), None) => body_is_source && !is_source(target),
        // It names no language: one that speaks another than the page may mean the page.
        (None, None) if body_is_source => !speaks_the_bodys || is_prominent(),
        (None, None) => speaks_the_bodys && input.requested.is_some() && is_stale(),
    }
}

/// "English only" tells of a page that was asked for in another language and is in English.
fn fits_label(site: &Site, input: &PageInput<'_>, notice: &Notice, shares: &Shares) -> bool {
    let (Some(requested), Some(served)) = (input.requested, &notice.served) else { return false };
    let Some(body) = body(site, Some(requested), shares) else { return false };
    same_language(served.language(), &body) && !same_language(requested.language(), &body)
}

/// Whether the notice stands at the page's edge, in a block that is about nothing else.
fn is_prominent(input: &PageInput<'_>, notice: &Notice) -> bool {
    let blocks = &input.document.blocks;
    let at_edge = notice.block < EDGE.0 || notice.block + EDGE.1 >= blocks.len();
    at_edge && blocks.get(notice.block).is_some_and(|block| block.text.len() <= SHORT)
}

/// The primary subtag of the language that most of the page is in.
fn body(site: &Site, requested: Option<&Locale>, shares: &Shares) -> Option<String> {
    let (tongue, letters) = shares.ranked().first().copied()?;
    let total = shares.total();
    if total < MIN_LETTERS || (letters as f64) < LEADS * total as f64 {
        return None;
    }
    match tongue {
        Tongue::Source => Some(site.source().language().to_owned()),
        Tongue::Target => requested.map(|locale| locale.language().to_owned()),
        Tongue::Other(index) => site.locales().get(index).map(|locale| locale.language().to_owned()),
        Tongue::Stranger(tag) => Some(primary(tag).to_owned()),
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

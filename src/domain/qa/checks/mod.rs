//! The checks, one a file.

pub mod across;
mod brackets;
mod count;
mod dates;
mod double_space;
mod end_mark;
mod exchanged;
mod facts;
mod french_space;
mod inverted;
mod language;
mod list;
mod markup;
mod names;
mod numbers;
mod twice;

use super::bitext::Bitext;
use super::{Problem, Site};
use crate::domain::finding::Severity;

/// Runs all checks that look at one bitext.
pub fn run(bitext: &Bitext<'_>, site: &Site<'_>, out: &mut Vec<Problem>) {
    let known = names::Known::of(bitext);
    count::look(bitext, out);
    for pair in &bitext.pairs {
        if pair.as_is {
            continue;
        }
        list::look(bitext, pair, out);
        if !pair.target.is_empty() {
            let before = out.len();
            language::look(bitext, pair, site, out);
            double_space::look(bitext, pair, out);
            if out[before..].iter().any(|problem| problem.check.severity() == Severity::Error) {
                // What is in another language has that language's ways.
                continue;
            }
            brackets::look(bitext, pair, out);
            inverted::look(bitext, pair, out);
            twice::look(bitext, pair, out);
            french_space::look(bitext, pair, out);
        }
        if !pair.source.is_empty() && !pair.target.is_empty() {
            markup::look(bitext, pair, out);
            let compared = facts::compare(bitext, pair);
            dates::look(bitext, pair, &compared, out);
            numbers::look(bitext, pair, &compared, out);
            let told = !compared.lost.is_empty() && !compared.come.is_empty();
            exchanged::look(bitext, pair, told, out);
            names::look(bitext, pair, &known, out);
            end_mark::look(bitext, pair, out);
        }
        for extra in site.extra {
            extra.look(bitext, pair, out);
        }
    }
    list::whole(bitext, out);
}

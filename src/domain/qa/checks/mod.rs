//! The checks, one a file.

pub mod across;
mod brackets;
mod copied;
mod count;
mod dates;
mod double_space;
mod end_mark;
mod evidence;
mod exchanged;
mod facts;
mod french_space;
mod heading_level;
mod inverted;
mod language;
mod list;
mod markup;
mod names;
mod numbers;
mod signs;
mod spelling;
mod twice;

use super::bitext::Bitext;
use super::{ArgName, Check, Problem, Site};
use crate::domain::finding::Severity;

/// Runs all checks that look at one bitext.
pub fn run(bitext: &Bitext<'_>, site: &Site<'_>, out: &mut Vec<Problem>) {
    let known = names::Known::of(bitext);
    count::look(bitext, out);
    let mut held = Vec::with_capacity(bitext.pairs.len());
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
        }
        if !pair.source.is_empty() && !pair.target.is_empty() {
            markup::look(bitext, pair, out);
            let compared = facts::compare(bitext, pair);
            dates::look(bitext, pair, &compared, out);
            numbers::look(bitext, pair, &compared, out);
            let told = !compared.lost.is_empty() && !compared.come.is_empty();
            exchanged::look(bitext, pair, told, out);
            signs::look(bitext, pair, out);
            names::look(bitext, pair, &known, out);
            end_mark::look(bitext, pair, out);
        }
        held.push(pair);
    }
    french_space::look(bitext, &held, out);
    for extra in site.extra {
        extra.look(bitext, &held, out);
    }
    // What is to stay in every language is told as that, and not as a name that differs besides.
    let source = |problem: &Problem| problem.args.iter().find(|(name, _)| *name == ArgName::Source).cloned();
    let kept: Vec<_> =
        out.iter().filter(|problem| problem.check == Check::KeepBroken).filter_map(source).collect();
    out.retain(|problem| {
        problem.check != Check::NameDiffers || !source(problem).is_some_and(|one| kept.contains(&one))
    });
    heading_level::look(bitext, out);
    list::whole(bitext, out);
}

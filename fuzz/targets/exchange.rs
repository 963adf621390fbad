//! What holds of every reader of terms: the bytes are read or refused with a place, and what was
//! read makes tables that can be read again, in which the same file then changes nothing.

use cotejo::domain::termbase::Termbase;
use cotejo::interchange::entry::{CODES, Entry, Intake, LEFT_OUT};
use cotejo::interchange::merge::{Merger, Options, Plan};
use cotejo::interchange::terms_tsv::{self, File, Problem};
use cotejo::interchange::terms_write;

fn plan(base: &Termbase, read: &dyn Fn(&mut Intake<'_>) -> Result<(), Problem>) -> Option<Plan> {
    let mut merger = Merger::new(base, "a", Options::default());
    let mut take = |entry: Entry| {
        merger.add(entry);
        None
    };
    let mut intake = Intake::new("a", &mut take);
    let done = read(&mut intake);
    assert!(intake.left_out.keys().all(|kind| LEFT_OUT.contains(kind)));
    if let Err(problem) = done {
        assert!(problem.line > 0 && problem.column > 0, "{problem:?}");
        assert!(CODES.contains(&problem.code) || terms_tsv::CODES.contains(&problem.code), "{problem:?}");
        return None;
    }
    Some(merger.finish())
}

pub fn check(read: &dyn Fn(&mut Intake<'_>) -> Result<(), Problem>) {
    let empty = Termbase::default();
    let Some(first) = plan(&empty, read) else { return };
    let (concepts, terms) = terms_write::empty();
    let (concepts, terms) = terms_write::apply(&concepts, &terms, &empty, &first);
    let file = |text: &str| File { name: "a".to_owned(), bytes: text.as_bytes().to_vec() };
    let base = terms_tsv::read(Some(&file(&concepts)), &file(&terms)).expect("what was written can be read");
    let again = plan(&base, read).expect("it was read before");
    let (same_concepts, same_terms) = terms_write::apply(&concepts, &terms, &base, &again);
    assert!(same_concepts.len() >= concepts.len() && same_terms.len() >= terms.len(), "something was lost");
}

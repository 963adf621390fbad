//! The small words that facts are told by: negations, numbers in letters, words that have a
//! capital without being a name. Whole words in small letters, by primary language subtag.

mod capital;
mod negation;
mod number;

pub(super) use capital::{is_abbreviation, is_acronym, is_function_word};
pub(super) use negation::{is_antonym, negations};
pub(super) use number::{is_percent_word, joins_numbers, number_word};

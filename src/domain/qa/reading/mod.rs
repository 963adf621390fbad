//! What of a unit can be held against its translation: its pieces, numbers, dates and names.

mod digits;
mod figures;
mod names;
mod numerals;
mod pieces;
mod quantity;
mod sentence;
mod value;

pub use names::{Name, key, names};
pub use numerals::Numerals;
pub use pieces::{Kind, Piece, each_piece, pieces};
pub use quantity::{Form, Quantity, decimals_of, quantities};
pub use sentence::sentences;
pub use value::Value;

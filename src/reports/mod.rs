//! One renderer a format; each takes values and writes to the sink it is given, and only renders.

pub mod apply;
pub mod diff;
pub mod findings;
pub mod pair;
pub mod report;
pub mod status;
pub mod table;
pub mod wording;

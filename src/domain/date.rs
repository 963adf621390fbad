//! Calendar dates as articles write them.

use std::fmt;

/// A day of the Gregorian calendar. Ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl fmt::Display for Date {
    /// ISO 8601: `2018-04-19`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A line that holds a date and hardly anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The date it gives.
    pub date: Date,
    /// The primary language subtags whose month names and word order fit the line, sorted; empty
    /// where the line is all figures and tells no language.
    pub languages: Vec<&'static str>,
}

/// Reads `text` as a date line: `25 abril 2014`, `19 avril 2018`, `16 ноября 2020`, `2020年8月31日`.
/// `None` where it is none or where day and month can't be told apart.
pub fn read_line(_text: &str) -> Option<DateLine> {
    None
}

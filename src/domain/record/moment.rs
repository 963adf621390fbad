//! Moments, as records name them.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::tz::Offset;

/// A moment, to the second, in UTC, from the year 0000 until `9999-12-30T22:00:00Z`, where the
/// calendar library ends (so that each moment has a civil time in every time zone):
/// `2018-04-19T08:00:00Z`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// What it looks like, `0` for any figure.
    const FORM: &str = "0000-00-00T00:00:00Z";

    /// The moment that many seconds after 1970; `None` before the year 0000 or after
    /// 9999-12-30T22:00:00Z.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        /// 0000-01-01T00:00:00Z.
        const FIRST: i64 = -62_167_219_200;
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        (seconds >= FIRST).then_some(Timestamp(moment))
    }

    /// The seconds since 1970, negative before.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC, whole seconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text that is no moment as [`Timestamp`] writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTimestamp;

impl FromStr for Timestamp {
    type Err = BadTimestamp;

    /// Reads the one form that is written; an offset, a fraction or a leap second is refused, so
    /// that equal moments are equal texts.
    fn from_str(text: &str) -> Result<Self, BadTimestamp> {
        // A record has two of them a link: the library's parser, which takes all of RFC 9557, is a
        // tenth of the time that reading a record takes.
        let form = text.bytes().zip(Self::FORM.bytes()).all(|(byte, sign)| match sign {
            b'0' => byte.is_ascii_digit(),
            _ => byte == sign,
        });
        if text.len() != Self::FORM.len() || !form {
            return Err(BadTimestamp);
        }
        let figures = |at: Range<usize>| text.get(at).and_then(|part| part.parse::<i16>().ok());
        let small = |at: usize| figures(at..at + 2).and_then(|n| i8::try_from(n).ok());
        let read = || {
            let (year, month, day) = (figures(0..4)?, small(5)?, small(8)?);
            let civil = DateTime::new(year, month, day, small(11)?, small(14)?, small(17)?, 0).ok()?;
            Offset::UTC.to_timestamp(civil).ok().map(Timestamp)
        };
        read().ok_or(BadTimestamp)
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_one_form() {
        let moment: Timestamp = "2018-04-19T08:00:00Z".parse().unwrap();
        assert_eq!(moment.seconds(), 1_524_124_800);
        assert_eq!(moment.to_string(), "2018-04-19T08:00:00Z");
        for other in [
            "",
            "2018-04-19",
            "2018-04-19T08:00:00",
            "2018-04-19T08:00:00+00:00",
            "2018-04-19T10:00:00+02:00",
            "2018-04-19T08:00:00.5Z",
            "2018-04-19t08:00:00z",
            "2018-04-31T08:00:00Z",
            "2018-04-19T08:00:60Z",
            " 2018-04-19T08:00:00Z",
        ] {
            assert_eq!(other.parse::<Timestamp>(), Err(BadTimestamp), "{other:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_moment_reads_back_what_it_writes(seconds in -62_167_219_200i64..=253_402_207_200) {
            let moment = Timestamp::from_seconds(seconds).unwrap();
            proptest::prop_assert_eq!(moment.to_string().parse(), Ok(moment));
        }
    }

    #[test]
    fn moments_beyond_four_digit_years_are_refused() {
        assert_eq!(Timestamp::from_seconds(253_402_207_200).unwrap().to_string(), "9999-12-30T22:00:00Z");
        assert_eq!(Timestamp::from_seconds(-62_167_219_200).unwrap().to_string(), "0000-01-01T00:00:00Z");
        for beyond in [253_402_300_800, i64::MAX, -62_167_219_201, -377_705_000_000, i64::MIN] {
            assert_eq!(Timestamp::from_seconds(beyond), None, "{beyond}");
        }
        for beyond in ["10000-01-01T00:00:00Z", "+010000-01-01T00:00:00Z", "-000001-01-01T00:00:00Z"] {
            assert_eq!(beyond.parse::<Timestamp>(), Err(BadTimestamp), "{beyond}");
        }
    }
}

//! The one place that asks what time it is.

use std::str::FromStr;

use jiff::Timestamp;

/// Where the present moment comes from. `--now` gives a fixed one, so that a report or a test
/// made twice is the same twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// Always this moment.
    Fixed(Timestamp),
}

/// A text that names no moment: the user writes `2024-05-01T12:00:00Z`, with a zone or an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadMoment;

impl Clock {
    /// A clock that stands at `seconds` since 1970-01-01T00:00:00Z; `None` outside of the years
    /// −9999 to 9999.
    pub fn fixed_at(seconds: i64) -> Option<Clock> {
        Timestamp::from_second(seconds).ok().map(Clock::Fixed)
    }

    /// The present moment.
    pub fn now(self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            Clock::Fixed(moment) => moment,
        }
    }

    /// The present moment in whole seconds since 1970-01-01T00:00:00Z.
    pub fn seconds(self) -> i64 {
        self.now().as_second()
    }
}

impl FromStr for Clock {
    type Err = BadMoment;

    /// A fixed clock from RFC 3339 text, as `--now` takes it.
    fn from_str(text: &str) -> Result<Self, BadMoment> {
        text.parse().map(Clock::Fixed).map_err(|_| BadMoment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_still_where_it_was_put() {
        let clock: Clock = "2018-04-19T12:00:00+02:00".parse().unwrap();
        assert_eq!(clock.seconds(), 1_524_132_000);
        assert_eq!(Clock::fixed_at(1_524_132_000), Some(clock));
        assert_eq!(Clock::fixed_at(i64::MAX), None);
        for bad in ["", "yesterday", "2018-04-19", "2018-04-19T12:00:00"] {
            assert_eq!(bad.parse::<Clock>(), Err(BadMoment), "{bad:?}");
        }
    }

    #[test]
    fn the_system_clock_is_past_the_day_this_was_written() {
        assert!(Clock::System.seconds() > 1_760_000_000);
    }
}

//! Which article is the most urgent: the policy, in one formula.
//!
//! Three things speak for an article, each a share from 0 to 1, each with a weight that the project
//! sets. *Fresh* is how new the page is: 1 on its day, one half after so many days (`half_life`),
//! `h / (h + days)`; a page without a date counts as one half. *Change* is the share of the page's
//! words that are to be done: a page that is missing is wrong throughout, one with a changed line
//! hardly. *Traffic* is how often it is read, as a share of the most read page of those that are
//! compared; without figures nothing. The urgency is their weighted mean. Ties go by the article's id.

/// The weights; whole numbers, only their ratios count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Of how new the page is.
    pub fresh: u32,
    /// Of how much of it is to be done.
    pub change: u32,
    /// Of how often it is read.
    pub traffic: u32,
    /// After so many days a page is half as fresh.
    pub half_life: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights { fresh: 2, change: 1, traffic: 3, half_life: 30 }
    }
}

/// What is known of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// Its age in days, negative for one dated ahead; `None` where it has no date.
    pub days: Option<i64>,
    /// The words (or characters) that are to be done.
    pub to_do: u32,
    /// The words of the whole page.
    pub words: u32,
    /// How often it is read, as a share of the most read, 0 to 1; `None` where nobody counts.
    pub traffic: Option<f64>,
}

/// The urgency, 0 to 1.
pub fn urgency(facts: &Facts, weights: &Weights) -> f64 {
    let half = f64::from(weights.half_life.max(1));
    let fresh = facts.days.map_or(0.5, |days| half / (half + days.max(0) as f64));
    let change = match facts.words {
        0 => 1.0,
        words => (f64::from(facts.to_do) / f64::from(words)).clamp(0.0, 1.0),
    };
    let traffic = if facts.traffic.is_some() { weights.traffic } else { 0 };
    let parts = [
        (weights.fresh, fresh),
        (weights.change, change),
        (traffic, facts.traffic.unwrap_or(0.0).clamp(0.0, 1.0)),
    ];
    let sum: f64 = parts.iter().map(|(weight, _)| f64::from(*weight)).sum();
    if sum == 0.0 {
        0.0
    } else {
        parts.iter().map(|(weight, part)| f64::from(*weight) * part).sum::<f64>() / sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_pages_before_old_ones_missing_before_touched_up_read_before_unread() {
        let weights = Weights::default();
        let page = Facts { days: Some(10), to_do: 100, words: 400, traffic: Some(0.2) };
        let more = |better: Facts| {
            assert!(urgency(&better, &weights) > urgency(&page, &weights), "{better:?}");
        };
        more(Facts { days: Some(1), ..page });
        more(Facts { to_do: 400, ..page });
        more(Facts { traffic: Some(0.9), ..page });
        for extreme in [
            Facts::default(),
            Facts { days: Some(i64::MAX), to_do: u32::MAX, words: 1, traffic: Some(7.0) },
            Facts { days: Some(i64::MIN), to_do: 0, words: 9, traffic: Some(-1.0) },
        ] {
            let found = urgency(&extreme, &weights);
            assert!((0.0..=1.0).contains(&found), "{extreme:?}: {found}");
        }
    }

    #[test]
    fn a_weight_of_nothing_leaves_its_share_out() {
        let weights = Weights { fresh: 0, change: 0, traffic: 0, half_life: 0 };
        assert_eq!(urgency(&Facts { words: 5, ..Facts::default() }, &weights), 0.0);
        let by_change = Weights { change: 1, ..weights };
        let facts = Facts { days: Some(3), to_do: 5, words: 10, traffic: Some(1.0) };
        assert_eq!(urgency(&facts, &by_change), 0.5);
    }
}

//! Which risks a person is looking for, and in which order.

use std::cmp::Ordering;

use super::{
    super::{filter::fold, time::Timestamp, work::Work},
    level::{RiskResult, Spot, is_review_due},
    register::{Risk, Treatment},
};

/// By what the register is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The number.
    #[default]
    Number,
    /// The title.
    Title,
    /// The owner.
    Owner,
    /// The level without controls.
    Inherent,
    /// The level today.
    Current,
    /// The level that is aimed at.
    Residual,
    /// What is done about it.
    Treatment,
    /// When it is looked at again.
    Review,
}

/// An order of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// Whether the last comes first.
    pub down: bool,
}

impl Order {
    /// The order after choosing a column: another one begins where one looks first, which for levels
    /// is the highest; the same one turns around.
    #[must_use]
    pub fn chosen(self, by: Column) -> Self {
        if self.by == by {
            return Self { by, down: !self.down };
        }
        let down = matches!(by, Column::Inherent | Column::Current | Column::Residual);
        Self { by, down }
    }
}

/// What is looked for: a risk has to fit every part that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which have to stand somewhere in the risk.
    pub words: String,
    /// The level today.
    pub level: Option<usize>,
    /// What is done about it; nothing yet is `Some(None)`.
    pub treatment: Option<Option<Treatment>>,
    /// Only those that nobody answers for.
    pub no_owner: bool,
    /// Only those above the threshold today.
    pub above: bool,
    /// Only those of which something wants attention.
    pub notices: bool,
    /// Only those at this place of the matrix today: likelihood and impact.
    pub at: Option<(usize, usize)>,
}

impl Filter {
    /// Whether everything fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { words: self.words.clone(), ..Self::default() }
            && self.words.trim().is_empty()
    }

    fn fits(&self, words: &[&str], risk: &Risk, result: &RiskResult, now: &Timestamp) -> bool {
        let current = result.current;
        let at = |spot: Spot| (spot.likelihood, spot.impact);
        self.level.is_none_or(|level| current.map(|spot| spot.level) == Some(level))
            && self.treatment.is_none_or(|treatment| risk.treatment == treatment)
            && (!self.no_owner || risk.owner.trim().is_empty())
            && (!self.above || result.above)
            && (!self.notices || !result.notices.is_empty() || is_review_due(risk, now))
            && self.at.is_none_or(|place| current.map(at) == Some(place))
            && (words.is_empty() || has_words(words, risk))
    }
}

fn has_words(words: &[&str], risk: &Risk) -> bool {
    let Risk { number, title, threat, vulnerability, owner, note, .. } = risk;
    let text = fold(&format!("R{number} {title} {threat} {vulnerability} {owner} {note}"));
    words.iter().all(|word| text.contains(word))
}

/// The results of the risks that fit, in this order. `results` are those of `work`, in the order of
/// their numbers, which decides where nothing else does; `now` says whose review is due.
#[must_use]
pub fn found<'a>(
    work: &'a Work,
    results: &'a [RiskResult],
    filter: &Filter,
    order: Order,
    now: &Timestamp,
) -> Vec<(&'a Risk, &'a RiskResult)> {
    let words = fold(&filter.words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found: Vec<(&Risk, &RiskResult)> = results
        .iter()
        .filter_map(|result| Some((work.risks.get(&result.id)?, result)))
        .filter(|(risk, result)| filter.fits(&words, risk, result, now))
        .collect();
    found.sort_by(|one, other| {
        let ordering = compare(order.by, *one, *other);
        let ordering = if order.down { ordering.reverse() } else { ordering };
        // Without a day there is nothing to look out for, whichever way the days are turned.
        let undated = |(risk, _): &(&Risk, &RiskResult)| risk.review.is_none();
        let last = undated(one).cmp(&undated(other));
        if order.by == Column::Review { last.then(ordering) } else { ordering }
    });
    found
}

/// What isn't there comes before all that is: nobody before everybody, no level before all levels. Only
/// what has no day of review comes last, see [`found`].
fn compare(by: Column, one: (&Risk, &RiskResult), other: (&Risk, &RiskResult)) -> Ordering {
    let level = |spot: fn(&RiskResult) -> Option<Spot>| {
        // Within a level, what is likelier and graver.
        let key =
            |result| spot(result).map(|it| (it.level, it.likelihood.saturating_add(it.impact)));
        key(one.1).cmp(&key(other.1))
    };
    match by {
        Column::Number => one.0.number.cmp(&other.0.number),
        Column::Title => fold(&one.0.title).cmp(&fold(&other.0.title)),
        Column::Owner => fold(one.0.owner.trim()).cmp(&fold(other.0.owner.trim())),
        Column::Inherent => level(|result| result.inherent),
        Column::Current => level(|result| result.current),
        Column::Residual => level(|result| result.residual),
        Column::Treatment => {
            let place = |risk: &Risk| {
                Treatment::ALL.iter().position(|treatment| Some(*treatment) == risk.treatment)
            };
            place(one.0).cmp(&place(other.0))
        }
        Column::Review => one.0.review.cmp(&other.0.review),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        id::RiskId,
        risk::{criteria::Criteria, level::Reduction, level::RiskNotice, register::Pair},
        time::Day,
    };

    /// Four risks: number, title, owner, likelihood and impact, review.
    fn register() -> (Work, Vec<RiskResult>) {
        let all = [
            (1, "Fire", "Ann", Some((0, 4)), "2026-05-11"),
            (2, "Theft of laptops", "", Some((4, 4)), ""),
            (3, "Éclair outage", "Bob", Some((3, 3)), "2026-05-10"),
            (4, "Not looked at", "", None, ""),
        ];
        let criteria = Criteria::default();
        let mut work = Work::default();
        let mut results = Vec::new();
        for (number, title, owner, pair, review) in all {
            let id = RiskId::parse(&format!("r{number}")).unwrap();
            let risk = Risk {
                number,
                title: title.to_owned(),
                owner: owner.to_owned(),
                treatment: (number == 1).then_some(Treatment::Share),
                review: Day::parse(review),
                ..Risk::default()
            };
            let spot =
                pair.map(|(likelihood, impact)| Spot::of(&criteria, Pair { likelihood, impact }));
            results.push(RiskResult {
                id: id.clone(),
                inherent: spot,
                current: spot,
                residual: spot,
                likelihood: Reduction::default(),
                impact: Reduction::default(),
                inherent_above: false,
                above: spot.is_some_and(|spot| spot.level > criteria.threshold),
                notices: if owner.is_empty() { vec![RiskNotice::NoOwner] } else { Vec::new() },
            });
            work.risks.insert(id, risk);
        }
        (work, results)
    }

    fn check(filter: &Filter, order: Order, expected: &[u64]) {
        let (work, results) = register();
        let now = Timestamp::parse("2026-05-10T09:00:00.000Z").unwrap();
        let found = found(&work, &results, filter, order, &now);
        let numbers: Vec<u64> = found.iter().map(|(risk, _)| risk.number).collect();
        assert_eq!(numbers, expected, "{filter:?} {order:?}");
    }

    #[test]
    fn every_part_of_a_filter_counts() {
        let any = Filter::default;
        let order = Order::default();
        check(&any(), order, &[1, 2, 3, 4]);
        check(&Filter { words: "LAPTOPS theft".into(), ..any() }, order, &[2]);
        check(&Filter { words: "r3".into(), ..any() }, order, &[3]);
        check(&Filter { level: Some(4), ..any() }, order, &[2]);
        check(&Filter { treatment: Some(None), ..any() }, order, &[2, 3, 4]);
        check(&Filter { treatment: Some(Some(Treatment::Share)), ..any() }, order, &[1]);
        check(&Filter { no_owner: true, ..any() }, order, &[2, 4]);
        check(&Filter { above: true, ..any() }, order, &[2, 3]);
        check(&Filter { notices: true, above: true, ..any() }, order, &[2, 3]);
        // The day of review of 3 has come, that of 1 hasn't.
        check(&Filter { notices: true, ..any() }, order, &[2, 3, 4]);
        check(&Filter { at: Some((0, 4)), ..any() }, order, &[1]);
    }

    #[test]
    fn columns_sort_and_turn_around() {
        let by = |by| Order::default().chosen(by);
        let any = Filter::default;
        check(&any(), by(Column::Title), &[3, 1, 4, 2]);
        check(&any(), by(Column::Owner), &[2, 4, 1, 3]);
        check(&any(), by(Column::Current), &[2, 3, 1, 4]);
        check(&any(), by(Column::Current).chosen(Column::Current), &[4, 1, 3, 2]);
        check(&any(), by(Column::Treatment), &[2, 3, 4, 1]);
        check(&any(), by(Column::Number), &[4, 3, 2, 1]);
        // What has no day comes last either way.
        check(&any(), by(Column::Review), &[3, 1, 2, 4]);
        check(&any(), by(Column::Review).chosen(Column::Review), &[1, 3, 2, 4]);
    }
}

//! The functions of the NIST Cybersecurity Framework 2.0, and which items bear on them.

use super::{
    evaluation::Evaluation,
    id::ItemId,
    pack::Pack,
    scope::Standing,
    score::{Measure, Number, Tally},
};

/// A function of the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// GV.
    Govern,
    /// ID.
    Identify,
    /// PR.
    Protect,
    /// DE.
    Detect,
    /// RS.
    Respond,
    /// RC.
    Recover,
}

impl Function {
    /// All functions, in the order of the framework.
    pub const ALL: [Self; 6] =
        [Self::Govern, Self::Identify, Self::Protect, Self::Detect, Self::Respond, Self::Recover];

    /// The items that NIST's mapping of the framework to ISO/IEC 27001:2022 names for some outcome
    /// of the function. A test compares them with the table in `tests/facts`, of which the rows of
    /// our own judgement are left out.
    const fn items(self) -> &'static str {
        match self {
            Self::Govern => {
                "4.1 4.2 4.4 5.2 5.3 6.1.1 6.1.2 6.1.3 7.1 7.2 7.3 8.1 8.2 8.3 9.1 A.5.1 A.5.2 \
                 A.5.3 A.5.4 A.5.19 A.5.20 A.5.21 A.5.22 A.5.26 A.5.31 A.6.1 A.6.2 A.6.3 A.6.4 \
                 A.6.5 A.6.6 A.6.7 A.6.8"
            }
            Self::Identify => {
                "6.1.1 6.1.2 6.1.3 9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2 A.5.7 A.5.8 A.5.9 \
                 A.5.12 A.5.13 A.5.14 A.5.19 A.5.20 A.5.22 A.5.24 A.5.26 A.5.27 A.5.35 A.7.10 \
                 A.7.13 A.7.14 A.8.8 A.8.16 A.8.20 A.8.21 A.8.22 A.8.32"
            }
            Self::Protect => {
                "4.2 5.2 6.1.1 7.3 9.3.1 9.3.2 9.3.3 A.5.1 A.5.2 A.5.3 A.5.9 A.5.10 A.5.13 A.5.14 \
                 A.5.15 A.5.16 A.5.17 A.5.18 A.5.29 A.6.1 A.6.2 A.6.3 A.6.5 A.7.1 A.7.2 A.7.3 \
                 A.7.4 A.7.5 A.7.7 A.7.10 A.7.12 A.8.2 A.8.3 A.8.4 A.8.5 A.8.6 A.8.7 A.8.8 A.8.9 \
                 A.8.13 A.8.14 A.8.15 A.8.17 A.8.18 A.8.19 A.8.20 A.8.21 A.8.22 A.8.25 A.8.26 \
                 A.8.28"
            }
            Self::Detect => "9.1 A.5.7 A.5.22 A.5.24 A.5.25 A.5.26 A.7.4 A.8.15 A.8.16",
            Self::Respond => "7.4 A.5.24 A.5.25 A.5.26 A.5.27 A.5.28 A.6.8",
            Self::Recover => "7.4 8.1 A.5.26 A.5.27 A.5.28 A.8.13",
        }
    }

    /// Whether an item bears on the function; it may bear on several, and many bear on none.
    #[must_use]
    pub fn has(self, item: &ItemId) -> bool {
        self.items().split_whitespace().any(|known| known == item.as_str())
    }
}

/// The numbers of a function, and how they came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionResult {
    /// The function.
    pub function: Function,
    /// Its numbers.
    pub measure: Measure,
    /// Its items that are asked, in pack order.
    pub items: Vec<(ItemId, Standing)>,
    /// Each of [`Number::ALL`] as a sum over another, in units of the scale but for completeness, as
    /// in [`super::explain::Explanation`].
    pub sums: [(u64, u64); 4],
}

/// The numbers of each function, computed as those of a clause or theme (scoring.md, Conformity of a
/// group).
#[must_use]
pub fn functions(pack: &Pack, evaluation: &Evaluation) -> [FunctionResult; 6] {
    Function::ALL.map(|function| {
        let unit = pack.scale().unit();
        let (mut tally, mut items, mut sums) = (Tally::default(), Vec::new(), [(0_u64, 0_u64); 4]);
        for (item, result) in pack.items().iter().zip(&evaluation.items) {
            if function.has(&item.id) && result.standing != Standing::NotAsked {
                tally.add(item.weight, &result.standing, unit);
                for (sum, number) in sums.iter_mut().zip(Number::ALL) {
                    let (num, den) = number.contribution(item.weight, &result.standing, unit);
                    *sum = (sum.0.saturating_add(num), sum.1.saturating_add(den));
                }
                items.push((item.id.clone(), result.standing.clone()));
            }
        }
        FunctionResult { function, measure: tally.measure(), items, sums }
    })
}

//! The words of risks: what levels are called, what notices say, how a level was computed.

use super::{Key, Texts, outcome::Names};
use crate::domain::{
    risk::{
        criteria::{Criteria, Scale},
        level::{Reduction, RiskNotice, Spot},
        register::{Property, Risk, Treatment},
    },
    work::Work,
};

/// Names and meanings of six levels, the lowest first. Scales with fewer levels have some of them.
const LIKELIHOOD: [(Key, Key); 6] = [
    (Key::RiskLikelihood1, Key::RiskLikelihood1Meaning),
    (Key::RiskLikelihood2, Key::RiskLikelihood2Meaning),
    (Key::RiskLikelihood3, Key::RiskLikelihood3Meaning),
    (Key::RiskLikelihood4, Key::RiskLikelihood4Meaning),
    (Key::RiskLikelihood5, Key::RiskLikelihood5Meaning),
    (Key::RiskLikelihood6, Key::RiskLikelihood6Meaning),
];
const IMPACT: [(Key, Key); 6] = [
    (Key::RiskImpact1, Key::RiskImpact1Meaning),
    (Key::RiskImpact2, Key::RiskImpact2Meaning),
    (Key::RiskImpact3, Key::RiskImpact3Meaning),
    (Key::RiskImpact4, Key::RiskImpact4Meaning),
    (Key::RiskImpact5, Key::RiskImpact5Meaning),
    (Key::RiskImpact6, Key::RiskImpact6Meaning),
];
/// Names of six levels of risk, the lowest first.
pub(super) const LEVELS: [Key; 6] = [
    Key::RiskLevel1,
    Key::RiskLevel2,
    Key::RiskLevel3,
    Key::RiskLevel4,
    Key::RiskLevel5,
    Key::RiskLevel6,
];

/// Names and meanings of six levels of a scale, the lowest first.
pub(super) const fn ladder(scale: Scale) -> &'static [(Key, Key); 6] {
    match scale {
        Scale::Likelihood => &LIKELIHOOD,
        Scale::Impact => &IMPACT,
    }
}

/// Which of six rungs a level stands for, all counted from 0: scales of three and four levels leave the
/// lowest one out, and the highest.
#[must_use]
pub const fn rung(level: usize, levels: usize) -> usize {
    let rung = if levels < 5 { level.saturating_add(1) } else { level };
    if rung < 6 { rung } else { 5 }
}

/// The words of levels: the organisation's own, or else the program's.
#[derive(Clone, Copy)]
pub struct LevelWords<'a> {
    /// The program's.
    pub texts: &'a Texts,
    /// The organisation's.
    pub criteria: &'a Criteria,
}

impl<'a> LevelWords<'a> {
    /// What a level of likelihood or impact is called, counted from 0.
    #[must_use]
    pub fn name(&self, scale: Scale, level: usize) -> &'a str {
        let own = self.criteria.scale(scale).get(level).map_or("", |level| &level.name);
        or(own, || self.texts.get(self.default_of(scale, level).0))
    }

    /// What a level of likelihood or impact means.
    #[must_use]
    pub fn meaning(&self, scale: Scale, level: usize) -> &'a str {
        let own = self.criteria.scale(scale).get(level).map_or("", |level| &level.meaning);
        or(own, || self.texts.get(self.default_of(scale, level).1))
    }

    /// The program's words for name and meaning of a level.
    #[must_use]
    pub fn default_of(&self, scale: Scale, level: usize) -> (Key, Key) {
        let ladder = ladder(scale);
        let [lowest, ..] = ladder;
        *ladder.get(rung(level, self.criteria.scale(scale).len())).unwrap_or(lowest)
    }

    /// What a level of risk is called.
    #[must_use]
    pub fn level(&self, level: usize) -> &'a str {
        let own = self.criteria.levels.get(level).map_or("", |level| &level.name);
        or(own, || self.texts.get(self.default_level(level)))
    }

    /// The program's word for a level of risk.
    #[must_use]
    pub fn default_level(&self, level: usize) -> Key {
        let [lowest, ..] = LEVELS;
        *LEVELS.get(rung(level, self.criteria.levels.len())).unwrap_or(&lowest)
    }

    /// "Likely, Major".
    #[must_use]
    pub fn pair(&self, likelihood: usize, impact: usize) -> String {
        let names = [
            ("likelihood", self.name(Scale::Likelihood, likelihood)),
            ("impact", self.name(Scale::Impact, impact)),
        ];
        self.texts.fill(Key::RiskPair, &names)
    }

    /// The level of a spot; "Not assessed" where there is none.
    #[must_use]
    pub fn spot(&self, spot: Option<Spot>) -> &'a str {
        spot.map_or_else(|| self.texts.get(Key::RiskNotAssessed), |spot| self.level(spot.level))
    }

    /// How a likelihood or impact fell: "Likelihood: Likely, lowered by 1 level to Possible."
    #[must_use]
    pub fn fall(&self, scale: Scale, from: usize, to: usize, by: usize) -> String {
        let label = self.texts.get(scale_key(scale));
        let (from, to) = (self.name(scale, from), self.name(scale, to));
        let key = match by {
            0 => Key::RiskFallNone,
            1 => Key::RiskFallOne,
            _ => Key::RiskFall,
        };
        let by = by.to_string();
        self.texts.fill(key, &[("scale", label), ("from", from), ("to", to), ("by", &by)])
    }
}

fn or<'a>(own: &'a str, default: impl FnOnce() -> &'a str) -> &'a str {
    let own = own.trim();
    if own.is_empty() { default() } else { own }
}

/// What a scale is called.
#[must_use]
pub const fn scale_key(scale: Scale) -> Key {
    match scale {
        Scale::Likelihood => Key::RiskLikelihood,
        Scale::Impact => Key::RiskImpact,
    }
}

/// What can be lost.
#[must_use]
pub const fn property_key(property: Property) -> Key {
    match property {
        Property::Confidentiality => Key::RiskConfidentiality,
        Property::Integrity => Key::RiskIntegrity,
        Property::Availability => Key::RiskAvailability,
    }
}

/// Name of a treatment, the plain word for it, and what it means.
#[must_use]
pub const fn treatment_keys(treatment: Treatment) -> (Key, Key) {
    match treatment {
        Treatment::Modify => (Key::RiskModify, Key::RiskModifyMeaning),
        Treatment::Retain => (Key::RiskRetain, Key::RiskRetainMeaning),
        Treatment::Avoid => (Key::RiskAvoid, Key::RiskAvoidMeaning),
        Treatment::Share => (Key::RiskShare, Key::RiskShareMeaning),
    }
}

/// "R7 Ransomware stops the business".
#[must_use]
pub fn risk_name(texts: &Texts, number: u64, title: &str) -> String {
    let title = or(title, || texts.get(Key::RiskUntitled));
    format!("R{number} {title}")
}

/// What wants attention, and what to do about it.
#[must_use]
pub fn notice_text(texts: &Texts, names: &Names<'_>, notice: &RiskNotice) -> String {
    match notice {
        RiskNotice::NotAssessed => texts.get(Key::RiskNoticeNotAssessed).to_owned(),
        RiskNotice::NoOwner => texts.get(Key::RiskNoticeNoOwner).to_owned(),
        RiskNotice::NoTreatment => texts.get(Key::RiskNoticeNoTreatment).to_owned(),
        RiskNotice::ReviewDue => texts.get(Key::RiskNoticeReview).to_owned(),
        RiskNotice::ResidualAboveCurrent => texts.get(Key::RiskNoticeResidual).to_owned(),
        RiskNotice::RetainedWithoutAcceptance => texts.get(Key::RiskNoticeRetained).to_owned(),
        RiskNotice::ExcludedControl(control) => {
            texts.fill(Key::RiskNoticeExcluded, &[("control", &names.item(control))])
        }
        RiskNotice::UnjustifiedControl(control) => {
            texts.fill(Key::RiskNoticeUnjustified, &[("control", &names.item(control))])
        }
        RiskNotice::UnknownControl(control) => {
            texts.fill(Key::RiskNoticeUnknown, &[("control", control.as_str())])
        }
    }
}

/// The arithmetic of a reduction: "2 levels × (2/3 + 1/3) ÷ 2 controls = 1, rounded down".
#[must_use]
pub fn reduction_text(texts: &Texts, reduction: &Reduction, unit: u64, most: usize) -> String {
    let credits: Vec<String> =
        reduction.controls.iter().map(|(_, credit)| credit_text(*credit, unit)).collect();
    let (count, most, levels) =
        (credits.len().to_string(), most.to_string(), reduction.levels.to_string());
    let key = match credits.len() {
        0 => return texts.get(Key::RiskReductionNone).to_owned(),
        1 => Key::RiskReductionOne,
        _ => Key::RiskReduction,
    };
    let values = [
        ("most", most.as_str()),
        ("credits", &credits.join(" + ")),
        ("count", &count),
        ("levels", &levels),
    ];
    texts.fill(key, &values)
}

/// A credit in lowest terms: "2/3", "1".
#[must_use]
pub fn credit_text(credit: u64, unit: u64) -> String {
    let divisor = (1..=unit)
        .rev()
        .find(|by| unit.is_multiple_of(*by) && credit.is_multiple_of(*by))
        .unwrap_or(1);
    match (credit / divisor, unit / divisor) {
        (num, 1) => num.to_string(),
        (0, _) => "0".to_owned(),
        (num, den) => format!("{num}/{den}"),
    }
}

/// How many risks there are, and how many of them are above the threshold.
#[must_use]
pub fn count_text(texts: &Texts, work: &Work, above: usize) -> String {
    let (count, over) = (work.risks.len().to_string(), above.to_string());
    let key = match (work.risks.len(), above) {
        (0, _) => Key::RisksCountNone,
        (1, 0) => Key::RisksCountOne,
        (1, _) => Key::RisksCountOneAbove,
        (_, 0) => Key::RisksCountAll,
        _ => Key::RisksCount,
    };
    let told = texts.fill(key, &[("count", &count), ("above", &over)]);
    let unknown = |risk: &&Risk| risk.likelihood.is_none() || risk.impact.is_none();
    match work.risks.values().filter(unknown).count() {
        0 => told,
        1 if work.risks.len() == 1 => texts.get(Key::RisksCountOneOpen).to_owned(),
        all if all == work.risks.len() => texts.fill(Key::RisksCountAllOpen, &[("count", &count)]),
        // Whether these are above it nobody knows.
        open => {
            format!("{told} {}", texts.fill(Key::RisksCountOpen, &[("count", &open.to_string())]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::ItemId, risk::criteria::Preset};

    #[test]
    fn words_are_picked_by_how_many_levels_there_are() {
        let rungs = |levels| (0..levels).map(|level| rung(level, levels)).collect::<Vec<_>>();
        assert_eq!(rungs(3), [1, 2, 3]);
        assert_eq!(rungs(4), [1, 2, 3, 4]);
        assert_eq!(rungs(5), [0, 1, 2, 3, 4]);
        assert_eq!(rungs(6), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn own_words_come_first() {
        let texts = Texts::english();
        let mut criteria = Preset::Three.criteria();
        criteria.impact[0].name = "Peanuts".to_owned();
        criteria.levels[2].name = " ".to_owned();
        let words = LevelWords { texts: &texts, criteria: &criteria };
        assert_eq!(words.name(Scale::Impact, 0), "Peanuts");
        assert_eq!(words.meaning(Scale::Impact, 0), texts.get(Key::RiskImpact2Meaning));
        assert_eq!(words.name(Scale::Likelihood, 2), texts.get(Key::RiskLikelihood4));
        assert_eq!(words.level(2), texts.get(Key::RiskLevel4));
    }

    #[test]
    fn credits_are_in_lowest_terms() {
        let cases = [(0, 3, "0"), (1, 3, "1/3"), (2, 4, "1/2"), (6, 6, "1")];
        for (credit, unit, expected) in cases {
            assert_eq!(credit_text(credit, unit), expected, "{credit} of {unit}");
        }
    }

    #[test]
    fn a_reduction_shows_its_arithmetic() {
        let control = |id: &str, credit| (ItemId::parse(id).unwrap(), credit);
        let reduction = |controls, levels| Reduction { controls, levels };
        let check = |reduction: &Reduction, expected: &str| {
            assert_eq!(reduction_text(&Texts::english(), reduction, 3, 2), expected);
        };
        check(
            &reduction(vec![control("A.5.1", 3), control("A.5.2", 1)], 1),
            "2 levels × (1 + 1/3) ÷ 2 controls, rounded down = 1",
        );
        check(&reduction(vec![control("A.5.1", 2)], 1), "2 levels × 2/3, rounded down = 1");
        check(&reduction(Vec::new(), 0), "No linked control bears on it, so it isn’t lowered.");
    }
}

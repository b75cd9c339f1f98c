//! How high risks are: without controls, with controls as they are rated today, and after treatment
//! (scoring.md, Risk).

use litemap::LiteMap;
use serde::Serialize;

use super::{
    criteria::Criteria,
    register::{Pair, Risk, Treatment},
};
use crate::domain::{
    action::Refusal,
    assessment::{Assessment, Rating},
    evaluation::{Evaluation, evaluate},
    extent::{Seen, seen},
    id::{ItemId, RiskId},
    pack::{Item, Kind, Pack},
    time::Timestamp,
};

/// The attribute by which controls bear on likelihood or impact.
const CONTROL_TYPE: &str = "control_type";
/// The values of it that bear on likelihood; all others bear on impact.
const PREVENTIVE: &str = "preventive";

/// A pair of levels and the level of risk that the matrix has for it; all counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Level of likelihood.
    pub likelihood: usize,
    /// Level of impact.
    pub impact: usize,
    /// Level of risk.
    pub level: usize,
}

impl Spot {
    /// Where a pair stands in the matrix; levels beyond a scale count as its highest.
    #[must_use]
    pub fn of(criteria: &Criteria, pair: Pair) -> Self {
        let last = |levels: usize| levels.saturating_sub(1);
        let likelihood = pair.likelihood.min(last(criteria.likelihood.len()));
        let impact = pair.impact.min(last(criteria.impact.len()));
        Self { likelihood, impact, level: criteria.level(likelihood, impact) }
    }

    /// Whether it is likelier or graver than another one, even at the same level of risk.
    #[must_use]
    pub const fn exceeds(self, other: Self) -> bool {
        self.likelihood > other.likelihood || self.impact > other.impact
    }

    fn lowered(self, criteria: &Criteria, likelihood: usize, impact: usize) -> Self {
        let pair = Pair {
            likelihood: self.likelihood.saturating_sub(likelihood),
            impact: self.impact.saturating_sub(impact),
        };
        Self::of(criteria, pair)
    }
}

/// How the controls of one side lower likelihood or impact: the arithmetic of a reduction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reduction {
    /// The linked controls in scope that bear on this side, each with its credit in units of the
    /// scale; what isn't rated has none.
    pub controls: Vec<(ItemId, u64)>,
    /// `floor(most × mean credit)`: by how many levels they lower it.
    pub levels: usize,
}

impl Reduction {
    fn new(controls: Vec<(ItemId, u64)>, unit: u64, most: usize) -> Self {
        let mut reduction = Self { controls, levels: 0 };
        reduction.levels = floor_of_mean(reduction.sum(), reduction.controls.len(), unit, most);
        reduction
    }

    /// The sum of the credits.
    fn sum(&self) -> u64 {
        self.controls.iter().fold(0, |sum, (_, credit)| sum.saturating_add(*credit))
    }

    /// The same with all of its controls fully in place.
    const fn levels_at_most(&self, most: usize) -> usize {
        if self.controls.is_empty() { 0 } else { most }
    }
}

/// `floor(most × sum / (unit × number))`; none without controls.
fn floor_of_mean(sum: u64, number: usize, unit: u64, most: usize) -> usize {
    let whole = unit.saturating_mul(number as u64);
    let levels = sum.saturating_mul(most as u64).checked_div(whole).unwrap_or_default();
    usize::try_from(levels).unwrap_or(most)
}

/// Something about a risk that wants attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskNotice {
    /// Likelihood or impact isn't said yet.
    NotAssessed,
    /// Nobody answers for it.
    NoOwner,
    /// It is above the threshold, and nobody has said what is done about it.
    NoTreatment,
    /// The day on which it was to be looked at again has come.
    ReviewDue,
    /// What the plan aims at is likelier or graver than what it is today.
    ResidualAboveCurrent,
    /// It is retained above the threshold, but who accepts that, when and why isn't said.
    RetainedWithoutAcceptance,
    /// A control that treats it is excluded.
    ExcludedControl(ItemId),
    /// A control that treats it is marked excluded without a justification, so it counts as unrated.
    UnjustifiedControl(ItemId),
    /// A control that treats it isn't there any more.
    UnknownControl(ItemId),
}

/// What follows from a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RiskResult {
    /// The risk.
    pub id: RiskId,
    /// Without controls; `None` while likelihood or impact isn't said.
    pub inherent: Option<Spot>,
    /// With the controls as they are rated today.
    pub current: Option<Spot>,
    /// What the treatment plan aims at.
    pub residual: Option<Spot>,
    /// How controls lower likelihood today.
    pub likelihood: Reduction,
    /// How controls lower impact today.
    pub impact: Reduction,
    /// Whether it is above the acceptance threshold without controls.
    pub inherent_above: bool,
    /// Whether it is above the acceptance threshold today.
    pub above: bool,
    /// What wants attention, whatever day it is.
    pub notices: Vec<RiskNotice>,
}

impl RiskResult {
    /// What wants attention at this moment: the review of its risk, too, once its day has come.
    #[must_use]
    pub fn notices_at(&self, risk: &Risk, now: &Timestamp) -> Vec<RiskNotice> {
        let due = is_review_due(risk, now).then_some(RiskNotice::ReviewDue);
        self.notices.iter().cloned().chain(due).collect()
    }
}

/// Whether the day of its review has come.
#[must_use]
pub fn is_review_due(risk: &Risk, now: &Timestamp) -> bool {
    risk.review.as_ref().is_some_and(|day| day.as_str() <= now.day())
}

/// What bears on risks: a control in scope.
#[derive(Clone, Copy, Debug)]
struct Bearing {
    likelihood: bool,
    impact: bool,
    credit: u64,
}

/// A linked control and what is known of it: nothing, that it is excluded, or how it bears.
type Linked<'a> = (&'a ItemId, Option<&'a Option<Bearing>>);

/// The controls as they are today, from which risks are computed.
#[derive(Debug)]
pub struct Controls {
    /// Excluded ones are `None`.
    known: LiteMap<ItemId, Option<Bearing>>,
    /// Marked excluded, but nobody wrote why.
    unjustified: Vec<ItemId>,
    unit: u64,
}

impl Controls {
    /// Those of the pack and the organisation's own.
    #[must_use]
    pub fn new(pack: &Pack, assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let unit = pack.scale().unit();
        let mut known: LiteMap<ItemId, Option<Bearing>> = LiteMap::new_vec();
        for (item, seen) in seen(pack, evaluation).filter(|(item, _)| item.kind == Kind::Control) {
            let credit = if let Seen::Rated { credit, .. } = seen { credit } else { 0 };
            let (likelihood, impact) = sides(pack, item);
            let bearing = Bearing { likelihood, impact, credit };
            known.insert(item.id.clone(), (seen != Seen::Outside).then_some(bearing));
        }
        for (id, own) in &assessment.work().own_controls {
            let credit = match &own.answer.rating {
                Some(Rating::Level(code)) => pack.scale().level(code).map(|level| level.credit),
                _ => None,
            };
            let bearing = Bearing {
                likelihood: own.preventive,
                impact: own.corrective,
                credit: credit.unwrap_or_default(),
            };
            let outside = own.answer.applicability.is_out_of_scope();
            known.insert(id.clone(), (!outside).then_some(bearing));
        }
        let answers = assessment.answers.iter();
        let own = assessment.work().own_controls.iter().map(|(id, own)| (id, &own.answer));
        let unjustified = answers
            .chain(own)
            .filter(|(id, answer)| {
                answer.applicability.lacks_justification() && known.contains_key(*id)
            })
            .map(|(id, _)| id.clone());
        let unjustified = unjustified.collect();
        Self { known, unjustified, unit }
    }

    /// What follows from a risk.
    #[must_use]
    pub fn assess(&self, criteria: &Criteria, id: &RiskId, risk: &Risk) -> RiskResult {
        let linked: Vec<Linked<'_>> = risk
            .controls
            .iter()
            .map(|link| (&link.control, self.known.get(&link.control)))
            .collect();
        let side = |bears: fn(&Bearing) -> bool| {
            let controls = linked.iter().filter_map(|(control, known)| {
                let bearing = (*known)?.as_ref()?;
                bears(bearing).then(|| ((*control).clone(), bearing.credit))
            });
            Reduction::new(controls.collect(), self.unit, criteria.reduction)
        };
        let likelihood = side(|bearing| bearing.likelihood);
        let impact = side(|bearing| bearing.impact);
        let inherent = risk
            .likelihood
            .zip(risk.impact)
            .map(|(likelihood, impact)| Spot::of(criteria, Pair { likelihood, impact }));
        let current = inherent.map(|spot| spot.lowered(criteria, likelihood.levels, impact.levels));
        let most = criteria.reduction;
        let aimed_at = inherent.zip(current).map(|(spot, current)| {
            let by_rule = || {
                // Nothing more is planned for what is retained (decision 23).
                if risk.treatment == Some(Treatment::Retain) {
                    return current;
                }
                let (likelihood, impact) =
                    (likelihood.levels_at_most(most), impact.levels_at_most(most));
                spot.lowered(criteria, likelihood, impact)
            };
            risk.residual.map_or_else(by_rule, |pair| Spot::of(criteria, pair))
        });
        let is_above =
            |spot: Option<Spot>| spot.is_some_and(|spot| spot.level > criteria.threshold);
        let mut result = RiskResult {
            id: id.clone(),
            inherent,
            current,
            residual: aimed_at,
            likelihood,
            impact,
            inherent_above: is_above(inherent),
            above: is_above(current),
            notices: Vec::new(),
        };
        result.notices = notices(risk, &result, &linked);
        let unjustified = linked.iter().map(|(control, _)| *control);
        let unjustified = unjustified.filter(|control| self.unjustified.contains(control));
        result.notices.extend(unjustified.cloned().map(RiskNotice::UnjustifiedControl));
        result
    }

    /// For each control that would lower this risk by itself, were it fully in place: by how many
    /// levels of risk.
    fn relief(&self, criteria: &Criteria, result: &RiskResult) -> Vec<(ItemId, usize)> {
        let (Some(inherent), Some(current)) = (result.inherent, result.current) else {
            return Vec::new();
        };
        let (likelihood, impact) = (&result.likelihood, &result.impact);
        // What each control lacks of being fully in place, on either side.
        let lack = |credit: &u64| self.unit.saturating_sub(*credit);
        let of_likelihood = likelihood.controls.iter().map(|(id, credit)| (id, lack(credit), 0));
        let of_impact = impact.controls.iter().map(|(id, credit)| (id, 0, lack(credit)));
        let mut lacks: Vec<(&ItemId, u64, u64)> = of_likelihood.chain(of_impact).collect();
        lacks.sort_unstable();
        let sums = (likelihood.sum(), impact.sum());
        let levels = |side: &Reduction, sum: u64, lack: u64| {
            let sum = sum.saturating_add(lack);
            floor_of_mean(sum, side.controls.len(), self.unit, criteria.reduction)
        };
        let relieved = lacks.chunk_by(|(one, ..), (other, ..)| one == other).filter_map(|lacks| {
            let (control, ..) = lacks.first()?;
            let both = lacks.iter().fold((0_u64, 0_u64), |sum, (_, likelihood, impact)| {
                (sum.0.saturating_add(*likelihood), sum.1.saturating_add(*impact))
            });
            let then = inherent.lowered(
                criteria,
                levels(likelihood, sums.0, both.0),
                levels(impact, sums.1, both.1),
            );
            let by = current.level.saturating_sub(then.level);
            (by > 0).then(|| ((*control).clone(), by))
        });
        relieved.collect()
    }
}

fn notices(risk: &Risk, result: &RiskResult, linked: &[Linked<'_>]) -> Vec<RiskNotice> {
    let exceeds = result.residual.zip(result.current).is_some_and(|(aim, now)| aim.exceeds(now));
    let retained = risk.treatment == Some(Treatment::Retain);
    let notices = [
        (result.inherent.is_none(), RiskNotice::NotAssessed),
        (risk.owner.trim().is_empty(), RiskNotice::NoOwner),
        (result.above && risk.treatment.is_none(), RiskNotice::NoTreatment),
        (exceeds, RiskNotice::ResidualAboveCurrent),
        (
            result.above && retained && !risk.acceptance.is_whole(),
            RiskNotice::RetainedWithoutAcceptance,
        ),
    ];
    let mut notices: Vec<_> =
        notices.into_iter().filter_map(|(holds, notice)| holds.then_some(notice)).collect();
    notices.extend(linked.iter().filter_map(|(control, known)| match known {
        None => Some(RiskNotice::UnknownControl((*control).clone())),
        Some(None) => Some(RiskNotice::ExcludedControl((*control).clone())),
        Some(Some(_)) => None,
    }));
    notices
}

/// What is refused of a risk: levels that the criteria don't have, and a new aim that is likelier or
/// graver than the risk is today (scoring.md, Risk). An aim that stood there before and was overtaken by better
/// controls is only noticed.
pub(in super::super) fn allow(
    pack: &Pack,
    assessment: &Assessment,
    id: &RiskId,
    risk: &Risk,
) -> Result<(), Refusal> {
    let criteria = &assessment.work().criteria;
    let before = assessment.work().risks.get(id);
    let is_new = |of: fn(&Risk) -> Option<Pair>| before.is_none_or(|before| of(before) != of(risk));
    let aim = risk.residual.filter(|_| is_new(|risk| risk.residual));
    let exists = |level: Option<usize>, levels: usize| level.is_none_or(|level| level < levels);
    let known = |likelihood, impact| {
        exists(likelihood, criteria.likelihood.len()) && exists(impact, criteria.impact.len())
    };
    let levels_are_new = before
        .is_none_or(|before| (before.likelihood, before.impact) != (risk.likelihood, risk.impact));
    if levels_are_new && !known(risk.likelihood, risk.impact)
        || aim.is_some_and(|aim| !known(Some(aim.likelihood), Some(aim.impact)))
    {
        return Err(Refusal::UnknownRiskLevel(id.clone()));
    }
    if let Some(aim) = aim {
        let controls = Controls::new(pack, assessment, &evaluate(pack, assessment));
        let current = controls.assess(criteria, id, risk).current;
        if current.is_none_or(|current| Spot::of(criteria, aim).exceeds(current)) {
            return Err(Refusal::ResidualAboveCurrent(id.clone()));
        }
    }
    Ok(())
}

/// What follows from one risk, as [`risks`] has it; `None` when it isn't there.
#[must_use]
pub fn result_of(
    pack: &Pack,
    assessment: &Assessment,
    evaluation: &Evaluation,
    id: &RiskId,
) -> Option<RiskResult> {
    let risk = assessment.work().risks.get(id)?;
    let controls = Controls::new(pack, assessment, evaluation);
    Some(controls.assess(&assessment.work().criteria, id, risk))
}

/// What follows from every risk, in the order of their numbers.
#[must_use]
pub fn risks(controls: &Controls, assessment: &Assessment) -> Vec<RiskResult> {
    let risks = assessment.work().risks_in_order();
    risks.map(|(id, risk)| controls.assess(&assessment.work().criteria, id, risk)).collect()
}

/// By control, how many levels of risk would go over all risks that are above the threshold today, if
/// this control alone became fully in place (scoring.md, What to do first).
#[must_use]
pub fn relief(
    controls: &Controls,
    criteria: &Criteria,
    results: &[RiskResult],
) -> LiteMap<ItemId, u64> {
    let mut relief: LiteMap<ItemId, u64> = LiteMap::new_vec();
    for result in results.iter().filter(|result| result.above) {
        for (control, by) in controls.relief(criteria, result) {
            *relief.entry(control).or_default() += by as u64;
        }
    }
    relief
}

/// Whether a control of the pack bears on likelihood and on impact, by its 27002 control type:
/// preventive ones on likelihood, detective and corrective ones on impact.
#[must_use]
pub fn sides(pack: &Pack, item: &Item) -> (bool, bool) {
    let mut sides = (false, false);
    for (attribute, value) in &item.attributes {
        let attribute = pack.attributes().get(*attribute);
        let Some(attribute) = attribute.filter(|it| it.id.as_str() == CONTROL_TYPE) else {
            continue;
        };
        match attribute.values.get(*value) {
            Some(value) if value.as_str() == PREVENTIVE => sides.0 = true,
            Some(_) => sides.1 = true,
            None => {}
        }
    }
    sides
}

//! Changes that reach further than the one thing they are about: other criteria move the levels of
//! risks, and what is removed is removed wherever it is named. Each is one action, so that one undo
//! takes all of it back.

use super::{
    super::{
        action::Action,
        assessment::Assessment,
        evaluation::evaluate,
        id::{AssetId, RiskId},
        pack::Pack,
        work::action::WorkAction,
    },
    criteria::{Criteria, rescaled},
    level::Controls,
    register::{Pair, Risk},
};

/// What becomes of a level when its scale has another number of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// It stands as far along as before.
    Rescale,
    /// It stays where it is, or becomes the highest.
    Keep,
}

impl Carry {
    fn level(self, level: usize, from: usize, to: usize) -> usize {
        match self {
            Self::Rescale => rescaled(level, from, to),
            Self::Keep => level.min(to.saturating_sub(1)),
        }
    }
}

/// Other criteria, with the risks in their terms; and how many risks that changes. An aim that would
/// then be likelier or graver than the risk is today becomes as likely or as grave.
#[must_use]
pub fn judge_by(
    pack: &Pack,
    assessment: &Assessment,
    criteria: &Criteria,
    carry: Carry,
) -> (Action, usize) {
    let before = &assessment.work().criteria;
    let sizes = |criteria: &Criteria| (criteria.likelihood.len(), criteria.impact.len());
    let (from, to) = (sizes(before), sizes(criteria));
    let likelihood = |level| carry.level(level, from.0, to.0);
    let impact = |level| carry.level(level, from.1, to.1);
    let controls = Controls::new(pack, assessment, &evaluate(pack, assessment));
    let moved = assessment.work().risks.iter().filter_map(|(id, risk)| {
        let mut moved = Risk {
            likelihood: risk.likelihood.map(likelihood),
            impact: risk.impact.map(impact),
            ..risk.clone()
        };
        let current = controls.assess(criteria, id, &moved).current;
        moved.residual = risk.residual.map(|aim| {
            let aim = Pair { likelihood: likelihood(aim.likelihood), impact: impact(aim.impact) };
            current.map_or(aim, |current| Pair {
                likelihood: aim.likelihood.min(current.likelihood),
                impact: aim.impact.min(current.impact),
            })
        });
        (moved != *risk).then(|| WorkAction::Risk(id.clone(), Some(Box::new(moved))).into())
    });
    let moved: Vec<Action> = moved.collect();
    let count = moved.len();
    let mut all: Vec<Action> = vec![WorkAction::Criteria(Box::new(criteria.clone())).into()];
    all.extend(moved);
    (Action::Several(all), count)
}

/// Removes a risk, and its name from the plan.
#[must_use]
pub fn remove_risk(assessment: &Assessment, id: &RiskId) -> Action {
    let mut all: Vec<Action> = vec![WorkAction::Risk(id.clone(), None).into()];
    for (planned, action) in &assessment.work().plan {
        if action.risks.contains(id) {
            let mut action = action.clone();
            action.risks.retain(|risk| risk != id);
            all.push(WorkAction::Plan(planned.clone(), Some(Box::new(action))).into());
        }
    }
    Action::Several(all)
}

/// Removes an asset, and its name from the risks.
#[must_use]
pub fn remove_asset(assessment: &Assessment, id: &AssetId) -> Action {
    let mut all: Vec<Action> = vec![WorkAction::Asset(id.clone(), None).into()];
    for (risk_id, risk) in &assessment.work().risks {
        if risk.assets.contains(id) {
            let mut risk = risk.clone();
            risk.assets.retain(|asset| asset != id);
            all.push(WorkAction::Risk(risk_id.clone(), Some(Box::new(risk))).into());
        }
    }
    Action::Several(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        action::apply,
        history::History,
        id::{AssessmentId, CheckId, GroupId, ItemId, LevelCode, PackId, PlannedId, SectionId},
        pack::{Effort, GroupSource, ItemSource, Kind, PackSource, SectionSource},
        plan::Planned,
        risk::{criteria::Preset, register::Asset},
        scale::LevelSource,
        time::Timestamp,
        work::{Work, carried::Held},
    };

    fn pack() -> Pack {
        let level = |code, credit| LevelSource { code: LevelCode::parse(code).unwrap(), credit };
        let item = ItemSource {
            id: ItemId::parse("A.5.1").unwrap(),
            heading: None,
            weight: 1,
            attributes: Vec::new(),
            effort: Effort::S,
            step: 1,
            related: Vec::new(),
            checks: vec![CheckId::parse("a").unwrap()],
            quick: false,
            previous: Vec::new(),
            amended: false,
        };
        let group = GroupSource { id: GroupId::parse("A.5").unwrap(), items: vec![item] };
        let source = PackSource {
            version: "1".to_owned(),
            scale: vec![level("N", [0, 1]), level("F", [1, 1])],
            sections: vec![SectionSource {
                id: SectionId::parse("annex").unwrap(),
                kind: Kind::Control,
                groups: vec![group],
            }],
            ..PackSource::empty(PackId::parse("test").unwrap())
        };
        Pack::new(source, String::new()).unwrap()
    }

    fn id() -> RiskId {
        RiskId::parse("r1").unwrap()
    }

    /// An assessment with one risk, and its JSON.
    fn with_risk(risk: Risk) -> Assessment {
        let id_of_all = AssessmentId::parse("x").unwrap();
        let assessment = Assessment::new(id_of_all, "X".to_owned(), Timestamp::default());
        // Put there as a file would: an aim may have been overtaken.
        let work = Work { risks: [(id(), risk)].into_iter().collect(), ..Work::default() };
        Assessment { work: Held::new(work), ..assessment }
    }

    fn check(
        (preset, carry): (Criteria, Carry),
        (pair, aim): ((usize, usize), (usize, usize)),
        (new_pair, new_aim): ((usize, usize), (usize, usize)),
    ) {
        let pack = pack();
        let pair_of = |(likelihood, impact)| Pair { likelihood, impact };
        let risk = Risk {
            likelihood: Some(pair.0),
            impact: Some(pair.1),
            residual: Some(pair_of(aim)),
            ..Risk::default()
        };
        let before = with_risk(risk);
        let mut assessment = before.clone();
        let (action, _) = judge_by(&pack, &assessment, &preset, carry);
        let mut history = History::default();
        history.perform(&pack, &mut assessment, action).unwrap();
        let work = assessment.work();
        let risk = work.risks.get(&id()).unwrap();
        assert_eq!(work.criteria, preset);
        assert_eq!((risk.likelihood, risk.impact), (Some(new_pair.0), Some(new_pair.1)));
        assert_eq!(risk.residual, Some(pair_of(new_aim)));
        history.undo(&mut assessment).unwrap();
        assert_eq!(assessment, before);
    }

    #[test]
    fn risks_are_carried_to_other_criteria_and_back_by_one_step() {
        let three = || (Preset::Three.criteria(), Carry::Rescale);
        check(three(), ((4, 2), (1, 0)), ((2, 1), (1, 0)));
        let more = || (Criteria::default().resized(6, 6, 5), Carry::Keep);
        check(more(), ((4, 4), (3, 3)), ((4, 4), (3, 3)));
        let fewer = || (Criteria::default().resized(3, 4, 5), Carry::Keep);
        check(fewer(), ((4, 4), (1, 1)), ((2, 3), (1, 1)));
        // An aim that was graver than today, as better controls leave one behind.
        check(fewer(), ((2, 1), (1, 2)), ((2, 1), (1, 1)));
    }

    #[test]
    fn what_is_removed_is_removed_everywhere() {
        let pack = pack();
        let asset = AssetId::parse("a1").unwrap();
        let planned_id = PlannedId::parse("p1").unwrap();
        let risk = Risk { assets: vec![asset.clone()], ..Risk::default() };
        let mut before = with_risk(risk);
        let planned = Planned { risks: vec![id()], ..Planned::of(&pack, &before, &[], Vec::new()) };
        for action in [
            WorkAction::Asset(asset.clone(), Some(Asset::default())),
            WorkAction::Plan(planned_id.clone(), Some(Box::new(planned))),
        ] {
            apply(&pack, &mut before, action.into()).unwrap();
        }
        let mut assessment = before.clone();
        let back = apply(&pack, &mut assessment, remove_asset(&before, &asset)).unwrap();
        assert!(assessment.work().assets.is_empty());
        assert!(assessment.work().risks.get(&id()).unwrap().assets.is_empty());
        apply(&pack, &mut assessment, back).unwrap();
        assert_eq!(assessment, before);

        let back = apply(&pack, &mut assessment, remove_risk(&before, &id())).unwrap();
        assert!(assessment.work().risks.is_empty());
        assert!(assessment.work().plan.get(&planned_id).unwrap().risks.is_empty());
        apply(&pack, &mut assessment, back).unwrap();
        assert_eq!(assessment, before);
    }
}

//! The few figures by which today and what would be are told apart.

use super::{
    finding::{Finding, Grade},
    id::RiskId,
    outlook::Outlook,
    readiness::{Blocker, Level},
    risk::level::{RiskResult, Spot},
    score::Measure,
};

/// What an assessment comes to, in a few figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Conformity, its range, completeness.
    pub measure: Measure,
    /// How many findings there are of each grade, the gravest first.
    pub findings: [usize; 3],
    /// Readiness, where it is judged.
    pub level: Option<Level>,
    /// Risks above the acceptance threshold today.
    pub risks_above: usize,
    /// What is in the way of stage 1, and of stage 2 besides; where readiness is judged.
    pub blockers: Option<[usize; 2]>,
    /// Where every risk stands today, in the order of their numbers.
    pub risks: Vec<(RiskId, Option<Spot>)>,
}

impl Prospect {
    /// The figures of an assessment; `everything` are the numbers of all its items.
    #[must_use]
    pub fn of(everything: Measure, outlook: &Outlook) -> Self {
        let graded = |grade: Grade| outlook.findings.iter().filter(|it| it.grade == grade).count();
        Self {
            measure: everything,
            findings: Grade::ALL.map(graded),
            level: outlook.readiness.as_ref().map(|readiness| readiness.level),
            risks_above: outlook.risks.iter().filter(|risk| risk.above).count(),
            blockers: outlook.readiness.as_ref().map(|readiness| {
                [&readiness.stage_1, &readiness.stage_2].map(|it| in_way(&outlook.findings, it))
            }),
            risks: outlook.risks.iter().map(spot).collect(),
        }
    }

    /// The risks whose level is another one than here, in order: which, the level here and there.
    pub fn moved<'a>(
        &'a self,
        then: &'a Self,
    ) -> impl Iterator<Item = (&'a RiskId, Option<Spot>, Option<Spot>)> {
        let level = |spot: &Option<Spot>| spot.map(|spot| spot.level);
        self.risks.iter().filter_map(move |(id, here)| {
            let (_, there) = then.risks.iter().find(|(other, _)| other == id)?;
            (level(here) != level(there)).then_some((id, *here, *there))
        })
    }
}

/// How many things are in the way: a risk that lacks several things is one, and so is a place with
/// several major findings.
fn in_way(findings: &[Finding], blockers: &[Blocker]) -> usize {
    let (mut risks, mut places) = (Vec::new(), Vec::new());
    let mut count = 0_usize;
    for blocker in blockers {
        let known = match blocker {
            Blocker::Risk(id, _) => is_known(&mut risks, id),
            Blocker::Major(id) => {
                let finding = findings.iter().find(|it| it.id().as_ref() == Some(id));
                finding.is_some_and(|finding| is_known(&mut places, &finding.at))
            }
            _ => false,
        };
        count = count.saturating_add(usize::from(!known));
    }
    count
}

/// Whether it is among these, where it is from now on.
fn is_known<'a, T: PartialEq>(all: &mut Vec<&'a T>, one: &'a T) -> bool {
    let known = all.contains(&one);
    if !known {
        all.push(one);
    }
    known
}

fn spot(risk: &RiskResult) -> (RiskId, Option<Spot>) {
    (risk.id.clone(), risk.current)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        finding::{FindingReason, Place},
        id::GroupId,
        readiness::{Lack, Readiness},
        risk::level::Reduction,
        score::Counts,
    };

    #[test]
    fn findings_are_counted_as_they_are_graded() {
        let finding = |grade, computed| Finding {
            grade,
            computed,
            regraded: None,
            at: Place::Group(GroupId::parse("5").unwrap()),
            reason: FindingReason::MinorsInClause { minors: 3, of: 4 },
        };
        let spot = |level| Some(Spot { likelihood: 1, impact: 1, level });
        let (one, other) = (RiskId::from_random([0; 16]), RiskId::from_random([1; 16]));
        let risk = |id: &RiskId, above, level| RiskResult {
            id: id.clone(),
            inherent: None,
            current: spot(level),
            residual: None,
            likelihood: Reduction::default(),
            impact: Reduction::default(),
            inherent_above: true,
            above,
            notices: Vec::new(),
        };
        let outlook = Outlook {
            risks: vec![risk(&one, true, 3), risk(&other, false, 1)],
            statement: Vec::new(),
            documents: Vec::new(),
            findings: vec![
                finding(Grade::Minor, Grade::Major),
                finding(Grade::Minor, Grade::Minor),
                finding(Grade::Major, Grade::Major),
            ],
            unverified: Vec::new(),
            readiness: Some(Readiness {
                level: Level::Stage1,
                stage_1: Vec::new(),
                stage_2: vec![
                    Blocker::Risk(one.clone(), Lack::Owner),
                    Blocker::Risk(one.clone(), Lack::Treatment),
                    Blocker::Risk(other.clone(), Lack::Owner),
                ],
            }),
            priorities: Vec::new(),
            steps: Vec::new(),
        };
        let measure = Measure {
            counts: Counts::default(),
            low: None,
            conformity: None,
            high: None,
            completeness: None,
        };
        let expected = Prospect {
            measure,
            findings: [1, 2, 0],
            level: Some(Level::Stage1),
            risks_above: 1,
            blockers: Some([0, 2]),
            risks: vec![(one.clone(), spot(3)), (other.clone(), spot(1))],
        };
        let today = Prospect::of(measure, &outlook);
        assert_eq!(today, expected);

        let risks = vec![risk(&one, false, 2), risk(&other, false, 1)];
        let then = Prospect::of(measure, &Outlook { risks, ..outlook });
        let moved: Vec<_> = today.moved(&then).collect();
        assert_eq!(moved, [(&one, spot(3), spot(2))]);
    }
}

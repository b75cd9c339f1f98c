//! The few figures by which today and what would be are told apart.

use super::{finding::Grade, outlook::Outlook, readiness::Level, score::Measure};

/// What an assessment comes to, in a few figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Conformity, its range, completeness.
    pub measure: Measure,
    /// How many findings there are of each grade, the gravest first.
    pub findings: [usize; 3],
    /// Readiness, where it is judged.
    pub level: Option<Level>,
    /// Risks above the acceptance threshold today.
    pub risks_above: usize,
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        finding::{Finding, FindingReason, Place},
        id::{GroupId, RiskId},
        readiness::Readiness,
        risk::level::{Reduction, RiskResult},
        score::Counts,
    };

    #[test]
    fn findings_are_counted_as_they_are_graded() {
        let finding = |grade, computed| Finding {
            grade,
            computed,
            at: Place::Group(GroupId::parse("5").unwrap()),
            reason: FindingReason::MinorsInClause { minors: 3, of: 4 },
        };
        let risk = |above| RiskResult {
            id: RiskId::from_random([0; 16]),
            inherent: None,
            current: None,
            residual: None,
            likelihood: Reduction::default(),
            impact: Reduction::default(),
            inherent_above: true,
            above,
            notices: Vec::new(),
        };
        let outlook = Outlook {
            risks: vec![risk(true), risk(false)],
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
                stage_2: Vec::new(),
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
        let expected =
            Prospect { measure, findings: [1, 2, 0], level: Some(Level::Stage1), risks_above: 1 };
        assert_eq!(Prospect::of(measure, &outlook), expected);
    }
}

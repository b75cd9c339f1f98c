//! The few figures by which today and what would be are told apart.

use super::{
    evaluation::Evaluation, finding::Grade, outlook::Outlook, readiness::Level, score::Measure,
};

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
    /// The figures of an assessment.
    #[must_use]
    pub fn of(evaluation: &Evaluation, outlook: &Outlook) -> Self {
        let graded = |grade: Grade| outlook.findings.iter().filter(|it| it.grade == grade).count();
        Self {
            measure: evaluation.everything,
            findings: Grade::ALL.map(graded),
            level: outlook.readiness.as_ref().map(|readiness| readiness.level),
            risks_above: outlook.risks.iter().filter(|risk| risk.above).count(),
        }
    }
}

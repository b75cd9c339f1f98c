//! What an assessment means beyond its numbers: the one door to risks, Statement of Applicability,
//! documents, findings, readiness, priorities and roadmap, which all hang together.

use serde::Serialize;

use super::{
    assessment::Assessment,
    document::{DocumentResult, documents},
    evaluation::{Evaluation, evaluate},
    finding::{Finding, Unverified, all_findings, unverified},
    handbook::Handbook,
    material::Material,
    pack::Pack,
    priority::{Priority, priorities},
    readiness::{Readiness, readiness},
    risk::level::{Controls, RiskResult, relief, risks},
    roadmap::{StepState, Work, roadmap},
    soa::{self, Row},
};

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outlook {
    /// Every risk, in the order of their numbers.
    pub risks: Vec<RiskResult>,
    /// Every row of the Statement of Applicability.
    pub statement: Vec<Row>,
    /// Every document and record, in the order of the pack.
    pub documents: Vec<DocumentResult>,
    /// All findings, in pack order.
    pub findings: Vec<Finding>,
    /// The items in scope of which nothing can be said, in pack order.
    pub unverified: Vec<Unverified>,
    /// Readiness for the audit; `None` where not everything is asked.
    pub readiness: Option<Readiness>,
    /// What to do, first things first.
    pub priorities: Vec<Priority>,
    /// The steps to a certificate.
    pub steps: Vec<StepState>,
}

/// What an assessment means. Linear in items and in the controls of all risks together.
#[must_use]
pub fn outlook(
    pack: &Pack,
    handbook: &Handbook,
    assessment: &Assessment,
    evaluation: &Evaluation,
) -> Outlook {
    let controls = Controls::new(pack, assessment, evaluation);
    let risks = risks(&controls, assessment);
    let statement = soa::rows(pack, assessment, evaluation);
    let documents = documents(pack, &handbook.documents, assessment, evaluation);
    let findings = all_findings(pack, assessment, evaluation, &documents, &risks);
    let material =
        Material { pack, assessment, evaluation, findings: &findings, documents: &documents };
    let readiness = readiness(&material, &statement, &risks);
    let relief = relief(&controls, &assessment.work().criteria, &risks);
    let priorities = priorities(&material, &relief);
    let work = Work {
        has_risks: !risks.is_empty(),
        has_statement: soa::is_complete(&statement),
        has_treatment: has_treatment(assessment, &risks),
        readiness: readiness.as_ref().map(|readiness| readiness.level),
    };
    let steps = roadmap(pack, evaluation, &handbook.steps, &work);
    let unverified = unverified(pack, evaluation);
    Outlook { risks, statement, documents, findings, unverified, readiness, priorities, steps }
}

/// Everything that can be computed of an assessment. Its JSON is documented in `docs/results.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Results {
    /// The numbers.
    #[serde(flatten)]
    pub evaluation: Evaluation,
    /// What they mean.
    #[serde(flatten)]
    pub outlook: Outlook,
}

/// Everything that can be computed of an assessment.
#[must_use]
pub fn results(pack: &Pack, handbook: &Handbook, assessment: &Assessment) -> Results {
    let evaluation = evaluate(pack, assessment);
    let outlook = outlook(pack, handbook, assessment, &evaluation);
    Results { evaluation, outlook }
}

/// There are risks, every one has an owner, and every one above the threshold a treatment.
fn has_treatment(assessment: &Assessment, risks: &[RiskResult]) -> bool {
    let treated = |result: &RiskResult| {
        assessment.work().risks.get(&result.id).is_some_and(|risk| {
            !risk.owner.trim().is_empty() && (!result.above || risk.treatment.is_some())
        })
    };
    !risks.is_empty() && risks.iter().all(treated)
}

//! Whether an organisation is ready for the two stages of the certification audit, and what is in the
//! way (scoring.md, Readiness).

use serde::Serialize;

use super::{
    extent::{Extent, Seen, seen},
    finding::Grade,
    handbook::Form,
    id::{DocumentId, FindingId, ItemId, RiskId},
    material::Material,
    pack::Kind,
    risk::level::RiskResult,
    soa::{self, Lint},
};

/// The requirements without which stage 1 of the audit isn't passed (scoring.md, Readiness). They
/// follow from no other data of a pack: the steps of the roadmap cut elsewhere.
pub const STAGE_1: [&str; 19] = [
    "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.2", "7.5.1",
    "7.5.2", "7.5.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3",
];

/// How far an organisation is on the way to the audit; further is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Ready for neither stage.
    NotReady,
    /// Ready for stage 1.
    Stage1,
    /// Ready for both stages.
    Stage2,
}

/// What a risk lacks for stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// Likelihood or impact isn't said, so nobody knows whether it is above the threshold.
    Levels,
    /// Nobody has said what is done about it.
    Treatment,
    /// Nobody answers for it.
    Owner,
    /// Nobody has accepted what remains of it.
    Acceptance,
}

/// A condition that isn't met, and where it is mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Blocker {
    /// A requirement that stage 1 looks at is rated below *Largely*, or nobody could tell.
    BelowLargely(ItemId),
    /// A mandatory document or record isn't in place, or nobody has looked.
    Document(DocumentId),
    /// A row of the Statement of Applicability isn't decided, justified or reasoned.
    Statement(ItemId, Lint),
    /// Nobody has looked at a requirement or a control in scope.
    Unanswered(ItemId),
    /// Nobody could tell how far it is.
    DontKnow(ItemId),
    /// A major finding.
    Major(FindingId),
    /// There is no risk in the register: a risk assessment has found some.
    NoRisks,
    /// A risk above the threshold.
    Risk(RiskId, Lack),
}

/// Readiness with all that is in the way of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// How far the organisation is.
    pub level: Level,
    /// What is in the way of stage 1.
    pub stage_1: Vec<Blocker>,
    /// What is in the way of stage 2 besides.
    pub stage_2: Vec<Blocker>,
}

/// Readiness, with every row of the Statement of Applicability and every risk; `None` where not
/// everything is asked, as in the quick check, which judges none.
#[must_use]
pub fn readiness(
    material: &Material<'_>,
    statement: &[soa::Row],
    risks: &[RiskResult],
) -> Option<Readiness> {
    if !material.assessment.selection.is_all() {
        return None;
    }
    let stage_1 = stage_1(material, statement, risks);
    let stage_2 = stage_2(material, risks);
    let level = match (stage_1.is_empty(), stage_2.is_empty()) {
        (true, true) => Level::Stage2,
        (true, false) => Level::Stage1,
        (false, _) => Level::NotReady,
    };
    Some(Readiness { level, stage_1, stage_2 })
}

fn stage_1(material: &Material<'_>, statement: &[soa::Row], risks: &[RiskResult]) -> Vec<Blocker> {
    let requirements =
        seen(material.pack, material.evaluation).filter(|(item, _)| item.kind == Kind::Requirement);
    let mut blockers: Vec<Blocker> = requirements
        .filter_map(|(item, seen)| {
            let below = seen.extent() < Some(Extent::Largely);
            if seen == Seen::Unanswered {
                Some(Blocker::Unanswered(item.id.clone()))
            } else if below && seen.is_in_scope() && STAGE_1.contains(&item.id.as_str()) {
                Some(Blocker::BelowLargely(item.id.clone()))
            } else {
                None
            }
        })
        .collect();
    blockers.extend(lacking(material, Form::Document));
    for row in statement.iter().filter(|row| material.pack.item(&row.control).is_some()) {
        let lint = row.lints.iter().find(|lint| lint.is_incomplete());
        blockers.extend(lint.map(|lint| Blocker::Statement(row.control.clone(), *lint)));
    }
    if risks.is_empty() {
        blockers.push(Blocker::NoRisks);
    }
    blockers
}

fn stage_2(material: &Material<'_>, risks: &[RiskResult]) -> Vec<Blocker> {
    let majors = material.findings.iter().filter(|finding| finding.grade == Grade::Major);
    let mut blockers: Vec<Blocker> =
        majors.filter_map(|finding| finding.id().map(Blocker::Major)).collect();
    let items = seen(material.pack, material.evaluation);
    blockers.extend(items.filter_map(|(item, seen)| match (seen, item.kind) {
        // An unanswered requirement is in the way of stage 1 already.
        (Seen::Unanswered, Kind::Control) => Some(Blocker::Unanswered(item.id.clone())),
        (Seen::DontKnow, _) => {
            let said = item.kind == Kind::Requirement && STAGE_1.contains(&item.id.as_str());
            (!said).then(|| Blocker::DontKnow(item.id.clone()))
        }
        _ => None,
    }));
    blockers.extend(lacking(material, Form::Record));
    for result in risks {
        let Some(risk) = material.assessment.work().risks.get(&result.id) else { continue };
        let lacks = [
            (result.inherent.is_none(), Lack::Levels),
            (result.above && risk.treatment.is_none(), Lack::Treatment),
            (result.above && risk.owner.trim().is_empty(), Lack::Owner),
            (result.above && !risk.acceptance.is_whole(), Lack::Acceptance),
        ];
        let lacks = lacks.into_iter().filter_map(|(holds, lack)| holds.then_some(lack));
        blockers.extend(lacks.map(|lack| Blocker::Risk(result.id.clone(), lack)));
    }
    blockers
}

fn lacking<'a>(material: &Material<'a>, form: Form) -> impl Iterator<Item = Blocker> + use<'a> {
    let lacking = material.documents.iter().filter(move |it| it.form == form && it.is_lacking());
    lacking.map(|document| Blocker::Document(document.id.clone()))
}

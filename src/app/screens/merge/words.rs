//! What is merged, in words.

use super::super::super::{
    state::State,
    words::{calendar_day, fill, t, texts},
};
use crate::{
    domain::{
        assessment::{Applicability, Assessment, Rating},
        document::DocumentState,
        finding::Regrade,
        id::{CheckId, ItemId},
        merge::{Difference, Field, Kind, Shown, Subject},
        selection::Selection,
        soa::Inclusion,
    },
    report::model::check_text,
    text::{
        Key,
        outcome::{Names, effort_key, grade_text, planned_name},
        risk::{property_key, risk_name, treatment_keys},
        statement::reason_key,
        work::planned_state_key,
    },
};

/// What differences of a kind are called.
pub const fn kind(kind: Kind) -> Key {
    match kind {
        Kind::About => Key::ViewsAbout,
        Kind::Ratings => Key::MergeRatings,
        Kind::Notes => Key::MergeNotes,
        Kind::Checks => Key::ChecksTitle,
        Kind::Evidence => Key::WorkEvidence,
        Kind::Tasks => Key::MergeTasks,
        Kind::Statement => Key::ViewsStatement,
        Kind::Risks => Key::MergeRisks,
        Kind::Documents => Key::ViewsDocuments,
        Kind::Findings => Key::MergeGrades,
        Kind::Plan => Key::ViewsPlan,
        Kind::Snapshots => Key::MergeSnapshots,
    }
}

/// From where things have their names: what is here, else the file.
pub struct Both<'a> {
    /// The page.
    pub state: State,
    /// What is here.
    pub mine: &'a Assessment,
    /// What is in the file.
    pub theirs: &'a Assessment,
}

impl Both<'_> {
    fn names<T>(&self, of: &Assessment, f: impl FnOnce(&Names<'_>) -> T) -> T {
        let questionnaire = self.state.questionnaire();
        let handbook = self.state.handbook().map(|(_, texts)| texts);
        f(&Names { pack: &questionnaire.texts, handbook, assessment: of })
    }

    fn item(&self, id: &ItemId) -> String {
        let known = self.mine.work().own_controls.contains_key(id);
        self.names(if known { self.mine } else { self.theirs }, |names| names.item(id))
    }

    /// What a value belongs to.
    pub fn subject(&self, subject: &Subject) -> String {
        let (mine, theirs) = (self.mine.work(), self.theirs.work());
        match subject {
            Subject::Whole => t(Key::MergeWhole).to_owned(),
            Subject::Item(id) => self.item(id),
            Subject::Statement => t(Key::ViewsStatement).to_owned(),
            Subject::Criteria => t(Key::ViewsCriteria).to_owned(),
            Subject::Asset(id) => {
                let asset = mine.assets.get(id).or_else(|| theirs.assets.get(id));
                let name = asset.map(|asset| asset.name.as_str()).unwrap_or_default();
                fill(Key::MergeAsset, &[("name", name)])
            }
            Subject::Risk(id) => {
                let risk = mine.risks.get(id).or_else(|| theirs.risks.get(id));
                risk.map(|risk| risk_name(texts(), risk.number, &risk.title)).unwrap_or_default()
            }
            Subject::Document(id) => self.names(self.mine, |names| names.document(id).to_owned()),
            Subject::Finding(id) => fill(
                Key::MergeFinding,
                &[("name", id.as_str().split_once('.').map_or("", |it| it.1))],
            ),
            Subject::Planned(id) => {
                let planned = mine.plan.get(id).or_else(|| theirs.plan.get(id));
                planned.map(planned_name).unwrap_or_default()
            }
            Subject::Step(number) => fill(Key::FactsStepOf, &[("step", &number.to_string())]),
        }
    }

    /// Which value of it.
    pub fn field(&self, difference: &Difference) -> String {
        if let (Subject::Item(item), Field::Check(check)) =
            (&difference.place.subject, &difference.place.field)
        {
            return self.check(item, check);
        }
        t(field(&difference.place.field)).to_owned()
    }

    fn check(&self, item: &ItemId, check: &CheckId) -> String {
        let guidance = self.state.guidance(item);
        let text = guidance.and_then(|guidance| {
            let mut checks = guidance.checks.iter();
            checks.find(|known| known.id == check.as_str()).map(|known| known.text.clone())
        });
        text.unwrap_or_else(|| t(Key::MergeCheck).to_owned())
    }

    /// A value.
    pub fn value(&self, shown: &Shown) -> String {
        let questionnaire = self.state.questionnaire();
        match shown {
            Shown::Nothing => "\u{2013}".to_owned(),
            Shown::Text(text) => text.clone(),
            Shown::Several(all) => all.join("\n"),
            Shown::Rating(Rating::DontKnow) => t(Key::RatingDontKnow).to_owned(),
            Shown::Applicability(Applicability::Applicable) => {
                t(Key::StatementApplicable).to_owned()
            }
            Shown::Applicability(Applicability::Excluded { justification }) => {
                fill(Key::MergeExcluded, &[("why", justification)])
            }
            Shown::Check(answer) => t(check_text(*answer)).to_owned(),
            Shown::Rating(Rating::Level(code)) | Shown::Level(code) => {
                questionnaire.texts.level(code).to_owned()
            }
            Shown::Day(day) => calendar_day(day),
            Shown::Marked => t(Key::CheckYes).to_owned(),
            Shown::Effort(effort) => t(effort_key(*effort)).to_owned(),
            Shown::Inclusion(inclusion) => included(inclusion),
            Shown::Selection(selection) => t(match selection {
                Selection::All => Key::MergeAllItems,
                Selection::Quick => Key::HomeQuick,
                Selection::Items(_) => Key::MergeSomeItems,
            })
            .to_owned(),
            Shown::Properties(all) => {
                all.iter().map(|one| t(property_key(*one))).collect::<Vec<_>>().join(", ")
            }
            Shown::Treatment(treatment) => t(treatment_keys(*treatment).0).to_owned(),
            Shown::Step(level) => fill(Key::MergeLevel, &[("number", &(level + 1).to_string())]),
            Shown::Pair(pair) => {
                let (likelihood, impact) = ((pair.likelihood + 1), (pair.impact + 1));
                let values =
                    [("likelihood", &*likelihood.to_string()), ("impact", &*impact.to_string())];
                fill(Key::MergePair, &values)
            }
            Shown::Document(state) => t(match state {
                DocumentState::Missing => Key::DocumentsMissing,
                DocumentState::Draft => Key::DocumentsDraft,
                DocumentState::InPlace => Key::DocumentsInPlace,
            })
            .to_owned(),
            Shown::Planned(state) => t(planned_state_key(*state)).to_owned(),
            Shown::Regrade(Regrade { grade, reason, .. }) => {
                format!("{}: {reason}", grade_text(texts(), *grade))
            }
            Shown::Number(number) => number.to_string(),
            Shown::Much => t(Key::MergeMuch).to_owned(),
        }
    }
}

fn included(inclusion: &Inclusion) -> String {
    let proposed = inclusion.proposed.then_some(Key::StatementProposed);
    let reasons = inclusion.reasons.iter().map(|reason| reason_key(*reason));
    let words = [Key::StatementApplicable].into_iter().chain(proposed).chain(reasons);
    let mut words: Vec<String> = words.map(|key| t(key).to_owned()).collect();
    words.extend(Some(inclusion.why.clone()).filter(|why| !why.is_empty()));
    words.join("; ")
}

const fn field(field: &Field) -> Key {
    match field {
        Field::All => Key::MergeAll,
        Field::Name => Key::WorkEvidenceName,
        Field::Organisation => Key::AboutOrganisation,
        Field::People => Key::AboutPeople,
        Field::Sector => Key::AboutSector,
        Field::Scope => Key::AboutScope,
        Field::Reasons => Key::AboutReasons,
        Field::Target => Key::AboutTarget,
        Field::Selection => Key::MergeSelection,
        Field::Snapshots => Key::MergeSnapshots,
        Field::Rating => Key::FilterRating,
        Field::Applicability => Key::MergeApplicability,
        Field::Note => Key::PlanNote,
        Field::Check(_) => Key::MergeCheck,
        Field::Evidence => Key::WorkEvidence,
        Field::Owner => Key::WorkOwner,
        Field::Due => Key::WorkDue,
        Field::Level => Key::WorkTarget,
        Field::Review => Key::MergeReview,
        Field::Inclusion => Key::StatementWhy,
        Field::Implementation => Key::StatementHow,
        Field::Effort => Key::PlanEffort,
        Field::Title => Key::RiskTitle,
        Field::Bears => Key::StatementOwnBears,
        Field::Version => Key::StatementVersion,
        Field::Approver => Key::StatementApprover,
        Field::Approved => Key::StatementApproved,
        Field::Classification => Key::MergeClassification,
        Field::Scenario => Key::MergeScenario,
        Field::Threat => Key::RiskThreat,
        Field::Vulnerability => Key::RiskVulnerability,
        Field::Assets => Key::ViewsAssets,
        Field::Properties => Key::RiskProperties,
        Field::Likelihood => Key::RiskLikelihood,
        Field::Impact => Key::RiskImpact,
        Field::Controls => Key::StatementTable,
        Field::Treatment => Key::RiskTreat,
        Field::Aim => Key::RiskResidual,
        Field::Acceptance => Key::MergeAcceptance,
        Field::State => Key::PlanState,
        Field::Place => Key::DocumentsPlace,
        Field::Items => Key::PlanItems,
        Field::Risks => Key::PlanRisks,
        Field::Documents => Key::PlanDocuments,
        Field::Finished => Key::PlanDone,
    }
}

//! What states, decisions, reasons and efforts are called.

use super::Key;
use crate::domain::{
    document::DocumentState,
    handbook::{Demand, Form},
    pack::Effort,
    plan::PlannedState,
    soa::{Decision, Implementation, InclusionReason, Lint},
};

/// How far a document is; `None` when nobody has looked.
#[must_use]
pub const fn document_state_key(state: Option<DocumentState>) -> Key {
    match state {
        None => Key::DocumentsUnseen,
        Some(DocumentState::Missing) => Key::DocumentsMissing,
        Some(DocumentState::Draft) => Key::DocumentsDraft,
        Some(DocumentState::InPlace) => Key::DocumentsInPlace,
    }
}

/// Whether it is kept up to date or as proof.
#[must_use]
pub const fn form_key(form: Form) -> Key {
    match form {
        Form::Document => Key::DocumentsDocument,
        Form::Record => Key::DocumentsRecord,
    }
}

/// Who asks for a document.
#[must_use]
pub const fn demand_key(demand: Demand) -> Key {
    match demand {
        Demand::Mandatory => Key::ReportSheetMandatory,
        Demand::IfApplicable => Key::ReportSheetIfApplicable,
        Demand::Common => Key::ReportSheetCommon,
    }
}

/// How far an action of the plan is.
#[must_use]
pub const fn planned_state_key(state: PlannedState) -> Key {
    match state {
        PlannedState::Planned => Key::PlanPlanned,
        PlannedState::Started => Key::PlanStarted,
        PlannedState::Done => Key::PlanDone,
    }
}

/// How much work something is.
#[must_use]
pub const fn effort_key(effort: Effort) -> Key {
    match effort {
        Effort::S => Key::EffortS,
        Effort::M => Key::EffortM,
        Effort::L => Key::EffortL,
        Effort::XL => Key::EffortXl,
    }
}

/// What is decided about a control.
#[must_use]
pub const fn decision_key(decision: Decision) -> Key {
    match decision {
        Decision::Undecided => Key::StatementUndecided,
        Decision::Applicable => Key::StatementApplicable,
        Decision::Excluded => Key::StatementExcluded,
    }
}

/// Why a control is needed.
#[must_use]
pub const fn reason_key(reason: InclusionReason) -> Key {
    match reason {
        InclusionReason::Risk => Key::StatementReasonRisk,
        InclusionReason::Legal => Key::StatementReasonLegal,
        InclusionReason::Contractual => Key::StatementReasonContractual,
        InclusionReason::Business => Key::StatementReasonBusiness,
        InclusionReason::BestPractice => Key::StatementReasonBestPractice,
    }
}

/// What is wrong in a row of the Statement of Applicability.
#[must_use]
pub const fn lint_key(lint: Lint) -> Key {
    match lint {
        Lint::Undecided => Key::StatementLintUndecided,
        Lint::Proposed => Key::StatementLintProposed,
        Lint::ExcludedThoughNeeded => Key::StatementLintNeeded,
        Lint::ExcludedWithoutJustification => Key::StatementLintUnjustified,
        Lint::IncludedWithoutReason => Key::StatementLintUnreasoned,
        Lint::WithoutEvidence => Key::StatementLintUnproven,
    }
}

/// How far a control is put into practice.
#[must_use]
pub const fn practice_key(implementation: Implementation) -> Key {
    match implementation {
        Implementation::Unknown => Key::ReportSheetPracticeUnknown,
        Implementation::Not => Key::ReportSheetPracticeNot,
        Implementation::Partly => Key::ReportSheetPracticePartly,
        Implementation::Largely => Key::ReportSheetPracticeLargely,
        Implementation::Fully => Key::ReportSheetPracticeFully,
    }
}

//! What kinds of documents, states of actions and of controls are called.

use super::Key;
use crate::domain::{
    handbook::{Demand, Form},
    plan::PlannedState,
    soa::Implementation,
};

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
        Demand::Mandatory => Key::ReportDocumentsMandatory,
        Demand::IfApplicable => Key::ReportDocumentsIfApplicable,
        Demand::Common => Key::ReportDocumentsCommon,
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

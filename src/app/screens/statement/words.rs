//! What stands in the Statement of Applicability, in words.

use crate::{
    domain::soa::{Decision, Inclusion, InclusionReason, Lint},
    text::Key,
};

use super::super::super::words::t;

/// What is decided.
pub const fn decision(decision: Decision) -> Key {
    match decision {
        Decision::Undecided => Key::StatementUndecided,
        Decision::Applicable => Key::StatementApplicable,
        Decision::Excluded => Key::StatementExcluded,
    }
}

/// In the order they are offered.
pub const DECISIONS: [Decision; 3] =
    [Decision::Undecided, Decision::Applicable, Decision::Excluded];

/// Why a control is needed.
pub const fn reason(reason: InclusionReason) -> Key {
    match reason {
        InclusionReason::Risk => Key::StatementReasonRisk,
        InclusionReason::Legal => Key::StatementReasonLegal,
        InclusionReason::Contractual => Key::StatementReasonContractual,
        InclusionReason::Business => Key::StatementReasonBusiness,
        InclusionReason::BestPractice => Key::StatementReasonBestPractice,
    }
}

/// "Risk treatment, Contract".
pub fn reasons(inclusion: &Inclusion) -> String {
    let words: Vec<&str> = inclusion.reasons.iter().map(|one| t(reason(*one))).collect();
    words.join(", ")
}

/// What is wrong, and what to do about it.
pub const fn lint(lint: Lint) -> (Key, Key) {
    match lint {
        Lint::Undecided => (Key::StatementLintUndecided, Key::StatementLintUndecidedDo),
        Lint::Proposed => (Key::StatementLintProposed, Key::StatementLintProposedDo),
        Lint::ExcludedThoughNeeded => (Key::StatementLintNeeded, Key::StatementLintNeededDo),
        Lint::ExcludedWithoutJustification => {
            (Key::StatementLintUnjustified, Key::StatementLintUnjustifiedDo)
        }
        Lint::IncludedWithoutReason => {
            (Key::StatementLintUnreasoned, Key::StatementLintUnreasonedDo)
        }
        Lint::WithoutEvidence => (Key::StatementLintUnproven, Key::StatementLintUnprovenDo),
    }
}

//! What stands in the Statement of Applicability, in words.

use super::Key;
use crate::domain::soa::{Decision, InclusionReason, Lint};

/// What is decided.
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

/// What is wrong, and what to do about it.
#[must_use]
pub const fn lint_keys(lint: Lint) -> (Key, Key) {
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

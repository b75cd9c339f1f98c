//! What stands in the Statement of Applicability, in words.

use crate::domain::soa::{Decision, Inclusion};
pub use crate::text::statement::{
    decision_key as decision, lint_keys as lint, reason_key as reason,
};

use super::super::super::words::t;

/// In the order they are offered.
pub const DECISIONS: [Decision; 3] =
    [Decision::Undecided, Decision::Applicable, Decision::Excluded];

/// "Risk treatment, Contract".
pub fn reasons(inclusion: &Inclusion) -> String {
    let words: Vec<&str> = inclusion.reasons.iter().map(|one| t(reason(*one))).collect();
    words.join(", ")
}

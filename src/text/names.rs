//! What numbers, functions and states are called.

use super::{Key, Texts};
use crate::domain::{csf::Function, document::DocumentState, ratio::Ratio, score::Number};

/// What one of the numbers is called, and by what rule it is computed.
#[must_use]
pub const fn name_and_rule(number: Number) -> (Key, Key) {
    match number {
        Number::Conformity => (Key::MeasureConformity, Key::WhyRuleConformity),
        Number::Low => (Key::WhyLow, Key::WhyRuleLow),
        Number::High => (Key::WhyHigh, Key::WhyRuleHigh),
        Number::Completeness => (Key::WhyCompleteness, Key::WhyRuleCompleteness),
    }
}

/// A division as it is shown.
#[must_use]
pub fn division(texts: &Texts, num: u128, den: u128, value: Ratio) -> String {
    let (num, den) = (num.to_string(), den.to_string());
    texts.fill(
        Key::WhySum,
        &[("num", &num), ("den", &den), ("percent", &texts.percent(Some(value)))],
    )
}

/// What a function of the NIST Cybersecurity Framework is called.
#[must_use]
pub const fn function_key(function: Function) -> Key {
    match function {
        Function::Govern => Key::DashboardGovern,
        Function::Identify => Key::DashboardIdentify,
        Function::Protect => Key::DashboardProtect,
        Function::Detect => Key::DashboardDetect,
        Function::Respond => Key::DashboardRespond,
        Function::Recover => Key::DashboardRecover,
    }
}

/// What the state of a document or record is called.
#[must_use]
pub const fn document_state_key(state: Option<DocumentState>) -> Key {
    match state {
        None => Key::DocumentsUnseen,
        Some(DocumentState::Missing) => Key::DocumentsMissing,
        Some(DocumentState::Draft) => Key::DocumentsDraft,
        Some(DocumentState::InPlace) => Key::DocumentsInPlace,
    }
}

//! What readiness and the order of what to do follow from.

use super::{
    assessment::Assessment, document::DocumentResult, evaluation::Evaluation, finding::Finding,
    pack::Pack,
};

/// What is known of an assessment by its ratings and documents.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The questionnaire.
    pub pack: &'a Pack,
    /// What is assessed.
    pub assessment: &'a Assessment,
    /// Its numbers.
    pub evaluation: &'a Evaluation,
    /// All findings, with the assessor's grades.
    pub findings: &'a [Finding],
    /// Every document and record.
    pub documents: &'a [DocumentResult],
}

//! What stands in a report: from an assessment to a document of blocks, a file for each section.

use super::{
    document::Section,
    model::Material,
    request::{Request, SectionKind},
    summary::Summary,
};
use crate::domain::{evaluation::Evaluation, outlook::Outlook, time::Timestamp};

mod answers;
mod computation;
mod documents;
mod evidence;
mod findings;
mod management;
mod method;
mod open;
mod outlook;
mod plan;
mod register;
mod results;
mod statement;
mod top_risks;

/// All that sections say something of.
pub struct Context<'a> {
    /// The assessment, the questionnaire and their texts.
    pub material: Material<'a>,
    /// The numbers.
    pub evaluation: &'a Evaluation,
    /// What they mean.
    pub outlook: &'a Outlook,
    /// What it means in short.
    pub summary: &'a Summary,
    /// What is wanted.
    pub request: &'a Request,
    /// When it is made.
    pub now: &'a Timestamp,
}

impl Context<'_> {
    /// A section, unless nothing can be said in it.
    #[must_use]
    pub fn section(&self, kind: SectionKind) -> Option<Section> {
        match kind {
            SectionKind::Cover => None,
            SectionKind::Management => Some(management::section(self)),
            SectionKind::Method => Some(method::section(self)),
            SectionKind::Results => Some(results::section(self)),
            SectionKind::Documents => documents::section(self),
            SectionKind::Findings => Some(findings::section(self)),
            SectionKind::TopRisks => Some(top_risks::section(self)),
            SectionKind::Register => Some(register::section(self)),
            SectionKind::Plan => Some(plan::section(self)),
            SectionKind::Outlook => Some(outlook::section(self)),
            SectionKind::Statement => Some(statement::section(self)),
            SectionKind::Evidence => Some(evidence::section(self)),
            SectionKind::Open => Some(open::section(self)),
            SectionKind::Answers => Some(answers::section(self)),
            SectionKind::Computation => Some(computation::section(self)),
        }
    }
}

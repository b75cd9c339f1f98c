//! The first page, and what stands at the foot of every page.

use super::{
    super::document::{Block, Cover},
    Context,
    words::remark,
};
use crate::text::Key;

/// The first page.
pub fn cover(context: &Context<'_>) -> Cover {
    let request = context.request;
    let facts = &context.material.assessment.facts;
    let name = context.summary.name.trim();
    let people = facts.people.map(|people| people.to_string()).unwrap_or_default();
    let facts = [
        // Where the title already is the name of the assessment, it would stand there twice.
        (Key::ReportCoverAssessment, if name == context.name() { "" } else { name }),
        (Key::ReportScopeWords, facts.scope.trim()),
        (Key::ReportCoverPeople, &people),
        (Key::ReportCoverDate, &context.date(context.now.day())),
        (Key::ReportsCoverAuthor, request.author.trim()),
        (Key::ReportsCoverVersion, request.version.trim()),
        (Key::ReportsCoverClassification, classification(context)),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    Cover {
        kind: context.t(request.preset.title()).to_owned(),
        title: context.name().to_owned(),
        subtitle: context.material.pack_texts.title.clone(),
        facts: facts.map(|(name, fact)| (context.t(name).to_owned(), fact.to_owned())).collect(),
        disclaimer: context.t(Key::ReportDisclaimer).to_owned(),
    }
}

/// Whose report it is, against what and when it was made, for one that has no first page.
pub fn byline(context: &Context<'_>) -> Block {
    let day = context.date(context.now.day());
    let by =
        [context.name(), &context.material.pack_texts.title, &day, context.request.author.trim()];
    let by: Vec<&str> = by.into_iter().filter(|part| !part.is_empty()).collect();
    remark(by.join(" · "))
}

/// Whose report it is, how freely it may be passed on, and what the client wants there.
pub fn footer(context: &Context<'_>) -> String {
    let request = context.request;
    let own = request.footer.trim();
    let own = if own.is_empty() { request.branding.footer.trim() } else { own };
    let parts = [context.name(), classification(context), own];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn classification<'a>(context: &'a Context<'_>) -> &'a str {
    let own = context.request.classification.trim();
    if own.is_empty() { context.request.branding.classification.trim() } else { own }
}

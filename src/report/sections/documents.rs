//! Documented information: what an ISMS keeps in writing, and what is there of it.

use super::{
    super::{
        document::{Block, Cell, Number, Paper, Section, Span, Table, Tone},
        request::SectionKind,
    },
    Context,
    words::{cell, column, day, heading, or_dash, paragraph},
};
use crate::{
    domain::{
        document::{DocumentEntry, DocumentResult, DocumentState},
        document_list::{in_place, is_review_due},
        handbook::Demand,
    },
    text::{Key, names::document_state_key, work::form_key},
};

/// The section; `None` while the list of documents isn't there.
pub fn section(context: &Context<'_>) -> Option<Section> {
    let all = &context.outlook.documents;
    if all.is_empty() {
        return None;
    }
    let mut blocks = vec![
        Block::Lead(vec![Span::plain(context.t(Key::ReportDocumentsLead))]),
        Block::Numbers(demands().map(|(demand, name, _)| number(context, demand, name)).to_vec()),
    ];
    for (demand, name, hint) in demands() {
        let of: Vec<_> = all.iter().filter(|result| result.demand == demand).collect();
        if of.is_empty() {
            continue;
        }
        let title = context.t(name).to_owned();
        let columns = vec![
            column(context.t(Key::ReportDocument), 32),
            column(context.t(Key::ReportAskedBy), 24),
            column(context.t(Key::DocumentsState), 12),
            column(context.t(Key::DocumentsPlace), 24),
            column(context.t(Key::WorkOwner), 16),
            column(context.t(Key::DocumentsReview), 14),
        ];
        blocks.push(heading(&title));
        blocks.push(paragraph(context.t(hint)));
        let rows = of.into_iter().map(|result| row(context, result)).collect();
        blocks.push(Block::Table(Table { caption: title, columns, rows }));
    }
    Some(Section { paper: Paper::Sideways, ..context.begin(SectionKind::Documents, blocks) })
}

const fn demands() -> [(Demand, Key, Key); 3] {
    [
        (Demand::Mandatory, Key::ReportDocumentsMandatory, Key::DocumentsMandatoryHint),
        (Demand::IfApplicable, Key::ReportDocumentsIfApplicable, Key::ReportDocumentsIfHint),
        (Demand::Common, Key::ReportDocumentsCommon, Key::ReportDocumentsCommonHint),
    ]
}

fn number(context: &Context<'_>, demand: Demand, name: Key) -> Number {
    let (have, all) = in_place(&context.outlook.documents, demand);
    let (have, all) = (have.to_string(), all.to_string());
    Number {
        value: context.fill(Key::ReportRatedOf, &[("rated", &have), ("all", &all)]),
        label: context.t(name).to_owned(),
        note: context.t(Key::DocumentsInPlace).to_owned(),
    }
}

fn row(context: &Context<'_>, result: &DocumentResult) -> Vec<Cell> {
    let entry = context.material.assessment.work().documents.get(&result.id);
    let nothing = DocumentEntry::default();
    let entry = entry.unwrap_or(&nothing);
    let names = context.names();
    let title = vec![Span::strong(names.document(&result.id))];
    let due = is_review_due(entry, context.now) && result.needed;
    let due = due.then(|| vec![Span::plain(context.t(Key::DocumentsReviewDue))]);
    let mut review = cell([day(entry.review.as_ref())]);
    if let Some(due) = due {
        review.paragraphs.push(due);
        review.tone = Tone::Fair;
    }
    vec![
        Cell::of([title, vec![Span::plain(context.t(form_key(result.form)))]]),
        asked_by(context, result),
        state(context, result),
        or_dash(&entry.place),
        or_dash(&entry.owner),
        review,
    ]
}

/// The item that it belongs to and, where that is a control, whether it applies.
fn asked_by(context: &Context<'_>, result: &DocumentResult) -> Cell {
    let words = context.material.pack_texts;
    // The column is narrow, and the number says which of two with one title it is.
    let name = format!("{} {}", result.item, words.title(&result.item));
    let item = vec![Span { text: name, ..context.item_link(&result.item) }];
    let applies = (result.demand == Demand::IfApplicable).then(|| {
        let key = if result.needed { Key::ReportApplies } else { Key::ReportAppliesNot };
        vec![Span::plain(context.t(key))]
    });
    Cell::of([item].into_iter().chain(applies))
}

fn state(context: &Context<'_>, result: &DocumentResult) -> Cell {
    if !result.needed {
        return Cell::plain(context.t(Key::DocumentsNotNeeded)).on(Tone::Muted);
    }
    let tone = match (result.state, result.demand) {
        (Some(DocumentState::InPlace), _) => Tone::Good,
        (Some(DocumentState::Missing), Demand::Mandatory) => Tone::Grave,
        (Some(DocumentState::Missing), _) | (Some(DocumentState::Draft), Demand::Mandatory) => {
            Tone::Poor
        }
        (Some(DocumentState::Draft), _) => Tone::Fair,
        (None, _) => Tone::Plain,
    };
    Cell::plain(context.t(document_state_key(result.state))).on(tone)
}

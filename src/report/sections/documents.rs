//! Documented information: what an ISMS keeps in writing, and what is there of it.

use super::{
    super::{
        document::{Block, Cell, Number, Paper, Section, Span, Table, Tone},
        request::SectionKind,
    },
    Context,
    words::{cell, column, day, heading, name, or_dash, paragraph},
};
use crate::{
    domain::{
        document::{DocumentEntry, DocumentResult, DocumentState},
        document_list::{in_place, is_review_due},
        handbook::{Demand, Form},
    },
    text::{Key, names::document_state_key},
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
            column(context.t(Key::ReportDocument), 40),
            column(context.t(Key::DocumentsForm), 11),
            column(context.t(Key::ReportAskedBy), 11),
            column(context.t(Key::DocumentsState), 13),
            column(context.t(Key::DocumentsPlace), 22),
            column(context.t(Key::WorkOwner), 15),
            column(context.t(Key::DocumentsReview), 13),
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
    let due = is_review_due(entry, context.now) && result.needed;
    let due = due.then(|| vec![Span::plain(context.t(Key::DocumentsReviewDue))]);
    let mut review = cell([day(entry.review.as_ref())]);
    if let Some(due) = due {
        review.paragraphs.push(due);
        review.tone = Tone::Fair;
    }
    vec![
        name(names.document(&result.id)),
        Cell::plain(context.t(form(result.form))),
        asked_by(context, result),
        state(context, result),
        or_dash(&entry.place),
        or_dash(&entry.owner),
        review,
    ]
}

/// What the lead of the section explains, in a word: most documents then need but one line.
const fn form(form: Form) -> Key {
    match form {
        Form::Document => Key::ReportFormDocument,
        Form::Record => Key::ReportFormRecord,
    }
}

/// The number of the item that it belongs to, for the same reason.
fn asked_by(context: &Context<'_>, result: &DocumentResult) -> Cell {
    let number = result.item.to_string();
    Cell::of([vec![Span { text: number, ..context.item_link(&result.item) }]])
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

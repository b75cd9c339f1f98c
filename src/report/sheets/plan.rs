//! The sheets of what is to be done and of what is to be there: actions and documents.

use super::{
    Cell, Choice, Entry, Material, Sheet, Source, Tone,
    answers::{efforts, listed},
    field::{Field, SheetKind},
    table::{Table, choices, yes_no},
};
use crate::{
    domain::{
        document::{DocumentEntry, DocumentResult, DocumentState},
        handbook::Demand,
        plan::PlannedState,
    },
    text::{
        Key,
        names::document_state_key,
        work::{demand_key, form_key, planned_state_key},
    },
};

/// Every action of the plan.
pub(super) fn actions(source: Source<'_>) -> Sheet {
    let (texts, names) = (source.texts(), source.names());
    let efforts = efforts(source);
    let tones = [Tone::Plain, Tone::Fair, Tone::Good];
    let states = PlannedState::ALL.into_iter().zip(tones);
    let states =
        choices(texts, states.map(|(it, tone)| (it.as_str(), planned_state_key(it), tone)));
    let rows = source.material.assessment.work().plan_in_order();
    let rows = rows.map(|(id, planned)| (id.to_string(), planned));
    Table::new(texts, (SheetKind::Actions, Key::ReportSheetActions), rows)
        .read(Field::Number, Key::ReportSheetNumber, 7, Entry::Text, |it| {
            Cell::text(&format!("P{}", it.number))
        })
        .edit(Field::Title, Key::PlanTitle, 40, Entry::Text, |it| Cell::text(&it.title))
        .edit(Field::State, Key::PlanState, 12, Entry::One(states.clone()), |it| {
            Cell::chosen(&states, it.state.as_str())
        })
        .edit(Field::Owner, Key::WorkOwner, 18, Entry::Text, |it| Cell::text(&it.owner))
        .edit(Field::Due, Key::WorkDue, 12, Entry::Day, |it| Cell::day(it.due.as_ref()))
        .edit(Field::Finished, Key::ReportSheetFinished, 12, Entry::Day, |it| {
            Cell::day(it.finished.as_ref())
        })
        .edit(Field::Effort, Key::PlanEffort, 20, Entry::One(efforts.clone()), |it| {
            Cell::chosen(&efforts, it.effort.as_str())
        })
        .read(Field::Items, Key::PlanItems, 34, Entry::Text, |it| {
            listed(it.items.iter().map(|item| names.item(item)))
        })
        .read(Field::Risks, Key::PlanRisks, 14, Entry::Text, |it| {
            Cell::text(&names.risks(&it.risks))
        })
        .read(Field::Documents, Key::PlanDocuments, 28, Entry::Text, |it| {
            listed(it.documents.iter().map(|document| names.document(document).to_owned()))
        })
        .edit(Field::Note, Key::PlanNote, 40, Entry::Text, |it| Cell::text(&it.note))
        .finish()
}

/// Every document and record.
pub(super) fn documents(source: Source<'_>) -> Sheet {
    let Material { assessment, .. } = source.material;
    let (texts, names) = (source.texts(), source.names());
    let states = states(source);
    let needed = yes_no(texts, Tone::Plain, Tone::Quiet);
    let blank = DocumentEntry::default();
    let entry = |it: &DocumentResult| assessment.work().documents.get(&it.id).unwrap_or(&blank);
    let demand = |it: &DocumentResult| Cell::text(texts.get(demand_key(it.demand)));
    let rows = source.outlook.documents.iter().map(|it| (it.id.to_string(), it));
    Table::new(texts, (SheetKind::Documents, Key::ReportSheetDocuments), rows)
        .read(Field::Title, Key::ReportSheetDocument, 36, Entry::Text, |it| {
            Cell::text(names.document(&it.id))
        })
        .read(Field::Item, Key::ReportsItem, 26, Entry::Text, |it| {
            Cell::text(&names.item(&it.item))
        })
        .read(Field::Form, Key::DocumentsForm, 18, Entry::Text, |it| {
            Cell::text(texts.get(form_key(it.form)))
        })
        .read(Field::Demand, Key::ReportSheetDemand, 22, Entry::Text, |it| demand(it))
        .read(Field::Needed, Key::ReportSheetNeeded, 10, Entry::One(needed.clone()), |it| {
            // Often seen is not yet needed.
            if it.demand == Demand::Common {
                return Cell::Blank;
            }
            Cell::chosen(&needed, if it.needed { "yes" } else { "no" })
        })
        .edit(Field::State, Key::DocumentsState, 14, Entry::One(states.clone()), |it| {
            it.state.map_or(Cell::Blank, |state| Cell::chosen(&states, state.as_str()))
        })
        .edit(Field::Place, Key::DocumentsPlace, 36, Entry::Text, |it| Cell::text(&entry(it).place))
        .edit(Field::Owner, Key::WorkOwner, 18, Entry::Text, |it| Cell::text(&entry(it).owner))
        .edit(Field::Review, Key::DocumentsReview, 12, Entry::Day, |it| {
            Cell::day(entry(it).review.as_ref())
        })
        .finish()
}

fn states(source: Source<'_>) -> Vec<Choice> {
    let tones = [Tone::Bad, Tone::Fair, Tone::Good];
    let states = DocumentState::ALL.into_iter().zip(tones);
    choices(
        source.texts(),
        states.map(|(it, tone)| (it.as_str(), document_state_key(Some(it)), tone)),
    )
}

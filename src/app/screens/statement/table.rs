//! The table: the pack's controls by theme, then the organisation's own.

use leptos::prelude::*;

use super::{
    super::super::{
        el::{El, el},
        live::{flag, part},
        words::t,
    },
    row::row,
    sheet::Sheet,
};
use crate::{
    domain::{id::ItemId, pack::Kind},
    text::Key,
};

/// The columns after the first, which only ticks.
const COLUMNS: [Key; 7] = [
    Key::StatementControl,
    Key::StatementDecision,
    Key::StatementWhy,
    Key::StatementRisks,
    Key::StatementPractice,
    Key::WorkEvidence,
    Key::WorkOwner,
];

/// How many columns there are, with those for ticking and opening.
pub const ALL_COLUMNS: &str = "9";

/// The table.
pub fn table(sheet: Sheet) -> AnyView {
    let questionnaire = sheet.state.questionnaire();
    let pack = &questionnaire.pack;
    let columns = COLUMNS.map(|name| el("th").is("scope", "col").text(t(name)).done());
    let hidden = |name: Key| {
        let name = el("span").class("visually-hidden").text(t(name));
        el("th").is("scope", "col").class("no-paper").el(name)
    };
    let head = el("tr")
        .el(hidden(Key::StatementSelect))
        .children(columns)
        .el(hidden(Key::StatementChange));
    let themes = pack.groups().iter().filter_map(|group| {
        let items = pack.items_of(group);
        let controls = items.iter().filter(|item| item.kind == Kind::Control);
        let controls: Vec<ItemId> = controls.map(|item| item.id.clone()).collect();
        let name = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
        (!controls.is_empty()).then(|| theme(sheet, name, controls).done())
    });
    let state = sheet.state;
    let own = Memo::new(move |_| {
        let own = state.with_assessment(|assessment| {
            let own = assessment.work().own_in_order().map(|(id, _)| id.clone());
            own.collect::<Vec<ItemId>>()
        });
        own.unwrap_or_default()
    });
    let own = part(move || {
        let controls = own.get();
        let name = t(Key::StatementOwn).to_owned();
        (!controls.is_empty()).then(|| untrack(|| theme(sheet, name, controls).done()))
    });
    el("div")
        .class("statement-scroll")
        .el(el("table")
            .class("table statement-table")
            .el(el("caption").class("visually-hidden").text(t(Key::StatementTable)))
            .el(el("thead").el(head))
            .children(themes)
            .child(own))
        .done()
}

fn theme(sheet: Sheet, name: String, controls: Vec<ItemId>) -> El {
    let rows: Vec<AnyView> = controls.iter().map(|control| row(sheet, control.clone())).collect();
    let none = flag(move || {
        let open = sheet.open.get();
        !controls.iter().any(|it| sheet.is_shown(it) || open.as_ref() == Some(it))
    });
    let name = el("th").is("scope", "rowgroup").is("colspan", ALL_COLUMNS).string(name);
    el("tbody").absent(none).el(el("tr").class("statement-theme").el(name)).children(rows)
}

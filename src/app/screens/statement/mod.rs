//! The Statement of Applicability: which controls are needed, why, and how far they are.

mod bulk;
mod draft;
mod editor;
mod find;
mod head;
mod own;
mod row;
mod sheet;
mod table;
mod words;

use leptos::prelude::*;

use super::{
    super::{
        components::{title::title, views::views},
        el::{El, el},
        route::Page,
        state::State,
        words::t,
    },
    landing::{land_on, landing},
    work_field::owner_list,
    work_tasks::part_line,
};
use crate::{
    domain::id::{AssessmentId, ItemId},
    text::Key,
};
use sheet::{EDITOR, Sheet};

/// The page.
pub fn statement(state: State, id: &AssessmentId) -> Vec<El> {
    let sheet = Sheet::new(state, id);
    if let Some(control) = landing(state).and_then(|row| ItemId::parse(&row).ok()) {
        sheet.open.set(Some(control));
        land_on(EDITOR.to_owned());
    }
    vec![
        views(id, &Page::Statement),
        title(t(Key::ViewsStatement)),
        el("p").class("lead no-paper").text(t(Key::StatementLead)),
        el("div").child(part_line(state)),
        head::head(state),
        head::progress(sheet),
        draft::draft(sheet),
        find::problems(sheet),
        find::find(sheet),
        el("div").child(table::table(sheet)),
        own::add(sheet),
        bulk::bulk(sheet),
        el("div").child(owner_list(state)),
    ]
}

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

use super::{
    super::{
        components::{title::title, views::views},
        el::{El, el},
        route::Page,
        state::State,
        words::t,
    },
    work_field::owner_list,
};
use crate::{domain::id::AssessmentId, text::Key};
use sheet::Sheet;

/// The page.
pub fn statement(state: State, id: &AssessmentId) -> Vec<El> {
    let sheet = Sheet::new(state, id);
    vec![
        views(id, &Page::Statement),
        title(t(Key::ViewsStatement)),
        el("p").class("lead no-paper").text(t(Key::StatementLead)),
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

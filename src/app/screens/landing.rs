//! Links to a row of a page: addresses name pages only, so the row is told to the page aside.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::when_drawn,
    state::State,
};
use crate::browser::page;

/// A link to a page that shows a row of it.
pub fn link_to_row(state: State, href: String, row: String) -> El {
    el("a").attr("href", href).on("click", move |_| state.landing.set_value(Some(row.clone())))
}

/// The row to be shown now, once.
pub fn landing(state: State) -> Option<String> {
    let row = state.landing.get_value();
    state.landing.set_value(None);
    row
}

/// Moves the focus to an element of a page that is being drawn, after its heading had it.
pub fn land_on(id: String) {
    when_drawn(move || {
        when_drawn(move || {
            page::focus(&id);
            page::reveal(&id);
        });
    });
}

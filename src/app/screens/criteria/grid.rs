//! The matrix to be edited: a list of levels in each cell.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            el::{El, el},
            live::{flag, text},
            state::State,
            words::{fill, t},
        },
        risk::level::{level_choice, matrix, with_criteria, words},
        work_field::over_with_a_change,
    },
    changed, take,
};
use crate::{
    browser::form,
    domain::risk::criteria::{Criteria, Fault, Scale},
    text::Key,
};

/// Says why a change of the matrix was refused.
const REFUSED: &str = "matrix-error";

/// The matrix.
pub fn grid(state: State) -> El {
    // Likelihood and impact of the cell that would be too low.
    let refused = RwSignal::new(None::<(usize, usize)>);
    over_with_a_change(state, refused);
    let named = move |key: Key, (likelihood, impact): (usize, usize)| {
        with_criteria(state, |criteria| {
            let words = words(criteria);
            let values = [
                ("likelihood", words.name(Scale::Likelihood, likelihood)),
                ("impact", words.name(Scale::Impact, impact)),
            ];
            fill(key, &values)
        })
    };
    let cell = move |likelihood: usize, impact: usize| {
        let chosen =
            Signal::derive(move || with_criteria(state, |it| it.level(likelihood, impact)));
        let choose = move |event: &web_sys::Event, level: usize| {
            let criteria = changed(state, |it| set(it, (likelihood, impact), level));
            if let Err(Fault::Falls { likelihood, impact }) = criteria.check() {
                refused.set(Some((likelihood, impact)));
                form::choose_again(event, &chosen.get_untracked().to_string());
                return;
            }
            // A choice that changes nothing says nothing more either.
            refused.set(None);
            take(state, criteria);
        };
        level_choice(state, chosen, choose)
            .attr_live("aria-label", text(move || named(Key::CriteriaCell, (likelihood, impact))))
            .is("aria-describedby", REFUSED)
            .done()
    };
    let why =
        text(move || refused.get().map(|cell| named(Key::CriteriaFalls, cell)).unwrap_or_default());
    let error = el("p")
        .class("field-error")
        .is("id", REFUSED)
        .is("role", "alert")
        .absent(flag(move || refused.get().is_none()))
        .live(why);
    el("section")
        .is("aria-labelledby", "matrix")
        .el(el("h2").is("id", "matrix").text(t(Key::CriteriaMatrix)))
        .el(el("p").class("hint no-paper").text(t(Key::CriteriaMatrixHint)))
        .el(error)
        .el(matrix(state, Key::CriteriaMatrix, cell, None))
}

fn set(criteria: &mut Criteria, (likelihood, impact): (usize, usize), level: usize) {
    let row = criteria.matrix.get_mut(likelihood);
    if let Some(cell) = row.and_then(|row| row.get_mut(impact)) {
        *cell = level;
    }
}

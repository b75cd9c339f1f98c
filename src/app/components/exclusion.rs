//! Saying that a control doesn't apply, and why.

use leptos::prelude::*;

use super::super::{
    live::{flag, part, text},
    state::use_state,
    words::t,
};
use crate::{
    domain::{action::Action, assessment::Applicability, id::ItemId},
    text::Key,
};

/// A checkbox, and a field for the justification while it is ticked.
#[component]
pub fn Exclusion(item: ItemId) -> impl IntoView {
    let state = use_state();
    let read_only = flag(move || state.read_only());
    let excluded = {
        let item = item.clone();
        Memo::new(move |_| state.answer(&item).applicability != Applicability::Applicable)
    };
    let toggle = {
        let item = item.clone();
        move |event| {
            state.pause_typing();
            let applicability = if event_target_checked(&event) {
                Applicability::Excluded { justification: String::new() }
            } else {
                Applicability::Applicable
            };
            state.dispatch(Action::Apply(item.clone(), applicability));
            state.pause_typing();
        }
    };
    let justification = part(move || {
        let item = item.clone();
        excluded.get().then(|| view! { <Justification item/> }.into_any())
    });
    view! {
        <fieldset class="exclusion" prop:disabled=read_only>
            <legend class="visually-hidden">{t(Key::ExclusionLegend)}</legend>
            <div class="check">
                <input
                    type="checkbox"
                    id="excluded"
                    aria-describedby="excluded-hint"
                    prop:checked=flag(move || excluded.get())
                    on:change=toggle
                />
                <label for="excluded">{t(Key::ExclusionLabel)}</label>
            </div>
            <p class="hint" id="excluded-hint">{t(Key::ExclusionHint)}</p>
            {justification}
        </fieldset>
    }
}

#[component]
fn Justification(item: ItemId) -> impl IntoView {
    let state = use_state();
    let applicability = {
        let item = item.clone();
        move || state.answer(&item).applicability
    };
    let given = {
        let applicability = applicability.clone();
        text(move || match applicability() {
            Applicability::Excluded { justification } => justification,
            Applicability::Applicable => String::new(),
        })
    };
    let missing = flag(move || applicability().lacks_justification());
    view! {
        <div class="field">
            <label for="justification">{t(Key::ExclusionJustification)}</label>
            <p class="field-error" id="justification-error" class:absent=flag(move || !missing.get())>
                {t(Key::ExclusionMissing)}
            </p>
            <textarea
                id="justification"
                class="input"
                rows="3"
                aria-describedby="justification-error"
                aria-invalid=text(move || missing.get().to_string())
                prop:value=given
                on:input=move |event| {
                    let justification = event_target_value(&event);
                    let applicability = Applicability::Excluded { justification };
                    state.dispatch(Action::Apply(item.clone(), applicability));
                }
                on:blur=move |_| state.pause_typing()
            ></textarea>
        </div>
    }
}

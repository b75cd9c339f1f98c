//! Saying that a control doesn't apply, and why.

use leptos::prelude::*;

use super::super::{state::use_state, words::t};
use crate::{
    domain::{action::Action, assessment::Applicability, id::ItemId},
    text::Key,
};

/// A checkbox, and a field for the justification while it is ticked.
#[component]
pub fn Exclusion(item: ItemId) -> impl IntoView {
    let state = use_state();
    let item = StoredValue::new(item);
    let applicability =
        Memo::new(move |_| item.with_value(|item| state.answer(item).applicability));
    let excluded = Memo::new(move |_| applicability.get() != Applicability::Applicable);
    let missing = Memo::new(move |_| applicability.with(Applicability::lacks_justification));
    let dispatch = move |applicability| {
        state.dispatch(Action::Apply(item.get_value(), applicability));
    };
    let toggle = move |event| {
        state.pause_typing();
        dispatch(if event_target_checked(&event) {
            Applicability::Excluded { justification: String::new() }
        } else {
            Applicability::Applicable
        });
        state.pause_typing();
    };
    let justification = move || match applicability.get() {
        Applicability::Excluded { justification } => justification,
        Applicability::Applicable => String::new(),
    };
    view! {
        <fieldset class="exclusion" prop:disabled=move || state.read_only()>
            <legend class="visually-hidden">{t(Key::ExclusionLegend)}</legend>
            <div class="check">
                <input
                    type="checkbox"
                    id="excluded"
                    aria-describedby="excluded-hint"
                    prop:checked=move || excluded.get()
                    on:change=toggle
                />
                <label for="excluded">{t(Key::ExclusionLabel)}</label>
            </div>
            <p class="hint" id="excluded-hint">{t(Key::ExclusionHint)}</p>
            <Show when=move || excluded.get()>
                <div class="field">
                    <label for="justification">{t(Key::ExclusionJustification)}</label>
                    <p class="field-error" id="justification-error" class:absent=move || !missing.get()>
                        {t(Key::ExclusionMissing)}
                    </p>
                    <textarea
                        id="justification"
                        class="input"
                        rows="3"
                        aria-describedby="justification-error"
                        aria-invalid=move || missing.get().to_string()
                        prop:value=justification
                        on:input=move |event| {
                            dispatch(Applicability::Excluded { justification: event_target_value(&event) });
                        }
                        on:blur=move |_| state.pause_typing()
                    ></textarea>
                </div>
            </Show>
        </fieldset>
    }
}

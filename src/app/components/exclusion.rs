//! Saying that a control doesn't apply, and why.

use leptos::prelude::*;

use super::{
    super::{
        el::el,
        live::{flag, part, text},
        state::State,
        words::t,
    },
    field::{Frame, text_area},
};
use crate::{
    domain::{action::Action, assessment::Applicability, id::ItemId},
    text::Key,
};

/// A checkbox, and a field for the justification while it is ticked.
pub fn exclusion(state: State, item: ItemId) -> AnyView {
    // What was written stays at hand while the page is open, for a tick is soon taken away.
    let draft = StoredValue::new(String::new());
    let excluded = {
        let item = item.clone();
        Memo::new(move |_| state.answer(&item).applicability != Applicability::Applicable)
    };
    let toggle = {
        let item = item.clone();
        move |event| {
            let applicability = if event_target_checked(&event) {
                Applicability::Excluded { justification: draft.get_value() }
            } else {
                if let Applicability::Excluded { justification } = state.answer(&item).applicability
                {
                    draft.set_value(justification);
                }
                Applicability::Applicable
            };
            state.dispatch(Action::Apply(item.clone(), applicability));
        }
    };
    let reason = part(move || excluded.get().then(|| justification(state, item.clone())));
    let checkbox = el("input")
        .is("type", "checkbox")
        .is("id", "excluded")
        .is("aria-describedby", "excluded-hint")
        .flag("checked", flag(move || excluded.get()))
        .on("change", toggle);
    let label = el("label").is("for", "excluded").text(t(Key::ExclusionLabel));
    el("fieldset")
        .class("exclusion")
        .flag("disabled", state.read_only.into())
        .el(el("legend").class("visually-hidden").text(t(Key::ExclusionLegend)))
        .el(el("div").class("check").el(checkbox).el(label))
        .el(el("p").class("hint").is("id", "excluded-hint").text(t(Key::ExclusionHint)))
        .child(reason)
        .done()
}

fn justification(state: State, item: ItemId) -> AnyView {
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
    let frame = Frame {
        id: "justification",
        label: Key::ExclusionJustification,
        hint: None,
        error: Some((Key::ExclusionMissing, missing)),
    };
    text_area(
        &frame,
        given,
        state.read_only.into(),
        move |justification| {
            let applicability = Applicability::Excluded { justification };
            state.type_in(Action::Apply(item.clone(), applicability));
        },
        move || state.pause_typing(),
    )
}

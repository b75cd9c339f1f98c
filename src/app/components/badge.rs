//! What an item counts as: a word and a shape, never a colour alone.

use leptos::prelude::*;

use super::super::{
    charts::pie::pie,
    el::el,
    live::part,
    state::State,
    words::{t, texts},
};
use crate::{
    domain::{
        assessment::Applicability,
        id::ItemId,
        pack::Kind,
        scope::{Standing, standing},
    },
    report::model::standing_text,
    text::Key,
};

/// What an item counts as, following the changes of this one item only.
fn standing_of(state: State, item: &ItemId) -> Standing {
    let questionnaire = state.questionnaire();
    let Some(known) = questionnaire.pack.item(item) else {
        return Standing::Unanswered;
    };
    standing(&questionnaire.pack, known, Some(&state.answer(item))).0
}

/// Whether an item is marked as excluded, following its changes: a requirement can't be.
pub fn applicability_of(state: State, item: &ItemId) -> Applicability {
    let known = state.questionnaire().pack.item(item).map(|item| item.kind);
    match known {
        Some(Kind::Control) => state.answer(item).applicability,
        Some(Kind::Requirement) | None => Applicability::Applicable,
    }
}

/// Shape and word of what an item counts as, following its changes.
pub fn item_badge(state: State, item: ItemId) -> AnyView {
    part(move || {
        if applicability_of(state, &item).lacks_justification() {
            let word = el("span").text(t(Key::RatingExcludedMissing));
            let badge = el("span").class("badge missing").child(sign("!")).el(word);
            return Some(badge.done());
        }
        Some(badge(state, &standing_of(state, &item)))
    })
}

/// Shape and word of a standing.
pub fn badge(state: State, standing: &Standing) -> AnyView {
    let questionnaire = state.questionnaire();
    let word = standing_text(&questionnaire.texts, texts(), standing).to_owned();
    let unit = questionnaire.pack.scale().unit();
    let (class, shape) = match standing {
        Standing::Rated { credit, .. } => (level_class(*credit, unit), pie(*credit, unit)),
        Standing::DontKnow => ("badge dont-know", sign("?")),
        Standing::Unanswered => ("badge open", sign("")),
        Standing::Excluded | Standing::NotAsked => ("badge excluded", sign("–")),
    };
    el("span").class(class).child(shape).el(el("span").string(word)).done()
}

/// A sign in place of a shape.
pub fn sign(sign: &'static str) -> AnyView {
    el("span").class("sign").is("aria-hidden", "true").text(sign).done()
}

/// The class that colours a level: by halves of the credit, whatever the scale.
const fn level_class(credit: u64, unit: u64) -> &'static str {
    if credit == 0 {
        "badge level-none"
    } else if credit >= unit {
        "badge level-full"
    } else if credit * 2 < unit {
        "badge level-low"
    } else {
        "badge level-high"
    }
}

//! What an item counts as: a word and a shape, never a colour alone.

use leptos::prelude::*;

use super::super::{charts::pie::pie, el::el, live::part, state::State, words::texts};
use crate::{
    domain::{
        id::ItemId,
        scope::{Standing, standing},
    },
    report::model::standing_text,
};

/// What an item counts as, following the changes of this one item only.
pub fn standing_of(state: State, item: &ItemId) -> Standing {
    let questionnaire = state.questionnaire();
    let Some(known) = questionnaire.pack.item(item) else {
        return Standing::Unanswered;
    };
    standing(&questionnaire.pack, known, Some(&state.answer(item))).0
}

/// Shape and word of a standing.
pub fn badge(state: State, standing: impl Fn() -> Standing + Send + 'static) -> AnyView {
    let questionnaire = state.questionnaire();
    part(move || {
        let standing = standing();
        let word = standing_text(&questionnaire.texts, texts(), &standing).to_owned();
        let unit = questionnaire.pack.scale().unit();
        let (class, shape) = match standing {
            Standing::Rated { credit, .. } => (level_class(credit, unit), pie(credit, unit)),
            Standing::DontKnow => ("badge dont-know", sign("?")),
            Standing::Unanswered => ("badge open", sign("")),
            Standing::Excluded => ("badge excluded", sign("–")),
        };
        Some(el("span").class(class).child(shape).el(el("span").string(word)).done())
    })
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

//! What the room agrees on, and why.

use leptos::prelude::*;

use super::super::show::stage::Stage;
use crate::{
    app::{
        components::{
            field::{Frame, text_area},
            segments::{Segment, clear_button, segments},
        },
        el::{El, el},
        live::{flag, part, text},
        words::t,
    },
    domain::{
        assessment::Rating,
        id::ItemId,
        workshop::{agreed::Agreed, returned::LONGEST_NOTE},
    },
    text::Key,
};

/// The part of the page.
pub fn agreed(stage: Stage) -> El {
    let place = stage.part(|show| show.place);
    let fields = part(move || {
        let item = stage.item_at(place.get())?;
        Some(untrack(|| fields(stage, &item)).done())
    });
    el("section")
        .is("aria-labelledby", "control-agreed")
        .el(el("h2").is("id", "control-agreed").text(t(Key::WorkshopControlAgreed)))
        .child(fields)
}

fn fields(stage: Stage, item: &ItemId) -> El {
    let questionnaire = stage.state.questionnaire();
    let levels = questionnaire.pack.scale().levels().iter();
    let ratings = levels.map(|level| Rating::Level(level.code.clone())).chain([Rating::DontKnow]);
    let choices = ratings.map(|rating| {
        let (of, label) = (item.clone(), stage.rating(&rating));
        let here = rating.clone();
        let chosen = flag(move || stage.agreed(&of).is_some_and(|agreed| agreed.rating == here));
        let of = item.clone();
        Segment::new(label, chosen, move || agree(stage, &of, &rating))
    });
    let legend = t(Key::WorkshopControlValue).to_owned();
    let value =
        segments("segments control-value", "control-agreed", legend, flag(|| false), choices);
    let of = item.clone();
    let none = flag(move || stage.agreed(&of).is_none());
    let of = item.clone();
    let clear = clear_button(Key::WorkshopControlClear, move || {
        stage.kept.change(|workshop| workshop.agreed.remove(&of));
    });
    let frame = Frame {
        id: "control-minute",
        label: Key::WorkshopControlMinuteLabel,
        hint: Some(Key::WorkshopControlMinuteHint),
        error: None,
    };
    let of = item.clone();
    let minute = text(move || stage.agreed(&of).map(|agreed| agreed.minute).unwrap_or_default());
    let of = item.clone();
    let minute = text_area(&frame, minute, none, move |text| note(stage, &of, &text), || ());
    el("div").el(value.el(clear.absent(none))).child(minute)
}

/// Sets the value; what was noted stays.
fn agree(stage: Stage, item: &ItemId, rating: &Rating) {
    stage.kept.change(|workshop| {
        let minute = workshop.agreed.remove(item).map(|agreed| agreed.minute).unwrap_or_default();
        workshop.agreed.insert(item.clone(), Agreed { rating: rating.clone(), minute });
    });
}

fn note(stage: Stage, item: &ItemId, text: &str) {
    stage.kept.change(|workshop| {
        if let Some(agreed) = workshop.agreed.get_mut(item) {
            agreed.minute = text.chars().take(LONGEST_NOTE).collect();
        }
    });
}

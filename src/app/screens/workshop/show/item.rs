//! An item on the projector: what is asked and what the levels mean; once revealed what the groups say, then
//! the model rating, and what the room agreed on.

use leptos::prelude::*;

use super::{stage::Stage, votes};
use crate::{
    app::{
        charts::pie::pie,
        components::badge::sign,
        el::{El, el},
        live::{part, text},
        words::t,
    },
    domain::{
        id::{ItemId, LevelCode},
        workshop::show::Shown,
    },
    text::Key,
};

/// The page of the item that is shown.
pub fn item(stage: Stage) -> El {
    let place = stage.part(|show| (show.place, show.round, show.shown()));
    let body = part(move || {
        let (place, _, shown) = place.get();
        let item = stage.item_at(place)?;
        let ask = el("p").class("show-ask").text(stage.state.questionnaire().texts.ask(&item));
        let levels = match shown {
            Shown::Hidden => hidden(stage, &item),
            Shown::Votes | Shown::Model => votes::votes(stage, place, &item, shown),
        };
        Some(el("div").el(ask).el(levels).done())
    });
    el("div").class("show-item").child(body)
}

/// How many are in, and the levels in words.
fn hidden(stage: Stage, item: &ItemId) -> El {
    let rows = levels(stage, item).into_iter().map(|level| {
        el("li")
            .class("show-level")
            .el(level.name)
            .el(el("span").class("show-words").live(level.words))
            .done()
    });
    let count = el("p").class("show-in").is("role", "status").live(text(move || stage.said_in()));
    el("div")
        .class("show-hidden")
        .el(el("ul").class("show-levels").is("role", "list").children(rows))
        .el(el("div")
            .class("show-count")
            .el(count)
            .el(el("p").class("show-quiet").text(t(Key::WorkshopShowHidden))))
}

/// A line of the scale.
pub struct Level {
    /// Its shape and its name.
    pub name: El,
    /// What it looks like for the item.
    pub words: Signal<String>,
}

/// The levels of the scale, the lowest first, and *don't know*.
pub fn levels(stage: Stage, item: &ItemId) -> Vec<Level> {
    let questionnaire = stage.state.questionnaire();
    let (texts, scale) = (&questionnaire.texts, questionnaire.pack.scale());
    let mut levels: Vec<Level> = scale
        .levels()
        .iter()
        .map(|level| Level {
            name: name(pie(level.credit, scale.unit()), texts.level(&level.code)),
            words: words(stage, item.clone(), level.code.clone()),
        })
        .collect();
    levels.push(Level { name: name(sign("?"), t(Key::RatingDontKnow)), words: text(String::new) });
    levels
}

fn name(shape: AnyView, name: &str) -> El {
    el("span").class("show-name").child(shape).el(el("span").string(name.to_owned()))
}

/// What a level looks like for this item; what it means for any, where that didn't come.
fn words(stage: Stage, item: ItemId, code: LevelCode) -> Signal<String> {
    text(move || {
        let guidance = stage.state.guidance(&item);
        let own = guidance.as_ref().and_then(|guidance| guidance.levels.get(code.as_str()));
        let general = || stage.state.questionnaire().texts.level_meaning(&code).to_owned();
        own.cloned().unwrap_or_else(general)
    })
}

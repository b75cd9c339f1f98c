//! Rating an item.

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::pie,
        el::{El, el},
        live::{flag, text},
        state::State,
        words::t,
    },
    badge::{applicability_of, sign},
    segments::clear_button,
};
use crate::{
    domain::{
        assessment::{Applicability, Rating},
        bulk::rated,
        id::{ItemId, LevelCode},
    },
    text::Key,
};

/// Rates an item as a person's choice, or takes the rating away.
pub fn rate(state: State, item: &ItemId, rating: Option<Rating>) {
    let before = untrack(|| state.answer(item));
    state.dispatch(rated(item.clone(), &before, rating));
}

/// Whether an item has this rating, following its changes.
fn is_rated(state: State, item: &ItemId, rating: Option<Rating>) -> Signal<bool> {
    let item = item.clone();
    flag(move || state.answer(&item).rating == rating)
}

/// The rating as large options, each level with what it looks like for this item.
pub fn rating_field(state: State, item: &ItemId) -> AnyView {
    rating_options(state, item, vec![el("legend").text(t(Key::RatingLegend)).done()]).done()
}

/// The same under a legend that is a question of its own, and what belongs right below it.
pub fn rating_options(state: State, item: &ItemId, head: Vec<AnyView>) -> El {
    let questionnaire = state.questionnaire();
    let (texts, scale) = (&questionnaire.texts, questionnaire.pack.scale());
    let levels = scale.levels().iter().map(|level| {
        let general = texts.level_meaning(&level.code).to_owned();
        let words = level_words(state, item.clone(), level.code.clone(), general);
        let label = texts.level(&level.code).to_owned();
        let shape = pie(level.credit, scale.unit());
        option(state, item, Rating::Level(level.code.clone()), label, words, shape).done()
    });
    let dont_know = option(
        state,
        item,
        Rating::DontKnow,
        t(Key::RatingDontKnow).to_owned(),
        text(|| t(Key::RatingDontKnowMeaning).to_owned()),
        sign("?"),
    );
    let cleared = item.clone();
    let clear = clear_button(Key::RatingClear, move || rate(state, &cleared, None));
    let excluded = {
        let item = item.clone();
        flag(move || applicability_of(state, &item) != Applicability::Applicable)
    };
    let applies = flag(move || !excluded.get());
    el("fieldset")
        .class("rating")
        .flag("disabled", flag(move || state.read_only.get() || excluded.get()))
        .children(head)
        .el(el("p").class("hint").absent(applies).text(t(Key::RatingExcludedHint)))
        .children(levels)
        .el(dont_know)
        .el(clear.absent(is_rated(state, item, None)))
}

/// What a level looks like for this item; nothing until that has arrived, so that no words change while
/// somebody reads them, and if it doesn't come, what it means for any item.
pub fn level_words(state: State, item: ItemId, code: LevelCode, general: String) -> Signal<String> {
    text(move || {
        let guidance = state.guidance(&item);
        let own = guidance.as_ref().and_then(|guidance| guidance.levels.get(code.as_str()));
        match own {
            Some(own) => own.clone(),
            None if state.later_failed.get() => general.clone(),
            None => String::new(),
        }
    })
}

fn option(
    state: State,
    item: &ItemId,
    value: Rating,
    label: String,
    words: Signal<String>,
    shape: AnyView,
) -> El {
    let name = format!("rating-{item}");
    let id = match &value {
        Rating::Level(code) => format!("{name}-{code}"),
        Rating::DontKnow => format!("{name}-dont-know"),
    };
    let hint = format!("{id}-hint");
    let chosen = is_rated(state, item, Some(value.clone()));
    let item = item.clone();
    let input = el("input")
        .is("type", "radio")
        .attr("id", id.clone())
        .attr("name", name)
        .attr("aria-describedby", hint.clone())
        .flag("checked", chosen)
        .on("change", move |_| rate(state, &item, Some(value.clone())));
    let label =
        el("label").attr("for", id).child(shape).el(el("span").class("option-name").string(label));
    let words = el("p").class("option-words").attr("id", hint).live(words);
    el("div").class("option").el(input).el(label).el(words)
}

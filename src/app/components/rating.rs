//! Rating an item: the same native radio buttons in two sizes.

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::pie,
        el::{El, el},
        live::{flag, text},
        state::State,
        words::t,
    },
    badge::sign,
    button::{Look, button},
    measure::in_words,
    segments::{Segment, segments},
};
use crate::{
    domain::{
        action::Action,
        assessment::Rating,
        explain::Subject,
        id::{ItemId, LevelCode},
    },
    text::Key,
};

/// Rates an item and tells screen readers what that does to its group.
fn rate(state: State, item: &ItemId, rating: Option<Rating>) {
    state.dispatch(Action::Rate(item.clone(), rating));
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let Some(group) = pack.item(item).and_then(|item| pack.group_of(item)) else { return };
    if let Some(measure) = state.measure(Subject::Group(group.id.clone())).get_untracked() {
        let label = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
        state.messages.announce(in_words(&label, &measure));
    }
}

/// Whether an item has this rating, following its changes.
fn is_rated(state: State, item: &ItemId, rating: Option<Rating>) -> Signal<bool> {
    let item = item.clone();
    flag(move || state.answer(&item).rating == rating)
}

/// The rating as large options, each level with what it looks like for this item.
pub fn rating_field(state: State, item: &ItemId) -> AnyView {
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
    let clear = button(Look::Quiet, t(Key::RatingClear), move || rate(state, &cleared, None));
    el("fieldset")
        .class("rating")
        .flag("disabled", state.read_only.into())
        .el(el("legend").text(t(Key::RatingLegend)))
        .children(levels)
        .el(dont_know)
        .el(clear.absent(is_rated(state, item, None)))
        .done()
}

/// What a level looks like for this item, or for any item until the long texts have arrived.
fn level_words(state: State, item: ItemId, code: LevelCode, general: String) -> Signal<String> {
    text(move || {
        let guidance = state.guidance(&item);
        let own = guidance.as_ref().and_then(|guidance| guidance.levels.get(code.as_str()));
        own.unwrap_or(&general).clone()
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

/// The rating as one line of small options, for the page with all items.
pub fn rating_row(state: State, item: &ItemId) -> AnyView {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let levels = questionnaire.pack.scale().levels().iter();
    let levels = levels
        .map(|level| (Rating::Level(level.code.clone()), texts.level(&level.code).to_owned()));
    let values = levels.chain([(Rating::DontKnow, t(Key::RatingDontKnow).to_owned())]);
    let choices = values.map(|(value, label)| {
        let chosen = is_rated(state, item, Some(value.clone()));
        let item = item.clone();
        Segment::new(label, chosen, move || rate(state, &item, Some(value.clone())))
    });
    let legend = format!("{item} {}", texts.title(item));
    let read_only = state.read_only.into();
    segments("segments rating-row", &format!("rating-{item}"), legend, read_only, choices)
}

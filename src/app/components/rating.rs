//! Rating an item: the same native radio buttons in two sizes.

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::Pie,
        live::{flag, text},
        state::{State, use_state},
        words::t,
    },
    measure::in_words,
};
use crate::{
    domain::{
        action::Action,
        assessment::Rating,
        explain::Subject,
        id::{ItemId, LevelCode},
        pack::Item,
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
#[component]
pub fn RatingField(item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let unit = questionnaire.pack.scale().unit();
    let levels = questionnaire.pack.scale().levels().iter().map(|level| {
        let words = questionnaire.texts.levels.get(level.code.as_str());
        let label = words.map(|words| words.name.clone()).unwrap_or_default();
        let meaning = words.map(|words| words.meaning.clone()).unwrap_or_default();
        let words = level_words(state, item.id.clone(), level.code.clone(), meaning);
        let shape = view! { <Pie credit=level.credit unit/> }.into_any();
        let value = Rating::Level(level.code.clone());
        view! { <RatingOption item=item.id.clone() value label words shape/> }
    });
    let levels = levels.collect_view();
    let shape = view! { <span class="sign" aria-hidden="true">"?"</span> }.into_any();
    let id = item.id.clone();
    view! {
        <fieldset class="rating" prop:disabled=flag(move || state.read_only())>
            <legend>{t(Key::RatingLegend)}</legend>
            {levels}
            <RatingOption
                item=item.id.clone()
                value=Rating::DontKnow
                label=t(Key::RatingDontKnow).to_owned()
                words=t(Key::RatingDontKnowMeaning)
                shape
            />
            <button
                type="button"
                class="button quiet-button"
                class:absent=is_rated(state, &item.id, None)
                on:click=move |_| rate(state, &id, None)
            >
                {t(Key::RatingClear)}
            </button>
        </fieldset>
    }
}

/// What a level looks like for this item, or for any item until the long texts have arrived.
fn level_words(state: State, item: ItemId, code: LevelCode, general: String) -> Signal<String> {
    text(move || {
        let guidance = state.guidance(&item);
        let own = guidance.as_ref().and_then(|guidance| guidance.levels.get(code.as_str()));
        own.unwrap_or(&general).clone()
    })
}

#[component]
fn RatingOption(
    item: ItemId,
    value: Rating,
    label: String,
    #[prop(into)] words: Signal<String>,
    shape: AnyView,
) -> impl IntoView {
    let state = use_state();
    let name = format!("rating-{item}");
    let id = match &value {
        Rating::Level(code) => format!("{name}-{code}"),
        Rating::DontKnow => format!("{name}-dont-know"),
    };
    let hint = format!("{id}-hint");
    let chosen = is_rated(state, &item, Some(value.clone()));
    view! {
        <div class="option">
            <input
                type="radio"
                id=id.clone()
                name=name
                aria-describedby=hint.clone()
                prop:checked=chosen
                on:change=move |_| rate(state, &item, Some(value.clone()))
            />
            <label for=id>{shape}<span class="option-name">{label}</span></label>
            <p class="option-words" id=hint>{words}</p>
        </div>
    }
}

/// The rating as one line of small options, for the page with all items.
#[component]
pub fn RatingRow(item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let name = format!("rating-{}", item.id);
    let legend = format!("{} {}", item.id, questionnaire.texts.title(&item.id));
    let levels = questionnaire.pack.scale().levels().iter().map(|level| {
        let label = questionnaire.texts.level(&level.code).to_owned();
        (Rating::Level(level.code.clone()), label)
    });
    let options = levels.chain([(Rating::DontKnow, t(Key::RatingDontKnow).to_owned())]);
    let options = options.map(|(value, label)| {
        let item = item.id.clone();
        let chosen = is_rated(state, &item, Some(value.clone()));
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=chosen
                    on:change=move |_| rate(state, &item, Some(value.clone()))
                />
                <span>{label}</span>
            </label>
        }
    });
    let options = options.collect_view();
    view! {
        <fieldset class="segments rating-row" prop:disabled=flag(move || state.read_only())>
            <legend class="visually-hidden">{legend}</legend>
            {options}
        </fieldset>
    }
}

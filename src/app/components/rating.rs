//! Rating an item: the same native radio buttons in two sizes.

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::Pie,
        state::{State, use_state},
        words::t,
    },
    measure::in_words,
};
use crate::{
    domain::{
        action::Action,
        assessment::Rating,
        id::{ItemId, LevelCode},
        pack::Item,
    },
    text::Key,
};

/// The rating of an item, following its changes.
fn rating_of(state: State, item: &ItemId) -> Memo<Option<Rating>> {
    let item = item.clone();
    Memo::new(move |_| state.answer(&item).rating)
}

/// Rates an item and tells screen readers what that does to its group.
fn rate(state: State, item: &Item, rating: Option<Rating>) {
    state.dispatch(Action::Rate(item.id.clone(), rating));
    let questionnaire = state.questionnaire();
    let Some(group) = questionnaire.pack.group_of(item) else { return };
    let measure =
        untrack(|| state.with_evaluation(|evaluation| evaluation.group(&group.id).copied()));
    if let Some(measure) = measure.flatten() {
        let label = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
        state.messages.announce(in_words(&label, &measure));
    }
}

/// The rating as large options, each level with what it looks like for this item.
#[component]
pub fn RatingField(item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let rating = rating_of(state, &item.id);
    let name = format!("rating-{}", item.id);
    let item = StoredValue::new(item);
    let unit = questionnaire.pack.scale().unit();
    let levels = questionnaire.pack.scale().levels().iter().map(|level| {
        let text = questionnaire.texts.levels.get(&level.code);
        let label = text.map(|text| text.name.clone()).unwrap_or_default();
        let meaning = text.map(|text| text.meaning.clone()).unwrap_or_default();
        let code = level.code.clone();
        let words = Signal::derive(move || level_words(state, item, &code, &meaning));
        let shape = view! { <Pie credit=level.credit unit/> }.into_any();
        let value = Rating::Level(level.code.clone());
        view! { <RatingOption name=name.clone() value rating item label words shape/> }
    });
    let levels = levels.collect_view();
    let shape = view! { <span class="sign" aria-hidden="true">"?"</span> }.into_any();
    view! {
        <fieldset class="rating" prop:disabled=move || state.read_only()>
            <legend>{t(Key::RatingLegend)}</legend>
            {levels}
            <RatingOption
                name=name.clone()
                value=Rating::DontKnow
                rating
                item
                label=t(Key::RatingDontKnow).to_owned()
                words=t(Key::RatingDontKnowMeaning)
                shape
            />
            <button
                type="button"
                class="button quiet-button"
                class:absent=move || rating.get().is_none()
                on:click=move |_| item.with_value(|item| rate(state, item, None))
            >
                {t(Key::RatingClear)}
            </button>
        </fieldset>
    }
}

/// What a level looks like for this item, or for any item until the long texts have arrived.
fn level_words(state: State, item: StoredValue<Item>, code: &LevelCode, general: &str) -> String {
    let guidance = item.with_value(|item| state.guidance(&item.id));
    let own = guidance.as_ref().and_then(|guidance| guidance.levels.get(code));
    own.map_or_else(|| general.to_owned(), Clone::clone)
}

#[component]
fn RatingOption(
    name: String,
    value: Rating,
    rating: Memo<Option<Rating>>,
    item: StoredValue<Item>,
    label: String,
    #[prop(into)] words: Signal<String>,
    shape: AnyView,
) -> impl IntoView {
    let state = use_state();
    let id =
        format!("{name}-{}", if value == Rating::DontKnow { "dont-know" } else { value.as_str() });
    let hint = format!("{id}-hint");
    let chosen = value.clone();
    view! {
        <div class="option">
            <input
                type="radio"
                id=id.clone()
                name=name
                aria-describedby=hint.clone()
                prop:checked=move || rating.with(|rating| rating.as_ref() == Some(&chosen))
                on:change=move |_| item.with_value(|item| rate(state, item, Some(value.clone())))
            />
            <label for=id>{shape}<span class="option-name">{label}</span></label>
            <p class="option-words" id=hint>{move || words.get()}</p>
        </div>
    }
}

/// The rating as one line of small options, for the page with all items.
#[component]
pub fn RatingRow(item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let rating = rating_of(state, &item.id);
    let name = format!("rating-{}", item.id);
    let legend = format!("{} {}", item.id, questionnaire.texts.title(&item.id));
    let levels = questionnaire.pack.scale().levels().iter().map(|level| {
        let label = questionnaire.texts.level(&level.code).to_owned();
        (Rating::Level(level.code.clone()), label)
    });
    let options = levels.chain([(Rating::DontKnow, t(Key::RatingDontKnow).to_owned())]);
    let item = StoredValue::new(item);
    let options = options
        .map(|(value, label)| {
            let chosen = value.clone();
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || rating.with(|rating| rating.as_ref() == Some(&chosen))
                        on:change=move |_| item.with_value(|item| rate(state, item, Some(value.clone())))
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments rating-row" prop:disabled=move || state.read_only()>
            <legend class="visually-hidden">{legend}</legend>
            {options}
        </fieldset>
    }
}

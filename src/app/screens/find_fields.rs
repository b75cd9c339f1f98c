//! The fields by which items are looked for.

use leptos::prelude::*;

use super::{
    super::{
        el::{El, el},
        live::{flag, part, text},
        state::State,
        words::t,
    },
    work_field::{choice, labelled, levels},
};
use crate::{
    browser::page,
    domain::{
        assessment::Rating,
        filter::{Condition, Filter, Owner, owners},
        finding::Grade,
    },
    text::{Key, StepTexts, entry},
};

/// The id of the field for words.
pub const WORDS: &str = "find-words";

/// All of them.
pub fn fields(state: State) -> El {
    let change = move |edit: &dyn Fn(&mut Filter)| state.find.update(|filter| edit(filter));
    let label = el("label").is("for", WORDS).text(t(Key::FilterWords));
    let words = el("input")
        .is("type", "search")
        .is("id", WORDS)
        .class("input")
        .is("autocomplete", "off")
        .is("aria-describedby", "find-hint")
        .value(text(move || state.find.with(|filter| filter.words.clone())))
        .on("input", move |event| {
            let words = event_target_value(&event);
            change(&|filter| filter.words.clone_from(&words));
        });
    let hint = el("p").class("hint").is("id", "find-hint").text(t(Key::FilterWordsHint));
    let filters = el("div")
        .class("find-filters")
        .el(labelled("find-state", Key::FilterState, by_condition(state)))
        .el(labelled("find-rating", Key::FilterRating, by_rating(state)))
        .child(by_owner(state))
        .el(labelled("find-attribute", Key::FilterAttribute, by_attribute(state)))
        .child(by_step(state));
    // Where there is little room, words come first.
    let set = state.find.with_untracked(|filter| {
        *filter != Filter { words: filter.words.clone(), ..Filter::default() }
    });
    let more = el("details")
        .class("find-more")
        .attr_maybe("open", (set || page::is_wide()).then(String::new))
        .el(el("summary").text(t(Key::FilterMore)))
        .el(filters);
    el("form")
        .is("role", "search")
        .is("aria-labelledby", "find-title")
        .on("submit", |event| event.prevent_default())
        .el(el("div").class("field").el(label).el(hint).el(words))
        .el(more)
}

fn any() -> (String, String) {
    (String::new(), t(Key::FilterAny).to_owned())
}

fn by_condition(state: State) -> El {
    let named = Condition::ALL.iter().enumerate();
    let choices = named
        .map(|(place, condition)| (place.to_string(), t(condition_name(*condition)).to_owned()));
    let chosen = text(move || {
        let chosen = state.find.with(|filter| filter.condition);
        let place = Condition::ALL.iter().position(|condition| Some(*condition) == chosen);
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    choice([any()].into_iter().chain(choices), chosen, move |place| {
        let place = place.parse::<usize>().ok();
        let condition = place.and_then(|place| Condition::ALL.get(place).copied());
        state.find.update(|filter| filter.condition = condition);
    })
}

const fn condition_name(condition: Condition) -> Key {
    match condition {
        Condition::Open => Key::RatingUnanswered,
        Condition::DontKnow => Key::RatingDontKnow,
        Condition::Rated => Key::FilterRated,
        Condition::Excluded => Key::RatingExcluded,
        Condition::Review => Key::WorkReviewBadge,
        Condition::Overdue => Key::WorkOverdue,
        Condition::Finding(Grade::Major) => Key::OutcomeMajor,
        Condition::Finding(Grade::Minor) => Key::OutcomeMinor,
        Condition::Finding(Grade::Opportunity) => Key::OutcomeOpportunity,
    }
}

fn by_rating(state: State) -> El {
    let dont_know = (Rating::DONT_KNOW.to_owned(), t(Key::RatingDontKnow).to_owned());
    let choices = [any()].into_iter().chain(levels(state)).chain([dont_know]);
    let chosen = text(move || {
        let rating = state.find.with(|filter| filter.rating.clone());
        rating.map(|rating| rating.to_string()).unwrap_or_default()
    });
    choice(choices, chosen, move |rating| {
        state.find.update(|filter| filter.rating = Rating::parse(&rating));
    })
}

/// Nobody has an empty name, and no name begins with white space.
const NOBODY: &str = " ";

fn by_owner(state: State) -> AnyView {
    let known = Memo::new(move |_| state.with_assessment(owners).unwrap_or_default());
    part(move || {
        let nobody = (NOBODY.to_owned(), t(Key::FilterNobody).to_owned());
        let names = known.get().into_iter().map(|name| (name.clone(), name));
        let chosen = text(move || match state.find.with(|filter| filter.owner.clone()) {
            None => String::new(),
            Some(Owner::Nobody) => NOBODY.to_owned(),
            Some(Owner::Named(name)) => name,
        });
        let field = choice([any(), nobody].into_iter().chain(names), chosen, move |name| {
            let owner = match name.as_str() {
                "" => None,
                NOBODY => Some(Owner::Nobody),
                _ => Some(Owner::Named(name)),
            };
            state.find.update(|filter| filter.owner.clone_from(&owner));
        });
        Some(labelled("find-owner", Key::FilterOwner, field).done())
    })
}

fn by_attribute(state: State) -> El {
    let questionnaire = state.questionnaire();
    let (pack, words) = (&questionnaire.pack, &questionnaire.texts);
    let write = |(attribute, value): (usize, usize)| format!("{attribute}/{value}");
    let chosen =
        text(move || state.find.with(|filter| filter.attribute).map(write).unwrap_or_default());
    let attributes = pack.attributes().iter().enumerate().map(|(place, attribute)| {
        let values = attribute.values.iter().enumerate().map(|(value, name)| {
            let value = write((place, value));
            let mine = value.clone();
            el("option")
                .attr("value", value)
                .flag("selected", flag(move || chosen.get() == mine))
                .string(words.value(name.as_str()).to_owned())
                .done()
        });
        let name = words.attribute(attribute.id.as_str()).to_owned();
        el("optgroup").attr("label", name).children(values).done()
    });
    choice([any()], chosen, move |value| {
        let places = value.split_once('/');
        let places = places.and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
        state.find.update(|filter| filter.attribute = places);
    })
    .children(attributes)
}

fn by_step(state: State) -> AnyView {
    // Their titles arrive later than their numbers.
    part(move || Some(labelled("find-step", Key::FilterStep, steps(state)).done()))
}

fn steps(state: State) -> El {
    let questionnaire = state.questionnaire();
    let mut steps: Vec<u64> = questionnaire.pack.items().iter().map(|item| item.step).collect();
    steps.sort_unstable();
    steps.dedup();
    let handbook = state.handbook();
    let named = steps.into_iter().map(|step| {
        let number = step.to_string();
        let words = handbook.and_then(|(_, texts)| entry(&texts.steps, &number));
        let words = match words {
            Some(StepTexts { title, .. }) => format!("{number} {title}"),
            None => number.clone(),
        };
        (number, words)
    });
    let chosen = text(move || {
        state.find.with(|filter| filter.step).map(|step| step.to_string()).unwrap_or_default()
    });
    choice([any()].into_iter().chain(named), chosen, move |step| {
        state.find.update(|filter| filter.step = step.parse().ok());
    })
}

//! The quick check: one question a page. In the first part of the wasm, so that a visitor who begins
//! with it waits for nothing else.

use leptos::prelude::*;

use super::{
    super::{
        components::{rating::rating_options, row::item_href, title::title},
        el::{El, el},
        live::{flag, part, text},
        route::{Page, Route},
        state::State,
        words::{fill, t},
    },
    failed::{not_here, nowhere},
};
use crate::{
    browser::{events, form, location, preferences},
    domain::{
        assessment::Assessment,
        id::{AssessmentId, ItemId},
        pack::{Item, Pack},
        scope::{Standing, standing},
    },
    persist::keys,
    text::Key,
};

/// What the quick check asks, in its order.
pub fn questions(pack: &Pack) -> impl Iterator<Item = &Item> {
    pack.items().iter().filter(|item| item.quick)
}

/// Whether nobody has answered a question yet. An excluded control is settled.
pub fn is_open(pack: &Pack, assessment: &Assessment, item: &Item) -> bool {
    standing(pack, item, assessment.answer(&item.id)).0 == Standing::Unanswered
}

/// The page of the first open question, or of all answers when there is none.
pub fn first_open(pack: &Pack, assessment: &Assessment) -> Page {
    next_open(pack, assessment, None)
}

/// The page of the first open question after another, or of all answers when there is none: after the
/// one question that was still open, or that was changed, nobody is led through the rest again.
fn next_open(pack: &Pack, assessment: &Assessment, after: Option<&ItemId>) -> Page {
    let rest = questions(pack).skip_while(|item| after.is_some_and(|after| item.id != *after));
    let mut rest = rest.skip(usize::from(after.is_some()));
    let next = rest.find(|item| is_open(pack, assessment, item));
    next.map_or(Page::Review, |item| Page::Quick(item.id.clone()))
}

/// "12 of 25 answered", following the changes.
pub fn answered(state: State) -> Signal<String> {
    text(move || {
        let questionnaire = state.questionnaire();
        let pack = &questionnaire.pack;
        let count = |assessment: &Assessment| {
            questions(pack).filter(|item| !is_open(pack, assessment, item)).count()
        };
        let done = state.with_assessment(count).unwrap_or_default();
        let all = questions(pack).count();
        fill(Key::QuestionAnswered, &[("done", &done.to_string()), ("all", &all.to_string())])
    })
}

/// The page.
pub fn question(state: State, id: &AssessmentId, item: &ItemId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let Some(place) = questions(pack).position(|of| of.id == *item) else {
        return nowhere();
    };
    let number = place.saturating_add(1).to_string();
    let all = questions(pack).count().to_string();
    let place_words = fill(Key::QuestionPlace, &[("number", &number), ("all", &all)]);
    let before = place.checked_sub(1).and_then(|place| questions(pack).nth(place));
    let before = before
        .map_or(Route::Home, |item| Route::Assessment(id.clone(), Page::Quick(item.id.clone())));

    let glosses = {
        let item = item.clone();
        part(move || Some((state.screens.get()?.glosses)(state, &item)))
    };
    // The words of the levels.
    let coming = {
        let item = item.clone();
        part(move || state.guidance(&item).is_none().then(|| not_here(state).done()))
    };
    let help = {
        let (id, item) = (id.clone(), item.clone());
        part(move || Some((state.screens.get()?.help)(state, &id, &item)))
    };
    let legend = el("legend")
        .el(el("span").class("quick-place").string(place_words))
        .el(title(questionnaire.texts.quick_ask(item).to_owned()));
    let levels = pack.scale().levels().len().to_string();
    // Where they can be switched off.
    let keys_off = flag(move || {
        state.showing_keys.with(|_| ());
        keys_are_off()
    });
    let keys_of = text(move || if keys_off.get() { "" } else { "quick-keys" }.to_owned());
    let keys = fill(Key::QuestionKeys, &[("count", &levels)]);
    let group = rating_options(state, item, vec![legend.done(), help])
        .attr_live("aria-describedby", keys_of)
        .on("keydown", |event| {
            if !keys_are_off() || events::key(&event) == "Enter" {
                form::choose_by_key(&event);
            }
        })
        .child(coming)
        .child(glosses)
        .el(el("p").is("id", "quick-keys").class("hint quick-keys").absent(keys_off).string(keys));

    let go_on = {
        let (id, item) = (id.clone(), item.clone());
        move |event: web_sys::Event| {
            event.prevent_default();
            let questionnaire = state.questionnaire();
            let next = state.with_assessment(|assessment| {
                next_open(&questionnaire.pack, assessment, Some(&item))
            });
            if let Some(next) = next {
                location::go(&Route::Assessment(id.clone(), next).to_string());
            }
        }
    };
    // To skip is no main thing to do.
    let (look, words) = {
        let (one, other) = (item.clone(), item.clone());
        let by_answer = move |item: &ItemId, skips: &str, goes_on: &str| {
            if is_skipped(state, item) { skips } else { goes_on }.to_owned()
        };
        (
            text(move || by_answer(&one, "button", "button primary")),
            text(move || by_answer(&other, t(Key::QuestionSkip), t(Key::QuestionContinue))),
        )
    };
    let back = el("a").class("quick-back").attr("href", before.href()).text(t(Key::QuestionBack));
    let review = el("a")
        .attr("href", Route::Assessment(id.clone(), Page::Review).href())
        .text(t(Key::QuestionReviewLink));
    let go_on_row = el("div")
        .class("quick-go")
        .el(el("button").attr_live("class", look).live(words))
        .el(el("p").class("quiet").live(answered(state)).text(" · ").el(review));
    let end = el("div").class("quick-on").child(excluded(state, id, item)).el(go_on_row);
    let form = el("form").class("quick").on("submit", go_on);
    vec![back, form.el(group).el(end)]
}

/// What is kept when the person has switched off what keys without Ctrl do.
pub const KEYS_OFF: &str = "off";

/// Whether the person has.
#[must_use]
pub fn keys_are_off() -> bool {
    preferences::is(keys::SINGLE_KEYS, KEYS_OFF)
}

/// Whether going on now leaves the question open.
fn is_skipped(state: State, item: &ItemId) -> bool {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let open = |assessment: &Assessment| {
        pack.item(item).is_some_and(|item| is_open(pack, assessment, item))
    };
    state.with_assessment(open).unwrap_or_default()
}

/// Says so when the control was excluded elsewhere: the quick check doesn't ask about that.
fn excluded(state: State, id: &AssessmentId, item: &ItemId) -> AnyView {
    let (href, item) = (item_href(id, item), item.clone());
    part(move || {
        if !state.answer(&item).applicability.is_out_of_scope() {
            return None;
        }
        let link = fill(Key::QuestionExcludedLink, &[("item", item.as_str())]);
        let link = el("a").attr("href", href.clone()).string(link);
        Some(el("p").text(t(Key::QuestionExcluded)).text(" ").el(link).done())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::{
        domain::{
            action::{Action, apply},
            assessment::{Applicability, Rating},
            time::Timestamp,
        },
        persist::pack::read_pack,
    };

    #[test]
    fn it_goes_on_with_what_is_open() {
        let pack = read_pack(include_str!("../../../packs/iso27001-2022/pack.json")).unwrap();
        let id = AssessmentId::from_random([0; 16]);
        let mut assessment = Assessment::new(id, "Acme".into(), Timestamp::default());
        let items: Vec<ItemId> = questions(&pack).map(|item| item.id.clone()).collect();
        assert_eq!(items.len(), 25);
        let page = |place: usize| Page::Quick(items[place].clone());
        let next = |assessment: &Assessment, place: usize| {
            next_open(&pack, assessment, Some(&items[place]))
        };
        assert_eq!(first_open(&pack, &assessment), page(0));
        assert_eq!(next(&assessment, 0), page(1));
        assert_eq!(next(&assessment, 24), Page::Review);

        let mut answer = |action| apply(&pack, &mut assessment, action).unwrap();
        for item in [&items[0], &items[2]] {
            answer(Action::Rate(item.clone(), Some(Rating::DontKnow)));
        }
        let justification = "No offices".to_owned();
        answer(Action::Apply(items[19].clone(), Applicability::Excluded { justification }));
        let justification = " ".to_owned();
        answer(Action::Apply(items[21].clone(), Applicability::Excluded { justification }));
        assert_eq!(first_open(&pack, &assessment), page(1));
        assert_eq!(next(&assessment, 1), page(3));
        assert_eq!(next(&assessment, 18), page(20));
        // Without a justification a control isn't excluded.
        assert_eq!(next(&assessment, 20), page(21));

        for item in &items {
            let _ = apply(
                &pack,
                &mut assessment,
                Action::Apply(item.clone(), Applicability::Applicable),
            );
            let rating = Some(Rating::parse("L").unwrap());
            apply(&pack, &mut assessment, Action::Rate(item.clone(), rating)).unwrap();
        }
        assert_eq!(first_open(&pack, &assessment), Page::Review);
        assert_eq!(next(&assessment, 3), Page::Review);
    }
}

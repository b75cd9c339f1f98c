//! The door: what a group is asked, and which group it is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    case, href,
    said::{self, first_open, is_begun},
};
use crate::{
    app::{
        components::{
            button::{Look, button_link, buttons},
            title::title,
        },
        el::{El, circle, el, svg},
        live::{flag, text},
        route::Seat,
        screens::example,
        state::State,
        words::{fill, t, texts},
    },
    browser::{location, page},
    domain::{
        id::ItemId,
        workshop::session::{About, COLOURS, Groups, Session},
    },
    text::{Key, workshop::group_name},
};

/// The classes that fill a group's mark with its colour.
const MARKS: [&str; COLOURS as usize] = [
    "group-mark colour-1",
    "group-mark colour-2",
    "group-mark colour-3",
    "group-mark colour-4",
    "group-mark colour-5",
    "group-mark colour-6",
    "group-mark colour-7",
    "group-mark colour-8",
    "group-mark colour-9",
    "group-mark colour-10",
    "group-mark colour-11",
    "group-mark colour-12",
];

/// How far a group is that has answered in this browser.
#[derive(Clone)]
struct Begun {
    group: u16,
    round: u8,
    /// Where it goes on; `None` when it has answered all.
    open: Option<ItemId>,
}

/// The page.
pub fn door(state: State, code: &str, session: &Arc<Session>) -> Vec<El> {
    let plan = session.plan();
    let begun = begun(state, session);
    // One device is one group's, most of the time.
    let only = match begun.as_slice() {
        [one] => Some(one.group),
        _ => None,
    };
    let first = (plan.groups.count() == 1).then_some(0).or(only);
    let chosen = RwSignal::new(first);
    let missing = RwSignal::new(false);

    let heading = if plan.name.is_empty() { t(Key::WorkshopGroupTitle) } else { "" };
    let heading = if heading.is_empty() { plan.name.clone() } else { heading.to_owned() };
    let first_item = session.items().first().cloned();
    let target = {
        let (begun, code) = (begun.clone(), code.to_owned());
        move |group: u16| {
            let seat = match (begun.iter().find(|begun| begun.group == group), &first_item) {
                (Some(Begun { round, open: Some(item), .. }), _) => {
                    Seat::Item(group, *round, item.clone())
                }
                (Some(Begun { round, open: None, .. }), _) => Seat::Answers(group, *round),
                (None, Some(item)) => Seat::Item(group, 1, item.clone()),
                (None, None) => Seat::Door,
            };
            href(&code, seat)
        }
    };
    let go = move |event: web_sys::Event| {
        event.prevent_default();
        if let Some(group) = chosen.get_untracked() {
            location::go(target(group).trim_start_matches('#'));
        } else {
            missing.set(true);
            page::focus("group-0");
        }
    };
    let label = {
        let begun = begun.clone();
        text(move || {
            let goes_on = begun.iter().any(|begun| Some(begun.group) == chosen.get());
            t(if goes_on { Key::WorkshopGroupGoOn } else { Key::WorkshopGroupBegin }).to_owned()
        })
    };
    let error = el("p")
        .is("id", "group-error")
        .class("field-error")
        .absent(flag(move || !missing.get()))
        .text(t(Key::WorkshopGroupChoose));
    let fieldset = el("fieldset")
        .class("choices door-groups")
        .is("aria-describedby", "group-error")
        .el(el("legend").text(t(Key::WorkshopGroupWhich)))
        .el(error)
        .el(el("div").class("door-list").children(
            (0..plan.groups.count())
                .map(|group| choice(&plan.groups, group, chosen, missing, &begun).done()),
        ));
    let submit = el("button").class("button primary").live(label);
    let form =
        el("form")
            .class("door")
            .is("novalidate", "")
            .on("submit", go)
            .el(fieldset)
            .el(el("div").class("door-go").el(submit));
    vec![
        title(heading),
        el("p").class("lead").child(about(state, &plan.about)),
        el("p").class("door-how").string(how(session)),
        case::company(state, &plan.about),
        form,
    ]
}

/// One group to choose, with what tells it from the others.
fn choice(
    groups: &Groups,
    group: u16,
    chosen: RwSignal<Option<u16>>,
    missing: RwSignal<bool>,
    begun: &[Begun],
) -> El {
    let input = el("input")
        .is("type", "radio")
        .is("name", "group")
        .attr("id", format!("group-{group}"))
        .flag("checked", flag(move || chosen.get() == Some(group)))
        .on("change", move |_| {
            chosen.set(Some(group));
            missing.set(false);
        });
    let mut words = el("span").class("door-words").string(group_name(texts(), groups, group));
    if begun.iter().any(|begun| begun.group == group) {
        words = words.el(el("span").class("hint").text(t(Key::WorkshopGroupHere)));
    }
    let mut label = el("label").class("choice door-choice").el(input);
    if let Groups::Coloured(_) = groups {
        label = label.child_maybe(mark(group));
    }
    label.el(words)
}

/// A disc of the colour by which a group is called.
fn mark(group: u16) -> Option<AnyView> {
    let class = MARKS.get(usize::from(group))?;
    let disc = circle().is("cx", "8").is("cy", "8").is("r", "7");
    Some(svg().class(class).is("viewBox", "0 0 16 16").is("aria-hidden", "true").el(disc).done())
}

fn about(state: State, about: &About) -> AnyView {
    let About::Case(id) = about else { return t(Key::WorkshopGroupAboutOwn).into_any() };
    let id = id.clone();
    text(move || {
        let Some(cases) = example::cases(state) else {
            return t(Key::WorkshopGroupAboutCase).to_owned();
        };
        match cases.iter().find(|(case, _)| case.id == id) {
            Some((_, texts)) => {
                fill(Key::WorkshopGroupAbout, &[("name", &texts.name), ("tagline", &texts.tagline)])
            }
            None => fill(Key::WorkshopCaseUnknown, &[("case", id.as_str())]),
        }
    })
    .into_any()
}

/// How many items there are, and how it goes.
fn how(session: &Session) -> String {
    let plan = session.plan();
    let count = session.items().len().to_string();
    let key =
        if session.items().len() == 1 { Key::WorkshopGroupHowOne } else { Key::WorkshopGroupHow };
    let mut words = fill(key, &[("count", &count)]);
    if plan.rounds > 1 {
        words.push(' ');
        words += &fill(Key::WorkshopGroupHowRounds, &[("rounds", &plan.rounds.to_string())]);
    }
    words
}

/// The groups that have answered here, each with the last round in which it has.
fn begun(state: State, session: &Session) -> Vec<Begun> {
    let plan = session.plan();
    let mut all = Vec::new();
    for group in 0..plan.groups.count() {
        let found = (1..=plan.rounds).rev().find_map(|round| {
            let said = said::load(state, session, group, round).ok().flatten()?;
            is_begun(&said).then(|| Begun {
                group,
                round,
                open: first_open(session, &said).cloned(),
            })
        });
        all.extend(found);
    }
    all
}

/// The way back to the door.
pub fn to_door(code: &str) -> El {
    buttons([button_link(Look::Quiet, t(Key::WorkshopGroupOther), href(code, Seat::Door))])
}

//! The worksheet for paper: what a group that has no device writes on.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, buttons},
                title::title,
            },
            el::{El, el},
            live::part,
            route::{Room, Route, Workshops},
            state::State,
            words::{fill, t, texts},
        },
        work_field::{choice, labelled},
    },
    hub::crumbs,
    kept::Kept,
    words::{about, called},
};
use crate::{
    browser::windows,
    domain::{id::ItemId, workshop::session::Session},
    text::{Key, workshop::group_name},
};

/// Which sheets are shown: all, a blank one, or that of a group by its place.
const ALL: &str = "all";
const BLANK: &str = "blank";
/// More rows than this are slow to draw on a small device, so all sheets come only when they are asked for.
const MANY: usize = 1500;

/// The page.
pub fn sheet(state: State, kept: Kept) -> Vec<El> {
    let session = kept.session();
    let plan = session.plan();
    let rows = session.items().len().saturating_mul(usize::from(plan.groups.count()));
    let chosen = RwSignal::new(if rows > MANY { BLANK } else { ALL }.to_owned());
    let round = RwSignal::new("1".to_owned());
    let groups = (0..plan.groups.count())
        .map(|group| (group.to_string(), group_name(texts(), &plan.groups, group)));
    let which = [
        (ALL.to_owned(), t(Key::WorkshopSheetAll).to_owned()),
        (BLANK.to_owned(), t(Key::WorkshopSheetBlank).to_owned()),
    ];
    let which = choice(which.into_iter().chain(groups), chosen.into(), move |it| chosen.set(it));
    let rounds = (1..=plan.rounds).map(|round| (round.to_string(), round.to_string()));
    let rounds = choice(rounds, round.into(), move |it| round.set(it));
    let print = button(Look::Primary, t(Key::WorkshopSheetPrint), windows::print);
    let back =
        el("a").attr("href", Route::Workshops(Workshops::Room(kept.name(), Room::Hub)).href());
    let sheets = part(move || {
        let session = kept.session();
        let count = session.plan().groups.count();
        let groups: Vec<Option<u16>> = match chosen.get().as_str() {
            ALL => (0..count).map(Some).collect(),
            other => vec![other.parse().ok()],
        };
        let round = round.get();
        let about = about(state, &session.plan().about);
        let sheets = groups
            .into_iter()
            .map(|group| one(state, &session, &kept.name(), (group, &round), &about).done());
        Some(el("div").class("sheets").children(sheets).done())
    });
    vec![
        crumbs().el(back.string(called(&session))),
        title(t(Key::WorkshopSheetTitle).to_owned()).class("no-paper"),
        el("p").class("lead no-paper").text(t(Key::WorkshopSheetLead)),
        el("div")
            .class("sheet-choice no-paper")
            .el(labelled("sheet-which", Key::WorkshopSheetWhich, which))
            .el(labelled("sheet-round", Key::WorkshopSheetRound, rounds)),
        buttons([print]),
        el("div").child(sheets),
    ]
}

/// The sheet of a group in a round.
fn one(
    state: State,
    session: &Session,
    number: &str,
    (group, round): (Option<u16>, &str),
    about: &str,
) -> El {
    let groups = &session.plan().groups;
    let line = || el("span").class("sheet-line");
    let name = match group {
        Some(group) => el("span").string(group_name(texts(), groups, group)),
        None => line(),
    };
    let fact =
        |label: Key, value: El| el("div").el(el("dt").text(t(label))).el(el("dd").el(value)).done();
    let value = |text: &str| el("span").string(text.to_owned());
    let facts = el("dl").class("sheet-facts").children([
        fact(Key::WorkshopSheetGroup, name),
        fact(Key::WorkshopSheetRound, value(round)),
        fact(Key::WorkshopSheetAbout, value(about)),
        fact(Key::WorkshopHubSession, value(number)),
        fact(Key::WorkshopSheetPeople, line()),
    ]);
    let label = match group {
        Some(group) => group_name(texts(), groups, group),
        None => t(Key::WorkshopSheetBlank).to_owned(),
    };
    el("article")
        .class("sheet")
        .attr("aria-label", fill(Key::WorkshopSheetOf, &[("group", &label)]))
        .el(el("h2").string(called(session)))
        .el(facts)
        .el(levels(state))
        .el(table(state, session, label))
}

/// What the levels mean, once for all items.
fn levels(state: State) -> El {
    let questionnaire = state.questionnaire();
    let levels = questionnaire.pack.scale().levels().iter().map(|level| {
        el("div")
            .el(el("dt").text(questionnaire.texts.level(&level.code)))
            .el(el("dd").text(questionnaire.texts.level_meaning(&level.code)))
            .done()
    });
    let unknown = el("div")
        .el(el("dt").text(t(Key::RatingDontKnow)))
        .el(el("dd").text(t(Key::WorkshopSheetDontKnow)))
        .done();
    el("dl").class("sheet-levels").children(levels.chain([unknown]))
}

fn table(state: State, session: &Session, label: String) -> El {
    let questionnaire = state.questionnaire();
    let levels = questionnaire.pack.scale().levels();
    let names = levels.iter().map(|level| questionnaire.texts.level(&level.code));
    let heads = names.chain([t(Key::RatingDontKnow)]);
    let heads = heads.map(|name| el("th").is("scope", "col").class("sheet-box").text(name).done());
    let boxes = levels.len().saturating_add(1);
    let rows = session.items().iter().map(|item| row(state, item, boxes).done());
    let table = el("table")
        .class("sheet-table")
        .el(el("thead").el(el("tr")
            .el(el("th").is("scope", "col").text(t(Key::WorkshopSheetItem)))
            .children(heads)
            .el(el("th").is("scope", "col").class("sheet-why").text(t(Key::WorkshopSheetWhy)))))
        .el(el("tbody").children(rows));
    crate::app::components::article::scrolling(label, table)
}

fn row(state: State, item: &ItemId, boxes: usize) -> El {
    let words = &state.questionnaire().texts;
    let number = el("span").class("sheet-number").string(item.to_string());
    let name = el("strong").string(words.full_title(item).to_owned());
    let question = el("p").string(words.ask(item).to_owned());
    let cells = (0..boxes).map(|_| {
        let square = el("span").class("sheet-square").is("aria-hidden", "true");
        el("td").class("sheet-box").el(square).done()
    });
    el("tr")
        .el(el("th").is("scope", "row").el(number).text(" ").el(name).el(question))
        .children(cells)
        .el(el("td").class("sheet-why"))
}

//! Words about workshops that more than one page says, and their files.

use super::super::{
    super::{
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t},
    },
    example,
};
use crate::{
    domain::workshop::{
        Workshop,
        session::{About, Plan, Session},
    },
    persist::{
        document::file_name,
        workshop::{code::session_name, whole},
    },
    text::Key,
};

/// What a workshop is called; one without a name by its session.
pub fn called(session: &Session) -> String {
    let name = &session.plan().name;
    if name.is_empty() {
        return fill(Key::WorkshopListUnnamed, &[("session", &session_name(session.id()))]);
    }
    name.clone()
}

/// So many of something, in words for one and for several.
pub fn count(one: Key, several: Key, number: usize) -> String {
    fill(if number == 1 { one } else { several }, &[("number", &number.to_string())])
}

/// "10 items"
pub fn items(number: usize) -> String {
    count(Key::WorkshopListItem, Key::WorkshopListItems, number)
}

/// "10 items · 6 groups · 2 rounds"
pub fn extent(plan: &Plan, items: usize) -> String {
    let groups = usize::from(plan.groups.count());
    let mut parts = vec![
        self::items(items),
        count(Key::WorkshopListGroup, Key::WorkshopListGroups, groups),
        count(Key::WorkshopListRound, Key::WorkshopListRounds, usize::from(plan.rounds)),
    ];
    parts.extend(plan.minutes.map(|minutes| {
        count(Key::WorkshopListMinute, Key::WorkshopListMinutes, usize::from(minutes))
    }));
    parts.join(" · ")
}

/// Who is assessed, following what arrives.
pub fn about(state: State, about: &About) -> String {
    match about {
        About::Own => t(Key::WorkshopListOwn).to_owned(),
        About::Case(id) => {
            example::case(state, id).map_or_else(|| id.to_string(), |(_, texts)| texts.name.clone())
        }
    }
}

/// Where a page of a workshop is.
pub fn href(session: &str, room: Room) -> String {
    Route::Workshops(Workshops::Room(session.to_owned(), room)).href()
}

/// Gives a workshop to the person as a file.
pub fn save_file(state: State, workshop: &Workshop) {
    let session = &workshop.session;
    let ending = whole::ENDING.trim_start_matches('.');
    let plan_name = &session.plan().name;
    let of = if plan_name.is_empty() { t(Key::WorkshopListFile) } else { plan_name };
    let name = file_name(of, &[&session_name(session.id())], ending);
    let text = whole::write(&state.questionnaire().pack, workshop);
    state.hand_over(&name, "application/json", &text);
}

//! What is being presented of a workshop, as it is kept so that both windows show the same, and after they
//! are loaded anew too. What makes no sense is as if nobody had said it: hidden, and at the beginning.

use crate::{
    domain::workshop::{
        session::Session,
        show::{LONGEST_TIMER, Show, Timer, View},
    },
    persist::json::{self, Json, Object},
};

const VIEWS: [(&str, View); 4] =
    [("join", View::Join), ("item", View::Item), ("list", View::List), ("end", View::End)];

/// The text of it; empty when it can't be written, which these types don't allow.
#[must_use]
pub fn write(show: &Show) -> String {
    let Show { view, place, round, revealed, model, blank, timer } = show;
    let count = |number: usize| Json::Number(number.into());
    let view = VIEWS.iter().find(|(_, of)| of == view).map_or("", |(name, _)| name);
    let revealed = revealed
        .iter()
        .map(|(place, round)| Json::Array(vec![count(*place), Json::Number((*round).into())]));
    let (timer, value) = match timer {
        Timer::Stands(left) => ("left", left),
        Timer::Runs(ends) => ("ends", ends),
    };
    let fields = [
        ("view", Json::String(view.into())),
        ("place", count(*place)),
        ("round", Json::Number((*round).into())),
        ("revealed", Json::Array(revealed.collect())),
        ("model", Json::Bool(*model)),
        ("blank", Json::Bool(*blank)),
        (timer, Json::Number((*value).into())),
    ];
    let file = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    serde_json::to_string(&Json::Object(file)).unwrap_or_default()
}

/// Reads it for a session.
#[must_use]
pub fn read(session: &Session, text: &str) -> Show {
    let blank = Show::new(session);
    let Ok((Json::Object(file), _)) = json::parse(text) else { return blank };
    let view = file.get("view").and_then(Json::as_str);
    let view = VIEWS.iter().find(|(name, _)| view == Some(name)).map(|(_, view)| *view);
    let yes = |field| file.get(field).and_then(Json::as_bool).unwrap_or_default();
    let mut show = Show {
        view: view.unwrap_or(blank.view),
        place: number(&file, "place").and_then(|it| place(session, it)).unwrap_or(blank.place),
        round: number(&file, "round").and_then(|it| round(session, it)).unwrap_or(blank.round),
        model: yes("model"),
        blank: yes("blank"),
        timer: timer(&file).unwrap_or(blank.timer),
        revealed: blank.revealed,
    };
    for value in file.get("revealed").and_then(Json::as_array).into_iter().flatten() {
        let Some([item, of]) = value.as_array() else { continue };
        let item = item.as_u64().and_then(|it| place(session, it));
        show.revealed.extend(item.zip(of.as_u64().and_then(|it| round(session, it))));
    }
    show
}

fn number(file: &Object, field: &str) -> Option<u64> {
    file.get(field)?.as_u64()
}

fn place(session: &Session, number: u64) -> Option<usize> {
    usize::try_from(number).ok().filter(|place| *place < session.items().len())
}

fn round(session: &Session, number: u64) -> Option<u8> {
    u8::try_from(number).ok().filter(|round| (1..=session.plan().rounds).contains(round))
}

fn timer(file: &Object) -> Option<Timer> {
    let stands = number(file, "left").filter(|left| *left <= LONGEST_TIMER).map(Timer::Stands);
    stands.or_else(|| number(file, "ends").map(Timer::Runs))
}

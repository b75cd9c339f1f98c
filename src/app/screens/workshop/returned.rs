//! A return that was opened as a link: on the trainer's device it is taken in, on any other it says what it
//! is and to whom to give it.

use super::{group::hand::link_ways, kept::Kept};
use crate::{
    app::{
        components::{
            button::{Look, button, button_link, buttons},
            title::title,
        },
        el::{El, el},
        live::part,
        messages::Message,
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t, texts},
    },
    domain::workshop::{
        collected::Added,
        returned::{Refusal, Return, Vote},
    },
    persist::workshop::{code::session_name, returned},
    text::{
        Key,
        workshop::{group_name, refusal},
    },
};

/// The page.
pub fn returned(state: State, code: &str) -> Vec<El> {
    let head = match returned::of(code) {
        Ok(head) => head,
        Err(why) => return no_return(why),
    };
    let session = session_name(head.session);
    let Ok(kept) = Kept::find(state, &session) else {
        return elsewhere(state, code, &head, &session);
    };
    match returned::read(&kept.session(), code) {
        Ok(returned) => here(state, kept, returned),
        Err(why) => refused(&session, refusal(texts(), why, &kept.session())),
    }
}

fn no_return(why: Refusal) -> Vec<El> {
    let words = match why {
        Refusal::Start => Key::WorkshopRefusedStart,
        Refusal::Newer => Key::WorkshopRefusedNewer,
        _ => Key::WorkshopRefusedDamaged,
    };
    vec![
        title(t(Key::WorkshopReturnRefused)),
        el("p").class("lead").text(t(words)),
        buttons([button_link(Look::Plain, t(Key::FailedHome), Route::Home.href())]),
    ]
}

fn refused(session: &str, why: String) -> Vec<El> {
    vec![
        title(t(Key::WorkshopReturnRefused)),
        el("p").class("lead").string(why),
        buttons([way(Look::Plain, Key::WorkshopReturnToHub, session, Room::Hub)]),
    ]
}

fn way(look: Look, label: Key, session: &str, room: Room) -> El {
    button_link(look, t(label), Route::Workshops(Workshops::Room(session.to_owned(), room)).href())
}

/// On a device that doesn't have the workshop.
fn elsewhere(state: State, code: &str, head: &Return, session: &str) -> Vec<El> {
    let group = u32::from(head.group).saturating_add(1).to_string();
    let round = head.round.to_string();
    let values = [("group", &*group), ("round", &*round), ("session", session)];
    vec![
        title(t(Key::WorkshopReturnTitle)),
        el("p").class("lead").string(fill(Key::WorkshopReturnElsewhere, &values)),
        el("h2").text(t(Key::WorkshopGroupWays)),
        el("div").class("hand-ways").children(link_ways(state, code)),
    ]
}

/// On the trainer's device: what came in, and the button that takes it.
fn here(state: State, kept: Kept, returned: Return) -> Vec<El> {
    let session = kept.session();
    let plan = session.plan();
    let name = group_name(texts(), &plan.groups, returned.group);
    let done = returned.votes.iter().flatten().count();
    let unknown = returned.votes.iter().flatten().filter(|vote| **vote == Vote::DontKnow).count();
    let counts = [done, returned.votes.len(), unknown].map(|count| count.to_string());
    let [done, all, unknown] = counts.each_ref().map(String::as_str);
    let rated =
        fill(Key::WorkshopReturnRatedOf, &[("done", done), ("all", all), ("unknown", unknown)]);
    let workshop = if plan.name.is_empty() { kept.name() } else { plan.name.clone() };
    let facts = [
        (Key::WorkshopReturnWorkshop, workshop),
        (Key::WorkshopReturnGroup, name.clone()),
        (Key::WorkshopReturnRound, format!("{} / {}", returned.round, plan.rounds)),
        (Key::WorkshopReturnRated, rated),
    ];
    let facts = facts.map(|(label, value)| {
        el("div").el(el("dt").text(t(label))).el(el("dd").string(value)).done()
    });
    let act = part(move || Some(act(state, kept, &returned, &name).done()));
    let ways = [
        way(Look::Plain, Key::WorkshopReturnToHub, &kept.name(), Room::Hub),
        way(Look::Plain, Key::WorkshopReturnCollect, &kept.name(), Room::Collect),
    ];
    vec![
        title(t(Key::WorkshopReturnTitle)),
        el("p").class("lead").text(t(Key::WorkshopReturnLead)),
        el("dl").class("case-facts return-facts").children(facts),
        el("div").child(act),
        buttons(ways),
    ]
}

/// What taking it in would do, following what the workshop has.
fn act(state: State, kept: Kept, returned: &Return, name: &str) -> El {
    let would = kept.with(|workshop| {
        let mut collected = workshop.collected.clone();
        collected.add(&workshop.session, returned.clone())
    });
    let take = {
        let (returned, name) = (returned.clone(), name.to_owned());
        move || {
            let round = returned.round.to_string();
            let added =
                kept.change(|workshop| workshop.collected.add(&workshop.session, returned.clone()));
            if let Some(Ok(Added::New | Added::Newer)) = added {
                let values = [("group", name.as_str()), ("round", round.as_str())];
                let told = fill(Key::WorkshopReturnAdded, &values);
                state.messages.tell(Message::success(told));
            }
        }
    };
    let take = move || buttons([button(Look::Primary, t(Key::WorkshopReturnTake), take)]);
    match would {
        Some(Ok(Added::New)) => take(),
        Some(Ok(Added::Newer)) => {
            el("div").el(el("p").text(t(Key::WorkshopReturnReplaces))).el(take())
        }
        Some(Ok(Added::Same)) => {
            el("p").class("notice success").text(t(Key::WorkshopReturnAlready))
        }
        Some(Ok(Added::Older)) => el("p").class("notice").text(t(Key::WorkshopReturnOlder)),
        Some(Err(why)) => {
            el("p").class("notice warning").string(refusal(texts(), why, &kept.session()))
        }
        // Deleted meanwhile.
        None => el("p").class("notice warning").text(t(Key::WorkshopMissing)),
    }
}

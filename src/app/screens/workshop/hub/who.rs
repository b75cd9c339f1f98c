//! Which groups are in, round by round, as it comes in.

use leptos::prelude::*;

use super::{
    super::super::super::{
        components::{
            article::scrolling,
            button::{Look, button, button_for, buttons},
            dialog::dialog,
        },
        el::{El, el},
        live::{part, text, when_drawn},
        messages::Message,
        state::State,
        words::{fill, t, texts},
    },
    super::{kept::Kept, words::count},
    section,
};
use crate::{
    browser::page,
    text::{Key, workshop::group_name},
};

/// What is seen of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    answered: usize,
    notes: usize,
}

/// A column: the round, the place of its group, and what that is called.
type Place = (u8, u16, String);

/// Which column is asked about before it is taken out.
#[derive(Clone, Copy)]
struct Asked {
    open: RwSignal<bool>,
    place: RwSignal<Place>,
}

/// The table.
pub fn who(state: State, kept: Kept) -> El {
    let session = kept.session();
    let plan = session.plan();
    let asked = Asked { open: RwSignal::new(false), place: RwSignal::new(Place::default()) };
    let rounds = 1..=plan.rounds;
    let round_name = |round: u8| fill(Key::WorkshopHubRound, &[("number", &round.to_string())]);
    let head =
        rounds.clone().map(|round| el("th").is("scope", "col").string(round_name(round)).done());
    let rows = (0..plan.groups.count()).map(|group| {
        let name = group_name(texts(), &plan.groups, group);
        let cells = rounds.clone().map(|round| {
            let place = (round, group, name.clone());
            el("td").child(cell(kept, place, session.items().len(), asked)).done()
        });
        el("tr").el(el("th").is("scope", "row").string(name.clone())).children(cells).done()
    });
    let caption = t(Key::WorkshopHubTable);
    let table = el("table")
        .class("table workshop-who")
        .el(el("caption").class("visually-hidden").text(caption))
        .el(el("thead").el(el("tr")
            .el(el("th").is("scope", "col").text(t(Key::WorkshopHubGroup)))
            .children(head)))
        .el(el("tbody").children(rows));
    let all = plan.groups.count();
    let sums = rounds.map(|round| {
        let sum = text(move || {
            let here = kept.with(|workshop| workshop.collected.columns(round).count());
            let values = [
                ("round", round.to_string()),
                ("number", here.unwrap_or_default().to_string()),
                ("all", all.to_string()),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            fill(Key::WorkshopHubIn, &values)
        });
        el("span").live(sum).done()
    });
    section("who", Key::WorkshopHubWho)
        .el(el("div").class("workshop-in").is("role", "status").children(sums))
        .el(scrolling(caption.to_owned(), table))
        .el(el("p").class("hint").text(t(Key::WorkshopHubWhoHint)))
        .child(removing(state, kept, asked))
}

fn cell(kept: Kept, place: Place, items: usize, asked: Asked) -> AnyView {
    let (round, group, name) = place;
    let seen = Memo::new(move |_| {
        kept.with(|workshop| {
            let column = workshop.collected.column(round, group)?;
            Some(Seen {
                answered: column.votes().iter().flatten().count(),
                notes: column.notes().iter().filter(|note| !note.is_empty()).count(),
            })
        })
        .flatten()
    });
    part(move || {
        let Some(Seen { answered, notes }) = seen.get() else {
            return Some(el("span").class("quiet").text(t(Key::WorkshopHubWaiting)).done());
        };
        let (answered, items) = (answered.to_string(), items.to_string());
        let mut words = fill(Key::WorkshopHubAnswered, &[("number", &answered), ("all", &items)]);
        if notes > 0 {
            words =
                format!("{words}, {}", count(Key::WorkshopHubNote, Key::WorkshopHubNotes, notes));
        }
        let about =
            format!("{name}, {}", fill(Key::WorkshopHubRound, &[("number", &round.to_string())]));
        let place = (round, group, name.clone());
        let remove = button_for(Look::Quiet, t(Key::WorkshopHubRemove), &about, move || {
            asked.place.set(place.clone());
            asked.open.set(true);
        });
        Some(el("div").class("workshop-seen").el(el("span").string(words)).el(remove).done())
    })
}

/// The question before a column is taken out.
fn removing(state: State, kept: Kept, asked: Asked) -> AnyView {
    let Asked { open, place } = asked;
    dialog(open, Key::WorkshopHubRemoveTitle, move || {
        let (round, group, name) = place.get_untracked();
        let values = [("name", name.as_str()), ("round", &round.to_string())];
        let words = fill(Key::WorkshopHubRemoveText, &values);
        let remove = button(Look::Danger, t(Key::WorkshopHubRemove), move || {
            open.set(false);
            take_out(state, kept, round, group);
        });
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || open.set(false));
        el("div").el(el("p").string(words)).el(buttons([remove, cancel.is("autofocus", "")]))
    })
}

fn take_out(state: State, kept: Kept, round: u8, group: u16) {
    // What the group said in this browser would come in again.
    let session = kept.session();
    let forgotten =
        state.with_library(|library, _| library.workshops().remove_group(&session, group, round));
    if let Err(error) = forgotten {
        state.messages.tell(Message::from_store_error(error));
        return;
    }
    kept.change(|workshop| workshop.collected.remove(round, group));
    state.workshops_changed();
    // The button that was pressed is gone with the column.
    when_drawn(|| when_drawn(|| page::focus("who")));
}

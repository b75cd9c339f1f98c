//! Opening a workshop's file. Of a workshop that is kept here already both sides are joined: of what groups
//! handed in the later counts, and where the room agreed on something else the trainer chooses.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::super::{
        components::{
            button::{Look, button, buttons},
            dialog::dialog,
        },
        el::{El, el},
        live::{flag, part},
        messages::{Message, read_error},
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t, texts},
    },
    collect,
};
use crate::{
    browser::{
        file::{self, Chosen, FileError},
        location,
    },
    domain::{
        assessment::Rating,
        id::ItemId,
        workshop::{
            Workshop,
            agreed::{Agreed, differing, join},
            returned::Refusal,
        },
    },
    persist::{
        read::{LARGEST, ReadError},
        workshop::{
            code::session_name,
            intake::{Kind, kind},
            start::StartError,
            whole::{self, Opened, WorkshopFileError},
        },
    },
    text::{Key, workshop::refusal},
};

/// What the browser offers to choose.
const ACCEPT: &str = ".json,application/json";

/// A file whose room agreed on something else than the one here.
struct Asked {
    theirs: Workshop,
    here: Workshop,
    items: Vec<ItemId>,
}

/// A file that is being opened.
#[derive(Clone, Copy)]
pub struct Opening {
    state: State,
    asked: RwSignal<Option<Arc<Asked>>>,
    asking: RwSignal<bool>,
    /// The items of which the file's rating is taken.
    theirs: RwSignal<Vec<ItemId>>,
}

/// The field for the file of a workshop, for the page of workshops.
pub fn open_file(state: State) -> AnyView {
    let opening = Opening::new(state);
    let chosen = move |event| {
        if let Some(chosen) = file::chosen(&event) {
            spawn_local(opening.read(chosen));
        }
    };
    let input = el("input")
        .is("type", "file")
        .is("id", "workshop-file")
        .class("input")
        .is("accept", ACCEPT)
        .is("aria-describedby", "workshop-file-hint")
        .on("change", chosen);
    el("div")
        .class("field")
        .el(el("label").is("for", "workshop-file").text(t(Key::WorkshopCollectOpen)))
        .el(el("p")
            .class("hint")
            .is("id", "workshop-file-hint")
            .text(t(Key::WorkshopCollectOpenHint)))
        .el(input)
        .child(opening.dialog())
        .done()
}

impl Opening {
    /// Nothing is opened yet.
    pub fn new(state: State) -> Self {
        let (asked, asking) = (RwSignal::new(None), RwSignal::new(false));
        Self { state, asked, asking, theirs: RwSignal::new(Vec::new()) }
    }

    async fn read(self, chosen: Chosen) {
        let largest = u32::try_from(LARGEST).unwrap_or(u32::MAX);
        match chosen.text(largest).await {
            Ok(text) => self.open(&chosen.name(), &text),
            Err(FileError::TooLarge) => self.warn(read_error(&ReadError::TooLarge)),
            Err(FileError::Unreadable(reason)) => {
                self.warn(fill(Key::ReadUnreadable, &[("reason", &reason)]));
            }
        }
    }

    /// Opens a file, a workshop's or a group's, and goes where it belongs.
    pub fn open(self, name: &str, text: &str) {
        if let Some(Kind::Group(session)) = kind(text) {
            return self.group(name, text, session);
        }
        match whole::read(&self.state.questionnaire().pack, text) {
            Ok(opened) => self.arrive(opened),
            Err(error) => self.warn(words(&error)),
        }
    }

    fn warn(self, text: String) {
        self.state.messages.tell(Message::warning(text));
    }

    /// A group's file belongs to the workshop that it is for.
    fn group(self, name: &str, text: &str, session: String) {
        let kept =
            self.state.with_library(|library, pack| library.workshops().load(pack, &session));
        if kept.is_ok_and(|kept| kept.is_some()) {
            collect::bring(name.to_owned(), text.to_owned());
            go(session, Room::Collect);
        } else {
            self.warn(t(Key::WorkshopCollectOpenGroup).to_owned());
        }
    }

    fn arrive(self, opened: Opened) {
        let Opened { workshop: theirs, left_aside } = opened;
        if !left_aside.is_empty() {
            let message = Message::warning(t(Key::WorkshopCollectAside));
            self.state.messages.tell(Message { details: left_aside, ..message });
        }
        let name = session_name(theirs.session.id());
        let kept = self.state.with_library(|library, pack| library.workshops().load(pack, &name));
        match kept {
            Ok(None) => self.keep(&theirs, Key::WorkshopCollectOpened),
            Ok(Some(Ok(here))) => self.meet(here.workshop, theirs),
            // What can't be read isn't overwritten.
            Ok(Some(Err(_))) => self.warn(t(Key::WorkshopCollectOpenBroken).to_owned()),
            Err(error) => self.state.messages.tell(Message::from_store_error(error)),
        }
    }

    fn meet(self, here: Workshop, theirs: Workshop) {
        if here.session != theirs.session {
            return self.warn(refusal(texts(), Refusal::OtherSession, &here.session));
        }
        let items = differing(&here.agreed, &theirs.agreed);
        if items.is_empty() {
            return self.join(here, theirs);
        }
        self.theirs.set(Vec::new());
        self.asked.set(Some(Arc::new(Asked { theirs, here, items })));
        self.asking.set(true);
    }

    fn join(self, mut here: Workshop, theirs: Workshop) {
        let before = here.clone();
        here.collected.merge(theirs.collected);
        let chosen = self.theirs.get_untracked();
        join(&mut here.agreed, theirs.agreed, |item| chosen.contains(item));
        if here == before {
            self.state.messages.tell_there(Message::success(t(Key::WorkshopCollectOpenSame)));
            go(session_name(here.session.id()), Room::Hub);
        } else {
            self.keep(&here, Key::WorkshopCollectJoined);
        }
    }

    fn keep(self, workshop: &Workshop, told: Key) {
        let state = self.state;
        let kept = state.with_library(|library, pack| library.workshops().save(pack, workshop));
        match kept {
            Ok(()) => {
                state.workshops_changed();
                state.messages.tell_there(Message::success(t(told)));
                go(session_name(workshop.session.id()), Room::Hub);
            }
            Err(error) => state.messages.tell(Message::from_store_error(error)),
        }
    }

    /// What asks which of two agreed ratings counts.
    pub fn dialog(self) -> AnyView {
        dialog(self.asking, Key::WorkshopCollectJoinTitle, move || {
            let shown = part(move || self.asked.get().map(|asked| self.choices(&asked).done()));
            let go_on = button(Look::Primary, t(Key::WorkshopCollectJoin), move || {
                self.asking.set(false);
                if let Some(asked) = self.asked.get_untracked() {
                    // As it is kept now: another window may have gone on meanwhile.
                    let name = session_name(asked.theirs.session.id());
                    let state = self.state;
                    let now =
                        state.with_library(|library, pack| library.workshops().load(pack, &name));
                    let now = now.ok().flatten().and_then(Result::ok);
                    let here = now.map_or_else(|| asked.here.clone(), |opened| opened.workshop);
                    self.join(here, asked.theirs.clone());
                }
            });
            let leave = button(Look::Plain, t(Key::DialogCancel), move || self.asking.set(false));
            el("div")
                .el(el("p").text(t(Key::WorkshopCollectJoinText)))
                .child(shown)
                .el(buttons([go_on, leave]))
        })
    }

    fn choices(self, asked: &Asked) -> El {
        let all = asked.items.iter().enumerate().filter_map(|(number, item)| {
            let (here, theirs) = (asked.here.agreed.get(item)?, asked.theirs.agreed.get(item)?);
            Some(self.choice(number, item, here, theirs).done())
        });
        el("div").class("workshop-agreed").children(all.collect::<Vec<_>>())
    }

    fn choice(self, number: usize, item: &ItemId, here: &Agreed, theirs: &Agreed) -> El {
        let taken = self.theirs;
        let side = |label: Key, agreed: &Agreed, is: Signal<bool>, choose: Box<dyn Fn()>| {
            let input = el("input")
                .is("type", "radio")
                .attr("name", format!("agreed-{number}"))
                .flag("checked", is)
                .on("change", move |_| choose());
            let words = el("span")
                .el(el("strong").text(t(label)))
                .text(" ")
                .el(el("span").class("merge-value").string(self.agreed(agreed)));
            el("label").class("choice").el(input).el(words)
        };
        let [mine, other, known] = [item.clone(), item.clone(), item.clone()];
        let is_theirs = flag(move || taken.with(|taken| taken.contains(&known)));
        let is_mine = flag(move || !is_theirs.get());
        let keep = Box::new(move || taken.update(|taken| taken.retain(|known| *known != mine)));
        let take = Box::new(move || taken.update(|taken| taken.push(other.clone())));
        let title = self.state.questionnaire().texts.title(item);
        el("fieldset")
            .class("choices")
            .el(el("legend").string(format!("{item} {title}")))
            .el(side(Key::MergeMine, here, is_mine, keep))
            .el(side(Key::MergeTheirs, theirs, is_theirs, take))
    }

    fn agreed(self, agreed: &Agreed) -> String {
        let rating = match &agreed.rating {
            Rating::DontKnow => t(Key::RatingDontKnow).to_owned(),
            Rating::Level(code) => self.state.questionnaire().texts.level(code).to_owned(),
        };
        if agreed.minute.is_empty() { rating } else { format!("{rating}: {}", agreed.minute) }
    }
}

fn go(session: String, room: Room) {
    location::go(&Route::Workshops(Workshops::Room(session, room)).to_string());
}

/// Why a workshop's file isn't opened, and what to do.
fn words(error: &WorkshopFileError) -> String {
    match error {
        WorkshopFileError::TooLarge => read_error(&ReadError::TooLarge),
        WorkshopFileError::Json(error) => {
            let (line, column) = (error.line.to_string(), error.column.to_string());
            fill(Key::WorkshopCollectOpenJson, &[("line", &line), ("column", &column)])
        }
        WorkshopFileError::Format => t(Key::WorkshopCollectOpenFormat).to_owned(),
        WorkshopFileError::Start(StartError::Newer) => t(Key::WorkshopRefusedNewer).to_owned(),
        WorkshopFileError::Start(StartError::OtherPack { id, version }) => {
            fill(Key::WorkshopCollectOpenPack, &[("id", id), ("version", version)])
        }
        WorkshopFileError::Start(StartError::None | StartError::Damaged) => {
            t(Key::WorkshopCollectOpenStart).to_owned()
        }
    }
}

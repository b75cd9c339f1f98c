//! From the address to what is shown: follows the fragment and opens what it names.

use leptos::prelude::*;

use super::{
    live::{follow, when_drawn},
    route::{Chapter, Page, Route, Workshops},
    state::State,
};
use crate::{
    browser::{events, format, location, page},
    domain::id::AssessmentId,
    persist::library::LoadError,
};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of assessments.
    Home,
    /// A page of the assessment that is open.
    Open(AssessmentId, Page),
    /// A chapter of the guide, beside the assessment that is open.
    Guide(Chapter, Option<AssessmentId>),
    /// What is kept in this browser.
    YourData,
    /// A place of workshops.
    Workshops(Workshops),
    /// An assessment that is opened as soon as the second part of the wasm, which reads it, is there.
    Coming(AssessmentId),
    /// An assessment that could not be opened, and why.
    Failed(AssessmentId, LoadError),
    /// Another assessment was asked for, but the one that is open can't be closed without loss.
    Waiting(AssessmentId),
    /// An address that leads nowhere.
    Unknown,
}

impl Place {
    /// The assessment whose tools are at hand.
    #[must_use]
    pub const fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::Open(id, _) | Self::Waiting(id) => Some(id),
            Self::Guide(_, open) => open.as_ref(),
            Self::Home
            | Self::YourData
            | Self::Workshops(_)
            | Self::Coming(_)
            | Self::Failed(..)
            | Self::Unknown => None,
        }
    }

    /// Opens what the address names. What was open before is saved first.
    fn arrive(state: State, route: Route) -> Self {
        match route {
            Route::Home => {
                state.close();
                Self::Home
            }
            Route::YourData => {
                state.close();
                Self::YourData
            }
            Route::Workshops(place) => {
                state.close();
                Self::Workshops(place)
            }
            Route::Guide(chapter) => Self::Guide(chapter, state.open_id()),
            Route::Unknown => Self::Unknown,
            Route::Assessment(id, page) => match state.open_id() {
                Some(open) if open != id && !state.close() => Self::Waiting(open),
                _ => match state.load(&id) {
                    Some(Ok(())) => Self::Open(id, page),
                    Some(Err(error)) => Self::Failed(id, error),
                    None => Self::Coming(id),
                },
            },
        }
    }
}

/// Where people were on each page when they left it, by the name of its visit in the history.
#[derive(Default)]
struct Reading {
    left: Vec<Left>,
    here: String,
}

/// A page that was left.
struct Left {
    visit: String,
    /// How far down it was scrolled.
    top: f64,
    /// By which link, as [`Screens`](super::screens::Screens) tell it; empty when none was followed.
    next: String,
}

impl Reading {
    /// Notes down how far the page was read that is left, and returns the same of the one that is entered,
    /// if it is come back to.
    fn turn_page(&mut self, state: State) -> Option<&Left> {
        let visit = std::mem::take(&mut self.here);
        let before = self.left.iter().position(|left| left.visit == visit);
        let before = before.map(|place| self.left.swap_remove(place).next);
        self.arrive();
        let here = self.left.iter().position(|left| left.visit == self.here);
        let next = match here {
            Some(_) => before.unwrap_or_default(),
            None => left_by(state, &location::fragment()),
        };
        self.left.push(Left { visit, top: page::scrolled(), next });
        self.left.get(here?)
    }

    fn arrive(&mut self) {
        self.here = location::visit().unwrap_or_else(|| {
            let name = format::now();
            location::name_visit(&name);
            name
        });
    }
}

fn left_by(state: State, fragment: &str) -> String {
    let screens = state.screens.get_untracked();
    screens.map_or_else(String::new, |screens| (screens.left_by)(fragment))
}

fn return_to(state: State, link: &str) {
    if let Some(screens) = state.screens.get_untracked() {
        (screens.return_to)(link);
    }
}

/// The place that the address names, now and whenever it changes, and how far down to read on there.
#[must_use]
pub fn follow_address(state: State) -> (ReadSignal<Place>, StoredValue<f64>) {
    let reading = StoredValue::new(Reading::default());
    reading.update_value(Reading::arrive);
    let top = StoredValue::new(0.0);
    let arrive = move || Place::arrive(state, Route::parse(&location::fragment()));
    let (place, set_place) = signal(arrive());
    // What failed may work once something was restored, and what is coming is there at some time.
    let mut first = true;
    follow(move || {
        state.track_shelf();
        state.screens.get();
        let open = matches!(*place.read_untracked(), Place::Failed(..) | Place::Coming(_));
        if !std::mem::take(&mut first) && open {
            set_place.set(arrive());
        }
    });
    events::on_fragment(move || {
        state.pause_typing();
        state.messages.turn_page();
        reading.update_value(|reading| {
            let back = reading.turn_page(state);
            top.set_value(back.map_or(0.0, |left| left.top));
            // The shell moves the focus to the heading when the page is drawn; on the way back it goes on
            // to the link by which the page was left.
            if let Some(next) = back.map(|left| left.next.clone()).filter(|next| !next.is_empty()) {
                when_drawn(move || when_drawn(move || return_to(state, &next)));
            }
        });
        set_place.set(arrive());
    });
    (place, top)
}

//! From the address to what is shown: follows the fragment and opens what it names.

use leptos::prelude::*;

use super::{
    route::{Chapter, Page, Route},
    state::State,
};
use crate::{
    browser::{events, location},
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
            Self::Home | Self::Coming(_) | Self::Failed(..) | Self::Unknown => None,
        }
    }

    /// Opens what the address names. What was open before is saved first.
    fn arrive(state: State, route: Route) -> Self {
        match route {
            Route::Home => {
                state.close();
                Self::Home
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

/// The place that the address names, now and whenever it changes.
#[must_use]
pub fn follow_address(state: State) -> ReadSignal<Place> {
    let arrive = move || Place::arrive(state, Route::parse(&location::fragment()));
    let (place, set_place) = signal(arrive());
    // What failed may work once something was restored, and what is coming is there at some time.
    Effect::new(move |first: Option<()>| {
        state.track_shelf();
        state.screens.track();
        let open = matches!(*place.read_untracked(), Place::Failed(..) | Place::Coming(_));
        if first.is_some() && open {
            set_place.set(arrive());
        }
    });
    events::on_fragment(move || {
        state.pause_typing();
        state.messages.close_successes();
        set_place.set(arrive());
    });
    place
}

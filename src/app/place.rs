//! From the address to what is shown: follows the fragment and opens what it names.

use leptos::prelude::*;

use super::{
    messages::load_error,
    route::{Chapter, Page, Route},
    state::State,
};
use crate::{
    browser::{events, location},
    domain::id::AssessmentId,
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
    /// An assessment that could not be opened, and why.
    Failed(AssessmentId, String),
    /// An address that leads nowhere.
    Unknown,
}

impl Place {
    /// The assessment whose tools are at hand.
    #[must_use]
    pub const fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::Open(id, _) => Some(id),
            Self::Guide(_, open) => open.as_ref(),
            Self::Home | Self::Failed(..) | Self::Unknown => None,
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
            Route::Assessment(id, page) => match state.load(&id) {
                Ok(()) => Self::Open(id, page),
                Err(error) => Self::Failed(id, load_error(&error)),
            },
        }
    }
}

/// The place that the address names, now and whenever it changes.
#[must_use]
pub fn follow_address(state: State) -> ReadSignal<Place> {
    let arrive = move || Place::arrive(state, Route::parse(&location::fragment()));
    let (place, set_place) = signal(arrive());
    events::on_fragment(move || {
        state.pause_typing();
        state.messages.close_successes();
        set_place.set(arrive());
    });
    place
}

//! What the first screen doesn't need: pages, readers and writers in a second part of the wasm, which
//! is fetched right after the start (docs/decisions/0021).
//!
//! The parts are cut along one line, the table that [`Screens`] is. What is reached through it alone
//! goes into the second part; nothing else has to know of it.

mod about;
mod all;
mod all_acts;
mod announce;
mod arrival;
mod assets;
mod bars;
mod bulk_bar;
mod contents;
mod copies;
mod criteria;
mod dashboard;
mod documents;
mod example;
mod failed;
mod figure;
mod find;
mod find_fields;
mod find_text;
mod findings;
mod fold;
mod group;
mod guidance;
mod guide;
mod hub;
mod incoming;
mod item;
mod kept;
mod keys;
mod landing;
mod last;
mod lock;
mod merge;
mod open;
mod outlook;
mod palette;
mod plan;
mod quick;
mod readiness;
mod remind;
mod reports;
mod result;
mod review;
mod risk;
mod risks;
mod scribe;
mod shared;
mod statement;
mod steps;
mod time;
mod turns;
mod unlock;
mod unpack;
mod why;
mod work;
mod work_bulk;
mod work_evidence;
mod work_field;
mod work_paper;
mod work_tasks;
mod workshop;
mod your_data;

use std::{future::Future, pin::Pin};

use leptos::{prelude::*, task::spawn_local};

use super::{el::El, place::Place, route::Page, state::State, words::learn_rest};
use crate::{
    browser::{assets as files, page as leaving},
    domain::{
        action::Action,
        assessment::Assessment,
        evaluation::{Evaluation, evaluate},
        id::{AssessmentId, ItemId},
        pack::Pack,
        time::Timestamp,
    },
    persist::{
        document::Document,
        library::{LoadError, SaveError},
    },
    text::Key,
};

/// The functions of the second part.
#[derive(Debug)]
pub struct Screens {
    /// A page that the first part doesn't draw itself.
    pub place: fn(State, &Place) -> Vec<El>,
    /// The way back to what was worked on last, on the home page.
    pub resume: fn(State) -> AnyView,
    /// What the home page offers besides beginning: what is kept, files, examples.
    pub kept: fn(State) -> AnyView,
    /// What the abbreviations in the levels of an item mean.
    pub glosses: fn(State, &ItemId) -> AnyView,
    /// What helps with a question of the quick check.
    pub help: fn(State, &AssessmentId, &ItemId) -> AnyView,
    /// All results of an assessment.
    pub evaluate: fn(&Pack, &Assessment) -> Evaluation,
    /// Says what was done, and what it did to the numbers.
    pub announce: fn(State, Option<Key>, &Action),
    /// What is done before anything is opened: both copies of what is kept are compared.
    pub begin: fn(State) -> Unpacking,
    /// Gives the second copy what waits for it; the error is why storage didn't take the last change.
    pub copy: fn(State, Option<SaveError>),
    /// Wishes to be the tab that writes this assessment, and no other.
    pub hold: fn(State, Option<&AssessmentId>),
    /// Asks the tab that writes the open assessment to let go.
    pub take_over: fn(State),
    /// Opens a kept assessment.
    pub open: fn(State, &AssessmentId) -> Result<(), LoadError>,
    /// Writes the file of an assessment to the one that the person chose for it, if they did; false when
    /// they didn't.
    pub keep_filed: fn(State, &Document, &str) -> bool,
    /// Whether the text of a file is read as the document that it was written of; if not, the person is
    /// told, and has the text.
    pub reads_back: fn(State, &Document, &str) -> bool,
    /// Notes in a kept assessment when it was handed out as a file.
    pub note_filed: fn(State, &AssessmentId, Timestamp),
    /// Shows what another tab has stored in place of what is open.
    pub take_theirs: fn(State, &AssessmentId),
    /// What stands further in the header: the way to everywhere, and its dialogs.
    pub further: fn(State, ReadSignal<Place>) -> AnyView,
    /// When the open assessment was last saved to a file.
    pub filed: fn(State) -> AnyView,
    /// Shows the list of keys, unless single keys are switched off; true when it is shown.
    pub show_keys: fn(State) -> bool,
    /// The link by which a page is left, told when it leads to this fragment of the address.
    pub left_by: fn(&str) -> String,
    /// Moves the focus to the link that `left_by` told of.
    pub return_to: fn(&str),
    /// Reads the file of the long texts.
    pub unpack: fn(State, String) -> Unpacking,
}

/// A long work with pauses.
pub type Unpacking = Pin<Box<dyn Future<Output = ()>>>;

static SCREENS: Screens = Screens {
    place,
    resume: kept::resume,
    kept: kept::kept,
    glosses: quick::glosses,
    help: quick::help,
    evaluate,
    announce: announce::announce,
    begin: |state| Box::pin(copies::begin(state)),
    copy: copies::copy,
    hold: turns::hold,
    take_over: turns::take_over,
    open: open::open,
    keep_filed: reports::target::keep_filed,
    reads_back: open::reads_back,
    note_filed: open::note_filed,
    take_theirs: open::take_theirs,
    further,
    filed: remind::filed,
    show_keys: keys::show,
    left_by: leaving::left_by,
    return_to: leaving::return_to,
    unpack: |state, file| Box::pin(unpack::unpack(state, file)),
};

fn place(state: State, place: &Place) -> Vec<El> {
    match place {
        Place::Open(id, page) => self::page(state, id, page),
        Place::Failed(id, error) => failed::failed(state, id.clone(), error),
        Place::Guide(chapter, _) => guide::guide(state, *chapter),
        Place::YourData => your_data::your_data(state),
        Place::Workshops(place) => workshop::workshops(state, place),
        // These the first part draws.
        Place::Home | Place::Coming(_) | Place::Waiting(_) | Place::Unknown => Vec::new(),
    }
}

fn page(state: State, id: &AssessmentId, page: &Page) -> Vec<El> {
    match page {
        Page::Group(group) => group::group(state, id, group),
        Page::About => about::about(state, id),
        Page::Review => review::review(state, id),
        Page::Result => result::result(state, id),
        Page::Dashboard => dashboard::dashboard(state, id),
        Page::Time => time::time(state, id),
        Page::All => all::all(state, id),
        Page::Risks => risks::risks(state, id),
        Page::Risk(risk) => risk::risk(state, id, risk),
        Page::Criteria => criteria::criteria(state, id),
        Page::Assets => assets::assets(state, id),
        Page::Statement => statement::statement(state, id),
        Page::Documents => documents::documents(state, id),
        Page::Findings => findings::findings(state, id),
        Page::Readiness => readiness::readiness(state, id),
        Page::Plan => plan::plan(state, id),
        Page::Steps => steps::steps(state, id),
        Page::Report => reports::reports(state, id),
        Page::Averaged => why::averaged(state, id),
        Page::Why(number, subject) => why::why(state, id, *number, subject.clone()),
        Page::Hub => hub::hub(state, id),
        Page::Item(item) => item::item(state, id, item),
        // The first part draws this one itself.
        Page::Quick(_) => Vec::new(),
    }
}

fn further(state: State, place: ReadSignal<Place>) -> AnyView {
    let reminder = remind::reminder(state, place);
    vec![palette::palette(state), keys::keys(state), remind::paper(state), reminder].into_any()
}

/// The table, with all that the pages in it rely on.
fn ready() -> &'static Screens {
    learn_rest();
    &SCREENS
}

/// Where the two parts meet: a call of `arrived` is one of `depart`, once the second part is there.
/// The tool that parts them (xtask/src/split.rs) knows them by these names.
#[cfg(split)]
#[allow(unsafe_code, improper_ctypes, reason = "names for the tool; both sides are this program")]
mod meeting {
    use super::Screens;

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00later00_import_00000000000000000000000000000000"]
        pub safe fn arrived() -> &'static Screens;
    }

    #[unsafe(export_name = "__wasm_split_00later00_export_00000000000000000000000000000000")]
    extern "C" fn depart() -> &'static Screens {
        super::ready()
    }
}

/// In a build of one part everything has arrived.
#[cfg(not(split))]
mod meeting {
    pub fn arrived() -> &'static super::Screens {
        super::ready()
    }
}

/// Waits for the second part, which `boot.js` fetches.
pub fn load(state: State) {
    spawn_local(async move {
        match arrive().await {
            Some(screens) => {
                (screens.begin)(state).await;
                state.screens.set(Some(screens));
                state.tell_done();
            }
            None => state.later_failed.set(true),
        }
    });
}

/// The second part, once it is there; `None` when it doesn't come.
pub async fn arrive() -> Option<&'static Screens> {
    files::started("screens").await.ok().map(|_| meeting::arrived())
}

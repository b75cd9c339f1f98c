//! The screens. They read the state and dispatch actions; they compute nothing and touch the
//! browser only through [`crate::browser`].

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "that `State` is as small as a reference to it is nobody's business"
)]

mod charts;
mod components;
mod el;
mod hand_over;
mod keep;
mod later;
mod live;
mod messages;
mod pages;
mod place;
mod route;
mod screens;
mod shelf;
mod shell;
mod state;
mod words;

use std::fmt;

use leptos::mount::mount_to;

use self::state::{Questionnaire, State};
use crate::{
    browser::{
        self,
        assets::{self, AssetError},
        crash, page,
    },
    persist::pack::{PackReadError, read_pack},
    text::{PackTexts, PackTextsError},
};

/// Where the questionnaire lies beside the page.
const PACK: &str = "packs/iso27001-2022";

/// Why the app can't start.
enum StartError {
    Asset(AssetError),
    Pack(PackReadError),
    Texts(PackTextsError),
    Stage,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asset(AssetError(reason)) => f.write_str(reason),
            Self::Pack(error) => write!(f, "pack.json: {error}"),
            Self::Texts(error) => write!(f, "en.json: {error}"),
            Self::Stage => f.write_str("index.html has no element with the id app"),
        }
    }
}

/// Starts the app in the page that it was loaded by.
pub fn start() {
    crash::watch();
    browser::hold();
    words::learn();
    // Leptos' own executor is there only after mounting.
    wasm_bindgen_futures::spawn_local(async {
        if let Err(error) = run().await {
            crash::report(&error.to_string());
        }
    });
}

async fn run() -> Result<(), StartError> {
    let questionnaire = questionnaire().await?;
    let element = page::stage().ok_or(StartError::Stage)?;
    let handle = mount_to(element, move || {
        let state = State::new(questionnaire);
        crash::set_rescue(move || state.rescue());
        screens::load(state);
        later::load(state);
        shell::shell(state)
    });
    handle.forget();
    Ok(())
}

async fn questionnaire() -> Result<Questionnaire, StartError> {
    let pack = assets::started("pack").await.map_err(StartError::Asset)?;
    let pack = read_pack(&pack).map_err(StartError::Pack)?;
    let texts = assets::started("texts").await.map_err(StartError::Asset)?;
    let texts = PackTexts::read(&pack, &texts).map_err(StartError::Texts)?;
    Ok(Questionnaire { pack, texts })
}

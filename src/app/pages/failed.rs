//! Pages for addresses that lead nowhere.

use leptos::prelude::*;

use super::super::{components::title::Title, route::Route, state::use_state, words::t};
use crate::{domain::id::AssessmentId, text::Key};

/// An assessment that could not be opened.
#[component]
pub fn Failed(id: AssessmentId, reason: String) -> impl IntoView {
    let state = use_state();
    view! {
        <Title text=t(Key::FailedTitle)/>
        <p class="lead">{reason}</p>
        <p>{t(Key::FailedHint)}</p>
        <div class="buttons">
            <a class="button primary" href=Route::Home.href()>{t(Key::FailedHome)}</a>
            <button type="button" class="button" on:click=move |_| state.download_raw(&id)>
                {t(Key::HomeDownloadRaw)}
            </button>
        </div>
    }
}

/// An address that nobody knows.
#[component]
pub fn Nowhere() -> impl IntoView {
    view! {
        <Title text=t(Key::NowhereTitle)/>
        <p class="lead">{t(Key::NowhereText)}</p>
        <p><a class="button primary" href=Route::Home.href()>{t(Key::FailedHome)}</a></p>
    }
}

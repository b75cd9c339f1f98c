//! What surrounds every page: header with the tools, messages, footer, keys.

use leptos::prelude::*;

use super::{
    components::{messages::MessageList, theme::ThemeChoice, toolbar::Toolbar},
    pages::{
        all::All,
        failed::{Failed, Nowhere},
        group::GroupPage,
        home::Home,
        hub::Hub,
        item::ItemPage,
        why::Why,
    },
    place::{Place, follow_address},
    route::{Page, Route},
    state::{State, use_state},
    words::t,
};
use crate::{
    browser::{
        events::{self, Shortcut},
        page,
    },
    text::Key,
};

/// The whole app.
#[component]
pub fn Shell() -> impl IntoView {
    let state = use_state();
    let place = follow_address(state);
    events::on_leaving(move || state.flush());
    events::on_shortcut(move |shortcut| act_on(state, &place.get_untracked(), &shortcut));

    // A change of page is told to screen readers by moving the focus, as a page load would; at the
    // first page the browser has done so already.
    Effect::new(move |first: Option<()>| {
        place.track();
        if first.is_some() {
            request_animation_frame(page::focus_heading);
        }
    });

    let in_assessment = Memo::new(move |_| match place.get() {
        Place::Open(id, _) => Some(id),
        _ => None,
    });

    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            page::focus_heading();
        }>{t(Key::AppSkip)}</a>
        <header class="top">
            <div class="top-inner">
                <a class="brand" href=Route::Home.href()>
                    <span class="brand-mark" aria-hidden="true"></span>
                    {t(Key::AppName)}
                </a>
                {move || in_assessment.get().map(|id| view! { <Toolbar id/> })}
            </div>
        </header>
        <MessageList/>
        <main id="main" class="page">{move || show(place.get())}</main>
        <footer class="bottom">
            <p>{t(Key::AppDisclaimer)}</p>
            <ThemeChoice/>
        </footer>
    }
}

fn show(place: Place) -> AnyView {
    match place {
        Place::Home => view! { <Home/> }.into_any(),
        Place::Unknown => view! { <Nowhere/> }.into_any(),
        Place::Failed(id, reason) => view! { <Failed id reason/> }.into_any(),
        Place::Open(id, page) => match page {
            Page::Hub => view! { <Hub id/> }.into_any(),
            Page::Group(group) => view! { <GroupPage id group/> }.into_any(),
            Page::Item(item) => view! { <ItemPage id item/> }.into_any(),
            Page::All => view! { <All id/> }.into_any(),
            Page::Why(number, subject) => view! { <Why id number subject/> }.into_any(),
        },
    }
}

/// Ctrl+S saves the file, Ctrl+Z and Ctrl+Shift+Z undo and redo. In a text field undo is the
/// browser's own.
fn act_on(state: State, place: &Place, shortcut: &Shortcut) -> bool {
    if !matches!(place, Place::Open(..)) {
        return false;
    }
    match (shortcut.key.as_str(), shortcut.shift) {
        ("s", false) => state.save_file(),
        ("z", false) if !shortcut.in_text => state.undo(),
        ("z", true) | ("y", false) if !shortcut.in_text => state.redo(),
        _ => return false,
    }
    true
}

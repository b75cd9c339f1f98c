//! What surrounds every page: header with the tools, messages, footer, keys.

use std::{cell::Cell, time::Duration};

use leptos::prelude::*;

use super::{
    components::{
        messages::messages,
        theme::theme_choice,
        toolbar::{filed, toolbar},
    },
    el::{El, el},
    live::{follow, part, when_drawn},
    pages::{failed, home, question},
    place::{Place, follow_address},
    route::{Chapter, Page, Route},
    state::State,
    words::t,
};
use crate::{
    browser::{
        events::{self, Shortcut},
        page,
    },
    text::Key,
};

const MINUTE: Duration = Duration::from_mins(1);

/// The whole app.
pub fn shell(state: State) -> AnyView {
    let (place, top) = follow_address(state);
    events::on_leaving(move || state.flush());
    events::on_closing(move || state.would_lose());
    let _ = set_interval_with_handle(move || state.minute.notify(), MINUTE);
    events::on_storage(move |key| state.hear_of(key.as_deref()));
    events::on_shortcut(move |shortcut| act_on(state, &place.get_untracked(), &shortcut));

    // A change of page is told to screen readers by moving the focus, as a page load would; at the
    // first page the browser has done so already.
    let mut loading = None;
    follow(move || {
        // What was still coming then belongs to the same load.
        if loading == Some(false) {
            when_drawn(move || {
                page::focus_heading();
                page::scroll_to(top.get_value());
            });
        }
        // Read first, whatever follows: this is done again when what it has read changes.
        let coming = place.with(|place| matches!(place, Place::Coming(_)));
        loading = Some(coming && loading != Some(false));
    });

    let open = Memo::new(move |_| place.with(|place| place.assessment().cloned()));
    follow(move || {
        if let Some(screens) = state.screens.get() {
            (screens.hold)(state, open.get().as_ref());
        }
    });
    let skip = el("a")
        .class("skip")
        .is("href", "#main")
        .on("click", move |event| {
            event.prevent_default();
            page::focus_heading();
        })
        .text(t(Key::AppSkip));
    let mark = el("span").class("brand-mark").is("aria-hidden", "true");
    let brand = el("a")
        .class("brand")
        .attr("href", Route::Home.href())
        .el(mark)
        .el(el("span").class("brand-name").text(t(Key::AppName)));
    let guide = el("a")
        .class("top-link")
        .attr("href", Route::Guide(Chapter::Standards).href())
        .text(t(Key::AppGuide));
    let tools = part(move || {
        let open = open.get();
        page::set_root_attribute("data-tools", open.as_ref().map(|_| ""));
        open.map(|id| toolbar(state, id))
    });
    let further = part(move || state.screens.get().map(|screens| (screens.further)(state, place)));
    let filed = part(move || open.get().map(|_| filed(state)));
    let footer = el("footer")
        .class("bottom")
        .el(el("p").text(t(Key::AppDisclaimer)))
        .el(el("a").attr("href", Route::YourData.href()).text(t(Key::AppYourData)))
        .child(filed)
        .child(theme_choice(state));
    // Only the place redraws the page as a whole; what its parts read is theirs to follow.
    let page = part(move || {
        let place = place.get();
        Some(untrack(|| show(state, place)))
    });
    let parts: Vec<AnyView> = vec![
        skip.done(),
        el("header")
            .class("top")
            .el(el("div").class("top-inner").el(brand).child(further).el(guide).child(tools))
            .done(),
        el("main").is("id", "main").class("page").child(page).done(),
        messages(state),
        footer.done(),
    ];
    parts.into_any()
}

fn show(state: State, place: Place) -> AnyView {
    let page = match place {
        Place::Home => home::home(state),
        Place::Unknown => failed::nowhere(),
        Place::Coming(_) => failed::coming(state),
        Place::Waiting(open) => failed::waiting(state, open),
        Place::Open(id, Page::Quick(item)) => question::question(state, &id, &item),
        place => return screen(state, place),
    };
    views(page)
}

/// A page of the second part, once it is there.
fn screen(state: State, place: Place) -> AnyView {
    let waiting = Cell::new(false);
    part(move || {
        let screens = state.screens.get();
        // Whoever came by a click has the focus on the heading that goes away now; the load of a page
        // has left the focus alone.
        if waiting.replace(screens.is_none()) && page::is_on_heading() {
            when_drawn(page::focus_heading);
        }
        Some(untrack(|| {
            views(match screens {
                Some(screens) => (screens.place)(state, &place),
                None => failed::coming(state),
            })
        }))
    })
}

fn views(page: Vec<El>) -> AnyView {
    page.into_iter().map(El::done).collect::<Vec<_>>().into_any()
}

/// Ctrl+K goes anywhere, `?` shows the keys, Ctrl+S saves the file, Ctrl+Z and Ctrl+Shift+Z undo and
/// redo. In a text field undo is the browser's own, and `?` is a letter.
fn act_on(state: State, place: &Place, shortcut: &Shortcut) -> bool {
    let Shortcut { key, shift, alone, in_text } = shortcut;
    let screens = state.screens.get_untracked();
    match (key.as_str(), screens) {
        ("k", Some(_)) => state.going.set(state.going.get_untracked() || !page::has_dialog()),
        ("?", Some(screens)) if *alone => {
            return !in_text && !page::has_dialog() && (screens.show_keys)(state);
        }
        _ if *alone || place.assessment().is_none() => return false,
        ("s", _) if !shift => state.save_file(),
        ("z", _) if !in_text && !shift => state.undo(),
        ("z", _) if !in_text => state.redo(),
        ("y", _) if !in_text && !shift => state.redo(),
        _ => return false,
    }
    true
}

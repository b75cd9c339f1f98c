//! "Go to…": everything that can be gone to or done, found by typing.

mod find;
mod ways;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    find::find,
    ways::{Deed, Way, ways},
};
use super::super::{
    components::dialog::dialog,
    el::{El, el},
    live::{part, text},
    state::State,
    words::{fill, t},
};
use crate::{
    browser::{events, location, page},
    text::Key,
};

/// The button in the header and the dialog.
pub fn palette(state: State) -> AnyView {
    let button = el("button")
        .is("type", "button")
        .class("button tool go-to")
        .is("title", t(Key::PaletteOpen))
        .is("aria-keyshortcuts", "Control+K")
        .is("aria-haspopup", "dialog")
        .on("click", move |_| state.going.set(true))
        .el(el("span").class("go-glyph").is("aria-hidden", "true"))
        .el(el("span").class("tool-word").text(t(Key::PaletteOpen)));
    let dialog = dialog(state.going, Key::PaletteTitle, move || untrack(|| ask(state)));
    vec![button.done(), dialog].into_any()
}

/// What is offered: all ways, and which of them fit what was typed.
#[derive(Clone, Copy)]
struct Offer {
    ways: StoredValue<Arc<Vec<Way>>>,
    found: Memo<Vec<usize>>,
    /// Which of those that fit is chosen.
    chosen: RwSignal<usize>,
}

impl Offer {
    fn count(&self) -> usize {
        self.found.with(Vec::len)
    }

    /// Chooses the one after, or before; after the last comes the first.
    fn step(&self, forward: bool) {
        let count = self.found.with_untracked(Vec::len);
        let last = count.saturating_sub(1);
        self.chosen.update(|chosen| {
            *chosen = match (*chosen, forward) {
                (at, true) if at >= last => 0,
                (at, true) => at.saturating_add(1),
                (0, false) => last,
                (at, false) => at.saturating_sub(1),
            };
        });
        page::reveal(&option_id(self.chosen.get_untracked()));
    }

    /// Goes to, or does, one of those that fit.
    fn take(&self, state: State, place: usize) {
        let way = self.found.with_untracked(|found| found.get(place).copied());
        let ways = self.ways.get_value();
        let Some(way) = way.and_then(|way| ways.get(way)) else { return };
        state.going.set(false);
        match &way.deed {
            Deed::Go(route) => location::go(&route.to_string()),
            Deed::Do(act) => act(state),
        }
    }
}

fn option_id(place: usize) -> String {
    format!("go-{place}")
}

fn ask(state: State) -> El {
    let ways = StoredValue::new(Arc::new(ways(state)));
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| find(&ways.get_value(), &typed.get()));
    let offer = Offer { ways, found, chosen: RwSignal::new(0) };
    let active =
        text(
            move || {
                if offer.count() == 0 { String::new() } else { option_id(offer.chosen.get()) }
            },
        );
    let pressed = move |event: web_sys::Event| {
        match events::key(&event).as_str() {
            "ArrowDown" => offer.step(true),
            "ArrowUp" => offer.step(false),
            "Enter" => offer.take(state, offer.chosen.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let input = el("input")
        .is("id", "go")
        .class("input")
        .is("role", "combobox")
        .is("aria-expanded", "true")
        .is("aria-controls", "go-list")
        .is("aria-autocomplete", "list")
        .attr_live("aria-activedescendant", active)
        .is("aria-describedby", "go-hint")
        .is("autocomplete", "off")
        .is("autocapitalize", "none")
        .is("spellcheck", "false")
        .on("input", move |event| {
            typed.set(event_target_value(&event));
            offer.chosen.set(0);
        })
        .on("keydown", pressed);
    let options = part(move || {
        let ways = ways.get_value();
        let found = found.get().into_iter().enumerate();
        let options = found
            .filter_map(|(place, way)| Some(option(state, offer, place, ways.get(way)?).done()));
        Some(options.collect::<Vec<_>>().into_any())
    });
    let list = el("ul")
        .is("id", "go-list")
        .class("go-list")
        .is("role", "listbox")
        .is("aria-label", t(Key::PaletteTitle))
        .child(options);
    let count = text(move || match offer.count() {
        0 => t(Key::PaletteNothing).to_owned(),
        count => fill(Key::PaletteFound, &[("number", &count.to_string())]),
    });
    el("div")
        .class("palette")
        .el(el("label").is("for", "go").text(t(Key::PaletteLabel)))
        .el(input)
        .el(list)
        .el(el("p").class("hint go-count").is("role", "status").live(count))
        .el(el("p").class("hint").is("id", "go-hint").text(t(Key::PaletteHint)))
}

fn option(state: State, offer: Offer, place: usize, way: &Way) -> El {
    let selected = text(move || (offer.chosen.get() == place).to_string());
    let mut option = el("li")
        .class("go-way")
        .attr("id", option_id(place))
        .is("role", "option")
        .attr_live("aria-selected", selected)
        .on("click", move |_| offer.take(state, place));
    if !way.number.is_empty() {
        option = option.el(el("span").class("item-id").string(way.number.clone())).text(" ");
    }
    option
        .el(el("span").class("go-title").string(way.title.clone()))
        .text(" ")
        .el(el("span").class("quiet").text(t(way.kind)))
}

//! The library of scenarios as a list to add from.

use leptos::prelude::*;

use super::{
    super::super::{
        components::button::{Look, button, button_for},
        el::{El, el},
        live::{flag, part, text, when_drawn},
        messages::Message,
        pages::failed::not_here,
        route::{Page, Route},
        state::State,
        words::{fill, t},
    },
    library::{Library, library, take_over},
};
use crate::{
    browser::page,
    domain::{
        assessment::Assessment,
        id::ScenarioId,
        risk::register::{Property, Scenario},
    },
    text::{Key, ScenarioTexts, risk::property_key},
};

/// The id of its heading.
const HEADING: &str = "library";

/// The id of the button that opens and closes it.
pub const OPENER: &str = "library-open";

/// What is chosen in the list.
#[derive(Clone, Copy)]
struct Picking {
    state: State,
    all_sectors: RwSignal<bool>,
    used: RwSignal<bool>,
    ticked: RwSignal<Vec<ScenarioId>>,
}

/// The section, while it is open.
pub fn pick(state: State, open: RwSignal<bool>) -> AnyView {
    part(move || {
        if !open.get() {
            return None;
        }
        let Some(library) = library(state) else { return Some(not_here(state).done()) };
        when_drawn(|| page::focus(HEADING));
        Some(untrack(|| list(state, library, open)).done())
    })
}

fn list(state: State, library: &'static Library, open: RwSignal<bool>) -> El {
    let picking = Picking {
        state,
        all_sectors: RwSignal::new(false),
        used: RwSignal::new(false),
        ticked: RwSignal::new(Vec::new()),
    };
    let offered = Memo::new(move |_| picking.offered(library));
    let has_sector = flag(move || {
        let sector = |assessment: &Assessment| assessment.facts.sector.is_some();
        state.with_assessment(sector) == Some(true)
    });
    let sectors = switch(t(Key::RisksLibraryAllSectors), picking.all_sectors)
        .absent(flag(move || !has_sector.get()));
    let about = untrack(|| state.open_id()).map(|id| {
        let href = Route::Assessment(id, Page::About).href();
        let link = el("a").attr("href", href).text(t(Key::RisksLibrarySectorLink));
        let words = el("p").class("hint").text(t(Key::RisksLibraryNoSector));
        words.text(" ").el(link).absent(has_sector).done()
    });
    let add = button(Look::Primary, t(Key::RisksLibraryAddPicked), move || {
        let ticked = picking.ticked.get_untracked();
        picking.add(library, &|scenario| ticked.contains(&scenario.id), None);
    })
    .flag("disabled", flag(move || picking.ticked.with(Vec::is_empty)));
    let close = button(Look::Plain, t(Key::RisksLibraryClose), move || {
        open.set(false);
        // The button is gone with the list.
        when_drawn(|| page::focus(OPENER));
    });
    let count = text(move || {
        fill(Key::RisksLibraryCount, &[("count", &offered.with(Vec::len).to_string())])
    });
    let drawn = part(move || {
        let offered = offered.get();
        if offered.is_empty() {
            return Some(el("p").class("find-none").text(t(Key::RisksLibraryNone)).done());
        }
        let shown = library.iter().filter(|(scenario, _)| offered.contains(&scenario.id));
        let drawn = untrack(|| shown.map(|shown| row(picking, library, shown).done()));
        Some(el("ul").class("rows library").children(drawn.collect::<Vec<_>>()).done())
    });
    el("section")
        .class("find")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::RisksLibrary)))
        .el(el("p").class("hint").text(t(Key::RisksLibraryHint)))
        .child_maybe(about)
        .el(el("div")
            .class("library-switches")
            .el(sectors)
            .el(switch(t(Key::RisksLibraryUsed), picking.used)))
        .el(el("p").class("quiet").is("role", "status").live(count))
        .child(drawn)
        .el(el("div").class("buttons library-do").el(add).el(close))
}

fn switch(label: &'static str, on: RwSignal<bool>) -> El {
    let input = el("input")
        .is("type", "checkbox")
        .flag("checked", on.into())
        .on("change", move |event| on.set(event_target_checked(&event)));
    el("label").class("choice").el(input).el(el("span").text(label))
}

impl Picking {
    /// Whether a risk was made from a scenario already, following the register.
    fn is_used(self, id: &ScenarioId) -> bool {
        let is_used = |assessment: &Assessment| {
            let mut risks = assessment.work().risks.values();
            risks.any(|risk| risk.scenario.as_ref() == Some(id))
        };
        self.state.with_assessment(is_used).unwrap_or_default()
    }

    /// What fits sector and register, following both.
    fn offered(self, library: &Library) -> Vec<ScenarioId> {
        let sector = |assessment: &Assessment| assessment.facts.sector.clone();
        let sector = self.state.with_assessment(sector).flatten();
        let (all_sectors, used) = (self.all_sectors.get(), self.used.get());
        let fits = |scenario: &Scenario| {
            let for_us = scenario.sectors.is_empty()
                || sector.as_ref().is_none_or(|sector| scenario.sectors.contains(sector));
            (all_sectors || for_us) && (used || !self.is_used(&scenario.id))
        };
        let fitting = library.iter().filter(|(scenario, _)| fits(scenario));
        fitting.map(|(scenario, _)| scenario.id.clone()).collect()
    }

    /// The scenario whose row takes the place of this one when it goes: the next, or at the end the
    /// one before. The row itself when it stays.
    fn beside(self, library: &Library, id: &ScenarioId) -> Option<ScenarioId> {
        if self.used.get_untracked() {
            return Some(id.clone());
        }
        let offered = untrack(|| self.offered(library));
        let place = offered.iter().position(|offered| offered == id)?;
        let before = || offered.get(place.checked_sub(1)?);
        offered.get(place.saturating_add(1)).or_else(before).cloned()
    }

    fn add(self, library: &Library, which: &dyn Fn(&Scenario) -> bool, next: Option<ScenarioId>) {
        let chosen: Vec<_> = library.iter().filter(|(scenario, _)| which(scenario)).collect();
        take_over(self.state, &chosen);
        self.ticked.set(Vec::new());
        let count = chosen.len().to_string();
        let told = fill(Key::RisksAdded, &[("count", &count)]);
        self.state.messages.tell(Message::success(told));
        let next = next.map(|next| add_id(&next));
        // The button is gone with its row.
        when_drawn(move || page::focus(next.as_deref().unwrap_or(HEADING)));
    }
}

/// The id of the button that adds a scenario.
fn add_id(scenario: &ScenarioId) -> String {
    format!("add-{scenario}")
}

fn row(
    picking: Picking,
    library: &'static Library,
    (scenario, words): &'static (Scenario, ScenarioTexts),
) -> El {
    let tick = el("input")
        .is("type", "checkbox")
        .attr("aria-label", words.title.clone())
        .flag("checked", flag(move || picking.ticked.with(|it| it.contains(&scenario.id))))
        .on("change", move |event| {
            let ticked = event_target_checked(&event);
            picking.ticked.update(|all| {
                all.retain(|other| *other != scenario.id);
                if ticked {
                    all.push(scenario.id.clone());
                }
            });
        });
    let add = button_for(Look::Plain, t(Key::RisksLibraryAdd), &words.title, move || {
        let next = picking.beside(library, &scenario.id);
        picking.add(library, &|other| other.id == scenario.id, next);
    })
    .attr("id", add_id(&scenario.id));
    let used = flag(move || !picking.is_used(&scenario.id));
    let used = el("span").class("quiet").absent(used).text(t(Key::RisksLibraryIn));
    let main = el("div")
        .class("row-main")
        .el(el("strong").text(&words.title))
        .el(el("span").class("quiet").text(&words.happens))
        .el(el("span").class("library-lost").string(properties_text(&scenario.properties)));
    el("li").class("row").el(el("label").class("pick").el(tick)).el(main).el(used).el(add)
}

/// "Confidentiality, integrity" as words in a row.
pub fn properties_text(properties: &[Property]) -> String {
    let words = properties.iter().map(|property| t(property_key(*property)));
    words.collect::<Vec<_>>().join(", ")
}

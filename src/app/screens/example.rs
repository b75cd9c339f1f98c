//! Case companies to look at, and what else comes with the long texts for the first pages.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::super::{
    components::{
        button::{Look, button_for},
        row::{row_main, rows},
    },
    el::{El, el},
    live::part,
    pages::failed::not_here,
    route::Page,
    shelf::fresh,
    state::State,
    words::{fill, t},
};
use crate::{
    domain::{
        action::apply,
        id::{CaseId, SectorId},
    },
    persist::{
        case::{Case, read_case, read_sectors},
        document::Document,
    },
    text::{Bundle, CaseTexts, Key, read_sector_words},
};

/// The sectors in the order in which they are offered, each with its words.
pub type Sectors = Vec<(SectorId, String)>;

/// What came with the long texts. Whoever reads it follows the handbook, which arrives after it.
static ARRIVED: OnceLock<(Vec<(Case, CaseTexts)>, Sectors)> = OnceLock::new();

/// Reads what there is; false when something can't be read.
pub fn arrive(language: &str, bundle: &Bundle<'_>) -> bool {
    let find = |wanted: &str| bundle.part(wanted);
    let read = || {
        let mut words = read_sector_words(find(&format!("handbook/{language}/scenarios"))?).ok()?;
        let sectors = read_sectors(find("handbook/scenarios")?).ok()?.into_iter();
        let sectors = sectors.map(|id| {
            let label = words.remove(id.as_str()).unwrap_or_default();
            (id, label)
        });
        let sectors = sectors.collect();
        let mut cases = Vec::new();
        for (place, rules) in &bundle.0 {
            let Some(name) = place.strip_prefix("cases/").filter(|name| !name.contains('/')) else {
                continue;
            };
            let texts = CaseTexts::read(find(&format!("cases/{language}/{name}"))?).ok()?;
            cases.push((read_case(rules).ok()?, texts));
        }
        // A small firm says more at a glance.
        cases.sort_by_key(|(case, _)| case.people);
        Some((cases, sectors))
    };
    read().is_some_and(|arrived| ARRIVED.set(arrived).is_ok())
}

fn arrived(state: State) -> Option<&'static (Vec<(Case, CaseTexts)>, Sectors)> {
    state.handbook()?;
    ARRIVED.get()
}

/// The sectors, once they have arrived.
pub fn sectors(state: State) -> Option<&'static Sectors> {
    arrived(state).map(|(_, sectors)| sectors)
}

/// The case companies with their words, once they have arrived; a small one first.
pub fn cases(state: State) -> Option<&'static [(Case, CaseTexts)]> {
    arrived(state).map(|(cases, _)| cases.as_slice())
}

/// A case company with its words; `None` while nothing has arrived, which [`cases`] tells, and for one
/// that the pack doesn't have.
pub fn case(state: State, id: &CaseId) -> Option<&'static (Case, CaseTexts)> {
    cases(state)?.iter().find(|(case, _)| case.id == *id)
}

/// The case companies, each with a button that opens it.
pub fn examples(state: State) -> AnyView {
    part(move || {
        let Some((cases, sectors)) = arrived(state) else { return Some(not_here(state).done()) };
        let list = rows(cases.iter().map(|(case, texts)| row(state, case, texts, sectors)));
        Some(el("div").el(el("p").text(t(Key::ExampleLead))).el(list).done())
    })
}

fn row(state: State, case: &'static Case, texts: &'static CaseTexts, sectors: &Sectors) -> El {
    let sector = sectors.iter().find(|(id, _)| *id == case.sector).map(|(_, label)| label.as_str());
    let people = case.people.to_string();
    let values = [("people", people.as_str()), ("sector", sector.unwrap_or_default())];
    let name = el("strong").text(&texts.name);
    let about = el("span").class("quiet").string(fill(Key::ExampleAbout, &values));
    let open = button_for(Look::Plain, t(Key::ExampleOpen), &texts.name, move || {
        open(state, case, texts);
    });
    el("li").class("row").el(row_main(name, texts.tagline.clone()).el(about)).el(open)
}

/// Makes an assessment of its own of a case and opens it.
fn open(state: State, case: &Case, texts: &CaseTexts) {
    let name = fill(Key::ExampleName, &[("name", &texts.name)]);
    let mut assessment = fresh(name);
    // The tests of the pack make sure that nothing of it is refused.
    let filled = apply(&state.questionnaire().pack, &mut assessment, texts.filled_in(case));
    if filled.is_ok() {
        state.keep(Document::new(assessment), Page::Result);
    }
}

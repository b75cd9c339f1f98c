//! Everything that can be gone to or done from here.

use leptos::prelude::*;

use super::super::{
    super::{
        components::{
            theme::{THEMES, choose_theme},
            views::AREAS,
        },
        route::{Chapter, Page, Room, Route, Workshops},
        state::State,
        words::{fill, t},
    },
    guide::chapter_name,
    time::snapshots,
    workshop::called,
};
use crate::{
    domain::{
        id::AssessmentId,
        pack::{Item, Kind},
    },
    text::Key,
};

/// What a way does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Goes there.
    Go(Route),
    /// Does this.
    Do(fn(State)),
}

/// A way.
#[derive(Clone, Debug)]
pub struct Way {
    /// The number of an item, clause or theme; else empty.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What kind of thing it is, in a word.
    pub kind: Key,
    /// Further words by which it is found.
    pub also: &'static str,
    /// What it does.
    pub deed: Deed,
}

fn way(kind: Key, title: &str, deed: Deed) -> Way {
    Way { number: String::new(), title: title.to_owned(), kind, also: "", deed }
}

/// Further words by which people look for a page.
fn also(page: &Page) -> &'static str {
    let key = match page {
        Page::Hub => Key::PaletteAlsoHub,
        Page::All => Key::PaletteAlsoAll,
        Page::Result => Key::PaletteAlsoResult,
        Page::Dashboard => Key::PaletteAlsoDashboard,
        Page::Findings => Key::PaletteAlsoFindings,
        Page::Time => Key::PaletteAlsoTime,
        Page::Statement => Key::PaletteAlsoStatement,
        Page::Risks => Key::PaletteAlsoRisks,
        Page::Criteria => Key::PaletteAlsoCriteria,
        Page::Documents => Key::PaletteAlsoDocuments,
        Page::Readiness => Key::PaletteAlsoReadiness,
        Page::Plan => Key::PaletteAlsoPlan,
        Page::Steps => Key::PaletteAlsoSteps,
        Page::Report => Key::PaletteAlsoReport,
        _ => return "",
    };
    t(key)
}

/// All ways, the most likely first.
pub fn ways(state: State) -> Vec<Way> {
    let open = state.open_id();
    let mut ways = Vec::new();
    if let Some(id) = &open {
        ways.extend(pages(id));
        ways.extend(tools(state));
    }
    let act = |title: &str, act: fn(State)| way(Key::PaletteAction, title, Deed::Do(act));
    ways.push(act(t(Key::KeysTitle), |state| state.showing_keys.set(true)));
    let theme = |name: &str| {
        let word = THEMES.iter().find(|(known, _)| *known == name).map_or("", |(_, key)| t(*key));
        fill(Key::PaletteAppearance, &[("theme", word)])
    };
    ways.push(act(&theme("light"), |state| choose_theme(state, "light")));
    ways.push(act(&theme("dark"), |state| choose_theme(state, "dark")));
    ways.push(act(&theme("auto"), |state| choose_theme(state, "auto")));
    let home = way(Key::PalettePage, t(Key::KeptTitle), Deed::Go(Route::Home));
    ways.push(Way { also: t(Key::PaletteAlsoHome), ..home });
    let data = way(Key::PalettePage, t(Key::AppYourData), Deed::Go(Route::YourData));
    ways.push(Way { also: t(Key::PaletteAlsoData), ..data });
    ways.extend(workshops());
    ways.extend(kept_workshops(state));
    ways.extend(Chapter::ALL.map(|chapter| {
        way(Key::AppGuide, t(chapter_name(chapter)), Deed::Go(Route::Guide(chapter)))
    }));
    if let Some(id) = &open {
        ways.extend(items(state, id));
    }
    ways
}

fn workshops() -> [Way; 3] {
    [
        (Workshops::All, Key::WorkshopAllTitle, Key::PaletteAlsoWorkshops),
        (Workshops::New, Key::WorkshopNewTitle, Key::PaletteAlsoWorkshopNew),
        (Workshops::Notes(None), Key::WorkshopListNotes, Key::PaletteAlsoWorkshopNotes),
    ]
    .map(|(place, name, also)| {
        let way = way(Key::PalettePage, t(name), Deed::Go(Route::Workshops(place)));
        Way { also: t(also), ..way }
    })
}

fn kept_workshops(state: State) -> Vec<Way> {
    let kept = state.with_library(|library, pack| library.workshops().list(pack));
    let whole = kept.unwrap_or_default().into_iter().filter_map(|entry| {
        let workshop = entry.content.ok()?.workshop;
        let hub = Workshops::Room(entry.session, Room::Hub);
        let name = called(&workshop.session);
        Some(way(Key::DataKindWorkshop, &name, Deed::Go(Route::Workshops(hub))))
    });
    whole.collect()
}

fn pages(id: &AssessmentId) -> impl Iterator<Item = Way> {
    let views = AREAS.into_iter().flat_map(|(_, views)| views.iter().cloned());
    let others = [
        (Page::Criteria, Key::ViewsCriteria),
        (Page::Assets, Key::ViewsAssets),
        (Page::Review, Key::HomeQuick),
    ];
    views.chain(others).map(|(page, name)| {
        let also = also(&page);
        let deed = Deed::Go(Route::Assessment(id.clone(), page));
        Way { also, ..way(Key::PalettePage, t(name), deed) }
    })
}

/// What can be done with the open assessment now.
fn tools(state: State) -> Vec<Way> {
    let can_change = !state.read_only.get_untracked();
    let tool = |able: bool, name: Key, act: fn(State)| {
        let also = match name {
            Key::ToolbarSave => t(Key::PaletteAlsoSave),
            _ => "",
        };
        able.then(|| Way { also, ..way(Key::PaletteAction, t(name), Deed::Do(act)) })
    };
    let tools = [
        tool(true, Key::ToolbarSave, |state| state.save_file()),
        tool(state.can_undo(), Key::ToolbarUndo, |state| state.undo()),
        tool(state.can_redo(), Key::ToolbarRedo, |state| state.redo()),
        tool(can_change, Key::TimeTake, |state| {
            snapshots::take(state, snapshots::default_name(state));
        }),
    ];
    tools.into_iter().flatten().collect()
}

/// Clauses and themes with their items.
fn items(state: State, id: &AssessmentId) -> Vec<Way> {
    let questionnaire = state.questionnaire();
    let (pack, texts) = (&questionnaire.pack, &questionnaire.texts);
    let go = |number: String, title: &str, kind: Key, page: Page| {
        let deed = Deed::Go(Route::Assessment(id.clone(), page));
        Way { number, ..way(kind, title, deed) }
    };
    let mut ways = Vec::new();
    for group in pack.groups() {
        let items = pack.items_of(group);
        let kind = match items.first().map(|item| item.kind) {
            Some(Kind::Control) => Key::PaletteKindTheme,
            Some(Kind::Requirement) | None => Key::PaletteKindClause,
        };
        ways.push(go(
            group.id.to_string(),
            texts.group(&group.id),
            kind,
            Page::Group(group.id.clone()),
        ));
        ways.extend(items.iter().map(|item: &Item| {
            let kind = match item.kind {
                Kind::Requirement => Key::PaletteRequirement,
                Kind::Control => Key::PaletteControl,
            };
            go(item.id.to_string(), texts.full_title(&item.id), kind, Page::Item(item.id.clone()))
        }));
    }
    ways
}

//! Every item at a glance: one cell each, by clause and theme.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            charts::pie::pie,
            components::{badge::sign, row::item_href},
            el::{El, el},
            live::part,
            route::{Page, Route},
            state::State,
            words::{t, texts},
        },
        contents::{heading, link_to},
        fold::fold,
    },
    ATTRIBUTES, MAP,
};
use crate::{
    domain::{
        extent::Extent,
        id::AssessmentId,
        pack::{Group, Item},
        scope::Standing,
    },
    report::model::standing_text,
    text::Key,
};

/// The map with its legend.
pub fn map(state: State, id: &AssessmentId) -> El {
    let questionnaire = state.questionnaire();
    let groups = questionnaire.pack.groups().iter().map(|group| {
        let (id, group) = (id.clone(), group.clone());
        part(move || group_cells(state, &id, &group).map(El::done))
    });
    // So many links are a long way for the keyboard.
    let skip = link_to(ATTRIBUTES.0, Key::DashboardMapSkip).class("map-skip");
    let map = el("div").el(skip).el(legend(state)).children(groups);
    el("section")
        .el(heading(MAP))
        .el(el("p").class("hint").text(t(Key::DashboardMapHint)))
        .el(fold(id, "map", Key::DashboardMapFold, map))
}

/// What each shape and letter means.
fn legend(state: State) -> El {
    let questionnaire = state.questionnaire();
    let scale = questionnaire.pack.scale();
    let levels = scale
        .levels()
        .iter()
        .map(|level| Standing::Rated { level: level.code.clone(), credit: level.credit });
    let others = [Standing::DontKnow, Standing::Unanswered, Standing::Excluded];
    let entries = levels.chain(others).map(|standing| {
        let look = Look::of(&standing, scale.unit());
        let word = standing_text(&questionnaire.texts, texts(), &standing).to_owned();
        el("li").el(look.swatch()).el(el("span").string(word)).done()
    });
    el("ul").class("map-legend").is("aria-label", t(Key::DashboardLegend)).children(entries)
}

fn group_cells(state: State, id: &AssessmentId, group: &Group) -> Option<El> {
    let questionnaire = state.questionnaire();
    let (pack, words) = (&questionnaire.pack, &questionnaire.texts);
    let cells = state.with_evaluation(|evaluation| {
        let results = evaluation.items.get(group.items.clone()).unwrap_or_default();
        let asked = pack.items_of(group).iter().zip(results);
        let asked = asked.filter(|(_, result)| result.standing != Standing::NotAsked);
        asked.map(|(item, result)| cell(state, id, item, &result.standing).done()).collect()
    })?;
    let cells: Vec<AnyView> = cells;
    if cells.is_empty() {
        return None;
    }
    let href = Route::Assessment(id.clone(), Page::Group(group.id.clone())).href();
    let link = el("a").attr("href", href);
    let heading = el("h3").el(link.string(format!("{} {}", group.id, words.group(&group.id))));
    Some(el("section").class("map-group").el(heading).el(el("ul").class("map").children(cells)))
}

fn cell(state: State, id: &AssessmentId, item: &Item, standing: &Standing) -> El {
    let questionnaire = state.questionnaire();
    let words = &questionnaire.texts;
    let look = Look::of(standing, questionnaire.pack.scale().unit());
    let title = words.full_title(&item.id).to_owned();
    let state = standing_text(words, texts(), standing).to_owned();
    let top = el("span")
        .class("cell-top")
        .el(el("span").class("cell-id").string(item.id.to_string()))
        .text(" ")
        .child(look.shape)
        .el(el("span").class("visually-hidden").string(state))
        .el(el("span").class("cell-letter").is("aria-hidden", "true").string(look.letter));
    let cell = el("a")
        .class(look.class)
        .attr("href", item_href(id, &item.id))
        .attr("title", title.clone())
        .el(top)
        .text(" ")
        .el(el("span").class("cell-title").string(title));
    el("li").el(cell)
}

/// How a standing looks on the map: shape and letter say it, the colour repeats it.
struct Look {
    class: &'static str,
    shape: AnyView,
    letter: String,
}

impl Look {
    fn of(standing: &Standing, unit: u64) -> Self {
        let look = |class, shape, letter: &str| Self { class, shape, letter: letter.to_owned() };
        match standing {
            Standing::Rated { level, credit } => {
                let class = match Extent::of(*credit, unit) {
                    Extent::NotInPlace => "cell cell-none",
                    Extent::Partly => "cell cell-low",
                    Extent::Largely => "cell cell-high",
                    Extent::Fully => "cell cell-full",
                };
                look(class, pie(*credit, unit), level.as_str())
            }
            Standing::DontKnow => look("cell cell-open", sign("?"), ""),
            Standing::Unanswered => look("cell cell-open", sign("·"), ""),
            Standing::Excluded | Standing::NotAsked => look("cell cell-out", sign("–"), ""),
        }
    }

    /// The look alone, for the legend.
    fn swatch(self) -> El {
        el("span")
            .class(self.class)
            .is("aria-hidden", "true")
            .child(self.shape)
            .el(el("span").class("cell-letter").string(self.letter))
    }
}

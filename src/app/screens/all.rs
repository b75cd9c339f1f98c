//! The table of all items, to be rated quickly, by keyboard or many at once. Rows out of sight are not
//! laid out (`content-visibility`), but stay in the document for find-in-page and screen readers.
//!
//! Rows are many: none has handlers of its own, and each follows nothing but its own item.

use std::cell::Cell;

use leptos::prelude::*;

use super::{
    super::{
        components::{
            badge::{applicability_of, item_badge},
            measure::measure_line,
            row::{item_href, item_link},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, when_drawn},
        route::Page,
        state::State,
        words::{fill, t},
    },
    all_acts::{on_change, on_click, on_key},
    find::{asked, found_now, only_found},
    work_bulk::bulk,
    work_tasks::{part_line, selection},
};
use crate::{
    browser::{page, rows},
    domain::{
        assessment::{Applicability, Rating},
        explain::Subject,
        filter::Filter,
        id::{AssessmentId, ItemId},
        pack::{Group, Item},
    },
    text::Key,
};

/// How many rows are laid out together.
const TOGETHER: usize = 10;

/// The rows that are ticked.
#[derive(Clone, Copy)]
pub struct Picked {
    /// All rows there are, in order.
    rows: StoredValue<Vec<ItemId>>,
    /// Those that are ticked, in the order of the rows.
    pub items: RwSignal<Vec<ItemId>>,
    last: StoredValue<Option<ItemId>>,
}

impl Picked {
    /// What was ticked before stays so as far as it is among the rows.
    fn new(state: State, rows: Vec<ItemId>) -> Self {
        let items = state.picked;
        items.maybe_update(|items| {
            let before = items.len();
            items.retain(|item| rows.contains(item));
            items.len() < before
        });
        Self { rows: StoredValue::new(rows), items, last: StoredValue::new(None) }
    }

    /// Ticks a row, or takes the tick away; with `through` all rows from the one ticked last.
    pub fn pick(self, item: &ItemId, checked: bool, through: bool) {
        let from = if through { self.last.get_value() } else { None };
        let range = self.rows.with_value(|rows| {
            let place = |id: &ItemId| rows.iter().position(|row| row == id);
            let here = place(item)?;
            let there = from.as_ref().and_then(place).unwrap_or(here);
            rows.get(here.min(there)..=here.max(there)).map(<[ItemId]>::to_vec)
        });
        self.last.set_value(Some(item.clone()));
        self.set(&range.unwrap_or_default(), checked);
    }

    /// Ticks all rows.
    fn pick_all(self) {
        self.set(&self.rows.get_value(), true);
    }

    /// Takes all ticks away.
    pub fn clear(self) {
        self.set(&self.items.get_untracked(), false);
    }

    fn set(self, items: &[ItemId], checked: bool) {
        let names: Vec<String> = items.iter().map(ItemId::to_string).collect();
        if names.is_empty() {
            return;
        }
        rows::tick(&names, checked);
        let before = self.items.get_untracked();
        let picked = self.rows.with_value(|rows| {
            let is_picked = |row: &&ItemId| {
                if items.contains(row) { checked } else { before.contains(row) }
            };
            rows.iter().filter(is_picked).cloned().collect()
        });
        self.items.set(picked);
    }
}

/// The page.
pub fn all(state: State, id: &AssessmentId) -> Vec<El> {
    let sticky = el("div")
        .class("sticky")
        .el(el("span").text(t(Key::MeasureEverything)))
        .child(measure_line(state, Subject::Everything));
    let selection = selection(state);
    let table = {
        let id = id.clone();
        part(move || {
            selection.with(|_| ());
            let shows_all = state.find.with(Filter::is_empty);
            let found = if shows_all { None } else { found_now(state) };
            Some(untrack(|| table(state, &id, found)))
        })
    };
    vec![
        views(id, &Page::All),
        title(t(Key::AllTitle)),
        el("p").class("lead").text(t(Key::AllLead)),
        el("div").child(part_line(state)),
        sticky,
        el("div").child(table),
    ]
}

fn table(state: State, id: &AssessmentId, found: Option<Vec<ItemId>>) -> AnyView {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let notice = found.as_ref().map(|found| {
        let show_all = move || {
            state.find.set(Filter::default());
            when_drawn(page::focus_heading);
        };
        only_found(state, found.len(), show_all).done()
    });
    let shown = found.unwrap_or_else(|| asked(state));
    let picked = Picked::new(state, shown.clone());
    let first = shown.first().cloned();
    let groups = pack.groups().iter().filter_map(|group| {
        let items = pack.items_of(group).iter().filter(|item| shown.contains(&item.id));
        let items: Vec<&Item> = items.collect();
        let rows = || group_rows(state, id, group, &items, first.as_ref());
        (!items.is_empty()).then(|| rows().done())
    });
    // A form, because browsers would note down all of its thousands of choices for the way back, a second
    // after every change.
    let list = el("form")
        .class("pick-list")
        .is("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .on("focusin", |event| rows::stop_here(&event))
        .on("keydown", move |event| on_key(state, &event))
        .on("click", move |event| on_click(state, picked, &event))
        .on("change", move |event| on_change(state, picked, &event))
        .children(groups);
    let pick_all = el("button")
        .is("type", "button")
        .class("button quiet-button")
        .on("click", move |_| picked.pick_all())
        .string(fill(Key::TablePickAll, &[("number", &shown.len().to_string())]));
    let keys =
        el("details").class("table-keys").el(el("summary").text(t(Key::TableKeys))).el(el("ul")
            .children(
                [
                    Key::TableKeysMove,
                    Key::TableKeysRate,
                    Key::TableKeysClear,
                    Key::TableKeysPick,
                    Key::TableKeysAgain,
                ]
                .map(|line| el("li").text(t(line)).done()),
            ));
    let tools = el("div").class("table-tools").el(keys).el(pick_all);
    let parts: Vec<AnyView> =
        notice.into_iter().chain([tools.done(), list.done(), bulk(state, picked)]).collect();
    parts.into_any()
}

fn group_rows(
    state: State,
    id: &AssessmentId,
    group: &Group,
    items: &[&Item],
    first: Option<&ItemId>,
) -> El {
    let questionnaire = state.questionnaire();
    let heading = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
    let portions = items.chunks(TOGETHER).map(|items| {
        // A last portion that isn't full is always laid out: its height can't be told beforehand.
        let class = if items.len() == TOGETHER { "ten-rows" } else { "" };
        let rows = items.iter().map(|item| {
            let stop = if Some(&item.id) == first { "0" } else { "-1" };
            row(state, id, item, stop).done()
        });
        el("div").class(class).children(rows).done()
    });
    let list = el("div").class("rows").is("role", "list").children(portions);
    el("section").el(el("h2").string(heading)).el(list)
}

/// A row; `stop` says whether the Tab key stops at its controls.
fn row(state: State, id: &AssessmentId, item: &Item, stop: &'static str) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let mut link = item_link(id, item, texts.title(&item.id)).is("tabindex", stop);
    if let Some(heading) = texts.heading(item) {
        link = link.el(el("span").class("quiet").string(format!(" · {heading}")));
    }
    let name = fill(Key::TablePick, &[("item", item.id.as_str())]);
    let is_ticked = state.picked.with_untracked(|picked| picked.contains(&item.id));
    let tick = el("input")
        .is("type", "checkbox")
        .is("tabindex", stop)
        .attr("aria-label", name)
        .attr_maybe("checked", is_ticked.then(String::new));
    let marked = item.id.clone();
    let mark = el("span")
        .class("meta review-mark")
        .absent(flag(move || !state.answer(&marked).review))
        .text(t(Key::WorkReviewBadge));
    el("div")
        .class("row pick-row")
        .is("role", "listitem")
        .attr("data-item", item.id.to_string())
        .el(el("label").class("pick").el(tick))
        .el(link)
        .el(mark)
        .child(rating_or_excluded(state, id.clone(), item.id.clone(), stop))
}

/// The rating, or the way to the exclusion of a control.
fn rating_or_excluded(state: State, id: AssessmentId, item: ItemId, stop: &'static str) -> AnyView {
    let key = item.clone();
    let applies = Memo::new(move |_| applicability_of(state, &key) == Applicability::Applicable);
    // By the time it is drawn anew, the stop may be another row.
    let stop = Cell::new(stop);
    part(move || {
        let stop = stop.replace("-1");
        if applies.get() {
            return Some(rating_row(state, &item, stop));
        }
        let link = el("a").is("tabindex", stop).attr("href", item_href(&id, &item));
        Some(link.child(item_badge(state, item.clone())).done())
    })
}

/// The rating as one line of small options.
fn rating_row(state: State, item: &ItemId, stop: &'static str) -> AnyView {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let levels = questionnaire.pack.scale().levels().iter();
    let levels = levels
        .map(|level| (Rating::Level(level.code.clone()), texts.level(&level.code).to_owned()));
    let values = levels.chain([(Rating::DontKnow, t(Key::RatingDontKnow).to_owned())]);
    let choices = values.map(|(value, label)| {
        let written = value.to_string();
        let item_of = item.clone();
        let chosen = flag(move || state.answer(&item_of).rating.as_ref() == Some(&value));
        let input = el("input")
            .is("type", "radio")
            .is("tabindex", stop)
            .attr("name", format!("rating-{item}"))
            .attr("value", written)
            .flag("checked", chosen);
        el("label").class("segment").el(input).el(el("span").string(label)).done()
    });
    el("fieldset")
        .class("segments rating-row")
        .flag("disabled", state.read_only.into())
        .el(el("legend").string(format!("{item} {}", texts.title(item))))
        .children(choices)
        .el(el("span").class("on-paper").text(t(Key::RatingUnanswered)))
        .done()
}

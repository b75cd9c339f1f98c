//! Looking for items: the fields above the task list, and what they find in its place.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            badge::item_badge,
            button::{Look, button, button_link, buttons},
            row::{item_link, row_main, rows},
        },
        el::{El, el},
        live::{flag, part, text},
        route::{Page, Route},
        state::{State, now},
        words::{fill, t},
    },
    find_fields::{WORDS, fields},
    find_text::text_of,
    outlook::outlook_now,
    work::item_meta,
    work_tasks::{task_lists, whole_in_words},
};
use crate::{
    browser::page,
    domain::{
        filter::{Condition, Filter, Material, of_groups},
        finding::Place,
        id::{AssessmentId, ItemId},
        pack::Item,
    },
    text::Key,
};

/// What the filter of the state finds now, following what it depends on; `None` when nothing is
/// looked for.
fn found(state: State, texts: &[String]) -> Option<Vec<ItemId>> {
    let filter = state.find.get();
    if filter.is_empty() {
        return None;
    }
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let now = now();
    state
        .with_evaluation(|evaluation| {
            state.with_assessment(|assessment| {
                let outlook = outlook_now(state)?;
                let findings = &outlook.findings;
                let now = &now;
                Some(filter.items(&Material { pack, assessment, evaluation, findings, texts, now }))
            })
        })
        .flatten()
        .flatten()
}

/// The texts of all items, to look for words in.
fn texts(state: State) -> Vec<String> {
    let questionnaire = state.questionnaire();
    questionnaire.pack.items().iter().map(|item| text_of(state, item)).collect()
}

/// What is found at this moment, without following anything; `None` when nothing is looked for.
pub fn found_now(state: State) -> Option<Vec<ItemId>> {
    untrack(|| {
        let has_words = state.find.with(Filter::has_words);
        found(state, &if has_words { texts(state) } else { Vec::new() })
    })
}

/// The section "Find items", and below it what was found, or else the task list.
pub fn hub_items(state: State, id: AssessmentId) -> AnyView {
    let has_words = Memo::new(move |_| state.find.with(Filter::has_words));
    let words = Memo::new(move |_| if has_words.get() { texts(state) } else { Vec::new() });
    let result = Memo::new(move |_| words.with(|texts| found(state, texts)));
    let tell = move || {
        let found = result.with(|found| found.as_ref().map(Vec::len))?;
        let (found, all) = (found.to_string(), asked(state).len().to_string());
        Some(fill(Key::FilterCount, &[("found", &found), ("all", &all)]))
    };
    Effect::new(move |before: Option<Option<String>>| {
        let told = tell();
        if let Some(told) = told.clone().filter(|told| before.flatten().as_ref() != Some(told)) {
            state.messages.announce(told);
        }
        told
    });
    let is_active = Memo::new(move |_| result.with(Option::is_some));
    let clear = button(Look::Quiet, t(Key::FilterClear), move || {
        state.find.set(Filter::default());
        page::focus(WORDS);
    });
    let all_page = Route::Assessment(id.clone(), Page::All).href();
    let rate = button_link(Look::Quiet, t(Key::FilterRate), all_page);
    let status = el("div")
        .class("find-status")
        .absent(flag(move || !is_active.get()))
        .el(el("p").live(text(move || tell().unwrap_or_default())))
        .el(clear)
        .el(rate);
    let whole_id = id.clone();
    let below = part(move || {
        if !is_active.get() {
            return Some(task_lists(state, id.clone()));
        }
        let mut found = result.get().unwrap_or_default();
        // Whoever types a number looks for this item first.
        let typed = state.find.with_untracked(|filter| filter.words.trim().to_uppercase());
        found.sort_by_key(|item| {
            let number = item.as_str();
            let of_annex = number.strip_prefix("A.").is_some_and(|number| number == typed);
            if number == typed { 0 } else { 2 - u8::from(of_annex) }
        });
        if found.is_empty() {
            return Some(el("p").class("find-none").text(t(Key::FilterNone)).done());
        }
        let questionnaire = state.questionnaire();
        let items = found.iter().filter_map(|item| questionnaire.pack.item(item));
        Some(untrack(|| rows(items.map(|item| item_row(state, &id, item))).done()))
    });
    let whole = whole(state, whole_id);
    let section = el("section")
        .class("find")
        .is("aria-labelledby", "find-title")
        .el(el("h2").is("id", "find-title").text(t(Key::FilterTitle)))
        .el(fields(state))
        .el(status)
        .child(whole);
    vec![section.done(), below].into_any()
}

/// Where findings of a grade are looked for: those at a clause or a theme as a whole, for which the list
/// has the items that they rest on.
fn whole(state: State, id: AssessmentId) -> AnyView {
    let found = Memo::new(move |_| {
        let Some(Condition::Finding(grade)) = state.find.with(|filter| filter.condition) else {
            return Vec::new();
        };
        let findings = outlook_now(state).map(|outlook| outlook.findings).unwrap_or_default();
        of_groups(&findings, grade).cloned().collect::<Vec<_>>()
    });
    part(move || {
        let lines = found.get().into_iter().filter_map(|finding| {
            let Place::Group(group) = &finding.at else { return None };
            let href = Route::Assessment(id.clone(), Page::Group(group.clone())).href();
            let link = el("a").attr("href", href).string(whole_in_words(state, &finding));
            Some(el("li").el(link).done())
        });
        let lines: Vec<AnyView> = lines.collect();
        let words = || el("p").class("quiet").text(t(Key::TableRests));
        (!lines.is_empty())
            .then(|| el("div").class("find-whole").el(el("ul").children(lines)).el(words()).done())
    })
}

/// An item in a list: what it is, its state, and who does what by when.
pub fn item_row(state: State, id: &AssessmentId, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let mut link = item_link(id, item, texts.title(&item.id));
    if let Some(heading) = texts.heading(item) {
        link = link.el(el("span").class("quiet").string(format!(" · {heading}")));
    }
    let main = row_main(link, texts.ask(&item.id).to_owned());
    el("li")
        .class("row")
        .el(main.child(item_meta(state, item.id.clone())))
        .child(item_badge(state, item.id.clone()))
}

/// All items that are asked, in pack order.
pub fn asked(state: State) -> Vec<ItemId> {
    let questionnaire = state.questionnaire();
    let items = questionnaire.pack.items().iter();
    state
        .with_assessment(|assessment| {
            let asked = items.filter(|item| assessment.selection.asks(item));
            asked.map(|item| item.id.clone()).collect()
        })
        .unwrap_or_default()
}

/// The neighbours of an item among those that are found, or else among all that are asked; and how many
/// those are if they are found.
pub fn neighbours_of(
    state: State,
    item: &ItemId,
) -> (Option<ItemId>, Option<ItemId>, Option<usize>) {
    let found = found_now(state);
    let count = found.as_ref().map(Vec::len);
    let among = found.unwrap_or_else(|| untrack(|| asked(state)));
    // The item itself may have left the list by its last change.
    let (before, after) = state.questionnaire().pack.neighbours(&among, item);
    (before.cloned(), after.cloned(), count)
}

/// What a list says that shows only what is found, with the way to all.
pub fn only_found(state: State, found: usize, show_all: impl Fn() + 'static) -> El {
    let all = untrack(|| asked(state)).len().to_string();
    let words = fill(Key::FilterOnly, &[("found", &found.to_string()), ("all", &all)]);
    el("div").class("notice").el(el("p").class("notice-text").string(words)).el(buttons([button(
        Look::Quiet,
        t(Key::FilterClear),
        show_all,
    )]))
}

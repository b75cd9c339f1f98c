//! The task list: every clause and theme with what is done, what is open, and what was found.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button, button_link, buttons},
            measure::measure_line,
            row::{numbered, rows},
        },
        el::{El, el},
        live::{part, text, when_drawn},
        route::{Page, Route},
        state::State,
        words::{fill, t},
    },
    find::asked,
    outlook::outlook_now,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        explain::Subject,
        finding::{Finding, Grade, Place},
        id::{AssessmentId, ItemId},
        pack::{Group, Item, Pack, Section},
        score::Counts,
        selection::Selection,
    },
    text::Key,
};

/// What is asked, following its changes only.
pub fn selection(state: State) -> Memo<Selection> {
    let selection = move || state.with_assessment(|assessment| assessment.selection.clone());
    Memo::new(move |_| selection().unwrap_or_default())
}

/// The groups of which anything is asked, in pack order.
pub fn asked_groups<'p>(pack: &'p Pack, selection: &Selection) -> Vec<&'p Group> {
    let is_asked = |group: &&Group| pack.items_of(group).iter().any(|item| selection.asks(item));
    pack.groups().iter().filter(is_asked).collect()
}

/// The task lists of all sections.
pub fn task_lists(state: State, id: AssessmentId) -> AnyView {
    let selection = selection(state);
    let found =
        Memo::new(move |_| outlook_now(state).map(|outlook| outlook.findings).unwrap_or_default());
    part(move || {
        let questionnaire = state.questionnaire();
        let groups = asked_groups(&questionnaire.pack, &selection.read());
        let sections = questionnaire.pack.sections().iter().enumerate();
        let lists = sections.filter_map(|(place, section)| {
            let mine: Vec<&Group> =
                groups.iter().filter(|group| group.section == place).copied().collect();
            (!mine.is_empty()).then(|| task_list(state, &id, section, &mine, found).done())
        });
        Some(lists.collect::<Vec<_>>().into_any())
    })
}

fn task_list(
    state: State,
    id: &AssessmentId,
    section: &Section,
    groups: &[&Group],
    found: Memo<Vec<Finding>>,
) -> El {
    let label = state.questionnaire().texts.section(&section.id).to_owned();
    let rows = rows(groups.iter().map(|group| task_row(state, id, group, found)));
    el("section").el(el("h2").string(label)).el(rows)
}

fn task_row(state: State, id: &AssessmentId, group: &Group, found: Memo<Vec<Finding>>) -> El {
    let title = state.questionnaire().texts.group(&group.id).to_owned();
    let href = Route::Assessment(id.clone(), Page::Group(group.id.clone())).href();
    let measure = state.measure(Subject::Group(group.id.clone()));
    let group = group.clone();
    let (number, subject) = (group.id.to_string(), Subject::Group(group.id.clone()));
    let counts = text(move || {
        measure.get().map(|measure| counts_in_words(&measure.counts)).unwrap_or_default()
    });
    let gaps = text(move || found.with(|found| findings_in_words(state, found, &group)));
    let words =
        el("p")
            .class("task-counts quiet")
            .el(el("span").live(counts))
            .text(" ")
            .el(el("span").class("task-findings").live(gaps));
    let main = el("div").class("row-main").el(numbered(href, number, title)).el(words);
    el("li").class("row task").el(main).child(measure_line(state, subject))
}

/// "3 rated, 1 don’t know, 2 open": what there is none of isn't named.
fn counts_in_words(counts: &Counts) -> String {
    let parts = [
        (Key::TableRated, counts.rated),
        (Key::TableDontKnow, counts.dont_know),
        (Key::TableOpen, counts.unanswered),
        (Key::TableExcluded, counts.excluded),
    ];
    listed(&parts)
}

/// "1 major, 2 minor": the findings at a group and at its items.
fn findings_in_words(state: State, found: &[Finding], group: &Group) -> String {
    let questionnaire = state.questionnaire();
    let items = questionnaire.pack.items_of(group);
    let is_here = |finding: &&Finding| match &finding.at {
        Place::Group(id) => *id == group.id,
        Place::Item(id) => items.iter().any(|item: &Item| item.id == *id),
    };
    let mut counts = [0_u64; 3];
    for finding in found.iter().filter(is_here) {
        let [majors, minors, opportunities] = &mut counts;
        let count = match finding.grade {
            Grade::Major => majors,
            Grade::Minor => minors,
            Grade::Opportunity => opportunities,
        };
        *count = count.saturating_add(1);
    }
    let [majors, minors, opportunities] = counts;
    let words = listed(&[
        (Key::TableMajors, majors),
        (Key::TableMinors, minors),
        (Key::TableOpportunities, opportunities),
    ]);
    if words.is_empty() { words } else { fill(Key::TableFindings, &[("findings", &words)]) }
}

fn listed(parts: &[(Key, u64)]) -> String {
    let parts = parts.iter().filter(|(_, number)| *number > 0);
    let parts = parts.map(|(key, number)| fill(*key, &[("number", &number.to_string())]));
    parts.collect::<Vec<_>>().join(", ")
}

/// On top of the overview of a quick check: the ways on from here.
pub fn hub_notice(state: State, id: AssessmentId) -> AnyView {
    let selection = selection(state);
    part(move || {
        if *selection.read() != Selection::Quick {
            return None;
        }
        // Only what is asked can be open.
        let ways = {
            let id = id.clone();
            part(move || {
                let next = Memo::new(move |_| state.next_open());
                let page = next.get().map_or(Page::Review, Page::Quick);
                let way = |look, key, page| {
                    button_link(look, t(key), Route::Assessment(id.clone(), page).href())
                };
                let ways = [
                    way(Look::Primary, Key::TableQuickContinue, page),
                    way(Look::Plain, Key::TableQuickResult, Page::Result),
                    ask_all(state),
                ];
                Some(buttons(ways).done())
            })
        };
        let count = asked(state).len().to_string();
        let card = el("section")
            .class("card quick-card")
            .is("aria-labelledby", "quick-card")
            .el(el("h2").is("id", "quick-card").text(t(Key::TableQuickTitle)))
            .el(el("p").string(fill(Key::TableQuickText, &[("number", &count)])))
            .child(ways);
        Some(card.done())
    })
}

/// Above an item that isn't asked: that it counts nowhere, and how it would.
pub fn item_notice(state: State, item: ItemId) -> AnyView {
    let selection = selection(state);
    part(move || {
        let questionnaire = state.questionnaire();
        if selection.read().asks(questionnaire.pack.item(&item)?) {
            return None;
        }
        let words = el("p").class("notice-text").text(t(Key::TableNotAsked));
        Some(el("div").class("notice").el(words).el(ask_all(state)).done())
    })
}

/// The way from a part of the questions to all of them.
pub fn ask_all(state: State) -> El {
    button(Look::Plain, t(Key::TableAskAll), move || {
        state.dispatch(Action::Select(Selection::All));
        // The button goes away.
        when_drawn(page::focus_heading);
    })
}

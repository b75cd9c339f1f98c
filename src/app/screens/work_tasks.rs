//! The task list: every clause and theme with what is done, what is open, and what was found.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            badge::sign,
            button::{Look, button, button_link, buttons},
            measure::measure_line,
            row::{item_href, numbered, rows},
        },
        el::{El, el},
        live::{flag, part, text, when_drawn},
        route::{Page, Route},
        state::State,
        words::{fill, t, texts},
    },
    find::asked,
    find_fields::WORDS,
    outlook::outlook_now,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::Assessment,
        explain::Subject,
        filter::{Condition, Filter},
        finding::{Finding, Grade, Place},
        id::{AssessmentId, GroupId, ItemId},
        pack::{Group, Item, Pack, Section},
        score::Counts,
        selection::Selection,
    },
    text::{
        Key,
        outcome::{Names, finding_text, grade_text},
    },
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
    let whole = findings_of_whole(state, found, group.id.clone());
    let gaps = Memo::new(move |_| found.with(|found| findings_in_words(state, found, &group)));
    let findings = el("a")
        .class("task-findings")
        .attr("href", Route::Assessment(id.clone(), Page::Findings).href())
        .absent(flag(move || gaps.with(String::is_empty)))
        .live(gaps.into());
    let words =
        el("p").class("task-counts quiet").el(el("span").live(counts)).text(" ").el(findings);
    let main = el("div").class("row-main").el(numbered(href, number, title)).el(words);
    el("li").class("row task").el(main).child(measure_line(state, subject)).child(whole)
}

/// What was found at a group as a whole, each with its grade and reason.
pub fn findings_of_whole(state: State, found: Memo<Vec<Finding>>, group: GroupId) -> AnyView {
    let here = Memo::new(move |_| {
        let is_here = |finding: &&Finding| matches!(&finding.at, Place::Group(id) if *id == group);
        found.with(|found| found.iter().filter(is_here).cloned().collect::<Vec<_>>())
    });
    part(move || {
        let lines = here.get().into_iter().map(|finding| {
            let words = whole_in_words(state, &finding);
            el("p").class("whole-finding").child(sign("!")).el(el("span").string(words)).done()
        });
        Some(lines.collect::<Vec<_>>().into_any())
    })
}

/// "Major nonconformity. In 6 Planning, 3 of 9 requirements …".
pub fn whole_in_words(state: State, finding: &Finding) -> String {
    let questionnaire = state.questionnaire();
    let handbook = state.handbook().map(|(_, texts)| texts);
    let reason = state.with_assessment(|assessment| {
        let names = Names { pack: &questionnaire.texts, handbook, assessment };
        finding_text(texts(), &names, finding)
    });
    format!("{}. {}", grade_text(texts(), finding.grade), reason.unwrap_or_default())
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

/// How many items are asked and how many there are, where not all are asked.
fn asked_of_all(state: State) -> Option<[String; 2]> {
    let (number, all) = (asked(state).len(), state.questionnaire().pack.items().len());
    (number < all).then(|| [number, all].map(|count| count.to_string()))
}

/// On top of the overview, where only a part is asked: the ways on from here.
pub fn hub_notice(state: State, id: AssessmentId) -> AnyView {
    let selection = selection(state);
    part(move || {
        let is_quick = *selection.read() == Selection::Quick;
        let [number, all] = asked_of_all(state)?;
        let values = [("number", &*number), ("all", &*all)];
        let (title, words) = if is_quick {
            (t(Key::TableQuickTitle).to_owned(), fill(Key::TableQuickText, &values))
        } else {
            (fill(Key::TablePartTitle, &values), t(Key::TablePartText).to_owned())
        };
        // Only what is asked can be open.
        let next = Memo::new(move |_| state.next_open());
        let ways = {
            let id = id.clone();
            part(move || {
                let next = next.get();
                let to_all = |look| (!state.read_only.get()).then(|| ask_all(look, state));
                if !is_quick {
                    let nothing_else = next.is_none() && waiting(state).is_none();
                    let look = if nothing_else { Look::Primary } else { Look::Plain };
                    return to_all(look).map(|way| buttons([way]).done());
                }
                let page = next.map_or(Page::Review, Page::Quick);
                let way = |look, key, page| {
                    button_link(look, t(key), Route::Assessment(id.clone(), page).href())
                };
                let ways = [
                    way(Look::Primary, Key::TableQuickContinue, page),
                    way(Look::Plain, Key::TableQuickResult, Page::Result),
                ];
                Some(buttons(ways.into_iter().chain(to_all(Look::Plain))).done())
            })
        };
        let card = el("section")
            .class("card quick-card")
            .is("aria-labelledby", "quick-card")
            .el(el("h2").is("id", "quick-card").string(title))
            .el(el("p").string(words))
            .child(ways);
        Some(card.done())
    })
}

/// Above numbers and tables, where only a part is asked: that it is one, and the way to all.
pub fn part_line(state: State) -> AnyView {
    let selection = selection(state);
    part(move || {
        selection.with(|_| ());
        let [number, all] = asked_of_all(state)?;
        let words = fill(Key::TablePartLine, &[("number", &number), ("all", &all)]);
        let way = (!state.read_only.get()).then(|| ask_all(Look::Quiet, state).done());
        let line = el("div").class("part-line").el(el("p").string(words));
        Some(line.child_maybe(way).done())
    })
}

/// The filter for what is marked for review.
fn marked() -> Filter {
    Filter { condition: Some(Condition::Review), ..Filter::default() }
}

/// The first of the items that are marked for review, and how many there are.
fn waiting(state: State) -> Option<(ItemId, usize)> {
    let asked = asked(state);
    let of = |assessment: &Assessment| {
        let is_marked =
            |item: &&ItemId| assessment.answer(item).is_some_and(|answer| answer.review);
        let mut waiting = asked.iter().filter(is_marked);
        let first = waiting.next().cloned();
        first.map(|first| (first, waiting.count().saturating_add(1)))
    };
    state.with_assessment(of).flatten()
}

/// How many items are marked for review, and the ways through them: the first thing to do where nothing
/// is open any more.
pub fn review_notice(state: State, id: AssessmentId) -> AnyView {
    let waiting = Memo::new(move |_| waiting(state));
    // A quick check has its own way on.
    let is_first = Memo::new(move |_| {
        let quick = state.with_assessment(|assessment| assessment.selection == Selection::Quick);
        state.next_open().is_none() && quick != Some(true)
    });
    part(move || {
        let (first, count) = waiting.get()?;
        let look = if is_first.get() { Look::Primary } else { Look::Plain };
        let count = fill(Key::TableReviewCount, &[("number", &count.to_string())]);
        // Previous and next lead through what is found.
        let go = button_link(look, t(Key::TableReviewGo), item_href(&id, &first))
            .on("click", move |_| state.find.set(marked()));
        let list = button(Look::Quiet, t(Key::TableReviewList), move || {
            state.find.set(marked());
            page::focus(WORDS);
        });
        let words = el("div")
            .class("notice-text")
            .el(el("p").class("review-mark").string(count))
            .el(el("p").text(t(Key::TableReviewText)))
            .el(buttons([go, list]));
        Some(el("div").class("notice review-notice").el(words).done())
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
        Some(el("div").class("notice").el(words).el(ask_all(Look::Plain, state)).done())
    })
}

/// The way from a part of the questions to all of them.
pub fn ask_all(look: Look, state: State) -> El {
    button(look, t(Key::TableAskAll), move || {
        state.dispatch(Action::Select(Selection::All));
        // What they said of a part isn't true of everything.
        state.messages.close_reminders();
        // The button goes away.
        when_drawn(page::focus_heading);
    })
}

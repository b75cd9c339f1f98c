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
    find_text::text_of,
    outlook::outlook_now,
    work::item_meta,
    work_field::{choice, labelled, levels},
    work_tasks::{task_lists, whole_in_words},
};
use crate::{
    browser::page,
    domain::{
        assessment::Rating,
        filter::{Condition, Filter, Material, Owner, of_groups, owners},
        finding::{Grade, Place},
        id::{AssessmentId, ItemId},
        pack::Item,
    },
    text::{Key, StepTexts, entry},
};

/// The id of the field for words.
pub const WORDS: &str = "find-words";

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

fn fields(state: State) -> El {
    let change = move |edit: &dyn Fn(&mut Filter)| state.find.update(|filter| edit(filter));
    let label = el("label").is("for", WORDS).text(t(Key::FilterWords));
    let words = el("input")
        .is("type", "search")
        .is("id", WORDS)
        .class("input")
        .is("autocomplete", "off")
        .is("aria-describedby", "find-hint")
        .value(text(move || state.find.with(|filter| filter.words.clone())))
        .on("input", move |event| {
            let words = event_target_value(&event);
            change(&|filter| filter.words.clone_from(&words));
        });
    let hint = el("p").class("hint").is("id", "find-hint").text(t(Key::FilterWordsHint));
    let filters = el("div")
        .class("find-filters")
        .el(labelled("find-state", Key::FilterState, by_condition(state)))
        .el(labelled("find-rating", Key::FilterRating, by_rating(state)))
        .child(by_owner(state))
        .el(labelled("find-attribute", Key::FilterAttribute, by_attribute(state)))
        .child(by_step(state));
    // Where there is little room, words come first.
    let set = state.find.with_untracked(|filter| {
        *filter != Filter { words: filter.words.clone(), ..Filter::default() }
    });
    let more = el("details")
        .class("find-more")
        .attr_maybe("open", (set || page::is_wide()).then(String::new))
        .el(el("summary").text(t(Key::FilterMore)))
        .el(filters);
    el("form")
        .is("role", "search")
        .is("aria-labelledby", "find-title")
        .on("submit", |event| event.prevent_default())
        .el(el("div").class("field").el(label).el(hint).el(words))
        .el(more)
}

fn any() -> (String, String) {
    (String::new(), t(Key::FilterAny).to_owned())
}

fn by_condition(state: State) -> El {
    let named = Condition::ALL.iter().enumerate();
    let choices = named
        .map(|(place, condition)| (place.to_string(), t(condition_name(*condition)).to_owned()));
    let chosen = text(move || {
        let chosen = state.find.with(|filter| filter.condition);
        let place = Condition::ALL.iter().position(|condition| Some(*condition) == chosen);
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    choice([any()].into_iter().chain(choices), chosen, move |place| {
        let place = place.parse::<usize>().ok();
        let condition = place.and_then(|place| Condition::ALL.get(place).copied());
        state.find.update(|filter| filter.condition = condition);
    })
}

const fn condition_name(condition: Condition) -> Key {
    match condition {
        Condition::Open => Key::RatingUnanswered,
        Condition::DontKnow => Key::RatingDontKnow,
        Condition::Rated => Key::FilterRated,
        Condition::Excluded => Key::RatingExcluded,
        Condition::Review => Key::WorkReviewBadge,
        Condition::Overdue => Key::WorkOverdue,
        Condition::Finding(Grade::Major) => Key::OutcomeMajor,
        Condition::Finding(Grade::Minor) => Key::OutcomeMinor,
        Condition::Finding(Grade::Opportunity) => Key::OutcomeOpportunity,
    }
}

fn by_rating(state: State) -> El {
    let dont_know = (Rating::DONT_KNOW.to_owned(), t(Key::RatingDontKnow).to_owned());
    let choices = [any()].into_iter().chain(levels(state)).chain([dont_know]);
    let chosen = text(move || {
        let rating = state.find.with(|filter| filter.rating.clone());
        rating.map(|rating| rating.to_string()).unwrap_or_default()
    });
    choice(choices, chosen, move |rating| {
        state.find.update(|filter| filter.rating = Rating::parse(&rating));
    })
}

/// Nobody has an empty name, and no name begins with white space.
const NOBODY: &str = " ";

fn by_owner(state: State) -> AnyView {
    let known = Memo::new(move |_| state.with_assessment(owners).unwrap_or_default());
    part(move || {
        let nobody = (NOBODY.to_owned(), t(Key::FilterNobody).to_owned());
        let names = known.get().into_iter().map(|name| (name.clone(), name));
        let chosen = text(move || match state.find.with(|filter| filter.owner.clone()) {
            None => String::new(),
            Some(Owner::Nobody) => NOBODY.to_owned(),
            Some(Owner::Named(name)) => name,
        });
        let field = choice([any(), nobody].into_iter().chain(names), chosen, move |name| {
            let owner = match name.as_str() {
                "" => None,
                NOBODY => Some(Owner::Nobody),
                _ => Some(Owner::Named(name)),
            };
            state.find.update(|filter| filter.owner.clone_from(&owner));
        });
        Some(labelled("find-owner", Key::FilterOwner, field).done())
    })
}

fn by_attribute(state: State) -> El {
    let questionnaire = state.questionnaire();
    let (pack, words) = (&questionnaire.pack, &questionnaire.texts);
    let write = |(attribute, value): (usize, usize)| format!("{attribute}/{value}");
    let chosen =
        text(move || state.find.with(|filter| filter.attribute).map(write).unwrap_or_default());
    let attributes = pack.attributes().iter().enumerate().map(|(place, attribute)| {
        let values = attribute.values.iter().enumerate().map(|(value, name)| {
            let value = write((place, value));
            let mine = value.clone();
            el("option")
                .attr("value", value)
                .flag("selected", flag(move || chosen.get() == mine))
                .string(words.value(name.as_str()).to_owned())
                .done()
        });
        let name = words.attribute(attribute.id.as_str()).to_owned();
        el("optgroup").attr("label", name).children(values).done()
    });
    choice([any()], chosen, move |value| {
        let places = value.split_once('/');
        let places = places.and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
        state.find.update(|filter| filter.attribute = places);
    })
    .children(attributes)
}

fn by_step(state: State) -> AnyView {
    // Their titles arrive later than their numbers.
    part(move || Some(labelled("find-step", Key::FilterStep, steps(state)).done()))
}

fn steps(state: State) -> El {
    let questionnaire = state.questionnaire();
    let mut steps: Vec<u64> = questionnaire.pack.items().iter().map(|item| item.step).collect();
    steps.sort_unstable();
    steps.dedup();
    let handbook = state.handbook();
    let named = steps.into_iter().map(|step| {
        let number = step.to_string();
        let words = handbook.and_then(|(_, texts)| entry(&texts.steps, &number));
        let words = match words {
            Some(StepTexts { title, .. }) => format!("{number} {title}"),
            None => number.clone(),
        };
        (number, words)
    });
    let chosen = text(move || {
        state.find.with(|filter| filter.step).map(|step| step.to_string()).unwrap_or_default()
    });
    choice([any()].into_iter().chain(named), chosen, move |step| {
        state.find.update(|filter| filter.step = step.parse().ok());
    })
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

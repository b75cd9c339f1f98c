//! All that is worked out about an item beside its rating: whether it applies, check-points, note,
//! evidence, who sees to it by when, and the ways to its neighbours.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            badge::sign,
            button::{Look, button},
            exclusion::exclusion,
            neighbours::neighbours,
            note::note_field,
            row::item_href,
            segments::{Segment, clear_button, segments},
        },
        el::{El, el},
        live::{Act, flag, part, text, when_drawn},
        route::{Page, Route},
        state::{State, now},
        words::{calendar_day, fill, t},
    },
    find::neighbours_of,
    guidance::check_points,
    work_evidence::evidence,
    work_field::{Entered, day_field, labelled, owner_input, owner_list},
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::Answer,
        due::is_overdue,
        id::{AssessmentId, ItemId},
        pack::{Item, Kind},
        scope::standing,
    },
    text::Key,
};

/// Everything below the rating of an item.
pub fn work(state: State, id: &AssessmentId, item: &Item) -> AnyView {
    let applies = (item.kind == Kind::Control).then(|| exclusion(state, item.id.clone()));
    let proof = el("section")
        .class("work")
        .el(el("h2").text(t(Key::WorkProof)))
        .child(note_field(state, item.id.clone()))
        .child(evidence(state, item.id.clone()));
    el("div")
        .child_maybe(applies)
        .child(check_points(state, item.clone()))
        .el(proof)
        .el(plan(state, &item.id))
        .el(ways(state, id, &item.id))
        .done()
}

fn plan(state: State, item: &ItemId) -> El {
    let legend = el("legend").class("work-title").text(t(Key::WorkPlan));
    el("fieldset")
        .class("work plan")
        .flag("disabled", state.read_only.into())
        .el(legend)
        .el(el("div").class("plan-fields").el(owner(state, item)).el(due(state, item)))
        .child(lateness(state, item.clone()))
        .child(target(state, item))
        .el(review(state, item))
        .child(owner_list(state))
}

fn answered(state: State, item: &ItemId, f: fn(&Answer) -> String) -> Signal<String> {
    let item = item.clone();
    text(move || f(&state.answer(&item)))
}

fn owner(state: State, item: &ItemId) -> El {
    let value = answered(state, item, |answer| answer.owner.clone());
    let item = item.clone();
    let input = owner_input(value)
        .on("input", move |event| {
            state.type_in(Action::Owner(item.clone(), event_target_value(&event)));
        })
        .on("blur", move |_| state.pause_typing());
    labelled("owner", Key::WorkOwner, input)
}

fn due(state: State, item: &ItemId) -> El {
    let value = answered(state, item, |answer| {
        answer.due.as_ref().map(|due| due.as_str().to_owned()).unwrap_or_default()
    });
    let item = item.clone();
    day_field("due", Key::WorkDue, value, move |entered| {
        let due = match entered {
            Entered::Blank => None,
            Entered::Day(day) => Some(day),
            Entered::Incomplete => return,
        };
        state.dispatch(Action::Due(item.clone(), due));
    })
}

/// Whether the due date of an item is over, following its answer.
fn is_late(state: State, item: &ItemId, answer: &Answer) -> bool {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    pack.item(item).is_some_and(|known| {
        let (standing, _) = standing(pack, known, Some(answer));
        is_overdue(pack, answer, &standing, &now())
    })
}

fn lateness(state: State, item: ItemId) -> AnyView {
    part(move || {
        let answer = state.answer(&item);
        let has_target = answer.target.is_some();
        let key = if has_target { Key::WorkOverdueHint } else { Key::WorkOverdueUnplaced };
        is_late(state, &item, &answer)
            .then(|| el("p").class("late").child(sign("!")).text(t(key)).done())
    })
}

fn target(state: State, item: &ItemId) -> AnyView {
    let questionnaire = state.questionnaire();
    let levels = questionnaire.pack.scale().levels().iter();
    let choices = levels.map(|level| {
        let (mine, code) = (item.clone(), level.code.clone());
        let chosen = flag(move || state.answer(&mine).target.as_ref() == Some(&code));
        let (item, code) = (item.clone(), level.code.clone());
        let choose: Act = Box::new(move || {
            state.dispatch(Action::Target(item.clone(), Some(code.clone())));
        });
        let label = questionnaire.texts.level(&level.code).to_owned();
        Segment { label, chosen, choose }
    });
    let cleared = item.clone();
    let clear = clear_button(Key::ChoiceClear, move || {
        state.dispatch(Action::Target(cleared.clone(), None));
    });
    let legend = t(Key::WorkTarget).to_owned();
    let read_only = state.read_only.into();
    segments("segments target", "target", legend, read_only, choices).el(clear).done()
}

fn review(state: State, item: &ItemId) -> El {
    let marked = item.clone();
    let toggled = item.clone();
    let input = el("input")
        .is("type", "checkbox")
        .is("id", "review")
        .is("aria-describedby", "review-hint")
        .flag("checked", flag(move || state.answer(&marked).review))
        .on("change", move |event| {
            state.dispatch(Action::Review(toggled.clone(), event_target_checked(&event)));
        });
    let label = el("label").is("for", "review").text(t(Key::WorkReview));
    el("div")
        .el(el("div").class("check").el(input).el(label))
        .el(el("p").class("hint check-hint").is("id", "review-hint").text(t(Key::WorkReviewHint)))
}

/// The id of what is said of a mark for review that was taken away.
const REVIEWED: &str = "reviewed";

/// Above the rating of an item that is marked for review: what to do, and afterwards that it is done.
pub fn review_notice(state: State, item: ItemId) -> AnyView {
    let marked = {
        let item = item.clone();
        Memo::new(move |_| state.answer(&item).review)
    };
    let rated = {
        let item = item.clone();
        Memo::new(move |_| state.answer(&item).rating.is_some())
    };
    let was_marked = StoredValue::new(false);
    part(move || {
        if marked.get() {
            was_marked.set_value(true);
            let item = item.clone();
            let holds = move || {
                state.dispatch(Action::Review(item.clone(), false));
                // The button goes away.
                when_drawn(|| page::focus(REVIEWED));
            };
            let rated = rated.get();
            let key = if rated { Key::WorkReviewNow } else { Key::WorkReviewNowOpen };
            let words = el("p").class("notice-text review-mark").text(t(key));
            let able = rated && !state.read_only.get();
            let holds = able.then(|| button(Look::Plain, t(Key::WorkReviewHolds), holds).done());
            return Some(el("div").class("notice reviewing").el(words).child_maybe(holds).done());
        }
        was_marked.get_value().then(|| {
            let words = el("p")
                .class("notice-text")
                .is("id", REVIEWED)
                .is("tabindex", "-1")
                .text(t(Key::WorkReviewed));
            el("div").class("notice reviewing").el(words).done()
        })
    })
}

/// In lists: the mark for review, who sees to an item, and by when.
pub fn item_meta(state: State, item: ItemId) -> AnyView {
    part(move || {
        let answer = state.answer(&item);
        let mut facts = Vec::new();
        let mut fact = |class: &'static str, words: String| {
            facts.push(el("span").class(class).string(words).done());
        };
        if answer.review {
            fact("meta review-mark", t(Key::WorkReviewBadge).to_owned());
        }
        let owner = answer.owner.trim();
        if !owner.is_empty() {
            fact("meta", fill(Key::WorkOwnedBy, &[("owner", owner)]));
        }
        if let Some(due) = &answer.due {
            let late = is_late(state, &item, &answer);
            let key = if late { Key::WorkDueLate } else { Key::WorkDueOn };
            let class = if late { "meta late" } else { "meta" };
            fact(class, fill(key, &[("day", &calendar_day(due))]));
        }
        (!facts.is_empty()).then(|| el("span").class("item-meta").children(facts).done())
    })
}

/// The ways to the neighbours, among what is found if something is looked for.
fn ways(state: State, id: &AssessmentId, item: &ItemId) -> El {
    let questionnaire = state.questionnaire();
    let (before, after, found) = neighbours_of(state, item);
    let named = |item: ItemId| {
        (item_href(id, &item), format!("{item} {}", questionnaire.texts.full_title(&item)))
    };
    let back = found.map(|found| {
        let hub = Route::Assessment(id.clone(), Page::Hub).href();
        let words = fill(Key::FilterAmong, &[("found", &found.to_string())]);
        let link = el("a").attr("href", hub).text(t(Key::FilterBack));
        el("p").class("quiet among").string(words).text(" ").el(link).done()
    });
    let ways = neighbours(Key::ItemNeighbours, before.map(named), after.map(named));
    el("div").child_maybe(back).el(ways)
}

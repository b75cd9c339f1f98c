//! A document or record: how far it is, what it must contain, where it is and who keeps it.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                badge::sign,
                row::item_href,
                segments::{Segment, segments},
            },
            el::{El, el},
            live::{flag, part, text},
            state::{State, now},
            words::{calendar_day, fill, t},
        },
        work_field::{Entered, day_field, labelled, owner_input},
    },
    List,
};
use crate::{
    domain::{
        action::Action,
        document::{DocumentEntry, DocumentResult, DocumentState},
        document_list::is_review_due,
        id::DocumentId,
        time::Day,
        work::action::WorkAction,
    },
    text::{DocumentTexts, Key, entry, names::document_state_key, work::form_key},
};

/// What was written down of it, following its changes.
fn written(state: State, id: &DocumentId) -> DocumentEntry {
    let entry = state.with_assessment(|it| it.work().documents.get(id).cloned());
    entry.flatten().unwrap_or_default()
}

fn with(state: State, id: &DocumentId, edit: impl FnOnce(&mut DocumentEntry)) -> Action {
    let mut entry = untrack(|| written(state, id));
    edit(&mut entry);
    WorkAction::Document(id.clone(), entry).into()
}

/// The id of the heading of a row.
pub fn heading_id(id: &str) -> String {
    format!("document-{id}")
}

/// The row; `None` for one that has no words.
pub fn row(list: List, id: &DocumentId) -> Option<El> {
    let (_, texts) = list.state.handbook()?;
    let texts = entry(&texts.documents, id.as_str())?;
    let result = list.result(id)?;
    let mine = id.clone();
    let hidden = flag(move || !list.is_shown(&mine));
    let main = el("div")
        .class("document-main")
        .el(el("h3")
            .attr("id", heading_id(id.as_str()))
            .is("tabindex", "-1")
            .string(texts.title.clone()))
        .el(about(list, &result))
        .child(notes(list, id.clone()));
    let row = el("li")
        .class("document-row")
        .absent(hidden)
        .el(el("div").class("document-head").el(main).el(states(list.state, id, texts)))
        .el(more(list.state, id, texts));
    Some(row)
}

fn about(list: List, result: &DocumentResult) -> El {
    let title = list.state.questionnaire().texts.title(&result.item).to_owned();
    let link = el("a")
        .attr("href", item_href(&list.id.get_value(), &result.item))
        .string(format!("{} {title}", result.item));
    el("p").class("quiet").text(t(form_key(result.form))).text(" · ").el(link)
}

/// Who keeps it and where, when it is due again, and what is wrong with it.
fn notes(list: List, id: DocumentId) -> AnyView {
    let state = list.state;
    let seen = Memo::new(move |_| Some((list.result(&id)?, written(state, &id))));
    part(move || {
        let (result, entry) = seen.get()?;
        let mut facts = Vec::new();
        let mut fact = |class: &'static str, words: String| {
            facts.push(el("span").class(class).string(words).done());
        };
        if !result.needed {
            let why = fill(Key::DocumentsNotNeededWhy, &[("item", result.item.as_str())]);
            fact("meta", why);
        }
        let (owner, place) = (entry.owner.trim(), entry.place.trim());
        if !place.is_empty() {
            fact("meta", place.to_owned());
        }
        if !owner.is_empty() {
            fact("meta", fill(Key::WorkOwnedBy, &[("owner", owner)]));
        }
        if let Some(day) = &entry.review {
            let due = is_review_due(&entry, &now());
            let key = if due { Key::DocumentsReviewDueSince } else { Key::DocumentsReviewOn };
            let class = if due { "meta late" } else { "meta" };
            fact(class, fill(key, &[("day", &calendar_day(day))]));
        }
        let finding = (result.is_lacking() && result.state.is_some()).then(|| {
            let words = el("span").text(t(Key::DocumentsIsFinding));
            el("span").class("badge missing").child(sign("!")).el(words).done()
        });
        facts.extend(finding);
        (!facts.is_empty()).then(|| el("p").class("document-notes").children(facts).done())
    })
}

fn states(state: State, id: &DocumentId, texts: &DocumentTexts) -> El {
    let all = [None].into_iter().chain(DocumentState::ALL.map(Some));
    let choices = all.map(|wanted| {
        let (mine, changed) = (id.clone(), id.clone());
        Segment::new(
            t(document_state_key(wanted)),
            flag(move || written(state, &mine).state == wanted),
            move || state.dispatch(with(state, &changed, |entry| entry.state = wanted)),
        )
    });
    let legend = fill(Key::DocumentsStateOf, &[("document", &texts.title)]);
    let read_only = state.read_only.into();
    segments("segments rating-row", &format!("state-{id}"), legend, read_only, choices)
}

/// What it must contain, and the fields that few need at once.
fn more(state: State, id: &DocumentId, texts: &DocumentTexts) -> El {
    let fact = |name: Key, words: &str| {
        el("div").el(el("dt").text(t(name))).el(el("dd").string(words.to_owned())).done()
    };
    let facts = el("dl").class("document-parts").children([
        fact(Key::DocumentsContains, &texts.contains),
        fact(Key::DocumentsLook, &texts.look),
    ]);
    let value = |read: fn(&DocumentEntry) -> String| {
        let id = id.clone();
        text(move || read(&written(state, &id)))
    };
    let place = el("input").class("input").is("autocomplete", "off");
    let place = place.value(value(|entry| entry.place.clone()));
    let place = typed(state, id, place, |entry, place| entry.place = place);
    let owner = owner_input(value(|entry| entry.owner.clone()));
    let owner = typed(state, id, owner, |entry, owner| entry.owner = owner);
    let review = value(|entry| entry.review.as_ref().map(Day::to_string).unwrap_or_default());
    let mine = id.clone();
    let review = day_field(&format!("review-{id}"), Key::DocumentsReview, review, move |entered| {
        let review = match entered {
            Entered::Blank => None,
            Entered::Day(day) => Some(day),
            Entered::Incomplete => return,
        };
        state.dispatch(with(state, &mine, |entry| entry.review = review));
    });
    let fields = el("fieldset")
        .class("plan-fields no-paper")
        .flag("disabled", state.read_only.into())
        .el(el("legend").class("visually-hidden").string(texts.title.clone()))
        .el(labelled(&format!("place-{id}"), Key::DocumentsPlace, place))
        .el(labelled(&format!("owner-{id}"), Key::WorkOwner, owner))
        .el(review);
    let of = el("span").class("visually-hidden").string(format!(": {}", texts.title));
    // Whoever was led to this row wants to see it whole.
    let led = state.landing.with_value(|row| row.as_deref() == Some(id.as_str()));
    el("details")
        .class("document-more")
        .attr_maybe("open", led.then(String::new))
        .el(el("summary").text(t(Key::DocumentsMore)).el(of))
        .el(facts)
        .el(fields)
}

fn typed(state: State, id: &DocumentId, field: El, write: fn(&mut DocumentEntry, String)) -> El {
    let id = id.clone();
    field
        .on("input", move |event| {
            let value = event_target_value(&event);
            state.type_in(with(state, &id, |entry| write(entry, value)));
        })
        .on("blur", move |_| state.pause_typing())
}

//! A risk: what could happen, how likely and how bad, what treats it, and what is done about it.

mod aim;
pub mod calls;
mod computed;
mod controls;
mod entry;
mod facts;
mod judge;
pub mod level;
pub mod naming;
mod treat;

use leptos::prelude::*;

use self::entry::Entry;
use super::{
    super::{
        components::{
            button::{Look, button},
            neighbours::neighbours,
            title::title,
            views::views,
        },
        el::{El, el},
        live::{part, text, when_drawn},
        messages::Message,
        route::{Page, Route},
        state::{State, now},
        words::{fill, t, texts},
    },
    work_field::owner_list,
};
use crate::{
    browser::{location, page},
    domain::{
        assessment::Assessment,
        id::{AssessmentId, RiskId},
        risk::{carry::remove_risk, level::RiskNotice, register::Risk},
        work::action::WorkAction,
    },
    text::{
        Key,
        risk::{notice_text, risk_name},
    },
};

/// The page.
pub fn risk(state: State, id: &AssessmentId, risk: &RiskId) -> Vec<El> {
    let entry = Entry::new(state, risk);
    let exists = entry.exists();
    let named = {
        let entry = entry.clone();
        text(move || {
            if !exists.get() {
                return t(Key::RisksTitle).to_owned();
            }
            entry.read(|risk| risk_name(texts(), risk.number, &risk.title))
        })
    };
    let back = el("a").attr("href", risks_href(id)).text(t(Key::RiskBack));
    let views = views(id, &Page::Risks);
    let id = id.clone();
    {
        let (id, risk) = (id.clone(), risk.clone());
        // The next page is drawn first: it mustn't hear of a change in the middle of that.
        on_cleanup(move || when_drawn(move || leave(state, &id, &risk)));
    }
    let body = part(move || {
        if !exists.get() {
            return Some(el("p").class("empty").text(t(Key::RiskGone)).done());
        }
        Some(untrack(|| body(&id, &entry)).done())
    });
    vec![views, el("p").class("risk-back").el(back), title(named), el("div").child(body)]
}

/// Where the register is.
pub fn risks_href(id: &AssessmentId) -> String {
    Route::Assessment(id.clone(), Page::Risks).href()
}

/// Where a risk is.
pub fn risk_href(id: &AssessmentId, risk: &RiskId) -> String {
    Route::Assessment(id.clone(), Page::Risk(risk.clone())).href()
}

/// Takes back the adding of a risk into which nothing was entered, if nothing else was done since.
fn leave(state: State, assessment: &AssessmentId, id: &RiskId) {
    let is_elsewhere =
        state.open_id().as_ref() != Some(assessment) || state.read_only.get_untracked();
    if is_elsewhere || risk_href(assessment, id).strip_prefix('#') == Some(&*location::fragment()) {
        return;
    }
    let risk = |assessment: &Assessment| assessment.work().risks.get(id).cloned();
    let Some(risk) = untrack(|| state.with_assessment(risk)).flatten() else { return };
    let is_blank = risk == Risk { number: risk.number, ..Risk::default() };
    let added = WorkAction::Risk(id.clone(), Some(Box::new(risk))).into();
    if is_blank && state.history.with_untracked(|history| history.is_last(&added)) {
        state.undo();
    }
}

fn body(id: &AssessmentId, entry: &Entry) -> El {
    let state = entry.state;
    let form = el("fieldset")
        .class("risk-page")
        .flag("disabled", state.read_only.into())
        .el(facts::facts(entry))
        .el(judge::judge(entry))
        .el(controls::controls(id, entry))
        .el(treat::treat(entry))
        .child(owner_list(state))
        .el(delete(id, entry));
    el("div").child(notices(entry)).el(computed::computed(entry)).el(form).child(beside(id, entry))
}

/// What wants attention, each with the way to where it is mended.
fn notices(entry: &Entry) -> AnyView {
    let entry = entry.clone();
    // Their words follow all changes, but what is drawn of them only their own.
    let told = Memo::new(move |_| {
        let notices = entry.result.with(|result| {
            let result = result.as_ref()?;
            Some(entry.read(|risk| result.notices_at(risk, &now())))
        });
        naming::with_names(entry.state, |names| {
            let told = |notice| (place_of(&notice), notice_text(texts(), names, &notice));
            notices.into_iter().flatten().map(told).collect::<Vec<_>>()
        })
    });
    part(move || {
        let told = told.get();
        if told.is_empty() {
            return None;
        }
        let rows = told.into_iter().map(|((place, label), words)| {
            let go = button(Look::Quiet, t(label), move || page::focus(place));
            el("li").el(el("span").string(words)).text(" ").el(go).done()
        });
        let list = el("ul").class("risk-notices").children(rows.collect::<Vec<_>>());
        Some(
            el("section")
                .class("notice risk-notice")
                .is("aria-labelledby", "notices")
                .el(el("h2").is("id", "notices").text(t(Key::RiskNotices)))
                .el(list)
                .done(),
        )
    })
}

/// The field at which something is mended, and what the way there is called.
const fn place_of(notice: &RiskNotice) -> (&'static str, Key) {
    match notice {
        RiskNotice::NotAssessed => ("likelihood-0", Key::RiskJudge),
        RiskNotice::NoOwner => ("risk-owner", Key::RiskOwner),
        RiskNotice::NoTreatment => ("treatment-modify", Key::RiskTreat),
        RiskNotice::ResidualAboveCurrent => ("aim-own", Key::RiskAim),
        RiskNotice::RetainedWithoutAcceptance => ("accepted-by", Key::RiskAcceptance),
        RiskNotice::ReviewDue => ("risk-review", Key::RiskReview),
        RiskNotice::ExcludedControl(_)
        | RiskNotice::UnjustifiedControl(_)
        | RiskNotice::UnknownControl(_) => (controls::ADD, Key::RiskControls),
    }
}

fn delete(id: &AssessmentId, entry: &Entry) -> El {
    let (id, entry) = (id.clone(), entry.clone());
    let act = move || {
        let state = entry.state;
        let named = untrack(|| entry.read(|risk| risk_name(texts(), risk.number, &risk.title)));
        let remove = |assessment: &Assessment| remove_risk(assessment, &entry.id);
        let Some(action) = untrack(|| state.with_assessment(remove)) else { return };
        state.dispatch(action);
        state.messages.tell_there(Message::success(fill(Key::RiskDeleted, &[("risk", &named)])));
        location::go(&Route::Assessment(id.clone(), Page::Risks).to_string());
    };
    el("p").class("risk-delete").el(button(Look::Danger, t(Key::RiskDelete), act))
}

/// The ways to the risks before and after it.
fn beside(id: &AssessmentId, entry: &Entry) -> AnyView {
    let (id, entry) = (id.clone(), entry.clone());
    let known = Memo::new(move |_| {
        let known = |assessment: &Assessment| {
            let named = |(risk, known): (&RiskId, &Risk)| {
                (risk.clone(), risk_name(texts(), known.number, &known.title))
            };
            let (before, after) = assessment.work().beside_risk(&entry.id)?;
            Some((before.map(named), after.map(named)))
        };
        entry.state.with_assessment(known).flatten()
    });
    part(move || {
        let (before, after) = known.get()?;
        let way = |(risk, name): (RiskId, String)| (risk_href(&id, &risk), name);
        Some(neighbours(Key::RiskNeighbours, before.map(way), after.map(way)).done())
    })
}

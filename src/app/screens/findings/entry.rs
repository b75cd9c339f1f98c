//! A finding: where it is, why, what the assessor makes of it, and the way into the plan.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::{Look, button, button_while},
            row::item_href,
        },
        el::{El, el},
        live::{part, when_drawn},
        route::{Page, Route},
        words::{fill, t, texts},
    },
    Board,
};
use crate::{
    browser::{location, page, random},
    domain::{
        finding::{Finding, FindingReason, Place, Regrade},
        id::{FindingId, PlannedId},
        remedy::{remedied, remedy},
        work::action::WorkAction,
    },
    text::{
        Key,
        outcome::{Names, action_title, finding_text, grade_text},
    },
};

/// Does something with the names of things, without following them.
pub fn named<T>(board: Board, f: impl FnOnce(&Names<'_>) -> T) -> Option<T> {
    let questionnaire = board.state.questionnaire();
    let handbook = board.state.handbook().map(|(_, texts)| texts);
    untrack(|| {
        board.state.with_assessment(|assessment| {
            f(&Names { pack: &questionnaire.texts, handbook, assessment })
        })
    })
}

/// What a finding is called where it can't be told in full.
pub fn name_of(board: Board, finding: &Finding) -> String {
    let name = named(board, |names| match (&finding.reason, &finding.at) {
        (FindingReason::Document { document, .. }, _) => names.document(document).to_owned(),
        (_, Place::Item(item)) => names.item(item),
        (_, Place::Group(group)) => format!("{group} {}", names.pack.group(group)),
    });
    name.unwrap_or_default()
}

/// The id of the button that changes the grade of a finding.
pub fn button_id(id: &FindingId) -> String {
    format!("grade-{id}")
}

fn href(board: Board, page: Page) -> String {
    Route::Assessment(board.id.get_value(), page).href()
}

/// The finding in a list.
pub fn entry(board: Board, finding: &Finding, regrade: Option<&Regrade>) -> El {
    el("li")
        .class("finding")
        .el(sentence(board, finding))
        .child_maybe(regrade.and_then(|regrade| regraded(board, finding, regrade)))
        .child_maybe(links(board, finding))
        .el(ways(board, finding))
}

/// What was found and why, in which the name of its place is the way there.
fn sentence(board: Board, finding: &Finding) -> El {
    let said = named(board, |names| finding_text(texts(), names, finding)).unwrap_or_default();
    let (href, name) = match &finding.at {
        Place::Item(item) => {
            (item_href(&board.id.get_value(), item), named(board, |names| names.item(item)))
        }
        Place::Group(group) => {
            let name = named(board, |names| format!("{group} {}", names.pack.group(group)));
            (href(board, Page::Group(group.clone())), name)
        }
    };
    let name = name.unwrap_or_default();
    let (before, after) = said.split_once(&name).unwrap_or((&said, ""));
    let (before, after) = (before.to_owned(), after.to_owned());
    let link = el("a").class("finding-place").attr("href", href).string(name);
    el("p").string(before).el(link).string(after)
}

/// The assessor's grade beside the computed one.
fn regraded(board: Board, finding: &Finding, regrade: &Regrade) -> Option<AnyView> {
    let id = finding.id()?;
    let state = board.state;
    let overtaken = regrade.computed != finding.computed;
    let words = fill(
        if overtaken { Key::FindingOvertaken } else { Key::FindingRegraded },
        &[
            ("grade", grade_text(texts(), regrade.grade)),
            ("computed", grade_text(texts(), regrade.computed)),
            ("reason", &regrade.reason),
        ],
    );
    let label = fill(Key::FindingTakeBackOf, &[("finding", &name_of(board, finding))]);
    let able = move || !state.read_only.get();
    let back = button_while(able, Look::Quiet, t(Key::FindingTakeBack), move || {
        state.dispatch(WorkAction::Grade(id.clone(), None).into());
        // The button is gone, and its finding may stand elsewhere.
        let button = button_id(&id);
        when_drawn(move || page::focus(&button));
    });
    let line = el("p").class("finding-regraded").string(words).text(" ");
    Some(line.el(back.attr("aria-label", label)).done())
}

/// Ways to what else the finding is about.
fn links(board: Board, finding: &Finding) -> Option<AnyView> {
    let ways = el("p").class("finding-links");
    match (&finding.reason, &finding.at) {
        (FindingReason::Risks { risks, .. }, _) => {
            let links = risks.iter().flat_map(|risk| {
                let number = named(board, |names| names.risk(risk)).unwrap_or_default();
                let href = href(board, Page::Risk(risk.clone()));
                [" ".into_any(), el("a").attr("href", href).string(number).done()]
            });
            let links: Vec<AnyView> = links.collect();
            Some(ways.text(t(Key::FindingRisks)).children(links).done())
        }
        (FindingReason::Document { .. }, _) => {
            let link = el("a").attr("href", href(board, Page::Documents));
            Some(ways.el(link.text(t(Key::FindingDocument))).done())
        }
        (_, Place::Group(group)) => {
            let words = fill(Key::FindingGroup, &[("group", group.as_str())]);
            let link = el("a").attr("href", href(board, Page::Group(group.clone())));
            Some(ways.el(link.string(words)).done())
        }
        _ => None,
    }
}

fn ways(board: Board, finding: &Finding) -> El {
    let state = board.state;
    let name = name_of(board, finding);
    let regrade = finding.id().map(|id| {
        let label = fill(Key::FindingRegradeOf, &[("finding", &name)]);
        let button_id = button_id(&id);
        let able = move || !state.read_only.get();
        let open = move || board.changing.set(Some(id.clone()));
        let button = button_while(able, Look::Quiet, t(Key::FindingRegrade), open);
        button.attr("id", button_id).attr("aria-label", label).done()
    });
    let ways = el("div").class("finding-ways").child_maybe(regrade);
    let finding = finding.clone();
    let known = {
        let finding = finding.clone();
        Memo::new(move |_| {
            let questionnaire = state.questionnaire();
            let known = state.with_assessment(|assessment| {
                board.all.with(|all| {
                    let (_, planned) = remedied(&questionnaire.pack, assessment, all, &finding)?;
                    Some(planned.number)
                })
            });
            known.flatten()
        })
    };
    ways.child(part(move || {
        if let Some(number) = known.get() {
            let words = fill(Key::FindingPlanned, &[("number", &number.to_string())]);
            let link = el("a").class("finding-planned").attr("href", href(board, Page::Plan));
            return Some(link.string(words).done());
        }
        if state.read_only.get() {
            return None;
        }
        let label = fill(Key::FindingPlanOf, &[("finding", &name)]);
        let finding = finding.clone();
        let button = button(Look::Quiet, t(Key::FindingPlan), move || plan(board, &finding));
        Some(button.attr("aria-label", label).done())
    }))
}

/// Puts an action into the plan that closes the finding, and goes there.
fn plan(board: Board, finding: &Finding) {
    let state = board.state;
    let questionnaire = state.questionnaire();
    let planned = untrack(|| {
        state.with_assessment(|assessment| {
            board.all.with(|all| remedy(&questionnaire.pack, assessment, all, finding))
        })
    });
    if let Some(mut planned) = planned {
        let title = named(board, |names| action_title(texts(), names, &planned));
        planned.title = title.unwrap_or_default();
        let id = PlannedId::from_random(random::bytes());
        state.dispatch(WorkAction::Plan(id, Some(Box::new(planned))).into());
        location::go(&href(board, Page::Plan));
    }
}

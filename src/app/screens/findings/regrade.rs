//! Grading a finding otherwise than the rules do, with a reason.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, buttons, submit},
                dialog::dialog as modal,
                field::{Frame, text_area},
            },
            el::{El, el},
            live::{text, when_drawn},
            words::{fill, t, texts},
        },
        work_field::{choice, labelled},
    },
    Board,
    entry::{button_id, name_of},
};
use crate::{
    browser::page,
    domain::{
        finding::{Finding, Grade, Regrade},
        id::FindingId,
        work::action::WorkAction,
    },
    text::{Key, outcome::grade_text},
};

/// The id of the field for the reason.
const REASON: &str = "regrade-reason";

/// The dialog, while a grade is being changed.
pub fn dialog(board: Board) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let changing = board.changing.with(Option::is_some);
        if changing != open.get_untracked() {
            open.set(changing);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            board.changing.set(None);
        }
    });
    modal(open, Key::FindingRegradeTitle, move || {
        let wanted = board.changing.get_untracked();
        let finding = untrack(|| {
            let of = |finding: &&Finding| finding.id() == wanted;
            board.all.with(|all| all.iter().find(of).cloned())
        });
        match (wanted, finding) {
            (Some(id), Some(finding)) => form(board, open, &id, &finding),
            _ => el("div"),
        }
    })
}

fn form(board: Board, open: RwSignal<bool>, id: &FindingId, finding: &Finding) -> El {
    let state = board.state;
    let before =
        untrack(|| state.with_assessment(|assessment| assessment.work().regraded.get(id).cloned()));
    let before = before.flatten();
    let reason = before.map(|regrade| regrade.reason).unwrap_or_default();
    let (grade, reason) = (RwSignal::new(finding.grade), RwSignal::new(reason));
    let missing = RwSignal::new(false);
    let grades =
        Grade::ALL.map(|grade| (grade.as_str().to_owned(), grade_text(texts(), grade).to_owned()));
    let chosen = text(move || grade.get().as_str().to_owned());
    let grades = choice(grades, chosen, move |value| {
        if let Some(wanted) = Grade::parse(&value) {
            grade.set(wanted);
        }
    });
    let frame = Frame {
        id: REASON,
        label: Key::FindingRegradeReason,
        hint: None,
        error: Some((Key::FindingRegradeMissing, missing.into())),
    };
    let typed = move |typed: String| {
        missing.set(false);
        reason.set(typed);
    };
    let why = text_area(&frame, reason.into(), state.read_only.into(), typed, || {});
    let computed = fill(Key::FindingComputed, &[("grade", grade_text(texts(), finding.computed))]);
    let (id, computed_grade) = (id.clone(), finding.computed);
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        missing.set(reason.is_empty());
        if reason.is_empty() {
            page::focus(REASON);
            return;
        }
        let regrade = Regrade { grade: grade.get_untracked(), computed: computed_grade, reason };
        open.set(false);
        state.dispatch(WorkAction::Grade(id.clone(), Some(regrade)).into());
        // The finding may stand elsewhere now.
        let button = button_id(&id);
        when_drawn(move || page::focus(&button));
    };
    let cancel = button(Look::Plain, t(Key::FindingRegradeCancel), move || open.set(false));
    el("form")
        .is("novalidate", "")
        .on("submit", save)
        .el(el("p").string(name_of(board, finding)))
        .el(el("p").class("hint").string(computed).text(". ").text(t(Key::FindingRegradeHint)))
        .el(labelled("regrade-grade", Key::FindingGrade, grades))
        .child(why)
        .el(buttons([submit(t(Key::FindingRegradeSave)), cancel]))
}

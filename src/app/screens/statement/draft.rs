//! "Draft it for me": proposals from risks and ratings, shown before they are made.

use leptos::prelude::*;

use super::{
    super::super::{
        components::button::{Look, button, button_while, buttons},
        el::{El, el},
        live::{part, when_drawn},
        words::{fill, t},
    },
    sheet::Sheet,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        bulk::Change,
        id::ItemId,
        soa,
        statement::{Progress, Proposals},
    },
    text::Key,
};

/// The id of what is shown before.
const PANEL: &str = "statement-draft";
/// The id of the button that shows it.
const BUTTON: &str = "statement-draft-button";

/// What would be proposed now.
fn proposals(sheet: Sheet) -> Vec<Action> {
    let questionnaire = sheet.state.questionnaire();
    let draft = sheet.state.with_assessment(|assessment| {
        sheet
            .state
            .with_evaluation(|evaluation| soa::draft(&questionnaire.pack, assessment, evaluation))
    });
    draft.flatten().unwrap_or_default()
}

/// The button, what it shows, and the way to confirm all proposals at once.
pub fn draft(sheet: Sheet) -> El {
    let Sheet { state, progress, .. } = sheet;
    let open = RwSignal::new(false);
    let show = move || {
        open.set(true);
        when_drawn(|| page::focus(PANEL));
    };
    let able = move || !state.read_only.get() && progress.with(Progress::open) > 0;
    let button = button_while(able, Look::Plain, t(Key::StatementDraft), show).is("id", BUTTON);
    let panel = part(move || open.get().then(|| untrack(|| panel(sheet, open)).done()));
    el("div")
        .class("statement-draft no-paper")
        .el(el("div").class("buttons").el(button).child(confirm_all(sheet)))
        .child(panel)
}

fn panel(sheet: Sheet, open: RwSignal<bool>) -> El {
    let state = sheet.state;
    let draft = proposals(sheet);
    let told = sheet.rows.with_untracked(|rows| Proposals::of(&draft, rows));
    let cancel = move || {
        open.set(false);
        page::focus(BUTTON);
    };
    let point = |key: Key, number: usize| {
        (number > 0).then(|| el("li").string(fill(key, &[("number", &number.to_string())])).done())
    };
    let title = el("h2").is("id", "statement-draft-title").text(t(Key::StatementDraftTitle));
    let panel = el("section")
        .class("card statement-panel")
        .is("id", PANEL)
        .is("tabindex", "-1")
        .is("aria-labelledby", "statement-draft-title")
        .el(title);
    let later = button(Look::Quiet, t(Key::StatementDraftCancel), cancel);
    if told.is_empty() {
        return panel.el(el("p").text(t(Key::StatementDraftNone))).el(buttons([later]));
    }
    let points = [
        point(Key::StatementDraftRisk, told.risk),
        point(Key::StatementDraftBest, told.best_practice),
        point(Key::StatementDraftOpen, told.open),
    ];
    let apply = move || {
        let number = draft.len().to_string();
        state.dispatch(Action::Several(draft.clone()));
        state.messages.announce(fill(Key::StatementDrafted, &[("number", &number)]));
        open.set(false);
        untrack(|| sheet.look());
        when_drawn(|| page::focus(super::sheet::SHOWN));
    };
    panel
        .el(el("ul").children(points.into_iter().flatten()))
        .el(el("p").class("hint").text(t(Key::StatementDraftHint)))
        .el(buttons([button(Look::Primary, t(Key::StatementDraftApply), apply), later]))
}

/// The rows that are shown and only proposed.
fn proposed(sheet: Sheet) -> Vec<ItemId> {
    let mut shown = sheet.shown();
    sheet.rows.with(|rows| {
        shown.retain(|control| {
            rows.iter()
                .any(|row| row.control == *control && row.lints.contains(&soa::Lint::Proposed))
        });
    });
    shown
}

fn confirm_all(sheet: Sheet) -> AnyView {
    let state = sheet.state;
    let number = Memo::new(move |_| proposed(sheet).len());
    part(move || {
        let number = number.get();
        if number == 0 || state.read_only.get() {
            return None;
        }
        let confirm = move |_| {
            let items = untrack(|| proposed(sheet));
            let pack = &state.questionnaire().pack;
            let actions =
                untrack(|| state.with_assessment(|it| Change::Confirm.actions(pack, it, &items)));
            let actions = actions.unwrap_or_default();
            let number = actions.len().to_string();
            state.dispatch(Action::Several(actions));
            state.messages.announce(fill(Key::StatementConfirmed, &[("number", &number)]));
            // The button is gone.
            when_drawn(|| page::focus(super::sheet::SHOWN));
        };
        let words = fill(Key::StatementConfirmAll, &[("number", &number.to_string())]);
        let button = el("button").is("type", "button").class("button").on("click", confirm);
        Some(button.string(words).done())
    })
}

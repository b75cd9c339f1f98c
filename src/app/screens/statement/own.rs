//! Controls of the organisation's own: adding, naming, rating and deleting them.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button_while, buttons},
            el::{El, el},
            live::{flag, text, when_drawn},
            messages::Message,
            words::{fill, t},
        },
        work_evidence::evidence,
        work_field::{choice, labelled, levels},
    },
    editor::{Edited, changing},
    sheet::Sheet,
};
use crate::{
    browser::{page, random},
    domain::{
        action::Action,
        assessment::Rating,
        id::ItemId,
        soa::OwnControl,
        statement::Filter,
        work::{action::WorkAction, next_number},
    },
    text::Key,
};

/// The id of the field for the title.
const TITLE: &str = "statement-own-title";
/// The id of the button that adds one.
const ADD: &str = "statement-own-add";

/// The way to a further control.
pub fn add(sheet: Sheet) -> El {
    let state = sheet.state;
    let add = move || {
        let number = untrack(|| {
            state.with_assessment(|assessment| {
                next_number(assessment.work().own_controls.values().map(|own| own.number))
            })
        });
        let id = ItemId::own(random::bytes());
        let own = OwnControl { number: number.unwrap_or(1), ..OwnControl::default() };
        state.dispatch(WorkAction::Own(id.clone(), Some(Box::new(own))).into());
        if sheet.filter.with_untracked(|filter| !filter.is_empty()) {
            sheet.look_for(|filter| *filter = Filter::default());
        }
        sheet.edit(id);
        when_drawn(|| page::focus(TITLE));
    };
    let button =
        button_while(move || !state.read_only.get(), Look::Plain, t(Key::StatementOwnAdd), add);
    el("section")
        .class("statement-own no-paper")
        .el(el("p").class("hint").text(t(Key::StatementOwnHint)))
        .el(buttons([button.is("id", ADD)]))
}

fn own(edited: &Edited) -> OwnControl {
    let state = edited.sheet.state;
    let own = state
        .with_assessment(|assessment| assessment.work().own_controls.get(&edited.control).cloned());
    own.flatten().unwrap_or_default()
}

fn with(edited: &Edited, edit: impl FnOnce(&mut OwnControl)) -> Action {
    let mut own = untrack(|| own(edited));
    edit(&mut own);
    WorkAction::Own(edited.control.clone(), Some(Box::new(own))).into()
}

/// What it is called, what it bears on, and how far it is.
pub fn fields(edited: &Edited) -> El {
    let state = edited.sheet.state;
    let value = {
        let edited = edited.clone();
        text(move || own(&edited).title)
    };
    let typed = {
        let edited = edited.clone();
        move |event| {
            let title = event_target_value(&event);
            state.type_in(with(&edited, |own| own.title = title));
        }
    };
    let title = el("input")
        .class("input")
        .is("maxlength", "120")
        .is("autocomplete", "off")
        .value(value)
        .on("input", typed)
        .on("blur", move |_| state.pause_typing());
    let bears = [
        tick(
            edited,
            Key::StatementOwnPreventive,
            |own| own.preventive,
            |own, is| own.preventive = is,
        ),
        tick(
            edited,
            Key::StatementOwnCorrective,
            |own| own.corrective,
            |own, is| own.corrective = is,
        ),
    ];
    let bears = el("fieldset")
        .class("choices")
        .el(el("legend").text(t(Key::StatementOwnBears)))
        .children(bears.map(El::done));
    el("div")
        .class("statement-columns")
        .el(el("div").el(labelled(TITLE, Key::StatementOwnTitle, title)).el(rating(edited)))
        .el(bears)
}

fn tick(
    edited: &Edited,
    label: Key,
    read: fn(&OwnControl) -> bool,
    write: fn(&mut OwnControl, bool),
) -> El {
    let ticked = {
        let edited = edited.clone();
        flag(move || read(&own(&edited)))
    };
    let edited = edited.clone();
    let input =
        el("input").is("type", "checkbox").flag("checked", ticked).on("change", move |event| {
            let is = event_target_checked(&event);
            edited.sheet.state.dispatch(with(&edited, |own| write(own, is)));
        });
    el("label").class("choice").el(input).el(el("span").text(t(label)))
}

fn rating(edited: &Edited) -> El {
    let state = edited.sheet.state;
    let unanswered = (String::new(), t(Key::RatingUnanswered).to_owned());
    let dont_know = (Rating::DONT_KNOW.to_owned(), t(Key::RatingDontKnow).to_owned());
    let choices = [unanswered].into_iter().chain(levels(state)).chain([dont_know]);
    let chosen = {
        let edited = edited.clone();
        text(move || edited.answer().rating.map(|rating| rating.to_string()).unwrap_or_default())
    };
    let control = edited.control.clone();
    let field = choice(choices, chosen, move |rating| {
        state.dispatch(Action::Rate(control.clone(), Rating::parse(&rating)));
    });
    labelled("statement-own-rating", Key::StatementOwnRating, field)
}

/// What proves how far it is; that of the pack's controls stands on their pages.
pub fn proof(edited: &Edited) -> AnyView {
    evidence(edited.sheet.state, edited.control.clone())
}

/// The way to be rid of it.
pub fn delete(edited: &Edited) -> El {
    let mine = edited.clone();
    changing(edited, Look::Danger, Key::StatementOwnDelete, move || {
        let Edited { sheet, control } = &mine;
        let name = untrack(|| sheet.name(control));
        sheet.open.set(None);
        sheet.picked.update(|picked| picked.retain(|one| one != control));
        sheet.state.dispatch(WorkAction::Own(control.clone(), None).into());
        let told = fill(Key::StatementOwnDeleted, &[("control", &name)]);
        sheet.state.messages.tell(Message::success(told));
        // The button is gone.
        when_drawn(|| page::focus(ADD));
    })
}

//! The editor of a row: what is decided and why, and how the control is put into practice.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, button_while, buttons},
                field::{Frame, text_area},
                segments::{Segment, segments},
            },
            el::{El, el},
            live::{flag, part, text},
            route::Page,
            words::{fill, t},
        },
        work_field::{labelled, owner_input},
    },
    own,
    row::{extent, risk_link},
    sheet::{EDITOR, Sheet},
    table::ALL_COLUMNS,
    words,
};
use crate::{
    domain::{
        action::Action,
        assessment::{Answer, Applicability},
        id::ItemId,
        soa::{Decision, Inclusion, InclusionReason, Lint},
        statement::{confirmed, decide, with_reason},
    },
    text::Key,
};

/// One control while it is edited.
#[derive(Clone)]
pub struct Edited {
    /// The page.
    pub sheet: Sheet,
    /// The control.
    pub control: ItemId,
}

impl Edited {
    /// What was answered for it, following its changes.
    pub fn answer(&self) -> Answer {
        self.sheet.answer(&self.control)
    }

    fn text(&self, read: fn(&Answer) -> String) -> Signal<String> {
        let edited = self.clone();
        text(move || read(&edited.answer()))
    }

    fn flag(&self, read: impl Fn(&Answer) -> bool + Send + Sync + 'static) -> Signal<bool> {
        let edited = self.clone();
        flag(move || read(&edited.answer()))
    }

    fn lint(&self, lint: Lint) -> Signal<bool> {
        let edited = self.clone();
        flag(move || {
            let row = edited.sheet.row(&edited.control);
            row.is_some_and(|(row, _)| row.lints.contains(&lint))
        })
    }

    fn decision(&self) -> Memo<Decision> {
        let edited = self.clone();
        Memo::new(move |_| {
            let row = edited.sheet.row(&edited.control);
            row.map_or(Decision::Undecided, |(row, _)| row.decision)
        })
    }
}

/// The row of the editor.
pub fn editor(sheet: Sheet, control: &ItemId) -> El {
    let edited = Edited { sheet, control: control.clone() };
    let state = sheet.state;
    let decision = edited.decision();
    let why = {
        let edited = edited.clone();
        part(move || {
            let decision = decision.get();
            Some(untrack(|| match decision {
                Decision::Undecided => ().into_any(),
                Decision::Applicable => reasons(&edited).done(),
                Decision::Excluded => justification(&edited),
            }))
        })
    };
    let name = {
        let edited = edited.clone();
        text(move || edited.sheet.name(&edited.control))
    };
    let has_next = flag(move || sheet.next().is_none());
    let next = button(Look::Plain, t(Key::StatementNext), move || {
        if let Some(next) = untrack(|| sheet.next()) {
            sheet.edit(next);
        }
    });
    let is_own = !sheet.is_of_pack(control);
    let fields = el("fieldset")
        .flag("disabled", state.read_only.into())
        .el(el("legend").class("visually-hidden").text(t(Key::StatementChange)))
        .child_maybe(is_own.then(|| own::fields(&edited).done()))
        .el(el("div")
            .class("statement-columns")
            .el(el("div").el(decisions(&edited)).child(why))
            .el(practice(&edited)))
        .child_maybe(is_own.then(|| own::proof(&edited)));
    let close = button(Look::Primary, t(Key::StatementClose), move || sheet.close());
    let mut ways = vec![close, next.absent(has_next)];
    if is_own {
        ways.push(own::delete(&edited));
    }
    let panel = el("div")
        .class("statement-editor")
        .is("id", EDITOR)
        .is("role", "group")
        .is("tabindex", "-1")
        .attr_live("aria-label", name)
        .el(fields)
        .el(buttons(ways));
    let cell = el("td").is("colspan", ALL_COLUMNS).el(panel);
    el("tr").class("statement-open no-paper").el(cell)
}

fn decisions(edited: &Edited) -> El {
    // What was written stays at hand while the row is open.
    let draft = StoredValue::new(String::new());
    let decision = edited.decision();
    let choices = words::DECISIONS.map(|wanted| {
        let edited = edited.clone();
        let choose = move || {
            let before = untrack(|| edited.answer());
            if let Applicability::Excluded { justification } = &before.applicability {
                draft.set_value(justification.clone());
            }
            let action = decide(&edited.control, &before, wanted, &draft.get_value());
            if let Some(action) = action {
                edited.sheet.state.dispatch(action);
            }
        };
        Segment::new(t(words::decision(wanted)), flag(move || decision.get() == wanted), choose)
    });
    let read_only = edited.sheet.state.read_only.into();
    let legend = t(Key::StatementDecision).to_owned();
    segments("segments statement-decision", "statement-decision", legend, read_only, choices)
}

fn reasons(edited: &Edited) -> El {
    let boxes = InclusionReason::ALL.map(|reason| {
        let ticked = edited.flag(move |answer| {
            answer.inclusion.as_ref().is_some_and(|it| it.reasons.contains(&reason))
        });
        let edited = edited.clone();
        let input =
            el("input").is("type", "checkbox").flag("checked", ticked).on("change", move |event| {
                let before = untrack(|| edited.answer());
                let inclusion = with_reason(&before, reason, event_target_checked(&event));
                let action = Action::Include(edited.control.clone(), Some(inclusion));
                edited.sheet.state.dispatch(action);
            });
        el("label").class("choice").el(input).el(el("span").text(t(words::reason(reason)))).done()
    });
    let missing = edited.lint(Lint::IncludedWithoutReason);
    let error = el("p")
        .class("field-error")
        .is("id", "statement-reasons-error")
        .absent(flag(move || !missing.get()))
        .text(t(Key::StatementLintUnreasonedDo));
    let boxes = el("fieldset")
        .class("choices statement-reasons")
        .is("aria-describedby", "statement-reasons-error")
        .el(el("legend").text(t(Key::StatementReasons)))
        .el(error)
        .children(boxes);
    let why = edited
        .text(|answer| answer.inclusion.as_ref().map(|it| it.why.clone()).unwrap_or_default());
    let frame =
        Frame { id: "statement-why", label: Key::StatementOwnWords, hint: None, error: None };
    let state = edited.sheet.state;
    let edited = edited.clone();
    let typed = move |why| {
        let inclusion = Inclusion { why, ..confirmed(&untrack(|| edited.answer())) };
        state.type_in(Action::Include(edited.control.clone(), Some(inclusion)));
    };
    let never = flag(|| false);
    el("div").el(boxes).child(text_area(&frame, why, never, typed, move || state.pause_typing()))
}

fn justification(edited: &Edited) -> AnyView {
    let given = edited.text(|answer| match &answer.applicability {
        Applicability::Excluded { justification } => justification.clone(),
        Applicability::Applicable => String::new(),
    });
    let missing = edited.lint(Lint::ExcludedWithoutJustification);
    let needed = edited.lint(Lint::ExcludedThoughNeeded);
    let frame = Frame {
        id: "statement-justification",
        label: Key::ExclusionJustification,
        hint: None,
        error: Some((Key::ExclusionMissing, missing)),
    };
    let state = edited.sheet.state;
    let edited = edited.clone();
    let typed = move |justification| {
        let applicability = Applicability::Excluded { justification };
        state.type_in(Action::Apply(edited.control.clone(), applicability));
    };
    let (name, advice) = words::lint(Lint::ExcludedThoughNeeded);
    let notice = el("p").class("field-error").absent(flag(move || !needed.get())).string(format!(
        "{}. {}",
        t(name),
        t(advice)
    ));
    let never = flag(|| false);
    let field = text_area(&frame, given, never, typed, move || state.pause_typing());
    el("div").el(notice).child(field).done()
}

/// How the control is put into practice, who sees to it, and which risks call for it.
fn practice(edited: &Edited) -> El {
    let sheet = edited.sheet;
    let state = sheet.state;
    let seen = {
        let edited = edited.clone();
        Memo::new(move |_| sheet.row(&edited.control))
    };
    let facts = {
        let edited = edited.clone();
        part(move || {
            let (row, answer) = seen.get()?;
            let link = sheet.is_of_pack(&edited.control).then(|| {
                let words = fill(Key::StatementRate, &[("item", edited.control.as_str())]);
                let href = sheet.href(Page::Item(edited.control.clone()));
                el("a").attr("href", href).string(words).done()
            });
            let practice = el("p")
                .class("statement-line")
                .child(extent(state, &row, &answer))
                .child_maybe(link);
            let links = row.risks.iter().map(|risk| untrack(|| risk_link(sheet, risk)).done());
            let links: Vec<AnyView> = links.collect();
            let key = if links.is_empty() {
                Key::StatementCalledForNone
            } else {
                Key::StatementCalledFor
            };
            let risks = el("p").class("statement-line").el(el("span").text(t(key))).children(links);
            Some(vec![practice.done(), risks.done()].into_any())
        })
    };
    let frame = Frame {
        id: "statement-how",
        label: Key::StatementHow,
        hint: Some(Key::StatementHowHint),
        error: None,
    };
    let how = edited.text(|answer| answer.implementation.clone());
    let never = flag(|| false);
    let typed = {
        let control = edited.control.clone();
        move |how| state.type_in(Action::Implementation(control.clone(), how))
    };
    let how = text_area(&frame, how, never, typed, move || state.pause_typing());
    let control = edited.control.clone();
    let owner = owner_input(edited.text(|answer| answer.owner.clone()))
        .on("input", move |event| {
            state.type_in(Action::Owner(control.clone(), event_target_value(&event)));
        })
        .on("blur", move |_| state.pause_typing());
    el("div").child(facts).child(how).el(labelled("statement-owner", Key::WorkOwner, owner))
}

/// A button that can be pressed while the assessment can be changed.
pub fn changing(edited: &Edited, look: Look, label: Key, act: impl Fn() + 'static) -> El {
    let state = edited.sheet.state;
    button_while(move || !state.read_only.get(), look, t(label), act)
}

//! A row of the table: what is decided about a control, and the way to change it.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            badge::{badge, sign},
            button::{Look, button_for},
        },
        el::{El, el},
        live::{flag, part, text, when_drawn},
        route::Page,
        state::State,
        words::{fill, t},
    },
    editor::editor,
    sheet::{Sheet, edit_id},
    words,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::{Answer, Applicability},
        id::{ItemId, RiskId},
        soa::{Decision, Lint, Row},
        statement::confirmed,
    },
    text::Key,
};

/// The row, and below it its editor while it is open.
pub fn row(sheet: Sheet, control: ItemId) -> AnyView {
    let seen = {
        let control = control.clone();
        Memo::new(move |_| sheet.row(&control))
    };
    let is_open = {
        let control = control.clone();
        Memo::new(move |_| sheet.open.with(|open| open.as_ref() == Some(&control)))
    };
    let hidden = {
        let control = control.clone();
        flag(move || !sheet.is_shown(&control) && !is_open.get())
    };
    let cells = {
        let control = control.clone();
        part(move || {
            let (row, answer) = seen.get()?;
            Some(untrack(|| cells(sheet, &control, &row, &answer)).into_any())
        })
    };
    let toggle = {
        let control = control.clone();
        move |_| {
            if is_open.get_untracked() { sheet.close() } else { sheet.edit(control.clone()) }
        }
    };
    let about = name_of(sheet, &control);
    let edit = el("button")
        .is("type", "button")
        .class("button quiet-button")
        .attr("id", edit_id(&control))
        .attr("aria-label", format!("{} {about}", t(Key::StatementEdit)))
        .attr_live("aria-expanded", text(move || is_open.get().to_string()))
        .on("click", toggle)
        .text(t(Key::StatementEdit));
    let shown = el("tr")
        .class("statement-row")
        .absent(hidden)
        .el(el("td").class("statement-pick no-paper").el(tick(sheet, &control, &about)))
        .el(el("th").is("scope", "row").el(title(sheet, &control)))
        .child(cells)
        .el(el("td").class("statement-edit no-paper").el(edit));
    let open = part(move || is_open.get().then(|| untrack(|| editor(sheet, &control).done())));
    vec![shown.done(), open].into_any()
}

/// "A.5.7", or the number of a control of the organisation's own.
pub fn name_of(sheet: Sheet, control: &ItemId) -> String {
    if sheet.is_of_pack(control) {
        return control.to_string();
    }
    let name = untrack(|| sheet.name(control));
    name.split(' ').next().unwrap_or_default().to_owned()
}

fn tick(sheet: Sheet, control: &ItemId, about: &str) -> El {
    let name = fill(Key::TablePick, &[("item", about)]);
    let mine = control.clone();
    let ticked = flag(move || sheet.picked.with(|picked| picked.contains(&mine)));
    let control = control.clone();
    let input = el("input")
        .is("type", "checkbox")
        .attr("aria-label", name)
        .flag("checked", ticked)
        .flag("disabled", sheet.state.read_only.into())
        .on("change", move |event| {
            let ticked = event_target_checked(&event);
            sheet.picked.update(|picked| {
                picked.retain(|one| *one != control);
                if ticked {
                    picked.push(control.clone());
                }
            });
        });
    el("label").class("pick").el(input)
}

fn title(sheet: Sheet, control: &ItemId) -> El {
    if sheet.is_of_pack(control) {
        let questionnaire = sheet.state.questionnaire();
        let number = el("span").class("item-id").string(control.to_string());
        return el("a")
            .class("statement-name")
            .attr("href", sheet.href(Page::Item(control.clone())))
            .el(number)
            .text(" ")
            .string(questionnaire.texts.title(control).to_owned());
    }
    let number = el("span").class("item-id").string(name_of(sheet, control));
    let control = control.clone();
    let own = text(move || {
        let name = sheet.name(&control);
        name.split_once(' ').map(|(_, title)| title.to_owned()).unwrap_or_default()
    });
    el("span").class("statement-name").el(number).text(" ").live(own)
}

fn cells(sheet: Sheet, control: &ItemId, row: &Row, answer: &Answer) -> Vec<AnyView> {
    let cell = |label: Key, content: Vec<AnyView>| {
        // On narrow screens each cell says what it is.
        let class = if content.is_empty() { "statement-blank" } else { "" };
        let content = el("div").class("statement-cell").children(content);
        el("td").class(class).attr("data-label", t(label).to_owned()).el(content).done()
    };
    vec![
        cell(Key::StatementDecision, decision(sheet, control, row)),
        cell(Key::StatementWhy, why(row, answer)),
        cell(Key::StatementRisks, risks(sheet, row)),
        cell(Key::StatementPractice, practice(sheet.state, row, answer)),
        cell(Key::WorkEvidence, evidence(sheet, control, row, answer)),
        cell(Key::WorkOwner, quiet(&answer.owner)),
    ]
}

fn quiet(text: &str) -> Vec<AnyView> {
    let text = text.trim();
    let shown = (!text.is_empty()).then(|| el("span").string(text.to_owned()).done());
    shown.into_iter().collect()
}

fn decision(sheet: Sheet, control: &ItemId, row: &Row) -> Vec<AnyView> {
    let (class, shape) = match row.decision {
        Decision::Undecided => ("badge open", sign("○")),
        Decision::Applicable => ("badge level-full", sign("✓")),
        Decision::Excluded => ("badge", sign("–")),
    };
    let word = el("span").text(t(words::decision(row.decision)));
    let mut shown = vec![el("span").class(class).child(shape).el(word).done()];
    if row.lints.contains(&Lint::Proposed) {
        let word = el("span").text(t(Key::StatementProposed));
        shown.push(el("span").class("badge proposed").child(sign("?")).el(word).done());
        let about = name_of(sheet, control);
        let mine = control.clone();
        let confirm = button_for(Look::Quiet, t(Key::StatementConfirm), &about, move || {
            let inclusion = confirmed(&untrack(|| sheet.answer(&mine)));
            sheet.state.dispatch(Action::Include(mine.clone(), Some(inclusion)));
            // The button is gone.
            let edit = edit_id(&mine);
            when_drawn(move || page::focus(&edit));
        });
        shown.push(confirm.flag("disabled", sheet.state.read_only.into()).done());
    }
    shown
}

/// Why the control is needed or not, and what is wrong with that.
fn why(row: &Row, answer: &Answer) -> Vec<AnyView> {
    let mut shown = Vec::new();
    match (row.decision, &answer.inclusion, &answer.applicability) {
        (Decision::Applicable, Some(inclusion), _) => {
            shown.extend(quiet(&words::reasons(inclusion)));
            shown.extend(quiet(&inclusion.why));
        }
        (Decision::Excluded, _, Applicability::Excluded { justification }) => {
            shown.extend(quiet(justification));
        }
        _ => {}
    }
    // The others stand in the row already.
    let told =
        |lint: &&Lint| !matches!(lint, Lint::Undecided | Lint::Proposed | Lint::WithoutEvidence);
    shown.extend(row.lints.iter().filter(told).copied().map(mistake));
    shown
}

fn mistake(lint: Lint) -> AnyView {
    let words = el("span").text(t(words::lint(lint).0));
    el("span").class("badge missing").child(sign("!")).el(words).done()
}

fn risks(sheet: Sheet, row: &Row) -> Vec<AnyView> {
    let links = row.risks.iter().map(|risk| risk_link(sheet, risk).done());
    links.collect()
}

/// "R7", as a link.
pub fn risk_link(sheet: Sheet, risk: &RiskId) -> El {
    el("a")
        .class("statement-risk")
        .attr("href", sheet.href(Page::Risk(risk.clone())))
        .string(sheet.risk(risk))
}

/// How far the control is: a word and a shape.
pub fn extent(state: State, row: &Row, answer: &Answer) -> AnyView {
    let questionnaire = state.questionnaire();
    let standing = row.standing(questionnaire.pack.scale(), answer);
    badge(state, &standing)
}

fn practice(state: State, row: &Row, answer: &Answer) -> Vec<AnyView> {
    let how = answer.implementation.trim();
    if row.decision == Decision::Excluded && how.is_empty() {
        return Vec::new();
    }
    let how =
        (!how.is_empty()).then(|| el("span").class("statement-how").string(how.to_owned()).done());
    [extent(state, row, answer)].into_iter().chain(how).collect()
}

fn evidence(sheet: Sheet, control: &ItemId, row: &Row, answer: &Answer) -> Vec<AnyView> {
    let number = answer.evidence.len();
    if number == 0 {
        let lacks = row.lints.contains(&Lint::WithoutEvidence);
        return lacks.then(|| mistake(Lint::WithoutEvidence)).into_iter().collect();
    }
    let number = number.to_string();
    let about = name_of(sheet, control);
    let label = fill(Key::StatementEvidence, &[("item", &about), ("number", &number)]);
    let count = if sheet.is_of_pack(control) {
        el("a").attr("href", sheet.href(Page::Item(control.clone()))).attr("aria-label", label)
    } else {
        el("span")
    };
    let names = answer.evidence.iter().map(|evidence| evidence.name.as_str());
    let names: Vec<&str> = names.filter(|name| !name.trim().is_empty()).collect();
    let names = el("span").class("paper-only").string(names.join("; "));
    vec![count.class("statement-count no-paper").string(number).done(), names.done()]
}

//! All risks as a table that can be sorted and looked through.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                badge::sign,
                button::{Look, button},
            },
            el::{El, el},
            live::{flag, part, text},
            state::{State, now},
            words::{calendar_day, fill, t},
        },
        risk::{
            level::{chip, with_criteria, words},
            risk_href,
        },
        work_field::{choice, labelled},
    },
    Looked, untitled,
    view::{HEADING, ROWS, View},
};
use crate::{
    domain::{
        assessment::Assessment,
        id::AssessmentId,
        risk::{
            criteria::Criteria,
            find::{Column, Filter, Order, found},
            level::{RiskNotice, RiskResult, Spot},
            register::{Risk, Treatment},
        },
        time::Timestamp,
    },
    text::{Key, risk::treatment_keys},
};

/// The columns in their order.
const COLUMNS: [(Column, Key); 8] = [
    (Column::Number, Key::RisksColNumber),
    (Column::Title, Key::RisksColTitle),
    (Column::Owner, Key::RisksColOwner),
    (Column::Inherent, Key::RisksColInherent),
    (Column::Current, Key::RisksColCurrent),
    (Column::Residual, Key::RisksColResidual),
    (Column::Treatment, Key::RisksColTreatment),
    (Column::Review, Key::RisksColReview),
];

/// The risks that fit, in order.
type Found = Arc<Vec<(Risk, RiskResult)>>;

/// The section.
pub fn table(state: State, id: &AssessmentId, outlook: Looked, view: View) -> AnyView {
    let all = Memo::new(move |_| outlook.with(|it| it.as_ref().map_or(0, |it| it.risks.len())));
    let fitting = Memo::new(move |_| -> Found {
        let outlook = outlook.get();
        let found = |assessment: &Assessment| {
            let results = outlook.as_ref().map_or(&[][..], |outlook| &outlook.risks);
            let (filter, order) = (view.filter.get(), view.order.get());
            let found = found(assessment.work(), results, &filter, order, &now());
            found.into_iter().map(|(risk, result)| (risk.clone(), result.clone())).collect()
        };
        Arc::new(state.with_assessment(found).unwrap_or_default())
    });
    let count = text(move || count(state, view, fitting.with(|it| it.len()), all.get()));
    let filtered = text(move || filtered(state, &view.filter.get()));
    let clear = button(Look::Quiet, t(Key::RisksClear), move || view.show(Filter::default()))
        .absent(flag(move || view.filter.with(Filter::is_empty)));
    let id = id.clone();
    let body = part(move || {
        let fitting = fitting.get();
        let shown =
            fitting.iter().take(if view.printing.get() { usize::MAX } else { view.rows.get() });
        let now = now();
        let rows = with_criteria(state, |criteria| {
            shown
                .map(|(risk, result)| row(&id, criteria, risk, result, &now).done())
                .collect::<Vec<_>>()
        });
        Some(rows.into_any())
    });
    let head = COLUMNS.map(|(column, name)| column_head(view, column, name).done());
    let table = el("table")
        .class("table risk-table")
        .is("aria-label", t(Key::RisksTable))
        .el(el("thead").el(el("tr").children(head)))
        .el(el("tbody").child(body));
    let none = flag(move || !fitting.with(|found| found.is_empty()));
    let more = button(Look::Plain, t(Key::RisksMore), move || {
        view.rows.update(|rows| *rows = rows.saturating_add(ROWS));
    })
    .absent(flag(move || fitting.with(|found| found.len()) <= view.rows.get()));
    el("section")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::RisksRegister)))
        .el(fields(state, view))
        .el(el("div")
            .class("find-status risk-status")
            .el(el("p").is("role", "status").live(count))
            .el(clear))
        .el(el("p").class("paper-only").live(filtered))
        .el(el("div").class("table-scroll").el(table))
        .el(el("p").class("find-none").absent(none).text(t(Key::RisksNoneFound)))
        .el(el("div").class("buttons").el(more))
        .done()
}

fn count(state: State, view: View, found: usize, all: usize) -> String {
    let is_one = all == 1;
    let whole = found == all;
    let (found, all) = (found.to_string(), all.to_string());
    match view.filter.with(|filter| filter.at) {
        Some((likelihood, impact)) => {
            let place = with_criteria(state, |it| words(it).pair(likelihood, impact));
            fill(Key::RisksFoundAt, &[("found", &found), ("all", &all), ("place", &place)])
        }
        None if is_one && whole => t(Key::RisksFoundOne).to_owned(),
        None if is_one => fill(Key::RisksFoundOnlyOne, &[("found", &found)]),
        None => fill(Key::RisksFound, &[("found", &found), ("all", &all)]),
    }
}

/// In words, what is looked for: on paper, where the fields aren't printed.
fn filtered(state: State, filter: &Filter) -> String {
    if filter.is_empty() {
        return String::new();
    }
    let mut parts = Vec::new();
    let words_sought = filter.words.trim();
    if !words_sought.is_empty() {
        parts.push(fill(Key::RisksFilteredWords, &[("words", words_sought)]));
    }
    if let Some(level) = filter.level {
        let name = with_criteria(state, |criteria| words(criteria).level(level).to_owned());
        parts.push(format!("{}: {name}", t(Key::RisksLevel)));
    }
    if let Some(treatment) = filter.treatment {
        let name = treatment.map_or(Key::RisksUndecided, |it| treatment_keys(it).0);
        parts.push(format!("{}: {}", t(Key::RisksTreatment), t(name)));
    }
    let switches = [
        (filter.above, Key::RisksOnlyAbove),
        (filter.no_owner, Key::RisksOnlyNoOwner),
        (filter.notices, Key::RisksOnlyNotices),
    ];
    parts.extend(switches.into_iter().filter(|(on, _)| *on).map(|(_, key)| t(key).to_owned()));
    if let Some((likelihood, impact)) = filter.at {
        parts.push(with_criteria(state, |it| words(it).pair(likelihood, impact)));
    }
    fill(Key::RisksFiltered, &[("filter", &parts.join(" · "))])
}

fn column_head(view: View, column: Column, name: Key) -> El {
    let sorted = text(move || {
        let Order { by, down } = view.order.get();
        match (by == column, down) {
            (true, true) => "descending",
            (true, false) => "ascending",
            (false, _) => "none",
        }
        .to_owned()
    });
    let sort = el("button")
        .is("type", "button")
        .on("click", move |_| view.order.update(|order| *order = order.chosen(column)))
        .text(t(name));
    // Buttons aren't repeated with the headings of further sheets.
    let printed = el("span").class("paper-only").is("aria-hidden", "true").text(t(name));
    el("th")
        .is("scope", "col")
        .attr_live("aria-sort", sorted)
        .el(sort.class("sort no-paper"))
        .el(printed)
}

/// What stands in a cell of which nothing is said.
const NOTHING: &str = "–";

fn row(
    id: &AssessmentId,
    criteria: &Criteria,
    risk: &Risk,
    result: &RiskResult,
    now: &Timestamp,
) -> El {
    let link = el("a").attr("href", risk_href(id, &result.id)).string(untitled(risk));
    let notices = result.notices_at(risk, now);
    let notices = (!notices.is_empty()).then(|| {
        let mut words: Vec<&str> = notices.iter().map(|it| t(short(it))).collect();
        words.dedup();
        let words = el("span").string(words.join(" · "));
        el("span").class("risk-short").child(sign("!")).el(words).done()
    });
    // On a narrow page only what is said is listed.
    let cell = |label: Key, text: String| {
        let class = if text == NOTHING { "risk-blank" } else { "" };
        el("td").class(class).is("data-label", t(label)).string(text)
    };
    let level = |label: Key, spot: Option<Spot>| {
        el("td").class("risk-level").is("data-label", t(label)).el(chip(criteria, spot))
    };
    let owner = risk.owner.trim();
    let treatment = risk.treatment.map_or(NOTHING, |treatment| t(treatment_keys(treatment).0));
    let review = risk.review.as_ref().map_or_else(|| NOTHING.to_owned(), calendar_day);
    el("tr")
        .el(el("td").class("risk-number").string(format!("R{}", risk.number)))
        .el(el("th").is("scope", "row").el(link).child_maybe(notices))
        .el(cell(
            Key::RisksColOwner,
            if owner.is_empty() { NOTHING.to_owned() } else { owner.to_owned() },
        ))
        .el(level(Key::RisksColInherent, result.inherent))
        .el(level(Key::RisksColCurrent, result.current))
        .el(level(Key::RisksColResidual, result.residual))
        .el(cell(Key::RisksColTreatment, treatment.to_owned()))
        .el(cell(Key::RisksColReview, review))
}

/// What wants attention, in a word or two.
const fn short(notice: &RiskNotice) -> Key {
    match notice {
        RiskNotice::NotAssessed => Key::RisksShortNotAssessed,
        RiskNotice::NoOwner => Key::RisksShortNoOwner,
        RiskNotice::NoTreatment => Key::RisksShortNoTreatment,
        RiskNotice::ResidualAboveCurrent => Key::RisksShortResidual,
        RiskNotice::RetainedWithoutAcceptance => Key::RisksShortRetained,
        RiskNotice::ReviewDue => Key::RisksShortReview,
        RiskNotice::ExcludedControl(_)
        | RiskNotice::UnjustifiedControl(_)
        | RiskNotice::UnknownControl(_) => Key::RisksShortControl,
    }
}

/// A part of the filter that is on or off.
type Part = fn(&mut Filter) -> &mut bool;

fn fields(state: State, view: View) -> El {
    let filter = view.filter;
    let words = el("input")
        .is("type", "search")
        .class("input")
        .is("autocomplete", "off")
        .value(text(move || filter.with(|filter| filter.words.clone())))
        .on("input", move |event| {
            let words = event_target_value(&event);
            filter.update(|filter| filter.words = words);
        });
    let only: [(Key, Part); 3] = [
        (Key::RisksOnlyAbove, |filter| &mut filter.above),
        (Key::RisksOnlyNoOwner, |filter| &mut filter.no_owner),
        (Key::RisksOnlyNotices, |filter| &mut filter.notices),
    ];
    let only = only.map(|(label, part)| {
        let on = flag(move || *part(&mut filter.get()));
        let input =
            el("input").is("type", "checkbox").flag("checked", on).on("change", move |event| {
                let on = event_target_checked(&event);
                filter.update(|filter| *part(filter) = on);
            });
        el("label").class("choice").el(input).el(el("span").text(t(label))).done()
    });
    el("form")
        .is("role", "search")
        .is("aria-labelledby", HEADING)
        .on("submit", |event| event.prevent_default())
        .el(el("div")
            .class("find-filters")
            .el(labelled("risk-words", Key::RisksWords, words))
            .child(by_level(state, view))
            .el(labelled("risk-by-treatment", Key::RisksTreatment, by_treatment(view))))
        .el(el("fieldset")
            .class("risk-only")
            .el(el("legend").text(t(Key::RisksOnly)))
            .children(only))
}

fn any() -> (String, String) {
    (String::new(), t(Key::RisksAny).to_owned())
}

fn by_level(state: State, view: View) -> AnyView {
    part(move || {
        let levels = with_criteria(state, |criteria| {
            let words = words(criteria);
            let names = (0..criteria.levels.len()).rev();
            names.map(|it| (it.to_string(), words.level(it).to_owned())).collect::<Vec<_>>()
        });
        let chosen = text(move || {
            let level = view.filter.with(|filter| filter.level);
            level.map(|level| level.to_string()).unwrap_or_default()
        });
        let field = choice([any()].into_iter().chain(levels), chosen, move |level| {
            view.filter.update(|filter| filter.level = level.parse().ok());
        });
        Some(labelled("risk-by-level", Key::RisksLevel, field).done())
    })
}

/// What stands for no treatment yet.
const UNDECIDED: &str = "-";

fn by_treatment(view: View) -> El {
    let undecided = (UNDECIDED.to_owned(), t(Key::RisksUndecided).to_owned());
    let treatments = Treatment::ALL.map(|treatment| {
        (treatment.as_str().to_owned(), t(treatment_keys(treatment).0).to_owned())
    });
    let chosen = text(move || match view.filter.with(|filter| filter.treatment) {
        None => String::new(),
        Some(None) => UNDECIDED.to_owned(),
        Some(Some(treatment)) => treatment.as_str().to_owned(),
    });
    choice([any(), undecided].into_iter().chain(treatments), chosen, move |chosen| {
        let treatment = match chosen.as_str() {
            UNDECIDED => Some(None),
            chosen => Treatment::parse(chosen).map(Some),
        };
        view.filter.update(|filter| filter.treatment = treatment);
    })
}

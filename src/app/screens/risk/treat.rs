//! What is done about a risk: treatment, what the plan aims at, acceptance, review, notes.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::segments::clear_button,
            el::{El, el},
            live::{flag, text},
            words::t,
        },
        work_field::{Entered, day_field},
    },
    aim::aim,
    entry::{Entry, option},
};
use crate::{
    domain::{
        risk::register::{Risk, Treatment},
        time::Day,
    },
    text::{Key, risk::treatment_keys},
};

/// The sections.
pub fn treat(entry: &Entry) -> El {
    let review = day(
        entry,
        ("risk-review", Key::RiskReview),
        |risk| risk.review.as_ref(),
        |risk, day| risk.review = day,
    );
    let later = el("section").class("work").el(el("h2").text(t(Key::RiskLater))).el(review).child(
        entry.area(
            ("risk-note", Key::RiskNote, None),
            |risk| &risk.note,
            |risk, value| risk.note = value,
        ),
    );
    let treatment = el("section")
        .class("work")
        .el(el("h2").text(t(Key::RiskTreat)))
        .el(el("div").class("risk-sides").el(treatments(entry)).el(aim(entry)));
    el("div").el(treatment).el(acceptance(entry)).el(later)
}

fn treatments(entry: &Entry) -> El {
    let options = Treatment::ALL.map(|treatment| {
        let (name, meaning) = treatment_keys(treatment);
        let chosen = entry.flag(move |risk| risk.treatment == Some(treatment));
        let id = ("treatment", format!("treatment-{}", treatment.as_str()));
        let entry = entry.clone();
        let words = |key: Key| text(move || t(key).to_owned());
        let choose = move || {
            entry.edit(|risk| {
                risk.treatment = Some(treatment);
                // An aim of before would say that something is done after all.
                if treatment == Treatment::Retain {
                    risk.residual = None;
                }
            });
        };
        option(id, words(name), words(meaning), chosen, choose).done()
    });
    let cleared = entry.clone();
    let clear = clear_button(Key::RiskClear, move || cleared.edit(|risk| risk.treatment = None));
    el("fieldset")
        .class("rating risk-scale")
        .el(el("legend").text(t(Key::RiskTreatment)))
        .children(options)
        .el(clear)
}

fn day(
    entry: &Entry,
    (id, label): (&'static str, Key),
    read: fn(&Risk) -> Option<&Day>,
    write: fn(&mut Risk, Option<Day>),
) -> El {
    let value =
        entry.text(move |risk| read(risk).map(|day| day.as_str().to_owned()).unwrap_or_default());
    let entry = entry.clone();
    day_field(id, label, value, move |entered| {
        let day = match entered {
            Entered::Blank => None,
            Entered::Day(day) => Some(day),
            Entered::Incomplete => return,
        };
        entry.edit(|risk| write(risk, day));
    })
}

/// Who accepts what remains: asked where it is retained or above the threshold.
fn acceptance(entry: &Entry) -> El {
    let result = entry.result;
    let idle =
        entry.flag(|risk| risk.treatment != Some(Treatment::Retain) && risk.acceptance.is_blank());
    let needless = flag(move || {
        let above = result.with(|result| result.as_ref().is_some_and(|result| result.above));
        idle.get() && !above
    });
    let on = day(
        entry,
        ("accepted-on", Key::RiskAcceptedOn),
        |risk| risk.acceptance.on.as_ref(),
        |risk, day| risk.acceptance.on = day,
    );
    let by = entry.line(
        "accepted-by",
        Key::RiskAcceptedBy,
        |risk| &risk.acceptance.by,
        |risk, value| risk.acceptance.by = value,
    );
    let why = entry.area(
        ("accepted-why", Key::RiskAcceptedWhy, None),
        |risk| &risk.acceptance.why,
        |risk, value| risk.acceptance.why = value,
    );
    el("fieldset")
        .class("work")
        .absent(needless)
        .el(el("legend").class("work-title").text(t(Key::RiskAcceptance)))
        .el(el("p").class("hint").text(t(Key::RiskAcceptanceHint)))
        .el(el("div").class("plan-fields").child(by).el(on))
        .child(why)
}

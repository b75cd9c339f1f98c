//! How the plan burns up: what was to be done by each day, and what was.

use leptos::prelude::*;

use super::{
    super::super::{
        charts::steps::{Stairs, stairs},
        el::{El, el},
        live::part,
        words::{calendar_day, fill, t},
    },
    Plan, today,
};
use crate::{
    domain::{
        assessment::Assessment,
        plan::{Milestone, burn_up},
        time::Day,
    },
    text::Key,
};

/// The section, once any action has a day.
pub fn section(plan: Plan) -> AnyView {
    let milestones = Memo::new(move |_| {
        let burn = |assessment: &Assessment| burn_up(&assessment.work().plan);
        plan.state.with_assessment(burn).unwrap_or_default()
    });
    part(move || {
        let milestones = milestones.get();
        let today = today().filter(|_| !milestones.is_empty())?;
        Some(draw(&milestones, &today).done())
    })
}

fn draw(milestones: &[Milestone], today: &Day) -> El {
    let over = milestones.iter().rev().find(|milestone| milestone.day <= *today);
    let (due, done) = over.map_or((0, 0), |milestone| (milestone.planned, milestone.done));
    let all = milestones.last().map_or(0, |last| last.planned);
    let [due, done, all] = [due, done, all].map(|count| count.to_string());
    let summary = fill(Key::PlanBurnSum, &[("due", &due), ("done", &done), ("all", &all)]);
    let days = || milestones.iter().map(|milestone| &milestone.day).chain([today]);
    let end = |day: Option<&Day>| el("span").string(day.map(calendar_day).unwrap_or_default());
    let most = milestones.iter().map(|it| it.planned.max(it.done)).max().unwrap_or_default();
    let marks = [most, 0].map(|mark| el("span").string(mark.to_string()).done());
    let ends = el("div")
        .class("trend-ends")
        .is("aria-hidden", "true")
        .el(end(days().min()))
        .el(end(days().max()));
    let chart = el("div")
        .class("trend")
        .el(el("div").class("trend-marks").is("aria-hidden", "true").children(marks))
        .child(stairs(Stairs::new(milestones, today), summary.clone()))
        .el(ends);
    el("section")
        .is("aria-labelledby", "burn")
        .el(el("h2").is("id", "burn").text(t(Key::PlanBurn)))
        .el(el("p").class("measure-text").string(summary))
        .el(el("figure").class("figure").el(chart).el(legend()))
        .el(table(milestones))
        .el(el("p").class("hint").text(t(Key::PlanBurnHint)))
}

fn legend() -> El {
    let entry = |class: &'static str, key: Key| {
        el("span").el(el("span").class(class).is("aria-hidden", "true")).text(" ").text(t(key))
    };
    el("figcaption")
        .class("trend-legend quiet")
        .el(entry("trend-key stairs-key", Key::PlanBurnDue))
        .el(entry("trend-key line", Key::PlanBurnDone))
        .el(entry("trend-key today-key", Key::PlanBurnToday))
}

fn table(milestones: &[Milestone]) -> El {
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(column(Key::TimeDay))
        .el(column(Key::PlanBurnDue).class("number"))
        .el(column(Key::PlanBurnDone).class("number"));
    let rows = milestones.iter().map(|milestone| {
        el("tr")
            .el(el("th").is("scope", "row").string(calendar_day(&milestone.day)))
            .el(el("td").class("number").string(milestone.planned.to_string()))
            .el(el("td").class("number").string(milestone.done.to_string()))
            .done()
    });
    let table = el("table").class("table").el(el("thead").el(head)).el(el("tbody").children(rows));
    el("details")
        .class("trend-table")
        .el(el("summary").text(t(Key::TimeTable)))
        .el(el("div").class("table-scroll").el(table))
}

//! How the plan burns up: what was to be done by each day, and what was.

use leptos::prelude::*;

use super::{
    super::super::{
        charts::steps::{Stairs, stairs},
        el::{El, el},
        live::part,
        words::{calendar_day, fill, t},
    },
    super::figure::{figure, table},
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
    let end = |day: Option<&Day>| day.map(calendar_day).unwrap_or_default();
    let most = milestones.iter().map(|it| it.planned.max(it.done)).max().unwrap_or_default();
    let chart = figure(
        [most, 0].map(|mark| mark.to_string()),
        stairs(Stairs::new(milestones, today), summary.clone()),
        [end(days().min()), end(days().max())],
        [
            ("stairs-key", Key::PlanBurnDue),
            ("line", Key::PlanBurnDone),
            ("today-key", Key::PlanBurnToday),
        ],
    );
    let rows = milestones.iter().map(|milestone| {
        let counts = [milestone.planned, milestone.done].map(|count| count.to_string());
        [calendar_day(&milestone.day)].into_iter().chain(counts).collect()
    });
    el("section")
        .is("aria-labelledby", "burn")
        .el(el("h2").is("id", "burn").text(t(Key::PlanBurn)))
        .el(el("p").class("measure-text").string(summary))
        .el(chart)
        .el(table(&[Key::TimeDay], &[Key::PlanBurnDue, Key::PlanBurnDone], rows))
        .el(el("p").class("hint").text(t(Key::PlanBurnHint)))
}

//! What would be if some actions were done, beside today.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button},
            el::{El, el},
            live::{flag, part},
            words::{fill, percent, range, t, texts},
        },
        risk::{level::words, risk_href},
    },
    Plan, name,
};
use crate::{
    domain::{
        assessment::Assessment,
        compare::Shift,
        evaluation::evaluate,
        id::PlannedId,
        outlook::outlook,
        plan::{PlannedState, what_if},
        prospect::Prospect,
        ratio::Ratio,
        readiness::Level,
    },
    text::{Key, outcome::points_text, readiness::level_text, risk::risk_name},
};

type Ticked = RwSignal<Vec<PlannedId>>;

/// The section, once anything is planned that isn't done.
pub fn section(plan: Plan) -> AnyView {
    let ticked: Ticked = RwSignal::new(Vec::new());
    let open = Memo::new(move |_| {
        let open = |assessment: &Assessment| {
            let plan = assessment.work().plan_in_order();
            let open = plan.filter(|(_, planned)| planned.state != PlannedState::Done);
            open.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        };
        plan.state.with_assessment(open).unwrap_or_default()
    });
    let none = flag(move || open.with(Vec::is_empty));
    let boxes = part(move || {
        let boxes = open.get().into_iter().map(|id| tick(plan, ticked, id).done());
        Some(boxes.collect::<Vec<_>>().into_any())
    });
    let prospects = prospects(plan, ticked, open);
    let shown = part(move || match prospects.get() {
        Some((today, then)) => {
            let risks = untrack(|| risks(plan, &today, &then)).map(El::done);
            Some(el("div").el(table(&today, &then)).child_maybe(risks).done())
        }
        None => Some(el("p").class("hint").text(t(Key::PlanIfNone)).done()),
    });
    let all = button(Look::Quiet, t(Key::PlanIfAll), move || ticked.set(open.get_untracked()));
    let fields = el("fieldset")
        .class("choices plan-if")
        .el(el("legend").text(t(Key::PlanIfLegend)))
        .child(boxes)
        .el(all);
    el("section")
        .is("aria-labelledby", "what-if")
        .absent(none)
        .el(el("h2").is("id", "what-if").text(t(Key::PlanIf)))
        .el(el("p").class("hint").text(t(Key::PlanIfLead)))
        .el(el("div")
            .class("plan-if-sides")
            .el(fields)
            .el(el("div").is("aria-live", "polite").child(shown)))
        .done()
}

fn tick(plan: Plan, ticked: Ticked, id: PlannedId) -> El {
    let planned = plan.follow(&id);
    let own = id.clone();
    let toggle = move |event| {
        let there = event_target_checked(&event);
        ticked.update(|ticked| {
            ticked.retain(|other| *other != id);
            if there {
                ticked.push(id.clone());
            }
        });
    };
    let input = el("input")
        .is("type", "checkbox")
        .flag("checked", flag(move || ticked.with(|ticked| ticked.contains(&own))))
        .on("change", toggle);
    let called =
        Signal::derive(move || planned.with(|it| it.as_ref().map(name).unwrap_or_default()));
    el("label").class("choice").el(input).el(el("span").live(called))
}

/// Today and what would be; `None` while nothing is ticked that still is to be done.
fn prospects(
    plan: Plan,
    ticked: Ticked,
    open: Memo<Vec<PlannedId>>,
) -> Memo<Option<(Prospect, Prospect)>> {
    Memo::new(move |_| {
        let mut done = ticked.get();
        open.with(|open| done.retain(|id| open.contains(id)));
        if done.is_empty() {
            return None;
        }
        let questionnaire = plan.state.questionnaire();
        let pack = &questionnaire.pack;
        let (handbook, _) = plan.state.handbook()?;
        let now = plan.outlook.get()?;
        let today =
            plan.state.with_evaluation(|evaluation| Prospect::of(evaluation.everything, &now))?;
        let then = plan.state.with_assessment(|assessment| {
            let then = what_if(pack, assessment, &done);
            let evaluation = evaluate(pack, &then);
            let outlook = outlook(pack, handbook, &then, &evaluation);
            Prospect::of(evaluation.everything, &outlook)
        })?;
        Some((today, then))
    })
}

fn table(today: &Prospect, then: &Prospect) -> El {
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(el("td"))
        .el(column(Key::PlanIfToday).class("number"))
        .el(column(Key::PlanIfThen).class("number"))
        .el(column(Key::PlanIfChange).class("number"));
    let row = |name: Key, today: String, then: String, change: String| {
        let change = if change.is_empty() { t(Key::PlanIfSame).to_owned() } else { change };
        el("tr")
            .el(el("th").is("scope", "row").text(t(name)))
            .el(el("td").class("number").string(today))
            .el(el("td").class("number").string(then))
            .el(el("td").class("number").string(change))
            .done()
    };
    let share = |name, older: Option<Ratio>, newer: Option<Ratio>| {
        let points = Shift { older, newer }.points().filter(|points| *points != 0);
        let change =
            points.map(|points| fill(Key::TimePoints, &[("points", &points_text(points))]));
        row(name, percent(older), percent(newer), change.unwrap_or_default())
    };
    let count = |name, older: usize, newer: usize| {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let change = number(newer).saturating_sub(number(older));
        let change = if change == 0 { String::new() } else { points_text(change) };
        row(name, older.to_string(), newer.to_string(), change)
    };
    let ranges = {
        let (older, newer) = (range(&today.measure), range(&then.measure));
        let shift = |older, newer| Shift { older, newer }.points().unwrap_or_default();
        let low = shift(today.measure.low, then.measure.low);
        let high = shift(today.measure.high, then.measure.high);
        let ends = [("low", &*points_text(low)), ("high", &*points_text(high))];
        let moved = (low, high) != (0, 0);
        let change = if moved { fill(Key::PlanIfEnds, &ends) } else { String::new() };
        row(Key::MeasureRange, older, newer, change)
    };
    let level = |level: Option<Level>| match level {
        Some(Level::NotReady) => t(Key::PlanIfNot).to_owned(),
        Some(level) => t(level_text(level).0).to_owned(),
        None => t(Key::PlanIfUnjudged).to_owned(),
    };
    let readiness = {
        let change = if then.level > today.level { Key::PlanIfBetter } else { Key::PlanIfSame };
        row(Key::ViewsReadiness, level(today.level), level(then.level), t(change).to_owned())
    };
    let stages =
        today.blockers.zip(then.blockers).map(|([first, second], [first_then, second_then])| {
            [
                count(Key::PlanIfStage1, first, first_then),
                count(Key::PlanIfStage2, second, second_then),
            ]
        });
    let [majors, minors, others] = today.findings;
    let [majors_then, minors_then, others_then] = then.findings;
    let mut rows = vec![
        share(Key::TimeConformity, today.measure.conformity, then.measure.conformity),
        ranges,
        share(Key::MeasureCompleteness, today.measure.completeness, then.measure.completeness),
        count(Key::OutcomeMajor, majors, majors_then),
        count(Key::OutcomeMinor, minors, minors_then),
        count(Key::OutcomeOpportunity, others, others_then),
        count(Key::PlanIfRisks, today.risks_above, then.risks_above),
        readiness,
    ];
    rows.extend(stages.into_iter().flatten());
    let caption =
        el("caption").class("visually-hidden").string(texts().get(Key::PlanIf).to_owned());
    el("table")
        .class("table plan-if-table")
        .el(caption)
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
}

/// The risks whose level would be another: "R1 Ransomware: Very high → Medium".
fn risks(plan: Plan, today: &Prospect, then: &Prospect) -> Option<El> {
    if today.risks.is_empty() {
        return None;
    }
    let moved = plan.state.with_assessment(|assessment| {
        let work = assessment.work();
        let words = words(&work.criteria);
        let lines = today.moved(then).filter_map(|(id, here, there)| {
            let risk = work.risks.get(id)?;
            let link = el("a")
                .attr("href", plan.assessment.with_value(|own| risk_href(own, id)))
                .string(risk_name(texts(), risk.number, &risk.title));
            let levels = [("today", words.spot(here)), ("then", words.spot(there))];
            let levels = el("span").string(fill(Key::PlanIfLevels, &levels));
            Some(el("li").el(link).text(": ").el(levels).done())
        });
        lines.collect::<Vec<_>>()
    })?;
    let section = el("div").class("plan-moved").el(el("h3").text(t(Key::PlanIfMoved)));
    Some(if moved.is_empty() {
        section.el(el("p").text(t(Key::PlanIfUnmoved)))
    } else {
        section.el(el("ul").children(moved))
    })
}

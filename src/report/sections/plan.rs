//! The ten steps with where one stands, and the actions that were planned.

use super::{
    super::{
        charts::{burn, path},
        document::{Block, Cell, Figure, Tone},
        request::SectionKind,
    },
    Context, Section,
    pen::Pen,
    words::{cell, day, heading, lead, named, or_dash, paragraph, remark, span},
};
use crate::{
    domain::{
        path::{Late, Stage, path as calendar, weeks_left, weeks_to_go},
        plan::{Planned, PlannedState, burn_up},
        priority::Priority,
        roadmap::{Progress, StepState, current},
        time::Day,
    },
    text::{
        Key,
        outcome::{effort_key, priority_text, stage_text, step_text},
    },
};

/// Most open items of a step that are named.
const MOST_OPEN: usize = 8;
/// Most of what isn't planned yet that is named.
const MOST_FIRST: usize = 10;

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let pen = Pen::new(context);
    let mut blocks = steps(&pen);
    blocks.extend(actions(&pen));
    blocks.extend(first(&pen));
    context.begin(SectionKind::Plan, blocks)
}

/// Steps on the calendar, back from the day on which the certificate is wanted.
fn stages(pen: &Pen<'_>) -> Option<(Day, Vec<Stage>)> {
    let (handbook, _) = pen.context.material.handbook?;
    let facts = &pen.context.material.assessment.facts;
    let wanted = facts.target.clone()?;
    let steps = &pen.context.outlook.steps;
    let stages = calendar(&handbook.steps, steps, facts.people, &pen.work.weeks, &wanted)?;
    Some((wanted, stages))
}

fn steps(pen: &Pen<'_>) -> Vec<Block> {
    let states = &pen.context.outlook.steps;
    let Some(lines) = pen.context.summary.steps.as_ref().filter(|lines| !lines.is_empty()) else {
        return Vec::new();
    };
    let here = current(states).map(|state| state.number);
    let told = match lines.iter().find(|line| Some(line.number) == here) {
        Some(line) => {
            let number = line.number.to_string();
            pen.fill(Key::ReportStepsHere, &[("step", &number), ("title", &line.title)])
        }
        None => pen.say(Key::RoadmapNowDone).to_owned(),
    };
    let stops: Vec<path::Stop> = states
        .iter()
        .map(|state| path::Stop {
            number: state.number,
            progress: state.progress,
            word: stage_text(pen.texts, state).to_owned(),
        })
        .collect();
    let marker = here.map(|here| (here, pen.say(Key::ResultStepHere)));
    let figure = Figure {
        caption: pen.say(Key::ReportStepsFigure).to_owned(),
        summary: format!("{} {told}", counted(pen, states)),
        drawing: path::path(&stops, marker),
    };
    let on_calendar = stages(pen);
    let today = Day::parse(pen.context.now.day());
    let rows = states.iter().zip(lines).map(|(state, line)| {
        let mark = (Some(state.number) == here).then(|| pen.say(Key::ResultStepHere).to_owned());
        let mut row = vec![
            named(format!("{} {}", state.number, line.title), mark),
            cell([line.stage.as_str()]).on(tone(state.progress)),
            cell([step_text(pen.texts, state)].into_iter().chain(open(pen, state))),
        ];
        if let Some((_, dated)) = &on_calendar {
            let stage = dated.iter().find(|stage| stage.step == state.number);
            row.push(days(pen, state.progress, stage, today.as_ref()));
        }
        row
    });
    let rows = rows.collect();
    let table = if on_calendar.is_some() {
        let columns = [
            (Key::ReadinessPathStep, 27),
            (Key::PlanState, 12),
            (Key::ReportStepStands, 43),
            (Key::ReportStepDays, 18),
        ];
        pen.table(pen.say(Key::RoadmapAll), columns, rows)
    } else {
        let columns =
            [(Key::ReadinessPathStep, 30), (Key::PlanState, 14), (Key::ReportStepStands, 56)];
        pen.table(pen.say(Key::RoadmapAll), columns, rows)
    };
    let mut blocks =
        vec![lead(told), heading(pen.say(Key::RoadmapAll)), Block::Figure(figure), table];
    blocks.push(remark(pen.say(Key::ResultStepsLead)));
    match (&on_calendar, &today) {
        (Some((wanted, dated)), Some(today)) => blocks.extend(time(pen, wanted, dated, today)),
        _ => blocks.push(remark(pen.say(Key::ReportStepsUndated))),
    }
    blocks
}

/// How many steps are done, begun and not begun.
fn counted(pen: &Pen<'_>, states: &[StepState]) -> String {
    let count = |progress| states.iter().filter(|it| it.progress == progress).count();
    let counts = [
        ("done", count(Progress::Done)),
        ("started", count(Progress::Started)),
        ("open", count(Progress::NotStarted)),
    ];
    pen.counts(Key::ReportStepsCount, counts)
}

const fn tone(progress: Progress) -> Tone {
    match progress {
        Progress::NotStarted => Tone::Muted,
        Progress::Started => Tone::Fair,
        Progress::Done => Tone::Good,
    }
}

/// What is open of a step, by numbers.
fn open(pen: &Pen<'_>, state: &StepState) -> Option<String> {
    if state.progress == Progress::Done || state.open.is_empty() {
        return None;
    }
    let named = pen.numbers(state.open.iter().take(MOST_OPEN));
    let more = state.open.len().saturating_sub(MOST_OPEN);
    let list = if more == 0 {
        named
    } else {
        let more = pen.counts(Key::ResultMore, [("count", more)]);
        format!("{named} {more}")
    };
    pen.labelled(Key::ReportStepOpen, &list)
}

/// By when a step begins and is done at the latest.
fn days(pen: &Pen<'_>, progress: Progress, stage: Option<&Stage>, today: Option<&Day>) -> Cell {
    let Some(stage) = stage.filter(|stage| !stage.done) else { return or_dash("") };
    let late = today.and_then(|today| stage.late(progress, today));
    let (late, tone) = match late {
        None => (None, Tone::Plain),
        Some(Late::Begin) => (Some(pen.say(Key::ReadinessPathLateBegin)), Tone::Fair),
        Some(Late::End) => (Some(pen.say(Key::ReadinessPathLateEnd)), Tone::Poor),
    };
    let said = [
        pen.labelled(Key::ReadinessPathBegins, stage.begins.as_str()),
        pen.labelled(Key::ReadinessPathEnds, stage.ends.as_str()),
        late.map(str::to_owned),
    ];
    cell(said.into_iter().flatten()).on(tone)
}

/// Whether the time that is left is enough.
fn time(pen: &Pen<'_>, wanted: &Day, stages: &[Stage], today: &Day) -> Vec<Block> {
    let first = stages.iter().find(|stage| !stage.done);
    let (needed, left) = (weeks_to_go(stages), weeks_left(today, wanted));
    let told = match first {
        None => pen.say(Key::ReadinessPathDone).to_owned(),
        Some(_) if wanted < today => pen.say(Key::ReportStepsPast).to_owned(),
        Some(first) => {
            let enough = needed <= left;
            let key = if enough { Key::ReadinessPathEnough } else { Key::ReadinessPathShort };
            let [weeks, left, step] = [needed, left, first.step].map(|it| it.to_string());
            let values = [
                ("weeks", weeks.as_str()),
                ("day", wanted.as_str()),
                ("left", &left),
                ("step", &step),
                ("begins", first.begins.as_str()),
            ];
            pen.fill(key, &values)
        }
    };
    vec![paragraph(told), remark(pen.say(Key::ReportStepsEstimate))]
}

/// The actions, what is due first on top.
fn actions(pen: &Pen<'_>) -> Vec<Block> {
    let mut plan: Vec<&Planned> = pen.work.plan_in_order().map(|(_, planned)| planned).collect();
    let title = heading(pen.say(Key::PlanActions));
    if plan.is_empty() {
        return vec![title, paragraph(pen.say(Key::ReportPlanNone))];
    }
    // Without a day they come last.
    plan.sort_by_key(|planned| (planned.due.is_none(), planned.due.clone(), planned.number));
    let today = pen.context.now.day();
    let count =
        |holds: &dyn Fn(&Planned) -> bool| plan.iter().filter(|planned| holds(planned)).count();
    let counts = [
        ("all", plan.len()),
        ("done", count(&|planned| planned.state == PlannedState::Done)),
        ("started", count(&|planned| planned.state == PlannedState::Started)),
        ("overdue", count(&|planned| planned.is_overdue(today))),
    ];
    let told = pen.counts(Key::ReportPlanCount, counts);
    let rows = plan.iter().map(|planned| row(pen, planned)).collect();
    let columns = [
        (Key::PlanAction, 28),
        (Key::ReportPlanServes, 21),
        (Key::WorkOwner, 13),
        (Key::WorkDue, 13),
        (Key::PlanEffort, 12),
        (Key::PlanState, 13),
    ];
    let mut blocks =
        vec![title, paragraph(told), pen.table(pen.say(Key::PlanActions), columns, rows)];
    blocks.extend(burned(pen));
    blocks
}

fn row(pen: &Pen<'_>, planned: &Planned) -> Vec<Cell> {
    let (state, tone) = pen.state(planned);
    let documents: Vec<&str> = planned.documents.iter().map(|id| pen.names.document(id)).collect();
    let serves = [
        pen.labelled(Key::PlanItemsShort, &pen.numbers(&planned.items)),
        pen.labelled(Key::StatementRisks, &pen.names.risks(&planned.risks)),
        pen.labelled(Key::ViewsDocuments, &documents.join("; ")),
    ];
    let serves: Vec<String> = serves.into_iter().flatten().collect();
    vec![
        named(pen.action(planned), [planned.note.as_str()]),
        if serves.is_empty() { or_dash("") } else { cell(serves) },
        or_dash(&planned.owner),
        cell([day(planned.due.as_ref())]),
        cell([pen.say(effort_key(planned.effort))]),
        cell([state]).on(tone),
    ]
}

/// Fewer actions with a day make no chart: the table above says as much.
const LEAST_BURNED: usize = 3;

/// What was to be done by each day and what was.
fn burned(pen: &Pen<'_>) -> Option<Block> {
    let milestones = burn_up(&pen.work.plan);
    let today = Day::parse(pen.context.now.day())?;
    let last = milestones.last().filter(|last| last.planned >= LEAST_BURNED)?;
    let over = milestones.iter().rev().find(|milestone| milestone.day <= today);
    let (due, done) = over.map_or((0, 0), |milestone| (milestone.planned, milestone.done));
    let counts = [("due", due), ("done", done), ("all", last.planned)];
    let summary = pen.counts(Key::ReportBurnSum, counts);
    let words = burn::Words {
        due: pen.say(Key::PlanBurnDue),
        done: pen.say(Key::PlanBurnDone),
        today: today.as_str(),
    };
    let drawing = burn::burn(&milestones, &today, words);
    Some(Block::Figure(Figure { caption: pen.say(Key::PlanBurn).to_owned(), summary, drawing }))
}

/// What comes first of all that no open action closes.
fn first(pen: &Pen<'_>) -> Vec<Block> {
    let open: Vec<&Planned> = pen
        .work
        .plan_in_order()
        .map(|(_, planned)| planned)
        .filter(|planned| planned.state != PlannedState::Done)
        .collect();
    let unplanned =
        |priority: &&Priority| !open.iter().any(|planned| planned.items.contains(&priority.item));
    let found: Vec<&Priority> = pen.context.outlook.priorities.iter().filter(unplanned).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let pack = pen.context.material.pack_texts;
    let entries = found.iter().take(MOST_FIRST);
    let entries = entries.map(|it| vec![span(priority_text(pen.texts, pack, it))]);
    let list = Block::List { numbered: true, entries: entries.collect() };
    let more = found.len().saturating_sub(MOST_FIRST);
    let more = (more > 0).then(|| remark(pen.count(Key::PlanFirstPaper, more)));
    [heading(pen.say(Key::ReportPlanFirst)), paragraph(pen.say(Key::PlanFirstLead)), list]
        .into_iter()
        .chain(more)
        .collect()
}

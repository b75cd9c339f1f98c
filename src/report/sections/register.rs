//! Every risk with all that is written down about it, what is done about each, and what still wants
//! attention.

use super::{
    super::{
        document::{Block, Cell, Paper, Tone},
        model::standing_text,
        request::SectionKind,
    },
    Context, Section,
    pen::Pen,
    words::{DASH, cell, day, heading, lead, name, named, or_dash, paragraph, span},
};
use crate::{
    domain::{
        assessment::Answer,
        id::RiskId,
        plan::{Planned, PlannedState},
        risk::{
            level::{RiskResult, Spot},
            register::{Acceptance, Link, Risk},
        },
    },
    text::{
        Key,
        risk::{count_text, notice_text, property_key, treatment_keys},
    },
};

/// The section; `None` without risks and assets where another says so already.
pub fn section(context: &Context<'_>) -> Option<Section> {
    let pen = Pen::new(context);
    let results = &context.outlook.risks;
    let above = results.iter().filter(|result| result.above).count();
    let assets = assets(&pen);
    let has_any = !results.is_empty() || !assets.is_empty();
    if !has_any && context.request.wanted().contains(&SectionKind::TopRisks) {
        return None;
    }
    let mut blocks = vec![lead(count_text(pen.texts, pen.work, above))];
    if results.is_empty() {
        blocks.push(paragraph(pen.say(Key::ReportRisksNone)));
    } else {
        blocks.push(risks(&pen));
        blocks.extend(treatment(&pen));
        blocks.extend(notices(&pen));
    }
    blocks.extend(assets);
    let paper = if has_any { Paper::Sideways } else { Paper::Upright };
    Some(Section { paper, ..context.begin(SectionKind::Register, blocks) })
}

fn risks(pen: &Pen<'_>) -> Block {
    let rows = pen.register().map(|(risk, result)| {
        vec![
            named(pen.risk(risk), [risk.note.as_str()]),
            what(pen, risk),
            or_dash(&risk.owner),
            placed(pen, pen.level(result.inherent), result.inherent),
            placed(pen, pen.judged(result.current), result.current),
            placed(pen, pen.judged(result.residual), result.residual),
            treated(pen, risk),
            accepted(pen, &risk.acceptance),
            cell([day(risk.review.as_ref())]),
        ]
    });
    let columns = [
        (Key::ReportRisk, 16),
        (Key::RiskWhat, 19),
        (Key::RiskOwner, 9),
        (Key::ReportInherent, 9),
        (Key::ReportCurrent, 9),
        (Key::ReportResidual, 9),
        (Key::ReportTreatmentControls, 15),
        (Key::RiskAcceptance, 12),
        (Key::RisksColReview, 9),
    ];
    pen.table(pen.say(Key::RisksTable), columns, rows.collect())
}

/// Threat, vulnerability, assets, and what would be lost.
fn what(pen: &Pen<'_>, risk: &Risk) -> Cell {
    let assets = risk.assets.iter().filter_map(|id| pen.work.assets.get(id));
    let assets: Vec<&str> = assets.map(|asset| asset.name.trim()).collect();
    let lost = risk.properties.iter().map(|property| pen.say(property_key(*property)));
    let lost: Vec<&str> = lost.collect();
    let said = [
        pen.labelled(Key::RiskThreat, &risk.threat),
        pen.labelled(Key::RiskVulnerability, &risk.vulnerability),
        pen.labelled(Key::RisksAssets, &assets.join(", ")),
        pen.labelled(Key::RiskProperties, &lost.join(", ")),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { or_dash("") } else { cell(said) }
}

/// A level, and below it the likelihood and impact behind it.
fn placed(pen: &Pen<'_>, mut level: Cell, spot: Option<Spot>) -> Cell {
    let pair = spot.map(|spot| pen.levels().pair(spot.likelihood, spot.impact));
    level.paragraphs.extend(pair.map(|pair| vec![span(pair)]));
    level
}

/// The treatment, and the controls that carry it out with how far each is.
fn treated(pen: &Pen<'_>, risk: &Risk) -> Cell {
    let material = &pen.context.material;
    let blank = Answer::default();
    let mut controls: Vec<String> = Vec::new();
    for Link { control, suggested } in &risk.controls {
        let row = pen.context.outlook.statement.iter().find(|row| row.control == *control);
        let answer = material.assessment.answer(control).unwrap_or(&blank);
        let standing = row.map(|row| row.standing(material.pack.scale(), answer));
        let state = standing.as_ref().map(|it| standing_text(material.pack_texts, pen.texts, it));
        let number = pen.number(control);
        let values = [("label", number.as_str()), ("text", state.unwrap_or(DASH))];
        let key = if *suggested { Key::ReportRegisterSuggested } else { Key::ReportLabelled };
        controls.push(pen.fill(key, &values));
    }
    if controls.is_empty() {
        controls.push(pen.say(Key::RiskControlsNone).to_owned());
    }
    let treatment = risk.treatment.map(|treatment| pen.say(treatment_keys(treatment).0));
    named(treatment.unwrap_or_else(|| pen.say(Key::RisksUndecided)), controls)
}

fn accepted(pen: &Pen<'_>, acceptance: &Acceptance) -> Cell {
    let Acceptance { by, on, why } = acceptance;
    let on = on.as_ref().map(|day| day.as_str().to_owned()).unwrap_or_default();
    let said = [
        pen.labelled(Key::RiskAcceptedBy, by),
        pen.labelled(Key::RiskAcceptedOn, &on),
        pen.labelled(Key::RiskAcceptedWhy, why),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { or_dash("") } else { cell(said) }
}

/// What is done about each risk, by whom and by when.
fn treatment(pen: &Pen<'_>) -> Vec<Block> {
    let rows = pen.register().flat_map(|(risk, result)| {
        let serving: Vec<&Planned> = serving(pen, risk, result).collect();
        let mut rows: Vec<Vec<Cell>> =
            serving.into_iter().map(|planned| treatment_row(pen, risk, result, planned)).collect();
        if rows.is_empty() {
            let [title, treatment, levels] = beginning(pen, risk, result);
            // Whoever retains or avoids a risk needs no action for it.
            let asked = result.above && risk.needs_controls();
            let tone = if asked { Tone::Poor } else { Tone::Plain };
            let none = cell([pen.say(Key::ReportTreatmentNone)]).on(tone);
            rows.push(vec![title, treatment, levels, none, or_dash(""), or_dash(""), or_dash("")]);
        }
        rows
    });
    let columns = [
        (Key::ReportRisk, 20),
        (Key::RisksColTreatment, 12),
        (Key::ReportTreatmentLevels, 14),
        (Key::PlanAction, 24),
        (Key::WorkOwner, 12),
        (Key::WorkDue, 10),
        (Key::PlanState, 10),
    ];
    vec![
        heading(pen.say(Key::ReportTreatment)),
        paragraph(pen.say(Key::ReportTreatmentLead)),
        pen.table(pen.say(Key::ReportTreatment), columns, rows.collect()),
    ]
}

/// The actions that name a risk, or close a control that treats it.
pub fn serving<'a>(
    pen: &Pen<'a>,
    risk: &'a Risk,
    result: &'a RiskResult,
) -> impl Iterator<Item = &'a Planned> + use<'a> {
    let actions = pen.work.plan_in_order().map(|(_, planned)| planned);
    actions.filter(|planned| {
        planned.risks.contains(&result.id)
            || planned.items.iter().any(|item| risk.is_treated_by(item))
    })
}

fn beginning(pen: &Pen<'_>, risk: &Risk, result: &RiskResult) -> [Cell; 3] {
    let treatment = risk.treatment.map(|treatment| pen.say(treatment_keys(treatment).0));
    let levels = pen.levels();
    let values = [("today", levels.spot(result.current)), ("then", levels.spot(result.residual))];
    [
        name(pen.risk(risk)),
        cell([treatment.unwrap_or_else(|| pen.say(Key::RisksUndecided))]),
        cell([match result.current {
            Some(_) => pen.fill(Key::PlanIfLevels, &values),
            None => levels.spot(None).to_owned(),
        }]),
    ]
}

fn treatment_row(pen: &Pen<'_>, risk: &Risk, result: &RiskResult, planned: &Planned) -> Vec<Cell> {
    let [title, treatment, levels] = beginning(pen, risk, result);
    let (state, tone) = pen.state(planned);
    let due = match planned.state {
        PlannedState::Done => day(planned.due.as_ref()),
        PlannedState::Planned | PlannedState::Started => planned.due.as_ref().map_or_else(
            || pen.say(Key::ReportPlanUndated).to_owned(),
            |due| due.as_str().to_owned(),
        ),
    };
    vec![
        title,
        treatment,
        levels,
        cell([pen.action(planned)]),
        or_dash(&planned.owner),
        cell([due]),
        cell([state]).on(tone),
    ]
}

/// What about the risks wants attention.
fn notices(pen: &Pen<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    for (risk, result) in pen.register().filter(|(_, result)| !result.notices.is_empty()) {
        let said = result.notices.iter().map(|it| notice_text(pen.texts, &pen.names, it));
        rows.push(vec![name(pen.risk(risk)), cell(said)]);
    }
    let title = heading(pen.say(Key::RiskNotices));
    if rows.is_empty() {
        return vec![title, paragraph(pen.say(Key::ReportNoticesNone))];
    }
    let columns = [(Key::ReportRisk, 30), (Key::RiskNotices, 70)];
    vec![title, pen.table(pen.say(Key::RiskNotices), columns, rows)]
}

/// What the risks would hit.
fn assets(pen: &Pen<'_>) -> Vec<Block> {
    let rows: Vec<Vec<Cell>> = pen
        .work
        .assets_in_order()
        .map(|(id, asset)| {
            let risks = pen.work.risks_in_order().filter(|(_, risk)| risk.assets.contains(id));
            let risks: Vec<RiskId> = risks.map(|(id, _)| id.clone()).collect();
            vec![
                name(&asset.name),
                or_dash(&asset.owner),
                or_dash(&asset.classification),
                pen.risks(&risks),
                or_dash(&asset.note),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        (Key::ReportAsset, 25),
        (Key::WorkOwner, 15),
        (Key::ReportClassification, 15),
        (Key::StatementRisks, 10),
        (Key::RiskNote, 35),
    ];
    let title = heading(pen.say(Key::RisksAssets));
    vec![title, pen.table(pen.say(Key::RisksAssets), columns, rows)]
}

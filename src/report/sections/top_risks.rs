//! The gravest risks, where all of them stand in the matrix before and after treatment, and by what
//! they are judged.

use std::cmp::Reverse;

use super::{
    super::{
        charts::matrix::matrix,
        document::{Block, Cell, Figure},
        request::SectionKind,
    },
    Context, Section,
    pen::Pen,
    register::serving,
    words::{cell, heading, lead, name, named, or_dash, paragraph, remark, span},
};
use crate::{
    domain::{
        plan::PlannedState,
        risk::{
            criteria::Scale,
            level::{RiskResult, Spot},
            register::Risk,
        },
    },
    text::{
        Key,
        risk::{count_text, treatment_keys},
    },
};

/// Most risks that are told.
const MOST: usize = 10;

/// A risk and what follows from it.
type Judged<'a> = (&'a Risk, &'a RiskResult);

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let pen = Pen::new(context);
    let results = &context.outlook.risks;
    let above = results.iter().filter(|result| result.above).count();
    let told = count_text(pen.texts, pen.work, above);
    let mut blocks = Vec::new();
    if results.is_empty() {
        blocks.push(lead(told));
        blocks.push(paragraph(pen.say(Key::ReportRisksNone)));
    } else {
        blocks.push(lead(told));
        blocks.extend(top(&pen));
        blocks.extend(matrices(&pen));
    }
    if !results.is_empty() || !pen.work.criteria.is_default() {
        blocks.extend(criteria(&pen));
    }
    context.begin(SectionKind::TopRisks, blocks)
}

/// The gravest today first; of equals those that were graver without controls, then by number.
fn by_gravity<'a>(pen: &Pen<'a>) -> Vec<Judged<'a>> {
    let mut assessed: Vec<_> =
        pen.register().filter(|(_, result)| result.current.is_some()).collect();
    let grave = |spot: Option<Spot>| spot.map(|spot| (spot.level, spot.impact));
    assessed.sort_by_key(|(risk, result)| {
        (Reverse(grave(result.current)), Reverse(grave(result.inherent)), risk.number)
    });
    assessed
}

fn top(pen: &Pen<'_>) -> Vec<Block> {
    let assessed = by_gravity(pen);
    if assessed.is_empty() {
        return vec![paragraph(pen.say(Key::ReportTopUnjudged))];
    }
    let rows = assessed.iter().take(MOST).map(|judged| row(pen, *judged)).collect();
    let columns = [
        (Key::ReportRisk, 28),
        (Key::ReportInherent, 14),
        (Key::ReportCurrent, 14),
        (Key::ReportResidual, 14),
        (Key::ReportTreatmentDone, 30),
    ];
    let mut blocks = vec![pen.table(pen.say(Key::ReportTopTable), columns, rows)];
    let more = assessed.len().saturating_sub(MOST);
    if more > 0 {
        let text = pen.count(Key::ReportTopMore, more);
        blocks.push(Block::Remark(vec![pen.to(SectionKind::Register, "register", &text)]));
    }
    blocks
}

fn row(pen: &Pen<'_>, (risk, result): Judged<'_>) -> Vec<Cell> {
    vec![
        named(pen.risk(risk), pen.labelled(Key::RiskOwner, &risk.owner)),
        pen.level(result.inherent),
        pen.judged(result.current),
        pen.judged(result.residual),
        done(pen, risk, result),
    ]
}

/// The treatment, and what carries it out.
fn done(pen: &Pen<'_>, risk: &Risk, result: &RiskResult) -> Cell {
    let treatment = risk.treatment.map(|treatment| pen.say(treatment_keys(treatment).0));
    let mut said = vec![treatment.unwrap_or_else(|| pen.say(Key::RisksUndecided)).to_owned()];
    let controls = risk.controls.iter().map(|link| &link.control);
    said.extend(pen.labelled(Key::RiskControls, &pen.numbers(controls)));
    let open = serving(pen, risk, result).filter(|it| it.state != PlannedState::Done);
    let open: Vec<String> = open.map(|planned| pen.action(planned)).collect();
    said.extend(pen.labelled(Key::PlanActions, &open.join("; ")));
    if risk.acceptance.is_whole() {
        said.extend(pen.labelled(Key::RiskAcceptedBy, &risk.acceptance.by));
    }
    cell(said)
}

/// Where the risks stand today, and where once the treatment is carried out.
fn matrices(pen: &Pen<'_>) -> Vec<Block> {
    type Stand = fn(&RiskResult) -> Option<Spot>;
    let both: [(Key, Key, Stand); 2] = [
        (Key::ReportMatrixNow, Key::ReportMatrixNowSaid, |result| result.current),
        (Key::ReportMatrixThen, Key::ReportMatrixThenSaid, |result| result.residual),
    ];
    let figures: Vec<Block> = both
        .into_iter()
        .filter_map(|(caption, said, stand)| figure(pen, caption, said, stand))
        .collect();
    if figures.is_empty() {
        return figures;
    }
    let begin = [heading(pen.say(Key::ReportMatrix)), paragraph(pen.say(Key::ReportMatrixLead))];
    begin.into_iter().chain(figures).collect()
}

fn figure(
    pen: &Pen<'_>,
    caption: Key,
    said: Key,
    stand: impl Fn(&RiskResult) -> Option<Spot>,
) -> Option<Block> {
    let spots: Vec<(String, Spot)> = pen
        .register()
        .filter_map(|(risk, result)| Some((format!("R{}", risk.number), stand(result)?)))
        .collect();
    if spots.is_empty() {
        return None;
    }
    let words = pen.levels();
    let levels = (0..pen.work.criteria.levels.len()).rev().filter_map(|level| {
        let here = spots.iter().filter(|(_, spot)| spot.level == level);
        let here: Vec<&str> = here.map(|(number, _)| number.as_str()).collect();
        (!here.is_empty()).then(|| {
            let values = [("label", words.level(level)), ("text", &here.join(", "))];
            pen.fill(Key::ReportLabelled, &values)
        })
    });
    let levels = levels.collect::<Vec<_>>().join("; ");
    let summary = span(pen.fill(said, &[("levels", &levels)])).text;
    let caption = pen.say(caption).to_owned();
    Some(Block::Figure(Figure { caption, summary, drawing: matrix(&words, &spots) }))
}

/// By what risks are judged, in words.
fn criteria(pen: &Pen<'_>) -> Vec<Block> {
    let criteria = &pen.work.criteria;
    let words = pen.levels();
    let highest = words.level(criteria.threshold);
    let levels: Vec<&str> = (0..criteria.levels.len()).map(|level| words.level(level)).collect();
    let levels = levels.join(", ");
    let values = [("levels", levels.as_str()), ("level", highest)];
    let lowered = match criteria.reduction {
        0 => pen.say(Key::ReportCriteriaUnlowered).to_owned(),
        most => pen.count(Key::ReportCriteriaLowered, most),
    };
    let scale = |scale: Scale, title: Key| {
        let names = 0..criteria.scale(scale).len();
        let rows = names.map(|level| {
            vec![name(words.name(scale, level)), or_dash(words.meaning(scale, level))]
        });
        let columns = [(title, 25), (Key::CriteriaMeaning, 75)];
        pen.table(pen.say(title), columns, rows.collect())
    };
    vec![
        heading(pen.say(Key::CriteriaTitle)),
        paragraph(pen.fill(Key::ReportCriteria, &values)),
        paragraph(lowered),
        scale(Scale::Likelihood, Key::RiskLikelihood),
        scale(Scale::Impact, Key::RiskImpact),
        remark(pen.say(Key::ReportCriteriaBasis)),
    ]
}

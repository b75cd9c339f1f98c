//! Charts of a report with their words, and tables of numbers.

use super::{
    super::{
        charts::{
            bars::{self, Bar, Words},
            heat::{self, Look, Row as HeatRow},
        },
        document::{Cell, Figure, Span, Table},
        row,
    },
    Context,
    words::{column, numbers},
};
use crate::{
    domain::{explain::Subject, ratio::Ratio, scope::Standing, score::Measure},
    text::Key,
};

/// A number that is shown: what it is about, and whether it sums up others.
#[derive(Clone)]
pub struct Line {
    pub label: String,
    pub measure: Measure,
    pub sum: bool,
}

impl From<&row::Row> for Line {
    fn from(row: &row::Row) -> Self {
        let sum = matches!(row.subject, Subject::Everything | Subject::Section(_));
        Self { label: row.label.clone(), measure: row.measure, sum }
    }
}

/// Conformities as bars.
pub fn bars(context: &Context<'_>, caption: &str, lines: &[Line]) -> Figure {
    let texts = context.material.texts;
    let range = |measure: &Measure| {
        // Where all is rated, it says the same as the conformity.
        if measure.low == measure.high { String::new() } else { texts.range(measure) }
    };
    let bar = |Line { label, measure, sum }: &Line| Bar {
        label: label.clone(),
        measure: *measure,
        value: texts.percent(measure.conformity),
        range: range(measure),
        sum: *sum,
    };
    let bars: Vec<Bar> = lines.iter().map(bar).collect();
    let sentences: Vec<String> = bars
        .iter()
        .map(|Bar { label, value, range, .. }| {
            let values = [("label", label.as_str()), ("conformity", value), ("range", range)];
            let key = if range.is_empty() { Key::ReportBarSettled } else { Key::ReportBar };
            context.fill(key, &values)
        })
        .collect();
    let settled = bars.iter().all(|bar| bar.range.is_empty());
    let ranges = if settled { "" } else { context.t(Key::MeasureRange) };
    let words = Words {
        legend: [Key::ResultLegendDark, Key::ResultLegendLight, Key::ResultLegendTick]
            .map(|key| context.t(key).to_owned()),
        columns: [context.t(Key::ReportConformity).to_owned(), ranges.to_owned()],
        scale: [0, 1, 2, 3, 4].map(|quarter| texts.percent(Ratio::new(quarter, 4))),
    };
    Figure {
        caption: caption.to_owned(),
        summary: sentences.join(" "),
        drawing: bars::bars(&bars, &words),
    }
}

/// A row for each number, with its bar.
pub fn table(context: &Context<'_>, caption: &str, first: Key, lines: &[Line]) -> Table {
    let texts = context.material.texts;
    let row = |Line { label, measure, sum }: &Line| {
        let said = |text: String| vec![Span { strong: *sum, ..Span::plain(text) }];
        let Measure { counts, conformity, completeness, .. } = measure;
        vec![
            Cell::of([said(label.clone())]),
            Cell::of([said(texts.percent(*conformity))]),
            Cell::plain(texts.range(measure)),
            Cell { drawing: Some(bars::small(measure)), ..Cell::default() },
            Cell::plain(texts.percent(*completeness)),
            Cell::plain(context.fill(
                Key::ReportRatedOf,
                &[("rated", &counts.rated.to_string()), ("all", &counts.in_scope.to_string())],
            )),
        ]
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            column(context.t(first), 30),
            numbers(context.t(Key::ReportConformity), 13),
            numbers(context.t(Key::MeasureRange), 13),
            column(context.t(Key::ReportBarColumn), 18),
            numbers(context.t(Key::MeasureCompleteness), 14),
            numbers(context.t(Key::ReportMeasureRated), 14),
        ],
        rows: lines.iter().map(row).collect(),
    }
}

/// All items at a glance; `None` where nothing is asked.
pub fn heat(context: &Context<'_>) -> Option<Figure> {
    let rows: Vec<HeatRow> = groups(context)
        .map(|(label, standings)| HeatRow {
            label,
            cells: standings
                .map(|(id, standing)| heat::Cell { id, look: look(context, standing) })
                .collect(),
        })
        .filter(|row| !row.cells.is_empty())
        .collect();
    let legend: Vec<(Look, String)> = standings(context)
        .iter()
        .map(|standing| (look(context, standing), context.standing(standing)))
        .collect();
    let counts = legend.iter().map(|(look, name)| {
        let cells = rows.iter().flat_map(|row| &row.cells);
        let count = cells.filter(|cell| cell.look == *look).count();
        format!("{name}: {count}")
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    (!rows.is_empty()).then(|| Figure {
        caption: context.t(Key::ReportHeat).to_owned(),
        summary: context.fill(Key::ReportHeatSummary, &[("counts", &counts)]),
        drawing: heat::heat(&rows, &legend),
    })
}

/// How many items of each clause and theme have which rating.
pub fn counts(context: &Context<'_>) -> Table {
    let standings = standings(context);
    let share = 60_usize.checked_div(standings.len()).unwrap_or(1);
    let share = u16::try_from(share).unwrap_or(1).max(1);
    let first = column(context.t(Key::ReportsMeasureGroup), 34);
    let columns = standings.iter().map(|standing| numbers(context.standing(standing), share));
    let rows = groups(context).filter_map(|(label, results)| {
        let results: Vec<&Standing> = results.map(|(_, standing)| standing).collect();
        let count = |of: &Standing| {
            let same = results.iter().filter(|standing| **standing == of).count();
            Cell::plain(same.to_string())
        };
        let cells = [Cell::plain(label)].into_iter().chain(standings.iter().map(count));
        (!results.is_empty()).then(|| cells.collect())
    });
    Table {
        caption: context.t(Key::ReportCounts).to_owned(),
        columns: [first].into_iter().chain(columns).collect(),
        rows: rows.collect(),
    }
}

/// Clauses and themes, with what is asked of them.
fn groups<'a>(
    context: &'a Context<'_>,
) -> impl Iterator<Item = (String, impl Iterator<Item = (String, &'a Standing)>)> {
    context.material.pack.groups().iter().map(|group| {
        let results = context.evaluation.items.get(group.items.clone()).unwrap_or_default();
        let asked = results.iter().filter(|result| result.standing != Standing::NotAsked);
        let cells = asked.map(|result| (result.id.to_string(), &result.standing));
        (context.group_name(&group.id), cells)
    })
}

/// All that an item can count as when it is asked.
fn standings(context: &Context<'_>) -> Vec<Standing> {
    let levels = context.material.pack.scale().levels().iter();
    let levels =
        levels.map(|level| Standing::Rated { level: level.code.clone(), credit: level.credit });
    levels.chain([Standing::DontKnow, Standing::Unanswered, Standing::Excluded]).collect()
}

fn look(context: &Context<'_>, standing: &Standing) -> Look {
    let (sign, credit) = match standing {
        Standing::Rated { level, credit } => {
            (level.as_str(), Some((*credit, context.material.pack.scale().unit())))
        }
        Standing::DontKnow => ("?", None),
        Standing::Unanswered => ("·", None),
        Standing::Excluded | Standing::NotAsked => ("–", None),
    };
    Look { sign: sign.to_owned(), tone: context.standing_tone(standing), credit }
}

//! The sheets that are only to be read: what it all comes to, and the probable findings.

use super::{
    super::row::{groups, headlines, rows},
    Cell, Choice, Entry, Material, Sheet, Source, Tone,
    answers::listed,
    field::{Field, SheetKind},
    table::Table,
};
use crate::{
    domain::{
        finding::{Finding, Grade, Place},
        plan::closing,
        score::Measure,
        verdict::verdict,
    },
    text::{
        Key,
        outcome::{finding_text, grade_text, verdict_text},
        readiness::level_text,
    },
};

/// The headline numbers.
pub(super) fn summary(source: Source<'_>) -> Sheet {
    let Material { pack, pack_texts, assessment, .. } = source.material;
    let texts = source.texts();
    let subjects = headlines(pack).into_iter().chain(groups(pack));
    let rows = rows(texts, pack_texts, source.evaluation, subjects);
    let rows = rows.into_iter().enumerate().map(|(place, row)| (place.to_string(), row));
    let share =
        |of: fn(&Measure) -> _| move |row: &super::super::row::Row| Cell::percent(of(&row.measure));
    let mut sheet = Table::new(texts, (SheetKind::Summary, Key::ReportSheetSummary), rows)
        .read(Field::Title, Key::ReportsMeasureScope, 44, Entry::Text, |row| Cell::text(&row.label))
        .read(
            Field::Conformity,
            Key::ReportSheetConformity,
            13,
            Entry::Percent,
            share(|measure| measure.conformity),
        )
        .read(Field::Low, Key::ReportSheetLow, 13, Entry::Percent, share(|measure| measure.low))
        .read(Field::High, Key::ReportSheetHigh, 13, Entry::Percent, share(|measure| measure.high))
        .read(
            Field::Completeness,
            Key::MeasureCompleteness,
            14,
            Entry::Percent,
            share(|measure| measure.completeness),
        )
        .read(Field::Rated, Key::ReportMeasureRated, 10, Entry::Whole, |row| {
            Cell::Whole(row.measure.counts.rated)
        })
        .read(Field::InScope, Key::ReportSheetInScope, 10, Entry::Whole, |row| {
            Cell::Whole(row.measure.counts.in_scope)
        })
        .finish();
    let verdict = verdict(source.evaluation, &source.outlook.findings);
    let readiness = source
        .outlook
        .readiness
        .as_ref()
        .map_or(Key::ReadinessUnjudged, |readiness| level_text(readiness.level).0);
    let facts = [
        (Key::ReportSheetAssessment, Cell::text(&assessment.name)),
        (Key::ReportOrganisation, Cell::text(&assessment.facts.organisation)),
        (Key::ReportScopeWords, Cell::text(&assessment.facts.scope)),
        (Key::ReportSheetQuestionnaire, Cell::text(&pack_texts.title)),
        (Key::ReportSheetDay, Cell::text(source.now.day())),
        (Key::ReportSheetVerdict, Cell::text(&verdict_text(texts, &verdict))),
        (Key::ReportSheetReadiness, Cell::text(texts.get(readiness))),
        (Key::ReportSheetBasis, Cell::text(texts.get(Key::AppDisclaimer))),
    ];
    let facts = facts.into_iter().filter(|(_, cell)| *cell != Cell::Blank);
    sheet.facts = facts.map(|(label, cell)| (texts.get(label).to_owned(), cell)).collect();
    sheet
}

/// What an auditor would probably write down.
pub(super) fn findings(source: Source<'_>) -> Sheet {
    let Material { assessment, .. } = source.material;
    let (texts, names) = (source.texts(), source.names());
    let tones = [Tone::Bad, Tone::Poor, Tone::Quiet];
    let grades: Vec<Choice> = Grade::ALL
        .into_iter()
        .zip(tones)
        .map(|(grade, tone)| Choice::new(grade.as_str(), grade_text(texts, grade), tone))
        .collect();
    let word = |grade: Grade| Cell::chosen(&grades, grade.as_str());
    let regrade = |finding: &Finding| {
        let regrade = assessment.work().regraded.get(&finding.id()?)?;
        (regrade.computed == finding.computed).then_some(regrade)
    };
    let rows = source.outlook.findings.iter();
    let rows = rows.map(|it| (it.id().map_or_else(String::new, |id| id.to_string()), it));
    Table::new(texts, (SheetKind::Findings, Key::ReportSheetFindings), rows)
        .read(Field::Grade, Key::FindingGrade, 24, Entry::One(grades.clone()), |it| word(it.grade))
        .read(Field::Place, Key::ReportSheetWhere, 36, Entry::Text, |it| {
            Cell::text(&names.place(&it.at))
        })
        .read(Field::Finding, Key::ReportSheetFinding, 70, Entry::Text, |it| {
            Cell::text(&finding_text(texts, &names, it))
        })
        .read(Field::Actions, Key::ReportSheetPlanned, 12, Entry::Text, |it| match &it.at {
            Place::Item(item) => {
                listed(closing(assessment, item).map(|(_, planned)| format!("P{}", planned.number)))
            }
            Place::Group(_) => Cell::Blank,
        })
        .read(Field::Computed, Key::ReportSheetComputed, 24, Entry::Text, |it| {
            if it.grade == it.computed { Cell::Blank } else { word(it.computed) }
        })
        .read(Field::Reason, Key::ReportSheetReason, 36, Entry::Text, |it| {
            regrade(it).map_or(Cell::Blank, |regrade| Cell::text(&regrade.reason))
        })
        .finish()
}

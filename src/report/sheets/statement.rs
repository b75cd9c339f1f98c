//! The sheet of the Statement of Applicability.

use super::{
    Cell, Choice, Entry, Material, Sheet, Source, Tone,
    answers::{evidence, listed},
    field::{Field, SheetKind},
    table::{Table, choices},
};
use crate::{
    domain::{
        assessment::{Answer, Applicability},
        id::ItemId,
        soa::{Decision, Implementation, InclusionReason, Row},
    },
    text::{
        Key,
        statement::{decision_key, lint_keys, reason_key},
        work::practice_key,
    },
};

/// How a decision that was only proposed is written in the sheet.
pub const PROPOSED: &str = "proposed";

/// Every control with its decision.
pub(super) fn statement(source: Source<'_>) -> Sheet {
    let Material { assessment, .. } = source.material;
    let (texts, names) = (source.texts(), source.names());
    let decisions = decisions(source);
    let reasons = choices(
        texts,
        InclusionReason::ALL.map(|reason| (reason.as_str(), reason_key(reason), Tone::Plain)),
    );
    let practices = practices(source);
    let blank = Answer::default();
    let answer = |row: &Row| assessment.answer(&row.control).unwrap_or(&blank);
    let rows = source.outlook.statement.iter().map(|row| (row.control.to_string(), row));
    Table::new(texts, (SheetKind::Statement, Key::ReportSheetStatement), rows)
        .read(Field::Number, Key::ReportSheetNumber, 8, Entry::Text, |row| {
            Cell::text(&number(source, &row.control))
        })
        .read(Field::Title, Key::StatementControl, 30, Entry::Text, |row| {
            Cell::text(&title(source, &row.control))
        })
        .edit(Field::Decision, Key::StatementDecision, 14, Entry::One(decisions.clone()), |row| {
            let proposed = answer(row).inclusion.as_ref().is_some_and(|it| it.proposed);
            Cell::chosen(
                &decisions,
                match row.decision {
                    Decision::Undecided => "undecided",
                    Decision::Excluded => "excluded",
                    Decision::Applicable if proposed => PROPOSED,
                    Decision::Applicable => "applicable",
                },
            )
        })
        .edit(Field::Reasons, Key::ReportSheetReasons, 24, Entry::Many(reasons.clone()), |row| {
            let given = answer(row).inclusion.iter().flat_map(|it| &it.reasons);
            listed(given.map(|reason| texts.get(reason_key(*reason)).to_owned()))
        })
        .edit(Field::Why, Key::ReportSheetNeededWhy, 32, Entry::Text, |row| {
            answer(row).inclusion.as_ref().map_or(Cell::Blank, |it| Cell::text(&it.why))
        })
        .edit(Field::Justification, Key::ReportSheetExcludedWhy, 32, Entry::Text, |row| {
            match &answer(row).applicability {
                Applicability::Excluded { justification } => Cell::text(justification),
                Applicability::Applicable => Cell::Blank,
            }
        })
        .edit(Field::Implementation, Key::StatementHow, 36, Entry::Text, |row| {
            Cell::text(&answer(row).implementation)
        })
        .read(Field::Practice, Key::StatementPractice, 15, Entry::One(practices.clone()), |row| {
            Cell::text(texts.get(practice_key(row.implementation)))
        })
        .read(Field::Risks, Key::StatementRisks, 12, Entry::Text, |row| {
            Cell::text(&names.risks(&row.risks))
        })
        .read(Field::Evidence, Key::WorkEvidence, 30, Entry::Text, |row| {
            Cell::text(&evidence(&answer(row).evidence))
        })
        .read(Field::Problems, Key::StatementLint, 26, Entry::Text, |row| {
            listed(row.lints.iter().map(|lint| texts.get(lint_keys(*lint).0).to_owned()))
        })
        .finish()
}

fn decisions(source: Source<'_>) -> Vec<Choice> {
    choices(
        source.texts(),
        [
            ("undecided", decision_key(Decision::Undecided), Tone::Poor),
            (PROPOSED, Key::ReportSheetProposed, Tone::Fair),
            ("applicable", decision_key(Decision::Applicable), Tone::Good),
            ("excluded", decision_key(Decision::Excluded), Tone::Quiet),
        ],
    )
}

fn practices(source: Source<'_>) -> Vec<Choice> {
    let all = [
        (Implementation::Unknown, Tone::Quiet),
        (Implementation::Not, Tone::Bad),
        (Implementation::Partly, Tone::Poor),
        (Implementation::Largely, Tone::Fair),
        (Implementation::Fully, Tone::Good),
    ];
    choices(source.texts(), all.map(|(practice, tone)| ("", practice_key(practice), tone)))
}

/// "A.5.7"; of a control of the organisation's own "C2".
fn number(source: Source<'_>, id: &ItemId) -> String {
    let own = source.material.assessment.work().own_controls.get(id);
    own.map_or_else(|| id.to_string(), |own| format!("C{}", own.number))
}

fn title(source: Source<'_>, id: &ItemId) -> String {
    let own = source.material.assessment.work().own_controls.get(id);
    let of_pack = || source.material.pack_texts.full_title(id).to_owned();
    own.map_or_else(of_pack, |own| own.title.clone())
}

//! Every answer: rating, note, justification, check-points, who sees to it by when, evidence.

use super::{
    super::{
        document::{Block, Cell, Paper, Section, Span, Table},
        model::checks,
        request::SectionKind,
    },
    Context,
    words::{anchored, answers_of, column, heading, or_dash, paragraph},
};
use crate::{
    domain::{
        assessment::{Answer, Applicability, Rating},
        evidence::Evidence,
        pack::{Group, Item, Kind},
        scope::Standing,
        work::Work,
    },
    text::Key,
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let mut blocks = vec![paragraph(context.t(Key::ReportAnswersLead))];
    for group in context.material.pack.groups() {
        let rows = of_group(context, group);
        if !rows.is_empty() {
            let name = context.group_name(&group.id);
            blocks.push(anchored(&name, answers_of(&group.id)));
            blocks.push(Block::Table(table(context, &name, rows)));
        }
    }
    let own = own(context, context.material.assessment.work());
    if !own.is_empty() {
        let name = context.t(Key::ReportOwnControls);
        blocks.push(heading(name));
        blocks.push(Block::Table(table(context, name, own)));
    }
    Section { paper: Paper::Sideways, ..context.begin(SectionKind::Answers, blocks) }
}

fn table(context: &Context<'_>, group: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        caption: context.fill(Key::ReportAnswersOf, &[("group", group)]),
        columns: vec![
            column(context.t(Key::ReportsItem), 30),
            column(context.t(Key::ReportsRating), 12),
            column(context.t(Key::ReportSaid), 48),
            column(context.t(Key::ReportResponsible), 24),
        ],
        rows,
    }
}

fn of_group(context: &Context<'_>, group: &Group) -> Vec<Vec<Cell>> {
    let material = context.material;
    let results = context.evaluation.items.get(group.items.clone()).unwrap_or_default();
    let items = material.pack.items_of(group).iter().zip(results);
    let asked = items.filter(|(_, result)| result.standing != Standing::NotAsked);
    asked.map(|(item, result)| row(context, item, &result.standing)).collect()
}

fn row(context: &Context<'_>, item: &Item, standing: &Standing) -> Vec<Cell> {
    let nothing = Answer::default();
    let answer = context.material.assessment.answer(&item.id).unwrap_or(&nothing);
    let name = vec![Span::strong(format!(
        "{} {}",
        item.id,
        context.material.pack_texts.full_title(&item.id)
    ))];
    let question = vec![Span::plain(context.question(&item.id))];
    let rating = if item.kind == Kind::Control && answer.applicability.lacks_justification() {
        Cell::plain(context.t(Key::RatingExcludedMissing))
    } else {
        context.rating_cell(standing)
    };
    let mut said = said(context, answer);
    for (question, given) in checks(context.material, item, answer) {
        said.push(vec![Span::strong(given), Span::plain(format!(" {question}"))]);
    }
    vec![Cell::of([name, question]), rating, paragraphs(said), responsible(context, answer)]
}

/// Controls of the organisation's own.
fn own(context: &Context<'_>, work: &Work) -> Vec<Vec<Cell>> {
    let names = context.names();
    let row = |(id, own): (&_, &crate::domain::soa::OwnControl)| {
        let answer = &own.answer;
        let standing = standing(context, answer);
        vec![
            Cell::of([vec![Span::strong(names.item(id))]]),
            context.rating_cell(&standing),
            paragraphs(said(context, answer)),
            responsible(context, answer),
        ]
    };
    work.own_in_order().map(row).collect()
}

/// What a control of the organisation's own counts as.
fn standing(context: &Context<'_>, answer: &Answer) -> Standing {
    let level = |code| context.material.pack.scale().level(code);
    match &answer.rating {
        _ if answer.applicability.is_out_of_scope() => Standing::Excluded,
        Some(Rating::DontKnow) => Standing::DontKnow,
        Some(Rating::Level(code)) => level(code).map_or(Standing::Unanswered, |level| {
            Standing::Rated { level: level.code.clone(), credit: level.credit }
        }),
        None => Standing::Unanswered,
    }
}

/// What was written in answer.
fn said(context: &Context<'_>, answer: &Answer) -> Vec<Vec<Span>> {
    let justification = match &answer.applicability {
        Applicability::Excluded { justification } => justification.as_str(),
        Applicability::Applicable => "",
    };
    let parts = [
        (Key::ReportJustification, justification),
        (Key::ReportNoteName, &answer.note),
        (Key::ReportPractice, &answer.implementation),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    parts.map(|(name, text)| context.labelled(name, text.trim())).collect()
}

/// Who sees to it by when, what is aimed at, what proves it.
fn responsible(context: &Context<'_>, answer: &Answer) -> Cell {
    let owner = answer.owner.trim();
    let mut parts = Vec::new();
    let mut part = |name: Key, text: &str| parts.push(context.labelled(name, text));
    if !owner.is_empty() {
        part(Key::ReportOwnerName, owner);
    }
    if let Some(target) = &answer.target {
        part(Key::ReportTargetName, context.material.pack_texts.level(target));
    }
    if let Some(due) = &answer.due {
        part(Key::ReportDueName, due.as_str());
    }
    for Evidence { name, place, sha256 } in &answer.evidence {
        let proof = [name.trim(), place.trim()];
        let proof: Vec<&str> = proof.into_iter().filter(|part| !part.is_empty()).collect();
        let proof = if proof.is_empty() {
            sha256.as_ref().map(|sum| format!("SHA-256 {}", sum.as_str())).unwrap_or_default()
        } else {
            proof.join(", ")
        };
        if !proof.is_empty() {
            part(Key::ReportEvidenceName, &proof);
        }
    }
    paragraphs(parts)
}

fn paragraphs(paragraphs: Vec<Vec<Span>>) -> Cell {
    if paragraphs.is_empty() { or_dash("") } else { Cell::of(paragraphs) }
}

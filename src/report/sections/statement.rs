//! The Statement of Applicability as auditors want to see it: every control, whether it is needed and
//! why, how far it is, and what proves it.

use super::{
    super::{
        document::{Block, Cell, Paper, Tone},
        model::standing_text,
        request::SectionKind,
    },
    Context, Section,
    pen::Pen,
    words::{cell, heading, lead, name, or_dash, paragraph, remark, span, strong},
};
use crate::{
    domain::{
        assessment::{Answer, Applicability},
        id::ItemId,
        soa::{Decision, Implementation, Lint, Row},
        statement::Progress,
        time::Day,
    },
    text::{
        Key,
        statement::{decision_key, lint_keys, reason_key},
    },
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let pen = Pen::new(context);
    let rows = &context.outlook.statement;
    let progress = Progress::of(rows);
    let mut blocks = head(&pen);
    blocks.extend([lead(counted(&pen, rows, &progress)), state(&pen, rows)]);
    blocks.extend(themes(&pen, rows));
    blocks.extend(own(&pen, rows));
    blocks.push(remark(pen.say(Key::ReportStatementRated)));
    blocks.extend(risks(&pen, rows));
    blocks.extend(problems(&pen, rows));
    Section { paper: Paper::Sideways, ..context.begin(SectionKind::Statement, blocks) }
}

/// How many rows are applicable and so far.
fn practised(rows: &[Row], implementation: Implementation) -> usize {
    let applicable = rows.iter().filter(|row| row.decision == Decision::Applicable);
    applicable.filter(|row| row.implementation == implementation).count()
}

/// How many are applicable, excluded and undecided, and how far those are that apply.
fn counted(pen: &Pen<'_>, rows: &[Row], progress: &Progress) -> String {
    let counts = [
        ("all", progress.all),
        ("applicable", progress.applicable),
        ("excluded", progress.excluded),
        ("undecided", progress.open()),
    ];
    let decided = pen.counts(Key::ReportStatementCount, counts);
    let far = [
        (Implementation::Fully, Key::ReportStatementFully),
        (Implementation::Largely, Key::ReportStatementLargely),
        (Implementation::Partly, Key::ReportStatementPartly),
        (Implementation::Not, Key::ReportStatementNot),
        (Implementation::Unknown, Key::ReportStatementUnknown),
    ];
    let far = far.into_iter().filter_map(|(implementation, key)| {
        let number = practised(rows, implementation);
        (number > 0).then(|| pen.count(key, number))
    });
    let far: Vec<String> = far.collect();
    if far.is_empty() {
        return decided;
    }
    let far = pen.fill(Key::ReportStatementFar, &[("list", &far.join(", "))]);
    format!("{decided} {far}")
}

/// Whose statement it is, which version, and who approved it when.
fn head(pen: &Pen<'_>) -> Vec<Block> {
    let material = &pen.context.material;
    let facts = &material.assessment.facts;
    let statement = &pen.work.statement;
    let given = [
        (Key::ReportOrganisation, facts.organisation.trim()),
        (Key::ReportScopeWords, facts.scope.trim()),
        (Key::ReportStatementBasis, &material.pack_texts.title),
        (Key::StatementVersion, statement.version.trim()),
        (Key::StatementApprover, statement.approver.trim()),
        (Key::StatementApproved, statement.approved.as_ref().map_or("", Day::as_str)),
        (Key::ReportStatementDay, pen.context.now.day()),
    ];
    let lacks = given.iter().any(|(_, text)| text.is_empty());
    let facts = given.map(|(key, text)| {
        let said = if text.is_empty() { pen.say(Key::ReportStatementBlank) } else { text };
        (pen.say(key).to_owned(), vec![span(said)])
    });
    let hint = lacks.then(|| remark(pen.say(Key::ReportStatementHint)));
    [Block::Facts(facts.into())].into_iter().chain(hint).collect()
}

/// Whether it is complete, or how many rows aren't.
fn state(pen: &Pen<'_>, rows: &[Row]) -> Block {
    let lacks = |row: &&Row| row.lints.iter().any(|lint| lint.is_incomplete());
    match rows.iter().filter(lacks).count() {
        0 => remark(pen.say(Key::StatementComplete)),
        number => remark(pen.count(Key::ReportStatementDraft, number)),
    }
}

/// The pack's controls, a table for each theme.
fn themes(pen: &Pen<'_>, rows: &[Row]) -> Vec<Block> {
    let material = &pen.context.material;
    let tables = material.pack.groups().iter().filter_map(|group| {
        let items = material.pack.items_of(group);
        let of_group = rows.iter().filter(|row| items.iter().any(|item| item.id == row.control));
        let of_group: Vec<&Row> = of_group.collect();
        let title = format!("{} {}", group.id, material.pack_texts.group(&group.id));
        (!of_group.is_empty()).then(|| part(pen, &title, &of_group))
    });
    tables.flatten().collect()
}

/// The controls of the organisation's own.
fn own(pen: &Pen<'_>, rows: &[Row]) -> Vec<Block> {
    let own = rows.iter().filter(|row| pen.context.material.pack.item(&row.control).is_none());
    let own: Vec<&Row> = own.collect();
    if own.is_empty() {
        return Vec::new();
    }
    part(pen, pen.say(Key::StatementOwn), &own).into()
}

fn part(pen: &Pen<'_>, title: &str, rows: &[&Row]) -> [Block; 2] {
    let columns = [
        (Key::StatementControl, 16),
        (Key::StatementDecision, 9),
        (Key::ReportStatementWhy, 21),
        (Key::StatementRisks, 5),
        (Key::StatementPractice, 10),
        (Key::StatementHow, 17),
        (Key::WorkEvidence, 13),
        (Key::WorkOwner, 9),
    ];
    let rows = rows.iter().map(|it| row(pen, it)).collect();
    [heading(title), pen.table(title, columns, rows)]
}

fn row(pen: &Pen<'_>, row: &Row) -> Vec<Cell> {
    let blank = Answer::default();
    let answer = pen.context.material.assessment.answer(&row.control).unwrap_or(&blank);
    let evidence = answer.evidence.iter().map(|it| {
        let name = it.name.trim();
        if name.is_empty() { it.place.trim() } else { name }
    });
    let evidence: Vec<&str> = evidence.filter(|name| !name.is_empty()).collect();
    let unproven = row.lints.contains(&Lint::WithoutEvidence);
    let evidence = match (evidence.is_empty(), unproven) {
        (false, _) => cell(evidence),
        (true, true) => cell([pen.say(Key::ReportStatementUnproven)]).on(Tone::Fair),
        (true, false) => or_dash(""),
    };
    vec![
        name(pen.names.item(&row.control)),
        decision(pen, row, answer),
        why(pen, row, answer),
        pen.risks(&row.risks),
        practice(pen, row, answer),
        or_dash(&answer.implementation),
        evidence,
        or_dash(&answer.owner),
    ]
}

fn decision(pen: &Pen<'_>, row: &Row, answer: &Answer) -> Cell {
    let proposed = answer.inclusion.as_ref().is_some_and(|inclusion| inclusion.proposed);
    let proposed = (row.decision == Decision::Applicable && proposed)
        .then(|| pen.say(Key::StatementLintProposed));
    let tone = match (row.decision, proposed) {
        (Decision::Applicable, None) => Tone::Plain,
        (Decision::Excluded, _) => Tone::Muted,
        (Decision::Undecided, _) | (Decision::Applicable, Some(_)) => Tone::Fair,
    };
    cell([pen.say(decision_key(row.decision))].into_iter().chain(proposed)).on(tone)
}

/// Why it is included or excluded; that nobody has said so stands out.
fn why(pen: &Pen<'_>, row: &Row, answer: &Answer) -> Cell {
    let needed = row.lints.contains(&Lint::ExcludedThoughNeeded);
    let needed = needed.then(|| vec![strong(pen.say(Key::StatementLintNeeded))]);
    let cell = match (row.decision, &answer.applicability, &answer.inclusion) {
        (Decision::Excluded, Applicability::Excluded { justification }, _)
            if !justification.trim().is_empty() =>
        {
            let why = vec![span(justification)];
            return Cell::of([why].into_iter().chain(needed));
        }
        (Decision::Excluded, ..) => strong(pen.say(Key::ReportStatementUnjustified)),
        (Decision::Applicable, _, Some(inclusion)) if inclusion.has_reason() => {
            let reasons = inclusion.reasons.iter().map(|one| pen.say(reason_key(*one)));
            let reasons = reasons.collect::<Vec<_>>().join(" · ");
            return Cell::of([vec![span(reasons)], vec![span(&inclusion.why)]]);
        }
        (Decision::Applicable, ..) => strong(pen.say(Key::ReportStatementUnreasoned)),
        (Decision::Undecided, ..) => return or_dash(""),
    };
    Cell::of([vec![cell]].into_iter().chain(needed)).on(Tone::Poor)
}

/// How far it is put into practice.
fn practice(pen: &Pen<'_>, row: &Row, answer: &Answer) -> Cell {
    if row.decision == Decision::Excluded {
        return or_dash("").on(Tone::Muted);
    }
    let material = &pen.context.material;
    let standing = row.standing(material.pack.scale(), answer);
    let tone = match row.implementation {
        Implementation::Unknown => Tone::Muted,
        Implementation::Not => Tone::Poor,
        Implementation::Partly => Tone::Fair,
        Implementation::Largely | Implementation::Fully => Tone::Good,
    };
    cell([standing_text(material.pack_texts, pen.texts, &standing)]).on(tone)
}

/// What the numbers of risks stand for, where the report has no register.
fn risks(pen: &Pen<'_>, rows: &[Row]) -> Vec<Block> {
    let called = pen.register().filter_map(|(risk, result)| {
        let controls = rows.iter().filter(|row| row.risks.contains(&result.id));
        let controls: Vec<&ItemId> = controls.map(|row| &row.control).collect();
        (!controls.is_empty()).then(|| {
            let controls = cell([pen.numbers(controls)]);
            vec![name(pen.risk(risk)), pen.judged(result.current), controls]
        })
    });
    let called: Vec<Vec<Cell>> = called.collect();
    if called.is_empty() || pen.has(SectionKind::Register) {
        return Vec::new();
    }
    let columns =
        [(Key::ReportRisk, 40), (Key::ReportCurrent, 20), (Key::ReportStatementCalled, 40)];
    let title = pen.say(Key::ReportStatementRisks);
    vec![heading(title), pen.table(title, columns, called)]
}

/// What auditors would still find, with the controls of which it is true.
fn problems(pen: &Pen<'_>, rows: &[Row]) -> Vec<Block> {
    let title = heading(pen.say(Key::StatementProblems));
    let found = Lint::ALL.into_iter().filter_map(|lint| {
        let here = rows.iter().filter(|row| row.lints.contains(&lint)).map(|row| &row.control);
        let here: Vec<&ItemId> = here.collect();
        let (problem, advice) = lint_keys(lint);
        let values = [("problem", pen.say(problem)), ("number", &here.len().to_string())];
        let problem = pen.fill(Key::StatementProblem, &values);
        (!here.is_empty())
            .then(|| vec![name(problem), cell([pen.numbers(here)]), cell([pen.say(advice)])])
    });
    let found: Vec<Vec<Cell>> = found.collect();
    if found.is_empty() {
        return vec![title, paragraph(pen.say(Key::StatementProblemsNone))];
    }
    let columns = [
        (Key::ReportStatementProblem, 22),
        (Key::StatementTable, 46),
        (Key::ReportStatementAdvice, 32),
    ];
    vec![title, pen.table(pen.say(Key::StatementProblems), columns, found)]
}

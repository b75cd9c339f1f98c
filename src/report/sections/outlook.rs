//! How far the organisation is on the way to the audit, what is in the way, how long the audit takes,
//! and which standard to open next.

use super::{
    super::{
        document::{Block, Cell},
        request::SectionKind,
    },
    Context, Section,
    pen::Pen,
    words::{cell, heading, lead, name, paragraph, remark, span},
};
use crate::{
    domain::{
        finding::{Finding, Place},
        id::{ItemId, RiskId},
        readiness::{Blocker, Level, Readiness},
        time::Day,
    },
    text::{
        Key,
        outcome::next_text,
        readiness::{Kind, blocker_text, days, graded_down_text, level_text},
    },
};

/// So many of a kind are named in full; of more, items have numbers alone.
const FEW: usize = 5;

/// What is said of a stage.
struct Stage {
    title: Key,
    means: Key,
    none: Key,
    /// What its documented information is called.
    papers: Key,
}

const FIRST: Stage = Stage {
    title: Key::ReadinessInWay1,
    means: Key::ReadinessInWay1Means,
    none: Key::ReadinessNone1,
    papers: Key::ReadinessDocuments,
};

const SECOND: Stage = Stage {
    title: Key::ReadinessInWay2,
    means: Key::ReadinessInWay2Means,
    none: Key::ReadinessNone2,
    papers: Key::ReadinessRecords,
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let pen = Pen::new(context);
    let mut blocks = match &context.outlook.readiness {
        Some(readiness) => judged(&pen, readiness),
        None => vec![
            lead(pen.say(Key::ReadinessUnjudged)),
            paragraph(pen.say(Key::ReadinessUnjudgedMeans)),
        ],
    };
    blocks.extend(audit(&pen));
    blocks.extend(next(&pen));
    context.begin(SectionKind::Outlook, blocks)
}

fn judged(pen: &Pen<'_>, readiness: &Readiness) -> Vec<Block> {
    let (words, means) = level_text(readiness.level);
    // What the page says of it goes on with where its links lead.
    let means = if readiness.level == Level::NotReady { Key::ReportOutlookNot } else { means };
    let mut blocks =
        vec![lead(pen.say(words)), paragraph(pen.say(means)), remark(pen.say(Key::ReadinessBasis))];
    blocks.extend(stage(pen, &FIRST, &readiness.stage_1));
    blocks.extend(stage(pen, &SECOND, &readiness.stage_2));
    let findings = &pen.context.outlook.findings;
    blocks.extend(graded_down_text(pen.texts, &pen.names, findings).map(remark));
    blocks
}

/// Things of a kind that lack the same.
struct Lack<'a> {
    kind: Kind,
    why: String,
    names: Vec<String>,
    /// Those of them that are items.
    items: Vec<&'a ItemId>,
    /// Those of them that are risks.
    risks: Vec<RiskId>,
}

fn lacks<'a>(pen: &Pen<'a>, blockers: &'a [Blocker]) -> Vec<Lack<'a>> {
    let findings = &pen.context.outlook.findings;
    let mut lacks: Vec<Lack<'_>> = Vec::new();
    for blocker in blockers {
        let (name, why) = blocker_text(pen.texts, &pen.names, findings, blocker);
        let kind = Kind::of(blocker);
        let known = lacks.iter().position(|lack| lack.kind == kind && lack.why == why);
        let place = known.unwrap_or(lacks.len());
        if known.is_none() {
            lacks.push(Lack { kind, why, names: vec![], items: vec![], risks: vec![] });
        }
        let Some(lack) = lacks.get_mut(place) else { continue };
        lack.names.push(name);
        lack.items.extend(item_of(findings, blocker));
        if let Blocker::Risk(risk, _) = blocker {
            lack.risks.push(risk.clone());
        }
    }
    lacks.sort_by_key(|lack| Kind::ALL.iter().position(|kind| *kind == lack.kind));
    lacks
}

fn item_of<'a>(findings: &'a [Finding], blocker: &'a Blocker) -> Option<&'a ItemId> {
    match blocker {
        Blocker::BelowLargely(item)
        | Blocker::Statement(item, _)
        | Blocker::Unanswered(item)
        | Blocker::DontKnow(item) => Some(item),
        Blocker::Major(id) => {
            let finding = findings.iter().find(|finding| finding.id().as_ref() == Some(id))?;
            if let Place::Item(item) = &finding.at { Some(item) } else { None }
        }
        Blocker::Document(_) | Blocker::NoRisks | Blocker::Risk(..) => None,
    }
}

fn stage(pen: &Pen<'_>, stage: &Stage, blockers: &[Blocker]) -> Vec<Block> {
    let title = pen.count(stage.title, blockers.len());
    let begin = [heading(&title), paragraph(pen.say(stage.means))];
    let content = if blockers.is_empty() {
        paragraph(pen.say(stage.none))
    } else {
        let rows = lacks(pen, blockers).iter().map(|lack| row(pen, stage, lack)).collect();
        let columns = [
            (Key::ReportOutlookKind, 24),
            (Key::ReportOutlookLack, 30),
            (Key::ReportOutlookWhich, 46),
        ];
        pen.table(&title, columns, rows)
    };
    begin.into_iter().chain([content]).collect()
}

fn row(pen: &Pen<'_>, stage: &Stage, lack: &Lack<'_>) -> Vec<Cell> {
    let kind = if lack.kind == Kind::Documents { stage.papers } else { lack.kind.name() };
    let all = lack.names.len();
    // Of what has no number, the names have to do.
    let which = if all > FEW && lack.items.len() == all {
        cell([pen.numbers(lack.items.iter().copied())])
    } else if all > FEW && lack.risks.len() == all {
        pen.risks(&lack.risks)
    } else {
        cell(&lack.names)
    };
    vec![name(pen.count(kind, all)), cell([&lack.why]), which]
}

/// How long the audit takes by the head count, and what comes after it.
fn audit(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(pen.say(Key::ReadinessDaysTitle))];
    let facts = &pen.context.material.assessment.facts;
    let handbook = pen.context.material.handbook.map(|(handbook, _)| handbook);
    match (facts.people, handbook) {
        (Some(people), Some(handbook)) => match handbook.audit_days_for(people) {
            None => blocks.push(paragraph(pen.say(Key::ReadinessDaysBeyond))),
            Some(audit) => {
                let [first, yearly, again] =
                    [audit.half_days, audit.surveillance(), audit.recertification()].map(days);
                let key = if people == 1 { Key::ReadinessDaysOne } else { Key::ReadinessDays };
                let named = people.to_string();
                let later = [("yearly", yearly.as_str()), ("again", &again)];
                blocks.extend([
                    paragraph(pen.fill(key, &[("days", &first), ("people", &named)])),
                    paragraph(pen.fill(Key::ReadinessDaysLater, &later)),
                    remark(pen.say(Key::ReadinessDaysCaveat)),
                    remark(pen.say(Key::ReportOutlookSource)),
                ]);
            }
        },
        _ => blocks.push(paragraph(pen.say(Key::ReportOutlookPeople))),
    }
    blocks
        .extend(facts.target.as_ref().map(|wanted| afterwards(pen, wanted)).into_iter().flatten());
    blocks
}

/// What comes after a certificate of that day; nothing where that day is over.
fn afterwards(pen: &Pen<'_>, wanted: &Day) -> Vec<Block> {
    if wanted.as_str() < pen.context.now.day() {
        return Vec::new();
    }
    let by = [
        (Key::ReadinessAfterFirst, 1),
        (Key::ReadinessAfterYearly, 2),
        (Key::ReadinessAfterAgain, 3),
    ];
    let entries = by.into_iter().filter_map(|(key, years)| {
        let day = wanted.years_later(years)?;
        Some(vec![span(pen.fill(key, &[("day", day.as_str())]))])
    });
    let entries = entries.collect();
    vec![heading(pen.say(Key::ReadinessAfter)), Block::List { numbered: false, entries }]
}

fn next(pen: &Pen<'_>) -> Vec<Block> {
    let Some(next) = &pen.context.summary.next else { return Vec::new() };
    vec![heading(pen.say(Key::ResultNext)), paragraph(next_text(pen.texts, next))]
}

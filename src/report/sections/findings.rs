//! What an auditor would probably find, by clause and theme, and what would be needed.

use super::{
    super::{
        document::{Block, Cell, Number, Section, Span, Table},
        request::SectionKind,
    },
    Context,
    pen::Pen,
    words::{anchored, column, findings_of, heading, paragraph},
};
use crate::{
    domain::{
        finding::{Finding, FindingReason, Grade, Place, Unknown},
        id::{DocumentId, ItemId},
        pack::Group,
        remedy::remedied,
    },
    text::{Key, entry, outcome::grade_text, readiness::why_text},
};

/// Most items of which nothing is known that stand below each other: more of them would fill pages.
const MOST_LISTED: usize = 10;

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let findings = &context.outlook.findings;
    let mut blocks = vec![Block::Lead(vec![Span::plain(context.t(Key::FindingLead))])];
    if findings.is_empty() {
        let unrated = context.evaluation.everything.counts.rated == 0;
        let key = if unrated { Key::ResultGapsUnrated } else { Key::FindingNone };
        blocks.push(paragraph(context.t(key)));
    } else {
        blocks.push(Block::Numbers(Grade::ALL.map(|grade| number(context, grade)).to_vec()));
        for group in context.material.pack.groups() {
            of_group(context, group, &mut blocks);
        }
    }
    unverified(context, &mut blocks);
    context.begin(SectionKind::Findings, blocks)
}

/// How many there are of a grade, and what it means.
fn number(context: &Context<'_>, grade: Grade) -> Number {
    let count = context.outlook.findings.iter().filter(|finding| finding.grade == grade).count();
    let meaning = match grade {
        Grade::Major => Key::FindingMajorMeans,
        Grade::Minor => Key::FindingMinorMeans,
        Grade::Opportunity => Key::FindingOpportunityMeans,
    };
    Number {
        value: count.to_string(),
        label: context.probable(grade).to_owned(),
        note: context.t(meaning).to_owned(),
    }
}

fn of_group(context: &Context<'_>, group: &Group, blocks: &mut Vec<Block>) {
    let pack = context.material.pack;
    let here = |finding: &&Finding| match &finding.at {
        Place::Group(id) => *id == group.id,
        Place::Item(id) => pack.places().get(id).is_some_and(|place| group.items.contains(place)),
    };
    let findings: Vec<&Finding> = context.outlook.findings.iter().filter(here).collect();
    if findings.is_empty() {
        return;
    }
    let name = context.group_name(&group.id);
    blocks.push(anchored(&name, findings_of(&group.id)));
    blocks.push(Block::Table(Table {
        caption: context.fill(Key::ReportFindingsOf, &[("group", &name)]),
        columns: vec![
            column(context.t(Key::ReportFinding), 45),
            column(context.t(Key::FindingGrade), 18),
            column(context.t(Key::ReportNeeded), 37),
        ],
        rows: findings.into_iter().map(|finding| row(context, finding)).collect(),
    }));
}

fn row(context: &Context<'_>, finding: &Finding) -> Vec<Cell> {
    let regrade = finding.id().and_then(|id| context.material.assessment.work().regraded.get(&id));
    let texts = context.material.texts;
    let place = Span { strong: true, ..context.place_link(&finding.at) };
    let mut said = vec![vec![place], vec![Span::plain(why_text(texts, &context.names(), finding))]];
    if let (Place::Item(item), FindingReason::Level(_) | FindingReason::Risks { .. }) =
        (&finding.at, &finding.reason)
    {
        let note = context.material.assessment.answer(item).map(|answer| answer.note.trim());
        said.extend(
            note.filter(|note| !note.is_empty())
                .map(|note| context.labelled(Key::ReportNoteName, note)),
        );
    }
    if let Some(regrade) = regrade {
        let overtaken = regrade.computed != finding.computed;
        let key = if overtaken { Key::FindingOvertaken } else { Key::FindingRegraded };
        let values = [
            ("grade", grade_text(texts, regrade.grade)),
            ("computed", grade_text(texts, regrade.computed)),
            ("reason", regrade.reason.trim()),
        ];
        said.push(vec![Span::plain(context.fill(key, &values))]);
    }
    let mut grade = context.grade_cell(finding.grade);
    if finding.grade != finding.computed {
        let computed = grade_text(texts, finding.computed);
        let computed = context.fill(Key::FindingComputed, &[("grade", computed)]);
        grade.paragraphs.push(vec![Span::plain(computed)]);
    }
    vec![Cell::of(said), grade, needed(context, finding)]
}

/// What would close it, and the action of the plan that does.
fn needed(context: &Context<'_>, finding: &Finding) -> Cell {
    let material = context.material;
    let what = match (&finding.reason, &finding.at) {
        (FindingReason::Document { document, .. }, _) => document_needed(context, document),
        (_, Place::Item(item)) => full(context, item),
        (_, Place::Group(_)) => context.t(Key::ReportNeededGroup).to_owned(),
    };
    let all = &context.outlook.findings;
    let planned = remedied(material.pack, material.assessment, all, finding);
    let planned = planned.map(|(_, planned)| {
        let number = planned.number.to_string();
        let words = context.fill(Key::FindingPlanned, &[("number", &number)]);
        vec![Span::link(words, SectionKind::Plan.anchor())]
    });
    Cell::of([vec![Span::plain(what)]].into_iter().chain(planned))
}

/// What the highest level looks like for this item, or else what it means for any.
fn full(context: &Context<'_>, item: &ItemId) -> String {
    let material = context.material;
    let Some(level) = material.pack.scale().levels().last() else { return String::new() };
    let own = material.guidance_of(item);
    let own = own.as_ref().and_then(|guidance| guidance.levels.get(level.code.as_str()));
    own.map_or_else(|| material.pack_texts.level_meaning(&level.code).to_owned(), Clone::clone)
}

fn document_needed(context: &Context<'_>, document: &DocumentId) -> String {
    let words = context.material.handbook;
    let words = words.and_then(|(_, words)| entry(&words.documents, document.as_str()));
    words.map(|words| words.contains.clone()).unwrap_or_default()
}

/// What is no finding because nothing is known of it.
fn unverified(context: &Context<'_>, blocks: &mut Vec<Block>) {
    let of = |why: Unknown| {
        let all = context.outlook.unverified.iter().filter(move |it| it.why == why);
        all.map(|it| &it.item).collect::<Vec<_>>()
    };
    let kinds = [
        (of(Unknown::NotVerified), Key::FindingNotVerified),
        (of(Unknown::NotAssessed), Key::FindingNotAssessed),
    ];
    if kinds.iter().all(|(items, _)| items.is_empty()) {
        return;
    }
    blocks.push(heading(context.t(Key::FindingUnknown)));
    blocks.push(paragraph(context.t(Key::FindingUnknownLead)));
    for (items, name) in kinds.into_iter().filter(|(items, _)| !items.is_empty()) {
        let text = context.fill(name, &[("number", &items.len().to_string())]);
        blocks.push(Block::Heading { level: 3, text, anchor: String::new() });
        let entries = if items.len() > MOST_LISTED {
            by_group(context, &items)
        } else {
            items.into_iter().map(|item| vec![context.item_link(item)]).collect()
        };
        blocks.push(Block::List { numbered: false, entries });
    }
}

/// Clauses and themes with the numbers of these items; the organisation's own controls come last.
fn by_group(context: &Context<'_>, items: &[&ItemId]) -> Vec<Vec<Span>> {
    let (pack, pen) = (context.material.pack, Pen::new(context));
    let group_of = |item: &ItemId| pack.item(item).and_then(|item| pack.group_of(item));
    let numbers = |here: &dyn Fn(&ItemId) -> bool| {
        pen.numbers(items.iter().copied().filter(|item| here(item)))
    };
    let mut entries = Vec::new();
    for group in pack.groups() {
        let numbers = numbers(&|item| group_of(item).is_some_and(|of| of.id == group.id));
        if !numbers.is_empty() {
            let name = context.place_link(&Place::Group(group.id.clone()));
            entries.push(vec![name, Span::plain(format!(": {numbers}"))]);
        }
    }
    let own = items.iter().filter(|item| group_of(item).is_none());
    entries.extend(own.map(|item| vec![context.item_link(item)]));
    entries
}

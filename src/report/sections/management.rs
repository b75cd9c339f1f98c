//! What it all comes to, for those who read one page.

use super::{
    super::{
        document::{Block, Number, Paper, Section, Span},
        one_page::basis_text,
        request::SectionKind,
        row::Row,
        summary::{Gap, ReasonLine, first_sentence},
    },
    Context,
    charts::{self, Line},
    words::{heading, paragraph, remark},
};
use crate::{
    domain::{
        finding::{Grade, Place},
        id::GroupId,
        readiness::{Blocker, Level},
        scope::Standing,
        verdict::{Judgement, contrast, is_too_early},
    },
    text::{
        Key,
        readiness::{Kind, level_text, why_text},
    },
};

/// Most strengths, most gaps, and most items that are named in the decision.
const MOST: usize = 3;

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let summary = context.summary;
    let mut blocks = vec![
        Block::Lead(vec![Span::plain(summary.sentence.as_str())]),
        remark(basis_text(context.material.texts, summary)),
        Block::Numbers(numbers(context)),
    ];
    if !summary.groups.is_empty() {
        let caption = context.t(Key::ReportsByGroup);
        let lines: Vec<Line> = summary.groups.iter().map(Line::from).collect();
        blocks.push(Block::Figure(charts::bars(context, caption, &lines)));
    }
    blocks.push(heading(context.t(Key::ReportStrengths)));
    blocks.push(strengths(context));
    blocks.push(heading(context.t(Key::ReportGaps)));
    blocks.push(gaps(context));
    blocks.push(heading(context.t(Key::ReportDecision)));
    blocks.push(decision(context));
    let entries: Vec<_> = endangered(context).into_iter().map(reason).collect();
    if !entries.is_empty() {
        blocks.push(heading(context.t(Key::ReportAtRisk)));
        blocks.push(Block::List { numbered: false, entries });
    }
    Section { paper: Paper::OnePage, ..context.begin(SectionKind::Management, blocks) }
}

/// The headline numbers, and how many findings are probable.
fn numbers(context: &Context<'_>) -> Vec<Number> {
    let (texts, verdict) = (context.material.texts, &context.summary.verdict);
    let number = |Row { label, measure, .. }: &Row| Number {
        value: texts.percent(measure.conformity),
        label: label.clone(),
        note: context.fill(
            // Where all is rated, the range says the same as the number.
            if measure.low == measure.high {
                Key::ReportNumberSettled
            } else {
                Key::ReportNumberNote
            },
            &[
                ("range", &texts.range(measure)),
                ("rated", &measure.counts.rated.to_string()),
                ("all", &measure.counts.in_scope.to_string()),
            ],
        ),
    };
    let mut numbers: Vec<Number> = context.summary.headlines.iter().map(number).collect();
    let everything = &context.evaluation.everything;
    let looked = everything.counts.rated + everything.counts.dont_know;
    numbers.push(Number {
        value: texts.percent(everything.completeness),
        label: context.t(Key::MeasureCompleteness).to_owned(),
        note: context.fill(
            Key::MeasureLookedAt,
            &[("done", &looked.to_string()), ("all", &everything.counts.in_scope.to_string())],
        ),
    });
    numbers.push(Number {
        value: verdict.majors.to_string(),
        label: context.t(Key::ReportMajors).to_owned(),
        note: context.fill(Key::ReportMinors, &[("minors", &verdict.minors.to_string())]),
    });
    numbers
}

fn strengths(context: &Context<'_>) -> Block {
    let evaluation = context.evaluation;
    if is_too_early(&evaluation.everything) {
        return paragraph(context.t(Key::ReportTooEarly));
    }
    let strengths = contrast(evaluation, MOST).strengths;
    if strengths.is_empty() {
        return paragraph(context.t(Key::ReportStrengthsNone));
    }
    let entries = strengths.iter().map(|group| strength(context, group)).collect();
    Block::List { numbered: false, entries }
}

fn strength(context: &Context<'_>, group: &GroupId) -> Vec<Span> {
    let results = context.evaluation.groups.iter().find(|result| result.id == *group);
    let conformity = results.and_then(|result| result.measure.conformity);
    let in_scope = results.map_or(0, |result| result.measure.counts.in_scope);
    let items = context.material.pack.group(group).map(|group| group.items.clone());
    let items = items.and_then(|items| context.evaluation.items.get(items)).unwrap_or_default();
    let unit = context.material.pack.scale().unit();
    let full = items
        .iter()
        .filter(|it| matches!(it.standing, Standing::Rated { credit, .. } if credit == unit));
    let values = [
        ("conformity", context.material.texts.percent(conformity)),
        ("full", full.count().to_string()),
        ("all", in_scope.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    vec![
        Span::strong(context.group_name(group)),
        Span::plain(context.fill(Key::ReportStrength, &values)),
    ]
}

fn gaps(context: &Context<'_>) -> Block {
    let systemic = systemic(context).take(MOST - 1);
    let items = context.summary.gaps.iter().map(|gap| entry(context, gap));
    let entries: Vec<_> = systemic.chain(items).take(MOST).collect();
    if entries.is_empty() {
        let unrated = context.evaluation.everything.counts.rated == 0;
        let key = if unrated { Key::ResultGapsUnrated } else { Key::ResultGapsNone };
        return paragraph(context.t(key));
    }
    Block::List { numbered: true, entries }
}

/// Major findings at a clause or theme as a whole, which no single gap shows.
fn systemic<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Vec<Span>> + 'a {
    let majors = context.outlook.findings.iter().filter(|it| it.grade == Grade::Major);
    majors.filter_map(|finding| {
        let Place::Group(group) = &finding.at else { return None };
        let name = Span { strong: true, ..context.place_link(&finding.at) };
        let why = why_text(context.material.texts, &context.names(), finding);
        let pack = context.material.pack;
        let here = |item| pack.item(item).and_then(|item| pack.group_of(item));
        let gaps = context.outlook.priorities.iter().filter(|gap| gap.grade.is_some());
        let mut gaps = gaps.filter(|gap| here(&gap.item).is_some_and(|of| of.id == *group));
        let first = gaps.next().map(|gap| {
            let item = context.names().item(&gap.item);
            context.fill(Key::ReportDecideFirst, &[("items", &item)])
        });
        let words =
            format!(" · {}\n{why} {}", context.probable(finding.grade), first.unwrap_or_default());
        Some(vec![name, Span::plain(words.trim_end())])
    })
}

/// What the gap is, why it matters, and the first thing to do.
fn entry(context: &Context<'_>, gap: &Gap) -> Vec<Span> {
    let name = Span { strong: true, ..context.item_link(&gap.item) };
    let grade = Span::plain(format!(" · {}", context.probable(gap.grade)));
    let help = gap.help.as_ref().map(|(why, first)| {
        let step = context.fill(Key::ReportFirstStep, &[("step", first_sentence(first))]);
        Span::plain(format!("\n{} {step}", first_sentence(why)))
    });
    [name, grade].into_iter().chain(help).collect()
}

/// What the management is asked to decide: from readiness, and from what comes first.
fn decision(context: &Context<'_>) -> Block {
    let verdict = &context.summary.verdict;
    let early = verdict.judgement == Judgement::TooEarly;
    let readiness = context.outlook.readiness.as_ref();
    let mut sentences = Vec::new();
    if early {
        let missing = verdict.missing().to_string();
        sentences.push(context.fill(Key::ReportDecideAnswers, &[("missing", &missing)]));
    } else if let Some(readiness) = readiness {
        let (key, blockers) = match readiness.level {
            Level::NotReady => (Key::ReportDecideStage1, readiness.stage_1.as_slice()),
            Level::Stage1 => (Key::ReportDecideStage2, readiness.stage_2.as_slice()),
            Level::Stage2 => (Key::ReportDecideAudit, [].as_slice()),
        };
        sentences.push(context.fill(key, &[("blockers", &kinds(context, blockers))]));
    } else {
        sentences.push(context.t(Key::ReportDecideAnalysis).to_owned());
    }
    let ready = readiness.is_some_and(|readiness| readiness.level == Level::Stage2);
    let first: Vec<&str> =
        context.outlook.priorities.iter().take(MOST).map(|first| first.item.as_str()).collect();
    if !early && !ready && !first.is_empty() {
        sentences.push(context.fill(Key::ReportDecideFirst, &[("items", &first.join(", "))]));
    }
    if let Some(target) = &context.material.assessment.facts.target {
        let target = context.date(target.as_str());
        sentences.push(context.fill(Key::ReportDecideTarget, &[("day", &target)]));
    }
    let level = readiness.filter(|_| !early).map(|readiness| level_text(readiness.level).0);
    let level =
        level.map(|level| [Span::strong(format!("{}.", context.t(level))), Span::plain(" ")]);
    let said = [Span::plain(sentences.join(" "))];
    Block::Paragraph(level.into_iter().flatten().chain(said).collect())
}

/// What is in the way, by kind: "Requirements (5), Documents (3)".
fn kinds(context: &Context<'_>, blockers: &[Blocker]) -> String {
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let count = blockers.iter().filter(|blocker| Kind::of(blocker) == kind).count();
        if kind == Kind::Risks && blockers.contains(&Blocker::NoRisks) {
            return Some(context.t(Key::ReadinessRegister).to_owned());
        }
        (count > 0).then(|| context.fill(kind.name(), &[("number", &count.to_string())]))
    });
    kinds.collect::<Vec<_>>().join(", ")
}

/// The reasons that are told: the organisation's own or, where it gave none, those that gaps endanger
/// most. There is but one page.
fn endangered<'a>(context: &'a Context<'_>) -> Vec<&'a ReasonLine> {
    let Some(reasons) = &context.summary.reasons else { return Vec::new() };
    let told = reasons.each.iter().filter(|reason| reasons.own || !reason.gaps.is_empty());
    told.take(if reasons.own { MOST } else { MOST - 1 }).collect()
}

/// A reason for an ISMS, what endangers it, and where.
fn reason(reason: &ReasonLine) -> Vec<Span> {
    let number = |(place, _): &(Place, String)| match place {
        Place::Item(item) => item.to_string(),
        Place::Group(group) => group.to_string(),
    };
    let numbers: Vec<String> = reason.gaps.iter().map(number).collect();
    let numbers = [numbers.join(", "), reason.more.clone()].join(" ");
    let numbers = numbers.trim();
    let places = if numbers.is_empty() { String::new() } else { format!(" ({numbers})") };
    vec![
        Span::strong(format!("{}.", reason.title.trim_end_matches('.'))),
        Span::plain(format!(" {}{places}", reason.sentence)),
    ]
}

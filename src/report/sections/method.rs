//! What was assessed and how: scope, what was asked, who answered when, the scale, limits.

use super::{
    super::{
        document::{Block, Cell, Section, Span, Table},
        model::notice_text,
        request::SectionKind,
    },
    Context,
    words::{column, heading, numbers, paragraph, remark},
};
use crate::{
    domain::{assessment::Answer, ratio::Ratio, scope::Standing, selection::Selection},
    text::{Key, entry, risk::credit_text},
};

/// Most people and snapshots that are named.
const MOST: usize = 20;

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let mut blocks = vec![
        Block::Facts(facts(context)),
        heading(context.t(Key::ReportScale)),
        paragraph(context.t(Key::ReportScaleLead)),
        Block::Table(scale(context)),
        heading(context.t(Key::ReportMethod)),
        paragraph(context.t(Key::ReportMethodText)),
        paragraph(context.t(Key::ReportMethodFindings)),
        heading(context.t(Key::ReportLimits)),
        Block::List {
            numbered: false,
            entries: limits(context).into_iter().map(|limit| vec![Span::plain(limit)]).collect(),
        },
    ];
    let notices = &context.evaluation.notices;
    if !notices.is_empty() {
        blocks.push(heading(context.t(Key::ReportCorrected)));
        let texts = context.material.texts;
        let entry = |notice| vec![Span::plain(notice_text(texts, notice))];
        let entries = notices.iter().map(entry).collect();
        blocks.push(Block::List { numbered: false, entries });
    }
    if !context.request.wanted().contains(&SectionKind::Cover) {
        // The cover says it already.
        blocks.push(remark(context.t(Key::ReportDisclaimer)));
    }
    context.begin(SectionKind::Method, blocks)
}

/// What is known of the assessment; what isn't known is left out.
fn facts(context: &Context<'_>) -> Vec<(String, Vec<Span>)> {
    let assessment = context.material.assessment;
    let about = &assessment.facts;
    let people = about.people.map(|people| people.to_string()).unwrap_or_default();
    let target = about.target.as_ref().map(|day| context.date(day.as_str())).unwrap_or_default();
    let facts = [
        (Key::ReportOrganisation, about.organisation.trim().to_owned()),
        (Key::ReportCoverPeople, people),
        (Key::ReportScopeWords, about.scope.trim().to_owned()),
        (Key::ReportReasons, reasons(context)),
        (Key::ReportTarget, target),
        (Key::ReportAgainst, context.material.pack_texts.title.clone()),
        (Key::ReportAsked, asked(context)),
        (Key::ReportBegun, context.date(assessment.created.day())),
        (Key::ReportSnapshots, snapshots(context)),
        (Key::ReportMade, context.date(context.now.day())),
        (Key::ReportsCoverAuthor, context.request.author.trim().to_owned()),
        (Key::ReportOwners, owners(context)),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    facts.map(|(name, fact)| (context.t(name).to_owned(), vec![Span::plain(fact)])).collect()
}

fn reasons(context: &Context<'_>) -> String {
    let Some((_, words)) = context.material.handbook else { return String::new() };
    let given = context.material.assessment.facts.reasons.iter();
    let titles = given.filter_map(|id| entry(&words.reasons, id.as_str()));
    titles.map(|words| words.title.as_str()).collect::<Vec<_>>().join("\n")
}

/// Which items are asked, and how far they were answered.
fn asked(context: &Context<'_>) -> String {
    let counts = context.evaluation.everything.counts;
    let key = match context.material.assessment.selection {
        Selection::All => Key::ReportAskedAll,
        Selection::Quick => Key::ReportAskedQuick,
        Selection::Items(_) => Key::ReportAskedItems,
    };
    let all = context.material.pack.items().len();
    let asked =
        context.fill(key, &[("asked", &counts.items.to_string()), ("all", &all.to_string())]);
    let answered = context.fill(
        Key::ReportAnswered,
        &[
            ("rated", &counts.rated.to_string()),
            ("dont_know", &counts.dont_know.to_string()),
            ("unanswered", &counts.unanswered.to_string()),
            ("excluded", &counts.excluded.to_string()),
        ],
    );
    format!("{asked} {answered}")
}

fn snapshots(context: &Context<'_>) -> String {
    let snapshots = &context.material.assessment.snapshots;
    // The latest tell most.
    let from = snapshots.len().saturating_sub(MOST);
    let lines = snapshots.iter().skip(from).map(|snapshot| {
        format!("{}: {}", context.date(snapshot.taken.day()), snapshot.name.trim())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Who sees to items, in the order in which they come up.
fn owners(context: &Context<'_>) -> String {
    let answers = context.material.pack.items().iter();
    let answers = answers.filter_map(|item| context.material.assessment.answer(&item.id));
    let mut owners: Vec<&str> = Vec::new();
    for Answer { owner, .. } in answers {
        let owner = owner.trim();
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    let more = owners.len().saturating_sub(MOST);
    owners.truncate(MOST);
    let mut named = owners.join(", ");
    if more > 0 {
        let more = context.fill(Key::ResultMore, &[("count", &more.to_string())]);
        named = format!("{named} {more}");
    }
    named
}

/// The levels and what else an item can count as.
fn scale(context: &Context<'_>) -> Table {
    let scale = context.material.pack.scale();
    let words = context.material.pack_texts;
    let levels = scale.levels().iter().map(|level| {
        let standing = Standing::Rated { level: level.code.clone(), credit: level.credit };
        vec![
            context.rating_cell(&standing),
            Cell::plain(words.level_meaning(&level.code)),
            Cell::plain(credit_text(level.credit, scale.unit())),
        ]
    });
    let others = [
        (Standing::DontKnow, Key::ReportScaleDontKnow),
        (Standing::Unanswered, Key::ReportScaleUnanswered),
        (Standing::Excluded, Key::ReportScaleExcluded),
    ];
    let others = others.iter().map(|(standing, meaning)| {
        let none = Cell::plain(context.t(Key::ReportScaleNone));
        vec![context.rating_cell(standing), Cell::plain(context.t(*meaning)), none]
    });
    Table {
        caption: context.t(Key::ReportScale).to_owned(),
        columns: vec![
            column(context.t(Key::ReportsRating), 20),
            column(context.t(Key::ReportMeaning), 60),
            numbers(context.t(Key::ReportCredit), 20),
        ],
        rows: levels.chain(others).collect(),
    }
}

fn limits<'a>(context: &'a Context<'_>) -> Vec<&'a str> {
    let part = !context.material.assessment.selection.is_all();
    let open = context.evaluation.everything.completeness != Some(Ratio::ONE);
    [
        (true, Key::ReportLimitSelf),
        (part, Key::ReportLimitPart),
        (open, Key::ReportLimitOpen),
        (true, Key::ReportLimitFindings),
        (true, Key::ReportLimitWho),
        (true, Key::ReportLimitWords),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, key)| context.t(key))
    .collect()
}

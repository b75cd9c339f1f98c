//! What nobody could tell, what nobody has answered, and what wants a second look.

use super::{
    super::{
        document::{Block, Cell, Number, Section, Span, Table},
        model::checks,
        request::SectionKind,
    },
    Context,
    words::{column, heading, or_dash},
};
use crate::{
    domain::{
        assessment::{Answer, CheckAnswer},
        pack::Item,
        scope::Standing,
    },
    text::Key,
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let unknown = asked(context, |standing, _| *standing == Standing::DontKnow);
    let unanswered = asked(context, |standing, _| *standing == Standing::Unanswered);
    let checks = asked(context, |standing, answer| {
        let unsure = answer.checks.values().any(|given| *given == CheckAnswer::DontKnow);
        matches!(standing, Standing::Rated { .. }) && unsure
    });
    let review = asked(context, |standing, answer| {
        answer.review && matches!(standing, Standing::Rated { .. })
    });
    let parts = [
        (Key::ReportOpenUnknown, Key::ReportOpenUnknownLead, unknown),
        (Key::ReportOpenUnanswered, Key::ReportOpenUnansweredLead, unanswered),
        (Key::ReportOpenChecks, Key::ReportOpenChecksLead, checks),
        (Key::ReportOpenReview, Key::ReportOpenReviewLead, review),
    ];
    if parts.iter().all(|(_, _, items)| items.is_empty()) {
        let none = Block::Lead(vec![Span::plain(context.t(Key::ReportOpenNone))]);
        return context.begin(SectionKind::Open, vec![none]);
    }
    let number = |(name, lead, items): &(Key, Key, Vec<_>)| Number {
        value: items.len().to_string(),
        label: context.t(*name).to_owned(),
        note: context.t(*lead).to_owned(),
    };
    let mut blocks = vec![
        Block::Lead(vec![Span::plain(context.t(Key::ReportOpenLead))]),
        Block::Numbers(parts.iter().map(number).collect()),
    ];
    for (name, _, items) in &parts {
        if !items.is_empty() {
            let of = if *name == Key::ReportOpenChecks { unsure } else { question };
            blocks.push(heading(context.t(*name)));
            blocks.push(Block::Table(table(context, context.t(*name), items, of)));
        }
    }
    context.begin(SectionKind::Open, blocks)
}

/// The items that are asked of which something holds, in pack order.
fn asked<'a>(context: &Context<'a>, holds: impl Fn(&Standing, &Answer) -> bool) -> Vec<Asked<'a>> {
    let nothing = Answer::default();
    let material = context.material;
    let items = material.pack.items().iter().zip(&context.evaluation.items);
    let items = items.filter_map(|(item, result)| {
        let answer = material.assessment.answer(&item.id);
        let said = answer.unwrap_or(&nothing);
        holds(&result.standing, said).then_some((item, answer))
    });
    items.collect()
}

/// An item with what is asked of it.
type Asked<'a> = (&'a Item, Option<&'a Answer>);

/// The question of an item.
fn question(context: &Context<'_>, (item, _): Asked<'_>) -> Vec<Vec<Span>> {
    vec![vec![Span::plain(context.question(&item.id))]]
}

/// The check-points of an item that nobody could tell.
fn unsure(context: &Context<'_>, (item, answer): Asked<'_>) -> Vec<Vec<Span>> {
    let Some(answer) = answer else { return Vec::new() };
    let unknown = context.t(Key::CheckDontKnow);
    let checks = checks(context.material, item, answer).into_iter();
    let checks = checks.filter(|(_, given)| given == unknown);
    checks.map(|(check, _)| vec![Span::plain(check)]).collect()
}

fn table(
    context: &Context<'_>,
    caption: &str,
    items: &[Asked<'_>],
    of: fn(&Context<'_>, Asked<'_>) -> Vec<Vec<Span>>,
) -> Table {
    let row = |(item, answer): &Asked<'_>| {
        let note = answer.map(|answer| answer.note.as_str()).unwrap_or_default();
        let owner = answer.map(|answer| answer.owner.as_str()).unwrap_or_default();
        let name = vec![Span { strong: true, ..context.item_link(&item.id) }];
        let asked = [name].into_iter().chain(of(context, (item, *answer)));
        vec![Cell::of(asked), or_dash(note), or_dash(owner)]
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            column(context.t(Key::ReportsItem), 55),
            column(context.t(Key::ReportNote), 27),
            column(context.t(Key::WorkOwner), 18),
        ],
        rows: items.iter().map(row).collect(),
    }
}

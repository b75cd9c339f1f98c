//! How the numbers are computed: the rules in plain words, and the arithmetic of the headline numbers.

use super::{
    super::{
        document::{Block, Cell, Section, Span, Table},
        request::SectionKind,
        row::{headlines, subject_text},
    },
    Context,
    words::{column, heading, numbers, paragraph, remark},
};
use crate::{
    domain::{
        explain::{Explanation, Subject, explain},
        score::Number,
    },
    text::{
        Key,
        names::{division, name_and_rule},
    },
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let unit = context.material.pack.scale().unit().to_string();
    let rules = Number::ALL.map(|number| {
        let (name, rule) = name_and_rule(number);
        (sentence_case(context.t(name)), vec![Span::plain(context.t(rule))])
    });
    let mut blocks = vec![
        paragraph(context.t(Key::ReportComputationLead)),
        Block::Facts(rules.into()),
        heading(context.t(Key::ReportArithmetic)),
        remark(context.fill(Key::WhyUnits, &[("unit", &unit)])),
        Block::Table(headline_table(context)),
        heading(context.t(Key::ReportRules)),
        Block::Facts(other_rules(context)),
    ];
    for section in context.material.pack.sections() {
        let subject = Subject::Section(section.id.clone());
        let explanation = explained(context, &subject, Number::Conformity);
        if !explanation.terms.is_empty() {
            let name = subject_text(context.material.texts, context.material.pack_texts, &subject);
            let title = context.fill(Key::ReportTerms, &[("subject", &name)]);
            blocks.push(heading(&title));
            blocks.push(paragraph(context.t(Key::ReportTermsLead)));
            blocks.push(Block::Table(terms(context, title, &explanation)));
        }
    }
    context.begin(SectionKind::Computation, blocks)
}

fn explained(context: &Context<'_>, subject: &Subject, number: Number) -> Explanation {
    let material = context.material;
    explain(material.pack, material.assessment, subject.clone(), number)
}

/// The four numbers of everything and of each section, each as a division.
fn headline_table(context: &Context<'_>) -> Table {
    let material = context.material;
    let shown = |subject: &Subject| {
        context.evaluation.measure(subject).is_some_and(|measure| measure.counts.items > 0)
    };
    let row = |subject: Subject| {
        let sums = Number::ALL.map(|number| {
            let Explanation { num, den, value, .. } = explained(context, &subject, number);
            let undefined = || context.t(Key::WhyUndefined).to_owned();
            let sum = |value| division(material.texts, num.into(), den.into(), value);
            Cell::plain(value.map_or_else(undefined, sum))
        });
        let name = subject_text(material.texts, material.pack_texts, &subject);
        [Cell::of([vec![Span::strong(name)]])].into_iter().chain(sums).collect()
    };
    let sums =
        Number::ALL.map(|number| numbers(sentence_case(context.t(name_and_rule(number).0)), 20));
    Table {
        caption: context.t(Key::ReportArithmetic).to_owned(),
        columns: [column(context.t(Key::ReportsMeasureScope), 22)]
            .into_iter()
            .chain(sums)
            .collect(),
        rows: headlines(material.pack).into_iter().filter(shown).map(row).collect(),
    }
}

/// The rules for what isn't a share.
fn other_rules(context: &Context<'_>) -> Vec<(String, Vec<Span>)> {
    let rules = [
        (Key::ReportRuleScope, Key::ReportRuleScopeText),
        (Key::ReportRuleAverage, Key::WhyAverageRule),
        (Key::ReportRuleFindings, Key::ReportRuleFindingsText),
        (Key::ReportRuleVerdict, Key::ReportRuleVerdictText),
        (Key::ReportRuleReadiness, Key::ReportRuleReadinessText),
        (Key::ReportRuleRisks, Key::ReportRuleRisksText),
        (Key::ReportRulePriorities, Key::ReportRulePrioritiesText),
    ];
    let rule = |(name, text)| (context.t(name).to_owned(), vec![Span::plain(context.t(text))]);
    rules.map(rule).into()
}

/// What each item adds to the conformity, and the sum.
fn terms(context: &Context<'_>, caption: String, explanation: &Explanation) -> Table {
    let rows = explanation.terms.iter().map(|term| {
        let (above, below) = if term.den == 0 {
            (context.t(Key::WhyNotCounted).to_owned(), String::new())
        } else {
            (term.num.to_string(), term.den.to_string())
        };
        vec![
            Cell::plain(context.names().item(&term.item)),
            context.rating_cell(&term.standing),
            Cell::plain(term.weight.to_string()),
            Cell::plain(above),
            Cell::plain(below),
        ]
    });
    let strong = |text: &str| Cell::of([vec![Span::strong(text)]]);
    let total = vec![
        strong(context.t(Key::WhyTotal)),
        Cell::default(),
        Cell::default(),
        strong(&explanation.num.to_string()),
        strong(&explanation.den.to_string()),
    ];
    Table {
        caption,
        columns: vec![
            column(context.t(Key::ReportsItem), 48),
            column(context.t(Key::ReportsRating), 16),
            numbers(context.t(Key::WhyWeight), 10),
            numbers(context.t(Key::WhyAbove), 14),
            numbers(context.t(Key::WhyBelow), 10),
        ],
        rows: rows.chain([total]).collect(),
    }
}

/// With a great first letter, as a name that stands alone.
fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

//! Numbers and charts: by section, clause and theme, by item, by attribute and by function.

use super::{
    super::{
        document::{Block, Section, Span},
        request::SectionKind,
        row::rows,
    },
    Context,
    charts::{self, Line},
    words::{heading, paragraph, remark},
};
use crate::{
    domain::{csf::functions, explain::Subject},
    text::{Key, names::function_key},
};

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let mut blocks = Vec::new();
    if !context.summary.contrast.is_empty() {
        blocks.push(Block::Lead(vec![Span::plain(context.summary.contrast.as_str())]));
    }
    blocks.push(paragraph(context.t(Key::ReportResultsLead)));
    by_group(context, &mut blocks);
    if let Some(heat) = charts::heat(context) {
        blocks.push(heading(context.t(Key::ReportHeat)));
        blocks.push(paragraph(context.t(Key::ReportHeatLead)));
        blocks.push(Block::Figure(heat));
        blocks.push(Block::Table(charts::counts(context)));
    }
    by_attribute(context, &mut blocks);
    by_function(context, &mut blocks);
    context.begin(SectionKind::Results, blocks)
}

fn by_group(context: &Context<'_>, blocks: &mut Vec<Block>) {
    let summary = context.summary;
    let all = summary.headlines.iter().chain(&summary.groups);
    let all: Vec<Line> = all.map(Line::from).collect();
    if all.is_empty() {
        return;
    }
    let caption = context.t(Key::ReportsByGroup);
    blocks.push(heading(caption));
    blocks.push(Block::Table(charts::table(context, caption, Key::ReportsMeasureScope, &all)));
    if context.evaluation.theme_averaged.conformity.is_some() {
        let averaged = context.material.texts.percent(context.evaluation.theme_averaged.conformity);
        blocks.push(remark(context.fill(Key::ReportAveraged, &[("percent", &averaged)])));
    }
}

fn by_attribute(context: &Context<'_>, blocks: &mut Vec<Block>) {
    let material = context.material;
    let tables: Vec<_> = material
        .pack
        .attributes()
        .iter()
        .filter_map(|attribute| {
            let values = attribute.values.iter().cloned();
            let subjects = values.map(|value| Subject::Attribute(attribute.id.clone(), value));
            let lines = rows(material.texts, material.pack_texts, context.evaluation, subjects);
            let lines: Vec<Line> = lines.iter().map(Line::from).collect();
            let name = material.pack_texts.attribute(attribute.id.as_str());
            let table = || charts::table(context, name, Key::DashboardValue, &lines);
            (!lines.is_empty()).then(|| (name, table()))
        })
        .collect();
    if tables.is_empty() {
        return;
    }
    blocks.push(heading(context.t(Key::DashboardAttributes)));
    blocks.push(remark(context.t(Key::DashboardAttributesHint)));
    for (name, table) in tables {
        let (level, text, anchor) = (3, name.to_owned(), String::new());
        blocks.push(Block::Heading { level, text, anchor });
        blocks.push(Block::Table(table));
    }
}

fn by_function(context: &Context<'_>, blocks: &mut Vec<Block>) {
    let results = functions(context.material.pack, context.evaluation);
    let rows = results.into_iter().filter(|result| result.measure.counts.items > 0);
    let lines: Vec<Line> = rows
        .map(|result| Line {
            label: context.t(function_key(result.function)).to_owned(),
            measure: result.measure,
            sum: false,
        })
        .collect();
    if lines.is_empty() {
        return;
    }
    let title = context.t(Key::DashboardCsf);
    blocks.push(heading(title));
    blocks.push(remark(context.t(Key::DashboardCsfBasis)));
    blocks.push(Block::Table(charts::table(context, title, Key::DashboardFunction, &lines)));
}

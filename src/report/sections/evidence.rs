//! What was named as evidence: for which item, where it is, and the fingerprint by which it is known
//! again.

use super::{
    super::{document::Cell, request::SectionKind},
    Context, Section,
    pen::Pen,
    words::{DASH, cell, lead, name, or_dash, paragraph, remark, span},
};
use crate::{
    domain::{
        evidence::{Evidence, Sha256},
        id::ItemId,
    },
    text::Key,
};

/// Digits of a fingerprint on a line.
const DIGITS: usize = 16;

/// The section.
pub fn section(context: &Context<'_>) -> Section {
    let pen = Pen::new(context);
    let named = named_of(&pen);
    let blocks = if named.is_empty() {
        vec![paragraph(pen.say(Key::ReportEvidenceNone))]
    } else {
        let mut items: Vec<&ItemId> = named.iter().map(|(item, _)| *item).collect();
        items.dedup();
        let counts = [("count", named.len()), ("items", items.len())];
        let columns = [
            (Key::ReportsItem, 27),
            (Key::WorkEvidence, 25),
            (Key::WorkEvidencePlace, 24),
            (Key::ReportEvidenceHash, 24),
        ];
        let rows = named.iter().map(|(item, evidence)| row(&pen, item, evidence)).collect();
        vec![
            lead(pen.counts(Key::ReportEvidenceCount, counts)),
            pen.table(pen.say(Key::ReportsSectionEvidence), columns, rows),
            remark(pen.say(Key::ReportEvidenceMeans)),
        ]
    };
    context.begin(SectionKind::Evidence, blocks)
}

/// Evidence of the pack's items in its order, then of the organisation's own controls. Entries that
/// nobody has filled in are left out.
fn named_of<'a>(pen: &Pen<'a>) -> Vec<(&'a ItemId, &'a Evidence)> {
    let material = &pen.context.material;
    let of_pack = material.pack.items().iter().map(|item| &item.id);
    let own = pen.work.own_in_order().map(|(id, _)| id);
    let all = of_pack.chain(own).filter_map(|id| Some((id, material.assessment.answer(id)?)));
    let all = all.flat_map(|(id, answer)| answer.evidence.iter().map(move |it| (id, it)));
    all.filter(|(_, it)| {
        !it.name.trim().is_empty() || !it.place.trim().is_empty() || it.sha256.is_some()
    })
    .collect()
}

fn row(pen: &Pen<'_>, item: &ItemId, evidence: &Evidence) -> Vec<Cell> {
    vec![
        name(pen.names.item(item)),
        or_dash(&evidence.name),
        or_dash(&evidence.place),
        evidence.sha256.as_ref().map_or_else(|| cell([DASH]), fingerprint),
    ]
}

/// On several lines, for it holds nowhere by itself.
fn fingerprint(sha256: &Sha256) -> Cell {
    let digits: Vec<char> = sha256.as_str().chars().collect();
    let lines: Vec<String> = digits.chunks(DIGITS).map(|line| line.iter().collect()).collect();
    Cell::of([vec![span(lines.join("\n"))]])
}

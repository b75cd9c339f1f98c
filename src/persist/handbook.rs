//! Reading what a pack knows beside its items.

use super::node::{FormError, Node, read};
use crate::domain::{
    handbook::{AuditDays, Demand, DocumentRule, Form, Handbook, Leaning, Question, Reason, Step},
    id::{DocumentId, ItemId, ReasonId},
};

/// Reads both files, `handbook/documents.json` and `handbook/guide.json`;
/// `packs/schema/handbook.schema.json` describes them.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_handbook(documents: &str, guide: &str) -> Result<Handbook, FormError> {
    let documents = read(documents, |node| {
        node.only(&["$schema", "documents"]);
        Some(node.get("documents").some(document))
    })?;
    read(guide, |node| {
        node.only(&["$schema", "helper", "reasons", "steps", "audit_days"]);
        let helper = node.get("helper");
        helper.only(&["questions"]);
        Some(Handbook {
            documents,
            questions: helper.get("questions").list(question),
            reasons: node.get("reasons").some(reason),
            steps: node.get("steps").some(step),
            audit_days: node.get("audit_days").some(audit_days),
        })
    })
}

fn document(node: &Node<'_>) -> Option<DocumentRule> {
    const DEMANDS: [(&str, Demand); 3] = [
        ("mandatory", Demand::Mandatory),
        ("if-applicable", Demand::IfApplicable),
        ("common", Demand::Common),
    ];
    const FORMS: [(&str, Form); 2] = [("document", Form::Document), ("record", Form::Record)];
    node.only(&["id", "item", "status", "type"]);
    Some(DocumentRule {
        id: node.id_in("id", DocumentId::parse)?,
        item: node.id_in("item", ItemId::parse)?,
        demand: node.one_of("status", &DEMANDS)?,
        form: node.one_of("type", &FORMS)?,
    })
}

fn question(node: &Node<'_>) -> Question {
    node.only(&["id", "answers"]);
    Question { id: node.text_in("id"), answers: node.get("answers").list(leaning) }
}

fn leaning(node: &Node<'_>) -> Leaning {
    node.only(&["id", "for"]);
    let points = node.get("for");
    points.only(&["27001", "27002"]);
    Leaning {
        id: node.text_in("id"),
        requirements: points.get("27001").number(),
        controls: points.get("27002").number(),
    }
}

fn reason(node: &Node<'_>) -> Option<Reason> {
    node.only(&["id", "items"]);
    Some(Reason { id: node.id_in("id", ReasonId::parse)?, items: node.get("items").some(item) })
}

fn item(node: &Node<'_>) -> Option<ItemId> {
    node.id(ItemId::parse)
}

fn step(node: &Node<'_>) -> Option<Step> {
    node.only(&["number", "weeks", "documents", "items"]);
    let weeks = node.get("weeks");
    weeks.only(&["small", "medium", "large"]);
    let range = |size| numbers(&weeks.get(size)).map(|[from, to]| (from, to));
    Some(Step {
        number: node.get("number").number(),
        weeks: [range("small")?, range("medium")?, range("large")?],
        documents: node.some_in("documents", |node| node.id(DocumentId::parse)),
        items: node.some_in("items", item),
    })
}

fn audit_days(node: &Node<'_>) -> Option<AuditDays> {
    numbers(node).map(|[from, to, half_days]| AuditDays { from, to, half_days })
}

/// So many numbers, no more and no fewer.
fn numbers<const N: usize>(node: &Node<'_>) -> Option<[u64; N]> {
    let numbers = node.numbers().try_into().ok();
    if numbers.is_none() {
        node.fault("");
    }
    numbers
}

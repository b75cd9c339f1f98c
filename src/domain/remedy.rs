//! What would close a finding: an action for the plan.

use super::{
    assessment::Assessment,
    finding::{Finding, FindingReason, Grade, Place},
    id::{DocumentId, ItemId, PlannedId},
    pack::Pack,
    plan::{Planned, PlannedState, effort},
};

/// The items and documents that have to be mended for a finding: its item; at a clause or theme all
/// items of it with a nonconformity of their own; and a document alone where it alone is lacking, so
/// that nobody is told that its item will be in place with it.
fn lacking(pack: &Pack, all: &[Finding], finding: &Finding) -> (Vec<ItemId>, Vec<DocumentId>) {
    let rated = |item: &ItemId| {
        let here = |other: &&Finding| {
            matches!(&other.at, Place::Item(id) if id == item)
                && !matches!(other.reason, FindingReason::Document { .. })
        };
        all.iter().find(here)
    };
    match (&finding.reason, &finding.at) {
        (FindingReason::Document { document, .. }, Place::Item(item)) => {
            let item = rated(item).map(|_| item.clone());
            (item.into_iter().collect(), vec![document.clone()])
        }
        (_, Place::Item(item)) => (vec![item.clone()], Vec::new()),
        (_, Place::Group(group)) => {
            let items = pack.group(group).map(|group| pack.items_of(group)).unwrap_or_default();
            let grave = |item: &&ItemId| {
                rated(item).is_some_and(|finding| finding.computed > Grade::Opportunity)
            };
            (items.iter().map(|item| &item.id).filter(grave).cloned().collect(), Vec::new())
        }
    }
}

/// A new action that closes a finding, with all that is lacking at its items; still without a title.
#[must_use]
pub fn remedy(pack: &Pack, assessment: &Assessment, all: &[Finding], finding: &Finding) -> Planned {
    let (items, documents) = lacking(pack, all, finding);
    let mut planned = Planned::of(pack, assessment, all, items);
    if let (Place::Item(item), true) = (&finding.at, planned.items.is_empty()) {
        planned.effort = effort(pack, assessment, item).unwrap_or(planned.effort);
    }
    for document in documents {
        if !planned.documents.contains(&document) {
            planned.documents.push(document);
        }
    }
    planned
}

/// The first action of the plan that isn't done and closes all of a finding.
#[must_use]
pub fn remedied<'a>(
    pack: &Pack,
    assessment: &'a Assessment,
    all: &[Finding],
    finding: &Finding,
) -> Option<(&'a PlannedId, &'a Planned)> {
    let (items, documents) = lacking(pack, all, finding);
    assessment.work().plan_in_order().find(|(_, planned)| {
        planned.state != PlannedState::Done
            && items.iter().all(|item| planned.items.contains(item))
            && documents.iter().all(|document| planned.documents.contains(document))
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            document::DocumentState,
            finding::Place,
            id::{AssessmentId, GroupId, LevelCode},
            time::Timestamp,
            work::action::WorkAction,
        },
        *,
    };
    use crate::{domain::action::apply, persist::pack::read_pack};

    fn finding(grade: Grade, at: Place, reason: FindingReason) -> Finding {
        Finding { grade, computed: grade, regraded: None, at, reason }
    }

    fn item(id: &str) -> Place {
        Place::Item(ItemId::parse(id).unwrap())
    }

    #[test]
    fn an_action_closes_what_the_finding_is_about_and_no_more() {
        let pack = include_str!("../../packs/iso27001-2022/pack.json");
        let pack = read_pack(pack).unwrap();
        let id = AssessmentId::from_random([0; 16]);
        let mut assessment = Assessment::new(id, "x".into(), Timestamp::default());
        let level = || FindingReason::Level(LevelCode::parse("P").unwrap());
        let document = |id: &str| FindingReason::Document {
            document: DocumentId::parse(id).unwrap(),
            state: DocumentState::Missing,
        };
        let clause = Place::Group(GroupId::parse("6").unwrap());
        let all = [
            finding(Grade::Major, clause, FindingReason::MinorsInClause { minors: 3, of: 5 }),
            finding(Grade::Minor, item("6.1.1"), level()),
            finding(Grade::Minor, item("6.1.2"), level()),
            finding(Grade::Major, item("6.1.2"), document("risk-assessment-process")),
            finding(Grade::Opportunity, item("6.2"), level()),
            finding(Grade::Major, item("6.3"), document("other")),
        ];
        let items = |place: usize| {
            let planned = remedy(&pack, &assessment, &all, &all[place]);
            let items: Vec<String> = planned.items.iter().map(ItemId::to_string).collect();
            (items.join(" "), planned.documents.len())
        };
        assert_eq!(items(0), ("6.1.1 6.1.2".to_owned(), 1), "the clause, with what 6.1.2 lacks");
        assert_eq!(items(1), ("6.1.1".to_owned(), 0));
        assert_eq!(items(2), ("6.1.2".to_owned(), 1), "what the item lacks besides");
        assert_eq!(items(3), ("6.1.2".to_owned(), 1), "its item has a gap too");
        assert_eq!(items(5), (String::new(), 1), "the document alone");

        let closed = |assessment: &Assessment, place: usize| {
            remedied(&pack, assessment, &all, &all[place]).map(|(_, planned)| planned.number)
        };
        assert_eq!(closed(&assessment, 0), None);
        let mut planned = remedy(&pack, &assessment, &all, &all[0]);
        let put = |assessment: &mut Assessment, planned: &Planned| {
            let id = PlannedId::from_random([0; 16]);
            let action = WorkAction::Plan(id, Some(Box::new(planned.clone())));
            apply(&pack, assessment, action.into()).unwrap();
        };
        put(&mut assessment, &planned);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|place| closed(&assessment, place)),
            [Some(1), Some(1), Some(1), Some(1), None]
        );
        planned.state = PlannedState::Done;
        put(&mut assessment, &planned);
        assert_eq!(closed(&assessment, 0), None, "and yet it is still there");
    }
}

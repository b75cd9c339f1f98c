//! The list of documents and records: how many are in place, whose review is due, and looking for some
//! of them.

use super::{
    document::{DocumentEntry, DocumentResult, DocumentState},
    handbook::{Demand, Form},
    time::Timestamp,
};

/// How many of the needed ones of a demand are in place, and of how many.
#[must_use]
pub fn in_place(all: &[DocumentResult], demand: Demand) -> (usize, usize) {
    let needed = || all.iter().filter(|result| result.needed && result.demand == demand);
    let have = needed().filter(|result| result.state == Some(DocumentState::InPlace));
    (have.count(), needed().count())
}

/// Whether the day of its review has come.
#[must_use]
pub fn is_review_due(entry: &DocumentEntry, now: &Timestamp) -> bool {
    let today = now.as_str().get(..10).unwrap_or_default();
    entry.review.as_ref().is_some_and(|day| day.as_str() <= today)
}

/// What documents can be looked for by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Needed, and so far; `None` when nobody has looked.
    State(Option<DocumentState>),
    /// The day of their review has come.
    ReviewDue,
    /// Their control is excluded.
    NotNeeded,
}

impl Condition {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::State(None),
        Self::State(Some(DocumentState::Missing)),
        Self::State(Some(DocumentState::Draft)),
        Self::State(Some(DocumentState::InPlace)),
        Self::ReviewDue,
        Self::NotNeeded,
    ];
}

/// What is looked for: a document has to fit every part that is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// How far they are.
    pub condition: Option<Condition>,
    /// Documents or records.
    pub form: Option<Form>,
}

impl Filter {
    /// Whether one fits, whose review is due or not.
    #[must_use]
    pub fn fits(&self, result: &DocumentResult, review_due: bool) -> bool {
        let holds = |condition| match condition {
            Condition::State(state) => result.needed && result.state == state,
            Condition::ReviewDue => review_due,
            Condition::NotNeeded => !result.needed,
        };
        self.condition.is_none_or(holds) && self.form.is_none_or(|form| form == result.form)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            id::{DocumentId, ItemId},
            time::Day,
        },
        *,
    };

    fn result(demand: Demand, needed: bool, state: Option<DocumentState>) -> DocumentResult {
        DocumentResult {
            id: DocumentId::parse("x").unwrap(),
            item: ItemId::parse("4.1").unwrap(),
            demand,
            form: Form::Record,
            needed,
            state,
        }
    }

    #[test]
    fn only_what_is_needed_is_counted() {
        let in_place_now = Some(DocumentState::InPlace);
        let all = [
            result(Demand::Mandatory, true, in_place_now),
            result(Demand::Mandatory, true, Some(DocumentState::Draft)),
            result(Demand::Mandatory, true, None),
            result(Demand::IfApplicable, false, in_place_now),
            result(Demand::IfApplicable, true, in_place_now),
        ];
        assert_eq!(in_place(&all, Demand::Mandatory), (1, 3));
        assert_eq!(in_place(&all, Demand::IfApplicable), (1, 1));
        assert_eq!(in_place(&all, Demand::Common), (0, 0));
    }

    #[test]
    fn a_review_is_due_on_its_day() {
        let now = Timestamp::parse("2026-11-23T08:00:00.000Z").unwrap();
        for (day, due) in [("2026-11-22", true), ("2026-11-23", true), ("2026-11-24", false)] {
            let entry = DocumentEntry { review: Day::parse(day), ..DocumentEntry::default() };
            assert_eq!(is_review_due(&entry, &now), due, "{day}");
        }
        assert!(!is_review_due(&DocumentEntry::default(), &now));
    }

    #[test]
    fn a_document_fits_when_every_part_does() {
        let unseen = result(Demand::Mandatory, true, None);
        let not_needed = result(Demand::IfApplicable, false, None);
        let fits = |condition, result| {
            Filter { condition: Some(condition), form: None }.fits(result, false)
        };
        assert!(Filter::default().fits(&unseen, false));
        assert!(fits(Condition::State(None), &unseen));
        assert!(!fits(Condition::State(Some(DocumentState::Missing)), &unseen));
        assert!(!fits(Condition::State(None), &not_needed));
        assert!(fits(Condition::NotNeeded, &not_needed) && !fits(Condition::NotNeeded, &unseen));
        assert!(!fits(Condition::ReviewDue, &unseen));
        let due = Filter { condition: Some(Condition::ReviewDue), form: None };
        assert!(due.fits(&unseen, true));
        let documents = Filter { condition: None, form: Some(Form::Document) };
        assert!(!documents.fits(&unseen, false));
    }
}

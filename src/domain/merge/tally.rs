//! How two assessments differ, in numbers.

use super::{Difference, Field, Subject, Way};

/// What differences are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Name, organisation, which items are asked.
    About,
    /// Ratings of items.
    Ratings,
    /// Notes on items.
    Notes,
    /// Answers to check-points.
    Checks,
    /// What proves ratings.
    Evidence,
    /// Owners, dates, targets, efforts and marks for review.
    Tasks,
    /// The Statement of Applicability: exclusions and inclusions, controls of the organisation's own.
    Statement,
    /// Risks and assets, and by what they are judged.
    Risks,
    /// Documents and records.
    Documents,
    /// The assessor's grades of findings.
    Findings,
    /// Actions, and how long steps take.
    Plan,
    /// Snapshots.
    Snapshots,
}

impl Kind {
    /// All kinds in the order they are told in.
    pub const ALL: [Self; 12] = [
        Self::About,
        Self::Ratings,
        Self::Notes,
        Self::Checks,
        Self::Evidence,
        Self::Tasks,
        Self::Statement,
        Self::Risks,
        Self::Documents,
        Self::Findings,
        Self::Plan,
        Self::Snapshots,
    ];

    /// What a difference counts as.
    #[must_use]
    pub const fn of(difference: &Difference) -> Self {
        match (&difference.place.subject, &difference.place.field) {
            (Subject::Whole, Field::Snapshots) => Self::Snapshots,
            (Subject::Whole, _) => Self::About,
            (Subject::Item(_), Field::Rating) => Self::Ratings,
            (Subject::Item(_), Field::Note) => Self::Notes,
            (Subject::Item(_), Field::Check(_)) => Self::Checks,
            (Subject::Item(_), Field::Evidence) => Self::Evidence,
            (
                Subject::Item(_),
                Field::Owner | Field::Due | Field::Level | Field::Effort | Field::Review,
            ) => Self::Tasks,
            (Subject::Item(_) | Subject::Statement, _) => Self::Statement,
            (Subject::Criteria | Subject::Asset(_) | Subject::Risk(_), _) => Self::Risks,
            (Subject::Document(_), _) => Self::Documents,
            (Subject::Finding(_), _) => Self::Findings,
            (Subject::Planned(_) | Subject::Step(_), _) => Self::Plan,
        }
    }
}

/// Differences of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// What they are about.
    pub kind: Kind,
    /// Values that only what is here has.
    pub kept: usize,
    /// Values that only the file has.
    pub taken: usize,
    /// Values that aren't the same.
    pub conflicts: usize,
}

/// Counts differences by kind; a kind without any isn't there.
#[must_use]
pub fn tally(differences: &[Difference]) -> Vec<Count> {
    let counts = Kind::ALL.into_iter().map(|kind| {
        let of = |way| {
            let same = differences.iter().filter(|one| one.way == way && Kind::of(one) == kind);
            same.count()
        };
        let (kept, taken, conflicts) = (of(Way::Kept), of(Way::Taken), of(Way::Conflict));
        Count { kind, kept, taken, conflicts }
    });
    counts.filter(|count| count.kept + count.taken + count.conflicts > 0).collect()
}

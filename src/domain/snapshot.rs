//! Ratings as they were at a moment, for comparison over time.

use litemap::LiteMap;
use serde::{Serialize, Serializer};

use super::{
    assessment::{Answer, Applicability, Assessment, Rating, as_object},
    id::{AssessmentId, ItemId},
    selection::Selection,
    time::Timestamp,
};

/// Most snapshots of one assessment: putting those that come in a bad order in their places takes the
/// square of their number.
pub const MOST_SNAPSHOTS: usize = 1000;

/// A dated, frozen copy of the ratings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snapshot {
    /// What people call it; never blank.
    pub name: String,
    /// When it was taken.
    pub taken: Timestamp,
    /// Which items were asked then.
    #[serde(skip_serializing_if = "Selection::is_all")]
    pub selection: Selection,
    /// By item; one that isn't there was unanswered.
    #[serde(serialize_with = "as_object")]
    pub ratings: LiteMap<ItemId, Frozen>,
}

/// What a snapshot keeps of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frozen {
    /// It was rated.
    Rated(Rating),
    /// The control was excluded with a justification.
    Excluded,
}

impl Frozen {
    /// How an exclusion is written in files; no rating can look like it.
    pub const EXCLUDED: &str = "-";

    /// What is kept of an answer; nothing of one that counts as unanswered (scoring.md, Rating and
    /// scope).
    #[must_use]
    pub fn of(answer: &Answer) -> Option<Self> {
        if answer.applicability.is_out_of_scope() {
            Some(Self::Excluded)
        } else if answer.applicability.lacks_justification() {
            None
        } else {
            answer.rating.clone().map(Self::Rated)
        }
    }

    /// Reads it as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::EXCLUDED {
            Some(Self::Excluded)
        } else {
            Rating::parse(text).map(Self::Rated)
        }
    }

    /// As written in files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Rated(rating) => rating.as_str(),
            Self::Excluded => Self::EXCLUDED,
        }
    }

    /// An answer that counts as the one did that it was taken of.
    fn as_answer(&self) -> Answer {
        match self {
            Self::Rated(rating) => Answer { rating: Some(rating.clone()), ..Answer::default() },
            Self::Excluded => {
                // Any text does: nobody gets to see it.
                let justification = Self::EXCLUDED.to_owned();
                let applicability = Applicability::Excluded { justification };
                Answer { applicability, ..Answer::default() }
            }
        }
    }
}

impl Serialize for Frozen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Snapshot {
    /// The ratings of an assessment as they are now.
    #[must_use]
    pub fn of(assessment: &Assessment, name: String, taken: Timestamp) -> Self {
        let answers = assessment.answers.iter();
        let ratings = answers
            .filter_map(|(item, answer)| Some((item.clone(), Frozen::of(answer)?)))
            .collect();
        Self { name, taken, selection: assessment.selection.clone(), ratings }
    }

    /// An assessment with these ratings, from which all numbers of that time can be computed. It is
    /// for computing only: the justifications of its exclusions are stand-ins.
    #[must_use]
    pub fn as_assessment(&self, id: AssessmentId) -> Assessment {
        let mut assessment = Assessment::new(id, self.name.clone(), self.taken.clone());
        let ratings = self.ratings.iter();
        assessment.answers =
            ratings.map(|(item, frozen)| (item.clone(), frozen.as_answer())).collect();
        assessment.selection = self.selection.clone();
        assessment
    }

    /// Puts it among others in the order of their moments, after those of the same moment.
    pub fn file_into(self, snapshots: &mut Vec<Self>) {
        let place = snapshots.partition_point(|other| other.taken <= self.taken);
        snapshots.insert(place, self);
    }
}

/// The next cycle, begun from this one: all that was said of the items is kept but the days by which
/// something was due, and every rated item is marked for review. The ratings so far are a snapshot,
/// taken at `created` and called as the assessment is.
#[must_use]
pub fn next_cycle(
    assessment: &Assessment,
    id: AssessmentId,
    name: String,
    created: Timestamp,
) -> Assessment {
    let mut next = Assessment { id, name, created: created.clone(), ..assessment.clone() };
    for (_, answer) in &mut next.answers {
        answer.due = None;
        answer.review |= matches!(Frozen::of(answer), Some(Frozen::Rated(_)));
    }
    next.answers.retain(|_, answer| !answer.is_empty());
    Snapshot::of(assessment, assessment.name.clone(), created).file_into(&mut next.snapshots);
    next
}

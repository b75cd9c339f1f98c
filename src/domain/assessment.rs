//! One run of a questionnaire: the thing that is saved.

use std::fmt;

use litemap::LiteMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    evidence::Evidence,
    facts::Facts,
    id::{AssessmentId, CheckId, ItemId, LevelCode},
    pack::Effort,
    selection::Selection,
    snapshot::Snapshot,
    soa::Inclusion,
    time::{Day, Timestamp},
    work::{BLANK, Work, carried::Held},
};

/// Most letters of a name: as many as its field takes.
pub const LONGEST_NAME: usize = 120;

/// What somebody answered for an item. The absence of a rating is "unanswered", which is neither
/// *Not in place* nor *Don't know*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Rating {
    /// A level of the pack's scale.
    Level(LevelCode),
    /// Looked at, but nobody could tell.
    DontKnow,
}

impl Rating {
    /// How *Don't know* is written in files; no level code can look like it.
    pub const DONT_KNOW: &str = "?";

    /// Reads a rating as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::DONT_KNOW {
            Some(Self::DontKnow)
        } else {
            LevelCode::parse(text).ok().map(Self::Level)
        }
    }

    /// As written in files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Level(code) => code.as_str(),
            Self::DontKnow => Self::DONT_KNOW,
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Rating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("no rating"))
    }
}

/// Whether a control applies to the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicability {
    /// It does: the default.
    #[default]
    Applicable,
    /// It doesn't, for this reason. With a reason of only white space the control stays in scope
    /// as unanswered (scoring.md, Rating and scope).
    Excluded {
        /// Why, in the organisation's words.
        #[serde(skip_serializing_if = "String::is_empty")]
        justification: String,
    },
}

impl Applicability {
    /// Excluded with a justification: out of scope.
    #[must_use]
    pub fn is_out_of_scope(&self) -> bool {
        matches!(self, Self::Excluded { justification } if !justification.trim().is_empty())
    }

    /// Excluded, but nobody wrote why.
    #[must_use]
    pub fn lacks_justification(&self) -> bool {
        matches!(self, Self::Excluded { justification } if justification.trim().is_empty())
    }
}

/// The answer to a check-point (scoring.md, Check-points).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckAnswer {
    /// Counts 1.
    Yes,
    /// Counts 1/2.
    Partly,
    /// Counts 0.
    No,
    /// Doesn't count.
    DontKnow,
}

impl CheckAnswer {
    /// All answers in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::DontKnow];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::DontKnow => "dont_know",
        }
    }

    /// Reads an answer as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == text)
    }
}

/// All that was answered for one item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The rating; `None` is unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Controls only.
    #[serde(skip_serializing_if = "is_applicable")]
    pub applicability: Applicability,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Answers to check-points; an open one isn't there.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub checks: LiteMap<CheckId, CheckAnswer>,
    /// What proves the rating.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Who sees to it, in free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The day by which the target is to be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The level that is aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<LevelCode>,
    /// Marked to be looked at again.
    #[serde(skip_serializing_if = "is_unmarked")]
    pub review: bool,
    /// Controls only: that it is needed, and why; `None` while that isn't decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inclusion: Option<Inclusion>,
    /// How it is put into practice, in free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub implementation: String,
    /// What closing it takes, if that isn't what the pack says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
}

/// An empty one too: by itself a `LiteMap` without keys doesn't know that they would be texts.
pub(super) fn as_object<K: Serialize, V: Serialize, S: Serializer>(
    map: &LiteMap<K, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter())
}

fn is_applicable(applicability: &Applicability) -> bool {
    *applicability == Applicability::Applicable
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
const fn is_unmarked(review: &bool) -> bool {
    !*review
}

impl Answer {
    /// Nothing was answered yet; such an answer isn't kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One run of a questionnaire over a scope. Changed only by [`super::action::apply`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// Unique on all machines.
    pub id: AssessmentId,
    /// What people call it; never blank.
    pub name: String,
    /// When it was begun.
    pub created: Timestamp,
    /// By item; an item that isn't there is unanswered.
    #[serde(serialize_with = "as_object")]
    pub answers: LiteMap<ItemId, Answer>,
    /// What is known of the organisation.
    #[serde(skip_serializing_if = "Facts::is_blank")]
    pub facts: Facts,
    /// Which items are asked.
    #[serde(skip_serializing_if = "Selection::is_all")]
    pub selection: Selection,
    /// Earlier states, in the order of their moments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<Snapshot>,
    /// What is done with it beside answering, which is written beside its other fields.
    #[serde(skip)]
    pub work: Held,
}

impl Assessment {
    /// An assessment of all items, without answers.
    #[must_use]
    pub fn new(id: AssessmentId, name: String, created: Timestamp) -> Self {
        Self {
            id,
            name,
            created,
            answers: LiteMap::new_vec(),
            facts: Facts::BLANK,
            selection: Selection::All,
            snapshots: Vec::new(),
            work: Held::default(),
        }
    }

    /// What was answered for an item, if anything.
    #[must_use]
    pub fn answer(&self, item: &ItemId) -> Option<&Answer> {
        self.answers.get(item).or_else(|| self.answer_of_own(item))
    }

    /// What was answered for a control of the organisation's own.
    pub(super) fn answer_of_own(&self, item: &ItemId) -> Option<&Answer> {
        self.work.get()?.own_controls.get(item).map(|own| &own.answer)
    }

    /// What is done with it beside answering.
    #[must_use]
    pub fn work(&self) -> &Work {
        self.work.get().unwrap_or(&BLANK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_round_trip_and_dont_know_is_no_level() {
        for text in ["N", "P", "L", "F", "?", "level-3"] {
            assert_eq!(Rating::parse(text).unwrap().as_str(), text);
        }
        assert_eq!(Rating::parse("?"), Some(Rating::DontKnow));
        assert!(LevelCode::parse(Rating::DONT_KNOW).is_err());
        for bad in ["", " ", "N ", "??"] {
            assert_eq!(Rating::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn only_a_reason_takes_a_control_out_of_scope() {
        let excluded = |text: &str| Applicability::Excluded { justification: text.into() };
        assert!(excluded("No development in house").is_out_of_scope());
        for blank in ["", " ", "\t\n", "\u{a0}"] {
            assert!(!excluded(blank).is_out_of_scope(), "{blank:?}");
            assert!(excluded(blank).lacks_justification(), "{blank:?}");
        }
        assert!(!Applicability::Applicable.is_out_of_scope());
        assert!(!Applicability::Applicable.lacks_justification());
    }

    #[test]
    fn check_answers_round_trip() {
        for answer in CheckAnswer::ALL {
            assert_eq!(CheckAnswer::parse(answer.as_str()), Some(answer));
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.as_str());
        }
    }
}

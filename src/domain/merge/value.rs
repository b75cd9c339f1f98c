//! Values that are merged as one, and lists that are merged by their entries.

use std::cmp::Ordering;

use super::super::{
    assessment::{Applicability, CheckAnswer, Rating},
    document::DocumentState,
    evidence::Evidence,
    finding::Regrade,
    id::{AssetId, DocumentId, ItemId, LevelCode, ReasonId, RiskId, ScenarioId, SectorId},
    pack::Effort,
    plan::PlannedState,
    risk::{
        criteria::Criteria,
        register::{Acceptance, Link, Pair, Property, Treatment},
    },
    selection::Selection,
    soa::Inclusion,
    time::Day,
};

/// A value, for people to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// There is none.
    Nothing,
    /// In words of the assessment's own.
    Text(String),
    /// Names, one after another.
    Several(Vec<String>),
    /// A rating.
    Rating(Rating),
    /// Whether a control applies.
    Applicability(Applicability),
    /// The answer to a check-point.
    Check(CheckAnswer),
    /// A level that is aimed at.
    Level(LevelCode),
    /// A day.
    Day(Day),
    /// A mark that is set.
    Marked,
    /// How much work it is.
    Effort(Effort),
    /// Why a control is needed.
    Inclusion(Inclusion),
    /// Which items are asked.
    Selection(Selection),
    /// What is lost with a risk.
    Properties(Vec<Property>),
    /// What is done about a risk.
    Treatment(Treatment),
    /// A level of likelihood or impact, counted from 0.
    Step(usize),
    /// Where a risk shall come to.
    Pair(Pair),
    /// How far a document is.
    Document(DocumentState),
    /// How far an action of the plan is.
    Planned(PlannedState),
    /// The assessor's grade.
    Regrade(Regrade),
    /// A number of people or weeks.
    Number(u64),
    /// Too much to be told in a line.
    Much,
}

/// A value that counts as one.
pub(super) trait Value: Clone + PartialEq {
    /// Whether it says nothing.
    fn is_blank(&self) -> bool;
    /// One of two values that both say nothing, whichever is asked.
    fn either(&self, _other: &Self) -> Self {
        self.clone()
    }
    /// For people.
    fn shown(&self) -> Shown;
}

impl Value for String {
    fn is_blank(&self) -> bool {
        self.trim().is_empty()
    }

    /// White space can differ.
    fn either(&self, other: &Self) -> Self {
        self.max(other).clone()
    }

    fn shown(&self) -> Shown {
        if Value::is_blank(self) { Shown::Nothing } else { Shown::Text(self.clone()) }
    }
}

impl Value for bool {
    fn is_blank(&self) -> bool {
        !*self
    }

    fn shown(&self) -> Shown {
        if *self { Shown::Marked } else { Shown::Nothing }
    }
}

impl<T: Value> Value for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }

    fn shown(&self) -> Shown {
        self.as_ref().map_or(Shown::Nothing, Value::shown)
    }
}

impl Value for Acceptance {
    fn is_blank(&self) -> bool {
        Self::is_blank(self)
    }

    fn shown(&self) -> Shown {
        let day = self.on.as_ref().map_or("", Day::as_str);
        let parts = [&*self.by, day, &*self.why].into_iter();
        Shown::Several(parts.filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }
}

impl Value for PlannedState {
    fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    fn shown(&self) -> Shown {
        Shown::Planned(*self)
    }
}

/// Values that always say something: the way there is to say nothing is not to have one.
macro_rules! never_blank {
    ($($type:ty: $value:ident => $shown:expr;)*) => {$(
        impl Value for $type {
            fn is_blank(&self) -> bool {
                false
            }

            fn shown(&self) -> Shown {
                let $value = self;
                $shown
            }
        }
    )*};
}

never_blank! {
    Rating: it => Shown::Rating(it.clone());
    CheckAnswer: it => Shown::Check(*it);
    LevelCode: it => Shown::Level(it.clone());
    Day: it => Shown::Day(it.clone());
    Effort: it => Shown::Effort(*it);
    Selection: it => Shown::Selection(it.clone());
    Treatment: it => Shown::Treatment(*it);
    Pair: it => Shown::Pair(*it);
    DocumentState: it => Shown::Document(*it);
    Regrade: it => Shown::Regrade(it.clone());
    Applicability: it => Shown::Applicability(it.clone());
    Inclusion: it => Shown::Inclusion(it.clone());
    SectorId: it => Shown::Text(it.to_string());
    ScenarioId: it => Shown::Text(it.to_string());
    Criteria: _it => Shown::Much;
    usize: it => Shown::Step(*it);
    u64: it => Shown::Number(*it);
}

/// An entry of a list whose order doesn't matter.
pub(super) trait Entry: Clone + PartialEq {
    /// Whether it says all that another one says of the same thing.
    fn covers(&self, other: &Self) -> bool {
        self == other
    }

    /// Which of two stands first.
    fn order(&self, other: &Self) -> Ordering;

    /// For people.
    fn called(&self) -> String;
}

/// The entries of two lists together, in order, without those of which another one says more.
pub(super) fn together<T: Entry>(one: &[T], other: &[T]) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for entry in one.iter().chain(other) {
        if !all.iter().any(|known| known.covers(entry)) {
            all.retain(|known| !entry.covers(known));
            all.push(entry.clone());
        }
    }
    all.sort_by(Entry::order);
    all
}

impl Entry for Evidence {
    fn covers(&self, other: &Self) -> bool {
        let place = other.place.is_empty() || self.place == other.place;
        let fingerprint = other.sha256.is_none() || self.sha256 == other.sha256;
        self.name == other.name && place && fingerprint
    }

    fn order(&self, other: &Self) -> Ordering {
        let key = |it: &'_ Self| {
            let fingerprint = it.sha256.as_ref().map(|fingerprint| fingerprint.as_str().to_owned());
            (it.name.clone(), it.place.clone(), fingerprint)
        };
        key(self).cmp(&key(other))
    }

    fn called(&self) -> String {
        if self.place.is_empty() || self.name.is_empty() {
            format!("{}{}", self.name, self.place)
        } else {
            format!("{} ({})", self.name, self.place)
        }
    }
}

impl Entry for Link {
    /// What a person linked counts more than what was suggested.
    fn covers(&self, other: &Self) -> bool {
        self.control == other.control && (!self.suggested || other.suggested)
    }

    fn order(&self, other: &Self) -> Ordering {
        numbered(self.control.as_str(), other.control.as_str())
    }

    fn called(&self) -> String {
        self.control.to_string()
    }
}

impl Entry for Property {
    fn order(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }

    fn called(&self) -> String {
        self.as_str().to_owned()
    }
}

macro_rules! identifiers {
    ($($type:ty)*) => {$(
        impl Entry for $type {
            fn order(&self, other: &Self) -> Ordering {
                numbered(self.as_str(), other.as_str())
            }

            fn called(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

identifiers! { ItemId RiskId AssetId DocumentId ReasonId }

/// As people count: `A.5.9` comes before `A.5.10`.
fn numbered(one: &str, other: &str) -> Ordering {
    let key = |text: &str| -> Vec<(usize, String)> {
        text.split('.').map(|part| (part.len(), part.to_owned())).collect()
    };
    key(one).cmp(&key(other))
}

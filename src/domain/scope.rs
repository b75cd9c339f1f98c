//! What counts, and as what (scoring.md, Rating and scope).

use serde::Serialize;

use super::{
    assessment::{Answer, Applicability, Assessment, Rating},
    id::{ItemId, LevelCode},
    pack::{Item, Kind, Pack},
};

/// What an item counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Standing {
    /// In scope and rated.
    Rated {
        /// The level.
        level: LevelCode,
        /// Its credit in units of the scale.
        #[serde(skip)]
        credit: u64,
    },
    /// In scope; nobody could tell.
    DontKnow,
    /// In scope; no rating yet.
    Unanswered,
    /// A control excluded with a justification: it counts nowhere.
    Excluded,
    /// Outside the assessment's selection: it counts nowhere, whatever was answered.
    NotAsked,
}

/// Something in the answers that the result corrects, and that a person should know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// A control marked excluded without a justification counts as unanswered.
    ExclusionWithoutJustification {
        /// The control.
        item: ItemId,
    },
    /// A requirement marked excluded counts all the same.
    RequirementExcluded {
        /// The requirement.
        item: ItemId,
    },
    /// A rating that the pack's scale doesn't have counts as unanswered.
    UnknownLevel {
        /// The item.
        item: ItemId,
        /// The level.
        level: LevelCode,
    },
    /// An answer to an item that the pack doesn't have counts nowhere.
    UnknownItem {
        /// The item.
        item: ItemId,
    },
}

impl Notice {
    /// The item it is about.
    #[must_use]
    pub const fn item(&self) -> &ItemId {
        match self {
            Self::ExclusionWithoutJustification { item }
            | Self::RequirementExcluded { item }
            | Self::UnknownLevel { item, .. }
            | Self::UnknownItem { item } => item,
        }
    }
}

/// What one item counts as when it is asked, and all that had to be corrected for that: a requirement may be marked
/// excluded and have an unknown level at once. The rating of an excluded control isn't looked at, so
/// nothing in it is corrected.
#[must_use]
pub fn standing(pack: &Pack, item: &Item, answer: Option<&Answer>) -> (Standing, Vec<Notice>) {
    let Some(answer) = answer else {
        return (Standing::Unanswered, Vec::new());
    };
    let id = || item.id.clone();
    let mut notices = Vec::new();
    match item.kind {
        Kind::Requirement if answer.applicability != Applicability::Applicable => {
            notices.push(Notice::RequirementExcluded { item: id() });
        }
        Kind::Control if answer.applicability.is_out_of_scope() => {
            return (Standing::Excluded, notices);
        }
        Kind::Control if answer.applicability.lacks_justification() => {
            notices.push(Notice::ExclusionWithoutJustification { item: id() });
            return (Standing::Unanswered, notices);
        }
        _ => {}
    }
    let (standing, unknown) = rating_standing(pack, item, answer);
    notices.extend(unknown);
    (standing, notices)
}

fn rating_standing(pack: &Pack, item: &Item, answer: &Answer) -> (Standing, Option<Notice>) {
    match &answer.rating {
        None => (Standing::Unanswered, None),
        Some(Rating::DontKnow) => (Standing::DontKnow, None),
        Some(Rating::Level(code)) => match pack.scale().level(code) {
            Some(level) => (Standing::Rated { level: code.clone(), credit: level.credit }, None),
            None => (
                Standing::Unanswered,
                Some(Notice::UnknownLevel { item: item.id.clone(), level: code.clone() }),
            ),
        },
    }
}

/// What every item of the pack counts as, in pack order, and all notices; none about items that
/// aren't asked. Both sides are sorted by identifier, so one walk over both finds the answers in
/// linear time.
#[must_use]
pub fn standings(pack: &Pack, assessment: &Assessment) -> (Vec<Standing>, Vec<Notice>) {
    let asks = |item: &Item| assessment.selection.asks(item);
    let open = |item| if asks(item) { Standing::Unanswered } else { Standing::NotAsked };
    let mut standings: Vec<Standing> = pack.items().iter().map(open).collect();
    let mut notices = Vec::new();
    let mut places = pack.places().iter().peekable();
    for (id, answer) in &assessment.answers {
        while places.next_if(|(known, _)| *known < id).is_some() {}
        let Some((_, place)) = places.next_if(|(known, _)| *known == id) else {
            notices.push(Notice::UnknownItem { item: id.clone() });
            continue;
        };
        if let (Some(item), Some(slot)) = (pack.items().get(*place), standings.get_mut(*place))
            && *slot != Standing::NotAsked
        {
            let (standing, of_item) = standing(pack, item, Some(answer));
            *slot = standing;
            notices.extend(of_item);
        }
    }
    (standings, notices)
}

//! What a workshop asks of whom.

use crate::domain::{
    assessment::LONGEST_NAME,
    id::{CaseId, ItemId},
    pack::{Pack, PackRef},
    selection::Selection,
};

/// Most groups of a session: a whole conference.
pub const MOST_GROUPS: u16 = 500;
/// How many colours there are to call groups by, all of them told apart by their names.
pub const COLOURS: u16 = 12;
/// Most rounds.
pub const MOST_ROUNDS: u8 = 9;
/// Most minutes of a timer: a working day.
pub const MOST_MINUTES: u16 = 480;
/// Most letters of the name of a group.
pub const LONGEST_GROUP: usize = 40;

/// One session, told apart from all others by what it was drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(
    /// Random bytes, supplied from outside.
    pub [u8; 5],
);

/// Who is assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// The participants' own organisation.
    #[default]
    Own,
    /// A case company of the pack.
    Case(CaseId),
}

/// The groups and what they are called. A group is known by its place, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Groups {
    /// By number, from 1: so many of them.
    Numbered(u16),
    /// By colour: so many of them, at most [`COLOURS`].
    Coloured(u16),
    /// By names of their own.
    Named(Vec<String>),
}

impl Groups {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u16 {
        match self {
            Self::Numbered(count) | Self::Coloured(count) => *count,
            Self::Named(names) => u16::try_from(names.len()).unwrap_or(u16::MAX),
        }
    }
}

/// What a trainer chooses for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the workshop is called; may be empty.
    pub name: String,
    /// Which items are asked.
    pub items: Selection,
    /// Who is assessed.
    pub about: About,
    /// The groups.
    pub groups: Groups,
    /// How often each item is voted on: 1 to [`MOST_ROUNDS`].
    pub rounds: u8,
    /// What the timer of an item starts with; `None` without a timer.
    pub minutes: Option<u16>,
}

/// Why a plan makes no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// The name has more than [`LONGEST_NAME`] letters.
    LongName,
    /// Nothing is asked that the pack has.
    NoItems,
    /// No group, more than [`MOST_GROUPS`], or more than there are colours.
    GroupCount,
    /// The name of this group, by its place, is blank or has more than [`LONGEST_GROUP`] letters.
    GroupName(usize),
    /// This group, by its place, is called as one before it.
    SameName(usize),
    /// No round, or more than [`MOST_ROUNDS`].
    Rounds,
    /// A timer of no time, or of more than [`MOST_MINUTES`].
    Minutes,
}

/// A session: a plan that was checked against a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    id: SessionId,
    pack: PackRef,
    levels: u8,
    items: Vec<ItemId>,
    plan: Plan,
}

impl Session {
    /// Makes a session.
    ///
    /// # Errors
    /// All that is wrong with the plan, in the order of its fields.
    pub fn new(pack: &Pack, id: SessionId, mut plan: Plan) -> Result<Self, Vec<PlanFault>> {
        let asked = pack.items().iter().filter(|item| plan.items.asks(item));
        let items: Vec<ItemId> = asked.map(|item| item.id.clone()).collect();
        if let Selection::Items(_) = plan.items {
            plan.items = Selection::of(items.iter().cloned());
        }
        trim(&mut plan.name);
        if let Groups::Named(names) = &mut plan.groups {
            names.iter_mut().for_each(trim);
        }
        let mut faults = Vec::new();
        let mut check = |sound: bool, fault| {
            if !sound {
                faults.push(fault);
            }
        };
        check(plan.name.chars().count() <= LONGEST_NAME, PlanFault::LongName);
        check(!items.is_empty(), PlanFault::NoItems);
        let most = if matches!(plan.groups, Groups::Coloured(_)) { COLOURS } else { MOST_GROUPS };
        check((1..=most).contains(&plan.groups.count()), PlanFault::GroupCount);
        if let Groups::Named(names) = &plan.groups {
            for (place, name) in names.iter().enumerate() {
                let fits = !name.is_empty() && name.chars().count() <= LONGEST_GROUP;
                check(fits, PlanFault::GroupName(place));
                let again = fits && names.iter().take(place).any(|other| other == name);
                check(!again, PlanFault::SameName(place));
            }
        }
        check((1..=MOST_ROUNDS).contains(&plan.rounds), PlanFault::Rounds);
        let sound = plan.minutes.is_none_or(|minutes| (1..=MOST_MINUTES).contains(&minutes));
        check(sound, PlanFault::Minutes);
        if !faults.is_empty() {
            return Err(faults);
        }
        // No scale has more than ten levels.
        let levels = u8::try_from(pack.scale().levels().len()).unwrap_or(u8::MAX);
        Ok(Self { id, pack: pack.reference(), levels, items, plan })
    }

    /// Its identifier.
    #[must_use]
    pub const fn id(&self) -> SessionId {
        self.id
    }

    /// The questionnaire.
    #[must_use]
    pub const fn pack(&self) -> &PackRef {
        &self.pack
    }

    /// How many levels the scale has.
    #[must_use]
    pub const fn levels(&self) -> u8 {
        self.levels
    }

    /// What is asked, in the order of the pack; never empty.
    #[must_use]
    pub fn items(&self) -> &[ItemId] {
        &self.items
    }

    /// The place of an item among those that are asked.
    #[must_use]
    pub fn place(&self, item: &ItemId) -> Option<usize> {
        self.items.iter().position(|asked| asked == item)
    }

    /// What was chosen for it.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }
}

fn trim(text: &mut String) {
    *text = text.trim().to_owned();
}

/// By which a code of a few letters knows a questionnaire: the first 16 bits of its hash. Zero for a hash
/// that is none.
#[must_use]
pub fn mark(pack: &PackRef) -> u16 {
    let digits = pack.hash.get(..4).unwrap_or_default();
    u16::from_str_radix(digits, 16).unwrap_or_default()
}

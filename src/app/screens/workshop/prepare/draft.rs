//! What was chosen so far for a new workshop, as it stands in the fields.

use std::cell::RefCell;

use crate::domain::{
    id::{GroupId, ItemId},
    pack::Pack,
    selection::Selection,
    workshop::session::{About, Groups, Plan},
};

/// Which items are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Those of the quick check.
    Quick,
    /// Those of some clauses and themes.
    Parts,
    /// Those that were ticked.
    Own,
    /// All of the pack.
    All,
}

/// What groups are called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Numbers.
    Numbers,
    /// Colours.
    Colours,
    /// Names of their own.
    Names,
}

/// The fields of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the workshop is called.
    pub name: String,
    /// Who is assessed.
    pub about: About,
    /// Which items are asked.
    pub asked: Asked,
    /// Clauses and themes that were ticked.
    pub parts: Vec<GroupId>,
    /// Items that were ticked.
    pub own: Vec<ItemId>,
    /// What groups are called by.
    pub naming: Naming,
    /// How many groups there are, as it was typed.
    pub count: String,
    /// Their names, one a line.
    pub names: String,
    /// How many rounds there are.
    pub rounds: u8,
    /// Minutes for an item, as they were typed.
    pub minutes: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            name: String::new(),
            about: About::Own,
            asked: Asked::Own,
            parts: Vec::new(),
            own: Vec::new(),
            naming: Naming::Colours,
            count: "6".to_owned(),
            names: String::new(),
            rounds: 2,
            minutes: String::new(),
        }
    }
}

thread_local! {
    /// The fields as they were when the page was left, for whoever comes back to it.
    static LEFT: RefCell<Option<Draft>> = const { RefCell::new(None) };
}

impl Draft {
    /// The fields as they were when the page was left.
    pub fn resumed() -> Self {
        LEFT.with_borrow(Clone::clone).unwrap_or_default()
    }

    /// Puts the fields by; `None` when a workshop was made of them.
    pub fn leave(draft: Option<Self>) {
        LEFT.set(draft);
    }

    /// The fields from which a workshop like this one is made.
    #[must_use]
    pub fn like(pack: &Pack, plan: &Plan) -> Self {
        let (asked, own) = match &plan.items {
            Selection::Quick => (Asked::Quick, Vec::new()),
            Selection::All => (Asked::All, Vec::new()),
            Selection::Items(items) => (Asked::Own, in_order(pack, items)),
        };
        let draft = Self {
            name: plan.name.clone(),
            about: plan.about.clone(),
            asked,
            own,
            rounds: plan.rounds,
            minutes: plan.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            ..Self::default()
        };
        match &plan.groups {
            Groups::Numbered(count) => {
                Self { naming: Naming::Numbers, count: count.to_string(), ..draft }
            }
            Groups::Coloured(count) => {
                Self { naming: Naming::Colours, count: count.to_string(), ..draft }
            }
            Groups::Named(names) => {
                Self { naming: Naming::Names, names: names.join("\n"), ..draft }
            }
        }
    }

    /// What the fields say. What is no number is one that no session takes.
    #[must_use]
    pub fn plan(&self, pack: &Pack) -> Plan {
        let minutes = self.minutes.trim();
        Plan {
            name: self.name.clone(),
            items: self.selection(pack),
            about: self.about.clone(),
            groups: self.groups(),
            rounds: self.rounds,
            minutes: (!minutes.is_empty()).then(|| minutes.parse().unwrap_or_default()),
        }
    }

    fn groups(&self) -> Groups {
        let count = self.count.trim().parse().unwrap_or_default();
        match self.naming {
            Naming::Numbers => Groups::Numbered(count),
            Naming::Colours => Groups::Coloured(count),
            Naming::Names => {
                let names = self.names.lines().map(str::trim).filter(|name| !name.is_empty());
                Groups::Named(names.map(str::to_owned).collect())
            }
        }
    }

    fn selection(&self, pack: &Pack) -> Selection {
        match self.asked {
            Asked::Quick => Selection::Quick,
            Asked::All => Selection::All,
            Asked::Own => Selection::of(self.own.iter().cloned()),
            Asked::Parts => {
                let groups = pack.groups().iter().filter(|group| self.parts.contains(&group.id));
                let items = groups.flat_map(|group| pack.items_of(group));
                Selection::of(items.map(|item| item.id.clone()))
            }
        }
    }

    /// How many items are asked.
    #[must_use]
    pub fn items(&self, pack: &Pack) -> usize {
        let selection = self.selection(pack);
        pack.items().iter().filter(|item| selection.asks(item)).count()
    }

    /// Ticks an item, or takes the tick away.
    pub fn toggle(&mut self, pack: &Pack, item: &ItemId) {
        let before = self.own.len();
        self.own.retain(|ticked| ticked != item);
        if self.own.len() == before {
            self.own.push(item.clone());
        }
        self.own = in_order(pack, &self.own);
    }

    /// Ticks a clause or theme, or takes the tick away.
    pub fn toggle_part(&mut self, part: &GroupId) {
        let before = self.parts.len();
        self.parts.retain(|ticked| ticked != part);
        if self.parts.len() == before {
            self.parts.push(part.clone());
        }
    }

    /// Ticks exactly these items.
    pub fn choose(&mut self, pack: &Pack, items: &[ItemId]) {
        self.asked = Asked::Own;
        self.own = in_order(pack, items);
    }
}

fn in_order(pack: &Pack, items: &[ItemId]) -> Vec<ItemId> {
    let all = pack.items().iter().map(|item| &item.id);
    all.filter(|item| items.contains(item)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::workshop::session::{PlanFault, Session, SessionId},
        persist::pack::read_pack,
    };

    fn pack() -> Pack {
        read_pack(include_str!("../../../../../packs/iso27001-2022/pack.json")).unwrap()
    }

    #[test]
    fn what_is_prepared_again_is_the_same() {
        let pack = pack();
        let items = ["4.1", "A.5.7", "10.1"].map(|id| ItemId::parse(id).unwrap());
        for draft in [
            Draft { own: in_order(&pack, &items), ..Draft::default() },
            Draft { asked: Asked::Quick, naming: Naming::Numbers, ..Draft::default() },
            Draft {
                name: "Monday".into(),
                asked: Asked::All,
                naming: Naming::Names,
                names: "IT\nSales".into(),
                minutes: "4".into(),
                rounds: 3,
                ..Draft::default()
            },
        ] {
            let session = Session::new(&pack, SessionId([0; 5]), draft.plan(&pack)).unwrap();
            assert_eq!(Draft::like(&pack, session.plan()), draft);
        }
    }

    #[test]
    fn ticks_come_and_go_in_the_order_of_the_pack() {
        let pack = pack();
        let [late, early] = ["A.5.7", "4.1"].map(|id| ItemId::parse(id).unwrap());
        let mut draft = Draft::default();
        draft.toggle(&pack, &late);
        draft.toggle(&pack, &early);
        assert_eq!(draft.own, [early.clone(), late.clone()]);
        draft.toggle(&pack, &early);
        assert_eq!(draft.own, [late]);
        draft.asked = Asked::Parts;
        draft.toggle_part(&GroupId::parse("10").unwrap());
        assert_eq!(draft.items(&pack), 2);
    }

    #[test]
    fn what_makes_no_sense_is_told() {
        let pack = pack();
        let check = |draft: Draft, expected: &[PlanFault]| {
            let made = Session::new(&pack, SessionId([0; 5]), draft.plan(&pack));
            assert_eq!(made.unwrap_err(), expected, "{draft:?}");
        };
        let all = Draft { asked: Asked::All, ..Draft::default() };
        check(Draft::default(), &[PlanFault::NoItems]);
        check(Draft { count: "13".into(), ..all.clone() }, &[PlanFault::GroupCount]);
        check(Draft { count: "many".into(), ..all.clone() }, &[PlanFault::GroupCount]);
        check(Draft { minutes: "soon".into(), ..all.clone() }, &[PlanFault::Minutes]);
        let named = Draft { naming: Naming::Names, ..all };
        check(named.clone(), &[PlanFault::GroupCount]);
        check(Draft { names: "IT\n\n IT ".into(), ..named }, &[PlanFault::SameName(1)]);
    }
}

//! Which items an assessment asks.

use serde::{Serialize, Serializer};

use super::{id::ItemId, pack::Item};

/// Which items an assessment asks. All others count nowhere; answers to them are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Every item of the pack.
    #[default]
    All,
    /// Those of the quick check.
    Quick,
    /// These, sorted and without duplicates, as [`Selection::of`] makes them. Those that the pack
    /// doesn't have are without effect.
    Items(Vec<ItemId>),
}

impl Selection {
    /// How the quick check is written in files.
    pub const QUICK: &str = "quick";

    /// These items, in any order. Takes the square of their number when they are badly sorted.
    #[must_use]
    pub fn of(items: impl IntoIterator<Item = ItemId>) -> Self {
        let mut sorted = Vec::new();
        for item in items {
            if let Err(place) = sorted.binary_search(&item) {
                sorted.insert(place, item);
            }
        }
        Self::Items(sorted)
    }

    /// Whether an item is asked.
    #[must_use]
    pub fn asks(&self, item: &Item) -> bool {
        match self {
            Self::All => true,
            Self::Quick => item.quick,
            Self::Items(items) => items.binary_search(&item.id).is_ok(),
        }
    }

    /// Whether everything is asked, which isn't written.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// Whether a list is as [`Selection::of`] makes it.
    pub(super) fn is_sorted(&self) -> bool {
        match self {
            Self::All | Self::Quick => true,
            Self::Items(items) => items.is_sorted_by(|one, next| one < next),
        }
    }
}

impl Serialize for Selection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_unit(),
            Self::Quick => serializer.serialize_str(Self::QUICK),
            Self::Items(items) => serializer.collect_seq(items),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(ids: &[&str]) -> Vec<ItemId> {
        ids.iter().map(|id| ItemId::parse(id).unwrap()).collect()
    }

    #[test]
    fn a_list_is_sorted_and_has_nothing_twice() {
        let sorted = Selection::Items(items(&["4.1", "6.1", "A.5.1"]));
        assert_eq!(Selection::of(items(&["A.5.1", "4.1", "6.1", "4.1"])), sorted);
        assert!(sorted.is_sorted());
        for unsorted in [["4.1", "4.1"], ["6.1", "4.1"]] {
            assert!(!Selection::Items(items(&unsorted)).is_sorted());
        }
    }
}

//! From answers to results: the one door.

use serde::Serialize;

use super::{
    assessment::Assessment,
    explain::Subject,
    id::{AttributeId, AttributeValue, GroupId, ItemId, SectionId},
    pack::{Kind, Pack, PackRef},
    ratio::Ratio,
    scope::{Notice, Standing, standings},
    score::{Measure, Tally},
};

/// All results of an assessment. Its JSON is documented in `docs/results.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evaluation {
    /// The pack it was computed with.
    pub pack: PackRef,
    /// Both sections together, every item with its weight.
    pub everything: Measure,
    /// The mean of the conformities of the groups that have one (scoring.md, Headlines).
    pub theme_averaged: ThemeAveraged,
    /// By section, in pack order.
    pub sections: Vec<SectionResult>,
    /// By group, in pack order.
    pub groups: Vec<GroupResult>,
    /// By attribute value, in pack order.
    pub attributes: Vec<AttributeResult>,
    /// By item, in pack order.
    pub items: Vec<ItemResult>,
    /// What had to be corrected.
    pub notices: Vec<Notice>,
}

/// The theme-averaged view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThemeAveraged {
    /// `None` when no group has a conformity, or where the exact mean is too long ([`Ratio::mean`]):
    /// dozens of groups of unlike size.
    pub conformity: Option<Ratio>,
    /// The groups that have one.
    pub groups: Vec<GroupId>,
}

/// The result of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionResult {
    /// The section.
    pub id: SectionId,
    /// Its numbers.
    #[serde(flatten)]
    pub measure: Measure,
}

/// The result of a clause or theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupResult {
    /// The group.
    pub id: GroupId,
    /// Its numbers.
    #[serde(flatten)]
    pub measure: Measure,
}

/// The result of all items that have one value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributeResult {
    /// The attribute.
    pub attribute: AttributeId,
    /// The value.
    pub value: AttributeValue,
    /// Its numbers.
    #[serde(flatten)]
    pub measure: Measure,
}

/// What an item counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemResult {
    /// The item.
    pub id: ItemId,
    /// Requirement or control.
    pub kind: Kind,
    /// What it counts as.
    #[serde(flatten)]
    pub standing: Standing,
}

impl Evaluation {
    /// The numbers of some items.
    #[must_use]
    pub fn measure(&self, subject: &Subject) -> Option<&Measure> {
        match subject {
            Subject::Everything => Some(&self.everything),
            Subject::Section(id) => {
                self.sections.iter().find(|result| result.id == *id).map(|result| &result.measure)
            }
            Subject::Group(id) => {
                self.groups.iter().find(|result| result.id == *id).map(|result| &result.measure)
            }
            Subject::Attribute(id, value) => self
                .attributes
                .iter()
                .find(|result| result.attribute == *id && result.value == *value)
                .map(|result| &result.measure),
        }
    }
}

/// Computes all results, in time linear in the number of items.
#[must_use]
pub fn evaluate(pack: &Pack, assessment: &Assessment) -> Evaluation {
    let (standings, notices) = standings(pack, assessment);
    let unit = pack.scale().unit();
    let mut groups = vec![Tally::default(); pack.groups().len()];
    let mut attributes: Vec<Vec<Tally>> = pack
        .attributes()
        .iter()
        .map(|attribute| vec![Tally::default(); attribute.values.len()])
        .collect();
    for (item, standing) in pack.items().iter().zip(&standings) {
        if let Some(tally) = groups.get_mut(item.group) {
            tally.add(item.weight, standing, unit);
        }
        for (attribute, value) in &item.attributes {
            if let Some(tally) = attributes.get_mut(*attribute).and_then(|of| of.get_mut(*value)) {
                tally.add(item.weight, standing, unit);
            }
        }
    }
    let groups: Vec<(GroupResult, Tally)> = pack
        .groups()
        .iter()
        .zip(groups)
        .map(|(group, tally)| {
            (GroupResult { id: group.id.clone(), measure: tally.measure() }, tally)
        })
        .collect();
    let sum = |of: &[(GroupResult, Tally)]| {
        let mut sum = Tally::default();
        for (_, tally) in of {
            sum.merge(tally);
        }
        sum.measure()
    };
    Evaluation {
        pack: pack.reference(),
        everything: sum(&groups),
        theme_averaged: ThemeAveraged {
            conformity: Ratio::mean(
                groups.iter().filter_map(|(group, _)| group.measure.conformity),
            ),
            groups: groups
                .iter()
                .filter(|(group, _)| group.measure.conformity.is_some())
                .map(|(group, _)| group.id.clone())
                .collect(),
        },
        sections: pack
            .sections()
            .iter()
            .map(|section| SectionResult {
                id: section.id.clone(),
                measure: sum(groups.get(section.groups.clone()).unwrap_or_default()),
            })
            .collect(),
        attributes: pack
            .attributes()
            .iter()
            .zip(attributes)
            .flat_map(|(attribute, tallies)| {
                attribute.values.iter().zip(tallies).map(|(value, tally)| AttributeResult {
                    attribute: attribute.id.clone(),
                    value: value.clone(),
                    measure: tally.measure(),
                })
            })
            .collect(),
        groups: groups.into_iter().map(|(group, _)| group).collect(),
        items: pack
            .items()
            .iter()
            .zip(standings)
            .map(|(item, standing)| ItemResult { id: item.id.clone(), kind: item.kind, standing })
            .collect(),
        notices,
    }
}

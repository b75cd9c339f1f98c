//! "How was this computed?" as data: the rule, the items counted, the arithmetic.

use serde::Serialize;

use super::{
    assessment::Assessment,
    id::{AttributeId, AttributeValue, GroupId, ItemId, SectionId},
    pack::{Item, Pack},
    ratio::Ratio,
    scope::{Standing, standings},
    score::Number,
};

/// The items that a number is computed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Every item of the pack.
    Everything,
    /// The items of a section.
    Section(SectionId),
    /// The items of a clause or theme.
    Group(GroupId),
    /// The items that have a value of an attribute.
    Attribute(AttributeId, AttributeValue),
}

/// How one number came about. The sums of the terms are `num` and `den`, and their ratio is the
/// value that [`super::evaluation::evaluate`] gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Which number; its rule stands at [`Number`].
    pub number: Number,
    /// Over which items.
    pub subject: Subject,
    /// How many units make one whole credit, so that all terms are whole numbers; 1 for
    /// completeness, which counts items.
    pub unit: u64,
    /// Every item of the subject that is asked, counted or not, in pack order.
    pub terms: Vec<Term>,
    /// Sum above the line.
    pub num: u64,
    /// Sum below the line.
    pub den: u64,
    /// `num / den`, or nothing when `den` is 0.
    pub value: Option<Ratio>,
}

/// What one item adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The item.
    pub item: ItemId,
    /// Its weight.
    pub weight: u64,
    /// What it counts as.
    #[serde(flatten)]
    pub standing: Standing,
    /// Added above the line.
    pub num: u64,
    /// Added below the line; 0 when the item isn't counted.
    pub den: u64,
}

/// Explains a number.
#[must_use]
pub fn explain(
    pack: &Pack,
    assessment: &Assessment,
    subject: Subject,
    number: Number,
) -> Explanation {
    let (standings, _) = standings(pack, assessment);
    let unit = pack.scale().unit();
    let terms: Vec<Term> = pack
        .items()
        .iter()
        .zip(standings)
        .filter(|(item, standing)| *standing != Standing::NotAsked && belongs(pack, item, &subject))
        .map(|(item, standing)| {
            let (num, den) = number.contribution(item.weight, &standing, unit);
            Term { item: item.id.clone(), weight: item.weight, standing, num, den }
        })
        .collect();
    let (num, den) = terms.iter().fold((0_u64, 0_u64), |(num, den), term| {
        (num.saturating_add(term.num), den.saturating_add(term.den))
    });
    let unit = if number == Number::Completeness { 1 } else { unit };
    Explanation { number, subject, unit, terms, num, den, value: Ratio::new(num, den) }
}

fn belongs(pack: &Pack, item: &Item, subject: &Subject) -> bool {
    let group = pack.group_of(item);
    match subject {
        Subject::Everything => true,
        Subject::Group(id) => group.is_some_and(|group| group.id == *id),
        Subject::Section(id) => group
            .and_then(|group| pack.sections().get(group.section))
            .is_some_and(|section| section.id == *id),
        Subject::Attribute(id, value) => item.attributes.iter().any(|(attribute, place)| {
            pack.attributes()
                .get(*attribute)
                .is_some_and(|known| known.id == *id && known.values.get(*place) == Some(value))
        }),
    }
}

//! Random packs, answers and actions.

use std::collections::BTreeSet;

use plumbline::domain::{
    action::Action,
    assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
    id::{CheckId, ItemId, LevelCode},
    pack::{
        AttributeSource, Effort, GroupSource, ItemSource, Kind, Pack, PackSource, SectionSource,
    },
    scale::LevelSource,
};
use proptest::{collection, option, prelude::*, sample};

use crate::support::{REASON, blank, checked, excluded, id, plain_item};

/// A pack as its file has it, so that a test can work things out for itself, the same one checked,
/// and answers to it.
#[derive(Clone, Debug)]
pub struct Case {
    pub source: PackSource,
    pub pack: Pack,
    pub assessment: Assessment,
}

/// What answers may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// What actions can bring about.
    Allowed,
    /// Whatever can be written into an assessment by hand: levels and items that the pack lacks,
    /// excluded requirements.
    Any,
}

/// A random pack with random answers.
pub fn cases(answers: Answers) -> impl Strategy<Value = Case> {
    packs().prop_flat_map(move |source| {
        let pack = checked(source.clone());
        assessments(&pack, answers).prop_map(move |assessment| Case {
            source: source.clone(),
            pack: pack.clone(),
            assessment,
        })
    })
}

/// 1 to 4 sections of 1 to 4 groups of 1 to 6 items. The order of identifiers is not that of the
/// pack: item `i10` comes before `i9`.
pub fn packs() -> impl Strategy<Value = PackSource> {
    let kind = sample::select(vec![Kind::Requirement, Kind::Control]);
    let group = collection::vec(items(), 1..=6);
    let section = (kind, collection::vec(group, 1..=4));
    (scales(), collection::vec(section, 1..=4)).prop_map(|(scale, sections)| {
        let mut item_ids = (0..).map(|number| id(&format!("i{number}")));
        let mut group_ids = (0..).map(|number| id(&format!("g{number}")));
        let mut group = |items: Vec<ItemSource>| GroupSource {
            id: group_ids.next().unwrap(),
            items: items
                .into_iter()
                .map(|item| ItemSource { id: item_ids.next().unwrap(), ..item })
                .collect(),
        };
        let section =
            |(number, (kind, groups)): (usize, (Kind, Vec<Vec<ItemSource>>))| SectionSource {
                id: id(&format!("s{number}")),
                kind,
                groups: groups.into_iter().map(&mut group).collect(),
            };
        PackSource {
            version: "1".into(),
            scale,
            attributes: ["a", "b"].map(attribute).into(),
            sections: sections.into_iter().enumerate().map(section).collect(),
            ..PackSource::empty(id("random"))
        }
    })
}

fn attribute(name: &str) -> AttributeSource {
    AttributeSource { id: id(name), values: vec![id("x"), id("y")] }
}

fn items() -> impl Strategy<Value = ItemSource> {
    let values = || sample::subsequence(vec!["x", "y"], 0..=2);
    let efforts = sample::select(vec![Effort::S, Effort::M, Effort::L, Effort::XL]);
    (1_u64..=5, values(), values(), 0_usize..=3, efforts).prop_map(
        |(weight, a, b, checks, effort)| {
            let mut item = plain_item("placeholder");
            item.weight = weight;
            item.effort = effort;
            for (name, values) in [("a", a), ("b", b)] {
                if !values.is_empty() {
                    item.attributes.push((id(name), values.into_iter().map(id).collect()));
                }
            }
            item.checks = (1..=checks).map(|number| id(&format!("c{number}"))).collect();
            item
        },
    )
}

/// 2 to 10 levels with credits in units of up to 1/5040, not always in lowest terms.
fn scales() -> impl Strategy<Value = Vec<LevelSource>> {
    let units = vec![1_u64, 2, 3, 4, 6, 7, 12, 60, 720, 5040];
    sample::select(units)
        .prop_flat_map(|unit| {
            let between = if unit > 1 {
                collection::btree_set(1..unit, 0..=usize::try_from(unit - 1).unwrap().min(8))
                    .boxed()
            } else {
                Just(BTreeSet::new()).boxed()
            };
            (Just(unit), between)
        })
        .prop_map(|(unit, between)| {
            let credits = [0].into_iter().chain(between).chain([unit]);
            let level = |(place, credit)| LevelSource {
                code: id(&format!("L{place}")),
                credit: [credit, unit],
            };
            (0..).zip(credits).map(|pair: (usize, u64)| level(pair)).collect()
        })
}

/// Answers to some of the items.
fn assessments(pack: &Pack, allowed: Answers) -> impl Strategy<Value = Assessment> + use<> {
    let mut each: Vec<_> = pack
        .items()
        .iter()
        .map(|item| {
            let excludable = item.kind == Kind::Control || allowed == Answers::Any;
            let codes = codes(pack, allowed);
            (Just(item.id.clone()), option::of(answer(codes, excludable, item.checks.clone())))
                .boxed()
        })
        .collect();
    if allowed == Answers::Any {
        for stranger in ["a0", "i05", "z9"] {
            let answer = answer(codes(pack, allowed), true, Vec::new());
            each.push((Just(id(stranger)), option::weighted(0.2, answer)).boxed());
        }
    }
    each.prop_map(|answers: Vec<(ItemId, Option<Answer>)>| {
        let mut assessment = blank();
        let given = answers.into_iter().filter_map(|(item, answer)| Some((item, answer?)));
        assessment.answers = given.filter(|(_, answer)| !answer.is_empty()).collect();
        assessment
    })
}

fn codes(pack: &Pack, allowed: Answers) -> Vec<LevelCode> {
    let known = pack.scale().levels().iter().map(|level| level.code.clone());
    known.chain((allowed == Answers::Any).then(|| id("unknown"))).collect()
}

fn answer(
    codes: Vec<LevelCode>,
    excludable: bool,
    checks: Vec<CheckId>,
) -> impl Strategy<Value = Answer> {
    let applicability = if excludable {
        applicabilities().boxed()
    } else {
        Just(Applicability::Applicable).boxed()
    };
    let checks: Vec<_> = checks
        .into_iter()
        .map(|check| (Just(check), option::of(sample::select(CheckAnswer::ALL.to_vec()))))
        .collect();
    (option::of(ratings(codes)), applicability, "[a-c ]{0,3}", checks).prop_map(
        |(rating, applicability, note, checks)| Answer {
            rating,
            applicability,
            note,
            checks: checks.into_iter().filter_map(|(check, given)| Some((check, given?))).collect(),
        },
    )
}

fn ratings(codes: Vec<LevelCode>) -> impl Strategy<Value = Rating> {
    prop_oneof![
        1 => Just(Rating::DontKnow),
        4 => sample::select(codes).prop_map(Rating::Level),
    ]
}

fn applicabilities() -> impl Strategy<Value = Applicability> {
    prop_oneof![
        6 => Just(Applicability::Applicable),
        2 => Just(excluded(REASON)),
        1 => sample::select(vec!["", " ", "\n\t"]).prop_map(excluded),
    ]
}

/// An action on one of the pack's items, or one that the pack doesn't allow.
pub fn actions(pack: &Pack) -> impl Strategy<Value = Action> + use<> {
    let mut items: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    items.push(id("unknown"));
    // Few items, so that actions meet.
    items.truncate(4);
    let items = || sample::select(items.clone());
    let checks = ["c1", "c2", "unknown"].map(id::<CheckId>).to_vec();
    let given = option::of(sample::select(CheckAnswer::ALL.to_vec()));
    prop_oneof![
        1 => sample::select(vec!["", " ", "One", "Two"]).prop_map(|name| Action::Rename(name.into())),
        4 => (items(), option::of(ratings(codes(pack, Answers::Any))))
            .prop_map(|(item, rating)| Action::Rate(item, rating)),
        3 => (items(), applicabilities()).prop_map(|(item, applies)| Action::Apply(item, applies)),
        3 => (items(), "[a-c]{0,2}").prop_map(|(item, note)| Action::Note(item, note)),
        3 => (items(), sample::select(checks), given)
            .prop_map(|(item, check, given)| Action::Check(item, check, given)),
    ]
}

//! Random packs, answers and actions.

use std::collections::BTreeSet;

use plumbline::domain::{
    action::Action,
    assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
    evidence::{Evidence, Sha256},
    facts::{Facts, MOST_PEOPLE},
    id::{CheckId, ItemId, LevelCode},
    pack::{
        AttributeSource, Effort, GroupSource, ItemSource, Kind, Pack, PackSource, SectionSource,
    },
    scale::LevelSource,
    selection::Selection,
    snapshot::Snapshot,
    soa::{Inclusion, InclusionReason},
    time::Day,
};
use proptest::{collection, option, prelude::*, sample};

use super::work::work_actions;
use crate::support::{REASON, blank, checked, day, excluded, id, minute, plain_item, snapshot};

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
    (1_u64..=5, values(), values(), 0_usize..=3, efforts, any::<bool>()).prop_map(
        |(weight, a, b, checks, effort, quick)| {
            let mut item = plain_item("placeholder");
            item.weight = weight;
            item.effort = effort;
            item.quick = quick;
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
    let taken = collection::vec(("[A-C]", 0_u32..3), 0..3);
    (each, facts(), selections(pack), taken).prop_map(
        |(answers, facts, selection, taken): (Vec<(ItemId, Option<Answer>)>, _, _, _)| {
            let mut assessment = Assessment { facts, selection, ..blank() };
            let given = answers.into_iter().filter_map(|(item, answer)| Some((item, answer?)));
            assessment.answers = given.filter(|(_, answer)| !answer.is_empty()).collect();
            for (name, at) in taken {
                let snapshot = Snapshot::of(&assessment, name, minute(at));
                snapshot.file_into(&mut assessment.snapshots);
            }
            assessment
        },
    )
}

fn facts() -> impl Strategy<Value = Facts> {
    let reasons = sample::subsequence(["duties", "growth"].map(id).to_vec(), 0..=2);
    let people = option::of(1..=MOST_PEOPLE);
    let sector = option::of(Just(id("software")));
    ("[a-c]{0,2}", people, sector, "[a-c]{0,2}", reasons, option::of(days())).prop_map(
        |(organisation, people, sector, scope, reasons, target)| Facts {
            organisation,
            people,
            sector,
            scope,
            reasons,
            target,
        },
    )
}

fn days() -> impl Strategy<Value = Day> {
    (1_u32..=30).prop_map(day)
}

/// Everything, the quick check, or a list that may name items that the pack lacks.
pub fn selections(pack: &Pack) -> impl Strategy<Value = Selection> + use<> {
    let mut items: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    items.extend(["a0", "z9"].map(id));
    let all = items.len();
    prop_oneof![
        4 => Just(Selection::All),
        1 => Just(Selection::Quick),
        3 => sample::subsequence(items, 0..=all).prop_map(Selection::of),
    ]
}

/// Leaves out items, and groups and sections that have none left.
pub fn keep(source: &mut PackSource, keep: impl Fn(&ItemSource) -> bool) {
    for section in &mut source.sections {
        for group in &mut section.groups {
            group.items.retain(&keep);
        }
        section.groups.retain(|group| !group.items.is_empty());
    }
    source.sections.retain(|section| !section.groups.is_empty());
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
    let target = option::of(sample::select(codes.clone()));
    let plan = (evidence_lists(), "[a-c]{0,2}", option::of(days()), target, any::<bool>());
    (option::of(ratings(codes)), applicability, "[a-c ]{0,3}", checks, plan).prop_map(
        move |(rating, applicability, note, checks, (evidence, owner, due, target, review))| {
            Answer {
                // Only controls are decided on.
                inclusion: (excludable && !note.is_empty()).then(|| inclusion(&note)),
                implementation: owner.clone(),
                effort: review.then_some(Effort::L),
                rating,
                applicability,
                note,
                checks: checks
                    .into_iter()
                    .filter_map(|(check, given)| Some((check, given?)))
                    .collect(),
                evidence,
                owner,
                due,
                target,
                review,
            }
        },
    )
}

/// A decision that depends on a text.
fn inclusion(text: &str) -> Inclusion {
    let reasons = if text.contains('a') { vec![InclusionReason::Risk] } else { Vec::new() };
    Inclusion { reasons, why: text.trim().to_owned(), proposed: text.contains('b') }
}

fn evidence_lists() -> impl Strategy<Value = Vec<Evidence>> {
    let sha256 = option::of(Just(Sha256::parse(&"0f".repeat(32)).unwrap()));
    let each = ("[a-c]{0,2}", "[a-c]{0,2}", sha256).prop_map(|(name, place, sha256)| Evidence {
        name,
        place,
        sha256,
    });
    collection::vec(each, 0..3)
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

/// An action, single or several at once, or one that the pack doesn't allow.
pub fn actions(pack: &Pack) -> impl Strategy<Value = Action> + use<> {
    let several = collection::vec(single_actions(pack), 0..4).prop_map(Action::Several);
    let nested = (single_actions(pack), several.clone())
        .prop_map(|(single, several)| Action::Several(vec![single, several]));
    prop_oneof![8 => single_actions(pack), 2 => several, 1 => nested]
}

fn single_actions(pack: &Pack) -> impl Strategy<Value = Action> + Clone + use<> {
    let mut items: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    items.push(id("unknown"));
    // Few items, so that actions meet.
    items.truncate(4);
    let items = || sample::select(items.clone());
    let checks = ["c1", "c2", "unknown"].map(id::<CheckId>).to_vec();
    let given = option::of(sample::select(CheckAnswer::ALL.to_vec()));
    let codes = || codes(pack, Answers::Any);
    let unsorted = Just(Selection::Items(vec![id("i1"), id("i0")]));
    let no_head_count = facts().prop_map(|facts| Facts { people: Some(0), ..facts });
    let snapshots = collection::vec(("[A-C ]", 0_u32..3), 0..3)
        .prop_map(|each| each.into_iter().map(|(name, taken)| snapshot(&name, taken)).collect());
    let of_items = prop_oneof![
        4 => (items(), option::of(ratings(codes())))
            .prop_map(|(item, rating)| Action::Rate(item, rating)),
        3 => (items(), applicabilities()).prop_map(|(item, applies)| Action::Apply(item, applies)),
        3 => (items(), "[a-c]{0,2}").prop_map(|(item, note)| Action::Note(item, note)),
        3 => (items(), sample::select(checks), given)
            .prop_map(|(item, check, given)| Action::Check(item, check, given)),
        2 => (items(), evidence_lists()).prop_map(|(item, list)| Action::Evidence(item, list)),
        2 => (items(), "[a-c]{0,2}").prop_map(|(item, owner)| Action::Owner(item, owner)),
        1 => (items(), option::of(days())).prop_map(|(item, day)| Action::Due(item, day)),
        1 => (items(), option::of(sample::select(codes())))
            .prop_map(|(item, level)| Action::Target(item, level)),
        1 => (items(), any::<bool>()).prop_map(|(item, marked)| Action::Review(item, marked)),
        1 => (items(), option::of("[a-c]{0,2}"))
            .prop_map(|(item, why)| Action::Include(item, why.map(|why| inclusion(&why)))),
        1 => (items(), "[a-c]{0,2}").prop_map(|(item, how)| Action::Implementation(item, how)),
        1 => (items(), option::of(sample::select(Effort::ALL.to_vec())))
            .prop_map(|(item, effort)| Action::Effort(item, effort)),
    ];
    let of_the_whole = prop_oneof![
        3 => sample::select(vec!["", " ", "One", "Two"]).prop_map(|name| Action::Rename(name.into())),
        3 => prop_oneof![5 => facts().boxed(), 1 => no_head_count.boxed()].prop_map(Action::Facts),
        3 => prop_oneof![5 => selections(pack).boxed(), 1 => unsorted.boxed()]
            .prop_map(Action::Select),
        2 => snapshots.prop_map(Action::Snapshots),
    ];
    let of_the_work = work_actions(pack).prop_map(Action::from);
    prop_oneof![5 => of_items, 1 => of_the_whole, 2 => of_the_work].boxed()
}

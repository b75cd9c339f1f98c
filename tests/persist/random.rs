//! Random documents and random JSON.

use std::collections::BTreeMap;

use plumbline::{
    domain::{
        action::Action,
        assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
        evidence::{Evidence, Sha256},
        facts::{Facts, MOST_PEOPLE},
        id::{AssessmentId, ItemId, LevelCode},
        pack::{Effort, Item, Kind},
        selection::Selection,
        snapshot::{Frozen, Snapshot},
        soa::{Inclusion, InclusionReason},
        time::{Day, Timestamp},
        work::carried::Held,
    },
    persist::document::Document,
};
use proptest::{collection, option, prelude::*, sample};
use serde_json::{Map, Value};

use crate::{
    support::{PACK, id},
    work::works,
};

/// Any document that a person can bring about.
pub fn documents() -> impl Strategy<Value = Document> {
    let moments = (option::of(moments()), option::of(moments()));
    (assessments(), any::<u64>(), moments).prop_map(|(assessment, revision, (saved, filed))| {
        Document { revision, saved, filed, ..Document::new(assessment) }
    })
}

fn assessments() -> impl Strategy<Value = Assessment> {
    let item = sample::select(PACK.items());
    let answer = item.prop_flat_map(|item| (Just(item.id.clone()), answers(&item)));
    let name = names();
    let whole = (facts(), selections(), collection::vec(snapshots(), 0..4));
    let answers = collection::vec(answer, 0..20);
    (any::<[u8; 16]>(), name, moments(), answers, whole, works()).prop_map(
        |(bytes, name, created, given, (facts, selection, snapshots), work)| {
            let mut assessment = Assessment::new(AssessmentId::from_random(bytes), name, created);
            assessment.work = Held::new(work);
            assessment.answers =
                given.into_iter().filter(|(_, answer)| !answer.is_empty()).collect();
            assessment.facts = facts;
            assessment.selection = selection;
            for snapshot in snapshots {
                snapshot.file_into(&mut assessment.snapshots);
            }
            assessment
        },
    )
}

/// A text with at least one visible character.
fn names() -> impl Strategy<Value = String> {
    any::<String>().prop_filter("a visible name", |name| !name.trim().is_empty())
}

fn facts() -> impl Strategy<Value = Facts> {
    let reasons = collection::vec(sample::select(["duties", "x.y"].map(id).to_vec()), 0..3);
    let people = option::of(1..=MOST_PEOPLE);
    let sector = option::of(Just(id("software")));
    (any::<String>(), people, sector, any::<String>(), reasons, option::of(days())).prop_map(
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

fn selections() -> impl Strategy<Value = Selection> {
    let items = PACK.items().iter().map(|item| item.id.clone());
    let items: Vec<ItemId> = items.chain(["4.99", "Z"].map(id)).collect();
    prop_oneof![
        Just(Selection::All),
        Just(Selection::Quick),
        collection::vec(sample::select(items), 0..9).prop_map(Selection::of),
    ]
}

fn snapshots() -> impl Strategy<Value = Snapshot> {
    let frozen = ratings().into_iter().map(Frozen::Rated).chain([Frozen::Excluded]);
    let items: Vec<ItemId> = PACK.items().iter().map(|item| item.id.clone()).collect();
    let rating = (sample::select(items), sample::select(frozen.collect::<Vec<_>>()));
    (names(), moments(), selections(), collection::vec(rating, 0..9)).prop_map(
        |(name, taken, selection, ratings)| Snapshot {
            name,
            taken,
            selection,
            ratings: ratings.into_iter().collect(),
        },
    )
}

pub fn days() -> impl Strategy<Value = Day> {
    (2020..2040_u32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| Day::parse(&format!("{year}-{month:02}-{day:02}")).unwrap())
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let sha256 = option::of("[0-9a-f]{64}".prop_map(|text| Sha256::parse(&text).unwrap()));
    (any::<String>(), any::<String>(), sha256).prop_map(|(name, place, sha256)| Evidence {
        name,
        place,
        sha256,
    })
}

/// Every rating that the questionnaire knows.
fn ratings() -> Vec<Rating> {
    let codes = PACK.scale().levels().iter().map(|level| Rating::Level(level.code.clone()));
    codes.chain([Rating::DontKnow]).collect()
}

fn levels() -> Vec<LevelCode> {
    PACK.scale().levels().iter().map(|level| level.code.clone()).collect()
}

fn moments() -> impl Strategy<Value = Timestamp> {
    (2020..2040_u32, 1..=12_u32, 1..=28_u32, 0..24_u32, 0..60_u32, 0..1000_u32).prop_map(
        |(year, month, day, hour, minute, milli)| {
            let text = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:59.{milli:03}Z");
            Timestamp::parse(&text).unwrap()
        },
    )
}

pub fn answers(item: &Item) -> impl Strategy<Value = Answer> + use<> {
    let is_control = item.kind == Kind::Control;
    let applicability = match item.kind {
        Kind::Requirement => Just(Applicability::Applicable).boxed(),
        Kind::Control => option::of(any::<String>())
            .prop_map(|reason| {
                reason.map_or(Applicability::Applicable, |justification| Applicability::Excluded {
                    justification,
                })
            })
            .boxed(),
    };
    let check = (sample::select(item.checks.clone()), sample::select(CheckAnswer::ALL.to_vec()));
    let checks = collection::btree_map(check.0, check.1, 0..4);
    let rating = option::of(sample::select(ratings()));
    let target = option::of(sample::select(levels()));
    let lists = collection::vec(evidence(), 0..3);
    let plan = (lists, any::<String>(), option::of(days()), target, any::<bool>());
    (rating, applicability, any::<String>(), checks, plan).prop_map(
        move |(rating, applicability, note, checks, (evidence, owner, due, target, review))| {
            Answer {
                // Only controls are decided on.
                inclusion: (is_control && target.is_some()).then(|| inclusion(&note, review)),
                implementation: owner.clone(),
                effort: review.then_some(Effort::XL),
                rating,
                applicability,
                note,
                checks: checks.into_iter().collect(),
                evidence,
                owner,
                due,
                target,
                review,
            }
        },
    )
}

/// A decision that depends on these.
fn inclusion(why: &str, proposed: bool) -> Inclusion {
    let all = InclusionReason::ALL;
    let reasons = if proposed { all[..2].to_vec() } else { Vec::new() };
    Inclusion { reasons, why: why.to_owned(), proposed }
}

/// What a person may do to some controls, few enough for actions to meet, and to the whole.
pub fn actions() -> impl Strategy<Value = Action> {
    let item = || sample::select(controls());
    let excluded =
        |justification: &str| Applicability::Excluded { justification: justification.into() };
    let applies = vec![Applicability::Applicable, excluded(""), excluded("because")];
    let note = sample::select(vec!["", "seen"]);
    let evidence = sample::select(vec!["minutes", "register"])
        .prop_map(|name| Evidence { name: name.into(), ..Evidence::default() });
    let check = item().prop_flat_map(|item| {
        let checks = PACK.item(&item).unwrap().checks.clone();
        (Just(item), sample::select(checks), option::of(sample::select(CheckAnswer::ALL.to_vec())))
    });
    prop_oneof![
        (item(), option::of(sample::select(ratings())))
            .prop_map(|(item, to)| Action::Rate(item, to)),
        (item(), sample::select(applies)).prop_map(|(item, to)| Action::Apply(item, to)),
        (item(), note).prop_map(|(item, to)| Action::Note(item, to.into())),
        check.prop_map(|(item, check, to)| Action::Check(item, check, to)),
        (item(), collection::vec(evidence, 0..3))
            .prop_map(|(item, list)| Action::Evidence(item, list)),
        (item(), option::of(days())).prop_map(|(item, day)| Action::Due(item, day)),
        (item(), option::of(sample::select(levels())))
            .prop_map(|(item, level)| Action::Target(item, level)),
        (item(), any::<bool>()).prop_map(|(item, marked)| Action::Review(item, marked)),
        option::of(1..=MOST_PEOPLE)
            .prop_map(|people| Action::Facts(Facts { people, ..Facts::default() })),
        selections().prop_map(Action::Select),
        collection::vec(snapshots(), 0..3).prop_map(|snapshots| {
            let mut all = Vec::new();
            for snapshot in snapshots {
                snapshot.file_into(&mut all);
            }
            Action::Snapshots(all)
        }),
    ]
}

/// The controls that [`actions`] are about.
pub fn controls() -> Vec<ItemId> {
    ["A.5.1", "A.5.7"].map(id).to_vec()
}

/// Any JSON, whole numbers of up to 64 bits only.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            fields("", inner).prop_map(Value::from),
        ]
    })
}

/// Fields that no version of the format has.
pub fn strangers() -> impl Strategy<Value = Map<String, Value>> {
    fields("x-", json())
}

fn fields(
    prefix: &'static str,
    value: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Map<String, Value>> {
    let key = any::<String>().prop_map(move |name| format!("{prefix}{name}"));
    collection::btree_map(key, value, 0..4)
        .prop_map(|fields: BTreeMap<String, Value>| fields.into_iter().collect())
}

/// An item of the questionnaire by kind.
pub fn item(kind: Kind) -> impl Strategy<Value = ItemId> {
    let items: Vec<ItemId> =
        PACK.items().iter().filter(|item| item.kind == kind).map(|item| item.id.clone()).collect();
    sample::select(items)
}

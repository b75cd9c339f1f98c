//! Random documents and random JSON.

use std::collections::BTreeMap;

use plumbline::{
    domain::{
        action::Action,
        assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
        id::{AssessmentId, ItemId},
        pack::{Item, Kind},
        time::Timestamp,
    },
    persist::document::Document,
};
use proptest::{collection, option, prelude::*, sample};
use serde_json::{Map, Value};

use crate::support::{PACK, id};

/// Any document that a person can bring about.
pub fn documents() -> impl Strategy<Value = Document> {
    (assessments(), any::<u64>(), option::of(moments())).prop_map(
        |(assessment, revision, saved)| Document { revision, saved, ..Document::new(assessment) },
    )
}

fn assessments() -> impl Strategy<Value = Assessment> {
    let item = sample::select(PACK.items());
    let answer = item.prop_flat_map(|item| (Just(item.id.clone()), answers(&item)));
    let name = any::<String>().prop_filter("a visible name", |name| !name.trim().is_empty());
    (any::<[u8; 16]>(), name, moments(), collection::vec(answer, 0..20)).prop_map(
        |(bytes, name, created, given)| {
            let mut assessment = Assessment::new(AssessmentId::from_random(bytes), name, created);
            assessment.answers =
                given.into_iter().filter(|(_, answer)| !answer.is_empty()).collect();
            assessment
        },
    )
}

fn moments() -> impl Strategy<Value = Timestamp> {
    (2020..2040_u32, 1..=12_u32, 1..=28_u32, 0..24_u32, 0..60_u32, 0..1000_u32).prop_map(
        |(year, month, day, hour, minute, milli)| {
            let text = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:59.{milli:03}Z");
            Timestamp::parse(&text).unwrap()
        },
    )
}

fn answers(item: &Item) -> impl Strategy<Value = Answer> + use<> {
    let codes = PACK.scale().levels().iter().map(|level| Rating::Level(level.code.clone()));
    let ratings: Vec<Rating> = codes.chain([Rating::DontKnow]).collect();
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
    (option::of(sample::select(ratings)), applicability, any::<String>(), checks).prop_map(
        |(rating, applicability, note, checks)| Answer {
            rating,
            applicability,
            note,
            checks: checks.into_iter().collect(),
        },
    )
}

/// What a person may do to some controls, few enough for actions to meet.
pub fn actions() -> impl Strategy<Value = Action> {
    let item = || sample::select(controls());
    let codes = PACK.scale().levels().iter().map(|level| Rating::Level(level.code.clone()));
    let ratings: Vec<Rating> = codes.chain([Rating::DontKnow]).collect();
    let excluded =
        |justification: &str| Applicability::Excluded { justification: justification.into() };
    let applies = vec![Applicability::Applicable, excluded(""), excluded("because")];
    let note = sample::select(vec!["", "seen"]);
    let check = item().prop_flat_map(|item| {
        let checks = PACK.item(&item).unwrap().checks.clone();
        (Just(item), sample::select(checks), option::of(sample::select(CheckAnswer::ALL.to_vec())))
    });
    prop_oneof![
        (item(), option::of(sample::select(ratings))).prop_map(|(item, to)| Action::Rate(item, to)),
        (item(), sample::select(applies)).prop_map(|(item, to)| Action::Apply(item, to)),
        (item(), note).prop_map(|(item, to)| Action::Note(item, to.into())),
        check.prop_map(|(item, check, to)| Action::Check(item, check, to)),
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

//! Random work, and how it is read.

use plumbline::{
    domain::{
        action::{Action, apply},
        assessment::Answer,
        document::{DocumentEntry, DocumentState},
        finding::{Grade, Regrade},
        pack::Effort,
        plan::{Planned, PlannedState},
        risk::{
            criteria::{Colour, Criteria, Preset, RiskLevel, ScaleLevel},
            register::{Acceptance, Asset, Link, Pair, Property, Risk, Treatment},
        },
        soa::{OwnControl, Statement},
        work::{Work, action::WorkAction, carried::Held},
    },
    persist::read::{Notice, Opened},
};
use proptest::{collection, option, prelude::*, sample};
use serde_json::{Value, json};

use crate::{
    random::days,
    support::{PACK, document, id, opened_value, written_value},
};

/// Any work that a person can bring about.
pub fn works() -> impl Strategy<Value = Work> {
    let text = any::<String>;
    let risks = collection::btree_map("r[0-9]", risks(), 0..4);
    let assets = collection::btree_map("a[0-9]", (any::<u64>(), text(), text()), 0..3);
    let own = option::of((any::<u64>(), text(), any::<bool>(), any::<bool>()));
    let statement = (text(), text(), option::of(days()));
    let state = option::of(sample::select(DocumentState::ALL.to_vec()));
    let documents = collection::btree_map("d[0-9]", (state, text(), option::of(days())), 0..3);
    let grades = sample::select(Grade::ALL.to_vec());
    let regraded = collection::btree_map("item\\.4\\.[0-9]", (grades, "[a-z]{1,3}"), 0..3);
    let plan = collection::btree_map("p[0-9]", planned(), 0..3);
    let weeks = collection::btree_map(1_u64..11, 0_u64..=104, 0..3);
    let judged = (criteria(), risks, assets);
    (judged, own, statement, documents, (regraded, plan, weeks)).prop_map(
        |((criteria, risks, assets), own, statement, documents, (regraded, plan, weeks))| Work {
            criteria,
            risks: risks.into_iter().map(|(name, risk)| (id(&name), risk)).collect(),
            assets: assets
                .into_iter()
                .map(|(name, (number, name_of, owner))| {
                    let asset = Asset { number, name: name_of, owner, ..Asset::default() };
                    (id(&name), asset)
                })
                .collect(),
            own_controls: own
                .map(|(number, title, preventive, corrective)| {
                    let answer =
                        Answer { note: title.clone(), review: corrective, ..Answer::default() };
                    (id("own-1"), OwnControl { number, title, preventive, corrective, answer })
                })
                .into_iter()
                .collect(),
            statement: Statement {
                version: statement.0,
                approver: statement.1,
                approved: statement.2,
            },
            documents: documents
                .into_iter()
                .map(|(name, (state, place, review))| {
                    (id(&name), DocumentEntry { state, place, review, ..DocumentEntry::default() })
                })
                .filter(|(_, entry)| !entry.is_empty())
                .collect(),
            regraded: regraded
                .into_iter()
                .map(|(name, (grade, reason))| {
                    (id(&name), Regrade { grade, computed: Grade::Major, reason })
                })
                .collect(),
            plan: plan.into_iter().map(|(name, planned)| (id(&name), planned)).collect(),
            weeks: weeks.into_iter().collect(),
        },
    )
}

fn criteria() -> impl Strategy<Value = Criteria> {
    let words = (any::<String>(), any::<String>());
    let colour = option::of("#[0-9a-f]{6}").prop_map(|it| it.and_then(|it| Colour::parse(&it)));
    let preset = sample::select(Preset::ALL.to_vec());
    (preset, words, colour, 0_usize..=5).prop_map(|(preset, (name, meaning), colour, reduction)| {
        let mut criteria = Criteria { reduction, ..preset.criteria() };
        criteria.likelihood[1] = ScaleLevel { name: name.clone(), meaning };
        criteria.levels[0] = RiskLevel { name, colour };
        criteria
    })
}

fn risks() -> impl Strategy<Value = Risk> {
    let texts = (any::<String>(), any::<String>(), any::<String>());
    let levels =
        (option::of(0_usize..5), option::of(0_usize..5), option::of((0_usize..5, 0_usize..5)));
    let links = sample::subsequence(vec!["A.5.1", "A.5.2", "own-1", "gone"], 0..=4);
    let properties = sample::subsequence(Property::ALL.to_vec(), 0..=3);
    let said =
        (option::of(sample::select(Treatment::ALL.to_vec())), option::of(days()), any::<bool>());
    (any::<u64>(), texts, levels, links, (properties, said)).prop_map(
        |(number, (title, threat, owner), (likelihood, impact, aim), links, (properties, said))| {
            let (treatment, on, suggested) = said;
            Risk {
                number,
                title,
                scenario: suggested.then(|| id("ransomware")),
                vulnerability: threat.clone(),
                note: owner.clone(),
                threat,
                assets: if suggested { vec![id("a2"), id("a1")] } else { Vec::new() },
                properties,
                acceptance: Acceptance { by: owner.clone(), on: on.clone(), why: String::new() },
                owner,
                likelihood,
                impact,
                controls: links
                    .into_iter()
                    .map(|control| Link { control: id(control), suggested })
                    .collect(),
                treatment,
                residual: aim.map(|(likelihood, impact)| Pair { likelihood, impact }),
                review: on,
            }
        },
    )
}

fn planned() -> impl Strategy<Value = Planned> {
    let texts = (any::<String>(), any::<String>());
    let items = sample::subsequence(vec!["A.5.1", "4.1", "7.2"], 0..=3);
    let efforts = sample::select(Effort::ALL.to_vec());
    let states = sample::select(PlannedState::ALL.to_vec());
    (any::<u64>(), texts, items, (efforts, states), (option::of(days()), option::of(days())))
        .prop_map(|(number, (title, owner), items, (effort, state), (due, finished))| Planned {
            number,
            title,
            items: items.into_iter().map(id).collect(),
            risks: vec![id("r1")],
            documents: Vec::new(),
            note: owner.clone(),
            owner,
            due,
            effort,
            state,
            finished,
        })
}

/// Opens a file with this work in it.
fn with(work: &Value) -> Opened {
    let mut file = written_value(&document("x", ""));
    let assessment = file["assessment"].as_object_mut().unwrap();
    assessment.extend(work.as_object().unwrap().clone());
    opened_value(&file)
}

fn check(work: &Value, ignored: &[&str]) {
    let opened = with(work);
    let expected: Vec<_> =
        ignored.iter().map(|at| Notice::Ignored { at: (*at).to_owned() }).collect();
    assert_eq!(opened.notices, expected, "{work}");
    let again = written_value(&opened.document);
    for (key, value) in work.as_object().unwrap() {
        assert_eq!(&again["assessment"][key], value, "kept as it was");
    }
}

#[test]
fn criteria_by_which_nothing_can_be_judged_are_left_aside_as_a_whole() {
    let mut falling = serde_json::to_value(Preset::Three.criteria()).unwrap();
    falling["matrix"][2][2] = json!(0);
    check(&json!({ "criteria": falling }), &["criteria"]);
    check(&json!({ "criteria": { "threshold": 1 } }), &["criteria"]);
    let colour = json!({ "name": "low", "colour": "red" });
    let mut sound = serde_json::to_value(Preset::Three.criteria()).unwrap();
    sound["levels"][0] = colour;
    check(&json!({ "criteria": sound }), &["criteria.levels.0.colour"]);
}

#[test]
fn entries_without_sense_stay_and_bring_nothing_about() {
    check(&json!({ "risks": { "r1": { "title": "no number" } } }), &["risks.r1"]);
    check(&json!({ "risks": { "r 1": { "number": 1 } } }), &["risks.r 1"]);
    check(&json!({ "risks": { "r1": 3 } }), &["risks.r1"]);
    check(&json!({ "own_controls": { "A.5.1": { "number": 1 } } }), &["own_controls.A.5.1"]);
    check(
        &json!({ "regraded": { "item.4.1": { "grade": "minor", "reason": " " } } }),
        &["regraded.item.4.1"],
    );
    check(&json!({ "weeks": { "3": 9999 } }), &["weeks.3"]);
    check(&json!({ "documents": { "d1": { "x-more": 1 } } }), &[]);
    check(
        &json!({ "risks": { "r1": { "number": 1, "likelihood": -1, "controls": [{ "control": "" }] } } }),
        &["risks.r1.likelihood", "risks.r1.controls.0"],
    );
}

#[test]
fn what_a_risk_leaves_over_goes_with_it() {
    let mut opened = with(&json!({ "risks": { "r1": { "number": 1, "x-score": 7 } } }));
    let kept = written_value(&opened.document);
    assert_eq!(kept["assessment"]["risks"]["r1"]["x-score"], json!(7));
    let mut work = opened.document.assessment.work().clone();
    work.risks.clear();
    opened.document.assessment.work = Held::new(work);
    opened.document.settle();
    assert_eq!(written_value(&opened.document)["assessment"].get("risks"), None);
}

/// The text of all work is kept between saves, so whatever changes it must make it be written anew.
#[test]
fn work_that_was_written_is_written_anew_when_it_changes() {
    let own = OwnControl { number: 1, title: "Guards".into(), ..OwnControl::default() };
    let work = Work { own_controls: [(id("own-1"), own)].into_iter().collect(), ..Work::default() };
    let mut document = document("a", "A.5.1=P");
    document.assessment.work = Held::new(work);
    let risk = Risk { number: 1, title: "Fire".into(), ..Risk::default() };
    let changes: [Action; 4] = [
        WorkAction::Risk(id("r1"), Some(Box::new(risk))).into(),
        Action::Note(id("own-1"), "At night".into()),
        Action::Note(id("A.5.1"), "Seen".into()),
        WorkAction::Risk(id("r1"), None).into(),
    ];
    let mut texts = vec![written_value(&document)];
    for change in changes {
        apply(&PACK, &mut document.assessment, change).unwrap();
        let text = written_value(&document);
        assert_eq!(opened_value(&text).document.assessment, document.assessment);
        assert!(!texts.contains(&text), "{text}");
        texts.push(text);
    }
}

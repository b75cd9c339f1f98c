//! Random work, and what holds for all of it: risks, Statement of Applicability, readiness, plan.

use plumbline::domain::{
    action::Action,
    assessment::{Assessment, Rating},
    document::{DocumentEntry, DocumentState},
    evaluation::evaluate,
    finding::{Grade, Place, Regrade, gravest},
    handbook::{Demand, DocumentRule, Form, Handbook},
    history::History,
    id::{AssetId, FindingId, ItemId, PlannedId, RiskId},
    outlook::{Outlook, outlook},
    pack::{Effort, Kind, Pack},
    plan::{Planned, PlannedState, what_if},
    risk::{
        criteria::{Criteria, Preset},
        level::result_of,
        register::{Acceptance, Asset, Link, Pair, Property, Risk, Treatment},
    },
    soa::{Lint, OwnControl, Statement, draft, is_complete, rows},
    work::{Work, action::WorkAction, carried::Held},
};
use proptest::{collection, option, prelude::*, sample};

use super::cases::{Answers, actions, cases};
use crate::support::{blank, day, id, pack};

/// Controls of every type, and of none.
const PACK: &str = "4: 4.1 4.2 | A.5: A.5.1#control_type.preventive A.5.2#control_type.detective \
    A.5.3#control_type.preventive#control_type.corrective A.5.4 A.5.5#control_type.corrective \
    A.5.6#control_type.preventive";

fn handbook() -> Handbook {
    let rule =
        |name, item, demand, form| DocumentRule { id: id(name), item: id(item), demand, form };
    Handbook {
        documents: vec![
            rule("policy", "4.1", Demand::Mandatory, Form::Document),
            rule("results", "4.2", Demand::Mandatory, Form::Record),
            rule("rules", "A.5.1", Demand::IfApplicable, Form::Document),
        ],
        ..Handbook::default()
    }
}

fn see(pack: &Pack, assessment: &Assessment) -> Outlook {
    outlook(pack, &handbook(), assessment, &evaluate(pack, assessment))
}

/// Sound criteria of any size.
fn criteria() -> impl Strategy<Value = Criteria> {
    let sizes = (3_usize..=6, 3_usize..=6, 3_usize..=6);
    (sample::select(Preset::ALL.to_vec()), sizes, 0_usize..3, 0_usize..=5).prop_map(
        |(preset, (likelihood, impact, levels), threshold, reduction)| {
            let resized = preset.criteria().resized(likelihood, impact, levels);
            Criteria { threshold, reduction, ..resized }
        },
    )
}

fn risks(controls: Vec<ItemId>) -> impl Strategy<Value = Risk> {
    let all = controls.len();
    let links = sample::subsequence(controls, 0..=all);
    let aim = option::weighted(0.3, (0_usize..6, 0_usize..6));
    let levels = (option::weighted(0.8, 0_usize..6), option::weighted(0.8, 0_usize..6));
    let people = ("[ab]{0,1}", option::of(sample::select(Treatment::ALL.to_vec())), any::<bool>());
    (1_u64..4, levels, links, aim, people).prop_map(
        |(number, (likelihood, impact), links, aim, (owner, treatment, accepted))| Risk {
            number,
            likelihood,
            impact,
            controls: links
                .into_iter()
                .map(|control| Link { control, suggested: accepted })
                .collect(),
            properties: vec![Property::Integrity],
            residual: aim.map(|(likelihood, impact)| Pair { likelihood, impact }),
            owner,
            treatment,
            acceptance: if accepted {
                Acceptance { by: "a".into(), on: Some(day(3)), why: "b".into() }
            } else {
                Acceptance::default()
            },
            ..Risk::default()
        },
    )
}

fn planned(items: Vec<ItemId>) -> impl Strategy<Value = Planned> {
    let all = items.len();
    let states = sample::select(PlannedState::ALL.to_vec());
    let days = (option::of(1_u32..28), option::of(1_u32..28));
    (1_u64..4, sample::subsequence(items, 0..=all), states, days).prop_map(
        |(number, items, state, (due, finished))| Planned {
            number,
            items,
            state,
            due: due.map(day),
            finished: finished.map(day),
            documents: vec![id("policy")],
            ..Planned::of(&pack("x: x.1"), &blank(), &[], Vec::new())
        },
    )
}

fn controls(pack: &Pack) -> Vec<ItemId> {
    let controls = pack.items().iter().filter(|item| item.kind == Kind::Control);
    controls.map(|item| item.id.clone()).chain([id("own-1"), id("gone")]).collect()
}

fn works(pack: &Pack) -> impl Strategy<Value = Work> + use<> {
    let items: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    let states = option::of(sample::select(DocumentState::ALL.to_vec()));
    let documents = collection::vec(states, 2);
    let own = option::of((any::<bool>(), any::<bool>()));
    let risks = collection::btree_map("r[0-9]", risks(controls(pack)), 0..4);
    let plan = collection::btree_map("p[0-9]", planned(items), 0..4);
    (criteria(), risks, documents, own, plan).prop_map(|(criteria, risks, documents, own, plan)| {
        let named = ["policy", "results"].into_iter().zip(documents);
        Work {
            criteria,
            risks: risks.into_iter().map(|(name, risk)| (id(&name), risk)).collect(),
            documents: named
                .filter(|(_, state)| state.is_some())
                .map(|(name, state)| {
                    (id(name), DocumentEntry { state, ..DocumentEntry::default() })
                })
                .collect(),
            own_controls: own
                .map(|(preventive, corrective)| {
                    let own =
                        OwnControl { number: 1, preventive, corrective, ..OwnControl::default() };
                    (id("own-1"), own)
                })
                .into_iter()
                .collect(),
            plan: plan.into_iter().map(|(name, planned)| (id(&name), planned)).collect(),
            ..Work::default()
        }
    })
}

/// Ratings of the pack above, with work.
fn worked() -> impl Strategy<Value = (Pack, Assessment)> {
    let pack = pack(PACK);
    let codes: Vec<_> = pack.scale().levels().iter().map(|level| level.code.clone()).collect();
    let rating = prop_oneof![
        1 => Just(None),
        1 => Just(Some(Rating::DontKnow)),
        6 => sample::select(codes).prop_map(|code| Some(Rating::Level(code))),
    ];
    let ratings = collection::vec(rating, pack.items().len());
    (works(&pack), ratings).prop_map(move |(work, ratings)| {
        let mut assessment = Assessment { work: Held::new(work), ..blank() };
        for (item, rating) in pack.items().iter().zip(ratings) {
            if rating.is_some() {
                assessment.answers.entry(item.id.clone()).or_default().rating = rating;
            }
        }
        (pack.clone(), assessment)
    })
}

/// One change to the work, or one that isn't allowed. An aim of a risk is left to works that are
/// there: what it may be depends on ratings.
pub fn work_actions(pack: &Pack) -> impl Strategy<Value = WorkAction> + Clone + use<> {
    let few = |name: &'static str| (0_u32..2).prop_map(move |place| format!("{name}{place}"));
    let texts = || "[ab ]{0,2}";
    let falling = criteria().prop_map(|mut criteria| {
        criteria.matrix[0][0] = 9;
        criteria
    });
    let risk = option::of(
        risks(controls(pack)).prop_map(|risk| Box::new(Risk { residual: None, ..risk })),
    );
    let asset = option::of((1_u64..3, texts()).prop_map(|(number, name)| Asset {
        number,
        name,
        ..Asset::default()
    }));
    let items: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    let own = option::of(
        texts().prop_map(|title| Box::new(OwnControl { title, ..OwnControl::default() })),
    );
    let regrade = (sample::select(Grade::ALL.to_vec()), texts())
        .prop_map(|(grade, reason)| Regrade { grade, computed: Grade::Minor, reason });
    let state = option::of(sample::select(DocumentState::ALL.to_vec()));
    prop_oneof![
        2 => criteria().prop_map(|criteria| WorkAction::Criteria(Box::new(criteria))),
        1 => falling.prop_map(|criteria| WorkAction::Criteria(Box::new(criteria))),
        3 => (few("r"), risk).prop_map(|(name, risk)| WorkAction::Risk(id::<RiskId>(&name), risk)),
        2 => (few("a"), asset).prop_map(|(name, asset)| WorkAction::Asset(id::<AssetId>(&name), asset)),
        2 => (few("own-"), own.clone()).prop_map(|(name, own)| WorkAction::Own(id(&name), own)),
        1 => (few("x"), own).prop_map(|(name, own)| WorkAction::Own(id(&name), own)),
        2 => texts().prop_map(|version| WorkAction::Statement(Statement { version, ..Statement::default() })),
        2 => (few("d"), state, texts()).prop_map(|(name, state, place)| {
            WorkAction::Document(id(&name), DocumentEntry { state, place, ..DocumentEntry::default() })
        }),
        2 => (few("item.4."), option::of(regrade))
            .prop_map(|(name, regrade)| WorkAction::Grade(id::<FindingId>(&name), regrade)),
        2 => (few("p"), option::of(planned(items).prop_map(Box::new)))
            .prop_map(|(name, planned)| WorkAction::Plan(id::<PlannedId>(&name), planned)),
        1 => (1_u64..11, option::of(0_u64..120)).prop_map(|(step, weeks)| WorkAction::Weeks(step, weeks)),
    ]
    .boxed()
}

proptest! {
    #[test]
    fn controls_never_raise_a_risk((pack, assessment) in worked()) {
        for result in see(&pack, &assessment).risks {
            let risk = &assessment.work().risks[&result.id];
            prop_assert_eq!(result.inherent.is_some(), risk.likelihood.is_some() && risk.impact.is_some());
            prop_assert!(result.current.map(|at| at.level) <= result.inherent.map(|at| at.level));
            if risk.residual.is_none() {
                prop_assert!(result.residual.map(|at| at.level) <= result.current.map(|at| at.level));
            }
        }
    }

    #[test]
    fn a_higher_rating_never_raises_a_risk_or_worsens_a_finding(
        (pack, assessment) in worked(),
        place in any::<sample::Index>(),
        levels in (0_usize..3, 0_usize..3),
    ) {
        let item = place.get(pack.items()).id.clone();
        let codes = pack.scale().levels();
        let (low, high) = (levels.0.min(levels.1), levels.0.max(levels.1) + 1);
        let rated = |level: usize| {
            let mut assessment = assessment.clone();
            let rating = Some(Rating::Level(codes[level].code.clone()));
            assessment.answers.entry(item.clone()).or_default().rating = rating;
            see(&pack, &assessment)
        };
        let (before, after) = (rated(low), rated(high));
        for (before, after) in before.risks.iter().zip(&after.risks) {
            prop_assert!(after.current.map(|at| at.level) <= before.current.map(|at| at.level));
        }
        let grade = |outlook: &Outlook| gravest(&outlook.findings, &item);
        prop_assert!(grade(&after) <= grade(&before));
        let of_item = |outlook: &Outlook| {
            let at = Place::Item(item.clone());
            outlook.findings.iter().filter(|finding| finding.at == at).count()
        };
        prop_assert!(of_item(&after) <= of_item(&before));
    }

    #[test]
    fn what_if_of_nothing_changes_nothing_and_of_all_of_it_worsens_nothing((pack, assessment) in worked()) {
        prop_assert_eq!(&what_if(&pack, &assessment, &[]), &assessment);
        let all: Vec<PlannedId> = assessment.work().plan.keys().cloned().collect();
        let (now, then) = (see(&pack, &assessment), see(&pack, &what_if(&pack, &assessment, &all)));
        for (now, then) in now.risks.iter().zip(&then.risks) {
            prop_assert!(then.current.map(|at| at.level) <= now.current.map(|at| at.level));
        }
        prop_assert!(then.readiness.map(|it| it.level) >= now.readiness.map(|it| it.level));
    }

    #[test]
    fn a_risk_by_itself_is_as_it_is_among_all((pack, assessment) in worked()) {
        let evaluation = evaluate(&pack, &assessment);
        for result in see(&pack, &assessment).risks {
            let alone = result_of(&pack, &assessment, &evaluation, &result.id);
            prop_assert_eq!(alone, Some(result));
        }
        prop_assert_eq!(result_of(&pack, &assessment, &evaluation, &id("gone")), None);
    }

    #[test]
    fn beside_a_risk_stands_what_comes_before_and_after((_, assessment) in worked()) {
        let work = assessment.work();
        let all: Vec<_> = work.risks_in_order().collect();
        for (place, (id, _)) in all.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| all[before]);
            prop_assert_eq!(work.beside_risk(id), Some((before, all.get(place + 1).copied())));
        }
        prop_assert_eq!(work.beside_risk(&id("gone")), None);
    }

    #[test]
    fn relief_is_what_rating_one_control_fully_would_bring((pack, assessment) in worked()) {
        let now = see(&pack, &assessment);
        for priority in &now.priorities {
            let mut then = assessment.clone();
            let highest = pack.scale().levels().last().unwrap().code.clone();
            then.answers.entry(priority.item.clone()).or_default().rating = Some(Rating::Level(highest));
            let then = see(&pack, &then);
            let levels = now.risks.iter().zip(&then.risks).filter(|(now, _)| now.above).map(|(now, then)| {
                now.current.unwrap().level - then.current.unwrap().level
            });
            let levels: usize = levels.sum();
            prop_assert_eq!(priority.for_risks, 2 * u64::try_from(levels).unwrap());
        }
    }

    #[test]
    fn readiness_is_what_has_no_blockers((pack, assessment) in worked()) {
        let readiness = see(&pack, &assessment).readiness.unwrap();
        let all: std::collections::HashSet<String> = readiness
            .stage_1
            .iter()
            .chain(&readiness.stage_2)
            .map(|blocker| format!("{blocker:?}"))
            .collect();
        prop_assert_eq!(all.len(), readiness.stage_1.len() + readiness.stage_2.len());
    }

    #[test]
    fn a_confirmed_draft_leaves_open_only_what_nothing_speaks_for((pack, assessment) in worked()) {
        let evaluation = evaluate(&pack, &assessment);
        let proposals = draft(&pack, &assessment, &evaluation);
        let mut drafted = assessment.clone();
        let mut history = History::default();
        history.perform(&pack, &mut drafted, Action::Several(proposals.clone())).unwrap();
        for row in rows(&pack, &drafted, &evaluation) {
            let proposed = proposals.iter().any(|action| action.items() == [&row.control]);
            prop_assert_eq!(row.lints.contains(&Lint::Proposed), proposed);
            prop_assert!(!(proposed && row.lints.contains(&Lint::IncludedWithoutReason)));
            prop_assert_eq!(row.lints.contains(&Lint::Undecided), !proposed);
        }
        prop_assert!(!is_complete(&rows(&pack, &drafted, &evaluation)));
        prop_assert!(draft(&pack, &drafted, &evaluation).is_empty());
        history.undo(&mut drafted);
        prop_assert_eq!(drafted, assessment);
    }

    #[test]
    fn effort_has_no_part_in_benefit((pack, assessment) in worked()) {
        let mut heavier = assessment.clone();
        for item in pack.items() {
            heavier.answers.entry(item.id.clone()).or_default().effort = Some(Effort::XL);
        }
        let benefits = |assessment: &Assessment| {
            let mut all: Vec<_> = see(&pack, assessment)
                .priorities
                .into_iter()
                .map(|priority| (priority.item, priority.benefit))
                .collect();
            all.sort();
            all
        };
        prop_assert_eq!(benefits(&assessment), benefits(&heavier));
    }

    #[test]
    fn undoing_all_restores_the_work(
        (case, all) in cases(Answers::Allowed).prop_flat_map(|case| {
            let all = collection::vec(actions(&case.pack), 0..30);
            (Just(case), all)
        }),
    ) {
        let mut assessment = case.assessment.clone();
        let mut history = History::default();
        for action in all {
            drop(history.perform(&case.pack, &mut assessment, action));
            history.pause();
        }
        while history.undo(&mut assessment).is_some() {}
        prop_assert_eq!(assessment, case.assessment);
    }
}

//! Risks: scoring.md, "Risk", worked out by hand with the default 5 by 5 criteria unless others are
//! named. Levels are counted from 0 here.

use plumbline::domain::{
    action::{Action, Refusal, apply},
    assessment::{Assessment, Rating},
    finding::{Finding, FindingReason, Grade},
    history::History,
    pack::Pack,
    risk::{
        carry::{Carry, judge_by},
        criteria::{Criteria, Fault, Preset, rescaled},
        level::{RiskNotice, Spot},
        register::{Acceptance, Link, Pair, Risk, Treatment},
    },
    soa::OwnControl,
    time::Timestamp,
    work::{Work, action::WorkAction, carried::Held},
};
use plumbline::text::{Texts, risk::LevelWords};

use crate::support::{answers, day, id, look, pack};

/// Two preventive controls, a detective one, a corrective one, one that is preventive and
/// corrective, and one of no type.
fn controls() -> Pack {
    pack(
        "A.5: A.5.1#control_type.preventive A.5.2#control_type.preventive \
         A.5.3#control_type.detective A.5.4#control_type.corrective \
         A.5.5#control_type.preventive#control_type.corrective A.5.6",
    )
}

fn risk(likelihood: usize, impact: usize, controls: &str) -> Risk {
    let link = |control| Link { control: id(control), suggested: false };
    Risk {
        number: 1,
        likelihood: Some(likelihood),
        impact: Some(impact),
        controls: controls.split_whitespace().map(link).collect(),
        owner: "Ada".into(),
        ..Risk::default()
    }
}

fn with(given: &str, risk: Risk, criteria: Criteria) -> Assessment {
    let work =
        Work { criteria, risks: [(id("r1"), risk)].into_iter().collect(), ..Work::default() };
    Assessment { work: Held::new(work), ..answers(given) }
}

/// `3,4 high` for likelihood, impact and level.
fn show(spot: Option<Spot>) -> String {
    spot.map_or("–".into(), |at| format!("{},{} {}", at.likelihood, at.impact, at.level))
}

fn check(given: &str, risk: Risk, expected: [&str; 3]) {
    let outlook = look(&controls(), &with(given, risk, Criteria::default()));
    let result = &outlook.risks[0];
    let found = [result.inherent, result.current, result.residual].map(show);
    assert_eq!(found, expected, "{given:?}");
}

#[test]
fn inherent_is_what_the_matrix_says() {
    for (likelihood, row) in
        [[0, 0, 1, 1, 1], [0, 1, 1, 2, 2], [1, 1, 2, 3, 3], [1, 2, 3, 3, 4], [2, 3, 3, 4, 4]]
            .into_iter()
            .enumerate()
    {
        for (impact, level) in row.into_iter().enumerate() {
            let spot = format!("{likelihood},{impact} {level}");
            check("", risk(likelihood, impact, ""), [&spot, &spot, &spot]);
        }
    }
    check("", Risk { impact: None, ..risk(1, 1, "") }, ["–", "–", "–"]);
    check("", Risk { likelihood: None, ..risk(1, 1, "") }, ["–", "–", "–"]);
}

#[test]
fn preventive_controls_lower_likelihood_and_the_others_impact() {
    // floor(2 × 1) = 2 levels of likelihood.
    check("A.5.1=F", risk(4, 4, "A.5.1"), ["4,4 4", "2,4 3", "2,4 3"]);
    check("A.5.3=F", risk(4, 4, "A.5.3"), ["4,4 4", "4,2 3", "4,2 3"]);
    check("A.5.4=F", risk(4, 4, "A.5.4"), ["4,4 4", "4,2 3", "4,2 3"]);
    check("A.5.5=F", risk(4, 4, "A.5.5"), ["4,4 4", "2,2 2", "2,2 2"]);
    // One of no type bears on neither.
    check("A.5.6=F", risk(4, 4, "A.5.6"), ["4,4 4", "4,4 4", "4,4 4"]);
}

#[test]
fn the_mean_credit_of_a_side_is_rounded_down() {
    // 2 × 2/3 = 4/3, so 1 level; 2 × 1/3 = 2/3, so none.
    check("A.5.1=L", risk(4, 0, "A.5.1"), ["4,0 2", "3,0 1", "2,0 1"]);
    check("A.5.1=P", risk(4, 0, "A.5.1"), ["4,0 2", "4,0 2", "2,0 1"]);
    // (1 + 0)/2: 1 level. (1 + 2/3)/2 = 5/6: 5/3, so 1 level.
    check("A.5.1=F A.5.2=N", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "3,0 1", "2,0 1"]);
    check("A.5.1=F A.5.2=L", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "3,0 1", "2,0 1"]);
    // What isn't rated counts as nothing, what isn't linked not at all.
    check("A.5.1=F", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "3,0 1", "2,0 1"]);
    check("A.5.1=F A.5.2=?", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "3,0 1", "2,0 1"]);
    check("A.5.1=F A.5.2=N", risk(4, 0, "A.5.1"), ["4,0 2", "2,0 1", "2,0 1"]);
}

#[test]
fn an_excluded_control_has_no_part_in_it() {
    check("A.5.1=F A.5.2=excluded", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "2,0 1", "2,0 1"]);
    check("A.5.1=F A.5.2=excluded()", risk(4, 0, "A.5.1 A.5.2"), ["4,0 2", "3,0 1", "2,0 1"]);
    check("A.5.1=excluded", risk(4, 0, "A.5.1"), ["4,0 2", "4,0 2", "4,0 2"]);
}

#[test]
fn levels_never_fall_below_the_first() {
    check("A.5.5=F", risk(1, 0, "A.5.5"), ["1,0 0", "0,0 0", "0,0 0"]);
}

#[test]
fn levels_beyond_the_scales_count_as_the_highest() {
    check("", risk(9, 9, ""), ["4,4 4", "4,4 4", "4,4 4"]);
}

#[test]
fn an_aim_of_its_own_takes_the_place_of_the_rule() {
    let aim = |likelihood, impact| Risk {
        residual: Some(Pair { likelihood, impact }),
        ..risk(4, 4, "A.5.1")
    };
    check("A.5.1=F", aim(1, 1), ["4,4 4", "2,4 3", "1,1 1"]);
}

#[test]
fn what_is_retained_stays_where_it_is() {
    let retained = || Risk { treatment: Some(Treatment::Retain), ..risk(4, 4, "A.5.1 A.5.2") };
    // 2 × (1 + 0)/2 = 1 level; nobody plans to put A.5.2 in place.
    check("A.5.1=F A.5.2=N", retained(), ["4,4 4", "3,4 4", "3,4 4"]);
    // What somebody says all the same counts.
    let own = Risk { residual: Some(Pair { likelihood: 2, impact: 4 }), ..retained() };
    check("A.5.1=F A.5.2=N", own, ["4,4 4", "3,4 4", "2,4 3"]);
}

#[test]
fn a_review_is_due_from_its_day_on() {
    let risk = Risk { review: Some(day(9)), ..risk(0, 0, "") };
    let results = look(&controls(), &with("", risk.clone(), Criteria::default())).risks;
    let at = |day: &str| {
        let now = Timestamp::parse(&format!("2026-{day}T09:00:00.000Z")).unwrap();
        results[0].notices_at(&risk, &now)
    };
    assert_eq!(at("11-08"), []);
    assert_eq!(at("11-09"), [RiskNotice::ReviewDue]);
    assert_eq!(at("12-01"), [RiskNotice::ReviewDue]);
}

#[test]
fn criteria_say_by_how_much_controls_lower() {
    let of = |reduction| {
        let criteria = Criteria { reduction, ..Criteria::default() };
        let outlook = look(&controls(), &with("A.5.1=L", risk(4, 4, "A.5.1"), criteria));
        outlook.risks[0].likelihood.levels
    };
    // floor(n × 2/3)
    assert_eq!([0, 1, 2, 3, 4, 5].map(of), [0, 0, 1, 2, 2, 3]);
}

#[test]
fn the_organisations_own_controls_bear_as_it_says() {
    let mut assessment = with("", risk(4, 4, "own-1"), Criteria::default());
    let own = OwnControl { number: 1, preventive: true, ..OwnControl::default() };
    let put = WorkAction::Own(id("own-1"), Some(Box::new(own)));
    apply(&controls(), &mut assessment, put.into()).unwrap();
    let rate = Action::Rate(id("own-1"), Rating::parse("F"));
    assert_eq!(show(look(&controls(), &assessment).risks[0].current), "4,4 4");
    apply(&controls(), &mut assessment, rate).unwrap();
    assert_eq!(show(look(&controls(), &assessment).risks[0].current), "2,4 3");
}

fn notices(given: &str, risk: Risk) -> Vec<RiskNotice> {
    look(&controls(), &with(given, risk, Criteria::default())).risks[0].notices.clone()
}

#[test]
fn what_wants_attention() {
    // Level 2 is above the threshold, which is 1; level 1 isn't.
    assert_eq!(notices("", risk(4, 0, "")), [RiskNotice::NoTreatment]);
    assert_eq!(notices("", risk(3, 0, "")), []);
    assert_eq!(notices("A.5.1=F", risk(4, 0, "A.5.1")), []);
    let nobody = Risk { owner: " ".into(), ..risk(0, 0, "") };
    assert_eq!(notices("", nobody), [RiskNotice::NoOwner]);
    let unknown = Risk { impact: None, ..risk(0, 0, "") };
    assert_eq!(notices("", unknown), [RiskNotice::NotAssessed]);
    let excluded =
        [RiskNotice::ExcludedControl(id("A.5.1")), RiskNotice::UnknownControl(id("A.9"))];
    assert_eq!(notices("A.5.1=excluded", risk(0, 0, "A.5.1 A.9")), excluded);
    let unjustified = [RiskNotice::UnjustifiedControl(id("A.5.1"))];
    assert_eq!(notices("A.5.1=excluded()", risk(0, 0, "A.5.1")), unjustified);
    // The level is the same as today's, 2, but it would be graver.
    let graver = Risk { residual: Some(Pair { likelihood: 1, impact: 4 }), ..risk(1, 3, "") };
    assert_eq!(notices("", graver), [RiskNotice::NoTreatment, RiskNotice::ResidualAboveCurrent]);
    let high = Risk { residual: Some(Pair { likelihood: 4, impact: 0 }), ..risk(4, 0, "A.5.1") };
    assert_eq!(notices("A.5.1=F", high), [RiskNotice::ResidualAboveCurrent]);
}

#[test]
fn what_is_retained_above_the_threshold_has_to_be_accepted_by_somebody_some_day_for_a_reason() {
    let retained = |by: &str, on, why: &str| {
        let acceptance = Acceptance { by: by.into(), on, why: why.into() };
        let treatment = Some(Treatment::Retain);
        notices("", Risk { treatment, acceptance, ..risk(4, 4, "") })
    };
    let missing = [RiskNotice::RetainedWithoutAcceptance];
    assert_eq!(retained("The board", Some(day(1)), "Cheaper"), []);
    assert_eq!(retained(" ", Some(day(1)), "Cheaper"), missing);
    assert_eq!(retained("The board", None, "Cheaper"), missing);
    assert_eq!(retained("The board", Some(day(1)), ""), missing);
    let low = Risk { treatment: Some(Treatment::Retain), ..risk(0, 0, "") };
    assert_eq!(notices("", low), []);
}

#[test]
fn a_control_that_is_not_in_place_and_treats_a_high_risk_is_a_major_finding() {
    let found = |given: &str, risk: Risk| -> Vec<Finding> {
        look(&controls(), &with(given, risk, Criteria::default())).findings
    };
    let grades = |given: &str, risk: Risk| -> Vec<Grade> {
        found(given, risk).iter().map(|finding| finding.grade).collect()
    };
    assert_eq!(grades("A.5.1=N", risk(4, 0, "A.5.1")), [Grade::Major]);
    let reason = FindingReason::Risks { level: id("N"), risks: vec![id("r1")] };
    assert_eq!(found("A.5.1=N", risk(4, 0, "A.5.1"))[0].reason, reason);
    // Not above the threshold, another control, a better rating.
    assert_eq!(grades("A.5.1=N", risk(3, 0, "A.5.1")), [Grade::Minor]);
    assert_eq!(grades("A.5.1=N", risk(4, 0, "A.5.2")), [Grade::Minor]);
    assert_eq!(grades("A.5.1=P", risk(4, 0, "A.5.1")), [Grade::Minor]);
    // It is the inherent level that counts: another control has lowered the risk already.
    assert_eq!(grades("A.5.1=N A.5.3=F", risk(4, 2, "A.5.1 A.5.3")), [Grade::Major]);
}

fn refused(given: &str, before: Risk, after: Risk) -> Option<Refusal> {
    let mut assessment = with(given, before, Criteria::default());
    let action = WorkAction::Risk(id("r1"), Some(Box::new(after)));
    apply(&controls(), &mut assessment, action.into()).err()
}

#[test]
fn an_aim_above_the_current_level_is_refused() {
    let aim = |likelihood, impact| Some(Pair { likelihood, impact });
    let before = || risk(4, 4, "A.5.1");
    let after = |residual| Risk { residual, ..before() };
    let high = Refusal::ResidualAboveCurrent(id("r1"));
    // Today it is level 3.
    assert_eq!(refused("A.5.1=F", before(), after(aim(2, 4))), None);
    assert_eq!(refused("A.5.1=F", before(), after(aim(4, 4))), Some(high.clone()));
    // Level 3 as well, but likelier than today.
    assert_eq!(refused("A.5.1=F", before(), after(aim(3, 2))), Some(high.clone()));
    // One that stood there before may stay while something else changes.
    let titled = Risk { title: "x".into(), ..after(aim(4, 4)) };
    assert_eq!(refused("A.5.1=F", after(aim(4, 4)), titled), None);
    // Without levels there is nothing to aim below.
    let unknown = Risk { impact: None, ..after(aim(0, 0)) };
    assert_eq!(refused("", before(), unknown), Some(high));
}

#[test]
fn levels_that_the_criteria_lack_are_refused() {
    let unknown = Some(Refusal::UnknownRiskLevel(id("r1")));
    assert_eq!(refused("", risk(1, 1, ""), risk(5, 1, "")), unknown);
    assert_eq!(refused("", risk(1, 1, ""), risk(1, 5, "")), unknown);
    // A file may have brought it.
    let titled = Risk { title: "x".into(), ..risk(5, 1, "") };
    assert_eq!(refused("", risk(5, 1, ""), titled), None);
}

#[test]
fn a_matrix_that_falls_is_refused_and_everything_stays() {
    let mut assessment = with("", risk(4, 4, ""), Preset::Three.criteria());
    let before = assessment.clone();
    let mut criteria = Preset::Three.criteria();
    criteria.matrix[2][1] = 0;
    let action = WorkAction::Criteria(Box::new(criteria));
    let fault = Fault::Falls { likelihood: 2, impact: 1 };
    let refusal = apply(&controls(), &mut assessment, action.into());
    assert_eq!(refusal, Err(Refusal::Criteria(fault)));
    assert_eq!(assessment, before);
}

#[test]
fn other_criteria_with_rescaled_risks_are_one_step() {
    let mut assessment = with("", risk(4, 2, ""), Criteria::default());
    let before = assessment.clone();
    let rescale = |level| rescaled(level, 5, 3);
    let all = Action::Several(vec![
        WorkAction::Criteria(Box::new(Preset::Three.criteria())).into(),
        WorkAction::Risk(id("r1"), Some(Box::new(risk(rescale(4), rescale(2), "")))).into(),
    ]);
    let mut history = History::default();
    history.perform(&controls(), &mut assessment, all).unwrap();
    assert_eq!(show(look(&controls(), &assessment).risks[0].inherent), "2,1 2");
    history.undo(&mut assessment);
    assert_eq!(assessment, before);
}

/// Scales with another number of levels, as the page of the criteria takes them over.
#[test]
fn a_risk_whose_levels_stay_reads_the_same() {
    let texts = Texts::english();
    for (likelihood, impact, levels) in [(4, 5, 5), (5, 4, 5), (5, 5, 4), (6, 6, 6), (4, 4, 4)] {
        // The highest pair that all of these scales have, without controls, today and as an aim.
        let mut assessment = with("A.5.1=F", risk(3, 2, "A.5.1"), Criteria::default());
        let reading = |assessment: &Assessment| {
            let words = LevelWords { texts: &texts, criteria: &assessment.work().criteria };
            words.reading(&look(&controls(), assessment).risks[0])
        };
        let before = reading(&assessment);
        let words = LevelWords { texts: &texts, criteria: &assessment.work().criteria };
        let resized = words.resized(likelihood, impact, levels);
        let (action, moved) = judge_by(&controls(), &assessment, &resized, Carry::Keep);
        apply(&controls(), &mut assessment, action).unwrap();
        assert_eq!((moved, reading(&assessment)), (0, before), "{likelihood}, {impact}, {levels}");
    }
}

#[test]
fn what_closing_one_control_would_take_off_high_risks_counts_twice() {
    // 4,4 is level 4; with A.5.1 fully in place 2,4 is level 3.
    let outlook = look(&controls(), &with("A.5.1=P", risk(4, 4, "A.5.1"), Criteria::default()));
    let first = &outlook.priorities[0];
    assert_eq!(first.item, id("A.5.1"));
    assert_eq!((first.for_finding, first.for_document, first.for_risks), (3, 0, 2));
    assert_eq!(first.benefit, 5);
    // A risk that may be retained counts nothing.
    let outlook = look(&controls(), &with("A.5.1=P", risk(3, 0, "A.5.1"), Criteria::default()));
    assert_eq!(outlook.priorities[0].for_risks, 0);
}

//! Readiness: scoring.md, "Readiness", with the questionnaire for ISO/IEC 27001:2022.

use std::sync::LazyLock;

use plumbline::domain::{
    action::{Action, apply},
    assessment::{Applicability, Assessment, Rating},
    document::{DocumentEntry, DocumentState},
    evaluation::evaluate,
    finding::{Finding, Grade, Regrade, graded_down},
    handbook::{Demand, Handbook},
    id::RiskId,
    outlook::{Outlook, outlook},
    pack::{Kind, Pack},
    readiness::{Blocker, Lack, Level, Readiness},
    risk::register::{Acceptance, Risk, Treatment},
    roadmap::Progress,
    selection::Selection,
    soa::{Inclusion, InclusionReason, Lint},
    work::action::WorkAction,
};

use crate::{
    iso27001::{handbook, iso27001},
    support::{answers, blank, day, id},
};

static PACK: LazyLock<Pack> = LazyLock::new(iso27001);
static HANDBOOK: LazyLock<Handbook> = LazyLock::new(handbook);

fn act(assessment: &mut Assessment, action: impl Into<Action>) {
    apply(&PACK, assessment, action.into()).unwrap();
}

fn see(assessment: &Assessment) -> Outlook {
    outlook(&PACK, &HANDBOOK, assessment, &evaluate(&PACK, assessment))
}

fn readiness(assessment: &Assessment) -> Readiness {
    see(assessment).readiness.unwrap()
}

fn rate(assessment: &mut Assessment, item: &str, rating: &str) {
    act(assessment, Action::Rate(id(item), Rating::parse(rating)));
}

fn document(assessment: &mut Assessment, name: &str, state: Option<DocumentState>) {
    let entry = DocumentEntry { state, ..DocumentEntry::default() };
    act(assessment, WorkAction::Document(id(name), entry));
}

/// Everything is fully in place, decided and written, and the only risk is a low one.
fn ready() -> Assessment {
    let mut assessment = blank();
    let included =
        Inclusion { reasons: vec![InclusionReason::BestPractice], ..Inclusion::default() };
    for item in PACK.items() {
        act(&mut assessment, Action::Rate(item.id.clone(), Rating::parse("F")));
        if item.kind == Kind::Control {
            act(&mut assessment, Action::Include(item.id.clone(), Some(included.clone())));
        }
    }
    for rule in HANDBOOK.documents.iter().filter(|rule| rule.demand == Demand::Mandatory) {
        document(&mut assessment, rule.id.as_str(), Some(DocumentState::InPlace));
    }
    let low = Risk { likelihood: Some(0), impact: Some(0), ..Risk::default() };
    act(&mut assessment, WorkAction::Risk(id("low"), Some(Box::new(low))));
    assessment
}

fn check(assessment: &Assessment, level: Level, stage_1: &[Blocker], stage_2: &[Blocker]) {
    let found = readiness(assessment);
    assert_eq!(found.level, level);
    assert_eq!(found.stage_1, stage_1);
    assert_eq!(found.stage_2, stage_2);
}

#[test]
fn ready_for_both_when_nothing_is_in_the_way() {
    check(&ready(), Level::Stage2, &[], &[]);
}

#[test]
fn nothing_answered_is_not_ready_and_every_condition_is_named() {
    let found = readiness(&blank());
    assert_eq!(found.level, Level::NotReady);
    let count = |kind: fn(&Blocker) -> bool| found.stage_1.iter().filter(|it| kind(it)).count();
    assert_eq!(count(|it| matches!(it, Blocker::Unanswered(_))), 30);
    assert_eq!(count(|it| matches!(it, Blocker::Statement(_, Lint::Undecided))), 93);
    let rules = &HANDBOOK.documents;
    let mandatory = rules.iter().filter(|rule| rule.demand == Demand::Mandatory).count();
    let documents =
        |all: &[Blocker]| all.iter().filter(|it| matches!(it, Blocker::Document(_))).count();
    assert_eq!(documents(&found.stage_1) + documents(&found.stage_2), mandatory);
}

#[test]
fn a_quick_check_judges_no_readiness() {
    let mut assessment = ready();
    act(&mut assessment, Action::Select(Selection::Quick));
    assert_eq!(see(&assessment).readiness, None);
}

#[test]
fn stage_1_asks_for_its_requirements_largely_in_place() {
    let with = |item: &str, rating: &str| {
        let mut assessment = ready();
        rate(&mut assessment, item, rating);
        readiness(&assessment)
    };
    assert_eq!(with("4.1", "L").level, Level::Stage2);
    assert_eq!(with("4.1", "P").stage_1, [Blocker::BelowLargely(id("4.1"))]);
    assert_eq!(with("4.1", "?").stage_1, [Blocker::BelowLargely(id("4.1"))]);
    assert_eq!(with("4.1", "?").stage_2, []);
    // Not on its list: known gaps are no blockers, but for a major finding of stage 2.
    assert_eq!(with("8.1", "P").level, Level::Stage2);
    assert_eq!(with("8.1", "N").stage_2, [Blocker::Major(id("item.8.1"))]);
    assert_eq!(with("8.1", "?").stage_2, [Blocker::DontKnow(id("8.1"))]);
    assert_eq!(with("8.1", "?").level, Level::Stage1);
}

#[test]
fn no_requirement_is_unanswered_in_stage_1_and_no_control_in_stage_2() {
    let without = |item: &str| {
        let mut assessment = ready();
        act(&mut assessment, Action::Rate(id(item), None));
        readiness(&assessment)
    };
    assert_eq!(without("8.1").stage_1, [Blocker::Unanswered(id("8.1"))]);
    assert_eq!(without("A.5.1").stage_1, []);
    assert_eq!(without("A.5.1").stage_2, [Blocker::Unanswered(id("A.5.1"))]);
}

#[test]
fn documents_belong_to_stage_1_and_records_to_stage_2() {
    let with = |name: &str, state| {
        let mut assessment = ready();
        document(&mut assessment, name, state);
        readiness(&assessment)
    };
    let blocker = |name: &str| [Blocker::Document(id(name))];
    assert_eq!(with("isms-scope", None).stage_1, blocker("isms-scope"));
    assert_eq!(with("isms-scope", Some(DocumentState::Draft)).stage_1, blocker("isms-scope"));
    assert_eq!(with("audit-results", None).stage_2, blocker("audit-results"));
    assert_eq!(with("audit-results", None).level, Level::Stage1);
    // A missing one is a major finding besides.
    let missing = with("audit-results", Some(DocumentState::Missing)).stage_2;
    assert_eq!(
        missing,
        [Blocker::Major(id("document.audit-results")), blocker("audit-results")[0].clone()]
    );
    // Only what a clause asks of everybody.
    assert_eq!(with("context-analysis", Some(DocumentState::Missing)).level, Level::Stage2);
}

#[test]
fn mandatory_documents_are_findings_when_somebody_has_looked() {
    let grades = |state| {
        let mut assessment = ready();
        document(&mut assessment, "isms-scope", state);
        let findings: Vec<Finding> = see(&assessment).findings;
        findings.iter().map(|finding| finding.grade).collect::<Vec<_>>()
    };
    assert_eq!(grades(Some(DocumentState::Missing)), [Grade::Major]);
    assert_eq!(grades(Some(DocumentState::Draft)), [Grade::Minor]);
    assert_eq!(grades(Some(DocumentState::InPlace)), []);
    assert_eq!(grades(None), []);
}

#[test]
fn three_minors_of_a_clause_are_of_ratings_documents_not_counted() {
    let mut assessment = ready();
    for item in ["4.1", "4.2"] {
        rate(&mut assessment, item, "P");
    }
    document(&mut assessment, "isms-scope", Some(DocumentState::Draft));
    assert!(see(&assessment).findings.iter().all(|finding| finding.grade == Grade::Minor));
    rate(&mut assessment, "4.3", "P");
    let majors = see(&assessment).findings;
    assert_eq!(majors.iter().filter(|finding| finding.grade == Grade::Major).count(), 1);
}

#[test]
fn the_statement_has_to_be_complete_for_stage_1() {
    let mut assessment = ready();
    act(&mut assessment, Action::Include(id("A.7.4"), None));
    let undecided = Blocker::Statement(id("A.7.4"), Lint::Undecided);
    check(&assessment, Level::NotReady, &[undecided], &[]);
    let excluded = |why: &str| Applicability::Excluded { justification: why.into() };
    act(&mut assessment, Action::Apply(id("A.7.4"), excluded("No premises")));
    check(&assessment, Level::Stage2, &[], &[]);
}

#[test]
fn a_risk_above_the_threshold_has_a_treatment_an_owner_and_is_accepted() {
    let with = |risk: Risk| {
        let mut assessment = ready();
        act(&mut assessment, WorkAction::Risk(id("r1"), Some(Box::new(risk))));
        readiness(&assessment).stage_2
    };
    let high = || Risk { likelihood: Some(4), impact: Some(4), ..Risk::default() };
    let lacks = |lacks: &[Lack]| -> Vec<Blocker> {
        lacks.iter().map(|lack| Blocker::Risk(id("r1"), *lack)).collect()
    };
    assert_eq!(with(Risk::default()), lacks(&[Lack::Levels]));
    assert_eq!(with(high()), lacks(&[Lack::Treatment, Lack::Owner, Lack::Acceptance]));
    let acceptance = Acceptance { by: "Ada".into(), on: Some(day(1)), why: "Agreed".into() };
    let treated =
        Risk { treatment: Some(Treatment::Share), owner: "Ada".into(), acceptance, ..high() };
    assert_eq!(with(treated), []);
    assert_eq!(with(Risk { likelihood: Some(0), impact: Some(0), ..Risk::default() }), []);
}

#[test]
fn the_assessors_grade_counts_and_the_computed_one_is_kept() {
    let mut assessment = ready();
    rate(&mut assessment, "8.1", "N");
    assert_eq!(readiness(&assessment).level, Level::Stage1);
    let regrade =
        Regrade { grade: Grade::Minor, computed: Grade::Major, reason: "One plant of five".into() };
    act(&mut assessment, WorkAction::Grade(id("item.8.1"), Some(regrade)));
    let outlook = see(&assessment);
    assert_eq!(
        (outlook.findings[0].grade, outlook.findings[0].computed),
        (Grade::Minor, Grade::Major)
    );
    assert_eq!(outlook.findings[0].regraded.as_deref(), Some("One plant of five"));
    assert_eq!(graded_down(&outlook.findings).count(), 1);
    assert_eq!(outlook.readiness.unwrap().level, Level::Stage2);
    // Overtaken: the grade was given for something else.
    rate(&mut assessment, "8.1", "P");
    let finding = see(&assessment).findings[0].clone();
    assert_eq!((finding.grade, finding.computed), (Grade::Minor, Grade::Minor));
    assert_eq!(finding.regraded, None);
    let lenient = Regrade {
        grade: Grade::Opportunity,
        computed: Grade::Minor,
        reason: "Nearly there".into(),
    };
    act(&mut assessment, WorkAction::Grade(id("item.8.1"), Some(lenient)));
    assert_eq!(see(&assessment).findings[0].grade, Grade::Opportunity);
    rate(&mut assessment, "8.1", "N");
    assert_eq!(see(&assessment).findings[0].grade, Grade::Major);
    // What is mended is no finding any more, whatever somebody thought of it.
    rate(&mut assessment, "8.1", "F");
    assert_eq!(see(&assessment).findings, []);
    let blank = Regrade { grade: Grade::Minor, computed: Grade::Major, reason: " ".into() };
    let action = WorkAction::Grade(id("item.8.1"), Some(blank)).into();
    assert!(apply(&PACK, &mut assessment, action).is_err());
}

#[test]
fn steps_wait_for_risks_statement_treatment_and_readiness() {
    let done = |assessment: &Assessment| -> Vec<u64> {
        let steps = see(assessment).steps;
        let done = steps.iter().filter(|state| state.progress == Progress::Done);
        done.map(|state| state.number).collect()
    };
    let mut assessment = ready();
    let risk = assessment.work().risks[&id::<RiskId>("low")].clone();
    act(&mut assessment, WorkAction::Risk(id("low"), None));
    // Nobody has assessed risks who has found none.
    assert_eq!(readiness(&assessment).stage_1, [Blocker::NoRisks]);
    assert_eq!(done(&assessment), [1, 2, 3, 4, 6, 8, 9]);
    act(&mut assessment, WorkAction::Risk(id("low"), Some(Box::new(risk.clone()))));
    assert_eq!(done(&assessment), [1, 2, 3, 4, 5, 6, 8, 9, 10]);
    let owned = Risk { owner: "Ada".into(), ..risk };
    act(&mut assessment, WorkAction::Risk(id("low"), Some(Box::new(owned))));
    assert_eq!(done(&assessment), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    act(&mut assessment, Action::Include(id("A.5.1"), None));
    assert_eq!(done(&assessment), [1, 2, 3, 4, 5, 7, 8, 9]);
}

#[test]
fn documents_that_are_missing_count_among_what_to_do_first() {
    let mut assessment = ready();
    document(&mut assessment, "isms-scope", Some(DocumentState::Missing));
    let first = see(&assessment).priorities[0].clone();
    // The rating says fully in place, the document isn't there.
    assert_eq!(first.item, id("4.3"));
    assert_eq!((first.for_finding, first.for_document, first.blocks_stage_1), (6, 2, true));
    document(&mut assessment, "isms-scope", Some(DocumentState::Draft));
    let first = see(&assessment).priorities[0].clone();
    assert_eq!((first.for_finding, first.for_document, first.blocks_stage_1), (3, 0, true));
    document(&mut assessment, "isms-scope", None);
    assert_eq!(see(&assessment).priorities, []);
}

#[test]
fn unknown_documents_of_no_pack_change_nothing() {
    let mut assessment = answers("4.1=F");
    let before = see(&assessment);
    document(&mut assessment, "unheard-of", Some(DocumentState::Missing));
    assert_eq!(see(&assessment), before);
}

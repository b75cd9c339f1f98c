//! The Statement of Applicability: scoring.md, "Readiness", and the mistakes that auditors find.

use plumbline::domain::{
    action::{Action, Refusal, apply},
    assessment::Assessment,
    evaluation::evaluate,
    pack::Pack,
    risk::register::{Link, Risk, Treatment},
    soa::{Decision, Inclusion, InclusionReason, Lint, OwnControl, Row, draft, is_complete, rows},
    work::action::WorkAction,
};

use crate::support::{answers, evidence, id, pack};

fn small() -> Pack {
    pack("4: 4.1 | A.5: A.5.1 A.5.2 | A.6: A.6.1")
}

fn act(assessment: &mut Assessment, action: impl Into<Action>) {
    apply(&small(), assessment, action.into()).unwrap();
}

fn include(assessment: &mut Assessment, control: &str, reasons: &[InclusionReason]) {
    let inclusion = Inclusion { reasons: reasons.to_vec(), ..Inclusion::default() };
    act(assessment, Action::Include(id(control), Some(inclusion)));
}

fn treat(assessment: &mut Assessment, number: u64, control: &str, treatment: Option<Treatment>) {
    let controls = vec![Link { control: id(control), suggested: true }];
    let risk = Risk { number, controls, treatment, ..Risk::default() };
    act(assessment, WorkAction::Risk(id(&format!("r{number}")), Some(Box::new(risk))));
}

fn all(assessment: &Assessment) -> Vec<Row> {
    rows(&small(), assessment, &evaluate(&small(), assessment))
}

fn lints(assessment: &Assessment, control: &str) -> Vec<Lint> {
    let rows = all(assessment);
    rows.into_iter().find(|row| row.control == id(control)).unwrap().lints
}

#[test]
fn every_control_has_a_row_and_no_requirement() {
    let mut assessment = answers("");
    for number in [2, 1] {
        let own = OwnControl { number, ..OwnControl::default() };
        act(&mut assessment, WorkAction::Own(id(&format!("own-{number}")), Some(Box::new(own))));
    }
    let controls: Vec<_> = all(&assessment).iter().map(|row| row.control.to_string()).collect();
    assert_eq!(controls, ["A.5.1", "A.5.2", "A.6.1", "own-1", "own-2"]);
}

#[test]
fn a_row_is_undecided_until_somebody_decides() {
    let mut assessment = answers("A.5.1=F");
    assert_eq!(all(&assessment)[0].decision, Decision::Undecided);
    assert_eq!(lints(&assessment, "A.5.1"), [Lint::Undecided, Lint::WithoutEvidence]);
    include(&mut assessment, "A.5.1", &[InclusionReason::Legal]);
    assert_eq!(all(&assessment)[0].decision, Decision::Applicable);
    assert_eq!(lints(&assessment, "A.5.1"), [Lint::WithoutEvidence]);
    act(&mut assessment, Action::Evidence(id("A.5.1"), vec![evidence("minutes")]));
    assert_eq!(lints(&assessment, "A.5.1"), []);
    act(&mut assessment, Action::Include(id("A.5.1"), None));
    assert_eq!(all(&assessment)[0].decision, Decision::Undecided);
}

#[test]
fn applicable_takes_a_reason_and_free_text_is_one() {
    let mut assessment = answers("");
    include(&mut assessment, "A.5.1", &[]);
    assert_eq!(lints(&assessment, "A.5.1"), [Lint::IncludedWithoutReason]);
    let with = |why: &str| Inclusion { why: why.into(), ..Inclusion::default() };
    act(&mut assessment, Action::Include(id("A.5.1"), Some(with("Our customers ask"))));
    assert_eq!(lints(&assessment, "A.5.1"), []);
    act(&mut assessment, Action::Include(id("A.5.1"), Some(with(" "))));
    assert_eq!(lints(&assessment, "A.5.1"), [Lint::IncludedWithoutReason]);
}

#[test]
fn excluded_takes_a_justification_and_no_risk_that_needs_it() {
    let mut assessment = answers("A.5.1=excluded A.5.2=excluded()");
    assert_eq!(lints(&assessment, "A.5.1"), []);
    assert_eq!(lints(&assessment, "A.5.2"), [Lint::ExcludedWithoutJustification]);
    treat(&mut assessment, 1, "A.5.1", None);
    assert_eq!(lints(&assessment, "A.5.1"), [Lint::ExcludedThoughNeeded]);
    assert_eq!(all(&assessment)[0].risks, [id("r1")]);
    // What is given up or accepted needs no control.
    treat(&mut assessment, 1, "A.5.1", Some(Treatment::Retain));
    assert_eq!(lints(&assessment, "A.5.1"), []);
    assert_eq!(all(&assessment)[0].risks, [id("r1")]);
}

#[test]
fn complete_is_what_is_decided_justified_reasoned_and_confirmed() {
    let mut assessment = answers("A.5.1=F A.5.2=excluded");
    include(&mut assessment, "A.5.1", &[InclusionReason::Business]);
    assert!(!is_complete(&all(&assessment)));
    let proposed =
        Inclusion { reasons: vec![InclusionReason::Risk], proposed: true, ..Inclusion::default() };
    act(&mut assessment, Action::Include(id("A.6.1"), Some(proposed.clone())));
    assert_eq!(lints(&assessment, "A.6.1"), [Lint::Proposed]);
    assert!(!is_complete(&all(&assessment)));
    let confirmed = Inclusion { proposed: false, ..proposed };
    act(&mut assessment, Action::Include(id("A.6.1"), Some(confirmed)));
    // Missing evidence, and a risk that needs an excluded control, are mistakes, but not gaps.
    treat(&mut assessment, 1, "A.5.2", None);
    assert!(is_complete(&all(&assessment)));
}

#[test]
fn a_draft_speaks_for_what_risks_call_for_and_what_is_in_use() {
    use InclusionReason::{BestPractice, Risk as ForRisk};
    let drafted = |assessment: &Assessment| -> Vec<(String, Vec<InclusionReason>)> {
        draft(&small(), assessment, &evaluate(&small(), assessment))
            .into_iter()
            .map(|action| match action {
                Action::Include(control, Some(inclusion)) if inclusion.proposed => {
                    (control.to_string(), inclusion.reasons)
                }
                other => panic!("{other:?}"),
            })
            .collect()
    };
    let mut assessment = answers("A.5.1=P A.5.2=N A.6.1=?");
    assert_eq!(drafted(&assessment), [("A.5.1".into(), vec![BestPractice])]);
    treat(&mut assessment, 1, "A.5.1", Some(Treatment::Modify));
    treat(&mut assessment, 2, "A.5.2", None);
    // Nobody carries out a control for a risk that is retained or avoided.
    treat(&mut assessment, 3, "A.6.1", Some(Treatment::Avoid));
    let expected = [("A.5.1".into(), vec![ForRisk, BestPractice]), ("A.5.2".into(), vec![ForRisk])];
    assert_eq!(drafted(&assessment), expected);
    // What is decided is left alone.
    include(&mut assessment, "A.5.1", &[]);
    assert_eq!(drafted(&assessment), expected[1..]);
}

#[test]
fn requirements_are_not_decided_on_and_own_controls_are_answered_as_others() {
    let mut assessment = answers("");
    let decide = Action::Include(id("4.1"), Some(Inclusion::default()));
    let refusal = apply(&small(), &mut assessment, decide);
    assert_eq!(refusal, Err(Refusal::NoControl(id("4.1"))));
    let note = Action::Note(id("own-1"), "x".into());
    let refusal = apply(&small(), &mut assessment, note.clone());
    assert_eq!(refusal, Err(Refusal::UnknownItem(id("own-1"))));
    act(&mut assessment, WorkAction::Own(id("own-1"), Some(Box::default())));
    act(&mut assessment, note);
    assert_eq!(assessment.answer(&id("own-1")).unwrap().note, "x");
    assert!(assessment.answers.is_empty());
    let stranger = WorkAction::Own(id("A.5.1"), Some(Box::default()));
    let refusal = apply(&small(), &mut assessment, stranger.into());
    assert_eq!(refusal, Err(Refusal::UnknownItem(id("A.5.1"))));
}

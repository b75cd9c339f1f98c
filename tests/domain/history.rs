//! Applying, undoing and redoing, by example.

use plumbline::domain::{
    action::{Action, Refusal, apply},
    assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
    facts::Facts,
    history::History,
    id::ItemId,
    pack::Pack,
    selection::Selection,
};

use crate::support::{
    REASON, answers, blank, day, evidence, excluded, id, pack, selection, snapshot,
};

/// A person at work.
struct Desk {
    pack: Pack,
    assessment: Assessment,
    history: History,
}

impl Desk {
    fn new() -> Self {
        let pack = pack("4: 4.1?2 4.2 | A.5: A.5.1 A.5.2");
        Self { pack, assessment: blank(), history: History::default() }
    }

    fn perform(&mut self, action: Action) -> &mut Self {
        self.history.perform(&self.pack, &mut self.assessment, action).unwrap();
        self
    }

    fn pause(&mut self) -> &mut Self {
        self.history.pause();
        self
    }

    /// How many steps can be taken back; takes them all back and forth.
    fn steps(&mut self) -> usize {
        let end = self.assessment.clone();
        let mut steps = 0;
        while self.undo().is_some() {
            steps += 1;
        }
        assert_eq!(self.assessment, blank());
        while self.redo().is_some() {}
        assert_eq!(self.assessment, end);
        steps
    }

    fn undo(&mut self) -> Option<Action> {
        self.history.undo(&mut self.assessment)
    }

    fn redo(&mut self) -> Option<Action> {
        self.history.redo(&mut self.assessment)
    }
}

fn rate(item: &str, rating: &str) -> Action {
    Action::Rate(id(item), Rating::parse(rating))
}

fn note(item: &str, text: &str) -> Action {
    Action::Note(id(item), text.into())
}

fn exclude(item: &str, justification: &str) -> Action {
    Action::Apply(id(item), excluded(justification))
}

fn rename(name: &str) -> Action {
    Action::Rename(name.into())
}

fn answer_check(item: &str, check: &str) -> Action {
    Action::Check(id(item), id(check), Some(CheckAnswer::Yes))
}

#[test]
fn an_answer_springs_into_being_and_goes_again() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "F"));
    assert_eq!(desk.assessment, answers("4.1=F"));
    desk.perform(Action::Rate(id("4.1"), None));
    assert_eq!(desk.assessment, blank());
}

#[test]
fn excluding_keeps_the_rating_for_later() {
    let mut desk = Desk::new();
    desk.perform(rate("A.5.1", "L")).perform(exclude("A.5.1", REASON));
    assert_eq!(desk.assessment, answers("A.5.1=L+excluded"));
    desk.perform(Action::Apply(id("A.5.1"), Applicability::Applicable));
    assert_eq!(desk.assessment, answers("A.5.1=L"));
}

#[test]
fn what_the_pack_does_not_allow_is_refused() {
    let check = |action: Action, refusal: Refusal, words: &str| {
        let mut assessment = answers("4.1=L A.5.1=excluded");
        let before = assessment.clone();
        let refused = apply(&Desk::new().pack, &mut assessment, action).unwrap_err();
        assert_eq!((&refused, refused.to_string().as_str()), (&refusal, words));
        assert_eq!(assessment, before);
    };
    let unknown = || Refusal::UnknownItem(id("4.3"));
    check(rate("4.3", "F"), unknown(), "unknown item 4.3");
    check(Action::Rate(id("4.3"), None), unknown(), "unknown item 4.3");
    check(note("4.3", "x"), unknown(), "unknown item 4.3");
    check(exclude("4.3", REASON), unknown(), "unknown item 4.3");
    check(answer_check("4.3", "c1"), unknown(), "unknown item 4.3");
    check(
        rate("4.1", "XL"),
        Refusal::UnknownLevel(id("4.1"), Rating::Level(id("XL"))),
        "unknown level XL for 4.1",
    );
    check(
        answer_check("4.1", "c3"),
        Refusal::UnknownCheck(id("4.1"), id("c3")),
        "unknown check-point c3 of 4.1",
    );
    let requirement = || Refusal::Requirement(id("4.1"));
    check(exclude("4.1", REASON), requirement(), "requirement 4.1 can't be excluded");
    check(exclude("4.1", ""), requirement(), "requirement 4.1 can't be excluded");
    for name in ["", " ", "\u{a0}\t"] {
        check(rename(name), Refusal::BlankName, "blank name");
        let snapshots = vec![snapshot("A", 0), snapshot(name, 1)];
        check(Action::Snapshots(snapshots), Refusal::BlankName, "blank name");
    }
    for action in [
        Action::Evidence(id("4.3"), Vec::new()),
        Action::Owner(id("4.3"), "x".into()),
        Action::Due(id("4.3"), None),
        Action::Target(id("4.3"), None),
        Action::Review(id("4.3"), true),
    ] {
        check(action, unknown(), "unknown item 4.3");
    }
    check(
        Action::Target(id("4.1"), Some(id("XL"))),
        Refusal::UnknownLevel(id("4.1"), Rating::Level(id("XL"))),
        "unknown level XL for 4.1",
    );
    for people in [0, 1_000_001] {
        let facts = Facts { people: Some(people), ..Facts::default() };
        let words = format!("no organisation of {people} people");
        check(Action::Facts(facts), Refusal::HeadCount(people), &words);
    }
    let unsorted = [
        Action::Select(Selection::Items(vec![id("4.2"), id("4.1")])),
        Action::Select(Selection::Items(vec![id("4.1"), id("4.1")])),
        Action::Snapshots(vec![snapshot("A", 1), snapshot("B", 0)]),
    ];
    for action in unsorted {
        check(action, Refusal::Unsorted, "not in order");
    }
    let many = Action::Snapshots(vec![snapshot("A", 0); 1001]);
    check(many, Refusal::TooManySnapshots, "too many snapshots");
    let one_of_them = vec![rate("4.1", "F"), Action::Several(vec![rate("4.3", "F")])];
    check(Action::Several(one_of_them), unknown(), "unknown item 4.3");
}

#[test]
fn what_the_pack_allows_to_the_limit() {
    let mut desk = Desk::new();
    for people in [1, 1_000_000] {
        desk.perform(Action::Facts(Facts { people: Some(people), ..Facts::default() })).pause();
        assert_eq!(desk.assessment.facts.people, Some(people));
    }
    // Of one moment, and items that the pack lacks.
    desk.perform(Action::Snapshots(vec![snapshot("A", 0), snapshot("B", 0)]));
    desk.perform(Action::Select(selection("4.1 Z")));
    desk.perform(Action::Snapshots(vec![snapshot("A", 0); 1000]));
    assert_eq!(desk.steps(), 5);
}

#[test]
fn what_there_is_beside_the_rating() {
    let mut desk = Desk::new();
    desk.perform(Action::Evidence(id("4.1"), vec![evidence("minutes")]))
        .perform(Action::Owner(id("4.1"), "Ada".into()))
        .perform(Action::Due(id("4.1"), Some(day(30))))
        .perform(Action::Target(id("4.1"), Some(id("F"))))
        .perform(Action::Review(id("4.1"), true));
    let answer = Answer {
        evidence: vec![evidence("minutes")],
        owner: "Ada".into(),
        due: Some(day(30)),
        target: Some(id("F")),
        review: true,
        ..Answer::default()
    };
    assert_eq!(desk.assessment.answer(&id("4.1")), Some(&answer));
    assert_eq!(desk.steps(), 5);
}

#[test]
fn several_changes_are_one_step() {
    let mut desk = Desk::new();
    let owner = |name: &str| Action::Owner(id("4.2"), name.into());
    let all = Action::Several(vec![
        rate("4.1", "F"),
        owner("Ada"),
        Action::Several(vec![owner("Bob"), rename("Renamed")]),
    ]);
    desk.perform(all.clone());
    assert_eq!(desk.steps(), 1);
    assert_eq!(desk.assessment.name, "Renamed");
    assert_eq!(desk.assessment.answer(&id("4.2")).unwrap().owner, "Bob");
    let back = desk.undo().unwrap();
    let expected = Action::Several(vec![
        Action::Several(vec![rename("Example"), owner("Ada")]),
        owner(""),
        Action::Rate(id("4.1"), None),
    ]);
    assert_eq!(back, expected);
    assert_eq!(desk.redo(), Some(all));
}

#[test]
fn actions_name_the_items_they_change() {
    let check = |action: Action, expected: &[&str]| {
        let items: Vec<&str> = action.items().into_iter().map(ItemId::as_str).collect();
        assert_eq!(items, expected, "{action:?}");
    };
    let item = || id("4.1");
    for action in [
        rate("4.1", "F"),
        exclude("4.1", ""),
        note("4.1", ""),
        answer_check("4.1", "c1"),
        Action::Evidence(item(), Vec::new()),
        Action::Owner(item(), String::new()),
        Action::Due(item(), None),
        Action::Target(item(), None),
        Action::Review(item(), false),
    ] {
        check(action, &["4.1"]);
    }
    for action in [
        rename("x"),
        Action::Facts(Facts::default()),
        Action::Select(Selection::All),
        Action::Snapshots(Vec::new()),
    ] {
        check(action, &[]);
    }
    let several = vec![rate("4.1", "F"), rename("x"), Action::Several(vec![note("4.2", "x")])];
    check(Action::Several(several), &["4.1", "4.2"]);
}

#[test]
fn typing_in_a_field_of_several_is_one_step_until_a_pause() {
    let facts = |organisation: &str, scope: &str| {
        let (organisation, scope) = (organisation.into(), scope.into());
        Action::Facts(Facts { organisation, scope, ..Facts::default() })
    };
    let listed = |names: &[&str]| {
        Action::Evidence(id("4.1"), names.iter().map(|name| evidence(name)).collect())
    };
    let mut desk = Desk::new();
    desk.perform(facts("A", "")).perform(facts("Ac", "")).pause();
    desk.perform(facts("Ac", "a")).perform(facts("Ac", "al"));
    assert_eq!(desk.steps(), 2);
    let mut desk = Desk::new();
    desk.perform(listed(&["a"])).perform(listed(&["ab"])).perform(listed(&["ab", ""]));
    desk.perform(listed(&["ab", "c"])).perform(listed(&["ab"]));
    assert_eq!(desk.steps(), 3);
    let mut desk = Desk::new();
    desk.perform(Action::Owner(id("4.1"), "A".into()));
    desk.perform(Action::Owner(id("4.1"), "Ad".into()));
    desk.perform(Action::Owner(id("4.2"), "B".into()));
    assert_eq!(desk.steps(), 2);
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "P")).perform(rate("4.1", "F"));
    assert_eq!(desk.undo(), Some(rate("4.1", "P")));
    assert_eq!(desk.undo(), Some(Action::Rate(id("4.1"), None)));
    assert_eq!(desk.undo(), None);
    assert_eq!(desk.redo(), Some(rate("4.1", "P")));
    assert_eq!(desk.redo(), Some(rate("4.1", "F")));
    assert_eq!(desk.redo(), None);
}

#[test]
fn a_new_action_ends_what_could_be_done_again() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "P"));
    desk.undo();
    desk.perform(rate("4.2", "F"));
    assert_eq!(desk.redo(), None);
    assert_eq!(desk.assessment, answers("4.2=F"));
}

#[test]
fn a_refused_action_does_not_end_it() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "P"));
    desk.undo();
    desk.history.perform(&desk.pack, &mut desk.assessment, rename(" ")).unwrap_err();
    assert_eq!(desk.redo(), Some(rate("4.1", "P")));
}

#[test]
fn an_action_without_effect_is_no_step() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "P")).perform(rate("4.1", "F"));
    desk.undo();
    let check = |desk: &mut Desk, action: Action| {
        desk.perform(action);
        assert!(desk.history.can_redo());
        assert_eq!(desk.assessment, answers("4.1=P"));
    };
    check(&mut desk, rate("4.1", "P"));
    check(&mut desk, Action::Rate(id("4.2"), None));
    check(&mut desk, note("4.1", ""));
    check(&mut desk, Action::Apply(id("A.5.1"), Applicability::Applicable));
    check(&mut desk, Action::Check(id("4.1"), id("c1"), None));
    check(&mut desk, Action::Evidence(id("4.1"), Vec::new()));
    check(&mut desk, Action::Due(id("4.1"), None));
    check(&mut desk, Action::Select(Selection::All));
    check(&mut desk, Action::Several(Vec::new()));
    // Changed and changed back, beside something that stays.
    let back_and_forth = vec![rate("4.1", "N"), rate("4.2", "F"), rate("4.1", "P")];
    let stays = vec![Action::Rate(id("4.2"), None), note("4.1", "")];
    check(&mut desk, Action::Several([back_and_forth, stays].concat()));
    let name = desk.assessment.name.clone();
    check(&mut desk, rename(&name));
    assert_eq!(desk.redo(), Some(rate("4.1", "F")));
    assert_eq!(desk.steps(), 2);
}

#[test]
fn text_typed_and_deleted_again_is_no_step() {
    let mut desk = Desk::new();
    desk.perform(note("4.1", "a")).pause();
    desk.perform(note("4.1", "ab")).perform(note("4.1", "a"));
    assert_eq!(desk.steps(), 1);
    // The pause still holds, and what comes next is one step again.
    desk.perform(note("4.1", "ac")).perform(note("4.1", "a"));
    desk.perform(note("4.1", "ad")).perform(note("4.1", "ade"));
    assert_eq!(desk.steps(), 2);
    assert_eq!(desk.undo(), Some(note("4.1", "a")));
}

#[test]
fn what_no_action_could_bring_about_comes_back() {
    let check = |given: &str, action: Action, changed: &str| {
        let mut desk = Desk::new();
        desk.assessment = answers(given);
        desk.perform(action.clone());
        assert_eq!(desk.assessment, answers(changed));
        assert!(desk.undo().is_some());
        assert_eq!(desk.assessment, answers(given), "undone {action:?}");
        assert_eq!(desk.redo(), Some(action));
        assert_eq!(desk.assessment, answers(changed));
    };
    check("4.1=XL", rate("4.1", "F"), "4.1=F");
    let include = Action::Apply(id("4.1"), Applicability::Applicable);
    check("4.1=F+excluded", include, "4.1=F");

    let mut desk = Desk::new();
    desk.assessment.name = " ".into();
    desk.perform(rename("Named"));
    desk.undo();
    assert_eq!(desk.assessment.name, " ");
}

#[test]
fn typing_in_one_field_is_one_step() {
    let notes = ["a", "ab", "abc"].map(|text| note("4.1", text));
    let names = ["N", "Na", "Nam"].map(rename);
    let reasons = ["", "n", "no"].map(|text| exclude("A.5.1", text));
    for typing in [notes, names, reasons] {
        let mut desk = Desk::new();
        for action in typing {
            desk.perform(action);
        }
        assert_eq!(desk.steps(), 1);
    }
}

#[test]
fn a_pause_begins_a_new_step() {
    let mut desk = Desk::new();
    desk.perform(note("4.1", "a")).perform(note("4.1", "ab")).pause();
    desk.perform(note("4.1", "abc")).perform(note("4.1", "abcd"));
    assert_eq!(desk.steps(), 2);
    assert_eq!(desk.undo(), Some(note("4.1", "ab")));
}

#[test]
fn another_field_begins_a_new_step() {
    let mut desk = Desk::new();
    desk.perform(note("4.1", "a")).perform(note("4.2", "b")).perform(note("4.1", "ab"));
    desk.perform(rename("N")).perform(exclude("A.5.1", "x")).perform(exclude("A.5.2", "x"));
    assert_eq!(desk.steps(), 6);
}

#[test]
fn anything_in_between_begins_a_new_step() {
    let mut desk = Desk::new();
    desk.perform(note("4.1", "a")).perform(rate("4.1", "F")).perform(note("4.1", "ab"));
    assert_eq!(desk.steps(), 3);
}

#[test]
fn undo_and_redo_begin_a_new_step() {
    let mut desk = Desk::new();
    desk.perform(note("4.1", "a")).pause().perform(note("4.1", "ab"));
    desk.undo();
    desk.perform(note("4.1", "ac"));
    assert_eq!(desk.steps(), 2);
    desk.undo();
    desk.redo();
    desk.perform(note("4.1", "acd"));
    assert_eq!(desk.steps(), 3);
}

#[test]
fn ratings_and_check_points_are_steps_of_their_own() {
    let mut desk = Desk::new();
    desk.perform(rate("4.1", "N")).perform(rate("4.1", "P"));
    desk.perform(answer_check("4.1", "c1")).perform(answer_check("4.1", "c2"));
    assert_eq!(desk.steps(), 4);
}

#[test]
fn including_again_is_no_typing() {
    let mut desk = Desk::new();
    desk.perform(exclude("A.5.1", "x"));
    desk.perform(Action::Apply(id("A.5.1"), Applicability::Applicable));
    desk.perform(exclude("A.5.1", "y"));
    assert_eq!(desk.steps(), 3);
}

#[test]
fn the_last_thousand_steps_can_be_taken_back() {
    let mut desk = Desk::new();
    for _ in 0..501 {
        desk.perform(rate("4.1", "F")).perform(rate("4.1", "P"));
    }
    let mut steps = 0;
    while desk.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 1000);
    assert_eq!(desk.assessment, answers("4.1=P"));
}

#[test]
fn the_last_step_is_the_one_that_can_be_taken_back_next() {
    let mut desk = Desk::new();
    let (rated, named) = (rate("4.1", "F"), rename("Renamed"));
    assert!(!desk.history.is_last(&rated));
    desk.perform(rated.clone()).pause().perform(named.clone());
    assert!(desk.history.is_last(&named) && !desk.history.is_last(&rated));
    desk.undo();
    assert!(desk.history.is_last(&rated));
}

//! What is being presented: nothing shows by accident, and every step can be taken back.

use plumbline::domain::workshop::{
    session::{Plan, Session},
    show::{Course, Show, Shown, Step, Timer, TimerAct, View},
};
use proptest::prelude::*;

use crate::workshop::session;

const MINUTE: u64 = 60_000;

fn timed() -> Session {
    let plan = Plan { minutes: Some(5), ..session(6).plan().clone() };
    Session::new(&crate::workshop::small_pack(), session(6).id(), plan).unwrap()
}

/// The second and the fourth of the four items have a model rating.
fn has_model(place: usize) -> bool {
    place % 2 == 1
}

fn taken(show: &Show, step: Step, now: u64) -> Show {
    let session = timed();
    let mut show = show.clone();
    show.take(step, Course { session: &session, has_model: &has_model }, now);
    show
}

fn after(steps: &[Step]) -> Show {
    let show = Show::new(&timed());
    steps.iter().fold(show, |show, step| taken(&show, *step, 0))
}

#[test]
fn the_way_leads_through_everything() {
    let mut show = after(&[]);
    let mut seen = Vec::new();
    for _ in 0..20 {
        seen.push((show.view, show.place, show.shown()));
        show = taken(&show, Step::Next, 0);
    }
    seen.dedup();
    let item = |place, shown| (View::Item, place, shown);
    let expected = [
        (View::Join, 0, Shown::Hidden),
        item(0, Shown::Hidden),
        item(0, Shown::Votes),
        item(1, Shown::Hidden),
        item(1, Shown::Votes),
        item(1, Shown::Model),
        item(2, Shown::Hidden),
        item(2, Shown::Votes),
        item(3, Shown::Hidden),
        item(3, Shown::Votes),
        item(3, Shown::Model),
        (View::List, 3, Shown::Model),
        (View::End, 3, Shown::Model),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn another_round_is_hidden_again() {
    let show = after(&[Step::Item(1), Step::Reveal, Step::Model, Step::Round(2)]);
    assert_eq!(show.shown(), Shown::Hidden);
    assert!(show.is_revealed(1, 1));
    assert_eq!(taken(&show, Step::Round(1), 0).shown(), Shown::Votes);
}

#[test]
fn a_model_rating_is_never_shown_alone() {
    for steps in [
        &[Step::Item(1), Step::Model][..],
        &[Step::Item(0), Step::Reveal, Step::Model],
        &[Step::Item(1), Step::Reveal, Step::Model, Step::Hide],
        &[Step::Item(1), Step::Reveal, Step::Model, Step::Item(3)],
    ] {
        let show = after(steps);
        assert!(!show.model, "{steps:?}");
    }
}

#[test]
fn a_step_on_a_blank_screen_only_lights_it() {
    let dark = after(&[Step::Item(2), Step::Blank]);
    assert!(dark.blank);
    for step in [Step::Next, Step::Back, Step::Blank] {
        assert_eq!(taken(&dark, step, 0), after(&[Step::Item(2)]), "{step:?}");
    }
    assert!(taken(&dark, Step::Timer(TimerAct::Start), 0).blank);
}

#[test]
fn what_does_not_exist_is_not_gone_to() {
    assert_eq!(after(&[Step::Item(9)]).place, 3);
    assert_eq!(after(&[Step::Round(9)]).round, 2);
    assert_eq!(after(&[Step::Round(0)]).round, 1);
}

#[test]
fn a_timer_runs_pauses_and_gets_more() {
    let act = |show: &Show, act, now| taken(show, Step::Timer(act), now);
    let show = act(&after(&[Step::Item(0)]), TimerAct::Start, 1_000);
    assert_eq!(show.timer, Timer::Runs(1_000 + 5 * MINUTE));
    assert_eq!(show.timer.seconds(1_001), 300);
    assert_eq!(show.timer.seconds(2_000), 299);
    // Started twice it is the same.
    assert_eq!(act(&show, TimerAct::Start, 3_000), show);

    let paused = act(&show, TimerAct::Pause, 61_000);
    assert_eq!(paused.timer, Timer::Stands(4 * MINUTE));
    assert_eq!(act(&paused, TimerAct::Minute, 0).timer, Timer::Stands(5 * MINUTE));
    assert_eq!(act(&paused, TimerAct::Reset, 0).timer, Timer::Stands(5 * MINUTE));

    let over = 1_000 + 7 * MINUTE;
    assert_eq!(show.timer.seconds(over), 0);
    assert_eq!(act(&show, TimerAct::Minute, over).timer, Timer::Runs(over + MINUTE));
    assert_eq!(act(&show, TimerAct::Minute, 1_000).timer, Timer::Runs(1_000 + 6 * MINUTE));
}

#[test]
fn a_timer_is_that_of_an_item() {
    let running = taken(&after(&[Step::Item(0)]), Step::Timer(TimerAct::Start), 0);
    for (step, runs) in [
        (Step::Reveal, true),
        (Step::Blank, true),
        (Step::View(View::List), true),
        (Step::Item(1), false),
        (Step::Round(2), false),
    ] {
        assert_eq!(taken(&running, step, 0).timer.runs(), runs, "{step:?}");
    }
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Next),
        2 => Just(Step::Back),
        1 => (0..6_usize).prop_map(Step::Item),
        1 => (0..4_u8).prop_map(Step::Round),
        1 => prop::sample::select(View::ALL.to_vec()).prop_map(Step::View),
        1 => prop::sample::select(vec![
            Step::First, Step::Last, Step::Reveal, Step::Hide, Step::Model, Step::Blank,
            Step::Timer(TimerAct::Start), Step::Timer(TimerAct::Minute), Step::Timer(TimerAct::Pause),
        ]),
    ]
}

proptest! {
    /// Whoever pressed once too often presses the other key, and the room sees what it saw before.
    #[test]
    fn back_takes_next_back(steps in prop::collection::vec(any_step(), 0..20)) {
        let show = after(&steps);
        let next = taken(&show, Step::Next, 0);
        // What was revealed before, as on a second walk through the items, is hidden first.
        let walks = show.view != View::Join && !show.blank && next != show;
        if walks && (next.place == show.place || next.shown() == Shown::Hidden) {
            let back = taken(&next, Step::Back, 0);
            prop_assert_eq!((back.view, back.place, back.shown()), (show.view, show.place, show.shown()));
            prop_assert_eq!(back.revealed, show.revealed);
        }
    }

    /// Nothing is revealed but the item that is on the screen, by a step that is meant to.
    #[test]
    fn only_what_is_on_the_screen_is_revealed(
        steps in prop::collection::vec(any_step(), 0..20),
        step in any_step(),
    ) {
        let before = after(&steps);
        let now = taken(&before, step, 0);
        for revealed in now.revealed.difference(&before.revealed) {
            prop_assert!(matches!(step, Step::Next | Step::Reveal));
            prop_assert!(step == Step::Reveal || before.view == View::Item);
            prop_assert!(!before.blank || step == Step::Reveal);
            prop_assert_eq!(*revealed, (before.place, before.round));
        }
    }
}

//! Properties of applying, undoing and redoing.

use plumbline::domain::{
    action::{Action, apply},
    assessment::Assessment,
    history::History,
};
use proptest::{collection, prelude::*};

use super::cases::{Answers, Case, actions, cases};

/// What a person does, one thing after another.
#[derive(Clone, Debug)]
enum Step {
    Do(Action),
    Pause,
    Undo,
    Redo,
}

/// A case with up to 40 steps in it.
fn runs() -> impl Strategy<Value = (Case, Vec<Step>)> {
    cases(Answers::Allowed).prop_flat_map(|case| {
        let step = prop_oneof![
            6 => actions(&case.pack).prop_map(Step::Do),
            1 => Just(Step::Pause),
            2 => Just(Step::Undo),
            1 => Just(Step::Redo),
        ];
        (Just(case), collection::vec(step, 0..40))
    })
}

proptest! {
    #[test]
    fn a_refused_action_changes_nothing((case, steps) in runs()) {
        let Case { pack, mut assessment, .. } = case;
        for step in steps {
            let Step::Do(action) = step else { continue };
            let before = assessment.clone();
            if apply(&pack, &mut assessment, action).is_err() {
                prop_assert_eq!(&before, &assessment);
            }
        }
    }

    #[test]
    fn a_refused_action_leaves_undo_and_redo_as_they_are((case, steps) in runs()) {
        let Case { pack, mut assessment, .. } = case;
        let mut history = History::default();
        for step in steps {
            let could = (history.can_undo(), history.can_redo());
            match step {
                Step::Do(action) => {
                    if history.perform(&pack, &mut assessment, action).is_err() {
                        prop_assert_eq!((history.can_undo(), history.can_redo()), could);
                    }
                }
                Step::Pause => history.pause(),
                Step::Undo => drop(history.undo(&mut assessment)),
                Step::Redo => drop(history.redo(&mut assessment)),
            }
        }
    }

    #[test]
    fn every_action_can_be_taken_back_and_done_again((case, steps) in runs()) {
        let Case { pack, mut assessment, .. } = case;
        for step in steps {
            let Step::Do(action) = step else { continue };
            let before = assessment.clone();
            let mut history = History::default();
            if history.perform(&pack, &mut assessment, action).is_err() || !history.can_undo() {
                continue;
            }
            let after = assessment.clone();
            history.undo(&mut assessment);
            prop_assert_eq!(&assessment, &before);
            history.redo(&mut assessment);
            prop_assert_eq!(&assessment, &after);
        }
    }

    /// Typing is gathered here as it comes, for nobody pauses unless the run says so.
    #[test]
    fn undoing_all_restores_the_start_and_redoing_all_the_end((case, steps) in runs()) {
        let Case { pack, assessment: start, .. } = case;
        let mut assessment = start.clone();
        let mut history = History::default();
        for step in steps {
            match step {
                Step::Do(action) => drop(history.perform(&pack, &mut assessment, action)),
                Step::Pause => history.pause(),
                Step::Undo | Step::Redo => {}
            }
        }
        let end = assessment.clone();
        while history.can_undo() {
            prop_assert!(history.undo(&mut assessment).is_some());
        }
        prop_assert_eq!(&assessment, &start);
        while history.can_redo() {
            prop_assert!(history.redo(&mut assessment).is_some());
        }
        prop_assert_eq!(&assessment, &end);
    }

    /// The model: the states one has been in, and which of them is the present one. Every action
    /// that changes something is a step of its own here.
    #[test]
    fn undo_and_redo_walk_along_the_states((case, steps) in runs()) {
        let Case { pack, mut assessment, .. } = case;
        let mut history = History::default();
        let mut states: Vec<Assessment> = vec![assessment.clone()];
        let mut present = 0;
        for step in steps {
            match step {
                Step::Do(action) => {
                    let done = history.perform(&pack, &mut assessment, action).is_ok();
                    if done && assessment != states[present] {
                        states.truncate(present + 1);
                        states.push(assessment.clone());
                        present += 1;
                    }
                    history.pause();
                }
                Step::Pause => history.pause(),
                Step::Undo => {
                    let undone = history.undo(&mut assessment).is_some();
                    prop_assert_eq!(undone, present > 0);
                    present = present.saturating_sub(1);
                }
                Step::Redo => {
                    let redone = history.redo(&mut assessment).is_some();
                    prop_assert_eq!(redone, present + 1 < states.len());
                    present = (present + 1).min(states.len() - 1);
                }
            }
            prop_assert_eq!(&assessment, &states[present]);
            prop_assert_eq!(history.can_undo(), present > 0);
            prop_assert_eq!(history.can_redo(), present + 1 < states.len());
        }
    }
}

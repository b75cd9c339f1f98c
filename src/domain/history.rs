//! Undo and redo over [`apply`].

use super::{
    action::{Action, Refusal, apply, carry_out},
    assessment::Assessment,
    pack::Pack,
};

/// How many steps can be taken back.
const DEEPEST: usize = 1000;

/// The steps that can be taken back or done again. Lives as long as the assessment is open.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Action>,
    /// Whether typing in the field of the last step still belongs to it.
    typing: bool,
}

#[derive(Clone, Debug)]
struct Step {
    done: Action,
    back: Action,
}

impl History {
    /// Carries out an action and remembers how to take it back. Typing in one field is one step
    /// until [`History::pause`]. An action that changes nothing is no step: what can be taken back
    /// or done again stays as it is.
    ///
    /// # Errors
    /// [`Refusal`], as [`apply`] does; nothing has changed then.
    pub fn perform(
        &mut self,
        pack: &Pack,
        assessment: &mut Assessment,
        action: Action,
    ) -> Result<(), Refusal> {
        // Several changes that undo each other don't show by what takes them back.
        let before = matches!(action, Action::Several(_)).then(|| assessment.clone());
        let back = apply(pack, assessment, action.clone())?;
        if back == action || before.as_ref() == Some(assessment) {
            return Ok(());
        }
        self.redo.clear();
        self.typing = match self.undo.last_mut() {
            Some(last) if self.typing && action.continues(&last.done) && action == last.back => {
                // Typed and deleted again: the step is undone, and the one before it is over.
                self.undo.pop();
                false
            }
            Some(last) if self.typing && action.continues(&last.done) => {
                last.done = action;
                true
            }
            _ => {
                self.undo.push(Step { done: action, back });
                if self.undo.len() > DEEPEST {
                    self.undo.remove(0);
                }
                true
            }
        };
        Ok(())
    }

    /// Ends a run of typing: what comes next is a step of its own.
    pub const fn pause(&mut self) {
        self.typing = false;
    }

    /// Takes the last step back and returns what was done to do so.
    pub fn undo(&mut self, assessment: &mut Assessment) -> Option<Action> {
        self.typing = false;
        let Step { back, .. } = self.undo.pop()?;
        self.redo.push(carry_out(assessment, back.clone()));
        Some(back)
    }

    /// Does the last step that was taken back again and returns it.
    pub fn redo(&mut self, assessment: &mut Assessment) -> Option<Action> {
        self.typing = false;
        let done = self.redo.pop()?;
        let back = carry_out(assessment, done.clone());
        self.undo.push(Step { done: done.clone(), back });
        Some(done)
    }

    /// Whether this was the last step.
    #[must_use]
    pub fn is_last(&self, done: &Action) -> bool {
        self.undo.last().is_some_and(|step| step.done == *done)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

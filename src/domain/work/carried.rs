//! Work and changes to it, for code that only has to carry them along.
//!
//! What is done with an assessment's work (risks, Statement of Applicability, plan, …) is much code,
//! and none of it is needed to answer an item. Behind these two traits the first part of the wasm can
//! hold, copy, compare, change and write all of it without containing it (docs/decisions/0022).

use std::{any::Any, fmt::Debug, sync::OnceLock};

use super::{
    super::{action::Refusal, assessment::Assessment, pack::Pack},
    Work,
};

/// The work of an assessment. Implemented by [`Written`] alone; what it needs of the world of files
/// stands with that (`persist::work`).
pub trait Carried: Any + Debug + Send + Sync {
    /// A copy of it.
    fn copy(&self) -> Box<dyn Carried>;
    /// Whether both are the same.
    fn equals(&self, other: &dyn Carried) -> bool;
    /// Its fields as a JSON object; nothing when that fails, which it can't with these types.
    fn write(&self) -> &str;
    /// The [`Work`], to be looked into.
    fn look(&self) -> &dyn Any;
    /// The [`Work`], to be changed.
    fn look_mut(&mut self) -> &mut dyn Any;
    /// The [`Work`], to be taken out.
    fn open(self: Box<Self>) -> Box<dyn Any>;
}

/// Work with its text, once that was asked for, until it changes: what is saved most often are ratings,
/// and hundreds of risks aren't written anew for each.
#[derive(Debug)]
pub struct Written {
    /// The work.
    pub work: Work,
    /// Its fields as a JSON object.
    pub text: OnceLock<String>,
}

impl From<Work> for Written {
    fn from(work: Work) -> Self {
        Self { work, text: OnceLock::new() }
    }
}

/// The work of an assessment, or nothing while none is done.
#[derive(Debug, Default)]
pub struct Held(Option<Box<dyn Carried>>);

impl Held {
    /// Holds work, unless it is blank.
    #[must_use]
    pub fn new(work: Work) -> Self {
        if work == Work::default() { Self(None) } else { Self(Some(Box::new(Written::from(work)))) }
    }

    /// The work, if there is any.
    #[must_use]
    pub fn get(&self) -> Option<&Work> {
        self.0.as_ref()?.look().downcast_ref()
    }

    /// Takes the work out, blank if there is none.
    pub(super) fn take(&mut self) -> Work {
        let work = self.0.take().and_then(|work| work.open().downcast().ok());
        work.map_or_else(Work::default, |work| *work)
    }

    pub(in super::super) fn get_mut(&mut self) -> Option<&mut Work> {
        self.0.as_mut()?.look_mut().downcast_mut()
    }

    /// Its fields as a JSON object, if there is any.
    #[must_use]
    pub fn write(&self) -> Option<&str> {
        Some(self.0.as_ref()?.write())
    }
}

impl Clone for Held {
    fn clone(&self) -> Self {
        Self(self.0.as_ref().map(|work| work.copy()))
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => one.equals(&**other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Eq for Held {}

/// What a change to work is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// By what risks are judged.
    Criteria,
    /// An asset.
    Asset,
    /// A risk.
    Risk,
    /// The head of the Statement of Applicability.
    Statement,
    /// A control of the organisation's own.
    Own,
    /// A document or record.
    Document,
    /// The assessor's grade of a finding.
    Grade,
    /// An action of the plan.
    Plan,
    /// Weeks of a step.
    Weeks,
}

/// One change to the work. Implemented by [`super::action::WorkAction`] alone.
pub trait Change: Any + Debug + Send + Sync {
    /// A copy of it.
    fn copy(&self) -> Box<dyn Change>;
    /// Whether both are the same.
    fn equals(&self, other: &dyn Change) -> bool;
    /// Whether both can be a person's typing in one and the same text field.
    fn continues(&self, earlier: &dyn Change) -> bool;
    /// What it is about.
    fn subject(&self) -> Subject;
    /// Whether the pack and what else is in the assessment allow it.
    ///
    /// # Errors
    /// [`Refusal`]
    fn allow(&self, pack: &Pack, assessment: &Assessment) -> Result<(), Refusal>;
    /// Carries it out and returns what takes it back.
    fn carry_out(self: Box<Self>, assessment: &mut Assessment) -> Box<dyn Change>;
    /// Itself, to be looked into.
    fn look(&self) -> &dyn Any;
}

impl Clone for Box<dyn Change> {
    fn clone(&self) -> Self {
        self.copy()
    }
}

impl PartialEq for dyn Change {
    fn eq(&self, other: &Self) -> bool {
        self.equals(other)
    }
}

impl Eq for dyn Change {}

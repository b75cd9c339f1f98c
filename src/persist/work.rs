//! Writing the work of an assessment.

use std::any::Any;

use crate::domain::work::{Work, carried::Carried};

impl Carried for Work {
    fn copy(&self) -> Box<dyn Carried> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &dyn Carried) -> bool {
        other.look().downcast_ref() == Some(self)
    }

    fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn look(&self) -> &dyn Any {
        self
    }

    fn look_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn open(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

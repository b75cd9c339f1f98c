//! Writing the work of an assessment.

use std::any::Any;

use crate::domain::work::{
    Work,
    carried::{Carried, Written},
};

impl Carried for Written {
    fn copy(&self) -> Box<dyn Carried> {
        Box::new(Self::from(self.work.clone()))
    }

    fn equals(&self, other: &dyn Carried) -> bool {
        other.look().downcast_ref::<Work>() == Some(&self.work)
    }

    fn write(&self) -> &str {
        self.text.get_or_init(|| serde_json::to_string(&self.work).unwrap_or_default())
    }

    fn look(&self) -> &dyn Any {
        &self.work
    }

    fn look_mut(&mut self) -> &mut dyn Any {
        self.text.take();
        &mut self.work
    }

    fn open(self: Box<Self>) -> Box<dyn Any> {
        Box::new(self.work)
    }
}

//! What is shown of the register, kept while a person goes to a risk and comes back.

use std::sync::Mutex;

use leptos::prelude::*;

use super::super::super::live::when_drawn;
use crate::{
    browser::page,
    domain::{
        id::AssessmentId,
        risk::find::{Filter, Order},
    },
};

/// How many rows are drawn at once.
pub const ROWS: usize = 100;
/// The id of the heading of the register.
pub const HEADING: &str = "register";

/// What is looked for, and in which order.
#[derive(Clone, Copy)]
pub struct View {
    /// What is looked for.
    pub filter: RwSignal<Filter>,
    /// In which order.
    pub order: RwSignal<Order>,
    /// How many rows are drawn.
    pub rows: RwSignal<usize>,
}

/// What was shown last, and of which assessment.
static LAST: Mutex<Option<(AssessmentId, Filter, Order)>> = Mutex::new(None);

impl View {
    /// What was shown of this assessment when the page was last left.
    pub fn new(id: &AssessmentId) -> Self {
        let last = LAST.lock().ok().and_then(|last| last.clone());
        let (filter, order) = last
            .filter(|(of, ..)| of == id)
            .map(|(_, filter, order)| (filter, order))
            .unwrap_or_default();
        let (filter, order) = (RwSignal::new(filter), RwSignal::new(order));
        let id = id.clone();
        Effect::new(move |_| {
            let shown = (id.clone(), filter.get(), order.get());
            if let Ok(mut last) = LAST.lock() {
                *last = Some(shown);
            }
        });
        Self { filter, order, rows: RwSignal::new(ROWS) }
    }

    /// Shows what fits, and goes there.
    pub fn show(self, filter: Filter) {
        self.filter.set(filter);
        self.rows.set(ROWS);
        when_drawn(|| page::focus(HEADING));
    }
}

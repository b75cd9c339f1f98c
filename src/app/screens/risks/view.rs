//! What is shown of the register, kept while a person goes to a risk and comes back.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::super::{super::live::when_drawn, last::Last};
use crate::{
    browser::{events, page},
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
    /// Whether the page is being printed, for which all are drawn.
    pub printing: RwSignal<bool>,
}

/// Whether the page is being printed. The window is listened to once: pages come and go.
fn printing() -> RwSignal<bool> {
    static PRINTING: OnceLock<ArcRwSignal<bool>> = OnceLock::new();
    let printing = PRINTING.get_or_init(|| {
        let printing = ArcRwSignal::new(false);
        let now = printing.clone();
        events::on_printing(Box::new(move |begins| now.set(begins)));
        printing
    });
    printing.clone().into()
}

/// What was shown last, and of which assessment.
static LAST: Last<(Filter, Order)> = Last::new();

impl View {
    /// What was shown of this assessment when the page was last left.
    pub fn new(id: &AssessmentId) -> Self {
        let (filter, order) = LAST.of(id);
        let (filter, order) = (RwSignal::new(filter), RwSignal::new(order));
        let id = id.clone();
        Effect::new(move |_| {
            LAST.note(&id, (filter.get(), order.get()));
        });
        Self { filter, order, rows: RwSignal::new(ROWS), printing: printing() }
    }

    /// Shows what fits, and goes there.
    pub fn show(self, filter: Filter) {
        self.filter.set(filter);
        self.rows.set(ROWS);
        when_drawn(|| page::focus(HEADING));
    }
}

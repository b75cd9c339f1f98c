//! When a step takes place, as a bar in a row of a table. The days stand beside it as text.

use leptos::prelude::*;

pub use crate::report::charts::span::Span;

/// Draws the bar, with a line at `today`; where a step takes no time it is a dot.
pub fn bar(
    from: Signal<i64>,
    to: Signal<i64>,
    today: Signal<i64>,
    class: Signal<String>,
) -> AnyView {
    let path = move || format!("M{} 50H{}", from.get(), to.get().max(from.get()));
    let line = move || format!("M{} 0V100", today.get());
    view! {
        <svg class=class viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
            <path class="path-track" d="M0 50H1000"></path>
            <path class="path-bar" d=path></path>
            <path class="path-today" d=line></path>
        </svg>
    }
    .into_any()
}

//! When a step takes place, as a bar in a row of a table. The days stand beside it as text.

use leptos::prelude::*;

use super::super::{
    el::{path, svg},
    live::text,
};

pub use crate::report::charts::span::Span;

/// Draws the bar, with a line at `today`; where a step takes no time it is a dot.
pub fn bar(
    from: Signal<i64>,
    to: Signal<i64>,
    today: Signal<i64>,
    class: Signal<String>,
) -> AnyView {
    let bar = text(move || format!("M{} 50H{}", from.get(), to.get().max(from.get())));
    let line = text(move || format!("M{} 0V100", today.get()));
    svg()
        .attr_live("class", class)
        .is("viewBox", "0 0 1000 100")
        .is("preserveAspectRatio", "none")
        .is("aria-hidden", "true")
        .el(path().class("path-track").is("d", "M0 50H1000"))
        .el(path().class("path-bar").attr_live("d", bar))
        .el(path().class("path-today").attr_live("d", line))
        .done()
}

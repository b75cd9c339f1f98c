//! The range as a bar, with a tick at the conformity. The numbers stand beside it as text.

use leptos::prelude::*;

use super::super::{
    el::{path, svg},
    live::text,
};
use crate::{
    domain::score::Measure,
    report::range_bar::{RangeBar, VIEW_BOX},
};

/// Draws a bar that follows a measure.
pub fn range_bar(measure: Signal<Option<Measure>>) -> AnyView {
    let part = |of: fn(RangeBar) -> String| {
        text(move || measure.get().as_ref().map(RangeBar::new).map(of).unwrap_or_default())
    };
    let (solid, band, mark) = (part(|bar| bar.solid), part(|bar| bar.band), part(|bar| bar.mark));
    svg()
        .class("range-bar")
        .is("viewBox", VIEW_BOX)
        .is("preserveAspectRatio", "none")
        .is("aria-hidden", "true")
        .el(path().class("range-track").is("d", "M0 0H1000V10H0Z"))
        .el(path().class("range-solid").attr_live("d", solid))
        .el(path().class("range-band").attr_live("d", band))
        .el(path().class("range-mark").attr_live("d", mark))
        .done()
}

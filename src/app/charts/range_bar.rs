//! The range as a bar, with a tick at the conformity. The numbers stand beside it as text.

use leptos::prelude::*;

use super::super::live::text;
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
    view! {
        <svg class="range-bar" viewBox=VIEW_BOX preserveAspectRatio="none" aria-hidden="true">
            <rect class="range-track" width="1000" height="10"></rect>
            <path class="range-solid" d=solid></path>
            <path class="range-band" d=band></path>
            <path class="range-mark" d=mark></path>
        </svg>
    }
    .into_any()
}

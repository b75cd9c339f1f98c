//! The range low–high as a band on a track from 0 to 100 per cent, conformity as a mark in it.

use leptos::prelude::*;

use super::super::live::text;
use crate::domain::{ratio::Ratio, score::Measure};

/// Where band and mark lie, in thousandths of the track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeBar {
    /// Where the band begins.
    pub start: u64,
    /// How long it is.
    pub length: u64,
    /// Where the mark is; `None` when there is no conformity.
    pub mark: Option<u64>,
}

/// Shortest band that can still be seen.
const SHORTEST: u64 = 8;

impl RangeBar {
    /// The bar of a measure; `None` when nothing is in scope.
    #[must_use]
    pub fn new(measure: &Measure) -> Option<Self> {
        let (low, high) = (thousandths(measure.low?), thousandths(measure.high?));
        let length = high.saturating_sub(low).max(SHORTEST);
        Some(Self {
            start: low.min(1000 - SHORTEST),
            length,
            mark: measure.conformity.map(thousandths),
        })
    }
}

fn thousandths(ratio: Ratio) -> u64 {
    let thousandths = ratio.num().saturating_mul(1000).checked_div(ratio.den());
    thousandths.and_then(|thousandths| u64::try_from(thousandths).ok()).unwrap_or_default()
}

/// Draws a bar; the text beside it says the same.
pub fn range_bar(measure: Signal<Option<Measure>>) -> AnyView {
    let bar = move || measure.with(|measure| measure.as_ref().and_then(RangeBar::new));
    let part = |of: fn(RangeBar) -> u64| text(move || bar().map_or(0, of).to_string());
    let (start, length) = (part(|bar| bar.start), part(|bar| bar.length));
    let mark = part(|bar| bar.mark.unwrap_or_default().clamp(4, 996) - 4);
    let mark_class = text(move || {
        let marked = bar().is_some_and(|bar| bar.mark.is_some());
        if marked { "range-mark" } else { "absent" }.to_owned()
    });
    view! {
        <svg class="range-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="range-track" width="1000" height="10"></rect>
            <rect class="range-band" x=start width=length height="10"></rect>
            <rect class=mark_class x=mark width="8" height="10"></rect>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::{Counts, Measure};

    fn bar(low: (u64, u64), conformity: Option<(u64, u64)>, high: (u64, u64)) -> Option<RangeBar> {
        let ratio = |(num, den)| Ratio::new(num, den);
        RangeBar::new(&Measure {
            counts: Counts::default(),
            conformity: conformity.and_then(ratio),
            low: ratio(low),
            high: ratio(high),
            completeness: None,
        })
    }

    #[test]
    fn band_and_mark_lie_where_the_numbers_are() {
        let expected = RangeBar { start: 250, length: 500, mark: Some(500) };
        assert_eq!(bar((1, 4), Some((1, 2)), (3, 4)), Some(expected));
    }

    #[test]
    fn a_band_can_always_be_seen_and_never_leaves_the_track() {
        for (low, high) in [((0, 1), (0, 1)), ((1, 1), (1, 1)), ((1, 3), (1, 3))] {
            let bar = bar(low, None, high).unwrap();
            assert!(bar.length >= SHORTEST && bar.start + bar.length <= 1000, "{bar:?}");
        }
    }

    #[test]
    fn nothing_in_scope_has_no_bar() {
        assert_eq!(bar((0, 0), None, (0, 0)), None);
    }
}

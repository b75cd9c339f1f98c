//! A length of the calendar, on which charts lay days out.

use crate::domain::time::Day;

const SIDE: i64 = 1000;

/// A length of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    first: i64,
    last: i64,
}

impl Span {
    /// From the earliest to the latest of these days.
    #[must_use]
    pub fn of<'a>(days: impl Iterator<Item = &'a Day> + Clone) -> Self {
        let counts = days.map(Day::count);
        let first = counts.clone().min().unwrap_or_default();
        Self { first, last: counts.max().unwrap_or_default() }
    }

    /// Where a day lies, from 0 for the first to 1000 for the last; all at the end if it is one day.
    #[must_use]
    pub fn across(self, day: &Day) -> i64 {
        let from = day.count().saturating_sub(self.first).saturating_mul(SIDE);
        from.checked_div(self.last.saturating_sub(self.first)).unwrap_or(SIDE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_where_they_are() {
        let day = |text: &str| Day::parse(text).unwrap();
        let days = [day("2026-01-11"), day("2026-01-01"), day("2026-01-21")];
        let span = Span::of(days.iter());
        assert_eq!(days.each_ref().map(|day| span.across(day)), [500, 0, 1000]);
        assert_eq!(Span::of(days.iter().take(1)).across(&days[0]), 1000);
    }
}

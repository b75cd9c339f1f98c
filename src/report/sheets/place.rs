//! Places and days as spreadsheets count them.

use crate::domain::time::Day;

/// The day before the first of January 1900, as [`Day::count`] has it, but for what follows.
const BEFORE: i64 = 2_415_019;
/// What the format takes for 29 February 1900, which the calendar doesn't have.
const NO_DAY: i64 = 60;

/// The number of a day: 1 for the first of January 1900; `None` before that.
#[must_use]
pub fn serial(day: &Day) -> Option<i64> {
    let days = day.count().checked_sub(BEFORE)?;
    let days = if days > NO_DAY { days } else { days.checked_sub(1)? };
    (days > 0).then_some(days)
}

/// The day of a number; `None` when it has none.
#[must_use]
pub fn day(serial: i64) -> Option<Day> {
    let days = match serial {
        ..1 | NO_DAY => return None,
        1..NO_DAY => serial.checked_add(1)?,
        _ => serial,
    };
    Day::counted(days.checked_add(BEFORE)?)
}

/// The name of a column, counted from 0: A, B, …, Z, AA.
#[must_use]
pub fn letters(column: u32) -> String {
    let letter = char::from_u32(u32::from('A').saturating_add(column % 26)).unwrap_or('?');
    match (column / 26).checked_sub(1) {
        Some(before) => format!("{}{letter}", letters(before)),
        None => letter.to_string(),
    }
}

/// The name of a cell by its row and column, both counted from 0: `B5`.
#[must_use]
pub fn cell(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_format_counts_them() {
        for (number, expected) in [
            (0, None),
            (1, Some("1900-01-01")),
            (59, Some("1900-02-28")),
            (60, None),
            (61, Some("1900-03-01")),
            (46_356, Some("2026-11-30")),
            (2_958_465, Some("9999-12-31")),
            (2_958_466, None),
            (i64::MIN, None),
            (i64::MAX, None),
        ] {
            let found = day(number);
            assert_eq!(found.as_ref().map(Day::as_str), expected, "{number}");
            assert_eq!(found.and_then(|day| serial(&day)), expected.map(|_| number));
        }
        assert_eq!(serial(&Day::parse("1899-12-31").unwrap()), None);
        assert_eq!(serial(&Day::parse("0001-01-01").unwrap()), None);
    }

    #[test]
    fn columns_go_on_after_the_alphabet() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
        assert_eq!(cell(1_048_575, 16_383), "XFD1048576");
    }
}

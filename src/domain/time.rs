//! Moments and days, as text: their order is that of the texts. How far apart two moments are is told
//! in minutes.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A moment in UTC, written `2026-11-22T20:13:23.456Z` as `Date.prototype.toISOString` does.
/// The order of the texts is the order of the moments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(String);

impl Timestamp {
    /// What its text looks like; `0` stands for a digit.
    const SHAPE: &str = "0000-00-00T00:00:00.000Z";

    /// Reads a moment; `None` when the text hasn't exactly the shape above.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        has_shape(text, Self::SHAPE).then(|| Self(text.to_owned()))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day: `2026-11-22`.
    #[must_use]
    pub fn day(&self) -> &str {
        self.0.split('T').next().unwrap_or_default()
    }

    /// Whole minutes since the beginning of 1970, UTC without leap seconds. Days by the calendar that
    /// begins in March, so that the day that some years have more comes last (H. Hinnant,
    /// “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`).
    #[must_use]
    pub fn minutes(&self) -> i64 {
        let mut numbers = self.0.split(['-', 'T', ':']).map(|part| part.parse().unwrap_or(0_i64));
        let mut next = || numbers.next().unwrap_or_default();
        let [year, month, day, hour, minute] = [(); 5].map(|()| next());
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        // 719 468 days lie between the first of March of the year 0 and the beginning of 1970.
        let days = year * 365 + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468;
        (days * 24 + hour) * 60 + minute
    }
}

/// The beginning of 1970, where clocks start that know nothing.
impl Default for Timestamp {
    fn default() -> Self {
        Self("1970-01-01T00:00:00.000Z".into())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("no moment in UTC"))
    }
}

/// A day of the calendar from the year 1 on, written `2026-11-22`. The order of the texts is the
/// order of the days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Day(String);

impl Day {
    /// What its text looks like; `0` stands for a digit.
    const SHAPE: &str = "0000-00-00";

    /// Reads a day; `None` when the text hasn't exactly the shape above or the calendar has no such
    /// day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !has_shape(text, Self::SHAPE) {
            return None;
        }
        let mut numbers = text.split('-').map(str::parse);
        let (year, month, day): (u32, u32, u32) =
            (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
        let exists = year > 0 && (1..=days_of(year, month)).contains(&day);
        exists.then(|| Self(text.to_owned()))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many days a month has: none when there is no such month. Every fourth year is a leap year, of
/// those of full hundreds only every fourth.
const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(400) => 29,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Whether a text looks like another, in which `0` stands for any digit.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, shape): (u8, u8)| match shape {
        b'0' => byte.is_ascii_digit(),
        _ => byte == shape,
    };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for good in
            ["2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01", "9999-04-30"]
        {
            assert_eq!(Day::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "2026-11-22T20:13:23.456Z",
            "2026-1-22",
            "26-11-22",
            "2026/11/22",
            "+026-11-22",
            "2026-11-+2",
            "２026-11-22",
            "0000-01-01",
            "2026-00-10",
            "2026-13-10",
            "2026-11-00",
            "2026-11-31",
            "2026-12-32",
            "2026-02-29",
            "2100-02-29",
            "1900-02-29",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_year_has_365_days_or_366() {
        let days = |year| (0..=13).map(|month| days_of(year, month)).sum::<u32>();
        let years = [2000, 2023, 2024, 2100].map(days);
        assert_eq!(years, [366, 365, 366, 365]);
    }

    #[test]
    fn later_days_are_greater() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-10", "2026-02-09", "2026-10-01"];
        assert!(days.map(Day::parse).is_sorted());
    }

    #[test]
    fn minutes_are_those_of_the_clock() {
        let minutes = |text: &str| Timestamp::parse(text).unwrap().minutes();
        assert_eq!(minutes("1970-01-01T00:00:59.999Z"), 0);
        assert_eq!(minutes("1969-12-31T23:59:00.000Z"), -1);
        assert_eq!(minutes("2000-02-29T12:30:00.000Z"), 11_016 * 1440 + 750);
        // From date(1): 1 795 392 000 seconds.
        assert_eq!(minutes("2026-11-23T00:00:00.000Z"), 1_795_392_000 / 60);
        let day = |text: &str| minutes(&format!("{text}T00:00:00.000Z")) / 1440;
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2026-01-01") - day("2025-12-31"), 1);
    }

    #[test]
    fn only_the_exact_shape_is_a_moment() {
        let moment = Timestamp::parse("2026-11-22T20:13:23.456Z").unwrap();
        assert_eq!(moment.day(), "2026-11-22");
        assert_eq!(Timestamp::parse(Timestamp::default().as_str()), Some(Timestamp::default()));
        for bad in [
            "",
            "2026-11-22",
            "2026-11-22T20:13:23Z",
            "2026-11-22T20:13:23.456+",
            "２026-11-22T20:13:23.456Z",
        ] {
            assert_eq!(Timestamp::parse(bad), None, "{bad}");
        }
    }
}

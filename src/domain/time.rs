//! Moments and days, as text: their order is that of the texts. How far apart two moments are is told
//! in minutes.

use std::fmt;

use ::time::{Date, Duration, Month};
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

    /// Whole minutes since the beginning of 1970, UTC without leap seconds; from the beginning of it
    /// for a day that the calendar doesn't have.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        let days = date(self.day()).map_or(0, |date| i64::from(date.to_julian_day()) - EPOCH);
        let mut clock = self.0.split(['T', ':']).skip(1).map(|part| part.parse().unwrap_or(0_i64));
        let mut next = || clock.next().unwrap_or_default();
        let (hour, minute) = (next(), next());
        (days * 24 + hour) * 60 + minute
    }

    /// Milliseconds since the beginning of 1970; 0 for a moment before it.
    #[must_use]
    pub fn milliseconds(&self) -> u64 {
        let rest = self.0.rsplit(':').next().unwrap_or_default();
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let minutes = u64::try_from(self.minutes()).unwrap_or_default();
        minutes.saturating_mul(60_000).saturating_add(digits.parse().unwrap_or_default())
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
        let date = date(text).filter(|date| date.year() > 0)?;
        Some(Self::of(date))
    }

    fn of(date: Date) -> Self {
        let (year, month, day) = date.to_calendar_date();
        Self(format!("{year:04}-{:02}-{day:02}", u8::from(month)))
    }

    /// The day so many weeks earlier; `None` when that was before the year 1.
    #[must_use]
    pub fn weeks_before(&self, weeks: u64) -> Option<Self> {
        // More would go beyond what the calendar of the library can tell.
        let weeks = u16::try_from(weeks).ok()?;
        let weeks = Duration::weeks(weeks.into());
        let date = date(&self.0)?.checked_sub(weeks).filter(|date| date.year() > 0)?;
        Some(Self::of(date))
    }

    /// The same day so many years later; the 28th where there is no 29 February.
    #[must_use]
    pub fn years_later(&self, years: u64) -> Option<Self> {
        let date = date(&self.0)?;
        let year = date.year().checked_add(i32::try_from(years).ok()?)?;
        let later = date.replace_year(year).or_else(|_| date.replace_day(28)?.replace_year(year));
        later.ok().filter(|date| date.year() <= LAST_YEAR).map(Self::of)
    }

    /// Days from the first day of the calendar: what the distance of two days is told by.
    #[must_use]
    pub fn count(&self) -> i64 {
        date(&self.0).map_or(0, |date| i64::from(date.to_julian_day()))
    }

    /// The day that [`Day::count`] gives this number; `None` before the year 1 and after 9999.
    #[must_use]
    pub fn counted(count: i64) -> Option<Self> {
        let date = Date::from_julian_day(i32::try_from(count).ok()?).ok()?;
        (1..=LAST_YEAR).contains(&date.year()).then(|| Self::of(date))
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

/// The last year that can be written.
const LAST_YEAR: i32 = 9999;

/// The beginning of 1970 as a Julian day.
const EPOCH: i64 = 2_440_588;

/// Reads a day; `None` when the text hasn't the shape of one or the calendar doesn't have it.
fn date(text: &str) -> Option<Date> {
    if !has_shape(text, Day::SHAPE) {
        return None;
    }
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
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
    fn milliseconds_are_those_of_a_clock() {
        for (text, expected) in [
            ("1970-01-01T00:00:00.000Z", 0),
            ("1970-01-02T00:01:02.034Z", 86_462_034),
            ("1969-12-31T23:59:00.000Z", 0),
            // By `Date.parse`.
            ("2026-11-22T20:13:23.456Z", 1_795_378_403_456),
        ] {
            assert_eq!(Timestamp::parse(text).unwrap().milliseconds(), expected, "{text}");
        }
    }

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
    fn weeks_go_over_months_and_years() {
        let before = |day: &str, weeks| {
            Day::parse(day).unwrap().weeks_before(weeks).map(|day| day.as_str().to_owned())
        };
        assert_eq!(before("2026-11-22", 0).unwrap(), "2026-11-22");
        assert_eq!(before("2026-01-05", 1).unwrap(), "2025-12-29");
        assert_eq!(before("2024-03-01", 1).unwrap(), "2024-02-23");
        assert_eq!(before("0001-01-07", 1), None);
        assert_eq!(before("2026-11-22", u64::MAX), None);
        let count = |day: &str| Day::parse(day).unwrap().count();
        assert_eq!(count("2026-11-22") - count("2025-11-22"), 365);
    }

    #[test]
    fn days_are_counted_forth_and_back() {
        for text in ["0001-01-01", "1899-12-31", "2024-02-29", "9999-12-31"] {
            let day = Day::parse(text).unwrap();
            assert_eq!(Day::counted(day.count()), Some(day), "{text}");
        }
        let count = |day: &str| Day::parse(day).unwrap().count();
        for count in [count("0001-01-01") - 1, count("9999-12-31") + 1, i64::MIN, i64::MAX] {
            assert_eq!(Day::counted(count), None, "{count}");
        }
    }

    #[test]
    fn years_keep_the_day() {
        let later = |day: &str, years| {
            Day::parse(day).unwrap().years_later(years).map(|day| day.as_str().to_owned())
        };
        assert_eq!(later("2026-11-22", 1).unwrap(), "2027-11-22");
        assert_eq!(later("2024-02-29", 3).unwrap(), "2027-02-28");
        assert_eq!(later("2024-02-29", 4).unwrap(), "2028-02-29");
        assert_eq!(later("9999-01-01", 1), None);
        assert_eq!(later("2026-11-22", u64::MAX), None);
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

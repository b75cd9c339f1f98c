//! A moment, as text: the domain compares and shows moments, it never computes with them.

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
        let fits = |(byte, shape): (u8, u8)| match shape {
            b'0' => byte.is_ascii_digit(),
            _ => byte == shape,
        };
        let exact =
            text.len() == Self::SHAPE.len() && text.bytes().zip(Self::SHAPE.bytes()).all(fits);
        exact.then(|| Self(text.to_owned()))
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

#[cfg(test)]
mod tests {
    use super::*;

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

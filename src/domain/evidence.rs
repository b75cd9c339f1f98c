//! What proves a rating: a reference to it, never the thing itself.

use serde::Serialize;

/// A reference to something that proves a rating. Each part may be blank while a person writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The link or place where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The fingerprint of the file, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Sha256>,
}

/// The SHA-256 of a file: 64 hexadecimal digits in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sha256(String);

impl Sha256 {
    /// Reads a fingerprint; `None` when the text is anything else than 64 digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_64_digits_in_lower_case_are_a_fingerprint() {
        let good = "0123456789abcdef".repeat(4);
        assert_eq!(Sha256::parse(&good).unwrap().as_str(), good);
        let longer = format!("{good}0");
        let digits = &good[1..];
        for bad in ["", digits, &longer, &good.to_uppercase(), &format!("g{digits}")] {
            assert_eq!(Sha256::parse(bad), None, "{bad:?}");
        }
    }
}

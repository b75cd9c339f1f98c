//! Identifiers: parsed once at the edge, trusted afterwards.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Longest identifier in bytes.
const LONGEST: usize = 64;

/// Why a text is no identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(
    /// The text that was refused.
    pub String,
);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no identifier: 1 to {LONGEST} of A-Z a-z 0-9 . _ -, beginning with a letter or digit",
            self.0
        )
    }
}

impl std::error::Error for IdError {}

/// `A-Z a-z 0-9 . _ -`, at most [`LONGEST`], beginning with a letter or digit: safe in a URL
/// fragment, a storage key, an element id and a file name.
fn is_id(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads an identifier.
            ///
            /// # Errors
            /// [`IdError`] when the text is empty, too long or has other characters than
            /// `A-Z a-z 0-9 . _ -`.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                if is_id(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(IdError(text.chars().take(LONGEST).collect()))
                }
            }

            /// The identifier as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(de::Error::custom)
            }
        }
    )*};
}

id! {
    /// A requirement or a control: `6.1.2`, `A.5.7`.
    ItemId
    /// A clause or a theme: `6`, `A.5`.
    GroupId
    /// A part of the pack that has a headline of its own: `clauses`, `annex-a`.
    SectionId
    /// A clause between group and item that only bears a title: `6.1`.
    HeadingId
    /// A questionnaire: `iso27001-2022`.
    PackId
    /// One assessment, unique on all machines.
    AssessmentId
    /// A level of the pack's scale: `N`, `P`, `L`, `F`.
    LevelCode
    /// A property by which controls can be grouped: `control_type`.
    AttributeId
    /// One value of an attribute: `preventive`.
    AttributeValue
    /// Documented information of the pack's list: `isms-scope`.
    DocumentId
    /// A reason for an ISMS: `duties`.
    ReasonId
    /// A line of business that risk scenarios and case companies name: `software`.
    SectorId
    /// A case company: `clinic-group`.
    CaseId
    /// What participants get to see of a case company: `risk-report`.
    ExhibitId
    /// A check-point of an item, unique within the item.
    CheckId
    /// A scenario of the pack's library of risks: `ransomware`.
    ScenarioId
    /// A risk of the register, unique on all machines.
    RiskId
    /// An asset, unique on all machines.
    AssetId
    /// An action of the plan, unique on all machines.
    PlannedId
    /// What a finding is about: `item.A.5.7`, `group.6`, `document.isms-scope`.
    FindingId
}

macro_rules! from_random {
    ($($name:ident)*) => {$(
        impl $name {
            /// An identifier from random bytes, supplied from outside.
            #[must_use]
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(hexadecimal(bytes).into())
            }
        }
    )*};
}

from_random! { AssessmentId RiskId AssetId PlannedId }

impl ItemId {
    /// What the identifiers of an organisation's own controls begin with; no item of a pack has one
    /// like it.
    pub const OWN: &str = "own-";

    /// An identifier for a control of the organisation's own, from random bytes.
    #[must_use]
    pub fn own(bytes: [u8; 16]) -> Self {
        Self(format!("{}{}", Self::OWN, hexadecimal(bytes)).into())
    }
}

fn hexadecimal(bytes: [u8; 16]) -> String {
    bytes.map(|byte| format!("{byte:02x}")).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_is_safe_everywhere_and_nothing_else() {
        for good in ["4", "6.1.2", "A.5.7", "iso27001-2022", "N", "control_type"] {
            assert!(ItemId::parse(good).is_ok(), "{good}");
        }
        let long = "x".repeat(LONGEST + 1);
        for bad in ["", " ", "A 5", "A/5", ".5", "-x", "ä", "a\n", "#", long.as_str()] {
            assert!(ItemId::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn random_bytes_make_an_identifier() {
        let id = AssessmentId::from_random([0xa5; 16]);
        assert_eq!(AssessmentId::parse(id.as_str()), Ok(id));
    }

    #[test]
    fn json_goes_through_the_same_door() {
        assert!(serde_json::from_str::<ItemId>(r#""A.5.7""#).is_ok());
        assert!(serde_json::from_str::<ItemId>(r#""<b>""#).is_err());
    }
}

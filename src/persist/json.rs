//! JSON that other programs wrote: a byte order mark is no error and a key that stands twice is
//! noticed rather than silently lost.

use std::fmt;

use litemap::LiteMap;
use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use serde_json::Number;

/// Why a text is no JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What was expected, for the curious; not translated.
    pub reason: String,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)
    }
}

impl std::error::Error for JsonError {}

impl JsonError {
    /// What `serde_json` found, told by `reason`, unless the reader had a reason of its own to stop.
    fn new((error, own): Broken, reason: fn(&serde_json::Error) -> String) -> Self {
        let (line, column) = error.as_ref().map_or((1, 1), |error| (error.line(), error.column()));
        let told = error.as_ref().map(reason).unwrap_or_default();
        Self { line, column, reason: own.map_or(told, str::to_owned) }
    }
}

/// Why reading ended: what `serde_json` says, and what the reader itself found before.
type Broken = (Option<serde_json::Error>, Option<&'static str>);

/// A text without the byte order mark that some programs write.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A value of JSON. Numbers keep all their digits.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "they are what they are called")]
pub enum Json {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Json>),
    Object(Object),
}

/// The fields of an object.
pub type Object = LiteMap<String, Json>;

impl Json {
    /// A text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// A whole number.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Number(number) = self { number.as_u64() } else { None }
    }

    /// Yes or no.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// A list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(values) = self { Some(values) } else { None }
    }

    /// An object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Object(fields) => serializer.collect_map(fields),
        }
    }
}

/// Reads JSON and lists the keys that stand more than once in one object; the last one counts, as
/// everywhere.
///
/// # Errors
/// [`JsonError`] with line and column.
pub fn parse(text: &str) -> Result<(Json, Vec<String>), JsonError> {
    let reason = |error: &serde_json::Error| {
        let text = error.to_string();
        text.split(" at line ").next().unwrap_or_default().to_owned()
    };
    let number: Fraction = |text| text.parse().ok();
    scan(text, Some(number)).map_err(|broken| JsonError::new(broken, reason))
}

/// The same of what the program brings along or writes itself: all numbers are whole there, and an
/// error only says where it is. The start needs no more, and what tells more is large.
///
/// # Errors
/// [`JsonError`] with line and column, for a number too that isn't whole.
pub fn parse_own(text: &str) -> Result<(Json, Vec<String>), JsonError> {
    scan(text, None).map_err(|broken| JsonError::new(broken, |_| "this is no JSON".to_owned()))
}

/// Reads a number that isn't a whole one; `None` when the text is none.
type Fraction = fn(&str) -> Option<Number>;

fn scan(text: &str, fraction: Option<Fraction>) -> Result<(Json, Vec<String>), Broken> {
    let mut seen = Seen { repeated: Vec::new(), fraction, refused: None };
    let mut deserializer = serde_json::Deserializer::from_str(without_mark(text));
    let value = Watching { seen: &mut seen }.deserialize(&mut deserializer);
    match value.and_then(|value| deserializer.end().map(|()| value)) {
        Ok(value) if seen.refused.is_none() => Ok((value, seen.repeated)),
        other => Err((other.err(), seen.refused)),
    }
}

/// Most fields of one object, as many as a pack may have items: putting fields that come in a bad
/// order in their places takes the square of their number.
pub const MOST_FIELDS: usize = 20_000;

/// How `serde_json` hands over a number as it was written when it isn't a whole one.
const NUMBER: &str = "$serde_json::private::Number";

struct Seen {
    repeated: Vec<String>,
    fraction: Option<Fraction>,
    /// Noted rather than returned: an error of `serde`'s with a text of our own brings a lot along.
    refused: Option<&'static str>,
}

struct Watching<'a> {
    seen: &'a mut Seen,
}

impl<'de> DeserializeSeed<'de> for Watching<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Watching<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    /// Is never called, for numbers keep their digits; without it there would be an error to tell.
    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element_seed(Watching { seen: &mut *self.seen })? {
            values.push(value);
        }
        Ok(Json::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut map = Object::new_vec();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(Watching { seen: &mut *self.seen })?;
            if key == NUMBER
                && let Json::String(text) = &value
            {
                match self.seen.fraction {
                    Some(read) => {
                        if let Some(number) = read(text) {
                            return Ok(Json::Number(number));
                        }
                    }
                    None => self.seen.refused = Some("a number that isn’t whole"),
                }
            }
            if map.len() == MOST_FIELDS {
                self.seen.refused = Some("too many fields in one object");
                // What follows is an error for `serde_json`, which says where it is.
                break;
            }
            if map.insert(key.clone(), value).is_some() {
                self.seen.repeated.push(key);
            }
        }
        Ok(Json::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn reads_what_serde_json_reads() {
        let text = r#"{"a":[1,-2,true,null,"ä"],"b":{"c":{}}}"#;
        let (value, repeated) = parse(text).unwrap();
        assert_eq!(
            serde_json::to_value(&value).unwrap(),
            serde_json::from_str::<Value>(text).unwrap()
        );
        assert!(repeated.is_empty());
    }

    #[test]
    fn numbers_keep_all_their_digits() {
        let text = "[0,-0,1.50,1e+5,0.1e-400,123456789012345678901234567890]";
        let (value, _) = parse(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }

    #[test]
    fn a_key_like_that_of_numbers_is_a_key() {
        let text = format!(r#"{{"{NUMBER}":"no number"}}"#);
        let (value, _) = parse(&text).unwrap();
        assert_eq!(value.as_object().map(Object::len), Some(1));
    }

    #[test]
    fn no_object_is_too_large_to_be_sorted() {
        let object = |fields: usize| {
            let fields: Vec<_> = (0..fields).rev().map(|key| format!("\"{key:06}\":0")).collect();
            format!("{{{}}}", fields.join(","))
        };
        assert!(parse(&object(MOST_FIELDS)).is_ok());
        let error = parse(&object(MOST_FIELDS + 1)).unwrap_err();
        assert_eq!((error.line, error.reason.contains("too many fields")), (1, true));
        assert!(parse(&format!("[{}, 1]", object(MOST_FIELDS + 2))).is_err());
    }

    #[test]
    fn what_is_ours_has_whole_numbers() {
        let text = "[0,-7,18446744073709551615,\"ä\",{\"a\":{\"a\":null,\"a\":true}}]";
        assert_eq!(parse_own(text), parse(text));
        for text in ["[1.5]", "1e3", "{\"a\":{}, }", ""] {
            assert!(parse_own(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_mark_is_no_error() {
        assert!(parse("\u{feff}{}").is_ok());
    }

    #[test]
    fn repeated_keys_are_named() {
        let (value, repeated) = parse(r#"{"a":1,"b":{"x":1,"x":2},"a":3}"#).unwrap();
        assert_eq!(repeated, ["x", "a"]);
        assert_eq!(value.as_object().unwrap().get("a").and_then(Json::as_u64), Some(3));
    }

    #[test]
    fn errors_say_where() {
        for (text, line, column) in
            [("", 1, 0), ("{\n \"a\":}", 2, 6), ("{} x", 1, 4), ("[1,]", 1, 4)]
        {
            let error = parse(text).unwrap_err();
            assert_eq!((error.line, error.column), (line, column), "{text}: {error}");
        }
        let deep = "[".repeat(100_000);
        assert!(parse(&deep).unwrap_err().reason.contains("recursion"));
    }
}

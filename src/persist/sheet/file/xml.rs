//! XML as the parts of a file have it, by the names of elements without their prefix, which every
//! program chooses for itself.

use std::{borrow::Cow, fmt, mem};

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesEnd, BytesStart, Event},
};

/// A part that can't be read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken(pub(super) String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn broken(error: &(impl ToString + ?Sized)) -> Broken {
    Broken(error.to_string())
}

/// What comes next in a part.
pub(super) enum Next<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End(End<'a>),
    /// Text, as it is meant.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute, by its name without prefix.
    pub(super) fn get(&self, name: &str) -> Result<Option<Cow<'_, str>>, Broken> {
        // Looking for what stands there twice would take the square of what stands there.
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| broken(&error))?;
            if attribute.key.local_name().into_inner() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                return value.map(Some).map_err(|error| broken(&error));
            }
        }
        Ok(None)
    }
}

/// The end of an element.
pub(super) struct End<'a>(BytesEnd<'a>);

impl End<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// Reads a part from front to back.
pub(super) struct Xml<'a>(Reader<&'a [u8]>);

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    /// What comes next; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Next<'a>>, Broken> {
        loop {
            return Ok(Some(match self.0.read_event().map_err(|error| broken(&error))? {
                Event::Eof => return Ok(None),
                Event::Start(tag) => Next::Start(Tag(tag)),
                Event::End(tag) => Next::End(End(tag)),
                Event::Text(text) => Next::Text(text.xml10_content()),
                Event::CData(text) => Next::Text(text.xml10_content()),
                Event::GeneralRef(entity) => Next::Text(match entity.resolve_char_ref() {
                    Ok(Some(letter)) => letter.to_string().into(),
                    // Entities of its own are none that a file of this kind may have.
                    _ => resolve_predefined_entity(&entity)
                        .ok_or_else(|| broken(&format!("&{};", &*entity)))?
                        .into(),
                }),
                _ => continue,
            }));
        }
    }

    /// The next element that begins; `None` when none does any more.
    pub(super) fn start(&mut self) -> Result<Option<Tag<'a>>, Broken> {
        while let Some(next) = self.next()? {
            if let Next::Start(tag) = next {
                return Ok(Some(tag));
            }
        }
        Ok(None)
    }
}

/// Gathers the text of elements of one name, but for the readings that stand beside signs.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    is_inside: bool,
    is_reading: bool,
}

impl Words {
    /// Takes what belongs to it: text in elements of this name.
    pub(super) fn hear(&mut self, next: &Next<'_>, wanted: &str) {
        let (name, begins) = match next {
            Next::Start(tag) => (tag.name(), true),
            Next::End(tag) => (tag.name(), false),
            Next::Text(text) => {
                if self.is_inside && !self.is_reading {
                    self.text.push_str(text);
                }
                return;
            }
        };
        if name == wanted {
            self.is_inside = begins;
        } else if name == "rPh" {
            self.is_reading = begins;
        }
    }

    /// What was gathered, with the signs that XML can't have written as programs of this kind do:
    /// `_x000D_`.
    pub(super) fn take(&mut self) -> String {
        let text = mem::take(&mut self.text);
        if text.contains("_x") { unescaped(&text) } else { text }
    }
}

/// `_x000D_` becomes what it stands for, and `_x005F_` the line that keeps others from being taken so.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('_') {
        units.extend(before.encode_utf16());
        let unit = after.strip_prefix('x').and_then(|after| {
            let (digits, after) = after.split_at_checked(4)?;
            let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let after = after.strip_prefix('_').filter(|_| is_number)?;
            Some((u16::from_str_radix(digits, 16).ok()?, after))
        });
        let (unit, after) = unit.unwrap_or((u16::from(b'_'), after));
        units.push(unit);
        rest = after;
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_xml_cannot_have_are_written_out() {
        for (text, expected) in [
            ("plain_text", "plain_text"),
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDCF7_", "\u{1f4f7}"),
            ("_xD83D_!", "\u{fffd}!"),
            ("_x00zz_ _x41_ _x", "_x00zz_ _x41_ _x"),
            ("_x+041_ _xäöü", "_x+041_ _xäöü"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}

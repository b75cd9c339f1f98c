//! What the formats of a file make of a number: the same number is an amount, a day or a span of time.

use std::collections::HashMap;

use super::xml::{Broken, Xml};

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Number,
    /// As a day, a time of the day or both.
    Moment,
    /// As hours, minutes or seconds that may go beyond a day.
    Span,
}

impl Shown {
    /// The formats of a file, in the order in which cells count them.
    pub(super) fn read(text: &str) -> Result<Vec<Self>, Broken> {
        let mut own: HashMap<String, Self> = HashMap::new();
        let mut formats = Vec::new();
        let mut xml = Xml::new(text);
        // Formats that cells are based on stand in front of those that they have.
        let mut counts = false;
        while let Some(tag) = xml.start()? {
            let id = || Ok(tag.get("numFmtId")?.unwrap_or_default());
            match tag.name() {
                "numFmt" => {
                    let code = tag.get("formatCode")?.unwrap_or_default();
                    own.entry(id()?.into_owned()).or_insert_with(|| Self::by_code(&code));
                }
                "cellXfs" => counts = true,
                "xf" if counts => {
                    let id = id()?;
                    formats.push(own.get(&*id).copied().unwrap_or_else(|| Self::by_id(&id)));
                }
                "cellStyles" | "dxfs" => counts = false,
                _ => {}
            }
        }
        Ok(formats)
    }

    /// The formats that need no code, by ECMA-376 18.8.30.
    fn by_id(id: &str) -> Self {
        match id.parse::<u16>() {
            Ok(14..=22 | 27..=36 | 45 | 47 | 50..=58) => Self::Moment,
            Ok(46) => Self::Span,
            _ => Self::Number,
        }
    }

    /// By a code such as `yyyy\-mm\-dd;@`, of which the first part counts.
    fn by_code(code: &str) -> Self {
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                // The next is shown as it is, repeated or left blank.
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '"' => {
                    letters.find(|letter| *letter == '"');
                }
                '[' => {
                    // A colour, a language, a condition, or a span of time.
                    let mut inside =
                        letters.by_ref().take_while(|letter| *letter != ']').peekable();
                    let is_some = inside.peek().is_some();
                    let time =
                        |letter: char| matches!(letter.to_ascii_lowercase(), 'h' | 'm' | 's');
                    // All of it is taken, whatever it is.
                    if inside.fold(is_some, |all, letter| all && time(letter)) {
                        return Self::Span;
                    }
                }
                ';' => break,
                'd' | 'm' | 'y' | 'h' | 's' => return Self::Moment,
                _ => {}
            }
        }
        Self::Number
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Shown::{Moment, Number, Span},
        *,
    };

    #[test]
    fn formats_tell_days_from_amounts() {
        for (code, expected) in [
            ("General", Number),
            ("0.00E+00", Number),
            ("#,##0\\ [$\u{20bd}-46D]", Number),
            ("[Red]#,##0;\"days\"0", Number),
            ("0_d\\m\"yes\"", Number),
            ("0;yyyy", Number),
            ("yyyy\\-mm\\-dd", Moment),
            ("DD/MM/YY", Moment),
            ("[$-409]h:mm AM/PM;@", Moment),
            ("\"on \"d.m.", Moment),
            ("[h]:mm:ss", Span),
            ("[SS].00", Span),
            ("[]0", Number),
            ("[", Number),
        ] {
            assert_eq!(Shown::by_code(code), expected, "{code}");
        }
    }

    #[test]
    fn cells_count_only_the_formats_they_have() {
        let text = r#"<x:styleSheet xmlns:x="y"><x:numFmts><x:numFmt numFmtId="164" formatCode="yyyy"/>
            <x:numFmt numFmtId="165" formatCode="&quot;d&quot;0"/></x:numFmts>
            <x:cellStyleXfs><x:xf numFmtId="14"/></x:cellStyleXfs>
            <x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"/><x:xf numFmtId="165"/><x:xf/>
            <x:xf numFmtId="14"/><x:xf numFmtId="46"/></x:cellXfs>
            <x:cellStyles/><x:dxfs><x:xf numFmtId="14"/></x:dxfs></x:styleSheet>"#;
        assert_eq!(Shown::read(text), Ok(vec![Number, Moment, Number, Number, Moment, Span]));
    }
}

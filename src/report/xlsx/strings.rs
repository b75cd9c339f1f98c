//! The texts of a file, each once: cells name them by their number.

use std::{borrow::Cow, collections::HashMap};

use maud::{Markup, PreEscaped, html};

/// The namespace of all that a workbook is made of.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Texts that cells share.
#[derive(Default)]
pub(super) struct Strings {
    places: HashMap<String, usize>,
    /// The same, in order, as they are written.
    items: String,
    /// How many cells there are that name one.
    cells: usize,
}

impl Strings {
    /// The number of a text for another cell.
    pub(super) fn place(&mut self, text: &str) -> usize {
        self.cells = self.cells.saturating_add(1);
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.places.len();
        self.places.insert(text.to_owned(), place);
        let space = (text.trim() != text).then_some("preserve");
        self.items
            .push_str(&html! { si { t xml:space=[space] { (escaped(text)) } } }.into_string());
        place
    }

    /// The part `sharedStrings.xml`.
    pub(super) fn part(self) -> Markup {
        html! {
            sst xmlns=(MAIN) count=(self.cells) uniqueCount=(self.places.len()) {
                (PreEscaped(self.items))
            }
        }
    }
}

/// A text that looks like a sign written out, `_x000D_`, would be taken for the sign.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('_') {
        escaped.push_str(before);
        let digits = after.strip_prefix('x').and_then(|after| after.split_at_checked(4));
        let is_sign = digits.is_some_and(|(digits, after)| {
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && after.starts_with('_')
        });
        escaped.push_str(if is_sign { "_x005F_" } else { "_" });
        rest = after;
    }
    escaped.push_str(rest);
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_once() {
        let mut strings = Strings::default();
        assert_eq!(["a<", " b", "a<"].map(|text| strings.place(text)), [0, 1, 0]);
        assert!(strings.part().into_string().ends_with(
            "count=\"3\" uniqueCount=\"2\"><si><t>a&lt;</t></si><si><t xml:space=\"preserve\"> b</t></si></sst>"
        ));
    }

    #[test]
    fn what_looks_like_a_sign_is_none() {
        for (text, expected) in [
            ("plain_text", "plain_text"),
            ("_x000D_", "_x005F_x000D_"),
            ("_x005F_x000D_", "_x005F_x005F_x005F_x000D_"),
            ("_x00zz_ _xäöü_ _x0041", "_x00zz_ _xäöü_ _x0041"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}

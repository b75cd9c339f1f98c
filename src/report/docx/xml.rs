//! Parts of the file as XML. Maud escapes what stands in them, [`part`] keeps out what XML forbids.

use maud::Markup;

/// The namespace of Word's elements.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of references to other parts.
pub(super) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of the places of pictures.
pub(super) const PLACES: &str =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// A whole part. Texts were cleaned when the document was made; a single character that XML 1.0
/// forbids would cost the whole file, so none gets past here.
pub(in crate::report) fn part(content: Markup) -> String {
    let mut part = content.into_string();
    part.retain(is_allowed);
    part.insert_str(0, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    part
}

/// <https://www.w3.org/TR/xml/#charsets>
const fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// `1b2429`.
pub(super) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn forbidden_characters_are_left_out() {
        let text = "a\0b\u{1f}c\u{b}\t\n\u{fffe}\u{7f}\u{85}<é😀";
        let part = part(html! { w:t { (text) } });
        assert!(part.ends_with("<w:t>abc\t\n\u{7f}\u{85}&lt;é😀</w:t>"), "{part:?}");
    }
}

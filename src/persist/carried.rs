//! An assessment inside a report in HTML: how it is put in, and how it is found again.

use super::{
    json,
    read::{LARGEST, ReadError},
};

/// The identifier of the element that holds it.
pub const ID: &str = "plumbline-assessment";

/// Largest file in bytes from which an assessment is taken: itself, and several times as much around it.
pub const LARGEST_FILE: usize = 4 * LARGEST;

/// The element that carries the text of an assessment's file; `None` when it would be too large to be
/// opened again. `<` stands in texts of JSON only, so it can be written as its number: no `</script`
/// and no `<!--` is left, and JSON means the same.
#[must_use]
pub fn write(text: &str) -> Option<String> {
    let text = json::without_mark(text).replace('<', "\\u003c");
    (text.len() <= LARGEST)
        .then(|| format!("<script type=\"application/json\" id=\"{ID}\">{text}</script>"))
}

/// The text of the assessment in a file: the file itself, or what a report in HTML carries.
///
/// # Errors
/// [`ReadError::TooLarge`], and [`ReadError::NotCarried`] for HTML without an assessment.
pub fn find(text: &str) -> Result<&str, ReadError> {
    if text.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    if !json::without_mark(text).trim_start().starts_with('<') {
        return Ok(text);
    }
    in_html(text).ok_or(ReadError::NotCarried)
}

/// What the element holds. In no other place of HTML can a text say `<script`, for `<` is escaped there.
/// A browser that saved the page may have written the attributes in another way.
fn in_html(text: &str) -> Option<&str> {
    let mut tags = text.split("<script").skip(1).filter_map(|rest| rest.split_once('>'));
    let (_, rest) = tags.find(|(tag, _)| {
        let mut attributes = tag.split_ascii_whitespace().map(|part| part.replace(['"', '\''], ""));
        attributes.any(|attribute| attribute.strip_prefix("id=") == Some(ID))
    })?;
    rest.split_once("</script").map(|(held, _)| held.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_again() {
        let text = r#"{"name":"</script><!-- <script id=\"plumbline-assessment\">{}</script>"}"#;
        let element = write(text).unwrap();
        let page = format!("\u{feff}\n<!doctype html><body><script>1</script>{element}</body>");
        let found = find(&page).unwrap();
        assert!(!found.contains('<'));
        assert_eq!(json::parse(found), json::parse(text));
    }

    #[test]
    fn a_page_saved_by_a_browser_is_read_too() {
        for tag in ["id='plumbline-assessment' type='x'", "async id=plumbline-assessment"] {
            assert_eq!(find(&format!("<html><script {tag}>\n{{}}\n</script>")), Ok("{}"));
        }
    }

    #[test]
    fn html_without_an_assessment_says_so() {
        for text in [
            "<!doctype html><p>id=\"plumbline-assessment\"",
            "<script>id=\"plumbline-assessment\"</script>",
            "<script id=\"plumbline-assessment-2\">{}</script>",
            "<script id=\"plumbline-assessment\">{}",
            " \n<svg/>",
        ] {
            assert_eq!(find(text), Err(ReadError::NotCarried), "{text}");
        }
    }

    #[test]
    fn whatever_is_no_html_stays_as_it_is() {
        for text in ["", "{}", "\u{feff}{}", "[\"<script>\"]"] {
            assert_eq!(find(text), Ok(text));
        }
    }

    #[test]
    fn sizes_are_bounded() {
        assert_eq!(write(&"<".repeat(LARGEST / 6 + 1)), None);
        assert_eq!(find(&" ".repeat(LARGEST_FILE + 1)), Err(ReadError::TooLarge));
    }
}

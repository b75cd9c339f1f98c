//! Words of a report in Markdown, where they stay words.

use crate::report::document::{Block, Document, Span};

/// A writer of words, with what their links need.
pub(super) struct Words<'a> {
    /// Anchors of the report, and what the readers of Markdown make of their headings.
    places: Vec<(&'a str, String)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let mut places: Vec<(&str, String)> = Vec::new();
        for section in &document.sections {
            places.push((&section.anchor, slug(&section.title)));
            places.extend(section.blocks.iter().filter_map(|block| match block {
                Block::Heading { text, anchor, .. } => Some((anchor.as_str(), slug(text))),
                _ => None,
            }));
        }
        // Where several headings read alike, a link would lead to the first.
        let mut slugs: Vec<String> = places.iter().map(|(_, slug)| slug.clone()).collect();
        slugs.sort_unstable();
        let is_one = |slug: &String| {
            let first = slugs.partition_point(|other| other < slug);
            !slug.is_empty() && slugs.get(first + 1) != Some(slug)
        };
        places.retain(|(anchor, slug)| !anchor.is_empty() && is_one(slug));
        Self { places }
    }

    /// Words that lead to a place of the report, if it is there; they are escaped already.
    pub(super) fn link(&self, to: &str, words: &str) -> String {
        match self.places.iter().find(|(anchor, _)| *anchor == to) {
            Some((_, slug)) if !to.is_empty() && !words.is_empty() => format!("[{words}](#{slug})"),
            _ => words.to_owned(),
        }
    }

    /// Spans; `newline` stands where a line ends.
    pub(super) fn spans(&self, spans: &[Span], newline: &str) -> String {
        // Blanks at the ends mean nothing, and would be a block of code or the end of a paragraph.
        let first = spans.iter().position(|span| !is_blank(&span.text)).unwrap_or(spans.len());
        let last = spans.iter().rposition(|span| !is_blank(&span.text)).unwrap_or_default();
        let mut text = String::new();
        let mut before = ' ';
        for (place, span) in spans.iter().enumerate().take(last + 1).skip(first) {
            let next =
                spans.get(place + 1).and_then(|next| next.text.chars().next()).unwrap_or(' ');
            let whole = match (place == first, place == last) {
                (true, true) => span.text.trim(),
                (true, false) => span.text.trim_start(),
                (false, true) => span.text.trim_end(),
                (false, false) => &span.text,
            };
            let inner = whole.trim();
            let (start, end) = whole.split_once(inner).unwrap_or(("", ""));
            let mut words = escaped_in(inner, newline);
            // Only at the beginning of a paragraph would it begin a definition.
            if !text.is_empty() && words.starts_with("\\: ") {
                words.remove(0);
            }
            let around = |blank: &str, other| blank.chars().next().unwrap_or(other);
            let stands_out = span.strong
                && opens(around(start, before), inner.chars().next())
                && opens(around(end, next), inner.chars().next_back());
            let words = if stands_out { format!("**{words}**") } else { words };
            text.push_str(between(start, &text, newline));
            text.push_str(&self.link(&span.to, &words));
            text.push_str(between(end, &text, newline));
            before = whole.chars().next_back().unwrap_or(before);
        }
        text
    }
}

/// What stands between words where `blanks` do; no line is ended twice.
fn between<'b>(blanks: &str, text: &str, newline: &'b str) -> &'b str {
    if blanks.is_empty() || text.is_empty() {
        ""
    } else if !blanks.contains(['\n', '\r']) {
        " "
    } else if text.ends_with(newline) {
        ""
    } else {
        newline
    }
}

/// Whether two stars may stand between a letter outside and one inside (`CommonMark`, 6.2).
fn opens(outside: char, inside: Option<char>) -> bool {
    inside.is_some_and(|inside| inside.is_alphanumeric() || outside.is_whitespace())
}

/// Whether nothing can be read in it.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A text in which no letter is markup; where a line ends, another begins.
pub(super) fn escaped(text: &str) -> String {
    escaped_in(text, "\\\n")
}

/// The same with something else where a line ends. Lines without words are left out.
pub(super) fn escaped_in(text: &str, newline: &str) -> String {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(line).collect::<Vec<_>>().join(newline)
}

/// A line in which no letter is markup, wherever it stands. Whatever `CommonMark` or its dialects could
/// read as markup has a backslash before it: inside a line the marks of emphasis, code, links, HTML,
/// tables, mathematics, and addresses; at its beginning those of headings, lists, quotes and rules.
fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let lower = text.to_ascii_lowercase();
    for (at, letter) in text.char_indices() {
        let rest = lower.get(at..).unwrap_or_default();
        let before = lower.get(..at).unwrap_or_default();
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '@' | '^' => {
                true
            }
            '!' => rest.starts_with("!["),
            '#' | '+' | '-' | '=' | ':' if at == 0 => true,
            ':' => {
                rest.starts_with("://") || before.ends_with("mailto") || before.ends_with("xmpp")
            }
            '.' => before.ends_with("www") || at == digits,
            ')' => at == digits,
            // A heading may be closed by some.
            '#' => rest.trim_end_matches('#').is_empty(),
            _ => false,
        };
        if is_markup {
            line.push('\\');
        }
        line.push(if letter == '\t' { ' ' } else { letter });
    }
    line
}

/// What GitHub, GitLab and others make of a heading, as a place to lead to.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        _ => letter.is_alphanumeric().then_some(letter),
    });
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_markup_is_escaped() {
        for (text, expected) in [
            ("Rooms are locked – 100 %, (see A.7.1).", "Rooms are locked – 100 %, (see A.7.1)."),
            ("1. first", "1\\. first"),
            ("# no heading #", "\\# no heading \\#"),
            ("- no list\n+ none", "\\- no list\\\n\\+ none"),
            ("a_b*c|d`e", "a\\_b\\*c\\|d\\`e"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("![x](http://x)", "\\!\\[x\\](http\\://x)"),
            ("www.example.com", "www\\.example.com"),
            ("  \n\n a \r\n\tb ", "a\\\nb"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn words_stand_out_where_commonmark_lets_them() {
        let words = Words { places: vec![("plan", "the-plan".into())] };
        let check = |spans: &[Span], expected| assert_eq!(words.spans(spans, " "), expected);
        check(&[Span::plain("1"), Span::plain(". no list")], "1\\. no list");
        check(&[Span::strong("A"), Span::plain(": b")], "**A**: b");
        check(&[Span::plain("a "), Span::strong(" “b” "), Span::plain(" c")], "a  **“b”**  c");
        check(&[Span::plain("a"), Span::strong("(b)"), Span::plain("c")], "a(b)c");
        check(&[Span::strong(" "), Span::plain("a")], "a");
        let lines = [Span::strong("a"), Span::plain(" b\nc\n"), Span::plain("\nd\n")];
        assert_eq!(words.spans(&lines, "\\\n"), "**a** b\\\nc\\\nd");
        check(&[Span::link("Plan", "plan"), Span::link("x", "gone")], "[Plan](#the-plan)x");
    }
}

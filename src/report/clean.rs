//! Texts that people typed, before they go into a file for people.

/// A text without what no reader sees and no file takes: control characters, what XML 1.0 forbids,
/// marks that turn the direction of what follows, and marks that mean nothing by themselves. Whatever
/// ends a line becomes a line feed, and a tab a space.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\n' if before == '\r' => {}
            _ if ends_line(letter) => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            _ if is_readable(letter) => cleaned.push(letter),
            _ => {}
        }
        before = letter;
    }
    cleaned
}

/// Whether a text is as [`clean`] would leave it.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    text.chars().all(|letter| letter == '\n' || (!ends_line(letter) && is_readable(letter)))
}

/// Line feed, vertical tab, form feed, carriage return, next line, separators of lines and paragraphs.
const fn ends_line(letter: char) -> bool {
    matches!(letter, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_readable(letter: char) -> bool {
    let turns = matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    // Outdated formatting, byte order mark, annotation and replacement of objects.
    let alone = matches!(letter, '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}');
    let tag = matches!(letter, '\u{e0000}'..='\u{e007f}');
    !letter.is_control() && !turns && !alone && !tag && !is_no_character(letter)
}

/// Places that Unicode promises never to fill; XML 1.0 forbids two of them.
const fn is_no_character(letter: char) -> bool {
    let number = letter as u32;
    matches!(number, 0xfdd0..=0xfdef) || number & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use naughty_strings::BLNS;
    use proptest::prelude::*;

    use super::*;

    /// XML 1.0, production 2, without the tab and the carriage return.
    fn is_xml(letter: char) -> bool {
        matches!(
            letter,
            '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}'
        )
    }

    fn check(text: &str) {
        let cleaned = clean(text);
        assert!(cleaned.chars().all(is_xml), "{text:?}");
        assert!(is_clean(&cleaned), "{text:?}");
        assert_eq!(clean(&cleaned), cleaned, "{text:?}");
        let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).count();
        assert_eq!(letters(&cleaned), letters(text), "{text:?}");
    }

    #[test]
    fn what_goes_and_what_stays() {
        let cases = [
            ("a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g\u{b}h\u{c}i", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
            ("a\n\nb\r\n\r\nc", "a\n\nb\n\nc"),
            ("a\tb", "a b"),
            ("\u{0}a\u{1b}[31m\u{7f}\u{9f}", "a[31m"),
            ("\u{feff}a\u{fffe}b\u{ffff}c\u{1fffe}d\u{fdd0}e\u{fffc}f", "abcdef"),
            ("\u{202e}gpj\u{202c}.\u{2066}exe\u{2069}\u{200e}\u{200f}\u{61c}", "gpj.exe"),
            (
                "👩\u{200d}💻 e\u{301} می\u{200c}خواهم \u{fffd}",
                "👩\u{200d}💻 e\u{301} می\u{200c}خواهم \u{fffd}",
            ),
            ("=1+1 <b>&amp;</b> {name}", "=1+1 <b>&amp;</b> {name}"),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected, "{text:?}");
            check(text);
        }
    }

    #[test]
    fn naughty_strings() {
        BLNS.iter().copied().for_each(check);
    }

    proptest! {
        #[test]
        fn anything(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn any_scalar(letters in prop::collection::vec(any::<char>(), 0..40)) {
            check(&letters.into_iter().collect::<String>());
        }
    }
}

//! Words in the room that there is: no writer breaks a line in a drawing.

use crate::report::model::clean;

/// How much of its size a letter takes on average, in hundredths. Rather too much than too little.
const LETTER: i32 = 58;
/// The same for scripts whose letters fill a square.
const SQUARE: i32 = 100;
/// Where the scripts begin whose letters fill a square.
const SQUARES: char = '\u{2e80}';

/// About how wide a text is at a size.
#[must_use]
pub fn width(text: &str, size: i32) -> i32 {
    text.chars().fold(0, |sum: i32, letter| sum.saturating_add(of(letter, size)))
}

/// A text, clean and on one line, as far as it fits into a width; what is cut off is told by an
/// ellipsis.
#[must_use]
pub fn fit(text: &str, size: i32, room: i32) -> String {
    let text = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&text, size) <= room {
        return text;
    }
    let mut left = room.saturating_sub(of('…', size));
    let shown = text.chars().take_while(|letter| {
        left = left.saturating_sub(of(*letter, size));
        left >= 0
    });
    format!("{}…", shown.collect::<String>().trim_end())
}

fn of(letter: char, size: i32) -> i32 {
    let share = if letter < SQUARES { LETTER } else { SQUARE };
    size.saturating_mul(share) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        // 58 for each letter, and for the ellipsis.
        for (text, room, expected) in [
            ("Likely", 348, "Likely"),
            ("Likely", 347, "Like…"),
            ("Very likely", 350, "Very…"),
            ("Likely", 0, "…"),
            ("Very\n\u{7}likely ", 700, "Very likely"),
            ("日本語", 299, "日本…"),
        ] {
            assert_eq!(fit(text, 100, room), expected, "{text} in {room}");
        }
    }
}

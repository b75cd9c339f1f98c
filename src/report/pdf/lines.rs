//! Words broken into lines.

use super::{
    fonts::Fonts,
    sheet::{Item, Mark, What},
    style::{HAIRLINE, Length, Style},
    tree::Leaf,
};
use crate::report::drawing::Ink;

/// Words of one kind, and where they belong.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    pub text: &'a str,
    pub strong: bool,
    /// The anchor that they lead to; empty for nowhere.
    pub to: &'a str,
    pub leaf: Leaf,
}

/// A line: its words, as items that stand on a line whose upper edge is 0.
#[derive(Clone, Debug, Default)]
pub struct Line<'a> {
    pub items: Vec<Item<'a>>,
    /// How wide it is, without the blank at its end.
    pub width: Length,
}

/// A character on its way to a line.
#[derive(Clone, Copy, Debug)]
struct Letter {
    character: char,
    run: usize,
    width: Length,
    kern: Length,
}

/// What a file of text may hold that has no picture: controls, directions, joiners, selectors.
pub const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
        // No characters at all, which the format refuses.
        || character as u32 & 0xfffe == 0xfffe
}

/// The character as it is set: `None` if it can't be seen.
pub fn as_set(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some('\u{a0}'),
        character if is_invisible(character) => None,
        character if character.is_whitespace() => Some(' '),
        character => Some(character),
    }
}

/// Words on one line, without what can't be seen.
pub fn in_one_line(text: &str) -> String {
    let blank = |character| if character == '\n' { ' ' } else { character };
    text.chars().filter_map(as_set).map(blank).collect()
}

/// Breaks words into lines that are no wider than `room`: at blanks and hyphens, and where a word alone
/// is too wide, within it.
pub fn lines<'a>(fonts: &Fonts, runs: &[Run<'a>], style: Style, room: Length) -> Vec<Line<'a>> {
    let letters = letters(fonts, runs, style);
    let mut lines = Vec::new();
    for piece in letters.split(|letter| letter.character == '\n') {
        let mut rest = piece;
        loop {
            let end = first_line(rest, room);
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            lines.push(set(line, runs, style));
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
    }
    lines
}

/// The width of the widest word that can't be broken, but for words that are too wide anyway.
pub fn widest_word(fonts: &Fonts, runs: &[Run<'_>], style: Style) -> Length {
    let letters = letters(fonts, runs, style);
    let mut widest = 0;
    let mut width = 0;
    for (letter, next) in pairs(&letters) {
        if !matches!(letter.character, ' ' | '\n') {
            width += letter.width + letter.kern;
            widest = widest.max(width);
        }
        if letter.character == '\n' || may_break(letter.character, next) {
            width = 0;
        }
    }
    widest
}

fn letters(fonts: &Fonts, runs: &[Run<'_>], style: Style) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(runs.iter().map(|run| run.text.len()).sum());
    for (number, run) in runs.iter().enumerate() {
        let strong = style.strong || run.strong;
        let mut before = None;
        for character in run.text.chars().filter_map(as_set) {
            let (width, kern) = match character {
                '\n' => (0, 0),
                _ => fonts.advance(strong, style.size, (before, character)),
            };
            before = Some(character);
            letters.push(Letter { character, run: number, width, kern });
        }
    }
    letters
}

fn pairs(letters: &[Letter]) -> impl Iterator<Item = (&Letter, Option<char>)> {
    let next = letters.iter().skip(1).map(|letter| Some(letter.character)).chain([None]);
    letters.iter().zip(next)
}

/// How many letters the first line takes; at least one, if there are any.
fn first_line(letters: &[Letter], room: Length) -> usize {
    let mut width = 0;
    let mut chance = 0;
    for (place, (letter, next)) in pairs(letters).enumerate() {
        // A pair over the end of the line before is no pair.
        width += letter.width + if place == 0 { 0 } else { letter.kern };
        if width > room && place > 0 && letter.character != ' ' {
            return if chance > 0 { chance } else { place };
        }
        if may_break(letter.character, next) {
            chance = place + 1;
        }
    }
    letters.len()
}

/// Whether a line may end after a letter: "and/or", "self-assessment", never "5.1-2" or "- ".
fn may_break(character: char, next: Option<char>) -> bool {
    match character {
        ' ' => next != Some(' '),
        '-' | '‐' | '–' | '—' | '/' => next.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

fn set<'a>(letters: &[Letter], runs: &[Run<'a>], style: Style) -> Line<'a> {
    let mut line = Line::default();
    let mut x = 0;
    for part in letters.chunk_by(|one, other| one.run == other.run) {
        let Some(run) = part.first().and_then(|letter| runs.get(letter.run)) else { continue };
        line.items.push(Item {
            x,
            y: style.baseline(),
            mark: Mark::Leaf(run.leaf),
            what: What::Words {
                text: part.iter().map(|letter| letter.character).collect(),
                style: Style { strong: style.strong || run.strong, ..style },
                to: run.to,
            },
        });
        let first = part.first().map_or(0, |letter| letter.kern);
        let width = part.iter().map(|letter| letter.width + letter.kern).sum::<Length>() - first;
        if !run.to.is_empty() {
            line.items.push(Item::ground(x, style.baseline() + 1_500, width, HAIRLINE, Ink::Quiet));
        }
        x += width;
    }
    let hanging = letters.iter().rev().take_while(|letter| letter.character == ' ');
    line.width = x - hanging.map(|letter| letter.width).sum::<Length>();
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::pdf::style::BODY;

    thread_local! {
        static FONTS: Fonts = {
            let regular = include_bytes!("../../../fonts/regular.ttf");
            let strong = include_bytes!("../../../fonts/strong.ttf");
            Fonts::read(regular.to_vec(), strong.to_vec()).unwrap()
        };
    }

    /// The lines of a text, as texts with their widths.
    fn broken(text: &str, room: Length) -> Vec<(String, Length)> {
        let run = Run { text, strong: false, to: "", leaf: Leaf::NOWHERE };
        let words = |item: Item<'_>| match item.what {
            What::Words { text, .. } => text,
            other => panic!("{other:?}"),
        };
        let lines = FONTS.with(|fonts| lines(fonts, &[run], BODY, room)).into_iter();
        lines.map(|line| (line.items.into_iter().map(words).collect(), line.width)).collect()
    }

    fn check(text: &str, room: Length, expected: &[&str]) {
        let lines: Vec<String> = broken(text, room).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, expected, "{text}");
    }

    #[test]
    fn lines_end_at_blanks_and_hyphens() {
        check("", 50_000, &[""]);
        check("one two  three", 40_000, &["one two  ", "three"]);
        check("one\n\ntwo", 40_000, &["one", "", "two"]);
        check("self-assessment", 60_000, &["self-", "assessment"]);
        check("in 5.1-2 and A.5-3", 36_000, &["in 5.1-2 ", "and ", "A.5-3"]);
        check("5\u{a0}% of it", 30_000, &["5\u{a0}% of ", "it"]);
    }

    #[test]
    fn long_words_are_broken_where_the_line_ends() {
        check("incomprehensible", 40_000, &["incompre", "hensible"]);
        check("W", 1, &["W"]);
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        check("a\u{200b}b\u{202e}c\u{feff}\u{ad}d\u{fffe}", 90_000, &["abcd"]);
        check("a\tb\u{2003}c\u{2028}d", 90_000, &["a b c", "d"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_is_too_wide(text in "\\PC{0,60}", room in 1_000..200_000_i64) {
            let lines = broken(&text, room);
            let all: String = lines.iter().map(|(line, _)| line.as_str()).collect();
            let set: String = text.chars().filter_map(as_set).filter(|set| *set != '\n').collect();
            prop_assert_eq!(all, set);
            for (line, width) in lines {
                prop_assert!(width <= room || line.trim_end().chars().count() <= 1, "{line}: {width}");
            }
        }
    }
}

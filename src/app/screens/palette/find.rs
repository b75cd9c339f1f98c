//! Which ways fit what was typed, and in which order.

use super::ways::Way;

/// The places of the ways in which every typed word occurs: those first whose number was meant, then
/// those that have the very word in their title, then those that have it as another word, then those whose
/// title or a word of it begins so; last those of which other words have it somewhere; else in their own
/// order.
pub fn find(ways: &[Way], typed: &str) -> Vec<usize> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let Some(first) = words.first() else {
        return (0..ways.len()).collect();
    };
    let mut found = Vec::new();
    for (place, way) in ways.iter().enumerate() {
        let number = way.number.to_lowercase();
        let title = way.title.to_lowercase();
        let all = format!("{number} {title}");
        let also = way.also.to_lowercase();
        if words.iter().all(|word| all.contains(word) || also.contains(word)) {
            let rank = if number == *first {
                0
            } else if number.starts_with(first) {
                1
            } else if parts(&title).next() == Some(*first) {
                2
            } else if parts(&title).any(|part| part == *first) {
                3
            } else if parts(&also).any(|part| part == *first) {
                4
            } else if title.starts_with(first) {
                5
            } else if parts(&all).any(|part| part.starts_with(first)) {
                6
            } else if all.contains(first) {
                7
            } else {
                8
            };
            found.push((rank, place));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// The words of a title, without what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '.', '-', ':', ','])
}

#[cfg(test)]
mod tests {
    use super::{super::ways::Deed, *};
    use crate::{app::route::Route, text::Key};

    #[test]
    fn every_word_must_fit_and_numbers_come_first() {
        let way = |number: &str, title: &str| Way {
            number: number.into(),
            title: title.into(),
            kind: Key::PalettePage,
            also: if title == "Leadership" { "commit rename backup review" } else { "" },
            deed: Deed::Go(Route::Home),
        };
        let ways = [
            way("", "Overview of 5.1"),
            way("5", "Leadership"),
            way("5.1", "Leadership and commitment"),
            way("A.5.1", "Policies for information security"),
            way("A.5.15", "Access control"),
            way("", "Über uns"),
            way("9.3.1", "Management review: General"),
            way("A.8.13", "Information backup"),
        ];
        let check = |typed: &str, expected: &[usize]| {
            assert_eq!(find(&ways, typed), expected, "{typed:?}");
        };
        check("", &[0, 1, 2, 3, 4, 5, 6, 7]);
        check("  ", &[0, 1, 2, 3, 4, 5, 6, 7]);
        check("5.1", &[2, 0, 3, 4]);
        check("a.5.1", &[3, 4]);
        check("5", &[1, 2, 0, 3, 4]);
        check("lead", &[1, 2]);
        check("COMMITMENT lead", &[2]);
        check("control", &[4]);
        check("ccess", &[4]);
        check("über", &[5]);
        check("lead policies", &[]);
        check("rename", &[1]);
        check("commit", &[1, 2]);
        check("commi", &[2, 1]);
        // A title goes before other words for something else.
        check("backup", &[7, 1]);
        check("review", &[6, 1]);
        check("management review", &[6]);
    }
}

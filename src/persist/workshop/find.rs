//! Codes in whatever people paste: links one below the other, a chat, mails with quotes and broken lines.

use super::{
    code::{self, BEGIN, HEAD, is_letter},
    returned,
};
use crate::domain::workshop::{
    returned::{Refusal, Return},
    session::Session,
};

/// Letters by which a person knows a code again.
const SHOWN: usize = 12;
/// Over how many lines a code may be broken.
const MOST_LINES: usize = 8;
/// So many capitals and digits in a row are a code that lost its beginning.
const LONG: usize = 40;

/// Where a code stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// How it begins.
    pub begin: String,
}

/// What is in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The returns, in their order; one that stands twice is there twice.
    pub returns: Vec<Return>,
    /// What isn't taken: where it stands, and why.
    pub refused: Vec<(Place, Refusal)>,
}

/// Finds all return codes in a text, by themselves or in links.
#[must_use]
pub fn find(session: &Session, text: &str) -> Found {
    let mut found = Found::default();
    let mut rest = text;
    let mut line = 1_usize;
    while let Some((before, from)) = next(rest) {
        line = line.saturating_add(before.matches('\n').count());
        let length = match read(session, from) {
            Ok((returned, length)) => {
                found.returns.push(returned);
                length
            }
            Err((why, length)) => {
                let begin = from.chars().take(SHOWN).collect();
                found.refused.push((Place { line, begin }, why));
                length
            }
        };
        let (taken, behind) = from.split_at_checked(length).unwrap_or((from, ""));
        line = line.saturating_add(taken.matches('\n').count());
        rest = behind;
    }
    found
}

/// What stands before the next code, and what from there on.
fn next(text: &str) -> Option<(&str, &str)> {
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let (head, from) = text.split_at_checked(at)?;
        // A link has letters before a code; what is no code by its beginning is one by its length only
        // where a word begins.
        let lost = !is_letter(before) && letters(from, is_capital) >= LONG;
        if is_begin(from) || lost {
            return Some((head, from));
        }
        before = letter;
    }
    None
}

fn is_begin(text: &str) -> bool {
    let begins = text.get(..BEGIN.len()).is_some_and(|start| start.eq_ignore_ascii_case(BEGIN));
    begins && code::read(text.get(..HEAD).unwrap_or_default()) != Err(code::CodeError::None)
}

const fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || letter.is_ascii_digit()
}

/// How many letters of a kind a text begins with.
fn letters(text: &str, is: fn(char) -> bool) -> usize {
    text.find(|letter| !is(letter)).unwrap_or(text.len())
}

/// Reads the code that a text begins with, and says how many bytes it takes. Where mails break lines a code
/// goes on in the next one, so it is whole as soon as its check value is right.
fn read(session: &Session, text: &str) -> Result<(Return, usize), (Refusal, usize)> {
    if !is_begin(text) {
        return Err((Refusal::Damaged, letters(text, is_capital)));
    }
    let run = |from: usize| letters(text.get(from..).unwrap_or_default(), is_letter);
    let mut end = HEAD.saturating_add(run(HEAD));
    let mut code = text.get(..end).unwrap_or_default().to_owned();
    let first = match returned::read(session, &code) {
        Ok(returned) => return Ok((returned, end)),
        Err(Refusal::Damaged) => Err((Refusal::Damaged, end)),
        Err(other) => return Err((other, end)),
    };
    for _ in 0..MOST_LINES {
        let Some(gap) = broken(text.get(end..).unwrap_or_default()) else { break };
        let begin = end.saturating_add(gap);
        end = begin.saturating_add(run(begin));
        code.push_str(text.get(begin..end).unwrap_or_default());
        match returned::read(session, &code) {
            Ok(returned) => return Ok((returned, end)),
            Err(Refusal::Damaged) => {}
            Err(other) => return Err((other, end)),
        }
    }
    first
}

/// How long a break is in the middle of a code: the end of a line, and the marks of quotes before the next
/// one; `None` when there is none.
fn broken(text: &str) -> Option<usize> {
    let line = text.strip_prefix('=').unwrap_or(text).trim_start_matches([' ', '\r']);
    let next = line.strip_prefix('\n')?.trim_start_matches([' ', '\t', '>']);
    text.len().checked_sub(next.len())
}

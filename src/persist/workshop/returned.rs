//! What a group hands in, as a code. Votes are the digits of large numbers, so that no bit is lost: all 123
//! items of ISO/IEC 27001 on a scale of four levels take 40 bytes.

use super::{
    bits::{Reader, Writer},
    code::{self, CodeError, Kind},
};
use crate::domain::workshop::{
    returned::{Refusal, Return, Vote},
    session::{Session, SessionId},
};

/// Writes the code of a return. Its notes are left out; a file has them.
#[must_use]
pub fn write(session: &Session, returned: &Return) -> String {
    let mut writer = Writer::default();
    for byte in returned.session.0 {
        writer.put(byte.into(), 8);
    }
    writer.put(returned.pack.into(), 16);
    writer.number(returned.group.into());
    writer.number(returned.round.into());
    writer.number(returned.counter);
    let base = base(session.levels());
    for block in returned.votes.chunks(block(base)) {
        let digit = |vote: &Option<Vote>| match vote {
            None => 0,
            Some(Vote::DontKnow) => 1,
            Some(Vote::Level(place)) => u128::from(*place).saturating_add(2),
        };
        let number = block
            .iter()
            .rev()
            .fold(0_u128, |number, vote| number.saturating_mul(base).saturating_add(digit(vote)));
        writer.put(number, bits(base, block.len()));
    }
    code::write(Kind::Return, &writer.bytes())
}

/// Reads the code of a return.
///
/// # Errors
/// [`Refusal`] when it is damaged, or none of this session.
pub fn read(session: &Session, code: &str) -> Result<Return, Refusal> {
    let content = content(code)?;
    let mut reader = Reader::new(&content);
    let mut returned = head(&mut reader).ok_or(Refusal::Damaged)?;
    let Return { session: of, pack, group, round, .. } = returned;
    session.check_head(of, pack, group, round)?;
    let base = base(session.levels());
    let mut left = session.items().len();
    while left > 0 {
        let count = left.min(block(base));
        let number: u128 = reader.take(bits(base, count)).ok_or(Refusal::Damaged)?;
        let votes = digits(number, base, count).ok_or(Refusal::Damaged)?;
        returned.votes.extend(votes);
        left = left.saturating_sub(count);
    }
    if reader.ends() { Ok(returned) } else { Err(Refusal::Damaged) }
}

/// For which session and of which group and round a return is, whatever the session asks: the parts
/// that are the same in all. Its votes can't be read without the session and are empty.
///
/// # Errors
/// [`Refusal`] when it is damaged, or no return.
pub fn of(code: &str) -> Result<Return, Refusal> {
    head(&mut Reader::new(&content(code)?)).ok_or(Refusal::Damaged)
}

fn content(code: &str) -> Result<Vec<u8>, Refusal> {
    match code::read(code) {
        Ok((Kind::Return, content)) => Ok(content),
        Ok((Kind::Start, _)) => Err(Refusal::Start),
        Err(CodeError::Newer) => Err(Refusal::Newer),
        Err(CodeError::None | CodeError::Damaged) => Err(Refusal::Damaged),
    }
}

fn head(reader: &mut Reader<'_>) -> Option<Return> {
    let mut session = [0; 5];
    for byte in &mut session {
        *byte = reader.few(8)?;
    }
    Some(Return {
        session: SessionId(session),
        pack: reader.few(16)?,
        group: u16::try_from(reader.number()?).ok()?,
        round: u8::try_from(reader.number()?).ok()?,
        counter: reader.number()?,
        votes: Vec::new(),
        notes: None,
    })
}

/// The votes that are the digits of a number, the lowest first; `None` when it has more digits.
fn digits(mut number: u128, base: u128, count: usize) -> Option<Vec<Option<Vote>>> {
    let mut votes = Vec::with_capacity(count);
    for _ in 0..count {
        votes.push(match u8::try_from(number.checked_rem(base)?).ok()? {
            0 => None,
            1 => Some(Vote::DontKnow),
            digit => Some(Vote::Level(digit.saturating_sub(2))),
        });
        number = number.checked_div(base)?;
    }
    (number == 0).then_some(votes)
}

/// How many things can be said of an item: each level, *don't know*, nothing.
fn base(levels: u8) -> u128 {
    u128::from(levels).saturating_add(2)
}

/// How many digits fit one number.
fn block(base: u128) -> usize {
    let digits = u128::MAX.checked_ilog(base).unwrap_or(1);
    usize::try_from(digits).unwrap_or(1).max(1)
}

/// How many bits so many digits take.
fn bits(base: u128, digits: usize) -> u32 {
    let numbers = base.saturating_pow(u32::try_from(digits).unwrap_or(u32::MAX));
    u128::BITS.saturating_sub(numbers.saturating_sub(1).leading_zeros())
}

//! Risks: the criteria they are judged by, the register, and the levels that follow from both and from
//! the ratings of the controls (scoring.md, Risk).

pub mod carry;
pub mod colour;
pub mod criteria;
pub mod find;
pub mod level;
pub mod register;

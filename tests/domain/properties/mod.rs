//! What holds for every pack and every assessment.

mod actions;
pub mod cases;
mod exact;
mod meaning;
mod numbers;
mod selection;
pub mod work;
mod workshop;

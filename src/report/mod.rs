//! What is handed over: one model, and a writer for each format beside it.

pub mod html;
pub mod model;
pub mod range_bar;

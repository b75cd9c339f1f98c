//! What is handed over: one model, and a writer for each format beside it.

pub mod calendar;
pub mod document;
pub mod drawing;
pub mod html;
pub mod model;
pub mod one_page;
#[cfg(feature = "export")]
pub mod pdf;
pub mod range_bar;
pub mod request;
pub mod row;
pub mod summary;

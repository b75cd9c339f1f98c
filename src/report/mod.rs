//! What is handed over: one model, and a writer for each format beside it.

pub mod calendar;
pub mod csv;
pub mod document;
pub mod drawing;
pub mod html;
pub mod model;
pub mod one_page;
pub mod range_bar;
pub mod request;
pub mod row;
pub mod sheets;
pub mod summary;
#[cfg(feature = "export")]
pub mod xlsx;

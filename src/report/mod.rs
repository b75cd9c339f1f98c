//! What is handed over: one model, and a writer for each format beside it.

#[cfg(feature = "export")]
pub mod archive;
pub mod brand;
pub mod calendar;
pub mod charts;
pub mod clean;
pub mod contrast;
pub mod csv;
pub mod document;
#[cfg(feature = "export")]
pub mod docx;
pub mod drawing;
pub mod markdown;
pub mod model;
pub mod one_page;
pub mod page;
#[cfg(feature = "export")]
pub mod pdf;
mod pen;
pub mod picture;
pub mod range_bar;
pub mod request;
pub mod row;
pub mod sections;
pub mod sheets;
pub mod summary;
pub mod svg;
#[cfg(feature = "export")]
pub mod xlsx;

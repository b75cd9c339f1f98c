//! From text to values and back, and the one way an assessment is loaded and saved. Pure: where the
//! text is kept is behind [`store::Store`].

pub mod branding;
pub mod carried;
pub mod case;
pub mod document;
pub mod handbook;
pub mod inventory;
pub mod json;
pub mod keys;
pub mod library;
pub mod locked;
pub mod node;
pub mod pack;
pub mod read;
pub mod reread;
pub mod rest;
pub mod scenario;
pub mod seal;
pub mod second;
pub mod sheet;
pub mod store;
mod work;
pub mod workshop;

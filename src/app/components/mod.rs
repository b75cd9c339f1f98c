//! Parts that more than one page is made of.

pub mod badge;
pub mod dialog;
pub mod exclusion;
pub mod measure;
pub mod messages;
pub mod note;
pub mod rating;
pub mod rename;
pub mod theme;
pub mod title;
pub mod toolbar;

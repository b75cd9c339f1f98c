//! Parts that more than one page is made of.

pub mod article;
pub mod badge;
pub mod button;
pub mod crumbs;
pub mod dialog;
pub mod exclusion;
pub mod field;
pub mod measure;
pub mod messages;
pub mod neighbours;
pub mod note;
pub mod rating;
pub mod rename;
pub mod row;
pub mod segments;
pub mod theme;
pub mod title;
pub mod toolbar;
pub mod views;

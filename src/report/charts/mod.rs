//! Charts of a report, as drawings.

pub mod burn;
pub mod fit;
pub mod matrix;
pub mod path;
pub mod span;

//! Charts of a report as drawings.

//! Reports that are handed over.

pub mod branding;

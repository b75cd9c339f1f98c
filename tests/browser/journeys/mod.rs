//! The journeys, one file for each part of the app.

pub mod harness;

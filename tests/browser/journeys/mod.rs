//! The journeys, one file for each thing a person comes for.

pub mod about;
pub mod accessible;
pub mod addresses;
pub mod damage;
pub mod dashboard;
pub mod example;
pub mod files;
pub mod find;
pub mod guidance;
pub mod guide;
pub mod harness;
pub mod keyboard;
pub mod numbers;
pub mod quick;
pub mod rating;
pub mod report;
pub mod result;
pub mod scope;
pub mod shelf;
pub mod start;
mod steps;
pub mod storage;
pub mod table;
pub mod undo;
pub mod work;

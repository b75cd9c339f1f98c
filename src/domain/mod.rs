//! What Plumbline knows about assessments: plain data and functions, on whole numbers.
//!
//! Uses std, serde and litemap (a sorted vector with the methods of a map) only. There is no clock,
//! randomness, input or output and no text for people in here: time and identifiers come in as
//! arguments, results go out as data.

pub mod action;
pub mod assessment;
pub mod average;
pub mod bulk;
pub mod compare;
pub mod csf;
pub mod document;
pub mod document_list;
pub mod due;
pub mod endangered;
pub mod evaluation;
pub mod evidence;
pub mod explain;
pub mod extent;
pub mod facts;
pub mod filter;
pub mod finding;
pub mod handbook;
pub mod history;
pub mod id;
pub mod material;
pub mod merge;
pub mod next_standard;
pub mod outlook;
pub mod pack;
pub mod path;
pub mod plan;
pub mod priority;
pub mod prospect;
pub mod ratio;
pub mod readiness;
pub mod remedy;
pub mod risk;
pub mod roadmap;
pub mod scale;
pub mod scope;
pub mod score;
pub mod selection;
pub mod snapshot;
pub mod soa;
pub mod statement;
pub mod suggest;
pub mod time;
pub mod verdict;
pub mod work;
pub mod workshop;

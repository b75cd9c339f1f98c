//! One file per page.

pub mod all;
pub mod failed;
pub mod group;
mod guidance;
pub mod guide;
pub mod home;
pub mod hub;
pub mod item;
pub mod why;

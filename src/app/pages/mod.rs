//! The pages of the first part of the wasm, one file each. All others are [`super::screens`].

pub mod failed;
pub mod home;
pub mod question;

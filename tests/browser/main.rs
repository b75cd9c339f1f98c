//! Browser journeys: the built app as a person meets it, in Chromium, Firefox and `WebKitGTK`.
//!
//! `cargo xtask test browser [filter]` builds the app, gets the browsers and runs every journey in
//! every engine, as `journey::engine`. A journey is a plain function over a [`browser::Browser`];
//! it reads as a list of what a person does and sees, and finds everything by role and name, as a
//! screen reader does. To write one, add a function under `journeys/` and its name to the list
//! below.
//!
//! Every journey starts with a fresh browser and its own server, and fails if the page logged an
//! error or reached for another origin. A failure leaves a screenshot and the page's HTML in
//! `target/browser-failures/`.
//!
//! | variable | meaning | without it |
//! |---|---|---|
//! | `PLUMBLINE_DIST` | the built app | `dist/` |
//! | `PLUMBLINE_ENGINES` | `chromium,firefox,webkit` or some of them | `chromium` |
//! | `PLUMBLINE_CHROMEDRIVER`, `PLUMBLINE_GECKODRIVER`, `PLUMBLINE_WEBKITDRIVER` | the drivers | looked for on `PATH` |
//! | `PLUMBLINE_MINIBROWSER` | `WebKitGTK`'s test browser | looked for under `/usr/lib` |
//! | `PLUMBLINE_NODE_MODULES` | where axe-core and Testing Library are installed | `tests/browser/node_modules` |
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![allow(dead_code, reason = "what a journey can say is more than today's journeys say")]

mod axe;
mod browser;
mod engine;
mod files;
mod firefox;
mod journey;
mod journeys;
mod library;
mod locator;
mod quiet;
mod server;

use std::process::ExitCode;

use journey::Journey;
use journeys::harness;

const JOURNEYS: &[Journey] =
    &[Journey::new("every_problem_is_noticed", harness::every_problem_is_noticed)];

fn main() -> ExitCode {
    journey::run(JOURNEYS)
}

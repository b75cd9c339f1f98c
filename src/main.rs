//! Starts the app in the page.

fn main() {
    plumbline::app::start();
}

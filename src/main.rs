//! Starts the app in the page.

/// Half as large as the one that Rust brings along.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    plumbline::app::start();
}

//! What the page keeps in memory.

use serde_json::{Value, json};

use crate::page::{Page, number};

/// Has the page note its wasm memories from the next navigation on.
///
/// The browser could be asked for them afterwards, by `Runtime.queryObjects`. But that crashes the
/// page in Chromium 156, whatever is asked for, once it holds a `WebAssembly.Table` of functions.
///
/// # Errors
/// The browser doesn't take the script.
pub fn watch(page: &Page) -> Result<(), String> {
    page.run_first(include_str!("memory.js"))
}

/// What JavaScript holds after the garbage is gone, and the whole memory of the wasm.
///
/// # Errors
/// The browser doesn't tell, or no wasm has been seen.
pub fn megabytes(page: &Page) -> Result<f64, String> {
    page.cdp("HeapProfiler.collectGarbage", json!({}))?;
    let heap = number(&page.cdp("Runtime.getHeapUsage", json!({}))?, "/usedSize")?;
    let sizes = "return [...memories].map(({ buffer }) => buffer.byteLength)";
    let sizes = page.script(sizes, vec![])?;
    // An app without memory would be one that wasn't watched.
    number(&sizes, "/0")?;
    let sizes = sizes.as_array().into_iter().flatten();
    let wasm: f64 = sizes.filter_map(Value::as_f64).sum();
    Ok((heap + wasm) / 1_000_000.0)
}

//! What the page keeps in memory.

use serde_json::{Value, json};

use crate::page::{Page, number};

/// What JavaScript holds after the garbage is gone, and the whole memory of the wasm.
///
/// # Errors
/// The browser doesn't tell.
pub fn megabytes(page: &Page) -> Result<f64, String> {
    page.cdp("HeapProfiler.collectGarbage", json!({}))?;
    let heap = number(&page.cdp("Runtime.getHeapUsage", json!({}))?, "/usedSize")?;
    Ok((heap + wasm(page)?) / 1_000_000.0)
}

/// The app keeps its memory to itself, so the browser is asked for all memories that there are.
fn wasm(page: &Page) -> Result<f64, String> {
    let prototype =
        page.cdp("Runtime.evaluate", json!({ "expression": "WebAssembly.Memory.prototype" }))?;
    let id = |answer: &Value, pointer: &str| answer.pointer(pointer).cloned().unwrap_or_default();
    let query = json!({ "prototypeObjectId": id(&prototype, "/result/objectId") });
    let memories = page.cdp("Runtime.queryObjects", query)?;
    let sum = json!({
        "objectId": id(&memories, "/objects/objectId"),
        "functionDeclaration": "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }",
        "returnByValue": true,
    });
    number(&page.cdp("Runtime.callFunctionOn", sum)?, "/result/value")
}

//! Which tab writes: a lock of the browser for each name, held as long as this page wishes. `boot.js`
//! asks for it; where the browser has no locks, every tab may write.

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

mod page {
    use super::{JsValue, Promise, wasm_bindgen};

    #[wasm_bindgen(js_namespace = ["window", "plumbline"])]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn hold(name: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub fn leave() -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub fn take(name: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub fn turn() -> Result<Promise, JsValue>;
    }
}

/// What became of the wish to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This tab writes.
    Writes,
    /// Another one writes.
    Follows,
    /// Another one asks this one to let go.
    Asked,
    /// Another one has taken it without an answer.
    Lost,
}

/// Wishes to write under a name, in place of any other; [`turn`] tells what becomes of it.
pub fn hold(name: &str) {
    let _ = page::hold(name);
}

/// Wishes to write nothing any more.
pub fn leave() {
    let _ = page::leave();
}

/// Asks the tab that writes under this name to let go, and takes it from one that doesn't answer.
pub fn take(name: &str) {
    let _ = page::take(name);
}

/// Waits for what happens next, and to which name; `None` when nothing ever will.
pub async fn turn() -> Option<(Turn, String)> {
    let said = JsFuture::from(page::turn().ok()?).await.ok()?.as_string()?;
    let (what, name) = said.split_once(' ')?;
    let turn = match what {
        "writes" => Turn::Writes,
        "follows" => Turn::Follows,
        "asked" => Turn::Asked,
        _ => Turn::Lost,
    };
    Some((turn, name.to_owned()))
}

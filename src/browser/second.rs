//! The second copies, in `IndexedDB`: texts by name. `boot.js` speaks to the database, which answers by
//! events, and begins to read it while the wasm is on its way.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(js_namespace = ["window", "plumbline"])]
extern "C" {
    #[wasm_bindgen(catch)]
    fn copies(again: bool) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn give(name: &str, text: Option<&str>) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn commit() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn room() -> Result<Promise, JsValue>;
}

/// The browser has no such database, or it didn't answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent;

async fn settle(begun: Result<Promise, JsValue>) -> Result<JsValue, Silent> {
    JsFuture::from(begun.map_err(|_| Silent)?).await.map_err(|_| Silent)
}

/// All second copies by name: as they were when the page was loaded, or as they are now.
///
/// # Errors
/// [`Silent`]
pub async fn read(again: bool) -> Result<Vec<(String, String)>, Silent> {
    let both: Array = settle(copies(again)).await?.dyn_into().map_err(|_| Silent)?;
    let list = |place| both.get(place).dyn_into::<Array>().unwrap_or_default();
    let (names, texts) = (list(0), list(1));
    let both = names.iter().zip(texts.iter());
    Ok(both.filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?))).collect())
}

/// Writes some texts under their names, or forgets them; ready when that is on the disk.
///
/// # Errors
/// [`Silent`]; then all is as it was.
pub async fn write<'a>(
    due: impl Iterator<Item = (&'a str, Option<&'a str>)>,
) -> Result<(), Silent> {
    for (name, text) in due {
        give(name, text).map_err(|_| Silent)?;
    }
    settle(commit()).await.map(|_| ())
}

/// How many bytes all pages at this address take in the browser's databases and caches, and how many
/// they may take.
///
/// # Errors
/// [`Silent`]
pub async fn taken() -> Result<(u64, u64), Silent> {
    let said = settle(room()).await?.as_string().ok_or(Silent)?;
    let numbers = said.split_once(' ').ok_or(Silent)?;
    let number = |text: &str| text.parse().map_err(|_| Silent);
    Ok((number(numbers.0)?, number(numbers.1)?))
}

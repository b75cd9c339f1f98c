//! Objects of the browser that are asked for by name: what not every browser has, and what so few pages
//! need that the start shouldn't carry names for it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::worker::text;

/// A field of an object; `None` when it is missing or holds nothing.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &text(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A number in a field, as far as it is one of the usual size.
pub fn number_in(object: &JsValue, name: &str) -> u32 {
    let number = get(object, name).and_then(|value| value.as_f64()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let whole = number as u32;
    whole
}

/// Sets a field.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // What refuses it, behaves as without.
    let _ = Reflect::set(object, &text(name), value);
}

/// A new object with one field.
pub fn object(name: &str, value: &JsValue) -> Object {
    let object = Object::new();
    set(&object, name, value);
    object
}

/// Calls a method.
///
/// # Errors
/// What it throws, or that there is none.
pub fn call(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &text(method))?.dyn_into()?;
    method.apply(object, &list(arguments))
}

/// Calls a method that answers later.
///
/// # Errors
/// What it throws or answers as an error, or that there is none.
pub async fn ask(
    object: &JsValue,
    method: &str,
    arguments: &[&JsValue],
) -> Result<JsValue, JsValue> {
    let answer: Promise = call(object, method, arguments)?.dyn_into()?;
    JsFuture::from(answer).await
}

/// Makes something of a kind that the window may know.
pub fn make(kind: &str, argument: &JsValue) -> Option<JsValue> {
    let kind: Function = get(super::window()?.as_ref(), kind)?.dyn_into().ok()?;
    Reflect::construct(&kind, &list(&[argument])).ok()
}

/// Values in a row.
pub fn list(values: &[&JsValue]) -> Array {
    let list = Array::new();
    for value in values {
        list.push(value);
    }
    list
}

/// What an object says that it is called; of a thrown value that is its kind.
pub fn name_of(object: &JsValue) -> String {
    get(object, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

//! What a person drops on the page or pastes into it, wherever that is.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, FileList};

use super::{
    dynamic::{call, get},
    events::{Listening, listen_while},
    file::{self, Chosen},
    page,
    worker::text,
};

/// The attribute of the page's root while something is held over it.
const OVER: &str = "data-held-over";

/// What was brought.
#[derive(Debug)]
pub enum Brought {
    /// Files.
    Files(Vec<Chosen>),
    /// A text.
    Text(String),
}

/// Calls `handler` with whatever is dropped on the page, or pasted outside a text field, as long as what
/// is returned is kept. While something is held over it, the page's root has `data-held-over`.
#[must_use]
pub fn listen(handler: impl Fn(Brought) + Clone + 'static) -> Vec<Listening> {
    let over = |event: Event| {
        if !is_for_field(&event) {
            event.prevent_default();
            page::set_root_attribute(OVER, Some(""));
        }
    };
    let out = |event: Event| {
        // Over the next element of the page there is something under the pointer.
        if get(&event, "relatedTarget").is_none() {
            page::set_root_attribute(OVER, None);
        }
    };
    let dropped = handler.clone();
    let drop = move |event: Event| {
        page::set_root_attribute(OVER, None);
        if !is_for_field(&event) {
            event.prevent_default();
            brought(&event, "dataTransfer").into_iter().for_each(&dropped);
        }
    };
    let paste = move |event: Event| {
        match brought(&event, "clipboardData") {
            // That is the field's.
            Some(Brought::Text(_)) if page::in_text_field() => {}
            Some(brought) => {
                event.prevent_default();
                handler(brought);
            }
            None => {}
        }
    };
    vec![
        listen_while("dragover", Box::new(over)),
        listen_while("dragleave", Box::new(out)),
        listen_while("drop", Box::new(drop)),
        listen_while("paste", Box::new(paste)),
    ]
}

/// Whether a text is held over a text field, which takes it itself.
fn is_for_field(event: &Event) -> bool {
    let target = event.target().map(JsValue::from);
    let field = target.and_then(|target| get(&target, "localName")?.as_string());
    field.as_deref() == Some("textarea") && !has_files(event)
}

fn has_files(event: &Event) -> bool {
    let held = get(event, "dataTransfer").and_then(|held| get(&held, "types"));
    held.is_some_and(|kinds| {
        js_sys::Array::from(&kinds).iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
    })
}

fn brought(event: &Event, field: &str) -> Option<Brought> {
    let held = get(event, field)?;
    let files = get(&held, "files").and_then(|files| files.dyn_into::<FileList>().ok());
    let files = files.map(|files| file::listed(&files)).unwrap_or_default();
    if !files.is_empty() {
        return Some(Brought::Files(files));
    }
    let said = call(&held, "getData", &[&text("text/plain")]).ok()?.as_string()?;
    (!said.trim().is_empty()).then_some(Brought::Text(said))
}

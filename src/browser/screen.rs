//! Presenting: another window, the whole screen, keys of a clicker, and a clock that ticks.

use js_sys::Function;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// Opens an address in the window of this name, a new one if there is none yet; false when the browser
/// doesn't let it.
#[inline(never)] // see super::hold
#[must_use]
pub fn open_window(address: &str, name: &str) -> bool {
    let opened =
        super::window().and_then(|window| window.open_with_url_and_target(address, name).ok());
    let Some(Some(opened)) = opened else { return false };
    let _ = opened.focus();
    true
}

/// Whether the page can have the whole screen.
#[must_use]
pub fn can_be_full() -> bool {
    super::document().is_some_and(|document| document.fullscreen_enabled())
}

/// Gives the page the whole screen, or takes it back.
pub fn toggle_full() {
    let Some(document) = super::document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}

/// What listens to the window.
pub type Ear = Closure<dyn FnMut(Event)>;

/// What is done with the keys of the window until it is let go.
#[derive(Debug)]
pub struct Keys(Ear);

impl Drop for Keys {
    fn drop(&mut self) {
        deaf(self.0.as_ref().unchecked_ref());
    }
}

impl Keys {
    /// Calls `handler` with every key that is pressed by itself and has no meaning of its own where the
    /// focus is; when it returns true, the browser does nothing else with it. A key that is held down
    /// counts once.
    #[must_use]
    pub fn hear(handler: impl Fn(&str) -> bool + 'static) -> Self {
        Self(listen(Box::new(move |event| {
            if let Some(key) = lone_key(&event)
                && handler(&key)
            {
                event.prevent_default();
            }
        })))
    }
}

/// Has a function called with the keys of the window.
#[inline(never)] // see super::hold
#[must_use]
pub fn listen(handler: Box<dyn FnMut(Event)>) -> Ear {
    let ear = Closure::wrap(handler);
    if let Some(window) = super::window() {
        let function = ear.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("keydown", function);
    }
    ear
}

/// Has it called no more.
#[inline(never)] // see super::hold
pub fn deaf(function: &Function) {
    if let Some(window) = super::window() {
        let _ = window.remove_event_listener_with_callback("keydown", function);
    }
}

/// The key of an event, as `PageDown` or `b`, if it is one by itself and free where the focus is.
#[inline(never)] // see super::hold
#[must_use]
pub fn lone_key(event: &Event) -> Option<String> {
    let pressed = event.dyn_ref::<KeyboardEvent>()?;
    let held = pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() || pressed.repeat();
    let key = pressed.key();
    let free = !held
        && !pressed.is_composing()
        && !event.default_prevented()
        && !super::page::has_dialog()
        && !is_taken(&key);
    free.then_some(key)
}

/// Whether a key has a meaning of its own where the focus is.
fn is_taken(key: &str) -> bool {
    let Some(active) = super::document().and_then(|document| document.active_element()) else {
        return false;
    };
    let pages = matches!(key, "PageUp" | "PageDown");
    match active.tag_name().as_str() {
        "BUTTON" | "SUMMARY" => key == " ",
        "SELECT" => true,
        // A choice has arrows, a space, and no letters. The page keys are those of a clicker.
        "INPUT" if !super::page::in_text_field() => {
            let file = active.dyn_ref::<HtmlInputElement>().is_some_and(|it| it.type_() == "file");
            !pages && (file || key.chars().count() > 1 || key == " ")
        }
        _ => super::page::in_text_field(),
    }
}

/// A clock that ticks until it is let go.
#[derive(Debug)]
pub struct Ticking {
    number: i32,
    _tick: Closure<dyn FnMut()>,
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            window.clear_interval_with_handle(self.number);
        }
    }
}

/// Calls a function again and again, after so many milliseconds each.
#[inline(never)] // see super::hold
#[must_use]
pub fn tick(act: Box<dyn FnMut()>, milliseconds: i32) -> Option<Ticking> {
    let tick = Closure::wrap(act);
    let window = super::window()?;
    let number = window
        .set_interval_with_callback_and_timeout_and_arguments_0(
            tick.as_ref().unchecked_ref(),
            milliseconds,
        )
        .ok()?;
    Some(Ticking { number, _tick: tick })
}

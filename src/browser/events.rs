//! Events of the window and the document, listened to for the life of the page.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Event, EventTarget, KeyboardEvent, StorageEvent};

fn listen(target: Option<EventTarget>, name: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    if let Some(target) = target {
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Calls `handler` whenever the page may be about to go: hidden, closed or frozen. It is the last
/// moment that is certain to come.
pub fn on_leaving(handler: impl Fn() + Clone + 'static) {
    let document = || super::document().map(EventTarget::from);
    let hidden = handler.clone();
    listen(document(), "visibilitychange", move |_| {
        if super::document().is_some_and(|document| document.hidden()) {
            hidden();
        }
    });
    let frozen = handler.clone();
    listen(document(), "freeze", move |_| frozen());
    listen(super::window().map(EventTarget::from), "pagehide", move |_| handler());
}

/// Calls `loses` before the page is closed or loaded anew; when it returns true, the browser asks the
/// person first.
pub fn on_closing(loses: impl Fn() -> bool + 'static) {
    listen(super::window().map(EventTarget::from), "beforeunload", move |event| {
        if loses() {
            event.prevent_default();
        }
    });
}

/// Calls `handler` whenever another tab has changed what is stored under a key; `None` when it has
/// cleared all.
pub fn on_storage(handler: impl Fn(Option<String>) + 'static) {
    listen(super::window().map(EventTarget::from), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            handler(event.key());
        }
    });
}

/// Calls `handler` whenever the fragment of the address changes.
pub fn on_fragment(handler: impl Fn() + 'static) {
    listen(super::window().map(EventTarget::from), "hashchange", move |_| handler());
}

/// Calls `handler` before the page is printed, with true, and afterwards with false.
#[inline(never)] // see super::hold
pub fn on_printing(handler: Box<dyn Fn(bool)>) {
    let handler = std::rc::Rc::new(handler);
    let after = handler.clone();
    listen(super::window().map(EventTarget::from), "beforeprint", move |_| handler(true));
    listen(super::window().map(EventTarget::from), "afterprint", move |_| after(false));
}

/// A key that is pressed together with Ctrl (or ⌘ on a Mac), or one that means something by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, in lower case.
    pub key: String,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether it is pressed without Ctrl or ⌘: only `?` is told of then.
    pub alone: bool,
    /// Whether the person is typing in a text field, where the browser's own undo belongs.
    pub in_text: bool,
}

/// Calls `handler` for keys pressed together with Ctrl or ⌘, and for `?`; when it returns true, the
/// browser does nothing else with the key.
pub fn on_shortcut(handler: impl Fn(Shortcut) -> bool + 'static) {
    listen(super::window().map(EventTarget::from), "keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let key = pressed.key().to_ascii_lowercase();
        let alone = !(pressed.ctrl_key() || pressed.meta_key());
        let is_other = alone && key != "?";
        if is_other || pressed.alt_key() || pressed.is_composing() {
            return;
        }
        let in_text = super::page::in_text_field();
        if handler(Shortcut { key, shift: pressed.shift_key(), alone, in_text }) {
            event.prevent_default();
        }
    });
}

/// The key of a keyboard event, as `Enter` or `a`; empty for what isn't one.
#[inline(never)] // see super::hold
#[must_use]
pub fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// What listens to an event of the document until it is let go.
#[derive(Debug)]
pub struct Listening {
    name: &'static str,
    ear: Closure<dyn FnMut(Event)>,
}

/// Calls `handler` on an event of the document as long as what is returned is kept.
#[inline(never)] // see super::hold
#[must_use]
pub fn listen_while(name: &'static str, handler: Box<dyn FnMut(Event)>) -> Listening {
    let ear = Closure::wrap(handler);
    if let Some(document) = super::document() {
        let _ = document.add_event_listener_with_callback(name, ear.as_ref().unchecked_ref());
    }
    Listening { name, ear }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(document) = super::document() {
            let ear = self.ear.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback(self.name, ear);
        }
    }
}

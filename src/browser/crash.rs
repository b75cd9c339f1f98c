//! The last thing that runs when the program fails: save what there is, then show a calm page.

use std::{cell::RefCell, panic};

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The work that was rescued: the name and text of a file.
#[derive(Clone, Debug)]
pub struct Rescued {
    /// File name.
    pub name: String,
    /// Its text.
    pub text: String,
}

type Rescue = Box<dyn Fn() -> Option<Rescued>>;

thread_local! {
    static RESCUE: RefCell<Option<Rescue>> = const { RefCell::new(None) };
}

/// From now on a failure is told to `boot.js`, which shows a notice (its text stands in
/// `index.html`).
pub fn watch() {
    panic::set_hook(Box::new(|info| report(&info.to_string())));
}

/// From now on a failure calls `rescue` once, before anything else, and its result is offered as a
/// download. `rescue` must not wait for anything.
pub fn set_rescue(rescue: impl Fn() -> Option<Rescued> + 'static) {
    RESCUE.set(Some(Box::new(rescue)));
}

/// Carries out what [`watch`] and [`set_rescue`] promise.
pub fn report(message: &str) {
    web_sys::console::error_1(&message.into());
    // Taken, not borrowed: should the rescue itself fail, it isn't called again.
    let rescue = RESCUE.take();
    let detail = Object::new();
    let set = |key: &str, value: &str| {
        let _ = Reflect::set(&detail, &JsValue::from_str(key), &JsValue::from_str(value));
    };
    set("message", message);
    if rescue.is_some() {
        set("started", "yes");
    }
    let rescued = rescue.and_then(|rescue| rescue());
    if let Some(Rescued { name, text }) = rescued {
        set("name", &name);
        set("text", &text);
    }
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let (Some(document), Ok(event)) =
        (super::document(), CustomEvent::new_with_event_init_dict("plumbline-crash", &init))
    {
        let _ = document.dispatch_event(&event);
    }
}

//! A worker beside the page. What is told is a text, and bytes when there are some, which change hands.

use js_sys::{Array, ArrayBuffer, JsString};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::assets::AssetError;

/// What the page hears of a worker.
#[derive(Debug)]
pub enum Heard {
    /// It said something.
    Said(String, Option<ArrayBuffer>),
    /// Its script didn't come, or it failed; the text says why, as far as the browser does.
    Failed(String),
}

/// What listens to a worker until it is let go.
pub type Ear = Closure<dyn FnMut(Event)>;

/// A worker that runs until it is stopped or let go.
#[derive(Debug)]
pub struct Running {
    worker: Worker,
    _ear: Ear,
}

impl Running {
    /// Starts the script at an address; `heard` is called with whatever comes from it.
    ///
    /// # Errors
    /// [`AssetError`] when the browser refuses.
    pub fn start(script: &str, heard: impl Fn(Heard) + 'static) -> Result<Self, AssetError> {
        let worker = Worker::new(script)?;
        let ear = listen(&worker, Box::new(move |event| heard(hear(&event))));
        Ok(Self { worker, _ear: ear })
    }

    /// Sends a text, and bytes, which are gone here.
    ///
    /// # Errors
    /// [`AssetError`] when the browser refuses.
    pub fn send(&self, said: &str, bytes: Option<&ArrayBuffer>) -> Result<(), AssetError> {
        let message = Array::of1(&text(said));
        let buffers = Array::new();
        if let Some(bytes) = bytes {
            message.push(bytes);
            buffers.push(bytes);
        }
        Ok(self.worker.post_message_with_transfer(&message, &buffers)?)
    }
}

impl Drop for Running {
    /// Stops it, whatever it is doing.
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn hear(event: &Event) -> Heard {
    let Some(message) = event.dyn_ref::<MessageEvent>() else {
        // A script that doesn't come is told by an event that says nothing.
        let error = event.dyn_ref::<ErrorEvent>();
        return Heard::Failed(error.map(ErrorEvent::message).unwrap_or_default());
    };
    let parts: Array = message.data().unchecked_into();
    let said = parts.get(0).dyn_ref::<JsString>().map(String::from).unwrap_or_default();
    Heard::Said(said, parts.get(1).dyn_into().ok())
}

/// Has a function called with the messages and failures of a worker.
#[inline(never)] // see super::hold
#[must_use]
pub fn listen(worker: &Worker, handler: Box<dyn FnMut(Event)>) -> Ear {
    let ear = Closure::wrap(handler);
    worker.set_onmessage(Some(ear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(ear.as_ref().unchecked_ref()));
    ear
}

/// A text as a JavaScript value.
#[inline(never)] // see super::hold
#[must_use]
pub fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

/// A number as a JavaScript value.
#[inline(never)] // see super::hold
#[must_use]
pub fn number(number: u32) -> JsValue {
    JsValue::from(number)
}

//! The worker that makes files: hears what the page sends, has `plumbline::export` do the work, and
//! answers. `start.js` stands in front of it.

mod canvas;

use std::{cell::RefCell, collections::VecDeque, panic};

use js_sys::{Array, ArrayBuffer, Uint8Array};
use plumbline::export::{
    desk::Desk,
    job::{Letter, Reply, Trouble},
};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use canvas::Canvases;

/// What waits to be done, and the desk while nobody works at it.
struct Office {
    waiting: VecDeque<(Letter, Vec<u8>)>,
    desk: Option<Desk>,
}

thread_local! {
    static OFFICE: RefCell<Office> =
        RefCell::new(Office { waiting: VecDeque::new(), desk: Some(Desk::default()) });
}

fn main() {
    panic::set_hook(Box::new(|info| answer(&failed(info.to_string()), None)));
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn failed(reason: String) -> Reply {
    Reply::Failed(Trouble::Broken(reason))
}

fn hear(message: &JsValue) {
    let parts: &Array = message.unchecked_ref();
    let letter = parts.get(0).as_string().unwrap_or_default();
    let bytes =
        parts.get(1).dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec());
    let letter = match serde_json::from_str(&letter) {
        Ok(letter) => (letter, bytes.unwrap_or_default()),
        Err(error) => return answer(&failed(error.to_string()), None),
    };
    let desk = OFFICE.with_borrow_mut(|office| {
        office.waiting.push_back(letter);
        office.desk.take()
    });
    if let Some(desk) = desk {
        spawn_local(work(desk));
    }
}

/// Does all that waits, one after the other.
async fn work(mut desk: Desk) {
    while let Some((letter, bytes)) = OFFICE.with_borrow_mut(|office| office.waiting.pop_front()) {
        match letter {
            Letter::Keep(supply) => desk.keep(supply, bytes),
            Letter::Compare(standing) => answer(
                &match desk.compare(&standing, &bytes) {
                    Ok(compared) => Reply::Compared(Box::new(compared)),
                    Err(trouble) => Reply::Failed(trouble),
                },
                None,
            ),
            Letter::Make(job) => {
                let tell = |progress| answer(&Reply::Progress(progress), None);
                match desk.make(&job, &Canvases, tell).await {
                    Ok(made) => answer(&Reply::Made(made.label), Some(&made.bytes)),
                    Err(trouble) => answer(&Reply::Failed(trouble), None),
                }
            }
        }
    }
    OFFICE.with_borrow_mut(|office| office.desk = Some(desk));
}

fn answer(reply: &Reply, bytes: Option<&[u8]>) {
    // Neither can fail: it is plain data, and the page takes every message.
    let text = serde_json::to_string(reply).unwrap_or_default();
    let message = Array::of1(&text.into());
    let buffers = Array::new();
    if let Some(bytes) = bytes {
        let buffer = Uint8Array::from(bytes).buffer();
        message.push(&buffer);
        buffers.push(&buffer);
    }
    let _ = scope().post_message_with_transfer(&message, &buffers);
}

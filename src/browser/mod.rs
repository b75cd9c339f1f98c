//! Everything that touches the browser, as small ports: texts and numbers in, texts and numbers out.
//! Nothing in here knows what an assessment is.

pub mod assets;
pub mod barcode;
pub mod bring;
pub mod camera;
pub mod clipboard;
pub mod crash;
pub mod digest;
pub mod download;
mod dynamic;
pub mod elsewhere;
pub mod events;
pub mod file;
pub mod form;
pub mod format;
pub mod location;
pub mod lock;
pub mod page;
pub mod picker;
pub mod picture;
pub mod pixels;
pub mod preferences;
pub mod random;
pub mod rows;
pub mod screen;
pub mod second;
pub mod share;
pub mod storage;
pub mod tabs;
pub mod windows;
pub mod worker;

use wasm_bindgen::{JsCast as _, JsValue};

/// Keeps functions in the first part of the wasm that only the second calls. Where values are turned
/// into JavaScript's (a text, a closure), wasm-bindgen replaces the call, and it knows the first part
/// only. `cargo xtask build` names the function that is missing here.
pub fn hold() {
    std::hint::black_box((
        clipboard::begin as fn(&str) -> Option<js_sys::Promise>,
        clipboard::select as fn(&str),
        windows::open as fn(&str, &str) -> bool,
        events::key as fn(&web_sys::Event) -> String,
        events::on_printing as fn(Box<dyn Fn(bool)>),
        format::quarter as fn(&str) -> String,
        format::size as fn(u32, &str) -> String,
        format::moment as fn(&str, &str) -> String,
        format::day as fn(&str, &str) -> String,
        format::ago as fn(i32, &str, &str) -> String,
        page::pause as fn() -> js_sys::Promise,
        page::half_second as fn() -> js_sys::Promise,
        form::select as fn(&str),
        share::can_share as fn() -> bool,
        share::begin_copy as fn(&str) -> Option<js_sys::Promise>,
        share::begin_share as fn(&str, &str) -> Option<js_sys::Promise>,
        page::reveal as fn(&str),
        page::is_wide as fn() -> bool,
        page::is_tap as fn(&web_sys::Event) -> bool,
        format::calendar_day as fn(&str, &str) -> String,
        file::Chosen::address as fn(&file::Chosen) -> Option<String>,
        file::Chosen::is_svg as fn(&file::Chosen) -> bool,
        file::Chosen::is_picture as fn(&file::Chosen) -> bool,
        picture::begin as fn(&str) -> Option<(web_sys::HtmlImageElement, js_sys::Promise)>,
        picture::draw as fn(&web_sys::HtmlImageElement, u32, bool) -> Option<String>,
        picture::forget as fn(&str),
        digest::begin as fn(&js_sys::ArrayBuffer) -> Option<js_sys::Promise>,
        download::save_bytes
            as fn(&str, &str, &js_sys::ArrayBuffer) -> Result<(), download::DownloadError>,
        screen::open_window as fn(&str, &str) -> bool,
        screen::listen as fn(Box<dyn FnMut(web_sys::Event)>) -> screen::Ear,
        screen::deaf as fn(&js_sys::Function),
        screen::lone_key as fn(&web_sys::Event) -> Option<String>,
        screen::tick as fn(Box<dyn FnMut()>, i32) -> Option<screen::Ticking>,
        worker::listen as fn(&web_sys::Worker, Box<dyn FnMut(web_sys::Event)>) -> worker::Ear,
        worker::text as fn(&str) -> JsValue,
        worker::number as fn(u32) -> JsValue,
        page::pause_for as fn(i32) -> js_sys::Promise,
        events::listen_while
            as fn(&'static str, Box<dyn FnMut(web_sys::Event)>) -> events::Listening,
    ));
}

/// The window. There always is one: the app never runs in a worker.
fn window() -> Option<web_sys::Window> {
    js_sys::global().dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// What a thrown value says, for people who look for the cause.
fn reason(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| thrown.as_string())
        .unwrap_or_default()
}

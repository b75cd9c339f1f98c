//! The heading of a page, which is the title of the tab too.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::follow,
    words::t,
};
use crate::{browser::page, text::Key};

/// The heading of the page. The focus comes here when the page is entered.
pub fn title(text: impl Into<Signal<String>>) -> El {
    let text = text.into();
    follow(move || page::set_title(&format!("{} – {}", text.get(), t(Key::AppName))));
    el("h1").is("tabindex", "-1").live(text)
}

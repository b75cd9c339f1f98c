//! The heading of a page, which is the title of the tab too.

use leptos::prelude::*;

use super::super::words::t;
use crate::{browser::page, text::Key};

/// The heading of the page. The focus comes here when the page is entered.
#[component]
pub fn Title(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    Effect::new(move |_| page::set_title(&format!("{} – {}", text.get(), t(Key::AppName))));
    view! { <h1 tabindex="-1">{text}</h1> }
}

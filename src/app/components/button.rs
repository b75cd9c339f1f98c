//! Buttons.

use super::super::{
    el::{El, el},
    live::flag,
};

/// How much weight a button has on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do here.
    Primary,
    /// Another thing to do here.
    Plain,
    /// Beside something else.
    Quiet,
    /// Beside something else, and takes something away.
    Danger,
    /// In the header.
    Tool,
    /// In the header, the one that must be found.
    PrimaryTool,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Plain => "button",
            Self::Quiet => "button quiet-button",
            Self::Danger => "button quiet-button danger",
            Self::Tool => "button tool",
            Self::PrimaryTool => "button tool primary",
        }
    }
}

/// A button that acts.
pub fn button(look: Look, label: &'static str, act: impl Fn() + 'static) -> El {
    el("button").is("type", "button").class(look.class()).on("click", move |_| act()).text(label)
}

/// A button in a list, whose name for screen readers says what it is about.
pub fn button_for(look: Look, label: &'static str, about: &str, act: impl Fn() + 'static) -> El {
    button(look, label, act).attr("aria-label", format!("{label} {about}"))
}

/// A button that can be pressed only while `able`.
pub fn button_while(
    able: impl Fn() -> bool + Send + Sync + 'static,
    look: Look,
    label: &'static str,
    act: impl Fn() + 'static,
) -> El {
    button(look, label, act).flag("disabled", flag(move || !able()))
}

/// The button that sends a form.
pub fn submit(label: &'static str) -> El {
    el("button").class(Look::Primary.class()).text(label)
}

/// A link that looks like a button.
pub fn button_link(look: Look, label: &'static str, href: String) -> El {
    el("a").class(look.class()).attr("href", href).text(label)
}

/// Buttons in a row.
pub fn buttons(buttons: impl IntoIterator<Item = El>) -> El {
    el("div").class("buttons").children(buttons.into_iter().map(El::done))
}

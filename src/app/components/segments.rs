//! One of a few, in a line: native radio buttons that look like segments.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::Act,
    words::t,
};
use crate::{browser::form, text::Key};

/// One choice.
pub struct Segment {
    /// Its word.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: Signal<bool>,
    /// What choosing it does.
    pub choose: Act,
}

impl Segment {
    /// A choice.
    pub fn new(
        label: impl Into<String>,
        chosen: Signal<bool>,
        choose: impl Fn() + 'static,
    ) -> Self {
        Self { label: label.into(), chosen, choose: Box::new(choose) }
    }

    fn draw(self, name: &str) -> El {
        let Self { label, chosen, choose } = self;
        let input = el("input")
            .is("type", "radio")
            .attr("name", name.to_owned())
            .flag("checked", chosen)
            .on("change", move |_| choose());
        el("label").class("segment").el(input).el(el("span").string(label))
    }
}

/// A group of choices; `name` is unique on the page, `class` says where the legend stands.
pub fn segments(
    class: &'static str,
    name: &str,
    legend: String,
    disabled: Signal<bool>,
    choices: impl IntoIterator<Item = Segment>,
) -> El {
    el("fieldset")
        .class(class)
        .flag("disabled", disabled)
        .el(el("legend").string(legend))
        .children(choices.into_iter().map(|choice| choice.draw(name).done()))
}

/// The way back from a choice; `style` shows it once something is chosen.
pub fn clear_button(label: Key, clear: impl Fn() + 'static) -> El {
    let click = move |event| {
        clear();
        // The button goes away.
        form::focus_first_choice(&event);
    };
    el("button")
        .is("type", "button")
        .class("button quiet-button clear")
        .on("click", click)
        .text(t(label))
}

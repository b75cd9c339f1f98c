//! What an action stands for: a list with a way to each, and a choice that adds to it.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{
    super::{
        components::button::{Look, button_for},
        el::{El, el},
        live::{flag, part, text},
        words::t,
    },
    work_field::{choice, labelled},
};
use crate::{browser::page, text::Key};

/// Something that can be chosen: its identifier and its name.
pub type Named = (String, String);

/// Where a thing is.
pub type Place = Arc<dyn Fn(&str) -> String + Send + Sync>;

/// Adds a thing, or takes it away.
pub type Put = Arc<dyn Fn(&str, bool) + Send + Sync>;

/// A list of things that were chosen of many.
pub struct Links {
    /// The id of the choice.
    pub id: &'static str,
    /// What the list is.
    pub legend: Key,
    /// What the choice does.
    pub add: Key,
    /// What was chosen.
    pub chosen: Memo<Vec<Named>>,
    /// What could be chosen besides.
    pub others: Memo<Vec<Named>>,
    /// Where each is.
    pub href: Place,
    /// Adds one, or takes it away.
    pub set: Put,
    /// Nothing can be changed.
    pub fixed: Signal<bool>,
}

impl Links {
    /// The list; nothing where there is nothing to choose.
    pub fn draw(self) -> El {
        let Self { id, legend, add, chosen, others, href, set, fixed } = self;
        let list = {
            let set = set.clone();
            part(move || {
                let entries = chosen.get().into_iter().map(|(key, name)| {
                    let link = el("a").attr("href", href(&key)).string(name.clone());
                    let set = set.clone();
                    let remove = button_for(Look::Quiet, t(Key::PlanTakeAway), &name, move || {
                        set(&key, false);
                        // The button is gone.
                        page::focus(id);
                    });
                    el("li").el(link).el(remove.absent(fixed)).done()
                });
                Some(el("ul").class("plan-links").children(entries).done())
            })
        };
        let nothing = text(String::new);
        let field = part(move || {
            let first = (String::new(), t(Key::PlanChoose).to_owned());
            let set = set.clone();
            let add_one = move |key: String| {
                if !key.is_empty() {
                    set(&key, true);
                    // Drawn anew without what was chosen.
                    super::when_drawn(move || page::focus(id));
                }
            };
            let field = choice([first].into_iter().chain(others.get()), nothing, add_one);
            Some(labelled(id, add, field.flag("disabled", fixed)).done())
        });
        let no_others = flag(move || others.with(Vec::is_empty));
        el("fieldset")
            .class("plan-linked")
            .absent(flag(move || chosen.with(Vec::is_empty) && others.with(Vec::is_empty)))
            .el(el("legend").text(t(legend)))
            .child(list)
            .el(el("div").absent(no_others).child(field))
    }
}

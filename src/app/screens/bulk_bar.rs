//! The bar at the end of a table by which one change is made to all rows that are ticked.

use leptos::prelude::*;

use super::{
    super::{
        components::button::{Look, button_for, submit},
        el::{El, el},
        live::{flag, part, text},
        state::State,
        words::{fill, t},
    },
    work_field::{choice, labelled},
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        bulk::{Change, Left},
        id::ItemId,
    },
    text::Key,
};

/// What of the rows can be changed.
pub trait Part: Copy + PartialEq + Send + Sync + 'static {
    /// All of it, in the order in which it is offered.
    const ALL: &'static [Self];

    /// What it is called.
    fn name(self) -> Key;

    /// What stands in the field for the new value at first: nothing that could be applied by mistake.
    fn first(self) -> String;

    /// What is to be done with the value that was entered, or what is wrong with it.
    fn change(self, value: &str) -> Result<Change, Key>;

    /// The field for the new value, which each part has of its own kind.
    fn field(self, state: State, value: Value) -> Option<El>;
}

/// The new value while it is entered.
#[derive(Clone, Copy)]
pub struct Value {
    /// What stands in its field.
    pub text: RwSignal<String>,
    wrong: RwSignal<Option<Key>>,
}

impl Value {
    /// Takes over what was entered.
    pub fn set(self, new: String) {
        self.wrong.set(None);
        self.text.set(new);
    }

    /// The field below its label, with a hint and with its error where a screen reader looks for it.
    pub fn labelled(self, label: Key, field: El, hint: Option<AnyView>) -> El {
        let wrong = self.wrong;
        let words = text(move || wrong.get().map(t).unwrap_or_default().to_owned());
        let right = flag(move || wrong.get().is_none());
        let field = field
            .is("aria-describedby", "bulk-error")
            .attr_live("aria-invalid", text(move || wrong.get().is_some().to_string()));
        labelled(VALUE, label, field).child_maybe(hint).el(el("p")
            .class("field-error")
            .is("id", "bulk-error")
            .absent(right)
            .live(words))
    }
}

/// The id of the field for the new value.
const VALUE: &str = "bulk-value";

/// The id of the heading.
const TITLE: &str = "bulk-title";

/// The bar, while anything is ticked. `count` says how many rows are, `clear` is the button that ticks
/// none.
pub fn bar<P: Part>(
    state: State,
    picked: RwSignal<Vec<ItemId>>,
    first: P,
    count: Key,
    clear: El,
) -> El {
    let chosen = RwSignal::new(first);
    let value = Value { text: RwSignal::new(first.first()), wrong: RwSignal::new(None) };
    // What was done, and whether it changed anything.
    let told = RwSignal::new((String::new(), false));
    // Whether what was done is still to be heard of.
    let doing = StoredValue::new(false);
    let none = flag(move || picked.with(Vec::is_empty));
    let count = text(move || fill(count, &[("number", &picked.with(Vec::len).to_string())]));
    // What was told is about the rows that were ticked then.
    Effect::new(move |_| {
        picked.with(|_| ());
        told.set((String::new(), false));
        value.wrong.set(None);
    });
    // It is over with the next change, be it that it is taken back.
    Effect::new(move |_| {
        state.history.with(|_| ());
        if !doing.try_update_value(std::mem::take).unwrap_or_default() {
            told.set((String::new(), false));
        }
    });

    let parts = P::ALL.iter().enumerate();
    let parts = parts.map(|(place, part)| (place.to_string(), t(part.name()).to_owned()));
    let place = move || P::ALL.iter().position(|part| *part == chosen.get());
    let place = text(move || place().unwrap_or_default().to_string());
    let what = choice(parts, place, move |place| {
        let place = place.parse::<usize>().ok();
        if let Some(part) = place.and_then(|place| P::ALL.get(place)) {
            value.set(part.first());
            told.set((String::new(), false));
            chosen.set(*part);
        }
    });
    let form = el("form")
        .is("novalidate", "")
        .class("bulk-form")
        .on("submit", move |event| {
            event.prevent_default();
            match chosen.get_untracked().change(&value.text.get_untracked()) {
                Ok(change) => {
                    let done = carry_out(state, &picked.get_untracked(), &change);
                    doing.set_value(done.1);
                    told.set(done);
                }
                Err(key) => {
                    told.set((String::new(), false));
                    value.wrong.set(Some(key));
                    page::focus(VALUE);
                }
            }
        })
        .el(labelled("bulk-part", Key::TableWhat, what))
        .child(part(move || chosen.get().field(state, value).map(El::done)))
        .el(el("div").class("bulk-do").el(submit(t(Key::TableApply))).el(clear));
    el("section")
        .class("bulk")
        .is("aria-labelledby", TITLE)
        .absent(none)
        .el(el("h2").is("id", TITLE).is("tabindex", "-1").live(count))
        .el(form)
        .child(part(move || {
            let (words, changed) = told.get();
            let undo = move || {
                state.undo();
                // The button goes away.
                page::focus(TITLE);
            };
            let undo = || button_for(Look::Quiet, t(Key::ToolbarUndo), &words, undo).done();
            let undo = changed.then(undo);
            let told = el("p").class("bulk-told").el(el("span").string(words.clone()));
            (!words.is_empty()).then(|| told.child_maybe(undo).done())
        }))
}

/// Changes these items as one step; says what was done, why not everything, and whether anything was.
fn carry_out(state: State, items: &[ItemId], change: &Change) -> (String, bool) {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let (actions, left) = untrack(|| {
        state.with_assessment(|assessment| {
            (change.actions(pack, assessment, items), change.left(pack, assessment, items))
        })
    })
    .unwrap_or_default();
    let number = actions.len();
    if number > 0 {
        state.dispatch(Action::Several(actions));
    }
    let changed = fill(Key::TableChanged, &[("number", &number.to_string())]);
    let left = left.into_iter().map(|(why, count)| {
        let key = match why {
            Left::Same => Key::TableLeftSame,
            Left::Requirement => Key::TableLeftRequirements,
            Left::Excluded => Key::TableLeftExcluded,
        };
        fill(key, &[("number", &count.to_string())])
    });
    let told = [changed].into_iter().chain(left).collect::<Vec<_>>().join(" ");
    state.messages.announce(told.clone());
    (told, number > 0)
}

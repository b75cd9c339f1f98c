//! The list of keys, and the switch for those that act without Ctrl (WCAG 2.2, 2.1.4).

use leptos::prelude::*;

use super::super::{
    components::{
        button::{Look, button, buttons},
        dialog::dialog,
    },
    el::{El, el},
    live::flag,
    pages::question::{KEYS_OFF, keys_are_off},
    state::State,
    words::t,
};
use crate::{browser::preferences, persist::keys, text::Key};

/// Whether keys that are pressed without Ctrl may do something outside of fields.
#[must_use]
pub fn single_keys() -> bool {
    !keys_are_off()
}

/// Shows the list on `?`, unless such keys are switched off; true when it is shown.
pub fn show(state: State) -> bool {
    let shown = single_keys();
    if shown {
        state.showing_keys.set(true);
    }
    shown
}

/// The dialog.
pub fn keys(state: State) -> AnyView {
    dialog(state.showing_keys, Key::KeysTitle, move || {
        let rows = [
            (&["Ctrl", "K"][..], Key::KeysGo),
            (&["Ctrl", "S"], Key::KeysSave),
            (&["Ctrl", "Z"], Key::KeysUndo),
            (&["Ctrl", "Shift", "Z"], Key::KeysRedo),
            (&["?"], Key::KeysTitle),
            (&["↑", "↓"], Key::KeysChoose),
            (&["1", "…", "4"], Key::KeysLevels),
            (&["0"], Key::KeysDontKnow),
            (&["Delete"], Key::KeysClear),
            (&["Esc"], Key::KeysClose),
        ];
        let presenting = [
            (&["→", "PgDn"][..], Key::WorkshopShowKeyNext),
            (&["←", "PgUp"], Key::WorkshopShowKeyBack),
            (&["R"], Key::WorkshopShowKeyReveal),
            (&["B"], Key::WorkshopShowKeyBlank),
            (&["L"], Key::WorkshopShowKeyList),
            (&["Home", "End"], Key::WorkshopShowKeyEnds),
            (&["F"], Key::WorkshopShowKeyFull),
        ];
        let rows = rows.map(|(keys, does)| row(keys, does).done());
        let presenting = presenting.map(|(keys, does)| row(keys, does).done());
        el("div")
            .el(el("dl").class("keys").children(rows))
            .el(el("h3").text(t(Key::WorkshopShowKeys)))
            .el(el("dl").class("keys").children(presenting))
            .el(el("p").class("hint").text(t(Key::KeysMac)))
            .el(switch())
            .el(buttons([button(Look::Plain, t(Key::MessagesClose), move || {
                state.showing_keys.set(false);
            })]))
    })
}

fn row(keys: &[&'static str], does: Key) -> El {
    let keys = keys.iter().map(|key| el("kbd").text(key).done());
    el("div").el(el("dt").children(keys)).el(el("dd").text(t(does)))
}

fn switch() -> El {
    let on = RwSignal::new(single_keys());
    let change = move |_| {
        on.update(|on| *on = !*on);
        preferences::set(keys::SINGLE_KEYS, if on.get_untracked() { "on" } else { KEYS_OFF });
    };
    let checkbox = el("input")
        .is("type", "checkbox")
        .is("id", "single-keys")
        .is("aria-describedby", "single-keys-hint")
        .flag("checked", flag(move || on.get()))
        .on("change", change);
    let label = el("label").is("for", "single-keys").text(t(Key::KeysSingle));
    el("div")
        .el(el("div").class("check").el(checkbox).el(label))
        .el(el("p").class("hint").is("id", "single-keys-hint").text(t(Key::KeysSingleHint)))
}

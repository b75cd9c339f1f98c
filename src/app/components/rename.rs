//! The dialog that gives an assessment another name.

use leptos::{html, prelude::*};

use super::{
    super::{
        live::{flag, text},
        words::t,
    },
    dialog::Dialog,
};
use crate::text::Key;

/// Asks for a name while `open` is true.
#[component]
pub fn Rename(
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// The name as it is.
    #[prop(into)]
    name: Signal<String>,
    /// Called with the new name, which isn't blank.
    #[prop(into)]
    on_rename: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let blank = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            blank.set(false);
            if let Some(field) = field.get() {
                field.set_value(&name.get_untracked());
                field.select();
            }
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let value = field.get().map(|field| field.value()).unwrap_or_default();
        if value.trim().is_empty() {
            blank.set(true);
        } else {
            open.set(false);
            on_rename.run(value.trim().to_owned());
        }
    };
    view! {
        <Dialog open title=t(Key::RenameTitle)>
            <form on:submit=submit novalidate>
                <div class="field">
                    <label for="rename">{t(Key::HomeName)}</label>
                    <p class="field-error" id="rename-error" class:absent=flag(move || !blank.get())>
                        {t(Key::RenameBlank)}
                    </p>
                    <input
                        node_ref=field
                        id="rename"
                        class="input"
                        maxlength="120"
                        autocomplete="off"
                        aria-describedby="rename-error"
                        aria-invalid=text(move || blank.get().to_string())
                    />
                </div>
                <div class="buttons">
                    <button class="button primary">{t(Key::RenameSave)}</button>
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        {t(Key::DialogCancel)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

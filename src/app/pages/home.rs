//! The first page: what this is, begin an assessment, open a file, go on with a kept one.

use leptos::{html, prelude::*, task::spawn_local};

use super::super::{
    components::{dialog::Dialog, measure::looked_at, rename::Rename, title::Title},
    live::{flag, part, text},
    messages::read_error,
    route::{Page, Route},
    shelf::Arrival,
    state::use_state,
    words::{fill, moment, t},
};
use crate::{
    browser::{file, page},
    domain::{evaluation::evaluate, id::AssessmentId},
    persist::{document::Document, library::Entry},
    text::Key,
};

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let keeps = use_state().keeps();
    view! {
        <Title text=t(Key::HomeTitle)/>
        <p class="lead">{t(Key::HomeLead)}</p>
        <div class="home">
            <section class="card" aria-labelledby="begin">
                <h2 id="begin">{t(Key::HomeBegin)}</h2>
                <Begin/>
            </section>
            <section class="card" aria-labelledby="open">
                <h2 id="open">{t(Key::HomeOpen)}</h2>
                <OpenFile/>
            </section>
        </div>
        <Kept/>
        <Deleted/>
        <p class="notice" class:warning=!keeps>
            <strong>{t(Key::HomeKeepTitle)}</strong>
            " "
            {t(if keeps { Key::HomeKeep } else { Key::StatusMemoryHint })}
        </p>
    }
}

#[component]
fn Begin() -> impl IntoView {
    let state = use_state();
    let field = NodeRef::<html::Input>::new();
    let blank = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = field.get().map(|field| field.value()).unwrap_or_default();
        blank.set(name.trim().is_empty());
        if blank.get_untracked() {
            page::focus("name");
        } else {
            state.create(name.trim());
        }
    };
    view! {
        <form on:submit=submit novalidate>
            <div class="field">
                <label for="name">{t(Key::HomeName)}</label>
                <p class="hint" id="name-hint">{t(Key::HomeNameHint)}</p>
                <p class="field-error" id="name-error" class:absent=flag(move || !blank.get())>
                    {t(Key::RenameBlank)}
                </p>
                <input
                    node_ref=field
                    id="name"
                    class="input"
                    maxlength="120"
                    autocomplete="off"
                    aria-describedby="name-hint name-error"
                    aria-invalid=text(move || blank.get().to_string())
                />
            </div>
            <button class="button primary">{t(Key::HomeCreate)}</button>
        </form>
    }
}

#[component]
fn OpenFile() -> impl IntoView {
    let state = use_state();
    let arrival = RwSignal::new(None::<Arrival>);
    let asking = RwSignal::new(false);
    let chosen = move |event| {
        if let Some(chosen) = file::chosen(&event) {
            spawn_local(async move {
                let waiting = state.open_file(chosen).await;
                asking.set(waiting.is_some());
                arrival.set(waiting);
            });
        }
    };
    let decide = move |decision: fn(super::super::state::State, &Arrival)| {
        move |_| {
            asking.set(false);
            if let Some(arrival) = arrival.get_untracked() {
                decision(state, &arrival);
            }
        }
    };
    let question = text(move || {
        arrival
            .with(|arrival| {
                let document = &arrival.as_ref()?.opened.document;
                let saved =
                    document.saved.as_ref().map(|saved| moment(saved.as_str())).unwrap_or_default();
                Some(fill(
                    Key::ArrivalText,
                    &[("name", &document.assessment.name), ("saved", &saved)],
                ))
            })
            .unwrap_or_default()
    });
    let newer = flag(move || {
        arrival.with(|arrival| arrival.as_ref().is_some_and(|arrival| arrival.opened.read_only()))
    });
    view! {
        <div class="field">
            <label for="file">{t(Key::HomeFile)}</label>
            <p class="hint" id="file-hint">{t(Key::HomeFileHint)}</p>
            <input
                type="file"
                id="file"
                class="input"
                accept=".json,application/json"
                aria-describedby="file-hint"
                on:change=chosen
            />
        </div>
        <Dialog open=asking title=t(Key::ArrivalTitle)>
            <p>{question}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="button primary"
                    prop:disabled=newer
                    on:click=decide(|state, arrival| state.duplicate(&arrival.opened.document))
                >
                    {t(Key::ArrivalKeepBoth)}
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=decide(|state, arrival| state.replace_with(arrival))
                >
                    {t(Key::ArrivalReplace)}
                </button>
                <button type="button" class="button" on:click=move |_| asking.set(false)>
                    {t(Key::DialogCancel)}
                </button>
            </div>
        </Dialog>
    }
}

#[component]
fn Kept() -> impl IntoView {
    let state = use_state();
    part(move || {
        state.track_shelf();
        let entries = state.with_library(|library, pack| library.list(pack)).unwrap_or_default();
        (!entries.is_empty()).then(|| {
            let rows = entries.into_iter().map(|entry| view! { <KeptEntry entry/> }).collect_view();
            view! {
                <section aria-labelledby="kept">
                    <h2 id="kept">{t(Key::HomeKept)}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            }
            .into_any()
        })
    })
}

#[component]
fn KeptEntry(entry: Entry) -> AnyView {
    match entry.content {
        Ok(opened) => view! { <Whole document=opened.document/> }.into_any(),
        Err(error) => view! { <Damaged id=entry.id reason=read_error(&error)/> }.into_any(),
    }
}

#[component]
fn Whole(document: Document) -> impl IntoView {
    let state = use_state();
    let id = document.assessment.id.clone();
    let name = document.assessment.name.clone();
    let measure = evaluate(&state.questionnaire().pack, &document.assessment).everything;
    let saved = document.saved.as_ref().map(|saved| moment(saved.as_str()));
    let renaming = RwSignal::new(false);
    let document = StoredValue::new(document);
    let rename = {
        let id = id.clone();
        move |name: String| state.rename_kept(&id, name)
    };
    let delete = {
        let (id, name) = (id.clone(), name.clone());
        move |_| state.delete(&id, &name)
    };
    let label = |key: Key| format!("{} {name}", t(key));
    view! {
        <li class="row kept">
            <div class="row-main">
                <a class="row-title" href=Route::Assessment(id, Page::Hub).href()>{name.clone()}</a>
                <span class="quiet">{looked_at(&measure)} {saved.map(|saved| format!(" · {saved}"))}</span>
            </div>
            <div class="buttons">
                <button
                    type="button"
                    class="button quiet-button"
                    aria-label=label(Key::ToolbarSave)
                    on:click=move |_| document.with_value(|document| state.download(document))
                >
                    {t(Key::ToolbarSave)}
                </button>
                <button
                    type="button"
                    class="button quiet-button"
                    aria-label=label(Key::HomeRename)
                    on:click=move |_| renaming.set(true)
                >
                    {t(Key::HomeRename)}
                </button>
                <button
                    type="button"
                    class="button quiet-button"
                    aria-label=label(Key::HomeDuplicate)
                    on:click=move |_| document.with_value(|document| state.duplicate(document))
                >
                    {t(Key::HomeDuplicate)}
                </button>
                <button
                    type="button"
                    class="button quiet-button danger"
                    aria-label=label(Key::HomeDelete)
                    on:click=delete
                >
                    {t(Key::HomeDelete)}
                </button>
            </div>
            <Rename open=renaming name=name.clone() on_rename=rename/>
        </li>
    }
}

#[component]
fn Damaged(id: AssessmentId, reason: String) -> impl IntoView {
    let state = use_state();
    let deleted = id.clone();
    let name = id.to_string();
    let title = fill(Key::HomeDamaged, &[("id", id.as_str())]);
    view! {
        <li class="row kept">
            <div class="row-main">
                <strong>{title}</strong>
                <span class="quiet">{reason}</span>
            </div>
            <div class="buttons">
                <button type="button" class="button quiet-button" on:click=move |_| state.download_raw(&id)>
                    {t(Key::HomeDownloadRaw)}
                </button>
                <button
                    type="button"
                    class="button quiet-button danger"
                    on:click=move |_| state.delete(&deleted, &name)
                >
                    {t(Key::HomeDelete)}
                </button>
            </div>
        </li>
    }
}

#[component]
fn Deleted() -> impl IntoView {
    let state = use_state();
    part(move || {
        state.track_shelf();
        let entries = state.with_library(|library, pack| library.deleted(pack)).unwrap_or_default();
        (!entries.is_empty()).then(|| {
            let rows =
                entries.into_iter().map(|entry| view! { <DeletedEntry entry/> }).collect_view();
            view! {
                <details class="deleted">
                    <summary>{t(Key::HomeDeletedTitle)}</summary>
                    <ul class="rows">{rows}</ul>
                </details>
            }
            .into_any()
        })
    })
}

#[component]
fn DeletedEntry(entry: Entry) -> impl IntoView {
    let state = use_state();
    let name = match &entry.content {
        Ok(opened) => opened.document.assessment.name.clone(),
        Err(_) => fill(Key::HomeDamaged, &[("id", entry.id.as_str())]),
    };
    let (restored, erased) = (entry.id.clone(), entry.id);
    let sure = RwSignal::new(false);
    view! {
        <li class="row kept">
            <div class="row-main"><span>{name.clone()}</span></div>
            <div class="buttons">
                <button
                    type="button"
                    class="button quiet-button"
                    aria-label=format!("{} {name}", t(Key::HomeRestore))
                    on:click=move |_| state.restore(&restored)
                >
                    {t(Key::HomeRestore)}
                </button>
                <button
                    type="button"
                    class="button quiet-button danger"
                    aria-label=format!("{} {name}", t(Key::HomeErase))
                    on:click=move |_| sure.set(true)
                >
                    {t(Key::HomeErase)}
                </button>
            </div>
            <Dialog open=sure title=t(Key::EraseTitle)>
                <p>{fill(Key::EraseText, &[("name", &name)])}</p>
                <div class="buttons">
                    <button type="button" class="button danger" on:click=move |_| state.erase(&erased)>
                        {t(Key::EraseConfirm)}
                    </button>
                    <button type="button" class="button" on:click=move |_| sure.set(false)>
                        {t(Key::DialogCancel)}
                    </button>
                </div>
            </Dialog>
        </li>
    }
}

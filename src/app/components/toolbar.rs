//! The tools of the open assessment, at hand on every page of it.

use leptos::prelude::*;

use super::{
    super::{
        el::el,
        keep::Status,
        live::{part, text},
        route::{Page, Route},
        state::State,
        words::t,
    },
    button::{Look, button, button_link, button_while},
};
use crate::{domain::id::AssessmentId, persist::library::Access, text::Key};

/// Name, state of the stored copy, undo, redo, report, save as a file.
pub fn toolbar(state: State, id: AssessmentId) -> AnyView {
    let hub = Route::Assessment(id.clone(), Page::Hub).href();
    let report = Route::Assessment(id, Page::Report).href();
    let name = el("a").class("toolbar-name").attr("href", hub).live(text(move || state.name()));
    let tool = |able: fn(&State) -> bool, glyph: &'static str, label: Key, act: fn(&State)| {
        button_while(move || able(&state), Look::Tool, "", move || act(&state))
            .is("title", t(label))
            .el(el("span").class("glyph").is("aria-hidden", "true").text(glyph))
            .el(el("span").class("tool-word").text(t(label)))
    };
    let tools = el("div")
        .class("toolbar")
        .is("role", "group")
        .is("aria-label", t(Key::ToolbarLabel))
        .el(tool(State::can_undo, "↶", Key::ToolbarUndo, State::undo)
            .is("aria-keyshortcuts", "Control+Z"))
        .el(tool(State::can_redo, "↷", Key::ToolbarRedo, State::redo)
            .is("aria-keyshortcuts", "Control+Shift+Z"))
        .el(button_link(Look::Tool, t(Key::ToolbarReport), report))
        .el(button(Look::PrimaryTool, t(Key::ToolbarSave), move || state.save_file())
            .is("aria-keyshortcuts", "Control+S"));
    let keeping = el("div").class("keeping").child(status(state)).child(filed(state));
    vec![name.done(), keeping.done(), tools.done()].into_any()
}

/// When the open assessment was last saved to a file.
pub fn filed(state: State) -> AnyView {
    part(move || state.screens.get().map(|screens| (screens.filed)(state)))
}

fn status(state: State) -> AnyView {
    let of = |status: &Status| match status {
        Status::Saved => ("status", Key::StatusSaved, Key::StatusSavedHint),
        Status::Saving => ("status", Key::StatusSaving, Key::StatusSavedHint),
        Status::NotSaved(_) => ("status alarm", Key::StatusNotSaved, Key::StatusNotSavedHint),
        Status::MemoryOnly => ("status alarm", Key::StatusMemory, Key::StatusMemoryHint),
        Status::SecondOnly => ("status alarm", Key::StatusSecond, Key::StatusSecondHint),
        Status::ReadOnly(Access::Follows) => {
            ("status alarm", Key::StatusFollows, Key::StatusFollowsHint)
        }
        Status::ReadOnly(Access::Outdated) => {
            ("status alarm", Key::StatusOutdated, Key::StatusOutdatedHint)
        }
        Status::ReadOnly(_) => ("status alarm", Key::StatusReadOnly, Key::StatusReadOnlyHint),
    };
    // It changes with every answer, twice.
    el("span")
        .attr_live("class", text(move || state.status.with(|status| of(status).0.to_owned())))
        .attr_live("title", text(move || state.status.with(|status| t(of(status).2).to_owned())))
        .live(text(move || state.status.with(|status| t(of(status).1).to_owned())))
        .done()
}

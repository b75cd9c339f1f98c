//! The ways to hand in: a QR code to show, a link to send, a code to write down, a file with the notes.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::qr::qr,
    said::{Said, is_begun},
};
use crate::{
    app::{
        components::button::{Look, button, buttons},
        el::{El, el},
        live::part,
        messages::Message,
        route::{Route, Workshops},
        state::State,
        words::{fill, t},
    },
    browser::{download, form, location, share},
    domain::workshop::returned::Return,
    persist::workshop::{
        code::session_name,
        group_file::{self, ENDING},
        returned,
    },
    text::Key,
};

/// So many letters of a code stand together.
const BLOCK: usize = 5;
/// The id of the field with the link.
const LINK: &str = "return-link";

/// All ways, as long as there is something to hand in.
pub fn ways(state: State, said: Said) -> AnyView {
    part(move || {
        let now = said.now();
        is_begun(&now).then(|| drawn(state, said, &now).done())
    })
}

fn drawn(state: State, said: Said, now: &Return) -> El {
    let code = returned::write(&said.session(), now);
    let notes = now.notes.iter().flatten().filter(|note| !note.is_empty()).count();
    let mut parts = el("section")
        .class("hand")
        .is("aria-labelledby", "hand")
        .el(el("h2").is("id", "hand").text(t(Key::WorkshopGroupWays)))
        .el(el("p").class("seat-say").text(t(Key::WorkshopGroupWaysText)));
    if notes > 0 {
        let words = match notes {
            1 => t(Key::WorkshopGroupNotesOne).to_owned(),
            _ => fill(Key::WorkshopGroupNotes, &[("count", &notes.to_string())]),
        };
        parts = parts.el(el("p").class("notice seat-notes").string(words));
    }
    let file = el("div")
        .class("hand-way")
        .el(el("h3").text(t(Key::WorkshopGroupFile)))
        .el(el("p").class("seat-say").text(t(Key::WorkshopGroupFileText)))
        .el(buttons([button(
            if notes > 0 { Look::Primary } else { Look::Plain },
            t(Key::WorkshopGroupSaveFile),
            move || save(state, said),
        )]));
    parts.el(el("div").class("hand-ways").children(link_ways(state, &code)).el(file))
}

/// The ways in which a return goes as a code: to show, to send, to read out.
pub fn link_ways(state: State, code: &str) -> Vec<AnyView> {
    let link = link(code);
    let show = qr(&link).map(|drawing| {
        el("div")
            .class("hand-way hand-qr")
            .el(el("h3").text(t(Key::WorkshopGroupShow)))
            .el(el("p").class("seat-say").text(t(Key::WorkshopGroupShowText)))
            .el(drawing)
            .done()
    });
    let mut doing = vec![{
        let link = link.clone();
        button(Look::Plain, t(Key::WorkshopGroupCopy), move || copy(state, link.clone()))
    }];
    if share::can_share() {
        let link = link.clone();
        doing.push(button(Look::Plain, t(Key::WorkshopGroupShare), move || {
            let _ = share::begin_share(t(Key::WorkshopGroupShareTitle), &link);
        }));
    }
    let send = el("div")
        .class("hand-way")
        .el(el("h3").text(t(Key::WorkshopGroupSend)))
        .el(el("p").class("seat-say").text(t(Key::WorkshopGroupSendText)))
        .el(el("div")
            .class("field")
            .el(el("label").is("for", LINK).text(t(Key::WorkshopGroupLink)))
            .el(el("input")
                .is("id", LINK)
                .class("input")
                .is("type", "text")
                .is("readonly", "")
                .attr("value", link)))
        .el(buttons(doing))
        .el(el("details")
            .class("hand-code")
            .el(el("summary").text(t(Key::WorkshopGroupCode)))
            .el(el("p").class("hint").text(t(Key::WorkshopGroupCodeText)))
            .el(blocks(code)));
    show.into_iter().chain([send.done()]).collect()
}

/// A code in blocks, which only look apart: what is copied has no gaps.
fn blocks(code: &str) -> El {
    let letters: Vec<char> = code.chars().collect();
    let blocks =
        letters.chunks(BLOCK).map(|block| el("span").string(block.iter().collect()).done());
    el("code").class("code-blocks").children(blocks)
}

/// The link by which a return goes.
fn link(code: &str) -> String {
    let href = Route::Workshops(Workshops::Return(code.to_owned())).href();
    format!("{}{href}", location::address())
}

fn copy(state: State, link: String) {
    spawn_local(async move {
        if share::copy(&link).await {
            state.messages.tell(Message::success(t(Key::WorkshopGroupCopied)));
        } else {
            form::select(LINK);
            state.messages.tell(Message::warning(t(Key::WorkshopGroupNotCopied)));
        }
    });
}

/// Offers the file with answers and notes as they are now.
fn save(state: State, said: Said) {
    let now = untrack(|| said.now());
    let session = said.session();
    let text = group_file::write(&state.questionnaire().pack, &session, &now, &said.name());
    let group = said.group().saturating_add(1);
    let name =
        format!("group-{group}-round-{}-{}{ENDING}", said.round(), session_name(session.id()));
    if let Err(error) = download::save(&name, "application/json", &text) {
        let values = [("reason", error.0.as_str())];
        state.messages.tell(Message::warning(fill(Key::WorkshopGroupNoFile, &values)));
    }
}

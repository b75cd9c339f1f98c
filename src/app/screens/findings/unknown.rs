//! What is no finding because nothing is known of it, and in the way all the same.

use leptos::prelude::*;

use super::{
    super::super::{
        components::row::item_link,
        el::el,
        live::part,
        words::{fill, t},
    },
    Board,
};
use crate::{
    domain::{finding::Unknown, id::ItemId},
    text::Key,
};

/// So many are shown at once; more are unfolded.
const FEW: usize = 12;

/// Both kinds, with ways to the items.
pub fn unknown(board: Board) -> AnyView {
    let shown = Memo::new(move |_| {
        let mut shown = board.unverified.get();
        // Who looks for a grade looks for findings.
        shown.retain(|it| board.grade.get().is_none() && board.is_in_group(&it.item));
        shown
    });
    part(move || {
        let shown = shown.get();
        let list = |why: Unknown, name: Key| {
            let items = shown.iter().filter(|it| it.why == why).map(|it| &it.item);
            list(board, name, &items.collect::<Vec<_>>())
        };
        let lists = [
            list(Unknown::NotVerified, Key::FindingNotVerified),
            list(Unknown::NotAssessed, Key::FindingNotAssessed),
        ];
        (!shown.is_empty()).then(|| {
            el("section")
                .class("findings")
                .el(el("h2").text(t(Key::FindingUnknown)))
                .el(el("p").class("hint").text(t(Key::FindingUnknownLead)))
                .children(lists.into_iter().flatten())
                .done()
        })
    })
}

fn list(board: Board, name: Key, items: &[&ItemId]) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let questionnaire = board.state.questionnaire();
    let id = board.id.get_value();
    let rows = items.iter().filter_map(|item| {
        let title = questionnaire.texts.title(item);
        Some(el("li").el(item_link(&id, questionnaire.pack.item(item)?, title)).done())
    });
    let open = (items.len() <= FEW).then(String::new);
    let heading = fill(name, &[("number", &items.len().to_string())]);
    Some(
        el("details")
            .class("finding-unknown")
            .attr_maybe("open", open)
            .el(el("summary").string(heading))
            .el(el("ul").children(rows))
            .done(),
    )
}

//! What an import brought, in words.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::super::super::{
        components::{
            article::{list, scrolling},
            button::{Look, button, buttons},
        },
        el::{El, el},
        live::{part, text},
        words::{fill, t, texts},
    },
    import::{Import, Last},
};
use crate::{
    browser::page,
    domain::workshop::{collected::Added, session::Session},
    persist::workshop::intake::{Fault, Receipt, Refused, Source, Taken},
    text::{
        Key,
        workshop::{group_name, refusal},
    },
};

/// How many lines are shown without being asked for.
const FEW: usize = 12;

/// The part of the page that tells of the last import.
pub fn report(import: Import) -> El {
    let session = import.kept.session();
    let told = text(move || {
        if import.reading.get() {
            return t(Key::WorkshopCollectReading).to_owned();
        }
        import.last.get().map(|last| summary(&last.receipt)).unwrap_or_default()
    });
    let details = part(move || Some(details(&session, &import.last.get()?).done()));
    let undo = part(move || {
        import.can_take_back().then(|| {
            let back = button(Look::Plain, t(Key::WorkshopCollectUndo), move || {
                import.take_back();
                page::focus(HEADING);
            });
            buttons([back]).done()
        })
    });
    let empty = move || import.last.with(Option::is_none) && !import.reading.get();
    el("section")
        .class("collect-report")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::WorkshopCollectReport)))
        .el(el("p").class("collect-summary").is("role", "status").live(told))
        .child(part(move || {
            empty().then(|| el("p").class("hint").text(t(Key::WorkshopCollectNothingYet)).done())
        }))
        .child(details)
        .child(undo)
}

/// The id of its heading.
const HEADING: &str = "collect-report";

/// "Nothing has changed: 3 there already, 1 not taken in."
fn summary(receipt: &Receipt) -> String {
    let counts = [
        (Key::WorkshopCollectCountNew, receipt.count(Added::New)),
        (Key::WorkshopCollectCountNewer, receipt.count(Added::Newer)),
        (Key::WorkshopCollectCountSame, receipt.count(Added::Same)),
        (Key::WorkshopCollectCountOlder, receipt.count(Added::Older)),
        (Key::WorkshopCollectCountRefused, receipt.refused.len()),
    ];
    let counts = counts.into_iter().filter(|(_, number)| *number > 0);
    let counts = counts.map(|(key, number)| fill(key, &[("number", &number.to_string())]));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let key =
        if receipt.changes() { Key::WorkshopCollectChanged } else { Key::WorkshopCollectUnchanged };
    fill(key, &[("counts", &counts)])
}

fn details(session: &Arc<Session>, last: &Arc<Last>) -> El {
    let receipt = &last.receipt;
    let mut shown = el("div");
    if !receipt.refused.is_empty() {
        let rows = receipt.refused.iter().map(|refused| {
            el("li")
                .el(el("strong").string(whence(refused)))
                .text(" ")
                .string(fault(&refused.why, session))
                .done()
        });
        let refused = el("ul").class("collect-refused").children(rows.collect::<Vec<_>>());
        shown = shown.el(el("h3").text(t(Key::WorkshopCollectRefused))).el(refused);
    }
    if receipt.agreed > 0 {
        let number = receipt.agreed.to_string();
        let agreed = fill(Key::WorkshopCollectAgreed, &[("number", &number)]);
        shown = shown.el(el("p").string(agreed));
    }
    if !receipt.left_aside.is_empty() {
        let aside = el("details")
            .el(el("summary").text(t(Key::WorkshopCollectAside)))
            .el(list("ul", &receipt.left_aside));
        shown = shown.el(aside);
    }
    if receipt.taken.is_empty() {
        return shown;
    }
    let heading = el("h3").text(t(Key::WorkshopCollectTaken));
    if receipt.taken.len() <= FEW {
        return shown.el(heading).el(table(session, &receipt.taken));
    }
    // Many are drawn only for who wants to see them.
    let open = RwSignal::new(false);
    let (session, last) = (Arc::clone(session), Arc::clone(last));
    let all = part(move || open.get().then(|| table(&session, &last.receipt.taken).done()));
    let number = receipt.taken.len().to_string();
    let folded = el("details")
        .on("toggle", move |event| open.set(page::is_open(&event)))
        .el(el("summary").string(fill(Key::WorkshopCollectTakenAll, &[("number", &number)])))
        .child(all);
    shown.el(folded)
}

fn table(session: &Session, taken: &[Taken]) -> El {
    let heads = [
        Key::WorkshopCollectGroup,
        Key::WorkshopCollectRound,
        Key::WorkshopCollectAnswers,
        Key::WorkshopCollectNotes,
        Key::WorkshopCollectWhat,
    ];
    let heads = heads.map(|head| el("th").is("scope", "col").text(t(head)).done());
    let rows = taken.iter().map(|taken| {
        let cell = |words: String| el("td").string(words);
        el("tr")
            .el(el("th").is("scope", "row").string(name(session, taken.group)))
            .el(cell(taken.round.to_string()))
            .el(cell(taken.answered.to_string()))
            .el(cell(taken.notes.to_string()))
            .el(el("td").text(t(added_key(taken.added))))
            .done()
    });
    let table = el("table")
        .class("table")
        .el(el("thead").el(el("tr").children(heads)))
        .el(el("tbody").children(rows.collect::<Vec<_>>()));
    scrolling(t(Key::WorkshopCollectLines).to_owned(), table).class("table-scroll collect-long")
}

/// What a group is called.
pub fn name(session: &Session, group: u16) -> String {
    group_name(texts(), &session.plan().groups, group)
}

const fn added_key(added: Added) -> Key {
    match added {
        Added::New => Key::WorkshopCollectAddedNew,
        Added::Newer => Key::WorkshopCollectAddedNewer,
        Added::Same => Key::WorkshopCollectAddedSame,
        Added::Older => Key::WorkshopCollectAddedOlder,
    }
}

/// From where something came that isn't taken: "chat.txt, line 3, PLMR191JPRV3…"
fn whence(refused: &Refused) -> String {
    let source = match &refused.source {
        Source::File(name) => name.clone(),
        Source::Pasted => t(Key::WorkshopCollectPasted).to_owned(),
        Source::Camera => t(Key::WorkshopCameraTitle).to_owned(),
    };
    match &refused.place {
        None => fill(Key::WorkshopCollectFrom, &[("source", &source)]),
        Some(place) => {
            let line = place.line.to_string();
            let values = [("source", &*source), ("line", &line), ("begin", &place.begin)];
            fill(Key::WorkshopCollectFromLine, &values)
        }
    }
}

/// Why something isn't taken in, and what to do.
pub fn fault(why: &Fault, session: &Session) -> String {
    match why {
        Fault::Refused(why) => refusal(texts(), *why, session),
        Fault::Nothing => t(Key::WorkshopCollectNothing).to_owned(),
        Fault::NoCode => t(Key::WorkshopCollectNoCode).to_owned(),
        Fault::TooLarge => t(Key::WorkshopCollectTooLarge).to_owned(),
        Fault::Json(error) => {
            let (line, column) = (error.line.to_string(), error.column.to_string());
            fill(Key::WorkshopCollectJson, &[("line", &line), ("column", &column)])
        }
        Fault::Broken(field) => fill(Key::WorkshopCollectBroken, &[("field", field)]),
        Fault::Unreadable(reason) if reason.is_empty() => {
            t(Key::WorkshopCollectUnreadable).to_owned()
        }
        Fault::Unreadable(reason) => fill(Key::ReadUnreadable, &[("reason", reason)]),
    }
}

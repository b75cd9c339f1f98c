//! All items of the session with what became of them so far, each a way to it.

use super::super::show::stage::Stage;
use crate::{
    app::{
        el::{El, el},
        live::text,
        words::{fill, t},
    },
    domain::{
        id::ItemId,
        workshop::{show::Step, tally::Tally},
    },
    text::Key,
};

/// The part of the page.
pub fn items(stage: Stage) -> El {
    let session = stage.kept.session();
    let rows =
        session.items().iter().enumerate().map(|(place, item)| row(stage, place, item).done());
    el("section")
        .class("control-side")
        .is("aria-labelledby", "control-items")
        .el(el("h2").is("id", "control-items").text(t(Key::WorkshopControlItemsTitle)))
        .el(el("ol").class("control-items").is("role", "list").children(rows))
}

fn row(stage: Stage, place: usize, item: &ItemId) -> El {
    let here = text(move || (stage.with(|show| show.place) == place).to_string());
    let of = item.clone();
    let became = text(move || said(stage, place, &of));
    let go = el("button")
        .is("type", "button")
        .class("control-row")
        .attr_live("aria-current", here)
        .on("click", move |_| stage.take(Step::Item(place)))
        .el(el("span").class("control-name").string(stage.name_of(item)))
        .text(" ")
        .el(el("span").class("control-state").live(became));
    el("li").el(go)
}

/// Who is in, whether it is revealed, how far apart the groups are, what was agreed on.
fn said(stage: Stage, place: usize, item: &ItemId) -> String {
    let (round, revealed) = stage.with(|show| (show.round, show.is_revealed(place, show.round)));
    let tally = stage.tally(place, round);
    let voted = tally.as_ref().map_or(0, Tally::voted);
    let values = [("count", &*voted.to_string()), ("of", &*stage.groups().to_string())];
    let mut parts = vec![fill(Key::WorkshopControlIn, &values)];
    if voted > 0 {
        parts.extend(tally.as_ref().map(Stage::spread));
    }
    if revealed {
        parts.push(t(Key::WorkshopControlRevealed).to_owned());
    }
    if let Some(agreed) = stage.agreed(item) {
        let value = stage.rating(&agreed.rating);
        parts.push(fill(Key::WorkshopControlAgreedOn, &[("value", &value)]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

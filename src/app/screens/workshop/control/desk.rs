//! What steers the projector: steps, pages, rounds, and the timer.

use leptos::prelude::*;

use super::super::show::{stage::Stage, timer};
use crate::{
    app::{
        components::{
            button::{Look, button, buttons},
            segments::{Segment, segments},
        },
        el::{El, el},
        live::{flag, text},
        words::{fill, t},
    },
    domain::workshop::show::{Show, Shown, Step, TimerAct, View},
    text::Key,
};

/// All of it.
pub fn desk(stage: Stage) -> Vec<El> {
    let now = el("p").class("control-now").is("role", "status").live(text(move || said(stage)));
    let is_item = stage.part(|show| show.view == View::Item && !show.blank);
    let shown = stage.part(Show::shown);
    let is_blank = stage.part(|show| show.blank);
    // To reveal is the next step already.
    let hide = button(Look::Plain, t(Key::WorkshopControlHide), move || stage.take(Step::Hide))
        .absent(flag(move || !is_item.get() || shown.get() == Shown::Hidden));
    let blank = el("button")
        .is("type", "button")
        .class("button")
        .on("click", move |_| stage.take(Step::Blank))
        .live(text(move || {
            t(if is_blank.get() { Key::WorkshopControlLight } else { Key::WorkshopControlBlank })
                .to_owned()
        }));
    let back = button(Look::Plain, t(Key::WorkshopControlBack), move || stage.take(Step::Back));
    let mut all =
        vec![now, buttons([back, next_button(stage, "button primary"), blank, hide]), views(stage)];
    all.extend(rounds(stage));
    all.push(clock(stage));
    all
}

/// The button for the next step, which says what that is.
pub fn next_button(stage: Stage, class: &'static str) -> El {
    let label = Memo::new(move |_| {
        t(match stage.next() {
            None => Key::WorkshopControlNext,
            Some(Step::Blank) => Key::WorkshopControlLight,
            Some(Step::Reveal) => Key::WorkshopControlReveal,
            Some(Step::Model) => Key::WorkshopControlModelNext,
            Some(Step::View(View::List)) => Key::WorkshopControlListNext,
            Some(Step::View(View::End)) => Key::WorkshopControlEndNext,
            Some(Step::View(_)) => Key::WorkshopControlItems,
            Some(_) => Key::WorkshopControlNextItem,
        })
    });
    el("button")
        .is("type", "button")
        .class(class)
        .on("click", move |_| stage.take(Step::Next))
        .live(text(move || label.get().to_owned()))
}

/// What the projector shows now, in words.
fn said(stage: Stage) -> String {
    let (view, shown, blank) = stage.with(|show| (show.view, show.shown(), show.blank));
    let what = match view {
        _ if blank => t(Key::WorkshopControlNowBlank).to_owned(),
        View::Join => t(Key::WorkshopControlNowJoin).to_owned(),
        View::List => t(Key::WorkshopControlNowList).to_owned(),
        View::End => t(Key::WorkshopControlNowEnd).to_owned(),
        View::Item => {
            let shown = t(match shown {
                Shown::Hidden => Key::WorkshopControlNowHidden,
                Shown::Votes => Key::WorkshopControlNowVotes,
                Shown::Model => Key::WorkshopControlNowModel,
            });
            let (place, count) =
                (stage.with(|show| show.place), stage.kept.session().items().len());
            let item = stage.item().map(|item| item.to_string()).unwrap_or_default();
            let number = place.saturating_add(1).to_string();
            let values = [
                ("number", number.as_str()),
                ("count", &count.to_string()),
                ("item", &item),
                ("shown", shown),
            ];
            fill(Key::WorkshopControlNowItem, &values)
        }
    };
    fill(Key::WorkshopControlNow, &[("what", &what)])
}

fn views(stage: Stage) -> El {
    let view = stage.part(|show| show.view);
    let choices = View::ALL.map(|choice| {
        let label = t(match choice {
            View::Join => Key::WorkshopControlViewJoin,
            View::Item => Key::WorkshopControlViewItem,
            View::List => Key::WorkshopControlViewList,
            View::End => Key::WorkshopControlViewEnd,
        });
        Segment::new(label, flag(move || view.get() == choice), move || {
            stage.take(Step::View(choice));
        })
    });
    let legend = t(Key::WorkshopControlView).to_owned();
    segments("segments", "control-view", legend, flag(|| false), choices)
}

/// The choice of a round, where there are several.
fn rounds(stage: Stage) -> Option<El> {
    let rounds = stage.kept.session().plan().rounds;
    let round = stage.part(|show| show.round);
    let choices = (1..=rounds).map(|choice| {
        Segment::new(choice.to_string(), flag(move || round.get() == choice), move || {
            stage.take(Step::Round(choice));
        })
    });
    let legend = t(Key::WorkshopControlRound).to_owned();
    (rounds > 1).then(|| segments("segments", "control-round", legend, flag(|| false), choices))
}

fn clock(stage: Stage) -> El {
    let runs = stage.part(|show| show.timer.runs());
    let there = timer::is_there(stage);
    let act = move |act| stage.take(Step::Timer(act));
    let start = el("button")
        .is("type", "button")
        .class("button")
        .absent(flag(move || !there.get()))
        .on("click", move |_| {
            let running = runs.get_untracked();
            act(if running { TimerAct::Pause } else { TimerAct::Start });
        })
        .live(text(move || {
            t(if runs.get() { Key::WorkshopControlPause } else { Key::WorkshopControlStart })
                .to_owned()
        }));
    let reset = button(Look::Quiet, t(Key::WorkshopControlReset), move || act(TimerAct::Reset));
    let more = button(Look::Quiet, t(Key::WorkshopControlMinute), move || act(TimerAct::Minute));
    el("div")
        .class("control-timer")
        .is("role", "group")
        .is("aria-label", t(Key::WorkshopShowTimer))
        .el(el("span").is("aria-hidden", "true").text(t(Key::WorkshopShowTimer)))
        .el(timer::timer(stage, there))
        .el(start)
        .el(reset.absent(flag(move || !there.get())))
        .el(more)
}

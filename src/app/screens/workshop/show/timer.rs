//! The timer. It only tells the time; whatever was going on goes on.

use leptos::prelude::*;

use super::stage::Stage;
use crate::{
    app::{
        el::{El, el},
        live::{flag, text},
        state::now,
        words::t,
    },
    browser::screen::tick,
    domain::workshop::show::Timer,
    text::Key,
};

/// Several times a second, so that no second is left out.
const TICK: i32 = 200;

/// Whether there is a timer at all.
pub fn is_there(stage: Stage) -> Signal<bool> {
    let timed = stage.kept.session().plan().minutes.is_some();
    flag(move || timed || stage.with(|show| show.timer) != Timer::Stands(0))
}

/// What is left, in large figures, where the timer has a place.
pub fn timer(stage: Stage, there: Signal<bool>) -> El {
    let moment = RwSignal::new(now().milliseconds());
    let ticking = StoredValue::new_local(tick(
        Box::new(move || {
            moment.try_set(now().milliseconds());
        }),
        TICK,
    ));
    on_cleanup(move || {
        ticking.try_update_value(Option::take);
    });
    let seconds = Memo::new(move |_| {
        let timer = stage.with(|show| show.timer);
        // The clock of this page may be a tick behind.
        timer.seconds(if timer.runs() { moment.get() } else { 0 })
    });
    let is_up = Memo::new(move |_| seconds.get() == 0);
    let figures = text(move || in_figures(seconds.get()));
    let clock = el("p")
        .class("show-clock")
        .is("role", "timer")
        .is("aria-label", t(Key::WorkshopShowTimer))
        .absent(flag(move || is_up.get()))
        .live(figures);
    let up = text(move || {
        if is_up.get() && there.get() { t(Key::WorkshopShowUp).into() } else { String::new() }
    });
    el("div")
        .class("show-timer")
        .absent(flag(move || !there.get()))
        .el(clock)
        .el(el("p").class("show-up").is("role", "status").live(up))
}

fn in_figures(seconds: u64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!("{minutes}:{seconds:02}")
}

#[cfg(test)]
mod tests {
    use super::in_figures;

    #[test]
    fn seconds_have_two_figures() {
        for (seconds, expected) in
            [(0, "0:00"), (9, "0:09"), (60, "1:00"), (299, "4:59"), (28_800, "480:00")]
        {
            assert_eq!(in_figures(seconds), expected);
        }
    }
}

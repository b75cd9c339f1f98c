//! When the open assessment was last saved to a file, and reminders to do it again.

use leptos::prelude::*;

use super::super::{
    el::el,
    live::{part, text},
    messages::{Message, Offer},
    place::Place,
    route::Page,
    state::{State, now},
    words::{self, day, fill, moment, t},
};
use crate::{
    domain::{id::AssessmentId, ratio::Ratio, time::Timestamp},
    text::Key,
};

/// "Last saved to a file: 3 days ago", with the moment.
pub fn filed(state: State) -> AnyView {
    let filed = Memo::new(move |_| {
        state.open.with(|open| open.as_ref().and_then(|open| open.document.filed.clone()))
    });
    part(move || {
        state.minute.track();
        let Some(filed) = filed.get() else {
            let never = t(Key::RemindNever);
            return Some(el("span").class("filed never").text(never).done());
        };
        let words = fill(Key::RemindFiled, &[("when", &since(&filed, &now()))]);
        let exactly = moment(filed.as_str());
        let hidden = el("span").class("visually-hidden").string(format!(" ({exactly})"));
        Some(el("span").class("filed").attr("title", exactly).string(words).el(hidden).done())
    })
}

/// How long ago a moment was, in words.
fn since(then: &Timestamp, now: &Timestamp) -> String {
    match span(then, now) {
        Some((count, unit)) => words::ago(count, unit),
        None => t(Key::RemindNow).to_owned(),
    }
}

/// How long ago a moment was, in whole units, the largest that fits; `None` within two minutes, and
/// for what a clock that was put back shows.
fn span(then: &Timestamp, now: &Timestamp) -> Option<(i32, &'static str)> {
    const UNITS: [(i64, &str); 5] = [
        (365 * 24 * 60, "year"),
        (30 * 24 * 60, "month"),
        (24 * 60, "day"),
        (60, "hour"),
        (2, "minute"),
    ];
    let minutes = now.minutes().saturating_sub(then.minutes());
    let (length, unit) = UNITS.into_iter().find(|(length, _)| minutes >= *length)?;
    // Minutes begin to be counted at two, but one by one.
    let length = if unit == "minute" { 1 } else { length };
    Some((i32::try_from(minutes.checked_div(length)?).ok()?, unit))
}

/// Which completeness a file should follow, in per cent, and what is said then.
const MARKS: [(u64, Key); 3] =
    [(100, Key::RemindAll), (50, Key::RemindHalf), (25, Key::RemindQuarter)];

/// What is known of the open assessment since it was opened here.
#[derive(Debug, Default)]
struct Watch {
    of: Option<AssessmentId>,
    /// The highest mark it has reached.
    reached: u64,
    /// When it reached that, or was opened.
    since: Timestamp,
}

impl Watch {
    /// Whether nothing is to be noticed of an assessment now: the question of a quick check has the
    /// screen to itself, and what was passed there is noticed on the page after it.
    fn holds_back(&self, id: &AssessmentId, asking: bool) -> bool {
        asking && self.of.as_ref() == Some(id)
    }

    /// Takes notice of how complete an assessment is by now; what to say when it has passed a mark and
    /// is in no file since the last one.
    fn see(
        &mut self,
        id: &AssessmentId,
        completeness: Option<Ratio>,
        filed: Option<&Timestamp>,
        now: impl FnOnce() -> Timestamp,
    ) -> Option<Key> {
        let is_reached = |mark: u64| {
            completeness
                .is_some_and(|so_far| Ratio::new(mark, 100).is_some_and(|mark| so_far >= mark))
        };
        let mark = MARKS.into_iter().find(|(mark, _)| is_reached(*mark));
        let reached = mark.map_or(0, |(mark, _)| mark);
        if self.of.as_ref() != Some(id) {
            *self = Self { of: Some(id.clone()), reached, since: now() };
            return None;
        }
        if reached <= self.reached {
            return None;
        }
        let is_filed = filed.is_some_and(|filed| *filed >= self.since);
        (self.reached, self.since) = (reached, now());
        mark.map(|(_, words)| words).filter(|_| !is_filed)
    }
}

/// Reminds of saving a file when enough has been answered since the last one, but not on the questions
/// of the quick check, where it would cover the answers on a phone. Draws nothing.
pub fn reminder(state: State, place: ReadSignal<Place>) -> AnyView {
    let watch = StoredValue::new(Watch::default());
    Effect::new(move |_| {
        let asking = place.with(|place| matches!(place, Place::Open(_, Page::Quick(_))));
        if asking {
            state.messages.close_reminders();
        }
        let Some(measure) = state.with_evaluation(|evaluation| evaluation.everything) else {
            return;
        };
        let reminder = state.open.with(|open| {
            let document = &open.as_ref()?.document;
            let (id, filed) = (&document.assessment.id, document.filed.as_ref());
            let see = |watch: &mut Watch| {
                let held = watch.holds_back(id, asking);
                (!held).then(|| watch.see(id, measure.completeness, filed, now)).flatten()
            };
            watch.try_update_value(see).flatten()
        });
        if let Some(words) = reminder.filter(|_| !state.read_only.get_untracked()) {
            let offers = vec![Offer::SaveFile];
            let done = measure.counts.rated.saturating_add(measure.counts.dont_know).to_string();
            let all = measure.counts.in_scope.to_string();
            let words = fill(words, &[("done", &done), ("all", &all)]);
            // One at a time.
            state.messages.close_reminders();
            state.messages.tell(Message { offers, ..Message::warning(words) });
        }
    });
    ().into_any()
}

/// What stands above every page on paper: the name of the assessment and the day.
pub fn paper(state: State) -> AnyView {
    let name = text(move || {
        let name = state.name();
        if name.is_empty() { t(Key::AppName).to_owned() } else { name }
    });
    let today = text(move || {
        state.minute.track();
        day(now().as_str())
    });
    el("p").class("paper").el(el("strong").live(name)).el(el("span").live(today)).done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        Timestamp::parse(&format!("2026-11-{time}.000Z")).unwrap()
    }

    #[test]
    fn the_largest_unit_that_fits() {
        let now = at("23T12:00:00");
        let check = |then: &str, expected| {
            let then = Timestamp::parse(&format!("{then}.000Z")).unwrap();
            assert_eq!(span(&then, &now), expected, "{then}");
        };
        check("2026-11-23T12:00:00", None);
        check("2026-11-23T11:59:00", None);
        check("2026-11-23T11:57:00", Some((3, "minute")));
        check("2026-11-23T11:01:00", Some((59, "minute")));
        check("2026-11-23T11:00:00", Some((1, "hour")));
        check("2026-11-22T12:01:00", Some((23, "hour")));
        check("2026-11-20T12:00:00", Some((3, "day")));
        check("2026-10-01T12:00:00", Some((1, "month")));
        check("2024-11-01T12:00:00", Some((2, "year")));
        check("2026-11-24T12:00:00", None);
    }

    #[test]
    fn each_mark_reminds_once() {
        let id = AssessmentId::parse("x").unwrap();
        let mut watch = Watch::default();
        let mut see = |percent, filed: Option<&str>, now: &str| {
            watch.see(&id, Ratio::new(percent, 100), filed.map(at).as_ref(), || at(now))
        };
        // What is opened has nothing to be reminded of.
        assert_eq!(see(20, None, "01T08:00:00"), None);
        assert_eq!(see(24, None, "01T08:01:00"), None);
        assert_eq!(see(25, None, "01T08:02:00"), Some(Key::RemindQuarter));
        // Undone and done again.
        assert_eq!(see(24, None, "01T08:03:00"), None);
        assert_eq!(see(25, None, "01T08:04:00"), None);
        // A file since the last mark is enough; one from before isn't.
        assert_eq!(see(50, Some("01T08:03:30"), "01T08:05:00"), None);
        assert_eq!(see(100, Some("01T08:03:30"), "01T08:06:00"), Some(Key::RemindAll));
    }

    #[test]
    fn the_questions_of_the_quick_check_hold_it_back() {
        let id = AssessmentId::parse("x").unwrap();
        let mut watch = Watch::default();
        // What was complete when it was opened is noticed anywhere.
        assert!(!watch.holds_back(&id, true));
        assert_eq!(watch.see(&id, Ratio::new(0, 1), None, || at("01T08:00:00")), None);
        assert!(watch.holds_back(&id, true));
        assert!(!watch.holds_back(&id, false));
        // The highest mark that was passed meanwhile.
        let told = watch.see(&id, Ratio::new(14, 25), None, || at("01T08:05:00"));
        assert_eq!(told, Some(Key::RemindHalf));
    }

    #[test]
    fn another_assessment_begins_anew() {
        let mut watch = Watch::default();
        let mut see = |id: &str, percent| {
            let id = AssessmentId::parse(id).unwrap();
            watch.see(&id, Ratio::new(percent, 100), None, || at("01T08:00:00"))
        };
        assert_eq!(see("x", 10), None);
        assert_eq!(see("y", 60), None);
        assert_eq!(see("y", 99), None);
        assert_eq!(see("y", 100), Some(Key::RemindAll));
        assert_eq!(see("x", 60), None);
    }
}

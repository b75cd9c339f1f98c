//! The way to the certificate on a calendar, from the day on which it is wanted backwards.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{
    super::{
        charts::path::{Span, bar},
        components::button::{Look, button},
        el::{El, el},
        live::{flag, part, text},
        state::{State, now},
        words::{calendar_day, fill, t},
    },
    about::target,
    guide::weeks,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        handbook::Step,
        outlook::Outlook,
        path::{Late, MOST_WEEKS, Size, Stage, path, weeks_left, weeks_to_go},
        roadmap::Progress,
        time::Day,
        work::action::WorkAction,
    },
    text::{HandbookTexts, Key, entry},
};

/// The steps on the calendar, following their changes.
#[derive(Clone, Copy)]
struct Way {
    state: State,
    outlook: Memo<Option<Arc<Outlook>>>,
    stages: Memo<Option<Vec<Stage>>>,
    span: Memo<Span>,
}

impl Way {
    fn new(state: State, outlook: Memo<Option<Arc<Outlook>>>) -> Self {
        let stages = Memo::new(move |_| {
            let (handbook, _) = state.handbook()?;
            let outlook = outlook.get()?;
            let stages = state.with_assessment(|assessment| {
                let facts = &assessment.facts;
                let (people, wanted) = (facts.people, facts.target.as_ref()?);
                let weeks = &assessment.work().weeks;
                path(&handbook.steps, &outlook.steps, people, weeks, wanted)
            });
            stages.flatten()
        });
        let span = Memo::new(move |_| {
            stages.with(|stages| {
                let stages = stages.iter().flatten();
                let now = today();
                let days = stages.flat_map(|stage| [&stage.begins, &stage.ends]).chain(&now);
                Span::of(days)
            })
        });
        Self { state, outlook, stages, span }
    }

    /// A step on the calendar, as far as it is known.
    fn of<T>(self, step: u64, read: impl FnOnce(&Stage) -> T) -> Option<T> {
        self.stages.with(|stages| stages.as_ref()?.iter().find(|it| it.step == step).map(read))
    }

    fn progress(self, step: u64) -> Progress {
        let progress = self.outlook.with(|outlook| {
            let states = &outlook.as_ref()?.steps;
            states.iter().find(|state| state.number == step).map(|state| state.progress)
        });
        progress.unwrap_or(Progress::NotStarted)
    }

    fn across(self, step: u64, day: fn(&Stage) -> &Day) -> Signal<i64> {
        let span = self.span;
        Signal::derive(move || self.of(step, |stage| span.get().across(day(stage))).unwrap_or(0))
    }
}

fn today() -> Option<Day> {
    Day::parse(now().day())
}

/// The section.
pub fn section(state: State, outlook: Memo<Option<Arc<Outlook>>>) -> El {
    let way = Way::new(state, outlook);
    let known = Memo::new(move |_| way.stages.with(Option::is_some));
    let past = Memo::new(move |_| is_past(way));
    let shown = part(move || {
        let (handbook, words) = state.handbook()?;
        if !known.get() {
            return Some(el("p").class("hint").text(t(Key::ReadinessPathNone)).done());
        }
        let told =
            el("p").class("measure-text path-sum").live(text(move || sum(way).unwrap_or_default()));
        // Days on which steps had to begin before a day that is over help nobody.
        if past.get() {
            return Some(told.done());
        }
        let parts = [told, table(way, &handbook.steps, words), assumptions(way), afterwards(way)];
        Some(parts.map(El::done).collect_view().into_any())
    });
    el("section")
        .is("aria-labelledby", "path")
        .el(el("h2").is("id", "path").text(t(Key::ReadinessPath)))
        .el(el("p").class("hint").text(t(Key::ReadinessPathLead)))
        .child(target(state))
        .el(el("div").child(shown))
}

/// Whether the day to be ready by is over, with steps still to be done.
fn is_past(way: Way) -> bool {
    let done = |stages: &[Stage]| stages.iter().all(|stage| stage.done);
    way.stages.with(|stages| {
        let Some((stages, now)) = stages.as_deref().zip(today()) else { return false };
        !done(stages) && stages.last().is_some_and(|last| last.ends < now)
    })
}

/// Whether the weeks that are left are enough.
fn sum(way: Way) -> Option<String> {
    let now = today()?;
    way.stages.with(|stages| {
        let stages = stages.as_ref()?;
        let wanted = &stages.last()?.ends;
        let Some(next) = stages.iter().find(|stage| !stage.done) else {
            return Some(t(Key::ReadinessPathDone).to_owned());
        };
        if is_past(way) {
            return Some(t(Key::ReadinessPathPast).to_owned());
        }
        let (needed, left) = (weeks_to_go(stages), weeks_left(&now, wanted));
        let key = if needed > left { Key::ReadinessPathShort } else { Key::ReadinessPathEnough };
        let (step, begins) = (next.step.to_string(), calendar_day(&next.begins));
        let (needed, left) = (needed.to_string(), left.to_string());
        let values = [
            ("weeks", &*needed),
            ("left", &*left),
            ("day", &*calendar_day(wanted)),
            ("step", &*step),
            ("begins", &*begins),
        ];
        Some(fill(key, &values))
    })
}

fn table(way: Way, steps: &[Step], words: &HandbookTexts) -> El {
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(column(Key::ReadinessPathStep))
        .el(column(Key::ReadinessPathWeeks))
        .el(column(Key::ReadinessPathBegins))
        .el(column(Key::ReadinessPathEnds))
        .el(el("td"));
    let rows = steps.iter().map(|step| {
        let title = entry(&words.steps, &step.number.to_string());
        let title = title.map(|words| words.title.as_str()).unwrap_or_default();
        row(way, step, &format!("{} {title}", step.number)).done()
    });
    el("table")
        .class("table path")
        .el(el("caption").class("visually-hidden").text(t(Key::ReadinessPathCaption)))
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
}

fn row(way: Way, step: &Step, title: &str) -> El {
    let number = step.number;
    let late = move || {
        let now = today()?;
        way.of(number, |stage| stage.late(way.progress(number), &now)).flatten()
    };
    let told = text(move || {
        let key = match (late(), way.progress(number)) {
            (Some(Late::End), _) => Key::ReadinessPathLateEnd,
            (Some(Late::Begin), _) => Key::ReadinessPathLateBegin,
            (None, Progress::Done) => Key::OutcomeDone,
            (None, Progress::Started) => Key::OutcomeStarted,
            (None, Progress::NotStarted) => return String::new(),
        };
        t(key).to_owned()
    });
    let class = move |late_class: &str, class: &str| {
        if late().is_some() { late_class } else { class }.to_owned()
    };
    let day = move |name: Key, day: fn(&Stage) -> &Day| {
        let shown = move |stage: &Stage| {
            if stage.done { "–".to_owned() } else { calendar_day(day(stage)) }
        };
        el("td")
            .is("data-label", t(name))
            .live(text(move || way.of(number, shown).unwrap_or_default()))
    };
    let now = Signal::derive(move || today().map_or(0, |now| way.span.get().across(&now)));
    let drawn = bar(
        way.across(number, |stage| &stage.begins),
        way.across(number, |stage| &stage.ends),
        now,
        text(move || class("path-chart late-chart", "path-chart")),
    );
    let note = el("span").attr_live("class", text(move || class("late", "quiet"))).live(told);
    el("tr")
        .el(el("th").is("scope", "row").string(title.to_owned()).text(" ").el(note))
        .el(el("td").class("path-weeks").child(weeks_field(way, step, title)))
        .el(day(Key::ReadinessPathBegins, |stage| &stage.begins))
        .el(day(Key::ReadinessPathEnds, |stage| &stage.ends))
        .el(el("td").class("path-cell").child(drawn))
}

/// The weeks of a step, which the organisation may know better.
fn weeks_field(way: Way, step: &Step, title: &str) -> AnyView {
    let (number, state) = (step.number, way.state);
    let wrong = RwSignal::new(false);
    let value = text(move || way.of(number, |stage| stage.weeks.to_string()).unwrap_or_default());
    let estimate = move || way.of(number, |stage| stage.estimate);
    let enter = move |event| {
        let typed = event_target_value(&event);
        let weeks = match typed.trim() {
            "" => Some(None),
            typed => typed.parse().ok().filter(|weeks| *weeks <= MOST_WEEKS).map(Some),
        };
        wrong.set(weeks.is_none());
        if let Some(weeks) = weeks {
            // What is the estimate again follows it again.
            let own = weeks.filter(|weeks| untrack(estimate).is_none_or(|(_, to)| to != *weeks));
            state.dispatch(WorkAction::Weeks(number, own).into());
        }
    };
    let id = format!("weeks-{number}");
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    let input = el("input")
        .class("input")
        .attr("id", id)
        .is("type", "number")
        .is("min", "0")
        .attr("max", MOST_WEEKS.to_string())
        .attr("aria-label", fill(Key::ReadinessPathWeeksOf, &[("step", title)]))
        .attr("aria-describedby", format!("{hint} {error}"))
        .attr_live("aria-invalid", text(move || wrong.get().to_string()))
        .flag("disabled", state.read_only.into())
        .value(value)
        .on("change", enter);
    let estimated = text(move || {
        let words = estimate().map(weeks).unwrap_or_default();
        fill(Key::ReadinessPathEstimate, &[("weeks", &words)])
    });
    let most = fill(Key::ReadinessPathWrong, &[("most", &MOST_WEEKS.to_string())]);
    vec![
        input.done(),
        el("span").class("quiet").attr("id", hint).live(estimated).done(),
        el("p")
            .class("field-error")
            .attr("id", error)
            .absent(flag(move || !wrong.get()))
            .string(most)
            .done(),
    ]
    .into_any()
}

fn assumptions(way: Way) -> El {
    let state = way.state;
    let size = text(move || {
        let people = state.with_assessment(|assessment| assessment.facts.people).flatten();
        let size = t(match Size::of(people) {
            Size::Small => Key::StepsSmall,
            Size::Middle => Key::StepsMedium,
            Size::Large => Key::StepsLarge,
        });
        match people {
            Some(people) => {
                fill(Key::ReadinessPathSize, &[("size", size), ("people", &people.to_string())])
            }
            None => fill(Key::ReadinessPathSizeUnknown, &[("size", size)]),
        }
    });
    let own = move || {
        let own = |step: &u64| Action::from(WorkAction::Weeks(*step, None));
        state
            .with_assessment(|assessment| {
                assessment.work().weeks.keys().map(own).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    let unable = flag(move || state.read_only.get() || own().is_empty());
    let back = button(Look::Quiet, t(Key::ReadinessPathReset), move || {
        state.dispatch(Action::Several(untrack(own)));
        page::focus("weeks-1");
    });
    let assumed = [Key::ReadinessPathAfter, Key::ReadinessPathLonger, Key::ReadinessPathOver];
    let assumed = assumed.map(|key| el("li").text(t(key)).done());
    el("div")
        .el(el("h3").text(t(Key::ReadinessPathAssumed)))
        .el(el("ul").class("measure-text").children(assumed).el(el("li").live(size)))
        .el(back.absent(unable))
}

/// What comes after the certificate; nothing while its day is over and it isn't there.
fn afterwards(way: Way) -> El {
    let state = way.state;
    let missed = flag(move || {
        way.stages.with(|stages| {
            let last = stages.as_ref().and_then(|stages| stages.last()).zip(today());
            last.is_some_and(|(last, now)| !last.done && last.ends < now)
        })
    });
    let by = move |key: Key, years: u64| {
        let words = text(move || {
            let wanted = state.with_assessment(|assessment| assessment.facts.target.clone());
            let day = wanted.flatten().and_then(|wanted| wanted.years_later(years));
            fill(key, &[("day", &day.as_ref().map(calendar_day).unwrap_or_default())])
        });
        el("li").live(words)
    };
    el("div").absent(missed).el(el("h3").text(t(Key::ReadinessAfter))).el(el("ul")
        .class("measure-text")
        .el(by(Key::ReadinessAfterFirst, 1))
        .el(by(Key::ReadinessAfterYearly, 2))
        .el(by(Key::ReadinessAfterAgain, 3)))
}

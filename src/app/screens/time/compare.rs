//! Two states of the assessment side by side: what rose, what fell, what is new.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            article::scrolling,
            measure::{in_words, looked_at_short},
            row::item_link,
        },
        el::{El, el},
        live::{flag, part},
        state::State,
        words::{fill, percent, range, t, texts},
    },
    file::{self, Chosen},
    snapshots::{Snapshots, dated, numbers},
};
use crate::{
    domain::{
        assessment::Assessment,
        compare::{Change, Comparison, Shift, compare},
        evaluation::{Evaluation, evaluate},
        id::AssessmentId,
        score::Measure,
        snapshot::Snapshot,
        time::Timestamp,
    },
    report::model::standing_text,
    text::{
        Key,
        outcome::{asked_text, change_text, points_text, rated_twice_text, shift_text},
    },
};

/// A state that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// As it is now.
    Now,
    /// The snapshot at this place.
    Snapshot(usize),
    /// The file that was chosen.
    File,
}

impl Source {
    /// As the value of an option.
    fn value(self) -> String {
        match self {
            Self::Now => "now".to_owned(),
            Self::Snapshot(place) => place.to_string(),
            Self::File => "file".to_owned(),
        }
    }
}

/// What is compared.
#[derive(Clone, Copy)]
struct Choice {
    state: State,
    snapshots: Snapshots,
    file: Chosen,
    /// The last snapshot in which other items or other ratings are than now.
    last_unlike: Memo<Option<usize>>,
    /// What the person chose for either side, if anything.
    sides: [RwSignal<Option<Source>>; 2],
}

impl Choice {
    /// All states with their names, the oldest first.
    fn sources(&self) -> Vec<(Source, String)> {
        let file = self.file.get().map(|file| (Source::File, file.label.clone()));
        let snapshots = self.snapshots.with(|all| {
            let named = all.iter().enumerate();
            let named =
                named.map(|(place, snapshot)| (Source::Snapshot(place), dated(all, snapshot)));
            named.collect::<Vec<_>>()
        });
        let now = (Source::Now, t(Key::TimeNow).to_owned());
        file.into_iter().chain(snapshots).chain([now]).collect()
    }

    /// What is compared, unless the person chose something that is there: now with the last snapshot that
    /// differs from it, or else with the last one.
    fn side(&self, later: bool) -> Source {
        let [earlier_side, later_side] = self.sides;
        let snapshots = self.snapshots.with(Vec::len);
        let chosen = if later { later_side } else { earlier_side }.get();
        let is_there = |source: &Source| match source {
            Source::Now => true,
            Source::Snapshot(place) => *place < snapshots,
            Source::File => self.file.with(Option::is_some),
        };
        chosen.filter(is_there).unwrap_or(match snapshots.checked_sub(1) {
            Some(last) if !later => Source::Snapshot(self.last_unlike.get().unwrap_or(last)),
            _ => Source::Now,
        })
    }

    fn evaluation(&self, source: Source) -> Option<Arc<Evaluation>> {
        let evaluation = match source {
            Source::Now => return self.state.evaluation.get(),
            Source::Snapshot(place) => {
                self.snapshots.with(|all| numbers(self.state, all.get(place)?))?
            }
            Source::File => {
                evaluate(&self.state.questionnaire().pack, &self.file.get()?.assessment)
            }
        };
        Some(Arc::new(evaluation))
    }
}

/// The choice of two states, and what changed between them.
pub fn section(state: State, id: &AssessmentId, snapshots: Snapshots) -> El {
    let file = Chosen::new(None);
    let sides = [RwSignal::new(None), RwSignal::new(None)];
    let find_unlike = |assessment: &Assessment| {
        let now = Snapshot::of(assessment, String::new(), Timestamp::default());
        let is_unlike =
            |one: &Snapshot| one.ratings != now.ratings || one.selection != now.selection;
        assessment.snapshots.iter().rposition(is_unlike)
    };
    let last_unlike = Memo::new(move |_| state.with_assessment(find_unlike).flatten());
    let choice = Choice { state, snapshots, file, last_unlike, sides };
    let [earlier, _] = sides;
    let sources = Memo::new(move |_| choice.sources());
    let selects = part(move || {
        let sources = sources.get();
        (sources.len() > 1).then(|| {
            let select = |later, key| select(choice, &sources, later, key);
            el("div")
                .class("compare-sides")
                .el(select(false, Key::TimeFrom))
                .el(select(true, Key::TimeTo))
                .done()
        })
    });
    let id = id.clone();
    let result = part(move || {
        let (earlier, later) = (choice.side(false), choice.side(true));
        if earlier == later {
            let words = if sources.with(Vec::len) > 1 { Key::TimeSame } else { Key::TimeNothing };
            return Some(el("p").class("empty").text(t(words)).done());
        }
        let (older, newer) = (choice.evaluation(earlier)?, choice.evaluation(later)?);
        let comparison = compare(&state.questionnaire().pack, &older, &newer)?;
        Some(result(state, &id, &comparison, &older, &newer).done())
    });
    el("section")
        .is("aria-labelledby", "compare")
        .el(el("h2").is("id", "compare").text(t(Key::TimeCompare)))
        .child(selects)
        .el(file::field(state, file, move || earlier.set(Some(Source::File))))
        .el(el("div").is("aria-live", "polite").child(result))
}

fn select(choice: Choice, sources: &[(Source, String)], later: bool, label: Key) -> El {
    let [earlier_side, later_side] = choice.sides;
    let (id, side) =
        if later { ("compare-to", later_side) } else { ("compare-from", earlier_side) };
    let known: Vec<Source> = sources.iter().map(|(source, _)| *source).collect();
    let options = sources.iter().map(|(source, name)| {
        let source = *source;
        el("option")
            .attr("value", source.value())
            .flag("selected", flag(move || choice.side(later) == source))
            .string(name.clone())
            .done()
    });
    let select =
        el("select").is("id", id).class("input").children(options).on("change", move |event| {
            let value = event_target_value(&event);
            side.set(known.iter().copied().find(|source| source.value() == value));
        });
    el("div").class("field").el(el("label").is("for", id).text(t(label))).el(select)
}

/// The changes of which lists are shown, the most telling first.
const CHANGES: [Change; 8] = [
    Change::Rose,
    Change::Fell,
    Change::New,
    Change::Gone,
    Change::NewlyExcluded,
    Change::NoLongerExcluded,
    Change::NewlyAsked,
    Change::NoLongerAsked,
];

/// Lists longer than this are closed at first.
const SHORT: usize = 12;

fn result(
    state: State,
    id: &AssessmentId,
    comparison: &Comparison,
    older: &Evaluation,
    newer: &Evaluation,
) -> El {
    let count = |change| comparison.items.iter().filter(|item| item.change == change).count();
    let same = count(Change::Same);
    let asked = comparison.items.len() - count(Change::NeverAsked);
    let key = if same == asked { Key::TimeAllSame } else { Key::TimeRest };
    let rest = fill(key, &[("number", &same.to_string())]);
    let lists = CHANGES.into_iter().filter(|change| count(*change) > 0);
    let lists = lists.map(|change| list(state, id, change, comparison, older, newer).done());
    // What isn't alike is told before any number, and no number compares it.
    let unlike = asked_text(texts(), &comparison.asked, comparison.items.len());
    let headline = if unlike.is_some() {
        rated_twice_text(texts(), comparison.rated_twice, comparison.of_rated_twice)
    } else {
        shift_text(texts(), comparison.everything)
    };
    let unlike = unlike.map(|words| el("p").class("notice warning").string(words).done());
    el("div")
        .child_maybe(unlike)
        .el(el("p").class("compare-headline").string(headline))
        .el(el("dl")
            .class("compare-numbers")
            .el(side_in_words(Key::TimeBefore, &older.everything))
            .el(side_in_words(Key::TimeAfter, &newer.everything)))
        .children(lists.collect::<Vec<_>>())
        .el(el("p").class("quiet").string(rest))
        .el(table(state, comparison, older, newer))
}

/// Conformity is never shown without its range and completeness.
fn side_in_words(side: Key, measure: &Measure) -> El {
    el("div").el(el("dt").text(t(side))).el(el("dd").string(in_words(measure)))
}

fn list(
    state: State,
    id: &AssessmentId,
    change: Change,
    comparison: &Comparison,
    older: &Evaluation,
    newer: &Evaluation,
) -> El {
    let questionnaire = state.questionnaire();
    let words = |standing| standing_text(&questionnaire.texts, texts(), standing).to_owned();
    let sides = older.items.iter().zip(&newer.items);
    let changed = comparison.items.iter().zip(sides).filter(|(item, _)| item.change == change);
    let lines: Vec<AnyView> = changed
        .filter_map(|(changed, (older, newer))| {
            let item = questionnaire.pack.item(&changed.item)?;
            let (older, newer) = (words(&older.standing), words(&newer.standing));
            let levels = fill(Key::TimeWasNow, &[("older", &older), ("newer", &newer)]);
            let link = item_link(id, item, questionnaire.texts.full_title(&item.id));
            let levels = el("span").class("quiet").string(levels);
            Some(el("li").class("row").el(link).el(levels).done())
        })
        .collect();
    let number = lines.len().to_string();
    let heading = [("change", change_text(texts(), change)), ("number", &*number)];
    let open = (lines.len() <= SHORT).then(String::new);
    let summary =
        el("summary").el(el("span").class("summary-title").string(fill(Key::TimeChange, &heading)));
    el("details")
        .class("changes")
        .attr_maybe("open", open)
        .el(summary)
        .el(el("ul").class("rows").children(lines))
}

fn table(state: State, comparison: &Comparison, older: &Evaluation, newer: &Evaluation) -> El {
    let questionnaire = state.questionnaire();
    let (pack, pack_texts) = (&questionnaire.pack, &questionnaire.texts);
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(column(Key::ReportsMeasureGroup))
        .el(column(Key::TimeBefore).class("number"))
        .el(column(Key::TimeAfter).class("number"))
        .el(column(Key::TimeShift).class("number"));
    let sides = [&older.everything, &newer.everything];
    let unlike = &comparison.asked.unlike;
    let cell = |shift, alike| {
        let other = || el("td").class("number shift quiet").text(t(Key::TimeOtherAsked));
        if alike { shift_cell(shift) } else { other() }
    };
    let everything = comparison.everything;
    let change = cell(everything, unlike.is_empty());
    let everything = row(t(Key::MeasureEverything).to_owned(), everything, sides, change);
    let measures = older.sections.iter().zip(&newer.sections);
    let sections = comparison.sections.iter().zip(measures);
    let sections = sections.map(|((id, shift), (older, newer))| {
        let of_section = pack.section(id).map(|section| pack.groups_of(section));
        let mut groups = of_section.into_iter().flatten();
        let change = cell(*shift, groups.all(|group| !unlike.contains(&group.id)));
        let sides = [&older.measure, &newer.measure];
        row(pack_texts.section(id).to_owned(), *shift, sides, change)
    });
    let measures = older.groups.iter().zip(&newer.groups);
    let groups = comparison.groups.iter().zip(measures);
    let groups = groups.map(|((id, shift), (older, newer))| {
        let change = cell(*shift, !unlike.contains(id));
        let sides = [&older.measure, &newer.measure];
        row(format!("{id} {}", pack_texts.group(id)), *shift, sides, change)
    });
    let table = el("table")
        .class("table shifts")
        .el(el("caption").text(t(Key::TimeTableCaption)))
        .el(el("thead").el(head))
        .el(el("tbody").class("shifts-whole").child(everything).children(sections))
        .el(el("tbody").children(groups));
    scrolling(t(Key::TimeTableCaption).to_owned(), table)
}

fn row(name: String, shift: Shift, [older, newer]: [&Measure; 2], change: El) -> AnyView {
    let number = |conformity, measure: &Measure| {
        let rest = format!("{} · {}", range(measure), looked_at_short(measure));
        let rest = el("span").class("quiet shift-rest").string(rest);
        el("td").class("number").string(percent(conformity)).text(" ").el(rest)
    };
    el("tr")
        .el(el("th").is("scope", "row").string(name))
        .el(number(shift.older, older))
        .el(number(shift.newer, newer))
        .el(change)
        .done()
}

/// How far up or down: a shape, a sign and a word.
fn shift_cell(shift: Shift) -> El {
    let points = shift.points();
    let (class, shape) = match points {
        Some(1..) => ("number shift up", "▲"),
        Some(..=-1) => ("number shift down", "▼"),
        _ => ("number shift", ""),
    };
    let words = match (points, shift.older, shift.newer) {
        (Some(0), ..) => t(Key::OutcomeSame).to_owned(),
        (Some(points), ..) => fill(Key::TimePoints, &[("points", &points_text(points))]),
        (None, None, Some(_)) => t(Key::OutcomeNew).to_owned(),
        (None, Some(_), _) => t(Key::OutcomeGone).to_owned(),
        (None, ..) => t(Key::WhyNotCounted).to_owned(),
    };
    let shape = el("span").class("shift-shape").is("aria-hidden", "true").text(shape);
    el("td").class(class).el(shape).text(" ").string(words)
}

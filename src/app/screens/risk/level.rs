//! Levels of risk as they are drawn: a word on a ground, and the matrix that they come from.

use leptos::prelude::*;

use super::super::super::{
    el::{El, el},
    live::text,
    state::State,
    words::{t, texts},
};
use crate::{
    domain::{
        assessment::Assessment,
        risk::{
            colour::Ink,
            criteria::{Criteria, RiskLevel, Scale},
            level::Spot,
        },
    },
    text::{
        Key,
        risk::{LevelWords, rung},
    },
};

/// The words of levels under some criteria.
pub fn words(criteria: &Criteria) -> LevelWords<'_> {
    LevelWords { texts: texts(), criteria }
}

/// Reads the criteria of the open assessment, following their changes.
pub fn with_criteria<T: Default>(state: State, read: impl FnOnce(&Criteria) -> T) -> T {
    let read = |assessment: &Assessment| read(&assessment.work().criteria);
    state.with_assessment(read).unwrap_or_default()
}

/// How many levels of likelihood and of impact there are, following no other change: what is drawn
/// by it stays while other things change.
pub fn sizes(state: State) -> Memo<(usize, usize)> {
    Memo::new(move |_| with_criteria(state, |it| (it.likelihood.len(), it.impact.len())))
}

/// The name of a level of likelihood or impact, following its changes.
pub fn level_name(state: State, scale: Scale, level: usize) -> Signal<String> {
    text(move || with_criteria(state, |criteria| words(criteria).name(scale, level).to_owned()))
}

/// The name of a level of risk, following its changes.
pub fn risk_level_name(state: State, level: usize) -> Signal<String> {
    text(move || with_criteria(state, |criteria| words(criteria).level(level).to_owned()))
}

/// How a level looks: the class of its rung, or the organisation's own colour with an ink for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tint {
    class: &'static str,
    ground: String,
    ink: &'static str,
}

impl Tint {
    /// How a level of risk looks.
    pub fn of(criteria: &Criteria, level: usize) -> Self {
        const RUNGS: [&str; 6] = ["rung-1", "rung-2", "rung-3", "rung-4", "rung-5", "rung-6"];
        let own = |level: &RiskLevel| level.colour.clone();
        if let Some(colour) = criteria.levels.get(level).and_then(own) {
            let ink = match colour.ink() {
                Ink::Black => "#000000",
                Ink::White => "#ffffff",
            };
            return Self { class: "own", ground: colour.as_str().to_owned(), ink };
        }
        let class = RUNGS.get(rung(level, criteria.levels.len())).copied().unwrap_or_default();
        Self { class, ..Self::default() }
    }
}

/// An element on the ground of a level; `class` are its other classes.
pub fn tinted(
    element: El,
    class: impl Fn() -> String + Send + Sync + 'static,
    tint: Signal<Tint>,
) -> El {
    element
        .attr_live("class", text(move || format!("{} tint {}", class(), tint.get().class)))
        .property("--own", text(move || tint.get().ground))
        .property("--own-ink", text(move || tint.get().ink.to_owned()))
}

/// A level as a word on its ground; words alone where there is none.
pub fn chip(criteria: &Criteria, spot: Option<Spot>) -> El {
    let word = words(criteria).spot(spot).to_owned();
    let Some(spot) = spot else { return el("span").class("chip-none").string(word) };
    // There may be hundreds of them, and each is drawn anew with what it stands in.
    let Tint { class, ground, ink } = Tint::of(criteria, spot.level);
    let chip = el("span").attr("class", format!("chip tint {class}")).string(word);
    if ground.is_empty() {
        return chip;
    }
    chip.property("--own", Signal::stored(ground))
        .property("--own-ink", Signal::stored(ink.to_owned()))
}

/// The matrix as a table: likelihood rises upwards, impact to the right, and a heavy line parts what is
/// above the threshold. `cell` draws what stands in a cell. Names, grounds and line follow the criteria;
/// how many levels there are doesn't. `over` is drawn over the cells.
pub fn matrix(
    state: State,
    label: Key,
    cell: impl Fn(usize, usize) -> AnyView,
    over: Option<AnyView>,
) -> El {
    const COLUMNS: [&str; 7] = ["", "", "", "cols-3", "cols-4", "cols-5", "cols-6"];
    const ROWS: [&str; 7] = ["", "", "", "rows-3", "rows-4", "rows-5", "rows-6"];
    let (likelihoods, impacts) = untrack(|| {
        with_criteria(state, |criteria| (criteria.likelihood.len(), criteria.impact.len()))
    });
    let heading = |scale: Scale, level: usize, scope: &'static str| {
        let role = if scope == "col" { "columnheader" } else { "rowheader" };
        let name = level_name(state, scale, level);
        el("th").is("scope", scope).is("role", role).live(name).done()
    };
    let corner = el("th")
        .is("scope", "col")
        .is("role", "columnheader")
        .class("matrix-corner")
        .el(axis(Key::RiskImpact, "\u{2192}"))
        .text(" ")
        .el(axis(Key::RiskLikelihood, "\u{2191}"));
    let head = el("tr")
        .is("role", "row")
        .el(corner)
        .children((0..impacts).map(|impact| heading(Scale::Impact, impact, "col")));
    let rows = (0..likelihoods).rev().map(|likelihood| {
        let cells = (0..impacts).map(|impact| {
            let tint = Signal::derive(move || {
                with_criteria(state, |it| Tint::of(it, it.level(likelihood, impact)))
            });
            let edges = move || {
                with_criteria(state, |criteria| edges(criteria, likelihood, impact).to_owned())
            };
            tinted(el("td").is("role", "cell"), edges, tint).child(cell(likelihood, impact)).done()
        });
        el("tr")
            .is("role", "row")
            .child(heading(Scale::Likelihood, likelihood, "row"))
            .children(cells.collect::<Vec<_>>())
            .done()
    });
    let columns = COLUMNS.get(impacts).copied().unwrap_or_default();
    // Drawn as a grid, which would take the table's roles away.
    let table = el("table")
        .is("role", "table")
        .is("aria-label", t(label))
        .el(el("thead").is("role", "rowgroup").el(head))
        .el(el("tbody").is("role", "rowgroup").children(rows.collect::<Vec<_>>()));
    let rows = ROWS.get(likelihoods).copied().unwrap_or_default();
    let inner = el("div").attr("class", format!("matrix-inner {columns} {rows}"));
    el("div").class("matrix").el(inner.el(table).child_maybe(over))
}

/// What rises in a direction.
fn axis(name: Key, arrow: &'static str) -> El {
    let arrow = el("span").is("aria-hidden", "true").text(arrow);
    el("span").class("matrix-axis").el(el("span").text(t(name))).text("\u{a0}").el(arrow)
}

/// On which sides of a cell the threshold runs.
fn edges(criteria: &Criteria, likelihood: usize, impact: usize) -> &'static str {
    let is_above = |likelihood, impact| criteria.level(likelihood, impact) > criteria.threshold;
    if !is_above(likelihood, impact) {
        return "risk-cell";
    }
    let left = impact.checked_sub(1).is_some_and(|left| !is_above(likelihood, left));
    let below = likelihood.checked_sub(1).is_some_and(|below| !is_above(below, impact));
    match (left, below) {
        (true, true) => "risk-cell edge-left edge-below",
        (true, false) => "risk-cell edge-left",
        (false, true) => "risk-cell edge-below",
        (false, false) => "risk-cell",
    }
}

/// One of the levels of risk; `chosen` is the one that stands there.
pub fn level_choice(
    state: State,
    chosen: Signal<usize>,
    choose: impl Fn(&web_sys::Event, usize) + 'static,
) -> El {
    let levels = untrack(|| with_criteria(state, |criteria| criteria.levels.len()));
    named_choice(levels, move |level| risk_level_name(state, level), chosen, choose)
}

/// One of so many, by names that follow the state.
pub fn named_choice(
    count: usize,
    name: impl Fn(usize) -> Signal<String>,
    chosen: Signal<usize>,
    choose: impl Fn(&web_sys::Event, usize) + 'static,
) -> El {
    let options = (0..count).map(|place| {
        el("option")
            .attr("value", place.to_string())
            .flag("selected", Signal::derive(move || chosen.get() == place))
            .live(name(place))
            .done()
    });
    el("select")
        .class("input")
        .on("change", move |event| {
            if let Ok(place) = event_target_value(&event).parse() {
                choose(&event, place);
            }
        })
        .children(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_runs_between_below_and_above() {
        // Threshold "low" of the default: 0 0 1 1 1 / 0 1 1 2 2 / 1 1 2 3 3 / …
        let criteria = Criteria::default();
        let cases = [
            ((0, 4), "risk-cell"),
            ((1, 2), "risk-cell"),
            ((1, 3), "risk-cell edge-left edge-below"),
            ((1, 4), "risk-cell edge-below"),
            ((2, 2), "risk-cell edge-left edge-below"),
            ((2, 3), "risk-cell"),
            ((4, 0), "risk-cell edge-below"),
        ];
        for ((likelihood, impact), expected) in cases {
            assert_eq!(edges(&criteria, likelihood, impact), expected, "{likelihood}, {impact}");
        }
    }
}

//! By what risks are judged.

mod grid;
mod scales;

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button, buttons},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{part, text},
        messages::Message,
        route::Page,
        state::State,
        words::{fill, t},
    },
    outlook::outlook_now,
    risk::{
        level::{level_choice, with_criteria, words},
        risks_href,
    },
    work_field::{choice, labelled},
};
use crate::{
    domain::{
        id::AssessmentId,
        risk::{
            carry::{Carry, judge_by},
            criteria::{Criteria, LEVELS, MOST_REDUCTION, Preset, Scale},
        },
        work::action::WorkAction,
    },
    text::Key,
};

/// The page.
pub fn criteria(state: State, id: &AssessmentId) -> Vec<El> {
    // Only other numbers of levels redraw what has fields.
    let sizes = Memo::new(move |_| sizes(state));
    let of_sizes = move |draw: fn(State) -> El| {
        part(move || {
            sizes.get();
            Some(untrack(|| draw(state)).done())
        })
    };
    vec![
        views(id, &Page::Risks),
        el("p").class("risk-back").el(el("a").attr("href", risks_href(id)).text(t(Key::RiskBack))),
        title(t(Key::CriteriaTitle)),
        el("p").class("lead").text(t(Key::CriteriaLead)),
        example(state),
        presets(state),
        el("fieldset")
            .class("risk-page")
            .flag("disabled", state.read_only.into())
            .el(numbers(state))
            .child(of_sizes(grid::grid))
            .el(el("div").class("plan-fields").child(of_sizes(threshold)).el(reduction(state)))
            .child(of_sizes(scales::scales)),
    ]
}

/// Numbers of levels: likelihood, impact, risk.
fn sizes(state: State) -> (usize, usize, usize) {
    with_criteria(state, |it| (it.likelihood.len(), it.impact.len(), it.levels.len()))
}

/// The criteria at this moment with a change.
fn changed(state: State, change: impl FnOnce(&mut Criteria)) -> Criteria {
    let mut criteria = untrack(|| with_criteria(state, Criteria::clone));
    change(&mut criteria);
    criteria
}

/// Takes changed criteria over.
fn take(state: State, criteria: Criteria) {
    state.dispatch(WorkAction::Criteria(Box::new(criteria)).into());
}

/// Takes other scales over, with the risks in their terms; returns how many risks that moved.
fn take_scales(state: State, criteria: &Criteria, carry: Carry) -> usize {
    let questionnaire = state.questionnaire();
    let judged = untrack(|| {
        state.with_assessment(|assessment| {
            judge_by(&questionnaire.pack, assessment, criteria, carry)
        })
    });
    let Some((action, moved)) = judged else { return 0 };
    state.dispatch(action);
    moved
}

/// A pair that is high but not the highest, and what follows from it.
fn example(state: State) -> El {
    let words = text(move || {
        with_criteria(state, |criteria| {
            let words = words(criteria);
            let likelihood = criteria.likelihood.len().saturating_sub(2);
            let impact = criteria.impact.len().saturating_sub(2);
            let level = criteria.level(likelihood, impact);
            let key = if level > criteria.threshold {
                Key::CriteriaExampleAbove
            } else {
                Key::CriteriaExampleBelow
            };
            let values = [
                ("likelihood", words.name(Scale::Likelihood, likelihood)),
                ("impact", words.name(Scale::Impact, impact)),
                ("level", words.level(level)),
                ("threshold", words.level(criteria.threshold)),
            ];
            fill(key, &values)
        })
    });
    let name = el("strong").text(t(Key::CriteriaExample));
    el("p").class("risk-example").el(name).text(" ").live(words)
}

fn presets(state: State) -> El {
    let all = Preset::ALL.map(|preset| {
        let size = preset.size().to_string();
        let label = fill(Key::CriteriaPresetLabel, &[("size", &size)]);
        let pressed = text(move || {
            with_criteria(state, |criteria| *criteria == preset.criteria()).to_string()
        });
        button(Look::Plain, "", move || begin_with(state, preset))
            .attr("aria-label", label)
            .attr_live("aria-pressed", pressed)
            .flag("disabled", state.read_only.into())
            .string(fill(Key::CriteriaPreset, &[("size", &size)]))
    });
    el("section")
        .class("no-paper")
        .is("aria-labelledby", "presets")
        .el(el("h2").is("id", "presets").text(t(Key::CriteriaPresets)))
        .el(el("p").class("hint").text(t(Key::CriteriaPresetsHint)))
        .el(buttons(all))
}

fn begin_with(state: State, preset: Preset) {
    let criteria = preset.criteria();
    if untrack(|| with_criteria(state, |now| *now == criteria)) {
        return;
    }
    let before = standing(state);
    let moved = take_scales(state, &criteria, Carry::Rescale);
    let key = if moved == 0 { Key::CriteriaPresetDone } else { Key::CriteriaPresetCarried };
    let (size, count) = (preset.size().to_string(), moved.to_string());
    tell(state, fill(key, &[("size", &size), ("count", &count)]), before);
}

/// How many risks are above the threshold, and how many there are.
fn standing(state: State) -> (usize, usize) {
    let results = untrack(|| outlook_now(state)).map(|outlook| outlook.risks).unwrap_or_default();
    (results.iter().filter(|result| result.above).count(), results.len())
}

/// How each risk reads.
fn readings(state: State) -> Vec<[Option<(String, String)>; 3]> {
    let results = untrack(|| outlook_now(state)).map(|outlook| outlook.risks).unwrap_or_default();
    untrack(|| {
        with_criteria(state, |criteria| {
            results.iter().map(|risk| words(criteria).reading(risk)).collect()
        })
    })
}

/// Tells what was done, what that means for the risks if there are any, and that it can be undone.
fn tell(state: State, mut told: String, (before, all): (usize, usize)) {
    if all > 0 {
        let [above, before, all] = [standing(state).0, before, all].map(|count| count.to_string());
        let values = [("told", &*told), ("above", &above), ("all", &all), ("before", &before)];
        told = fill(Key::CriteriaPresetNow, &values);
    }
    state.messages.tell(Message::success(fill(Key::CriteriaUndo, &[("told", &told)])));
}

/// How many levels each scale has.
fn numbers(state: State) -> El {
    type Size = fn(&mut (usize, usize, usize)) -> &mut usize;
    let fields: [(&str, Key, Size); 3] = [
        ("levels-likelihood", Key::CriteriaNumberLikelihood, |sizes| &mut sizes.0),
        ("levels-impact", Key::CriteriaNumberImpact, |sizes| &mut sizes.1),
        ("levels-risk", Key::CriteriaNumberLevels, |sizes| &mut sizes.2),
    ];
    let fields = fields.map(|(id, label, size)| {
        let chosen = text(move || size(&mut sizes(state)).to_string());
        let (fewest, most) = LEVELS;
        let choices = (fewest..=most).map(|count| (count.to_string(), count.to_string()));
        let field = choice(choices, chosen, move |count| {
            let Ok(count) = count.parse() else { return };
            let mut sizes = untrack(|| sizes(state));
            *size(&mut sizes) = count;
            let resized = changed(state, |it| *it = words(it).resized(sizes.0, sizes.1, sizes.2));
            let (before, read) = (standing(state), readings(state));
            take_scales(state, &resized, Carry::Keep);
            let differ = readings(state).into_iter().zip(&read).filter(|(now, then)| now != *then);
            if !read.is_empty() {
                let told = fill(Key::CriteriaResized, &[("count", &differ.count().to_string())]);
                tell(state, told, before);
            }
        });
        labelled(id, label, field).done()
    });
    el("div").class("plan-fields no-paper").children(fields)
}

fn threshold(state: State) -> El {
    let chosen = Signal::derive(move || with_criteria(state, |criteria| criteria.threshold));
    let field = level_choice(state, chosen, move |_, level| {
        take(state, changed(state, |criteria| criteria.threshold = level));
    });
    hinted("threshold", Key::CriteriaThreshold, Key::CriteriaThresholdHint, field)
}

fn reduction(state: State) -> El {
    let words = |levels: usize| match levels {
        0 => t(Key::CriteriaReductionNone).to_owned(),
        1 => t(Key::CriteriaReductionOne).to_owned(),
        _ => fill(Key::CriteriaReductionLevels, &[("count", &levels.to_string())]),
    };
    let choices = (0..=MOST_REDUCTION).map(|levels| (levels.to_string(), words(levels)));
    let chosen = text(move || with_criteria(state, |criteria| criteria.reduction.to_string()));
    let field = choice(choices, chosen, move |levels| {
        if let Ok(levels) = levels.parse() {
            take(state, changed(state, |criteria| criteria.reduction = levels));
        }
    });
    hinted("reduction", Key::CriteriaReduction, Key::CriteriaReductionHint, field)
}

/// A field with its label and what helps to fill it in.
fn hinted(id: &'static str, label: Key, hint: Key, field: El) -> El {
    let hint_id = format!("{id}-hint");
    let field = field.is("id", id).attr("aria-describedby", hint_id.clone());
    el("div")
        .class("field")
        .el(el("label").is("for", id).text(t(label)))
        .el(el("p").class("hint no-paper").attr("id", hint_id).text(t(hint)))
        .el(field)
}

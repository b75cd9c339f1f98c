//! The words of the levels, and the colours of the levels of risk.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button_for},
            el::{El, el},
            live::{flag, text, when_drawn},
            state::State,
            words::{fill, t},
        },
        risk::level::{Tint, level_name, risk_level_name, tinted, with_criteria, words},
    },
    changed, take,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        risk::criteria::{Colour, Criteria, RiskLevel, Scale, ScaleLevel},
        work::action::WorkAction,
    },
    text::{Key, risk::rung},
};

/// What the picker of colours begins at where there is none of the organisation's own: about what the
/// six rungs look like.
const START: [&str; 6] = ["#dcede1", "#aed6ba", "#f2d78f", "#eda592", "#b3322a", "#6a1614"];

/// The levels of likelihood, impact and risk.
pub fn scales(state: State) -> El {
    let (likelihoods, impacts, levels) = untrack(|| super::sizes(state));
    el("div")
        .el(section(
            Key::CriteriaLikelihoods,
            (0..likelihoods).map(|level| row(state, Scale::Likelihood, level, likelihoods)),
        ))
        .el(section(
            Key::CriteriaImpacts,
            (0..impacts).map(|level| row(state, Scale::Impact, level, impacts)),
        ))
        .el(section(Key::CriteriaLevels, (0..levels).map(|level| risk_row(state, level, levels))))
}

/// The levels of one kind, the highest first as in the matrix.
fn section(title: Key, rows: impl DoubleEndedIterator<Item = El>) -> El {
    el("fieldset")
        .class("level-words")
        .el(el("legend").class("work-title").text(t(title)))
        .el(el("p").class("hint no-paper").text(t(Key::CriteriaWordsHint)))
        .children(rows.rev().map(El::done).collect::<Vec<_>>())
}

fn rank(level: usize, levels: usize) -> El {
    let (number, all) = (level.saturating_add(1).to_string(), levels.to_string());
    let words = fill(Key::CriteriaRank, &[("number", &number), ("all", &all)]);
    el("span").class("level-rank").is("aria-hidden", "true").string(words)
}

/// "Name of level 2".
fn field_label(field: Key, level: usize) -> String {
    let number = level.saturating_add(1).to_string();
    fill(Key::CriteriaField, &[("field", t(field)), ("number", &number)])
}

/// A field for words of one's own, above the program's words.
fn line(
    state: State,
    tag: &'static str,
    label: (Key, usize),
    default: Key,
    read: impl Fn(&Criteria) -> String + Send + Sync + 'static,
    write: impl Fn(&mut Criteria, String) + 'static,
) -> El {
    let value = text(move || with_criteria(state, &read));
    // On paper the words stand as text beside it.
    el(tag)
        .class("input no-paper")
        .is("autocomplete", "off")
        .is("maxlength", "200")
        .attr("aria-label", field_label(label.0, label.1))
        .attr("placeholder", t(default).to_owned())
        .value(value)
        .on("input", move |event| {
            let value = event_target_value(&event);
            let criteria = changed(state, |criteria| write(criteria, value));
            state.type_in(criteria_action(criteria));
        })
        .on("blur", move |_| state.pause_typing())
}

fn criteria_action(criteria: Criteria) -> Action {
    WorkAction::Criteria(Box::new(criteria)).into()
}

fn row(state: State, scale: Scale, level: usize, levels: usize) -> El {
    let (name, meaning) =
        untrack(|| with_criteria(state, |criteria| Some(words(criteria).default_of(scale, level))))
            .unwrap_or((Key::CriteriaName, Key::CriteriaMeaning));
    let field = move |tag, label: Key, default: Key, part: fn(&mut ScaleLevel) -> &mut String| {
        let read = move |criteria: &Criteria| {
            let mut level = criteria.scale(scale).get(level).cloned().unwrap_or_default();
            std::mem::take(part(&mut level))
        };
        line(state, tag, (label, level), default, read, move |criteria, value| {
            if let Some(level) = criteria.scale_level_mut(scale, level) {
                *part(level) = value;
            }
        })
    };
    el("div")
        .class("level-row")
        .el(rank(level, levels))
        .el(field("input", Key::CriteriaName, name, |level| &mut level.name))
        .el(field("textarea", Key::CriteriaMeaning, meaning, |level| &mut level.meaning)
            .is("rows", "1"))
        .el(el("strong").class("paper-only").live(level_name(state, scale, level)))
        .el(el("span").class("paper-only").live(text(move || {
            with_criteria(state, |it| words(it).meaning(scale, level).to_owned())
        })))
}

fn with_level<T: Default>(
    criteria: &Criteria,
    level: usize,
    read: impl FnOnce(&RiskLevel) -> T,
) -> T {
    criteria.levels.get(level).map(read).unwrap_or_default()
}

fn risk_row(state: State, level: usize, levels: usize) -> El {
    let default =
        untrack(|| with_criteria(state, |criteria| Some(words(criteria).default_level(level))))
            .unwrap_or(Key::CriteriaName);
    let name = line(
        state,
        "input",
        (Key::CriteriaName, level),
        default,
        move |criteria| with_level(criteria, level, |level| level.name.clone()),
        move |criteria, value| {
            if let Some(level) = criteria.levels.get_mut(level) {
                level.name = value;
            }
        },
    );
    let colour_id = format!("colour-{level}");
    let own = move || with_criteria(state, |it| with_level(it, level, |it| it.colour.clone()));
    let start = START.get(rung(level, levels)).copied().unwrap_or("#808080");
    let set = move |colour: Option<Colour>| {
        take(
            state,
            changed(state, |criteria| {
                if let Some(level) = criteria.levels.get_mut(level) {
                    level.colour = colour;
                }
            }),
        );
    };
    let colour = el("input")
        .is("type", "color")
        .class("input no-paper")
        .attr("id", colour_id.clone())
        .attr("aria-label", field_label(Key::CriteriaColour, level))
        .value(text(move || own().map_or(start.to_owned(), |colour| colour.as_str().to_owned())))
        .on("change", move |event| {
            if let Some(colour) = Colour::parse(&event_target_value(&event)) {
                set(Some(colour));
            }
        });
    let about = field_label(Key::CriteriaColour, level);
    let forget = button_for(Look::Quiet, t(Key::CriteriaColourDefault), &about, move || {
        set(None);
        let colour_id = colour_id.clone();
        // The button goes away.
        when_drawn(move || page::focus(&colour_id));
    })
    .absent(flag(move || own().is_none()));
    let tint = Signal::derive(move || with_criteria(state, |criteria| Tint::of(criteria, level)));
    let sample = tinted(el("span"), || "chip".to_owned(), tint)
        .is("aria-hidden", "true")
        .live(risk_level_name(state, level));
    el("div").class("level-row").el(rank(level, levels)).el(name).el(el("div")
        .class("level-colour")
        .el(colour)
        .el(sample)
        .el(forget))
}

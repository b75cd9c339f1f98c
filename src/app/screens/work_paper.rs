//! What was filled in about an item, as text: on paper fields would be cut, and empty ones say nothing.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::part,
    state::State,
    words::{calendar_day, t},
};
use crate::{
    domain::{
        assessment::{Answer, Applicability},
        id::ItemId,
    },
    text::Key,
};

/// All of it in place of the fields; style shows it in print only.
pub fn on_paper(state: State, item: ItemId) -> AnyView {
    part(move || {
        let answer = state.answer(&item);
        let filled: Vec<AnyView> = filled(state, &answer)
            .into_iter()
            .map(|(label, text)| entry(label, el("dd").string(text)).done())
            .chain(evidence(&answer).map(El::done))
            .collect();
        (!filled.is_empty()).then(|| el("dl").class("on-paper filled").children(filled).done())
    })
}

fn entry(label: Key, words: El) -> El {
    el("div").el(el("dt").text(t(label))).el(words)
}

fn filled(state: State, answer: &Answer) -> Vec<(Key, String)> {
    let mut filled = Vec::new();
    let mut add = |label, text: &str| {
        if !text.trim().is_empty() {
            filled.push((label, text.to_owned()));
        }
    };
    if let Applicability::Excluded { justification } = &answer.applicability {
        add(Key::ExclusionJustification, justification);
    }
    add(Key::NoteLabel, &answer.note);
    add(Key::WorkOwner, &answer.owner);
    if let Some(due) = &answer.due {
        add(Key::WorkDue, &calendar_day(due));
    }
    if let Some(target) = &answer.target {
        add(Key::WorkTarget, state.questionnaire().texts.level(target));
    }
    if answer.review {
        add(Key::WorkReviewBadge, t(Key::CheckYes));
    }
    filled
}

/// Evidence by name, place and fingerprint, as far as they are there.
fn evidence(answer: &Answer) -> Option<El> {
    let lines = answer.evidence.iter().filter_map(|evidence| {
        let fingerprint = evidence.sha256.as_ref().map_or("", |digest| digest.as_str());
        let parts = [evidence.name.trim(), evidence.place.trim(), fingerprint];
        let parts: Vec<AnyView> = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| el("span").string(part.to_owned()).done())
            .collect();
        (!parts.is_empty()).then(|| el("li").children(parts).done())
    });
    let lines: Vec<AnyView> = lines.collect();
    let list = || el("dd").el(el("ul").children(lines));
    (!answer.evidence.is_empty()).then(|| entry(Key::WorkEvidence, list()))
}

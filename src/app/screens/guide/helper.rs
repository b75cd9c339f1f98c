//! "Which of the two do I need now?": a few questions, and advice with its reasons.

use leptos::prelude::*;

use super::{
    super::super::{
        el::{El, el},
        live::{flag, part},
        state::{Chosen, State},
        words::{fill, t},
    },
    lead,
};
use crate::{
    domain::handbook::{Handbook, Leaning, Question, advise},
    text::{HandbookTexts, HelperTexts, Key, QuestionTexts, entry},
};

/// The chapter.
pub fn helper(state: State, handbook: &Handbook, texts: &HandbookTexts) -> Vec<El> {
    let texts = texts.helper.clone();
    let questions = handbook.questions.clone();
    let chosen = state.helper;
    chosen.update(|all| all.resize(questions.len(), None));
    let fields = questions.iter().enumerate().filter_map(|(place, question)| {
        Some(field(place, question, entry(&texts.questions, &question.id)?, chosen).done())
    });
    let fields = el("div").class("helper").children(fields);
    let words = texts.lead.clone();
    let result = part(move || Some(result(&questions, &texts, &chosen.get()).done()));
    let result = el("div").class("card helper-result").is("role", "status").child(result);
    vec![lead(words), fields, result]
}

fn field(place: usize, question: &Question, texts: &QuestionTexts, chosen: RwSignal<Chosen>) -> El {
    let name = format!("helper-{}", question.id);
    let answers = question.answers.iter().enumerate().map(|(answer, leaning)| {
        let label = texts.labels.get(leaning.id.as_str()).cloned().unwrap_or_default();
        let is_chosen = flag(move || chosen.with(|all| all.get(place) == Some(&Some(answer))));
        let choose = move || {
            chosen.update(|all| {
                if let Some(slot) = all.get_mut(place) {
                    *slot = Some(answer);
                }
            });
        };
        let input = el("input")
            .is("type", "radio")
            .attr("name", name.clone())
            .flag("checked", is_chosen)
            .on("change", move |_| choose());
        el("label").class("choice").el(input).el(el("span").string(label)).done()
    });
    el("fieldset").class("choices").el(el("legend").string(texts.ask.clone())).children(answers)
}

fn result(questions: &[Question], texts: &HelperTexts, chosen: &[Option<usize>]) -> El {
    let answers: Vec<(&Question, &Leaning)> = questions
        .iter()
        .zip(chosen)
        .filter_map(|(question, chosen)| Some((question, question.answers.get((*chosen)?)?)))
        .collect();
    let open = questions.len().saturating_sub(answers.len());
    if open > 0 {
        let words = fill(Key::HelperOpen, &[("open", &open.to_string())]);
        return el("p").class("quiet").string(words);
    }
    let advice = advise(answers.iter().map(|(_, leaning)| *leaning));
    let (title, text) = texts.outcome(advice).clone();
    let reasons = answers.iter().filter(|(_, leaning)| leaning.speaks_for(advice));
    let reasons = reasons.filter_map(|(question, leaning)| {
        let texts = entry(&texts.questions, &question.id)?;
        Some(el("li").string(texts.reasons.get(leaning.id.as_str())?.clone()).done())
    });
    el("div")
        .el(el("h2").string(title))
        .el(el("p").string(text))
        .el(el("h3").text(t(Key::HelperWhy)))
        .el(el("ul").children(reasons))
}

//! The ten steps to a certificate.

use super::{
    super::super::{
        components::article::list,
        el::{El, el},
        state::State,
        words::t,
    },
    begin_hint, item_name, lead, weeks,
};
use crate::{
    domain::handbook::{Handbook, Step},
    text::{HandbookTexts, Key, StepTexts, entry},
};

/// The chapter.
pub fn steps(state: State, handbook: &Handbook, texts: &HandbookTexts) -> Vec<El> {
    let steps = handbook.steps.iter().filter_map(|known| {
        let words = entry(&texts.steps, &known.number.to_string())?;
        Some(step(state, known, words, texts).done())
    });
    vec![
        lead(t(Key::StepsLead).to_owned()),
        el("p").class("hint").text(t(Key::StepsEstimate)),
        el("div").child_maybe(begin_hint(state)),
        el("ol").class("steps").children(steps),
    ]
}

fn step(state: State, step: &Step, words: &StepTexts, texts: &HandbookTexts) -> El {
    let pieces = [
        (Key::StepsWho, list("ul", &words.who)),
        (Key::StepsInputs, list("ul", &words.inputs)),
        (Key::StepsOutputs, list("ul", &words.outputs)),
        (Key::StepsMistakes, list("ul", &words.mistakes)),
    ];
    let pieces = pieces
        .map(|(heading, content)| el("section").el(el("h3").text(t(heading))).el(content).done());
    let mut step_view = el("li")
        .class("card step")
        .el(el("h2").string(words.title.clone()))
        .el(el("p").class("step-aim").string(words.aim.clone()))
        .el(duration(step, words))
        .el(el("h3").text(t(Key::StepsHow)))
        .el(list("ol", &words.how))
        .el(el("div").class("step-parts").children(pieces));
    let documents: Vec<_> = step
        .documents
        .iter()
        .filter_map(|id| entry(&texts.documents, id.as_str()))
        .map(|document| document.title.clone())
        .collect();
    if !documents.is_empty() {
        step_view = step_view.el(el("h3").text(t(Key::StepsDocuments))).el(list("ul", &documents));
    }
    if !step.items.is_empty() {
        let items = step.items.iter().map(|item| el("li").el(item_name(state, item)).done());
        step_view = step_view.el(el("h3").text(t(Key::StepsItems))).el(el("ul").children(items));
    }
    step_view
}

fn duration(step: &Step, words: &StepTexts) -> El {
    let [small, medium, large] = step.weeks;
    let sizes = [(Key::StepsSmall, small), (Key::StepsMedium, medium), (Key::StepsLarge, large)];
    let sizes = sizes.map(|(size, range)| {
        el("div").el(el("dt").text(t(size))).el(el("dd").string(weeks(range))).done()
    });
    el("div")
        .class("duration")
        .el(el("dl").class("sizes").children(sizes))
        .el(el("p").class("quiet").string(words.duration.clone()))
}

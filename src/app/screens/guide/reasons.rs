//! Why an ISMS: the reasons that move organisations, and what to measure for each.

use super::{
    super::super::{
        el::{El, el},
        words::t,
    },
    lead,
};
use crate::{
    domain::handbook::Handbook,
    text::{HandbookTexts, Key, ReasonTexts, entry},
};

/// The chapter.
pub fn reasons(handbook: &Handbook, texts: &HandbookTexts) -> Vec<El> {
    let reasons = handbook.reasons.iter();
    let reasons = reasons.filter_map(|reason| entry(&texts.reasons, reason.id.as_str()));
    let cards = reasons.map(|texts| reason(texts).done());
    vec![lead(t(Key::ReasonsLead).to_owned()), el("div").class("reasons").children(cards)]
}

fn reason(texts: &ReasonTexts) -> El {
    let measures = texts.measure.iter().map(|(what, how)| {
        el("div").el(el("dt").string(what.clone())).el(el("dd").string(how.clone())).done()
    });
    el("section")
        .class("card")
        .el(el("h2").string(texts.title.clone()))
        .el(el("p").string(texts.why.clone()))
        .el(el("h3").text(t(Key::ReasonsMeasure)))
        .el(el("dl").class("measures").children(measures))
}

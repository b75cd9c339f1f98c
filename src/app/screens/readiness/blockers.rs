//! What is in the way of the two stages, by kind, each with the way to where it is mended.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::super::{
    el::{El, el},
    live::part,
    route::{Page, Route},
    state::State,
    words::{fill, t, texts},
};
use crate::{
    domain::{assessment::Assessment, id::AssessmentId, outlook::Outlook, readiness::Blocker},
    text::{
        Key,
        outcome::Names,
        readiness::{Kind, blocker_text},
    },
};

/// So many of a kind are shown at once; more are folded.
const FOLDED_ABOVE: usize = 6;

/// Both lists; nothing where readiness isn't judged.
pub fn blockers(state: State, id: AssessmentId, outlook: Memo<Option<Arc<Outlook>>>) -> AnyView {
    part(move || {
        let outlook = outlook.get()?;
        let readiness = outlook.readiness.as_ref()?;
        let questionnaire = state.questionnaire();
        let draw = |assessment: &Assessment| {
            let handbook = state.handbook().map(|(_, texts)| texts);
            let names = Names { pack: &questionnaire.texts, handbook, assessment };
            let stage = |title, means, none, blockers: &[Blocker]| {
                let groups = Kind::ALL.into_iter().filter_map(|kind| {
                    let mine: Vec<_> =
                        blockers.iter().filter(|blocker| Kind::of(blocker) == kind).collect();
                    (!mine.is_empty()).then(|| group(&id, &names, &outlook, kind, &mine).done())
                });
                let none = blockers.is_empty().then(|| el("p").text(t(none)).done());
                let count = blockers.len().to_string();
                el("section")
                    .el(el("h2").string(fill(title, &[("number", &count)])))
                    .el(el("p").class("hint").text(t(means)))
                    .child_maybe(none)
                    .children(groups)
                    .done()
            };
            vec![
                stage(
                    Key::ReadinessInWay1,
                    Key::ReadinessInWay1Means,
                    Key::ReadinessNone1,
                    &readiness.stage_1,
                ),
                stage(
                    Key::ReadinessInWay2,
                    Key::ReadinessInWay2Means,
                    Key::ReadinessNone2,
                    &readiness.stage_2,
                ),
            ]
        };
        Some(state.with_assessment(draw)?.into_any())
    })
}

fn group(
    id: &AssessmentId,
    names: &Names<'_>,
    outlook: &Outlook,
    kind: Kind,
    blockers: &[&Blocker],
) -> El {
    let entries = blockers.iter().map(|blocker| {
        let (name, why) = blocker_text(texts(), names, &outlook.findings, blocker);
        let link = el("a").attr("href", Route::Assessment(id.clone(), place(blocker)).href());
        let why = el("span").class("quiet").string(why);
        el("li").class("blocker").el(link.string(name)).text(" ").el(why).done()
    });
    let count = blockers.len();
    let name = fill(kind.name(), &[("number", &count.to_string())]);
    let open = (count <= FOLDED_ABOVE).then(String::new);
    el("details")
        .class("blockers")
        .attr_maybe("open", open)
        .el(el("summary").el(el("h3").string(name)))
        .el(el("ul").children(entries))
}

/// Where it is mended.
fn place(blocker: &Blocker) -> Page {
    match blocker {
        Blocker::BelowLargely(item) | Blocker::Unanswered(item) | Blocker::DontKnow(item) => {
            Page::Item(item.clone())
        }
        Blocker::Document(_) => Page::Documents,
        Blocker::Statement(..) => Page::Statement,
        Blocker::Major(_) => Page::Findings,
        Blocker::Risk(risk, _) => Page::Risk(risk.clone()),
    }
}

//! What is in the way of the two stages, by kind, each with the way to where it is mended.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{
    super::{
        el::{El, el},
        live::part,
        route::{Page, Route},
        state::State,
        words::{fill, t, texts},
    },
    landing::link_to_row,
};
use crate::{
    domain::{
        assessment::Assessment,
        finding::{Finding, Place},
        id::AssessmentId,
        outlook::Outlook,
        readiness::Blocker,
    },
    text::{
        Key,
        outcome::Names,
        readiness::{Kind, blocker_text, graded_down_text},
    },
};

/// So many of a kind are shown at once; more are folded.
const FOLDED_ABOVE: usize = 6;

/// So many of a kind are printed, folded or not; of more only how many there are.
const PRINTED: usize = 20;

/// Both lists; nothing where readiness isn't judged.
pub fn blockers(state: State, id: AssessmentId, outlook: Memo<Option<Arc<Outlook>>>) -> AnyView {
    part(move || {
        let outlook = outlook.get()?;
        let readiness = outlook.readiness.as_ref()?;
        let questionnaire = state.questionnaire();
        let handbook = state.handbook().map(|(_, texts)| texts);
        let draw = |assessment: &Assessment| {
            let names = Names { pack: &questionnaire.texts, handbook, assessment };
            let findings = &outlook.findings;
            let entry = |blocker: &Blocker| {
                let (name, why) = blocker_text(texts(), &names, findings, blocker);
                let (place, row) = place(findings, blocker);
                Entry { place, row, name, why }
            };
            let one = |words: &Words, blockers: &[Blocker]| {
                stage_of(state, &id, words, blockers, &entry).done()
            };
            let graded = graded_down_text(texts(), &names, findings)
                .map(|words| el("p").class("measure-text graded-down").string(words).done());
            let mut lists = vec![one(&FIRST, &readiness.stage_1), one(&SECOND, &readiness.stage_2)];
            lists.extend(graded);
            lists
        };
        // What is folded stays so while other things change.
        Some(untrack(|| state.with_assessment(draw))?.into_any())
    })
}

/// What is said of a stage.
struct Words {
    title: Key,
    means: Key,
    none: Key,
    /// What its documented information is called.
    papers: Key,
}

const FIRST: Words = Words {
    title: Key::ReadinessInWay1,
    means: Key::ReadinessInWay1Means,
    none: Key::ReadinessNone1,
    papers: Key::ReadinessDocuments,
};

const SECOND: Words = Words {
    title: Key::ReadinessInWay2,
    means: Key::ReadinessInWay2Means,
    none: Key::ReadinessNone2,
    papers: Key::ReadinessRecords,
};

/// Something that is in the way: where it is mended, its name, and all that it lacks.
struct Entry {
    place: Page,
    /// Which row of that page it is.
    row: Option<String>,
    name: String,
    why: String,
}

fn stage_of(
    state: State,
    id: &AssessmentId,
    words: &Words,
    blockers: &[Blocker],
    entry: &dyn Fn(&Blocker) -> Entry,
) -> El {
    let mut count = 0_usize;
    let mut groups = Vec::new();
    for kind in Kind::ALL {
        let mut entries: Vec<Entry> = Vec::new();
        for blocker in blockers.iter().filter(|blocker| Kind::of(blocker) == kind) {
            let new = entry(blocker);
            match entries.last_mut() {
                // A risk may lack several things.
                Some(last) if last.place == new.place && last.name == new.name => {
                    last.why = format!("{} {}", last.why, new.why);
                }
                _ => entries.push(new),
            }
        }
        count = count.saturating_add(entries.len());
        let name = if kind == Kind::Documents { words.papers } else { kind.name() };
        if !entries.is_empty() {
            groups.push(group(state, id, name, &entries).done());
        }
    }
    let none = blockers.is_empty().then(|| el("p").text(t(words.none)).done());
    el("section")
        .el(el("h2").string(fill(words.title, &[("number", &count.to_string())])))
        .el(el("p").class("hint").text(t(words.means)))
        .child_maybe(none)
        .children(groups)
}

fn group(state: State, id: &AssessmentId, name: Key, entries: &[Entry]) -> El {
    let lines = entries.iter().map(|Entry { place, row, name, why }| {
        let href = Route::Assessment(id.clone(), place.clone()).href();
        let link = match row {
            Some(row) => link_to_row(state, href, row.clone()),
            None => el("a").attr("href", href),
        };
        let why = el("span").class("quiet").string(why.clone());
        el("li").class("blocker").el(link.string(name.clone())).text(" ").el(why).done()
    });
    let count = entries.len();
    let name = fill(name, &[("number", &count.to_string())]);
    let open = (count <= FOLDED_ABOVE).then(String::new);
    el("details")
        .class(if count > PRINTED { "blockers many" } else { "blockers" })
        .attr_maybe("open", open)
        .el(el("summary").el(el("h3").string(name.clone())))
        .el(el("ul").attr("aria-label", name).children(lines))
}

/// Where it is mended: the page, and the row of it.
fn place(findings: &[Finding], blocker: &Blocker) -> (Page, Option<String>) {
    match blocker {
        Blocker::BelowLargely(item) | Blocker::Unanswered(item) | Blocker::DontKnow(item) => {
            (Page::Item(item.clone()), None)
        }
        Blocker::Document(id) => (Page::Documents, Some(id.to_string())),
        Blocker::Statement(control, _) => (Page::Statement, Some(control.to_string())),
        Blocker::Major(id) => {
            let finding = findings.iter().find(|finding| finding.id().as_ref() == Some(id));
            let page = match finding.map(|finding| &finding.at) {
                Some(Place::Item(item)) => Page::Item(item.clone()),
                Some(Place::Group(group)) => Page::Group(group.clone()),
                None => Page::Findings,
            };
            (page, None)
        }
        Blocker::Risk(risk, _) => (Page::Risk(risk.clone()), None),
        Blocker::NoRisks => (Page::Risks, None),
    }
}

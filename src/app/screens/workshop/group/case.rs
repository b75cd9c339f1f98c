//! What a group gets to see of the company that it assesses: never how it is rated, nor why.

use leptos::prelude::*;

use crate::{
    app::{
        el::{El, el},
        live::part,
        pages::failed::not_here,
        screens::example,
        state::State,
        words::{fill, t},
    },
    browser::page,
    domain::{
        id::{CaseId, ExhibitId, ItemId},
        workshop::session::About,
    },
    persist::case::Case,
    text::{CaseTexts, Exhibit, Key},
};

/// Whether something is open from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fold {
    Open,
    Closed,
}

/// The company at the door: what is known of it, to read before the first item.
pub fn company(state: State, about: &About) -> El {
    let About::Case(id) = about else { return el("div").class("absent") };
    let words = of_case(state, id, |case, texts| {
        el("div").el(portrait(texts)).el(papers(
            Key::WorkshopCasePapers,
            case.exhibits.iter(),
            texts,
            Fold::Closed,
        ))
    });
    let summary = el("summary").text(t(Key::WorkshopCaseRead));
    el("details").class("seat-help").el(summary).el(el("div").class("seat-words").child(words))
}

/// The company beside an item: the papers that bear on the item first.
pub fn beside(state: State, about: &About, item: &ItemId) -> Option<El> {
    let About::Case(id) = about else { return None };
    let item = item.clone();
    let words = of_case(state, id, move |case, texts| {
        let near = case.exhibits_of(&item);
        let others = case.exhibits.iter().filter(|exhibit| !near.contains(exhibit));
        let mut parts = el("div");
        let mut heading = Key::WorkshopCasePapers;
        if !near.is_empty() {
            let fold = if page::is_wide() { Fold::Open } else { Fold::Closed };
            parts = parts.el(papers(Key::WorkshopCaseNear, near.iter(), texts, fold));
            heading = Key::WorkshopCaseOthers;
        }
        let about = el("details")
            .class("exhibit")
            .el(el("summary").string(fill(Key::WorkshopCaseAbout, &[("name", &texts.name)])))
            .el(portrait(texts));
        let facts = el("section").el(el("h2").text(t(Key::WorkshopCaseCompany))).el(about);
        parts.el(facts).el(papers(heading, others, texts, Fold::Closed))
    });
    let mut help = el("details").class("seat-help");
    if page::is_wide() {
        help = help.is("open", "");
    }
    let summary = el("summary").text(t(Key::WorkshopCaseSummary));
    Some(help.el(summary).el(el("div").class("seat-words").child(words)))
}

/// Something about a case company, once its texts have arrived.
fn of_case(
    state: State,
    id: &CaseId,
    draw: impl Fn(&'static Case, &'static CaseTexts) -> El + Send + 'static,
) -> AnyView {
    let id = id.clone();
    part(move || {
        let Some(cases) = example::cases(state) else { return Some(not_here(state).done()) };
        let known = cases.iter().find(|(case, _)| case.id == id);
        let drawn = known.map_or_else(
            || el("p").string(fill(Key::WorkshopCaseUnknown, &[("case", id.as_str())])),
            |(case, texts)| draw(case, texts),
        );
        Some(drawn.done())
    })
}

/// Facts, scope and story.
fn portrait(texts: &'static CaseTexts) -> El {
    let facts = texts
        .facts
        .iter()
        .map(|(label, value)| el("div").el(el("dt").text(label)).el(el("dd").text(value)).done());
    let scope = el("div")
        .el(el("dt").text(t(Key::WorkshopCaseScope)))
        .el(el("dd").text(&texts.scope))
        .done();
    el("div").children(texts.story.iter().map(|paragraph| el("p").text(paragraph).done())).el(el(
        "dl",
    )
    .class("case-facts")
    .children(facts.chain([scope])))
}

/// Some exhibits, each behind its title.
fn papers<'a>(
    heading: Key,
    exhibits: impl Iterator<Item = &'a ExhibitId>,
    texts: &'static CaseTexts,
    fold: Fold,
) -> El {
    let exhibits = exhibits.filter_map(|id| texts.exhibits.get(id.as_str()));
    el("section")
        .el(el("h2").text(t(heading)))
        .children(exhibits.map(|exhibit| paper(exhibit, fold).done()))
}

fn paper(exhibit: &'static Exhibit, fold: Fold) -> El {
    let mut paper = el("details").class("exhibit");
    if fold == Fold::Open {
        paper = paper.is("open", "");
    }
    let summary = el("summary")
        .text(&exhibit.title)
        .text(" ")
        .el(el("span").class("exhibit-kind").text(&exhibit.kind));
    let lines = exhibit.body.iter().map(|line| el("p").text(line).done());
    paper.el(summary).el(el("div").class("exhibit-body").children(lines))
}

//! The notes for facilitators: articles, and what to ask about the items of each case company.

use std::sync::OnceLock;

use super::super::{
    super::{
        components::{article::sections, title::title},
        el::{El, el},
        live::part,
        pages::failed::not_here,
        route::{Route, Workshops},
        state::State,
        words::{fill, t},
    },
    example,
};
use crate::{
    persist::case::Case,
    text::{Article, CaseTexts, Key, read_articles},
};

/// The articles in the order in which they are read; others come after them.
const ORDER: [&str; 5] = ["before", "two-hours", "half-day", "running", "debrief"];
/// The page of what to ask, which is made from the case companies.
const PROMPTS: &str = "prompts";

type Articles = Vec<(String, Article)>;

/// What came with the long texts. Whoever reads it follows the handbook, which arrives after it.
static ARRIVED: OnceLock<Articles> = OnceLock::new();

/// Reads the articles; false when they can't be read.
pub fn arrive(json: &str) -> bool {
    let Ok(mut articles) = read_articles(json) else { return false };
    let place = |id: &str| ORDER.iter().position(|known| *known == id).unwrap_or(ORDER.len());
    articles.sort_by_key(|(id, _)| place(id));
    ARRIVED.set(articles).is_ok()
}

fn articles(state: State) -> Option<&'static Articles> {
    state.handbook()?;
    ARRIVED.get()
}

/// The page.
pub fn notes(state: State, wanted: Option<&str>) -> Vec<El> {
    let wanted = wanted.map(str::to_owned);
    let content = part(move || {
        let Some(articles) = articles(state) else { return Some(not_here(state).done()) };
        Some(chosen(state, articles, wanted.as_deref()).done())
    });
    let back = el("a")
        .attr("href", Route::Workshops(Workshops::All).href())
        .text(t(Key::WorkshopNotesBack));
    vec![
        el("p").class("notes-back").el(back),
        title(t(Key::WorkshopNotesTitle).to_owned()),
        el("div").class("chapter").child(content),
    ]
}

fn chosen(state: State, articles: &'static Articles, wanted: Option<&str>) -> El {
    let found = match wanted {
        None => articles.first(),
        Some(wanted) => articles.iter().find(|(id, _)| id == wanted),
    };
    let here = found.map_or(wanted.unwrap_or_default(), |(id, _)| id);
    let page = el("div").el(contents(articles, here));
    match found {
        Some((_, article)) => page
            .el(el("h2").class("notes-heading").text(&article.title))
            .el(el("p").class("lead").text(&article.lead))
            .el(sections(article)),
        None if here == PROMPTS => page.el(prompts(state)),
        None => page.el(el("p").class("lead").text(t(Key::WorkshopNotesMissing))),
    }
}

fn contents(articles: &'static Articles, current: &str) -> El {
    let mut links: Vec<_> =
        articles.iter().map(|(id, article)| (id.as_str(), article.title.as_str())).collect();
    links.push((PROMPTS, t(Key::WorkshopNotesPrompts)));
    let links = links.into_iter().map(|(id, title)| {
        let place = Route::Workshops(Workshops::Notes(Some(id.to_owned())));
        let here = (id == current).then(|| "page".to_owned());
        let link = el("a").attr("href", place.href()).attr_maybe("aria-current", here).text(title);
        el("li").el(link).done()
    });
    el("nav")
        .is("aria-label", t(Key::WorkshopNotesTitle))
        .el(el("ul").class("tabs").children(links))
}

/// What to ask about the items that honest people rate differently.
fn prompts(state: State) -> El {
    let cases = example::cases(state).unwrap_or_default();
    el("div")
        .el(el("h2").text(t(Key::WorkshopNotesPrompts)))
        .el(el("p").class("lead").text(t(Key::WorkshopNotesPromptsLead)))
        .el(el("p").class("notice warning notes-trainer").text(t(Key::WorkshopNotesTrainer)))
        .children(cases.iter().map(|case| of_case(state, case).done()))
}

fn of_case(state: State, (case, words): &'static (Case, CaseTexts)) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let entries = case.discuss.iter().filter_map(|item| {
        let prompt = words.prompts.get(item.as_str())?;
        let heading = questionnaire.pack.item(item).and_then(|known| texts.heading(known));
        let heading = heading.map(|heading| format!("{heading}: ")).unwrap_or_default();
        let name = format!("{item} {heading}{}", texts.title(item));
        let level = case.level_of(item).map(|level| texts.level(level)).unwrap_or_default();
        let reason = words.reasons.get(item.as_str()).map(String::as_str).unwrap_or_default();
        let model = fill(Key::WorkshopNotesModel, &[("level", level), ("reason", reason)]);
        let entry = el("div")
            .el(el("dt").string(name))
            .el(el("dd").text(prompt))
            .el(el("dd").class("quiet").string(model));
        Some(entry.done())
    });
    el("section")
        .el(el("h3").text(&words.name))
        .el(el("dl").class("notes-prompts").children(entries.collect::<Vec<_>>()))
}

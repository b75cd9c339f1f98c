//! What there is to learn beside the questionnaire, a chapter a page.

mod documents;
mod helper;
mod reasons;
mod steps;

use leptos::prelude::*;

use super::{
    super::pages::failed::not_here,
    super::{
        components::{
            article::{sections, table},
            title::title,
        },
        el::{El, el},
        live::{part, text},
        route::{Chapter, Page, Route},
        state::State,
        words::{fill, t},
    },
};
use crate::{
    domain::{
        handbook::{AuditDays, Handbook},
        id::ItemId,
    },
    text::{Article, HandbookTexts, Key, readiness::days},
};

/// A chapter. It appears when the long texts have arrived.
pub fn guide(state: State, chapter: Chapter) -> Vec<El> {
    let name = title(text(move || t(chapter_name(chapter)).to_owned()));
    let content = part(move || {
        let Some(handbook) = state.handbook() else {
            return Some(not_here(state).done());
        };
        let (handbook, texts) = handbook;
        Some(
            content(state, chapter, handbook, texts)
                .into_iter()
                .map(El::done)
                .collect_view()
                .into_any(),
        )
    });
    vec![chapters(chapter), name, el("div").class("chapter").child(content)]
}

/// What a chapter is called.
pub const fn chapter_name(chapter: Chapter) -> Key {
    match chapter {
        Chapter::Standards => Key::GuideStandards,
        Chapter::Helper => Key::GuideHelper,
        Chapter::Reasons => Key::GuideReasons,
        Chapter::Steps => Key::GuideSteps,
        Chapter::Documents => Key::GuideDocuments,
        Chapter::Certification => Key::GuideCertification,
    }
}

fn chapters(current: Chapter) -> El {
    let links = Chapter::ALL.map(|chapter| {
        let here = (chapter == current).then(|| "page".to_owned());
        let link = el("a")
            .attr("href", Route::Guide(chapter).href())
            .attr_maybe("aria-current", here)
            .text(t(chapter_name(chapter)));
        el("li").el(link).done()
    });
    el("nav").is("aria-label", t(Key::AppGuide)).el(el("ul").class("tabs").children(links))
}

fn content(state: State, chapter: Chapter, handbook: &Handbook, texts: &HandbookTexts) -> Vec<El> {
    match chapter {
        Chapter::Standards => article(&texts.standards),
        Chapter::Helper => helper::helper(state, handbook, texts),
        Chapter::Reasons => reasons::reasons(handbook, texts),
        Chapter::Steps => steps::steps(state, handbook, texts),
        Chapter::Documents => documents::documents(state, handbook, texts),
        Chapter::Certification => {
            let mut page = article(&texts.certification);
            page.push(audit_days(&handbook.audit_days));
            page
        }
    }
}

/// Where to begin, for whoever reads on without an assessment.
fn begin_hint(state: State) -> Option<AnyView> {
    let link = || el("a").attr("href", Route::Home.href()).text(t(Key::GuideBegin)).done();
    state.open_id().is_none().then(|| el("p").class("hint").child(link()).done())
}

fn lead(text: String) -> El {
    el("p").class("lead").string(text)
}

fn article(article: &Article) -> Vec<El> {
    vec![lead(article.lead.clone()), sections(article)]
}

fn audit_days(bands: &[AuditDays]) -> El {
    let rows: Vec<_> = bands
        .iter()
        .map(|AuditDays { from, to, half_days }| vec![format!("{from}–{to}"), days(*half_days)])
        .collect();
    let head = [Key::GuideAuditPeople, Key::GuideAuditDays].map(|key| t(key).to_owned());
    el("section")
        .class("prose")
        .el(el("h2").text(t(Key::GuideAuditTitle)))
        .el(el("p").text(t(Key::GuideAuditHint)))
        .el(table(t(Key::GuideAuditCaption).to_owned(), &head, &rows))
}

/// An item by number and title: a link while an assessment is open.
fn item_name(state: State, item: &ItemId) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    // “General” alone would say nothing.
    let heading = questionnaire.pack.item(item).and_then(|known| texts.heading(known));
    let heading = heading.map(|heading| format!("{heading}: ")).unwrap_or_default();
    let name = format!("{item} {heading}{}", texts.title(item));
    match state.open_id() {
        Some(id) => {
            let href = Route::Assessment(id, Page::Item(item.clone())).href();
            el("a").attr("href", href).string(name)
        }
        None => el("span").string(name),
    }
}

/// "4 to 8 weeks".
pub fn weeks((from, to): (u64, u64)) -> String {
    fill(Key::StepsWeeks, &[("from", &from.to_string()), ("to", &to.to_string())])
}

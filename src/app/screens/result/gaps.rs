//! The gaps that matter most.

use super::{
    super::{
        super::{
            components::{
                badge::sign,
                row::{item_href, numbered},
            },
            el::{El, el},
            pages::failed::not_here,
            route::{Page, Route},
            state::State,
            words::{t, texts},
        },
        fold::fold,
    },
    GAPS, link, section,
};
use crate::{
    domain::{
        finding::Grade,
        id::{AssessmentId, GroupId},
    },
    report::summary::{Gap, Summary},
    text::{Key, outcome::probable_text},
};

/// The gaps that matter most, each with what helps to begin.
pub fn gaps(state: State, id: &AssessmentId, summary: &Summary) -> El {
    let Summary { gaps, wholes, .. } = summary;
    if gaps.is_empty() {
        return section(GAPS).el(el("p").text(t(Key::ResultGapsNone)));
    }
    let gaps = gaps.iter().enumerate();
    let gaps = gaps.map(|(place, gap)| el("li").el(gap_card(state, id, gap, place)).done());
    let findings = Route::Assessment(id.clone(), Page::Findings).href();
    section(GAPS)
        .el(el("p").class("hint").text(t(Key::ResultGapsLead)))
        .el(el("ol").class("gaps").children(gaps))
        .child_maybe((!wholes.is_empty()).then(|| majors_of_wholes(id, wholes).done()))
        .el(link(Key::ResultGapsLink, findings))
}

/// What no single gap shows: clauses and themes that are a probable major nonconformity as a whole.
fn majors_of_wholes(id: &AssessmentId, wholes: &[(GroupId, String)]) -> El {
    let links = wholes.iter().map(|(group, name)| {
        let href = Route::Assessment(id.clone(), Page::Group(group.clone())).href();
        el("li").el(el("a").attr("href", href).string(name.clone())).done()
    });
    el("div")
        .class("gap-wholes")
        .el(el("p").is("id", "wholes").child(sign("▲")).text(" ").text(t(Key::ResultWholes)))
        .el(el("ul").is("aria-labelledby", "wholes").children(links))
}

fn gap_card(state: State, id: &AssessmentId, gap: &Gap, place: usize) -> El {
    let Gap { item, title, grade, finding, help } = gap;
    let about = |name: Key, words: &str| {
        let name = el("dt").text(t(name)).done();
        [name, el("dd").string(words.to_owned()).done()]
    };
    let help = match help {
        Some((why, first)) => {
            let why = about(Key::ResultWhy, why);
            let help = el("dl").children(why).children(about(Key::ResultFirst, first));
            // Of the first one everything is in sight.
            if place == 0 { help } else { fold(id, item.as_str(), Key::ResultHelp, help) }
        }
        None => not_here(state),
    };
    let title = numbered(item_href(id, item), item.to_string(), title.clone());
    let head = el("div").class("gap-head").el(el("h3").el(title)).el(grade_badge(*grade));
    el("article").class("card gap").el(head).el(el("p").string(finding.clone())).el(help)
}

/// Word and shape of a finding.
fn grade_badge(grade: Grade) -> El {
    let (class, shape) = match grade {
        Grade::Major => ("badge level-none", "▲"),
        Grade::Minor => ("badge level-low", "△"),
        Grade::Opportunity => ("badge level-high", "◇"),
    };
    el("span").class(class).child(sign(shape)).el(el("span").text(probable_text(texts(), grade)))
}

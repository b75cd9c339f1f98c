//! How long the audit takes, by the head count.

use leptos::prelude::*;

use super::super::{
    super::{
        el::{El, el},
        live::part,
        route::{Chapter, Route},
        state::State,
        words::{fill, t},
    },
    about::{HeadCount, people},
};
use crate::text::{Key, readiness::days};

/// The section.
pub fn section(state: State) -> El {
    let head_count = Memo::new(move |_| {
        state.with_assessment(|assessment| assessment.facts.people).unwrap_or_default()
    });
    let answer = part(move || {
        let (handbook, _) = state.handbook()?;
        let people = head_count.get()?;
        let named = people.to_string();
        let Some(audit) = handbook.audit_days_for(people) else {
            return Some(el("p").text(t(Key::ReadinessDaysBeyond)).done());
        };
        let [first, yearly, again] =
            [audit.half_days, audit.surveillance(), audit.recertification()].map(days);
        let key = if people == 1 { Key::ReadinessDaysOne } else { Key::ReadinessDays };
        let first = fill(key, &[("days", &first), ("people", &named)]);
        let later = fill(Key::ReadinessDaysLater, &[("yearly", &yearly), ("again", &again)]);
        let answer = el("div")
            .el(el("p").class("audit-days").string(first))
            .el(el("p").string(later))
            .el(el("p").class("hint").text(t(Key::ReadinessDaysCaveat)));
        Some(answer.done())
    });
    let chapter = el("a").attr("href", Route::Guide(Chapter::Certification).href());
    el("section")
        .class("measured")
        .is("aria-labelledby", "audit-days")
        .el(el("h2").is("id", "audit-days").text(t(Key::ReadinessDaysTitle)))
        .child(people(state, HeadCount::new()))
        .el(el("div").child(answer))
        .el(el("p").el(chapter.text(t(Key::ReadinessDaysGuide))))
}

//! What is known of the organisation: asked once, all of it optional.

use leptos::prelude::*;

use super::{
    super::pages::question,
    super::{
        components::{
            field::{Frame, text_area},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, text},
        pages::failed::not_here,
        route::{Page, Route},
        state::State,
        words::t,
    },
    example,
};
use crate::{
    domain::{
        action::Action,
        assessment::Assessment,
        facts::{Facts, is_head_count},
        id::{AssessmentId, ReasonId, SectorId},
        selection::Selection,
        time::Day,
    },
    text::{Key, entry},
};

/// The page.
pub fn about(state: State, id: &AssessmentId) -> Vec<El> {
    let organisation = line(
        state,
        &plain("organisation", Key::AboutOrganisation),
        ("autocomplete", "organization"),
        |facts| facts.organisation.clone(),
        |facts, name| facts.organisation = name,
    );
    let scope = text_area(
        &Frame { hint: Some(Key::AboutScopeHint), ..plain("scope", Key::AboutScope) },
        text(move || facts(state).scope),
        state.read_only.into(),
        move |scope| state.type_in(with(state, &|facts| facts.scope.clone_from(&scope))),
        move || state.pause_typing(),
    );
    let target = line(
        state,
        &Frame { hint: Some(Key::AboutTargetHint), ..plain("target", Key::AboutTarget) },
        ("type", "date"),
        |facts| facts.target.as_ref().map(Day::to_string).unwrap_or_default(),
        |facts, day| facts.target = Day::parse(&day),
    );
    let go_on = el("a").class("button primary").attr_live("href", onward(state, id));
    let go_on = go_on.text(t(Key::AboutContinue));
    let form = el("div")
        .class("about")
        .child(organisation)
        .child(people(state))
        .child(sector(state))
        .child(scope)
        .el(reasons(state))
        .child(target)
        .el(el("div").class("buttons").el(go_on));
    vec![
        views(id, &Page::About),
        title(t(Key::AboutTitle)),
        el("p").class("lead").text(t(Key::AboutLead)),
        skip(state, id),
        form,
    ]
}

const fn plain(id: &'static str, label: Key) -> Frame {
    Frame { id, label, hint: None, error: None }
}

/// The facts, following their changes.
fn facts(state: State) -> Facts {
    state.with_assessment(|assessment| assessment.facts.clone()).unwrap_or_default()
}

/// The facts with a change.
fn with(state: State, change: &dyn Fn(&mut Facts)) -> Action {
    let mut facts = untrack(|| facts(state));
    change(&mut facts);
    Action::Facts(facts)
}

/// A field of one line that is saved while the person types.
fn line(
    state: State,
    frame: &Frame,
    (name, value): (&'static str, &'static str),
    get: fn(&Facts) -> String,
    set: fn(&mut Facts, String),
) -> AnyView {
    let typed = move |event| {
        let value = event_target_value(&event);
        state.type_in(with(state, &|facts| set(facts, value.clone())));
    };
    let field = frame
        .field("input")
        .is(name, value)
        .value(text(move || get(&facts(state))))
        .flag("disabled", state.read_only.into())
        .on("input", typed)
        .on("blur", move |_| state.pause_typing());
    frame.around(field)
}

/// The head count. What is no number stays in the field and is nowhere else.
fn people(state: State) -> AnyView {
    let refused = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let frame = Frame {
        hint: Some(Key::AboutPeopleHint),
        error: Some((Key::AboutPeopleWrong, wrong.into())),
        ..plain("people", Key::AboutPeople)
    };
    let value = text(move || {
        facts(state).people.map_or_else(|| refused.get(), |people| people.to_string())
    });
    let typed = move |event| {
        let typed = event_target_value(&event);
        let people = head_count(&typed);
        if people.is_some() || typed.trim().is_empty() {
            wrong.set(false);
        }
        refused.set(if people.is_some() { String::new() } else { typed });
        state.type_in(with(state, &|facts| facts.people = people));
    };
    // Nobody is told while still typing.
    let left = move |_| {
        state.pause_typing();
        wrong.set(!refused.with_untracked(|refused| refused.trim().is_empty()));
    };
    let field = frame
        .field("input")
        .is("inputmode", "numeric")
        .is("autocomplete", "off")
        .value(value)
        .flag("disabled", state.read_only.into())
        .on("input", typed)
        .on("blur", left);
    frame.around(field)
}

/// Reads how many people there are as people write it: `1200`, `1,200`, `1 200`.
fn head_count(typed: &str) -> Option<u64> {
    let mut groups = typed.trim().split([',', '.', '’', ' ', '\u{a0}', '\u{202f}']);
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    let digits = Some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits?.parse().ok().filter(|people| is_head_count(*people))
}

/// The line of business, one of those that come with the long texts.
fn sector(state: State) -> AnyView {
    let frame = plain("sector", Key::AboutSector);
    let option = move |id: Option<SectorId>, label: String| {
        let value = id.as_ref().map(SectorId::to_string).unwrap_or_default();
        let chosen = flag(move || facts(state).sector == id);
        el("option").attr("value", value).flag("selected", chosen).string(label).done()
    };
    let options = part(move || {
        let none = option(None, t(Key::AboutSectorNone).to_owned());
        let sectors = example::sectors(state).into_iter().flatten();
        let sectors = sectors.map(|(id, label)| option(Some(id.clone()), label.clone()));
        let options: Vec<AnyView> = [none].into_iter().chain(sectors).collect();
        Some(options.into_any())
    });
    let chosen = move |event| {
        let sector = SectorId::parse(&event_target_value(&event)).ok();
        state.dispatch(with(state, &|facts| facts.sector.clone_from(&sector)));
    };
    let field = frame.field("select").flag("disabled", state.read_only.into());
    frame.around(field.on("change", chosen).child(options))
}

/// The four reasons, by the titles that the guide gives them.
fn reasons(state: State) -> El {
    let boxes = part(move || {
        let Some((handbook, texts)) = state.handbook() else {
            return Some(not_here(state).done());
        };
        let boxes = handbook.reasons.iter().filter_map(|reason| {
            let title = &entry(&texts.reasons, reason.id.as_str())?.title;
            Some(reason_box(state, reason.id.clone(), title.clone()).done())
        });
        Some(boxes.collect::<Vec<_>>().into_any())
    });
    el("fieldset")
        .class("choices")
        .is("aria-describedby", "reasons-hint")
        .flag("disabled", state.read_only.into())
        .el(el("legend").text(t(Key::AboutReasons)))
        .el(el("p").class("hint").is("id", "reasons-hint").text(t(Key::AboutReasonsHint)))
        .child(boxes)
}

fn reason_box(state: State, reason: ReasonId, title: String) -> El {
    let chosen = {
        let reason = reason.clone();
        flag(move || facts(state).reasons.contains(&reason))
    };
    let toggle = move |event| {
        let ticked = event_target_checked(&event);
        state.dispatch(with(state, &|facts| {
            facts.reasons.retain(|other| *other != reason);
            if ticked {
                facts.reasons.push(reason.clone());
            }
        }));
    };
    let input = el("input").is("type", "checkbox").flag("checked", chosen).on("change", toggle);
    el("label").class("choice").el(input).el(el("span").string(title))
}

/// A way past the page, until something was told or answered.
fn skip(state: State, id: &AssessmentId) -> El {
    let begun = flag(move || {
        let untouched =
            |assessment: &Assessment| assessment.facts.is_blank() && assessment.answers.is_empty();
        state.with_assessment(untouched) != Some(true)
    });
    let link = el("a").class("about-skip").attr_live("href", onward(state, id));
    el("p").absent(begun).el(link.text(t(Key::AboutSkip)))
}

/// Where it goes on: at the first question, or at the overview when everything is asked.
fn onward(state: State, id: &AssessmentId) -> Signal<String> {
    let id = id.clone();
    text(move || {
        let questionnaire = state.questionnaire();
        let page = state.with_assessment(|assessment| match assessment.selection {
            Selection::Quick => question::first_open(&questionnaire.pack, assessment),
            Selection::All | Selection::Items(_) => Page::Hub,
        });
        Route::Assessment(id.clone(), page.unwrap_or(Page::Hub)).href()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_count_is_read_as_people_write_it() {
        let cases = [
            ("80", Some(80)),
            (" 1 ", Some(1)),
            ("1,200", Some(1200)),
            ("1 200", Some(1200)),
            ("1.000.000", Some(1_000_000)),
            ("1’000", Some(1000)),
            ("0", None),
            ("1000001", None),
            ("1,2", None),
            ("1.5", None),
            (",200", None),
            ("+80", None),
            ("-80", None),
            ("80 people", None),
            ("", None),
            ("99999999999999999999999", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(head_count(typed), expected, "{typed:?}");
        }
    }
}

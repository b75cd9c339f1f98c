//! What is known of the organisation: asked once, all of it optional.

use leptos::prelude::*;

use super::{
    super::pages::question,
    super::{
        components::{
            button::{Look, button},
            field::{Frame, text_area},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, text, when_drawn},
        pages::failed::not_here,
        route::{Page, Route},
        state::State,
        words::t,
    },
    example,
};
use crate::{
    browser::page,
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
    let head_count = HeadCount::new();
    let go_on = el("a").class("button primary").attr_live("href", onward(state, id));
    // Left by the press of the button, a field with an error would tell it, and move the button away
    // before it is released: the click would be lost where a browser doesn't hold the page still.
    let go_on = go_on.on("mousedown", |event| event.prevent_default());
    let go_on = go_on.on("click", move |event| head_count.stop(&event));
    let go_on = go_on.text(t(Key::AboutContinue));
    let form = el("div")
        .class("about")
        .child(organisation)
        .child(people(state, head_count))
        .child(sector(state))
        .child(scope)
        .el(reasons(state))
        .child(target(state))
        .el(el("div").class("buttons").el(go_on));
    vec![
        views(id, &Page::About),
        title(t(Key::AboutTitle)),
        el("p").class("lead").text(t(Key::AboutLead)),
        skip(state, id),
        el("div").child(problem(head_count)),
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

/// The day on which the certificate is wanted.
pub fn target(state: State) -> AnyView {
    line(
        state,
        &Frame { hint: Some(Key::AboutTargetHint), ..plain("target", Key::AboutTarget) },
        ("type", "date"),
        |facts| facts.target.as_ref().map(Day::to_string).unwrap_or_default(),
        |facts, day| facts.target = Day::parse(&day),
    )
}

/// What is in the field for the head count and isn't told to the assessment as it stands there.
#[derive(Clone, Copy)]
pub struct HeadCount {
    typed: RwSignal<String>,
    wrong: RwSignal<bool>,
    /// Whether the person wanted to go on with it.
    stopped: RwSignal<bool>,
}

impl HeadCount {
    /// Nothing is entered yet.
    pub fn new() -> Self {
        let (typed, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
        Self { typed, wrong, stopped: RwSignal::new(false) }
    }

    /// Takes notice that the person has left the field; what could be read shows as it was read.
    fn leave(self) {
        // The focus also leaves a field whose page is gone.
        let Some(typed) = self.typed.try_get_untracked() else { return };
        let wrong = !typed.trim().is_empty() && read_head_count(&typed).is_none();
        // Told only when there is a change: what is drawn anew loses the focus, and the field would be
        // filled again.
        if self.wrong.get_untracked() != wrong {
            self.wrong.set(wrong);
        }
        if !wrong && !typed.is_empty() {
            self.typed.set(String::new());
        }
    }

    /// Keeps the person on the page while something on it can't be read, and says so.
    fn stop(self, event: &web_sys::Event) {
        self.leave();
        self.stopped.set(self.wrong.get_untracked());
        if self.wrong.get_untracked() {
            event.prevent_default();
            when_drawn(|| page::focus("problem"));
        }
    }
}

/// What keeps the person from going on, and the way to it.
fn problem(head_count: HeadCount) -> AnyView {
    part(move || {
        if !(head_count.stopped.get() && head_count.wrong.get()) {
            return None;
        }
        let summary = el("section")
            .class("error-summary")
            .is("id", "problem")
            .is("tabindex", "-1")
            .is("aria-labelledby", "problem-title")
            .el(el("h2").is("id", "problem-title").text(t(Key::AboutProblem)))
            .el(button(Look::Quiet, t(Key::AboutPeopleWrong), || page::focus("people")));
        Some(summary.done())
    })
}

/// The head count. What can't be read stays in the field and is nowhere else.
pub fn people(state: State, head_count: HeadCount) -> AnyView {
    let HeadCount { typed, wrong, .. } = head_count;
    let frame = Frame {
        hint: Some(Key::AboutPeopleHint),
        error: Some((Key::AboutPeopleWrong, wrong.into())),
        ..plain("people", Key::AboutPeople)
    };
    let value = text(move || {
        let typed = typed.get();
        if !typed.is_empty() {
            return typed;
        }
        facts(state).people.map(|people| people.to_string()).unwrap_or_default()
    });
    let type_in = move |event| {
        if typed.try_get_untracked().is_none() {
            return;
        }
        let written = event_target_value(&event);
        let people = read_head_count(&written);
        if people.is_some() || written.trim().is_empty() {
            wrong.set(false);
        }
        typed.set(written);
        state.type_in(with(state, &|facts| facts.people = people));
    };
    // Nobody is told while still typing.
    let left = move |_| {
        state.pause_typing();
        head_count.leave();
    };
    let field = frame
        .field("input")
        .is("autocomplete", "off")
        .value(value)
        .flag("disabled", state.read_only.into())
        .on("input", type_in)
        // Not everything that fills fields in says so letter by letter.
        .on("change", type_in)
        .on("blur", left);
    frame.around(field)
}

/// Reads how many people there are as people write it: `1200`, `1,200`, `1 200`, `about 80`, `80
/// people`. Nothing where that isn't the only number, or where a word may change it: `80k`, `2
/// thousand`.
fn read_head_count(typed: &str) -> Option<u64> {
    const SEPARATORS: [char; 6] = [',', '.', '’', ' ', '\u{a0}', '\u{202f}'];
    const MULTIPLES: [&str; 5] = ["k", "hundred", "thousand", "million", "dozen"];
    let is_digit = |letter: char| letter.is_ascii_digit();
    let (first, last) = (typed.find(is_digit)?, typed.rfind(is_digit)?);
    let (before, number) = typed.split_at_checked(first)?;
    let (number, after) = number.split_at_checked(last.checked_sub(first)?.checked_add(1)?)?;
    let is_word = |letter: char| letter.is_alphabetic() || letter.is_whitespace();
    let before_is_fine = before.chars().all(|letter| is_word(letter) || "~≈.".contains(letter));
    let apart = !after.starts_with(char::is_alphabetic);
    let words = after.chars().all(|letter| is_word(letter) || "+.".contains(letter));
    let multiplies = after.split_whitespace().any(|word| {
        let word = word.to_lowercase();
        MULTIPLES.contains(&word.trim_end_matches(['s', '.', '+']))
    });
    if !before_is_fine || !apart || !words || multiplies {
        return None;
    }
    let mut groups = number.split(SEPARATORS);
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 {
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

/// Where it goes on: at the first question, or at the answers when there are any, from where one comes
/// here; at the overview when everything is asked.
fn onward(state: State, id: &AssessmentId) -> Signal<String> {
    let id = id.clone();
    text(move || {
        let questionnaire = state.questionnaire();
        let page = state.with_assessment(|assessment| match assessment.selection {
            Selection::Quick if !assessment.answers.is_empty() => Page::Review,
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
            ("80 people", Some(80)),
            ("about 80", Some(80)),
            ("approx. 1,200 staff", Some(1200)),
            ("~80", Some(80)),
            ("80+", Some(80)),
            ("80.", Some(80)),
            (",200", None),
            ("+80", None),
            ("-80", None),
            ("80-100", None),
            ("80 to 100", None),
            ("80k", None),
            ("80 k", None),
            ("2 thousand", None),
            ("eighty", None),
            ("", None),
            ("99999999999999999999999", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(read_head_count(typed), expected, "{typed:?}");
        }
    }
}

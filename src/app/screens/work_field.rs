//! Fields of forms that the work on items needs: one of a list, a day, a line of text.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::{flag, follow, part, text},
    state::State,
    words::t,
};
use crate::{
    browser::form,
    domain::{filter::owners, id::LevelCode, time::Day},
    text::Key,
};

/// The first and the last day that a plan can name.
pub const DAYS: (&str, &str) = ("2000-01-01", "2099-12-31");

/// The id of the list of everybody who sees to an item.
const OWNERS: &str = "owners";

/// A field below its label.
pub fn labelled(id: &str, label: Key, field: El) -> El {
    let label = el("label").attr("for", id.to_owned()).text(t(label));
    el("div").class("field").el(label).el(field.attr("id", id.to_owned()))
}

/// One of a list. Each choice is a value and its words; `chosen` is the value that stands there.
pub fn choice(
    choices: impl IntoIterator<Item = (String, String)>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    let options = choices.into_iter().map(|(value, words)| {
        let mine = value.clone();
        let is_chosen = flag(move || chosen.get() == mine);
        el("option").attr("value", value).flag("selected", is_chosen).string(words).done()
    });
    el("select")
        .class("input")
        .on("change", move |event| choose(event_target_value(&event)))
        .children(options)
}

/// The levels of the scale as choices, by their codes.
pub fn levels(state: State) -> Vec<(String, String)> {
    let questionnaire = state.questionnaire();
    let levels = questionnaire.pack.scale().levels().iter();
    let named =
        |code: &LevelCode| (code.as_str().to_owned(), questionnaire.texts.level(code).to_owned());
    levels.map(|level| named(&level.code)).collect()
}

/// A line of text that offers everybody who sees to an item already.
pub fn owner_input(value: Signal<String>) -> El {
    el("input")
        .class("input")
        .is("list", OWNERS)
        .is("maxlength", "120")
        .is("autocomplete", "off")
        .value(value)
}

/// What [`owner_input`] offers; once a page.
pub fn owner_list(state: State) -> AnyView {
    let known = Memo::new(move |_| state.with_assessment(owners).unwrap_or_default());
    part(move || {
        let names = known.get().into_iter();
        let options = names.map(|name| el("option").attr("value", name).done());
        Some(el("datalist").is("id", OWNERS).children(options).done())
    })
}

/// What was entered as a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Nothing.
    Blank,
    /// A day that a plan can name.
    Day(Day),
    /// Something that is no such day, or not yet.
    Incomplete,
}

impl Entered {
    fn read(text: Option<&str>) -> Self {
        match text {
            Some("") => Self::Blank,
            Some(text) => match Day::parse(text) {
                Some(day) if (DAYS.0..=DAYS.1).contains(&day.as_str()) => Self::Day(day),
                _ => Self::Incomplete,
            },
            None => Self::Incomplete,
        }
    }
}

/// A day below its label, with an error while what was entered is none. While a person types the year,
/// nothing is told.
pub fn day_field(
    id: &str,
    label: Key,
    value: Signal<String>,
    enter: impl Fn(Entered) + 'static,
) -> El {
    let wrong = RwSignal::new(false);
    let read = |event: &web_sys::Event| Entered::read(form::entered(event).as_deref());
    let on_change = move |event: web_sys::Event| {
        let entered = read(&event);
        if entered != Entered::Incomplete {
            wrong.set(false);
        }
        enter(entered);
    };
    let error = format!("{id}-error");
    let input = el("input")
        .is("type", "date")
        .attr("id", id.to_owned())
        .class("input")
        .is("min", DAYS.0)
        .is("max", DAYS.1)
        .attr("aria-describedby", error.clone())
        .attr_live("aria-invalid", text(move || wrong.get().to_string()))
        .value(value)
        .on("change", on_change)
        .on("blur", move |event| wrong.set(read(&event) == Entered::Incomplete));
    el("div")
        .class("field")
        .el(el("label").attr("for", id.to_owned()).text(t(label)))
        .el(el("p")
            .class("field-error")
            .attr("id", error)
            .absent(flag(move || !wrong.get()))
            .text(t(Key::WorkDueWrong)))
        .el(input)
}

/// Takes away what is said about a choice that was refused once anything is changed or taken back: it
/// was about how things stood.
pub fn over_with_a_change<T: Send + Sync + 'static>(state: State, refused: RwSignal<Option<T>>) {
    follow(move || {
        state.history.with(|_| ());
        refused.set(None);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_a_plan_can_name_are_taken() {
        let day = |text: &str| Entered::Day(Day::parse(text).unwrap());
        for (text, entered) in [
            (Some("2026-12-01"), day("2026-12-01")),
            (Some("2000-01-01"), day("2000-01-01")),
            (Some("2099-12-31"), day("2099-12-31")),
            (Some(""), Entered::Blank),
            // The year is being typed.
            (Some("0002-12-01"), Entered::Incomplete),
            (Some("1999-12-31"), Entered::Incomplete),
            (Some("2100-01-01"), Entered::Incomplete),
            (None, Entered::Incomplete),
        ] {
            assert_eq!(Entered::read(text), entered, "{text:?}");
        }
    }
}

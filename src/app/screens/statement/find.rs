//! What is to be put right, and looking for rows.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button},
            el::{El, el},
            live::{flag, text},
            words::{fill, t},
        },
        work_field::{choice, labelled},
    },
    bulk::pick_shown,
    sheet::{SHOWN, Sheet, told},
    words,
};
use crate::{
    browser::page,
    domain::{
        pack::Kind,
        soa::{Decision, Lint},
        statement::{Filter, Theme},
    },
    text::Key,
};

/// The mistakes that auditors would find, each of which filters the table.
pub fn problems(sheet: Sheet) -> El {
    let Sheet { progress, .. } = sheet;
    let none = flag(move || progress.with(|progress| progress.lints.iter().any(|it| *it > 0)));
    let list =
        el("ul").class("problems").children(Lint::ALL.map(|lint| problem(sheet, lint).done()));
    el("section")
        .class("statement-problems no-paper")
        .is("aria-labelledby", "statement-problems")
        .el(el("h2").is("id", "statement-problems").text(t(Key::StatementProblems)))
        .el(el("p").class("quiet").absent(none).text(t(Key::StatementProblemsNone)))
        .el(list)
}

fn problem(sheet: Sheet, lint: Lint) -> El {
    let Sheet { progress, filter, .. } = sheet;
    let (name, advice) = words::lint(lint);
    let number = move || progress.with(|progress| progress.count(lint));
    let chosen = move || filter.with(|filter| filter.lint == Some(lint));
    let toggle = move |_| {
        let wanted = (!untrack(chosen)).then_some(lint);
        sheet.look_for(|filter| filter.lint = wanted);
    };
    let label = text(move || {
        fill(Key::StatementProblem, &[("problem", t(name)), ("number", &number().to_string())])
    });
    let button = el("button")
        .is("type", "button")
        .class("problem")
        .attr_live("aria-pressed", text(move || chosen().to_string()))
        .on("click", toggle)
        .live(label);
    // One that was chosen can be left again.
    let gone = flag(move || number() == 0 && !chosen());
    el("li").absent(gone).el(button).el(el("span").class("quiet").text(t(advice)))
}

/// The fields, and how many rows they show.
pub fn find(sheet: Sheet) -> El {
    let Sheet { filter, rows, .. } = sheet;
    let search = el("input")
        .is("type", "search")
        .class("input")
        .is("autocomplete", "off")
        .value(text(move || filter.with(|filter| filter.words.clone())))
        .on("input", move |event| {
            let words = event_target_value(&event);
            sheet.look_for(|filter| filter.words = words);
        });
    let shown = text(move || told(sheet.shown().len(), rows.with(Vec::len)));
    let clear = button(Look::Quiet, t(Key::FilterClear), move || {
        sheet.look_for(|filter| *filter = Filter::default());
        // The button goes away.
        page::focus(SHOWN);
    });
    let is_empty = flag(move || filter.with(Filter::is_empty));
    let none = flag(move || !sheet.shown().is_empty());
    let fields = el("div")
        .class("statement-find no-paper")
        .is("role", "search")
        .is("aria-label", t(Key::StatementFind))
        .el(labelled("statement-words", Key::StatementWords, search))
        .el(labelled("statement-theme", Key::StatementTheme, by_theme(sheet)))
        .el(labelled("statement-decision", Key::StatementDecision, by_decision(sheet)))
        .el(labelled("statement-lint", Key::StatementLint, by_lint(sheet)));
    let count = el("p").is("id", SHOWN).is("tabindex", "-1").live(shown);
    el("div")
        .el(fields)
        .el(el("div")
            .class("statement-shown")
            .el(count)
            .el(clear.absent(is_empty))
            .el(pick_shown(sheet)))
        .el(el("p").class("find-none").absent(none).text(t(Key::FilterNone)))
}

fn any() -> (String, String) {
    (String::new(), t(Key::FilterAny).to_owned())
}

/// One of a few values as a choice, by their places.
fn by_place<T: Copy + PartialEq + Send + Sync + 'static>(
    sheet: Sheet,
    all: &'static [T],
    name: fn(T) -> Key,
    read: fn(&Filter) -> Option<T>,
    write: fn(&mut Filter, Option<T>),
) -> El {
    let named = all.iter().enumerate();
    let named = named.map(|(place, value)| (place.to_string(), t(name(*value)).to_owned()));
    let chosen = text(move || {
        let chosen = sheet.filter.with(read);
        let place = all.iter().position(|value| Some(*value) == chosen);
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    choice([any()].into_iter().chain(named), chosen, move |place| {
        let value = place.parse::<usize>().ok().and_then(|place| all.get(place).copied());
        sheet.look_for(|filter| write(filter, value));
    })
}

fn by_decision(sheet: Sheet) -> El {
    by_place::<Decision>(
        sheet,
        &words::DECISIONS,
        words::decision,
        |filter| filter.decision,
        |filter, decision| filter.decision = decision,
    )
}

fn by_lint(sheet: Sheet) -> El {
    by_place::<Lint>(
        sheet,
        &Lint::ALL,
        |lint| words::lint(lint).0,
        |filter| filter.lint,
        |filter, lint| filter.lint = lint,
    )
}

/// Nothing else is named so: identifiers of groups begin with a letter or digit.
const OWN: &str = "-";

fn by_theme(sheet: Sheet) -> El {
    let questionnaire = sheet.state.questionnaire();
    let pack = &questionnaire.pack;
    let is_theme =
        |place: usize| pack.items().get(place).is_some_and(|it| it.kind == Kind::Control);
    let themes = pack.groups().iter().filter(|group| is_theme(group.items.start));
    let named = themes.map(|group| {
        let name = questionnaire.texts.group(&group.id);
        (group.id.to_string(), format!("{} {name}", group.id))
    });
    let own = (OWN.to_owned(), t(Key::StatementOwn).to_owned());
    let chosen = text(move || match sheet.filter.with(|filter| filter.theme.clone()) {
        None => String::new(),
        Some(Theme::Own) => OWN.to_owned(),
        Some(Theme::Group(group)) => group.to_string(),
    });
    choice([any()].into_iter().chain(named).chain([own]), chosen, move |value| {
        let groups = sheet.state.questionnaire();
        let mut groups = groups.pack.groups().iter();
        let theme = match value.as_str() {
            OWN => Some(Theme::Own),
            id => groups
                .find(|group| group.id.as_str() == id)
                .map(|group| Theme::Group(group.id.clone())),
        };
        sheet.look_for(|filter| filter.theme = theme);
    })
}

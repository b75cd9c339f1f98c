//! Which items are asked.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            super::{
                components::button::{Look, button},
                el::{El, el},
                live::{flag, part, text},
                words::{fill, t},
            },
            example,
        },
        words::{count, items},
    },
    Form, choice, choices,
    draft::Asked,
    faults::{PARTS, SEARCH},
};
use crate::{
    browser::page,
    domain::{
        id::ItemId,
        pack::{Group, Item},
        selection::Selection,
        workshop::session::About,
    },
    text::Key,
};

/// The choice, with what belongs to each below it.
pub fn asked(form: Form) -> El {
    let pack = &form.state.questionnaire().pack;
    let number = |selection: &Selection| {
        items(pack.items().iter().filter(|item| selection.asks(item)).count())
    };
    let is = move |asked| flag(move || form.draft.with(|draft| draft.asked == asked));
    let option = |asked: Asked, label: Key, hint: String| {
        choice("asked", is(asked), t(label).to_owned(), Some(hint), move || {
            form.change(|draft| draft.asked = asked);
        })
    };
    let below = |asked: Asked, content: El| {
        let hidden = flag(move || form.draft.with(|draft| draft.asked != asked));
        content.absent(hidden)
    };
    choices(Key::WorkshopNewItems, Some(Key::WorkshopNewItemsHint))
        .child(discussed(form))
        .el(option(
            Asked::Own,
            Key::WorkshopNewOwnItems,
            t(Key::WorkshopNewOwnItemsHint).to_owned(),
        ))
        .el(below(Asked::Own, own(form)))
        .el(option(Asked::Quick, Key::WorkshopNewQuick, number(&Selection::Quick)))
        .el(option(Asked::Parts, Key::WorkshopNewParts, t(Key::WorkshopNewPartsHint).to_owned()))
        .el(below(Asked::Parts, parts(form)))
        .el(option(Asked::All, Key::WorkshopNewAllItems, number(&Selection::All)))
}

/// The items to discuss of the case company, in one click.
fn discussed(form: Form) -> AnyView {
    let chosen = Memo::new(move |_| form.draft.with(|draft| draft.about.clone()));
    part(move || {
        let About::Case(id) = chosen.get() else { return None };
        let (case, texts) = example::case(form.state, &id)?;
        let label = count(Key::WorkshopNewDiscuss, Key::WorkshopNewDiscuss, case.discuss.len());
        let choose = el("button")
            .is("type", "button")
            .class("button")
            .on("click", move |_| {
                let pack = &form.state.questionnaire().pack;
                form.change(|draft| draft.choose(pack, &case.discuss));
                let words =
                    count(Key::WorkshopNewChosenOne, Key::WorkshopNewChosen, case.discuss.len());
                form.state.messages.announce(words);
            })
            .string(label);
        let words = fill(Key::WorkshopNewDiscussText, &[("case", &texts.name)]);
        Some(el("div").class("workshop-discuss").el(el("p").string(words)).el(choose).done())
    })
}

/// Clauses and themes with ticks.
fn parts(form: Form) -> El {
    let questionnaire = form.state.questionnaire();
    let boxes = questionnaire.pack.groups().iter().enumerate().map(|(place, group)| {
        let of = items(questionnaire.pack.items_of(group).len());
        let label = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
        let ticked = {
            let id = group.id.clone();
            flag(move || form.draft.with(|draft| draft.parts.contains(&id)))
        };
        let id = group.id.clone();
        let mut input = el("input")
            .is("type", "checkbox")
            .flag("checked", ticked)
            .on("change", move |_| form.change(|draft| draft.toggle_part(&id)));
        if place == 0 {
            input = form.faults.mark(input, PARTS);
        }
        let words = el("span")
            .el(el("span").string(label))
            .text(" ")
            .el(el("span").class("quiet").string(of));
        el("label").class("choice").el(input).el(words).done()
    });
    el("fieldset")
        .class("workshop-below")
        .el(el("legend").class("visually-hidden").text(t(Key::WorkshopNewParts)))
        .child(form.faults.beside(PARTS))
        .el(el("div").children(boxes))
}

/// A list of all items with ticks, and a field that shortens it.
fn own(form: Form) -> El {
    let pack = &form.state.questionnaire().pack;
    let typed = RwSignal::new(String::new());
    let words: Memo<Vec<String>> = Memo::new(move |_| {
        typed.with(|typed| typed.to_lowercase().split_whitespace().map(str::to_owned).collect())
    });
    let search = el("input")
        .is("type", "search")
        .class("input")
        .is("autocomplete", "off")
        .is("spellcheck", "false")
        .value(typed.into())
        .on("input", move |event| typed.set(event_target_value(&event)))
        // Enter would send the form before anybody has looked at it.
        .on("keydown", |event| {
            if crate::browser::events::key(&event) == "Enter" {
                event.prevent_default();
            }
        });
    let chosen = text(move || {
        form.draft.with(|draft| {
            let items: Vec<&str> = draft.own.iter().map(ItemId::as_str).collect();
            if items.is_empty() {
                return t(Key::WorkshopNewNoneChosen).to_owned();
            }
            let number = count(Key::WorkshopNewChosenOne, Key::WorkshopNewChosen, items.len());
            format!("{number}: {}", items.join(", "))
        })
    });
    let none = flag(move || form.draft.with(|draft| draft.own.is_empty()));
    let clear = button(Look::Quiet, t(Key::WorkshopNewClear), move || {
        form.change(|draft| draft.own.clear());
        page::focus(SEARCH);
    });
    let groups = pack.groups().iter().map(|group| of_group(form, group, words).done());
    let label = el("label").is("for", SEARCH).text(t(Key::WorkshopNewSearch));
    let hint = el("p").class("hint").attr("id", format!("{SEARCH}-hint"));
    el("div")
        .class("workshop-below")
        .el(el("div")
            .class("field")
            .el(label)
            .el(hint.text(t(Key::WorkshopNewSearchHint)))
            .child(form.faults.beside(SEARCH))
            .el(form.faults.mark(search, SEARCH)))
        .el(el("div")
            .class("workshop-chosen")
            .el(el("p").is("role", "status").live(chosen))
            .el(clear.absent(none)))
        .el(el("div").class("workshop-items").children(groups))
        .child(nothing(form, words))
}

/// What is said when nothing fits what was typed.
fn nothing(form: Form, words: Memo<Vec<String>>) -> AnyView {
    part(move || {
        let pack = &form.state.questionnaire().pack;
        let none = words.with(|words| !pack.items().iter().any(|item| fits(form, item, words)));
        none.then(|| el("p").class("empty").text(t(Key::WorkshopNewNothing)).done())
    })
}

/// Whether every word stands in the number, the title or the question of an item.
fn fits(form: Form, item: &Item, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = &form.state.questionnaire().texts;
    let all = [item.id.as_str(), texts.full_title(&item.id), texts.ask(&item.id)];
    let all = all.join(" ").to_lowercase();
    words.iter().all(|word| all.contains(word))
}

fn of_group(form: Form, group: &'static Group, words: Memo<Vec<String>>) -> El {
    let questionnaire = form.state.questionnaire();
    let items = questionnaire.pack.items_of(group);
    let gone = flag(move || words.with(|words| !items.iter().any(|item| fits(form, item, words))));
    let legend = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
    el("fieldset")
        .absent(gone)
        .el(el("legend").string(legend))
        .children(items.iter().map(|item| tick(form, item, words).done()))
}

fn tick(form: Form, item: &'static Item, words: Memo<Vec<String>>) -> El {
    let questionnaire = form.state.questionnaire();
    let ticked = flag(move || form.draft.with(|draft| draft.own.contains(&item.id)));
    let input =
        el("input").is("type", "checkbox").flag("checked", ticked).on("change", move |_| {
            form.change(|draft| draft.toggle(&questionnaire.pack, &item.id));
        });
    let gone = flag(move || words.with(|words| !fits(form, item, words)));
    el("label").class("choice").absent(gone).el(input).el(el("span")
        .el(el("span").class("item-id").text(item.id.as_str()))
        .text(" ")
        .text(questionnaire.texts.full_title(&item.id)))
}

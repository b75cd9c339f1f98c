//! Preparing a workshop.

pub(super) mod draft;
mod faults;
mod items;

use leptos::prelude::*;

use self::{
    draft::{Draft, Naming},
    faults::{COUNT, Fault, Faults, MINUTES, NAME, NAMES, SUMMARY},
};
use super::{
    super::{
        super::{
            components::{
                button::{buttons, submit},
                title::title,
            },
            el::{El, el},
            live::{flag, part, text, when_drawn},
            messages::Message,
            route::{Room, Route, Workshops},
            state::State,
            words::{fill, t, texts},
        },
        example,
        work_field::{choice as choose, labelled},
    },
    words::{about, extent},
};
use crate::{
    browser::{location, page, random},
    domain::workshop::{
        Workshop,
        agreed::AllAgreed,
        collected::Collected,
        estimate,
        session::{About, COLOURS, Groups, LONGEST_GROUP, MOST_ROUNDS, Session, SessionId},
    },
    persist::workshop::code::session_name,
    text::{Key, workshop::group_name},
};

/// The form. A handle.
#[derive(Clone, Copy)]
struct Form {
    state: State,
    draft: RwSignal<Draft>,
    faults: Faults,
}

impl Form {
    fn change(&self, act: impl FnOnce(&mut Draft)) {
        self.draft.update(act);
    }

    /// A field of one line.
    fn line(&self, get: fn(&Draft) -> &String, set: fn(&mut Draft) -> &mut String) -> El {
        let form = *self;
        el("input")
            .class("input")
            .is("autocomplete", "off")
            .value(text(move || form.draft.with(|draft| get(draft).clone())))
            .on("input", move |event| {
                form.change(|draft| *set(draft) = event_target_value(&event));
            })
    }
}

/// The page.
pub fn prepare(state: State) -> Vec<El> {
    let draft = RwSignal::new(Draft::resumed());
    on_cleanup(move || {
        Draft::leave(draft.try_get_untracked().filter(|it| *it != Draft::default()));
    });
    let form = Form { state, draft, faults: Faults(RwSignal::new(Vec::new())) };
    let sent = move |event: web_sys::Event| {
        event.prevent_default();
        send(form);
    };
    let fields = el("form")
        .class("workshop-new")
        .is("novalidate", "")
        .on("submit", sent)
        .el(name(form))
        .el(assessed(form))
        .el(items::asked(form))
        .el(groups(form))
        .el(pace(form))
        .child(summary(form))
        .el(buttons([submit(t(Key::WorkshopNewMake))]));
    let all = el("a").attr("href", Route::Workshops(Workshops::All).href());
    vec![
        el("nav")
            .class("crumbs")
            .is("aria-label", t(Key::CrumbsLabel))
            .el(all.text(t(Key::WorkshopAllTitle))),
        title(t(Key::WorkshopNewTitle).to_owned()),
        el("p").class("lead").text(t(Key::WorkshopNewLead)),
        el("div").child(form.faults.summary()),
        fields,
    ]
}

/// Makes the workshop, or tells what is wrong.
fn send(form: Form) {
    let Form { state, draft, faults } = form;
    let pack = &state.questionnaire().pack;
    let draft = draft.get_untracked();
    let plan = draft.plan(pack);
    let mut id = SessionId([0; 5]);
    id.0.iter_mut().zip(random::bytes()).for_each(|(byte, drawn)| *byte = drawn);
    let session = match Session::new(pack, id, plan.clone()) {
        Ok(session) => session,
        Err(found) => {
            faults.0.set(found.into_iter().map(|it| Fault::of(&draft, &plan, it)).collect());
            when_drawn(|| page::focus(SUMMARY));
            return;
        }
    };
    faults.0.set(Vec::new());
    let name = session_name(session.id());
    let (collected, agreed) = (Collected::default(), AllAgreed::new());
    let workshop = Workshop { session, collected, agreed };
    match state.with_library(|library, pack| library.workshops().save(pack, &workshop)) {
        Ok(()) => {
            form.draft.set(Draft::default());
            state.workshops_changed();
            location::go(&Route::Workshops(Workshops::Room(name, Room::Hub)).to_string());
        }
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
}

/// Choices below a question.
fn choices(legend: Key, hint: Option<Key>) -> El {
    let choices = el("fieldset").class("choices").el(el("legend").text(t(legend)));
    match hint {
        Some(hint) => choices.el(el("p").class("hint").text(t(hint))),
        None => choices,
    }
}

/// One of them, with something about it.
fn choice(
    name: &'static str,
    chosen: Signal<bool>,
    label: String,
    hint: Option<String>,
    choose: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .is("type", "radio")
        .is("name", name)
        .flag("checked", chosen)
        .on("change", move |_| choose());
    let mut words = el("span").el(el("span").string(label));
    if let Some(hint) = hint {
        words = words.text(" ").el(el("span").class("quiet").string(hint));
    }
    el("label").class("choice").el(input).el(words)
}

fn name(form: Form) -> El {
    let field = form.line(|draft| &draft.name, |draft| &mut draft.name);
    form.faults.around(NAME, Key::WorkshopNewName, t(Key::WorkshopNewNameHint).to_owned(), field)
}

/// Who is assessed.
fn assessed(form: Form) -> El {
    let is = move |about: About| flag(move || form.draft.with(|draft| draft.about == about));
    let own = choice(
        "about",
        is(About::Own),
        t(Key::WorkshopNewOwn).to_owned(),
        Some(t(Key::WorkshopNewOwnHint).to_owned()),
        move || form.change(|draft| draft.about = About::Own),
    );
    let cases = part(move || {
        let Some(cases) = example::cases(form.state) else {
            return Some(el("p").class("hint").text(t(form.state.later())).done());
        };
        let cases = cases.iter().map(|(case, texts)| {
            let about = About::Case(case.id.clone());
            let choose = {
                let about = about.clone();
                move || form.change(|draft| draft.about = about.clone())
            };
            let hint = Some(texts.tagline.clone());
            choice("about", is(about), texts.name.clone(), hint, choose).done()
        });
        Some(el("div").children(cases).done())
    });
    choices(Key::WorkshopNewAbout, Some(Key::WorkshopNewAboutHint)).el(own).child(cases)
}

/// The groups and what they are called.
fn groups(form: Form) -> El {
    let is = move |naming| move || form.draft.with(|draft| draft.naming == naming);
    let option = |naming: Naming, label: Key, hint: String| {
        choice("naming", flag(is(naming)), t(label).to_owned(), Some(hint), move || {
            form.change(|draft| draft.naming = naming);
        })
    };
    let of = |groups: &Groups| {
        let count = groups.count();
        let names: Vec<String> =
            (0..count).map(|place| group_name(texts(), groups, place)).collect();
        names.join(", ")
    };
    let count = form
        .line(|draft| &draft.count, |draft| &mut draft.count)
        .is("inputmode", "numeric")
        .is("maxlength", "4");
    let count = form.faults.around(
        COUNT,
        Key::WorkshopNewCount,
        t(Key::WorkshopNewCountHint).to_owned(),
        count,
    );
    let names = el("textarea")
        .class("input")
        .is("rows", "6")
        .value(text(move || form.draft.with(|draft| draft.names.clone())))
        .on("input", move |event| form.change(|draft| draft.names = event_target_value(&event)));
    let longest = LONGEST_GROUP.to_string();
    let hint = fill(Key::WorkshopNewNamesHint, &[("number", &longest)]);
    let names = form.faults.around(NAMES, Key::WorkshopNewNames, hint, names);
    let numbers = format!("{} …", of(&Groups::Numbered(3)));
    choices(Key::WorkshopNewGroups, Some(Key::WorkshopNewGroupsHint))
        .el(option(Naming::Colours, Key::WorkshopNewColours, of(&Groups::Coloured(COLOURS))))
        .el(option(Naming::Numbers, Key::WorkshopNewNumbers, numbers))
        .el(option(
            Naming::Names,
            Key::WorkshopNewOwnNames,
            t(Key::WorkshopNewOwnNamesHint).to_owned(),
        ))
        .el(el("div")
            .class("workshop-below")
            .el(count.absent(flag(is(Naming::Names))))
            .el(names.absent(flag(move || !is(Naming::Names)()))))
}

/// Rounds and timer.
fn pace(form: Form) -> El {
    let rounds = (1..=MOST_ROUNDS).map(|round| (round.to_string(), round.to_string()));
    let chosen = text(move || form.draft.with(|draft| draft.rounds.to_string()));
    let rounds = choose(rounds, chosen, move |round| {
        if let Ok(round) = round.parse() {
            form.change(|draft| draft.rounds = round);
        }
    });
    let minutes = form
        .line(|draft| &draft.minutes, |draft| &mut draft.minutes)
        .is("inputmode", "numeric")
        .is("maxlength", "4");
    let minutes = form.faults.around(
        MINUTES,
        Key::WorkshopNewMinutes,
        t(Key::WorkshopNewMinutesHint).to_owned(),
        minutes,
    );
    choices(Key::WorkshopNewPace, Some(Key::WorkshopNewPaceHint))
        .el(labelled("workshop-rounds", Key::WorkshopNewRoundCount, rounds))
        .el(minutes)
}

/// What it comes to.
fn summary(form: Form) -> AnyView {
    let pack = &form.state.questionnaire().pack;
    let plan = Memo::new(move |_| form.draft.with(|draft| (draft.plan(pack), draft.items(pack))));
    let whole = text(move || plan.with(|(plan, items)| extent(plan, *items)));
    let who = text(move || plan.with(|(plan, _)| about(form.state, &plan.about)));
    let time = text(move || {
        plan.with(|(plan, items)| {
            if *items == 0 { String::new() } else { duration(estimate::minutes(plan, *items)) }
        })
    });
    let unrated = text(move || {
        plan.with(|(plan, _)| {
            let About::Case(id) = &plan.about else { return String::new() };
            let Some((case, _)) = example::case(form.state, id) else { return String::new() };
            let asked = pack.items().iter().filter(|item| plan.items.asks(item));
            let without = asked.filter(|item| case.level_of(&item.id).is_none()).count();
            if without == 0 {
                return String::new();
            }
            super::words::count(Key::WorkshopNewUnratedOne, Key::WorkshopNewUnrated, without)
        })
    });
    el("section")
        .class("card workshop-sum")
        .is("aria-labelledby", "workshop-sum")
        .el(el("h2").is("id", "workshop-sum").text(t(Key::WorkshopNewSum)))
        .el(el("p").el(el("strong").live(whole)))
        .el(el("p").live(who))
        .el(el("p").live(time))
        .el(el("p").class("quiet").live(unrated))
        .done()
}

/// "About 2 h 15 min"
fn duration(minutes: usize) -> String {
    let hours = minutes.checked_div(60).unwrap_or_default();
    let rest = minutes.saturating_sub(hours.saturating_mul(60));
    let (hours, rest) = (hours.to_string(), rest.to_string());
    let key = match (hours.as_str(), rest.as_str()) {
        ("0", _) => Key::WorkshopNewTimeMinutes,
        (_, "0") => Key::WorkshopNewTimeHours,
        _ => Key::WorkshopNewTime,
    };
    fill(key, &[("hours", &hours), ("minutes", &rest)])
}

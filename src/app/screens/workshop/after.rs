//! What is taken away at the end of a workshop: an assessment of what was agreed, and files.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, buttons},
                dialog::dialog,
                title::title,
            },
            el::{El, el},
            live::{flag, part, text},
            messages::Message,
            route::{Page, Room, Route, Workshops},
            shelf::fresh,
            state::{State, now},
            words::{fill, t, today},
        },
        reports::branding::stored_branding,
        scribe::{self, Order},
    },
    kept::Kept,
};
use crate::{
    browser::location,
    domain::{action::apply, assessment::LONGEST_NAME, workshop::agreed::filled_in},
    export::job::{Format, Job, Subject, Telling},
    persist::{
        document::{Document, file_name},
        workshop::whole,
    },
    report::workshop::Who,
    text::Key,
};

/// The id of the button that makes a file.
const MAKE: &str = "after-make";

/// Files of a workshop, each with what it is good for.
const FORMATS: [(Format, Key, Key); 6] = [
    (Format::Html, Key::WorkshopAfterHtml, Key::WorkshopAfterHtmlMeans),
    (Format::Pdf, Key::WorkshopAfterPdf, Key::WorkshopAfterPdfMeans),
    (Format::Word, Key::WorkshopAfterWord, Key::WorkshopAfterWordMeans),
    (Format::Excel, Key::WorkshopAfterExcel, Key::WorkshopAfterExcelMeans),
    (Format::Csv, Key::WorkshopAfterCsv, Key::WorkshopAfterCsvMeans),
    (Format::Results, Key::WorkshopAfterJson, Key::WorkshopAfterJsonMeans),
];

/// The page.
pub fn after(state: State, kept: Kept) -> Vec<El> {
    scribe::warm(state);
    kept.listen();
    let back = el("a").attr("href", to(kept, Room::Hub)).text(t(Key::WorkshopAfterBack));
    vec![
        el("p").el(back),
        title(t(Key::WorkshopAfterTitle).to_owned()),
        el("div")
            .class("after-page")
            .el(agreed(state, kept))
            .el(files(state, kept))
            .el(own(state, kept))
            .el(delete(state, kept)),
    ]
}

fn to(kept: Kept, room: Room) -> String {
    Route::Workshops(Workshops::Room(kept.name(), room)).href()
}

fn section(id: &'static str, heading: Key) -> El {
    let heading = el("h2").is("id", id).text(t(heading));
    el("section").is("aria-labelledby", id).el(heading)
}

/// How far the room is, what is still open, and the assessment.
fn agreed(state: State, kept: Kept) -> El {
    let told = part(move || {
        let (count, open) = kept.with(|workshop| {
            let items = workshop.session.items();
            let open = items.iter().filter(|item| workshop.agreed.get(*item).is_none());
            let open: Vec<_> = open.cloned().collect();
            (items.len().saturating_sub(open.len()), open)
        })?;
        let of = count.saturating_add(open.len());
        let values = [("count", &*count.to_string()), ("of", &*of.to_string())];
        let mut told = el("div").el(el("p").string(fill(Key::WorkshopAfterAgreed, &values)));
        if !open.is_empty() {
            let texts = &state.questionnaire().texts;
            let names = open
                .iter()
                .map(|item| el("li").string(format!("{item} {}", texts.title(item))).done());
            let number = open.len().to_string();
            let summary = fill(Key::WorkshopAfterOpen, &[("number", &number)]);
            let way =
                el("a").attr("href", to(kept, Room::Control)).text(t(Key::WorkshopAfterControl));
            told = told
                .el(el("details")
                    .class("after-open")
                    .el(el("summary").string(summary))
                    .el(el("ul").children(names)))
                .el(el("p").el(way));
        }
        if count == 0 {
            return Some(told.el(el("p").class("hint").text(t(Key::WorkshopAfterNothing))).done());
        }
        let make = button(Look::Primary, t(Key::WorkshopAfterMakeAssessment), move || {
            make_assessment(state, kept);
        });
        let hint = el("p").class("hint").text(t(Key::WorkshopAfterAssessmentHint));
        Some(told.el(hint).el(buttons([make])).done())
    });
    section("after-agreed", Key::WorkshopAfterAgreedTitle).child(told)
}

/// Makes an assessment of its own of what was agreed, and goes to it.
fn make_assessment(state: State, kept: Kept) {
    let Some((name, filled)) = untrack(|| {
        kept.with(|workshop| {
            let name = called(&workshop.session.plan().name);
            (name, filled_in(&workshop.session, &workshop.agreed))
        })
    }) else {
        return;
    };
    let name = fill(Key::WorkshopAfterAssessmentName, &[("name", &name), ("day", &today())]);
    let mut assessment = fresh(name.chars().take(LONGEST_NAME).collect());
    match apply(&state.questionnaire().pack, &mut assessment, filled) {
        Ok(_) => {
            state.keep(Document::new(assessment), Page::Result);
        }
        Err(_) => state.messages.tell(Message::warning(t(Key::WorkshopAfterRefused))),
    }
}

fn called(name: &str) -> String {
    if name.is_empty() { t(Key::WorkshopAfterUntitled).to_owned() } else { name.to_owned() }
}

/// One of a few, with a line that says what it is good for.
fn option(
    name: &'static str,
    (label, means): (Key, Key),
    chosen: Signal<bool>,
    choose: impl Fn() + 'static,
) -> AnyView {
    let input = el("input")
        .is("type", "radio")
        .is("name", name)
        .flag("checked", chosen)
        .on("change", move |_| choose());
    let words =
        el("span").el(el("strong").text(t(label))).el(el("span").class("hint").text(t(means)));
    el("label").class("choice").el(input).el(words).done()
}

/// What the groups said, to be handed on.
fn files(state: State, kept: Kept) -> El {
    let who = RwSignal::new(Who::Anonymous);
    let format = RwSignal::new(Format::Html);
    let whose = [
        (Who::Anonymous, Key::WorkshopAfterAnonymous, Key::WorkshopAfterAnonymousMeans),
        (Who::Named, Key::WorkshopAfterNamed, Key::WorkshopAfterNamedMeans),
    ];
    let whose = whose.map(|(it, label, means)| {
        option("after-who", (label, means), flag(move || who.get() == it), move || who.set(it))
    });
    let formats = FORMATS.map(|(it, label, means)| {
        let is_chosen = flag(move || format.get() == it);
        option("after-format", (label, means), is_chosen, move || format.set(it))
    });
    let choices = |legend: Key| el("fieldset").class("choices").el(el("legend").text(t(legend)));
    let progress = scribe::progress();
    let busy = text(move || progress.with(Option::is_some).to_string());
    let make = button(Look::Plain, t(Key::WorkshopAfterMakeFile), move || {
        make_file(state, kept, format.get_untracked(), who.get_untracked());
    })
    .is("id", MAKE)
    .attr_live("aria-disabled", busy);
    let empty = flag(move || kept.with(|it| !it.collected.is_empty()).unwrap_or_default());
    section("after-files", Key::WorkshopAfterFiles)
        .el(el("p").class("hint").text(t(Key::WorkshopAfterFilesLead)))
        .el(el("p").class("hint").absent(empty).text(t(Key::WorkshopAfterEmpty)))
        .el(el("div")
            .class("after-files")
            .el(choices(Key::WorkshopAfterWhich).children(formats))
            .el(choices(Key::WorkshopAfterWho).children(whose)))
        .el(el("div").class("after-go").el(make).child(scribe::far(MAKE)))
}

fn make_file(state: State, kept: Kept, format: Format, who: Who) {
    let Some(file) = written(state, kept) else { return };
    let subject = Subject::Workshop(Telling { who, branding: stored_branding() });
    let job = Job { format, subject, standing: scribe::standing(file) };
    scribe::make(state, Order { job, to: None });
}

/// The text of the workshop's own file.
fn written(state: State, kept: Kept) -> Option<String> {
    untrack(|| kept.with(|workshop| whole::write(&state.questionnaire().pack, workshop)))
}

/// The workshop's own file.
fn own(state: State, kept: Kept) -> El {
    let save = button(Look::Plain, t(Key::WorkshopAfterSave), move || save(state, kept));
    section("after-own", Key::WorkshopAfterOwn)
        .el(el("p").class("hint").text(t(Key::WorkshopAfterOwnHint)))
        .el(buttons([save]))
}

fn save(state: State, kept: Kept) {
    let Some(file) = written(state, kept) else { return };
    let name = called(&kept.session().plan().name);
    let ending = whole::ENDING.trim_start_matches('.');
    let name = file_name(&name, &[now().day()], ending);
    state.hand_over(&name, "application/json", &file);
}

/// Deleting it here.
fn delete(state: State, kept: Kept) -> El {
    let asking = RwSignal::new(false);
    let question = dialog(asking, Key::WorkshopAfterDeleteTitle, move || {
        let save = button(Look::Plain, t(Key::WorkshopAfterSave), move || save(state, kept));
        let go = button(Look::Danger, t(Key::WorkshopAfterDeleteConfirm), move || {
            asking.set(false);
            remove(state, kept);
        });
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || asking.set(false));
        el("div").el(el("p").text(t(Key::WorkshopAfterDeleteText))).el(buttons([save, go, cancel]))
    });
    let ask = button(Look::Danger, t(Key::WorkshopAfterDelete), move || asking.set(true));
    section("after-delete", Key::WorkshopAfterDeleteHeading)
        .el(el("p").class("hint").text(t(Key::WorkshopAfterDeleteHint)))
        .el(buttons([ask]))
        .child(question)
}

fn remove(state: State, kept: Kept) {
    let name = kept.name();
    match state.with_library(|library, _| library.workshops().remove(&name)) {
        Ok(()) => {
            state.messages.tell(Message::success(t(Key::WorkshopAfterDeleted)));
            location::go(&Route::Workshops(Workshops::All).to_string());
            state.workshops_changed();
            state.shelf_changed();
        }
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
}

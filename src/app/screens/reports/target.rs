//! Where files go: to the downloads, or to a file that the person chose, which is written again each
//! time until the page is left (docs/decisions/0029).

use std::cell::RefCell;

use js_sys::ArrayBuffer;
use leptos::{prelude::*, task::spawn_local};

use super::{
    super::super::{
        components::button::{Look, button},
        el::el,
        live::{part, when_drawn},
        messages::Message,
        state::{State, now},
        words::{fill, t, texts},
    },
    MAKE, can_make,
    choice::{Choice, Chosen},
    make,
};
use crate::{
    browser::{
        download::{self, DownloadError},
        page,
        picker::{PickError, Picked, can_pick, pick},
    },
    domain::id::AssessmentId,
    export::job::{Format, Label},
    persist::document::Document,
    report::request::Request,
    text::Key,
};

/// Of what a file is: a gap report as PDF is another one than a risk treatment plan as PDF.
type About = (AssessmentId, Format, Option<Key>);

thread_local! {
    static FILES: RefCell<Vec<(About, Picked)>> = RefCell::default();
    /// Counts the changes of them, for what follows them.
    static CHANGES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

fn about(id: &AssessmentId, format: Format, request: &Request) -> About {
    (id.clone(), format, format.holds(request))
}

/// The file that the person chose for such files of an assessment.
pub fn of(id: &AssessmentId, format: Format, request: &Request) -> Option<Picked> {
    let about = about(id, format, request);
    FILES.with_borrow(|files| {
        let known = files.iter().find(|(known, _)| *known == about);
        known.map(|(_, picked)| picked.clone())
    })
}

fn keep(about: &About, picked: Option<Picked>) {
    FILES.with_borrow_mut(|files| {
        files.retain(|(known, _)| known != about);
        files.extend(picked.map(|picked| (about.clone(), picked)));
    });
    CHANGES.with(Clone::clone).update(|changes| *changes = changes.wrapping_add(1));
}

/// Where the chosen kind of file goes, and the way to change that; nothing in browsers without a picker.
pub fn target(state: State, id: &AssessmentId, chosen: Chosen) -> AnyView {
    let (id, changes) = (id.clone(), CHANGES.with(Clone::clone));
    part(move || {
        changes.get();
        let (format, request) = chosen.with(|choice| (choice.format, choice.request.clone()));
        let about = about(&id, format, &request);
        let Some(picked) = of(&id, format, &request) else {
            let choose = move || choose(state, about.clone(), chosen.now());
            let button = button(Look::Plain, t(Key::ReportsTargetChoose), choose);
            return can_pick().then(|| button.done());
        };
        let own = if format == Format::Assessment { t(Key::ReportsTargetKeys) } else { "" };
        let words = fill(Key::ReportsTargetNow, &[("name", &picked.name())]);
        let forget = move || {
            keep(&about, None);
            // The button goes away.
            when_drawn(|| page::focus(MAKE));
        };
        let words = el("span").string(format!("{words} {own}"));
        let forget = button(Look::Quiet, t(Key::ReportsTargetForget), forget);
        Some(el("div").class("reports-target").el(words).el(forget).done())
    })
}

/// Asks for a file, and makes what goes there.
fn choose(state: State, about: About, choice: Choice) {
    if !can_make(state, choice.format) {
        return;
    }
    let name = match choice.format {
        Format::Assessment => state.document().map(|it| it.file_name(choice.format.ending())),
        format => Some(format.file_name(&choice.request, texts(), &state.name(), now().day())),
    };
    spawn_local(async move {
        let (mime, ending) = (choice.format.mime(), choice.format.ending());
        match pick(&name.unwrap_or_default(), mime, ending).await {
            Ok(picked) => {
                keep(&about, Some(picked));
                when_drawn(|| page::focus(MAKE));
                make(state, choice);
            }
            Err(PickError::Left) => {}
            Err(PickError::Refused(reason)) => {
                let words = fill(Key::ReportsTargetRefused, &[("reason", &reason)]);
                state.messages.tell(Message::warning(words));
            }
        }
    });
}

/// Gives a file that was made to the person.
pub fn give(state: State, to: Option<Picked>, label: Label, bytes: ArrayBuffer) {
    spawn_local(async move {
        let hand_over = || {
            let saved = download::save_bytes(&label.name, &label.mime, &bytes);
            state.tell_handed_over(&label.name, &saved);
            saved.is_ok()
        };
        match to {
            Some(to) => tell(state, &to, to.write_bytes(&bytes).await, hand_over),
            None => hand_over(),
        };
    });
}

/// Writes the file of an assessment, of which `text` is the content, to the one that the person chose
/// for it; false when they chose none.
pub fn keep_filed(state: State, document: &Document, text: &str) -> bool {
    let id = &document.assessment.id;
    let Some(to) = of(id, Format::Assessment, &Request::default()) else { return false };
    let name = document.file_name(Format::Assessment.ending());
    let (document, text) = (document.clone(), text.to_owned());
    spawn_local(async move {
        let written = to.write(&text).await;
        let hand_over = || state.hand_over(&name, Format::Assessment.mime(), &text);
        if tell(state, &to, written, hand_over) {
            state.is_filed(&document);
        }
    });
    true
}

/// Says what became of a file; what couldn't be written is handed over by other means. True when the
/// person has it.
fn tell(
    state: State,
    to: &Picked,
    written: Result<(), DownloadError>,
    hand_over: impl FnOnce() -> bool,
) -> bool {
    let name = to.name();
    let Err(DownloadError(reason)) = written else {
        let words = fill(Key::ReportsTargetSaved, &[("name", &name)]);
        state.messages.tell(Message::success(words));
        return true;
    };
    let values = [("name", &*name), ("reason", &reason)];
    state.messages.tell(Message::warning(fill(Key::ReportsTargetFailed, &values)));
    hand_over()
}

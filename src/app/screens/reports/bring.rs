//! A workbook that was edited elsewhere comes back: what it would change, cell by cell, and nothing
//! happens before somebody takes it over.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        super::{
            components::button::{Look, button, button_while, buttons},
            el::{El, el},
            live::{flag, part, text, when_drawn},
            messages::Message,
            state::State,
            words::{fill, t, texts},
        },
        plan::today,
        scribe::{self, Compared},
    },
    branding::file_field,
    standing,
};
use crate::{
    browser::{
        file::{Chosen, FileError},
        page,
    },
    persist::sheet::{Change, MOST_BYTES, OpenError, Preview, action},
    text::Key,
};

/// The id of the field for the file.
const FILE: &str = "report-back-file";

/// How far it is.
#[derive(Clone, Default)]
enum Stage {
    /// Nothing was chosen, or all is done.
    #[default]
    Nothing,
    /// A file was chosen.
    Reading,
    /// It was compared.
    Compared(Arc<Preview>),
    /// It was, but the answers aren't the same any more.
    Stale,
}

/// What is known of the file, and what of it is ticked.
#[derive(Clone, Copy)]
struct Back {
    state: State,
    stage: RwSignal<Stage>,
    /// By change, whether it is taken over.
    ticked: RwSignal<Vec<bool>>,
    error: RwSignal<String>,
    /// What the file is called; the field is empty again by then.
    name: RwSignal<String>,
    /// Counts the files: only the last one that was chosen is shown.
    turn: StoredValue<u32>,
}

/// The part of the page.
pub fn bring(state: State) -> El {
    let back = Back {
        state,
        stage: RwSignal::new(Stage::Nothing),
        ticked: RwSignal::new(Vec::new()),
        error: RwSignal::new(String::new()),
        name: RwSignal::new(String::new()),
        turn: StoredValue::new(0),
    };
    // What is shown as it was before must not be taken for what is.
    Effect::new(move |_| {
        state.history.with(|_| ());
        let open = |stage: &Stage| matches!(stage, Stage::Reading | Stage::Compared(_));
        if back.stage.with_untracked(open) {
            back.stage.set(Stage::Stale);
        }
    });
    let hint = t(Key::ReportsBackFileHint).to_owned();
    let chosen = move |chosen: Chosen| spawn_local(back.read(chosen));
    let field = file_field((FILE, Key::ReportsBackFile, hint, ACCEPT), back.error, chosen);
    el("section")
        .class("reports-back")
        .is("aria-labelledby", "report-back")
        .el(el("h2").is("id", "report-back").text(t(Key::ReportsBackTitle)))
        .el(el("p").class("hint").text(t(Key::ReportsBackLead)))
        .el(field)
        .el(el("p").is("role", "status").live(text(move || back.told())))
        .child(part(move || match back.stage.get() {
            Stage::Compared(preview) => Some(back.preview(preview)),
            _ => None,
        }))
}

/// What the browser offers to choose.
const ACCEPT: &str = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Back {
    async fn read(self, chosen: Chosen) {
        let wrong = |error| match error {
            FileError::TooLarge => OpenError::TooLarge.text(texts()),
            FileError::Unreadable(reason) => fill(Key::ReadUnreadable, &[("reason", &reason)]),
        };
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.name.set(chosen.name());
        self.error.set(String::new());
        self.stage.set(Stage::Reading);
        let file = match chosen.bytes(MOST_BYTES).await {
            Ok(file) => file,
            Err(error) => return self.refuse(wrong(error)),
        };
        match standing(self.state) {
            Some(standing) => {
                scribe::compare(self.state, standing, file, move |heard| self.hear(turn, heard));
            }
            None => self.stage.set(Stage::Nothing),
        }
    }

    /// Whoever left the page in the meantime wants to hear nothing.
    fn hear(self, turn: u32, heard: Option<Compared>) {
        let reading = |stage: &Stage| matches!(stage, Stage::Reading);
        let waits = self.stage.try_with_untracked(reading) == Some(true);
        if !waits || self.turn.get_value() != turn {
            return;
        }
        match heard {
            Some(Ok(preview)) => {
                self.ticked.set(preview.changes.iter().map(|change| !change.meanwhile).collect());
                self.stage.set(Stage::Compared(Arc::new(preview)));
            }
            Some(Err(error)) => self.refuse(error.text(texts())),
            None => self.stage.set(Stage::Nothing),
        }
    }

    fn refuse(self, words: String) {
        // The page may be gone.
        self.error.try_set(words);
        self.stage.try_set(Stage::Nothing);
    }

    fn count(self) -> usize {
        self.ticked.with(|ticked| ticked.iter().filter(|ticked| **ticked).count())
    }

    /// What it comes to.
    fn told(self) -> String {
        match self.stage.get() {
            Stage::Nothing => String::new(),
            Stage::Reading => t(Key::ReportsBackReading).to_owned(),
            Stage::Stale => t(Key::ReportsBackStale).to_owned(),
            Stage::Compared(preview) if preview.changes.is_empty() => {
                let whole = preview.is_whole();
                let key = if whole { Key::ReportsBackNothing } else { Key::ReportsBackNothingRead };
                fill(key, &[("file", &self.name.get())])
            }
            Stage::Compared(preview) => {
                let meanwhile = preview.changes.iter().filter(|change| change.meanwhile).count();
                let key = match meanwhile {
                    0 => Key::ReportsBackFound,
                    _ => Key::ReportsBackFoundMeanwhile,
                };
                let number = preview.changes.len().to_string();
                let (meanwhile, ticked) = (meanwhile.to_string(), self.count().to_string());
                let values = [
                    ("file", &*self.name.get()),
                    ("number", &number),
                    ("meanwhile", &meanwhile),
                    ("ticked", &ticked),
                ];
                fill(key, &values)
            }
        }
    }

    fn preview(self, preview: Arc<Preview>) -> AnyView {
        let notices = preview.notices.iter().map(|notice| {
            let words = el("p").class("notice-text").string(notice.text(texts()));
            el("div").class("notice").el(words).done()
        });
        let mut shown = el("div").children(notices);
        if !preview.changes.is_empty() {
            shown = shown
                .el(el("h3").text(t(Key::ReportsBackChanges)))
                .el(self.tick_buttons())
                .el(el("div").class("table-scroll").el(self.table(&preview.changes)));
        }
        if !preview.problems.is_empty() {
            let problems = preview.problems.iter();
            let problems = problems.map(|problem| el("li").string(problem.text(texts())).done());
            shown = shown
                .el(el("h3").text(t(Key::ReportsBackLeft)))
                .el(el("p").class("hint").text(t(Key::ReportsBackLeftLead)))
                .el(el("ul").class("back-problems").children(problems));
        }
        shown.el(self.ways_out(preview)).done()
    }

    fn tick_buttons(self) -> El {
        let to = move |to: bool| move || self.ticked.update(|ticked| ticked.fill(to));
        let all = move |to: bool| {
            move || !self.read_only() && self.ticked.with(|ticked| ticked.contains(&!to))
        };
        buttons([
            button_while(all(true), Look::Quiet, t(Key::ReportsBackAll), to(true)),
            button_while(all(false), Look::Quiet, t(Key::ReportsBackNone), to(false)),
        ])
    }

    fn read_only(self) -> bool {
        self.state.read_only.get()
    }

    fn ways_out(self, preview: Arc<Preview>) -> El {
        let leave = button(Look::Plain, t(Key::ReportsBackLeave), move || self.close());
        if preview.changes.is_empty() {
            return buttons([leave]);
        }
        let label = text(move || {
            let count = self.count();
            let key = if count == 1 { Key::ReportsBackTakeOne } else { Key::ReportsBackTake };
            fill(key, &[("number", &count.to_string())])
        });
        let able = move || !self.read_only() && self.count() > 0;
        let take = button_while(able, Look::Primary, "", move || self.take_over(&preview));
        let writable = flag(move || !self.read_only());
        let hint = el("p").class("hint").absent(writable).text(t(Key::ReportsBackReadOnly));
        el("div").el(hint).el(buttons([take.live(label), leave]))
    }

    fn take_over(self, preview: &Preview) {
        let ticked = self.ticked.get_untracked();
        let changes = preview.changes.iter().zip(ticked).filter(|(_, ticked)| *ticked);
        let changes: Vec<Change> = changes.map(|(change, _)| change.clone()).collect();
        let step = today().and_then(|today| {
            let step = self.state.with_assessment(|it| action(it, &today, &changes));
            step.flatten()
        });
        let Some(step) = step else {
            let alone = Message::warning(t(Key::ReportsBackAlone));
            return self.state.messages.tell(alone);
        };
        self.close();
        self.state.dispatch(step);
        let number = changes.len();
        let key = if number == 1 { Key::ReportsBackTakenOne } else { Key::ReportsBackTaken };
        self.state.messages.tell(Message::success(fill(key, &[("number", &number.to_string())])));
    }

    fn close(self) {
        self.stage.set(Stage::Nothing);
        // The button goes away.
        when_drawn(|| page::focus(FILE));
    }

    /// All changes, by sheet.
    fn table(self, changes: &[Change]) -> El {
        let heads = [
            Key::ReportsBackTick,
            Key::ReportsBackSubject,
            Key::ReportsBackField,
            Key::ReportsBackBefore,
            Key::ReportsBackAfter,
        ];
        let heads = heads.map(|head| el("th").is("scope", "col").text(t(head)).done());
        let mut places = 0..;
        let sheets = changes.chunk_by(|one, next| one.sheet == next.sheet).map(|changes| {
            let (title, _) = changes.first().map(cell).unwrap_or_default();
            let title = format!("{title} ({})", changes.len());
            let head = el("th").is("colspan", "5").is("scope", "rowgroup").string(title);
            let rows = changes.iter().zip(&mut places);
            let rows = rows.map(|(change, place)| self.row(change, place));
            el("tbody").el(el("tr").class("back-sheet").el(head)).children(rows).done()
        });
        el("table")
            .class("table back-table")
            .el(el("thead").el(el("tr").children(heads)))
            .children(sheets.collect::<Vec<_>>())
    }

    fn row(self, change: &Change, place: usize) -> AnyView {
        let Change { subject, title, before, after, meanwhile, .. } = change;
        let (_, at) = cell(change);
        let named = [("cell", &*change.at), ("title", title), ("subject", subject)];
        let is_ticked = move || self.ticked.with(|ticked| ticked.get(place) == Some(&true));
        let input = el("input")
            .is("type", "checkbox")
            .attr("aria-label", fill(Key::ReportsBackTickCell, &named))
            .flag("checked", flag(is_ticked))
            .flag("disabled", flag(move || self.read_only()))
            .on("change", move |_| {
                self.ticked.update(|ticked| {
                    if let Some(ticked) = ticked.get_mut(place) {
                        *ticked = !*ticked;
                    }
                });
            });
        let meanwhile = meanwhile
            .then(|| el("span").class("back-meanwhile").text(t(Key::ReportsBackMeanwhile)).done());
        let at = el("span").class("back-at").string(at.to_owned());
        let value = |label, value: &str| {
            let label = t(label).to_owned();
            let value = if value.is_empty() { "\u{2013}" } else { value };
            el("td")
                .attr("data-label", label)
                .el(el("span").class("back-value").string(value.into()))
        };
        el("tr")
            .el(el("td").el(el("label").class("back-tick").el(input)))
            .el(el("th").is("scope", "row").string(subject.clone()))
            .el(el("td").string(title.clone()).text(" ").el(at))
            .el(value(Key::ReportsBackBefore, before).child_maybe(meanwhile))
            .el(value(Key::ReportsBackAfter, after))
            .done()
    }
}

/// The sheet of a change, and its cell there.
fn cell(change: &Change) -> (&str, &str) {
    change.at.rsplit_once('!').unwrap_or(("", &change.at))
}

//! The worker that makes files, from the page's side: started when the page of reports is opened, so
//! that it is there before the click, and stopped to cancel what it does.

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::super::{
        PACK,
        messages::Message,
        state::State,
        words::{fill, t},
    },
    choice::format_name,
};
use crate::{
    browser::{
        assets::{self, AssetError},
        download,
        worker::{Heard, Running},
    },
    export::job::{Job, Letter, Progress, Reply, Supply, Trouble},
    text::Key,
};

/// The worker and what it is about.
#[derive(Default)]
struct Desk {
    running: Option<Running>,
    /// Counts the workers: whatever a former one leaves behind is nobody's business any more.
    number: u32,
    /// Whether it has all that every job needs.
    ready: bool,
    /// Fonts that it has.
    fonts: Vec<&'static str>,
    /// What is being made, or waits until it is ready.
    job: Option<Job>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static PROGRESS: ArcRwSignal<Option<Progress>> = ArcRwSignal::new(None);
}

/// How far the file is that is being made; `None` while none is.
pub fn progress() -> ArcRwSignal<Option<Progress>> {
    PROGRESS.with(Clone::clone)
}

/// Starts the worker, unless it runs.
pub fn warm(state: State) {
    if DESK.with_borrow(|desk| desk.running.is_none()) {
        start(state);
    }
}

/// Has a file made and gives it to the person. One at a time.
pub fn make(state: State, job: Job) {
    if DESK.with_borrow(|desk| desk.job.is_some()) {
        return;
    }
    progress().set(Some(Progress::default()));
    let ready = DESK.with_borrow_mut(|desk| {
        desk.job = Some(job);
        desk.ready
    });
    if ready {
        spawn_local(async move {
            let number = DESK.with_borrow(|desk| desk.number);
            settle(state, number, deliver(number).await);
        });
    } else {
        // It may be on its way, or have failed to come.
        warm(state);
    }
}

/// Gives up what is being made, if anything is.
pub fn cancel() {
    DESK.with_borrow_mut(stop);
    progress().set(None);
}

fn stop(desk: &mut Desk) {
    *desk = Desk { number: desk.number.wrapping_add(1), ..Desk::default() };
}

fn start(state: State) {
    let number = DESK.with_borrow_mut(|desk| {
        let job = desk.job.take();
        stop(desk);
        desk.job = job;
        desk.number
    });
    spawn_local(async move { settle(state, number, equip(state, number).await) });
}

/// Starts the script, and sends it the program and what every job needs. It fetches nothing itself.
async fn equip(state: State, number: u32) -> Result<(), AssetError> {
    let base = assets::scribe().ok_or_else(|| AssetError("data-scribe".into()))?;
    let running = Running::start(&format!("{base}.js"), move |heard| hear(state, number, heard))?;
    DESK.with_borrow_mut(|desk| desk.running = Some(running));
    send(number, "", &format!("{base}.wasm")).await?;
    let language = &state.questionnaire().texts.language;
    let supplies = [
        (Supply::Pack, format!("{PACK}/pack.json")),
        (Supply::Texts, format!("{PACK}/{language}.json")),
        (Supply::Later, format!("{PACK}/later.{language}.txt")),
    ];
    for (supply, path) in supplies {
        send(number, &written(&Letter::Keep(supply)), &path).await?;
    }
    of_now(number, |desk| desk.ready = true);
    deliver(number).await
}

/// Sends what is to be made, if anything is, after the fonts that it needs.
async fn deliver(number: u32) -> Result<(), AssetError> {
    let Some(job) = of_now(number, |desk| desk.job.clone()).flatten() else { return Ok(()) };
    for font in job.format.fonts() {
        if of_now(number, |desk| desk.fonts.contains(font)) == Some(false) {
            let letter = Letter::Keep(Supply::Font((*font).to_owned()));
            send(number, &written(&letter), &format!("fonts/{font}")).await?;
            of_now(number, |desk| desk.fonts.push(font));
        }
    }
    let letter = written(&Letter::Make(Box::new(job)));
    of_now(number, |desk| desk.running.as_ref().map(|running| running.send(&letter, None)))
        .flatten()
        .unwrap_or(Ok(()))
}

fn written(letter: &Letter) -> String {
    // It can't fail: it is plain data.
    serde_json::to_string(letter).unwrap_or_default()
}

/// Sends a letter with the content of a file.
async fn send(number: u32, letter: &str, path: &str) -> Result<(), AssetError> {
    let bytes = assets::bytes(path).await?;
    of_now(number, |desk| desk.running.as_ref().map(|running| running.send(letter, Some(&bytes))))
        .flatten()
        .unwrap_or(Ok(()))
}

/// Does something with the desk while this worker is the one at it.
fn of_now<T>(number: u32, act: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    DESK.with_borrow_mut(|desk| (desk.number == number).then(|| act(desk)))
}

/// The worker didn't come: whoever waits for a file is told.
fn settle(state: State, number: u32, done: Result<(), AssetError>) {
    if let Err(AssetError(reason)) = done {
        give_up(state, number, Message::warning(t(Key::ReportsNoWorker)), reason);
    }
}

fn hear(state: State, number: u32, heard: Heard) {
    let (said, bytes) = match heard {
        Heard::Said(said, bytes) => (said, bytes),
        Heard::Failed(reason) => {
            let ready = of_now(number, |desk| desk.ready) == Some(true);
            let key = if ready { Key::ReportsBroken } else { Key::ReportsNoWorker };
            return give_up(state, number, Message::warning(t(key)), reason);
        }
    };
    if of_now(number, |_| ()).is_none() {
        return;
    }
    match (serde_json::from_str(&said), bytes) {
        (Ok(Reply::Progress(far)), _) => progress().set(Some(far)),
        (Ok(Reply::Made(label)), Some(bytes)) => {
            is_done(number);
            let saved = download::save_bytes(&label.name, &label.mime, &bytes);
            state.tell_handed_over(&label.name, &saved);
        }
        (Ok(Reply::Failed(trouble)), _) => fail(state, number, trouble),
        (Ok(Reply::Made(_)), None) => fail(state, number, Trouble::Broken(said)),
        (Err(error), _) => fail(state, number, Trouble::Broken(error.to_string())),
    }
}

fn fail(state: State, number: u32, trouble: Trouble) {
    let (key, reason) = match trouble {
        Trouble::Lacks(supply) => (Key::ReportsNoWorker, format!("{supply:?}")),
        Trouble::Assessment => (Key::ReportsUnreadable, String::new()),
        Trouble::Broken(reason) => (Key::ReportsBroken, reason),
    };
    let format = of_now(number, |desk| desk.job.as_ref().map(|job| job.format)).flatten();
    let format = format.map_or("", |format| t(format_name(format)));
    let message = Message::warning(fill(key, &[("format", format)]));
    give_up(state, number, message, reason);
}

/// Lets the worker go, whatever state it is in, and tells whoever waits for a file.
fn give_up(state: State, number: u32, message: Message, reason: String) {
    let waited = of_now(number, |desk| {
        let waited = desk.job.is_some();
        stop(desk);
        waited
    });
    if waited == Some(true) {
        progress().set(None);
        let details = [reason].into_iter().filter(|reason| !reason.is_empty()).collect();
        state.messages.tell(Message { details, ..message });
    }
}

fn is_done(number: u32) {
    of_now(number, |desk| desk.job = None);
    progress().set(None);
}

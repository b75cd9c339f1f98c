//! The worker that makes files, from the page's side: started when a page that offers files is opened,
//! so that it is there before the click, and stopped to cancel what it does.

use std::{cell::RefCell, collections::VecDeque};

use js_sys::ArrayBuffer;
use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        PACK,
        components::button::{Look, button},
        el::el,
        live::{part, text, when_drawn},
        messages::Message,
        state::{State, now},
        words::{fill, t, texts},
    },
    reports::{choice::format_name, target},
};
use crate::{
    browser::{
        assets::{self, AssetError},
        page,
        picker::Picked,
        worker::{Heard, Running},
    },
    domain::ratio::Ratio,
    export::job::{Job, Letter, Progress, Reply, Standing, Supply, Trouble},
    persist::sheet::{OpenError, Preview},
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
    order: Option<Order>,
    /// The workbooks that are being compared, or wait for the same. They are answered in their order.
    back: VecDeque<Back>,
}

/// A file to be made.
pub struct Order {
    pub job: Job,
    /// The file that it is written to; without one it goes to the downloads.
    pub to: Option<Picked>,
}

/// A workbook that was edited elsewhere.
struct Back {
    standing: Standing,
    /// The file, until it is sent.
    file: Option<ArrayBuffer>,
    heard: Box<dyn FnOnce(Option<Compared>)>,
}

/// What a workbook would change, or why it can't be read.
pub type Compared = Result<Preview, OpenError>;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static PROGRESS: ArcRwSignal<Option<Progress>> = ArcRwSignal::new(None);
}

/// How far the file is that is being made; `None` while none is.
pub fn progress() -> ArcRwSignal<Option<Progress>> {
    PROGRESS.with(Clone::clone)
}

/// What a file is made from, as it is now: the text of its own file.
pub fn standing(file: String) -> Standing {
    let quarter = texts().percent(Ratio::new(1, 4));
    Standing { file, now: now().as_str().to_owned(), quarter }
}

/// How far the file is, and the way to stop it; `made_by` is the id of the button, where the focus goes
/// then.
pub fn far(made_by: &'static str) -> AnyView {
    let progress = progress();
    let words = {
        let progress = progress.clone();
        text(move || match progress.get() {
            None => String::new(),
            Some(Progress { of: 0, .. }) => t(Key::ReportsWaiting).to_owned(),
            Some(Progress { done, of }) => {
                let values = [("done", &*done.to_string()), ("of", &*of.to_string())];
                fill(Key::ReportsProgress, &values)
            }
        })
    };
    let is_busy = Memo::new(move |_| progress.with(Option::is_some));
    let stop = part(move || {
        is_busy.get().then(|| {
            button(Look::Plain, t(Key::ReportsCancel), move || {
                cancel();
                // The button goes away.
                when_drawn(move || page::focus(made_by));
            })
            .done()
        })
    });
    let words = el("span").is("role", "status").live(words);
    el("div").class("reports-far").el(words).child(stop).done()
}

/// Starts the worker, unless it runs.
pub fn warm(state: State) {
    if DESK.with_borrow(|desk| desk.running.is_none()) {
        start(state);
    }
}

/// Has a file made and gives it to the person. One at a time.
pub fn make(state: State, order: Order) {
    if DESK.with_borrow(|desk| desk.order.is_some()) {
        return;
    }
    progress().set(Some(Progress::default()));
    DESK.with_borrow_mut(|desk| desk.order = Some(order));
    begin(state);
}

/// Has a workbook compared with its assessment. `heard` gets nothing when that fails,
/// which the person is told, or is given up.
pub fn compare(
    state: State,
    standing: Standing,
    file: ArrayBuffer,
    heard: impl FnOnce(Option<Compared>) + 'static,
) {
    let back = Back { standing, file: Some(file), heard: Box::new(heard) };
    DESK.with_borrow_mut(|desk| desk.back.push_back(back));
    begin(state);
}

/// Sends what waits, as soon as the worker is there.
fn begin(state: State) {
    if DESK.with_borrow(|desk| desk.ready) {
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
    let back = DESK.with_borrow_mut(stop).back;
    progress().set(None);
    for back in back {
        (back.heard)(None);
    }
}

/// Lets the worker go; what it was about is given back.
fn stop(desk: &mut Desk) -> Desk {
    let number = desk.number.wrapping_add(1);
    std::mem::replace(desk, Desk { number, ..Desk::default() })
}

fn start(state: State) {
    let number = DESK.with_borrow_mut(|desk| {
        let Desk { order, back, .. } = stop(desk);
        (desk.order, desk.back) = (order, back);
        desk.number
    });
    spawn_local(async move { settle(state, number, equip(state, number).await) });
}

/// Starts the script, and sends it the program and what every job needs. It fetches nothing itself.
async fn equip(state: State, number: u32) -> Result<(), AssetError> {
    let base = assets::worker("scribe").ok_or_else(|| AssetError("data-scribe".into()))?;
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

/// Sends what is to be compared, and what is to be made, after the fonts that it needs.
async fn deliver(number: u32) -> Result<(), AssetError> {
    let unsent = |back: &mut Back| Some((back.standing.clone(), back.file.take()?));
    let unsent = of_now(number, |desk| desk.back.iter_mut().filter_map(unsent).collect::<Vec<_>>());
    for (standing, file) in unsent.unwrap_or_default() {
        post(number, &written(&Letter::Compare(Box::new(standing))), Some(&file))?;
    }
    let job = |desk: &mut Desk| desk.order.as_ref().map(|order| order.job.clone());
    let Some(job) = of_now(number, job).flatten() else { return Ok(()) };
    for font in job.format.fonts() {
        if of_now(number, |desk| desk.fonts.contains(font)) == Some(false) {
            let letter = Letter::Keep(Supply::Font((*font).to_owned()));
            send(number, &written(&letter), &format!("fonts/{font}")).await?;
            of_now(number, |desk| desk.fonts.push(font));
        }
    }
    post(number, &written(&Letter::Make(Box::new(job))), None)
}

fn written(letter: &Letter) -> String {
    // It can't fail: it is plain data.
    serde_json::to_string(letter).unwrap_or_default()
}

/// Sends a letter with the content of a file.
async fn send(number: u32, letter: &str, path: &str) -> Result<(), AssetError> {
    let bytes = assets::bytes(path).await?;
    post(number, letter, Some(&bytes))
}

fn post(number: u32, letter: &str, bytes: Option<&ArrayBuffer>) -> Result<(), AssetError> {
    of_now(number, |desk| desk.running.as_ref().map(|running| running.send(letter, bytes)))
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
        give_up(state, number, Key::ReportsNoWorker, reason);
    }
}

fn hear(state: State, number: u32, heard: Heard) {
    let (said, bytes) = match heard {
        Heard::Said(said, bytes) => (said, bytes),
        Heard::Failed(reason) => {
            let ready = of_now(number, |desk| desk.ready) == Some(true);
            let key = if ready { Key::ReportsBroken } else { Key::ReportsNoWorker };
            return give_up(state, number, key, reason);
        }
    };
    if of_now(number, |_| ()).is_none() {
        return;
    }
    match (serde_json::from_str(&said), bytes) {
        (Ok(Reply::Progress(far)), _) => progress().set(Some(far)),
        (Ok(Reply::Made(label)), Some(bytes)) => {
            let order = of_now(number, |desk| desk.order.take()).flatten();
            progress().set(None);
            target::give(state, order.and_then(|order| order.to), label, bytes);
        }
        (Ok(Reply::Compared(compared)), _) => {
            if let Some(back) = of_now(number, |desk| desk.back.pop_front()).flatten() {
                (back.heard)(Some(*compared));
            }
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
        Trouble::Workshop => (Key::WorkshopAfterUnreadable, String::new()),
        Trouble::Undated => (Key::ReportsUndated, String::new()),
        Trouble::Broken(reason) => (Key::ReportsBroken, reason),
    };
    give_up(state, number, key, reason);
}

/// Lets the worker go, whatever state it is in, and tells whoever waits for a file.
fn give_up(state: State, number: u32, key: Key, reason: String) {
    let Some(Desk { order, back, .. }) = of_now(number, stop) else { return };
    if order.is_none() && back.is_empty() {
        return;
    }
    progress().set(None);
    // A comparison may have failed beside a file that is made: both are told by the one message.
    let key = match key {
        Key::ReportsBroken if order.is_none() => Key::ReportsBackBroken,
        key => key,
    };
    let format = order.map_or("", |order| t(format_name(order.job.format)));
    let details = [reason].into_iter().filter(|reason| !reason.is_empty()).collect();
    let message = Message::warning(fill(key, &[("format", format)]));
    state.messages.tell(Message { details, ..message });
    for back in back {
        (back.heard)(None);
    }
}

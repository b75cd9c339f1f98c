//! Reading QR codes: by the browser itself where it can, else by the worker for that, which is started when
//! the page is opened, so that it is there when the network isn't any more.

use std::{
    cell::RefCell,
    collections::VecDeque,
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

use leptos::task::spawn_local;

use crate::browser::{
    assets::{self, AssetError},
    barcode::{self, Detector},
    pixels::{Drawable, Points},
    worker::{Heard, Running},
};

/// No program reads QR codes here; the text says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blind(pub String);

type Answer = Result<Vec<String>, Blind>;

/// Where an answer comes, and who waits for it.
#[derive(Clone, Default)]
struct Slot(Rc<RefCell<(Option<Answer>, Option<Waker>)>>);

impl Slot {
    fn fill(&self, answer: Answer) {
        let mut slot = self.0.borrow_mut();
        slot.0 = Some(answer);
        if let Some(waker) = slot.1.take() {
            waker.wake();
        }
    }

    async fn answer(self) -> Answer {
        poll_fn(|context| {
            let mut slot = self.0.borrow_mut();
            if let Some(answer) = slot.0.take() {
                return Poll::Ready(answer);
            }
            slot.1 = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}

/// The browser's own reader.
#[derive(Clone, Default)]
enum Own {
    /// It wasn't looked for.
    #[default]
    Unknown,
    None,
    Some(Detector),
}

/// The worker and what it is about.
#[derive(Default)]
struct Desk {
    running: Option<Running>,
    /// Counts the workers: what a former one says is nobody's business any more.
    number: u32,
    /// Whether it has its program.
    ready: bool,
    /// Pictures that wait until then.
    due: VecDeque<(Points, Slot)>,
    /// Those that it looks at. They are answered in their order.
    asked: VecDeque<Slot>,
    own: Own,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Gets whatever reads QR codes here.
pub fn warm() {
    spawn_local(async {
        if own().await.is_none() && DESK.with_borrow(|desk| desk.running.is_none()) {
            start();
        }
    });
}

async fn own() -> Option<Detector> {
    if let Own::Unknown = DESK.with_borrow(|desk| desk.own.clone()) {
        let found = barcode::detector().await.map_or(Own::None, Own::Some);
        DESK.with_borrow_mut(|desk| desk.own = found);
    }
    match DESK.with_borrow(|desk| desk.own.clone()) {
        Own::Some(detector) => Some(detector),
        Own::Unknown | Own::None => None,
    }
}

/// The texts of all QR codes in a picture, looked at with sides no longer than one of these after the other,
/// until there is one.
///
/// # Errors
/// [`Blind`]
pub async fn texts(picture: &Drawable, sizes: &[u32]) -> Answer {
    if let Some(own) = own().await
        && let Some(texts) = own.texts(picture).await
        && !texts.is_empty()
    {
        return Ok(texts);
    }
    let mut before = None;
    for longest in sizes {
        let Some(points) = picture.points(*longest) else { break };
        // A small picture is the same in all sizes.
        let size = (points.width, points.bytes.byte_length());
        if before == Some(size) {
            continue;
        }
        before = Some(size);
        let texts = ask(points).await?;
        if !texts.is_empty() {
            return Ok(texts);
        }
    }
    Ok(Vec::new())
}

async fn ask(points: Points) -> Answer {
    let slot = Slot::default();
    let ready = DESK.with_borrow_mut(|desk| {
        desk.due.push_back((points, slot.clone()));
        (desk.ready, desk.running.is_some())
    });
    match ready {
        (true, _) => deliver(),
        (false, true) => {}
        (false, false) => start(),
    }
    slot.answer().await
}

fn start() {
    let number = DESK.with_borrow_mut(|desk| {
        desk.number = desk.number.wrapping_add(1);
        desk.number
    });
    spawn_local(async move {
        if let Err(AssetError(reason)) = equip(number).await {
            give_up(number, &reason);
        }
    });
}

/// Starts the script and sends it the program. It fetches nothing itself.
async fn equip(number: u32) -> Result<(), AssetError> {
    let base = assets::worker("lens").ok_or_else(|| AssetError("data-lens".into()))?;
    let running = Running::start(&format!("{base}.js"), move |heard| hear(number, heard))?;
    DESK.with_borrow_mut(|desk| desk.running = Some(running));
    let program = assets::bytes(&format!("{base}.wasm")).await?;
    DESK.with_borrow_mut(|desk| match &desk.running {
        Some(running) if desk.number == number => {
            running.send("", Some(&program))?;
            desk.ready = true;
            Ok(())
        }
        _ => Ok::<(), AssetError>(()),
    })?;
    deliver();
    Ok(())
}

fn deliver() {
    DESK.with_borrow_mut(|desk| {
        let Some(running) = desk.running.as_ref().filter(|_| desk.ready) else { return };
        for (points, slot) in desk.due.drain(..) {
            match running.send(&points.width.to_string(), Some(&points.bytes)) {
                Ok(()) => desk.asked.push_back(slot),
                Err(AssetError(reason)) => slot.fill(Err(Blind(reason))),
            }
        }
    });
}

fn hear(number: u32, heard: Heard) {
    match heard {
        Heard::Said(said, _) => {
            let slot = DESK.with_borrow_mut(|desk| {
                if desk.number == number { desk.asked.pop_front() } else { None }
            });
            if let Some(slot) = slot {
                slot.fill(serde_json::from_str(&said).map_err(|error| Blind(error.to_string())));
            }
        }
        Heard::Failed(reason) => give_up(number, &reason),
    }
}

/// Lets the worker go, and tells whoever waits for it.
fn give_up(number: u32, reason: &str) {
    let waiting = DESK.with_borrow_mut(|desk| {
        if desk.number != number {
            return Vec::new();
        }
        desk.running = None;
        desk.ready = false;
        let due = desk.due.drain(..).map(|(_, slot)| slot);
        due.chain(desk.asked.drain(..)).collect()
    });
    for slot in waiting {
        slot.fill(Err(Blind(reason.to_owned())));
    }
}

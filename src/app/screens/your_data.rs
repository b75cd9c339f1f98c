//! What Plumbline keeps in this browser: told in plain words, shown, handed out, erased.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        components::{
            article::scrolling,
            button::{Look, button, button_for, buttons},
            dialog::dialog,
            title::title,
        },
        el::{El, el},
        live::{follow, part, text},
        messages::{Message, load_error},
        state::State,
        words::{fill, moment, size, t},
    },
    shared,
};
use crate::{
    browser::{elsewhere, second, storage::keeps_nothing},
    persist::{
        inventory::{Held, Kind, ROOM},
        library::Library,
        seal::content,
    },
    text::Key,
};

/// What the file with all kept texts is called.
const ALL_FILE: &str = "plumbline-storage.json";

/// What erasing has left: nothing, as a rule.
pub type Erased = Result<Vec<String>, String>;

/// The page.
pub fn your_data(state: State) -> Vec<El> {
    let mut page =
        vec![title(t(Key::DataTitle).to_owned()), el("p").class("lead").text(t(Key::DataLead))];
    if !state.keeps() {
        let why = if keeps_nothing() { Key::SharedOn } else { Key::DataMemory };
        page.push(el("p").class("notice warning").text(t(why)));
    }
    page.extend([places(state), here(state), seconds(state), room(state)]);
    page.extend([erase(state), shared::section_of(state), limits()]);
    page
}

/// A part of the page with its heading.
pub fn section(id: &'static str, heading: Key) -> El {
    let heading = el("h2").is("id", id).text(t(heading));
    el("section").class("your-data").is("aria-labelledby", id).el(heading)
}

/// What is kept where.
fn places(state: State) -> El {
    const KEPT: &[(Key, Key)] = &[
        (Key::DataAssessments, Key::DataAssessmentsText),
        (Key::DataSecond, Key::DataSecondText),
        (Key::DataDeleted, Key::DataDeletedText),
        (Key::DataWorkshops, Key::DataWorkshopsText),
        (Key::DataPreferences, Key::DataPreferencesText),
    ];
    const CHOSEN: &[(Key, Key)] =
        &[(Key::DataTab, Key::DataTabText), (Key::DataChoice, Key::DataChoiceText)];
    const REFUSED: &[(Key, Key)] = &[(Key::DataTab, Key::DataTabText)];
    let here = match (state.keeps(), keeps_nothing()) {
        (true, _) => KEPT,
        (false, true) => CHOSEN,
        (false, false) => REFUSED,
    };
    let elsewhere =
        [(Key::DataFiles, Key::DataFilesText), (Key::DataNothing, Key::DataNothingText)];
    let rows = here.iter().copied().chain(elsewhere).map(|(name, words)| {
        el("div").el(el("dt").text(t(name))).el(el("dd").text(t(words))).done()
    });
    section("places", Key::DataPlaces).el(el("dl").class("data-places").children(rows))
}

/// What is here now.
fn here(state: State) -> El {
    let list = part(move || {
        state.track_shelf();
        Some(match state.with_library(Library::inventory) {
            Ok(all) if all.is_empty() => el("p").class("empty").text(t(Key::DataEmpty)).done(),
            Ok(all) => {
                let save = button(Look::Plain, t(Key::DataSaveAll), move || save_all(state));
                el("div")
                    .el(table(Key::DataTotal, &all, |held| kept_row(state, held)))
                    .el(buttons([save]))
                    .el(el("p").class("hint").text(t(Key::DataSaveAllHint)))
                    .done()
            }
            Err(error) => el("p").class("notice warning").string(load_error(&error.into())).done(),
        })
    });
    section("here", Key::DataHere).child(list)
}

fn save_all(state: State) {
    match state.with_library(|library, _| library.everything()) {
        Ok(text) => {
            state.hand_over(ALL_FILE, "application/json", &text);
        }
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
}

fn table(total: Key, all: &[Held], row: impl Fn(&Held) -> El) -> El {
    let head = [Key::DataWhat, Key::DataKey, Key::DataSaved, Key::DataSize];
    let head = head.map(|name| {
        let class = if name == Key::DataSize { "number" } else { "" };
        el("th").is("scope", "col").class(class).text(t(name)).done()
    });
    let action =
        el("th").is("scope", "col").el(el("span").class("visually-hidden").text(t(Key::DataFile)));
    let rows: Vec<AnyView> = all.iter().map(|held| row(held).done()).collect();
    let sum = all.iter().fold(0_usize, |sum, held| sum.saturating_add(held.bytes));
    let sums = [("count", all.len().to_string()), ("size", size(sum as u64))];
    let sums = sums.each_ref().map(|(name, value)| (*name, value.as_str()));
    let total = fill(total, &sums);
    let table = el("table")
        .class("table data-table")
        .el(el("caption").string(total.clone()))
        .el(el("thead").el(el("tr").children(head).el(action)))
        .el(el("tbody").children(rows));
    scrolling(total, table)
}

fn kept_row(state: State, held: &Held) -> El {
    let key = held.key.clone();
    let about = held.name.as_deref().unwrap_or(&held.key);
    row(held, about, move || match state.with_library(|library, _| library.text_under(&key)) {
        Ok(Some(text)) => hand_over(state, &key, &text),
        Ok(None) => state.shelf_changed(),
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    })
}

fn hand_over(state: State, key: &str, text: &str) {
    // As far as its name can be that of a file.
    let name = key.replace('/', "-");
    state.hand_over(&format!("{name}.json"), "application/json", text);
}

fn row(held: &Held, about: &str, save: impl Fn() + 'static) -> El {
    let what = match held.kind {
        Kind::Assessment => Key::DataKindAssessment,
        Kind::Deleted => Key::DataKindDeleted,
        Kind::Broken => Key::DataKindBroken,
        Kind::Earlier => Key::DataKindEarlier,
        Kind::Workshop => Key::DataKindWorkshop,
        Kind::Group => Key::DataKindGroup,
        Kind::Preference => Key::DataKindPreference,
        Kind::Note => Key::DataKindNote,
        Kind::Other => Key::DataKindOther,
    };
    let mut name = el("th").is("scope", "row").text(t(what));
    if let Some(called) = &held.name {
        name = name.el(el("span").class("data-name").string(called.clone()));
    }
    let saved = held.saved.as_ref().map(|saved| moment(saved.as_str())).unwrap_or_default();
    let save = button_for(Look::Quiet, t(Key::DataSave), about, save);
    el("tr")
        .el(name)
        .el(el("td").el(el("code").string(held.key.clone())))
        .el(el("td").string(saved))
        .el(el("td").class("number").string(size(held.bytes as u64)))
        .el(el("td").class("number").el(save))
}

/// What the second copy has, once the browser has said so.
type Seconds = Option<Result<Vec<(String, String)>, second::Silent>>;

/// The second copies that are there now.
fn seconds(state: State) -> El {
    let copies = RwSignal::new(Seconds::None);
    let look = move || {
        spawn_local(async move {
            let found: Seconds = Some(second::read(true).await);
            // The person may have left the page.
            let _ = copies.try_set(found);
        });
    };
    follow(move || {
        state.track_shelf();
        state.track_copies();
        look();
    });
    let list = part(move || {
        Some(match copies.get()? {
            Ok(all) if all.is_empty() => {
                el("p").class("empty").text(t(Key::DataSecondEmpty)).done()
            }
            Ok(all) => {
                let pack = &state.questionnaire().pack;
                let held: Vec<Held> =
                    all.iter().map(|(id, text)| Held::second(pack, id, text)).collect();
                table(Key::DataSecondTotal, &held, |held| {
                    let text = all.iter().find(|(id, _)| *id == held.key);
                    let text = text.map(|(_, text)| content(text).to_owned()).unwrap_or_default();
                    let about = held.name.as_deref().unwrap_or(&held.key);
                    let about = fill(Key::DataSecondOf, &[("name", about)]);
                    let key = held.key.clone();
                    row(held, &about, move || hand_over(state, &key, &text))
                })
                .done()
            }
            Err(second::Silent) => {
                el("p").class("notice warning").text(t(Key::DataSecondSilent)).done()
            }
        })
    });
    let failed = part(move || {
        let failed = state.second_failed.get();
        failed.then(|| el("p").class("notice warning").text(t(Key::CopyFailed)).done())
    });
    section("seconds", Key::DataSecondHere).child(failed).child(list)
}

/// How much room is left.
fn room(state: State) -> El {
    let taken = RwSignal::new(None::<(u64, u64)>);
    follow(move || {
        state.track_shelf();
        state.track_copies();
        spawn_local(async move {
            let _ = taken.try_set(second::taken().await.ok());
        });
    });
    let first = part(move || {
        state.track_shelf();
        let used = state.with_library(|library, _| library.taken()).ok()?;
        Some(meter(Key::DataRoomFirst, used as u64, ROOM as u64))
    });
    let second =
        part(move || taken.get().map(|(used, room)| meter(Key::DataRoomSecond, used, room)));
    section("room", Key::DataRoom)
        .el(el("p").class("measure-text").text(t(Key::DataRoomText)))
        .child(first)
        .child(second)
}

/// How much of it is taken, in bytes.
fn meter(words: Key, used: u64, room: u64) -> AnyView {
    let words = fill(words, &[("used", &size(used)), ("room", &size(room))]);
    el("p")
        .class("data-room")
        .el(el("label").string(words).el(el("meter")
            .is("min", "0")
            .attr("max", room.to_string())
            .attr("value", used.to_string())))
        .done()
}

/// Erasing everything, and the proof.
fn erase(state: State) -> El {
    let asking = RwSignal::new(false);
    let erased = RwSignal::new(None::<Erased>);
    let ask = button(Look::Danger, t(Key::DataErase), move || asking.set(true));
    let question = dialog(asking, Key::DataEraseTitle, move || {
        let go = button(Look::Primary, t(Key::DataEraseConfirm), move || {
            asking.set(false);
            spawn_local(async move {
                let left = erase_all(state).await;
                erased.set(Some(left));
                state.shelf_changed();
            });
        });
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || asking.set(false));
        el("div").el(el("p").text(t(Key::DataEraseText))).el(buttons([go, cancel]))
    });
    let proof = text(move || match erased.get() {
        None => String::new(),
        Some(Ok(left)) if left.is_empty() => t(Key::DataErased).to_owned(),
        Some(Ok(left)) => fill(Key::DataLeft, &[("names", &left.join(", "))]),
        Some(Err(reason)) => reason,
    });
    section("erase", Key::DataEraseHeading)
        .el(el("p").class("measure-text").text(t(Key::DataEraseHint)))
        .el(buttons([ask]))
        .el(el("p").class("data-proof").is("role", "status").live(proof))
        .child(question)
}

/// Nothing is left open that would be kept again, then everything goes.
pub async fn erase_all(state: State) -> Erased {
    if let Some(id) = state.open_id() {
        state.is_safe(&id);
        state.let_go();
    }
    let left = state.with_library(|library, _| library.erase_everything());
    let mut left = left.map_err(|error| load_error(&error.into()))?;
    left.extend(elsewhere::erase().await);
    Ok(left)
}

/// What none of this protects from.
fn limits() -> El {
    let points = [
        Key::DataLimitPerson,
        Key::DataLimitExtensions,
        Key::DataLimitOrigin,
        Key::DataLimitBrowser,
        Key::DataLimitFiles,
    ];
    let points = points.map(|point| el("li").text(t(point)).done());
    section("limits", Key::DataLimits).el(el("ul").class("measure-text").children(points))
}

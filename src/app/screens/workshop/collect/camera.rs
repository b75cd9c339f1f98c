//! Scanning QR codes with the camera, one after the other.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::super::super::{
        components::button::{Look, button, buttons},
        el::{El, el},
        live::{flag, part, text},
        words::{fill, t},
    },
    import::{Import, Last},
    lens::{self, Blind},
    report::{fault, name},
};
use crate::{
    browser::{
        camera::{self, Camera, CameraError},
        page,
    },
    domain::workshop::{collected::Added, session::Session},
    persist::workshop::intake::{Receipt, Source},
    text::Key,
};

/// The id of what shows the picture.
const VIDEO: &str = "collect-camera";
/// How large a picture is looked at.
const SIZE: [u32; 1] = [1280];
/// What lies between two looks, in milliseconds: a hand is slower.
const PAUSE: i32 = 80;
/// How many of the last codes are shown.
const SHOWN: usize = 5;

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Off,
    Asking,
    On,
    /// It failed, with what to do.
    Failed(String),
}

#[derive(Clone, Copy)]
struct Scanner {
    import: Import,
    stage: RwSignal<Stage>,
    /// What the last codes brought, the latest first.
    told: RwSignal<Vec<String>>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    /// Counts the starts: a look of a former one counts no more.
    turn: StoredValue<u32>,
}

/// The card with the camera.
pub fn scanner(import: Import) -> El {
    let scanner = Scanner {
        import,
        stage: RwSignal::new(Stage::Off),
        told: RwSignal::new(Vec::new()),
        // Off when the page is left, for then nothing holds it any more.
        camera: StoredValue::new_local(None),
        turn: StoredValue::new(0),
    };
    let stage = scanner.stage;
    let dark = flag(move || stage.with(|stage| !matches!(stage, Stage::On)));
    let video = el("video")
        .class("collect-video")
        .is("id", VIDEO)
        .is("playsinline", "")
        .is("muted", "")
        .is("aria-label", t(Key::WorkshopCameraPicture))
        .absent(dark);
    let act = part(move || {
        let button = match stage.get() {
            Stage::On => button(Look::Plain, t(Key::WorkshopCameraStop), move || scanner.stop()),
            Stage::Asking => {
                button(Look::Plain, t(Key::WorkshopCameraCancel), move || scanner.stop())
            }
            Stage::Off | Stage::Failed(_) => {
                button(Look::Plain, t(Key::WorkshopCameraStart), move || scanner.start())
            }
        };
        Some(buttons([button.is("id", BUTTON)]).done())
    });
    let said = text(move || match stage.get() {
        Stage::Off => String::new(),
        Stage::Asking => t(Key::WorkshopCameraAsking).to_owned(),
        Stage::On if scanner.told.with(Vec::is_empty) => t(Key::WorkshopCameraReady).to_owned(),
        Stage::On => scanner.told.with(|told| told.first().cloned().unwrap_or_default()),
        Stage::Failed(words) => words,
    });
    let earlier = part(move || {
        let rows: Vec<AnyView> = scanner.told.with(|told| {
            told.iter().skip(1).map(|line| el("li").string(line.clone()).done()).collect()
        });
        (!rows.is_empty()).then(|| el("ul").class("collect-scanned").children(rows).done())
    });
    el("div")
        .el(video)
        .el(el("p").class("collect-said").is("role", "status").live(said))
        .child(earlier)
        .child(act)
}

/// The id of the button that starts and stops it.
const BUTTON: &str = "collect-camera-button";

impl Scanner {
    fn start(self) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.told.set(Vec::new());
        self.turn_to(Stage::Asking);
        spawn_local(async move {
            let mut opened = match camera::open().await {
                Ok(opened) => opened,
                Err(error) => return self.end(turn, Stage::Failed(words(&error))),
            };
            // Who has left the page or changed their mind has no picture, and the light goes off.
            if !self.is_turn(turn) || !opened.show(VIDEO).await || !self.is_turn(turn) {
                return;
            }
            self.camera.set_value(Some(opened));
            self.turn_to(Stage::On);
            self.watch(turn).await;
        });
    }

    fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.camera.set_value(None);
        self.turn_to(Stage::Off);
    }

    /// Changes what the button does, and leaves it the focus.
    fn turn_to(self, stage: Stage) {
        let had_focus = page::has_focus(BUTTON);
        self.stage.set(stage);
        if had_focus {
            super::super::super::super::live::when_drawn(|| page::focus(BUTTON));
        }
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn end(self, turn: u32, stage: Stage) {
        if self.is_turn(turn) {
            self.camera.set_value(None);
            self.turn_to(stage);
        }
    }

    /// Looks at one picture after the other until it is stopped.
    async fn watch(self, turn: u32) {
        let mut seen: Vec<String> = Vec::new();
        while self.is_turn(turn) {
            let now = self.camera.try_with_value(|camera| {
                camera.as_ref().map(|camera| (camera.runs(), camera.picture()))
            });
            let picture = match now.flatten() {
                None => return,
                Some((false, _)) => {
                    return self.end(turn, Stage::Failed(t(Key::WorkshopCameraLost).to_owned()));
                }
                Some((true, picture)) => picture,
            };
            if let Some(picture) = picture {
                match lens::texts(&picture, &SIZE).await {
                    Ok(texts) if self.is_turn(turn) => self.take(texts, &mut seen),
                    Ok(_) => return,
                    Err(Blind(reason)) => {
                        let words = fill(Key::WorkshopCameraBlind, &[("reason", &reason)]);
                        return self.end(turn, Stage::Failed(words));
                    }
                }
            }
            page::wait(PAUSE).await;
        }
    }

    /// Takes in the codes of a picture that weren't there before: one stays in front of the camera for a
    /// while.
    fn take(self, texts: Vec<String>, seen: &mut Vec<String>) {
        for text in texts {
            if seen.contains(&text) {
                continue;
            }
            seen.push(text.clone());
            let Some(last) = self.import.text(Source::Camera, text) else { continue };
            let line = line(&self.import.kept.session(), &last);
            self.told.update(|told| {
                told.insert(0, line);
                told.truncate(SHOWN);
            });
        }
    }
}

/// What a code brought: "Group 3 is in".
fn line(session: &Arc<Session>, last: &Arc<Last>) -> String {
    let Receipt { taken, refused, .. } = &last.receipt;
    if let Some(taken) = taken.first() {
        let key = match taken.added {
            Added::New => Key::WorkshopCameraNew,
            Added::Newer => Key::WorkshopCameraNewer,
            Added::Same => Key::WorkshopCameraSame,
            Added::Older => Key::WorkshopCameraOlder,
        };
        let (round, number) = (taken.round.to_string(), taken.answered.to_string());
        let group = name(session, taken.group);
        return fill(key, &[("group", &group), ("round", &round), ("number", &number)]);
    }
    refused.first().map(|refused| fault(&refused.why, session)).unwrap_or_default()
}

fn words(error: &CameraError) -> String {
    let key = match error {
        CameraError::Insecure => Key::WorkshopCameraInsecure,
        CameraError::Refused => Key::WorkshopCameraRefused,
        CameraError::Missing => Key::WorkshopCameraMissing,
        CameraError::Busy => Key::WorkshopCameraBusy,
        CameraError::Other(reason) => {
            return fill(Key::WorkshopCameraOther, &[("reason", reason)]);
        }
    };
    t(key).to_owned()
}

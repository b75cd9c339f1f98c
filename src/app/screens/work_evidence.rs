//! What proves the rating of an item: names and places, and fingerprints by which a file is known
//! again. The files themselves are never kept.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        components::button::{Look, button, button_for},
        el::{El, el},
        live::{flag, part, text, when_drawn},
        state::State,
        words::{fill, t},
    },
    work_field::labelled,
};
use crate::{
    browser::{
        digest,
        file::{self, FileError},
        page,
    },
    domain::{
        action::Action,
        evidence::{Evidence, Sha256},
        id::ItemId,
    },
    text::Key,
};

/// The id of the button that adds one.
const ADD: &str = "evidence-add";

/// The evidence of one item, entry by entry.
#[derive(Clone)]
struct Entries {
    state: State,
    item: ItemId,
}

impl Entries {
    fn all(&self) -> Vec<Evidence> {
        self.state.answer(&self.item).evidence
    }

    fn get(&self, place: usize) -> Evidence {
        self.all().get(place).cloned().unwrap_or_default()
    }

    /// The list with a change of one entry.
    fn with(&self, place: usize, edit: impl FnOnce(&mut Evidence)) -> Action {
        let mut all = untrack(|| self.all());
        if let Some(entry) = all.get_mut(place) {
            edit(entry);
        }
        Action::Evidence(self.item.clone(), all)
    }

    fn add(&self) {
        let mut all = untrack(|| self.all());
        let place = all.len();
        all.push(Evidence::default());
        self.state.dispatch(Action::Evidence(self.item.clone(), all));
        when_drawn(move || page::focus(&name_id(place)));
    }

    fn remove(&self, place: usize) {
        let mut all = untrack(|| self.all());
        if place < all.len() {
            all.remove(place);
        }
        self.state.dispatch(Action::Evidence(self.item.clone(), all));
        // The button is gone.
        when_drawn(|| page::focus(ADD));
    }
}

fn name_id(place: usize) -> String {
    format!("evidence-{place}-name")
}

/// The list, and the button that adds to it.
pub fn evidence(state: State, item: ItemId) -> AnyView {
    let entries = Entries { state, item };
    let count = {
        let entries = entries.clone();
        Memo::new(move |_| entries.all().len())
    };
    let list = {
        let entries = entries.clone();
        part(move || {
            let places = 0..count.get();
            let list = places.map(|place| entry(&entries, place).done());
            Some(list.collect::<Vec<_>>().into_any())
        })
    };
    let none = flag(move || count.get() > 0);
    let add = button(Look::Plain, t(Key::WorkEvidenceAdd), move || entries.add()).is("id", ADD);
    el("fieldset")
        .class("evidence")
        .flag("disabled", state.read_only.into())
        .el(el("legend").text(t(Key::WorkEvidence)))
        .el(el("p").class("hint").absent(none).text(t(Key::WorkEvidenceHint)))
        .child(list)
        .el(add)
        .done()
}

fn entry(entries: &Entries, place: usize) -> El {
    let number = place.saturating_add(1).to_string();
    let legend = fill(Key::WorkEvidenceNumber, &[("number", &number)]);
    let remove = {
        let entries = entries.clone();
        button_for(Look::Danger, t(Key::WorkEvidenceRemove), &legend, move || entries.remove(place))
    };
    let name = line(entries, place, |entry| entry.name.clone(), |entry, name| entry.name = name);
    let at = line(entries, place, |entry| entry.place.clone(), |entry, at| entry.place = at);
    el("fieldset")
        .class("evidence-entry")
        .el(el("legend").string(legend))
        .el(labelled(&name_id(place), Key::WorkEvidenceName, name))
        .el(labelled(&format!("evidence-{place}-place"), Key::WorkEvidencePlace, at))
        .child(way(entries, place))
        .child(fingerprint(entries, place))
        .el(remove)
}

fn line(
    entries: &Entries,
    place: usize,
    read: fn(&Evidence) -> String,
    write: fn(&mut Evidence, String),
) -> El {
    let state = entries.state;
    let value = {
        let entries = entries.clone();
        text(move || read(&entries.get(place)))
    };
    let entries = entries.clone();
    el("input")
        .class("input")
        .is("autocomplete", "off")
        .value(value)
        .on("input", move |event| {
            let value = event_target_value(&event);
            state.type_in(entries.with(place, |entry| write(entry, value)));
        })
        .on("blur", move |_| state.pause_typing())
}

/// Whether a place can be opened by following it: anything else than a web address could be a script.
fn is_web_address(place: &str) -> bool {
    let place = place.trim().to_ascii_lowercase();
    place.starts_with("https://") || place.starts_with("http://")
}

fn way(entries: &Entries, place: usize) -> AnyView {
    let entries = entries.clone();
    part(move || {
        let Evidence { name, place, .. } = entries.get(place);
        let link = el("a")
            .is("target", "_blank")
            .is("rel", "noreferrer noopener")
            .attr("href", place.trim().to_owned())
            .attr("aria-label", format!("{} {name}", t(Key::WorkEvidenceOpen)))
            .text(t(Key::WorkEvidenceOpen));
        is_web_address(&place).then(|| el("p").class("evidence-way").el(link).done())
    })
}

/// What comes of a file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Same(String),
    Different(String),
    Failed(Key),
}

impl Told {
    fn words(&self) -> String {
        match self {
            Self::Same(name) => fill(Key::WorkFileSame, &[("file", name)]),
            Self::Different(name) => fill(Key::WorkFileDifferent, &[("file", name)]),
            Self::Failed(key) => t(*key).to_owned(),
        }
    }

    const fn class(&self) -> &'static str {
        match self {
            Self::Same(_) => "told same",
            Self::Different(_) | Self::Failed(_) => "told different",
        }
    }
}

/// The kept fingerprint with the way to compare a file with it, or else the way to take one.
fn fingerprint(entries: &Entries, place: usize) -> AnyView {
    let state = entries.state;
    let told = RwSignal::new(None::<Told>);
    let kept = {
        let entries = entries.clone();
        Memo::new(move |_| entries.get(place).sha256.map(|kept| kept.as_str().to_owned()))
    };
    let entries = entries.clone();
    let tell = part(move || {
        let told = told.get()?;
        Some(el("p").class(told.class()).string(told.words()).done())
    });
    let choose = part(move || {
        if !digest::works() {
            return Some(el("p").class("hint").text(t(Key::WorkFileInsecure)).done());
        }
        let id = format!("evidence-{place}-file");
        let hint = format!("{id}-hint");
        let entries = entries.clone();
        let chosen = {
            let entries = entries.clone();
            move |event: web_sys::Event| {
                let entries = entries.clone();
                if let Some(chosen) = file::chosen(&event) {
                    spawn_local(async move {
                        let found = examine(&entries, place, &chosen).await;
                        if let Some(found) = &found {
                            state.messages.announce(found.words());
                        }
                        // The page may be gone by now.
                        let _ = told.try_set(found);
                    });
                }
            }
        };
        let input = el("input")
            .is("type", "file")
            .class("input")
            .attr("aria-describedby", hint.clone())
            .on("change", chosen);
        let Some(kept) = kept.get() else {
            let words = el("p").class("hint").attr("id", hint).text(t(Key::WorkFileHint));
            let field = labelled(&id, Key::WorkFile, input).el(words);
            let summary = el("summary").text(t(Key::WorkFileAdd));
            return Some(el("details").class("fingerprint").el(summary).el(field).done());
        };
        let forget = {
            let focus = id.clone();
            move || {
                state.dispatch(entries.with(place, |entry| entry.sha256 = None));
                told.set(None);
                let focus = focus.clone();
                // The button goes away.
                when_drawn(move || page::focus(&focus));
            }
        };
        let words = el("p").class("hint").attr("id", hint).text(t(Key::WorkFileAgainHint));
        let value = el("code").string(kept);
        let value = el("p").text(t(Key::WorkFileKept)).text(" ").el(value).text(" ");
        let forget = button(Look::Quiet, t(Key::WorkFileForget), forget);
        let again = labelled(&id, Key::WorkFileAgain, input).el(words);
        Some(el("div").class("fingerprint").el(value.el(forget)).el(again).done())
    });
    vec![choose, tell].into_any()
}

/// Digests a file: compares it with the kept fingerprint, or keeps its own.
async fn examine(entries: &Entries, place: usize, chosen: &file::Chosen) -> Option<Told> {
    let digits = match digest::sha256(chosen).await {
        Ok(digits) => digits,
        Err(FileError::TooLarge) => return Some(Told::Failed(Key::WorkFileTooLarge)),
        Err(FileError::Unreadable(_)) => return Some(Told::Failed(Key::WorkFileUnreadable)),
    };
    let kept = untrack(|| entries.get(place)).sha256;
    match kept {
        Some(kept) if kept.as_str() == digits => Some(Told::Same(chosen.name())),
        Some(_) => Some(Told::Different(chosen.name())),
        None => {
            let name = chosen.name();
            let taken = entries.with(place, |entry| {
                entry.sha256 = Sha256::parse(&digits);
                if entry.name.trim().is_empty() {
                    entry.name = name;
                }
            });
            entries.state.dispatch(taken);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_can_be_followed() {
        for good in ["https://example.org/a", " HTTP://intranet/x "] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in ["", "javascript:alert(1)", "file:///etc", "//host/x", "Cabinet 3", "data:x"] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}

//! How reports look: set up once, kept in this browser, handed on as a file.

mod accent;
mod logo;

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};

use super::super::super::{
    components::{
        button::{Look, button_while, buttons},
        field::Frame,
    },
    el::{El, el},
    live::{flag, text},
    messages::Message,
    state::State,
    words::{fill, t},
};
use crate::{
    browser::{
        file::{self, Chosen, FileError},
        preferences,
    },
    persist::{
        branding::{BrandingError, LARGEST, Opened, read, write},
        keys,
    },
    report::{
        brand::{LONGEST, WORD_STYLES},
        request::Branding,
    },
    text::Key,
};

thread_local! {
    /// The branding of this page where the browser keeps none.
    static UNKEPT: RefCell<Option<Branding>> = const { RefCell::new(None) };
}

/// The branding that reports get.
#[must_use]
pub fn stored_branding() -> Branding {
    let unkept = UNKEPT.with_borrow(Clone::clone);
    unkept.unwrap_or_else(|| {
        let kept = preferences::get(keys::BRANDING).and_then(|text| read(&text).ok());
        kept.map(|opened| opened.branding).unwrap_or_default()
    })
}

/// What is set up, as the fields show it.
#[derive(Clone, Copy)]
struct Draft {
    state: State,
    branding: RwSignal<Branding>,
}

impl Draft {
    fn text(self, of: fn(&Branding) -> &String) -> Signal<String> {
        text(move || self.branding.with(|branding| of(branding).clone()))
    }

    /// Changes it and keeps it; what the browser doesn't keep is told once.
    fn set(self, change: impl FnOnce(&mut Branding)) {
        self.branding.update(change);
        self.keep();
    }

    fn keep(self) {
        let branding = self.branding.get_untracked();
        let kept = preferences::set(keys::BRANDING, &write(&branding));
        let known = UNKEPT.with_borrow_mut(|unkept| {
            let known = unkept.is_some();
            *unkept = (!kept).then_some(branding);
            known
        });
        if !kept && !known {
            self.state.messages.tell(Message::warning(t(Key::BrandingNotKept)));
        }
    }

    /// A field of one line: what is typed counts at once, and is kept when the field is left.
    fn field(self, frame: &Frame, of: fn(&mut Branding) -> &mut String) -> El {
        let value = text(move || {
            let mut branding = self.branding.get();
            std::mem::take(of(&mut branding))
        });
        let typed = move |event| {
            let typed = event_target_value(&event);
            self.branding.update(|branding| *of(branding) = typed);
        };
        frame
            .field("input")
            .is("autocomplete", "off")
            .attr("maxlength", LONGEST.to_string())
            .value(value)
            .on("input", typed)
            .on("change", move |_| self.keep())
    }

    fn line(
        self,
        (id, label, hint): (&'static str, Key, Key),
        of: fn(&mut Branding) -> &mut String,
    ) -> AnyView {
        let frame = Frame { id, label, hint: Some(hint), error: None };
        frame.around(self.field(&frame, of))
    }
}

/// The part of a page on which a branding is set up.
pub fn branding(state: State) -> El {
    let draft = Draft { state, branding: RwSignal::new(stored_branding()) };
    let (name, footer) = (
        ("branding-name", Key::BrandingName, Key::BrandingNameHint),
        ("branding-footer", Key::BrandingFooter, Key::BrandingFooterHint),
    );
    let classification =
        ("branding-classification", Key::BrandingClassification, Key::BrandingClassificationHint);
    el("details")
        .class("branding reports-more")
        .el(el("summary").text(t(Key::BrandingTitle)))
        .el(el("p").class("hint").text(t(Key::BrandingLead)))
        .child(draft.line(name, |branding| &mut branding.name))
        .el(logo::logo(draft))
        .el(accent::accent(draft))
        .child(draft.line(classification, |branding| &mut branding.classification))
        .child(draft.line(footer, |branding| &mut branding.footer))
        .el(styles(draft))
        .el(files(draft))
}

/// A field for a file, with what is wrong with the one that was chosen.
pub fn file_field(
    (id, label, hint, accept): (&'static str, Key, String, &'static str),
    error: RwSignal<String>,
    on_chosen: impl Fn(Chosen) + 'static,
) -> El {
    let fine = flag(move || error.with(String::is_empty));
    let input = el("input")
        .is("type", "file")
        .is("id", id)
        .class("input")
        .is("accept", accept)
        .attr("aria-describedby", format!("{id}-hint {id}-error"))
        .attr_live("aria-invalid", text(move || (!fine.get()).to_string()))
        .on("change", move |event| file::chosen(&event).into_iter().for_each(&on_chosen));
    el("div")
        .class("field")
        .el(el("label").is("for", id).text(t(label)))
        .el(el("p").class("hint").attr("id", format!("{id}-hint")).string(hint))
        .el(el("p")
            .class("field-error")
            .attr("id", format!("{id}-error"))
            .is("role", "alert")
            .absent(fine)
            .live(error.into()))
        .el(input)
}

fn styles(draft: Draft) -> El {
    let fields = WORD_STYLES.into_iter().enumerate().map(|(place, style)| {
        let id = format!("branding-style-{place}");
        let value = text(move || draft.branding.with(|branding| style_name(branding, style)));
        let named = move |event| {
            let name = event_target_value(&event);
            draft.set(|branding| name_style(branding, style, name.trim()));
        };
        let input = el("input")
            .class("input")
            .attr("id", id.clone())
            .is("autocomplete", "off")
            .attr("maxlength", LONGEST.to_string())
            .value(value)
            .on("change", named);
        // As Word calls them, in any language of the interface.
        let label = el("label").attr("for", id).is("lang", "en").text(style);
        el("div").class("field").el(label).el(input).done()
    });
    el("details")
        .class("branding-styles")
        .el(el("summary").text(t(Key::BrandingStyles)))
        .el(el("p").class("hint").text(t(Key::BrandingStylesLead)))
        .el(el("div").class("branding-names").children(fields))
}

fn style_name(branding: &Branding, style: &str) -> String {
    let named = branding.word_styles.iter().find(|(ours, _)| ours.eq_ignore_ascii_case(style));
    named.map(|(_, theirs)| theirs.clone()).unwrap_or_default()
}

fn name_style(branding: &mut Branding, style: &str, name: &str) {
    branding.word_styles.retain(|(ours, _)| !ours.eq_ignore_ascii_case(style));
    if !name.is_empty() {
        branding.word_styles.push((style.into(), name.into()));
    }
}

fn files(draft: Draft) -> El {
    let error = RwSignal::new(String::new());
    let chosen = move |chosen: Chosen| {
        spawn_local(async move {
            match opened(&chosen).await {
                Ok(Opened { branding, left_aside }) => {
                    error.set(String::new());
                    draft.set(|here| *here = branding);
                    draft.state.messages.tell(opened_message(&left_aside));
                }
                Err(reason) => error.set(reason),
            }
        });
    };
    let save = move || {
        let text = draft.branding.with_untracked(write);
        draft.state.hand_over("branding.plumbline.json", "application/json", &text);
    };
    let clear = move || {
        draft.set(|branding| *branding = Branding::default());
        draft.state.messages.tell(Message::success(t(Key::BrandingCleared)));
    };
    let is_set = move || draft.branding.with(|branding| *branding != Branding::default());
    let hint = t(Key::BrandingOpenHint).to_owned();
    let accept = ".json,application/json";
    el("div")
        .el(buttons([
            button_while(is_set, Look::Plain, t(Key::BrandingSave), save),
            button_while(is_set, Look::Danger, t(Key::BrandingClear), clear),
        ]))
        .el(file_field(("branding-file", Key::BrandingOpen, hint, accept), error, chosen))
}

async fn opened(chosen: &Chosen) -> Result<Opened, String> {
    let too_large = || t(Key::BrandingReadTooLarge).to_owned();
    let largest = u32::try_from(LARGEST).unwrap_or(u32::MAX);
    let file = chosen.text(largest).await.map_err(|error| match error {
        FileError::TooLarge => too_large(),
        FileError::Unreadable(reason) => fill(Key::ReadUnreadable, &[("reason", &reason)]),
    })?;
    read(&file).map_err(|error| match error {
        BrandingError::TooLarge => too_large(),
        BrandingError::Json(_) | BrandingError::Format => t(Key::BrandingReadFailed).to_owned(),
    })
}

fn opened_message(left_aside: &[String]) -> Message {
    if left_aside.is_empty() {
        return Message::success(t(Key::BrandingOpened));
    }
    let names: Vec<&str> = left_aside.iter().map(|field| field_name(field)).collect();
    Message::warning(fill(Key::BrandingOpenedPartly, &[("fields", &names.join(", "))]))
}

/// What a field of the file is called here.
fn field_name(field: &str) -> &str {
    t(match field {
        "name" => Key::BrandingName,
        "logo" => Key::BrandingLogo,
        "accent" => Key::BrandingAccent,
        "classification" => Key::BrandingClassification,
        "footer" => Key::BrandingFooter,
        "word_styles" => Key::BrandingStyles,
        other => return other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_has_one_name_or_none() {
        let mut branding = Branding::default();
        name_style(&mut branding, "Lead", "ACME Intro");
        name_style(&mut branding, "lead", "ACME Lead");
        assert_eq!(branding.word_styles, [("lead".to_owned(), "ACME Lead".to_owned())]);
        assert_eq!(style_name(&branding, "Lead"), "ACME Lead");
        name_style(&mut branding, "Lead", "");
        assert_eq!(branding.word_styles, []);
    }
}

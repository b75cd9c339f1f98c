//! What the person is told: messages that stay until they are closed, and announcements that only
//! a screen reader speaks. Every error becomes words here, and only here.

use leptos::prelude::*;

use super::{
    live::when_drawn,
    words::{fill, t},
};
use crate::{
    browser::page,
    domain::{action::Refusal, assessment::LONGEST_NAME},
    persist::{
        document::WriteError,
        library::{Access, LoadError, SaveError},
        read::{LARGEST, Notice, ReadError},
        store::StoreError,
    },
    text::Key,
};

/// How grave a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something worked.
    Success,
    /// Something needs the person.
    Warning,
}

/// What can be done about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Bring back what was deleted; where it lies.
    Restore(String),
    /// Save a file of the open assessment.
    SaveFile,
    /// Write here what another tab writes.
    TakeOver,
    /// Load the page again.
    Reload,
    /// Show what another tab has written instead.
    TakeTheirs,
    /// Keep what is on the screen as a copy.
    KeepCopy,
}

impl Offer {
    /// What its button says.
    #[must_use]
    pub fn label(&self) -> &'static str {
        t(match self {
            Self::Restore(_) => Key::HomeRestoreNow,
            Self::SaveFile => Key::SaveFileNow,
            Self::TakeOver => Key::SaveTakeOver,
            Self::Reload => Key::LaterReload,
            Self::TakeTheirs => Key::SaveTakeTheirs,
            Self::KeepCopy => Key::SaveKeepCopy,
        })
    }
}

/// Something the person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How grave it is.
    pub tone: Tone,
    /// What happened and what to do.
    pub text: String,
    /// Details, one a line.
    pub details: Vec<String>,
    /// What can be done about it from here.
    pub offers: Vec<Offer>,
    /// Whether it tells that something could not be kept, which is over as soon as something can.
    pub unkept: bool,
}

impl Message {
    /// Something worked.
    #[must_use]
    pub fn success(text: impl Into<String>) -> Self {
        let (details, offers) = (Vec::new(), Vec::new());
        Self { tone: Tone::Success, text: text.into(), details, offers, unkept: false }
    }

    /// Something needs the person.
    #[must_use]
    pub fn warning(text: impl Into<String>) -> Self {
        Self { tone: Tone::Warning, ..Self::success(text) }
    }

    /// An assessment was deleted and can be brought back.
    #[must_use]
    pub fn deleted(name: &str, key: String) -> Self {
        let offers = vec![Offer::Restore(key)];
        Self { offers, ..Self::success(fill(Key::HomeDeleted, &[("name", name)])) }
    }

    /// A file was opened, but not all in it was as expected.
    #[must_use]
    pub fn from_notices(notices: &[Notice]) -> Self {
        let details = notices.iter().map(notice_text).collect();
        Self { details, ..Self::warning(t(Key::ReadNotices)) }
    }

    /// An action was refused.
    #[must_use]
    pub fn from_refusal(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::BlankName => Self::warning(t(Key::RenameBlank)),
            other => Self::warning(fill(Key::RefusedAction, &[("reason", &other.to_string())])),
        }
    }

    /// Something could not be stored.
    #[must_use]
    pub fn from_save_error(error: &SaveError) -> Self {
        let text = t(match error {
            SaveError::ChangedElsewhere => Key::SaveChangedElsewhere,
            SaveError::DeletedElsewhere => Key::SaveDeletedElsewhere,
            SaveError::Exists => Key::SaveExists,
            SaveError::ReadOnly => Key::StatusReadOnlyHint,
            SaveError::TakenOver => Key::SaveTakenOver,
            SaveError::Outdated => Key::SaveOutdated,
            SaveError::Write(WriteError::TooLarge) => Key::SaveTooLarge,
            SaveError::Write(WriteError::Json) => Key::SaveUnwritable,
            SaveError::Store(StoreError::Full) => Key::SaveFull,
            SaveError::Store(StoreError::Refused) => Key::SaveStoreRefused,
        });
        Self { unkept: true, ..Self::warning(text) }
    }

    /// The open assessment could not be stored: it is on the screen, and what to do about it is at
    /// hand.
    #[must_use]
    pub fn not_kept(error: &SaveError) -> Self {
        let offers = match error {
            SaveError::ChangedElsewhere | SaveError::TakenOver => {
                vec![Offer::SaveFile, Offer::TakeTheirs, Offer::KeepCopy]
            }
            SaveError::DeletedElsewhere => vec![Offer::SaveFile, Offer::KeepCopy],
            SaveError::Write(_) => Vec::new(),
            _ => vec![Offer::SaveFile],
        };
        Self { offers, ..Self::from_save_error(error) }
    }

    /// The open assessment can't be changed here.
    #[must_use]
    pub fn read_only(access: Access) -> Self {
        let (text, offers) = match access {
            Access::Follows => (Key::StatusFollowsHint, vec![Offer::TakeOver]),
            Access::Outdated => (Key::StatusOutdatedHint, vec![Offer::Reload]),
            Access::Newer | Access::Writes => (Key::StatusReadOnlyHint, Vec::new()),
        };
        Self { offers, ..Self::warning(t(text)) }
    }

    /// The store failed where nothing was to be saved.
    #[must_use]
    pub fn from_store_error(error: StoreError) -> Self {
        Self::from_save_error(&SaveError::Store(error))
    }
}

/// Why a file can't be opened, and what to do.
#[must_use]
pub fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::TooLarge => {
            fill(Key::ReadTooLarge, &[("megabytes", &(LARGEST / 1_000_000).to_string())])
        }
        ReadError::Empty => t(Key::ReadEmpty).to_owned(),
        ReadError::Json(error) => fill(
            Key::ReadNotJson,
            &[("line", &error.line.to_string()), ("column", &error.column.to_string())],
        ),
        ReadError::Format => t(Key::ReadFormat).to_owned(),
        ReadError::NotCarried => t(Key::ReadNotCarried).to_owned(),
        ReadError::Broken(at) => fill(Key::ReadBroken, &[("at", at)]),
        ReadError::OtherPack(id) => fill(Key::ReadOtherPack, &[("id", id)]),
    }
}

/// Why an assessment can't be loaded, and what to do.
#[must_use]
pub fn load_error(error: &LoadError) -> String {
    match error {
        LoadError::NotFound => t(Key::LoadNotFound).to_owned(),
        LoadError::Read(error) => read_error(error),
        LoadError::Corrupt => t(Key::LoadCorrupt).to_owned(),
        LoadError::Store(_) => t(Key::LoadStore).to_owned(),
    }
}

fn notice_text(notice: &Notice) -> String {
    let (key, what) = match notice {
        Notice::Newer(_) => (Key::ReadNewer, String::new()),
        Notice::PackChanged { was } => (Key::ReadPackChanged, was.clone()),
        Notice::Repeated(key) => (Key::ReadRepeated, key.clone()),
        Notice::UnknownItem(id) => (Key::ReadUnknownItem, id.clone()),
        Notice::Ignored { at } => (Key::ReadIgnored, at.clone()),
        Notice::NameCut => (Key::ReadNameCut, LONGEST_NAME.to_string()),
        Notice::RequirementExcluded(item) => (Key::NoticeRequirementExcluded, item.to_string()),
    };
    fill(key, &[("what", &what), ("item", &what)])
}

/// The messages of the page.
#[derive(Clone, Copy)]
pub struct Messages {
    /// What is shown, the latest last, each under its own number.
    pub shown: RwSignal<Vec<(u32, Message)>>,
    /// What a screen reader speaks next.
    pub announcement: RwSignal<String>,
    next: StoredValue<u32>,
    /// What is told on the page that is gone to.
    there: StoredValue<Option<Message>>,
}

impl Default for Messages {
    fn default() -> Self {
        Self::new()
    }
}

impl Messages {
    /// No messages yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            next: StoredValue::new(0),
            there: StoredValue::new(None),
        }
    }

    /// Shows a message, unless the same one is shown already.
    pub fn tell(&self, message: Message) {
        let number = self.next.try_update_value(|next| {
            *next = next.wrapping_add(1);
            *next
        });
        self.shown.update(|shown| {
            // One success replaces another; what needs the person stays until it is closed.
            shown.retain(|(_, old)| *old != message && old.tone == Tone::Warning);
            shown.push((number.unwrap_or_default(), message));
        });
        // It may stand where the person is.
        when_drawn(page::reveal_focus);
    }

    /// Shows a message on the page that is gone to now, where what was told before is closed.
    pub fn tell_there(&self, message: Message) {
        self.there.set_value(Some(message));
    }

    /// Another page is shown: what worked on the one before is closed, and what is to be told here is.
    pub fn turn_page(&self) {
        self.close_successes();
        if let Some(message) = self.there.try_update_value(Option::take).flatten() {
            self.tell(message);
        }
    }

    /// Closes a message.
    pub fn close(&self, number: u32) {
        self.close_if(&|known, _| known == number);
    }

    /// Closes what only told of something that worked.
    pub fn close_successes(&self) {
        self.close_if(&|_, message| message.tone == Tone::Success);
    }

    /// Closes what told that something could not be kept.
    pub fn close_unkept(&self) {
        self.close_if(&|_, message| message.unkept);
    }

    /// Closes what offers this, for it is done.
    pub fn close_offering(&self, offer: &Offer) {
        self.close_if(&|_, message| message.offers.contains(offer));
    }

    /// Closes what only reminded of saving a file.
    pub fn close_reminders(&self) {
        self.close_if(&|_, message| !message.unkept && message.offers.contains(&Offer::SaveFile));
    }

    fn close_if(&self, closes: &dyn Fn(u32, &Message) -> bool) {
        // The others are drawn anew only when there is one to close: the focus may be among them.
        self.shown.maybe_update(|shown| {
            let before = shown.len();
            shown.retain(|(number, message)| !closes(*number, message));
            shown.len() < before
        });
    }

    /// Speaks to a screen reader.
    pub fn announce(&self, text: String) {
        self.announcement.set(text);
    }
}

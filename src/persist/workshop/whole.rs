//! A workshop as its trainer keeps it (`*.plumbline-workshop.json`): its session and what came in as the
//! codes that they are, which is small enough for the browser's storage, the notes beside them, and what
//! the room agreed on.

use super::{
    returned,
    start::{self, StartError},
};
use crate::{
    domain::{
        assessment::Rating,
        id::ItemId,
        pack::Pack,
        workshop::{
            Workshop,
            agreed::{Agreed, AllAgreed},
            collected::{Collected, Column},
            returned::{LONGEST_NOTE, Return, Vote},
            session::{Session, mark},
        },
    },
    persist::{
        json::{self, Json, JsonError, Object},
        read::LARGEST,
    },
};

/// What `format` says in every such file.
pub const FORMAT: &str = "plumbline-workshop";
/// The version of the format, and the newest that this program reads.
pub const VERSION: u64 = 1;
/// How the names of such files end.
pub const ENDING: &str = ".plumbline-workshop.json";

/// Why a file isn't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkshopFileError {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// No JSON.
    Json(JsonError),
    /// JSON, but no workshop.
    Format,
    /// Its session can't be read; a newer version of the format is [`StartError::Newer`].
    Start(StartError),
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The workshop.
    pub workshop: Workshop,
    /// What makes no sense, by the way to it: `returns.3`, `agreed.9.9`.
    pub left_aside: Vec<String>,
}

/// The text of a file; empty when it can't be written, which these types don't allow.
#[must_use]
pub fn write(pack: &Pack, workshop: &Workshop) -> String {
    let Workshop { session, collected, agreed } = workshop;
    let mut returns = Vec::new();
    let mut notes = Vec::new();
    for (round, group, column) in collected.all() {
        returns.push(text(returned::write(session, &votes(session, round, group, column))));
        notes.extend(written_notes(session, round, group, column));
    }
    let agreed = agreed.iter().map(|(item, Agreed { rating, minute })| {
        let fields = [("rating", text(rating.as_str())), ("minute", text(minute.as_str()))];
        (item.to_string(), object(fields))
    });
    let file = object([
        ("format", text(FORMAT)),
        ("version", Json::Number(VERSION.into())),
        ("app", text(env!("CARGO_PKG_VERSION"))),
        ("start", text(start::write(pack, session))),
        ("returns", Json::Array(returns)),
        ("notes", Json::Array(notes)),
        ("agreed", Json::Object(agreed.collect())),
    ]);
    serde_json::to_string(&file).unwrap_or_default()
}

fn votes(session: &Session, round: u8, group: u16, column: &Column) -> Return {
    let (counter, votes) = (column.counter(), column.votes().to_vec());
    Return { counter, votes, ..blank(session, round, group) }
}

fn blank(session: &Session, round: u8, group: u16) -> Return {
    Return {
        session: session.id(),
        pack: mark(session.pack()),
        group,
        round,
        counter: 0,
        votes: Vec::new(),
        notes: None,
    }
}

fn written_notes(session: &Session, round: u8, group: u16, column: &Column) -> Option<Json> {
    let counter = column.notes_counter()?;
    let all = session.items().iter().zip(column.notes()).filter(|(_, note)| !note.is_empty());
    let items = all.map(|(item, note)| (item.to_string(), text(note.as_str())));
    Some(object([
        ("group", Json::Number(u32::from(group).saturating_add(1).into())),
        ("round", Json::Number(round.into())),
        ("counter", Json::Number(counter.into())),
        ("items", Json::Object(items.collect())),
    ]))
}

fn text(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Reads a file.
///
/// # Errors
/// [`WorkshopFileError`] when there is no session in it; what else is odd is only left aside.
pub fn read(pack: &Pack, text: &str) -> Result<Opened, WorkshopFileError> {
    if text.len() > LARGEST {
        return Err(WorkshopFileError::TooLarge);
    }
    let (value, left_aside) = json::parse(text).map_err(WorkshopFileError::Json)?;
    let Json::Object(file) = value else { return Err(WorkshopFileError::Format) };
    if file.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(WorkshopFileError::Format);
    }
    if file.get("version").and_then(Json::as_u64).is_none_or(|version| version > VERSION) {
        return Err(WorkshopFileError::Start(StartError::Newer));
    }
    let code = file.get("start").and_then(Json::as_str).unwrap_or_default();
    let session = start::read(pack, code).map_err(WorkshopFileError::Start)?;
    let mut reader = Reader { pack, session, collected: Collected::default(), left_aside };
    reader.each(&file, "returns", |reader, value| {
        let returned = returned::read(&reader.session, value.as_str()?).ok()?;
        reader.collected.add(&reader.session, returned).ok().map(|_| ())
    });
    reader.each(&file, "notes", Reader::notes);
    let agreed = reader.agreed(&file);
    let Reader { session, collected, left_aside, .. } = reader;
    Ok(Opened { workshop: Workshop { session, collected, agreed }, left_aside })
}

struct Reader<'a> {
    pack: &'a Pack,
    session: Session,
    collected: Collected,
    left_aside: Vec<String>,
}

impl Reader<'_> {
    /// Reads every value of a list; those that make no sense are left aside.
    fn each(&mut self, file: &Object, field: &str, read: fn(&mut Self, &Json) -> Option<()>) {
        for (place, value) in
            file.get(field).and_then(Json::as_array).into_iter().flatten().enumerate()
        {
            if read(self, value).is_none() {
                self.left_aside.push(format!("{field}.{place}"));
            }
        }
    }

    /// The notes of a column that is there already.
    fn notes(&mut self, value: &Json) -> Option<()> {
        let fields = value.as_object()?;
        let number = |field| u32::try_from(fields.get(field)?.as_u64()?).ok();
        let group = u16::try_from(number("group")?.checked_sub(1)?).ok()?;
        let round = u8::try_from(number("round")?).ok()?;
        let counter = number("counter")?;
        let column = self.collected.column(round, group)?;
        if counter > column.counter() {
            return None;
        }
        let items = fields.get("items")?.as_object()?;
        let note = |item: &ItemId| {
            let note = items.get(item.as_str()).and_then(Json::as_str).unwrap_or_default();
            note.chars().take(LONGEST_NOTE).collect()
        };
        let notes: Vec<String> = self.session.items().iter().map(note).collect();
        // Votes that say nothing stand behind those that are there.
        let votes = vec![None; notes.len()];
        let notes = Some(notes);
        let returned = Return { counter, votes, notes, ..blank(&self.session, round, group) };
        self.collected.add(&self.session, returned).ok().map(|_| ())
    }

    fn agreed(&mut self, file: &Object) -> AllAgreed {
        let mut all = AllAgreed::new_vec();
        for (key, value) in file.get("agreed").and_then(Json::as_object).into_iter().flatten() {
            match self.one_agreed(key, value) {
                Some((item, agreed)) => {
                    all.insert(item, agreed);
                }
                None => self.left_aside.push(format!("agreed.{key}")),
            }
        }
        all
    }

    fn one_agreed(&self, key: &str, value: &Json) -> Option<(ItemId, Agreed)> {
        let item = ItemId::parse(key).ok().filter(|item| self.session.place(item).is_some())?;
        let fields = value.as_object()?;
        let rating = Rating::parse(fields.get("rating")?.as_str()?)?;
        // The scale has it.
        Vote::of(self.pack, &rating)?;
        let minute = fields.get("minute").and_then(Json::as_str).unwrap_or_default();
        Some((item, Agreed { rating, minute: minute.chars().take(LONGEST_NOTE).collect() }))
    }
}

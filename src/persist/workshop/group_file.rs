//! What a group hands in, with its notes, as a file (`*.plumbline-group.json`).

use serde::{Serialize, Serializer, ser::SerializeMap as _};

use super::code::{session_name, session_named};
use crate::{
    domain::{
        assessment::Rating,
        id::ItemId,
        pack::{Pack, PackRef},
        workshop::{
            returned::{LONGEST_NOTE, Refusal, Return, Vote},
            session::{Session, mark},
        },
    },
    persist::json::{self, Json, JsonError, Object},
};

/// What `format` says in every such file.
pub const FORMAT: &str = "plumbline-group";
/// The version of the format, and the newest that this program reads.
pub const VERSION: u64 = 1;
/// How the names of such files end.
pub const ENDING: &str = ".plumbline-group.json";
/// Largest file in bytes: a long note on every item.
pub const LARGEST: usize = 4_000_000;

/// Why a file isn't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupFileError {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// No JSON.
    Json(JsonError),
    /// JSON, but no group's file.
    Format,
    /// This field is missing or broken.
    Broken(&'static str),
    /// It isn't for this session, or of a newer version.
    Refused(Refusal),
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the group says, sound for the session.
    pub returned: Return,
    /// The values that make no sense, are too long or aren't asked, by the way to them:
    /// `answers.4.1.rating`.
    pub left_aside: Vec<String>,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    app: &'static str,
    session: String,
    pack: &'a PackRef,
    group: u32,
    name: &'a str,
    round: u8,
    counter: u32,
    answers: Answers<'a>,
}

struct Answers<'a> {
    pack: &'a Pack,
    session: &'a Session,
    returned: &'a Return,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<Rating>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { pack, session, returned } = self;
        let mut map = serializer.serialize_map(None)?;
        let notes = returned.notes.as_deref().unwrap_or_default();
        let notes = notes.iter().map(String::as_str).chain(std::iter::repeat(""));
        for ((item, vote), note) in session.items().iter().zip(&returned.votes).zip(notes) {
            let rating = vote.and_then(|vote| vote.rating(pack));
            if rating.is_some() || !note.is_empty() {
                map.serialize_entry(item, &Answer { rating, note })?;
            }
        }
        map.end()
    }
}

/// The text of a file; `name` is what the group is called, for whoever opens it elsewhere. Empty when it
/// can't be written, which these types don't allow.
#[must_use]
pub fn write(pack: &Pack, session: &Session, returned: &Return, name: &str) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        app: env!("CARGO_PKG_VERSION"),
        session: session_name(returned.session),
        pack: session.pack(),
        group: u32::from(returned.group).saturating_add(1),
        name,
        round: returned.round,
        counter: returned.counter,
        answers: Answers { pack, session, returned },
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Reads a file.
///
/// # Errors
/// [`GroupFileError`] when it is no return of this session; odd values in it are only left aside.
pub fn read(pack: &Pack, session: &Session, text: &str) -> Result<Opened, GroupFileError> {
    if text.len() > LARGEST {
        return Err(GroupFileError::TooLarge);
    }
    let (value, mut left_aside) = json::parse(text).map_err(GroupFileError::Json)?;
    let Json::Object(file) = value else { return Err(GroupFileError::Format) };
    if file.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(GroupFileError::Format);
    }
    match whole(&file, "version")? {
        VERSION => {}
        newer if newer > VERSION => return Err(GroupFileError::Refused(Refusal::Newer)),
        _ => return Err(GroupFileError::Broken("version")),
    }
    let mut returned = head(session, &file)?;
    let Return { session: of, pack: seen, group, round, .. } = returned;
    session.check_head(of, seen, group, round).map_err(GroupFileError::Refused)?;
    let Some(answers) = file.get("answers").and_then(Json::as_object) else {
        return Err(GroupFileError::Broken("answers"));
    };
    let mut notes = Vec::with_capacity(session.items().len());
    let mut known = 0_usize;
    for item in session.items() {
        let (vote, note) = match answers.get(item.as_str()) {
            Some(answer) => {
                known = known.saturating_add(1);
                read_answer(pack, item, answer, &mut left_aside)
            }
            None => (None, String::new()),
        };
        returned.votes.push(vote);
        notes.push(note);
    }
    if answers.len() > known {
        let asked = |key: &str| session.items().iter().any(|item| item.as_str() == key);
        let unknown = answers.keys().filter(|key| !asked(key.as_str()));
        left_aside.extend(unknown.map(|key| format!("answers.{key}")));
    }
    returned.notes = Some(notes);
    Ok(Opened { returned, left_aside })
}

fn whole(file: &Object, field: &'static str) -> Result<u64, GroupFileError> {
    file.get(field).and_then(Json::as_u64).ok_or(GroupFileError::Broken(field))
}

fn small<T: TryFrom<u64>>(file: &Object, field: &'static str) -> Result<T, GroupFileError> {
    T::try_from(whole(file, field)?).map_err(|_| GroupFileError::Broken(field))
}

fn head(session: &Session, file: &Object) -> Result<Return, GroupFileError> {
    let name = file.get("session").and_then(Json::as_str).and_then(session_named);
    let pack = file.get("pack").and_then(Json::as_object).ok_or(GroupFileError::Broken("pack"))?;
    let says = |field, here: &str| pack.get(field).and_then(Json::as_str) == Some(here);
    let here = session.pack();
    let group: u16 = small(file, "group")?;
    let returned = Return {
        session: name.ok_or(GroupFileError::Broken("session"))?,
        pack: mark(here),
        group: group.checked_sub(1).ok_or(GroupFileError::Broken("group"))?,
        round: small(file, "round")?,
        counter: small(file, "counter")?,
        votes: Vec::new(),
        notes: None,
    };
    if returned.session == session.id()
        && !(says("id", here.id.as_str()) && says("hash", &here.hash))
    {
        return Err(GroupFileError::Refused(Refusal::OtherPack));
    }
    Ok(returned)
}

fn read_answer(
    pack: &Pack,
    item: &ItemId,
    answer: &Json,
    left_aside: &mut Vec<String>,
) -> (Option<Vote>, String) {
    let Some(answer) = answer.as_object() else {
        left_aside.push(format!("answers.{item}"));
        return (None, String::new());
    };
    let mut aside = |field| left_aside.push(format!("answers.{item}.{field}"));
    let read_vote = |value: &Json| Vote::of(pack, &Rating::parse(value.as_str()?)?);
    let vote = answer.get("rating").and_then(|value| {
        let vote = read_vote(value);
        if vote.is_none() {
            aside("rating");
        }
        vote
    });
    let note = match answer.get("note") {
        Some(Json::String(note)) if note.chars().count() <= LONGEST_NOTE => note.clone(),
        Some(Json::String(note)) => {
            aside("note");
            note.chars().take(LONGEST_NOTE).collect()
        }
        Some(_) => {
            aside("note");
            String::new()
        }
        None => String::new(),
    };
    (vote, note)
}

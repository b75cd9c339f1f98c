//! A session as a code: whoever opens a link with it can answer, without asking any server.

use super::{
    bits::{Reader, Writer},
    code::{self, CodeError, Kind},
    letters,
};
use crate::domain::{
    assessment::LONGEST_NAME,
    id::{CaseId, ItemId},
    pack::Pack,
    selection::Selection,
    workshop::session::{
        About, Groups, LONGEST_GROUP, MOST_GROUPS, Plan, Session, SessionId, mark,
    },
};

/// Longest identifier or version of a pack.
const LONGEST_ID: usize = 64;
/// Bits that tell which of a few forms follows.
const FORM: u32 = 2;

/// Why a code starts no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartError {
    /// It is no start code.
    None,
    /// Written by a newer version of this program.
    Newer,
    /// A letter is missing or another one.
    Damaged,
    /// The session asks another questionnaire, or another version of it.
    OtherPack {
        /// The identifier of its pack.
        id: String,
        /// The version of its pack.
        version: String,
    },
}

/// The code of a session.
#[must_use]
pub fn write(pack: &Pack, session: &Session) -> String {
    let mut writer = Writer::default();
    for byte in session.id().0 {
        writer.put(byte.into(), 8);
    }
    let Plan { name, items, about, groups, rounds, minutes } = session.plan();
    writer.put(mark(session.pack()).into(), 16);
    letters::put(&mut writer, session.pack().id.as_str());
    letters::put(&mut writer, &session.pack().version);
    match items {
        Selection::All => writer.put(0, FORM),
        Selection::Quick => writer.put(1, FORM),
        Selection::Items(_) => {
            writer.put(2, FORM);
            for item in pack.items() {
                writer.put(items.asks(item).into(), 1);
            }
        }
    }
    writer.number((*rounds).into());
    writer.number(minutes.unwrap_or_default().into());
    let count = u32::from(groups.count());
    match groups {
        Groups::Numbered(_) => writer.put(0, FORM),
        Groups::Coloured(_) => writer.put(1, FORM),
        Groups::Named(_) => writer.put(2, FORM),
    }
    writer.number(count);
    if let Groups::Named(names) = groups {
        for name in names {
            letters::put(&mut writer, name);
        }
    }
    let case = if let About::Case(case) = about { case.as_str() } else { "" };
    letters::put(&mut writer, case);
    letters::put(&mut writer, name);
    code::write(Kind::Start, &writer.bytes())
}

/// Reads the code of a session.
///
/// # Errors
/// [`StartError`]
pub fn read(pack: &Pack, code: &str) -> Result<Session, StartError> {
    let content = match code::read(code) {
        Ok((Kind::Start, content)) => content,
        Ok((Kind::Return, _)) | Err(CodeError::None) => return Err(StartError::None),
        Err(CodeError::Newer) => return Err(StartError::Newer),
        Err(CodeError::Damaged) => return Err(StartError::Damaged),
    };
    let mut reader = Reader::new(&content);
    let head = head(&mut reader).ok_or(StartError::Damaged)?;
    let here = pack.reference();
    if head.mark != mark(&here) || head.pack != here.id.as_str() || head.version != here.version {
        return Err(StartError::OtherPack { id: head.pack, version: head.version });
    }
    let plan = plan(pack, &mut reader).filter(|_| reader.ends()).ok_or(StartError::Damaged)?;
    Session::new(pack, head.id, plan).map_err(|_| StartError::Damaged)
}

struct Head {
    id: SessionId,
    mark: u16,
    pack: String,
    version: String,
}

fn head(reader: &mut Reader<'_>) -> Option<Head> {
    let mut id = [0; 5];
    for byte in &mut id {
        *byte = reader.few(8)?;
    }
    Some(Head {
        id: SessionId(id),
        mark: reader.few(16)?,
        pack: letters::take(reader, LONGEST_ID)?,
        version: letters::take(reader, LONGEST_ID)?,
    })
}

fn plan(pack: &Pack, reader: &mut Reader<'_>) -> Option<Plan> {
    let items = match reader.take(FORM)? {
        0 => Selection::All,
        1 => Selection::Quick,
        2 => Selection::of(asked(pack, reader)?),
        _ => return None,
    };
    let rounds = u8::try_from(reader.number()?).ok()?;
    let minutes = u16::try_from(reader.number()?).ok()?;
    let form = reader.take(FORM)?;
    let count = u16::try_from(reader.number()?).ok().filter(|count| *count <= MOST_GROUPS)?;
    let groups = match form {
        0 => Groups::Numbered(count),
        1 => Groups::Coloured(count),
        2 => {
            let name = |_| letters::take(reader, LONGEST_GROUP);
            Groups::Named((0..count).map(name).collect::<Option<_>>()?)
        }
        _ => return None,
    };
    let case = letters::take(reader, LONGEST_ID)?;
    let about = if case.is_empty() { About::Own } else { About::Case(CaseId::parse(&case).ok()?) };
    let name = letters::take(reader, LONGEST_NAME)?;
    Some(Plan { name, items, about, groups, rounds, minutes: (minutes > 0).then_some(minutes) })
}

fn asked(pack: &Pack, reader: &mut Reader<'_>) -> Option<Vec<ItemId>> {
    let mut asked = Vec::new();
    for item in pack.items() {
        if reader.take(1)? == 1 {
            asked.push(item.id.clone());
        }
    }
    Some(asked)
}

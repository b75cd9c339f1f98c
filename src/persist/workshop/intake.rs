//! Taking in what groups hand in, from whatever it comes in: links and codes in any text, files of groups,
//! the file of another trainer of the same session. What became of each is told; nothing is ever lost, and
//! the same twice changes nothing.

use super::{
    find::{self, Place},
    group_file::{self, GroupFileError},
    start::StartError,
    whole::{self, WorkshopFileError},
};
use crate::{
    domain::{
        pack::Pack,
        workshop::{
            collected::{Added, Collected, Column},
            returned::{Refusal, Return},
            session::Session,
        },
    },
    persist::json::{self, Json, JsonError, without_mark},
};

/// From where something comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file, by its name.
    File(String),
    /// What was pasted.
    Pasted,
    /// The camera.
    Camera,
}

/// A return that was taken in, or was there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From where.
    pub source: Source,
    /// The place of the group, from 0.
    pub group: u16,
    /// The round, from 1.
    pub round: u8,
    /// How many items it says something of.
    pub answered: usize,
    /// How many notes it brings.
    pub notes: usize,
    /// What it did.
    pub added: Added,
}

/// Why something isn't taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A return, for this reason.
    Refused(Refusal),
    /// There is no return in it.
    Nothing,
    /// A picture without a QR code that can be read.
    NoCode,
    /// It is larger than anything that a group hands in.
    TooLarge,
    /// A file that should be one of a group, and can't be read from there on.
    Json(JsonError),
    /// A group's file in which this is missing or makes no sense.
    Broken(&'static str),
    /// The browser can't read it; the text says why.
    Unreadable(String),
}

/// Something that wasn't taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// From where.
    pub source: Source,
    /// Where in it.
    pub place: Option<Place>,
    /// Why.
    pub why: Fault,
}

/// What an import brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// What was taken in or was there already, in the order in which it came.
    pub taken: Vec<Taken>,
    /// What wasn't.
    pub refused: Vec<Refused>,
    /// The values of files that make no sense, with the name of the file.
    pub left_aside: Vec<String>,
    /// How many ratings that another trainer's room agreed on weren't looked at.
    pub agreed: usize,
}

impl Receipt {
    /// How many of what was taken did this.
    #[must_use]
    pub fn count(&self, added: Added) -> usize {
        self.taken.iter().filter(|taken| taken.added == added).count()
    }

    /// Whether something came in that wasn't there.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.taken.iter().any(|taken| matches!(taken.added, Added::New | Added::Newer))
    }
}

/// An import: what is there, and what becomes of each that comes in.
#[derive(Debug)]
pub struct Intake<'a> {
    pack: &'a Pack,
    session: &'a Session,
    collected: &'a mut Collected,
    receipt: Receipt,
}

impl<'a> Intake<'a> {
    /// An import into what was collected for a session.
    pub fn new(pack: &'a Pack, session: &'a Session, collected: &'a mut Collected) -> Self {
        Self { pack, session, collected, receipt: Receipt::default() }
    }

    /// What came of it.
    #[must_use]
    pub fn done(self) -> Receipt {
        self.receipt
    }

    /// Takes in all that a text brings.
    pub fn text(&mut self, source: &Source, text: &str) {
        if without_mark(text).trim_start().starts_with('{') {
            self.file(source, text);
        } else {
            self.codes(source, text, Fault::Nothing);
        }
    }

    /// Notes that something can't be taken in.
    pub fn refuse(&mut self, source: &Source, why: Fault) {
        self.receipt.refused.push(Refused { source: source.clone(), place: None, why });
    }

    fn file(&mut self, source: &Source, text: &str) {
        match group_file::read(self.pack, self.session, text) {
            Ok(opened) => {
                self.aside(source, &opened.left_aside);
                self.add(source, opened.returned);
            }
            // A trainer's may be larger than a group's.
            Err(GroupFileError::Format | GroupFileError::TooLarge) => self.workshop(source, text),
            Err(GroupFileError::Json(error)) => self.codes(source, text, Fault::Json(error)),
            Err(GroupFileError::Broken(field)) => self.refuse(source, Fault::Broken(field)),
            Err(GroupFileError::Refused(why)) => self.refuse(source, Fault::Refused(why)),
        }
    }

    /// The file of another trainer.
    fn workshop(&mut self, source: &Source, text: &str) {
        let opened = match whole::read(self.pack, text) {
            Ok(opened) if opened.workshop.session == *self.session => opened,
            Ok(_) => return self.refuse(source, Fault::Refused(Refusal::OtherSession)),
            Err(WorkshopFileError::TooLarge) => return self.refuse(source, Fault::TooLarge),
            Err(WorkshopFileError::Start(error)) => {
                return self.refuse(source, Fault::Refused(start_refusal(&error)));
            }
            Err(WorkshopFileError::Json(error)) => {
                return self.codes(source, text, Fault::Json(error));
            }
            Err(WorkshopFileError::Format) => return self.codes(source, text, Fault::Nothing),
        };
        self.aside(source, &opened.left_aside);
        self.receipt.agreed = self.receipt.agreed.saturating_add(opened.workshop.agreed.len());
        let theirs = opened.workshop.collected;
        let counts: Vec<(usize, usize)> =
            theirs.all().map(|(_, _, column)| counts(column)).collect();
        if counts.is_empty() {
            self.refuse(source, Fault::Nothing);
        }
        let merged = self.collected.merge(theirs).into_iter().zip(counts);
        self.receipt.taken.extend(merged.map(|((round, group, added), (answered, notes))| Taken {
            source: source.clone(),
            group,
            round,
            answered,
            notes,
            added,
        }));
    }

    fn codes(&mut self, source: &Source, text: &str, without: Fault) {
        let found = find::find(self.session, text);
        if found.returns.is_empty() && found.refused.is_empty() {
            return self.refuse(source, without);
        }
        for returned in found.returns {
            self.add(source, returned);
        }
        let refused = found.refused.into_iter().map(|(place, why)| Refused {
            source: source.clone(),
            place: Some(place),
            why: Fault::Refused(why),
        });
        self.receipt.refused.extend(refused);
    }

    fn add(&mut self, source: &Source, returned: Return) {
        let Return { group, round, .. } = returned;
        let answered = returned.votes.iter().flatten().count();
        let notes = returned.notes.iter().flatten().filter(|note| !note.is_empty()).count();
        match self.collected.add(self.session, returned) {
            Ok(added) => {
                let source = source.clone();
                let taken = Taken { source, group, round, answered, notes, added };
                self.receipt.taken.push(taken);
            }
            Err(why) => self.refuse(source, Fault::Refused(why)),
        }
    }

    fn aside(&mut self, source: &Source, left_aside: &[String]) {
        let name = match source {
            Source::File(name) => format!("{name}: "),
            Source::Pasted | Source::Camera => String::new(),
        };
        self.receipt.left_aside.extend(left_aside.iter().map(|at| format!("{name}{at}")));
    }
}

/// Of how many items a column says something, and how many notes it has.
#[must_use]
pub fn counts(column: &Column) -> (usize, usize) {
    let notes = column.notes().iter().filter(|note| !note.is_empty());
    (column.votes().iter().flatten().count(), notes.count())
}

/// Why the file of another trainer isn't taken, as far as it is for its session.
fn start_refusal(error: &StartError) -> Refusal {
    match error {
        StartError::None | StartError::Damaged => Refusal::Damaged,
        StartError::Newer => Refusal::Newer,
        StartError::OtherPack { .. } => Refusal::OtherPack,
    }
}

/// A file of workshops, by what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A trainer's.
    Workshop,
    /// A group's, and the name of the session that it is for.
    Group(String),
}

/// Which file of workshops a text is; `None` when it is none.
#[must_use]
pub fn kind(text: &str) -> Option<Kind> {
    let (value, _) = json::parse(text).ok()?;
    let file = value.as_object()?;
    match file.get("format").and_then(Json::as_str)? {
        whole::FORMAT => Some(Kind::Workshop),
        group_file::FORMAT => {
            let session = file.get("session").and_then(Json::as_str).unwrap_or_default();
            Some(Kind::Group(session.to_ascii_uppercase()))
        }
        _ => None,
    }
}

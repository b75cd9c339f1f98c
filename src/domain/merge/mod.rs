//! Two files of one assessment become one: what only the other has is added, a blank overwrites
//! nothing, and where both say something different a person decides (docs/decisions/0027).

mod answer;
mod register;
mod step;
mod tally;
mod value;

use litemap::LiteMap;

use self::value::{Entry, Value};
pub use self::{
    step::{Step, step},
    tally::{Count, Kind, tally},
    value::Shown,
};
use super::{
    assessment::Assessment,
    facts::Facts,
    id::{AssetId, CheckId, DocumentId, FindingId, ItemId, PlannedId, RiskId},
    snapshot::Snapshot,
    work::carried::Held,
};

/// Whose word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What is here.
    Mine,
    /// What is in the file.
    Theirs,
}

/// What a value is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The assessment as a whole, and the organisation.
    Whole,
    /// An item, or a control of the organisation's own.
    Item(ItemId),
    /// The head of the Statement of Applicability.
    Statement,
    /// By what risks are judged.
    Criteria,
    /// An asset.
    Asset(AssetId),
    /// A risk.
    Risk(RiskId),
    /// A document or record.
    Document(DocumentId),
    /// The assessor's grade of a finding.
    Finding(FindingId),
    /// An action of the plan.
    Planned(PlannedId),
    /// How long a step takes.
    Step(u64),
}

/// Which of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the fields that they are")]
pub enum Field {
    /// All of it: only one side has it, or it counts as one.
    All,
    Name,
    Organisation,
    People,
    Sector,
    Scope,
    Reasons,
    Target,
    Selection,
    Snapshots,
    Rating,
    Applicability,
    Note,
    Check(CheckId),
    Evidence,
    Owner,
    Due,
    Level,
    Review,
    Inclusion,
    Implementation,
    Effort,
    Title,
    Bears,
    Version,
    Approver,
    Approved,
    Classification,
    Scenario,
    Threat,
    Vulnerability,
    Assets,
    Properties,
    Likelihood,
    Impact,
    Controls,
    Treatment,
    Aim,
    Acceptance,
    State,
    Place,
    Items,
    Risks,
    Documents,
    Finished,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is about.
    pub subject: Subject,
    /// Which of its values.
    pub field: Field,
}

/// What becomes of a value that isn't the same on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The file has nothing new: it stays.
    Kept,
    /// Only the file has something, or only it has changed since both were the same: it is taken.
    Taken,
    /// Both have something: a person decides.
    Conflict,
}

/// A value that isn't the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which value.
    pub place: Place,
    /// What becomes of it.
    pub way: Way,
    /// What is here.
    pub mine: Shown,
    /// What is in the file.
    pub theirs: Shown,
}

/// What two assessments come to together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Both in one; identifier and beginning are those of mine.
    pub assessment: Assessment,
    /// All values that weren't the same.
    pub differences: Vec<Difference>,
}

/// Brings two assessments together. `base` is what both began with, where that is known: a value that
/// only one side has changed since is no conflict then. `choose` decides on conflicts.
///
/// Without conflicts the result is the same in whichever order assessments are merged, and merging one
/// again changes nothing. The numbers by which people call risks, assets, actions and controls of their
/// own are no part of that: where both sides gave one of them out, what comes from the file gets the next.
#[must_use]
pub fn merge(
    base: Option<&Assessment>,
    mine: &Assessment,
    theirs: &Assessment,
    choose: &dyn Fn(&Place) -> Side,
) -> Merged {
    let mut meeting = Meeting { choose, found: Vec::new() };
    let assessment = meeting.assessments(base, mine, theirs);
    Merged { assessment, differences: meeting.found }
}

/// The three states of one thing.
struct Three<'a, T> {
    base: Option<&'a T>,
    mine: &'a T,
    theirs: &'a T,
}

impl<T> Clone for Three<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Three<'_, T> {}

impl<'a, T> Three<'a, T> {
    /// A part of it.
    fn of<U>(self, part: impl Fn(&'a T) -> &'a U) -> Three<'a, U> {
        Three { base: self.base.map(&part), mine: part(self.mine), theirs: part(self.theirs) }
    }
}

struct Meeting<'a> {
    choose: &'a dyn Fn(&Place) -> Side,
    found: Vec<Difference>,
}

impl Meeting<'_> {
    /// Notes a difference and says whose value counts.
    fn decide(&mut self, place: Place, way: Way, mine: Shown, theirs: Shown) -> Side {
        let side = match way {
            Way::Kept => Side::Mine,
            Way::Taken => Side::Theirs,
            Way::Conflict => (self.choose)(&place),
        };
        self.found.push(Difference { place, way, mine, theirs });
        side
    }

    /// A value that counts as one.
    fn value<T: Value>(&mut self, subject: &Subject, field: Field, three: Three<'_, T>) -> T {
        let Three { base, mine, theirs } = three;
        if mine == theirs {
            return mine.clone();
        }
        let way = match (mine.is_blank(), theirs.is_blank()) {
            // Two ways of saying nothing.
            (true, true) => return mine.either(theirs),
            (false, true) => Way::Kept,
            (true, false) => Way::Taken,
            (false, false) if base == Some(theirs) => Way::Kept,
            (false, false) if base == Some(mine) => Way::Taken,
            (false, false) => Way::Conflict,
        };
        let place = Place { subject: subject.clone(), field };
        match self.decide(place, way, mine.shown(), theirs.shown()) {
            Side::Mine => mine.clone(),
            Side::Theirs => theirs.clone(),
        }
    }

    /// A list of which the order doesn't matter: both together.
    fn list<T: Entry>(
        &mut self,
        subject: &Subject,
        field: Field,
        three: Three<'_, Vec<T>>,
    ) -> Vec<T> {
        let Three { mine, theirs, .. } = three;
        if mine == theirs {
            return mine.clone();
        }
        let together = value::together(mine, theirs);
        let lacks = |list: &[T]| together.iter().any(|entry| !list.contains(entry));
        let way = if lacks(mine) { Some(Way::Taken) } else { lacks(theirs).then_some(Way::Kept) };
        if let Some(way) = way {
            let place = Place { subject: subject.clone(), field };
            let shown = |list: &[T]| Shown::Several(list.iter().map(Entry::called).collect());
            self.decide(place, way, shown(mine), shown(theirs));
        }
        match (mine.is_empty(), theirs.is_empty()) {
            (_, true) => mine.clone(),
            (true, false) => theirs.clone(),
            (false, false) => together,
        }
    }

    /// Things that are kept by their identifiers.
    fn things<K: Clone + Ord, V: Clone>(
        &mut self,
        three: Three<'_, LiteMap<K, V>>,
        subject: impl Fn(&K) -> Subject,
        called: impl Fn(&V) -> Shown,
        meet: impl Fn(&mut Self, &Subject, Three<'_, V>) -> V,
    ) -> LiteMap<K, V> {
        let mut merged = three.mine.clone();
        for (key, mine) in three.mine {
            let subject = subject(key);
            if let Some(theirs) = three.theirs.get(key) {
                let base = three.base.and_then(|base| base.get(key));
                let both = meet(self, &subject, Three { base, mine, theirs });
                merged.insert(key.clone(), both);
            } else {
                let place = Place { subject, field: Field::All };
                self.decide(place, Way::Kept, called(mine), Shown::Nothing);
            }
        }
        for (key, theirs) in three.theirs {
            if !merged.contains_key(key) {
                let place = Place { subject: subject(key), field: Field::All };
                self.decide(place, Way::Taken, Shown::Nothing, called(theirs));
                merged.insert(key.clone(), theirs.clone());
            }
        }
        merged
    }

    fn assessments(
        &mut self,
        base: Option<&Assessment>,
        mine: &Assessment,
        theirs: &Assessment,
    ) -> Assessment {
        let three = Three { base, mine, theirs };
        let name = self.value(&Subject::Whole, Field::Name, three.of(|one| &one.name));
        let selection =
            self.value(&Subject::Whole, Field::Selection, three.of(|one| &one.selection));
        let facts = self.facts(three.of(|one| &one.facts));
        let snapshots = self.snapshots(mine, theirs);
        let answers = self.answers(three.of(|one| &one.answers));
        let works =
            Three { base: base.map(Assessment::work), mine: mine.work(), theirs: theirs.work() };
        let work = Held::new(self.works(works));
        let (id, created) = (mine.id.clone(), mine.created.clone());
        Assessment { id, name, created, answers, facts, selection, snapshots, work }
    }

    fn facts(&mut self, three: Three<'_, Facts>) -> Facts {
        let whole = &Subject::Whole;
        Facts {
            organisation: self.value(whole, Field::Organisation, three.of(|it| &it.organisation)),
            people: self.value(whole, Field::People, three.of(|it| &it.people)),
            sector: self.value(whole, Field::Sector, three.of(|it| &it.sector)),
            scope: self.value(whole, Field::Scope, three.of(|it| &it.scope)),
            reasons: self.list(whole, Field::Reasons, three.of(|it| &it.reasons)),
            target: self.value(whole, Field::Target, three.of(|it| &it.target)),
        }
    }

    /// All that either side took, in the order of their moments.
    fn snapshots(&mut self, mine: &Assessment, theirs: &Assessment) -> Vec<Snapshot> {
        let (mine, theirs) = (&mine.snapshots, &theirs.snapshots);
        let mut merged = mine.clone();
        merged.extend(theirs.iter().filter(|one| !mine.contains(one)).cloned());
        let shown = |all: &[Snapshot]| {
            Shown::Several(all.iter().map(|snapshot| snapshot.name.clone()).collect())
        };
        let place = Place { subject: Subject::Whole, field: Field::Snapshots };
        if merged.len() > mine.len() {
            self.decide(place, Way::Taken, shown(mine), shown(theirs));
        } else if mine.iter().any(|one| !theirs.contains(one)) {
            self.decide(place, Way::Kept, shown(mine), shown(theirs));
        }
        if mine != theirs && !mine.is_empty() && !theirs.is_empty() {
            merged.sort_by_cached_key(|one| {
                let ratings = one.ratings.iter();
                let ratings =
                    ratings.map(|(item, frozen)| (item.clone(), frozen.as_str().to_owned()));
                (one.taken.clone(), one.name.clone(), ratings.collect::<Vec<_>>())
            });
        }
        merged
    }
}

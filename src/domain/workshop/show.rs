//! What is being presented of a workshop: the same for the projector and for the presenter's window. Groups
//! say what they think before they see what others think, so nothing is shown that nobody has revealed, and
//! every step forward can be taken back by one step backward.

use std::collections::BTreeSet;

use super::session::Session;

/// Milliseconds since the beginning of 1970, from outside.
pub type Moment = u64;

const MINUTE: u64 = 60_000;
/// More time than a timer is ever set to: a day.
pub const LONGEST_TIMER: u64 = 24 * 60 * MINUTE;

/// Which page the projector shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// How groups join.
    #[default]
    Join,
    /// An item.
    Item,
    /// The items by disagreement.
    List,
    /// The end.
    End,
}

impl View {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Join, Self::Item, Self::List, Self::End];
}

/// A timer, which only tells the time: nothing stops when it is up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// It stands, with so many milliseconds left.
    Stands(u64),
    /// It runs and is up at a moment.
    Runs(Moment),
}

impl Timer {
    /// What it starts with for an item of a session; nothing where the session has no timer.
    #[must_use]
    pub fn full(session: &Session) -> Self {
        Self::Stands(u64::from(session.plan().minutes.unwrap_or_default()).saturating_mul(MINUTE))
    }

    /// Milliseconds that are left. Clocks of one device may be put back: never more than a day.
    #[must_use]
    pub fn left(self, now: Moment) -> u64 {
        match self {
            Self::Stands(left) => left,
            Self::Runs(ends) => ends.saturating_sub(now),
        }
        .min(LONGEST_TIMER)
    }

    /// Seconds that are left, the one that has begun among them.
    #[must_use]
    pub fn seconds(self, now: Moment) -> u64 {
        self.left(now).div_ceil(1000)
    }

    /// Whether it runs, or has run out.
    #[must_use]
    pub const fn runs(self) -> bool {
        matches!(self, Self::Runs(_))
    }

    fn act(&mut self, act: TimerAct, full: Self, now: Moment) {
        let left = self.left(now);
        *self = match (act, *self) {
            (TimerAct::Start, Self::Stands(left)) if left > 0 => {
                Self::Runs(now.saturating_add(left))
            }
            (TimerAct::Start, here) => here,
            (TimerAct::Pause, _) => Self::Stands(left),
            (TimerAct::Reset, _) => full,
            // A timer that has run out gets a minute from now on.
            (TimerAct::Minute, Self::Runs(_)) => {
                Self::Runs(now.saturating_add(left.saturating_add(MINUTE).min(LONGEST_TIMER)))
            }
            (TimerAct::Minute, Self::Stands(_)) => {
                Self::Stands(left.saturating_add(MINUTE).min(LONGEST_TIMER))
            }
        };
    }
}

/// What can be done to a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerAct {
    /// It runs from here on.
    Start,
    /// It stands with what is left.
    Pause,
    /// It stands with what it starts with.
    Reset,
    /// It has a minute more.
    Minute,
}

/// How much of an item the room sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The item and its levels, and how many groups are in.
    Hidden,
    /// What the groups say.
    Votes,
    /// The model rating of the case too.
    Model,
}

/// What is being presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// The page.
    pub view: View,
    /// The item, by its place in the session.
    pub place: usize,
    /// The round, from 1.
    pub round: u8,
    /// What was revealed: places of items, each with a round.
    pub revealed: BTreeSet<(usize, u8)>,
    /// Whether the model rating of the item is shown.
    pub model: bool,
    /// Whether the projector shows nothing at all for now.
    pub blank: bool,
    /// The timer.
    pub timer: Timer,
}

/// What a presenter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// On: reveal, then the model rating if there is one, then the next item; after the last one the list,
    /// then the end.
    Next,
    /// What undoes [`Step::Next`].
    Back,
    /// To the first page.
    First,
    /// To the end.
    Last,
    /// To an item.
    Item(usize),
    /// To a page.
    View(View),
    /// To a round, for all items.
    Round(u8),
    /// Shows what the groups say of the item in this round.
    Reveal,
    /// Hides it again.
    Hide,
    /// Shows the model rating, or hides it again.
    Model,
    /// Shows nothing, or what was shown before.
    Blank,
    /// Something with the timer.
    Timer(TimerAct),
}

/// What a step leads through.
#[derive(Clone, Copy)]
pub struct Course<'a> {
    /// What is asked of whom.
    pub session: &'a Session,
    /// Whether there is a model rating of the item at a place.
    pub has_model: &'a dyn Fn(usize) -> bool,
}

impl Show {
    /// What is shown when nothing was yet.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        Self {
            view: View::default(),
            place: 0,
            round: 1,
            revealed: BTreeSet::new(),
            model: false,
            blank: false,
            timer: Timer::full(session),
        }
    }

    /// Whether the room sees what the groups say of an item in a round.
    #[must_use]
    pub fn is_revealed(&self, place: usize, round: u8) -> bool {
        self.revealed.contains(&(place, round))
    }

    /// How much of its item the room sees.
    #[must_use]
    pub fn shown(&self) -> Shown {
        match (self.is_revealed(self.place, self.round), self.model) {
            (false, _) => Shown::Hidden,
            (true, false) => Shown::Votes,
            (true, true) => Shown::Model,
        }
    }

    /// What [`Step::Next`] comes to; `None` at the end.
    #[must_use]
    pub fn next(&self, course: Course<'_>) -> Option<Step> {
        let last = course.session.items().len().saturating_sub(1);
        Some(match (self.view, self.shown()) {
            _ if self.blank => Step::Blank,
            (View::Join, _) => Step::View(View::Item),
            (View::Item, Shown::Hidden) => Step::Reveal,
            (View::Item, Shown::Votes) if (course.has_model)(self.place) => Step::Model,
            (View::Item, _) if self.place < last => Step::Item(self.place.saturating_add(1)),
            (View::Item, _) => Step::View(View::List),
            (View::List, _) => Step::View(View::End),
            (View::End, _) => return None,
        })
    }

    /// What [`Step::Back`] comes to; `None` at the first page.
    #[must_use]
    pub fn back(&self) -> Option<Step> {
        Some(match (self.view, self.shown()) {
            _ if self.blank => Step::Blank,
            (View::Join, _) => return None,
            (View::Item, Shown::Model) => Step::Model,
            (View::Item, Shown::Votes) => Step::Hide,
            (View::Item, Shown::Hidden) => match self.place.checked_sub(1) {
                Some(before) => Step::Item(before),
                None => Step::View(View::Join),
            },
            (View::List, _) => Step::View(View::Item),
            (View::End, _) => Step::View(View::List),
        })
    }

    /// Takes a step. Whatever shows nothing is shown again by any step that leads somewhere.
    pub fn take(&mut self, step: Step, course: Course<'_>, now: Moment) {
        match step {
            Step::Next => self.take_one(self.next(course), course, now),
            // Where one came from, one saw all that there was to be seen.
            Step::Back => {
                let back = self.back();
                self.take_one(back, course, now);
                if let Some(Step::Item(place)) = back {
                    self.model = self.is_revealed(place, self.round) && (course.has_model)(place);
                }
            }
            step => self.take_one(Some(step), course, now),
        }
    }

    fn take_one(&mut self, step: Option<Step>, course: Course<'_>, now: Moment) {
        let Some(step) = step else { return };
        let here = (self.place, self.round);
        self.blank = match step {
            Step::Blank => !self.blank,
            Step::Timer(_) => self.blank,
            _ => false,
        };
        match step {
            // What the first two come to is taken in their place.
            Step::Next | Step::Back | Step::Blank => {}
            Step::First => self.view = View::Join,
            Step::Last => self.view = View::End,
            Step::Item(place) => {
                self.view = View::Item;
                self.place = place.min(course.session.items().len().saturating_sub(1));
            }
            Step::View(view) => self.view = view,
            Step::Round(round) => self.round = round.clamp(1, course.session.plan().rounds),
            Step::Reveal => {
                self.view = View::Item;
                self.revealed.insert(here);
            }
            Step::Hide => {
                self.revealed.remove(&here);
                self.model = false;
            }
            Step::Model => {
                self.model =
                    !self.model && self.shown() == Shown::Votes && (course.has_model)(self.place);
            }
            Step::Timer(act) => self.timer.act(act, Timer::full(course.session), now),
        }
        if here != (self.place, self.round) {
            self.model = false;
            self.timer = Timer::full(course.session);
        }
    }
}

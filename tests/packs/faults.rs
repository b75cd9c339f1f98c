//! Faults are collected and told together.

use std::{fmt::Display, ops::RangeInclusive};

/// What is wrong so far.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Something is wrong at a place.
    pub fn say(&mut self, at: impl Display, what: impl Display) {
        self.0.push(format!("{at}: {what}"));
    }

    /// Something is wrong unless it holds.
    pub fn unless(&mut self, holds: bool, at: impl Display, what: impl Display) {
        if !holds {
            self.say(at, what);
        }
    }

    /// A count has to be within bounds.
    pub fn within(
        &mut self,
        at: impl Display,
        count: usize,
        bounds: RangeInclusive<usize>,
        of: &str,
    ) {
        let (least, most) = (bounds.start(), bounds.end());
        self.unless(bounds.contains(&count), at, format!("{count} {of}, not {least} to {most}"));
    }

    /// The end of a test, which fails if anything is wrong.
    pub fn tell(self) {
        let count = self.0.len();
        assert!(self.0.is_empty(), "{count} faults\n{}\n", self.0.join("\n"));
    }
}

#[test]
#[should_panic = "2 faults\nhere: bad\nthere: 3 words, not 4 to 5\n"]
fn all_faults_are_told() {
    let mut faults = Faults::default();
    faults.say("here", "bad");
    faults.unless(true, "nowhere", "good");
    faults.within("there", 3, 4..=5, "words");
    faults.within("nowhere", 4, 4..=5, "words");
    faults.tell();
}

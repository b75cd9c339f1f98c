//! The numbers once more, straight from scoring.md, with fractions instead of whole numbers in units
//! of the scale: nothing of the domain's arithmetic is used.

use std::ops::{Add, Div, Mul, Sub};

use plumbline::domain::{
    assessment::{Answer, Applicability, Assessment, Rating},
    explain::Subject,
    pack::{GroupSource, ItemSource, Kind, PackSource, SectionSource},
    ratio::Ratio,
    scale::LevelSource,
    selection::Selection,
};

/// A fraction in lowest terms with a denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction(i128, i128);

impl Fraction {
    pub fn new(num: i128, den: i128) -> Self {
        assert!(den != 0, "a fraction has a denominator");
        let (mut a, mut b) = (num.abs(), den.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = a * den.signum();
        Self(num / divisor, den / divisor)
    }

    pub fn whole(number: u64) -> Self {
        Self(number.into(), 1)
    }

    /// A quotient, or nothing when the divisor is zero.
    fn over(self, divisor: Self) -> Option<Self> {
        (divisor.0 != 0).then(|| self / divisor)
    }
}

impl From<Ratio> for Fraction {
    fn from(ratio: Ratio) -> Self {
        Self::new(ratio.num().try_into().unwrap(), ratio.den().try_into().unwrap())
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self(-other.0, other.1)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
}

impl Div for Fraction {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }
}

impl std::iter::Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(fractions: I) -> Self {
        fractions.fold(Self(0, 1), Self::add)
    }
}

/// Conformity, low, high and completeness of a subject.
pub fn numbers(
    source: &PackSource,
    assessment: &Assessment,
    subject: &Subject,
) -> [Option<Fraction>; 4] {
    let all = source.sections.iter().flat_map(|section| {
        let groups = section.groups.iter();
        groups.flat_map(move |group| group.items.iter().map(move |item| (section, group, item)))
    });
    let of_subject: Vec<(Fraction, State)> = all
        .filter(|(section, group, item)| belongs(subject, section, group, item))
        .filter(|(_, _, item)| is_asked(&assessment.selection, item))
        .map(|(section, _, item)| {
            let answer = assessment.answers.get(&item.id).cloned().unwrap_or_default();
            (Fraction::whole(item.weight), state(&source.scale, section.kind, &answer))
        })
        .collect();
    let in_scope: Vec<_> = of_subject.iter().filter(|(_, state)| *state != State::Out).collect();
    let credit: Fraction =
        in_scope.iter().filter_map(|(w, state)| Some(*w * state.credit()?)).sum();
    let rated: Fraction =
        in_scope.iter().filter(|(_, state)| state.credit().is_some()).map(|(w, _)| *w).sum();
    let weight: Fraction = in_scope.iter().map(|(w, _)| *w).sum();
    let seen = in_scope.iter().filter(|(_, state)| *state != State::Unanswered).count();
    let count = |items: usize| Fraction::whole(items.try_into().unwrap());
    [
        credit.over(rated),
        credit.over(weight),
        (credit + (weight - rated)).over(weight),
        count(seen).over(count(in_scope.len())),
    ]
}

/// The mean of the conformities of the groups that have one.
pub fn theme_averaged(source: &PackSource, assessment: &Assessment) -> Option<Fraction> {
    let groups = source.sections.iter().flat_map(|section| &section.groups);
    let conformities: Vec<Fraction> = groups
        .filter_map(|group| numbers(source, assessment, &Subject::Group(group.id.clone()))[0])
        .collect();
    let count = Fraction::whole(conformities.len().try_into().unwrap());
    conformities.into_iter().sum::<Fraction>().over(count)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Credit(Fraction),
    DontKnow,
    Unanswered,
    Out,
}

impl State {
    fn credit(self) -> Option<Fraction> {
        if let Self::Credit(credit) = self { Some(credit) } else { None }
    }
}

fn state(scale: &[LevelSource], kind: Kind, answer: &Answer) -> State {
    if let (Kind::Control, Applicability::Excluded { justification }) =
        (kind, &answer.applicability)
    {
        let only_white_space = justification.chars().all(char::is_whitespace);
        return if only_white_space { State::Unanswered } else { State::Out };
    }
    match &answer.rating {
        None => State::Unanswered,
        Some(Rating::DontKnow) => State::DontKnow,
        Some(Rating::Level(code)) => scale.iter().find(|level| level.code == *code).map_or(
            State::Unanswered,
            |LevelSource { credit: [num, den], .. }| {
                State::Credit(Fraction::new((*num).into(), (*den).into()))
            },
        ),
    }
}

fn is_asked(selection: &Selection, item: &ItemSource) -> bool {
    match selection {
        Selection::All => true,
        Selection::Quick => item.quick,
        Selection::Items(items) => items.contains(&item.id),
    }
}

fn belongs(
    subject: &Subject,
    section: &SectionSource,
    group: &GroupSource,
    item: &ItemSource,
) -> bool {
    match subject {
        Subject::Everything => true,
        Subject::Section(id) => section.id == *id,
        Subject::Group(id) => group.id == *id,
        Subject::Attribute(id, value) => {
            item.attributes.iter().any(|(of, values)| of == id && values.contains(value))
        }
    }
}

//! One honest verdict for the top of a result. The rules are Plumbline's own; they are few and plain,
//! and no average outweighs a major finding.

use super::{
    evaluation::{Evaluation, GroupResult},
    finding::{Finding, Grade},
    id::GroupId,
    ratio::Ratio,
    score::Measure,
};

/// How far an organisation is; a better one is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Fewer than half of the items in scope are rated: the range is wider than anything that the
    /// conformity could say. *Don't know* is no rating.
    TooEarly,
    /// The conformity is below 1/3, less than *Partly* on average.
    Beginning,
    /// None of the others.
    OnTheWay,
    /// No major finding, minor ones at no more than 1/10 of the items in scope, and the low end of
    /// the range is at least 2/3: *Largely* on average, whatever the rest turns out to be.
    Close,
    /// Everything in scope is rated, there is neither a major nor a minor finding, and the conformity
    /// is at least 9/10.
    InPlace,
}

/// A verdict and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How far the organisation is.
    pub judgement: Judgement,
    /// The numbers of everything.
    pub measure: Measure,
    /// Major findings, those of groups as well.
    pub majors: u64,
    /// Minor findings.
    pub minors: u64,
}

/// Where an organisation is better and where it is worse than on the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// Groups above the conformity of everything, the best first.
    pub strengths: Vec<GroupId>,
    /// Groups below it, the worst first.
    pub weaknesses: Vec<GroupId>,
    /// Groups of which too little is rated to be compared, in pack order.
    pub left_out: Vec<GroupId>,
}

impl Verdict {
    /// How many more ratings it takes until there is a verdict: half of the items in scope, at least
    /// one.
    #[must_use]
    pub fn missing(&self) -> u64 {
        let counts = self.measure.counts;
        counts.in_scope.div_ceil(2).max(1).saturating_sub(counts.rated)
    }
}

/// The verdict; what each one takes stands at [`Judgement`].
#[must_use]
pub fn verdict(evaluation: &Evaluation, findings: &[Finding]) -> Verdict {
    let measure = evaluation.everything;
    let count =
        |grade| findings.iter().fold(0_u64, |sum, finding| sum + u64::from(finding.grade == grade));
    let (majors, minors) = (count(Grade::Major), count(Grade::Minor));
    Verdict { judgement: judge(&measure, majors, minors), measure, majors, minors }
}

/// Whether fewer than half of the items in scope are rated, or none at all.
#[must_use]
pub const fn is_too_early(measure: &Measure) -> bool {
    let counts = measure.counts;
    counts.rated == 0 || counts.rated.saturating_mul(2) < counts.in_scope
}

fn judge(measure: &Measure, majors: u64, minors: u64) -> Judgement {
    let counts = measure.counts;
    let few_minors = minors.saturating_mul(10) <= counts.in_scope;
    if is_too_early(measure) {
        Judgement::TooEarly
    } else if measure.conformity < Ratio::new(1, 3) {
        Judgement::Beginning
    } else if majors > 0 || !few_minors || measure.low < Ratio::new(2, 3) {
        Judgement::OnTheWay
    } else if minors > 0 || counts.rated < counts.in_scope || measure.conformity < Ratio::new(9, 10)
    {
        Judgement::Close
    } else {
        Judgement::InPlace
    }
}

/// Fewest ratings that make a group strong or weak: one could be chance.
const LEAST_RATED: u64 = 2;

/// The best and the worst groups, `most` of each at most, among those of which enough is rated: at
/// least half of what is in scope, and two items. A group is never both: it has to be above, or below,
/// the conformity of everything. What is in place by less than half is nobody’s strength, however bad the
/// rest is. Among equals pack order decides.
#[must_use]
pub fn contrast(evaluation: &Evaluation, most: usize) -> Contrast {
    let speaks = |group: &&GroupResult| {
        !is_too_early(&group.measure) && group.measure.counts.rated >= LEAST_RATED
    };
    let asked = evaluation.groups.iter().filter(|group| group.measure.counts.in_scope > 0);
    let (mut groups, left_out): (Vec<&GroupResult>, Vec<&GroupResult>) = asked.partition(speaks);
    groups.sort_by_key(|group| group.measure.conformity);
    let whole = evaluation.everything.conformity;
    let ids = |groups: &[&GroupResult]| groups.iter().map(|group| group.id.clone()).collect();
    let mut weaknesses = groups.clone();
    weaknesses.retain(|group| group.measure.conformity < whole);
    weaknesses.truncate(most);
    // Upside down, but equals stay in pack order.
    groups.sort_by_key(|group| std::cmp::Reverse(group.measure.conformity));
    let half = Ratio::new(1, 2);
    groups.retain(|group| group.measure.conformity > whole && group.measure.conformity >= half);
    groups.truncate(most);
    Contrast { strengths: ids(&groups), weaknesses: ids(&weaknesses), left_out: ids(&left_out) }
}

//! What a pack knows beside its items: the documents that an ISMS keeps, the helper that tells which
//! standard to open, the reasons for an ISMS, the ten steps, audit days. Words are in
//! [`crate::text::HandbookTexts`].

use serde::Serialize;

use super::id::{DocumentId, ItemId, ReasonId};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handbook {
    /// In the order of the list that people get to see.
    pub documents: Vec<DocumentRule>,
    /// "Which of the two do I need now?"
    pub questions: Vec<Question>,
    /// The reasons that move organisations.
    pub reasons: Vec<Reason>,
    /// The steps to a certificate, in order.
    pub steps: Vec<Step>,
    /// Starting values for the first audit, by people in scope, rising.
    pub audit_days: Vec<AuditDays>,
}

/// Documented information that an ISMS has to have, or often has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRule {
    /// Its identifier.
    pub id: DocumentId,
    /// The item that it belongs to.
    pub item: ItemId,
    /// Who says that it is needed.
    pub demand: Demand,
    /// Kept up to date or kept as proof.
    pub form: Form,
}

/// Who says that documented information is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// A clause of 27001, of everybody.
    Mandatory,
    /// A control, where it applies.
    IfApplicable,
    /// Nobody; auditors see it often.
    Common,
}

/// A document is maintained, a record is retained (glossary).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Kept up to date.
    Document,
    /// Kept as proof.
    Record,
}

/// A question of the helper, with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its identifier in the texts.
    pub id: String,
    /// What can be answered.
    pub answers: Vec<Leaning>,
}

/// How far an answer speaks for each of the two standards, in points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// Its identifier in the texts.
    pub id: String,
    /// For the requirements.
    pub requirements: u64,
    /// For the guidance on controls.
    pub controls: u64,
}

/// Which of the two standards helps most now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// 27001.
    Requirements,
    /// 27002.
    Controls,
    /// One beside the other.
    Both,
}

/// Points by which one standard has to lead before the other is left aside.
const LEAD: u64 = 3;

/// What the chosen answers add up to; nothing chosen speaks for both.
#[must_use]
pub fn advise<'a>(chosen: impl IntoIterator<Item = &'a Leaning>) -> Advice {
    let (requirements, controls) = chosen.into_iter().fold((0_u64, 0_u64), |sum, leaning| {
        (sum.0.saturating_add(leaning.requirements), sum.1.saturating_add(leaning.controls))
    });
    if requirements >= controls.saturating_add(LEAD) {
        Advice::Requirements
    } else if controls >= requirements.saturating_add(LEAD) {
        Advice::Controls
    } else {
        Advice::Both
    }
}

impl Leaning {
    /// Whether an answer is a reason for some advice.
    #[must_use]
    pub const fn speaks_for(&self, advice: Advice) -> bool {
        match advice {
            Advice::Requirements => self.requirements > self.controls,
            Advice::Controls => self.controls > self.requirements,
            Advice::Both => true,
        }
    }
}

/// Why an organisation wants an ISMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its identifier.
    pub id: ReasonId,
    /// The items whose gaps endanger it most.
    pub items: Vec<ItemId>,
}

/// One of the steps to a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// From 1.
    pub number: u64,
    /// Elapsed weeks, from and to, in firms of about 10, 100 and 1,000 people: an estimate.
    pub weeks: [(u64, u64); 3],
    /// What is written in it.
    pub documents: Vec<DocumentId>,
    /// The items that it stands on (scoring.md, Ten steps).
    pub items: Vec<ItemId>,
}

/// The starting value of the first audit for so many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditDays {
    /// Fewest people in scope.
    pub from: u64,
    /// Most people in scope.
    pub to: u64,
    /// In half days, to stay with whole numbers.
    pub half_days: u64,
}

impl AuditDays {
    /// Half days of a surveillance audit: about a third, a rule of thumb of Plumbline's own.
    #[must_use]
    pub const fn surveillance(&self) -> u64 {
        self.half_days.saturating_add(1) / 3
    }

    /// Half days of a recertification: about two thirds, a rule of thumb of Plumbline's own.
    #[must_use]
    pub const fn recertification(&self) -> u64 {
        self.half_days.saturating_mul(2).saturating_add(1) / 3
    }
}

impl Handbook {
    /// The starting value of the first audit for so many people; `None` where the table ends.
    #[must_use]
    pub fn audit_days_for(&self, people: u64) -> Option<AuditDays> {
        self.audit_days.iter().find(|days| (days.from..=days.to).contains(&people)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audit_days_are_looked_up_and_shared_out() {
        let days = |from, to, half_days| AuditDays { from, to, half_days };
        let audit_days = vec![days(1, 10, 10), days(11, 15, 12)];
        let handbook = Handbook { audit_days, ..Handbook::default() };
        let half_days = |people| handbook.audit_days_for(people).map(|days| days.half_days);
        assert_eq!([1, 10, 11, 15].map(half_days), [Some(10), Some(10), Some(12), Some(12)]);
        assert_eq!([0, 16].map(half_days), [None, None]);
        // 10 half days: 3 1/3 and 6 2/3; 17: 5 2/3 and 11 1/3.
        let shares = |all| (days(1, 1, all).surveillance(), days(1, 1, all).recertification());
        assert_eq!([10, 17, 24].map(shares), [(3, 7), (6, 11), (8, 16)]);
    }

    #[test]
    fn a_clear_lead_decides_and_anything_less_is_both() {
        let leaning =
            |requirements, controls| Leaning { id: String::new(), requirements, controls };
        let cases: [(&[(u64, u64)], Advice); 6] = [
            (&[], Advice::Both),
            (&[(2, 0)], Advice::Both),
            (&[(3, 0)], Advice::Requirements),
            (&[(0, 3)], Advice::Controls),
            (&[(3, 0), (0, 3)], Advice::Both),
            (&[(3, 1), (2, 1), (0, 1)], Advice::Both),
        ];
        for (points, expected) in cases {
            let chosen: Vec<_> = points.iter().map(|(a, b)| leaning(*a, *b)).collect();
            assert_eq!(advise(&chosen), expected, "{points:?}");
        }
    }

    #[test]
    fn reasons_speak_for_what_is_advised() {
        let leaning = Leaning { id: String::new(), requirements: 1, controls: 2 };
        assert!(leaning.speaks_for(Advice::Controls) && leaning.speaks_for(Advice::Both));
        assert!(!leaning.speaks_for(Advice::Requirements));
    }
}

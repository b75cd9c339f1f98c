//! What is in the way of the audit, in words.

use super::{
    Key, Texts,
    outcome::{Names, group_name},
};
use crate::domain::{
    document::DocumentState,
    finding::{Finding, FindingReason, Place, graded_down},
    id::FindingId,
    readiness::{Blocker, Lack, Level},
    soa::Lint,
};

/// What kind of thing is in the way, and so where it is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Requirements that aren't far enough.
    Requirements,
    /// Documents and records.
    Documents,
    /// Rows of the Statement of Applicability.
    Statement,
    /// Findings.
    Findings,
    /// What nobody has looked at, or could tell.
    Unseen,
    /// Risks.
    Risks,
}

impl Kind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Requirements,
        Self::Documents,
        Self::Statement,
        Self::Findings,
        Self::Unseen,
        Self::Risks,
    ];

    /// The kind of a blocker.
    #[must_use]
    pub const fn of(blocker: &Blocker) -> Self {
        match blocker {
            Blocker::BelowLargely(_) => Self::Requirements,
            Blocker::Document(_) => Self::Documents,
            Blocker::Statement(..) => Self::Statement,
            Blocker::Major(_) => Self::Findings,
            Blocker::Unanswered(_) | Blocker::DontKnow(_) => Self::Unseen,
            Blocker::Risk(..) | Blocker::NoRisks => Self::Risks,
        }
    }

    /// What it is called, and how many there are.
    #[must_use]
    pub const fn name(self) -> Key {
        match self {
            Self::Requirements => Key::ReadinessRequirements,
            Self::Documents => Key::ReadinessDocuments,
            Self::Statement => Key::ReadinessStatement,
            Self::Findings => Key::ReadinessFindings,
            Self::Unseen => Key::ReadinessUnseen,
            Self::Risks => Key::ReadinessRisks,
        }
    }
}

/// "8.5" for 17 half days.
#[must_use]
pub fn days(half_days: u64) -> String {
    let half = if half_days.is_multiple_of(2) { "" } else { ".5" };
    format!("{}{half}", half_days / 2)
}

/// How far an organisation is on the way to the audit: a few words, and a sentence.
#[must_use]
pub const fn level_text(level: Level) -> (Key, Key) {
    match level {
        Level::NotReady => (Key::ReadinessNot, Key::ReadinessNotMeans),
        Level::Stage1 => (Key::ReadinessStage1, Key::ReadinessStage1Means),
        Level::Stage2 => (Key::ReadinessStage2, Key::ReadinessStage2Means),
    }
}

/// What is in the way: its name, and what it lacks. `findings` are all that there are.
#[must_use]
pub fn blocker_text(
    texts: &Texts,
    names: &Names<'_>,
    findings: &[Finding],
    blocker: &Blocker,
) -> (String, String) {
    let say = |key| texts.get(key).to_owned();
    match blocker {
        Blocker::BelowLargely(item) => (names.item(item), say(Key::ReadinessBelow)),
        Blocker::Document(id) => {
            let entry = names.assessment.work().documents.get(id);
            let why = document_key(entry.and_then(|entry| entry.state));
            (names.document(id).to_owned(), say(why))
        }
        Blocker::Statement(item, lint) => (names.item(item), say(lint_key(*lint))),
        Blocker::Unanswered(item) => (names.item(item), say(Key::ReadinessUnanswered)),
        Blocker::DontKnow(item) => (names.item(item), say(Key::ReadinessDontKnow)),
        Blocker::Major(id) => major(texts, names, findings, id),
        Blocker::NoRisks => (say(Key::ReadinessRegister), say(Key::ReadinessNoRisks)),
        Blocker::Risk(id, lack) => {
            let risk = names.assessment.work().risks.get(id);
            let title = risk.map(|risk| risk.title.trim()).unwrap_or_default();
            (format!("{} {title}", names.risk(id)).trim_end().to_owned(), say(lack_key(*lack)))
        }
    }
}

fn major(
    texts: &Texts,
    names: &Names<'_>,
    findings: &[Finding],
    id: &FindingId,
) -> (String, String) {
    let Some(finding) = findings.iter().find(|finding| finding.id().as_ref() == Some(id)) else {
        return (id.to_string(), String::new());
    };
    let at = match &finding.at {
        Place::Item(item) => names.item(item),
        Place::Group(group) => group_name(names.pack, group),
    };
    let why = if finding.grade == finding.computed {
        why_text(texts, names, finding)
    } else {
        texts.get(Key::ReadinessRegraded).to_owned()
    };
    (at, why)
}

/// What the rules call major and the assessor doesn't, so that it isn't in the way; `None` when there is
/// nothing of the kind. `findings` are all that there are.
#[must_use]
pub fn graded_down_text(texts: &Texts, names: &Names<'_>, findings: &[Finding]) -> Option<String> {
    let name = |finding: &Finding| match &finding.reason {
        FindingReason::Document { document, .. } => names.document(document).to_owned(),
        _ => names.place(&finding.at),
    };
    let graded: Vec<String> = graded_down(findings).map(name).collect();
    let names = || graded.join("; ");
    (!graded.is_empty()).then(|| texts.fill(Key::ReadinessGradedDown, &[("names", &names())]))
}

/// Why something is a finding, in a few words: what is rated how, or what is missing.
#[must_use]
pub fn why_text(texts: &Texts, names: &Names<'_>, finding: &Finding) -> String {
    let counted = |key, some: usize, all: usize| {
        texts.fill(key, &[("number", &some.to_string()), ("all", &all.to_string())])
    };
    match &finding.reason {
        FindingReason::Level(level) => {
            texts.fill(Key::ReadinessRated, &[("level", names.pack.level(level))])
        }
        FindingReason::Risks { level, risks } => texts.fill(
            Key::ReadinessTreats,
            &[("level", names.pack.level(level)), ("risks", &names.risks(risks))],
        ),
        FindingReason::Document { document, state } => {
            let key = match state {
                DocumentState::Missing => Key::ReadinessMissing,
                DocumentState::Draft | DocumentState::InPlace => Key::ReadinessDrafted,
            };
            texts.fill(key, &[("document", names.document(document))])
        }
        FindingReason::MinorsInClause { minors, of } => counted(Key::ReadinessClause, *minors, *of),
        FindingReason::GapsInTheme { gaps, of } => counted(Key::ReadinessTheme, *gaps, *of),
    }
}

/// What a document or record lacks.
const fn document_key(state: Option<DocumentState>) -> Key {
    match state {
        None => Key::ReadinessUnanswered,
        Some(DocumentState::Missing) => Key::ReadinessAbsent,
        Some(DocumentState::Draft | DocumentState::InPlace) => Key::ReadinessDraft,
    }
}

const fn lint_key(lint: Lint) -> Key {
    match lint {
        Lint::Undecided => Key::ReadinessUndecided,
        Lint::Proposed => Key::ReadinessProposed,
        Lint::ExcludedThoughNeeded => Key::ReadinessNeeded,
        Lint::ExcludedWithoutJustification => Key::ReadinessUnjustified,
        Lint::IncludedWithoutReason => Key::ReadinessUnreasoned,
        Lint::WithoutEvidence => Key::ReadinessUnproven,
    }
}

const fn lack_key(lack: Lack) -> Key {
    match lack {
        Lack::Levels => Key::ReadinessRiskLevels,
        Lack::Treatment => Key::ReadinessRiskTreatment,
        Lack::Owner => Key::ReadinessRiskOwner,
        Lack::Acceptance => Key::ReadinessRiskAcceptance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            assessment::Assessment,
            finding::Grade,
            id::{AssessmentId, DocumentId, GroupId, ItemId, LevelCode, RiskId},
            time::Timestamp,
        },
        persist::pack::read_pack,
        text::PackTexts,
    };

    #[test]
    fn what_is_in_the_way_has_a_name_and_a_reason() {
        let pack = read_pack(include_str!("../../packs/iso27001-2022/pack.json")).unwrap();
        let words = include_str!("../../packs/iso27001-2022/en.json");
        let words = PackTexts::read(&pack, words).unwrap();
        let id = AssessmentId::from_random([0; 16]);
        let assessment = Assessment::new(id, "Acme".into(), Timestamp::default());
        let names = Names { pack: &words, handbook: None, assessment: &assessment };
        let item = || ItemId::parse("5.2").unwrap();
        let level = || LevelCode::parse("N").unwrap();
        let finding = |grade, at, reason| Finding {
            grade,
            computed: Grade::Major,
            regraded: None,
            at,
            reason,
        };
        let own = finding(Grade::Major, Place::Item(item()), FindingReason::Level(level()));
        let clause = finding(
            Grade::Major,
            Place::Group(GroupId::parse("5").unwrap()),
            FindingReason::MinorsInClause { minors: 3, of: 5 },
        );
        let findings = [own.clone(), clause.clone()];
        let said = |blocker| blocker_text(&Texts::english(), &names, &findings, &blocker);
        let major = |finding: &Finding| Blocker::Major(finding.id().unwrap());
        let risk = RiskId::parse("r1").unwrap();
        for (blocker, kind, name, why) in [
            (Blocker::BelowLargely(item()), Kind::Requirements, "5.2 Policy", "Less than largely"),
            (Blocker::Unanswered(item()), Kind::Unseen, "5.2 Policy", "Nobody has looked"),
            (Blocker::DontKnow(item()), Kind::Unseen, "5.2 Policy", "Nobody could tell"),
            (
                Blocker::Document(DocumentId::parse("isms-scope").unwrap()),
                Kind::Documents,
                "isms-scope",
                "Nobody has looked",
            ),
            (Blocker::Statement(item(), Lint::Undecided), Kind::Statement, "5.2 Policy", "Neither"),
            (major(&own), Kind::Findings, "5.2 Policy", "Rated “Not in place”"),
            (major(&clause), Kind::Findings, "5 Leadership", "3 of 5 requirements"),
            (Blocker::Risk(risk, Lack::Owner), Kind::Risks, "r1", "Nobody answers for it"),
        ] {
            assert_eq!(Kind::of(&blocker), kind, "{blocker:?}");
            let (said_name, said_why) = said(blocker);
            assert_eq!(said_name, name);
            assert!(said_why.starts_with(why), "{said_why}");
        }

        let told = |findings: &[Finding]| graded_down_text(&Texts::english(), &names, findings);
        assert_eq!(told(&findings), None);
        let lower = |finding: &Finding| Finding { grade: Grade::Minor, ..finding.clone() };
        let minor = Finding { computed: Grade::Minor, ..lower(&own) };
        let words = told(&[lower(&own), minor, lower(&clause)]).unwrap();
        assert!(words.contains(": 5.2 Policy; 5 Leadership."), "{words}");
    }
}

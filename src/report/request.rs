//! What somebody wants handed over: which report, in which format, with what on its cover.

use serde::{Deserialize, Serialize};

use crate::text::Key;

/// A report to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// What kind of report the cover names; [`Preset::Everything`] unless chosen.
    pub preset: Preset,
    /// The sections that it has, in any order; when there are none, those of the preset.
    pub sections: Vec<SectionKind>,
    /// Who made it.
    pub author: String,
    /// Its version, such as `1.0`.
    pub version: String,
    /// How freely it may be passed on, such as `Confidential`.
    pub classification: String,
    /// What else stands at the foot of every page.
    pub footer: String,
    /// How the report looks.
    pub branding: Branding,
}

impl Request {
    /// The sections that it has: those named, or else those of its preset.
    #[must_use]
    pub const fn wanted(&self) -> &[SectionKind] {
        if self.sections.is_empty() { self.preset.sections() } else { self.sections.as_slice() }
    }
}

/// Reports that are often asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// One page for the management.
    Summary,
    /// What is missing, and what to do about it.
    GapReport,
    /// The Statement of Applicability.
    Statement,
    /// The risks and what is done about them.
    RiskTreatment,
    /// All there is.
    #[default]
    Everything,
}

/// The sections of a report, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The first page.
    Cover,
    /// What it all comes to, on one page.
    Management,
    /// Scope, method, scale, who answered, limits.
    Method,
    /// Numbers and charts.
    Results,
    /// Documented information.
    Documents,
    /// Probable findings.
    Findings,
    /// The gravest risks, and the matrix before and after.
    TopRisks,
    /// All risks and their treatment.
    Register,
    /// Ten steps and the actions.
    Plan,
    /// Readiness for the two stages, audit days.
    Outlook,
    /// All controls with their reasons.
    Statement,
    /// What was shown.
    Evidence,
    /// What nobody has answered or could tell.
    Open,
    /// Every answer with its note.
    Answers,
    /// How the numbers come about.
    Computation,
}

impl Preset {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] =
        [Self::Summary, Self::GapReport, Self::Statement, Self::RiskTreatment, Self::Everything];

    /// The sections that it has, in the order in which they stand.
    #[must_use]
    pub const fn sections(self) -> &'static [SectionKind] {
        use SectionKind as Kind;
        match self {
            Self::Summary => &[Kind::Management],
            Self::GapReport => &[
                Kind::Cover,
                Kind::Management,
                Kind::Method,
                Kind::Results,
                Kind::Documents,
                Kind::Findings,
                Kind::Plan,
                Kind::Outlook,
                Kind::Open,
            ],
            Self::Statement => &[Kind::Cover, Kind::Statement],
            Self::RiskTreatment => &[Kind::Cover, Kind::TopRisks, Kind::Register, Kind::Plan],
            Self::Everything => &SectionKind::ALL,
        }
    }

    /// What such a report is called.
    #[must_use]
    pub const fn title(self) -> Key {
        match self {
            Self::Summary => Key::ReportsPresetSummary,
            Self::GapReport => Key::ReportsPresetGapReport,
            Self::Statement => Key::ReportsPresetStatement,
            Self::RiskTreatment => Key::ReportsPresetRiskTreatment,
            Self::Everything => Key::ReportsPresetEverything,
        }
    }

    /// What stands in it, in a sentence.
    #[must_use]
    pub const fn meaning(self) -> Key {
        match self {
            Self::Summary => Key::ReportsPresetSummaryMeans,
            Self::GapReport => Key::ReportsPresetGapReportMeans,
            Self::Statement => Key::ReportsPresetStatementMeans,
            Self::RiskTreatment => Key::ReportsPresetRiskTreatmentMeans,
            Self::Everything => Key::ReportsPresetEverythingMeans,
        }
    }
}

impl SectionKind {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 15] = [
        Self::Cover,
        Self::Management,
        Self::Method,
        Self::Results,
        Self::Documents,
        Self::Findings,
        Self::TopRisks,
        Self::Register,
        Self::Plan,
        Self::Outlook,
        Self::Statement,
        Self::Evidence,
        Self::Open,
        Self::Answers,
        Self::Computation,
    ];

    /// Its title.
    #[must_use]
    pub const fn title(self) -> Key {
        match self {
            Self::Cover => Key::ReportsSectionCover,
            Self::Management => Key::ReportsSectionManagement,
            Self::Method => Key::ReportsSectionMethod,
            Self::Results => Key::ReportsSectionResults,
            Self::Documents => Key::ReportsSectionDocuments,
            Self::Findings => Key::ReportsSectionFindings,
            Self::TopRisks => Key::ReportsSectionTopRisks,
            Self::Register => Key::ReportsSectionRegister,
            Self::Plan => Key::ReportsSectionPlan,
            Self::Outlook => Key::ReportsSectionOutlook,
            Self::Statement => Key::ReportsSectionStatement,
            Self::Evidence => Key::ReportsSectionEvidence,
            Self::Open => Key::ReportsSectionOpen,
            Self::Answers => Key::ReportsSectionAnswers,
            Self::Computation => Key::ReportsSectionComputation,
        }
    }

    /// Where links to it lead.
    #[must_use]
    pub const fn anchor(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Management => "management",
            Self::Method => "method",
            Self::Results => "results",
            Self::Documents => "documents",
            Self::Findings => "findings",
            Self::TopRisks => "top_risks",
            Self::Register => "register",
            Self::Plan => "plan",
            Self::Outlook => "outlook",
            Self::Statement => "statement",
            Self::Evidence => "evidence",
            Self::Open => "open",
            Self::Answers => "answers",
            Self::Computation => "computation",
        }
    }
}

/// How reports of a consultancy look; kept as a preset and handed on as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Branding {
    /// Whoever hands the report over.
    pub name: String,
    /// `#0b5c6b`; empty for Plumbline's own.
    pub accent: String,
    /// The logo as PNG, in base64; empty when there is none.
    pub logo: String,
    /// How freely reports may be passed on, unless a report says otherwise.
    pub classification: String,
    /// What stands at the foot of every page, unless a report says otherwise.
    pub footer: String,
    /// The styles of the client's own template in Word, by what Plumbline calls them.
    pub word_styles: Vec<(String, String)>,
}

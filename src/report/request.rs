//! What somebody wants handed over: which report, in which format, with what on its cover.

use serde::{Deserialize, Serialize};

/// A report to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// What kind of report the cover names; [`Preset::Everything`] unless chosen.
    pub preset: Preset,
    /// The sections that it has.
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

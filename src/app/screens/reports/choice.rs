//! What was chosen on the page of reports, remembered on this device.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    browser::preferences,
    export::job::Format,
    persist::keys,
    report::request::{Preset, Request, SectionKind},
    text::Key,
};

/// Which report, in which format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub format: Format,
    pub request: Request,
}

/// The choice on the page.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<Choice>);

impl Chosen {
    /// What was chosen before, or else a gap report to read in the browser.
    pub fn kept() -> Self {
        let kept = preferences::get(keys::REPORTS);
        let kept = kept.and_then(|kept| serde_json::from_str(&kept).ok());
        let first = || Choice {
            request: Request { preset: Preset::GapReport, ..Request::default() },
            ..Choice::default()
        };
        Self(RwSignal::new(kept.unwrap_or_else(first)))
    }

    /// Reads the choice, following it.
    pub fn with<T>(self, read: impl FnOnce(&Choice) -> T) -> T {
        self.0.with(read)
    }

    /// The choice now.
    pub fn now(self) -> Choice {
        self.0.get_untracked()
    }

    /// Changes the choice and remembers it.
    pub fn change(self, change: impl FnOnce(&mut Choice)) {
        self.0.update(change);
        if let Ok(text) = serde_json::to_string(&self.now()) {
            preferences::set(keys::REPORTS, &text);
        }
    }

    /// Chooses a report with the sections that it usually has.
    pub fn choose_preset(self, preset: Preset) {
        self.change(|choice| {
            choice.request.preset = preset;
            choice.request.sections.clear();
        });
    }

    /// Puts a section into the report, or takes it out.
    pub fn turn(self, section: SectionKind) {
        self.change(|choice| {
            let request = &mut choice.request;
            let mut sections = request.wanted().to_vec();
            match sections.iter().position(|known| *known == section) {
                Some(place) => drop(sections.remove(place)),
                None => sections.push(section),
            }
            sections.sort();
            // As the preset has it, also in versions to come.
            request.sections =
                if sections == request.preset.sections() { Vec::new() } else { sections };
        });
    }
}

/// Formats by what is done with such files.
pub const GROUPS: [(Key, &[Format]); 3] = [
    (Key::ReportsGroupRead, &[Format::Html, Format::Pdf, Format::Word, Format::Markdown]),
    (Key::ReportsGroupTables, &[Format::Excel, Format::Csv]),
    (Key::ReportsGroupPrograms, &[Format::Assessment, Format::Results, Format::Calendar]),
];

/// What a format is called.
pub const fn format_name(format: Format) -> Key {
    match format {
        Format::Html => Key::ReportsHtml,
        Format::Pdf => Key::ReportsPdf,
        Format::Word => Key::ReportsWord,
        Format::Markdown => Key::ReportsMarkdown,
        Format::Excel => Key::ReportsExcel,
        Format::Csv => Key::ReportsCsv,
        Format::Results => Key::ReportsResults,
        Format::Assessment => Key::ReportsAssessment,
        Format::Calendar => Key::ReportsCalendar,
    }
}

/// What such a file is good for.
pub const fn format_means(format: Format) -> Key {
    match format {
        Format::Html => Key::ReportsHtmlMeans,
        Format::Pdf => Key::ReportsPdfMeans,
        Format::Word => Key::ReportsWordMeans,
        Format::Markdown => Key::ReportsMarkdownMeans,
        Format::Excel => Key::ReportsExcelMeans,
        Format::Csv => Key::ReportsCsvMeans,
        Format::Results => Key::ReportsResultsMeans,
        Format::Assessment => Key::ReportsAssessmentMeans,
        Format::Calendar => Key::ReportsCalendarMeans,
    }
}

/// Whom a report is for.
pub const fn preset_for(preset: Preset) -> Key {
    match preset {
        Preset::Summary => Key::ReportsForSummary,
        Preset::GapReport => Key::ReportsForGapReport,
        Preset::Statement => Key::ReportsForStatement,
        Preset::RiskTreatment => Key::ReportsForRiskTreatment,
        Preset::Everything => Key::ReportsForEverything,
    }
}

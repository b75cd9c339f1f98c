//! The long texts of a pack in one file: a line for each of its files, the path without ending, a
//! tab, the JSON (docs/decisions/0015).

use super::{HandbookTexts, ItemGuidance, read_guidance};
use crate::{domain::handbook::Handbook, persist::handbook::read_handbook};

/// The lines of such a file.
#[derive(Clone, Debug)]
pub struct Bundle<'a>(pub Vec<(&'a str, &'a str)>);

impl<'a> Bundle<'a> {
    /// Parts a file into its lines.
    #[must_use]
    pub fn new(file: &'a str) -> Self {
        Self(file.lines().filter_map(|line| line.split_once('\t')).collect())
    }

    /// The JSON of a file of the pack.
    #[must_use]
    pub fn part(&self, wanted: &str) -> Option<&'a str> {
        self.0.iter().find(|(place, _)| *place == wanted).map(|(_, json)| *json)
    }

    /// The long texts of the items of a clause or theme; `None` when they aren't there or can't be
    /// read.
    #[must_use]
    pub fn guidance(&self, language: &str, group: &str) -> Option<Vec<(String, ItemGuidance)>> {
        read_guidance(self.part(&format!("guidance/{language}/{group}"))?).ok()
    }

    /// The handbook and its words; `None` when they aren't there or can't be read.
    #[must_use]
    pub fn handbook(&self, language: &str) -> Option<(Handbook, HandbookTexts)> {
        let words = |name: &str| self.part(&format!("handbook/{language}/{name}"));
        let (documents, guide) = (self.part("handbook/documents")?, self.part("handbook/guide")?);
        let handbook = read_handbook(documents, guide).ok()?;
        Some((handbook, HandbookTexts::read(words("documents")?, words("guide")?).ok()?))
    }
}

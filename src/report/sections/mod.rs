//! What stands in a report: from an assessment to a document of blocks, a file for each section.

use super::{
    document::{Block, Brand, Document, Paper, Section},
    model::Material,
    request::{Request, SectionKind},
    summary::{Basis, Summary},
};
use crate::{
    domain::{
        evaluation::{Evaluation, evaluate},
        handbook::Handbook,
        id::ItemId,
        outlook::{Outlook, outlook},
        time::Timestamp,
    },
    text::{Key, outcome::Names},
};

mod answers;
mod charts;
mod computation;
mod cover;
mod documents;
mod evidence;
mod findings;
mod finish;
mod management;
mod method;
mod open;
mod outlook;
mod pen;
mod plan;
mod register;
mod results;
mod statement;
mod top_risks;
mod words;
pub mod workshop;

/// All that sections say something of.
pub struct Context<'a> {
    /// The assessment, the questionnaire and their texts.
    pub material: Material<'a>,
    /// The numbers.
    pub evaluation: &'a Evaluation,
    /// What they mean.
    pub outlook: &'a Outlook,
    /// What it means in short.
    pub summary: &'a Summary,
    /// What is wanted.
    pub request: &'a Request,
    /// When it is made.
    pub now: &'a Timestamp,
}

/// Makes a report. Every text in it is clean, and every link in it leads to a place in it.
#[must_use]
pub fn document(material: Material<'_>, request: &Request, now: &Timestamp) -> Document {
    let Material { pack, pack_texts, texts, handbook, assessment, .. } = material;
    let evaluation = &evaluate(pack, assessment);
    let blank = Handbook::default();
    let rules = handbook.map_or(&blank, |(handbook, _)| handbook);
    let outlook = &outlook(pack, rules, assessment, evaluation);
    let guidance = |item: &ItemId| material.guidance_of(item);
    let summary = &Summary::new(Basis {
        pack,
        pack_texts,
        texts,
        assessment,
        evaluation,
        handbook,
        guidance: &guidance,
    });
    let context = Context { material, evaluation, outlook, summary, request, now };
    let wanted = request.wanted();
    let has_cover = wanted.contains(&SectionKind::Cover);
    let sections = SectionKind::ALL.into_iter().filter(|kind| wanted.contains(kind));
    let mut sections: Vec<Section> = sections
        .filter_map(|kind| context.section(kind))
        .filter(|section| !section.blocks.is_empty())
        .collect();
    if let Some(first) = sections.first_mut().filter(|_| !has_cover) {
        first.blocks.insert(0, cover::byline(&context));
    }
    let document = Document {
        language: texts.language().to_owned(),
        title: texts.fill(
            Key::ReportFullTitle,
            &[("kind", texts.get(request.preset.title())), ("name", context.name())],
        ),
        author: request.author.trim().to_owned(),
        day: now.day().to_owned(),
        cover: has_cover.then(|| cover::cover(&context)),
        footer: cover::footer(&context),
        brand: Brand::from(&request.branding),
        sections,
    };
    finish::finish(document)
}

impl Context<'_> {
    /// A text of the interface.
    fn t(&self, key: Key) -> &str {
        self.material.texts.get(key)
    }

    /// A text of the interface with its placeholders filled.
    fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.material.texts.fill(key, values)
    }

    /// From where things have their names.
    fn names(&self) -> Names<'_> {
        Names {
            pack: self.material.pack_texts,
            handbook: self.material.handbook.map(|(_, words)| words),
            assessment: self.material.assessment,
        }
    }

    /// The organisation, or else the name of the assessment.
    fn name(&self) -> &str {
        let Summary { organisation, name, .. } = self.summary;
        if organisation.trim().is_empty() { name.trim() } else { organisation.trim() }
    }

    /// A section with its title.
    fn begin(&self, kind: SectionKind, blocks: Vec<Block>) -> Section {
        let title = self.t(kind.title()).to_owned();
        Section { anchor: kind.anchor().to_owned(), title, paper: Paper::Upright, blocks }
    }

    /// A section, unless nothing can be said in it.
    #[must_use]
    pub fn section(&self, kind: SectionKind) -> Option<Section> {
        match kind {
            SectionKind::Cover => None,
            SectionKind::Management => Some(management::section(self)),
            SectionKind::Method => Some(method::section(self)),
            SectionKind::Results => Some(results::section(self)),
            SectionKind::Documents => documents::section(self),
            SectionKind::Findings => Some(findings::section(self)),
            SectionKind::TopRisks => Some(top_risks::section(self)),
            SectionKind::Register => register::section(self),
            SectionKind::Plan => Some(plan::section(self)),
            SectionKind::Outlook => Some(outlook::section(self)),
            SectionKind::Statement => Some(statement::section(self)),
            SectionKind::Evidence => Some(evidence::section(self)),
            SectionKind::Open => Some(open::section(self)),
            SectionKind::Answers => Some(answers::section(self)),
            SectionKind::Computation => Some(computation::section(self)),
        }
    }
}

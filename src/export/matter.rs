//! What a file is made from, an assessment or a workshop, and what each writer gets of it.

use std::sync::Arc;

use super::{
    desk::broken,
    job::{Format, Label, Standing, Subject, Telling, Trouble},
};
use crate::{
    domain::{
        evaluation::evaluate,
        handbook::Handbook,
        outlook::{outlook, results},
        pack::Pack,
        time::Timestamp,
        workshop::Workshop,
    },
    persist::{document::Document, read::read, workshop::whole},
    report::{
        archive::Archive,
        calendar, csv,
        document::{self, Brand},
        model::Material,
        request::Request,
        sections,
        sheets::{self, Workbook},
        workshop::Source,
    },
    text::{HandbookTexts, ItemGuidance, Numbers, PackTexts, Texts, outcome::Names},
};

/// The questionnaire with all its texts.
pub(super) struct Shelf {
    pub(super) pack: Pack,
    pub(super) words: PackTexts,
    pub(super) guidance: Vec<(String, Arc<ItemGuidance>)>,
    pub(super) handbook: (Handbook, HandbookTexts),
}

/// What a file is made from.
pub(super) struct Matter<'a> {
    known: &'a Shelf,
    /// The text of its file.
    file: &'a str,
    content: Content<'a>,
    now: Timestamp,
    /// The words, with numbers as the reader writes them.
    pub(super) texts: Texts,
}

enum Content<'a> {
    Assessment(Box<Document>, &'a Request),
    Workshop(Box<Workshop>, &'a Telling),
}

impl<'a> Matter<'a> {
    /// Reads it.
    ///
    /// # Errors
    /// [`Trouble`] when the text is no such file.
    pub(super) fn read(
        known: &'a Shelf,
        subject: &'a Subject,
        standing: &'a Standing,
    ) -> Result<Self, Trouble> {
        let Standing { file, now, quarter } = standing;
        let content = match subject {
            Subject::Assessment(request) => {
                let opened = read(&known.pack, file).map_err(|_| Trouble::Assessment)?;
                Content::Assessment(Box::new(opened.document), request)
            }
            Subject::Workshop(telling) => {
                let opened = whole::read(&known.pack, file).map_err(|_| Trouble::Workshop)?;
                Content::Workshop(Box::new(opened.workshop), telling)
            }
        };
        let numbers = Numbers::from_quarter(quarter).unwrap_or_default();
        Ok(Self {
            known,
            file,
            content,
            now: Timestamp::parse(now).unwrap_or_default(),
            texts: Texts::english().with_numbers(numbers),
        })
    }

    fn material<'m>(&'m self, of: &'m Document) -> Material<'m> {
        let Shelf { pack, words, guidance, handbook } = self.known;
        Material {
            pack,
            pack_texts: words,
            texts: &self.texts,
            guidance,
            handbook: Some(handbook),
            assessment: &of.assessment,
        }
    }

    fn source<'m>(&'m self, workshop: &'m Workshop, telling: &Telling) -> Source<'m> {
        let Shelf { pack, words, .. } = self.known;
        Source { pack, pack_texts: words, texts: &self.texts, workshop, who: telling.who }
    }

    /// What is to be read.
    pub(super) fn document(&self) -> document::Document {
        match &self.content {
            Content::Assessment(of, request) => {
                sections::document(self.material(of), request, &self.now)
            }
            Content::Workshop(workshop, telling) => {
                let brand = Brand::from(&telling.branding);
                sections::workshop::document(self.source(workshop, telling), &self.now, brand)
            }
        }
    }

    /// Its tables.
    pub(super) fn workbook(&self) -> Workbook {
        match &self.content {
            Content::Assessment(of, _) => {
                let material = self.material(of);
                let evaluation = evaluate(material.pack, material.assessment);
                let rules = &self.known.handbook.0;
                let outlook = outlook(material.pack, rules, material.assessment, &evaluation);
                let now = &self.now;
                sheets::workbook(sheets::Source {
                    material,
                    evaluation: &evaluation,
                    outlook: &outlook,
                    now,
                })
            }
            Content::Workshop(workshop, telling) => {
                sheets::workshop::workbook(self.source(workshop, telling), &self.now)
            }
        }
    }

    /// Its tables as plain text: those of an assessment in an archive, of a workshop what groups said.
    pub(super) fn csv(&self) -> Result<Vec<u8>, Trouble> {
        if let Content::Workshop(workshop, telling) = &self.content {
            return Ok(self.source(workshop, telling).csv().into_bytes());
        }
        let mut archive = Archive::new();
        for sheet in &self.workbook().sheets {
            let name = format!("{}.csv", sheet.title);
            let added = archive.add(&name, csv::write(sheet).as_bytes());
            added.map_err(|error| broken(&error))?;
        }
        archive.finish().map_err(|error| broken(&error))
    }

    /// Everything that was computed.
    pub(super) fn results(&self) -> Result<Vec<u8>, Trouble> {
        match &self.content {
            Content::Assessment(of, _) => {
                let Shelf { pack, handbook, .. } = self.known;
                serde_json::to_vec(&results(pack, &handbook.0, &of.assessment))
                    .map_err(|error| broken(&error))
            }
            Content::Workshop(workshop, telling) => {
                Ok(self.source(workshop, telling).json().into_bytes())
            }
        }
    }

    /// Its due dates.
    pub(super) fn calendar(&self) -> Result<Vec<u8>, Trouble> {
        let Content::Assessment(of, _) = &self.content else {
            return Err(Trouble::Broken("a workshop has no due dates".into()));
        };
        let Shelf { pack, words, handbook, .. } = self.known;
        let names = Names { pack: words, handbook: Some(&handbook.1), assessment: &of.assessment };
        let written = calendar::write(pack, &self.texts, &names, &self.now);
        Ok(written.ok_or(Trouble::Undated)?.into_bytes())
    }

    /// What a report carries inside, to be opened again. That of a workshop carries nothing: the file says
    /// which group said what.
    pub(super) fn carried(&self) -> Option<&str> {
        matches!(self.content, Content::Assessment(..)).then_some(self.file)
    }

    /// What a file of it is called.
    pub(super) fn label(&self, format: Format) -> Label {
        let day = self.now.day();
        match &self.content {
            Content::Assessment(of, request) => Label {
                name: format.file_name(request, &self.texts, &of.assessment.name, day),
                mime: format.mime().to_owned(),
            },
            Content::Workshop(workshop, telling) => {
                let name = &workshop.session.plan().name;
                format.workshop_label(telling.who, &self.texts, name, day)
            }
        }
    }
}

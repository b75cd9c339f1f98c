//! The work itself: a job in, the bytes of a file out.

use std::{ops::ControlFlow, sync::Arc};

use super::{
    job::{FONTS, Format, Job, Label, Progress, Standing, Supply, Trouble},
    pictures::{Painter, pictures},
};
use crate::{
    domain::{
        assessment::Assessment,
        evaluation::evaluate,
        handbook::Handbook,
        outlook::{outlook, results},
        pack::Pack,
        time::Timestamp,
    },
    persist::{
        document::Document,
        pack::read_pack,
        read::read,
        sheet::{self, OpenError, Preview},
    },
    report::{
        archive::Archive,
        calendar, csv,
        docx::{self, StyleNames},
        markdown,
        model::Material,
        page,
        pdf::{self, Fonts},
        picture::figures,
        sections,
        sheets::{Source, Workbook, workbook},
        xlsx,
    },
    text::{Bundle, HandbookTexts, ItemGuidance, Numbers, PackTexts, Texts, outcome::Names},
};

/// What was sent for jobs to come, and what was read of it.
#[derive(Default)]
pub struct Desk {
    supplies: Supplies,
    /// Read when the first job needs it: it is the same for all.
    shelf: Option<Shelf>,
}

type Supplies = Vec<(Supply, Vec<u8>)>;

/// The questionnaire with all its texts.
struct Shelf {
    pack: Pack,
    words: PackTexts,
    guidance: Vec<(String, Arc<ItemGuidance>)>,
    handbook: (Handbook, HandbookTexts),
}

/// An assessment that was read.
struct Read {
    document: Document,
    texts: Texts,
    now: Timestamp,
}

impl Shelf {
    fn read(&self, standing: &Standing) -> Result<Read, Trouble> {
        let opened = read(&self.pack, &standing.assessment).map_err(|_| Trouble::Assessment)?;
        let numbers = Numbers::from_quarter(&standing.quarter).unwrap_or_default();
        Ok(Read {
            document: opened.document,
            texts: Texts::english().with_numbers(numbers),
            now: Timestamp::parse(&standing.now).unwrap_or_default(),
        })
    }

    fn material<'a>(&'a self, assessment: &'a Assessment, texts: &'a Texts) -> Material<'a> {
        Material {
            pack: &self.pack,
            pack_texts: &self.words,
            texts,
            guidance: &self.guidance,
            handbook: Some(&self.handbook),
            assessment,
        }
    }

    fn workbook(&self, material: Material<'_>, now: &Timestamp) -> Workbook {
        let evaluation = evaluate(&self.pack, material.assessment);
        let outlook = outlook(&self.pack, &self.handbook.0, material.assessment, &evaluation);
        workbook(Source { material, evaluation: &evaluation, outlook: &outlook, now })
    }
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it is called.
    pub label: Label,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Keeps something for the jobs to come.
    pub fn keep(&mut self, supply: Supply, content: Vec<u8>) {
        self.shelf = None;
        self.supplies.retain(|(known, _)| *known != supply);
        self.supplies.push((supply, content));
    }

    fn text(&self, supply: Supply) -> Result<&str, Trouble> {
        let lacks = Trouble::Lacks(supply.clone());
        str::from_utf8(self::supply(&self.supplies, supply)?).map_err(|_| lacks)
    }

    /// Does a job. `painter` makes the pictures of formats that need some, and `tell` hears how far it
    /// is.
    ///
    /// # Errors
    /// [`Trouble`] says why there is no file.
    pub async fn make(
        &mut self,
        job: &Job,
        painter: &impl Painter,
        tell: impl FnMut(Progress),
    ) -> Result<Made, Trouble> {
        let mut steps = Steps { progress: Progress { done: 0, of: 3 }, tell };
        steps.tell();
        let (known, supplies) = self.ready()?;
        steps.step();
        let Shelf { pack, words, handbook, .. } = known;
        let Read { document: opened, texts, now } = &known.read(&job.standing)?;
        let assessment = &opened.assessment;
        steps.step();
        let material = known.material(assessment, texts);
        let names = Names { pack: words, handbook: Some(&handbook.1), assessment };
        let request = &job.request;
        let document = || sections::document(material, request, now);
        let tables = || known.workbook(material, now);
        let own = &job.standing.assessment;
        let bytes = match job.format {
            Format::Html => page::write(&document(), texts, Some(own)).into_bytes(),
            Format::Markdown => markdown::write(&document(), texts).into_bytes(),
            Format::Pdf => {
                let font = |name| supply(supplies, Supply::Font(name)).map(<[u8]>::to_vec);
                let [regular, strong] = FONTS.map(str::to_owned);
                let fonts = Fonts::read(font(regular)?, font(strong)?);
                let fonts = fonts.map_err(|error| broken(&error))?;
                pdf::write(&document(), texts, &fonts, &mut |done, of| {
                    steps.within(done, of);
                    ControlFlow::Continue(())
                })
                .map_err(|error| broken(&error))?
                .bytes
            }
            Format::Word => {
                let document = document();
                let figures = figures(&document).count();
                let mut drawn = 0;
                let pictures = pictures(&document, painter, || {
                    drawn += 1;
                    steps.within(drawn, figures);
                });
                // What can't be painted is told in words, and so is what comes after it.
                let pictures: Vec<_> = pictures.await.into_iter().map_while(|one| one).collect();
                let styles = StyleNames::new(&request.branding.word_styles);
                docx::write(&document, &pictures, &styles, texts).map_err(|error| broken(&error))?
            }
            Format::Excel => xlsx::write(&tables()).map_err(|error| broken(&error))?,
            Format::Csv => {
                let mut archive = Archive::new();
                for sheet in &tables().sheets {
                    let name = format!("{}.csv", sheet.title);
                    let added = archive.add(&name, csv::write(sheet).as_bytes());
                    added.map_err(|error| broken(&error))?;
                }
                archive.finish().map_err(|error| broken(&error))?
            }
            Format::Results => serde_json::to_vec(&results(pack, &handbook.0, assessment))
                .map_err(|error| broken(&error))?,
            Format::Assessment => own.clone().into_bytes(),
            Format::Calendar => {
                let written = calendar::write(pack, texts, &names, now);
                written.ok_or(Trouble::Undated)?.into_bytes()
            }
        };
        steps.step();
        let name = job.format.file_name(request, texts, &assessment.name, now.day());
        Ok(Made { label: Label { name, mime: job.format.mime().to_owned() }, bytes })
    }

    /// Compares a workbook that was edited elsewhere with its assessment: what it would change, or why
    /// the file can't be read.
    ///
    /// # Errors
    /// [`Trouble`] says why there is nothing to compare it with.
    pub fn compare(
        &mut self,
        standing: &Standing,
        file: &[u8],
    ) -> Result<Result<Preview, OpenError>, Trouble> {
        let (known, _) = self.ready()?;
        let Read { document, texts, now } = &known.read(standing)?;
        let workbook = known.workbook(known.material(&document.assessment, texts), now);
        Ok(sheet::read(file, &workbook))
    }

    /// What was read of the supplies, and the supplies.
    fn ready(&mut self) -> Result<(&Shelf, &Supplies), Trouble> {
        let known = match self.shelf.take() {
            Some(known) => known,
            None => self.read_supplies()?,
        };
        Ok((self.shelf.insert(known), &self.supplies))
    }

    fn read_supplies(&self) -> Result<Shelf, Trouble> {
        let lacks = Trouble::Lacks;
        let pack = read_pack(self.text(Supply::Pack)?).map_err(|_| lacks(Supply::Pack))?;
        let words = PackTexts::read(&pack, self.text(Supply::Texts)?);
        let words = words.map_err(|_| lacks(Supply::Texts))?;
        let bundle = Bundle::new(self.text(Supply::Later)?);
        let mut guidance = Vec::new();
        for group in pack.groups() {
            let texts = bundle.guidance(&words.language, group.id.as_str());
            let texts = texts.ok_or(lacks(Supply::Later))?;
            guidance.extend(texts.into_iter().map(|(item, texts)| (item, Arc::new(texts))));
        }
        let handbook = bundle.handbook(&words.language).ok_or(lacks(Supply::Later))?;
        Ok(Shelf { pack, words, guidance, handbook })
    }
}

fn supply(supplies: &[(Supply, Vec<u8>)], wanted: Supply) -> Result<&[u8], Trouble> {
    let found = supplies.iter().find(|(known, _)| *known == wanted);
    found.map(|(_, content)| content.as_slice()).ok_or(Trouble::Lacks(wanted))
}

fn broken(error: &impl ToString) -> Trouble {
    Trouble::Broken(error.to_string())
}

/// How far a job is, and who hears of it.
struct Steps<T> {
    progress: Progress,
    tell: T,
}

impl<T: FnMut(Progress)> Steps<T> {
    fn step(&mut self) {
        self.progress.done += 1;
        self.tell();
    }

    /// So many parts of the step that is being done are done.
    fn within(&mut self, done: usize, of: usize) {
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let Progress { done: before, of: steps } = self.progress;
        let of = whole(of).max(1);
        let done = before.saturating_mul(of).saturating_add(whole(done));
        (self.tell)(Progress { done, of: steps.saturating_mul(of) });
    }

    fn tell(&mut self) {
        (self.tell)(self.progress);
    }
}

//! Writes a [`Document`] as a PDF that can be read aloud (PDF/UA-1): tagged, with outline, links, embedded
//! fonts and charts as vectors.
//!
//! Sections become strips (`setter`), which are put on pages (`pager`), which are written (`paint`).
//! Lengths are whole thousandths of a point until the last step, so that the same report is the same
//! bytes on every machine.

mod cover;
mod drawing;
mod edge;
mod fonts;
mod lines;
mod missing;
mod outline;
mod pager;
mod paint;
mod running;
mod setter;
mod sheet;
mod style;
mod table;
mod tree;

use std::{collections::BTreeSet, fmt, ops::ControlFlow};

use krilla::{
    Document as File, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    error::KrillaError,
    metadata::{DateTime, Metadata},
};

pub use self::fonts::Fonts;
use self::{
    lines::in_one_line,
    pager::Pager,
    paint::Painter,
    setter::Setter,
    style::{Frame, Tightness, UPRIGHT},
    tree::Tree,
};
use super::document::{Document, Paper};
use crate::text::{Key, Texts};

/// Sections from which a report has a table of contents.
const FEWEST_LISTED: usize = 3;

/// A report as a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The characters for which another sign stands, since the fonts lack them. The report says so too.
    pub missing: BTreeSet<char>,
}

/// Why there is no PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// A font can't be read.
    Font,
    /// The logo is no PNG that can be read.
    Logo,
    /// It was stopped.
    Stopped,
    /// The library refuses the file, which is a fault of Plumbline.
    Writing,
}

impl fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Font => "a font can't be read",
            Self::Logo => "the logo is no PNG that can be read",
            Self::Stopped => "it was stopped",
            Self::Writing => "the library refuses the file",
        })
    }
}

impl std::error::Error for PdfError {}

/// Writes a report. `progress` is told how much is done and of how much, and stops it with `Break`.
///
/// # Errors
/// A font or the logo can't be read, or `progress` stopped it.
pub fn write(
    document: &Document,
    texts: &Texts,
    fonts: &Fonts,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Pdf, PdfError> {
    let mut tell = |done, all| match progress(done, all) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(PdfError::Stopped),
    };
    let missing = missing::missing(document, fonts);
    let remark = missing::remark(texts, &missing);
    let mut tree = Tree::new();
    // A section takes about as long to be set as a page to be written; pages are known later.
    let sections = document.sections.len();
    let mut pager = Pager::new();
    let targets = setter::targets(document);
    let mut remark = remark.as_deref();
    if let Some(cover) = &document.cover {
        pager.whole(cover::cover(fonts, &mut tree, cover, &document.brand, remark.take()));
    }
    if sections >= FEWEST_LISTED && document.cover.is_some() {
        let title = texts.get(Key::ReportPdfContents);
        let mut setter = Setter::new(fonts, &mut tree, &targets, room(UPRIGHT));
        cover::contents(&mut setter, document, title);
        let Setter { strips, headers, .. } = setter;
        pager.section(title, UPRIGHT, strips, &headers);
        pager.end();
    }
    for (number, section) in document.sections.iter().enumerate() {
        tell(number, 2 * sections)?;
        let frame = Frame::of(section.paper);
        let remark = remark.take();
        let alone = section.paper == Paper::OnePage;
        let set = |tree: &mut Tree, tightness| {
            let mut setter = Setter::new(fonts, tree, &targets, room(frame)).with(tightness);
            setter.section(section, remark);
            (setter.reach(), setter.strips, setter.headers)
        };
        // What is set to be measured doesn't stand in the report.
        let fits = |step: &Tightness| set(&mut Tree::new(), *step).0 <= frame.height();
        let tightness = if alone { Tightness::first(fits) } else { Tightness::NONE };
        let (_, strips, headers) = set(&mut tree, tightness);
        if alone {
            pager.end();
        }
        pager.section(&section.title, frame, strips, &headers);
        if alone {
            pager.end();
        }
    }
    let Pager { mut pages, openings, places, .. } = pager;
    let count = pages.len();
    for (number, page) in pages.iter_mut().enumerate() {
        running::head_and_foot(document, texts, fonts, page, (number + 1, count));
    }
    let mut painter = Painter::new(file()?, fonts, &document.brand)?;
    for (number, page) in pages.iter().enumerate() {
        tell(count + number, 2 * count)?;
        painter.page(number, page, &places, &mut tree)?;
    }
    let Painter { mut file, .. } = painter;
    let title = title(document, texts);
    file.set_outline(outline::outline(&openings, &title));
    file.set_metadata(metadata(document, title));
    file.set_tag_tree(tree.finish(&document.language));
    let bytes = file.finish().map_err(|error| match error {
        KrillaError::Image(..) => PdfError::Logo,
        KrillaError::Font(..) => PdfError::Font,
        _ => PdfError::Writing,
    })?;
    tell(2 * count, 2 * count)?;
    Ok(Pdf { bytes, pages: count, missing })
}

const fn room(frame: Frame) -> (style::Length, style::Length) {
    (frame.width(), frame.height())
}

fn file() -> Result<File, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Writing)?;
    Ok(File::new_with(SerializeSettings { configuration, ..SerializeSettings::default() }))
}

/// The title of the file, which it must have.
fn title(document: &Document, texts: &Texts) -> String {
    let title = in_one_line(&document.title);
    if title.trim().is_empty() { texts.get(Key::ReportPdfUntitled).to_owned() } else { title }
}

fn metadata(document: &Document, title: String) -> Metadata {
    const PROGRAM: &str = "Plumbline";
    let author = in_one_line(document.author.trim());
    let metadata = Metadata::new()
        .title(title)
        .authors(if author.is_empty() { Vec::new() } else { vec![author] })
        .creator(PROGRAM.to_owned())
        .producer(PROGRAM.to_owned());
    let metadata = match document.language.as_str() {
        "" => metadata,
        language => metadata.language(language.to_owned()),
    };
    match date(&document.day) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// `2026-11-22`.
fn date(day: &str) -> Option<DateTime> {
    let mut parts = day.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Some(DateTime::new(year).month(month).day(day))
}

//! The text of the report.

use std::slice;

use maud::{Markup, PreEscaped, html};

use super::{
    image::{Image, Images, image, logo_image, space},
    layout::{FirstPage, Layout},
    style::Style,
    style_names::StyleNames,
    words::{Bookmarks, Extra, Words, spacing},
    xml::{RELATIONS, WORD},
};
use crate::{
    report::{
        document::{Block, Cover, Document, Figure, Paper, Section, Span},
        picture::Picture,
    },
    text::{Key, Texts},
};

/// The list of the style of numbered lists, see `numbering.xml`.
pub(super) const FIRST_NUMBERED: usize = 2;
/// Most room for a logo on the cover, in twentieths of a point.
const LOGO_SPACE: (u32, u32) = (3_400, 1_134);

/// What becomes of a document.
pub(super) struct Body<'a> {
    /// The part `document.xml`.
    pub(super) text: Markup,
    /// The pictures in it.
    pub(super) images: Images<'a>,
    /// How many numbered lists it has.
    pub(super) numbered: usize,
}

/// Writes the text from its beginning to its end.
struct Writer<'a> {
    document: &'a Document,
    words: Words<'a>,
    pictures: slice::Iter<'a, Picture>,
    images: Images<'a>,
    /// How many pictures stand in the text.
    drawn: usize,
    numbered: usize,
    /// Whether all of the section has to find room on one page.
    tight: bool,
    /// Whether a paragraph stays on the page of what follows.
    keep: bool,
    /// Whether a remark follows, which stays with what it is about.
    remarked: bool,
    /// How many places can be gone to so far.
    bookmarks: usize,
    text: String,
}

/// The text of a document; `pictures` are those of its figures in its order.
pub(super) fn body<'a>(
    document: &'a Document,
    pictures: &'a [Picture],
    styles: &'a StyleNames,
    texts: &Texts,
) -> Body<'a> {
    let mut writer = Writer {
        document,
        words: Words { styles, bookmarks: Bookmarks::of(document) },
        pictures: pictures.iter(),
        images: Images::with(document.brand.logo.as_ref()),
        drawn: 0,
        numbered: 0,
        tight: false,
        keep: false,
        remarked: false,
        bookmarks: 0,
        text: String::new(),
    };
    let end = writer.write(texts);
    let text = html! {
        w:document xmlns:w=(WORD) xmlns:r=(RELATIONS) {
            w:body { (PreEscaped(writer.text)) (end) }
        }
    };
    Body { text, images: writer.images, numbered: writer.numbered }
}

impl<'a> Writer<'a> {
    /// Writes all, and gives what ends the last pages.
    fn write(&mut self, texts: &Texts) -> Markup {
        let mut sections = self.document.sections.iter().peekable();
        let mut layout =
            Layout::of(sections.peek().map(|section| section.paper).unwrap_or_default());
        if let Some(cover) = &self.document.cover {
            self.cover(cover);
            self.end_pages(Layout::Portrait, FirstPage::Bare);
            if self.document.sections.len() > 1 {
                let title = texts.get(Key::ReportContents);
                self.add(&self.words.contents(self.document, title));
                if layout == Layout::Landscape {
                    self.end_pages(Layout::Portrait, FirstPage::AsOthers);
                }
            }
        }
        for section in sections {
            let wanted = Layout::of(section.paper);
            if wanted != layout {
                self.end_pages(layout, FirstPage::AsOthers);
                layout = wanted;
            }
            self.section(section, layout);
        }
        self.tight = false;
        layout.section(FirstPage::AsOthers)
    }

    fn add(&mut self, markup: &Markup) {
        self.text.push_str(&markup.0);
    }

    fn say(&mut self, style: Style, spans: &[Span], mut extra: Extra) {
        extra.space = self.tight.then(|| style.tight()).flatten();
        extra.keep |= self.keep;
        let paragraph = self.words.paragraph(style, spans, extra);
        self.add(&paragraph);
    }

    fn tell(&mut self, style: Style, text: &str) {
        if !text.is_empty() {
            self.say(style, &[Span::plain(text)], Extra::default());
        }
    }

    fn cover(&mut self, cover: &Cover) {
        if let Some(logo) = &self.document.brand.logo {
            let run = self.picture(&logo_image(logo, LOGO_SPACE));
            self.add(&html! { w:p { (run) } });
        }
        self.tell(Style::Kind, &self.document.brand.name);
        self.tell(Style::Kind, &cover.kind);
        self.tell(Style::Title, &cover.title);
        self.tell(Style::Subtitle, &cover.subtitle);
        let facts: Vec<_> = cover
            .facts
            .iter()
            .map(|(name, value)| (name.clone(), vec![Span::plain(value.as_str())]))
            .collect();
        let facts = self.words.facts(&facts, Layout::Portrait);
        self.add(&facts);
        self.tell(Style::Remark, &cover.disclaimer);
    }

    /// Pages that lie otherwise begin after a paragraph that says how those before it lie.
    fn end_pages(&mut self, layout: Layout, first_page: FirstPage) {
        let end = html! {
            w:p {
                w:pPr {
                    w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact" {}
                    w:rPr { w:sz w:val="2" {} w:szCs w:val="2" {} }
                    (layout.section(first_page))
                }
            }
        };
        self.add(&end);
    }

    fn section(&mut self, section: &'a Section, layout: Layout) {
        self.tight = section.paper == Paper::OnePage;
        self.heading(Style::Heading1, &section.title);
        let mut blocks = section.blocks.iter().peekable();
        let mut headed = false;
        while let Some(block) = blocks.next() {
            // Between a heading and a table it would be all there is of either on the page.
            self.keep = headed && blocks.peek().is_some_and(|next| next.is_shown());
            self.remarked = matches!(blocks.peek(), Some(Block::Remark(_)));
            self.block(block, layout);
            headed = matches!(block, Block::Heading { .. });
        }
        self.keep = false;
    }

    fn block(&mut self, block: &'a Block, layout: Layout) {
        let brand = &self.document.brand;
        match block {
            Block::Heading { level: ..=2, text, .. } => self.heading(Style::Heading2, text),
            Block::Heading { text, .. } => self.heading(Style::Heading3, text),
            Block::Lead(spans) => self.say(Style::Lead, spans, Extra::default()),
            Block::Paragraph(spans) => self.say(Style::Body, spans, Extra::default()),
            Block::Remark(spans) => self.say(Style::Remark, spans, Extra::default()),
            Block::List { numbered, entries } => self.list(*numbered, entries),
            Block::Facts(facts) => {
                let facts = self.words.facts(facts, layout);
                self.add(&facts);
            }
            Block::Numbers(numbers) => {
                let numbers = self.words.numbers(numbers, layout, brand);
                self.add(&numbers);
            }
            Block::Table(table) => {
                let table = self.words.table(table, layout, brand);
                self.add(&table);
            }
            Block::Figure(figure) => self.figure(figure, layout),
        }
    }

    fn heading(&mut self, style: Style, text: &str) {
        let extra = Extra { bookmark: Some(self.bookmarks), ..Extra::default() };
        self.bookmarks += 1;
        self.say(style, &[Span::plain(text)], extra);
    }

    fn list(&mut self, numbered: bool, entries: &[Vec<Span>]) {
        let mut extra = Extra::default();
        let style = if numbered { Style::ListNumber } else { Style::ListBullet };
        if numbered {
            // The first counts as its style does; each further one begins at 1 anew.
            extra.list = (self.numbered > 0).then_some(FIRST_NUMBERED + self.numbered);
            self.numbered += 1;
        }
        for (place, spans) in entries.iter().enumerate() {
            extra.keep = self.remarked && place + 1 == entries.len();
            self.say(style, spans, extra);
        }
    }

    /// A figure whose picture isn't there is told in words.
    fn figure(&mut self, figure: &'a Figure, layout: Layout) {
        if let Some(picture) = self.pictures.next() {
            // Tenths of a point become twentieths.
            let twentieths = |tenths: i32| tenths.max(1).unsigned_abs().saturating_mul(2);
            let (width, height) = space(layout);
            // Smaller, a chart can be read as well.
            let room = if self.tight { (width * 2 / 3, height) } else { (width, height) };
            let run = self.picture(&Image {
                png: &picture.png,
                size: (twentieths(figure.drawing.width), twentieths(figure.drawing.height)),
                space: room,
                words: &figure.summary,
            });
            let style = self.words.styles.id(Style::Figure);
            let tight = self.tight.then(|| Style::Figure.tight()).flatten();
            self.add(&html! {
                w:p {
                    w:pPr {
                        w:pStyle w:val=(style) {}
                        @if let Some(tight) = tight { (spacing(tight)) }
                    }
                    (run)
                }
            });
        } else {
            self.tell(Style::Body, &figure.summary);
        }
        self.tell(Style::Caption, &figure.caption);
    }

    fn picture(&mut self, shown: &Image<'a>) -> Markup {
        self.drawn += 1;
        image(shown, self.images.keep(shown.png), self.drawn)
    }
}

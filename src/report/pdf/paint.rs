//! Writes pages: what stands on them becomes the content of the file.

use std::collections::BTreeMap;

use krilla::{
    Data, Document as File,
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::XyzDestination,
    geom::{Quadrilateral, Size, Transform},
    image::Image,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag},
};

use super::{
    PdfError,
    drawing::draw,
    edge::{point, points, rect},
    fonts::Fonts,
    sheet::{Item, Mark, Page, What},
    style::{Length, Style},
    tree::{Leaf, Node, Tree},
};
use crate::report::{
    document::Brand,
    drawing::{Ink, palette},
};

/// What pages are written with.
pub struct Painter<'a, 'b> {
    pub file: File,
    pub fonts: &'b Fonts,
    pub brand: &'a Brand,
    logo: Option<Image>,
}

/// The pen for one page.
pub struct Pen<'s, 'b> {
    pub surface: Surface<'s>,
    pub fonts: &'b Fonts,
    pub brand: &'b Brand,
    page: usize,
    open: Option<Mark>,
    written: Written<'b>,
}

/// What the structure has to know of a page.
#[derive(Default)]
struct Written<'b> {
    /// What was written, in order.
    parts: Vec<(Leaf, Identifier)>,
    figures: Vec<(Node, BBox)>,
    links: BTreeMap<Leaf, Link<'b>>,
}

/// A link on a page: where it leads, its words and where these stand.
#[derive(Default)]
struct Link<'b> {
    to: &'b str,
    words: String,
    areas: Vec<Quadrilateral>,
}

impl<'a, 'b> Painter<'a, 'b> {
    pub fn new(file: File, fonts: &'b Fonts, brand: &'a Brand) -> Result<Self, PdfError> {
        let logo =
            brand.logo.as_ref().map(|logo| Image::from_png(Data::from(logo.png.clone()), true));
        let logo = logo.transpose().map_err(|_| PdfError::Logo)?;
        Ok(Self { file, fonts, brand, logo })
    }

    /// Writes a page, the next one.
    pub fn page(
        &mut self,
        number: usize,
        page: &Page<'a>,
        places: &BTreeMap<&str, (usize, Length)>,
        tree: &mut Tree,
    ) -> Result<(), PdfError> {
        let (width, height) = (points(page.frame.page_width), points(page.frame.page_height));
        let settings = PageSettings::from_wh(width, height).ok_or(PdfError::Writing)?;
        let mut sheet = self.file.start_page_with(settings);
        let mut pen = Pen {
            surface: sheet.surface(),
            fonts: self.fonts,
            brand: self.brand,
            page: number,
            open: None,
            written: Written::default(),
        };
        for item in &page.items {
            pen.item(item, places, self.logo.as_ref());
        }
        let Written { parts, figures, links } = pen.finish();
        for (leaf, identifier) in parts {
            tree.fill(leaf, identifier);
        }
        for (figure, bbox) in figures {
            tree.place(figure, bbox);
        }
        for (leaf, link) in links {
            let Some((page, y)) = places.get(link.to) else { continue };
            let target = XyzDestination::new(*page, point(0, (*y - 8_000).max(0)));
            let target = Target::Destination(target.into());
            let area = LinkAnnotation::new_with_quad_points(link.areas, target);
            let words = link.words.trim().to_owned();
            let words = if words.is_empty() { link.to.to_owned() } else { words };
            let annotation = Annotation::new_link(area, Some(words));
            tree.fill(leaf, sheet.add_tagged_annotation(annotation));
        }
        sheet.finish();
        Ok(())
    }
}

impl<'b> Pen<'_, 'b> {
    fn item(
        &mut self,
        item: &'b Item<'_>,
        places: &BTreeMap<&str, (usize, Length)>,
        image: Option<&Image>,
    ) {
        let Item { x, y, mark, what } = item;
        let (x, y) = (*x, *y);
        self.open(*mark);
        match what {
            What::Words { text, style, to } => {
                self.words(x, y, *style, text);
                if let Mark::Leaf(leaf) = mark {
                    self.link((x, y), *leaf, text, *style, to);
                }
            }
            What::PageOf { anchor, style } => {
                let Some((page, _)) = places.get(anchor) else { return };
                // The blank keeps it apart from the words before it for those who hear them.
                let text = format!(" {}", page + 1);
                let width = self.fonts.width(&text, *style);
                self.words(x - width, y, *style, &text);
                if let Mark::Leaf(leaf) = mark {
                    self.link((x - width, y), *leaf, &text, *style, anchor);
                }
            }
            What::Rect { width, height, ink } => self.rect((x, y), (*width, *height), *ink),
            What::Drawing { drawing, width, figure } => {
                draw(self, drawing, (x, y), *width);
                let natural = Length::from(drawing.width.max(1));
                self.figure(
                    *figure,
                    (x, y),
                    (*width, Length::from(drawing.height) * width / natural),
                );
            }
            What::Logo { width, height, figure, .. } => {
                let (w, h) = (points(*width), points(*height));
                if let (Some(image), Some(size)) = (image, Size::from_wh(w, h)) {
                    self.surface.push_transform(&Transform::from_translate(points(x), points(y)));
                    self.surface.draw_image(image.clone(), size);
                    self.surface.pop();
                }
                self.figure(*figure, (x, y), (*width, *height));
            }
        }
    }

    fn finish(mut self) -> Written<'b> {
        self.close();
        self.surface.finish();
        self.written
    }

    fn figure(&mut self, figure: Option<Node>, place: (Length, Length), size: (Length, Length)) {
        let area = rect(place.0, place.1, size.0, size.1);
        let bbox = area.map(|area| BBox::new(self.page, area));
        self.written.figures.extend(figure.zip(bbox));
    }

    /// What follows belongs somewhere else, unless it doesn't.
    fn open(&mut self, mark: Mark) {
        if self.open == Some(mark) {
            return;
        }
        self.close();
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let tag = match mark {
            Mark::Leaf(_) => ContentTag::Span(SpanTag::empty()),
            Mark::Ornament => artifact(ArtifactType::Layout),
            Mark::Head => artifact(ArtifactType::Header),
            Mark::Foot => artifact(ArtifactType::Footer),
        };
        let identifier = self.surface.start_tagged(tag);
        if let Mark::Leaf(leaf) = mark {
            self.written.parts.push((leaf, identifier));
        }
        self.open = Some(mark);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn link(&mut self, place: (Length, Length), leaf: Leaf, text: &str, style: Style, to: &'b str) {
        if to.is_empty() {
            return;
        }
        let width = self.fonts.width(text, style);
        let top = place.1 - style.baseline();
        let Some(area) = rect(place.0, top, width, style.leading) else { return };
        let link = self.written.links.entry(leaf).or_default();
        link.to = to;
        link.words.push_str(text);
        link.areas.push(area.into());
    }

    /// Words on one line.
    pub fn words(&mut self, x: Length, y: Length, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.ink(style.ink);
        let (font, glyphs) = self.fonts.glyphs(text, style.strong);
        self.surface.draw_glyphs(point(x, y), &glyphs, font, text, points(style.size), false);
    }

    fn rect(&mut self, place: (Length, Length), size: (Length, Length), ink: Ink) {
        let Some(area) = rect(place.0, place.1, size.0, size.1) else { return };
        let mut path = krilla::geom::PathBuilder::new();
        path.push_rect(area);
        if let Some(path) = path.finish() {
            self.ink(ink);
            self.surface.draw_path(&path);
        }
    }

    /// What follows is filled with a colour.
    pub fn ink(&mut self, ink: Ink) {
        let fill = Fill {
            paint: self.colour(ink).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill));
    }

    /// The colour of an ink.
    pub fn colour(&self, ink: Ink) -> rgb::Color {
        let [red, green, blue] = palette::colour(ink, self.brand);
        rgb::Color::new(red, green, blue)
    }
}

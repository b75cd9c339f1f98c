//! The fonts of a report: which characters they have, and how wide words are.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
    raw::{TableProvider, tables::kern::SubtableKind},
};

use super::{
    PdfError,
    edge::ratio,
    style::{Length, Style},
};

/// Stands for characters that the fonts lack.
pub const REPLACEMENT: char = '□';

/// The fonts that a report is set in. Both have the same characters.
pub struct Fonts {
    regular: Face,
    strong: Face,
}

/// A font and what the layout wants to know of it.
struct Face {
    font: Font,
    units_per_em: Length,
    /// By code point, up to the last that the font has.
    glyphs: Vec<Glyph>,
    /// What pairs of glyphs are moved by: by the first, then sorted by the second.
    kerning: Vec<Vec<(u16, i16)>>,
    replacement: Glyph,
}

/// The picture of a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Glyph {
    /// Its number; 0 when there is none.
    id: u16,
    /// Its width, in units of the font.
    advance: u16,
}

impl Fonts {
    /// Reads the two fonts, which are TrueType files.
    ///
    /// # Errors
    /// One of them is no font, or has no glyph to stand for those that it lacks.
    pub fn read(regular: Vec<u8>, strong: Vec<u8>) -> Result<Self, PdfError> {
        let read = |bytes| Face::read(bytes).ok_or(PdfError::Font);
        Ok(Self { regular: read(regular)?, strong: read(strong)? })
    }

    /// Whether a character can be shown.
    #[must_use]
    pub fn show(&self, character: char) -> bool {
        self.regular.find(character).is_some()
    }

    fn face(&self, strong: bool) -> &Face {
        if strong { &self.strong } else { &self.regular }
    }

    /// How wide a character is, and what it moves by after the one before it.
    pub(super) fn advance(
        &self,
        strong: bool,
        size: Length,
        (before, character): (Option<char>, char),
    ) -> (Length, Length) {
        let face = self.face(strong);
        let glyph = face.glyph(character);
        let kern = before.map_or(0, |before| face.kern(face.glyph(before), glyph));
        (scale(Length::from(glyph.advance), size, face), scale(kern, size, face))
    }

    /// How wide words on one line are.
    pub(super) fn width(&self, text: &str, style: Style) -> Length {
        let mut before = None;
        let mut width = 0;
        for character in text.chars() {
            let (advance, kern) = self.advance(style.strong, style.size, (before, character));
            width += advance + kern;
            before = Some(character);
        }
        width
    }

    /// Words, or as many letters of them as there is room for.
    pub(super) fn fit(&self, text: &str, style: Style, room: Length) -> String {
        const CUT: &str = "…";
        if self.width(text, style) <= room {
            return text.to_owned();
        }
        let mut left = room - self.width(CUT, style);
        let fitting = text.chars().take_while(|character| {
            left -= self.advance(style.strong, style.size, (None, *character)).0;
            left >= 0
        });
        let fitting: String = fitting.collect();
        format!("{}{CUT}", fitting.trim_end())
    }

    /// The font and the glyphs that show words.
    pub(super) fn glyphs(&self, text: &str, strong: bool) -> (Font, Vec<KrillaGlyph>) {
        let face = self.face(strong);
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(text.len());
        let mut before: Option<Glyph> = None;
        for (start, character) in text.char_indices() {
            let glyph = face.glyph(character);
            let kern = before.map_or(0, |before| face.kern(before, glyph));
            if let Some(last) = glyphs.last_mut().filter(|_| kern != 0) {
                let width = before.map_or(0, |before| Length::from(before.advance));
                last.x_advance = ratio(width + kern, face.units_per_em);
            }
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(u32::from(glyph.id)),
                ratio(Length::from(glyph.advance), face.units_per_em),
                0.0,
                0.0,
                0.0,
                start..start + character.len_utf8(),
                None,
            ));
            before = Some(glyph);
        }
        (face.font.clone(), glyphs)
    }
}

fn scale(units: Length, size: Length, face: &Face) -> Length {
    units * size / face.units_per_em
}

impl Face {
    fn read(bytes: Vec<u8>) -> Option<Self> {
        let font = FontRef::new(&bytes).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let widths = font.hmtx().ok()?;
        let charmap = font.charmap();
        let last = charmap.mappings().map(|(code, _)| code).max()?;
        let mut glyphs = vec![Glyph::default(); usize::try_from(last).ok()? + 1];
        for (code, id) in charmap.mappings() {
            let glyph = Glyph {
                id: u16::try_from(id.to_u32()).ok()?,
                advance: widths.advance(id).unwrap_or_default(),
            };
            if let Some(place) = glyphs.get_mut(usize::try_from(code).ok()?) {
                *place = glyph;
            }
        }
        let mut kerning = vec![Vec::new(); usize::try_from(metrics.glyph_count()).ok()?];
        for table in font.kern().ok().into_iter().flat_map(|kern| kern.subtables()).flatten() {
            let Ok(SubtableKind::Format0(table)) = table.kind() else { continue };
            for pair in table.pairs() {
                if let Some(row) = kerning.get_mut(usize::from(pair.left().to_u16())) {
                    row.push((pair.right().to_u16(), pair.value()));
                }
            }
        }
        for row in &mut kerning {
            row.sort_unstable();
        }
        let units_per_em = Length::from(font.head().ok()?.units_per_em()).max(1);
        let mut face = Self {
            font: Font::new(bytes.into(), 0)?,
            units_per_em,
            glyphs,
            kerning,
            replacement: Glyph::default(),
        };
        face.replacement = face.find(REPLACEMENT)?;
        Some(face)
    }

    fn find(&self, character: char) -> Option<Glyph> {
        let code = usize::try_from(u32::from(character)).ok()?;
        self.glyphs.get(code).copied().filter(|glyph| glyph.id != 0)
    }

    fn glyph(&self, character: char) -> Glyph {
        self.find(character).unwrap_or(self.replacement)
    }

    fn kern(&self, left: Glyph, right: Glyph) -> Length {
        let Some(row) = self.kerning.get(usize::from(left.id)) else { return 0 };
        let found = row.binary_search_by_key(&right.id, |(id, _)| *id);
        let pair = found.ok().and_then(|place| row.get(place));
        pair.map_or(0, |(_, value)| Length::from(*value))
    }
}

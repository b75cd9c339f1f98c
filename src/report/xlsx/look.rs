//! How the cells of an Excel file look. Every colour stands behind or under a word that says the same;
//! each pair of colours has a contrast of at least 4.5 to 1.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::sheets::Tone;
use crate::domain::ratio::Ratio;

const INK: u32 = 0x001F_2933;
const QUIET: u32 = 0x0052_606D;
const LINE: u32 = 0x00D9_DFE4;
const ACCENT: u32 = 0x000B_5C6B;
const HEAD: u32 = 0x00E9_EDF0;

/// The formats of cells.
pub(super) struct Look {
    /// Headings of the guide.
    pub(super) heading: Format,
    /// Labels of facts.
    pub(super) label: Format,
    /// Running text.
    pub(super) text: Format,
    /// The head of a column that is only to be read.
    pub(super) head: Format,
    /// The same above numbers.
    pub(super) head_right: Format,
    /// The head of a column that may be edited.
    pub(super) edited: Format,
    /// Text that is only to be read.
    pub(super) read: Format,
    /// Text that may be edited.
    pub(super) text_edited: Format,
    /// A day that is only to be read.
    pub(super) day: Format,
    /// A day that may be edited.
    pub(super) day_edited: Format,
    /// A whole number.
    pub(super) number: Format,
    /// A share.
    pub(super) percent: Format,
    tones: [(Tone, Format); 5],
}

impl Look {
    pub(super) fn new() -> Self {
        let text = Format::new()
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left)
            .set_text_wrap();
        let lined =
            text.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
        let read = lined.clone().set_font_color(QUIET);
        let day = |format: &Format| format.clone().set_num_format("yyyy-mm-dd");
        let number = lined.clone().set_align(FormatAlign::Right);
        let head = lined.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let tone = |fill: u32, ink: u32| {
            Format::new().set_background_color(Color::RGB(fill)).set_font_color(Color::RGB(ink))
        };
        Self {
            heading: text.clone().set_bold().set_font_size(13).set_font_color(ACCENT),
            label: text.clone().set_bold(),
            head: head.clone().set_background_color(HEAD),
            head_right: head.clone().set_background_color(HEAD).set_align(FormatAlign::Right),
            edited: head.set_background_color(ACCENT).set_font_color(Color::White),
            day: day(&read),
            day_edited: day(&lined),
            percent: number.clone().set_num_format("0%"),
            number: number.set_num_format("0"),
            text,
            read,
            text_edited: lined,
            tones: [
                (Tone::Good, tone(0x00DC_EFE3, 0x0014_532D)),
                (Tone::Fair, tone(0x00E1_EEF8, 0x001D_3F66)),
                (Tone::Poor, tone(0x00FC_EBC8, 0x005F_4200)),
                (Tone::Bad, tone(0x00F9_DAD7, 0x0077_1612)),
                (Tone::Quiet, tone(0x00EC_EEF0, 0x0044_4F5A)),
            ],
        }
    }

    /// What a tone adds to a cell; nothing for the plain one.
    pub(super) fn tone(&self, tone: Tone) -> Option<&Format> {
        self.tones.iter().find(|(one, _)| *one == tone).map(|(_, format)| format)
    }
}

/// A share as the format has it.
#[allow(
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "the format has floats only, and shows whole per cent"
)]
pub(super) fn share(ratio: Ratio) -> f64 {
    ratio.num() as f64 / ratio.den() as f64
}

//! How pages and words look: sizes, distances, weights.

use crate::report::{document::Paper, drawing::Ink};

/// A length in thousandths of a point (1/72 inch), so that the layout needs no floats.
pub type Length = i64;

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The size of the letters.
    pub size: Length,
    /// From one line to the next.
    pub leading: Length,
    /// Whether all of them stand out.
    pub strong: bool,
    /// Their colour.
    pub ink: Ink,
}

const fn plain(size: Length, leading: Length, ink: Ink) -> Style {
    Style { size, leading, strong: false, ink }
}

const fn strong(size: Length, leading: Length, ink: Ink) -> Style {
    Style { size, leading, strong: true, ink }
}

pub const BODY: Style = plain(10_000, 14_500, Ink::Text);
pub const LEAD: Style = plain(12_500, 18_000, Ink::Text);
pub const REMARK: Style = plain(8_500, 12_000, Ink::Quiet);
pub const SECTION: Style = strong(22_000, 27_000, Ink::Accent);
pub const PART: Style = strong(13_500, 18_000, Ink::Text);
pub const SUBPART: Style = strong(10_500, 14_500, Ink::Text);
pub const FACT: Style = plain(10_000, 14_500, Ink::Quiet);
pub const CELL: Style = plain(8_600, 11_400, Ink::Text);
pub const HEADER: Style = strong(8_200, 10_600, Ink::Quiet);
pub const VALUE: Style = strong(24_000, 29_000, Ink::Text);
pub const LABEL: Style = strong(9_500, 13_000, Ink::Text);
pub const RUNNING: Style = plain(8_000, 10_000, Ink::Quiet);
pub const COVER_KIND: Style = strong(12_000, 16_000, Ink::Quiet);
pub const COVER_TITLE: Style = strong(34_000, 39_000, Ink::Accent);
pub const COVER_SUBTITLE: Style = plain(14_000, 20_000, Ink::Text);
pub const ENTRY: Style = strong(10_500, 14_500, Ink::Text);
pub const SUBENTRY: Style = plain(9_500, 13_000, Ink::Quiet);

/// Widest lines of prose: beyond some 85 letters the eye loses its way back.
pub const MEASURE: Length = 408_000;
/// How far what belongs to something stands in from it.
pub const INDENT: Length = 15_000;
/// Between words and the edge of their cell, to the left and right.
pub const PAD: Length = 5_000;
/// Likewise above and below.
pub const PAD_Y: Length = 3_200;
/// The thinnest line.
pub const HAIRLINE: Length = 400;
/// A line that closes something.
pub const RULE: Length = 800;

/// A page and where its text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The width of the page.
    pub page_width: Length,
    /// The height of the page.
    pub page_height: Length,
    /// From the left edge to the text, and from the text to the right edge.
    pub margin: Length,
    /// From the upper edge to the text.
    pub top: Length,
    /// From the text to the lower edge.
    pub bottom: Length,
}

/// A4, upright.
pub const UPRIGHT: Frame = Frame {
    page_width: 595_276,
    page_height: 841_890,
    margin: 62_000,
    top: 76_000,
    bottom: 70_000,
};

/// A4 on its side.
pub const SIDEWAYS: Frame = Frame {
    page_width: 841_890,
    page_height: 595_276,
    margin: 52_000,
    top: 70_000,
    bottom: 62_000,
};

impl Frame {
    /// The frame of a section.
    #[must_use]
    pub const fn of(paper: Paper) -> Self {
        match paper {
            Paper::Upright | Paper::OnePage => UPRIGHT,
            Paper::Sideways => SIDEWAYS,
        }
    }

    /// How wide the text is.
    #[must_use]
    pub const fn width(self) -> Length {
        self.page_width - 2 * self.margin
    }

    /// How high the text is.
    #[must_use]
    pub const fn height(self) -> Length {
        self.page_height - self.top - self.bottom
    }
}

/// How tightly a section is set, for the one that has to find room on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tightness(Length);

impl Tightness {
    /// As everything is set that has as many pages as it needs.
    pub const NONE: Self = Self(100);
    /// From the one that reads best on.
    const STEPS: [Self; 9] = [
        Self::NONE,
        Self(97),
        Self(94),
        Self(91),
        Self(88),
        Self(85),
        Self(82),
        Self(79),
        Self(76),
    ];

    /// The first with which all fits, or else the last.
    #[must_use]
    pub fn first(fits: impl Fn(&Self) -> bool) -> Self {
        let fitting = Self::STEPS.iter().find(|step| fits(step));
        fitting.or(Self::STEPS.last()).copied().unwrap_or(Self::NONE)
    }

    /// Letters and the lines they stand on.
    #[must_use]
    pub const fn style(self, style: Style) -> Style {
        let (size, leading) = (self.length(style.size), self.length(style.leading));
        Style { size, leading, ..style }
    }

    /// What is read: letters, charts.
    #[must_use]
    pub const fn length(self, length: Length) -> Length {
        length * self.0 / 100
    }

    /// What is free, which gives way three times as fast.
    #[must_use]
    pub const fn space(self, space: Length) -> Length {
        space * (3 * self.0 - 200) / 100
    }
}

impl Style {
    /// From the upper edge of a line to the foot of its letters: capitals stand in its middle.
    #[must_use]
    pub const fn baseline(self) -> Length {
        self.leading / 2 + self.size * 33 / 100
    }
}

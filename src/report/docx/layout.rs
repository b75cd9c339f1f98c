//! Pages: A4, upright or on their side. Lengths are in twentieths of a point, as in Word.

use maud::{Markup, html};

use crate::report::document::Paper;

/// How pages lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Portrait,
    Landscape,
}

const SHORT_EDGE: u32 = 11_906;
const LONG_EDGE: u32 = 16_838;
/// Left and right of the text.
const SIDE: u32 = 1_247;
const ABOVE: u32 = 1_474;
const BELOW: u32 = 1_304;
/// From the edge of the paper to the head or foot of the page.
const TO_MARGIN: u32 = 624;

impl Layout {
    pub(super) const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    pub(super) const fn of(paper: Paper) -> Self {
        match paper {
            Paper::Upright | Paper::OnePage => Self::Portrait,
            Paper::Sideways => Self::Landscape,
        }
    }

    const fn paper(self) -> (u32, u32) {
        match self {
            Self::Portrait => (SHORT_EDGE, LONG_EDGE),
            Self::Landscape => (LONG_EDGE, SHORT_EDGE),
        }
    }

    /// How wide the text is.
    pub(super) const fn width(self) -> u32 {
        self.paper().0 - 2 * SIDE
    }

    /// How high the text is.
    pub(super) const fn height(self) -> u32 {
        self.paper().1 - ABOVE - BELOW
    }

    /// The name of its head or foot among the parts of the file: `header1`.
    pub(super) fn part(self, kind: &str) -> String {
        let number = match self {
            Self::Portrait => 1,
            Self::Landscape => 2,
        };
        format!("{kind}{number}")
    }

    /// What ends the pages that lie so.
    pub(super) fn section(self, first_page: FirstPage) -> Markup {
        let (width, height) = self.paper();
        html! {
            w:sectPr {
                w:headerReference w:type="default" r:id=(self.part("header")) {}
                w:footerReference w:type="default" r:id=(self.part("footer")) {}
                w:type w:val="nextPage" {}
                @match self {
                    Self::Portrait => w:pgSz w:w=(width) w:h=(height) {},
                    Self::Landscape => w:pgSz w:w=(width) w:h=(height) w:orient="landscape" {},
                }
                w:pgMar w:top=(ABOVE) w:right=(SIDE) w:bottom=(BELOW) w:left=(SIDE)
                    w:header=(TO_MARGIN) w:footer=(TO_MARGIN) w:gutter="0" {}
                @if first_page == FirstPage::Bare { w:titlePg {} }
            }
        }
    }
}

/// Whether the first page has a head and a foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstPage {
    AsOthers,
    /// Without them, as covers are.
    Bare,
}

//! What stands on pages, before and after it has found its page.

use super::{
    style::{Frame, Length, Style},
    tree::{Leaf, Node},
};
use crate::report::drawing::{Drawing, Ink};

/// What something on a page is to those who don't see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A part of the report.
    Leaf(Leaf),
    /// Nothing: grounds, lines, what is said elsewhere.
    Ornament,
    /// The head of the page.
    Head,
    /// The foot of the page.
    Foot,
}

/// Something on a page. Its place counts from the left and the top of where it stands: its strip, then
/// the page.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    pub x: Length,
    /// For words, where their letters stand; for all else, its upper edge.
    pub y: Length,
    pub mark: Mark,
    pub what: What<'a>,
}

/// What it is.
#[derive(Clone, Debug)]
pub enum What<'a> {
    /// Words on one line, which may lead somewhere.
    Words { text: String, style: Style, to: &'a str },
    /// The number of the page where something begins; it ends at `x`.
    PageOf { anchor: &'a str, style: Style },
    /// A rectangle.
    Rect { width: Length, height: Length, ink: Ink },
    /// A chart, made smaller to `width`.
    Drawing { drawing: &'a Drawing, width: Length, figure: Option<Node> },
    /// The logo.
    Logo { width: Length, height: Length, figure: Option<Node> },
}

/// As much of a report as is never broken over two pages: a line, a row, a chart.
#[derive(Clone, Debug, Default)]
pub struct Strip<'a> {
    /// The space above it, unless it begins a page.
    pub before: Length,
    pub height: Length,
    /// Whether it stays with the next strip.
    pub keep: bool,
    pub items: Vec<Item<'a>>,
    /// The heading or section that begins with it.
    pub opens: Option<Opening<'a>>,
    /// The header that stands above it where it begins a page: the number of a table.
    pub header: Option<usize>,
}

/// The beginning of a section or of a part of it.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// 1 for a section.
    pub level: u8,
    pub title: &'a str,
    /// Empty where no link leads.
    pub anchor: &'a str,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    pub frame: Frame,
    /// The section, for the head of the page; `None` for pages without head and foot.
    pub section: Option<&'a str>,
    pub items: Vec<Item<'a>>,
}

impl<'a> Item<'a> {
    /// Words on one line that lead nowhere.
    pub fn words(x: Length, y: Length, style: Style, mark: Mark, text: impl Into<String>) -> Self {
        Self { x, y, mark, what: What::Words { text: text.into(), style, to: "" } }
    }

    /// A rectangle that tells nothing.
    pub fn ground(x: Length, y: Length, width: Length, height: Length, ink: Ink) -> Self {
        Self { x, y, mark: Mark::Ornament, what: What::Rect { width, height, ink } }
    }

    /// The same, further to the right and below.
    #[must_use]
    pub fn moved(self, right: Length, down: Length) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }
    }

    /// The same words, leading somewhere.
    #[must_use]
    pub fn leading(mut self, anchor: &'a str) -> Self {
        if let What::Words { to, .. } = &mut self.what {
            *to = anchor;
        }
        self
    }

    /// The same once more, as the head of another page.
    #[must_use]
    pub fn repeated(&self) -> Self {
        Self { mark: Mark::Head, ..self.clone() }.leading("")
    }
}

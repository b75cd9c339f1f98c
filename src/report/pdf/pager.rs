//! Puts strips on pages.

use std::collections::BTreeMap;

use super::{
    sheet::{Item, Opening, Page, Strip},
    style::{Frame, Length},
};

/// A section goes on below another if at least this share of the page is free.
const FREE_SHARE: Length = 2;

/// The pages of a report, filled from the first to the last.
pub struct Pager<'a> {
    pub pages: Vec<Page<'a>>,
    /// Where headings stand, in order.
    pub openings: Vec<Opened<'a>>,
    /// Where links lead: page and height.
    pub places: BTreeMap<&'a str, (usize, Length)>,
    /// How far the last page is filled.
    y: Length,
}

/// A heading that has found its page.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'a> {
    pub opening: Opening<'a>,
    pub page: usize,
    pub y: Length,
}

impl<'a> Pager<'a> {
    pub fn new() -> Self {
        Self { pages: Vec::new(), openings: Vec::new(), places: BTreeMap::new(), y: 0 }
    }

    /// A page that is filled already.
    pub fn whole(&mut self, page: Page<'a>) {
        self.pages.push(page);
        self.end();
    }

    /// A section, on a new page unless the last one has room enough for a good piece of it.
    pub fn section(
        &mut self,
        title: &'a str,
        frame: Frame,
        mut strips: Vec<Strip<'a>>,
        headers: &[Vec<Strip<'a>>],
    ) {
        let last = self.pages.last().filter(|page| page.frame == frame && page.section.is_some());
        let free = frame.page_height - frame.bottom - self.y;
        if last.is_none() || free < frame.height() / FREE_SHARE {
            self.turn(title, frame);
        } else if let Some(first) = strips.first_mut() {
            first.before = 34_000;
        }
        let mut reach = reaches(&strips).into_iter();
        for strip in strips {
            let (needed, starts) = reach.next().unwrap_or((strip.height, true));
            let bottom = frame.page_height - frame.bottom;
            // What belongs together but is higher than a page is broken where it must be.
            let fits = if starts && needed <= frame.height() {
                self.y + needed <= bottom
            } else {
                self.y + strip.before + strip.height <= bottom
            };
            if !fits && self.y > frame.top {
                self.turn(title, frame);
                for header in
                    strip.header.and_then(|header| headers.get(header)).into_iter().flatten()
                {
                    let repeated: Vec<Item<'a>> = header.items.iter().map(Item::repeated).collect();
                    let copy = Strip { height: header.height, items: repeated, ..Strip::default() };
                    self.put(copy);
                }
            }
            self.put(strip);
        }
    }

    /// What follows begins on a new page.
    pub fn end(&mut self) {
        self.y = Length::MAX / 2;
    }

    fn turn(&mut self, section: &'a str, frame: Frame) {
        self.pages.push(Page { frame, section: Some(section), items: Vec::new() });
        self.y = frame.top;
    }

    fn put(&mut self, strip: Strip<'a>) {
        let number = self.pages.len().saturating_sub(1);
        let Some(page) = self.pages.last_mut() else { return };
        let begins = self.y == page.frame.top;
        let top = self.y + if begins { 0 } else { strip.before };
        if let Some(opening) = strip.opens {
            self.openings.push(Opened { opening, page: number, y: top });
            if !opening.anchor.is_empty() {
                self.places.entry(opening.anchor).or_insert((number, top));
            }
        }
        let margin = page.frame.margin;
        page.items.extend(strip.items.into_iter().map(|item| item.moved(margin, top)));
        self.y = top + strip.height;
    }
}

/// For each strip, how much room it and those that it stays with need, and whether it is their first.
fn reaches(strips: &[Strip<'_>]) -> Vec<(Length, bool)> {
    let mut reaches = Vec::with_capacity(strips.len());
    for together in strips.chunk_by(|one, _| one.keep) {
        let needed: Length = together.iter().map(|strip| strip.before + strip.height).sum();
        reaches.extend((0..together.len()).map(|place| (needed, place == 0)));
    }
    reaches
}

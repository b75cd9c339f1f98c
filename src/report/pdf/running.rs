//! The head and the foot of pages.

use super::{
    cover::logo_size,
    fonts::Fonts,
    lines::in_one_line,
    sheet::{Item, Mark, Page, What},
    style::{HAIRLINE, Length, RUNNING},
};
use crate::{
    report::{document::Document, drawing::Ink},
    text::{Key, Texts},
};

/// From the upper edge of the page to the letters of its head, and from those of its foot to the lower edge.
const EDGE: Length = 38_000;
/// Largest logo in the head, width and height.
const LOGO: (Length, Length) = (70_000, 16_000);
const GAP: Length = 10_000;

/// Puts head and foot on a page, but for the cover.
pub fn head_and_foot<'a>(
    document: &'a Document,
    texts: &Texts,
    fonts: &Fonts,
    page: &mut Page<'a>,
    (number, count): (usize, usize),
) {
    let Some(section) = page.section else { return };
    let frame = page.frame;
    let (left, right) = (frame.margin, frame.margin + frame.width());
    let mut items = Vec::new();
    let mut words = |x, y, mark, text| items.push(Item::words(x, y, RUNNING, mark, text));

    let mut x = left;
    if let Some(logo) = &document.brand.logo {
        x += logo_size(logo, LOGO).0 + GAP;
    }
    let half = frame.width() / 2 - GAP;
    let title = fonts.fit(&in_one_line(&document.title), RUNNING, left + half - x);
    words(x, EDGE, Mark::Head, title);
    let section = fonts.fit(&in_one_line(section), RUNNING, half);
    words(right - fonts.width(&section, RUNNING), EDGE, Mark::Head, section);

    let y = frame.page_height - EDGE + RUNNING.size / 2;
    let numbers = [("page", number.to_string()), ("count", count.to_string())];
    let numbers = numbers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let pages = texts.fill(Key::ReportPdfPage, &numbers);
    let width = fonts.width(&pages, RUNNING);
    let footer = document.footer.lines().collect::<Vec<_>>().join(" · ");
    let footer = fonts.fit(&in_one_line(&footer), RUNNING, frame.width() - width - 2 * GAP);
    words(left, y, Mark::Foot, footer);
    words(right - width, y, Mark::Foot, pages);

    let rule = |y, mark| {
        let what = What::Rect { width: frame.width(), height: HAIRLINE, ink: Ink::Rule };
        Item { x: left, y, mark, what }
    };
    items.push(rule(EDGE + 8_000, Mark::Head));
    items.push(rule(y - RUNNING.size - 6_000, Mark::Foot));
    if let Some(logo) = &document.brand.logo {
        let (width, height) = logo_size(logo, LOGO);
        let what = What::Logo { width, height, figure: None };
        items.push(Item { x: left, y: EDGE - 3_000 - height / 2, mark: Mark::Head, what });
    }
    page.items.append(&mut items);
}

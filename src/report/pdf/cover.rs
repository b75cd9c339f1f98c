//! The first page, and the table of contents.

use krilla::tagging::{ListNumbering, Tag};

use super::{
    fonts::Fonts,
    lines::{Run, lines},
    setter::{Setter, figure_node},
    sheet::{Item, Mark, Opening, Page, Strip, What},
    style::{
        BODY, COVER_KIND, COVER_SUBTITLE, COVER_TITLE, ENTRY, FACT, HAIRLINE, Length, MEASURE,
        REMARK, RULE, SUBENTRY, Style, UPRIGHT,
    },
    tree::{Leaf, Node, Tree},
};
use crate::report::{
    document::{Block, Brand, Cover, Document, Logo},
    drawing::Ink,
};

/// Most lines of a table of contents that tells the parts of sections too.
const MOST_ENTRIES: usize = 44;
/// Largest logo on the cover, width and height.
const LOGO: (Length, Length) = (190_000, 64_000);

/// A page that is written from above.
struct Writer<'a, 'b> {
    fonts: &'b Fonts,
    tree: &'b mut Tree,
    node: Node,
    items: Vec<Item<'a>>,
    y: Length,
}

/// The size of a logo that is to fit into a room.
pub fn logo_size(logo: &Logo, (width, height): (Length, Length)) -> (Length, Length) {
    let (w, h) = (Length::from(logo.size.0.max(1)), Length::from(logo.size.1.max(1)));
    if w * height > width * h {
        (width, (h * width / w).max(1))
    } else {
        ((w * height / h).max(1), height)
    }
}

/// The cover.
pub fn cover<'a>(
    fonts: &Fonts,
    tree: &mut Tree,
    cover: &'a Cover,
    brand: &'a Brand,
    remark: Option<&'a str>,
) -> Page<'a> {
    let node = tree.top(Tag::Section);
    let mut writer = Writer { fonts, tree, node, items: Vec::new(), y: 72_000 };
    let above = brand.logo.as_ref().map_or(0, |logo| {
        writer.logo(logo, brand);
        10_000
    });
    writer.words(&brand.name, COVER_KIND, Tag::P.into(), above);
    // The title stands where the golden section of the page does, whatever is above it.
    writer.y = writer.y.max(250_000);
    writer.words(&cover.kind, COVER_KIND, Tag::P.into(), 0);
    writer.words(&cover.title, COVER_TITLE, Tag::Title.into(), 6_000);
    writer.words(&cover.subtitle, COVER_SUBTITLE, Tag::P.into(), 8_000);
    writer.y += 22_000;
    writer.items.push(Item::ground(0, writer.y, 48_000, 2_000, Ink::Accent));
    writer.y += 20_000;
    writer.facts(&cover.facts);
    // What it is not stands at the foot of the page, and below the facts if these are many.
    let small = [cover.disclaimer.as_str(), remark.unwrap_or_default()];
    let height: Length = small.iter().map(|text| writer.height(text) + 8_000).sum();
    let foot = UPRIGHT.page_height - 70_000 - height;
    writer.y = foot.max(writer.y + 20_000);
    writer.items.push(Item::ground(0, writer.y, UPRIGHT.width(), HAIRLINE, Ink::Rule));
    for text in small {
        writer.words(text, REMARK, Tag::P.into(), 8_000);
    }
    let items = writer.items.into_iter().map(|item| item.moved(UPRIGHT.margin, 0)).collect();
    Page { frame: UPRIGHT, section: None, items }
}

impl<'a> Writer<'a, '_> {
    fn logo(&mut self, logo: &Logo, brand: &Brand) {
        let (width, height) = logo_size(logo, LOGO);
        let figure = figure_node(self.tree, self.node, [&logo.name, &brand.name]);
        let mark = figure.map_or(Mark::Ornament, |figure| Mark::Leaf(self.tree.leaf(figure)));
        let what = What::Logo { width, height, figure };
        self.items.push(Item { x: 0, y: self.y, mark, what });
        self.y += height;
    }

    fn height(&mut self, text: &str) -> Length {
        let run = Run { text, strong: false, to: "", leaf: Leaf::NOWHERE };
        let lines = lines(self.fonts, &[run], REMARK, MEASURE);
        if text.is_empty() { 0 } else { REMARK.leading * count(lines.len()) }
    }

    fn words(
        &mut self,
        text: &'a str,
        style: Style,
        tag: krilla::tagging::TagKind,
        before: Length,
    ) {
        if text.is_empty() {
            return;
        }
        self.y += before;
        let leaf = self.tree.only_leaf(self.node, tag);
        let run = Run { text, strong: false, to: "", leaf };
        for line in lines(self.fonts, &[run], style, MEASURE.max(UPRIGHT.width() - 40_000)) {
            self.put(line.items, 0);
            self.y += style.leading;
        }
    }

    fn put(&mut self, items: Vec<Item<'a>>, x: Length) {
        let y = self.y;
        self.items.extend(items.into_iter().map(|item| item.moved(x, y)));
    }

    fn facts(&mut self, facts: &'a [(String, String)]) {
        const NAMES: Length = 120_000;
        let list = self.tree.node(self.node, Tag::L(ListNumbering::None));
        for (name, value) in facts {
            let item = self.tree.node(list, Tag::LI);
            let top = self.y;
            let mut bottom = top;
            let columns = [
                (name, FACT, Tag::Lbl.into(), 0, NAMES - 10_000),
                (value, BODY, Tag::LBody.into(), NAMES, UPRIGHT.width() - NAMES),
            ];
            for (text, style, tag, x, room) in columns {
                let tag: krilla::tagging::TagKind = tag;
                let leaf = self.tree.only_leaf(item, tag);
                self.y = top;
                let run = Run { text, strong: false, to: "", leaf };
                for line in lines(self.fonts, &[run], style, room) {
                    self.put(line.items, x);
                    self.y += style.leading;
                }
                bottom = bottom.max(self.y);
            }
            self.y = bottom + 3_000;
        }
    }
}

fn count(number: usize) -> Length {
    Length::try_from(number).unwrap_or_default()
}

/// The table of contents: a strip for each entry. The numbers of pages are found later.
pub fn contents<'a>(setter: &mut Setter<'a, '_>, document: &'a Document, title: &'a str) {
    let all = entries(document, true);
    let entries = if all.len() > MOST_ENTRIES { entries(document, false) } else { all };
    let node = setter.tree.top(Tag::Section);
    setter.heading(node, Opening { level: 1, title, anchor: "" }, 0);
    // The contents themselves are no part of the outline.
    setter.strips.iter_mut().for_each(|strip| strip.opens = None);
    let toc = setter.tree.node(node, Tag::TOC);
    let width = setter.width;
    for (number, entry) in entries.iter().enumerate() {
        let (style, x, before) = match entry.level {
            1 if number == 0 => (ENTRY, 0, 4_000),
            1 => (ENTRY, 0, 7_000),
            _ => (SUBENTRY, 0, 1_000),
        };
        let item = setter.tree.node(toc, Tag::TOCI);
        let link = setter.tree.node(item, Tag::Link);
        let leaf = setter.tree.leaf(link);
        let run = Run { text: entry.title, strong: false, to: "", leaf };
        let lines = lines(setter.fonts, &[run], style, width - x - 40_000);
        let last = lines.len().saturating_sub(1);
        for (place, line) in lines.into_iter().enumerate() {
            let mut items: Vec<Item<'a>> =
                line.items.into_iter().map(|item| item.leading(entry.anchor).moved(x, 0)).collect();
            if place == last {
                let what = What::PageOf { anchor: entry.anchor, style };
                items.push(Item { x: width, y: style.baseline(), mark: Mark::Leaf(leaf), what });
            }
            if place == 0 && entry.level == 1 && number > 0 {
                items.insert(0, Item::ground(0, -3_500, width, RULE / 2, Ink::Rule));
            }
            setter.strips.push(Strip {
                before: if place == 0 { before } else { 0 },
                height: style.leading,
                keep: place != last || (entry.level == 1 && follows(&entries, number)),
                items,
                ..Strip::default()
            });
        }
    }
}

/// Whether the next entry is a part of this one.
fn follows(entries: &[Opening<'_>], number: usize) -> bool {
    entries.get(number + 1).is_some_and(|next| next.level > 1)
}

/// What the contents list: sections, and where there is room their parts to which links can lead.
fn entries(document: &Document, parts: bool) -> Vec<Opening<'_>> {
    let mut entries = Vec::new();
    for section in &document.sections {
        entries.push(Opening { level: 1, title: &section.title, anchor: &section.anchor });
        for block in section.blocks.iter().filter(|_| parts) {
            if let Block::Heading { level: 2, text, anchor } = block
                && !anchor.is_empty()
            {
                entries.push(Opening { level: 2, title: text, anchor });
            }
        }
    }
    entries
}

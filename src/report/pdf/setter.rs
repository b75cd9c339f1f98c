//! Sets a section: its blocks become strips.

use std::{collections::BTreeSet, num::NonZeroU16};

use krilla::tagging::{ListNumbering, Tag};

use super::{
    fonts::Fonts,
    lines::{Line, Run, in_one_line, lines},
    sheet::{Item, Mark, Opening, Strip, What},
    style::{
        BODY, FACT, INDENT, LABEL, LEAD, Length, MEASURE, PART, REMARK, SECTION, SUBPART, Style,
        Tightness, VALUE,
    },
    tree::{Node, Tree},
};
use crate::report::document::{Block, Document, Figure, Number, Section, Span};

/// How many large numbers stand side by side at most.
const MOST_NUMBERS: usize = 5;

/// What is being set.
pub struct Setter<'a, 'b> {
    pub fonts: &'b Fonts,
    pub tree: &'b mut Tree,
    /// The anchors that links may lead to.
    pub targets: &'b BTreeSet<&'a str>,
    /// The strips so far.
    pub strips: Vec<Strip<'a>>,
    /// The headers of the tables so far.
    pub headers: Vec<Vec<Strip<'a>>>,
    /// How wide the page is.
    pub width: Length,
    /// How high it is.
    pub height: Length,
    tightness: Tightness,
    /// The level of the last heading: none may be left out.
    level: u8,
}

/// The anchors of a report.
pub fn targets(document: &Document) -> BTreeSet<&str> {
    let mut targets = BTreeSet::new();
    for section in &document.sections {
        targets.insert(section.anchor.as_str());
        let headings = section.blocks.iter().filter_map(|block| match block {
            Block::Heading { anchor, .. } => Some(anchor.as_str()),
            _ => None,
        });
        targets.extend(headings);
    }
    targets.remove("");
    targets
}

impl<'a, 'b> Setter<'a, 'b> {
    pub fn new(
        fonts: &'b Fonts,
        tree: &'b mut Tree,
        targets: &'b BTreeSet<&'a str>,
        (width, height): (Length, Length),
    ) -> Self {
        let (strips, headers) = (Vec::new(), Vec::new());
        let tightness = Tightness::NONE;
        Self { fonts, tree, targets, strips, headers, width, height, tightness, level: 1 }
    }

    /// Sets what follows tighter.
    #[must_use]
    pub fn with(self, tightness: Tightness) -> Self {
        Self { tightness, ..self }
    }

    /// How high all of it is, without the space above the first.
    #[must_use]
    pub fn reach(&self) -> Length {
        let all = self.strips.iter().map(|strip| strip.before + strip.height).sum::<Length>();
        all - self.strips.first().map_or(0, |strip| strip.before)
    }

    /// How wide lines of prose are.
    fn measure(&self) -> Length {
        self.width.min(MEASURE)
    }

    /// A whole section.
    pub fn section(&mut self, section: &'a Section, remark: Option<&'a str>) {
        let node = self.tree.top(Tag::Section);
        let opening = Opening { level: 1, title: &section.title, anchor: &section.anchor };
        self.heading(node, opening, 0);
        if let Some(remark) = remark {
            let leaf = self.tree.only_leaf(node, Tag::P);
            let run = Run { text: remark, strong: false, to: "", leaf };
            self.prose(&[run], REMARK, (0, self.measure()), 8_000);
        }
        let mut blocks = section.blocks.iter().peekable();
        let mut headed = false;
        while let Some(block) = blocks.next() {
            let first = self.strips.len();
            self.block(node, block);
            if matches!(block, Block::Remark(_)) && !headed {
                // It is about what stands above it, and on another page would be about nothing.
                let above = first.checked_sub(1).and_then(|above| self.strips.get_mut(above));
                if let Some(above) = above {
                    above.keep = true;
                }
            }
            let leads_to = blocks.peek().is_some_and(|next| next.is_shown());
            if headed && leads_to && is_prose(block) {
                // Below a heading it would be all there is of it on the page.
                self.strips.iter_mut().skip(first).for_each(|strip| strip.keep = true);
            }
            headed = matches!(block, Block::Heading { .. });
        }
    }

    fn block(&mut self, node: Node, block: &'a Block) {
        match block {
            Block::Heading { level, text, anchor } => {
                self.level = (*level).clamp(2, self.level.saturating_add(1)).min(6);
                let opening = Opening { level: self.level, title: text, anchor };
                self.heading(node, opening, if self.level == 2 { 24_000 } else { 16_000 });
            }
            Block::Lead(spans) => self.paragraph(node, spans, LEAD, 10_000),
            Block::Paragraph(spans) => self.paragraph(node, spans, BODY, 7_000),
            Block::Remark(spans) => self.paragraph(node, spans, REMARK, 7_000),
            Block::List { numbered, entries } => self.list(node, *numbered, entries),
            Block::Facts(facts) => self.facts(node, facts),
            Block::Numbers(numbers) => {
                let list = self.tree.node(node, Tag::L(ListNumbering::None));
                for row in numbers.chunks(MOST_NUMBERS) {
                    self.numbers(list, row);
                }
            }
            Block::Table(table) => self.table(node, table),
            Block::Figure(figure) => self.figure(node, figure),
        }
    }

    /// A heading, which stays with what follows.
    pub fn heading(&mut self, node: Node, opening: Opening<'a>, before: Length) {
        if in_one_line(opening.title).trim().is_empty() {
            // Nothing to be read, but links may lead there.
            self.strips.push(Strip { keep: true, opens: Some(opening), ..Strip::default() });
            return;
        }
        let style = match opening.level {
            1 => SECTION,
            2 => PART,
            _ => SUBPART,
        };
        let level = NonZeroU16::new(u16::from(opening.level)).unwrap_or(NonZeroU16::MIN);
        let title = in_one_line(opening.title);
        let leaf = self.tree.only_leaf(node, Tag::Hn(level, Some(title)));
        let run = Run { text: opening.title, strong: false, to: "", leaf };
        let first = self.strips.len();
        self.prose(&[run], style, (0, self.width), before);
        let mut lines = self.strips.iter_mut().skip(first).peekable();
        if let Some(line) = lines.peek_mut() {
            line.opens = Some(opening);
        }
        lines.for_each(|line| line.keep = true);
        if opening.level == 1 {
            self.space(6_000);
        }
    }

    /// More space below what was set last.
    pub fn space(&mut self, space: Length) {
        if let Some(last) = self.strips.last_mut() {
            last.height += self.tightness.space(space);
        }
    }

    fn paragraph(&mut self, node: Node, spans: &'a [Span], style: Style, before: Length) {
        let paragraph = self.tree.node(node, Tag::P);
        let runs = self.runs(paragraph, spans);
        self.prose(&runs, style, (0, self.measure()), before);
    }

    /// The places of spans in a part of the structure.
    pub fn runs(&mut self, node: Node, spans: &'a [Span]) -> Vec<Run<'a>> {
        let mut plain = None;
        let mut runs = Vec::new();
        for span in spans.iter().filter(|span| !span.text.is_empty()) {
            let Span { text, strong, to } = span;
            let to = if self.targets.contains(to.as_str()) { to.as_str() } else { "" };
            let leaf = if to.is_empty() {
                *plain.get_or_insert_with(|| self.tree.leaf(node))
            } else {
                plain = None;
                self.tree.only_leaf(node, Tag::Link)
            };
            runs.push(Run { text, strong: *strong, to, leaf });
        }
        runs
    }

    /// Lines below each other, of which neither the first nor the last stands alone on a page.
    fn prose(&mut self, runs: &[Run<'a>], style: Style, place: (Length, Length), before: Length) {
        let (x, room) = place;
        let (style, before) = (self.tightness.style(style), self.tightness.space(before));
        let lines = lines(self.fonts, runs, style, room);
        let count = lines.len();
        for (number, line) in lines.into_iter().enumerate() {
            self.strips.push(Strip {
                before: if number == 0 { before } else { 0 },
                height: style.leading,
                keep: count > 1 && (number == 0 || number + 2 == count),
                items: line.items.into_iter().map(|item| item.moved(x, 0)).collect(),
                ..Strip::default()
            });
        }
    }

    fn list(&mut self, node: Node, numbered: bool, entries: &'a [Vec<Span>]) {
        let kind = if numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
        let list = self.tree.node(node, Tag::L(kind));
        let indent = if numbered && entries.len() > 9 { INDENT + 5_000 } else { INDENT };
        for (number, entry) in entries.iter().enumerate() {
            let item = self.tree.node(list, Tag::LI);
            let mark = Mark::Leaf(self.tree.only_leaf(item, Tag::Lbl));
            let label = if numbered { format!("{}. ", number + 1) } else { "• ".to_owned() };
            let body = self.tree.node(item, Tag::LBody);
            let runs = self.runs(body, entry);
            let first = self.strips.len();
            let before = if number == 0 { 5_000 } else { 3_000 };
            self.prose(&runs, BODY, (indent, self.measure() - indent), before);
            if let Some(strip) = self.strips.get_mut(first) {
                let x = if numbered { 0 } else { 3_000 };
                let style = self.tightness.style(BODY);
                strip.items.insert(0, Item::words(x, style.baseline(), style, mark, label));
            }
        }
    }

    fn facts(&mut self, node: Node, facts: &'a [(String, Vec<Span>)]) {
        let list = self.tree.node(node, Tag::L(ListNumbering::None));
        let names = self.measure() / 3;
        for (number, (name, value)) in facts.iter().enumerate() {
            let item = self.tree.node(list, Tag::LI);
            let leaf = self.tree.only_leaf(item, Tag::Lbl);
            let body = self.tree.node(item, Tag::LBody);
            let run = Run { text: name, strong: false, to: "", leaf };
            let (fact, words) = (self.tightness.style(FACT), self.tightness.style(BODY));
            let name = lines(self.fonts, &[run], fact, names - 10_000);
            let runs = self.runs(body, value);
            let value = lines(self.fonts, &runs, words, self.width.min(MEASURE + 60_000) - names);
            self.side_by_side([name, value], [0, names], if number == 0 { 6_000 } else { 2_500 });
        }
    }

    /// Lines in two columns, of which the first says what the second is.
    fn side_by_side(&mut self, columns: [Vec<Line<'a>>; 2], xs: [Length; 2], before: Length) {
        let count = columns.iter().map(Vec::len).max().unwrap_or_default();
        let mut columns = columns.map(Vec::into_iter);
        for number in 0..count {
            let items = columns.iter_mut().zip(xs).flat_map(|(column, x)| {
                let items = column.next().map(|line| line.items).unwrap_or_default();
                items.into_iter().map(move |item| item.moved(x, 0))
            });
            self.strips.push(Strip {
                before: if number == 0 { self.tightness.space(before) } else { 0 },
                height: self.tightness.length(BODY.leading),
                keep: number == 0 && count > 1,
                items: items.collect(),
                ..Strip::default()
            });
        }
    }

    fn numbers(&mut self, list: Node, numbers: &'a [Number]) {
        let Ok(count) = Length::try_from(numbers.len().max(3)) else { return };
        let gap = 18_000;
        let room = (self.width - gap * (count - 1)) / count;
        let before = self.tightness.space(14_000);
        let mut strip = Strip { before, ..Strip::default() };
        let mut x = 0;
        for Number { value, label, note } in numbers {
            let item = self.tree.node(list, Tag::LI);
            let body = self.tree.node(item, Tag::LBody);
            let mut y = 0;
            for (text, style) in [(value, VALUE), (label, LABEL), (note, REMARK)] {
                if text.is_empty() {
                    continue;
                }
                let leaf = self.tree.only_leaf(body, Tag::P);
                let run = Run { text, strong: false, to: "", leaf };
                let style = self.tightness.style(style);
                for line in lines(self.fonts, &[run], style, room) {
                    strip.items.extend(line.items.into_iter().map(|item| item.moved(x, y)));
                    y += style.leading;
                }
            }
            strip.height = strip.height.max(y);
            x += room + gap;
        }
        strip.height += self.tightness.space(6_000);
        self.strips.push(strip);
    }

    fn figure(&mut self, node: Node, figure: &'a Figure) {
        let drawing = &figure.drawing;
        let (width, height) =
            (Length::from(drawing.width) * 100, Length::from(drawing.height) * 100);
        if width <= 0 || height <= 0 {
            return;
        }
        // Room for the caption is left.
        let most = self.height - 40_000;
        let fitting = width.min(self.tightness.length(self.width)).min(most * width / height);
        let part = figure_node(self.tree, node, [&figure.summary, &figure.caption]);
        let mark = part.map_or(Mark::Ornament, |part| Mark::Leaf(self.tree.leaf(part)));
        let what = What::Drawing { drawing, width: fitting, figure: part };
        self.strips.push(Strip {
            before: self.tightness.space(12_000),
            height: height * fitting / width + self.tightness.space(4_000),
            keep: !figure.caption.is_empty(),
            items: vec![Item { x: 0, y: 0, mark, what }],
            ..Strip::default()
        });
        if let Some(part) = part.filter(|_| !figure.caption.is_empty()) {
            let leaf = self.tree.only_leaf(part, Tag::Caption);
            let run = Run { text: &figure.caption, strong: false, to: "", leaf };
            self.prose(&[run], REMARK, (0, self.measure()), 0);
            self.space(6_000);
        }
    }
}

fn is_prose(block: &Block) -> bool {
    matches!(block, Block::Lead(_) | Block::Paragraph(_) | Block::Remark(_))
}

/// The part of the structure for a picture, with the first of the texts that say what it shows; without
/// any it is an ornament.
pub fn figure_node(tree: &mut Tree, parent: Node, texts: [&str; 2]) -> Option<Node> {
    let mut texts = texts.into_iter().map(in_one_line);
    let text = texts.find(|text| !text.trim().is_empty())?;
    Some(tree.node(parent, Tag::Figure(Some(text))))
}

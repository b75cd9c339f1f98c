//! Sets tables: a strip for each row.

use krilla::tagging::{TableHeaderScope, Tag};

use super::{
    lines::{Line, Run, lines, widest_word},
    setter::Setter,
    sheet::{Item, Mark, Strip, What},
    style::{CELL, HAIRLINE, HEADER, Length, PAD, PAD_Y, RULE, Style},
    tree::{Leaf, Node},
};
use crate::report::{
    document::{Cell, Column, Table, Tone},
    drawing::{Drawing, Ink},
};

/// Between the paragraphs of a cell.
const PARAGRAPH_GAP: Length = 2_600;

/// Where a column stands.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Its left edge.
    x: Length,
    /// Its width.
    width: Length,
    /// From its left edge to its words.
    pad: Length,
    numeric: bool,
}

/// A cell, set: its paragraphs as lines.
struct Set<'a> {
    slot: Slot,
    tone: Tone,
    paragraphs: Vec<Vec<Line<'a>>>,
    drawing: Option<&'a Drawing>,
    /// Where its words belong.
    place: Leaf,
}

impl Slot {
    fn room(self) -> Length {
        (self.width - self.pad - PAD).max(1)
    }
}

impl<'a> Setter<'a, '_> {
    /// A table. Its header stands again on each page.
    pub fn table(&mut self, node: Node, table: &'a Table) {
        if table.columns.is_empty() {
            return;
        }
        let summary = (!table.caption.is_empty()).then(|| table.caption.clone());
        let part = self.tree.node(node, Tag::Table.with_summary(summary));
        let head = self.tree.node(part, Tag::THead);
        let body = self.tree.node(part, Tag::TBody);
        let slots = self.slots(table);

        let row = self.tree.node(head, Tag::TR);
        let mut cells = Vec::new();
        for (column, slot) in table.columns.iter().zip(&slots) {
            let place = self.tree.only_leaf(row, Tag::TH(TableHeaderScope::Column));
            cells.push(self.header_cell(column, *slot, place));
        }
        let mut header = row_strip(&cells, HEADER, self.width);
        header.before = 9_000;
        header.keep = true;
        header.items.push(Item::ground(0, header.height - RULE, self.width, RULE, Ink::Text));
        let number = self.headers.len();
        self.headers.push(vec![Strip { before: 0, ..header.clone() }]);
        let room = self.height - header.height;
        self.strips.push(header);

        let count = table.rows.len();
        for (place, cells) in table.rows.iter().enumerate() {
            let row = self.tree.node(body, Tag::TR);
            let cells = self.row(row, &slots, cells);
            let mut strip = row_strip(&cells, CELL, self.width);
            // No row is left alone: neither the first nor the last.
            strip.keep = count > 1 && (place == 0 || place + 2 == count);
            strip.header = Some(number);
            if strip.height <= room {
                self.strips.push(strip);
            } else {
                self.strips.extend(cut(&cells, number, self.width));
            }
        }
        self.space(5_000);
    }

    fn header_cell(&mut self, column: &'a Column, slot: Slot, place: Leaf) -> Set<'a> {
        let run = Run { text: &column.title, strong: false, to: "", leaf: place };
        let lines = lines(self.fonts, &[run], HEADER, slot.room());
        Set { slot, tone: Tone::Plain, paragraphs: vec![lines], drawing: None, place }
    }

    /// A row that lacks cells gets empty ones, so that columns stay columns.
    fn row(&mut self, row: Node, slots: &[Slot], cells: &'a [Cell]) -> Vec<Set<'a>> {
        let cells = cells.iter().map(Some).chain(std::iter::repeat(None));
        let mut set = Vec::new();
        for (number, (slot, cell)) in slots.iter().zip(cells).enumerate() {
            let node = if number == 0 {
                self.tree.node(row, Tag::TH(TableHeaderScope::Row))
            } else {
                self.tree.node(row, Tag::TD)
            };
            let mut paragraphs = Vec::new();
            for spans in cell.into_iter().flat_map(|cell| &cell.paragraphs) {
                let runs = self.runs(node, spans);
                paragraphs.push(lines(self.fonts, &runs, CELL, slot.room()));
            }
            set.push(Set {
                slot: *slot,
                tone: cell.map_or(Tone::Plain, |cell| cell.tone),
                paragraphs,
                drawing: cell.and_then(|cell| cell.drawing.as_ref()),
                place: self.tree.leaf(node),
            });
        }
        set
    }

    /// Columns as wide as their shares say, but wide enough for their longest words, if there is room.
    fn slots(&self, table: &'a Table) -> Vec<Slot> {
        let all: Length =
            table.columns.iter().map(|column| Length::from(column.share.max(1))).sum();
        let shares = table.columns.iter();
        let shares = shares.map(|column| self.width * Length::from(column.share.max(1)) / all);
        let shares: Vec<Length> = shares.collect();
        let least: Vec<Length> = (0..shares.len()).map(|place| self.least(table, place)).collect();
        let widths = even_out(&shares, &least);
        let mut slots = Vec::new();
        let mut x = 0;
        for (number, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let cells = table.rows.iter().filter_map(|row| row.get(number));
            // Words at the margin stand in line with those of the text, unless they have a ground.
            let flush = number == 0
                && !column.numeric
                && cells.into_iter().all(|cell| cell.tone == Tone::Plain);
            slots.push(Slot {
                x,
                width,
                pad: if flush { 0 } else { PAD },
                numeric: column.numeric,
            });
            x += width;
        }
        slots
    }

    /// How wide a column must be so that no word in it is broken; very long ones may be.
    fn least(&self, table: &'a Table, place: usize) -> Length {
        let longest = self.width / 5;
        let run = |text: &'a str, strong| Run { text, strong, to: "", leaf: Leaf::NOWHERE };
        let title = table.columns.get(place).map_or("", |column| column.title.as_str());
        let mut least = widest_word(self.fonts, &[run(title, true)], HEADER);
        for cell in table.rows.iter().filter_map(|row| row.get(place)) {
            for spans in &cell.paragraphs {
                let runs: Vec<Run<'_>> =
                    spans.iter().map(|span| run(&span.text, span.strong)).collect();
                let word = widest_word(self.fonts, &runs, CELL);
                if word <= longest {
                    least = least.max(word);
                }
            }
        }
        least.min(longest) + 2 * PAD + 200
    }
}

/// Takes from columns that have more than they need what others lack.
fn even_out(shares: &[Length], least: &[Length]) -> Vec<Length> {
    let lack = |(share, least): (&Length, &Length)| (least - share).max(0);
    let spare = |(share, least): (&Length, &Length)| (share - least).max(0);
    let lacking: Length = shares.iter().zip(least).map(lack).sum();
    let sparing: Length = shares.iter().zip(least).map(spare).sum();
    if lacking == 0 || sparing == 0 {
        return shares.to_vec();
    }
    let moved = lacking.min(sparing);
    let both = shares.iter().zip(least);
    let width =
        both.map(|pair| pair.0 + lack(pair) * moved / lacking - spare(pair) * moved / sparing);
    width.collect()
}

/// A whole row, with its grounds below and a line at its foot.
fn row_strip<'a>(cells: &[Set<'a>], style: Style, width: Length) -> Strip<'a> {
    let mut words = Vec::new();
    let mut height = style.leading;
    for cell in cells {
        let mut y = PAD_Y;
        for (number, lines) in cell.paragraphs.iter().enumerate() {
            y += if number == 0 { 0 } else { PARAGRAPH_GAP };
            for line in lines {
                words.extend(placed(cell, line, y));
                y += style.leading;
            }
        }
        if let Some((drawing, items)) = drawn(cell, y) {
            words.push(items);
            y += drawing;
        }
        words.extend(blank(cell, style));
        height = height.max(y + PAD_Y);
    }
    let mut items = grounds(cells, height);
    items.append(&mut words);
    items.push(Item::ground(0, height - HAIRLINE, width, HAIRLINE, Ink::Rule));
    Strip { height, items, ..Strip::default() }
}

/// A row that is higher than a page, line by line.
fn cut<'a>(cells: &[Set<'a>], header: usize, width: Length) -> Vec<Strip<'a>> {
    let lines = |cell: &Set<'a>| cell.paragraphs.iter().map(Vec::len).sum();
    let count: usize = cells.iter().map(lines).max().unwrap_or_default();
    let mut strips = Vec::new();
    for number in 0..count {
        let (first, last) = (number == 0, number + 1 == count);
        let top = if first { PAD_Y } else { 0 };
        let height = top + CELL.leading + if last { PAD_Y } else { 0 };
        let mut items = grounds(cells, height);
        for cell in cells {
            let line = cell.paragraphs.iter().flatten().nth(number);
            items.extend(line.into_iter().flat_map(|line| placed(cell, line, top)));
            if first {
                items.extend(blank(cell, CELL));
            }
        }
        if last {
            items.push(Item::ground(0, height - HAIRLINE, width, HAIRLINE, Ink::Rule));
        }
        let keep = first || number + 2 == count;
        strips.push(Strip { height, keep, items, header: Some(header), ..Strip::default() });
    }
    strips
}

fn placed<'a>(cell: &Set<'a>, line: &Line<'a>, y: Length) -> impl Iterator<Item = Item<'a>> {
    let Slot { x, pad, numeric, .. } = cell.slot;
    let indent = if numeric { cell.slot.room() - line.width } else { 0 };
    line.items.clone().into_iter().map(move |item| item.moved(x + pad + indent, y))
}

/// An empty cell still is a cell to those who hear the table: a blank stands in it.
fn blank<'a>(cell: &Set<'a>, style: Style) -> Option<Item<'a>> {
    let empty = cell.paragraphs.iter().flatten().all(|line| line.width == 0);
    let Slot { x, pad, .. } = cell.slot;
    let y = PAD_Y + style.baseline();
    empty.then(|| Item::words(x + pad, y, style, Mark::Leaf(cell.place), " "))
}

fn drawn<'a>(cell: &Set<'a>, y: Length) -> Option<(Length, Item<'a>)> {
    let drawing = cell.drawing?;
    let natural = Length::from(drawing.width) * 100;
    if natural <= 0 || drawing.height <= 0 {
        return None;
    }
    let width = natural.min(cell.slot.room());
    let height = Length::from(drawing.height) * 100 * width / natural;
    let what = What::Drawing { drawing, width, figure: None };
    let x = cell.slot.x + cell.slot.pad;
    // As high as a line of words, if it is no higher, so that both stand in its middle.
    let room = height.max(CELL.leading);
    Some((room, Item { x, y: y + (room - height) / 2, mark: Mark::Ornament, what }))
}

fn grounds<'a>(cells: &[Set<'a>], height: Length) -> Vec<Item<'a>> {
    let toned = cells.iter().filter(|cell| cell.tone != Tone::Plain);
    let ground = toned
        .map(|cell| Item::ground(cell.slot.x, 0, cell.slot.width, height, Ink::Pale(cell.tone)));
    ground.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_get_what_their_words_need_from_those_that_have_more() {
        assert_eq!(even_out(&[50, 50], &[10, 20]), [50, 50]);
        // 30 are lacking; the others have 40 and 20 to spare, and give 20 and 10.
        assert_eq!(even_out(&[20, 90, 40], &[50, 50, 20]), [50, 70, 30]);
        // There are only 10 to give.
        assert_eq!(even_out(&[20, 60], &[90, 50]), [30, 50]);
    }
}

//! All items at a glance: a cell each, by clause and theme. The letter tells the rating, the strip at the
//! foot of the cell its credit, the colour repeats it.

use super::{WIDTH, at, bold, fit::fit, frame, rect, text};
use crate::report::{
    document::Tone,
    drawing::{Anchor, Drawing, Ink, Shape},
};

/// The cells of a clause or theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Its items.
    pub cells: Vec<Cell>,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its number.
    pub id: String,
    /// How it looks.
    pub look: Look,
}

/// How what an item counts as looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// A letter or sign for it.
    pub sign: String,
    /// Its ground.
    pub tone: Tone,
    /// Its credit over the whole; `None` where it has none.
    pub credit: Option<(u64, u64)>,
}

/// Cells beside each other.
const ACROSS: usize = 9;
/// Where cells begin, how wide and how high each is.
const LEFT: i32 = 1396;
const CELL: (i32, i32) = (380, 170);
/// What stands free below the cells of a clause or theme.
const GAP: i32 = 50;
/// What the thickness of a line needs at the edge.
const EDGE: i32 = 4;
/// How high the strip of a cell is.
const STRIP: i32 = 22;

/// The chart; `legend` has every look with its name.
#[must_use]
pub fn heat(rows: &[Row], legend: &[(Look, String)]) -> Drawing {
    let mut shapes = Vec::new();
    let mut y = legend_of(legend, &mut shapes);
    for row in rows {
        let label = fit(&row.label, 80, LEFT - 60);
        shapes.push(text(0, y + 105, 80, Ink::Text, label));
        for cells in row.cells.chunks(ACROSS) {
            for (place, item) in (0_i32..).zip(cells) {
                cell(&mut shapes, LEFT + place * CELL.0, y, &item.look);
                let x = LEFT + place * CELL.0 + 24;
                shapes.push(text(x, y + 95, 68, Ink::Text, &item.id));
            }
            y += CELL.1;
        }
        y += GAP;
    }
    Drawing { width: WIDTH, height: y, shapes }
}

/// Ground, sign and strip of a cell.
fn cell(shapes: &mut Vec<Shape>, x: i32, y: i32, look: &Look) {
    let (width, height) = CELL;
    shapes.push(rect(x, y, width, height, Ink::Pale(look.tone)));
    if let Some((credit, unit)) = look.credit {
        let part = |credit: u64| {
            let whole = u64::try_from(width).unwrap_or_default();
            let part = whole.saturating_mul(credit).checked_div(unit);
            i32::try_from(part.unwrap_or_default()).unwrap_or_default()
        };
        if credit > 0 {
            let strip = part(credit.min(unit));
            shapes.push(rect(x, y + height - STRIP, strip, STRIP, Ink::Strong(look.tone)));
        }
    }
    shapes.push(frame(x, y, width, height, Ink::Rule));
    let sign = text(x + width - 24, y + 102, 85, Ink::Text, &look.sign);
    shapes.push(bold(at(Anchor::End, sign)));
}

/// Draws the legend and tells where it ends.
fn legend_of(legend: &[(Look, String)], shapes: &mut Vec<Shape>) -> i32 {
    let (across, column, row) = (4, WIDTH / 4, CELL.1 + 30);
    let mut y = EDGE;
    for line in legend.chunks(across) {
        for (place, (look, name)) in (0_i32..).zip(line) {
            let x = EDGE + place * column;
            cell(shapes, x, y, look);
            let words = fit(name, 75, column - CELL.0 - 80);
            shapes.push(text(x + CELL.0 + 40, y + 105, 75, Ink::Quiet, words));
        }
        y += row;
    }
    y + GAP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(credit: Option<(u64, u64)>) -> Look {
        Look { sign: "L".into(), tone: Tone::Fair, credit }
    }

    #[test]
    fn every_item_has_a_cell_within_the_page() {
        let cells = |number| vec![Cell { id: "A.5.37".into(), look: look(None) }; number];
        let rows = [ACROSS, ACROSS + 1, 0, 1]
            .map(|number| Row { label: "A".into(), cells: cells(number) });
        let drawing = heat(&rows, &[(look(None), "Largely".into())]);
        let ids = drawing
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Text { text, .. } if text == "A.5.37"));
        assert_eq!(ids.count(), 2 * ACROSS + 2);
        for shape in &drawing.shapes {
            if let Shape::Rect { x, y, width, height, .. } = shape {
                assert!(x + width <= drawing.width && y + height <= drawing.height, "{shape:?}");
            }
        }
    }

    #[test]
    fn the_strip_tells_the_credit() {
        let strip = |credit| {
            let mut shapes = Vec::new();
            cell(&mut shapes, 0, 0, &look(credit));
            shapes.into_iter().find_map(|shape| match shape {
                Shape::Rect { width, ink: Ink::Strong(_), .. } => Some(width),
                _ => None,
            })
        };
        assert_eq!(strip(Some((1, 2))), Some(CELL.0 / 2));
        assert_eq!(strip(Some((3, 3))), Some(CELL.0));
        assert_eq!([strip(Some((0, 3))), strip(None)], [None, None]);
    }
}

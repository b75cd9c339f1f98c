//! The cells of a sheet. They are taken one by one: a table as large as the farthest cell asks for
//! might not fit into memory.

use std::borrow::Cow;

use super::{
    super::entry::Raw,
    styles::Shown,
    xml::{Broken, Next, Tag, Words, Xml},
};
use crate::{domain::time::Day, report::sheets::place};

/// Most rows and columns of a sheet.
const MOST_ROWS: u32 = 20_000;
const MOST_COLUMNS: u32 = 200;
/// Most letters of all cells together, in bytes.
const MOST_TEXT: usize = 30_000_000;
/// What a cell takes beside its letters.
const CELL: usize = 60;
/// Most texts that cells share.
const MOST_STRINGS: usize = 500_000;

/// Rows with those of their cells that aren't empty, both counted from 0.
pub(super) type Rows = Vec<(u32, Vec<(u32, Raw)>)>;

/// The texts that cells share, in the order in which they count them.
pub(super) fn strings(text: &str) -> Result<Vec<String>, Broken> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(text);
    let mut words = Words::default();
    while let Some(next) = xml.next()? {
        words.hear(&next, "t");
        if let Next::End(tag) = next
            && tag.name() == "si"
        {
            if strings.len() >= MOST_STRINGS {
                return Err(Broken(format!("more than {MOST_STRINGS} texts")));
            }
            strings.push(words.take());
        }
    }
    Ok(strings)
}

/// Reads the cells of one sheet after the other.
pub(super) struct Cells<'a> {
    strings: &'a [String],
    styles: &'a [Shown],
    is_1904: bool,
    /// How many bytes of text may still be kept.
    room: usize,
    /// Row and column of the last cell that began.
    last: Option<(u32, u32)>,
}

/// A cell whose value is still to come.
struct Cell {
    row: u32,
    column: u32,
    /// What its value is, as the format has it: `s` is a shared text.
    kind: String,
    shown: Shown,
    is_formula: bool,
}

impl<'a> Cells<'a> {
    pub(super) fn new(strings: &'a [String], styles: &'a [Shown], is_1904: bool) -> Self {
        Self { strings, styles, is_1904, room: MOST_TEXT, last: None }
    }

    /// Row and column of the last cell that began in the sheet that was read last.
    pub(super) fn last(&self) -> Option<(u32, u32)> {
        self.last
    }

    /// The cells of a sheet, and whether these are all.
    pub(super) fn read(&mut self, text: &str) -> Result<(Rows, bool), Broken> {
        self.last = None;
        let mut rows: Rows = Vec::new();
        let mut whole = true;
        let mut xml = Xml::new(text);
        let mut words = Words::default();
        let mut open: Option<Cell> = None;
        // Where the next cell is when it doesn't say.
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut is_table = false;
        while let Some(next) = xml.next()? {
            if let Some(cell) = &open {
                let is_inline = matches!(cell.kind.as_str(), "inlineStr" | "is");
                words.hear(&next, if is_inline { "t" } else { "v" });
            }
            match next {
                Next::Start(tag) => match tag.name() {
                    "sheetData" => is_table = true,
                    "row" => {
                        let told = tag.get("r")?.and_then(|told| told.parse::<u32>().ok());
                        row = told.and_then(|told| told.checked_sub(1)).unwrap_or(row);
                        column = 0;
                    }
                    "c" => {
                        words = Words::default();
                        self.last = None;
                        let cell = self.cell(&tag, (row, column))?;
                        self.last = Some((cell.row, cell.column));
                        (row, column) = (cell.row, cell.column.saturating_add(1));
                        open = Some(cell);
                    }
                    "f" => {
                        if let Some(cell) = &mut open {
                            cell.is_formula = true;
                        }
                    }
                    _ => {}
                },
                Next::End(tag) => match tag.name() {
                    "c" => {
                        if let Some(cell) = open.take() {
                            whole &= self.keep(&mut rows, &cell, words.take())?;
                        }
                    }
                    "row" => row = row.saturating_add(1),
                    "sheetData" => return Ok((rows, whole)),
                    _ => {}
                },
                Next::Text(_) => {}
            }
        }
        // A chart that is a sheet has no table.
        if is_table { Ok((rows, whole)) } else { Err(Broken("no table".into())) }
    }

    fn cell(&self, tag: &Tag<'_>, next: (u32, u32)) -> Result<Cell, Broken> {
        let (row, column) = match tag.get("r")? {
            Some(told) => position(&told).ok_or_else(|| Broken(format!("a cell at “{told}”")))?,
            None => next,
        };
        let style = tag.get("s")?.and_then(|style| style.parse::<usize>().ok());
        let shown = style.and_then(|style| self.styles.get(style)).copied();
        let kind = tag.get("t")?.map_or_else(|| "n".to_owned(), Cow::into_owned);
        Ok(Cell { row, column, kind, shown: shown.unwrap_or(Shown::Number), is_formula: false })
    }

    /// What stands in a cell as text, which may be one that cells share.
    fn value(&self, cell: &Cell, own: String) -> Result<Cow<'a, str>, Broken> {
        if cell.kind != "s" || own.is_empty() {
            return Ok(own.into());
        }
        let place = own.trim().parse::<usize>().ok();
        let shared = place.and_then(|place| self.strings.get(place));
        let shared = shared.ok_or_else(|| Broken(format!("no text of number {own}")))?;
        Ok(shared.as_str().into())
    }

    /// What that means; `None` for nothing.
    fn raw(&self, cell: &Cell, value: Cow<'_, str>) -> Result<Option<Raw>, Broken> {
        let is_true = || matches!(value.trim(), "1" | "true");
        Ok(Some(match cell.kind.as_str() {
            "s" | "str" | "inlineStr" | "is" => Raw::Text(value.into_owned()),
            _ if value.is_empty() => return Ok(None),
            "n" => match value.trim().parse::<f64>() {
                Ok(number) => self.number(number, cell.shown),
                Err(_) => Raw::Text(value.into_owned()),
            },
            "d" => Raw::Text(value.into_owned()),
            "b" => Raw::Text(if is_true() { "TRUE" } else { "FALSE" }.into()),
            "e" => Raw::Error,
            kind => return Err(Broken(format!("a cell of kind “{kind}”"))),
        }))
    }

    fn number(&self, number: f64, shown: Shown) -> Raw {
        let day = self.day(number);
        match (shown, day) {
            (Shown::Moment, Some(day)) => Raw::Day(day),
            (Shown::Number, day) => Raw::Number(number.to_string(), day),
            _ => Raw::Number(number.to_string(), None),
        }
    }

    /// The day of a date as the format counts it: from 1 for the first of January 1900, or in 1904 from
    /// 0, to the end of 9999. What stands behind the point is the time of the day.
    fn day(&self, number: f64) -> Option<Day> {
        /// How many days later others begin.
        const LATER: i64 = 1_462;
        let days = format!("{:.0}", number.trunc()).parse::<i64>().ok().filter(|days| *days > 0)?;
        place::day(if self.is_1904 { days.checked_add(LATER)? } else { days })
    }

    /// Keeps what stands in a cell; `false` when there is no room for it.
    fn keep(&mut self, rows: &mut Rows, cell: &Cell, own: String) -> Result<bool, Broken> {
        let value = self.value(cell, own)?;
        let size = value.len().saturating_add(CELL);
        let Some(left) = self.room.checked_sub(size) else { return Ok(false) };
        let raw = match self.raw(cell, value)? {
            raw if cell.is_formula => {
                Raw::Formula(raw.and_then(|raw| raw.literal()).unwrap_or_default())
            }
            Some(raw) => raw,
            None => return Ok(true),
        };
        if cell.row >= MOST_ROWS || cell.column >= MOST_COLUMNS {
            return Ok(false);
        }
        self.room = left;
        match rows.last_mut().filter(|(last, _)| *last == cell.row) {
            Some((_, cells)) => cells.push((cell.column, raw)),
            None => rows.push((cell.row, vec![(cell.column, raw)])),
        }
        Ok(true)
    }
}

/// Where `B5` is: row and column, counted from 0.
fn position(name: &str) -> Option<(u32, u32)> {
    let digits = name.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let mut column = 0_u32;
    for letter in name.strip_suffix(digits)?.chars() {
        let letter = letter.to_digit(36)?.checked_sub(9)?;
        column = column.checked_mul(26)?.checked_add(letter)?;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sheet: &str) -> Result<(Rows, bool), Broken> {
        let strings = ["first".into(), "second".into()];
        let styles = [Shown::Number, Shown::Moment, Shown::Span];
        Cells::new(&strings, &styles, false).read(sheet)
    }

    fn row(cells: &str) -> Vec<(u32, Raw)> {
        let (rows, whole) = read(&format!("<sheetData><row>{cells}</row></sheetData>")).unwrap();
        assert!(whole, "{cells}");
        rows.into_iter().flat_map(|(_, cells)| cells).collect()
    }

    #[test]
    fn every_kind_of_cell_is_read() {
        let text = |text: &str| Some(Raw::Text(text.into()));
        let formula = |text: &str| Some(Raw::Formula(text.into()));
        let day = |day| Day::parse(day).unwrap();
        for (cell, expected) in [
            (r#"<c t="s"><v>1</v></c>"#, text("second")),
            (r#"<c t="s"/>"#, text("")),
            (r#"<c t="str"><v>a&amp;&#98;</v></c>"#, text("a&b")),
            (r#"<c t="str"><v><![CDATA[<]]></v></c>"#, text("<")),
            (r#"<c t="str"><f>A1</f><v>a</v></c>"#, formula("a")),
            (r#"<c><f t="shared" si="0"/><v>2</v></c>"#, formula("2")),
            (r#"<c t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, formula("")),
            (
                r#"<c t="inlineStr"><is><r><t>a </t></r> <r><t>b</t></r></is><v>0</v></c>"#,
                text("a b"),
            ),
            (r#"<c t="inlineStr"><is><t>a</t><rPh><t>no</t></rPh></is></c>"#, text("a")),
            (r#"<c t="b"><v>1</v></c>"#, text("TRUE")),
            (r#"<c t="b"><v>0</v></c>"#, text("FALSE")),
            (r#"<c t="d"><v>2026-11-30T00:00</v></c>"#, text("2026-11-30T00:00")),
            (r#"<c t="e"><v>#REF!</v></c>"#, Some(Raw::Error)),
            (r#"<c s="1"><v>46356</v></c>"#, Some(Raw::Day(day("2026-11-30")))),
            (r#"<c s="1"><v>46356.99</v></c>"#, Some(Raw::Day(day("2026-11-30")))),
            ("<c><v>4.6356E4</v></c>", Some(Raw::Number("46356".into(), Some(day("2026-11-30"))))),
            (r#"<c s="2"><v>46356</v></c>"#, Some(Raw::Number("46356".into(), None))),
            (r#"<c s="1"><v>-1</v></c>"#, Some(Raw::Number("-1".into(), None))),
            (r#"<c s="99"><v>0.5</v></c>"#, Some(Raw::Number("0.5".into(), None))),
            (r#"<c t="n"><v>many</v></c>"#, text("many")),
            (r#"<c s="1"/>"#, None),
            ("<c><f>NOW()</f></c>", formula("")),
        ] {
            let read = row(cell).pop().map(|(_, raw)| raw);
            assert_eq!(read, expected, "{cell}");
        }
    }

    #[test]
    fn days_are_counted_from_either_beginning() {
        let [early, late] = [false, true].map(|is_1904| Cells::new(&[], &[], is_1904));
        let day = |cells: &Cells<'_>, number: f64| cells.day(number).map(|day| day.to_string());
        for (number, expected) in [
            (0.9, None),
            (1.0, Some("1900-01-01")),
            (2_958_465.9, Some("9999-12-31")),
            (2_958_466.0, None),
            (f64::MAX, None),
            (f64::NAN, None),
        ] {
            assert_eq!(day(&early, number).as_deref(), expected, "{number}");
        }
        assert_eq!(day(&late, 1.0).as_deref(), Some("1904-01-02"));
        assert_eq!(day(&late, 44_894.0).as_deref(), Some("2026-11-30"));
    }

    #[test]
    fn cells_are_where_they_say_or_follow_one_another() {
        let sheet = r#"<x:worksheet xmlns:x="y"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c>
            <x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>
            <x:c><x:v>4</x:v></x:c></x:worksheet>"#;
        let (rows, whole) = read(sheet).unwrap();
        let places: Vec<_> = rows
            .iter()
            .flat_map(|(row, cells)| cells.iter().map(move |(column, _)| (*row, *column)))
            .collect();
        assert_eq!((places, whole), (vec![(2, 1), (2, 2), (3, 0)], true));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for name in ["", "A", "1", "A0", "a-1", "Ä1", "AAAAAAAAAA1", "A1B", "A99999999999"] {
            assert_eq!(position(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_broken_is_told() {
        for sheet in [
            "",
            "<chartsheet/>",
            r#"<sheetData><row><c r=""/></row></sheetData>"#,
            r#"<sheetData><row><c t="s"><v>2</v></c></row></sheetData>"#,
            r#"<sheetData><row><c t="q"><v>2</v></c></row></sheetData>"#,
            r#"<sheetData><row><c t="str"><v>&bomb;</v></c></row></sheetData>"#,
            "<sheetData><row></c></row></sheetData>",
        ] {
            assert!(read(sheet).is_err(), "{sheet}");
        }
    }

    #[test]
    fn a_text_that_many_cells_share_is_bounded_before_it_is_copied() {
        let strings = ["x".repeat(MOST_TEXT / 2 + 1)];
        let sheet =
            r#"<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row></sheetData>"#;
        let (rows, whole) = Cells::new(&strings, &[], false).read(sheet).unwrap();
        assert_eq!((rows.len(), rows.first().unwrap().1.len(), whole), (1, 1, false));
    }

    #[test]
    fn many_small_cells_and_texts_are_bounded_too() {
        let most = MOST_TEXT / CELL;
        let cells = "<c><v>1</v></c>".repeat(150);
        let rows = format!("<row>{cells}</row>").repeat(most / 150 + 1);
        let (rows, whole) = read(&format!("<sheetData>{rows}</sheetData>")).unwrap();
        assert!(!whole && rows.iter().map(|(_, cells)| cells.len()).sum::<usize>() <= most);
        assert!(strings(&"<si/>".repeat(MOST_STRINGS)).is_ok());
        assert!(strings(&"<si/>".repeat(MOST_STRINGS + 1)).is_err());
    }
}

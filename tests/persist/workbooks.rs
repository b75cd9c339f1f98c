//! Workbooks that are each wrong in one way: refused before they hurt, or read as far as they go, with sheet
//! and cell of what is left alone. Never a panic, and nothing of a broken sheet is taken over.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
    sync::LazyLock,
};

use plumbline::{
    persist::sheet::{OpenError, Preview, read},
    report::{sheets::Workbook, xlsx},
};
use zip_archive::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::sheet::{NOTHING, book, rewritten, told, work};

static WORKBOOK: LazyLock<Workbook> = LazyLock::new(|| book(&work()));
static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| xlsx::write(&WORKBOOK).unwrap());

/// The part in which the answers stand.
const ANSWERS: &str = "xl/worksheets/sheet3.xml";
/// What is told of a sheet that is broken.
const BROKEN: &str = "This sheet can’t be read from here on";

fn open(bytes: &[u8]) -> Result<Preview, OpenError> {
    read(bytes, &WORKBOOK)
}

/// The good file with one part changed.
fn with(part: &str, change: impl Fn(String) -> String) -> Result<Preview, OpenError> {
    open(&rewritten(&GOOD, |name, text| if name == part { change(text) } else { text }))
}

/// The good file with something else for the cell `G5` of the answers, a note.
fn with_cell(instead: &str) -> Result<Preview, OpenError> {
    with(ANSWERS, |text| {
        let (before, rest) = text.split_once("<c r=\"G5\"").unwrap();
        let (own, after) = rest.split_once('>').unwrap();
        let after = if own.ends_with('/') { after } else { after.split_once("</c>").unwrap().1 };
        format!("{before}{instead}{after}")
    })
}

/// Without a part, as if somebody had taken it out of the archive.
fn without(part: &str) -> Result<Preview, OpenError> {
    let mut bytes = GOOD.clone();
    // Another name of the same length, so that nothing else moves.
    let gone = "x".repeat(part.len());
    let at = |bytes: &[u8]| bytes.windows(part.len()).position(|it| it == part.as_bytes());
    while let Some(at) = at(&bytes) {
        bytes[at..at + part.len()].copy_from_slice(gone.as_bytes());
    }
    open(&bytes)
}

fn is_refused(what: &str, result: &Result<Preview, OpenError>, how: &str) {
    let said = result.as_ref().map_err(ToString::to_string);
    assert!(said.as_ref().is_err_and(|said| said.starts_with(how)), "{what}: {said:?}");
}

/// One thing is told, and nothing of this sheet changes.
fn is_told(what: &str, result: &Result<Preview, OpenError>, begins: &str) {
    let preview = result.as_ref().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(preview.changes, [], "{what}");
    let told = told(preview);
    assert!(told.len() == 1 && told[0].starts_with(begins), "{what}: {told:?}");
}

#[test]
fn parts_may_be_missing() {
    for part in ["_rels/.rels", "xl/workbook.xml"] {
        is_refused(part, &without(part), "no Excel workbook");
    }
    assert_eq!(without("[Content_Types].xml"), Ok(NOTHING));
    assert_eq!(without("xl/styles.xml").unwrap().changes, []);
    is_told(ANSWERS, &without(ANSWERS), &format!("Answers: {BROKEN}"));
    for (part, said) in [
        ("xl/sharedStrings.xml", BROKEN),
        ("xl/_rels/workbook.xml.rels", "This sheet is none of the workbook"),
    ] {
        let preview = without(part).unwrap();
        assert_eq!(preview.changes, [], "{part}");
        let told = told(&preview);
        assert!(told.len() > 5 && told.iter().all(|it| it.contains(said)), "{part}: {told:?}");
    }
}

#[test]
fn parts_may_be_something_else() {
    let book = |from: &str, to: &str| with("xl/workbook.xml", |text| text.replace(from, to));
    is_refused("another root", &book("workbook", "document"), "no Excel workbook");
    is_refused("no XML", &with("xl/workbook.xml", |_| "{\"a\":1}".into()), "no Excel workbook");
    is_refused("nothing", &with("xl/workbook.xml", |_| String::new()), "no Excel workbook");
    for part in ["_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let half = with(part, |text| text[..text.len() / 2].to_owned() + "<a b='");
        is_refused(part, &half, "damaged");
        let laughs = with(part, |text| {
            let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">\
                        <!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
            let text = text.split_once("?>").map_or(text.as_str(), |(_, text)| text);
            // An entity counts where text or an attribute is read.
            let text = text.replace("<t>", "<t>&b;").replace("Target=\"", "Target=\"&c;");
            let text = text.replace("numFmtId=\"", "numFmtId=\"&b;");
            format!("{bomb}{}", text.replace(" name=\"", " name=\"&b;"))
        });
        is_refused(part, &laughs, "damaged");
    }
}

#[test]
fn a_cell_that_breaks_a_sheet_is_named() {
    let text = |inside: &str| format!("<c r=\"G5\" t=\"inlineStr\"><is><t>{inside}</t></is></c>");
    let cases = [
        ("a shared text beyond all", r#"<c r="G5" t="s"><v>99999999</v></c>"#.to_owned()),
        ("one beyond all numbers", r#"<c r="G5" t="s"><v>99999999999999999999</v></c>"#.to_owned()),
        ("one below zero", r#"<c r="G5" t="s"><v>-1</v></c>"#.to_owned()),
        ("one that is no number", r#"<c r="G5" t="s"><v>one</v></c>"#.to_owned()),
        ("a kind that isn't one", r#"<c r="G5" t="q"><v>1</v></c>"#.to_owned()),
        ("an entity of its own", text("&bomb;")),
        ("an entity without an end", text("a & b")),
        ("a sign of number zero", text("&#0;")),
        ("a sign beyond Unicode", text("&#x110000;")),
        ("one closed by another", "<c r=\"G5\"><v>1</c></v>".to_owned()),
        ("a comment without an end", format!("{}<!-- ", text("a"))),
    ];
    for (what, cell) in cases {
        is_told(what, &with_cell(&cell), &format!("Answers!G5: {BROKEN}"));
    }
    // Where that is noticed is further on in the row, if there is a place at all.
    let open = "<c r=\"G5\"><v>";
    is_told("a tag that isn't closed", &with_cell(open), "Answers!");
    let unquoted = r#"<c r="G5"><v>1</v></c><c r=H5/>"#;
    is_told("an attribute without quotes", &with_cell(unquoted), &format!("Answers: {BROKEN}"));
    for name in ["", "G", "5", "G0", "G-1", "Γ5", "GGGGGGGG5", "G99999999999", "R5C7", "G5:H6"] {
        let cell = format!("<c r=\"{name}\"><v>1</v></c>");
        is_told(name, &with_cell(&cell), &format!("Answers: {BROKEN}"));
    }
}

#[test]
fn a_cell_beyond_the_sheet_is_left_alone() {
    for name in ["XFD1048576", "ZZZZ5", "G4294967295", "A20001", "GS5"] {
        let cell = format!("<c r=\"{name}\"><v>1</v></c>");
        is_told(name, &with_cell(&cell), "Answers: There is more here than a workbook holds");
    }
}

/// Whatever stands twice counts once.
#[test]
fn what_stands_twice_counts_once() {
    let cell = |text: &str| format!("<c r=\"G5\" t=\"str\"><v>{text}</v></c>");
    let preview = with_cell(&(cell("first") + &cell("second"))).unwrap();
    let after: Vec<_> = preview.changes.iter().map(|change| change.after.as_str()).collect();
    assert_eq!(after, ["first"]);

    let row = |text: &str| {
        let (_, row) = text.split_once("<row r=\"5\"").unwrap();
        format!("<row r=\"5\"{}</row>", row.split_once("</row>").unwrap().0)
    };
    let twice = with(ANSWERS, |text| {
        let row = row(&text).replacen("\"5\"", "\"900\"", 1);
        let row = row.replace("\"G5\"", "\"G900\"").replace("5\"", "900\"");
        text.replace("</sheetData>", &format!("{row}</sheetData>"))
    });
    let told = told(&twice.unwrap());
    assert!(told.len() == 1 && told[0].contains("is there a second time"), "{told:?}");

    let sheet = with("xl/workbook.xml", |text| text.replace("\"Risks\"", "\"ANSWERS\""));
    let told = crate::sheet::told(&sheet.unwrap());
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("Risks: The sheet “Risks” is missing"), "{told:?}");
    assert!(told[1].starts_with("ANSWERS: There is a second sheet of this name"), "{told:?}");
}

#[test]
fn bombs_are_refused_before_they_hurt() {
    // A few hundred kilobytes.
    let spaces = with(ANSWERS, |text| text + &" ".repeat(61_000_000));
    is_refused("many blanks", &spaces, "too large");
    // Many sheets that are one part: each of them counts.
    let sheets = with("xl/workbook.xml", |text| {
        let (before, rest) = text.split_once("<sheets>").unwrap();
        let (all, after) = rest.split_once("</sheets>").unwrap();
        let one = all.split_inclusive("</sheet>").nth(2).unwrap();
        format!("{before}<sheets>{}</sheets>{after}", one.repeat(10_000))
    });
    let sheets = sheets.unwrap();
    assert_eq!(sheets.changes, []);
    // One for each of the 50 sheets that are looked at, and for those that are missing.
    assert!(told(&sheets).len() < 60, "{}", told(&sheets).len());
    // Many parts.
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for number in 0..1_001 {
        many.start_file(format!("xl/{number}.xml"), stored).unwrap();
        many.write_all(b"<a/>").unwrap();
    }
    is_refused("many parts", &open(many.finish().unwrap().get_ref()), "too large");
    // Many texts without letters, and deep elements.
    let texts =
        with("xl/sharedStrings.xml", |text| text.replace("</sst>", &"<si/>".repeat(600_000)));
    is_refused("many texts", &texts, "damaged");
    let deep = with(ANSWERS, |text| text.replace("<sheetData>", &"<a>".repeat(1_000_000)));
    is_told("deep", &deep, "Answers!");
    // Formats of which each is looked up among all.
    let formats = with("xl/styles.xml", |text| {
        let mut formats = String::new();
        for number in 0..200_000 {
            write!(formats, "<numFmt numFmtId=\"{number}\" formatCode=\"0\"/>").unwrap();
        }
        let looked_up = "<xf numFmtId=\"199999\"/>".repeat(200_000);
        text.replace("<cellXfs", &format!("{formats}<cellXfs"))
            .replace("</cellXfs>", &format!("{looked_up}</cellXfs>"))
    });
    assert_eq!(formats.unwrap().changes, []);
}

/// What an archive says of its parts isn't trusted.
#[test]
fn an_archive_that_lies_is_refused_or_read() {
    const CENTRAL: &[u8] = b"PK\x01\x02";
    let bomb = rewritten(&GOOD, |name, text| match name {
        ANSWERS => text + &" ".repeat(61_000_000),
        _ => text,
    });
    let entries = |bytes: &[u8]| -> Vec<usize> {
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(CENTRAL)).collect()
    };
    // Checksum, packed size, unpacked size, length of the name, where the part begins.
    for (offset, length) in [(16, 4), (20, 4), (24, 4), (28, 2), (42, 4)] {
        for value in [0x00, 0x01, 0x7f, 0xff] {
            // Of the bomb only what is said of its size matters.
            let is_size = (offset, value) == (24, 0x01);
            let files = if is_size { &[&*GOOD, &bomb][..] } else { &[&*GOOD] };
            for file in files {
                let mut lies = (*file).clone();
                for at in entries(file) {
                    lies[at + offset..at + offset + length].fill(value);
                }
                if let Ok(preview) = open(&lies) {
                    assert_eq!(preview.changes, [], "{offset}: {value}");
                }
            }
        }
    }
}

#[test]
fn a_formula_is_named_with_and_without_its_value() {
    for formula in [
        r#"<c r="G5" t="str"><f>UPPER("x")</f><v>X</v></c>"#,
        r#"<c r="G5"><f>NOW()</f></c>"#,
        r#"<c r="G5" t="e"><f>1/0</f><v>#DIV/0!</v></c>"#,
    ] {
        let said = "Answers!G5: The cell holds a formula. Type the value itself.";
        is_told(formula, &with_cell(formula), said);
    }
}

#[test]
fn a_sheet_that_is_missing_is_told_first() {
    let renamed = |from: &str, to: &str| {
        with("xl/workbook.xml", |text| {
            text.replace(&format!("name=\"{from}\""), &format!("name=\"{to}\""))
        })
    };
    let preview = renamed("Answers", "Mine").unwrap();
    let told = told(&preview);
    let said = "Answers: The sheet “Answers” is missing";
    assert!(told[0].starts_with(said), "{told:?}");
    assert!(!preview.is_whole());
    assert!(open(&GOOD).unwrap().is_whole());
}

#[test]
fn a_workbook_of_somebody_else_is_told_so() {
    let own = with("xl/workbook.xml", |text| {
        let mut names = text.split("<sheet ");
        let before = names.next().unwrap().to_owned();
        names.enumerate().fold(before, |text, (number, sheet)| {
            let (_, rest) = sheet.split_once("name=\"").unwrap();
            let (_, rest) = rest.split_once('"').unwrap();
            format!("{text}<sheet name=\"Costs {number}\"{rest}")
        })
    });
    is_refused("costs", &own, "no workbook of this program");
}

//! Workbooks: what stands in them, and that another program sees the same.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use plumbline::{
    domain::{assessment::Assessment, evaluation::evaluate, handbook::Handbook, outlook::outlook},
    persist::{
        handbook::read_handbook,
        read::read,
        sheet::{self, Preview},
    },
    report::{
        csv,
        model::Material,
        sheets::{Cell, Entry, Source, Use, Workbook, workbook},
        xlsx,
    },
    text::{HandbookTexts, Texts},
};

use crate::support::{Questionnaire, assessment, excluded, moment, rated};

fn book(
    questionnaire: &Questionnaire,
    handbook: Option<&(Handbook, HandbookTexts)>,
    assessment: &Assessment,
) -> Workbook {
    let Questionnaire { pack, texts: pack_texts, guidance } = questionnaire;
    let evaluation = evaluate(pack, assessment);
    let none = Handbook::default();
    let rules = handbook.map_or(&none, |(rules, _)| rules);
    let outlook = outlook(pack, rules, assessment, &evaluation);
    let texts = Texts::english();
    let material = Material { pack, pack_texts, texts: &texts, guidance, handbook, assessment };
    workbook(Source { material, evaluation: &evaluation, outlook: &outlook, now: &moment() })
}

/// Everything that a workbook holds, of the case that has everything.
fn whole() -> Workbook {
    let questionnaire = Questionnaire::iso27001();
    let [documents, guide] = [
        include_str!("../../packs/iso27001-2022/handbook/documents.json"),
        include_str!("../../packs/iso27001-2022/handbook/guide.json"),
    ];
    let words = HandbookTexts::read(
        include_str!("../../packs/iso27001-2022/handbook/en/documents.json"),
        include_str!("../../packs/iso27001-2022/handbook/en/guide.json"),
    );
    let handbook = (read_handbook(documents, guide).unwrap(), words.unwrap());
    let file = include_str!("../golden/work.plumbline.json");
    let assessment = read(&questionnaire.pack, file).unwrap().document.assessment;
    book(&questionnaire, Some(&handbook), &assessment)
}

/// Sheets as lines: a column as `title*` where it may be edited, a row's cells with `|` between them.
fn readable(workbook: &Workbook) -> String {
    let mut text = format!("{}\n", workbook.title);
    for sheet in &workbook.sheets {
        let _ = writeln!(text, "\n# {}", sheet.title);
        for (label, cell) in &sheet.facts {
            let _ = writeln!(text, "{label}: {}", cell.written());
        }
        let titles = sheet.columns.iter().map(|column| {
            let mark = if column.role == Use::Edit { "*" } else { "" };
            format!("{}{mark}", column.title)
        });
        let _ = writeln!(text, "{}", titles.collect::<Vec<_>>().join(" | "));
        for row in &sheet.rows {
            let cells: Vec<_> = row.cells.iter().map(Cell::written).collect();
            let _ = writeln!(text, "{}", cells.join(" | ").replace('\n', "⏎"));
        }
    }
    text
}

#[test]
fn a_small_one() {
    let answers = [
        ("4.1", rated("L", "Last reviewed in March.\nSee the minutes.")),
        ("4.2", rated("?", "")),
        ("A.5.1", rated("P", "=1+1")),
        ("A.7.4", excluded("No premises of our own.", "Checked with the landlord.")),
    ];
    let assessment = assessment("Acme GmbH: ISMS 2026", answers);
    insta::assert_snapshot!(readable(&book(&Questionnaire::sample(), None, &assessment)));
}

/// What Excel asks of names, and what reading back asks of the rest.
#[test]
fn sheets_are_in_order() {
    let workbook = whole();
    for sheet in &workbook.sheets {
        assert!((1..=31).contains(&sheet.title.chars().count()), "{}", sheet.title);
        assert!(!sheet.title.contains(['[', ']', ':', '*', '?', '/', '\\']), "{}", sheet.title);
        let mut titles: Vec<&str> = sheet.columns.iter().map(|it| it.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), sheet.columns.len(), "{}: titles", sheet.title);
        let mut keys: Vec<&str> = sheet.rows.iter().map(|row| row.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), sheet.rows.len(), "{}: keys", sheet.title);
        for row in &sheet.rows {
            assert_eq!(row.cells.len(), sheet.columns.len(), "{} {}", sheet.title, row.key);
            for (column, cell) in sheet.columns.iter().zip(&row.cells) {
                if let (Entry::One(choices), Cell::Text(word)) = (&column.entry, cell) {
                    let known = choices.iter().any(|choice| choice.word == *word);
                    assert!(known, "{} {}: {word}", sheet.title, column.title);
                }
            }
        }
    }
}

#[test]
fn csv_has_the_words_and_no_keys() {
    let answers = [("4.1", rated("L", "=cmd|' /C calc'!A1")), ("4.2", rated("P", "a \"b\", c"))];
    let workbook = book(&Questionnaire::sample(), None, &assessment("Acme", answers));
    let file = csv::write(&workbook.sheets[1]);
    let lines: Vec<&str> = file.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}No.,Requirement or control,"), "{}", lines[0]);
    assert!(!lines[0].contains("Key"), "{}", lines[0]);
    assert!(lines[1].contains(",Largely,Largely,\"'=cmd|' /C calc'!A1\","), "{}", lines[1]);
    assert!(lines[2].contains(",Partly,Partly,\"a \"\"b\"\", c\","), "{}", lines[2]);
}

/// The fields of a CSV file.
fn fields(file: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = file.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                row.last_mut().unwrap().extend(letters.next());
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows
}

/// Has `book.xlsx` in this folder written in another format.
fn convert(folder: &Path, format: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .args([&folder.join("again"), &folder.join("book.xlsx")])
        .output()
        .expect("LibreOffice");
    assert!(done.status.success(), "{done:?}");
}

/// Saved by another program, it still holds what it held, and is known again.
#[test]
fn another_program_saves_the_same() {
    let workbook = whole();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.xlsx"), xlsx::write(&workbook).unwrap()).unwrap();
    convert(folder.path(), "xlsx");
    let again = fs::read(folder.path().join("again/book.xlsx")).expect("a file");
    assert_eq!(sheet::read(&again, &workbook), Ok(Preview::default()));
}

/// Another program opens it and finds the same in every cell.
#[test]
fn another_program_sees_the_same() {
    let workbook = whole();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.xlsx"), xlsx::write(&workbook).unwrap()).unwrap();
    // Fields with commas, texts in quotes, UTF-8, values as they are, all sheets.
    let format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    convert(folder.path(), format);
    for sheet in &workbook.sheets {
        let name = format!("book-{}.csv", sheet.title);
        let rows =
            fields(&fs::read_to_string(folder.path().join("again").join(&name)).expect(&name));
        let head = if sheet.facts.is_empty() { 0 } else { sheet.facts.len() + 1 };
        for (row, seen) in sheet.rows.iter().zip(&rows[head + 1..]) {
            for (seen, cell) in seen.iter().zip(&row.cells) {
                let written = cell.written();
                // The file has the share itself.
                let same = match cell {
                    Cell::Percent(ratio) => {
                        let share: f64 = seen.trim_end_matches('%').parse().expect("a number");
                        let percent = u32::try_from(ratio.percent()).expect("a share");
                        (share - f64::from(percent)).abs() < 0.500_001
                    }
                    _ => *seen == written,
                };
                assert!(same, "{} {}: {seen} for {written}", sheet.title, row.key);
            }
        }
    }
}

//! Workbooks that were edited elsewhere: what comes back is what somebody edited, and nothing else.

use std::io::{Cursor, Read, Write};

use naughty_strings::BLNS;
use plumbline::{
    domain::{
        action::{Action, apply},
        assessment::{Answer, Applicability, Assessment},
        document::DocumentEntry,
        evaluation::evaluate,
        id::{DocumentId, ItemId},
        outlook::outlook,
        pack::Kind,
        plan::Planned,
        risk::register::{Acceptance, Risk},
        soa::{Inclusion, OwnControl},
        time::Day,
        work::action::WorkAction,
    },
    persist::sheet::{
        Change, Grid, Notice, OpenError, Preview, Problem, Raw, Written, action, compare, read,
    },
    report::{
        model::Material,
        sheets::{
            Cell, Entry, Sheet, Source, Use, Workbook,
            field::{Field, SheetKind},
            fingerprint, workbook,
        },
        xlsx,
    },
    text::{HandbookTexts, PackTexts, Texts},
};
use proptest::prelude::*;

use crate::{
    random::documents,
    support::{HANDBOOK, PACK, golden, id, minute, opened},
};

/// The workbook of an assessment.
pub fn book(assessment: &Assessment) -> Workbook {
    let words = PackTexts::read(&PACK, include_str!("../../packs/iso27001-2022/en.json")).unwrap();
    let handbook = HandbookTexts::read(
        include_str!("../../packs/iso27001-2022/handbook/en/documents.json"),
        include_str!("../../packs/iso27001-2022/handbook/en/guide.json"),
    );
    let handbook = (HANDBOOK.clone(), handbook.unwrap());
    let evaluation = evaluate(&PACK, assessment);
    let outlook = outlook(&PACK, &HANDBOOK, assessment, &evaluation);
    let material = Material {
        pack: &PACK,
        pack_texts: &words,
        texts: &Texts::english(),
        guidance: &[],
        handbook: Some(&handbook),
        assessment,
    };
    workbook(Source { material, evaluation: &evaluation, outlook: &outlook, now: &minute(0) })
}

/// An assessment with some of everything.
pub fn work() -> Assessment {
    opened(&golden("work")).document.assessment
}

/// A sheet as a file has it, the head in its first row.
fn grid(sheet: &Sheet) -> Grid {
    let head = sheet.columns.iter().map(|column| Raw::Text(column.title.clone()));
    let row = |cells: Vec<Raw>| (0..).zip(cells).collect::<Vec<(u32, Raw)>>();
    let cells = |cells: &[Cell]| {
        let cells = (0..).zip(cells).filter(|(_, cell)| **cell != Cell::Blank);
        cells.map(|(at, cell)| (at, Raw::Text(cell.written().into_owned()))).collect()
    };
    let rows = sheet.rows.iter().map(|one| cells(&one.cells));
    let rows = (0..).zip([row(head.collect())].into_iter().chain(rows)).collect();
    Grid { title: sheet.title.clone(), rows }
}

/// The fingerprints that a file of this workbook holds.
fn prints(workbook: &Workbook) -> Written {
    let rows = workbook.sheets.iter().flat_map(|sheet| {
        sheet.rows.iter().map(move |row| {
            let cells = sheet.columns.iter().zip(&row.cells);
            let cells = cells.filter(|(column, _)| column.role == Use::Edit);
            let prints = cells.map(|(column, cell)| (column.field, fingerprint(&cell.written())));
            ((sheet.kind, row.key.clone()), prints.collect())
        })
    });
    rows.collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

/// Puts something into a cell; the row counts from 0 below the head.
fn put(grid: &mut Grid, sheet: &Sheet, row: usize, field: Field, raw: Raw) {
    let at = sheet.columns.iter().position(|column| column.field == field).unwrap();
    let at = count(at);
    let (_, cells) = &mut grid.rows[row + 1];
    cells.retain(|(one, _)| *one != at);
    cells.push((at, raw));
    cells.sort_by_key(|(one, _)| *one);
}

fn sheet(workbook: &Workbook, kind: SheetKind) -> &Sheet {
    workbook.sheets.iter().find(|sheet| sheet.kind == kind).unwrap()
}

/// What editing these cells of a sheet of the golden case gives.
fn edited(kind: SheetKind, cells: &[(usize, Field, &str)]) -> Preview {
    let workbook = book(&work());
    let sheet = sheet(&workbook, kind);
    let mut grid = grid(sheet);
    for (row, field, text) in cells {
        put(&mut grid, sheet, *row, *field, Raw::Text((*text).into()));
    }
    compare(&workbook, &[grid], &prints(&workbook))
}

/// What is left alone, in words.
pub fn told(preview: &Preview) -> Vec<String> {
    preview.problems.iter().map(|problem| problem.text(&Texts::english())).collect()
}

/// The parts of a file that its name belongs to.
fn parts(bytes: &[u8], wanted: &str) -> Vec<(String, String)> {
    let mut archive = zip_archive::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        let name = part.name().unwrap().into_owned();
        if name.contains(wanted) {
            part.read_to_string(&mut text).unwrap();
            parts.push((name, text));
        }
    }
    parts
}

/// The file with its texts changed as somebody's program might.
pub fn rewritten(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut to = zip_archive::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(bytes, "") {
        to.start_file(&name, zip_archive::write::SimpleFileOptions::default()).unwrap();
        to.write_all(change(&name, text).as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// What a file proposes that nobody edited.
pub const NOTHING: Preview =
    Preview { notices: Vec::new(), changes: Vec::new(), problems: Vec::new() };

#[test]
fn a_file_that_nobody_edited_proposes_nothing() {
    for name in ["empty", "half", "full", "next", "work"] {
        let workbook = book(&opened(&golden(name)).document.assessment);
        let bytes = xlsx::write(&workbook).unwrap();
        assert_eq!(bytes, xlsx::write(&workbook).unwrap(), "the same bytes");
        assert_eq!(read(&bytes, &workbook), Ok(NOTHING), "{name}");
        // Nor does one that doesn't say what stood in it.
        let grids: Vec<Grid> = workbook.sheets.iter().map(grid).collect();
        assert_eq!(compare(&workbook, &grids, &Written::new()), NOTHING, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn nor_does_any_other(document in documents()) {
        let workbook = book(&document.assessment);
        let bytes = xlsx::write(&workbook).unwrap();
        prop_assert_eq!(read(&bytes, &workbook), Ok(NOTHING));
    }
}

/// Everything that can be edited in the golden case, cell by cell: exactly that is proposed, and
/// carrying it out gives exactly that.
#[test]
fn every_cell_that_is_edited_comes_back() {
    let today = Day::parse("2026-11-23").unwrap();
    let before = work();
    let workbook = book(&before);
    let written = prints(&workbook);
    let mut seen = 0;
    for of in &workbook.sheets {
        for column in of.columns.iter().filter(|column| column.role == Use::Edit) {
            for row in [0, of.rows.len() / 2, of.rows.len() - 1] {
                let at = of.columns.iter().position(|one| one == column).unwrap();
                let old = of.rows[row].cells[at].written();
                let new = match &column.entry {
                    Entry::Day => "2031-05-06".to_owned(),
                    Entry::One(choices) | Entry::Many(choices) => {
                        let mut others = choices.iter().map(|choice| choice.word.clone());
                        others.find(|word| *word != old).unwrap()
                    }
                    _ => "Written elsewhere".to_owned(),
                };
                let mut grid = grid(of);
                put(&mut grid, of, row, column.field, Raw::Text(new.clone()));
                // What makes no sense by itself comes with what it needs.
                let with = match column.field {
                    Field::Justification => Some((Field::Decision, "Excluded")),
                    Field::Finished => Some((Field::State, "Done")),
                    _ => None,
                };
                if let Some((field, word)) = with {
                    put(&mut grid, of, row, field, Raw::Text(word.into()));
                }
                let preview = compare(&workbook, &[grid], &written);
                let what = format!("{} {} {row}", of.title, column.title);
                assert_eq!(preview.problems, [], "{what}");
                let change = preview.changes.iter().find(|it| it.field == column.field).unwrap();
                assert_eq!((&*change.before, &change.after), (&*old, &new), "{what}");
                assert!(preview.changes.len() <= 1 + usize::from(with.is_some()), "{what}");

                let step = action(&before, &today, &preview.changes).unwrap();
                let mut after = before.clone();
                let back = apply(&PACK, &mut after, step).unwrap();
                let then = book(&after);
                assert_eq!(sheet(&then, of.kind).rows[row].cells[at].written(), new, "{what}");
                apply(&PACK, &mut after, back).unwrap();
                assert_eq!(after, before, "{what}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn many_changes_are_one_step() {
    let preview = edited(
        SheetKind::Risks,
        &[
            (0, Field::Owner, "Jane"),
            (0, Field::Note, "Asked again"),
            (0, Field::Treatment, "Avoid"),
        ],
    );
    let told = |change: &Change| format!("{} {}: {}", change.at, change.title, change.after);
    let expected = [
        "Risks!G2 Risk owner: Jane",
        "Risks!M2 Treatment: Avoid (give up)",
        "Risks!T2 Note: Asked again",
    ];
    assert_eq!(preview.changes.iter().map(told).collect::<Vec<_>>(), expected);
    let step = action(&work(), &Day::parse("2026-11-23").unwrap(), &preview.changes);
    assert!(matches!(step, Some(Action::Work(_))), "one for all fields of a risk");
}

/// Of a row that says that an action is done and when, only the day is taken over.
#[test]
fn an_open_action_has_no_day_on_which_it_was_done() {
    let today = Day::parse("2026-11-23").unwrap();
    let mut assessment = work();
    let planned = Planned::of(&PACK, &assessment, &[], Vec::new());
    let plan = WorkAction::Plan(id("open"), Some(Box::new(planned)));
    apply(&PACK, &mut assessment, plan.into()).unwrap();
    let before = assessment.clone();
    let workbook = book(&assessment);
    let actions = sheet(&workbook, SheetKind::Actions);
    let row = actions.rows.iter().position(|row| row.key == "open").unwrap();
    let mut grid = grid(actions);
    put(&mut grid, actions, row, Field::State, Raw::Text("Done".into()));
    put(&mut grid, actions, row, Field::Finished, Raw::Text("2026-11-20".into()));
    let mut preview = compare(&workbook, &[grid], &prints(&workbook));
    preview.changes.retain(|change| change.field == Field::Finished);
    assert_eq!(preview.changes.len(), 1);
    if let Some(step) = action(&assessment, &today, &preview.changes) {
        apply(&PACK, &mut assessment, step).unwrap();
    }
    assert_eq!(assessment, before);
}

#[test]
fn what_is_wrong_is_told_by_its_cell() {
    let check = |kind, cells: &[_], expected: &str| {
        let preview = edited(kind, cells);
        assert_eq!(told(&preview).join("\n"), expected);
        assert_eq!(preview.changes, []);
    };
    check(
        SheetKind::Answers,
        &[(15, Field::Rating, "Mostly")],
        "Answers!E17: “Mostly” isn’t in the list. Use one of: Not in place · Partly · Largely · Fully · Don’t know.",
    );
    check(
        SheetKind::Answers,
        &[(0, Field::Due, "05/06/2031")],
        "Answers!I2: “05/06/2031” is no day. Write it like 2026-11-30.",
    );
    check(
        SheetKind::Statement,
        &[(40, Field::Justification, "Too dear")],
        "SoA!F42: Why a control is excluded is read only where the decision is “Excluded”.",
    );
}

#[test]
fn a_blank_overwrites_nothing() {
    let workbook = book(&work());
    for of in &workbook.sheets {
        for blank in ["", "  \n"] {
            let mut grid = grid(of);
            for (_, cells) in grid.rows.iter_mut().skip(1) {
                for (at, raw) in cells {
                    if of.columns[*at as usize].role == Use::Edit {
                        *raw = Raw::Text(blank.into());
                    }
                }
            }
            assert_eq!(compare(&workbook, &[grid], &prints(&workbook)), NOTHING, "{}", of.title);
        }
    }
}

#[test]
fn rows_and_columns_are_found_wherever_they_are() {
    let workbook = book(&work());
    let answers = sheet(&workbook, SheetKind::Answers);
    let mut moved = grid(answers);
    put(&mut moved, answers, 7, Field::Note, Raw::Text("Moved".into()));
    let last = count(answers.columns.len());
    for (_, cells) in &mut moved.rows {
        for (at, _) in cells.iter_mut() {
            *at = last - *at + 3;
        }
        cells.push((0, Raw::Text("A column of somebody’s own".into())));
    }
    let mut head = moved.rows.remove(0);
    moved.rows.reverse();
    head.1.retain(|(at, _)| *at != 0);
    moved.rows.insert(0, head);
    for (place, (row, _)) in moved.rows.iter_mut().enumerate() {
        *row = count(place) + 4;
    }
    moved.rows.insert(0, (1, vec![(2, Raw::Text("Answers of the workshop".into()))]));
    let preview = compare(&workbook, &[moved], &prints(&workbook));
    assert_eq!(told(&preview), Vec::<String>::new());
    let [change] = &preview.changes[..] else { panic!("{:?}", preview.changes) };
    assert_eq!((&*change.row, &*change.after), (answers.rows[7].key.as_str(), "Moved"));
}

#[test]
fn what_is_unknown_is_told_and_left_alone() {
    let workbook = book(&work());
    let risks = sheet(&workbook, SheetKind::Risks);
    let mut grid = grid(risks);
    let mut twice = grid.rows[1].1.clone();
    twice[1].1 = Raw::Text("Something else".into());
    let mut mixed = grid.rows[2].1.clone();
    mixed[0].1 = Raw::Text("R1".into());
    grid.rows[2].1 = mixed;
    let next = count(grid.rows.len());
    grid.rows.push((next, twice));
    grid.rows.push((next + 1, vec![(1, Raw::Text("Flood".into()))]));
    let own = Grid { title: "Sheet9".into(), rows: vec![(0, vec![(0, Raw::Text("x".into()))])] };
    let preview = compare(&workbook, &[grid, own], &prints(&workbook));
    assert_eq!(preview.changes, []);
    let problems: Vec<&Problem> = preview.problems.iter().map(|it| &it.problem).collect();
    assert_eq!(
        problems,
        [
            &Problem::RowMixed,
            &Problem::RowTwice("R1".into()),
            &Problem::UnknownRow("Flood".into()),
            &Problem::UnknownSheet
        ]
    );
}

#[test]
fn what_was_changed_here_meanwhile_stays() {
    let then = work();
    let file = book(&then);
    let answers = sheet(&file, SheetKind::Answers);
    let mut now = then.clone();
    for (row, note) in [(0, "Changed here"), (1, "Here too")] {
        let action = Action::Note(id(&answers.rows[row].key), note.into());
        apply(&PACK, &mut now, action).unwrap();
    }
    let mut grid = grid(answers);
    put(&mut grid, answers, 1, Field::Note, Raw::Text("There".into()));
    let preview = compare(&book(&now), &[grid], &prints(&file));
    let [change] = &preview.changes[..] else { panic!("{:?}", preview.changes) };
    assert_eq!((&*change.before, &*change.after, change.meanwhile), ("Here too", "There", true));
}

#[test]
fn numbers_and_days_are_taken_as_they_are_meant() {
    let workbook = book(&work());
    let answers = sheet(&workbook, SheetKind::Answers);
    let mut grid = grid(answers);
    let day = Day::parse("2031-05-06").unwrap();
    put(&mut grid, answers, 0, Field::Note, Raw::Number("42".into(), None));
    put(&mut grid, answers, 0, Field::Due, Raw::Number("47974".into(), Some(day.clone())));
    put(&mut grid, answers, 1, Field::Due, Raw::Day(day));
    put(&mut grid, answers, 2, Field::Note, Raw::Error);
    let preview = compare(&workbook, &[grid], &prints(&workbook));
    let values: Vec<&str> = preview.changes.iter().map(|change| &*change.value).collect();
    assert_eq!(values, ["42", "2031-05-06", "2031-05-06"]);
    assert_eq!(told(&preview), ["Answers!G4: The cell shows an error. Write what is meant."]);
}

/// Whatever people write comes back to the letter, and none of it is a formula.
#[test]
fn naughty_strings_are_texts() {
    let more =
        ["_x0041_", "a\r\nb", "\u{fffe}x\u{ffff}", "\u{202e}abc", "x\u{0}\u{b}\u{1b}y", "=1+1"];
    let mut all = BLNS.iter().copied().chain(more).filter(|text| !text.trim().is_empty()).cycle();
    let mut next = || all.next().unwrap().to_owned();
    let mut assessment = Assessment::new(id("naughty"), next(), minute(0));
    for item in PACK.items() {
        let mut answer =
            Answer { note: next(), owner: next(), implementation: next(), ..Answer::default() };
        if item.kind == Kind::Control {
            answer.applicability = Applicability::Excluded { justification: next() };
            answer.inclusion = Some(Inclusion { why: next(), ..Inclusion::default() });
        }
        assessment.answers.insert(item.id.clone(), answer);
    }
    let mut actions: Vec<Action> = Vec::new();
    for number in 1..80_u8 {
        let acceptance = Acceptance { by: next(), on: None, why: next() };
        let risk = Risk {
            number: number.into(),
            title: next(),
            threat: next(),
            vulnerability: next(),
            owner: next(),
            note: next(),
            acceptance,
            ..Risk::default()
        };
        actions.push(WorkAction::Risk(id(&format!("r{number}")), Some(Box::new(risk))).into());
        let planned = Planned {
            number: number.into(),
            title: next(),
            owner: next(),
            note: next(),
            ..Planned::of(&PACK, &assessment, &[], Vec::new())
        };
        actions.push(WorkAction::Plan(id(&format!("p{number}")), Some(Box::new(planned))).into());
    }
    let own = OwnControl { number: 1, title: next(), ..OwnControl::default() };
    actions.push(WorkAction::Own(ItemId::own([1; 16]), Some(Box::new(own))).into());
    for rule in &HANDBOOK.documents {
        let entry = DocumentEntry { place: next(), owner: next(), ..DocumentEntry::default() };
        let document: DocumentId = rule.id.clone();
        actions.push(WorkAction::Document(document, entry).into());
    }
    apply(&PACK, &mut assessment, Action::Several(actions)).unwrap();
    let workbook = book(&assessment);
    let bytes = xlsx::write(&workbook).unwrap();
    assert_eq!(read(&bytes, &workbook), Ok(NOTHING));
    for (name, sheet) in parts(&bytes, "xl/worksheets/") {
        assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{name}");
    }
}

#[test]
fn a_text_that_is_too_long_for_a_cell_stays_as_it_is() {
    let mut assessment = work();
    let long = "ä𝄞".repeat(20_000);
    apply(&PACK, &mut assessment, Action::Note(id("4.1"), long)).unwrap();
    let workbook = book(&assessment);
    assert_eq!(read(&xlsx::write(&workbook).unwrap(), &workbook), Ok(NOTHING));
}

#[test]
fn another_file_is_told_before_anything() {
    let workbook = book(&work());
    let bytes = xlsx::write(&workbook).unwrap();
    let other = book(&opened(&golden("half")).document.assessment);
    let preview = read(&bytes, &other).unwrap();
    assert_eq!(preview.notices, [Notice::OtherAssessment(workbook.mark.name.clone())]);

    let mut pack = workbook.clone();
    pack.mark.pack.hash = "0".into();
    let was = workbook.mark.pack.version.clone();
    assert_eq!(read(&bytes, &pack).unwrap().notices, [Notice::OtherVersion(was)]);
    pack.mark.pack.id = id("nist");
    let is = workbook.mark.pack.id.to_string();
    assert_eq!(read(&bytes, &pack), Err(OpenError::OtherPack(is)));
}

/// What a program that edits the file does with it: here by hand, so that no other is needed.
#[test]
fn an_edited_file_comes_back() {
    let mut assessment = work();
    apply(&PACK, &mut assessment, Action::Note(id("4.1"), "Only here".into())).unwrap();
    let workbook = book(&assessment);
    let bytes = xlsx::write(&workbook).unwrap();
    let bytes = rewritten(&bytes, |_, text| text.replace(">Only here<", ">Only there<"));
    let preview = read(&bytes, &workbook).unwrap();
    let [change] = &preview.changes[..] else { panic!("{preview:?}") };
    assert_eq!((&*change.before, &*change.after), ("Only here", "Only there"));
    assert_eq!(change.subject, "4.1 Understanding the organization and its context");
}

/// What a formula comes to may change while nobody edits it: it is named, with and without a value.
#[test]
fn formulas_are_named_and_change_nothing() {
    let workbook = book(&work());
    let put = |text: &str, cell: &str, with: &str| {
        let (before, rest) = text.split_once(&format!("<c r=\"{cell}\"")).expect(cell);
        let (own, after) = rest.split_once('>').expect("an end");
        let after = if own.ends_with('/') { after } else { after.split_once("</c>").unwrap().1 };
        format!("{before}<c r=\"{cell}\"{with}</c>{after}")
    };
    let bytes = rewritten(&xlsx::write(&workbook).unwrap(), |name, text| match name {
        "xl/worksheets/sheet3.xml" => {
            let text = put(&text, "G2", r#" t="str"><f>"a"&amp;"b"</f><v>ab</v>"#);
            let text = put(&text, "H2", "><f>NOW()</f>");
            put(&text, "I2", "><f>DATE(2031,5,6)</f><v>47974</v>")
        }
        _ => text,
    });
    let preview = read(&bytes, &workbook).unwrap();
    let expected = ["G2", "H2", "I2"]
        .map(|cell| format!("Answers!{cell}: The cell holds a formula. Type the value itself."));
    assert_eq!((preview.changes.len(), told(&preview)), (0, expected.to_vec()));
}

#[test]
fn what_is_no_workbook_is_refused() {
    let workbook = book(&work());
    let good = xlsx::write(&workbook).unwrap();
    let check = |bytes: &[u8], expected: &OpenError| {
        assert_eq!(read(bytes, &workbook).as_ref(), Err(expected));
    };
    check(b"", &OpenError::NotXlsx);
    check(b"No.,Title\r\n4.1,Context", &OpenError::NotXlsx);
    check(b"PK\x03\x04 and then nothing", &OpenError::NotXlsx);
    check(&vec![b'P'; 10_000_001], &OpenError::TooLarge);
    let old = [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat();
    check(&old, &OpenError::OldFormat);
    let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    check(&[old, name.collect()].concat(), &OpenError::Protected);
    // An archive of something else.
    let mut zip = zip_archive::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", zip_archive::write::SimpleFileOptions::default()).unwrap();
    check(zip.finish().unwrap().get_ref(), &OpenError::NotXlsx);
    // More than may be, in a few hundred kilobytes.
    let bomb = rewritten(&good, |name, text| match name {
        "xl/sharedStrings.xml" => text + &" ".repeat(60_000_000),
        _ => text,
    });
    assert!(bomb.len() < 10_000_000, "{}", bomb.len());
    check(&bomb, &OpenError::TooLarge);
}

/// A cell in the farthest corner asks for a table of 17 thousand million cells.
#[test]
fn a_far_cell_costs_nothing() {
    let workbook = book(&work());
    let far = r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>"#;
    let bytes = rewritten(&xlsx::write(&workbook).unwrap(), |name, text| match name {
        "xl/worksheets/sheet3.xml" => text.replace("</sheetData>", far),
        _ => text,
    });
    let preview = read(&bytes, &workbook).unwrap();
    assert_eq!(preview.changes, []);
    assert_eq!(
        told(&preview),
        ["Answers: There is more here than a workbook holds. What is beyond that is left alone."]
    );
}

/// Bytes that went wrong are refused or read, and nothing panics.
#[test]
fn broken_bytes_are_no_end() {
    let workbook = book(&opened(&golden("half")).document.assessment);
    let good = xlsx::write(&workbook).unwrap();
    for place in (0..good.len()).step_by(good.len() / 20) {
        let mut bad = good.clone();
        bad[place] ^= 0x55;
        let _ = read(&bad, &workbook);
        let _ = read(&good[..place], &workbook);
    }
    for (from, to) in [
        ("<c ", "<c r=\"\" "),
        ("t=\"s\"", "t=\"q\""),
        ("<v>", "<v>-"),
        ("<v>", "<v>9e999"),
        ("s=\"", "s=\"99"),
        ("<sst", "<sst count=\"99999999999\" "),
        ("</row>", ""),
        ("rId1", "rId2"),
    ] {
        let bad = rewritten(&good, |_, text| text.replace(from, to));
        let _ = read(&bad, &workbook);
    }
}

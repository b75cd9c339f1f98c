//! The worker's work, without the worker.
#![cfg(all(feature = "export", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    cell::RefCell,
    fmt::Write as _,
    fs,
    future::Future,
    io::{Cursor, Read as _, Write as _},
    path::Path,
    pin::pin,
    process::Command,
    task::{Context, Poll, Waker},
};

use plumbline::{
    domain::{
        selection::Selection,
        workshop::{
            Workshop,
            agreed::AllAgreed,
            collected::Collected,
            returned::{Return, Vote},
            session::{About, Groups, Plan, Session, SessionId, mark},
        },
    },
    export::{
        desk::{Desk, Made},
        job::{
            FONTS, Format, Job, Letter, Progress, Reply, Standing, Subject, Supply, Telling,
            Trouble,
        },
        pictures::{Painter, pictures},
    },
    persist::{
        pack::read_pack,
        sheet::{OpenError, Preview},
        workshop::whole,
    },
    report::{
        document::{Block, Brand, Document, Figure, Paper, Section},
        drawing::Drawing,
        picture::Picture,
        request::{Branding, Preset, Request},
        workshop::Who,
    },
};
use serde_json::json;
use zip_archive::{ZipArchive, ZipWriter, write::SimpleFileOptions};

const PACK: &str = include_str!("../../packs/iso27001-2022/pack.json");
const WORDS: &str = include_str!("../../packs/iso27001-2022/en.json");
const FULL: &str = include_str!("../golden/full.plumbline.json");

/// A painter that paints nothing and notes how wide it should have been.
#[derive(Default)]
struct Notes(RefCell<Vec<i32>>);

impl Painter for Notes {
    async fn paint(&self, drawing: &Drawing, _: &Brand) -> Option<Picture> {
        self.0.borrow_mut().push(drawing.width);
        (drawing.width > 1).then(|| Picture { png: vec![1], width: 1, height: 1 })
    }
}

/// Nothing here waits for anything.
fn now<T>(future: impl Future<Output = T>) -> T {
    let Poll::Ready(value) = pin!(future).poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it waits");
    };
    value
}

/// The file of the long texts, as `cargo xtask assets` makes it.
fn later() -> String {
    let mut later = String::new();
    let pack = Path::new("packs/iso27001-2022");
    for folder in ["guidance/en", "handbook", "handbook/en"] {
        for entry in fs::read_dir(pack.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let place = path.strip_prefix(pack).unwrap().with_extension("");
                let json = fs::read_to_string(&path).unwrap().replace('\n', "");
                writeln!(later, "{}\t{json}", place.display()).unwrap();
            }
        }
    }
    later
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.keep(Supply::Pack, PACK.into());
    desk.keep(Supply::Texts, WORDS.into());
    desk.keep(Supply::Later, later().into());
    desk
}

fn job(format: Format) -> Job {
    Job {
        format,
        subject: Subject::Assessment(Request { preset: Preset::GapReport, ..Request::default() }),
        // It has a date, so that there is a calendar.
        standing: standing(&FULL.replacen("\"10.2\":{", "\"10.2\":{\"due\":\"2027-02-28\",", 1)),
    }
}

#[test]
fn without_a_date_there_is_no_calendar() {
    let job = Job { standing: standing(FULL), ..job(Format::Calendar) };
    assert_eq!(make(&mut desk(), &job), Err(Trouble::Undated));
}

fn standing(file: &str) -> Standing {
    Standing {
        file: file.to_owned(),
        now: "2026-11-23T09:00:00.000Z".to_owned(),
        quarter: "25%".to_owned(),
    }
}

fn make(desk: &mut Desk, job: &Job) -> Result<Made, Trouble> {
    now(desk.make(job, &Notes::default(), |_| {}))
}

#[test]
fn every_format_is_made_and_named() {
    let mut desk = desk();
    for font in FONTS {
        desk.keep(Supply::Font(font.into()), fs::read(Path::new("fonts").join(font)).unwrap());
    }
    let made = Format::ALL.map(|format| make(&mut desk, &job(format)).unwrap());
    let names: Vec<_> = made.iter().map(|made| made.label.name.as_str()).collect();
    insta::assert_debug_snapshot!(names);
    for (made, format) in made.iter().zip(Format::ALL) {
        assert!(!made.bytes.is_empty(), "{format:?}");
        assert_eq!(made.label.mime, format.mime());
    }
}

#[test]
fn numbers_are_written_as_the_reader_does() {
    let mut desk = desk();
    let mut text = |quarter: &str| {
        let job = Job {
            standing: Standing { quarter: quarter.to_owned(), ..standing(FULL) },
            ..job(Format::Html)
        };
        String::from_utf8(make(&mut desk, &job).unwrap().bytes).unwrap()
    };
    assert!(text("%25").contains(">%") && !text("25%").contains(">%"));
}

#[test]
fn results_are_those_of_the_file() {
    let made = make(&mut desk(), &job(Format::Results)).unwrap();
    let results: serde_json::Value = serde_json::from_slice(&made.bytes).unwrap();
    assert_eq!(results["pack"]["id"], "iso27001-2022");
    assert!(results["documents"].as_array().is_some_and(|documents| !documents.is_empty()));
}

#[test]
fn what_is_missing_is_named() {
    let mut desk = Desk::default();
    let mut check = |supply: Option<(Supply, &str)>, expected| {
        if let Some((supply, content)) = supply {
            desk.keep(supply, content.into());
        }
        assert_eq!(make(&mut desk, &job(Format::Html)), Err(expected));
    };
    check(None, Trouble::Lacks(Supply::Pack));
    check(Some((Supply::Pack, "no pack")), Trouble::Lacks(Supply::Pack));
    check(Some((Supply::Pack, PACK)), Trouble::Lacks(Supply::Texts));
    check(Some((Supply::Texts, WORDS)), Trouble::Lacks(Supply::Later));
    check(Some((Supply::Later, "guidance/en/4\t{}")), Trouble::Lacks(Supply::Later));
    desk.keep(Supply::Later, later().into());
    let broken = Job { standing: standing("{}"), ..job(Format::Html) };
    assert_eq!(make(&mut desk, &broken), Err(Trouble::Assessment));
    assert!(make(&mut desk, &job(Format::Html)).is_ok(), "the next job is done all the same");
    let [regular, strong] = FONTS.map(|font| Supply::Font(font.to_owned()));
    assert_eq!(make(&mut desk, &job(Format::Pdf)), Err(Trouble::Lacks(regular.clone())));
    desk.keep(regular, fs::read("fonts/regular.ttf").unwrap());
    assert_eq!(make(&mut desk, &job(Format::Pdf)), Err(Trouble::Lacks(strong)));
}

#[test]
fn progress_goes_from_nothing_to_all() {
    let mut told: Vec<Progress> = Vec::new();
    now(desk().make(&job(Format::Html), &Notes::default(), |progress| told.push(progress)))
        .unwrap();
    let done: Vec<_> = told.iter().map(|progress| progress.done).collect();
    assert_eq!(done, (0..=3).collect::<Vec<_>>());
    assert!(told.iter().all(|progress| progress.of == 3), "{told:?}");
}

#[test]
fn each_chart_has_its_picture() {
    let figure = |width| {
        Block::Figure(Figure {
            caption: String::new(),
            summary: String::new(),
            drawing: Drawing { width, height: 1, shapes: Vec::new() },
        })
    };
    let section = |blocks| Section {
        anchor: String::new(),
        title: String::new(),
        paper: Paper::Upright,
        blocks,
    };
    let document = Document {
        language: "en".into(),
        title: String::new(),
        author: String::new(),
        day: String::new(),
        cover: None,
        footer: String::new(),
        brand: Brand::default(),
        sections: vec![section(vec![figure(3), figure(1)]), section(vec![figure(2)])],
    };
    let painter = Notes::default();
    let mut count = 0;
    let pictures = now(pictures(&document, &painter, || count += 1));
    assert_eq!(painter.0.take(), [3, 1, 2]);
    assert_eq!(count, 3);
    assert_eq!(pictures.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
}

/// The file with its texts changed as somebody's program might.
fn rewritten(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        writer.write_all(text.replace(from, to).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_edited_workbook_is_compared() {
    const NOTE: &str = "A note that nobody else has";
    let mut full: serde_json::Value = serde_json::from_str(FULL).unwrap();
    full["assessment"]["answers"]["4.1"]["note"] = NOTE.into();
    let standing = standing(&full.to_string());
    let excel = Job { standing: standing.clone(), ..job(Format::Excel) };
    let mut desk = desk();
    let file = make(&mut desk, &excel).unwrap().bytes;
    assert_eq!(desk.compare(&standing, &file), Ok(Ok(Preview::default())));

    let edited = rewritten(&file, NOTE, "Another note");
    let preview = desk.compare(&standing, &edited).unwrap().unwrap();
    let [change] = &preview.changes[..] else { panic!("{preview:?}") };
    assert_eq!((&*change.row, &*change.before, &*change.after), ("4.1", NOTE, "Another note"));
    assert_eq!(preview.problems, []);
    // And so it comes to the page.
    let reply = Reply::Compared(Box::new(Ok(preview.clone())));
    let text = serde_json::to_string(&reply).unwrap();
    assert_eq!(serde_json::from_str::<Reply>(&text).unwrap(), reply, "{text}");

    assert_eq!(desk.compare(&standing, b"No.,Title"), Ok(Err(OpenError::NotXlsx)));
    let unreadable = Standing { file: "{}".into(), ..standing };
    assert_eq!(desk.compare(&unreadable, &edited), Err(Trouble::Assessment));
}

/// An old page and a new worker never meet, but the words that both write should stay readable.
#[test]
fn letters_and_replies_come_as_they_went() {
    let letters = [
        Letter::Keep(Supply::Later),
        Letter::Keep(Supply::Font("serif.ttf".into())),
        Letter::Compare(Box::new(standing("{}"))),
        Letter::Make(Box::new(Job {
            standing: standing("{\"a\": \"\u{2028}\"}"),
            ..job(Format::Pdf)
        })),
    ];
    for letter in letters {
        let text = serde_json::to_string(&letter).unwrap();
        assert_eq!(serde_json::from_str::<Letter>(&text).unwrap(), letter, "{text}");
    }
    let reply = Reply::Failed(Trouble::Lacks(Supply::Font("x".into())));
    let text = serde_json::to_string(&reply).unwrap();
    assert_eq!(text, r#"{"failed":{"lacks":{"font":"x"}}}"#);
    assert_eq!(serde_json::from_str::<Reply>(&text).unwrap(), reply);
}

/// The parts of an archive.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts: Vec<_> = (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            let name = part.name().unwrap().into_owned();
            (name, String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect();
    parts.sort();
    parts
}

/// What a file is made of, in a few lines: what is gone or too much in it shows.
fn gist(format: Format, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let counts = |text: &str, marks: &[&str]| {
        let count = |mark: &&str| format!("{} {mark}", text.matches(*mark).count());
        marks.iter().map(count).collect::<Vec<_>>().join(", ")
    };
    let each = |mark: &[&str]| {
        let lines =
            parts(bytes).into_iter().map(|(name, text)| format!("{name}: {}", counts(&text, mark)));
        lines.collect::<Vec<_>>().join("\n")
    };
    match format {
        Format::Html => counts(&text, &["<h2", "<h3", "<table", "<tr", "<figure", "<li"]),
        Format::Markdown => {
            counts(&text, &["\n## ", "\n### ", "\n| ---", "\n- "]).replace('\n', "")
        }
        Format::Pdf => {
            let text = poppler(bytes, "pdftotext", &["-raw"]);
            // Words are counted by tens: fonts and hyphens differ by a few.
            let words = text.split_whitespace().count() / 10;
            format!("{} pages, {words} tens of words", text.matches('\u{c}').count())
        }
        Format::Word => each(&["<w:p>", "<w:tbl>", "<w:drawing>"]),
        Format::Excel => each(&["<row ", "<dataValidation ", "<f>"]),
        Format::Csv => each(&["\r\n"]).replace("\r\n", "lines"),
        Format::Results => counts(&text, &["\"conformity\"", "\"grade\"", "\"item\""]),
        Format::Assessment => counts(&text, &["\"rating\"", "\"note\""]),
        Format::Calendar => counts(&text, &["BEGIN:VEVENT", "BEGIN:VTODO"]),
    }
}

#[test]
fn every_writer_writes_what_is_there() {
    let mut desk = desk();
    for font in FONTS {
        desk.keep(Supply::Font(font.into()), fs::read(Path::new("fonts").join(font)).unwrap());
    }
    let mut gists = String::new();
    for name in ["empty", "half", "full"] {
        let file = fs::read_to_string(format!("tests/golden/{name}.plumbline.json")).unwrap();
        for format in Format::ALL {
            let request = Request { preset: Preset::Everything, ..Request::default() };
            let subject = Subject::Assessment(request);
            let made = make(&mut desk, &Job { subject, standing: standing(&file), format });
            if format == Format::Calendar {
                assert_eq!(made, Err(Trouble::Undated), "{name}");
                continue;
            }
            let made = made.unwrap();
            writeln!(gists, "# {name}, {format:?}\n{}\n", gist(format, &made.bytes)).unwrap();
        }
    }
    insta::assert_snapshot!(gists);
}

/// What a program of another hand makes of a PDF.
fn poppler(pdf: &[u8], program: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    fs::write(&file, pdf).unwrap();
    let output = Command::new(program).args(arguments).arg(file).arg("-").output();
    String::from_utf8(output.expect("poppler-utils").stdout).unwrap()
}

/// A file in which everything is rated, as `seed` has it, and all is filled in that the summary tells.
fn any(seed: usize) -> String {
    const LEVELS: [&str; 5] = ["N", "P", "L", "F", "N"];
    let mut file: serde_json::Value = serde_json::from_str(FULL).unwrap();
    let pack: serde_json::Value = serde_json::from_str(PACK).unwrap();
    let groups = pack["sections"].as_array().unwrap().iter();
    let groups = groups.flat_map(|section| section["groups"].as_array().unwrap());
    let mut answers = serde_json::Map::new();
    for group in groups {
        for (place, item) in group["items"].as_array().unwrap().iter().enumerate() {
            let level = LEVELS[(place * (seed + 2) + seed * seed + place / 3) % LEVELS.len()];
            answers.insert(item["id"].as_str().unwrap().into(), json!({ "rating": level }));
        }
    }
    let assessment = &mut file["assessment"];
    assessment["answers"] = answers.into();
    assessment["facts"] = json!({
        "organisation": "An organisation whose name says all that can be said of it, ".repeat(3),
        "reasons": ["duties", "customers", "incidents", "organisation"],
        "target": "2027-11-30",
    });
    file.to_string()
}

#[test]
fn the_management_summary_has_one_page() {
    let mut desk = desk();
    for font in FONTS {
        desk.keep(Supply::Font(font.into()), fs::read(Path::new("fonts").join(font)).unwrap());
    }
    let golden = ["empty", "half", "full", "work"];
    let golden =
        golden.map(|name| fs::read_to_string(format!("tests/golden/{name}.plumbline.json")));
    let files = golden.into_iter().map(Result::unwrap).chain((0..6).map(any));
    for (place, file) in files.enumerate() {
        let mut pages = |preset| {
            let subject = Subject::Assessment(Request { preset, ..Request::default() });
            let job = Job { subject, standing: standing(&file), format: Format::Pdf };
            let pdf = make(&mut desk, &job).unwrap().bytes;
            let text = poppler(&pdf, "pdftotext", &["-layout"]);
            text.split('\u{c}').map(str::to_owned).collect::<Vec<_>>()
        };
        // Behind the last page nothing is left.
        assert_eq!(pages(Preset::Summary).len(), 2, "file {place}");
        let headed = |page: &&String| {
            page.lines().find(|line| !line.is_empty()).unwrap_or("").ends_with("Management summary")
        };
        assert_eq!(pages(Preset::GapReport).iter().filter(headed).count(), 1, "file {place}");
    }
}

/// The file of a workshop with names and notes that could do harm.
fn workshop() -> String {
    let pack = read_pack(PACK).unwrap();
    let names = ["=cmd|' /C calc'!A1", "<b>Bee & co</b>", "Ant"].map(Into::into);
    let plan = Plan {
        name: "Autumn: course / 2026".into(),
        items: Selection::Quick,
        about: About::Own,
        groups: Groups::Named(names.into()),
        rounds: 1,
        minutes: None,
    };
    let session = Session::new(&pack, SessionId(*b"Hello"), plan).unwrap();
    let mut collected = Collected::default();
    for group in 0..3 {
        let items = session.items().len();
        let returned = Return {
            session: session.id(),
            pack: mark(session.pack()),
            group,
            round: 1,
            counter: 1,
            votes: vec![Some(Vote::Level(u8::try_from(group).unwrap())); items],
            notes: Some(vec!["=1+1 <script>".into(); items]),
        };
        collected.add(&session, returned).unwrap();
    }
    whole::write(&pack, &Workshop { session, collected, agreed: AllAgreed::new_vec() })
}

#[test]
fn a_workshop_is_handed_on_with_and_without_names() {
    let mut desk = desk();
    let file = workshop();
    for (who, called) in [(Who::Anonymous, "anonymous"), (Who::Named, "named")] {
        for format in [Format::Html, Format::Word, Format::Excel, Format::Csv, Format::Results] {
            let subject = Subject::Workshop(Telling { who, branding: Branding::default() });
            let made =
                make(&mut desk, &Job { subject, format, standing: standing(&file) }).unwrap();
            let name = &made.label.name;
            assert!(name.starts_with("Autumn-course-2026-"), "{name}");
            assert!(name.contains(called) && name.contains("-2026-11-23."), "{name}");
            let text = match format {
                Format::Word | Format::Excel => {
                    parts(&made.bytes).into_iter().map(|(_, text)| text).collect::<String>()
                }
                _ => String::from_utf8(made.bytes).unwrap(),
            };
            assert!(!text.contains("<script>=") && !text.contains("<f>"), "{format:?}");
            for told in ["cmd|", "Bee", "=1+1"] {
                // A table of CSV has no notes.
                let expected = who == Who::Named && (told != "=1+1" || format != Format::Csv);
                assert_eq!(text.contains(told), expected, "{format:?} {who:?} {told}");
            }
        }
    }
    let subject = Subject::Workshop(Telling { who: Who::Named, branding: Branding::default() });
    let broken = Job { subject, format: Format::Csv, standing: standing("{}") };
    assert_eq!(make(&mut desk, &broken), Err(Trouble::Workshop));
}

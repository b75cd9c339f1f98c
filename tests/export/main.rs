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
    path::Path,
    pin::pin,
    task::{Context, Poll, Waker},
};

use plumbline::{
    export::{
        desk::{Desk, Made},
        job::{Format, Job, Letter, Progress, Reply, Supply, Trouble},
        pictures::{Painter, pictures},
    },
    report::{
        document::{Block, Brand, Document, Figure, Section},
        drawing::Drawing,
        picture::Picture,
        request::{Preset, Request},
    },
};

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
        request: Request { preset: Preset::GapReport, ..Request::default() },
        assessment: FULL.to_owned(),
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
        let job = Job { quarter: quarter.to_owned(), ..job(Format::Html) };
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
    let broken = Job { assessment: "{}".to_owned(), ..job(Format::Html) };
    assert_eq!(make(&mut desk, &broken), Err(Trouble::Assessment));
    assert!(make(&mut desk, &job(Format::Html)).is_ok(), "the next job is done all the same");
    assert_eq!(desk.font("serif.ttf"), Err(Trouble::Lacks(Supply::Font("serif.ttf".into()))));
    desk.keep(Supply::Font("serif.ttf".into()), vec![7]);
    assert_eq!(desk.font("serif.ttf"), Ok(&[7][..]));
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
    let section =
        |blocks| Section { anchor: String::new(), title: String::new(), wide: false, blocks };
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
    let mut painted = 0;
    let pictures = now(pictures(&document, &painter, || painted += 1));
    assert_eq!(painter.0.take(), [3, 1, 2]);
    assert_eq!(painted, 3);
    assert_eq!(pictures.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
}

/// An old page and a new worker never meet, but the words that both write should stay readable.
#[test]
fn letters_and_replies_come_as_they_went() {
    let letters = [
        Letter::Keep(Supply::Later),
        Letter::Keep(Supply::Font("serif.ttf".into())),
        Letter::Make(Box::new(Job {
            assessment: "{\"a\": \"\u{2028}\"}".into(),
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

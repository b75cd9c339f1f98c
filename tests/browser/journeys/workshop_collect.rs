//! A trainer takes in what the groups of a workshop hand in.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use plumbline::{
    domain::{
        assessment::Rating,
        pack::Pack,
        selection::Selection,
        workshop::{
            Workshop,
            agreed::{Agreed, AllAgreed},
            collected::Collected,
            returned::{Return, Vote},
            session::{About, Groups, Plan, Session, SessionId, mark},
        },
    },
    persist::{
        pack::read_pack,
        workshop::{code::session_name, group_file, returned, start, whole},
    },
    report::qr::Qr,
};
use serde_json::json;

use super::steps::messages;
use crate::browser::{Browser, eventually, within};
use crate::locator::{Find, Locator, starting_with};

const TITLE: &str = "Collect answers";
const REPORT: &str = "Last import";
const FILES: &str = "Choose files";
const LINKS: &str = "Links, codes or a whole chat";
const WHO: &str = "Who is in";

fn pack() -> Pack {
    read_pack(include_str!("../../../packs/iso27001-2022/pack.json")).expect("a pack")
}

fn session_of(id: [u8; 5], groups: Groups, items: Selection) -> Session {
    let plan = Plan {
        name: "Autumn course".into(),
        items,
        about: About::Own,
        groups,
        rounds: 2,
        minutes: None,
    };
    Session::new(&pack(), SessionId(id), plan).expect("a sound plan")
}

fn session() -> Session {
    session_of(*b"Hello", Groups::Numbered(6), Selection::Quick)
}

/// What a group says; the last item is left open.
fn says(session: &Session, group: u16, counter: u32) -> Return {
    let count = session.items().len();
    let vote =
        |place| Some(Vote::Level(u8::try_from((place + usize::from(group)) % 4).unwrap_or(0)));
    let mut votes: Vec<_> = (0..count).map(vote).collect();
    votes[count - 1] = None;
    let (id, pack) = (session.id(), mark(session.pack()));
    Return { session: id, pack, group, round: 1, counter, votes, notes: None }
}

fn link(session: &Session, group: u16, counter: u32) -> String {
    let code = returned::write(session, &says(session, group, counter));
    format!("https://www.example.org/plumbline/#/return/{code}")
}

fn file(session: &Session, group: u16, counter: u32) -> String {
    let notes = vec!["Seen on site".to_owned(); session.items().len()];
    let returned = Return { notes: Some(notes), ..says(session, group, counter) };
    group_file::write(&pack(), session, &returned, "Group")
}

fn agreed(rating: Rating, minute: &str) -> AllAgreed {
    let mut all = AllAgreed::new_vec();
    let item = session().items()[0].clone();
    all.insert(item, Agreed { rating, minute: minute.into() });
    all
}

fn whole_file(session: &Session, groups: &[u16], agreed: AllAgreed) -> String {
    let mut collected = Collected::default();
    for group in groups {
        collected.add(session, says(session, *group, 1)).expect("a return of the session");
    }
    whole::write(&pack(), &Workshop { session: session.clone(), collected, agreed })
}

/// A workshop that nobody has handed in to yet, and its page for that.
#[track_caller]
fn begin(browser: &Browser, session: &Session) {
    browser.open("");
    browser.heading(starting_with("How far")).expect_shown();
    let name = session_name(session.id());
    let key = format!("plumbline.workshop.{name}");
    let text = whole_file(session, &[], AllAgreed::new_vec());
    browser
        .script("localStorage.setItem(arguments[0], arguments[1])", vec![key.into(), text.into()]);
    browser.open(&format!("#/workshop/{name}/collect"));
    browser.heading(TITLE).expect_focused();
}

fn report(browser: &Browser) -> Locator<'_> {
    browser.region(REPORT)
}

#[track_caller]
fn paste(browser: &Browser, text: &str) {
    browser.textbox(LINKS).fill(text);
    browser.button("Take in").click();
}

#[track_caller]
fn choose(browser: &Browser, name: &str, content: &str) {
    let path = browser.write_file(name, content);
    browser.file_input(FILES).choose_file(&path);
}

/// Links in a chat come in at once, the same twice changes nothing, and an import can be taken back.
pub fn links_come_in(browser: &Browser) {
    let session = session();
    begin(browser, &session);
    let chat =
        format!("Group 1: {}\nours: {} thanks!\n", link(&session, 0, 1), link(&session, 1, 1));
    paste(browser, &chat);
    report(browser).expect_text("Taken in: 2 new.");
    browser.textbox(LINKS).expect_value("");
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
    browser.region(WHO).expect_text("Group 2 24 of 25 not yet");
    for width in [1280, 320] {
        browser.resize(width, 800);
        browser.expect_accessible();
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(browser.script(wide, vec![]), json!(true), "scrolls sideways at {width}");
    }
    browser.resize(1280, 900);

    paste(browser, &chat);
    report(browser).expect_text("Nothing has changed: 2 here already.");
    paste(browser, &link(&session, 0, 2));
    report(browser).expect_text("Taken in: 1 newer than what was here.");
    paste(browser, &link(&session, 0, 1));
    report(browser).expect_text("Nothing has changed: 1 older than what is here.");
    paste(browser, &link(&session, 2, 1));
    browser.region(WHO).expect_text("Round 1: 3 of 6 groups");
    report(browser).button("Take this import back").click();
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
    browser.reload();
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
}

/// What isn't for this workshop is refused, with where it stands, why and what to do.
pub fn what_does_not_fit_is_told(browser: &Browser) {
    let session = session();
    begin(browser, &session);
    browser.button("Take in").click();
    browser.region("Links and codes").expect_text("Paste something first.");
    let other = session_of([9; 5], Groups::Numbered(6), Selection::Quick);
    let damaged = link(&session, 1, 1);
    let text = format!(
        "{}\n{}\n{}\n{}\n",
        link(&session, 0, 1),
        link(&other, 0, 1),
        &damaged[..damaged.len() - 9],
        start::write(&pack(), &session),
    );
    paste(browser, &text);
    let report = report(browser);
    report.expect_text("Taken in: 1 new, 3 not taken in.");
    report.expect_text("Pasted text, line 2 (PLMR1");
    report.expect_text("This belongs to another session than");
    report.expect_text("line 3 (PLMR1");
    report.expect_text("This code is damaged: a letter is missing or wrong.");
    report.expect_text("This is the start link of a session.");
    browser.expect_accessible();
    // What wasn't taken in can still be looked at.
    browser.textbox(LINKS).expect_value(&text);

    paste(browser, "Good morning!");
    report.expect_text("Nothing has changed: 1 not taken in.");
    report.expect_text("There are no answers in it");
    let hash = session.pack().hash.as_str();
    choose(browser, "pack.json", &file(&session, 1, 1).replace(hash, &"0".repeat(64)));
    report.expect_text("pack.json. The group saw another questionnaire, or another version of it");
    let whole = file(&session, 1, 1);
    choose(browser, "half.json", &whole[..whole.len() / 2]);
    report.expect_text("half.json. Damaged: line");
    choose(browser, "empty.txt", "");
    report.expect_text("empty.txt. There are no answers in it");
    browser.region(WHO).expect_text("Round 1: 1 of 6 groups");
}

/// Files of groups with their notes, of another trainer, and texts with links.
pub fn files_come_in(browser: &Browser) {
    let session = session();
    begin(browser, &session);
    choose(browser, "red.plumbline-group.json", &file(&session, 0, 1));
    report(browser).expect_text("Taken in: 1 new.");
    browser.region(WHO).expect_text("24 of 25 · notes: 25");
    choose(browser, "chat.txt", &link(&session, 1, 1));
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
    let theirs = whole_file(&session, &[1, 2, 3], agreed(Rating::DontKnow, ""));
    choose(browser, "theirs.plumbline-workshop.json", &theirs);
    report(browser).expect_text("Taken in: 2 new, 1 here already.");
    report(browser).expect_text("what a room agreed on (items: 1)");
    browser.region(WHO).expect_text("Round 1: 4 of 6 groups");
    // Nothing but the workshop is kept.
    let others =
        "return Object.keys(localStorage).filter((key) => key.startsWith('plumbline.a')).length";
    assert_eq!(browser.script(others, vec![]), json!(0));

    // What a group answers in another tab comes in by itself.
    let name = session_name(session.id());
    browser.in_another_tab(|| {
        browser.open("");
        browser.script(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![format!("plumbline.group.{name}.5.1").into(), file(&session, 4, 1).into()],
        );
    });
    browser.region(WHO).expect_text("Round 1: 5 of 6 groups");
}

/// The points of QR codes beside each other on a light ground, so many for each module.
fn points(codes: &[String], scale: usize) -> (usize, Vec<bool>) {
    let codes: Vec<Qr> = codes.iter().map(|code| Qr::of(code).expect("a code")).collect();
    let side = codes.iter().map(|code| code.side).max().unwrap_or(0) * scale;
    let width = side * codes.len();
    let mut dark = vec![false; width * side];
    for (number, code) in codes.iter().enumerate() {
        for run in code.outline.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            for row in numbers[1] * scale..(numbers[1] + 1) * scale {
                let from = row * width + number * side + numbers[0] * scale;
                dark[from..from + numbers[2] * scale].fill(true);
            }
        }
    }
    (width, dark)
}

/// A photograph as every browser shows one: a bitmap of grey points, none of them quite black or white.
fn bitmap(codes: &[String]) -> Vec<u8> {
    const HEAD: u32 = 54;
    let (width, dark) = points(codes, 4);
    let height = dark.len() / width;
    let padding = (4 - width * 3 % 4) % 4;
    let number = |number: usize| u32::try_from(number).expect("a small picture");
    let size = number((width * 3 + padding) * height);
    let mut bytes = b"BM".to_vec();
    for value in [HEAD + size, 0, HEAD, 40, number(width), number(height), 24 << 16 | 1, 0, size] {
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 16]);
    for row in dark.chunks(width).rev() {
        for (place, dark) in row.iter().enumerate() {
            let noise = u8::try_from(place * 7 % 23).expect("a small number");
            bytes.extend([if *dark { 30 + noise } else { 215 + noise }; 3]);
        }
        bytes.extend(vec![0; padding]);
    }
    bytes
}

#[track_caller]
fn write_bytes(browser: &Browser, name: &str, bytes: &[u8]) -> PathBuf {
    let path = browser.write_file(name, "");
    fs::write(&path, bytes).expect("the file is written");
    path
}

/// Pictures of QR codes are read, several on one too, and what isn't one is told.
pub fn pictures_are_read(browser: &Browser) {
    let session = session();
    begin(browser, &session);
    let two = bitmap(&[link(&session, 0, 1), link(&session, 1, 1)]);
    let two = write_bytes(browser, "two.bmp", &two);
    browser.file_input(FILES).choose_file(&two);
    report(browser).expect_text("Taken in: 2 new.");
    browser.file_input(FILES).choose_file(&two);
    report(browser).expect_text("Nothing has changed: 2 here already.");

    let code = Qr::of(&link(&session, 2, 1)).expect("a code");
    let drawn = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='400' viewBox='0 0 {0} {0}'>\
         <path d='{1}'/></svg>",
        code.side, code.outline
    );
    choose(browser, "one.svg", &drawn);
    report(browser).expect_text("Taken in: 1 new.");
    let blank = write_bytes(browser, "blank.bmp", &bitmap(&["x".repeat(20)])[..54 + 30]);
    browser.file_input(FILES).choose_file(&blank);
    report(browser).expect_text("Nothing has changed: 1 not taken in.");
    let start =
        bitmap(&[format!("https://example.org/#/join/{}", start::write(&pack(), &session))]);
    let start = write_bytes(browser, "start.bmp", &start);
    browser.file_input(FILES).choose_file(&start);
    report(browser).expect_text("This is the start link of a session.");
    browser.region(WHO).expect_text("Round 1: 3 of 6 groups");
}

/// A film of six pictures as a camera sees them: nothing, the code of one group, and that of another.
pub fn film() -> Vec<u8> {
    const WIDTH: usize = 640;
    const HEIGHT: usize = 480;
    let session = session();
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F5:1 Ip A1:1 C420jpeg\n").into_bytes();
    let shown = [None, None, Some(0), Some(0), Some(1), Some(1)];
    for group in shown {
        let mut light = vec![180_u8; WIDTH * HEIGHT];
        if let Some(group) = group {
            let (width, dark) = points(&[link(&session, group, 1)], 6);
            for (row, points) in dark.chunks(width).enumerate() {
                let from = (row + 40) * WIDTH + 60;
                for (to, dark) in light[from..].iter_mut().zip(points) {
                    *to = if *dark { 40 } else { 210 };
                }
            }
        }
        film.extend(b"FRAME\n");
        film.extend(light);
        film.extend(vec![128; WIDTH * HEIGHT / 2]);
    }
    film
}

/// One QR code after the other in front of the camera, which goes off when the page is left.
pub fn the_camera_reads_codes(browser: &Browser) {
    begin(browser, &session());
    let camera = browser.region("Camera");
    camera.button("Start the camera").click();
    camera.expect_text("is in: round 1, 24 answers.");
    camera.button("Stop the camera").expect_focused();
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
    camera.expect_text("Group 1 is in");
    camera.expect_text("Group 2 is in");
    browser.expect_accessible();
    let live = "const video = document.querySelector('video');
                window.held ??= video.srcObject?.getTracks()[0];
                return [video.srcObject !== null, held?.readyState]";
    assert_eq!(browser.script(live, vec![]), json!([true, "live"]));
    camera.button("Stop the camera").click();
    camera.button("Start the camera").expect_focused();
    assert_eq!(browser.script(live, vec![]), json!([false, "ended"]));

    // They are known already, and said to be once.
    camera.button("Start the camera").click();
    camera.expect_text("was in already");
    browser
        .script("window.held = document.querySelector('video').srcObject.getTracks()[0]", vec![]);
    browser.link("Workshops").click();
    browser.heading("Workshops").expect_focused();
    assert_eq!(browser.script("return held.readyState", vec![]), json!("ended"));
}

/// Without a camera the page says so, and what to do instead.
pub fn no_camera_is_told(browser: &Browser) {
    begin(browser, &session());
    let camera = browser.region("Camera");
    camera.button("Start the camera").click();
    camera.expect_text("The browser finds no camera. Connect one and start again");
    camera.button("Start the camera").expect_focused();
    browser.expect_accessible();
}

/// Pictures are read when the network has gone since the page was opened.
pub fn it_works_without_a_network(browser: &Browser) {
    let session = session();
    begin(browser, &session);
    let program = |request: &String| request.contains("lens-") && request.contains(".wasm");
    let asked = || browser.requests().iter().any(program);
    assert!(within(Duration::from_secs(10), asked), "it is fetched");
    let before = browser.requests().len();
    let one = write_bytes(browser, "one.bmp", &bitmap(&[link(&session, 0, 1)]));
    browser.file_input(FILES).choose_file(&one);
    report(browser).expect_text("Taken in: 1 new.");
    paste(browser, &link(&session, 1, 1));
    browser.region(WHO).expect_text("Round 1: 2 of 6 groups");
    browser.expect_no_request_after(before);
}

/// Begins a script that notes how long it takes until the page shows the words that are its last argument.
const STOP_WHEN_SHOWN: &str = "
    const words = arguments[arguments.length - 1], begin = performance.now();
    window.took = null;
    const look = () => {
      if (!document.querySelector('main').textContent.includes(words)) return requestAnimationFrame(look);
      requestAnimationFrame(() => { window.took = Math.round(performance.now() - begin); });
    };
    requestAnimationFrame(look);";

/// How many milliseconds it took.
#[track_caller]
fn took(browser: &Browser) -> u64 {
    eventually(|| {
        browser.script("return window.took", vec![]).as_u64().ok_or("it isn't shown".to_owned())
    })
}

/// A whole conference, pasted anywhere on the page, and dropped as files.
pub fn five_hundred_groups_come_in(browser: &Browser) {
    let session = session_of(*b"Large", Groups::Numbered(500), Selection::All);
    begin(browser, &session);
    let links: String = (0..500).map(|group| link(&session, group, 1) + "\n").collect();
    browser.script(
        &format!("const held = new DataTransfer();{STOP_WHEN_SHOWN}
         held.setData('text/plain', arguments[0]);
         document.body.dispatchEvent(
           new ClipboardEvent('paste', {{ clipboardData: held, bubbles: true, cancelable: true }}));"),
        vec![links.into(), "Round 1: 500 of 500 groups".into()],
    );
    let links = took(browser);
    browser.region(WHO).expect_text("Round 1: 500 of 500 groups");
    report(browser).expect_text("Taken in: 500 new.");
    report(browser).disclosure("Read: 500 answers of groups").click();
    report(browser).expect_text("Group 500");

    let files: Vec<String> = (0..500)
        .map(|group| group_file::write(&pack(), &session, &says(&session, group, 2), "Group"))
        .collect();
    browser.script(
        &format!("const held = new DataTransfer();
         arguments[0].forEach((text, place) =>
           held.items.add(new File([text], `${{place}}.plumbline-group.json`, {{ type: 'application/json' }})));{STOP_WHEN_SHOWN}
         document.body.dispatchEvent(
           new DragEvent('drop', {{ dataTransfer: held, bubbles: true, cancelable: true }}));"),
        vec![json!(files), "Taken in: 500 newer".into()],
    );
    let files = took(browser);
    report(browser).expect_text("Taken in: 500 newer than what was here.");
    println!("500 groups: links {links} ms, files {files} ms");
    // Ten times the budget: the machine may be busy with others.
    assert!(links.max(files) < 3000, "links {links} ms, files {files} ms");
}

/// A workshop's file opens, from the first page too; where the room agreed on something else, one chooses.
pub fn a_workshops_file_is_opened(browser: &Browser) {
    let session = session();
    let name = session_name(session.id());
    let first = whole_file(&session, &[0], agreed(Rating::DontKnow, "Nobody knew"));
    browser.open("");
    let group = browser.write_file("red.plumbline-group.json", &file(&session, 0, 1));
    browser.file_input("Assessment file").choose_file(&group);
    messages(browser).expect_text("This is the file of a group.");
    let path = browser.write_file("course.plumbline-workshop.json", &first);
    browser.file_input("Assessment file").choose_file(&path);
    messages(browser).expect_text("The workshop is kept in this browser now.");
    browser.expect_place(&format!("#/workshop/{name}"));

    // The group's file is taken in now.
    browser.open("#/");
    browser.file_input("Assessment file").choose_file(&group);
    browser.heading(TITLE).expect_focused();
    report(browser).expect_text("Taken in: 1 newer than what was here.");

    let other = Rating::Level(pack().scale().levels()[3].code.clone());
    let theirs = whole_file(&session, &[0, 1], agreed(other, "Shown to us"));
    let theirs = browser.write_file("theirs.plumbline-workshop.json", &theirs);
    browser.open("#/workshops");
    browser.file_input("Workshop file").choose_file(&theirs);
    let question = browser.dialog("You have this workshop already");
    let choice = question.group(starting_with(&format!("{} ", session.items()[0])));
    choice.radio(starting_with("Yours: Don’t know: Nobody knew")).expect_checked();
    browser.expect_accessible();
    choice.radio(starting_with("The file’s: Fully: Shown to us")).click();
    question.button("Join").click();
    messages(browser).expect_text("The file was joined with what is here.");
    let kept = format!("return localStorage.getItem('plumbline.workshop.{name}')");
    let kept = browser.script(&kept, vec![]).as_str().unwrap_or_default().to_owned();
    let kept = whole::read(&pack(), &kept).expect("a workshop").workshop;
    assert_eq!(kept.collected.columns(1).count(), 2);
    // The notes of the group's file are still there.
    assert!(kept.collected.column(1, 0).is_some_and(|column| !column.notes().is_empty()));
    assert_eq!(
        kept.agreed.values().next().map(|agreed| agreed.minute.as_str()),
        Some("Shown to us")
    );

    browser.open("#/workshops");
    browser.file_input("Workshop file").choose_file(&theirs);
    messages(browser).expect_text("The file brings nothing that isn’t here already.");
    browser.open("#/workshops");
    let broken = browser.write_file("broken.plumbline-workshop.json", &first[..first.len() / 2]);
    browser.file_input("Workshop file").choose_file(&broken);
    messages(browser).expect_text("This file is damaged: line 1, column");
    let none = browser.write_file("none.json", "{}");
    browser.file_input("Workshop file").choose_file(&none);
    messages(browser).expect_text("This is no file of a workshop.");
}

//! A group of a workshop: it joins by a link, answers item by item, and hands in.

use plumbline::{
    domain::{
        id::{CaseId, ItemId},
        pack::Pack,
        selection::Selection,
        workshop::{
            agreed::AllAgreed,
            collected::Collected,
            returned::{Return, Vote},
            session::{About, Groups, Plan, Session, SessionId},
        },
    },
    persist::{
        pack::read_pack,
        workshop::{group_file, returned, start},
    },
};

use super::{accessible::expect_accessible, steps::messages};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

const FIRST: &str = "4.1 Understanding the organization and its context";
const SECOND: &str = "A.5.7 Threat intelligence";
const THIRD: &str = "A.8.13 Information backup";

fn pack() -> Pack {
    read_pack(include_str!("../../../packs/iso27001-2022/pack.json")).unwrap()
}

/// Three items of a case company, three groups by colour, two rounds, five minutes an item.
fn session(pack: &Pack) -> Session {
    let items = ["4.1", "A.5.7", "A.8.13"].map(|id| ItemId::parse(id).unwrap());
    let plan = Plan {
        name: "Autumn course".into(),
        items: Selection::of(items),
        about: About::Case(CaseId::parse("machine-builder").unwrap()),
        groups: Groups::Coloured(3),
        rounds: 2,
        minutes: Some(5),
    };
    Session::new(pack, SessionId(*b"Hello"), plan).unwrap()
}

fn start_code() -> String {
    let pack = pack();
    start::write(&pack, &session(&pack))
}

/// Goes through the door as the blue group; returns the start link.
#[track_caller]
fn join(browser: &Browser) -> String {
    let door = format!("#/join/{}", start_code());
    browser.open(&door);
    browser.heading("Autumn course").expect_shown();
    browser.group("Which group are you?").radio("Blue").click();
    browser.button("Begin").click();
    browser.heading(FIRST).expect_shown();
    door
}

/// What the link says that the group would hand in.
#[track_caller]
fn handed_in(browser: &Browser) -> Return {
    browser.textbox("Link for the trainer").expect_shown();
    let script = "return document.getElementById('return-link').value";
    let link = browser.script(script, vec![]);
    let code = link.as_str().unwrap().rsplit('/').next().unwrap();
    returned::read(&session(&pack()), code).unwrap()
}

fn hand_in(browser: &Browser) {
    browser.link(starting_with("3 of 3")).click();
}

/// Join, answer, leave in the middle, come back, hand in, and vote again.
pub fn join_answer_hand_in(browser: &Browser) {
    let door = join(browser);
    browser.only("main").expect_text("Blue, round 1 of 2 · 1 of 3");
    browser.only("timer").expect_text("left");
    browser.radio("Largely").click();
    browser.textbox("Why? (optional)").type_text("Minutes of January");
    browser.button("Continue").click();
    browser.heading(SECOND).expect_shown();
    browser.radio("Don’t know").click();

    browser.reload();
    browser.radio("Don’t know").expect_checked();
    browser.link("Back").click();
    browser.heading(FIRST).expect_shown();
    browser.radio("Largely").expect_checked();
    browser.textbox("Why? (optional)").expect_value("Minutes of January");

    browser.open(&door);
    browser.group("Which group are you?").radio(starting_with("Blue")).expect_checked();
    browser.button("Go on").click();
    browser.heading(THIRD).expect_shown();
    browser.link("2 of 3 answered").click();
    browser.heading("Hand in round 1").expect_shown();
    browser.only("main").expect_text("One of 3 items is still open.");
    browser.only("main").expect_text("You wrote a note. Only the file carries it");
    let returned = handed_in(browser);
    assert_eq!((returned.group, returned.round), (1, 1));
    assert_eq!(returned.votes, [Some(Vote::Level(2)), Some(Vote::DontKnow), None]);

    browser.link("To the next open item").click();
    browser.radio("Fully").click();
    browser.button("Continue").click();
    browser.only("main").expect_text("All items are answered.");
    let later = handed_in(browser);
    assert_eq!(later.votes[2], Some(Vote::Level(3)));
    assert!(later.counter > returned.counter, "a later return counts");
    browser.button("Save the file").click();
    let file = browser.saved_file();
    let name = file.file_name().unwrap().to_str().unwrap();
    assert_eq!(name, "group-2-round-1-91JPRV3F.plumbline-group.json");
    let pack = pack();
    let text = std::fs::read_to_string(&file).unwrap();
    let opened = group_file::read(&pack, &session(&pack), &text).unwrap();
    assert_eq!(opened.returned.votes, later.votes);
    assert_eq!(opened.returned.notes.unwrap()[0], "Minutes of January");

    browser.link("Begin round 2").click();
    browser.heading(FIRST).expect_shown();
    browser.only("main").expect_text("In round 1 you said: Largely. Minutes of January");
    browser.radio("Largely").expect_unchecked();
    browser.radio("Partly").click();
    browser.link("1 of 3 answered").click();
    let second = handed_in(browser);
    assert_eq!((second.round, second.votes[0]), (2, Some(Vote::Level(1))));
    browser.open(&format!("{door}/2/1"));
    assert_eq!(handed_in(browser).votes, later.votes, "round 1 is as it was");
}

/// Every page fits a phone and is accessible.
pub fn pages(browser: &Browser) {
    let door = format!("#/join/{}", start_code());
    browser.open(&door);
    browser.heading("Autumn course").expect_shown();
    browser.only("main").expect_text("You assess Vossgard Packaging Machines");
    expect_accessible(browser);
    browser.open(&format!("{door}/2/1/A.8.13"));
    browser.heading(THIRD).expect_shown();
    browser.radio("Partly").click();
    expect_accessible(browser);
    browser.open(&format!("{door}/2/1"));
    browser.role("img", "QR code of the link").expect_shown();
    expect_accessible(browser);
    let code = returned::write(&session(&pack()), &handed_in(browser));
    browser.open(&format!("#/return/{code}"));
    browser.heading("What a group hands in").expect_shown();
    browser.only("main").expect_text("for the trainer of session 91JPRV3F");
    expect_accessible(browser);
}

/// The papers are at hand, and neither the model rating nor its reasons are.
pub fn papers_are_at_hand(browser: &Browser) {
    let door = join(browser);
    browser.open(&format!("{door}/2/1/A.8.13"));
    browser.heading(THIRD).expect_shown();
    browser.only("main").expect_text("Backup and restore, summary of the year");
    browser.heading("Papers for this item").expect_shown();
    browser.heading("Other papers").expect_shown();
    let words = browser.script("return document.querySelector('main').textContent", vec![]);
    let case: serde_json::Value = serde_json::from_str(include_str!(
        "../../../packs/iso27001-2022/cases/en/machine-builder.json"
    ))
    .unwrap();
    for hidden in ["reasons", "prompts"] {
        for (item, hidden) in case[hidden].as_object().unwrap() {
            assert!(!words.as_str().unwrap().contains(hidden.as_str().unwrap()), "{item}");
        }
    }
}

/// By keyboard alone, and nothing is fetched once the page is there.
pub fn by_keyboard_offline(browser: &Browser) {
    let door = format!("#/join/{}", start_code());
    browser.open(&door);
    browser.only("main").expect_text("You assess Vossgard Packaging Machines");
    let before = browser.requests().len();
    browser.withhold("");
    browser.button("Begin").tab_to();
    browser.press("Enter");
    browser.only("main").expect_text("Choose your group");
    browser.radio("Red").expect_focused();
    browser.press("Space");
    browser.press("Enter");
    browser.heading(FIRST).expect_focused();
    browser.radio("Not in place").tab_to();
    browser.press("Space");
    browser.press("Enter");
    browser.heading(SECOND).expect_focused();
    browser.radio("Not in place").tab_to();
    browser.press("3");
    browser.radio("Largely").expect_checked();
    browser.press("Enter");
    browser.heading(THIRD).expect_focused();
    browser.radio("Not in place").tab_to();
    browser.press("0");
    browser.radio("Don’t know").expect_checked();
    hand_in(browser);
    let votes = [Some(Vote::Level(0)), Some(Vote::Level(2)), Some(Vote::DontKnow)];
    assert_eq!(handed_in(browser).votes, votes);
    browser.expect_no_request_after(before);
}

/// One group in two tabs: nothing of one is lost in the other.
pub fn two_tabs(browser: &Browser) {
    let door = join(browser);
    browser.radio("Largely").click();
    browser.in_another_tab(|| {
        browser.open(&format!("{door}/2/1/4.1"));
        browser.radio("Largely").expect_checked();
        browser.radio("Fully").click();
        browser.open(&format!("{door}/2/1/A.5.7"));
        browser.radio("Partly").click();
    });
    browser.radio("Fully").expect_checked();
    browser.textbox("Why? (optional)").type_text("Seen");
    browser.link("2 of 3 answered").click();
    let votes = [Some(Vote::Level(3)), Some(Vote::Level(1)), None];
    assert_eq!(handed_in(browser).votes, votes);
}

/// A browser that keeps nothing: the answers stay while pages are turned, and that is said.
pub fn nothing_is_kept(browser: &Browser) {
    join(browser);
    browser.only("main").expect_text("This browser doesn’t keep your answers.");
    browser.radio("Partly").click();
    browser.button("Continue").click();
    browser.heading(SECOND).expect_shown();
    browser.link("Back").click();
    browser.radio("Partly").expect_checked();
    browser.link("1 of 3 answered").click();
    assert_eq!(handed_in(browser).votes[0], Some(Vote::Level(1)));
}

/// A full store: it is said, and the answer is still there.
pub fn no_room(browser: &Browser) {
    join(browser);
    browser.radio("Partly").click();
    browser.script(super::storage::FILL, vec![]);
    browser.textbox("Why? (optional)").type_text("A long note about what we saw there");
    messages(browser).expect_text("Your answer isn’t kept: the browser’s storage is full.");
    browser.button("Continue").click();
    browser.link("Back").click();
    browser.textbox("Why? (optional)").expect_value("A long note about what we saw there");
    browser.only("main").expect_text("This browser doesn’t keep your answers.");
}

/// Codes that lead nowhere say what to do.
pub fn bad_links(browser: &Browser) {
    let check = |place: &str, heading: &str, words: &str| {
        browser.open(place);
        browser.heading(heading).expect_shown();
        browser.only("main").expect_text(words);
    };
    let code = start_code();
    let cut = &code[..code.len() - 3];
    check(&format!("#/join/{cut}"), "This start link is damaged", "Scan the QR code once more");
    check("#/join/PLMS2ABC", "This start link needs a newer version", "Reload this page");
    check("#/join/hello", "This isn’t a start link", "begins with PLMS");
    let nowhere = "There is no such page in this workshop";
    check(&format!("#/join/{code}/9/1"), nowhere, "Begin at the start page");
    check(&format!("#/join/{code}/1/3"), nowhere, "Begin at the start page");
    check(&format!("#/join/{code}/1/1/5.1"), nowhere, "Begin at the start page");
    let older = include_str!("../../../packs/iso27001-2022/pack.json");
    let mut older: serde_json::Value = serde_json::from_str(older).unwrap();
    older["version"] = "0.1".into();
    let older = read_pack(&older.to_string()).unwrap();
    let code = start::write(&older, &session(&older));
    let heading = "This start link is for another version of the questionnaire";
    check(&format!("#/join/{code}"), heading, "iso27001-2022, version 0.1");
    browser.expect_accessible();
    let refused = "This return can’t be taken in";
    check("#/return/PLMR1ABC", refused, "This code is damaged");
    check(&format!("#/return/{code}"), refused, "This is the start link of a session");
    browser.expect_accessible();
}

/// On the device that has the workshop, a return is taken in, and only once.
pub fn a_return_is_taken_in(browser: &Browser) {
    let pack = pack();
    let session = session(&pack);
    let workshop = plumbline::domain::workshop::Workshop {
        session: session.clone(),
        collected: Collected::default(),
        agreed: AllAgreed::new_vec(),
    };
    browser.open("");
    let text = plumbline::persist::workshop::whole::write(&pack, &workshop);
    let key = format!("{}91JPRV3F", plumbline::persist::keys::WORKSHOP);
    let keep = "localStorage.setItem(arguments[0], arguments[1])";
    browser.script(keep, vec![key.into(), text.into()]);
    let mut returned = Return {
        session: session.id(),
        pack: plumbline::domain::workshop::session::mark(session.pack()),
        group: 2,
        round: 1,
        counter: 4,
        votes: vec![Some(Vote::Level(1)), Some(Vote::DontKnow), None],
        notes: None,
    };
    let link = |returned: &Return| format!("#/return/{}", returned::write(&session, returned));
    browser.open(&link(&returned));
    browser.heading("What a group hands in").expect_shown();
    browser.only("main").expect_text("2 of 3 items, 1 of them don’t know");
    expect_accessible(browser);
    browser.button("Take it in").click();
    messages(browser).expect_text("Taken in: Green, round 1.");
    browser.only("main").expect_text("This is in the workshop already.");
    browser.reload();
    browser.only("main").expect_text("This is in the workshop already.");
    browser.button("Take it in").expect_gone();
    returned.counter = 3;
    returned.votes[0] = None;
    browser.open(&link(&returned));
    browser.only("main").expect_text("A later return of this group is in the workshop already");
    returned.counter = 5;
    browser.open(&link(&returned));
    browser.only("main").expect_text("It stands for what this group handed in before.");
    returned.group = 7;
    browser.open(&link(&returned));
    browser
        .only("main")
        .expect_text("This comes from group 8, but session 91JPRV3F has no such group.");
}

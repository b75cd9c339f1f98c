//! A workshop is presented: what one window does, the other shows.

use plumbline::{
    domain::{
        pack::Pack,
        selection::Selection,
        workshop::{
            Workshop,
            agreed::AllAgreed,
            collected::Collected,
            returned::{Return, Vote},
            session::{About, Groups, Plan, Session, SessionId, mark},
        },
    },
    persist::{
        pack::read_pack,
        workshop::{code::session_name, whole},
    },
};

use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// Six groups, of which four have handed in the first round of two and two the second.
fn workshop(pack: &Pack) -> Workshop {
    let plan = Plan {
        name: "Autumn course".into(),
        items: Selection::All,
        about: About::Own,
        groups: Groups::Coloured(6),
        rounds: 2,
        minutes: Some(5),
    };
    let session = Session::new(pack, SessionId(*b"Hello"), plan).unwrap();
    let mut collected = Collected::default();
    for (group, round, level) in [(0, 1, 0), (1, 1, 1), (2, 1, 1), (3, 1, 3), (0, 2, 1), (1, 2, 1)]
    {
        let returned = Return {
            session: session.id(),
            pack: mark(session.pack()),
            group,
            round,
            counter: 1,
            votes: vec![Some(Vote::Level(level)); session.items().len()],
            notes: None,
        };
        collected.add(&session, returned).unwrap();
    }
    Workshop { session, collected, agreed: AllAgreed::new_vec() }
}

/// Keeps the workshop in the browser; returns its place.
fn kept(browser: &Browser) -> String {
    let pack = read_pack(include_str!("../../../packs/iso27001-2022/pack.json")).unwrap();
    let workshop = workshop(&pack);
    let name = session_name(workshop.session.id());
    browser.open("");
    browser.script(
        "localStorage.setItem('plumbline.workshop.' + arguments[0], arguments[1])",
        vec![name.clone().into(), whole::write(&pack, &workshop).into()],
    );
    format!("#/workshop/{name}")
}

fn table(browser: &Browser) -> crate::locator::Locator<'_> {
    browser.role("table", "What the groups say")
}

pub fn two_windows_follow_each_other(browser: &Browser) {
    let place = kept(browser);
    browser.open(&format!("{place}/control"));
    browser.heading("Presenter’s window: Autumn course").expect_shown();
    let control = browser.tab();
    let projector = browser.open_tab();
    browser.open(&format!("{place}/show"));
    browser.heading("Join the workshop").expect_shown();

    // Nothing shows before it is revealed; a clicker sends the page keys.
    browser.press("PageDown");
    browser.heading(starting_with("4.1 ")).expect_shown();
    browser.only("main").expect_text("4 of 6 groups in");
    table(browser).expect_gone();
    browser.press("PageDown");
    table(browser).expect_shown();
    browser.only("main").expect_text("3 levels apart");
    // Once too often is taken back at once.
    browser.press("PageUp");
    table(browser).expect_gone();

    browser.turn_to(&control);
    let desk = browser.region("Steer the projector");
    desk.expect_text("Projector: item 1 of");
    desk.expect_text("hidden");
    desk.button("Darken the screen").expect_shown();
    browser.expect_accessible();
    browser.reload();
    desk.expect_text("hidden");
    desk.group("Round").radio("2").click();
    desk.expect_text("hidden");
    browser.region("What each group says").expect_text("2 of 6 groups in");
    let agreed = browser.region("What the room agrees on");
    agreed.radio("Partly").click();
    agreed.textbox("Minute").type_text("Seen on the walk");

    browser.turn_to(&projector);
    table(browser).expect_gone();
    browser.press("r");
    table(browser).expect_shown();
    let first = table(browser).cells().first().cloned().unwrap_or_default();
    assert_eq!(first, ["Level", "Round 1", "Round 2"]);
    browser.only("main").expect_text("1 higher, 1 the same");
    browser.only("main").expect_text("Seen on the walk");
    browser.reload();
    table(browser).expect_shown();
    browser.press("b");
    table(browser).expect_gone();
    browser.press("Right");
    table(browser).expect_shown();
    browser.press("End");
    browser.only("main").expect_text("items agreed");
    browser.press("Home");
    browser.heading("Join the workshop").expect_shown();

    browser.turn_to(&control);
    desk.expect_text("Projector: how to join");
    browser.turn_to(&projector);
    browser.close_tab();
    browser.turn_to(&control);
}

pub fn the_projector_is_accessible(browser: &Browser) {
    let place = kept(browser);
    browser.open(&format!("{place}/show"));
    for (width, height) in [(1920, 1080), (320, 640)] {
        browser.resize(width, height);
        browser.heading("Join the workshop").expect_shown();
        browser.expect_accessible();
        browser.press("PageDown");
        browser.expect_accessible();
        // The second time the answers are shown already.
        if width > 320 {
            browser.press("PageDown");
            browser.expect_accessible();
        }
        table(browser).expect_shown();
        browser.press("l");
        browser.heading("Where the groups differ").expect_shown();
        browser.expect_accessible();
        browser.press("End");
        browser.expect_accessible();
        browser.press("Home");
    }
}

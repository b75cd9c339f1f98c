//! How long it takes to take in and add up what all groups of a large workshop hand in: 500 groups with 123
//! items each. The budget of 300 ms is one in the browser; natively it is a fraction of it.
//!
//! `cargo bench --no-default-features --bench workshop` prints a table.
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use divan::{Bencher, black_box, counter::ItemsCount};
    use plumbline::{
        domain::{
            pack::Pack,
            selection::Selection,
            workshop::{
                collected::Collected,
                returned::{Return, Vote},
                session::{About, Groups, Plan, Session, SessionId, mark},
                tally::{ranking, tallies},
            },
        },
        persist::{
            pack::read_pack,
            workshop::{find::find, group_file, returned},
        },
    };

    /// How many groups: a room, and a conference.
    const GROUPS: [u16; 2] = [30, 500];

    /// A link for each group, one below the other, as they are pasted.
    #[divan::bench(args = GROUPS)]
    fn links(bencher: Bencher, groups: u16) {
        let (pack, session) = session(groups);
        let link = |group| {
            let code = returned::write(&session, &answers(&pack, &session, group));
            format!("https://www.example.org/plumbline/#return/{code}\n")
        };
        let pasted: String = (0..groups).map(link).collect();
        bencher.counter(ItemsCount::new(groups)).bench(|| {
            let found = find(&session, black_box(&pasted));
            assert_eq!(found.returns.len(), usize::from(groups), "all links");
            shown(&session, found.returns)
        });
    }

    /// A file for each group, with a note on every item.
    #[divan::bench(args = GROUPS)]
    fn files(bencher: Bencher, groups: u16) {
        let (pack, session) = session(groups);
        let file = |group| {
            let notes = vec!["A sentence of some length on what was seen.".to_owned(); 123];
            let returned = Return { notes: Some(notes), ..answers(&pack, &session, group) };
            group_file::write(&pack, &session, &returned, "Group")
        };
        let files: Vec<String> = (0..groups).map(file).collect();
        bencher.counter(ItemsCount::new(groups)).bench(|| {
            let read = |file| group_file::read(&pack, &session, file).expect("a file").returned;
            shown(&session, black_box(&files).iter().map(|file| read(file)))
        });
    }

    /// All that a page shows of what came in.
    fn shown(session: &Session, returns: impl IntoIterator<Item = Return>) -> Vec<usize> {
        let mut collected = Collected::default();
        for returned in returns {
            collected.add(session, returned).expect("a return of the session");
        }
        ranking(&tallies(session, &collected, 1))
    }

    fn session(groups: u16) -> (Pack, Session) {
        let pack = include_str!("../packs/iso27001-2022/pack.json");
        let pack = read_pack(pack).expect("a pack file");
        let plan = Plan {
            name: "Bench".into(),
            items: Selection::All,
            about: About::Own,
            groups: Groups::Numbered(groups),
            rounds: 2,
            minutes: None,
        };
        let session = Session::new(&pack, SessionId([1; 5]), plan).expect("a sound plan");
        assert_eq!(session.items().len(), 123, "all items of the standard");
        (pack, session)
    }

    fn answers(pack: &Pack, session: &Session, group: u16) -> Return {
        let levels = [0, 1, 2, 3].map(|place| Some(Vote::Level(place)));
        let all = levels.into_iter().chain([Some(Vote::DontKnow), None]).cycle();
        let votes = all.skip(usize::from(group) % 7).take(session.items().len()).collect();
        let pack = mark(&pack.reference());
        Return { session: session.id(), pack, group, round: 1, counter: 1, votes, notes: None }
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}

//! What is being presented, as it is kept.

use plumbline::{
    domain::workshop::show::{Show, Timer, View},
    persist::workshop::show::{read, write},
};
use proptest::prelude::*;

use super::{plan, session};

#[test]
fn what_makes_no_sense_shows_nothing() {
    let session = session(plan());
    let nothing = Show::new(&session);
    for text in [
        "",
        "{}",
        "[]",
        "null",
        "{\"view\":7}",
        "{\"place\":123}",
        "{\"place\":-1}",
        "{\"round\":3}",
    ] {
        assert_eq!(read(&session, text), nothing, "{text}");
    }
    for revealed in
        ["7", "[7]", "[[7]]", "[[123,1]]", "[[1,3]]", "[[1,0]]", "[[1,1,1]]", "[[-1,1]]"]
    {
        let text = format!("{{\"revealed\":{revealed}}}");
        assert_eq!(read(&session, &text), nothing, "{text}");
    }
}

proptest! {
    #[test]
    fn it_is_there_again(
        view in prop::sample::select(View::ALL.to_vec()),
        place in 0..123_usize,
        round in 1..=2_u8,
        revealed in prop::collection::btree_set((0..123_usize, 1..=2_u8), 0..9),
        (model, blank) in any::<(bool, bool)>(),
        timer in prop_oneof![
            (0..=86_400_000_u64).prop_map(Timer::Stands),
            any::<u64>().prop_map(Timer::Runs),
        ],
    ) {
        let show = Show { view, place, round, revealed, model, blank, timer };
        prop_assert_eq!(read(&session(plan()), &write(&show)), show);
    }

    #[test]
    fn whatever_stands_there_is_read(text in "\\PC{0,60}|\\{\"[a-z]{4,8}\":[0-9\\[\\],{}]{0,20}\\}") {
        let session = session(plan());
        let show = read(&session, &text);
        prop_assert!(show.place < session.items().len());
    }
}

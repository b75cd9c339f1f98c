//! What goes between trainer and groups.

mod codes;
mod files;
mod intake;
mod kept;
mod pasted;
mod presented;

use plumbline::domain::{
    selection::Selection,
    workshop::{
        returned::{Return, Vote},
        session::{About, Groups, Plan, Session, SessionId, mark},
    },
};
use proptest::prelude::*;

use crate::support::{PACK, id};

pub fn plan() -> Plan {
    Plan {
        name: "Autumn course".into(),
        items: Selection::All,
        about: About::Case(id("clinic-group")),
        groups: Groups::Coloured(6),
        rounds: 2,
        minutes: Some(5),
    }
}

pub fn session(plan: Plan) -> Session {
    Session::new(&PACK, SessionId(*b"Hello"), plan).unwrap()
}

/// What a group says, cycling through everything that can be said.
pub fn returned(session: &Session, group: u16) -> Return {
    let all =
        [None, Some(Vote::DontKnow)].into_iter().chain((0..4).map(|it| Some(Vote::Level(it))));
    let votes = all.cycle().skip(group.into()).take(session.items().len()).collect();
    let pack = mark(session.pack());
    Return { session: session.id(), pack, group, round: 1, counter: 1, votes, notes: None }
}

pub fn any_session() -> impl Strategy<Value = Session> {
    let chosen = prop::collection::vec(any::<prop::sample::Index>(), 1..20)
        .prop_map(|places| Selection::of(places.iter().map(|it| it.get(PACK.items()).id.clone())));
    let items = prop_oneof![Just(Selection::All), Just(Selection::Quick), chosen];
    let named = prop::collection::btree_set("[A-Za-z0-9äж雪 -]{0,20}[a-z]", 1..40);
    let groups = prop_oneof![
        (1..=500_u16).prop_map(Groups::Numbered),
        (1..=12_u16).prop_map(Groups::Coloured),
        named.prop_map(|names| Groups::Named(names.iter().map(|it| it.trim().into()).collect())),
    ];
    let about = prop_oneof![Just(About::Own), Just(About::Case(id("machine-builder")))];
    let rest = (1..=9_u8, prop::option::of(1..=480_u16), "\\PC{0,40}", any::<[u8; 5]>());
    (items, groups, about, rest).prop_filter_map(
        "names that are one when trimmed",
        |(items, groups, about, (rounds, minutes, name, id))| {
            let plan = Plan { name, items, about, groups, rounds, minutes };
            Session::new(&PACK, SessionId(id), plan).ok()
        },
    )
}

/// A return of a session, with notes or without.
pub fn any_return(session: &Session) -> impl Strategy<Value = Return> + use<> {
    let vote = prop_oneof![
        Just(None),
        Just(Some(Vote::DontKnow)),
        (0..4_u8).prop_map(|level| Some(Vote::Level(level)))
    ];
    let asked = session.items().len();
    let head = (0..session.plan().groups.count(), 1..=session.plan().rounds, any::<u32>());
    let notes = prop::option::of(prop::collection::vec("\\PC{0,9}", asked));
    let (id, pack) = (session.id(), mark(session.pack()));
    (head, prop::collection::vec(vote, asked), notes).prop_map(
        move |((group, round, counter), votes, notes)| Return {
            session: id,
            pack,
            group,
            round,
            counter,
            votes,
            notes,
        },
    )
}

//! Workshops: figures worked out by hand.

use litemap::LiteMap;
use plumbline::domain::{
    action::apply,
    assessment::{Assessment, Rating},
    id::{AssessmentId, ItemId},
    pack::Pack,
    ratio::Ratio,
    selection::Selection,
    time::Timestamp,
    workshop::{
        agreed::{Agreed, filled_in},
        collected::{Added, Collected},
        returned::{Refusal, Return, Vote},
        session::{
            About, COLOURS, Groups, MOST_GROUPS, MOST_MINUTES, Plan, PlanFault, Session, SessionId,
            mark,
        },
        shift::{Shift, shift},
        tally::{Tally, latest, ranking, tallies},
    },
};

use crate::support::{id, pack};

pub fn small_pack() -> Pack {
    pack("4: !4.1 4.2 | A.5: A.5.1 !A.5.2")
}

fn plan(groups: u16) -> Plan {
    Plan {
        name: String::new(),
        items: Selection::All,
        about: About::Own,
        groups: Groups::Numbered(groups),
        rounds: 2,
        minutes: None,
    }
}

pub fn session(groups: u16) -> Session {
    Session::new(&small_pack(), SessionId([7; 5]), plan(groups)).unwrap()
}

/// `NPLF?-`: a vote for each item of [`small_pack`].
fn votes(text: &str) -> Vec<Option<Vote>> {
    let vote = |letter| match letter {
        '-' => None,
        '?' => Some(Vote::DontKnow),
        level => Some(Vote::Level(u8::try_from("NPLF".find(level).unwrap()).unwrap())),
    };
    text.chars().map(vote).collect()
}

pub fn returned(group: u16, round: u8, counter: u32, text: &str) -> Return {
    let session = session(500);
    let (pack, votes) = (mark(session.pack()), votes(text));
    Return { session: session.id(), pack, group, round, counter, votes, notes: None }
}

fn noted(returned: Return, note: &str) -> Return {
    let mut notes = vec![String::new(); returned.votes.len()];
    notes[0] = note.into();
    Return { notes: Some(notes), ..returned }
}

/// A column of votes on one item, as many as there are groups.
pub fn tally(column: &str) -> Tally {
    let mut collected = Collected::default();
    for (group, vote) in column.chars().enumerate() {
        let group = u16::try_from(group).unwrap();
        let returned = returned(group, 1, 1, &format!("{vote}---"));
        collected.add(&session(500), returned).unwrap();
    }
    tallies(&session(500), &collected, 1).remove(0)
}

#[test]
fn a_plan_says_all_that_is_wrong_with_it() {
    let faults = |plan| Session::new(&small_pack(), SessionId([0; 5]), plan).unwrap_err();
    let wrong = Plan {
        name: "x".repeat(121),
        items: Selection::of([id("9.9")]),
        groups: Groups::Named(Vec::new()),
        rounds: 0,
        minutes: Some(0),
        ..plan(1)
    };
    let all = [
        PlanFault::LongName,
        PlanFault::NoItems,
        PlanFault::GroupCount,
        PlanFault::Rounds,
        PlanFault::Minutes,
    ];
    assert_eq!(faults(wrong), all);
    let named = |names: &[&str]| Groups::Named(names.iter().map(|&name| name.into()).collect());
    let long = "x".repeat(41);
    let wrong = Plan { groups: named(&["Red", "  ", "Red ", &long]), ..plan(1) };
    let all = [PlanFault::GroupName(1), PlanFault::SameName(2), PlanFault::GroupName(3)];
    assert_eq!(faults(wrong), all);
    for groups in [Groups::Numbered(MOST_GROUPS + 1), Groups::Coloured(COLOURS + 1)] {
        assert_eq!(faults(Plan { groups, ..plan(1) }), [PlanFault::GroupCount]);
    }
    let wrong = Plan { rounds: 10, minutes: Some(MOST_MINUTES + 1), ..plan(1) };
    assert_eq!(faults(wrong), [PlanFault::Rounds, PlanFault::Minutes]);
}

#[test]
fn a_session_asks_what_the_pack_has_in_its_order() {
    let asked = |items| {
        let session = Session::new(&small_pack(), SessionId([0; 5]), Plan { items, ..plan(1) });
        session.unwrap().items().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(asked(Selection::All), ["4.1", "4.2", "A.5.1", "A.5.2"]);
    assert_eq!(asked(Selection::Quick), ["4.1", "A.5.2"]);
    let chosen = Selection::of([id("A.5.1"), id("9.9"), id("4.2")]);
    assert_eq!(asked(chosen.clone()), ["4.2", "A.5.1"]);
    let session = Session::new(&small_pack(), SessionId([0; 5]), Plan { items: chosen, ..plan(1) });
    assert_eq!(session.unwrap().plan().items, Selection::of([id("A.5.1"), id("4.2")]));
}

#[test]
fn what_is_no_return_of_the_session_is_refused_and_changes_nothing() {
    let whole = || returned(1, 1, 1, "NPLF");
    let refuse = |returned, why| {
        let mut collected = Collected::default();
        assert_eq!(collected.add(&session(3), returned), Err(why));
        assert!(collected.is_empty());
    };
    refuse(Return { session: SessionId([8; 5]), group: 9, ..whole() }, Refusal::OtherSession);
    refuse(Return { pack: 1, group: 9, ..whole() }, Refusal::OtherPack);
    refuse(Return { group: 3, ..whole() }, Refusal::UnknownGroup(3));
    for round in [0, 3] {
        refuse(Return { round, ..whole() }, Refusal::UnknownRound(round));
    }
    for votes in [votes("NPL"), votes("NPLFF"), vec![Some(Vote::Level(4)); 4]] {
        refuse(Return { votes, ..whole() }, Refusal::Damaged);
    }
    refuse(Return { notes: Some(Vec::new()), ..whole() }, Refusal::Damaged);
}

#[test]
fn a_later_return_stands_for_an_earlier_one() {
    let session = session(3);
    let mut collected = Collected::default();
    let mut add = |returned, expected, votes_now: &str, note: &str| {
        assert_eq!(collected.add(&session, returned), Ok(expected));
        let column = collected.column(1, 0).unwrap();
        assert_eq!(column.votes(), votes(votes_now));
        assert_eq!(column.notes().first().map_or("", |note| note), note);
    };
    let first = || returned(0, 1, 1, "NNNN");
    add(first(), Added::New, "NNNN", "");
    add(first(), Added::Same, "NNNN", "");
    // The file of the same return brings the notes, in whichever order both come in.
    add(noted(first(), "why"), Added::Newer, "NNNN", "why");
    add(first(), Added::Same, "NNNN", "why");
    // The code of a later one takes none back.
    add(returned(0, 1, 2, "PPPP"), Added::Newer, "PPPP", "why");
    add(noted(first(), "why"), Added::Older, "PPPP", "why");
    // Two devices of one group: the content decides.
    add(returned(0, 1, 2, "LPPP"), Added::Newer, "LPPP", "why");
    add(returned(0, 1, 2, "FNNN"), Added::Newer, "FNNN", "why");
    add(returned(0, 1, 2, "LPPP"), Added::Older, "FNNN", "why");
    // Another group and another round are columns of their own.
    add(returned(1, 1, 9, "????"), Added::New, "FNNN", "why");
    add(returned(0, 2, 1, "----"), Added::New, "FNNN", "why");
    assert_eq!(collected.columns(1).map(|(group, _)| group).collect::<Vec<_>>(), [0, 1]);
    assert!(collected.remove(1, 1) && !collected.remove(1, 1));
    assert_eq!(collected.columns(1).count(), 1);
}

#[test]
fn figures_of_an_item() {
    // Votes, lowest, highest, median in half levels, deviation.
    type Figures = Option<(usize, usize, usize, Ratio)>;
    let check = |column: &str, expected: Figures| {
        let tally = tally(column);
        let figures = || {
            let median = tally.median()?.halves();
            Some((tally.lowest()?, tally.highest()?, median, tally.deviation()?))
        };
        assert_eq!(figures(), expected, "{column}");
        let spread = expected.map(|(lowest, highest, ..)| highest - lowest);
        assert_eq!(tally.disagreement(), spread, "{column}");
    };
    let ratio = |num, den| Ratio::new(num, den).unwrap();
    check("", None);
    check("??-", None);
    check("L", Some((2, 2, 4, Ratio::ZERO)));
    // N P P F: both in the middle are P; 1 + 0 + 0 + 2 over 4.
    check("PNFP", Some((0, 3, 2, ratio(3, 4))));
    // N P L F: half-way between P and L; 1.5 + 0.5 + 0.5 + 1.5 over 4.
    check("FLPN", Some((0, 3, 3, Ratio::ONE)));
    // N F: half-way between N and F, which is no level.
    check("NF", Some((0, 3, 3, ratio(3, 2))));
    // N N F, with what says nothing of a level: 0 + 0 + 3 over 3.
    check("N?FN-?", Some((0, 3, 0, Ratio::ONE)));
    let tally = tally("N?FN-?");
    assert_eq!((tally.levels.as_slice(), tally.dont_know, tally.open), (&[2, 0, 0, 1][..], 2, 1));
    assert_eq!((tally.rated(), tally.voted()), (3, 5));
}

#[test]
fn items_are_ranked_by_disagreement() {
    let ranked = |columns: &[&'static str]| {
        let all: Vec<Tally> = columns.iter().map(|column| tally(column)).collect();
        ranking(&all).into_iter().map(|place| columns[place]).collect::<Vec<_>>()
    };
    // A larger spread first.
    assert_eq!(ranked(&["LL", "NL", "NF", "PL"]), ["NF", "NL", "PL", "LL"]);
    // Then more that don't know, before the deviation: 1 for NNFF+?, 3/2 for NF.
    assert_eq!(ranked(&["NF", "NNF?", "NPPF"]), ["NNF?", "NF", "NPPF"]);
    // Then the deviation: 3/2, 1, 3/4, 1/2.
    let order = ["NF", "NPLF", "NPPF", "NPPPPF"];
    assert_eq!(ranked(&["NPPPPF", "NPPF", "NPLF", "NF"]), order);
    // Equal ones stay as they stood.
    assert_eq!(ranked(&["NL", "PF", "LN"]), ["NL", "PF", "LN"]);
    // Only "don't know" is to be talked about before agreement, and what nobody looked at comes last.
    assert_eq!(ranked(&["--", "LL", "??", "", "NP"]), ["NP", "??", "LL", "--", ""]);
}

#[test]
fn the_last_round_of_an_item_counts() {
    let one = [tally("NF"), tally("NP"), tally("--")];
    let two = [tally("LL"), tally("--"), tally("")];
    let three = [tally("?-"), tally(""), tally("")];
    let rounds = [one.to_vec(), two.to_vec(), three.to_vec()];
    let [a, b, c] = [&three[0], &one[1], &one[2]].map(Clone::clone);
    assert_eq!(latest(&rounds), [a, b, c]);
    assert_eq!(latest(&rounds[..1]), one);
    assert_eq!(latest(&[]), []);
}

#[test]
fn a_second_round_beside_the_first() {
    let session = session(9);
    let mut collected = Collected::default();
    let rounds = ["NNP?-LF", "NPN-LL"];
    for (round, column) in (1..).zip(rounds) {
        for (group, vote) in (0..).zip(column.chars()) {
            let returned = returned(group, round, 1, &format!("-{vote}--"));
            collected.add(&session, returned).unwrap();
        }
    }
    // N N, N P, P N, ? -, - L, L L; the last group has returned one round only.
    let expected = Shift { same: 3, higher: 1, lower: 1, settled: 1, unsettled: 0 };
    assert_eq!(shift(&collected, 1, 1, 2), expected);
    assert_eq!(shift(&collected, 1, 1, 2).both(), 6);
    let back = Shift { same: 3, higher: 1, lower: 1, settled: 0, unsettled: 1 };
    assert_eq!(shift(&collected, 1, 2, 1), back);
}

#[test]
fn what_was_agreed_on_makes_an_assessment() {
    let pack = small_pack();
    let items = Selection::of([id("4.2"), id("A.5.1"), id("A.5.2")]);
    let session = Session::new(&pack, SessionId([0; 5]), Plan { items, ..plan(3) }).unwrap();
    let agreed = |rating: &str, minute: &str| Agreed {
        rating: Rating::parse(rating).unwrap(),
        minute: minute.into(),
    };
    let all: LiteMap<ItemId, Agreed> = [
        (id("4.1"), agreed("F", "not asked")),
        (id("4.2"), agreed("P", "Three say so")),
        (id("A.5.2"), agreed("?", " ")),
    ]
    .into_iter()
    .collect();
    let begun = Timestamp::parse("2026-11-23T09:00:00.000Z").unwrap();
    let mut assessment = Assessment::new(AssessmentId::from_random([0; 16]), "x".into(), begun);
    let before = assessment.clone();
    let back = apply(&pack, &mut assessment, filled_in(&session, &all)).unwrap();
    let answers: Vec<_> = assessment
        .answers
        .iter()
        .map(|(item, answer)| (item.as_str(), answer.rating.clone(), answer.note.as_str()))
        .collect();
    let expected =
        [("4.2", Rating::parse("P"), "Three say so"), ("A.5.2", Some(Rating::DontKnow), "")];
    assert_eq!(answers, expected);
    assert_eq!(assessment.selection, session.plan().items);
    apply(&pack, &mut assessment, back).unwrap();
    assert_eq!(assessment, before);
}

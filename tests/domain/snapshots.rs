//! Snapshots and the next cycle, by example.

use plumbline::domain::{
    assessment::{Answer, Assessment, CheckAnswer, Rating},
    evaluation::evaluate,
    facts::Facts,
    selection::Selection,
    snapshot::{Frozen, Snapshot, next_cycle},
};

use crate::support::{answers, blank, day, evidence, excluded, id, minute, pack, show, snapshot};

const PACK: &str = "4: 4.1?2 !4.2 4.3 | A.5: A.5.1 A.5.2 A.5.3";
const GIVEN: &str = "4.1=F 4.2=? A.5.1=excluded A.5.2=N+excluded A.5.3=N+excluded()";

fn ratings(snapshot: &Snapshot) -> String {
    let ratings = snapshot.ratings.iter();
    ratings
        .map(|(item, frozen)| format!("{item}={}", frozen.as_str()))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_is_frozen() {
    let mut given = answers(GIVEN);
    given.answers.insert(id("4.3"), Answer { note: "seen".into(), ..Answer::default() });
    given.selection = Selection::Quick;
    let taken = Snapshot::of(&given, "Spring".into(), minute(5));
    assert_eq!(ratings(&taken), "4.1=F 4.2=? A.5.1=- A.5.2=-");
    assert_eq!((taken.name.as_str(), &taken.taken), ("Spring", &minute(5)));
    assert_eq!(taken.selection, Selection::Quick);
}

#[test]
fn its_numbers() {
    let pack = pack(PACK);
    let taken = Snapshot::of(&answers(GIVEN), "Spring".into(), minute(5));
    let then = taken.as_assessment(id("a2"));
    assert_eq!((then.name.as_str(), &then.created), ("Spring", &minute(5)));
    let evaluation = evaluate(&pack, &then);
    assert_eq!(show(&evaluation.everything), "1 in 1/4..1, seen 1/2");
    assert_eq!(evaluation.everything.counts.excluded, 2);
    assert_eq!(evaluation.notices, []);
}

#[test]
fn frozen_ratings_round_trip() {
    for text in ["-", "?", "F", "level-3"] {
        assert_eq!(Frozen::parse(text).unwrap().as_str(), text);
    }
    assert_eq!(Frozen::parse("-"), Some(Frozen::Excluded));
    assert_eq!(Rating::parse(Frozen::EXCLUDED), None);
    for bad in ["", " ", "--", "- "] {
        assert_eq!(Frozen::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn they_stand_in_the_order_of_their_moments() {
    let mut all = Vec::new();
    for (name, taken) in [("b", 2), ("a", 1), ("d", 3), ("c", 2)] {
        snapshot(name, taken).file_into(&mut all);
    }
    let names: Vec<&str> = all.iter().map(|snapshot| snapshot.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c", "d"]);
}

/// An answer with everything that an answer can have.
fn full(rating: &str) -> Answer {
    Answer {
        rating: Rating::parse(rating),
        note: "seen".into(),
        checks: [(id("c1"), CheckAnswer::Yes)].into_iter().collect(),
        evidence: vec![evidence("minutes")],
        owner: "Ada".into(),
        due: Some(day(30)),
        target: Some(id("F")),
        ..Answer::default()
    }
}

#[test]
fn the_next_cycle() {
    let mut old = blank();
    let facts = Facts { organisation: "Acme".into(), ..Facts::default() };
    old.facts = facts.clone();
    old.selection = Selection::Quick;
    old.snapshots = vec![snapshot("Older", 1)];
    let marked = Answer { review: true, note: "later".into(), ..Answer::default() };
    let put_aside = Answer { applicability: excluded("not ours"), ..full("N") };
    for (item, answer) in [
        ("4.1", full("P")),
        ("4.2", full("?")),
        ("4.3", Answer { due: Some(day(30)), ..Answer::default() }),
        ("A.5.1", put_aside.clone()),
        ("A.5.2", marked.clone()),
        ("A.5.3", full("")),
    ] {
        old.answers.insert(id(item), answer);
    }

    let next = next_cycle(&old, id("a2"), "Next".into(), minute(9));

    let kept = |rating, review| Answer { due: None, review, ..full(rating) };
    let expected = [
        ("4.1", kept("P", true)),
        ("4.2", kept("?", true)),
        ("A.5.1", Answer { due: None, ..put_aside }),
        ("A.5.2", marked),
        ("A.5.3", kept("", false)),
    ];
    let first = Snapshot::of(&old, "Example".into(), minute(9));
    assert_eq!(ratings(&first), "4.1=P 4.2=? A.5.1=-");
    let mut whole = Assessment::new(id("a2"), "Next".into(), minute(9));
    whole.answers = expected.into_iter().map(|(item, answer)| (id(item), answer)).collect();
    whole.facts = facts;
    whole.selection = Selection::Quick;
    whole.snapshots = vec![snapshot("Older", 1), first];
    assert_eq!(next, whole);
}

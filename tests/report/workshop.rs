//! What a workshop is handed on as.

use plumbline::{
    domain::{
        assessment::Rating,
        selection::Selection,
        time::Timestamp,
        workshop::{
            Workshop,
            agreed::{Agreed, AllAgreed},
            collected::Collected,
            returned::{Return, Vote},
            session::{About, Groups, Plan, Session, SessionId, mark},
        },
    },
    report::{
        document::Brand,
        markdown,
        sections::workshop::document,
        workshop::{Source, Who},
    },
    text::Texts,
};

use crate::support::{Questionnaire, id};

const ROUNDS: [[&str; 3]; 2] = [["NPLF?-L", "PPLL?-N", "FPLN--?"], ["LPLF?LL", "LPLLPLN", ""]];

fn workshop(questionnaire: &Questionnaire) -> Workshop {
    let plan = Plan {
        name: "Autumn course".into(),
        items: Selection::All,
        about: About::Own,
        groups: Groups::Named(["Zebra", "Ant", "Bee & co", "Late"].map(Into::into).into()),
        rounds: 2,
        minutes: None,
    };
    let session = Session::new(&questionnaire.pack, SessionId(*b"Hello"), plan).unwrap();
    let mut collected = Collected::default();
    for (round, columns) in (1..).zip(ROUNDS) {
        for (group, column) in (0..).zip(columns).filter(|(_, column)| !column.is_empty()) {
            let vote = |letter| match letter {
                '-' => None,
                '?' => Some(Vote::DontKnow),
                level => Some(Vote::Level(u8::try_from("NPLF".find(level).unwrap()).unwrap())),
            };
            let mut notes = vec![String::new(); 7];
            notes[1] = format!("=note of {group}");
            let returned = Return {
                session: session.id(),
                pack: mark(session.pack()),
                group,
                round,
                counter: 1,
                votes: column.chars().map(vote).collect(),
                notes: Some(notes),
            };
            collected.add(&session, returned).unwrap();
        }
    }
    let mut agreed = AllAgreed::new_vec();
    let rating = Rating::parse("L").unwrap();
    agreed.insert(id("4.1"), Agreed { rating, minute: "Two of three saw it".into() });
    Workshop { session, collected, agreed }
}

fn written(who: Who) -> [String; 3] {
    let questionnaire = Questionnaire::sample();
    let workshop = &workshop(&questionnaire);
    let texts = &Texts::english();
    let (pack, pack_texts) = (&questionnaire.pack, &questionnaire.texts);
    let source = Source { pack, pack_texts, texts, workshop, who };
    let now = Timestamp::parse("2026-11-23T09:00:00.000Z").unwrap();
    let document = document(source, &now, Brand::default());
    [source.csv(), source.json(), markdown::write(&document, texts)]
}

#[test]
fn everything_as_it_is_written() {
    let [csv, json, document] = written(Who::Named);
    insta::assert_snapshot!("csv", csv);
    insta::assert_snapshot!("document", document);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["groups"][0]["name"], "Zebra");
    assert_eq!(json["groups"][2]["rounds"][1], serde_json::Value::Null);
    assert_eq!(json["groups"][0]["rounds"][0]["votes"][4], "?");
    let tally = &json["items"][0]["rounds"][0];
    // N, P and F: the median is P, and 1 + 0 + 2 over 3 from it.
    assert_eq!(tally["levels"], serde_json::json!([1, 1, 0, 1]));
    assert_eq!(tally["median"], serde_json::json!(["P", "P"]));
    assert_eq!(tally["deviation"], serde_json::json!({ "num": 1, "den": 1, "percent": 100 }));
    assert_eq!(json["items"][0]["agreed"]["minute"], "Two of three saw it");
}

#[test]
fn nobody_is_told_in_anonymous_values() {
    for text in written(Who::Anonymous) {
        for told in ["Zebra", "Ant", "Bee", "note of"] {
            assert!(!text.contains(told), "{told} in {text}");
        }
        assert!(text.contains("Group 3"), "{text}");
    }
    // In the order of what they said, not in that of the groups: PPLL… comes before FPLN….
    let [csv, ..] = written(Who::Anonymous);
    let first = csv.lines().nth(1).unwrap();
    assert!(first.contains("1,Not in place,Partly,Fully,"), "{first}");
}

//! Which items a filter finds, what is late, and one change to many items.

use plumbline::domain::{
    action::Action,
    assessment::{Assessment, Rating},
    bulk::Change,
    due::is_overdue,
    evaluation::evaluate,
    evidence::Evidence,
    filter::{Condition, Filter, Material, Owner, fold, owners},
    finding::{Grade, findings},
    history::History,
    id::ItemId,
    pack::Pack,
    scope::Standing,
    time::Timestamp,
};

use crate::support::{answers, checked, day, excluded, id, pack, selection, source};

const PACK: &str = "4: 4.1#type.soft 4.2 4.3#type.hard | A.5: A.5.1#type.soft#type.hard A.5.2";

/// The 15th of November.
fn middle() -> Timestamp {
    Timestamp::parse("2026-11-15T23:00:00.000Z").unwrap()
}

/// What a filter finds on the 15th of November, where the texts of each item are its id and `words`.
fn found_in(pack: &Pack, assessment: &Assessment, filter: &Filter) -> String {
    let evaluation = evaluate(pack, assessment);
    let findings = findings(pack, &evaluation);
    let texts: Vec<String> =
        pack.items().iter().map(|item| fold(&format!("{} Größe der Firma", item.id))).collect();
    let material = Material {
        pack,
        assessment,
        evaluation: &evaluation,
        findings: &findings,
        texts: &texts,
        now: &middle(),
    };
    let items = filter.items(&material);
    items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ")
}

fn found(assessment: &Assessment, filter: &Filter) -> String {
    found_in(&pack(PACK), assessment, filter)
}

fn words(words: &str) -> Filter {
    Filter { words: words.into(), ..Filter::default() }
}

fn in_condition(condition: Condition) -> Filter {
    Filter { condition: Some(condition), ..Filter::default() }
}

#[test]
fn nothing_looked_for_is_everything() {
    let all = "4.1 4.2 4.3 A.5.1 A.5.2";
    assert!(Filter::default().is_empty() && words(" \t").is_empty());
    assert_eq!(found(&answers("4.1=F"), &Filter::default()), all);
    assert_eq!(found(&answers("4.1=F"), &words("  ")), all);
    assert!(!words("a").is_empty() && !in_condition(Condition::Open).is_empty());
}

#[test]
fn by_state() {
    let given = "4.1=N 4.2=? A.5.1=excluded A.5.2=P+excluded()";
    for (condition, expected) in [
        // Without a justification the control is in scope as unanswered.
        (Condition::Open, "4.3 A.5.2"),
        (Condition::DontKnow, "4.2"),
        (Condition::Rated, "4.1"),
        (Condition::Excluded, "A.5.1 A.5.2"),
        (Condition::Finding(Grade::Major), "4.1"),
        (Condition::Finding(Grade::Minor), ""),
        (Condition::Review, ""),
    ] {
        assert_eq!(found(&answers(given), &in_condition(condition)), expected, "{condition:?}");
    }
}

#[test]
fn by_rating_that_counts() {
    let given = answers("4.1=P 4.2=? 4.3=F A.5.1=P+excluded A.5.2=P");
    let rated = |rating| Filter { rating: Rating::parse(rating), ..Filter::default() };
    assert_eq!(found(&given, &rated("P")), "4.1 A.5.2");
    assert_eq!(found(&given, &rated("?")), "4.2");
    assert_eq!(found(&given, &rated("L")), "");
}

#[test]
fn by_attribute_and_step() {
    let given = answers("");
    let value = |value| Filter { attribute: Some((0, value)), ..Filter::default() };
    assert_eq!(found(&given, &value(0)), "4.1 A.5.1");
    assert_eq!(found(&given, &value(1)), "4.3 A.5.1");

    let mut source = source("N=0 F=1", PACK);
    source.sections[0].groups[0].items[1].step = 7;
    let step = |step| Filter { step: Some(step), ..Filter::default() };
    assert_eq!(found_in(&checked(source), &given, &step(7)), "4.2");
    assert_eq!(found(&given, &step(7)), "");
}

#[test]
fn by_owner_and_review() {
    let mut given = answers("4.1=P 4.2=P 4.3=P");
    for (item, owner) in [("4.1", "Ann"), ("4.2", " Ann "), ("4.3", "ann")] {
        given.answers.get_mut(&id::<ItemId>(item)).unwrap().owner = owner.into();
    }
    given.answers.get_mut(&id::<ItemId>("4.3")).unwrap().review = true;
    let owner = |owner| Filter { owner: Some(owner), ..Filter::default() };
    assert_eq!(found(&given, &owner(Owner::Named("Ann".into()))), "4.1 4.2");
    assert_eq!(found(&given, &owner(Owner::Nobody)), "A.5.1 A.5.2");
    assert_eq!(found(&given, &in_condition(Condition::Review)), "4.3");
    assert_eq!(owners(&given), ["Ann", "ann"]);
}

#[test]
fn every_word_stands_somewhere_at_the_item() {
    let mut given = answers("4.1=P 4.2=P A.5.1=excluded");
    let first = given.answers.get_mut(&id::<ItemId>("4.1")).unwrap();
    first.note = "Seen in Zürich".into();
    first.owner = "Ann Éluard".into();
    first.evidence =
        vec![Evidence { name: "Policy".into(), place: "//files/isms".into(), sha256: None }];
    let cases = [
        ("GROSSE", "4.1 4.2 4.3 A.5.1 A.5.2"),
        ("firma größe", "4.1 4.2 4.3 A.5.1 A.5.2"),
        ("5.", "A.5.1 A.5.2"),
        ("zurich", "4.1"),
        ("zurich größe", "4.1"),
        ("eluard policy FILES", "4.1"),
        ("zurich nowhere", ""),
        // Why it was excluded.
        ("not ours", "A.5.1"),
    ];
    for (looked_for, expected) in cases {
        assert_eq!(found(&given, &words(looked_for)), expected, "{looked_for:?}");
    }
}

#[test]
fn all_parts_have_to_fit() {
    let mut filter = words("4.");
    filter.condition = Some(Condition::Open);
    filter.attribute = Some((0, 1));
    assert_eq!(found(&answers("4.1=F"), &filter), "4.3");
    assert_eq!(found(&answers("4.3=F"), &filter), "");
}

#[test]
fn what_is_not_asked_is_never_found() {
    let mut given = answers("4.1=N 4.2=N");
    given.selection = selection("4.2 A.5.1");
    assert_eq!(found(&given, &Filter::default()), "4.2 A.5.1");
    assert_eq!(found(&given, &in_condition(Condition::Open)), "A.5.1");
    assert_eq!(found(&given, &in_condition(Condition::Finding(Grade::Major))), "4.2");
}

#[test]
fn late_is_what_has_not_reached_its_target_in_time() {
    let late = |rating: &str, target: Option<&str>, due: u32| {
        let pack = pack(PACK);
        let mut given = answers(&format!("A.5.1={rating}"));
        let answer = given.answers.get_mut(&id::<ItemId>("A.5.1")).unwrap();
        answer.due = Some(day(due));
        answer.target = target.map(id);
        let evaluation = evaluate(&pack, &given);
        let standing = &evaluation.items[3].standing;
        is_overdue(&pack, &given.answers[&id::<ItemId>("A.5.1")], standing, &middle())
    };
    assert!(late("P", None, 14) && late("?", None, 14) && late("L", None, 14));
    // The day itself is still in time.
    assert!(!late("P", None, 15) && !late("P", None, 16));
    assert!(!late("F", None, 14));
    assert!(!late("L", Some("L"), 14) && !late("F", Some("L"), 14) && late("P", Some("L"), 14));
    assert!(!late("excluded", None, 14));
    // A level that the scale doesn't have is no target.
    assert!(late("L", Some("X"), 14));
    let open = answers("").answers.get(&id::<ItemId>("4.1")).cloned().unwrap_or_default();
    assert!(!is_overdue(&pack(PACK), &open, &Standing::Unanswered, &middle()), "without a day");
}

/// What a change does to items, as `4.1 A.5.2`.
fn changed(change: &Change, given: &Assessment, items: &str) -> String {
    let items: Vec<ItemId> = items.split_whitespace().map(id).collect();
    let actions = change.actions(&pack(PACK), given, &items);
    actions.iter().flat_map(Action::items).map(ItemId::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn many_items_are_changed_where_the_change_is_one() {
    let given = answers("4.1=P A.5.1=P+excluded");
    let rate = |rating| Change::Rate(Rating::parse(rating));
    let all = "4.1 4.2 A.5.1 A.5.2";
    assert_eq!(changed(&rate("P"), &given, all), "4.2 A.5.2");
    assert_eq!(changed(&rate(""), &given, all), "4.1");
    assert_eq!(changed(&Change::Owner("Ann".into()), &given, all), all);
    assert_eq!(changed(&Change::Owner(String::new()), &given, all), "");
    assert_eq!(changed(&Change::Due(Some(day(1))), &given, all), all);
    assert_eq!(changed(&Change::Target(Some(id("L"))), &given, "4.2 9.9"), "4.2");
    assert_eq!(changed(&Change::Review(true), &given, all), all);
    assert_eq!(changed(&Change::Review(false), &given, all), "");
    assert_eq!(changed(&Change::Exclude("why".into()), &given, all), "A.5.1 A.5.2");
    assert_eq!(changed(&Change::Include, &given, all), "A.5.1");
}

#[test]
fn many_changes_are_one_step() {
    let pack = pack(PACK);
    let before = answers("4.1=P A.5.1=L");
    let mut given = before.clone();
    let mut history = History::default();
    let items: Vec<ItemId> = ["4.1", "A.5.1", "A.5.2"].map(id).to_vec();
    let change = Change::Exclude("Not ours".into());
    let actions = change.actions(&pack, &given, &items);
    history.perform(&pack, &mut given, Action::Several(actions)).unwrap();
    for item in ["A.5.1", "A.5.2"] {
        assert_eq!(given.answers[&id::<ItemId>(item)].applicability, excluded("Not ours"));
    }
    history.undo(&mut given);
    assert_eq!(given, before);
    assert!(!history.can_undo());
}

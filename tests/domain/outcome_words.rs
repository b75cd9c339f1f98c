//! What an assessment means, in the sentences that people read.

use plumbline::{
    domain::{
        assessment::Assessment,
        compare::{Change, Shift},
        endangered::endangered,
        evaluation::{Evaluation, evaluate},
        finding::{Finding, Grade, unverified},
        outlook::Outlook,
        pack::Pack,
        plan::Planned,
        ratio::Ratio,
        roadmap::{Asked, Awaited, Progress, StepState},
        verdict::{contrast, verdict},
    },
    text::{
        HandbookTexts, KEYS, PackTexts, Texts, entry,
        outcome::{
            Names, action_title, change_text, endangered_text, finding_text, grade_text,
            left_out_text, points_text, priority_text, progress_text, rated_twice_text, shift_text,
            stage_text, step_text, strengths_text, unverified_text, verdict_text, weaknesses_text,
        },
    },
};

use crate::{
    iso27001::{file, handbook, iso27001},
    support::{answers, id, look},
};

/// What is needed for a sentence.
struct Told {
    pack: Pack,
    texts: Texts,
    words: PackTexts,
    assessment: Assessment,
    evaluation: Evaluation,
    outlook: Outlook,
}

impl Told {
    fn finding(&self, finding: &Finding) -> String {
        let names = Names { pack: &self.words, handbook: None, assessment: &self.assessment };
        finding_text(&self.texts, &names, finding)
    }
}

fn told(given: &str) -> Told {
    let pack = iso27001();
    let words = PackTexts::read(&pack, &file("en.json")).expect("the texts of the pack");
    let assessment = answers(given);
    let evaluation = evaluate(&pack, &assessment);
    let outlook = look(&pack, &assessment);
    Told { pack, texts: Texts::english(), words, assessment, evaluation, outlook }
}

/// Every item of the pack with this rating, but one that is given another.
fn all(rating: &str, (other, other_rating): (&str, &str)) -> String {
    let given = |item: &str| if item == other { other_rating } else { rating };
    let pack = iso27001();
    let ids = pack.items().iter().map(|item| item.id.as_str());
    ids.map(|item| format!("{item}={}", given(item))).collect::<Vec<_>>().join(" ")
}

fn check_finding(given: &str, expected: &[&str]) {
    let told = told(given);
    let found: Vec<_> = told.outlook.findings.iter().map(|finding| told.finding(finding)).collect();
    assert_eq!(found, expected, "{given:?}");
}

fn check_verdict(given: &str, expected: &str) {
    let Told { texts, evaluation, outlook, .. } = told(given);
    assert_eq!(verdict_text(&texts, &verdict(&evaluation, &outlook.findings)), expected);
}

#[test]
fn actions_are_named_by_what_they_close() {
    let told = told("");
    let names = Names { pack: &told.words, handbook: None, assessment: &told.assessment };
    let check = |items: &[&str], documents: &[&str], expected: &str| {
        let items = items.iter().map(|item| id(item)).collect();
        let documents = documents.iter().map(|document| id(document)).collect();
        let planned = Planned {
            documents,
            ..Planned::of(&told.pack, &told.assessment, &told.outlook.findings, items)
        };
        assert_eq!(action_title(&told.texts, &names, &planned), expected);
    };
    check(&["5.2"], &["policy"], "Close 5.2 Policy");
    check(&["6.1.1"], &[], "Close 6.1.1 Actions to address risks and opportunities: General");
    check(&["5.2", "A.8.13"], &[], "Close 5.2, A.8.13");
    check(&[], &["policy"], "Write “policy”");
}

#[test]
fn findings_in_words() {
    check_finding(
        "7.1=N 7.2=L A.7.1=P",
        &[
            "7.1 Resources is rated “Not in place”: an auditor would probably call that a major nonconformity, which has to be closed before there is a certificate.",
            "7.2 Competence is rated “Largely”: an auditor would probably accept that and note an opportunity for improvement.",
            "A.7.1 Physical security perimeters is rated “Partly”: an auditor would probably call that a minor nonconformity and ask for a plan with a date.",
        ],
    );
    let told = told("7.1=P 7.2=P 7.3=P A.6.1=N A.6.2=N A.6.3=N A.6.4=P A.6.5=P");
    let majors = told.outlook.findings.iter().filter(|finding| finding.grade == Grade::Major);
    let groups: Vec<_> = majors.map(|finding| told.finding(finding)).collect();
    let texts = told.texts;
    assert_eq!(
        groups,
        [
            "In 7 Support, 3 of 7 requirements are only partly in place: an auditor would probably conclude that the clause as a whole doesn’t work, and call that a major nonconformity.",
            "In A.6 People controls, 5 of 8 controls are partly in place at most: an auditor would probably see a pattern, and call that a major nonconformity.",
        ]
    );
    assert_eq!(grade_text(&texts, Grade::Major), "Major nonconformity");
    assert_eq!(grade_text(&texts, Grade::Minor), "Minor nonconformity");
    assert_eq!(grade_text(&texts, Grade::Opportunity), "Opportunity for improvement");
}

#[test]
fn unknowns_in_words() {
    let Told { pack, texts, words, evaluation, .. } = told("7.1=?");
    let open = unverified(&pack, &evaluation);
    let text = |item: &str| {
        let open = open.iter().find(|open| open.item.as_str() == item).unwrap();
        unverified_text(&texts, &words, open)
    };
    assert_eq!(
        text("7.1"),
        "7.1 Resources is not verified: nobody could tell, so find out who can before an auditor asks."
    );
    assert_eq!(
        text("7.2"),
        "7.2 Competence is not assessed: nobody has looked yet, so rate it before an auditor asks."
    );
}

#[test]
fn what_to_do_first_in_words() {
    let given = "5.2=P 7.1=N 7.2=P 7.3=L 7.4=? 9.3.1=?";
    let Told { texts, words, outlook, .. } = told(given);
    let ranked = outlook.priorities;
    let check = |item: &str, expected: &str| {
        let priority = ranked.iter().find(|priority| priority.item.as_str() == item).unwrap();
        assert_eq!(priority_text(&texts, &words, priority), expected);
    };
    check("5.2", "Begin with 5.2 Policy: stage 1 of the audit would probably fail on it.");
    check(
        "9.3.1",
        "Begin by finding out how far 9.3.1 Management review: General is: stage 1 of the audit depends on it.",
    );
    check(
        "7.1",
        "Close 7.1 Resources soon: as it is, it would probably keep you from the certificate.",
    );
    check("7.2", "Close 7.2 Competence: in an audit it would probably be a minor nonconformity.");
    check(
        "7.3",
        "Complete 7.3 Awareness when the graver gaps are closed: most of it works already.",
    );
    check("7.4", "Find out how far 7.4 Communication is: what isn’t rated can’t be planned.");
}

#[test]
fn steps_in_words() {
    let texts = Texts::english();
    let step = |progress, awaits: Option<Awaited>| {
        let only_awaits = awaits.is_some();
        let state =
            StepState { number: 1, progress, open: Vec::new(), awaits, only_awaits, asked: None };
        step_text(&texts, &state)
    };
    let waiting = [Awaited::Risks, Awaited::Statement, Awaited::Treatment, Awaited::Readiness]
        .map(|awaited| step(Progress::Started, Some(awaited)));
    assert_eq!(
        waiting,
        [
            "What was rated for this step is in place; it is done once your risks are recorded.",
            "What was rated for this step is in place; it is done once your Statement of Applicability is complete.",
            "What was rated for this step is in place; it is done once the treatment plan is written and every risk has an owner.",
            "This step is done when nothing stands in the way of the audit any more: findings, risks, documents and the Statement of Applicability count too.",
        ]
    );
    let progress = [Progress::NotStarted, Progress::Started, Progress::Done];
    assert_eq!(
        progress.map(|progress| step(progress, None)),
        [
            "Nothing that this step stands on is in place yet.",
            "Part of what this step stands on is in place.",
            "What this step stands on is in place.",
        ]
    );
    let analysis = |progress, asked| {
        let open = Vec::new();
        let state =
            StepState { number: 2, progress, open, awaits: None, only_awaits: false, asked };
        step_text(&texts, &state)
    };
    assert_eq!(
        progress.map(|progress| analysis(progress, None)),
        [
            "Nothing has been rated yet.",
            "Part of what is in scope has been looked at; this step is done when all of it has.",
            "Everything in scope has been looked at.",
        ]
    );
    let none = Asked { of: 0, asked: 0, in_place: 0 };
    assert_eq!(
        analysis(Progress::Started, Some(none)),
        "Only part of the items is asked here; the full analysis looks at the rest."
    );
    let part = |of, asked, in_place| {
        let asked = Some(Asked { of, asked, in_place });
        let (open, progress) = (Vec::new(), Progress::NotStarted);
        let state =
            StepState { number: 1, progress, open, awaits: None, only_awaits: false, asked };
        (step_text(&texts, &state), stage_text(&texts, &state).to_owned())
    };
    let words = |text: &str, stage: &str| (text.to_owned(), stage.to_owned());
    assert_eq!(
        part(3, 2, 1),
        words("Asked here: 2 of 3 items that this step stands on; in place: 1.", "Not started")
    );
    assert_eq!(
        part(3, 0, 0),
        words("None of the items that this step stands on is asked here.", "Not asked")
    );
    let short = progress.map(|progress| progress_text(&texts, progress).to_owned());
    assert_eq!(short, ["Not started", "Started", "Done"]);
}

#[test]
fn verdicts_name_the_number_and_its_range() {
    check_verdict(
        "",
        "There is no verdict yet: nothing is rated, so the result can still end anywhere in the range 0–100\u{a0}%.",
    );
    // 1 of 2 rated; (0 + 1) / 123 and 122 / 123
    check_verdict(
        "7.1=N 7.2=F",
        "It is too early for a verdict: conformity is 50\u{a0}% so far, but with 2 of 123 items rated it can still end anywhere in the range 1–99\u{a0}%. Probable major nonconformities: 1. No average makes up for them.",
    );
    // All 30 requirements and all four themes.
    check_verdict(
        &all("N", ("", "")),
        "You are at the beginning: conformity is 0\u{a0}%, so most of what is asked has yet to be built. Probable major nonconformities: 34. No average makes up for them.",
    );
    // 122 / 123
    check_verdict(
        &all("F", ("7.1", "N")),
        "You are on the way: conformity is 99\u{a0}%, so a basis is there, and the gaps in it are what to work on now. Probable major nonconformities: 1. No average makes up for them.",
    );
    check_verdict(
        &all("L", ("7.1", "?")),
        "You are on the way: conformity is 67\u{a0}% (range 66–67\u{a0}%), so a basis is there, and the gaps in it are what to work on now.",
    );
    check_verdict(
        &all("F", ("7.1", "?")),
        "You are close: conformity is 100\u{a0}% (range 99–100\u{a0}%), and nothing that was rated looks like a major nonconformity.",
    );
    check_verdict(
        &all("F", ("", "")),
        "By your own ratings, what was asked is in place: conformity is 100\u{a0}%, and nothing looks like a nonconformity.",
    );
}

#[test]
fn strengths_and_weaknesses_in_words() {
    let Told { texts, words, evaluation, .. } =
        told("4.1=F 4.2=F 5.1=F 5.2=F 7.1=N 7.2=N 7.3=N 7.4=N");
    let contrast = contrast(&evaluation, 2);
    assert_eq!(
        strengths_text(&texts, &words, &contrast.strengths).as_deref(),
        Some("You are strongest in 4 Context of the organization and 5 Leadership.")
    );
    assert_eq!(
        weaknesses_text(&texts, &words, &contrast.weaknesses).as_deref(),
        Some("You have furthest to go in 7 Support.")
    );
    let left_out = left_out_text(&texts, &contrast.left_out[..3]);
    let expected = "Left out of this comparison, because fewer than two of their items, or less than half of them, are rated: 6, 8 and 9.";
    assert_eq!(left_out.as_deref(), Some(expected));
    assert_eq!(left_out_text(&texts, &[]), None);
    assert_eq!(strengths_text(&texts, &words, &[]), None);
    assert_eq!(weaknesses_text(&texts, &words, &[]), None);
}

#[test]
fn endangered_reasons_in_words() {
    let Told { pack, texts, evaluation, outlook, .. } = told("10.2=P A.5.31=N 9.2.1=N A.8.2=F");
    let [documents, guide] = ["handbook/en/documents.json", "handbook/en/guide.json"].map(file);
    let words = HandbookTexts::read(&documents, &guide).unwrap();
    let found = endangered(&pack, &evaluation, &handbook().reasons, &outlook.findings);
    let text = |name: &str| {
        let of = found.iter().find(|of| of.reason.as_str() == name).unwrap();
        endangered_text(&texts, entry(&words.reasons, name).unwrap(), of)
    };
    assert_eq!(
        text("duties"),
        "Gaps here put at risk: showing that you keep what laws, authorities and contracts demand of you."
    );
    assert_eq!(
        text("incidents"),
        "Of 17 items here that bear most on this, 1 are rated, and none of them looks like a nonconformity."
    );
    assert_eq!(text("organisation"), "None of the items that bear most on this is rated yet.");
}

#[test]
fn changes_in_words() {
    let texts = Texts::english();
    let changes = [
        (Change::Rose, "Higher than before"),
        (Change::Fell, "Lower than before"),
        (Change::New, "Newly rated"),
        (Change::Gone, "No longer rated"),
        (Change::NewlyExcluded, "Newly excluded"),
        (Change::NoLongerExcluded, "No longer excluded"),
        (Change::NewlyAsked, "Newly asked, not yet rated"),
        (Change::NoLongerAsked, "No longer asked"),
        (Change::Same, "As before"),
        (Change::NeverAsked, "Not asked"),
    ];
    for (change, expected) in changes {
        assert_eq!(change_text(&texts, change), expected);
    }
    // In thousandths; none where nothing is rated.
    let shift = |older: Option<u64>, newer: Option<u64>| {
        let [older, newer] = [older, newer].map(|of| Ratio::new(of?, 1000));
        shift_text(&texts, Shift { older, newer })
    };
    let some = |thousandths| Some(thousandths);
    assert_eq!(shift(some(334), some(345)), "Conformity rose from 33\u{a0}% to 35\u{a0}%.");
    assert_eq!(shift(some(345), some(334)), "Conformity fell from 35\u{a0}% to 33\u{a0}%.");
    // Different, but nobody sees it.
    assert_eq!(shift(some(335), some(344)), "Conformity is 34\u{a0}%, as before.");
    assert_eq!(shift(None, some(500)), "Conformity is 50\u{a0}%; before, nothing was rated.");
    assert_eq!(
        shift(some(500), None),
        "Nothing is rated any more; before, conformity was 50\u{a0}%."
    );
    assert_eq!(shift(None, None), "Nothing is rated, now or before.");
    let twice = |items, older, newer| {
        let [older, newer] = [older, newer].map(|percent| Ratio::new(percent, 100));
        rated_twice_text(&texts, items, Shift { older, newer })
    };
    assert_eq!(
        twice(25, 33, 40),
        "Items rated both times: 25. Over these, conformity rose from 33\u{a0}% to 40\u{a0}%."
    );
    assert_eq!(
        twice(2, 40, 33),
        "Items rated both times: 2. Over these, conformity fell from 40\u{a0}% to 33\u{a0}%."
    );
    assert_eq!(
        twice(1, 33, 33),
        "Items rated both times: 1. Over these, conformity is 33\u{a0}%, as before."
    );
    assert_eq!(
        rated_twice_text(&texts, 0, Shift { older: None, newer: None }),
        "No item is rated both times, so there is no change to tell."
    );
    assert_eq!([4, 0, -3].map(points_text), ["+4", "0", "−3"]);
}

/// A self-assessment certifies nothing, and nobody but an auditor tells what conforms.
#[test]
fn no_outcome_promises_what_only_an_audit_gives() {
    let english: serde_json::Value =
        serde_json::from_str(include_str!("../../locales/en.json")).unwrap();
    let outcomes = || KEYS.iter().filter(|key| key.starts_with("outcome."));
    assert!(outcomes().count() > 0);
    for key in outcomes() {
        let text = english[key].as_str().unwrap().to_lowercase();
        for word in ["compliant", "compliance", "certified", "you conform"] {
            assert!(!text.contains(word), "{key}: {text}");
        }
    }
}

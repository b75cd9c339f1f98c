//! The case companies that come with the pack, as assessments that are filled in.

use plumbline::{
    domain::{
        action::apply,
        assessment::{Assessment, Rating},
        evaluation::evaluate,
        id::AssessmentId,
        time::Timestamp,
    },
    persist::{
        case::{Case, read_case, read_sectors},
        node::FormError,
    },
    text::{CaseTexts, read_sector_words},
};

use crate::support::PACK;

macro_rules! case {
    ($name:literal) => {
        (
            include_str!(concat!("../../packs/iso27001-2022/cases/", $name, ".json")),
            include_str!(concat!("../../packs/iso27001-2022/cases/en/", $name, ".json")),
        )
    };
}

const CASES: [(&str, &str); 3] =
    [case!("clinic-group"), case!("machine-builder"), case!("software-house")];

fn read(case: (&str, &str)) -> (Case, CaseTexts) {
    (read_case(case.0).unwrap(), CaseTexts::read(case.1).unwrap())
}

#[test]
fn each_fills_an_assessment_in() {
    for case in CASES {
        let (case, texts) = read(case);
        let id = AssessmentId::from_random([0; 16]);
        let mut assessment = Assessment::new(id, texts.name.clone(), Timestamp::default());
        // Refuses items and levels that the pack doesn't have.
        apply(&PACK, &mut assessment, texts.filled_in(&case)).unwrap();
        assert_eq!(assessment.facts.organisation, texts.name);
        assert_eq!(assessment.facts.people, Some(case.people));
        assert_eq!(assessment.facts.sector.as_ref(), Some(&case.sector));
        assert_eq!(assessment.facts.scope, texts.scope);
        assert_eq!(assessment.answers.len(), case.ratings.len());
        for (item, level) in &case.ratings {
            let answer = assessment.answer(item).unwrap();
            assert_eq!(answer.rating, Some(Rating::Level(level.clone())), "{item}");
            assert_eq!(Some(&answer.note), texts.reasons.get(item.as_str()), "{item}");
        }
        let counts = evaluate(&PACK, &assessment).everything.counts;
        assert_eq!(usize::try_from(counts.rated).unwrap(), case.ratings.len());
        assert_eq!(counts.in_scope, counts.rated, "nothing else is asked");
    }
}

#[test]
fn each_is_of_a_sector_that_has_words() {
    let sectors =
        read_sectors(include_str!("../../packs/iso27001-2022/handbook/scenarios.json")).unwrap();
    let words =
        read_sector_words(include_str!("../../packs/iso27001-2022/handbook/en/scenarios.json"))
            .unwrap();
    assert_eq!(sectors.len(), words.len());
    for sector in &sectors {
        assert!(words.get(sector.as_str()).is_some_and(|label| !label.is_empty()), "{sector}");
    }
    for case in CASES {
        let (case, _) = read(case);
        assert!(sectors.contains(&case.sector), "{}", case.sector);
    }
}

#[test]
fn each_has_what_a_group_gets_to_see() {
    for case in CASES {
        let (case, texts) = read(case);
        assert!(!texts.story.is_empty() && !texts.facts.is_empty());
        for exhibit in &case.exhibits {
            let shown = texts.exhibits.get(exhibit.as_str());
            assert!(shown.is_some_and(|shown| !shown.body.is_empty()), "{exhibit}");
        }
        for (item, level) in &case.ratings {
            assert_eq!(case.level_of(item), Some(level));
            let known = |exhibit| case.exhibits.contains(exhibit);
            assert!(case.exhibits_of(item).iter().all(known), "{item}");
        }
        assert!(case.rests.iter().any(|(_, exhibits)| exhibits.len() > 1));
        for item in &case.discuss {
            assert!(texts.prompts.get(item.as_str()).is_some(), "{item}");
        }
    }
}

#[test]
fn a_fault_is_named_by_its_place() {
    let (json, _) = CASES[0];
    let cases = [
        (json.replace("\"people\": 80", "\"people\": 0"), "people"),
        (json.replace("\"people\": 80", "\"people\": \"many\""), "people"),
        (json.replace("\"health\"", "\"he alth\""), "sector"),
        (json.replace("\"4.1\": {", "\"4 1\": {"), "ratings.4 1"),
        (json.replace("\"4.1\": {", "\"4.1\": {\"levels\": \"N\","), "ratings.4.1.levels"),
        (json.replacen("\"level\": \"N\"", "\"level\": \"?\"", 1), "ratings.4.1.level"),
        (json.replace("\"discuss\"", "\"talk\""), "talk"),
        (json.replace("\"discuss\": [", "\"discuss\": [\"4.1\", \"4.1\","), "discuss"),
    ];
    for (json, at) in cases {
        assert_eq!(read_case(&json), Err(FormError::Field(at.into())));
    }
    let (_, texts) = CASES[0];
    let texts = texts.replace("\"tagline\"", "\"slogan\"");
    assert_eq!(CaseTexts::read(&texts), Err(FormError::Field("slogan".into())));
}

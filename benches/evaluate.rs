//! How long it takes to compute all results: budget 100 µs for the 123 items of a real
//! questionnaire, and linear growth up to 20,000 items, the most that a pack may have.
//!
//! `cargo bench --no-default-features` prints a table. Growth is linear when the items per second
//! stay about the same from row to row.
#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use divan::{Bencher, black_box, counter::ItemsCount};
    use plumbline::domain::{
        assessment::{Answer, Applicability, Assessment, Rating},
        evaluation::evaluate,
        explain::{Subject, explain},
        handbook::Handbook,
        history::History,
        id::{
            AssessmentId, AttributeId, AttributeValue, GroupId, ItemId, LevelCode, PackId, RiskId,
            SectionId,
        },
        outlook,
        pack::{
            AttributeSource, Effort, GroupSource, ItemSource, Kind, Pack, PackSource, SectionSource,
        },
        risk::register::{Link, Risk},
        scale::LevelSource,
        score::Number,
        time::Timestamp,
        work::{Work, action::WorkAction, carried::Held},
    };

    /// How many items, from the real questionnaire's to the most.
    const SIZES: [usize; 3] = [123, 2_000, 20_000];

    /// How many risks: a first register, and more than anybody keeps.
    const RISKS: [usize; 2] = [50, 500];

    /// Clauses and themes with their shares of 123 items.
    const GROUPS: [(&str, usize); 11] = [
        ("4", 4),
        ("5", 3),
        ("6", 5),
        ("7", 7),
        ("8", 3),
        ("9", 6),
        ("10", 2),
        ("A.5", 37),
        ("A.6", 8),
        ("A.7", 14),
        ("A.8", 34),
    ];

    /// The attributes of controls with how many values they have, and how many a control has.
    const ATTRIBUTES: [(&str, usize, usize); 5] = [
        ("control_type", 3, 1),
        ("properties", 3, 3),
        ("concepts", 5, 1),
        ("capabilities", 15, 2),
        ("domains", 4, 2),
    ];

    #[divan::bench(args = SIZES)]
    fn evaluation(bencher: Bencher, items: usize) {
        let pack = pack(items);
        let assessment = assessment(&pack);
        bencher
            .counter(ItemsCount::new(pack.items().len()))
            .bench(|| evaluate(black_box(&pack), black_box(&assessment)));
    }

    #[divan::bench(args = SIZES)]
    fn explanation(bencher: Bencher, items: usize) {
        let pack = pack(items);
        let assessment = assessment(&pack);
        bencher.counter(ItemsCount::new(pack.items().len())).bench(|| {
            explain(
                black_box(&pack),
                black_box(&assessment),
                Subject::Everything,
                Number::Conformity,
            )
        });
    }

    #[divan::bench(args = SIZES)]
    fn checking_the_pack(bencher: Bencher, items: usize) {
        let source = source(items);
        bencher
            .counter(ItemsCount::new(items))
            .with_inputs(|| source.clone())
            .bench_values(|source| Pack::new(source, String::new()));
    }

    /// What 123 items mean together with so many risks of 8 controls each: computed anew after each
    /// change on the pages that show it, so a small share of the 16 ms that a click has there.
    #[divan::bench(args = RISKS)]
    fn outlook(bencher: Bencher, risks: usize) {
        let pack = pack(123);
        let assessment = with_risks(&pack, risks);
        let evaluation = evaluate(&pack, &assessment);
        let handbook = Handbook::default();
        bencher.bench(|| {
            outlook::outlook(
                black_box(&pack),
                black_box(&handbook),
                black_box(&assessment),
                black_box(&evaluation),
            )
        });
    }

    /// A letter typed into one of so many risks.
    #[divan::bench(args = RISKS)]
    fn editing_a_risk(bencher: Bencher, risks: usize) {
        let pack = pack(123);
        let mut assessment = with_risks(&pack, risks);
        let mut history = History::default();
        let id = RiskId::parse("r0").expect("an id");
        let mut letters = 0_u64;
        bencher.bench_local(|| {
            letters += 1;
            let risk = Risk { title: letters.to_string(), ..Risk::default() };
            let action = WorkAction::Risk(id.clone(), Some(Box::new(risk)));
            history
                .perform(&pack, &mut assessment, action.into())
                .expect("an action that is allowed");
        });
    }

    /// Half answered, with so many risks.
    fn with_risks(pack: &Pack, number: usize) -> Assessment {
        let controls: Vec<&ItemId> = pack
            .items()
            .iter()
            .filter(|item| item.kind == Kind::Control)
            .map(|item| &item.id)
            .collect();
        let risk = |place: usize| Risk {
            number: place as u64,
            title: "Ransomware stops the business".into(),
            owner: "Ada Novak".into(),
            likelihood: Some(place % 5),
            impact: Some(place % 4),
            controls: controls
                .iter()
                .cycle()
                .skip(place % controls.len())
                .take(8)
                .map(|control| Link { control: (*control).clone(), suggested: false })
                .collect(),
            ..Risk::default()
        };
        let risks = (0..number)
            .map(|place| (RiskId::parse(&format!("r{place}")).expect("an id"), risk(place)));
        let work = Work { risks: risks.collect(), ..Work::default() };
        Assessment { work: Held::new(work), ..assessment(pack) }
    }

    fn pack(items: usize) -> Pack {
        let pack = Pack::new(source(items), String::new()).expect("a sound pack");
        assert_eq!(pack.items().len(), items, "as many items as asked for");
        pack
    }

    /// A pack in the shape of the real one: the groups share the items as there.
    fn source(items: usize) -> PackSource {
        let all: usize = GROUPS.iter().map(|(_, share)| share).sum();
        let mut before = 0;
        let groups = GROUPS.iter().map(|(name, share)| {
            let from = before * items / all;
            before += share;
            group(name, before * items / all - from)
        });
        let (controls, requirements) = groups.partition(|group| group.id.as_str().starts_with('A'));
        let level = |code, num| LevelSource {
            code: LevelCode::parse(code).expect("a code"),
            credit: [num, 3],
        };
        PackSource {
            scale: vec![level("N", 0), level("P", 1), level("L", 2), level("F", 3)],
            version: "1".into(),
            attributes: ATTRIBUTES
                .iter()
                .map(|(name, count, _)| AttributeSource {
                    id: attribute(name),
                    values: (0..*count).map(value).collect(),
                })
                .collect(),
            sections: vec![
                section("clauses", Kind::Requirement, requirements),
                section("annex-a", Kind::Control, controls),
            ],
            ..PackSource::empty(PackId::parse("bench").expect("an id"))
        }
    }

    fn section(name: &str, kind: Kind, groups: Vec<GroupSource>) -> SectionSource {
        SectionSource { id: SectionId::parse(name).expect("an id"), kind, groups }
    }

    fn group(name: &str, items: usize) -> GroupSource {
        let items = (1..=items).map(|number| item(name, number)).collect();
        GroupSource { id: GroupId::parse(name).expect("an id"), items }
    }

    fn item(group: &str, number: usize) -> ItemSource {
        let attributes = ATTRIBUTES.iter().filter(|_| group.starts_with('A'));
        ItemSource {
            id: ItemId::parse(&format!("{group}.{number}")).expect("an id"),
            heading: None,
            weight: 1,
            attributes: attributes
                .map(|(name, count, own)| {
                    let values = (0..*own).map(|place| value((number + place) % count));
                    (attribute(name), values.collect())
                })
                .collect(),
            effort: Effort::M,
            step: 6,
            related: Vec::new(),
            checks: Vec::new(),
            quick: false,
            previous: Vec::new(),
            amended: false,
        }
    }

    fn attribute(name: &str) -> AttributeId {
        AttributeId::parse(name).expect("an id")
    }

    fn value(number: usize) -> AttributeValue {
        AttributeValue::parse(&format!("v{number}")).expect("an id")
    }

    /// All answered, as after a finished gap analysis: the most work.
    fn assessment(pack: &Pack) -> Assessment {
        let begun = Timestamp::parse("2026-11-22T20:13:23.456Z").expect("a moment");
        let id = AssessmentId::parse("bench").expect("an id");
        let mut assessment = Assessment::new(id, "Bench".into(), begun);
        let ratings = ["F", "L", "P", "?", "N", "F", "L"].iter().cycle();
        for ((number, item), rating) in pack.items().iter().enumerate().zip(ratings) {
            let mut answer = Answer { rating: Rating::parse(rating), ..Answer::default() };
            if item.kind == Kind::Control && number % 12 == 0 {
                let justification = "No such thing here".into();
                answer.applicability = Applicability::Excluded { justification };
            }
            assessment.answers.insert(item.id.clone(), answer);
        }
        assessment
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}

//! What stands in a report, whatever its format. Read the snapshots when they change.

use std::sync::Arc;

use naughty_strings::BLNS;
use plumbline::{
    domain::{
        action::apply,
        assessment::{Answer, Assessment},
        evidence::Evidence,
        handbook::Handbook,
        selection::Selection,
        time::Day,
    },
    persist::{case::read_case, handbook::read_handbook, read::read},
    report::{
        clean::{clean, is_clean},
        document::{Block, Document},
        model::Material,
        request::{Preset, Request, SectionKind},
        sections::document,
    },
    text::{CaseTexts, HandbookTexts, ItemGuidance, Texts, read_guidance},
};
use proptest::{prelude::*, test_runner::TestRunner};

use crate::{
    form::{all_texts, check_form},
    outline::{outline, words},
    support::{Questionnaire, assessment, excluded, id, moment, rated},
};

/// A questionnaire with what is known beside it.
struct Office {
    questionnaire: Questionnaire,
    texts: Texts,
    handbook: Option<(Handbook, HandbookTexts)>,
}

impl Office {
    fn iso27001() -> Self {
        macro_rules! file {
            ($name:literal) => {
                include_str!(concat!("../../packs/iso27001-2022/handbook/", $name))
            };
        }
        let handbook = read_handbook(file!("documents.json"), file!("guide.json"));
        let words = HandbookTexts::read(file!("en/documents.json"), file!("en/guide.json"));
        let mut questionnaire = Questionnaire::iso27001();
        questionnaire.guidance = guidance();
        Self {
            questionnaire,
            texts: Texts::english(),
            handbook: Some((handbook.expect("a handbook"), words.expect("its words"))),
        }
    }

    fn sample() -> Self {
        let questionnaire = Questionnaire::sample();
        Self { questionnaire, texts: Texts::english(), handbook: None }
    }

    fn document(&self, assessment: &Assessment, request: &Request) -> Document {
        let material = Material {
            pack: &self.questionnaire.pack,
            pack_texts: &self.questionnaire.texts,
            texts: &self.texts,
            guidance: &self.questionnaire.guidance,
            handbook: self.handbook.as_ref(),
            assessment,
        };
        document(material, request, &moment())
    }

    /// The files that are kept as examples of every kind.
    fn golden(&self) -> [Assessment; 5] {
        [
            include_str!("../golden/empty.plumbline.json"),
            include_str!("../golden/half.plumbline.json"),
            include_str!("../golden/full.plumbline.json"),
            include_str!("../golden/next.plumbline.json"),
            include_str!("../golden/work.plumbline.json"),
        ]
        .map(|file| {
            let read = read(&self.questionnaire.pack, file).expect("an assessment file");
            read.document.assessment
        })
    }
}

/// The long texts of all items.
fn guidance() -> Vec<(String, Arc<ItemGuidance>)> {
    macro_rules! files {
        ($($group:literal)*) => {
            [$(include_str!(concat!("../../packs/iso27001-2022/guidance/en/", $group, ".json"))),*]
        };
    }
    let files = files!("4" "5" "6" "7" "8" "9" "10" "A.5" "A.6" "A.7" "A.8");
    let items = files.into_iter().flat_map(|file| read_guidance(file).expect("guidance"));
    items.map(|(item, text)| (item, Arc::new(text))).collect()
}

/// A firm of 400 people, of which a selection is asked.
fn case(office: &Office) -> Assessment {
    let case = include_str!("../../packs/iso27001-2022/cases/machine-builder.json");
    let words = include_str!("../../packs/iso27001-2022/cases/en/machine-builder.json");
    let (case, words) = (read_case(case).expect("a case"), CaseTexts::read(words).expect("words"));
    let mut assessment = assessment("Machine builder", []);
    let filled_in = words.filled_in(&case);
    apply(&office.questionnaire.pack, &mut assessment, filled_in).expect("a case that fits");
    assessment
}

/// The sections whose outlines are kept.
const SECTIONS: [SectionKind; 9] = [
    SectionKind::Cover,
    SectionKind::Management,
    SectionKind::Method,
    SectionKind::Results,
    SectionKind::Documents,
    SectionKind::Findings,
    SectionKind::Open,
    SectionKind::Answers,
    SectionKind::Computation,
];

fn request() -> Request {
    Request {
        sections: SECTIONS.to_vec(),
        author: "Jo Doe".into(),
        version: "1.0".into(),
        classification: "Confidential".into(),
        ..Request::default()
    }
}

#[test]
fn empty() {
    let office = Office::sample();
    insta::assert_snapshot!(outline(&office.document(&assessment("Empty", []), &request())));
}

#[test]
fn half() {
    let office = Office::iso27001();
    let [_, half, ..] = office.golden();
    insta::assert_snapshot!(outline(&office.document(&half, &request())));
}

#[test]
fn full() {
    let office = Office::iso27001();
    let [_, _, full, ..] = office.golden();
    let sections = vec![SectionKind::Management, SectionKind::Results, SectionKind::Open];
    let request = Request { sections, ..request() };
    insta::assert_snapshot!(outline(&office.document(&full, &request)));
}

/// Documents, a finding that the assessor grades, one that a risk raises.
#[test]
fn work() {
    let office = Office::iso27001();
    let [.., work] = office.golden();
    let sections = vec![SectionKind::Management, SectionKind::Documents, SectionKind::Findings];
    let request = Request { sections, ..request() };
    insta::assert_snapshot!(outline(&office.document(&work, &request)));
}

/// A selection of items, with facts and reasons for all ratings.
#[test]
fn selection() {
    let office = Office::iso27001();
    let sections = vec![SectionKind::Management, SectionKind::Method, SectionKind::Findings];
    let request = Request { preset: Preset::GapReport, sections, ..request() };
    insta::assert_snapshot!(outline(&office.document(&case(&office), &request)));
}

/// All that can be written down about an item.
#[test]
fn details() {
    let office = Office::sample();
    let request = Request { sections: vec![SectionKind::Cover, SectionKind::Answers], ..request() };
    let assessment = filled("…");
    insta::assert_snapshot!(outline(&office.document(&assessment, &request)));
}

/// A text in every field that takes one.
fn filled(text: &str) -> Assessment {
    let full = Answer {
        owner: text.into(),
        implementation: text.into(),
        due: Day::parse("2027-01-31"),
        target: Some(id("F")),
        evidence: vec![Evidence { name: text.into(), place: text.into(), sha256: None }],
        ..rated("P", text)
    };
    let mut filled = assessment(text, [("4.1", full), ("A.7.4", excluded(text, text))]);
    filled.facts.organisation = text.into();
    filled.facts.scope = text.into();
    filled.facts.people = Some(400);
    filled
}

#[test]
fn every_preset_of_every_assessment_is_well_formed() {
    let office = Office::iso27001();
    let without = Office { handbook: None, ..Office::iso27001() };
    for assessment in office.golden() {
        for preset in Preset::ALL {
            let request = Request { preset, ..Request::default() };
            let document = office.document(&assessment, &request);
            check_form(&document);
            check_form(&without.document(&assessment, &request));
            assert_eq!(
                document.cover.is_some(),
                preset.sections().contains(&SectionKind::Cover),
                "{preset:?}"
            );
        }
    }
}

#[test]
fn each_section_alone_has_no_link_to_another() {
    let office = Office::iso27001();
    for assessment in office.golden() {
        for kind in SECTIONS {
            let request = Request { sections: vec![kind], ..Request::default() };
            check_form(&office.document(&assessment, &request));
        }
    }
}

#[test]
fn sections_stand_in_their_order_whatever_was_asked() {
    let office = Office::iso27001();
    let [_, half, ..] = office.golden();
    let sections = vec![SectionKind::Answers, SectionKind::Method, SectionKind::Answers];
    let document = office.document(&half, &Request { sections, ..Request::default() });
    let anchors: Vec<&str> = document.sections.iter().map(|it| it.anchor.as_str()).collect();
    assert_eq!(anchors, ["method", "answers"]);
    assert_eq!(document.cover, None);
    // It says itself what the cover would say.
    let first = &document.sections[0].blocks[0];
    assert!(
        matches!(first, Block::Remark(by) if words(by).contains("22 November 2026")),
        "{first:?}"
    );
}

/// Answers of every kind to some items, all, the quick check or some of them asked, and some
/// sections.
fn anything(office: &Office) -> impl Strategy<Value = (Assessment, Request)> + use<> {
    let items: Vec<String> =
        office.questionnaire.pack.items().iter().map(|item| item.id.to_string()).collect();
    let answer = prop_oneof![
        prop::sample::select(vec!["N", "P", "L", "F", "?", "X"]).prop_map(|it| rated(it, "")),
        any::<String>().prop_map(|text| rated("P", &text)),
        any::<String>().prop_map(|text| excluded(&text, "")),
    ];
    let answers = prop::collection::vec((prop::sample::select(items.clone()), answer), 0..60);
    let selection = prop_oneof![
        Just(Selection::All),
        Just(Selection::Quick),
        prop::sample::subsequence(items.clone(), 0..=items.len())
            .prop_map(|some| Selection::of(some.iter().map(|item| id(item)))),
    ];
    let kinds = prop::sample::subsequence(SectionKind::ALL.to_vec(), 0..=SectionKind::ALL.len());
    let preset = prop::sample::select(Preset::ALL.to_vec());
    (any::<String>(), answers, selection, kinds, preset).prop_map(
        |(name, answers, selection, sections, preset)| {
            let answers = answers.iter().map(|(item, answer)| (item.as_str(), answer.clone()));
            let mut some = assessment(&name, answers);
            some.selection = selection;
            (some, Request { preset, sections, ..Request::default() })
        },
    )
}

#[test]
fn any_report_of_any_assessment_is_well_formed() {
    for (office, cases) in [(Office::sample(), 60), (Office::iso27001(), 12)] {
        let config =
            ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
        let holds = |(assessment, request): (Assessment, Request)| {
            let document = office.document(&assessment, &request);
            check_form(&document);
            prop_assert!(all_texts(&document).into_iter().all(is_clean));
            Ok(())
        };
        let run = TestRunner::new(config).run(&anything(&office), holds);
        run.unwrap_or_else(|error| panic!("{error}"));
    }
}

/// Whatever people typed, every text of the document is clean, and as many stand in it as would with
/// a harmless text.
#[test]
fn naughty_texts_in_every_field() {
    let office = Office::sample();
    let page = |text: &str| {
        let request = Request {
            author: text.into(),
            version: text.into(),
            classification: text.into(),
            footer: text.into(),
            ..request()
        };
        office.document(&filled(text), &request)
    };
    let harmless = all_texts(&page("harmless")).len();
    let ways = ["a\u{0}\u{202e}b\u{fffe}\u{feff}c\u{2028}d\u{1b}[31m\u{7f}\u{85}\u{2066}"];
    for naughty in BLNS.iter().chain(&ways).filter(|text| !clean(text).trim().is_empty()) {
        let document = page(naughty);
        let texts = all_texts(&document);
        assert!(texts.iter().all(|text| is_clean(text)), "{naughty:?}");
        assert!(!document.footer.contains('\n'), "{naughty:?}");
        assert_eq!(texts.len(), harmless, "{naughty:?}");
        check_form(&document);
    }
}

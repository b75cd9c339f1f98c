//! The files of `tests/golden` were made by version 1 of the format and open for ever. When the
//! format gets a new version, it gets files of its own beside these, which stay as they are.

use std::fs;

use litemap::LiteMap;
use plumbline::{
    domain::{
        action::{Action, apply},
        assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
        document::{DocumentEntry, DocumentState},
        evaluation::evaluate,
        evidence::{Evidence, Sha256},
        facts::Facts,
        finding::{Grade, Regrade},
        id::ItemId,
        pack::{Effort, Item, Kind},
        plan::{Planned, PlannedState},
        ratio::Ratio,
        risk::{
            criteria::{Colour, Preset, RiskLevel, ScaleLevel},
            register::{Acceptance, Asset, Link, Pair, Property, Risk, Treatment},
        },
        score::Measure,
        selection::Selection,
        snapshot::{Snapshot, next_cycle},
        soa::{Inclusion, InclusionReason, OwnControl, Statement},
        time::Day,
        work::action::WorkAction,
    },
    persist::{
        document::Document,
        library::{Library, Open},
        read::{Notice, Opened},
        store::MemoryStore,
    },
};

use sha2::{Digest as _, Sha256 as Sha256Digest};

use crate::support::{GOLDEN, PACK, golden, golden_path, id, minute, opened, written};

/// A questionnaire may change, and a file remembers which it was made with; nothing else about
/// these files can ever be worth a notice.
fn open(name: &str) -> Opened {
    let opened = opened(&golden(name));
    let changed = |notice: &Notice| matches!(notice, Notice::PackChanged { was } if was == "1.0.0");
    assert!(opened.notices.iter().all(changed), "{name}: {:?}", opened.notices);
    assert!(!opened.read_only());
    opened
}

/// `1/2 of 3 rated, 1 don’t know, 2 open, 1 excluded`.
fn show(measure: &Measure) -> String {
    let ratio = |ratio: Ratio| format!("{}/{}", ratio.num(), ratio.den());
    let counts = measure.counts;
    format!(
        "{} of {} rated, {} don’t know, {} open, {} excluded",
        measure.conformity.map_or("–".into(), ratio),
        counts.rated,
        counts.dont_know,
        counts.unanswered,
        counts.excluded
    )
}

#[test]
fn they_open_with_every_answer() {
    let expected = [
        ("empty", "Empty", 0, "– of 0 rated, 0 don’t know, 123 open, 0 excluded"),
        (
            "half",
            "Acme GmbH: ISMS 2026",
            60,
            "86/147 of 49 rated, 7 don’t know, 64 open, 3 excluded",
        ),
        (
            "full",
            "Überprüfung “Œuvre & Søn” <2026>",
            123,
            "181/297 of 99 rated, 15 don’t know, 0 open, 9 excluded",
        ),
        // F, L, P, N and L: (3 + 2 + 1 + 0 + 2) thirds over 5.
        ("next", "Acme GmbH: ISMS 2027", 60, "8/15 of 5 rated, 0 don’t know, 1 open, 1 excluded"),
        // As half, and A.8.7 not in place: 86 thirds over 50.
        (
            "work",
            "Acme GmbH: on the way to the audit",
            62,
            "43/75 of 50 rated, 7 don’t know, 63 open, 3 excluded",
        ),
    ];
    for (file, name, answers, numbers) in expected {
        let document = open(file).document;
        assert_eq!(document.assessment.name, name);
        assert_eq!(document.assessment.answers.len(), answers, "{file}");
        assert_eq!(show(&evaluate(&PACK, &document.assessment).everything), numbers, "{file}");
        assert!(document.unknown.is_empty(), "{file}: {:?}", document.unknown);
    }
}

/// All that the three others lack.
#[test]
fn the_next_cycle_has_everything() {
    let document = open("next").document;
    assert_eq!(document.filed, Some(minute(80)));
    let Assessment { facts, selection, snapshots, .. } = &document.assessment;
    assert_eq!(*facts, acme());
    assert_eq!(*selection, asked());
    let names: Vec<&str> = snapshots.iter().map(|snapshot| snapshot.name.as_str()).collect();
    assert_eq!(names, ["After the quick check", "Acme GmbH: ISMS 2026"]);
    let then = |place: usize| {
        show(&evaluate(&PACK, &snapshots[place].as_assessment(id("then"))).everything)
    };
    assert_eq!(then(1), "86/147 of 49 rated, 7 don’t know, 64 open, 3 excluded");
    assert_eq!(snapshots[0].selection, Selection::Quick);
    let answer = document.assessment.answer(&id("4.1")).unwrap();
    assert_eq!(answer.evidence, proofs());
    assert_eq!((answer.owner.as_str(), answer.review), ("Ada Novak", true));
    assert_eq!((&answer.due, &answer.target), (&Day::parse("2027-02-28"), &Some(id("F"))));
}

#[test]
fn the_work_has_everything() {
    let made = worked();
    let opened = open("work").document.assessment;
    assert_eq!(opened.work(), made.work());
    assert_eq!(opened.answers, made.answers);
}

#[test]
fn they_are_written_again_as_they_were_read() {
    for name in GOLDEN {
        let document = open(name).document;
        assert_eq!(opened(&written(&document)).document, document, "{name}");
    }
}

/// What was released stays as it is, and nothing is here that no test knows.
#[test]
fn nobody_has_touched_them() {
    let known = [
        (
            "empty.plumbline.json",
            "3a21419616f67f22d09ff1c27637f23ecc7f6d735e3150a4a18e4b4dbb446b9c",
        ),
        ("full.plumbline.json", "657ba965d55edbd6d18ad556dfd3757c68029fe67050ced1155982b9313064cc"),
        ("half.locked.json", "9d9fae19361d6d9fd3459c188e56f73bcb5672098e0572aaa9719b5cd039b977"),
        ("half.plumbline.json", "c40a10434c57955819ea5253ff99e389c39c49c1808dcb74dd42cb8c9556d2e5"),
        ("next.plumbline.json", "60c46b4cdff575c26fe8eb8d253536f4229d6dfccff2848a6fb1f47e538de81f"),
        ("work.plumbline.json", "a1ce0867a0328cb20a401179dc92d80c140076e9453602469f6204a0db3f58bf"),
    ];
    let folder = golden_path("empty");
    let mut found: Vec<(String, String)> = fs::read_dir(folder.parent().unwrap())
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let digest = Sha256Digest::digest(fs::read(&path).unwrap());
            (path.file_name().unwrap().to_string_lossy().into_owned(), format!("{digest:x}"))
        })
        .collect();
    found.sort();
    assert_eq!(found, known.map(|(name, digest)| (name.to_owned(), digest.to_owned())));
}

#[test]
#[ignore = "makes the files; needed again only for a new version of the format, under new names"]
fn make() {
    let all = [
        ("empty", empty()),
        ("half", half()),
        ("full", full()),
        ("next", next()),
        ("work", worked()),
    ];
    for (name, assessment) in all {
        let path = golden_path(name);
        // Those that are there are kept for ever.
        if !path.exists() {
            fs::write(path, saved(assessment)).unwrap();
        }
    }
}

/// As the program saves it: once when it is begun, once when it is answered.
fn saved(assessment: Assessment) -> String {
    let library = Library::new(Box::new(MemoryStore::default()));
    let begun = Assessment { answers: LiteMap::default(), ..assessment.clone() };
    let mut open: Open = library.create(&PACK, Document::new(begun), minute(1)).unwrap();
    open.document.filed = (!assessment.snapshots.is_empty()).then(|| minute(80));
    open.document.assessment = assessment;
    library.save(&PACK, &mut open, minute(90)).unwrap();
    library.text(&open.document.assessment.id).unwrap().unwrap()
}

fn empty() -> Assessment {
    Assessment::new(id("0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f00"), "Empty".into(), minute(0))
}

const NOTES: [&str; 6] = [
    "Seen in the register of 12 November.",
    "Told by the head of IT; nothing in writing yet.\nAsk again in January.",
    "“Quoted”, <b>not bold</b> & 100 % ok",
    "Geprüft: Größe, Maß, naïve façade, 株式会社, Ω, 🙂",
    "\tindented\n\n- a list\n- of two",
    "See https://example.org/policies?a=1&b=2#top",
];

/// Clauses 4 to 7 and A.5 are looked at, A.7 is partly excluded, the rest is open.
fn half() -> Assessment {
    let name = "Acme GmbH: ISMS 2026";
    let mut half = Assessment::new(id("1f0f0f0f0f0f0f0f0f0f0f0f0f0f0f01"), name.into(), minute(0));
    for (place, item) in PACK.items().iter().enumerate() {
        let group = PACK.group_of(item).unwrap().id.as_str();
        match group {
            "4" | "5" | "6" | "7" | "A.5" => {
                rate(&mut half, item, place);
                if place % 3 == 0 {
                    act(&mut half, Action::Note(item.id.clone(), NOTES[place / 3 % 6].into()));
                }
                if group == "4" {
                    check(&mut half, item, place);
                }
            }
            _ => {}
        }
    }
    for item in ["A.7.1", "A.7.2", "A.7.3"] {
        exclude(&mut half, &id(item), "No premises of our own: everybody works from home.");
    }
    exclude(&mut half, &id("A.7.4"), "");
    half
}

/// Everything is looked at, noted and checked, and some controls are excluded.
fn full() -> Assessment {
    let name = "Überprüfung “Œuvre & Søn” <2026>";
    let mut full = Assessment::new(id("2f0f0f0f0f0f0f0f0f0f0f0f0f0f0f02"), name.into(), minute(0));
    for (place, item) in PACK.items().iter().enumerate() {
        if item.kind == Kind::Control && place % 11 == 0 {
            exclude(&mut full, &item.id, NOTES[place % 6]);
        } else {
            rate(&mut full, item, place);
        }
        act(&mut full, Action::Note(item.id.clone(), NOTES[place % 6].into()));
        check(&mut full, item, place);
    }
    full
}

/// The cycle after [`half`], with all that can be said of an item and of the organisation.
fn next() -> Assessment {
    let mut half = half();
    act(&mut half, Action::Select(Selection::Quick));
    let quick = Snapshot::of(&half, "After the quick check".into(), minute(30));
    act(&mut half, Action::Select(Selection::All));
    act(&mut half, Action::Snapshots(vec![quick]));
    let name = "Acme GmbH: ISMS 2027";
    let new = id("3f0f0f0f0f0f0f0f0f0f0f0f0f0f0f03");
    let mut next = next_cycle(&half, new, name.into(), minute(60));
    let plan = Action::Several(vec![
        Action::Evidence(id("4.1"), proofs()),
        Action::Owner(id("4.1"), "Ada Novak".into()),
        Action::Due(id("4.1"), Day::parse("2027-02-28")),
        Action::Target(id("4.1"), Some(id("F"))),
        Action::Review(id("4.2"), false),
        Action::Facts(acme()),
        Action::Select(asked()),
    ]);
    act(&mut next, plan);
    next
}

/// Half answered, with all that is done with an assessment besides.
#[allow(clippy::too_many_lines, reason = "a list of everything there is")]
fn worked() -> Assessment {
    let mut worked = half();
    worked.id = id("4f0f0f0f0f0f0f0f0f0f0f0f0f0f0f04");
    worked.name = "Acme GmbH: on the way to the audit".into();
    let mut criteria = Preset::Four.criteria();
    criteria.likelihood[3] =
        ScaleLevel { name: "Every week".into(), meaning: "It happened last month.".into() };
    criteria.levels[3] = RiskLevel { name: "Not with us".into(), colour: Colour::parse("#7a0019") };
    let link = |control, suggested| Link { control: id(control), suggested };
    let ransomware = Risk {
        number: 1,
        title: "Ransomware stops the business".into(),
        scenario: Some(id("ransomware")),
        threat: "Criminals encrypt systems".into(),
        vulnerability: "Flat network".into(),
        assets: vec![id("a1")],
        properties: vec![Property::Confidentiality, Property::Availability],
        owner: "Ada Novak".into(),
        likelihood: Some(2),
        impact: Some(3),
        controls: vec![link("A.8.7", true), link("A.8.13", false), link("own-1", false)],
        treatment: Some(Treatment::Modify),
        residual: Some(Pair { likelihood: 1, impact: 1 }),
        acceptance: Acceptance {
            by: "The board".into(),
            on: Day::parse("2026-12-01"),
            why: "Backups are restored every month.".into(),
        },
        review: Day::parse("2027-06-01"),
        note: "Seen at two neighbours.".into(),
    };
    let outage = Risk { number: 2, title: "Cloud outage".into(), ..Risk::default() };
    let server = Asset {
        number: 1,
        name: "File server".into(),
        owner: "IT".into(),
        classification: "Confidential".into(),
        note: "In the cellar.".into(),
    };
    let own = OwnControl {
        number: 1,
        title: "Second line by radio".into(),
        preventive: true,
        corrective: true,
        answer: Answer::default(),
    };
    let drill = Planned {
        number: 1,
        title: "Restore a backup every month".into(),
        items: vec![id("A.8.13")],
        risks: vec![id("r1")],
        documents: vec![id("operation-evidence")],
        owner: "IT".into(),
        due: Day::parse("2027-01-31"),
        effort: Effort::S,
        state: PlannedState::Done,
        finished: Day::parse("2027-01-20"),
        note: "With the auditors of the group.".into(),
    };
    let included = |reasons: &[InclusionReason], proposed| {
        Some(Inclusion { reasons: reasons.to_vec(), why: "Customers ask.".into(), proposed })
    };
    let policy = DocumentEntry {
        state: Some(DocumentState::Draft),
        place: "Wiki".into(),
        owner: "Ada Novak".into(),
        review: Day::parse("2027-03-01"),
    };
    let statement = Statement {
        version: "0.3".into(),
        approver: "The board".into(),
        approved: Day::parse("2026-12-01"),
    };
    let lenient = Regrade {
        grade: Grade::Opportunity,
        computed: Grade::Minor,
        reason: "Approved next week.".into(),
    };
    let missing = DocumentEntry { state: Some(DocumentState::Missing), ..DocumentEntry::default() };
    let work: [Action; 11] = [
        WorkAction::Criteria(Box::new(criteria)).into(),
        WorkAction::Asset(id("a1"), Some(server)).into(),
        WorkAction::Own(id("own-1"), Some(Box::new(own))).into(),
        WorkAction::Risk(id("r1"), Some(Box::new(ransomware))).into(),
        WorkAction::Risk(id("r2"), Some(Box::new(outage))).into(),
        WorkAction::Statement(statement).into(),
        WorkAction::Document(id("information-security-policy"), policy).into(),
        WorkAction::Document(id("management-review-results"), missing).into(),
        WorkAction::Grade(id("document.information-security-policy"), Some(lenient)).into(),
        WorkAction::Plan(id("p1"), Some(Box::new(drill))).into(),
        WorkAction::Weeks(4, Some(6)).into(),
    ];
    let rating = |code: &str| Rating::parse(code);
    let answers = [
        Action::Include(id("A.8.7"), included(&[InclusionReason::Risk], true)),
        Action::Include(id("A.8.13"), included(&InclusionReason::ALL, false)),
        Action::Implementation(id("A.8.13"), "Every night, to two places.".into()),
        Action::Effort(id("A.8.13"), Some(Effort::XL)),
        Action::Rate(id("own-1"), rating("L")),
        Action::Rate(id("A.8.7"), rating("N")),
    ];
    act(&mut worked, Action::Several(work.into()));
    act(&mut worked, Action::Several(answers.into()));
    worked
}

fn acme() -> Facts {
    Facts {
        organisation: "Acme GmbH".into(),
        people: Some(42),
        sector: Some(id("software")),
        scope: "Development and operation of the shop, at both sites.".into(),
        reasons: ["duties", "growth"].map(id).into(),
        target: Day::parse("2027-12-31"),
    }
}

fn asked() -> Selection {
    Selection::of(["4.1", "4.2", "4.3", "4.4", "5.1", "A.7.1", "A.7.4"].map(id))
}

fn proofs() -> Vec<Evidence> {
    vec![
        Evidence {
            name: "Register of issues".into(),
            place: "https://example.org/register?page=1&all=yes".into(),
            sha256: Sha256::parse(&"0123456789abcdef".repeat(4)),
        },
        Evidence { name: "Minutes, “März”".into(), ..Evidence::default() },
    ]
}

fn act(assessment: &mut Assessment, action: Action) {
    apply(&PACK, assessment, action).unwrap();
}

fn rate(assessment: &mut Assessment, item: &Item, place: usize) {
    let rating = Rating::parse(["F", "L", "P", "N", "L", "?", "F"][place % 7]);
    act(assessment, Action::Rate(item.id.clone(), rating));
}

fn exclude(assessment: &mut Assessment, item: &ItemId, why: &str) {
    let excluded = Applicability::Excluded { justification: why.into() };
    act(assessment, Action::Apply(item.clone(), excluded));
}

fn check(assessment: &mut Assessment, item: &Item, place: usize) {
    for (number, check) in item.checks.iter().enumerate() {
        let answer = CheckAnswer::ALL[(place + number) % CheckAnswer::ALL.len()];
        act(assessment, Action::Check(item.id.clone(), check.clone(), Some(answer)));
    }
}

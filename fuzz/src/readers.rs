//! Everything of Plumbline that reads what others may have written.

use std::sync::LazyLock;

use plumbline::{
    domain::{
        assessment::{Assessment, Rating},
        evaluation::evaluate,
        evidence::Sha256,
        handbook::Handbook,
        id::{AssessmentId, ItemId},
        merge::{Side, merge, step},
        outlook::outlook,
        pack::Pack,
        time::{Day, Timestamp},
    },
    persist::{
        branding, carried,
        case::{read_case, read_sectors},
        handbook::read_handbook,
        json,
        locked::Locked,
        pack::read_pack,
        read::read,
        scenario::read_scenarios,
        sheet,
    },
    report::{
        brand::{Accent, decode},
        sheets::Workbook,
    },
    text::{
        CaseTexts, HandbookTexts, PackTexts, Texts, read_guidance, read_scenario_texts,
        read_sector_words,
    },
};

use crate::seeds::{file, of_pack, packed, parts, short, small_workbook};

/// The questionnaire with which files are read.
pub static PACK: LazyLock<Pack> =
    LazyLock::new(|| read_pack(&of_pack("pack.json")).expect("the pack"));

/// What belongs to it.
pub static HANDBOOK: LazyLock<Handbook> = LazyLock::new(|| {
    let documents = of_pack("handbook/documents.json");
    read_handbook(&documents, &of_pack("handbook/guide.json")).expect("the handbook")
});

/// A questionnaire of a few items, as text and read.
static SMALL: LazyLock<(String, Pack)> = LazyLock::new(|| {
    let text = file("tests/report/pack.json");
    let pack = read_pack(&text).expect("the small pack");
    (text, pack)
});

static WORKBOOK: LazyLock<Workbook> = LazyLock::new(|| small_workbook(&work()));

fn work() -> Assessment {
    read(&PACK, &file(WORK)).expect("an assessment").document.assessment
}

const WORK: &str = "tests/golden/work.plumbline.json";
const HALF: &str = "tests/golden/half.plumbline.json";
const EMPTY: &str = "tests/golden/empty.plumbline.json";

/// What is damaged.
pub enum Seeds {
    /// Texts.
    Texts(Vec<Vec<u8>>),
    /// The parts of an archive, by name.
    Parts(Vec<(String, Vec<u8>)>),
}

/// A reader.
pub struct Reader {
    /// What it reads.
    pub name: &'static str,
    /// How many of a thousand inputs it gets.
    pub share: u64,
    /// What is damaged for it.
    pub seeds: Seeds,
    /// Reads; whether it was accepted.
    pub read: fn(&[u8]) -> bool,
}

/// A reader of texts: a browser makes a text of any bytes.
macro_rules! texts {
    ($name:literal, $share:literal, [$($seed:expr),* $(,)?], |$text:ident| $read:expr) => {
        Reader {
            name: $name,
            share: $share,
            seeds: Seeds::Texts(vec![$(Vec::from($seed)),*]),
            read: |bytes| {
                let text = String::from_utf8_lossy(bytes);
                let $text: &str = &text;
                $read
            },
        }
    };
}

/// All of them.
pub fn readers() -> Vec<Reader> {
    let carried = carried::write(&file(EMPTY)).expect("a small file");
    let page = format!("<!doctype html><body><script>1</script>{carried}</body>");
    let locked = Locked { rounds: 7, salt: [1; 16], nonce: [2; 12], content: vec![3; 40] };
    let locked = locked.write().expect("a small file");
    // A picture of four pixels, as far as its header tells.
    let logo = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAAA=";
    let branding = format!(
        r##"{{"format":"plumbline-branding","version":1,"branding":{{"name":"Acme","accent":"#102030",
        "logo":"{logo}","classification":"Secret","footer":"x","word_styles":[["Title","Heading 1"]]}}}}"##
    );
    vec![
        texts!(
            "JSON",
            160,
            [file(HALF), of_pack("handbook/scenarios.json"), branding.clone()],
            |t| json_again(t)
        ),
        texts!("assessment", 250, [file(EMPTY), file(HALF), file(WORK), file(EMPTY)], |t| {
            assessment(t)
        }),
        texts!("assessment in a report", 100, [page], |t| {
            carried::find(t).is_ok_and(assessment)
        }),
        texts!("pack", 100, [SMALL.0.clone()], |t| read_pack(t).is_ok()),
        texts!("texts of a pack", 68, [file("tests/report/en.json")], |t| {
            PackTexts::read(&SMALL.1, t).is_ok()
        }),
        texts!("guidance", 30, [short("guidance/en/A.5.json")], |t| read_guidance(t).is_ok()),
        texts!("documents of a handbook", 30, [of_pack("handbook/documents.json")], |t| {
            static GUIDE: LazyLock<String> = LazyLock::new(|| of_pack("handbook/guide.json"));
            read_handbook(t, &GUIDE).is_ok()
        }),
        texts!("guide of a handbook", 20, [of_pack("handbook/guide.json")], |t| {
            static DOCUMENTS: LazyLock<String> =
                LazyLock::new(|| of_pack("handbook/documents.json"));
            read_handbook(&DOCUMENTS, t).is_ok()
        }),
        texts!("texts of documents", 20, [short("handbook/en/documents.json")], |t| {
            static GUIDE: LazyLock<String> = LazyLock::new(|| {
                String::from_utf8(short("handbook/en/guide.json")).expect("UTF-8")
            });
            HandbookTexts::read(t, &GUIDE).is_ok()
        }),
        texts!("scenarios", 40, [short("handbook/scenarios.json")], |t| read_scenarios(t).is_ok()),
        texts!("texts of scenarios", 20, [short("handbook/en/scenarios.json")], |t| {
            read_scenario_texts(t).is_ok()
        }),
        texts!("case", 30, [short("cases/software-house.json")], |t| read_case(t).is_ok()),
        texts!("texts of a case", 10, [short("cases/en/software-house.json")], |t| {
            CaseTexts::read(t).is_ok()
        }),
        texts!(
            "sectors",
            20,
            [short("handbook/scenarios.json"), br#"["software","health"]"#],
            |t| read_sectors(t).is_ok() | read_sector_words(t).is_ok()
        ),
        texts!("texts of the interface", 2, [file("locales/en.json")], |t| Texts::read("de", t)
            .is_ok()),
        texts!("branding", 30, [branding], |t| {
            branding::read(t).is_ok_and(|opened| {
                let again = branding::read(&branding::write(&opened.branding));
                assert!(
                    again.is_ok_and(|again| again.branding == opened.branding),
                    "it isn't read as it was written"
                );
                true
            })
        }),
        texts!("logo", 10, [logo], |t| decode(t).is_ok()),
        texts!("words", 20, ["A.5.1", "2026-11-22", "2026-11-22T09:00:00.000Z", "#102030"], |t| {
            ItemId::parse(t).is_ok()
                | AssessmentId::parse(t).is_ok()
                | Day::parse(t).is_some()
                | Timestamp::parse(t).is_some()
                | Rating::parse(t).is_some()
                | Sha256::parse(t).is_some()
                | Accent::parse(t).is_some()
        }),
        texts!("locked file", 20, [file("tests/golden/half.locked.json"), locked], |t| {
            Locked::read(t).is_ok_and(|opened| {
                let again = opened.write().map(|text| Locked::read(&text));
                assert!(again.is_ok_and(|again| again == Ok(opened)), "it isn't read as written");
                true
            })
        }),
        texts!("assessment, and all that follows", 10, [file(HALF), file(WORK)], |t| follows(t)),
        Reader {
            name: "workbook",
            share: 8,
            seeds: Seeds::Parts(parts(&WORKBOOK)),
            read: |bytes| sheet::read(bytes, &WORKBOOK).is_ok(),
        },
        Reader {
            name: "workbook, its bytes",
            share: 2,
            seeds: Seeds::Texts(vec![packed(&parts(&WORKBOOK))]),
            read: |bytes| sheet::read(bytes, &WORKBOOK).is_ok(),
        },
    ]
}

/// What a file that opens leads to: numbers, what they mean, and one assessment with a colleague's.
fn follows(text: &str) -> bool {
    static OTHER: LazyLock<Assessment> = LazyLock::new(work);
    let Ok(opened) = read(&PACK, text) else { return false };
    let theirs = opened.document.assessment;
    let evaluation = evaluate(&PACK, &theirs);
    let _ = outlook(&PACK, &HANDBOOK, &theirs, &evaluation);
    let together = merge(None, &OTHER, &theirs, &|_| Side::Mine).assessment;
    let again = merge(None, &together, &theirs, &|_| Side::Mine).assessment;
    assert!(again == together, "the same file again changes something");
    let _ = step(&PACK, &OTHER, &together);
    true
}

/// What is read can be written and read again as the same.
fn json_again(text: &str) -> bool {
    let Ok((value, _)) = json::parse(text) else { return false };
    let written = serde_json::to_string(&value).expect("values can be written");
    let (again, repeated) = json::parse(&written).expect("what was written is JSON");
    assert!(again == value && repeated.is_empty(), "it isn't read as it was written");
    true
}

/// The same of an assessment.
fn assessment(text: &str) -> bool {
    let Ok(opened) = read(&PACK, text) else { return false };
    let written = opened.document.write(PACK.reference()).expect("a document can be written");
    let again = read(&PACK, &written).expect("what was written is a document");
    assert!(
        again.document.assessment == opened.document.assessment,
        "it isn't read as it was written"
    );
    true
}

//! Texts that look like JSON, each wrong or odd in one way, through every reader: what is no JSON is
//! refused with its place, and what only looks odd is read.

use plumbline::{
    domain::pack::Pack,
    persist::{
        branding::{self, BrandingError},
        carried,
        case::{read_case, read_sectors},
        handbook::read_handbook,
        json::{JsonError, parse},
        node::FormError,
        pack::{PackReadError, read_pack},
        read::{Notice, ReadError, read},
        scenario::read_scenarios,
    },
    text::{
        CaseTexts, HandbookTexts, PackTexts, PackTextsError, read_guidance, read_scenario_texts,
        read_sector_words,
    },
};

use crate::support::{PACK, document, written};

/// What is no JSON, wherever a value is wanted; what it is, and the text.
const NO_VALUE: &[(&str, &str)] = &[
    ("nothing", ""),
    ("a blank", " "),
    ("a word", "nul"),
    ("a word with a capital", "True"),
    ("a longer word", "nulls"),
    ("a word of JavaScript", "undefined"),
    ("no number", "NaN"),
    ("a number without an end", "Infinity"),
    ("the same below zero", "-Infinity"),
    ("a sign alone", "-"),
    ("two signs", "--1"),
    ("a plus", "+1"),
    ("a leading zero", "01"),
    ("a leading zero below zero", "-01"),
    ("a point at the start", ".5"),
    ("a point at the end", "1."),
    ("two points", "1.2.3"),
    ("an exponent without digits", "1e"),
    ("an exponent with a sign alone", "1e+"),
    ("an exponent with a point", "1e1.5"),
    ("two exponents", "1e1e1"),
    ("hexadecimal digits", "0x1F"),
    ("underscores among digits", "1_000"),
    ("a blank among digits", "1 000"),
    ("digits of another script", "١"),
    ("digits of full width", "１"),
    ("a list that isn't closed", "[1"),
    ("a list closed as an object", "[1}"),
    ("a list with a comma at the end", "[1,]"),
    ("a list with a comma at the start", "[,1]"),
    ("a list with two commas", "[1,,2]"),
    ("a list without commas", "[1 2]"),
    ("a list with a colon", "[1:2]"),
    ("a list with semicolons", "[1;2]"),
    ("a list closed twice", "[1]]"),
    ("an object that isn't closed", r#"{"a":1"#),
    ("an object closed as a list", r#"{"a":1]"#),
    ("an object with a comma at the end", r#"{"a":1,}"#),
    ("an object with a comma alone", "{,}"),
    ("an object without a colon", r#"{"a" 1}"#),
    ("an object with two colons", r#"{"a"::1}"#),
    ("an object without a value", r#"{"a":}"#),
    ("an object without a key", "{:1}"),
    ("an object of values", "{1}"),
    ("an object with a bare key", "{a:1}"),
    ("an object with a number for a key", "{1:1}"),
    ("an object with a key in single quotes", "{'a':1}"),
    ("a text in single quotes", "'a'"),
    ("a text in typographic quotes", "“a”"),
    ("a text that isn't closed", r#""a"#),
    ("a text with a backslash at the end", r#""\"#),
    ("a text with a line break in it", "\"a\nb\""),
    ("a text with a tab in it", "\"a\tb\""),
    ("a text with a zero in it", "\"a\0b\""),
    ("a text with the last control character in it", "\"\u{1f}\""),
    ("an escape that isn't one", r#""\x41""#),
    ("an escape of a quote of the other kind", r#""\'""#),
    ("an escape with three digits", r#""\u004""#),
    ("an escape with no digits", r#""\u""#),
    ("an escape with other letters", r#""\u00g0""#),
    ("an escape in braces", r#""\u{41}""#),
    ("an escape with a capital", r#""\U0041""#),
    ("the first half of a character", r#""\ud800""#),
    ("the second half of a character", r#""\udc00""#),
    ("halves the wrong way round", r#""\udc00\ud800""#),
    ("two first halves", r#""\ud800\ud800""#),
    ("a first half and a letter", r#""\ud800a""#),
    ("a first half and another escape", r#""\ud800\n""#),
    ("a first half and half an escape", r#""\ud800\udc""#),
    ("a comment of a line", "1 // one"),
    ("a comment of several lines", "/* one */ 1"),
    ("a comment with a hash", "# one\n1"),
    ("a mark of the byte order inside", "\u{feff}1"),
    ("a blank that isn't one in JSON", "\u{a0}1"),
    ("a form feed", "\u{c}1"),
    ("an end of line of Unicode", "\u{2028}1"),
    ("an arithmetic expression", "1+1"),
    ("a call", "alert(1)"),
    ("a tag", "<b>1</b>"),
    ("an entity", "&quot;a&quot;"),
    ("YAML", "a: 1"),
    ("CSV", "a;b;c"),
];

/// What is JSON, odd as it looks.
const ODD: &[(&str, &str)] = &[
    ("nothing at all", "null"),
    ("zero below zero", "-0"),
    ("an exponent of zero", "0e0"),
    ("a capital exponent", "1E+2"),
    ("more digits than any machine has", "123456789012345678901234567890123456789012345678901"),
    ("a number larger than any float", "1e999999999"),
    ("a number smaller than any float", "1e-999999999"),
    ("the largest whole number and one", "18446744073709551616"),
    ("the smallest whole number less one", "-9223372036854775809"),
    ("blanks of every kind", " \t\r\n1 \t\r\n"),
    ("an empty list", "[]"),
    ("an empty object", "{}"),
    ("an empty key", r#"{"":0}"#),
    ("a key that stands twice", r#"{"a":1,"a":2}"#),
    ("a key that stands twice, once escaped", r#"{"a":1,"\u0061":2}"#),
    ("a key of a prototype", r#"{"__proto__":{"a":1},"constructor":1}"#),
    ("a key like that of numbers", r#"{"$serde_json::private::Number":"1"}"#),
    ("the same with no number in it", r#"{"$serde_json::private::Number":"x"}"#),
    ("the same with a list in it", r#"{"$serde_json::private::Number":["1"]}"#),
    ("the same twice", r#"{"$serde_json::private::Number":1,"$serde_json::private::Number":"1"}"#),
    ("an empty text", r#""""#),
    ("a zero as an escape", r#""\u0000""#),
    ("a character beyond the first plane", r#""\ud83d\ude00""#),
    ("no character", r#""\uffff""#),
    ("a delete", "\"\u{7f}\""),
    ("ends of line of Unicode", "\"\u{2028}\u{2029}\""),
    ("a change of direction", "\"\u{202e}abc\u{202c}\""),
    ("a hundred marks on a letter", concat!("\"a", "\u{301}\u{301}\u{301}\u{301}\u{301}", "\"")),
    ("a slash as an escape", r#""\/""#),
    ("something like the end of a script", r#""</script><!--<script>""#),
    ("something like a template", r#""{{constructor.constructor('x')()}}""#),
    ("lists in lists", "[[[[[[[[[[]]]]]]]]]]"),
];

/// A reader, with a text of its own form in which `?` stands for a value.
type Reader = (&'static str, String, fn(&str) -> Result<(), Refusal>);

/// Why a reader refused.
#[derive(Debug)]
enum Refusal {
    /// No JSON, and where.
    Json(JsonError),
    /// JSON, but nothing of this kind; what it says.
    Other(String),
}

impl From<FormError> for Refusal {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Json(error) => Self::Json(error),
            other => Self::Other(other.to_string()),
        }
    }
}

fn small_pack() -> Pack {
    read_pack(include_str!("../report/pack.json")).unwrap()
}

fn of_assessment(text: &str) -> Result<(), Refusal> {
    match read(&PACK, text) {
        Ok(_) => Ok(()),
        Err(ReadError::Json(error)) => Err(Refusal::Json(error)),
        Err(other) => Err(Refusal::Other(other.to_string())),
    }
}

fn readers() -> Vec<Reader> {
    let assessment = written(&document("a", "4.1=F")).replace("\"F\"", "?");
    let page =
        |held: &str| format!("<!doctype html><script id=\"plumbline-assessment\">{held}</script>");
    vec![
        ("assessment", assessment.clone(), of_assessment),
        ("assessment in a report", page(&assessment), |text| {
            carried::find(text)
                .map_err(|error| Refusal::Other(error.to_string()))
                .and_then(of_assessment)
        }),
        (
            "branding",
            r#"{"format":"plumbline-branding","version":1,"branding":{"name":?}}"#.into(),
            |text| match branding::read(text) {
                Ok(_) => Ok(()),
                Err(BrandingError::Json(error)) => Err(Refusal::Json(error)),
                Err(other) => Err(Refusal::Other(format!("{other:?}"))),
            },
        ),
        ("pack", r#"{"format":"plumbline-pack","format_version":1,"id":?}"#.into(), |text| {
            read_pack(text).map(drop).map_err(|error| match error {
                PackReadError::Form(error) => error.into(),
                PackReadError::Pack(error) => Refusal::Other(error.to_string()),
            })
        }),
        ("texts of a pack", r#"{"language":"en","title":?}"#.into(), |text| {
            PackTexts::read(&small_pack(), text).map(drop).map_err(|error| match error {
                PackTextsError::Form(error) => error.into(),
                other @ PackTextsError::Missing(_) => Refusal::Other(other.to_string()),
            })
        }),
        ("guidance", r#"{"4.1":?}"#.into(), |text| Ok(read_guidance(text).map(drop)?)),
        ("documents", r#"{"documents":?}"#.into(), |text| Ok(read_handbook(text, "{}").map(drop)?)),
        ("texts of documents", r#"{"documents":?}"#.into(), |text| {
            Ok(HandbookTexts::read(text, "{}").map(drop)?)
        }),
        ("scenarios", r#"{"scenarios":?}"#.into(), |text| Ok(read_scenarios(text).map(drop)?)),
        ("texts of scenarios", r#"{"scenarios":?}"#.into(), |text| {
            Ok(read_scenario_texts(text).map(drop)?)
        }),
        ("case", r#"{"facts":?}"#.into(), |text| Ok(read_case(text).map(drop)?)),
        ("texts of a case", r#"{"facts":?}"#.into(), |text| Ok(CaseTexts::read(text).map(drop)?)),
        ("sectors", r#"["software",?]"#.into(), |text| Ok(read_sectors(text).map(drop)?)),
        ("words of sectors", r#"{"software":?}"#.into(), |text| {
            Ok(read_sector_words(text).map(drop)?)
        }),
    ]
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    for (what, text) in NO_VALUE {
        for (reader, file, read) in readers() {
            let file = file.replacen('?', text, 1);
            match read(&file) {
                Err(Refusal::Json(error)) => {
                    let lines = file.lines().count().max(1);
                    let said = error.to_string();
                    assert!((1..=lines + 1).contains(&error.line), "{reader}, {what}: {said}");
                    assert!(said.starts_with(&format!("line {}", error.line)), "{said}");
                }
                other => panic!("{reader}, {what}: {other:?}\n{file}"),
            }
        }
    }
}

#[test]
fn what_only_looks_odd_is_read_or_refused_in_words() {
    for (what, text) in ODD {
        assert!(parse(text).is_ok(), "{what}");
        for (reader, file, read) in readers() {
            // No report of ours holds that in its element, and no browser would read on there.
            if reader == "assessment in a report" && text.contains("</script") {
                continue;
            }
            match read(&file.replacen('?', text, 1)) {
                Ok(()) => {}
                Err(Refusal::Other(said)) => assert!(!said.is_empty(), "{reader}, {what}"),
                // What comes with the program is read with whole numbers only (docs/decisions/0026).
                Err(Refusal::Json(error)) => assert!(
                    !OF_PEOPLE.contains(&reader)
                        && error.to_string().ends_with("a number that isn’t whole"),
                    "{reader}, {what}: {error}"
                ),
            }
        }
    }
}

/// The readers of files that people have.
const OF_PEOPLE: [&str; 3] = ["assessment", "assessment in a report", "branding"];

/// In the file of an assessment nothing of this is a reason not to open it: it is told by its place, or
/// by the key that stands twice.
#[test]
fn an_assessment_opens_all_the_same() {
    let file = written(&document("a", "4.1=F")).replace("\"F\"", "?");
    for (what, text) in ODD {
        let opened = read(&PACK, &file.replacen('?', text, 1));
        let opened = opened.unwrap_or_else(|error| panic!("{what}: {error}"));
        let told = opened
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::Ignored { at } if at == "answers.4.1.rating"));
        // Nothing at all is no rating, which is nothing to tell of.
        assert!(told || *text == "null", "{what}: {:?}", opened.notices);
    }
}

/// Every beginning of every such text, and with something behind it.
#[test]
fn no_reader_minds_where_a_text_breaks_off() {
    for (reader, file, read) in readers() {
        let whole = file.replacen('?', r#"["\ud83d\ude00",-1.5e+3,{"a":null}]"#, 1);
        for (at, _) in whole.char_indices() {
            if let Err(Refusal::Other(said)) = read(&whole[..at]) {
                // Of a report the element is missing then, of an empty text everything.
                assert!(at == 0 || reader == "assessment in a report", "{reader}, {at}: {said}");
            }
        }
        // The element of a report ends before.
        if reader != "assessment in a report" {
            for more in ["x", "{}", ",", "\u{feff}", "\0"] {
                let refused = read(&(whole.clone() + more));
                assert!(
                    matches!(refused, Err(Refusal::Json(_))),
                    "{reader}, {more:?}: {refused:?}"
                );
            }
        }
    }
}

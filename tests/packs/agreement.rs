//! A schema and the reader of the same file agree on what is broken.

use plumbline::{
    domain::{
        pack::{Fault, Pack},
        scale::ScaleError,
    },
    persist::pack::read_pack,
};
use serde_json::{Value, json};

use crate::{
    form::{Form, Reader, Refusal},
    specimens,
};

/// The pack that the specimen of texts has the words of.
fn pack() -> Pack {
    read_pack(&specimen(Form::Pack).to_string()).unwrap()
}

/// The kinds of file that the program reads, and their readers.
fn read() -> impl Iterator<Item = (Form, Reader)> {
    Form::ALL.into_iter().filter_map(|form| Some((form, form.reader()?)))
}

fn specimen(form: Form) -> Value {
    specimens::specimen(form).unwrap_or_else(|| panic!("{form:?} has no specimen"))
}

/// Rules about several places of a file at once, which no schema can express.
fn is_beyond_a_schema(fault: &Fault) -> bool {
    use ScaleError::{Credit, Order, Twice};
    matches!(
        fault,
        Fault::Twice
            | Fault::UnknownAttribute
            | Fault::UnknownRelated
            | Fault::Itself
            | Fault::OneWay
            | Fault::TooLarge(_)
            | Fault::Scale(Credit(_) | Order(_) | Twice(_))
    )
}

/// Whether reader and schema say the same of a file.
fn agree(refusal: Option<&Refusal>, is_valid: bool) -> bool {
    match refusal {
        // What is only incomplete has the right form.
        None | Some(Refusal::Missing(_)) => is_valid,
        Some(Refusal::Pack(error)) if is_beyond_a_schema(&error.fault) => true,
        Some(Refusal::Form(_) | Refusal::Pack(_)) => !is_valid,
    }
}

/// The file with another value at a place, named by a JSON pointer.
fn with(form: Form, at: &str, value: Value) -> Value {
    let mut file = specimen(form);
    *file.pointer_mut(at).unwrap_or_else(|| panic!("{form:?} has no {at}")) = value;
    file
}

/// The file without a member or an element.
fn without(form: Form, at: &str) -> Value {
    let (parent, last) = at.rsplit_once('/').unwrap();
    let mut file = specimen(form);
    match file.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.remove(last).unwrap()),
        Value::Array(elements) => drop(elements.remove(last.parse().unwrap())),
        other => panic!("{other} has no {last}"),
    }
    file
}

/// JSON pointers to everything below a value.
fn places(value: &Value, at: &str) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(key, child)| (format!("{at}/{key}"), child)).collect()
        }
        Value::Array(elements) => (0..)
            .zip(elements)
            .map(|(place, child): (usize, _)| (format!("{at}/{place}"), child))
            .collect(),
        _ => Vec::new(),
    };
    children
        .into_iter()
        .flat_map(|(at, child)| [vec![at.clone()], places(child, &at)].concat())
        .collect()
}

/// Names of all fields that a schema describes, and what it refers to.
fn described<'a>(schema: &'a Value, whole: &'a Value) -> Vec<&'a String> {
    let mut below: Vec<&Value> = match schema {
        Value::Object(members) => {
            members.iter().filter(|(key, _)| *key != "$defs").map(|(_, value)| value).collect()
        }
        Value::Array(elements) => elements.iter().collect(),
        _ => return Vec::new(),
    };
    let definition = schema.get("$ref").and_then(Value::as_str);
    below.extend(definition.and_then(|at| whole.pointer(at.trim_start_matches('#'))));
    let fields = schema.get("properties").and_then(Value::as_object);
    let names = fields.into_iter().flat_map(|fields| fields.keys());
    names.chain(below.into_iter().flat_map(|below| described(below, whole))).collect()
}

#[test]
fn specimens_are_sound_and_use_every_field() {
    for (form, reader) in read() {
        let specimen = specimen(form);
        assert!(form.validator().is_valid(&specimen), "{form:?}");
        let answer = reader(&pack(), &specimen.to_string());
        assert!(answer.is_ok(), "{form:?}: {answer:?}");
        let places = places(&specimen, "");
        let schema = form.schema();
        for field in described(&schema, &schema) {
            let used = places.iter().any(|place| place.ends_with(&format!("/{field}")));
            assert!(used, "{form:?} has no {field:?}");
        }
    }
}

/// Puts wrong things at every place of a file: a schema refuses no more than the reader does, and
/// no less but for rules that are beyond it. `$schema` is left out: it is for editors only.
#[test]
fn schema_and_reader_agree_wherever_a_file_breaks() {
    let wrong = json!([true, -1, 7, 1.5, "", "a b", "elsewhere", [], ["a b"], {}, { "a b": 1 }]);
    let pack = pack();
    let mut disagreements = Vec::new();
    let mut tried = 0;
    for (form, reader) in read() {
        let validator = form.validator();
        let specimen = specimen(form);
        let mut broken = Vec::new();
        for at in places(&specimen, "").into_iter().filter(|at| at != "/$schema") {
            broken.push((format!("{at} missing"), without(form, &at)));
            for value in wrong.as_array().unwrap() {
                broken.push((format!("{at} = {value}"), with(form, &at, value.clone())));
            }
            match specimen.pointer(&at).unwrap().clone() {
                Value::Object(mut members) => {
                    members.insert("unknown".into(), json!(1));
                    broken.push((format!("{at}/unknown"), with(form, &at, members.into())));
                }
                Value::Array(mut elements) => {
                    elements.extend(elements.first().cloned());
                    broken.push((format!("{at} repeats"), with(form, &at, elements.into())));
                }
                _ => {}
            }
        }
        tried += broken.len();
        for (what, file) in broken {
            let refusal = reader(&pack, &file.to_string()).err();
            if !agree(refusal.as_ref(), validator.is_valid(&file)) {
                let says = refusal.map_or("nothing".into(), |refusal| refusal.to_string());
                disagreements.push(format!("{form:?} {what}: the reader says {says}"));
            }
        }
    }
    assert!(disagreements.is_empty(), "of {tried}:\n{}", disagreements.join("\n"));
}

/// Who notices that a file is broken.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    Both,
    ReaderOnly,
}

#[track_caller]
fn check(at: &str, value: Value, expected: By) {
    let file = with(Form::Pack, at, value);
    assert!(read_pack(&file.to_string()).is_err(), "{at}: the reader takes it");
    let seen = if Form::Pack.validator().is_valid(&file) { By::ReaderOnly } else { By::Both };
    assert_eq!(seen, expected, "{at}");
}

#[test]
fn a_broken_pack_is_refused() {
    const ITEM: &str = "/sections/0/groups/0/items/0";
    let item = |field: &str| format!("{ITEM}/{field}");
    check("/format", json!("plumbline-assessment"), By::Both);
    check("/format_version", json!(2), By::Both);
    check("/format_version", json!(0), By::Both);
    check("/version", json!(" "), By::Both);
    check("/id", json!("A 5"), By::Both);
    check("/id", json!("x".repeat(65)), By::Both);
    check("/scale", json!([{ "code": "F", "credit": [1, 1] }]), By::Both);
    check("/scale/0/credit", json!([1, 3]), By::Both);
    check("/scale/1/credit", json!([1, 0]), By::Both);
    check("/scale/1/credit", json!([1, 2, 3]), By::Both);
    check("/scale/1/credit", json!([1, 5041]), By::ReaderOnly);
    check("/scale/1/credit", json!([1, 1]), By::ReaderOnly);
    check("/scale/2/credit", json!([2, 3]), By::ReaderOnly);
    check("/scale/2/code", json!("N"), By::ReaderOnly);
    check("/attributes/0/values", json!([]), By::Both);
    check("/attributes/0/values", json!(["a", "a"]), By::Both);
    check("/sections", json!([]), By::Both);
    check("/sections/0/kind", json!("theme"), By::Both);
    check("/sections/0/groups/0/items", json!([]), By::Both);
    check(&item("id"), json!("1.1.2"), By::ReaderOnly);
    check(&item("weight"), json!(0), By::Both);
    check(&item("weight"), json!(6), By::Both);
    check(&item("step"), json!(0), By::Both);
    check(&item("step"), json!(11), By::Both);
    check(&item("effort"), json!("XXL"), By::Both);
    check(&item("checks"), json!(["first", "first"]), By::Both);
    check(&item("attributes"), json!({ "type": ["detective", "detective"] }), By::Both);
    check(&item("attributes"), json!({ "type": ["corrective"] }), By::ReaderOnly);
    check(&item("attributes"), json!({ "theme": ["detective"] }), By::ReaderOnly);
    check(&item("related"), json!(["9.9"]), By::ReaderOnly);
    check(&item("related"), json!([]), By::ReaderOnly);
    check(&item("related"), json!(["1.1.2", "1.1.2"]), By::Both);
    check(&item("related"), json!(["1.1.1", "1.1.2"]), By::ReaderOnly);
    check(&item("attributes"), json!({ "theme": [] }), By::ReaderOnly);
    check(ITEM, json!({ "id": "1.1.1", "effort": "S", "step": 1, "wieght": 2 }), By::Both);
}

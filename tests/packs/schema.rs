//! Every file of every pack keeps its schema.

use std::path::Path;

use jsonschema::Validator;
use plumbline::persist::json;
use serde_json::{Value, json};

use crate::{
    faults::Faults,
    files::{files_below, folders, text},
    form::Form,
};

#[test]
fn the_schemas_are_schemas() {
    let mut faults = Faults::default();
    for form in Form::ALL {
        if let Err(error) = jsonschema::draft202012::meta::validate(&form.whole_schema()) {
            faults.say(form.schema_path(), error);
        }
    }
    faults.tell();
}

#[test]
fn every_file_keeps_its_schema() {
    let mut faults = Faults::default();
    let validators = validators();
    for folder in folders() {
        for path in files_below(&folder) {
            let form = path.strip_prefix(&folder).ok().and_then(Form::of);
            match validators.iter().find(|(of, _)| Some(*of) == form) {
                Some((form, validator)) => check(&mut faults, &path, *form, validator),
                None => faults.say(path.display(), "packs have no such file"),
            }
        }
    }
    faults.tell();
}

/// Every kind of file with what checks it.
fn validators() -> [(Form, Validator); Form::ALL.len()] {
    Form::ALL.map(|form| (form, form.validator()))
}

/// An editor has only the schema as a whole, which finds out by itself what kind of file it has.
#[test]
fn a_schema_of_several_kinds_takes_every_file_as_a_whole() {
    let mut faults = Faults::default();
    for folder in folders() {
        for path in files_below(&folder) {
            let Some(form) = path.strip_prefix(&folder).ok().and_then(Form::of) else { continue };
            let whole = jsonschema::draft202012::new(&form.whole_schema()).unwrap();
            let file = serde_json::from_str(&text(&path)).unwrap();
            for error in whole.iter_errors(&file) {
                faults.say(format!("{} {}", path.display(), error.instance_path()), &error);
            }
        }
    }
    faults.tell();
}

/// What no reader is held against (see `agreement`) is refused at least where a value has a type
/// that files of words and identifiers have nowhere, and where a member is unknown.
#[test]
fn schemas_without_a_reader_refuse_what_has_no_place() {
    let mut faults = Faults::default();
    for (form, validator) in validators().into_iter().filter(|(form, _)| form.reader().is_none()) {
        let mut paths = folders().into_iter().flat_map(|folder| {
            let of = |path: &Path| path.strip_prefix(&folder).ok().and_then(Form::of);
            files_below(&folder)
                .into_iter()
                .filter(move |path| of(path) == Some(form))
                .collect::<Vec<_>>()
        });
        let Some(path) = paths.next() else { continue };
        let file: Value = serde_json::from_str(&text(&path)).unwrap();
        let mut wrong = file.clone();
        each_place(&file, &mut String::new(), &mut |at| {
            let place = wrong.pointer_mut(at).unwrap();
            let right = place.take();
            *place = json!(true);
            faults.unless(!validator.is_valid(&wrong), format!("{form:?} {at}"), "true is taken");
            if let Value::Object(members) = &right {
                let mut more = members.clone();
                more.insert("not known".into(), json!(true));
                *wrong.pointer_mut(at).unwrap() = more.into();
                let refused = !validator.is_valid(&wrong);
                faults.unless(refused, format!("{form:?} {at}"), "an unknown member is taken");
            }
            *wrong.pointer_mut(at).unwrap() = right;
        });
    }
    faults.tell();
}

/// Calls `see` with the JSON pointer of a value and of everything below it.
fn each_place(value: &Value, at: &mut String, see: &mut impl FnMut(&str)) {
    see(at);
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(elements) => (0..)
            .zip(elements)
            .map(|(place, value): (usize, _)| (place.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (key, value) in below {
        let length = at.len();
        at.push('/');
        at.push_str(&key);
        each_place(value, at, see);
        at.truncate(length);
    }
}

fn check(faults: &mut Faults, path: &Path, form: Form, validator: &Validator) {
    let at = path.display();
    let content = text(path);
    let repeated = match json::parse(&content) {
        Ok((_, repeated)) => repeated,
        Err(error) => return faults.say(at, error),
    };
    let file: Value = serde_json::from_str(json::without_mark(&content)).unwrap();
    for key in repeated {
        faults.say(&at, format!("{key:?} stands twice in one object"));
    }
    for error in validator.iter_errors(&file) {
        faults.say(format!("{at} {}", error.instance_path()), &error);
    }
    if let Some(schema) = file.get("$schema").and_then(Value::as_str) {
        let named = path.with_file_name(schema).canonicalize().ok();
        let right = Path::new(form.schema_path()).canonicalize().ok();
        faults.unless(named == right, at, format!("{schema:?} doesn’t lead to its schema"));
    }
}

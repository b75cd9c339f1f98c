//! Every file of every pack keeps its schema.

use std::path::Path;

use jsonschema::Validator;
use plumbline::persist::json;
use serde_json::Value;

use crate::{
    faults::Faults,
    files::{files_below, folders, text},
    form::Form,
};

#[test]
fn the_schemas_are_schemas() {
    let mut faults = Faults::default();
    for form in Form::ALL {
        if let Err(error) = jsonschema::draft202012::meta::validate(&form.schema()) {
            faults.say(form.schema_path(), error);
        }
    }
    faults.tell();
}

#[test]
fn every_file_keeps_its_schema() {
    let mut faults = Faults::default();
    let validators = Form::ALL.map(|form| (form, form.validator()));
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

fn check(faults: &mut Faults, path: &Path, form: Form, validator: &Validator) {
    let at = path.display();
    let (file, repeated) = match json::parse(&text(path)) {
        Ok(parsed) => parsed,
        Err(error) => return faults.say(at, error),
    };
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

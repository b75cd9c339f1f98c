//! A file is read back before anybody is told that it was saved.

use plumbline::{
    domain::{
        action::{Action, apply},
        assessment::Rating,
    },
    persist::reread::reads_back,
};
use proptest::prelude::*;

use crate::{
    random::documents,
    support::{PACK, document, id, opened, written, written_value},
};

proptest! {
    #[test]
    fn what_is_written_is_read_back(document in documents()) {
        prop_assert!(reads_back(&PACK, &document, &written(&document)));
    }
}

#[test]
fn anything_else_is_noticed() {
    let document = document("one", "4.1=F A.5.7=?");
    let text = written(&document);
    let mut changed = document.clone();
    apply(&PACK, &mut changed.assessment, Action::Rate(id("4.1"), Rating::parse("P"))).unwrap();
    assert!(!reads_back(&PACK, &changed, &text));
    assert!(!reads_back(&PACK, &document, &written(&changed)));
    for (place, _) in text.char_indices() {
        assert!(!reads_back(&PACK, &document, &text[..place]), "cut at {place}");
    }
    let mut later = document.clone();
    later.revision += 1;
    assert!(!reads_back(&PACK, &later, &text));
}

/// What a file says beyond us is in the way of nothing, even when what it belonged to is gone.
#[test]
fn leftovers_are_no_alarm() {
    let mut file = written_value(&document("one", "4.1=F"));
    file["assessment"]["answers"]["4.1"]["evidence"] =
        serde_json::json!([{ "name": "Minutes", "colour": "red" }]);
    file["assessment"]["mood"] = "good".into();
    let mut document = opened(&file.to_string()).document;
    assert!(reads_back(&PACK, &document, &written(&document)));
    apply(&PACK, &mut document.assessment, Action::Evidence(id("4.1"), vec![])).unwrap();
    document.settle();
    assert!(reads_back(&PACK, &document, &written(&document)));
}

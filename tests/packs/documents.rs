//! The list of documented information: its facts, and its words.

use std::collections::BTreeSet;

use plumbline::domain::handbook::{Demand, Form};

use crate::{
    facts::rows,
    faults::Faults,
    files::{handbook, handbook_texts, iso27001},
    wording::words,
};

const DOCUMENTS: &str = include_str!("../facts/mandatory_documents.tsv");

/// What table and handbook have to agree on: item, status, type.
type Facts = (String, Demand, Form);

fn expected() -> Vec<Facts> {
    let facts = |row: crate::facts::Row| {
        // "6.1.3 d" is a part of the item 6.1.3.
        let (item, _) = row["ref"].split_once(' ').unwrap_or((row["ref"], ""));
        let demand = match row["status"] {
            "mandatory" => Demand::Mandatory,
            "if applicable" => Demand::IfApplicable,
            "common" => Demand::Common,
            other => panic!("a status {other:?}"),
        };
        let form = match row["type"] {
            "document" => Form::Document,
            "record" => Form::Record,
            other => panic!("a type {other:?}"),
        };
        (item.to_owned(), demand, form)
    };
    rows(DOCUMENTS).into_iter().map(facts).collect()
}

#[test]
fn documents_are_those_of_the_table_row_by_row() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let documents = handbook().documents;
    let expected = expected();
    faults.unless(
        documents.len() == expected.len(),
        "documents",
        format!("{} and not the {} of the table", documents.len(), expected.len()),
    );
    for (document, expected) in documents.iter().zip(&expected) {
        let found = (document.item.to_string(), document.demand, document.form);
        faults.unless(found == *expected, &document.id, format!("{found:?}, not {expected:?}"));
        faults.unless(pack.item(&document.item).is_some(), &document.id, "no such item");
    }
    let once: BTreeSet<_> = documents.iter().map(|document| &document.id).collect();
    faults.unless(once.len() == documents.len(), "documents", "an identifier stands twice");
    faults.tell();
}

#[test]
fn documents_have_words_within_bounds() {
    let mut faults = Faults::default();
    let documents = handbook().documents;
    let named: BTreeSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    for (tag, texts) in handbook_texts() {
        let worded: BTreeSet<&str> = texts.documents.iter().map(|(id, _)| &**id).collect();
        for id in named.symmetric_difference(&worded) {
            let what = if named.contains(id) { "no words for it" } else { "not in the handbook" };
            faults.say(format!("{tag} {id}"), what);
        }
        for (id, document) in &texts.documents {
            let parts = [
                ("title", &document.title, 2..=8),
                ("contains", &document.contains, 20..=60),
                ("look", &document.look, 12..=40),
            ];
            for (part, text, bounds) in parts {
                faults.within(format!("{tag} {id} {part}"), words(text), bounds, "words");
            }
        }
    }
    faults.tell();
}

//! The styles of the file, and those of a client's template.

use std::collections::BTreeSet;

use plumbline::report::{brand::WORD_STYLES, docx::StyleNames};

use super::{
    opened::{Opened, all, attribute, bytes, says, values},
    sample::document,
};

fn opened(pairs: &[(&str, &str)]) -> Opened {
    let pairs: Vec<_> =
        pairs.iter().map(|(ours, theirs)| ((*ours).into(), (*theirs).into())).collect();
    Opened::of(&bytes(&document(), &StyleNames::new(&pairs)))
}

/// What the style of the first paragraph (or table) with these words is called.
fn name_of(opened: &Opened, element: &'static str, reference: &'static str, words: &str) -> String {
    let text = opened.xml("word/document.xml");
    let found = all(text.root(), element)
        .filter(|found| attribute(*found, "anchor").is_none())
        .find(|found| {
            says(*found).starts_with(words)
                && !values(*found, reference, "val")[0].starts_with("TOC")
        })
        .unwrap_or_else(|| panic!("nothing says {words}"));
    let id = values(found, reference, "val")[0];
    let styles = opened.xml("word/styles.xml");
    let style = all(styles.root(), "style").find(|style| attribute(*style, "styleId") == Some(id));
    values(style.expect("a style that is defined"), "name", "val")[0].to_owned()
}

#[test]
fn styles_that_are_used_are_defined_once() {
    let all_named: Vec<(String, String)> =
        WORD_STYLES.map(|name| (name.to_owned(), format!("ACME {name}"))).into();
    for names in [StyleNames::default(), StyleNames::new(&all_named)] {
        let opened = Opened::of(&bytes(&document(), &names));
        let styles = opened.xml("word/styles.xml");
        let ids = values(styles.root(), "style", "styleId");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        let titles = values(styles.root(), "name", "val");
        assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len());
        for used in ["basedOn", "next"] {
            for id in values(styles.root(), used, "val") {
                assert!(ids.contains(&id), "{id}");
            }
        }
        for part in ["document", "header1", "footer1", "numbering"] {
            let part = opened.xml(&format!("word/{part}.xml"));
            for used in ["pStyle", "rStyle", "tblStyle"] {
                for id in values(part.root(), used, "val") {
                    assert!(ids.contains(&id), "{id}");
                }
            }
        }
    }
}

#[test]
fn the_names_of_a_template_are_used() {
    let opened = opened(&[
        ("Heading 1", "ACME Überschrift"),
        ("Table", "ACME Tabelle"),
        ("Body", "Body Text"),
        ("Caption", "ACME Abb. & mehr"),
    ]);
    let paragraph = |words: &str| name_of(&opened, "p", "pStyle", words);
    assert_eq!(paragraph("Results"), "ACME Überschrift");
    assert_eq!(paragraph("What an auditor"), "Body Text");
    assert_eq!(paragraph("Conformity by clause"), "ACME Abb. & mehr");
    assert_eq!(paragraph("Three strengths"), "heading 2");
    assert_eq!(name_of(&opened, "tbl", "tblStyle", "Clause or theme"), "ACME Tabelle");
    // So that the template's own table style dresses what stands in its tables.
    assert_eq!(paragraph("Clause or theme"), "Normal");
}

#[test]
fn headings_of_a_template_stay_in_the_table_of_contents() {
    let opened = opened(&[("Heading 2", "ACME Part")]);
    let text = opened.xml("word/document.xml");
    let levels = values(text.root(), "outlineLvl", "val");
    assert_eq!(levels, ["1", "1", "1"]);
}

#[test]
fn a_report_becomes_a_chapter() {
    let opened = opened(&[
        ("Heading 1", "Heading 2"),
        ("Heading 2", "Heading 3"),
        ("Heading 3", "Heading 4"),
    ]);
    assert_eq!(name_of(&opened, "p", "pStyle", "Results"), "heading 2");
    assert_eq!(name_of(&opened, "p", "pStyle", "Decision asked"), "heading 4");
    let text = opened.xml("word/document.xml");
    assert_eq!(all(text.root(), "outlineLvl").count(), 0);
    assert!(opened.text("word/document.xml").contains("TOC \\o &quot;1-3&quot;"));
}

#[test]
fn the_text_has_no_look_of_its_own() {
    let opened = opened(&[]);
    let text = opened.xml("word/document.xml");
    for by_hand in ["rFonts", "color", "b", "i"] {
        assert_eq!(all(text.root(), by_hand).count(), 0, "{by_hand}");
    }
    // Sizes and spaces stand only in paragraphs that say nothing.
    for by_hand in ["sz", "spacing", "ind"] {
        for found in all(text.root(), by_hand) {
            let paragraph = found.ancestors().find(|node| node.tag_name().name() == "p").unwrap();
            assert_eq!(says(paragraph), "", "{by_hand}");
        }
    }
}

//! What stands in the parts of the file.

use std::collections::BTreeSet;

use plumbline::{
    report::{
        document::{Block, Document},
        docx::{StyleNames, write},
    },
    text::Texts,
};

use super::{
    opened::{Opened, all, attribute, bytes, says, values},
    sample::{document, pictures},
};

const TEXT: &str = "word/document.xml";

#[test]
fn every_part_is_well_formed_and_announced() {
    let opened = Opened::write(&document());
    let types = opened.xml("[Content_Types].xml");
    let announced = values(types.root(), "Override", "PartName");
    for name in opened.xml_names() {
        opened.xml(name);
        let known = name.contains("_rels/") || name.starts_with('[');
        assert!(known || announced.contains(&format!("/{name}").as_str()), "{name}");
    }
    for name in announced {
        opened.text(name.trim_start_matches('/'));
    }
}

#[test]
fn references_lead_to_parts() {
    let opened = Opened::write(&document());
    for part in ["document", "header1", "header2"] {
        let relations = opened.xml(&format!("word/_rels/{part}.xml.rels"));
        let targets = values(relations.root(), "Relationship", "Target");
        for target in targets {
            let name = format!("word/{target}");
            assert!(opened.names().any(|known| known == name), "{name}");
        }
        let ids = values(relations.root(), "Relationship", "Id");
        let content = opened.xml(&format!("word/{part}.xml"));
        let references = [("headerReference", "id"), ("footerReference", "id"), ("blip", "embed")];
        for (element, name) in references {
            for used in values(content.root(), element, name) {
                assert!(ids.contains(&used), "{part} uses {used}");
            }
        }
    }
}

/// Style and words of the paragraphs of the text that have one of these styles.
fn paragraphs<'a>(text: &'a roxmltree::Document<'_>, styles: &[&str]) -> Vec<(&'a str, String)> {
    let paragraphs = all(text.root(), "p").filter_map(|paragraph| {
        let style = *values(paragraph, "pStyle", "val").first()?;
        styles.contains(&style).then(|| (style, says(paragraph)))
    });
    paragraphs.collect()
}

#[test]
fn headings_have_the_styles_of_word() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let found = paragraphs(&text, &["Title", "Subtitle", "Heading1", "Heading2", "Heading3"]);
    let found: Vec<(&str, &str)> = found.iter().map(|(style, text)| (*style, &**text)).collect();
    let expected = [
        ("Title", "Nordwind & Söhne GmbH"),
        ("Subtitle", "Self-assessment against ISO/IEC 27001:2022"),
        ("Heading1", "Management summary"),
        ("Heading2", "Three strengths"),
        ("Heading2", "Three gaps"),
        ("Heading3", "Decision asked"),
        ("Heading1", "Results"),
        ("Heading1", "Statement of Applicability"),
        ("Heading1", "All answers"),
        ("Heading2", "5 Leadership"),
        ("Heading3", "Πολιτική ασφάλειας πληροφοριών"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_table_of_contents_is_a_field_with_entries() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let found = paragraphs(&text, &["TOC1", "TOC2"]);
    let found: Vec<&str> = found.iter().map(|(_, text)| text.trim_end()).collect();
    let expected = [
        "Management summary",
        "Three strengths",
        "Three gaps",
        "Results",
        "Statement of Applicability",
        "All answers",
        "5 Leadership",
    ];
    assert_eq!(found, expected);
    let instructions: Vec<&str> =
        all(text.root(), "instrText").filter_map(|found| found.text()).collect();
    assert_eq!(instructions.first(), Some(&r#" TOC \o "1-2" \h \z \u "#));
    // Whatever begins also separates and ends; a field that is dirty makes Word ask.
    let ends = values(text.root(), "fldChar", "fldCharType");
    let count = |kind| ends.iter().filter(|found| **found == kind).count();
    assert_eq!((count("begin"), count("separate"), count("end")), (8, 8, 8));
    assert!(!opened.text(TEXT).contains("dirty"));
    assert!(!opened.text("word/settings.xml").contains("updateFields"));
}

#[test]
fn a_report_of_many_parts_lists_its_sections_only() {
    let mut document = document();
    let many = (0..100).map(|number| Block::Heading {
        level: 2,
        text: format!("Part {number}"),
        anchor: String::new(),
    });
    document.sections[0].blocks.extend(many);
    let opened = Opened::write(&document);
    let text = opened.xml(TEXT);
    assert_eq!(paragraphs(&text, &["TOC1", "TOC2"]).len(), 4);
    assert!(opened.text(TEXT).contains(r"TOC \o &quot;1-1&quot;"));
}

#[test]
fn tables_repeat_their_headers_and_keep_rows_whole() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let real =
        all(text.root(), "tbl").filter(|table| !values(*table, "tblStyle", "val").is_empty());
    let mut counts = Vec::new();
    for table in real {
        let rows: Vec<_> = all(table, "tr").collect();
        let repeated: Vec<bool> =
            rows.iter().map(|row| all(*row, "tblHeader").next().is_some()).collect();
        assert!(repeated[0] && !repeated[1..].contains(&true));
        let whole = rows.iter().filter(|row| all(**row, "cantSplit").next().is_some()).count();
        let widths: u32 =
            values(table, "gridCol", "w").iter().map(|width| width.parse::<u32>().unwrap()).sum();
        for row in &rows {
            let cells = all(*row, "tc").count();
            assert_eq!(cells, all(table, "gridCol").count());
        }
        counts.push((rows.len(), whole, widths));
    }
    // The note of three pages is the one row that may break.
    assert_eq!(counts, [(6, 6, 9_412), (41, 41, 14_344), (10, 9, 9_412)]);
    let captions = values(text.root(), "tblCaption", "val");
    assert_eq!(captions, ["Numbers by clause", "All controls"]);
}

#[test]
fn a_column_that_only_draws_is_left_out() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let headings = paragraphs(&text, &["TableHeading"]);
    let headings: Vec<&str> = headings.iter().map(|(_, text)| text.as_str()).take(2).collect();
    assert_eq!(headings, ["Clause or theme", "Conformity"]);
}

#[test]
fn wide_sections_lie_on_their_side() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let pages: Vec<_> = all(text.root(), "pgSz")
        .map(|page| (attribute(page, "w").unwrap(), attribute(page, "orient").unwrap_or_default()))
        .collect();
    let upright = ("11906", "");
    // Cover; contents, summary and results; statement; answers.
    assert_eq!(pages, [upright, upright, ("16838", "landscape"), upright]);
    assert_eq!(all(text.root(), "titlePg").count(), 1);
}

#[test]
fn charts_are_pictures_with_words() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let words = values(text.root(), "docPr", "descr");
    let expected = [
        "Logo of Acme Consulting",
        "Clause 4 has 80 %, clause 9 the least with 20 %.",
        "It is made smaller.",
    ];
    assert_eq!(words, expected);
    let sizes: Vec<_> = all(text.root(), "extent")
        .map(|extent| (attribute(extent, "cx").unwrap(), attribute(extent, "cy").unwrap()))
        .collect();
    // Tenths of a point are 1,270 units: 4,600 of them 5,842,000. The page has 9,412 · 635 units.
    assert_eq!(sizes[1..], [("5842000", "2032000"), ("5976620", "1327785")]);
    let ids = values(text.root(), "docPr", "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    // Two charts that look the same, and a logo.
    assert_eq!(opened.pictures(), 2);
}

#[test]
fn a_chart_without_picture_is_told_in_words() {
    let document = document();
    let one = &pictures(&document)[..1];
    let file = write(&document, one, &StyleNames::default(), &Texts::english()).unwrap();
    let opened = Opened::of(&file);
    let text = opened.xml(TEXT);
    assert_eq!(values(text.root(), "docPr", "descr").len(), 2);
    assert!(paragraphs(&text, &["Normal"]).iter().any(|(_, text)| text == "It is made smaller."));
}

#[test]
fn links_lead_to_bookmarks() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let names = values(text.root(), "bookmarkStart", "name");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 9);
    assert_eq!(names.len(), 9);
    assert_eq!(
        values(text.root(), "bookmarkStart", "id"),
        values(text.root(), "bookmarkEnd", "id")
    );
    for link in all(text.root(), "hyperlink") {
        assert!(names.contains(&attribute(link, "anchor").unwrap()), "{}", says(link));
    }
    let link = |words: &str| {
        let found = all(text.root(), "hyperlink").find(|link| says(*link) == words)?;
        let name = attribute(found, "anchor")?;
        let mark = all(text.root(), "bookmarkStart")
            .find(|mark| attribute(*mark, "name") == Some(name))?;
        mark.parent().map(says)
    };
    assert_eq!(link("the findings").as_deref(), Some("Three gaps"));
    assert_eq!(link("See the answers").as_deref(), Some("All answers"));
    assert_eq!(link("Leads nowhere"), None);
    assert!(says(text.root()).contains("Leads nowhere"));
}

#[test]
fn numbered_lists_begin_anew() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let lists = all(text.root(), "p")
        .filter(|paragraph| values(*paragraph, "pStyle", "val") == ["ListNumber"])
        .map(|paragraph| values(paragraph, "numId", "val"));
    assert_eq!(lists.collect::<Vec<_>>(), [vec![], vec![], vec!["3"], vec!["3"]]);
    let numbering = opened.xml("word/numbering.xml");
    assert_eq!(values(numbering.root(), "num", "numId"), ["1", "2", "3"]);
}

#[test]
fn words_from_right_to_left_say_so() {
    let opened = Opened::write(&document());
    let text = opened.xml(TEXT);
    let to_left =
        all(text.root(), "p").filter(|paragraph| all(*paragraph, "bidi").next().is_some());
    let found: Vec<String> = to_left.map(says).collect();
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|text| text.starts_with('س') || text.starts_with('מ')), "{found:?}");
}

#[test]
fn the_file_says_what_it_is() {
    let opened = Opened::write(&document());
    let core = opened.xml("docProps/core.xml");
    let say = |name| all(core.root(), name).next().and_then(|found| found.text());
    assert_eq!(say("title"), Some("Gap report: Nordwind & Söhne <GmbH>"));
    assert_eq!(say("creator"), Some("Jane Doe"));
    assert_eq!(say("language"), Some("en"));
    assert_eq!(say("created"), Some("2026-11-22T00:00:00Z"));
    let styles = opened.xml("word/styles.xml");
    assert_eq!(values(styles.root(), "lang", "val"), ["en-GB"]);
    let footer = opened.xml("word/footer1.xml");
    assert_eq!(says(footer.root()), "Nordwind & Söhne GmbH · Confidential\tPage 1 of 1");
    let fields: Vec<_> = all(footer.root(), "instrText").filter_map(|found| found.text()).collect();
    assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
    let header = opened.xml("word/header2.xml");
    assert_eq!(values(header.root(), "docPr", "descr"), ["Logo of Acme Consulting"]);
}

#[test]
fn the_same_report_is_the_same_file() {
    let document = document();
    let names = StyleNames::default();
    assert!(bytes(&document, &names) == bytes(&document, &names));
}

#[test]
fn an_empty_report_is_a_file() {
    let document = Document {
        cover: None,
        sections: Vec::new(),
        day: String::new(),
        author: String::new(),
        brand: plumbline::report::document::Brand::default(),
        ..document()
    };
    let opened = Opened::write(&document);
    assert_eq!(says(opened.xml(TEXT).root()), "");
    assert_eq!(all(opened.xml("docProps/core.xml").root(), "created").count(), 0);
}

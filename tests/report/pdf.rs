//! The PDF: that it says all that the document says, that it can be read aloud, and that nothing that
//! people type breaks it.

mod sample;

use std::{
    fs,
    ops::ControlFlow,
    path::Path,
    process::{Command, Output},
    time::Instant,
};

use plumbline::{
    report::{
        document::{Block, Cell, Document, Span},
        pdf::{Fonts, Pdf, PdfError, write},
    },
    text::Texts,
};
use tempfile::TempDir;

fn fonts() -> Fonts {
    let read = |name: &str| {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(name)).expect("a font")
    };
    Fonts::read(read("regular.ttf"), read("strong.ttf")).expect("fonts")
}

fn pdf(document: &Document) -> Pdf {
    let go_on = &mut |_, _| ControlFlow::Continue(());
    write(document, &Texts::english(), &fonts(), go_on).expect("a PDF")
}

/// What a program of another hand makes of the file; its name takes the place of `FILE`.
fn tool(pdf: &Pdf, program: &str, arguments: &[&str]) -> Output {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("report.pdf");
    fs::write(&file, &pdf.bytes).expect("a file");
    let mut command = Command::new(program);
    for argument in arguments {
        match *argument {
            "FILE" => command.arg(&file),
            other => command.arg(other),
        };
    }
    command.output().unwrap_or_else(|error| panic!("{program} (poppler-utils, qpdf): {error}"))
}

/// The words of the file, in one line.
fn text(pdf: &Pdf) -> String {
    let output = tool(pdf, "pdftotext", &["-raw", "FILE", "-"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file as JSON, for what it is made of.
fn inside(pdf: &Pdf) -> String {
    let output = tool(pdf, "qpdf", &["--json", "FILE"]);
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn other_programs_find_no_fault() {
    for document in [sample::everything(), sample::bare(), sample::naughty()] {
        let pdf = pdf(&document);
        let output = tool(&pdf, "qpdf", &["--check", "FILE"]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}

#[test]
fn every_word_can_be_read() {
    let text = text(&pdf(&sample::everything()));
    for words in sample::WORDS {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn greek_and_cyrillic_are_shown() {
    let pdf = pdf(&sample::saying("Ελληνικά ἀρχή, Кириллица, українська, čeština, Straße, Ørsted"));
    assert!(pdf.missing.is_empty(), "{:?}", pdf.missing);
    assert!(text(&pdf).contains("Ελληνικά ἀρχή, Кириллица, українська, čeština, Straße, Ørsted"));
}

#[test]
fn other_scripts_are_named_and_kept() {
    let pdf = pdf(&sample::saying("سياسة and 政策 and 🔒 and ✓"));
    assert!("سياسة政策🔒".chars().all(|letter| pdf.missing.contains(&letter)));
    assert!(!pdf.missing.contains(&'✓') && !pdf.missing.contains(&' '));
    let text = text(&pdf);
    let scripts = "stand as □: Arabic, Chinese, Japanese or Korean, emoji and symbols.";
    assert!(text.contains(scripts), "{text}");
    assert!(text.contains("政策") && text.contains("🔒"), "{text}");
}

#[test]
fn nothing_that_people_type_breaks_it() {
    let document = sample::naughty();
    let pdf = pdf(&document);
    assert!(pdf.pages > 3);
    let text = text(&pdf);
    assert!(text.contains("DROP TABLE users") && text.contains("<script>alert(123)</script>"));
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let document = sample::everything();
    assert!(pdf(&document).bytes == pdf(&document).bytes);
}

#[test]
fn it_is_made_to_be_read_aloud() {
    let inside = inside(&pdf(&sample::everything()));
    for what in [
        "\"/H1\"",
        "\"/H2\"",
        "\"/H3\"",
        "\"/TH\"",
        "\"/TD\"",
        "\"/THead\"",
        "\"/Figure\"",
        "\"/L\"",
        "\"/LI\"",
        "\"/Lbl\"",
        "\"/TOC\"",
        "\"/Link\"",
        "\"/Column\"",
        "\"/Row\"",
        "\"/Marked\": true",
        "\"/DisplayDocTitle\": true",
        "\"u:The range of conformity as a bar from 40 to 70 %\"",
        "\"/Lang\": \"u:en\"",
        "\"/Author\": \"u:Jane Doe\"",
    ] {
        assert!(inside.contains(what), "{what}");
    }
    let metadata = tool(&pdf(&sample::everything()), "pdfinfo", &["-meta", "FILE"]);
    let metadata = String::from_utf8(metadata.stdout).expect("UTF-8");
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
}

#[test]
fn outline_links_and_head_lead_through_it() {
    let document = sample::everything();
    let pdf = pdf(&document);
    let inside = inside(&pdf);
    for section in &document.sections {
        assert!(
            inside.contains(&format!("\"/Title\": \"u:{}\"", section.title)),
            "{}",
            section.title
        );
    }
    // One for each section in the contents, and one in a paragraph.
    let links = inside.matches("\"/Subtype\": \"/Link\"").count();
    assert!(links > document.sections.len(), "{links}");
    let text = text(&pdf);
    assert!(text.contains(&format!("Page 2 of {}", pdf.pages)), "{text}");
    assert!(text.contains("Acme Ltd · Confidential"));
}

#[test]
fn headers_of_tables_stand_on_every_page() {
    let document = sample::long_table();
    let pdf = pdf(&document);
    assert!(pdf.pages >= 5 && pdf.pages <= 20, "{}", pdf.pages);
    let headers = text(&pdf).matches("Reason for the decision").count();
    assert_eq!(headers, pdf.pages);
}

#[test]
fn a_row_higher_than_a_page_goes_on_over_pages() {
    let words: Vec<String> = (0..2000).map(|number| format!("word{number}")).collect();
    let mut document = sample::long_table();
    let Some(Block::Table(table)) = document.sections[0].blocks.first_mut() else {
        panic!("a table")
    };
    table.rows = vec![vec![Cell::plain("1"), Cell::plain("Long"), Cell::plain(words.join(" "))]];
    let text = text(&pdf(&document));
    for word in words {
        assert!(text.contains(&word), "{word}");
    }
}

#[test]
fn words_without_blanks_stay_on_the_page() {
    let pdf = pdf(&sample::saying(&"W".repeat(3000)));
    let output = tool(&pdf, "pdftotext", &["-bbox", "FILE", "-"]);
    let boxes = String::from_utf8(output.stdout).expect("UTF-8");
    let ends = boxes.split("xMax=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let ends: Vec<f64> = ends.map(|end| end.parse().expect("a number")).collect();
    assert!(ends.len() > 50 && ends.iter().all(|end| *end < 595.0 - 40.0), "{ends:?}");
}

#[test]
fn it_can_be_stopped() {
    let stop = &mut |_, _| ControlFlow::Break(());
    let stopped = write(&sample::everything(), &Texts::english(), &fonts(), stop);
    assert_eq!(stopped, Err(PdfError::Stopped));
}

#[test]
fn progress_grows_to_the_end() {
    let mut told = Vec::new();
    let tell = &mut |done, all| {
        told.push((done, all));
        ControlFlow::Continue(())
    };
    write(&sample::everything(), &Texts::english(), &fonts(), tell).expect("a PDF");
    assert!(told.windows(2).all(|two| two[0].0 * two[1].1 <= two[1].0 * two[0].1), "{told:?}");
    assert!(told.last().is_some_and(|(done, all)| done == all));
}

#[test]
fn a_broken_logo_or_font_is_told() {
    let mut document = sample::everything();
    document.brand.logo.as_mut().expect("a logo").png.truncate(40);
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let written = write(&document, &Texts::english(), &fonts(), go_on);
    assert_eq!(written, Err(PdfError::Logo));
    let no_font = Fonts::read(b"no font".to_vec(), Vec::new());
    assert!(matches!(no_font, Err(PdfError::Font)));
}

/// Makes files to look at: `PLUMBLINE_PDF=folder cargo test … look -- --ignored --nocapture`.
#[test]
#[ignore = "for the eye, and for the time it takes"]
fn look() {
    let folder = std::env::var("PLUMBLINE_PDF").expect("a folder");
    let fonts = fonts();
    let texts = Texts::english();
    let documents = [
        ("everything", sample::everything()),
        ("bare", sample::bare()),
        ("naughty", sample::naughty()),
        ("table", sample::long_table()),
        ("large", sample::large()),
    ];
    for (name, document) in documents {
        let began = Instant::now();
        let pdf = write(&document, &texts, &fonts, &mut |_, _| ControlFlow::Continue(()));
        let took = began.elapsed();
        let pdf = pdf.expect("a PDF");
        println!("{name}: {} pages, {} bytes, {took:?}", pdf.pages, pdf.bytes.len());
        fs::write(Path::new(&folder).join(format!("{name}.pdf")), &pdf.bytes).expect("a file");
    }
}

#[test]
fn links_to_nowhere_are_words() {
    let mut document = sample::bare();
    let link = Span::link("nowhere", "nothing-of-that-name");
    document.sections[0].blocks.push(Block::Paragraph(vec![link]));
    let pdf = pdf(&document);
    assert!(text(&pdf).contains("nowhere") && !inside(&pdf).contains("\"/Subtype\": \"/Link\""));
}

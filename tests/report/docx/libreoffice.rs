//! Another program, `LibreOffice`, opens the file and lays it out, and its pages say what ours did.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use plumbline::report::{document::Document, docx::StyleNames};

use super::{
    opened::bytes,
    sample::{SCRIPTS, document},
};

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|why| {
        panic!("{command:?}: {why}; LibreOffice Writer and poppler-utils are needed")
    });
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8(output.stdout).expect("text in UTF-8")
}

/// The document as PDF, in a folder.
fn pdf(document: &Document, folder: &Path) -> PathBuf {
    let file = folder.join("report.docx");
    fs::write(&file, bytes(document, &StyleNames::default())).unwrap();
    // A profile of its own, so that nothing else that runs is in the way.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    run(Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(&file));
    folder.join("report.pdf")
}

#[test]
fn libreoffice_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = pdf(&document(), folder.path());
    let text = run(Command::new("pdftotext").arg("-layout").arg(&file).arg("-"));
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();

    let cover = pages[0];
    assert!(cover.contains("Gap report") && cover.contains("Confidential"), "{cover}");
    assert!(cover.contains("Acme Consulting"), "the name stands beside the logo: {cover}");
    assert!(!cover.contains("Page 1"), "{cover}");
    assert!(pages[1].contains("Contents") && pages[1].contains("Three gaps"), "{}", pages[1]);
    for (number, page) in pages.iter().enumerate().skip(1) {
        let foot = format!("Page {} of {}", number + 1, pages.len());
        assert!(page.contains(&foot), "{page}");
        assert!(page.contains("Gap report: Nordwind & Söhne <GmbH>"), "{page}");
    }

    // Headers stand on every page of the long table, and all its rows are there.
    let wide: Vec<&&str> = pages.iter().filter(|page| page.contains("A.5.")).collect();
    assert!(wide.len() > 2);
    assert!(wide.iter().all(|page| page.contains("Applicability") && page.contains("Reasons")));
    for number in 1..=40 {
        assert!(text.contains(&format!("A.5.{number}")), "{number}");
    }
    // Right to left and wide letters are ordered anew by whoever reads a PDF.
    for words in [SCRIPTS[0], SCRIPTS[1]] {
        let first = words.split(' ').next().unwrap();
        assert!(text.contains(first), "{words}");
    }
    for words in ["between 48 % and 71 %", "1.   Name an owner.", "20 %, to be acted upon first"] {
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeeze(&text).contains(&squeeze(words)), "{words}");
    }

    let sizes = run(Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(&file));
    let on_their_side = sizes.lines().filter(|line| line.contains("841.89 x 595.3")).count();
    assert_eq!(on_their_side, wide.len(), "{sizes}");
}

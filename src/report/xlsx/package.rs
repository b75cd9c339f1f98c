//! The parts of the file beside its sheets.

use maud::{Markup, html};

use super::{mark::SHEET, strings::MAIN, worksheet::Worksheet};
use crate::{
    domain::time::Day,
    report::sheets::{Workbook, place::letters},
};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// The namespace of references to other parts.
pub(super) const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const SHEET_PART: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/// Says of a property that it is one of the file's own.
const OWN_PROPERTY: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// The part `[Content_Types].xml`: what each part is.
pub(super) fn content_types(sheets: usize) -> Markup {
    html! {
        Types xmlns=(format!("{PACKAGE}/content-types")) {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Override PartName="/xl/workbook.xml" ContentType=(format!("{SHEET_PART}.sheet.main+xml")) {}
            @for number in 1..=sheets {
                Override PartName=(format!("/xl/worksheets/sheet{number}.xml")) ContentType=(format!("{SHEET_PART}.worksheet+xml")) {}
            }
            Override PartName="/xl/styles.xml" ContentType=(format!("{SHEET_PART}.styles+xml")) {}
            Override PartName="/xl/sharedStrings.xml" ContentType=(format!("{SHEET_PART}.sharedStrings+xml")) {}
            Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
            Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml" {}
            Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml" {}
        }
    }
}

/// The part `_rels/.rels`: which parts the file begins with.
pub(super) fn relations() -> Markup {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relations_part(&[
        (format!("{OFFICE}/officeDocument"), "xl/workbook.xml".into()),
        (core, "docProps/core.xml".into()),
        (format!("{OFFICE}/extended-properties"), "docProps/app.xml".into()),
        (format!("{OFFICE}/custom-properties"), "docProps/custom.xml".into()),
    ])
}

/// The part `xl/_rels/workbook.xml.rels`: which parts the workbook uses, its sheets first.
pub(super) fn workbook_relations(sheets: usize) -> Markup {
    let sheets = (1..=sheets).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml")));
    let others = [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")];
    let others = others.map(|(kind, target)| (kind, target.to_owned()));
    let parts = sheets.chain(others).map(|(kind, target)| (format!("{OFFICE}/{kind}"), target));
    relations_part(&parts.collect::<Vec<_>>())
}

fn relations_part(parts: &[(String, String)]) -> Markup {
    html! {
        Relationships xmlns=(format!("{PACKAGE}/relationships")) {
            @for (number, (kind, target)) in (1_usize..).zip(parts) {
                Relationship Id=(format!("rId{number}")) Type=(kind) Target=(target) {}
            }
        }
    }
}

/// The part `xl/workbook.xml`: the sheets by their titles; that of the mark is for no reader.
pub(super) fn workbook(sheets: &[(&str, Worksheet)]) -> Markup {
    let quoted = |title: &str| format!("'{}'", title.replace('\'', "''"));
    html! {
        workbook xmlns=(MAIN) xmlns:r=(OFFICE) {
            workbookPr {}
            bookViews { workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660" {} }
            sheets {
                @for (number, (title, _)) in (1_usize..).zip(sheets) {
                    sheet name=(title) sheetId=(number)
                        state=[(*title == SHEET).then_some("veryHidden")]
                        r:id=(format!("rId{number}")) {}
                }
            }
            definedNames {
                @for (place, (title, sheet)) in sheets.iter().enumerate() {
                    @if let Some((head, last, column)) = sheet.filter {
                        definedName name="_xlnm._FilterDatabase" localSheetId=(place) hidden="1" {
                            (quoted(title)) "!$A$" (head.saturating_add(1)) ":$" (letters(column))
                            "$" (last.saturating_add(1))
                        }
                    }
                }
                @for (place, (title, sheet)) in sheets.iter().enumerate() {
                    @if let Some(frozen) = sheet.frozen {
                        @let head = frozen.head.saturating_add(1);
                        definedName name="_xlnm.Print_Titles" localSheetId=(place) {
                            @if let Some(last) = frozen.columns.checked_sub(1) {
                                (quoted(title)) "!$A:$" (letters(last)) ","
                            }
                            (quoted(title)) "!$" (head) ":$" (head)
                        }
                    }
                }
            }
        }
    }
}

/// The part `docProps/core.xml`: title, author and day. Never the clock: the bytes are those of the
/// workbook.
pub(super) fn core(workbook: &Workbook) -> Markup {
    let moment = Day::parse(&workbook.mark.day).map(|day| format!("{day}T00:00:00Z"));
    html! {
        cp:coreProperties xmlns:cp=(format!("{PACKAGE}/metadata/core-properties"))
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (super::shortened(&workbook.title)) }
            dc:creator { "Plumbline" }
            cp:lastModifiedBy { "Plumbline" }
            @if let Some(moment) = moment {
                dcterms:created xsi:type="dcterms:W3CDTF" { (moment) }
                dcterms:modified xsi:type="dcterms:W3CDTF" { (moment) }
            }
        }
    }
}

/// The part `docProps/app.xml`: what made it.
pub(super) fn app() -> Markup {
    html! {
        Properties xmlns=(format!("{PROPERTIES}/extended-properties")) { Application { "Plumbline" } }
    }
}

/// The part `docProps/custom.xml`: from which questionnaire it is, and from which assessment if from one.
pub(super) fn custom(workbook: &Workbook) -> Markup {
    let mark = &workbook.mark;
    let assessment = mark.assessment.as_ref().map(|id| ("Plumbline assessment", id.as_str()));
    let pack = [
        ("Plumbline questionnaire", mark.pack.id.as_str()),
        ("Plumbline questionnaire version", mark.pack.version.as_str()),
    ];
    let properties = assessment.into_iter().chain(pack);
    html! {
        Properties xmlns=(format!("{PROPERTIES}/custom-properties"))
            xmlns:vt=(format!("{PROPERTIES}/docPropsVTypes")) {
            // 0 and 1 are taken.
            @for (number, (name, value)) in (2_usize..).zip(properties) {
                property fmtid=(OWN_PROPERTY) pid=(number) name=(name) { vt:lpwstr { (value) } }
            }
        }
    }
}

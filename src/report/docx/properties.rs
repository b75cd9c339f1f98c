//! What the file says about itself, and how Word treats it.

use maud::{Markup, html};

use super::{body::FIRST_NUMBERED, style::Style, style_names::StyleNames, xml::WORD};
use crate::{domain::time::Day, report::document::Document};

/// The part `docProps/core.xml`: title, author, language and day.
pub(super) fn core(document: &Document) -> Markup {
    // Word takes a day only with a time, and refuses the file where it is neither.
    let moment = Day::parse(&document.day).map(|day| format!("{}T00:00:00Z", day.as_str()));
    html! {
        cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (document.title) }
            @if !document.author.is_empty() {
                dc:creator { (document.author) }
                cp:lastModifiedBy { (document.author) }
            }
            dc:language { (document.language) }
            @if let Some(moment) = moment {
                dcterms:created xsi:type="dcterms:W3CDTF" { (moment) }
                dcterms:modified xsi:type="dcterms:W3CDTF" { (moment) }
            }
        }
    }
}

/// The part `docProps/app.xml`: what made it, and for whom.
pub(super) fn app(document: &Document) -> Markup {
    html! {
        Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" {
            Application { "Plumbline" }
            @if !document.brand.name.is_empty() { Company { (document.brand.name) } }
        }
    }
}

/// The part `settings.xml`. Without the mode, Word would treat the file as one of an old version.
pub(super) fn settings() -> Markup {
    html! {
        w:settings xmlns:w=(WORD) {
            w:zoom w:percent="100" {}
            w:defaultTabStop w:val="709" {}
            w:characterSpacingControl w:val="doNotCompress" {}
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
                w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1" {}
                w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1" {}
                w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1" {}
                w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1" {}
            }
            w:decimalSymbol w:val="." {}
            w:listSeparator w:val="," {}
        }
    }
}

/// The part `numbering.xml`: dots, and numbers that begin anew in each of so many lists.
pub(super) fn numbering(styles: &StyleNames, numbered: usize) -> Markup {
    let level = |style: Style, format: &str, text: &str| {
        html! {
            w:multiLevelType w:val="singleLevel" {}
            w:lvl w:ilvl="0" {
                w:start w:val="1" {}
                w:numFmt w:val=(format) {}
                w:pStyle w:val=(styles.id(style)) {}
                w:lvlText w:val=(text) {}
                w:lvlJc w:val="left" {}
                w:pPr { w:ind w:left="340" w:hanging="340" {} }
            }
        }
    };
    html! {
        w:numbering xmlns:w=(WORD) {
            w:abstractNum w:abstractNumId="1" { (level(Style::ListBullet, "bullet", "•")) }
            w:abstractNum w:abstractNumId="2" { (level(Style::ListNumber, "decimal", "%1.")) }
            w:num w:numId="1" { w:abstractNumId w:val="1" {} }
            w:num w:numId=(FIRST_NUMBERED) { w:abstractNumId w:val="2" {} }
            @for further in 1..numbered {
                w:num w:numId=(FIRST_NUMBERED + further) {
                    w:abstractNumId w:val="2" {}
                    w:lvlOverride w:ilvl="0" { w:startOverride w:val="1" {} }
                }
            }
        }
    }
}

//! The table of contents.

use maud::{Markup, html};

use super::{
    style::Style,
    words::{Extra, Words, bookmark_name},
};
use crate::report::document::{Block, Document, Span};

/// With more entries than this, which would not go on one page, only sections are listed.
const MOST_ENTRIES: usize = 45;

/// A line of the table of contents.
struct Entry<'a> {
    level: u8,
    text: &'a str,
    bookmark: usize,
}

impl Words<'_> {
    /// A field of Word that holds its entries already, each of which leads to its place.
    ///
    /// Page numbers are fields without a value: only what lays out the pages knows them, and a number
    /// that is wrong is worse than none. Word fills them in when it prints, makes a PDF or updates
    /// the table (*Update table* above it, or F9). A document can ask Word to do so on opening, but
    /// then Word asks whoever opens it whether fields "may refer to other files", which no client
    /// should have to answer.
    pub(super) fn contents(&self, document: &Document, title: &str) -> Markup {
        let entries = entries(document);
        let headings = [Style::Heading1, Style::Heading2];
        let listed = headings.into_iter().take(if entries.iter().any(|entry| entry.level > 0) {
            2
        } else {
            1
        });
        let deepest =
            listed.filter_map(|style| self.styles.outline(style)).max().unwrap_or_default() + 1;
        html! {
            w:sdt {
                w:sdtPr {
                    w:docPartObj {
                        w:docPartGallery w:val="Table of Contents" {}
                        w:docPartUnique {}
                    }
                }
                w:sdtContent {
                    (self.paragraph(Style::ContentsHeading, &[Span::plain(title)], Extra::default()))
                    @for (at, entry) in entries.iter().enumerate() {
                        @let style = if entry.level == 0 { Style::Contents1 } else { Style::Contents2 };
                        w:p {
                            w:pPr { w:pStyle w:val=(self.styles.id(style)) {} }
                            @if at == 0 { (begin_field(&format!("TOC \\o \"1-{deepest}\" \\h \\z \\u"))) }
                            w:hyperlink w:anchor=(bookmark_name(entry.bookmark)) w:history="1" {
                                w:r { (super::words::text(entry.text)) }
                                w:r { w:tab {} }
                                (field(&format!("PAGEREF {} \\h", bookmark_name(entry.bookmark)), ""))
                            }
                        }
                    }
                    w:p { (end_field()) }
                }
            }
        }
    }
}

/// A field with what it shows until it is updated.
pub(super) fn field(instruction: &str, shows: &str) -> Markup {
    html! {
        (begin_field(instruction))
        @if !shows.is_empty() { w:r { w:t { (shows) } } }
        (end_field())
    }
}

fn begin_field(instruction: &str) -> Markup {
    html! {
        w:r { w:fldChar w:fldCharType="begin" {} }
        w:r { w:instrText xml:space="preserve" { " " (instruction) " " } }
        w:r { w:fldChar w:fldCharType="separate" {} }
    }
}

fn end_field() -> Markup {
    html! { w:r { w:fldChar w:fldCharType="end" {} } }
}

fn entries(document: &Document) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let mut bookmark = 0;
    for section in &document.sections {
        entries.push(Entry { level: 0, text: &section.title, bookmark });
        bookmark += 1;
        for block in &section.blocks {
            if let Block::Heading { level, text, .. } = block {
                if *level == 2 {
                    entries.push(Entry { level: 1, text, bookmark });
                }
                bookmark += 1;
            }
        }
    }
    if entries.len() > MOST_ENTRIES {
        entries.retain(|entry| entry.level == 0);
    }
    entries
}
